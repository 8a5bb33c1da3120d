//! The styles, numberings and sections. Every look of the text is a named style, so that an institution's template can
//! be laid over it.

use atalaya_words::Words;

use super::xml::{HEAD, SPACES, escaped};
use crate::doc::Front;

/// Words in the accent.
pub(super) const ACCENT: &str = "<w:rStyle w:val=\"MarkAccent\"/>";
/// Words that need care.
pub(super) const CARE: &str = "<w:rStyle w:val=\"MarkCare\"/>";
/// Words that recede.
pub(super) const QUIET: &str = "<w:rStyle w:val=\"MarkQuiet\"/>";
/// Code.
pub(super) const CODE: &str = "<w:rStyle w:val=\"Code\"/>";
/// A paragraph that stays with what follows.
pub(super) const KEEP: &str = "<w:keepNext/>";
/// The numbering of bullets.
pub(super) const BULLETS: usize = 3;
/// The numbering of the first numbered list; those before it belong to headings and bullets.
pub(super) const FIRST_LIST: usize = 4;

/// Run properties with one more, the style first as the schema has it.
pub(super) fn with(base: &str, more: &str) -> String {
    match (base.contains("<w:rStyle"), more.contains("<w:rStyle")) {
        // A run has one style: the mark of the cell stands.
        (true, true) => base.to_owned(),
        (false, true) => format!("{more}{base}"),
        _ if base.contains(more) => base.to_owned(),
        _ => format!("{base}{more}"),
    }
}

/// The style of the words of a table of a type size in points, and its size in half points: Word has no finer ones.
pub(super) fn table_text(points: f64) -> (&'static str, u32) {
    let half = (points * 2.0).floor() as u32;
    let fits = TABLE_TEXTS.iter().find(|(_, _, own)| *own <= half);
    fits.map_or(("TableTextDense", 13), |(id, _, own)| (id, *own))
}

/// Styles of the words of tables: id, word, size in half points.
const TABLE_TEXTS: [(&str, &str, u32); 4] = [
    ("TableText", "table-text", 17),
    ("TableTextClose", "table-text-close", 16),
    ("TableTextSmall", "table-text-small", 15),
    ("TableTextDense", "table-text-dense", 13),
];

/// A type size in half points.
pub(super) fn size(half: u32) -> String {
    format!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>")
}

/// The kinds of page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Section {
    /// The cover, without running header.
    Cover,
    /// An upright page.
    Upright,
    /// One page for everything, with narrow margins.
    Sheet,
    /// A page on its side.
    Lying,
}

/// The properties of a section: A4, with the margins of the printed report.
pub(super) fn section(section: Section) -> String {
    let (references, size) = match section {
        Section::Cover => (String::new(), "w:w=\"11906\" w:h=\"16838\""),
        Section::Upright | Section::Sheet => (running(1), "w:w=\"11906\" w:h=\"16838\""),
        Section::Lying => (running(2), "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\""),
    };
    let ends = match section {
        Section::Sheet => {
            "w:top=\"1134\" w:right=\"1417\" w:bottom=\"794\" w:left=\"1531\" w:header=\"567\" w:footer=\"397\""
        }
        _ => {
            "w:top=\"1757\" w:right=\"1417\" w:bottom=\"1531\" w:left=\"1531\" w:header=\"850\" w:footer=\"737\""
        }
    };
    format!(
        "<w:sectPr>{references}<w:type w:val=\"nextPage\"/><w:pgSz {size}/><w:pgMar {ends} w:gutter=\"0\"/></w:sectPr>"
    )
}

fn running(number: u8) -> String {
    format!(
        "<w:headerReference w:type=\"default\" r:id=\"header{number}\"/><w:footerReference w:type=\"default\" r:id=\"footer{number}\"/>"
    )
}

/// `word/numbering.xml`: headings, annexes, bullets, and a restart for each numbered list.
pub(super) fn numbering(lists: usize) -> String {
    let headings = |id: u8, style: &str, first: &str| {
        let levels: String = (0..4)
            .map(|level| {
                let format = if level == 0 { first } else { "decimal" };
                let text: Vec<String> = (1..=level + 1).map(|n| format!("%{n}")).collect();
                format!(
                    "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle w:val=\"{style}{}\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr><w:rPr><w:color w:val=\"0D6E6E\"/></w:rPr></w:lvl>",
                    level + 1,
                    text.join("."),
                )
            })
            .collect();
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>{levels}</w:abstractNum>"
        )
    };
    let list = |id: u8, format: &str, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"340\" w:hanging=\"283\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let mut out = format!("{HEAD}<w:numbering {SPACES}>");
    out.push_str(&headings(0, "Heading", "decimal"));
    out.push_str(&headings(1, "HeadingAnnex", "upperLetter"));
    out.push_str(&list(2, "bullet", "•"));
    out.push_str(&list(3, "decimal", "%1."));
    for id in 0..3 {
        out.push_str(&format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{id}\"/></w:num>", id + 1));
    }
    for list in 0..lists.max(1) {
        out.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            FIRST_LIST + list
        ));
    }
    out.push_str("</w:numbering>");
    out
}

const SERIF: &str =
    "<w:rFonts w:ascii=\"Cambria\" w:hAnsi=\"Cambria\" w:eastAsia=\"Cambria\" w:cs=\"Times New Roman\"/>";
const SANS: &str =
    "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>";

/// The styles that Word knows, by name (one that ends in a space begins it), and where it lists them.
const BUILT_IN: [(&str, u8); 18] = [
    ("Normal Table", 99),
    ("Normal", 0),
    ("Body Text", 1),
    ("heading ", 9),
    ("Title", 10),
    ("Subtitle", 11),
    ("List Bullet", 12),
    ("List Number", 12),
    ("caption", 35),
    ("Bibliography", 37),
    ("TOC Heading", 39),
    ("toc ", 39),
    ("table of figures", 99),
    ("header", 99),
    ("footer", 99),
    ("footnote ", 99),
    ("Default Paragraph Font", 1),
    ("Hyperlink", 99),
];
/// Whether a name is that of a built-in style.
fn is_named(name: &str, own: &str) -> bool {
    name == own || (own.ends_with(' ') && name.starts_with(own))
}

/// Where Word lists the styles of the report.
const CUSTOM: u8 = 20;

/// A style under construction.
struct Style {
    kind: &'static str,
    id: String,
    name: String,
    based: String,
    next: String,
    /// Paragraph properties, in the order of the schema.
    paragraph: String,
    /// Run properties, in the order of the schema.
    run: String,
    /// Properties of tables.
    table: String,
    shown: bool,
}

fn style(kind: &'static str, id: impl Into<String>, name: impl Into<String>) -> Style {
    let text = String::new;
    Style {
        kind,
        id: id.into(),
        name: name.into(),
        based: text(),
        next: text(),
        paragraph: text(),
        run: text(),
        table: text(),
        shown: true,
    }
}

fn para(id: &str, name: &str, based: &str, paragraph: &str, run: &str) -> Style {
    Style {
        based: based.into(),
        paragraph: paragraph.into(),
        run: run.into(),
        ..style("paragraph", id, name)
    }
}

fn words(id: &str, name: &str, run: &str) -> Style {
    Style { run: run.into(), ..style("character", id, name) }
}

impl Style {
    fn next(mut self, next: &str) -> Self {
        self.next = next.into();
        self
    }

    fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    fn print(&self) -> String {
        let value = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!("<w:{name} w:val=\"{}\"/>", escaped(value)),
        };
        let group = |name: &str, inner: &str| match inner {
            "" => String::new(),
            inner => format!("<w:{name}>{inner}</w:{name}>"),
        };
        let built_in = BUILT_IN.iter().find(|(name, _)| is_named(&self.name, name)).map(|(_, place)| *place);
        let default =
            matches!((self.kind, self.id.as_str()), ("paragraph", "Normal") | ("table", "TableNormal"));
        format!(
            "<w:style w:type=\"{}\"{}{} w:styleId=\"{}\">{}{}{}<w:uiPriority w:val=\"{}\"/>{}{}{}{}</w:style>",
            self.kind,
            if default { " w:default=\"1\"" } else { "" },
            if built_in.is_none() { " w:customStyle=\"1\"" } else { "" },
            self.id,
            value("name", &self.name),
            value("basedOn", &self.based),
            value("next", &self.next),
            built_in.unwrap_or(CUSTOM),
            if self.shown { "<w:qFormat/>" } else { "<w:semiHidden/>" },
            group("pPr", &self.paragraph),
            group("rPr", &self.run),
            self.table,
        )
    }
}

/// `word/styles.xml`. `language`: the tag of the study's language.
pub(super) fn styles(language: &str, name: &Words, front: Front) -> String {
    let breaks = front == Front::Cover;
    let own = |key: &str| name.choice("docx-style", key);
    let space = |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let colour = |hex: &str| format!("<w:color w:val=\"{hex}\"/>");
    let side = |colour: &str, kind: &str, width: u32| {
        format!(
            "<w:pBdr><w:left w:val=\"{kind}\" w:sz=\"{width}\" w:space=\"8\" w:color=\"{colour}\"/></w:pBdr>"
        )
    };
    let mut all = vec![
        para("Normal", "Normal", "", "", ""),
        para(
            "BodyText",
            "Body Text",
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"140\" w:line=\"283\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>",
            "",
        ),
        para(
            "Lead",
            &own("lead"),
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"180\" w:line=\"276\" w:lineRule=\"auto\"/>",
            &size(26),
        )
        .next("BodyText"),
        para("Kicker", &own("kicker"), "Normal", "<w:pBdr><w:top w:val=\"single\" w:sz=\"28\" w:space=\"10\" w:color=\"0D6E6E\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"1800\"/>", &(SANS.to_owned() + "<w:b/>" + &colour("0D6E6E") + &size(20)))
            .next("Title"),
        para(
            "TitleKicker",
            &own("title-kicker"),
            "Normal",
            &space(0, 120),
            &(SANS.to_owned() + "<w:b/>" + &colour("0D6E6E") + &size(19)),
        )
        .next("Title"),
        para("Title", "Title", "Normal", "<w:suppressAutoHyphens/><w:spacing w:before=\"0\" w:after=\"300\" w:line=\"240\" w:lineRule=\"auto\"/>", &size(52)).next("Subtitle"),
        para("Subtitle", "Subtitle", "Normal", &space(0, 500), &(colour("4F565C") + &size(28))).next("Byline"),
        para("Byline", &own("byline"), "Normal", &space(0, 100), &(SANS.to_owned() + &size(20))),
        para("CoverPicture", &own("cover-picture"), "Normal", &space(900, 300), ""),
    ];
    // Headings of the chapters, of annexes, without number, and of the page that stands alone.
    for level in 1..=4_u32 {
        let look = match level {
            1 if !breaks => (
                "<w:keepNext/><w:keepLines/>",
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"8\" w:color=\"1C2024\"/></w:pBdr><w:suppressAutoHyphens/>",
                (480, 200),
                30,
            ),
            1 => (
                "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>",
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"10\" w:color=\"1C2024\"/></w:pBdr><w:suppressAutoHyphens/>",
                (0, 360),
                40,
            ),
            2 => ("<w:keepNext/><w:keepLines/>", "<w:suppressAutoHyphens/>", (420, 160), 27),
            3 => ("<w:keepNext/><w:keepLines/>", "<w:suppressAutoHyphens/>", (320, 120), 22),
            _ => ("<w:keepNext/><w:keepLines/>", "<w:suppressAutoHyphens/>", (240, 100), 20),
        };
        let (keep, border, (before, after), half) = look;
        let outline = format!("<w:outlineLvl w:val=\"{}\"/>", level - 1);
        let numbered = |number: u8| {
            format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{number}\"/></w:numPr>", level - 1)
        };
        let run =
            SANS.to_owned() + "<w:b/>" + &colour(if level == 4 { "4F565C" } else { "1C2024" }) + &size(half);
        let spacing = space(before, after);
        all.push(
            para(
                &format!("Heading{level}"),
                &format!("heading {level}"),
                "Normal",
                &format!("{keep}{}{border}{spacing}{outline}", numbered(1)),
                &run,
            )
            .next("BodyText"),
        );
        let heading = format!("Heading{level}");
        for (id, number, listed) in
            [("HeadingAnnex", 2, true), ("HeadingPlain", 0, true), ("AsideHeading", 0, false)]
        {
            let outline = if listed { outline.clone() } else { "<w:outlineLvl w:val=\"9\"/>".to_owned() };
            let numbering = match number {
                0 => "<w:numPr><w:numId w:val=\"0\"/></w:numPr>".to_owned(),
                number => numbered(number),
            };
            all.push(
                para(
                    &format!("{id}{level}"),
                    &format!("{} {level}", own(&id.to_lowercase())),
                    &heading,
                    &format!("{numbering}{outline}"),
                    "",
                )
                .next("BodyText"),
            );
        }
    }
    let bordered = |id: &str, key: &str, title: bool, line: (&str, &str, u32), text: &str| {
        let (hex, kind, width) = line;
        let keep = if title { "<w:keepNext/>" } else { "" };
        let (before, after) = if title { (200, 40) } else { (0, 80) };
        let weight = if title { "<w:b/>" } else { "" };
        para(
            id,
            &own(key),
            "Normal",
            &format!("{keep}{}{}<w:ind w:left=\"227\"/>", side(hex, kind, width), space(before, after)),
            &(SANS.to_owned() + weight + &colour(text) + &size(18)),
        )
    };
    all.extend([
        bordered("NoteTitle", "note-title", true, ("0D6E6E", "single", 16), "1C2024").next("NoteText"),
        bordered("NoteText", "note", false, ("0D6E6E", "single", 16), "1C2024"),
        bordered("CareTitle", "care-title", true, ("B7791F", "single", 16), "8A5A0F").next("CareText"),
        bordered("CareText", "care", false, ("B7791F", "single", 16), "1C2024"),
        bordered("GapTitle", "gap-title", true, ("4F565C", "dashed", 12), "1C2024").next("GapText"),
        bordered("GapText", "gap", false, ("4F565C", "dashed", 12), "1C2024"),
        para(
            "CardTitle",
            &own("card-title"),
            "Normal",
            &format!("<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"0D6E6E\"/></w:pBdr>{}", space(320, 80)),
            &(SANS.to_owned() + "<w:b/>" + &size(23)),
        )
        .next("BodyText"),
        para("CardTags", &own("card-tags"), "Normal", &format!("<w:keepNext/>{}", space(0, 120)), &(SANS.to_owned() + &colour("4F565C") + &size(17))),
        para("TraceTitle", &own("trace-title"), "Normal", &format!("<w:keepNext/>{}", space(240, 60)), &(SANS.to_owned() + "<w:b/>" + &size(19))),
        para("Caption", "caption", "Normal", &format!("<w:keepNext/><w:keepLines/>{}", space(280, 100)), &(SANS.to_owned() + &colour("1C2024") + &size(18))),
        para("Picture", &own("picture"), "Normal", &format!("<w:keepNext/>{}", space(0, 60)), ""),
        para("Source", &own("source"), "Normal", &format!("<w:keepLines/>{}", space(60, 0)), &(SANS.to_owned() + &colour("4F565C") + &size(15))),
        para("SourceEnd", &own("source-end"), "Source", &space(60, 260), ""),
        para("AfterTable", &own("after-table"), "Normal", "<w:spacing w:before=\"0\" w:after=\"180\" w:line=\"20\" w:lineRule=\"exact\"/>", &size(2)).hidden(),
        para("SectionEnd", &own("section-end"), "Normal", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>", &size(2)).hidden(),
        para("ListBullet", "List Bullet", "Normal", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr><w:spacing w:before=\"0\" w:after=\"80\" w:line=\"276\" w:lineRule=\"auto\"/>", ""),
        para("ListNumber", "List Number", "Normal", &format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{FIRST_LIST}\"/></w:numPr><w:spacing w:before=\"0\" w:after=\"80\" w:line=\"276\" w:lineRule=\"auto\"/>"), ""),
        para("Bibliography", "Bibliography", "Normal", "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"110\"/><w:ind w:left=\"454\" w:hanging=\"454\"/>", &size(20)),
        para("ContentsTitle", "TOC Heading", "Normal", &format!("<w:keepNext/><w:pageBreakBefore/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"10\" w:color=\"1C2024\"/></w:pBdr>{}", space(0, 300)), &(SANS.to_owned() + "<w:b/>" + &size(40))),
        para("ContentsPart", &own("contents-part"), "Normal", &format!("<w:keepNext/>{}", space(480, 160)), &(SANS.to_owned() + "<w:b/>" + &size(27))),
        para("TOC1", "toc 1", "Normal", &contents_line(0, 140, 40), &(SANS.to_owned() + "<w:b/>" + &size(20))),
        para("TOC2", "toc 2", "Normal", &contents_line(227, 0, 40), &(SANS.to_owned() + &size(18))),
        para("TableofFigures", "table of figures", "Normal", "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8958\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"60\"/>", &(SANS.to_owned() + &size(17))),
        para("Header", "header", "Normal", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"CFCDC6\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"8958\"/></w:tabs>", &(SANS.to_owned() + &colour("4F565C") + &size(15))),
        para("Footer", "footer", "Normal", "<w:jc w:val=\"right\"/>", &(SANS.to_owned() + &colour("4F565C") + &size(16))),
        para("FootnoteText", "footnote text", "Normal", &space(0, 40), &(SANS.to_owned() + &size(16))),
        words("DefaultParagraphFont", "Default Paragraph Font", "").hidden(),
        words("FootnoteReference", "footnote reference", "<w:color w:val=\"0D6E6E\"/><w:vertAlign w:val=\"superscript\"/>"),
        words("Hyperlink", "Hyperlink", "<w:color w:val=\"0D6E6E\"/>"),
        words("InnerLink", &own("inner-link"), "<w:color w:val=\"0D6E6E\"/>"),
        words("Code", &own("code"), "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:sz w:val=\"18\"/>"),
        words("MarkAccent", &own("mark-accent"), "<w:b/><w:color w:val=\"0D6E6E\"/>"),
        words("MarkCare", &own("mark-care"), "<w:color w:val=\"8A5A0F\"/><w:u w:val=\"dotted\" w:color=\"B7791F\"/>"),
        words("MarkQuiet", &own("mark-quiet"), "<w:color w:val=\"4F565C\"/>"),
        Style {
            table: "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>".into(),
            ..style("table", "TableNormal", "Normal Table").hidden()
        },
        Style { based: "TableNormal".into(), table: table_look(), ..style("table", "AtalayaTable", own("table")) },
        Style {
            based: "TableNormal".into(),
            table: "<w:tblPr><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"170\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstCol\"><w:rPr><w:b/></w:rPr></w:tblStylePr>".into(),
            ..style("table", "Facts", own("facts"))
        },
    ]);
    for (id, key, half) in TABLE_TEXTS {
        all.push(if id == "TableText" {
            let look = "<w:suppressAutoHyphens/><w:spacing w:before=\"40\" w:after=\"40\"/>";
            para(id, &own(key), "Normal", look, &(SANS.to_owned() + &size(half)))
        } else {
            para(id, &own(key), "TableText", "", &size(half))
        });
    }
    let printed: String = all.iter().map(Style::print).collect();
    format!(
        "{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:color w:val=\"1C2024\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{printed}</w:styles>"
    )
}

fn contents_line(left: u32, before: u32, after: u32) -> String {
    format!(
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"{}\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8958\"/></w:tabs><w:spacing w:before=\"{before}\" w:after=\"{after}\"/><w:ind w:left=\"{left}\"/>",
        left + 454
    )
}

/// A head between rules, a hair line between rows, a rule at the end.
fn table_look() -> String {
    let line = |side: &str, size: u32, colour: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{colour}\"/>")
    };
    format!(
        "<w:tblPr><w:tblBorders>{}{}{}</w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>{}</w:tcBorders></w:tcPr></w:tblStylePr>",
        line("top", 8, "1C2024"),
        line("bottom", 8, "1C2024"),
        line("insideH", 4, "DEDCD4"),
        line("bottom", 6, "1C2024"),
    )
}
