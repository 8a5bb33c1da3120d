//! Axes and scenarios: the poles, the four scenarios in their quadrants with name, narrative, path and signs, and those
//! that stand elsewhere.

use atalaya_model::records::Frame;
use atalaya_store::Record;
use maud::{Markup, html};

use super::{Asked, called, found, labelled, link, with};
use crate::{
    pages::{cells::Cells, pieces::said, record::named},
    shell::hint,
};

const KIND: &str = "scenario";

pub fn draw(cells: &Cells<'_>, _: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let lang = cells.seat.who.lang;
    let axes = cells.sheet.of_kind("axis");
    // What a pole says: on the axis of the corner's first sign, or of its second.
    let pole = |axis: usize, side: char| {
        let text = |key: &str| crate::pages::in_either(axes.get(axis).copied(), key, lang);
        let told = if side == '+' { text("high") } else { text("low") };
        let told = if told.is_empty() { words.t("bench-no-pole") } else { told };
        format!("{} {told}", if side == '-' { '−' } else { side })
    };
    let corners = ["-+", "++", "--", "+-"];
    let others: Vec<&Record> = cells
        .sheet
        .of_kind(KIND)
        .into_iter()
        .filter(|record| !corners.contains(&said(Some(record), "corner").replace('−', "-").as_str()))
        .collect();
    html! {
        section.axes aria-label=(words.t("kinds-axis")) {
            @for (number, axis) in axes.iter().take(2).enumerate() { (self::axis(cells, number, &axis.id)) }
            @for number in axes.len()..2 { (self::axis(cells, number, &format!("+{number}"))) }
        }
        div.quadrants {
            @for corner in corners {
                @let mut sides = corner.chars();
                @let (x, y) = (sides.next().unwrap_or('+'), sides.next().unwrap_or('+'));
                @let own: Vec<&Record> = cells.sheet.of_kind(KIND).into_iter().filter(|record| said(Some(record), "corner").replace('−', "-") == corner).collect();
                section.quadrant aria-label=(format!("{} · {}", pole(0, x), pole(1, y))) {
                    p.poles { span { (pole(0, x)) } span { (pole(1, y)) } }
                    @for record in &own { (card(cells, record)) }
                    @if own.is_empty() {
                        @let mark = match corner { "++" => "+a", "+-" => "+b", "-+" => "+c", _ => "+d" };
                        input type="hidden" name=(format!("k:{KIND}/{mark}/corner")) value=(corner);
                        input type="hidden" name=(format!("k:{KIND}/{mark}/kind")) value="exploratory";
                        (labelled(&words.t("bench-add-scenario"), &cells.text(KIND, mark, "name", 1)))
                    }
                }
            }
        }
        @if !others.is_empty() {
            h2 { (words.t("bench-other-scenarios")) }
            div.quadrants { @for record in others { section.quadrant { (card(cells, record)) } } }
        }
    }
}

fn axis(cells: &Cells<'_>, number: usize, id: &str) -> Markup {
    let words = &cells.seat.who.words;
    html! {
        section.quadrant {
            h2 { (words.t(if number == 0 { "bench-axis-x" } else { "bench-axis-y" })) @if !id.starts_with('+') { " " (link(cells, "axis", id)) } }
            (labelled(&called(cells, "axis", "variable"), &cells.one_of("axis", id, "variable", "variable")))
            (labelled(&called(cells, "axis", "high"), &cells.text("axis", id, "high", 2)))
            (labelled(&called(cells, "axis", "low"), &cells.text("axis", id, "low", 2)))
        }
    }
}

fn card(cells: &Cells<'_>, record: &Record) -> Markup {
    let words = &cells.seat.who.words;
    let id = record.id.as_str();
    let lang = cells.seat.who.lang;
    let signs = with(cells, "sign", "scenario", id);
    let periods = &cells.sheet.loaded.value.frame.periods;
    let field = |key: &str| labelled(&called(cells, KIND, key), &cells.text(KIND, id, key, 2));
    html! {
        article.scenario id=(format!("at-{id}")) {
            h3 { (link(cells, KIND, id)) " " (named(record, lang)) }
            (found(cells, KIND, id))
            (labelled(&called(cells, KIND, "name"), &cells.text(KIND, id, "name", 1)))
            div.cell {
                span.lang { (words.t("bench-narrative")) " " (hint(&words.t("web-markdown"))) }
                (cells.text(KIND, id, "narrative", 6))
            }
            details {
                summary { (words.t("bench-path")) }
                @for period in periods {
                    @let years = Frame::period_years(period).map_or_else(|| period.clone(), |(from, to)| format!("{from}–{to}"));
                    (labelled(&years, &cells.text(KIND, id, &format!("path.{period}"), 2)))
                }
                @if periods.is_empty() { p.soft { (words.t("bench-no-periods")) } }
                (field("winners")) (field("losers")) (field("territory"))
            }
            details open[!signs.is_empty()] {
                summary { (words.t("bench-signs")) " " span.count { (signs.len()) } }
                @for sign in &signs {
                    div.factor { (link(cells, "sign", &sign.id)) (cells.text("sign", &sign.id, "name", 1)) }
                }
                @let mark = format!("+{id}");
                input type="hidden" name=(format!("k:sign/{mark}/scenario")) value=(id);
                (labelled(&words.t("bench-add-sign"), &cells.text("sign", &mark, "name", 1)))
            }
        }
    }
}
