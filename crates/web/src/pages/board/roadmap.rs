//! The roadmap: actions and milestones on the years, moved by their fields or by keys.

use atalaya_store::Record;
use maud::{Markup, html};

use super::{Asked, called, link};
use crate::pages::{cells::Cells, pieces::said, record::named};

pub fn draw(cells: &Cells<'_>, _: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let frame = &cells.sheet.loaded.value.frame;
    let year = |record: &Record, key: &str| said(Some(record), key).parse::<i64>().ok();
    let mut actions = cells.sheet.of_kind("action");
    actions.sort_by_key(|record| {
        (year(record, "from").unwrap_or(i64::MAX), year(record, "to").unwrap_or(i64::MAX))
    });
    let mut milestones = cells.sheet.of_kind("milestone");
    milestones.sort_by_key(|record| year(record, "year").unwrap_or(i64::MAX));
    let told = actions.iter().flat_map(|record| [year(record, "from"), year(record, "to")]);
    let told: Vec<i64> = told.chain(milestones.iter().map(|record| year(record, "year"))).flatten().collect();
    let first = frame.base_year.into_iter().chain(told.iter().copied()).min().unwrap_or(2025);
    let last = frame.horizon.into_iter().chain(told.iter().copied()).max().unwrap_or(first + 10);
    // A slip of the finger in a year must not draw a thousand columns.
    let years: Vec<i64> = (first.max(last - 60)..=last).collect();
    let early = |id: &str| {
        let row = cells.sheet.point.act.roadmap.iter().find(|row| row.action == id);
        row.map(|row| row.too_early.join(", ")).unwrap_or_default()
    };
    // What has its years and does not enter: as it was decided, or by the rule.
    let left = |record: &Record| {
        let enters = cells.sheet.point.act.roadmap.iter().any(|row| row.action == record.id);
        year(record, "from").is_some() && !enters
    };
    html! {
        p.soft.keys { (words.t("bench-roadmap-keys")) }
        // On a phone the years lie beyond its edge.
        p.soft.sideways { (words.with("bench-roadmap-sideways", &[("first", first.max(last - 60).to_string().into()), ("last", last.to_string().into())])) }
        div.scroll.road tabindex="0" role="region" aria-label=(words.t("bench-board-roadmap")) {
            table.road #road data-first=(years.first().copied().unwrap_or(first)) {
                thead { tr {
                    th scope="col" { (atalaya_words::capital(&words.t("kinds-action"))) }
                    th scope="col" { (called(cells, "action", "from")) }
                    th scope="col" { (called(cells, "action", "to")) }
                    @for year in &years { th.year scope="col" { (year) } }
                } }
                tbody {
                    @for record in &actions {
                        @let (from, to) = (year(record, "from"), year(record, "to"));
                        @let late = early(&record.id);
                        @let left = left(record);
                        tr.span.left[left] {
                            th scope="row" { (link(cells, "action", &record.id)) " " span.plain { (named(record, cells.seat.who.lang)) }
                                @if left { " " span.soft.plain { "(" (words.t("bench-left")) ")" } }
                                @if !late.is_empty() { span.care { " " (words.t("bench-too-early")) " " (late) } } }
                            td.when { (cells.year("action", &record.id, "from")) }
                            td.when { (cells.year("action", &record.id, "to")) }
                            @for year in &years { td.slot.on[from.is_some_and(|from| from <= *year) && to.or(from).is_some_and(|to| *year <= to)] {} }
                        }
                    }
                    tr.span.new {
                        th scope="row" { span.lang { (words.t("bench-add-action")) } (cells.text("action", "+new", "name", 1)) }
                        td.when { (cells.year("action", "+new", "from")) }
                        td.when { (cells.year("action", "+new", "to")) }
                        @for _ in &years { td.slot {} }
                    }
                }
                tbody {
                    tr { th scope="rowgroup" { (atalaya_words::capital(&words.t("kinds-milestone"))) } td colspan=(years.len() + 2) {} }
                    @for record in &milestones {
                        @let at = year(record, "year");
                        tr.point {
                            th scope="row" { (link(cells, "milestone", &record.id)) " " span.plain { (named(record, cells.seat.who.lang)) } }
                            td.when colspan="2" { (cells.year("milestone", &record.id, "year")) }
                            @for year in &years { td.slot.on[at == Some(*year)] {} }
                        }
                    }
                    tr.point.new {
                        th scope="row" { span.lang { (words.t("bench-add-milestone")) } (cells.text("milestone", "+new", "name", 1)) (cells.choice("milestone", "+new", "kind")) }
                        td.when colspan="2" { (cells.year("milestone", "+new", "year")) }
                        @for _ in &years { td.slot {} }
                    }
                }
            }
        }
    }
}
