//! The parts that are asked for one by one, in words.

use atalaya_formats::cib::Matrix;
use atalaya_words::Words;

use super::{descriptor, grouped, variant, whole};
use crate::{
    commands::cib::{
        document::{CriticalCell, Document},
        further::{Edge, Group, Missing, Near, Panel, Picked},
    },
    methods::table,
};

/// Rows of a table that are printed; the JSON document has all.
const MOST_ROWS: usize = 40;

/// The parts that there are, in the order of the document.
pub fn tell(words: &Words, matrix: &Matrix, document: &Document) -> Vec<String> {
    let parts = [
        document.picked.as_ref().map(|own| picked(words, matrix, own)),
        document.near.as_ref().map(|own| near(words, matrix, own)),
        document.transitions.as_ref().map(|own| transitions(words, matrix, own)),
        document.panel.as_ref().map(|own| panel(words, matrix, own)),
        document.panel.as_ref().and_then(|own| disputed(words, matrix, own)),
        document.missing.as_ref().map(|own| missing(words, matrix, own)),
    ];
    parts.into_iter().flatten().collect()
}

/// `D=v`, from 1.
fn pair(matrix: &Matrix, [d, v]: [usize; 2]) -> String {
    format!("{}={}", descriptor(matrix, d - 1), variant(matrix, d - 1, v as u32))
}

fn change(words: &Words, matrix: &Matrix, cell: &CriticalCell) -> String {
    let args = [
        ("change", cell.change.print(words).into()),
        ("source", pair(matrix, cell.source).into()),
        ("target", pair(matrix, cell.target).into()),
    ];
    words.with("cib-change", &args)
}

fn headed(words: &Words, keys: &[&str], rows: Vec<Vec<String>>, text: &[usize]) -> String {
    under(words, keys.iter().map(|key| words.t(&format!("cib-column-{key}"))).collect(), rows, text)
}

/// A table that holds no more rows than can be read.
fn under(words: &Words, headers: Vec<String>, rows: Vec<Vec<String>>, text: &[usize]) -> String {
    let left = rows.len().saturating_sub(MOST_ROWS);
    let rows: Vec<Vec<String>> = rows.into_iter().take(MOST_ROWS).collect();
    let mut out = table::table(headers, rows, text);
    if left > 0 {
        out.push('\n');
        out.push_str(&words.with("cib-more-rows", &[("n", left.into())]));
    }
    out
}

fn picked(words: &Words, matrix: &Matrix, own: &Picked) -> String {
    let numbers: Vec<String> = own.numbers.iter().map(ToString::to_string).collect();
    let args = [
        ("list", words.list(&numbers).into()),
        ("count", numbers.len().into()),
        ("least", own.least_distance.unwrap_or(0).into()),
        ("n", own.coverage.len().into()),
    ];
    let key = if own.least_distance.is_some() { "cib-picked" } else { "cib-picked-one" };
    let missed: Vec<String> = own
        .coverage
        .iter()
        .enumerate()
        .filter(|(_, [has, all])| has < all)
        .map(|(d, [has, all])| {
            let args = [
                ("name", descriptor(matrix, d).into()),
                ("k", has.to_string().into()),
                ("n", all.to_string().into()),
            ];
            words.with("cib-picked-of", &args)
        })
        .collect();
    let coverage = match missed.is_empty() {
        true => words.t("cib-picked-whole"),
        false => words.with("cib-picked-missed", &[("list", words.list(&missed).into())]),
    };
    let mut out = format!("{}\n{coverage}", words.with(key, &args));
    if let Some(clusters) = own.clusters.as_ref().filter(|clusters| clusters.iter().any(|c| *c > 1)) {
        let last = clusters.iter().max().copied().unwrap_or(0);
        let members = |family: usize| -> Vec<usize> {
            (0..clusters.len()).filter(|&at| clusters[at] == family).map(|at| at + 1).collect()
        };
        let families: Vec<String> = (1..=last).map(|family| table::runs(&members(family))).collect();
        out.push('\n');
        out.push_str(&words.with("cib-picked-families", &[("list", families.join("; ").into())]));
    }
    out
}

fn near(words: &Words, matrix: &Matrix, own: &Near) -> String {
    let args = [
        ("count", own.count.parse::<usize>().unwrap_or(usize::MAX).into()),
        ("shown", grouped(words, &own.count).into()),
        ("saved", own.saved.into()),
    ];
    if !own.listed {
        return words.with("cib-near-many", &args);
    }
    let mut out = words.with("cib-near", &args);
    if !own.complete {
        out.push(' ');
        out.push_str(&words.t("cib-incomplete"));
    }
    if own.scenarios.is_empty() {
        return out;
    }
    let row = |(at, miss): (usize, &crate::commands::cib::further::Miss)| {
        vec![
            (at + 1).to_string(),
            whole(matrix, &miss.variants),
            miss.inconsistency.print(words),
            change(words, matrix, &miss.change),
        ]
    };
    let rows = own.scenarios.iter().enumerate().map(row).collect();
    format!("{out}\n{}", headed(words, &["number", "scenario", "inconsistency", "change"], rows, &[1, 3]))
}

fn transitions(words: &Words, matrix: &Matrix, edges: &[Edge]) -> String {
    let to = |edge: &Edge| match (edge.to, edge.length) {
        (Some(to), _) if to == edge.from => words.t("cib-comes-back"),
        (Some(to), _) => to.to_string(),
        (None, 0) => "–".to_owned(),
        (None, 1) => whole(matrix, &edge.variants),
        (None, length) => words.with("cib-cycle", &[("length", length.to_string().into())]),
    };
    let row = |edge: &Edge| {
        let changes: Vec<String> = edge.changes.iter().map(|&change| pair(matrix, change)).collect();
        vec![edge.from.to_string(), to(edge), changes.join(", ")]
    };
    let rows = edges.iter().map(row).collect();
    format!(
        "{}\n{}",
        words.t("cib-title-transitions"),
        headed(words, &["from", "to", "changes"], rows, &[1, 2])
    )
}

fn panel(words: &Words, matrix: &Matrix, own: &Panel) -> String {
    let drawn = own.draws > 0;
    let yes = |held: bool| if held { "●".to_owned() } else { "–".to_owned() };
    // For the panel first, then by how many hold it.
    let mut held: Vec<_> = own.scenarios.iter().collect();
    held.sort_by_key(|one| {
        (!one.panel, std::cmp::Reverse(one.draws.unwrap_or(0)), std::cmp::Reverse(one.experts.len()))
    });
    let rows = held.into_iter().map(|one| {
        let of = [("k", one.experts.len().to_string().into()), ("n", own.experts.to_string().into())];
        let mut row = vec![whole(matrix, &one.variants), yes(one.panel), words.with("count-of", &of)];
        let held = one.groups.as_deref().unwrap_or_default();
        row.extend((1..=own.groups.len()).map(|group| yes(held.contains(&group))));
        if let Some(draws) = one.draws {
            row.push(words.percent(f64::from(draws) / f64::from(own.draws), 0));
        }
        row
    });
    let column = |key: &str| words.t(&format!("cib-column-{key}"));
    let mut headers = ["scenario", "panel", "experts"].map(column).to_vec();
    headers.extend(own.groups.iter().map(|group| table::short(&group.name)));
    if drawn {
        headers.push(column("draws"));
    }
    let text: Vec<usize> = std::iter::once(1).chain(3..3 + own.groups.len()).collect();
    let args = [
        ("n", own.experts.into()),
        ("draws", words.int(i64::from(own.draws)).into()),
        ("groups", own.groups.len().into()),
    ];
    let drawn = words.with(if drawn { "cib-panel-drawn" } else { "cib-panel-few" }, &args);
    let mut note = format!("{}\n{drawn}", words.with("cib-panel-mean", &args));
    if !own.groups.is_empty() {
        let group = |group: &Group| {
            let args = [
                ("name", group.name.as_str().into()),
                ("n", group.experts.len().into()),
                ("count", group.count.into()),
            ];
            words.with("cib-panel-group", &args)
        };
        let groups: Vec<String> = own.groups.iter().map(group).collect();
        let shared = own
            .scenarios
            .iter()
            .filter(|held| held.groups.as_ref().is_some_and(|groups| groups.len() == own.groups.len()));
        let args = [("list", words.list(&groups).into()), ("shared", shared.count().into())];
        note = format!("{}\n{note}", words.with("cib-panel-groups", &args));
    }
    format!(
        "{}\n{}\n{note}",
        words.with("cib-title-panel", &args),
        under(words, headers, rows.collect(), &text)
    )
}

fn disputed(words: &Words, matrix: &Matrix, own: &Panel) -> Option<String> {
    let cells = own.disputed.as_ref()?;
    if cells.is_empty() {
        return Some(words.t("cib-disputed-none"));
    }
    let matters = cells.iter().filter(|cell| [cell.lost, cell.won].concat().iter().any(|n| *n > 0)).count();
    let rows = cells.iter().map(|cell| {
        let side = |at: usize| format!("−{} +{}", cell.lost[at], cell.won[at]);
        vec![
            pair(matrix, cell.source),
            pair(matrix, cell.target),
            format!("{} … {}", cell.least.print(words), cell.greatest.print(words)),
            side(0),
            side(1),
        ]
    });
    let args = [("count", cells.len().into()), ("matters", matters.into())];
    let keys = ["source", "target", "range", "at-least", "at-most"];
    Some(format!("{}\n{}", words.with("cib-disputed", &args), headed(words, &keys, rows.collect(), &[1, 2])))
}

fn missing(words: &Words, matrix: &Matrix, own: &Missing) -> String {
    let name = |d: usize| descriptor(matrix, d - 1);
    let mut lines = Vec::new();
    let mut say = |key: &str, items: Vec<String>| {
        if items.is_empty() {
            return;
        }
        let count = items.len();
        let mut shown: Vec<String> = items.into_iter().take(MOST_ROWS).collect();
        if count > MOST_ROWS {
            shown.push("…".to_owned());
        }
        lines.push(words.with(key, &[("count", count.into()), ("list", shown.join(", ").into())]));
    };
    say("cib-missing-empty", own.empty.iter().map(|[s, t]| format!("{} → {}", name(*s), name(*t))).collect());
    let row = |[s, t, v]: &[usize; 3]| format!("{} → {}", pair(matrix, [*s, *v]), name(*t));
    say("cib-missing-unbalanced", own.unbalanced.iter().map(row).collect());
    say("cib-missing-self", own.on_themselves.iter().map(|d| name(*d)).collect());
    say("cib-missing-unclear", own.unclear.iter().map(|d| name(*d)).collect());
    if lines.is_empty() { words.t("cib-missing-nothing") } else { lines.join("\n") }
}
