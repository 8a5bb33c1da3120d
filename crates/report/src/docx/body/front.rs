//! What stands before the text: cover or title, contents.

use super::Body;
use crate::cover::{Ink, ruler};
use crate::doc::Front;
use crate::docx::xml::{escaped, field, run};
use crate::resolve::{Entry, SUMMARY};

impl Body<'_> {
    pub(super) fn cover(&mut self) {
        let cover = &self.document.cover;
        self.title();
        if let Some(span) = &cover.span {
            let picture = ruler(span, &Ink { line: "#4f565c", accent: "#0d6e6e" });
            // What it shows stands in the facts below.
            let drawing = self.drawing("cover", &picture, None, super::TALLEST);
            self.paragraph("CoverPicture", "", &drawing);
        }
        if let Some(notice) = &cover.notice {
            let notice = self.rich(notice);
            self.paragraph("CareText", "", &notice);
        }
        self.facts(&cover.facts, "");
        if !cover.colophon.is_empty() {
            self.paragraph("Source", "", &run("", &cover.colophon));
        }
    }

    /// The title above the text.
    pub(super) fn title(&mut self) {
        let document = self.document;
        let cover = &document.cover;
        if !cover.kicker.is_empty() {
            let style = if document.front == Front::Cover { "Kicker" } else { "TitleKicker" };
            self.paragraph(style, "", &run("", &cover.kicker));
        }
        self.paragraph("Title", "", &run("", &document.title));
        if !document.subtitle.is_empty() {
            self.paragraph("Subtitle", "", &run("", &document.subtitle));
        }
        if !document.authors.is_empty() {
            self.paragraph("Byline", "", &run("", &self.words.list(&document.authors)));
        }
        if !document.date.is_empty() {
            let day = self.words.date(&document.date);
            let line = self.words.with("report-as-of", &[("date", day.into())]);
            self.paragraph("Byline", "", &run("", &line));
        }
        if document.front == Front::Title
            && let Some(notice) = &cover.notice
        {
            let notice = self.rich(notice);
            self.paragraph("CareText", "", &notice);
        }
    }

    /// The contents as Word keeps them, filled in so that they are there before anybody brings them up to date; the
    /// numbers of pages come with that, since only whoever sets the pages knows them.
    pub(super) fn contents(&mut self) {
        self.paragraph("ContentsTitle", "", &run("", &self.words.t("report-contents")));
        let labels = self.labels;
        let summary = (!self.document.decision.is_empty()).then(|| Entry {
            level: 1,
            number: String::new(),
            text: self.words.t("report-decision"),
            anchor: SUMMARY.to_owned(),
        });
        let chapters = labels.contents.iter().filter(|entry| entry.level <= 2);
        let entries: Vec<&Entry> = summary.iter().chain(chapters).collect();
        self.listing("TOC \\o \"1-2\" \\h \\z \\u", &entries, |entry| {
            let style = if entry.level == 1 { "TOC1" } else { "TOC2" };
            (style, entry.number.clone(), entry.text.clone())
        });
        for (title, key, entries) in [
            ("report-list-of-tables", "report-table", &labels.tables),
            ("report-list-of-figures", "report-figure", &labels.figures),
        ] {
            if entries.is_empty() {
                continue;
            }
            self.paragraph("ContentsPart", "", &run("", &self.words.t(title)));
            let name = self.series(key).1;
            let (words, entries): (_, Vec<&Entry>) = (self.words, entries.iter().collect());
            self.listing(&format!("TOC \\h \\z \\c \"{name}\""), &entries, |entry| {
                let number = words.with(key, &[("number", entry.number.as_str().into())]);
                ("TableofFigures", String::new(), format!("{number}. {}", entry.text))
            });
        }
    }

    pub(super) fn listing(
        &mut self,
        code: &str,
        entries: &[&Entry],
        line: impl Fn(&Entry) -> (&'static str, String, String),
    ) {
        let begin = format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            escaped(code)
        );
        for (index, entry) in entries.iter().enumerate() {
            let (style, number, text) = line(entry);
            let number =
                if number.is_empty() { String::new() } else { run("", &number) + "<w:r><w:tab/></w:r>" };
            let bookmark = self.bookmark(&entry.anchor);
            let page = field("", &format!("PAGEREF {bookmark} \\h"), "–");
            let content = format!(
                "{}<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">{number}{}<w:r><w:tab/></w:r>{page}</w:hyperlink>{}",
                if index == 0 { begin.as_str() } else { "" },
                run("", &text),
                if index + 1 == entries.len() { "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" } else { "" },
            );
            self.paragraph(style, "", &content);
        }
    }
}
