//! The Word file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Card, Document, Fact, Heading, Note, NoteKind, Table, Trace};
use atalaya_report::docx::docx;
use atalaya_report::rich::Rich;
use atalaya_words::Words;
use resvg::usvg::roxmltree::{Document as Xml, Node};

use crate::{fixture, html};

type Parts = BTreeMap<String, Vec<u8>>;

fn parts(document: &Document) -> Parts {
    let bytes = docx(document, &Words::new(document.lang)).unwrap();
    html::show(&format!("fixture-{}.docx", document.lang.code()), &bytes);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Parts::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(out.insert(name.clone(), content).is_none(), "{name} is there twice");
    }
    out
}

fn text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    std::str::from_utf8(&parts[name]).unwrap()
}

fn values<'a>(xml: &'a Xml<'_>, element: &str, attribute: &str) -> Vec<&'a str> {
    let own = xml.descendants().filter(|node| node.tag_name().name() == element);
    own.filter_map(|node| node.attributes().find(|a| a.name() == attribute).map(|a| a.value())).collect()
}

fn instructions<'a>(xml: &'a Xml<'_>) -> Vec<&'a str> {
    xml.descendants().filter(|n| n.has_tag_name((W, "instrText"))).filter_map(|n| n.text()).collect()
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

#[test]
fn the_file_repeats_itself_and_speaks_the_language_of_the_study() {
    for (lang, tag) in [(Lang::Es, "es-PE"), (Lang::En, "en-US")] {
        let document = fixture::document(lang);
        let words = Words::new(lang);
        assert_eq!(docx(&document, &words).unwrap(), docx(&document, &words).unwrap());
        let parts = parts(&document);
        let styles = Xml::parse(text(&parts, "word/styles.xml")).unwrap();
        assert_eq!(values(&styles, "lang", "val"), [tag]);
        assert!(text(&parts, "docProps/core.xml").contains(&format!("<dc:language>{tag}</dc:language>")));
    }
}

#[test]
fn whatever_a_part_names_is_there() {
    let parts = parts(&fixture::document(Lang::Es));
    for (name, content) in parts.iter().filter(|(name, _)| !name.ends_with(".png")) {
        Xml::parse(std::str::from_utf8(content).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let document = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let footnotes = Xml::parse(text(&parts, "word/footnotes.xml")).unwrap();
    let relations = Xml::parse(text(&parts, "word/_rels/document.xml.rels")).unwrap();

    let mut relation_ids = BTreeSet::new();
    for relation in relations.descendants().filter(|node| node.has_tag_name_local("Relationship")) {
        assert!(relation_ids.insert(relation.attribute("Id").unwrap()), "an id is there twice");
        let target = relation.attribute("Target").unwrap();
        let outside = relation.attribute("TargetMode") == Some("External");
        assert!(outside || parts.contains_key(&format!("word/{target}")), "{target} is missing");
    }
    for (element, attribute) in
        [("hyperlink", "id"), ("blip", "embed"), ("headerReference", "id"), ("footerReference", "id")]
    {
        for id in values(&document, element, attribute) {
            assert!(relation_ids.contains(id), "{element} {id}");
        }
    }

    let bookmarks = values(&document, "bookmarkStart", "name");
    let unique: BTreeSet<&str> = bookmarks.iter().copied().collect();
    assert_eq!(unique.len(), bookmarks.len());
    let asked = instructions(&document)
        .into_iter()
        .chain(instructions(&footnotes))
        .filter_map(|code| code.trim().strip_prefix("REF "))
        .filter_map(|rest| rest.split(' ').next());
    let anchors =
        values(&document, "hyperlink", "anchor").into_iter().chain(values(&footnotes, "hyperlink", "anchor"));
    for name in asked.chain(anchors) {
        assert!(unique.contains(name), "no bookmark {name}");
    }

    let styles = Xml::parse(text(&parts, "word/styles.xml")).unwrap();
    let defined: BTreeSet<&str> = values(&styles, "style", "styleId").into_iter().collect();
    for xml in [&document, &footnotes, &styles] {
        for element in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
            for style in values(xml, element, "val") {
                assert!(defined.contains(style), "no style {style}");
            }
        }
    }
    let numbering = Xml::parse(text(&parts, "word/numbering.xml")).unwrap();
    let numbers: BTreeSet<&str> = values(&numbering, "num", "numId").into_iter().collect();
    for number in values(&document, "numId", "val").into_iter().chain(values(&styles, "numId", "val")) {
        assert!(number == "0" || numbers.contains(number), "no numbering {number}");
    }
    let notes: BTreeSet<&str> = values(&footnotes, "footnote", "id").into_iter().collect();
    let called = values(&document, "footnoteReference", "id");
    assert!(!called.is_empty() && called.iter().all(|id| notes.contains(id)));
    assert_eq!(called.len() + 2, notes.len());
}

#[test]
fn tables_and_figures_have_captions_heads_and_descriptions_that_word_keeps() {
    let document = fixture::document(Lang::Es);
    let parts = parts(&document);
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let counted =
        |series: &str| instructions(&xml).iter().filter(|c| c.contains(&format!("SEQ {series}"))).count();
    assert_eq!(counted("Tabla"), document.tables().len());
    assert_eq!(counted("Figura"), document.figures().len());
    let own = |node: &Node<'_, '_>| {
        let style = node.descendants().find(|n| n.has_tag_name((W, "tblStyle")));
        style.and_then(|n| n.attribute((W, "val"))) == Some("AtalayaTable")
    };
    let tables: Vec<_> = xml.descendants().filter(|n| n.has_tag_name((W, "tbl")) && own(n)).collect();
    assert_eq!(tables.len(), document.tables().len());
    for table in tables {
        let rows: Vec<_> = table.children().filter(|n| n.has_tag_name((W, "tr"))).collect();
        assert!(rows[0].descendants().any(|n| n.has_tag_name((W, "tblHeader"))), "a head that repeats");
        let columns = table.descendants().filter(|n| n.has_tag_name((W, "gridCol"))).count();
        for row in rows {
            let cells: usize = row
                .children()
                .filter(|n| n.has_tag_name((W, "tc")))
                .map(|cell| {
                    let span = cell.descendants().find(|n| n.has_tag_name((W, "gridSpan")));
                    span.and_then(|n| n.attribute((W, "val"))).map_or(1, |v| v.parse().unwrap())
                })
                .sum();
            assert_eq!(cells, columns);
        }
    }
    // The first picture is the ruler of the cover, which is decoration.
    let described = values(&xml, "docPr", "descr");
    assert_eq!(described, document.figures().iter().map(|figure| figure.alt.as_str()).collect::<Vec<_>>());
    for (name, bytes) in parts.iter().filter(|(name, _)| name.ends_with(".png")) {
        assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), 1863, "{name}: 158 mm at 300 dpi");
    }
    let contents = instructions(&xml);
    assert!(contents.iter().any(|code| code.contains("TOC \\o")));
    for series in ["Tabla", "Figura"] {
        assert!(contents.iter().any(|code| code.contains(&format!("\\c \"{series}\""))));
    }
}

/// The order that the schema gives to the children of an element, as far as we write them.
const ORDERS: [(&str, &[&str]); 5] = [
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "numPr",
            "pBdr",
            "tabs",
            "suppressAutoHyphens",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "sectPr",
        ],
    ),
    ("rPr", &["rStyle", "rFonts", "b", "i", "color", "sz", "szCs", "u", "vertAlign", "lang"]),
    (
        "tblPr",
        &["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"],
    ),
    ("tcPr", &["tcW", "gridSpan", "tcBorders", "tcMar", "vAlign"]),
    ("sectPr", &["headerReference", "footerReference", "type", "pgSz", "pgMar"]),
];

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    let parts = parts(&fixture::document(Lang::Es));
    for name in ["document", "styles", "numbering", "footnotes", "header1", "header2", "footer1"] {
        let xml = Xml::parse(text(&parts, &format!("word/{name}.xml"))).unwrap();
        for (element, order) in ORDERS {
            for node in xml.descendants().filter(|node| node.has_tag_name((W, element))) {
                let children: Vec<&str> =
                    node.children().filter(Node::is_element).map(|n| n.tag_name().name()).collect();
                let places: Vec<usize> = children
                    .iter()
                    .map(|child| {
                        order
                            .iter()
                            .position(|own| own == child)
                            .unwrap_or_else(|| panic!("{element}/{child}"))
                    })
                    .collect();
                assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{name}: {element} {children:?}");
            }
        }
    }
}

#[test]
fn what_people_wrote_is_never_markup() {
    let mut document = fixture::document(Lang::Es);
    let hostile = "<w:p/>&amp;\"'\u{202e}\u{0}\u{ffff} ]]> 🚀 مرحبا = 1+1";
    document.title = hostile.to_owned();
    document.running.study = hostile.to_owned();
    document.blocks.push(Block::Paragraph(hostile.into()));
    let mut table = Table::new("hostile", hostile, vec![atalaya_report::doc::Column::text(hostile)]);
    table.push(vec![hostile.into()]);
    document.blocks.push(Block::Table(table));
    document.blocks.push(Block::Paragraph("palabra ".repeat(20_000).into()));
    let parts = parts(&document);
    for name in ["document", "header1"] {
        let xml = Xml::parse(text(&parts, &format!("word/{name}.xml"))).unwrap();
        let said: String =
            xml.descendants().filter(|n| n.has_tag_name((W, "t"))).filter_map(|n| n.text()).collect();
        assert!(said.contains("<w:p/>&amp;\"' ]]> 🚀 مرحبا = 1+1"), "{name}");
    }
}

/// The words of a paragraph.
fn said(paragraph: &Node<'_, '_>) -> String {
    paragraph.descendants().filter(|n| n.has_tag_name((W, "t"))).filter_map(|n| n.text()).collect()
}

fn has(node: &Node<'_, '_>, element: &str) -> bool {
    node.descendants().any(|own| own.has_tag_name((W, element)))
}

fn paragraphs<'a, 'i>(xml: &'a Xml<'i>, style: &str) -> Vec<Node<'a, 'i>> {
    let own = |node: &Node<'_, '_>| {
        let name = node.descendants().find(|own| own.has_tag_name((W, "pStyle")));
        name.and_then(|own| own.attribute((W, "val"))) == Some(style)
    };
    xml.descendants().filter(|node| node.has_tag_name((W, "p")) && own(node)).collect()
}

/// A table whose numbers need their width, as many rows as asked for.
fn numbers(rows: usize) -> Table {
    let columns = (0..9).map(|n| atalaya_report::doc::Column::number(format!("Columna {n}"))).collect();
    let mut table = Table::new("numbers", "Números", columns);
    for _ in 0..rows {
        table.push((0..9).map(|_| atalaya_report::doc::Cell::number(0.123, "1234.123")).collect());
    }
    table
}

/// A document of some blocks below a heading.
fn of(blocks: Vec<Block>) -> Document {
    let mut document = fixture::document(Lang::Es);
    document.decision.clear();
    document.traces.clear();
    document.blocks = vec![Block::Heading(Heading::new(1, "Uno", "one"))];
    document.blocks.extend(blocks);
    document
}

#[test]
fn columns_are_as_wide_as_their_words_and_the_space_after_them() {
    let parts = parts(&of(vec![Block::Table(numbers(30))]));
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let mut tables = xml.descendants().filter(|node| node.has_tag_name((W, "tbl")));
    let table = tables.next_back().unwrap();
    let value = |node: &Node<'_, '_>| node.attribute((W, "w")).unwrap().parse::<i64>().unwrap();
    let margins = table.descendants().find(|node| node.has_tag_name((W, "tblCellMar"))).unwrap();
    let gutter = margins.children().find(|node| node.has_tag_name((W, "right"))).map(|n| value(&n)).unwrap();
    let widths: Vec<i64> =
        table.descendants().filter(|n| n.has_tag_name((W, "gridCol"))).map(|n| value(&n)).collect();
    assert_eq!(widths[0] - widths[8], gutter);
    assert!((widths.iter().sum::<i64>() - 8940).abs() < 12, "{widths:?}");
    let rows: Vec<_> = table.children().filter(|node| node.has_tag_name((W, "tr"))).collect();
    let kept: Vec<bool> = rows[1..].iter().map(|row| has(row, "keepNext")).collect();
    assert!(kept[0] && !kept[10], "the first rows stay with the head");
    assert_eq!(kept[26..], [false, true, true, true], "the last three stay with what is said below");
}

#[test]
fn a_document_that_ends_on_its_side_has_no_page_after_it() {
    let wide = |n: usize| {
        let columns = (0..24).map(|n| atalaya_report::doc::Column::number(format!("Columna{n}"))).collect();
        let mut table = Table::new(format!("wide-{n}"), "Ancha", columns);
        table.push((0..24).map(|_| atalaya_report::doc::Cell::number(1.0, "1234.5678")).collect());
        Block::Table(table)
    };
    let parts =
        parts(&of(vec![Block::Paragraph("x".into()), wide(1), Block::Paragraph("y".into()), wide(2)]));
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let lying: Vec<bool> = xml
        .descendants()
        .filter(|node| node.has_tag_name((W, "pgSz")))
        .map(|node| node.attribute((W, "orient")) == Some("landscape"))
        .collect();
    assert_eq!(lying, [false, false, true, false, true], "cover, text, table, text, table");
}

#[test]
fn a_mark_stands_in_the_caption_and_no_space_before_a_chapter() {
    let mut document = of(vec![
        Block::Table(numbers(2)),
        Block::Why("trace-1".to_owned()),
        Block::Note(Note {
            kind: NoteKind::Gap,
            title: String::new(),
            body: vec![Block::List { ordered: false, items: vec!["Falta".into()] }],
        }),
        Block::Heading(Heading::new(1, "Dos", "two")),
        Block::Paragraph(Rich::default().strong("Título")),
        Block::Paragraph("Texto".into()),
        Block::Traces,
    ]);
    document.traces =
        vec![Trace { id: "trace-1".to_owned(), title: "De dónde".to_owned(), facts: Vec::new() }];
    let parts = parts(&document);
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let caption = paragraphs(&xml, "Caption").into_iter().find(|p| said(p).contains("Números")).unwrap();
    assert!(has(&caption, "footnoteReference"));
    assert!(xml.descendants().all(|node| node.text() != Some("¿Por qué?")));
    let listed = paragraphs(&xml, "GapText").into_iter().find(|p| said(p) == "Falta").unwrap();
    assert!(has(&listed, "numPr"), "a list inside of a note is of the note");
    let heading = paragraphs(&xml, "Heading1").into_iter().find(|p| said(p) == "Dos").unwrap();
    assert_eq!(heading.prev_sibling_element(), Some(listed), "no space before a chapter");
    let title = paragraphs(&xml, "BodyText").into_iter().find(|p| said(p) == "Título").unwrap();
    assert!(has(&title, "keepNext"), "a heading of a text stays with it");
}

#[test]
fn a_short_card_is_whole_and_what_follows_may_part_from_it() {
    let facts = (0..4).map(|n| Fact::new(format!("Dato {n}"), "valor")).collect();
    let card = |title: &str, body: Vec<Block>| {
        Block::Card(Card {
            anchor: String::new(),
            code: String::new(),
            title: title.to_owned(),
            tags: vec!["rasgo".to_owned()],
            body,
        })
    };
    let body = vec![Block::Facts(facts), Block::Paragraph("Fin".into())];
    let parts = parts(&of(vec![card("Corta", body), Block::Paragraph("Después".into())]));
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let all: Vec<_> = xml.descendants().filter(|node| node.has_tag_name((W, "p"))).collect();
    let at = |words: &str| all.iter().position(|p| said(p) == words).unwrap();
    assert!(all[at("Dato 0")..at("Fin")].iter().all(|p| has(p, "keepNext")));
    assert!(!has(&all[at("Fin")], "keepNext"));
}

#[test]
fn words_of_another_language_say_so() {
    let heading = Heading::new(1, "Abstract", "abstract-en").spoken(Lang::En);
    let document = of(vec![
        Block::Heading(heading),
        Block::Paragraph(Rich::default().strong("Objective.").and(" To see.")),
        Block::Heading(Heading::new(1, "Dos", "two")),
        Block::Paragraph("Otra vez".into()),
    ]);
    let parts = parts(&document);
    let xml = Xml::parse(text(&parts, "word/document.xml")).unwrap();
    let spoken = |words: &str| {
        let run = xml.descendants().find(|n| n.has_tag_name((W, "t")) && n.text() == Some(words)).unwrap();
        let run = run.parent().unwrap();
        run.descendants().find(|n| n.has_tag_name((W, "lang"))).and_then(|n| n.attribute((W, "val")))
    };
    // The contents name the chapter before it stands.
    assert_eq!(spoken(" To see."), Some("en-US"));
    assert_eq!(spoken("Objective."), Some("en-US"));
    assert_eq!(spoken("Otra vez"), None);
    let page = atalaya_report::html::html(&document, &Words::new(Lang::Es)).unwrap();
    assert!(page.contains("<h2 id=\"abstract-en\" lang=\"en\">") && page.contains("<p lang=\"en\">"));
    assert!(page.contains("<p>Otra vez</p>"));
}

#[test]
fn styles_that_are_ours_say_so_and_contents_reach_the_margin() {
    let parts = parts(&fixture::document(Lang::En));
    let xml = Xml::parse(text(&parts, "word/styles.xml")).unwrap();
    let style = |id: &str| {
        let mut all = xml.descendants().filter(|n| n.has_tag_name((W, "style")));
        all.find(|n| n.attribute((W, "styleId")) == Some(id)).unwrap()
    };
    for (id, own) in
        [("Lead", true), ("ContentsPart", true), ("NoteText", true), ("Heading1", false), ("TOC1", false)]
    {
        assert_eq!(style(id).attribute((W, "customStyle")) == Some("1"), own, "{id}");
        assert!(has(&style(id), "uiPriority"));
    }
    for id in ["TOC1", "TOC2", "TableofFigures"] {
        let indent = style(id).descendants().find(|n| n.has_tag_name((W, "ind")));
        assert!(indent.is_none_or(|n| n.attribute((W, "right")).is_none()), "{id}");
    }
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}
