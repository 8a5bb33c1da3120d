//! The PDF.

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Column, Table};
use atalaya_report::pdf::pdf;
use atalaya_report::rich::Inline;
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

/// The tags of a PDF and the words in them, in the order in which a screen reader says them; `None` without poppler.
fn tags(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let told = std::process::Command::new("pdfinfo").arg("-struct-text").arg(&path).output().ok()?;
    let mut out: Vec<(String, String)> = Vec::new();
    for line in String::from_utf8_lossy(&told.stdout).lines().map(str::trim) {
        if let Some(words) = line.strip_prefix('"') {
            if let Some((_, said)) = out.last_mut() {
                said.push_str(words.trim_end_matches('"'));
            }
        } else if !line.starts_with('/') {
            out.push((line.split([' ', '(']).next().unwrap_or_default().to_owned(), String::new()));
        }
    }
    Some(out)
}

/// The letters and digits of a text: where a line ends and a word is divided is no part of the order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn the_tags_are_read_in_the_order_of_the_document() {
    for lang in Lang::ALL {
        let document = fixture::document(lang);
        let out = pdf(&document, &Words::new(lang)).unwrap();
        let Some(tags) = tags(&out.bytes) else {
            eprintln!("skipped: pdfinfo (poppler-utils) is not installed");
            return;
        };
        let levels: Vec<u32> =
            tags.iter().filter_map(|(tag, _)| tag.strip_prefix('H')?.parse().ok()).collect();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        let said: String = tags.iter().map(|(_, said)| letters(said)).collect();
        let mut at = 0;
        let mut read = 0;
        let mut next = |text: &str| {
            // How a text begins is its place; poppler leaves out some of what follows a hyphen within a line.
            let wanted: String = letters(text).chars().take(40).collect();
            if wanted.len() > 12 {
                let found = said[at..].find(&wanted);
                at += found.unwrap_or_else(|| panic!("not read in its place: {text}")) + wanted.len();
                read += 1;
            }
        };
        for block in &document.blocks {
            match block {
                Block::Heading(heading) => next(&heading.text),
                Block::Lead(rich) | Block::Paragraph(rich) => {
                    for inline in &rich.0 {
                        if let Inline::Text(text) | Inline::Strong(text) | Inline::Emph(text) = inline {
                            next(text);
                        }
                    }
                }
                _ => {}
            }
        }
        assert!(read >= 10, "{read}");
    }
}
