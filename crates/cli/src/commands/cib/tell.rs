//! What `atalaya cib` says to people.

use std::time::Duration;

use atalaya_formats::cib::Matrix;
use atalaya_words::Words;

use super::document::{Amount, Document, Explained, Followed, Share};
use crate::{methods::table, print};

/// Descriptors that a table can show side by side; with more the variants stand as numbers.
const WIDE: usize = 12;

mod further;

pub fn tell(words: &Words, matrix: &Matrix, document: &Document, time: Duration) {
    let count: usize = document.count.parse().unwrap_or(usize::MAX);
    let kind = match document.max_inconsistency {
        0 => words.with("cib-kind-consistent", &[("count", count.into())]),
        n => words.with("cib-kind-up-to", &[("count", count.into()), ("n", n.to_string().into())]),
    };
    let args = [
        ("count", count.into()),
        ("shown", grouped(words, &document.count).into()),
        ("space", grouped(words, &document.space).into()),
        ("kind", kind.into()),
    ];
    print::line(&words.with("cib-found", &args));
    print::line(&words.t(if document.complete { "cib-complete" } else { "cib-incomplete" }));
    if document.listed != "all" && !document.scenarios.is_empty() {
        let n = words.int(document.scenarios.len() as i64);
        print::line(&words.with(&format!("cib-listed-{}", document.listed), &[("n", n.into())]));
    }
    if !document.scenarios.is_empty() {
        print::line(&scenarios(words, matrix, document));
    }
    if let Some(followed) = &document.basins {
        print::line("");
        print::line(&basins(words, matrix, followed));
    }
    if let Some(explained) = &document.explained {
        print::line("");
        print::line(&explanation(words, matrix, explained));
    }
    for part in further::tell(words, matrix, document) {
        print::line("");
        print::line(&part);
    }
    let args = [
        ("n", usize::try_from(document.nodes).unwrap_or(usize::MAX).into()),
        ("nodes", grouped(words, &document.nodes.to_string()).into()),
        ("time", print::seconds(words, time).into()),
    ];
    // How long it took is nobody's finding.
    if print::is_watched() {
        eprintln!("{}", words.with("cib-effort", &args));
    }
}

/// A decimal number of any size, with its thousands marked where it is an ordinary one.
pub fn grouped(words: &Words, digits: &str) -> String {
    digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |number| words.int(number))
}

/// The name of a variant, from 1; its number where it has none.
pub fn variant(matrix: &Matrix, descriptor: usize, v: u32) -> String {
    let names = matrix.descriptors.get(descriptor).map(|d| &d.variants);
    let name = names.and_then(|names| names.get(v as usize - 1)).map_or("", |name| name.short.as_str());
    if name.is_empty() { v.to_string() } else { table::short(name) }
}

pub fn descriptor(matrix: &Matrix, index: usize) -> String {
    let name = matrix.descriptors.get(index).map_or("", |d| d.name.short.as_str());
    if name.is_empty() { (index + 1).to_string() } else { table::short(name) }
}

/// A scenario in one cell: the names of its variants.
pub fn whole(matrix: &Matrix, variants: &[u32]) -> String {
    match variants.len() > WIDE {
        true => variants.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        false => {
            variants.iter().enumerate().map(|(d, &v)| variant(matrix, d, v)).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// A lead over the best rival: none is a tie, where there are rivals.
fn margin(words: &Words, lead: Amount, rivals: bool) -> String {
    let text = lead.print(words);
    match rivals && lead.value() == 0.0 {
        true => words.with("balances-tie", &[("value", text.into())]),
        false => text,
    }
}

fn scenarios(words: &Words, matrix: &Matrix, document: &Document) -> String {
    let wide = matrix.descriptors.len() > WIDE;
    let weighed = document.scenarios.iter().any(|scenario| scenario.weight.is_some());
    let mut headers = vec![words.t("cib-column-number")];
    match wide {
        true => headers.push(words.t("cib-column-variant")),
        false => headers.extend((0..matrix.descriptors.len()).map(|d| descriptor(matrix, d))),
    }
    let text: Vec<usize> = (1..headers.len()).collect();
    let mut keys = vec!["total", "consistency"];
    if weighed {
        keys.push("weight");
    }
    headers.extend(keys.iter().map(|key| words.t(&format!("cib-column-{key}"))));
    let rivals = matrix.descriptors.iter().any(|d| d.variants.len() > 1);
    let rows = document.scenarios.iter().enumerate().map(|(index, scenario)| {
        let mut row = vec![(index + 1).to_string()];
        match wide {
            true => row.push(whole(matrix, &scenario.variants)),
            false => row.extend(scenario.variants.iter().enumerate().map(|(d, &v)| variant(matrix, d, v))),
        }
        row.extend([scenario.total_impact.print(words), margin(words, scenario.consistency, rivals)]);
        if weighed {
            let weight = scenario.weight.as_ref();
            row.push(weight.map_or_else(|| "–".to_owned(), |weight| grouped(words, &weight.digits())));
        }
        row
    });
    table::table(headers, rows.collect(), &text)
}

fn basins(words: &Words, matrix: &Matrix, followed: &Followed) -> String {
    let args = [
        ("rule", words.t(&format!("cib-rule-{}", followed.rule)).into()),
        ("tie", words.t("cib-tie").into()),
    ];
    let title = words.with("cib-title-basins", &args);
    let mut keys = vec!["attractor", "weight"];
    if !followed.exact {
        keys.push("share");
    }
    let headers = keys.iter().map(|key| words.t(&format!("cib-column-{key}"))).collect();
    let share = |share: &Option<Share>| {
        let share = share.as_ref()?;
        let percent = |x: f64| words.percent(x, 2);
        Some(format!("{} ({}–{})", percent(share.share), percent(share.low), percent(share.high)))
    };
    let fixed = followed.fixed.iter().map(|end| {
        let mut row = vec![whole(matrix, &end.variants), grouped(words, &end.weight.digits())];
        row.extend(share(&end.share));
        row
    });
    let cycles = followed.cycles.iter().map(|end| {
        let name = words.with("cib-cycle", &[("length", words.int(end.length as i64).into())]);
        let name = format!("{name}: {} …", whole(matrix, &end.from));
        let mut row = vec![name, grouped(words, &end.weight.digits())];
        row.extend(share(&end.share));
        row
    });
    let rows = fixed.chain(cycles).collect();
    let basis = match followed.draws {
        None => words.t("cib-basins-exact"),
        Some(draws) => words.with("cib-basins-sampled", &[("draws", words.int(draws as i64).into())]),
    };
    format!("{title}\n{}\n{basis}", table::table(headers, rows, &[]))
}

fn explanation(words: &Words, matrix: &Matrix, explained: &Explained) -> String {
    let keys = ["descriptor", "variant", "balance", "margin", "for", "against"];
    let headers = keys.iter().map(|key| words.t(&format!("cib-column-{key}"))).collect();
    let mut rows = Vec::new();
    for (d, own) in explained.descriptors.iter().enumerate() {
        for (v, one) in own.variants.iter().enumerate() {
            let chosen = v + 1 == own.chosen;
            let pushes = |sign: char| {
                let all = one.pushes.iter().filter_map(|push| {
                    let impact = push.impact.print(words);
                    let against = impact.starts_with('−');
                    let name = descriptor(matrix, push.source - 1);
                    (against == (sign == '−')).then(|| format!("{name} {impact}"))
                });
                all.collect::<Vec<_>>().join(", ")
            };
            let mark = if chosen { "● " } else { "  " };
            rows.push(vec![
                if v == 0 { descriptor(matrix, d) } else { String::new() },
                format!("{mark}{}", variant(matrix, d, v as u32 + 1)),
                one.balance.print(words),
                own.margin.filter(|_| chosen).map_or_else(String::new, |own| margin(words, own, true)),
                pushes('+'),
                pushes('−'),
            ]);
        }
    }
    let title = words.with("cib-explained", &[("k", explained.number.to_string().into())]);
    let mut out = format!("{title}\n{}", table::table(headers, rows, &[1, 4, 5]));
    if let Some(first) = explained.critical.first() {
        let name = |[d, v]: [usize; 2]| {
            format!("{}={}", descriptor(matrix, d - 1), variant(matrix, d - 1, v as u32))
        };
        let args = [
            ("source", name(first.source).into()),
            ("target", name(first.target).into()),
            ("change", first.change.print(words).into()),
        ];
        out.push('\n');
        out.push_str(&words.with("cib-critical", &args));
    }
    out
}
