//! The parts around the text: what Word must find to open the file.

use atalaya_model::Lang;
use atalaya_words::{Conventions, Words};

use super::body::Written;
use super::styles;
use super::xml::{HEAD, SPACES, escaped, field, paragraph, run};
use crate::doc::Document;
use crate::rich::short_title;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A language as Word names it, in the country of a document.
pub(super) fn tag(document: &Document, lang: Lang) -> &'static str {
    match lang {
        Lang::Es => Conventions::of(lang, document.locale).tag(),
        Lang::En => "en-US",
    }
}

/// Every part but the pictures, by name, in the order of the archive.
pub(super) fn parts(document: &Document, words: &Words, written: &Written<'_>) -> Vec<(String, String)> {
    let language = tag(document, document.lang);
    let own = |name: &str, text: String| (name.to_owned(), text);
    vec![
        own("[Content_Types].xml", content_types()),
        own("_rels/.rels", package_relations()),
        own("docProps/core.xml", core(document, language)),
        own(
            "docProps/app.xml",
            format!(
                "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Atalaya</Application></Properties>"
            ),
        ),
        own("word/document.xml", written.text.clone()),
        own("word/styles.xml", styles::styles(language, words, document.front)),
        own("word/numbering.xml", styles::numbering(written.numbered)),
        own("word/settings.xml", settings(language, document.conventions())),
        own("word/footnotes.xml", footnotes(&written.footnotes)),
        own("word/header1.xml", header(document, 8958)),
        own("word/header2.xml", header(document, 13_890)),
        own("word/footer1.xml", footer()),
        own("word/footer2.xml", footer()),
        own("word/_rels/document.xml.rels", relations(written)),
        own("word/_rels/footnotes.xml.rels", links(written, String::new())),
    ]
}

fn content_types() -> String {
    let parts: String = [
        ("word/document.xml", "document.main+xml"),
        ("word/styles.xml", "styles+xml"),
        ("word/numbering.xml", "numbering+xml"),
        ("word/settings.xml", "settings+xml"),
        ("word/footnotes.xml", "footnotes+xml"),
        ("word/header1.xml", "header+xml"),
        ("word/header2.xml", "header+xml"),
        ("word/footer1.xml", "footer+xml"),
        ("word/footer2.xml", "footer+xml"),
    ]
    .iter()
    .map(|(part, kind)| format!("<Override PartName=\"/{part}\" ContentType=\"{WORD}.{kind}\"/>"))
    .collect();
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{parts}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
    )
}

fn relation(id: &str, kind: &str, target: &str, external: bool) -> String {
    let mode = if external { " TargetMode=\"External\"" } else { "" };
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"{mode}/>", escaped(target))
}

fn relationships(inner: &str) -> String {
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>")
}

fn package_relations() -> String {
    relationships(
        &[
            relation("main", &format!("{OFFICE}/officeDocument"), "word/document.xml", false),
            relation(
                "core",
                &format!("{PACKAGE}/relationships/metadata/core-properties"),
                "docProps/core.xml",
                false,
            ),
            relation("app", &format!("{OFFICE}/extended-properties"), "docProps/app.xml", false),
        ]
        .concat(),
    )
}

fn relations(written: &Written<'_>) -> String {
    let mut inner = String::new();
    for (id, kind) in [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ] {
        inner.push_str(&relation(id, &format!("{OFFICE}/{kind}"), &format!("{id}.xml"), false));
    }
    for (index, picture) in written.pictures.iter().enumerate() {
        let id = format!("image{}", index + 1);
        inner.push_str(&relation(&id, &format!("{OFFICE}/image"), &picture.file, false));
    }
    links(written, inner)
}

fn links(written: &Written<'_>, mut inner: String) -> String {
    for (index, url) in written.links.iter().enumerate() {
        let id = format!("link{}", index + 1);
        inner.push_str(&relation(&id, &format!("{OFFICE}/hyperlink"), url, true));
    }
    relationships(&inner)
}

fn core(document: &Document, language: &str) -> String {
    let day = document.date.as_str();
    // The day that the study speaks of: the file says the same on every run.
    let created = match day.len() {
        10 => format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{0}T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{0}T00:00:00Z</dcterms:modified>",
            escaped(day)
        ),
        _ => String::new(),
    };
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>{created}<dc:language>{language}</dc:language></cp:coreProperties>",
        escaped(&document.title),
        escaped(&document.authors.join("; ")),
    )
}

/// Fields are brought up to date when the file is opened: page numbers are known only to whoever sets the pages.
fn settings(language: &str, conventions: Conventions) -> String {
    let (decimal, separator) = (conventions.decimal(), conventions.separator());
    format!(
        "{HEAD}<w:settings {SPACES}><w:zoom w:percent=\"100\"/><w:autoHyphenation w:val=\"true\"/><w:hyphenationZone w:val=\"360\"/><w:doNotHyphenateCaps/><w:updateFields w:val=\"true\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{language}\"/><w:decimalSymbol w:val=\"{decimal}\"/><w:listSeparator w:val=\"{separator}\"/></w:settings>"
    )
}

fn footnotes(notes: &[String]) -> String {
    let mut out = format!(
        "{HEAD}<w:footnotes {SPACES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (index, note) in notes.iter().enumerate() {
        let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        let content = format!("{mark}{}{note}", run("", " "));
        out.push_str(&format!(
            "<w:footnote w:id=\"{}\">{}</w:footnote>",
            index + 1,
            paragraph("FootnoteText", "", &content)
        ));
    }
    out.push_str("</w:footnotes>");
    out
}

fn header(document: &Document, tab: u32) -> String {
    let tabs = match tab {
        8958 => String::new(),
        tab => format!(
            "<w:tabs><w:tab w:val=\"clear\" w:pos=\"8958\"/><w:tab w:val=\"right\" w:pos=\"{tab}\"/></w:tabs>"
        ),
    };
    let mut content = run("", &short_title(&document.running.study));
    if !document.running.notice.is_empty() {
        content.push_str("<w:r><w:tab/></w:r>");
        content.push_str(&run("<w:b/><w:color w:val=\"8A5A0F\"/>", &document.running.notice));
    }
    format!("{HEAD}<w:hdr {SPACES}>{}</w:hdr>", paragraph("Header", &tabs, &content))
}

fn footer() -> String {
    format!("{HEAD}<w:ftr {SPACES}>{}</w:ftr>", paragraph("Footer", "", &field("", "PAGE", "1")))
}
