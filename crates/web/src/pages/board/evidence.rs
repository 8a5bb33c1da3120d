//! Evidence: cards by dimension and kind, a line to add one, a filter, and where each stands by impact and pertinence.

use atalaya_model::choice::{Choice, Dimension, HitKind};
use atalaya_store::Record;
use maud::{Markup, html};

use super::{Asked, called, labelled, link};
use crate::pages::{cells::Cells, pieces::said, record::named};

const KIND: &str = "evidence";

/// What the address asks for: a text that a hit says, a kind.
fn wanted(asked: &Asked, name: &str) -> Option<String> {
    asked.get(name).map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
}

fn shown<'a>(cells: &Cells<'a>, asked: &Asked) -> Vec<&'a Record> {
    let (text, kind) = (wanted(asked, "q"), wanted(asked, "kind"));
    let hit = |record: &&Record| {
        let said: String = record.fields.values().map(|field| field.cell().to_lowercase() + " ").collect();
        text.as_ref().is_none_or(|text| said.contains(text))
            && kind.as_ref().is_none_or(|kind| said_kind(record) == *kind)
    };
    cells.sheet.of_kind(KIND).into_iter().filter(hit).collect()
}

/// A form of its own, which shows the hits that are asked for.
pub fn filter(cells: &Cells<'_>, asked: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let kind = wanted(asked, "kind");
    let (n, of) = (shown(cells, asked).len(), cells.sheet.of_kind(KIND).len());
    html! {
        form.line.filter method="get" action=(cells.seat.at("/board/evidence")) {
            label { (words.t("bench-filter")) input name="q" type="search" value=(asked.get("q").map_or("", String::as_str)); }
            label { (called(cells, KIND, "kind"))
                select name="kind" {
                    option value="" { (words.t("bench-all")) }
                    @for own in HitKind::ALL { option value=(own.as_str()) selected[kind.as_deref() == Some(own.as_str())] { (words.choice("hit", own.as_str())) } }
                }
            }
            button.button.second { (words.t("bench-filter-do")) }
            span.soft role="status" { (words.with("bench-shown", &[("n", n.into()), ("of", of.into())])) }
        }
    }
}

pub fn draw(cells: &Cells<'_>, asked: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let shown = shown(cells, asked);
    let mut dimensions: Vec<&str> = Dimension::ALL.iter().map(|dimension| dimension.as_str()).collect();
    if shown.iter().any(|record| !dimensions.contains(&said(Some(record), "dimension").as_str())) {
        dimensions.push("");
    }
    html! {
        section.add aria-label=(words.t("bench-add-evidence")) {
            h2 { (words.t("bench-add-evidence")) }
            div.line {
                div.cell.wide { span.lang { (called(cells, KIND, "name")) } (cells.text(KIND, "+new", "name", 1)) }
                (labelled(&called(cells, KIND, "kind"), &cells.choice(KIND, "+new", "kind")))
                (labelled(&called(cells, KIND, "dimension"), &cells.choice(KIND, "+new", "dimension")))
                (labelled(&called(cells, KIND, "date"), &cells.line(KIND, "+new", "date")))
                (labelled(&words.t("bench-impact"), &cells.number(KIND, "+new", "impact")))
                (labelled(&words.t("bench-pertinence"), &cells.number(KIND, "+new", "pertinence")))
            }
        }
        div.withside {
            div.columns {
                @for dimension in dimensions {
                    @let own: Vec<&Record> = shown.iter().copied().filter(|record| said(Some(record), "dimension") == dimension).collect();
                    section.column {
                        h2 { @if dimension.is_empty() { (words.t("bench-no-dimension")) } @else { (words.choice("dimension", dimension)) } " " span.count { (own.len()) } }
                        @for kind in HitKind::ALL.iter().map(|kind| kind.as_str()).chain([""]) {
                            @let of_kind: Vec<&Record> = own.iter().copied().filter(|record| said_kind(record) == kind).collect();
                            @if !of_kind.is_empty() {
                                h3 { @if kind.is_empty() { (words.t("bench-no-kind")) } @else { (words.choice("hit", kind)) } }
                                @for record in of_kind { (card(cells, record)) }
                            }
                        }
                    }
                }
            }
            (plane(cells, &shown))
        }
    }
}

fn said_kind(record: &Record) -> String {
    said(Some(record), "kind")
}

fn card(cells: &Cells<'_>, record: &Record) -> Markup {
    let id = record.id.as_str();
    let marks = ["impact", "pertinence"].map(|key| said(Some(record), key));
    html! {
        details.hit id=(format!("at-{id}")) {
            summary { (named(record, cells.seat.who.lang)) @if marks.iter().all(|mark| !mark.is_empty()) { " " span.soft.marked { (marks.join("\u{a0}×\u{a0}")) } } }
            p { (link(cells, KIND, id)) " " span.soft { (cells.seat.who.words.date(&said(Some(record), "date"))) } }
            (labelled(&called(cells, KIND, "name"), &cells.text(KIND, id, "name", 2)))
            (labelled(&called(cells, KIND, "summary"), &cells.text(KIND, id, "summary", 3)))
            (labelled(&called(cells, KIND, "kind"), &cells.choice(KIND, id, "kind")))
            (labelled(&called(cells, KIND, "dimension"), &cells.choice(KIND, id, "dimension")))
            div.pairs {
                (labelled(&cells.seat.t("bench-impact"), &cells.number(KIND, id, "impact")))
                (labelled(&cells.seat.t("bench-pertinence"), &cells.number(KIND, id, "pertinence")))
            }
        }
    }
}

/// Impact by pertinence: what stands high in both comes first.
fn plane(cells: &Cells<'_>, shown: &[&Record]) -> Markup {
    let words = &cells.seat.who.words;
    let mark = |record: &Record, key: &str| {
        said(Some(record), key).parse::<f64>().ok().map(|mark| mark.round() as i64)
    };
    let at = |impact: i64, pertinence: i64| -> Vec<&Record> {
        let own = |record: &&Record| {
            mark(record, "impact") == Some(impact) && mark(record, "pertinence") == Some(pertinence)
        };
        shown.iter().copied().filter(own).collect()
    };
    html! {
        section.side-plane aria-label=(words.t("bench-plane")) {
            h2 { (words.t("bench-plane")) }
            table.marks {
                thead { tr { td {} @for pertinence in 1..=5 { th scope="col" { (pertinence) } } } }
                tbody { @for impact in (1..=5).rev() {
                    tr {
                        th scope="row" { (impact) }
                        @for pertinence in 1..=5 {
                            td.high[impact > 3 && pertinence > 3] {
                                @for record in at(impact, pertinence) { a href=(format!("#at-{}", record.id)) title=(named(record, cells.seat.who.lang)) { (record.id) } " " }
                            }
                        }
                    }
                } }
            }
            p.soft { (words.t("bench-plane-about")) }
        }
    }
}
