//! The Word file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Document, Table};
use atalaya_report::docx::docx;
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
    ("tcPr", &["tcW", "gridSpan", "tcBorders", "vAlign"]),
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

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}
