//! FODA: four quadrants, a line to add a factor in each, and the crossing as a grid.

use atalaya_model::{
    Family, Kind,
    choice::{Choice, FactorKind},
};
use maud::{Markup, PreEscaped, html};

use super::{Asked, link, with};
use crate::pages::{cells::Cells, matrix};

const KIND: &str = "factor";

pub fn draw(cells: &Cells<'_>, _: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    // What is of the subject above, what is around it below; what helps at the left.
    let order = [FactorKind::Strength, FactorKind::Weakness, FactorKind::Opportunity, FactorKind::Threat];
    let known: Vec<&str> = order.iter().map(|kind| kind.as_str()).collect();
    let loose = cells
        .sheet
        .of_kind(KIND)
        .into_iter()
        .filter(|record| !known.contains(&crate::pages::pieces::said(Some(record), "kind").as_str()));
    let loose: Vec<_> = loose.collect();
    html! {
        div.quadrants {
            @for kind in known.iter().copied() {
                @let own = with(cells, KIND, "kind", kind);
                section class={ "quadrant " (kind) } {
                    h2 { (words.t(&format!("bench-foda-{kind}"))) " " span.count { (own.len()) } }
                    ul.factors { @for record in &own {
                        li { div.factor { (link(cells, KIND, &record.id)) (cells.text(KIND, &record.id, "name", 1)) }
                            (cells.some_of(KIND, &record.id, "variables", Kind::Variable.as_str())) }
                    } }
                    div.cell { span.lang { (words.t("bench-add-factor")) }
                        input type="hidden" name=(format!("k:{KIND}/+{kind}/kind")) value=(kind);
                        (cells.text(KIND, &format!("+{kind}"), "name", 1)) }
                }
            }
        }
        @if !loose.is_empty() {
            section { h2 { (words.t("bench-no-kind")) }
                ul.factors { @for record in &loose { li { div.factor { (link(cells, KIND, &record.id)) (cells.text(KIND, &record.id, "name", 1)) (cells.choice(KIND, &record.id, "kind")) } } } } }
        }
        h2 { (words.t("bench-crossing")) }
        p { (words.t("bench-crossing-about")) }
        (rounds(cells))
        div.report { (PreEscaped(matrix::picture(cells.seat, cells.sheet, "structure", "figure-foda-crossing").unwrap_or_default())) }
    }
}

/// The ways to the grids in which the crossing is answered.
fn rounds(cells: &Cells<'_>) -> Markup {
    let words = &cells.seat.who.words;
    let Some(family) = Family::find("crossing") else { return html! {} };
    let ways: Vec<_> = matrix::ways(cells.sheet, family);
    html! {
        @if ways.is_empty() { p.soft { (words.t("bench-crossing-none")) " " a href=(cells.seat.at("/list/round")) { (words.t("kinds-round")) } } }
        ul.boards { @for (round, path) in &ways { li { a.button.second href=(cells.seat.at(path)) { (words.with("bench-crossing-round", &[("round", round.as_str().into())])) } } } }
    }
}
