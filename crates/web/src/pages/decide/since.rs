//! What changed since a decision was taken, of what its findings rest on.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_analysis::findings::{Findings, Input};
use atalaya_model::{Kind, choice::About};
use atalaya_store::{ANSWER, Fields};

use super::{What, standing};
use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
    pages::{
        pieces::{self, items},
        record,
    },
};

/// Revisions that are looked through.
const LOOKED: u32 = 5000;

/// Findings, and the records and families of answers that they rest on.
fn reach(findings: &Findings, what: What, basis: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let nodes = &findings.trace;
    let of_stage = |key: &str| key.split('.').next() == Some(what.stage());
    let first = |key: &str, node: &Input| match what {
        What::Gate(_) => of_stage(key),
        What::Choice(_) => node.hash == basis,
    };
    let mut open: Vec<&str> =
        nodes.iter().filter(|(key, node)| first(key, node)).map(|(key, _)| key.as_str()).collect();
    let (mut seen, mut kinds, mut families) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let head = |query: &str| query.split('/').next().unwrap_or_default().to_owned();
    while let Some(key) = open.pop() {
        let Some(node) = nodes.get(key).filter(|_| seen.insert(key)) else { continue };
        kinds.extend(node.records.iter().map(|query| head(query)));
        families.extend(node.answers.iter().map(|query| head(&query.query)));
        open.extend(node.inputs.iter().map(String::as_str));
    }
    (kinds, families)
}

/// What changed since a decision was saved, of what its findings rest on: sentences, each with how many.
pub async fn since(app: &Shared, seat: &Seat, sheet: &Sheet, what: What) -> Result<Vec<String>, Fault> {
    let (record, found) = standing(sheet, what);
    let (Some(record), Some(found)) = (record, found.filter(|found| found.stale)) else {
        return Ok(Vec::new());
    };
    let words = &seat.who.words;
    let mut out = Vec::new();
    let kind = match what {
        What::Choice(About::Axes | About::KeyVariables) => Kind::Variable,
        What::Choice(About::Actions) => Kind::Action,
        _ => Kind::Scenario,
    };
    let named = |id: &&str| match sheet.record(kind.as_str(), id) {
        Some(own) => record::labelled(own, seat.who.lang),
        None => (*id).to_owned(),
    };
    let names = |ids: &BTreeSet<&str>| words.list(&ids.iter().map(named).collect::<Vec<_>>());
    let then = pieces::said(Some(record), "proposed");
    let then: BTreeSet<&str> = items(&then).into_iter().collect();
    let today: BTreeSet<&str> = found.proposed.iter().map(String::as_str).collect();
    let (new, gone) = (&today - &then, &then - &today);
    if !new.is_empty() {
        out.push(words.with("bench-now-proposed", &[("list", names(&new).into())]));
    }
    if !gone.is_empty() {
        out.push(words.with("bench-no-longer-proposed", &[("list", names(&gone).into())]));
    }
    let (kinds, families) = reach(&sheet.point, what, &found.basis);
    let history = app.store.history(&seat.access, Kind::Decision.as_str(), &record.id).await?;
    // What was saved together with it, as a study that was brought in, is not later.
    let saved = match history.last() {
        Some(own) => app.store.extent(&seat.access, &own.author, own.at, sheet.seq).await?.last,
        None => 0,
    };
    let mut counts: BTreeMap<(&str, String), BTreeSet<(String, String)>> = BTreeMap::new();
    for revision in app.store.changes_since(&seat.access, saved, LOOKED).await? {
        let own = &revision.record;
        let family = own.id.split('/').nth(1).unwrap_or_default();
        let told = match own.kind.as_str() {
            ANSWER if families.contains(family) => {
                ("bench-changed-answers", words.t(&format!("family-{family}")))
            }
            kind if kinds.contains(kind) => ("bench-changed-since", words.t(&format!("kinds-{kind}"))),
            _ => continue,
        };
        counts.entry(told).or_default().insert((own.kind.clone(), own.id.clone()));
    }
    // What says again what it said, as after an undoing, did not change.
    let was = app.store.at(&seat.access, saved).await?.records;
    let was: BTreeMap<(&str, &str), &Fields> =
        was.iter().map(|own| ((own.kind.as_str(), own.id.as_str()), &own.fields)).collect();
    for ids in counts.values_mut() {
        ids.retain(|(kind, id)| {
            let now = sheet.record(kind, id).map(|own| &own.fields);
            now != was.get(&(kind.as_str(), id.as_str())).copied()
        });
    }
    counts.retain(|_, ids| !ids.is_empty());
    for ((key, told), ids) in counts {
        out.push(words.with(
            key,
            &[("what", told.into()), ("count", ids.len().into()), ("n", words.int(ids.len() as i64).into())],
        ));
    }
    if out.is_empty() {
        out.push(words.t("bench-changed-before"));
    }
    Ok(out)
}
