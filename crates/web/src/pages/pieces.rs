//! Pieces that several pages share: what records say, and texts side by side.

use atalaya_model::Lang;
use atalaya_store::{Field, Record};
use maud::{Markup, html};

use crate::{app::Seat, desk::Sheet, shell::hint};

/// What a form sent, in its order: a name may come more than once.
pub type Sent = Vec<(String, String)>;

/// The languages in which the study's texts are written: as it says, else that of the person.
pub fn sides(seat: &Seat, sheet: &Sheet) -> Vec<Lang> {
    let told: Vec<Lang> =
        sheet.loaded.value.frame.languages.iter().filter_map(|code| Lang::parse(code)).collect();
    let mut sides: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| told.contains(lang)).collect();
    if sides.is_empty() {
        sides.push(seat.who.lang);
    }
    sides
}

/// What a field of a record says.
pub fn said(record: Option<&Record>, key: &str) -> String {
    record.and_then(|record| record.fields.get(key)).map(Field::cell).unwrap_or_default()
}

/// A text in the languages of the study, side by side. `name` is its name in the form, `base` what it says by language,
/// `text` what stands in it now.
pub fn texts(
    seat: &Seat,
    sides: &[Lang],
    (own, label): (&str, &str),
    long: bool,
    stands: impl Fn(Lang) -> (String, String, String),
) -> Markup {
    let words = &seat.who.words;
    html! {
        div.field.both.alone[sides.len() == 1] role="group" aria-label=(label) {
            span.label { (label) @if long { " " (hint(&words.t("web-markdown"))) } }
            @for lang in sides {
                @let (name, base, text) = stands(*lang);
                @let spoken = format!("{label} ({})", words.t(&format!("language-{}", lang.code())));
                @let rows = if long { 10 } else { (text.chars().count() / 60 + 1).min(8) };
                span.side {
                    @if sides.len() > 1 { span.lang { (words.t(&format!("language-{}", lang.code()))) } }
                    input type="hidden" name=(format!("o:{name}")) value=(base);
                    textarea id=(format!("{own}-{name}")) name=(format!("f:{name}")) rows=(rows) lang=(lang.code()) aria-label=(spoken) { (text) }
                }
            }
        }
    }
}

/// The items of a cell that lists ids.
pub fn items(cell: &str) -> Vec<&str> {
    cell.split([' ', ',', ';']).filter(|item| !item.is_empty()).collect()
}
