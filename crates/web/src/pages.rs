//! The pages, by what people do on them.

pub mod account;
pub mod beside;
pub mod board;
mod cells;
pub mod decide;
pub mod design;
pub mod files;
pub mod history;
pub mod home;
pub mod live;
pub mod matrix;
pub mod out;
pub mod part;
pub mod people;
mod pieces;
pub mod problems;
pub mod reading;
pub mod record;
pub mod report;
pub mod room;
pub mod scw;
pub mod study;
pub mod texts;
mod times;

use atalaya_model::{Lang, choice::Provenance};
use atalaya_store::Record;
use maud::Markup;

use crate::{
    app::Seat,
    desk::Sheet,
    shell::{self, Bar, Page},
};

/// A page of a study.
fn within(seat: &Seat, sheet: &Sheet, here: &str, title: &str, body: &Markup) -> Page {
    let frame = &sheet.loaded.value.frame;
    let lang = seat.who.lang;
    let short = frame.notice_short.get(lang);
    let notice = match frame.provenance {
        _ if !short.is_empty() => Some(short.to_owned()),
        Some(Provenance::Illustrative) => Some(seat.t("notice-illustrative-short")),
        _ => None,
    };
    let bar =
        Bar { seat, title: name(seat, sheet, lang), here, seq: sheet.seq, notices: sheet.notices(), notice };
    shell::page(&seat.who.words, title, Some(&bar), body)
}

/// A text of a record in a language, or in the other where that is missing.
fn in_either(record: Option<&Record>, key: &str, lang: Lang) -> String {
    let sides = [lang, lang.other()].map(|side| pieces::said(record, &format!("{key}.{}", side.code())));
    sides.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// What the study is called.
fn name(seat: &Seat, sheet: &Sheet, lang: Lang) -> String {
    let title = sheet.loaded.value.frame.title.get(lang);
    if title.is_empty() { seat.t("report-untitled") } else { title.to_owned() }
}
