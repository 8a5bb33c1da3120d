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
    let index = names.iter().position(|name| name.ends_with("t-variables")).unwrap();
    let sheet = book.worksheet_range(&names[index]).unwrap();
    let head: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(head[..4], ["Grupo", "Código", "Variable", "Influencia (puntos)"]);
    let row = sheet.rows().find(|row| row[1] == Data::String("V7".into())).unwrap();
    assert_eq!(row[3], Data::Float(-18.5));
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
    let name = book.sheet_names().into_iter().find(|name| name.ends_with(" x")).unwrap();
    assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none());
    let sheet = book.worksheet_range(&name).unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("=cmd|' /C calc'!A0".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::Float(0.75)));
    assert_eq!(sheet.get((2, 1)), Some(&Data::String("–".into())));
}
