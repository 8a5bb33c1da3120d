//! Opportunities as cards that read from the trend to the need, to the technology, to the offer.

use maud::{Markup, html};

use super::{Asked, called, found, labelled, link};
use crate::pages::{cells::Cells, record::named};

const KIND: &str = "opportunity";

pub fn draw(cells: &Cells<'_>, _: &Asked) -> Markup {
    let words = &cells.seat.who.words;
    let own = cells.sheet.of_kind(KIND);
    html! {
        @for record in &own {
            section.chain id=(format!("at-{}", record.id)) {
                h2 { (link(cells, KIND, &record.id)) " " (named(record, cells.seat.who.lang)) }
                (found(cells, KIND, &record.id))
                (card(cells, &record.id))
            }
        }
        section.chain {
            h2 { (words.t("bench-add-opportunity")) }
            (card(cells, "+new"))
        }
    }
}

fn card(cells: &Cells<'_>, id: &str) -> Markup {
    let words = &cells.seat.who.words;
    let field =
        |key: &str, rows: usize| labelled(&called(cells, KIND, key), &cells.text(KIND, id, key, rows));
    html! {
        ol.steps4 {
            li { h3 { (words.t("bench-step-trend")) } (cells.some_of(KIND, id, "evidence", "evidence")) }
            li { h3 { (words.t("bench-step-need")) } (field("customer", 2)) (field("place", 1)) }
            li { h3 { (words.t("bench-step-technology")) } (field("technology", 2)) (field("asset", 2)) }
            li { h3 { (words.t("bench-step-offer")) } (field("name", 2)) (field("field", 1)) }
        }
        details {
            summary { (words.t("bench-conditions")) }
            div.line { (field("barrier", 2)) (field("legal", 2)) }
            (cells.some_of(KIND, id, "scenarios", "scenario"))
        }
    }
}
