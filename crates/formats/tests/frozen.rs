//! A study of each released format, frozen as it was written: it opens for ever, and says what it said.

use std::path::PathBuf;

use atalaya_formats::{check, open};
use atalaya_model::{Kind, Severity};

#[test]
fn a_study_of_format_1_opens_and_lacks_nothing() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/format-1.zip");
    let loaded = open(&path);
    let mut said = loaded.diagnostics.clone();
    said.extend(check(&loaded));
    let errors: Vec<_> = said.iter().filter(|d| d.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let study = &loaded.value;
    assert_eq!(study.frame.format, 1);
    let held = |kind: Kind| study.ids(kind).len();
    let kinds = [
        (Kind::Expert, 20),
        (Kind::Source, 68),
        (Kind::Evidence, 64),
        (Kind::Series, 15),
        (Kind::Variable, 24),
        (Kind::Actor, 26),
        (Kind::Scenario, 6),
        (Kind::Action, 16),
        (Kind::Decision, 11),
    ];
    for (kind, count) in kinds {
        assert_eq!(held(kind), count, "{kind:?}");
    }
    assert_eq!((study.answers.len(), study.observations.len()), (11317, 905));
}
