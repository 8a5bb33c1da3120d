//! The PDF.

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Column, Table};
use atalaya_report::pdf::pdf;
use atalaya_words::Words;

use crate::fixture;
use crate::html::show;

#[test]
fn the_pdf_is_tagged_and_repeats_itself() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let document = fixture::document(lang);
        let first = pdf(&document, &words).unwrap();
        show(&format!("report.{}.pdf", lang.code()), &first.bytes);
        assert!(first.accessible);
        assert!(first.pages > 8);
        if lang == Lang::Es {
            assert!(first.bytes == pdf(&document, &words).unwrap().bytes);
        }
    }
}

#[test]
fn what_people_wrote_is_never_markup() {
    let hostile = "\"] #panic() $x$ \\ #image(\"/etc/passwd\") @ref <label> *b* 👩‍🚀 שלום مرحبا 漢字 \u{202e}x";
    let mut document = fixture::document(Lang::En);
    document.title = hostile.into();
    document.authors = vec![hostile.into()];
    document.running.study = hostile.into();
    document.date = "2018-02-31".into();
    let mut table = Table::new("t-hostile", hostile, vec![Column::text(hostile).unit(hostile)]);
    table.push(vec![hostile.into()]);
    document.blocks.push(Block::Table(table));
    document.blocks.push(Block::Paragraph(hostile.repeat(200).into()));
    let out = pdf(&document, &Words::new(Lang::En)).unwrap();
    show("hostile.pdf", &out.bytes);
    assert!(out.accessible);
}
