//! Hashes: of files in an archive's manifest, of wordings in `consult/rounds.toml`.

use std::{collections::BTreeMap, fmt::Write};

use atalaya_model::{Id, Study, check::wording_of};
use sha2::{Digest, Sha256};

/// SHA-256 in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The version of a wording: the first eight hexadecimal digits of its SHA-256; see [`atalaya_model::answer::wording`].
#[must_use]
pub fn version(wording: &str) -> String {
    let mut hash = sha256(wording.as_bytes());
    hash.truncate(8);
    hash
}

/// The versions of the items that a round asked, by their ids: what `consult/rounds.toml` keeps below `wording`.
#[must_use]
pub fn wordings(study: &Study, round: &Id) -> BTreeMap<String, String> {
    let mut versions = BTreeMap::new();
    for answer in study.answers.iter().filter(|answer| answer.round == *round) {
        let question = &answer.question;
        for (id, kinds) in std::iter::once(&question.a).chain(&question.b).zip(question.family.kinds) {
            if !versions.contains_key(id.as_str())
                && let Some(text) = wording_of(study, kinds, id.as_str())
            {
                versions.insert(id.to_string(), version(&text));
            }
        }
    }
    versions
}
