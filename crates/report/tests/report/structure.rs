//! Numbers and references.

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Heading};
use atalaya_report::resolve::{DocumentError, Labels};
use atalaya_report::rich::Rich;
use atalaya_words::Words;

use crate::fixture;

#[test]
fn every_reference_is_called_by_its_number() {
    let words = Words::new(Lang::Es);
    let labels = Labels::of(&fixture::document(Lang::Es), &words).unwrap();
    for (anchor, cited) in [
        ("scope", "capítulo 1"),
        ("tree", "sección 1.1"),
        ("matrix", "sección 2.1"),
        ("annex-panel", "anexo A"),
        ("annex-traces", "anexo B"),
        ("references", "«Referencias»"),
        ("t-scope", "tabla 1"),
        ("t-log", "tabla 4"),
        ("f-plane", "figura 1"),
        ("gutarra-2018", "Gutarra y Valente, 2018"),
        ("tr-plane", "traza 1"),
        ("card-s2", "S2"),
    ] {
        assert_eq!(labels.cited(anchor).replace('\u{a0}', " "), cited, "{anchor}");
    }
    assert_eq!(labels.contents.len(), 10);
}

#[test]
fn mistakes_of_structure_are_found() {
    let words = Words::new(Lang::En);
    let whole = fixture::document(Lang::En);
    let with = |block: Block| {
        let mut document = whole.clone();
        document.blocks.push(block);
        Labels::of(&document, &words).unwrap_err()
    };
    assert_eq!(
        with(Block::Paragraph(Rich::default().refer("nowhere"))),
        DocumentError::MissingAnchor("nowhere".into())
    );
    assert_eq!(with(Block::Why("nowhere".into())), DocumentError::MissingAnchor("nowhere".into()));
    assert_eq!(
        with(Block::Heading(Heading::new(1, "Twice", "scope"))),
        DocumentError::DuplicateAnchor("scope".into())
    );
    assert_eq!(
        with(Block::Heading(Heading::new(1, "Path", "../x"))),
        DocumentError::BadAnchor("../x".into())
    );
    assert_eq!(
        with(Block::Heading(Heading::new(3, "Deep", "deep"))),
        DocumentError::SkippedLevel("Deep".into())
    );
    assert_eq!(
        with(Block::Figure(fixture::figure(Lang::En, "T-Scope"))),
        DocumentError::DuplicateAnchor("T-Scope".into())
    );
    let mut figure = fixture::figure(Lang::En, "f-blind");
    figure.alt = " ".into();
    assert_eq!(with(Block::Figure(figure)), DocumentError::NoDescription("f-blind".into()));
}
