//! The workbook of the tables.

use std::io::Cursor;

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Cell, Column, Table};
use atalaya_report::workbook::workbook;
use atalaya_words::Words;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::{fixture, html};

fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

#[test]
fn every_table_has_a_sheet_with_typed_numbers() {
    let document = fixture::document(Lang::Es);
    let words = Words::new(Lang::Es);
    let bytes = workbook(&document, &words).unwrap();
    assert_eq!(bytes, workbook(&document, &words).unwrap());
    html::show("fixture-es.xlsx", &bytes);
    let mut book = read(bytes);
    let names = book.sheet_names();
    assert_eq!(names.first().map(String::as_str), Some("Tablas"));
    assert_eq!(names.last().map(String::as_str), Some("Fuentes y reglas"));
    assert_eq!(names.len(), document.tables().len() + 2);
    let index = names.iter().position(|name| name.contains("Variables por influencia")).unwrap();
    let sheet = book.worksheet_range(&names[index]).unwrap();
    let head: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(head[..4], ["Grupo", "Código", "Variable", "Influencia (puntos)"]);
    let row = sheet.rows().find(|row| row[1] == Data::String("V7".into())).unwrap();
    assert_eq!(row[3], Data::Float(-18.5));
    // Below the table stand its title and what is said of it.
    let title =
        sheet.rows().position(|row| row[0].to_string().contains(". Variables por influencia")).unwrap();
    assert_eq!(sheet.rows().nth(title - 1).unwrap()[1], Data::Empty);
    assert!(names.iter().all(|name| name.chars().count() <= 31 && !name.contains("t-")), "{names:?}");
    let list = book.worksheet_range("Tablas").unwrap();
    assert_eq!(list.rows().count(), document.tables().len() + 4);
}

#[test]
fn formulas_and_long_texts_are_only_text() {
    let mut document = fixture::document(Lang::En);
    let mut table = Table::new("x", "=HYPERLINK(\"x\")", vec![Column::text("=1+1"), Column::number("n")]);
    table.push(vec!["=cmd|' /C calc'!A0".into(), Cell::number(0.75, "75 %")]);
    table.push(vec!["palabra ".repeat(20_000).into(), Cell::number(f64::NAN, "–")]);
    document.blocks.push(Block::Table(table));
    let mut book = read(workbook(&document, &Words::new(Lang::En)).unwrap());
    let name = book.sheet_names().into_iter().find(|name| name.contains("HYPERLINK")).unwrap();
    assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none());
    let sheet = book.worksheet_range(&name).unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("=cmd|' /C calc'!A0".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::Float(0.75)));
    assert_eq!(sheet.get((2, 1)), Some(&Data::String("–".into())));
}

#[test]
fn numbers_are_numbers_and_columns_have_one_form() {
    let mut document = fixture::document(Lang::Es);
    let columns = vec![
        Column::text("Regla"),
        Column::text("Valor"),
        Column::number("Lectura"),
        Column::number("Parte"),
        Column::number("Casos"),
    ];
    let mut table = Table::new("x", "Tipos de número", columns);
    let reading = |value: f64, text: &str| Cell::number(value, text);
    table.push(vec![
        "Pun\u{ad}to".into(),
        "0.15".into(),
        reading(0.121, "0.121 (2017)"),
        Cell::number(0.5, "50\u{a0}%"),
        Cell::number(12_500.0, "12\u{202f}500"),
    ]);
    table.push(vec!["2018".into(), "sí".into(), reading(2.0, "2 (2018)"), "7\u{a0}%".into(), "3".into()]);
    document.blocks.push(Block::Table(table));
    let bytes = workbook(&document, &Words::new(Lang::Es)).unwrap();
    let mut book = read(bytes.clone());
    let name = book.sheet_names().into_iter().find(|name| name.ends_with("Tipos de número")).unwrap();
    let sheet = book.worksheet_range(&name).unwrap();
    let row = |row: usize| sheet.rows().nth(row).unwrap().to_vec();
    let number = Data::Float;
    assert_eq!(row(0)[3], Data::String("Lectura: año".into()));
    assert_eq!(row(1)[0], Data::String("Punto".into()));
    assert_eq!(row(1)[1..], [number(0.15), number(0.121), number(2017.0), number(0.5), number(12_500.0)]);
    assert_eq!(row(2)[0], number(2018.0));
    assert_eq!(row(2)[1], Data::String("sí".into()));
    assert_eq!(row(2)[2..], [number(2.0), number(2018.0), number(0.07), number(3.0)]);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let styles = part("xl/styles.xml");
    assert!(styles.contains("#,##0") || styles.contains("numFmtId=\"3\""), "{styles}");
    let last = document.tables().len() + 1;
    for index in 1..=last + 1 {
        let sheet = part(&format!("xl/worksheets/sheet{index}.xml"));
        for setting in ["orientation=\"landscape\"", "fitToHeight=\"0\"", "<oddHeader>", "&amp;P / &amp;N"] {
            assert!(sheet.contains(setting), "sheet {index}: {setting}");
        }
    }
}
