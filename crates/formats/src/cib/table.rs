//! A matrix as a table: rows and columns are called `descriptor.variant`, in the same order.

use std::fmt::Write as _;

use atalaya_model::{Code, Diagnostic, Place, field::Printed};

use super::{Descriptor, Matrix, Name, check_shape, fault, impact, printed, scaled};
use crate::{
    grid,
    sheet::{self, Sheet},
    workbook,
};

/// Reads a table. The first part of a label, up to its last point, is the descriptor; labels of one descriptor stand
/// together.
pub fn read(sheet: &Sheet<'_>, out: &mut Vec<Diagnostic>) -> Option<Matrix> {
    let grid = grid::find(sheet, true, out);
    if grid.broken {
        return None;
    }
    let mut descriptors: Vec<Descriptor> = Vec::new();
    for label in &grid.columns {
        let Some((of, variant)) =
            label.text.rsplit_once('.').filter(|(of, v)| !of.is_empty() && !v.is_empty())
        else {
            out.push(fault(label.place.clone(), "label").with("text", &label.text));
            return None;
        };
        match descriptors.iter().position(|d| d.name.short == of) {
            Some(at) if at + 1 == descriptors.len() => descriptors[at].variants.push(Name::of(variant)),
            Some(_) => {
                out.push(fault(label.place.clone(), "apart").with("name", of));
                return None;
            }
            None => descriptors.push(Descriptor { name: Name::of(of), variants: vec![Name::of(variant)] }),
        }
    }
    if !check_shape(&descriptors, &Place::at(&sheet.file, 1, 1), out) {
        return None;
    }
    let mut impacts = Vec::with_capacity(grid.rows.len() * grid.columns.len());
    let mut places = Vec::with_capacity(grid.rows.len());
    let mut empty = 0;
    for column in &grid.columns {
        // Rows in the order of the columns.
        let row = grid.rows.iter().find(|row| row.text == column.text)?;
        places.push(row.place.line);
        let line = &sheet.rows[row.index];
        for target in &grid.columns {
            let text = line.cell(target.index);
            if text.is_empty() {
                empty += usize::from(
                    column.text.rsplit_once('.').map(|c| c.0) != target.text.rsplit_once('.').map(|c| c.0),
                );
                impacts.push((0, 0));
                continue;
            }
            let comma = text.replace(',', ".");
            let Some(read) = impact(&comma) else {
                let place = sheet.place(row.place.line, target.index);
                out.push(fault(place, "cell").with("text", text.chars().take(40).collect::<String>()));
                return None;
            };
            impacts.push(read);
        }
    }
    if empty > 0 {
        let all = impacts.len();
        let found = Diagnostic::new(Code::EmptyCells, Place::file(&sheet.file));
        out.push(found.with("count", empty).with("cells", all));
    }
    match scaled(&impacts) {
        Ok((cells, scale)) => Some(Matrix { title: String::new(), descriptors, cells, scale }),
        Err(index) => {
            let place = sheet
                .place(places[index / grid.columns.len()], grid.columns[index % grid.columns.len()].index);
            out.push(fault(place, "large").with("text", impacts[index].0));
            None
        }
    }
}

/// The labels of rows and columns: names where they tell everything apart, else positions.
#[must_use]
pub fn labels(matrix: &Matrix) -> Vec<String> {
    let by = |name: &Name, index: usize, repeated: bool| match repeated || name.short.is_empty() {
        true => (index + 1).to_string(),
        false => name.short.replace('.', "·"),
    };
    let repeats = |names: &[&str]| names.iter().enumerate().any(|(i, name)| names[..i].contains(name));
    let all: Vec<&str> = matrix.descriptors.iter().map(|d| d.name.short.as_str()).collect();
    let mut out = Vec::new();
    for (index, d) in matrix.descriptors.iter().enumerate() {
        let own: Vec<&str> = d.variants.iter().map(|v| v.short.as_str()).collect();
        for (v, variant) in d.variants.iter().enumerate() {
            out.push(format!("{}.{}", by(&d.name, index, repeats(&all)), by(variant, v, repeats(&own))));
        }
    }
    out
}

/// The matrix as CSV.
#[must_use]
pub fn print(matrix: &Matrix) -> String {
    let labels = labels(matrix);
    let mut text = String::new();
    for label in &labels {
        text.push(',');
        sheet::quote(label, b',', &mut text);
    }
    text.push('\n');
    for (label, row) in labels.iter().zip(matrix.cells.chunks(labels.len().max(1))) {
        sheet::quote(label, b',', &mut text);
        for &cell in row {
            let _ = write!(text, ",{}", printed(i64::from(cell), matrix.scale));
        }
        text.push('\n');
    }
    text
}

/// The matrix as a workbook of one sheet, which [`read`] reads.
///
/// # Errors
/// The reason, where a name is longer than a spreadsheet holds.
pub fn workbook(matrix: &Matrix) -> Result<Vec<u8>, String> {
    let text = |label: &String| Printed::Text(label.clone());
    let labels = labels(matrix);
    let mut rows =
        vec![std::iter::once(Printed::Text(String::new())).chain(labels.iter().map(text)).collect()];
    for (label, row) in labels.iter().zip(matrix.cells.chunks(labels.len().max(1))) {
        let number = |&cell: &i32| printed(i64::from(cell), matrix.scale).parse().map_or(0.0, |n: f64| n);
        rows.push(
            std::iter::once(text(label)).chain(row.iter().map(|c| Printed::Number(number(c)))).collect(),
        );
    }
    workbook::plain("matrix", &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<Matrix>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        let matrix = read(&sheet::parse("x.csv", text, &mut out), &mut out);
        (matrix, out)
    }

    #[test]
    fn a_table_comes_back() {
        let text = ",A.a,A.b,B.x\nA.a,0,0,1.5\nA.b,0,0,-2\nB.x,3,-1,0\n";
        let (matrix, out) = of(text);
        let matrix = matrix.unwrap();
        assert!(out.is_empty(), "{out:?}");
        assert_eq!((matrix.sizes(), matrix.scale), (vec![2, 1], 10));
        assert_eq!(matrix.cells, [0, 0, 15, 0, 0, -20, 30, -10, 0]);
        assert_eq!(print(&matrix), text);
    }

    #[test]
    fn a_workbook_comes_back() {
        for text in [
            ",A.a,A.b,B.x\nA.a,0,0,1.5\nA.b,0,0,-2\nB.x,3,-1,0\n",
            ",\"=A, \"\"1\"\".a\",\"=A, \"\"1\"\".1\"\n\"=A, \"\"1\"\".a\",0,0.000001\n\"=A, \"\"1\"\".1\",-3,2\n",
        ] {
            let matrix = of(text).0.unwrap();
            let sheets = crate::book::sheets_of(&workbook(&matrix).unwrap(), "x.xlsx").unwrap();
            let mut out = Vec::new();
            assert_eq!(read(&sheets[0].1, &mut out), Some(matrix), "{out:?}");
        }
    }

    #[test]
    fn rows_may_stand_in_another_order_and_judgements_may_be_missing() {
        let (matrix, out) = of(",A.a,A.b,B.x\nB.x,3,,0\nA.b,,,-2\nA.a,,,1\n");
        assert_eq!(matrix.unwrap().cells, [0, 0, 1, 0, 0, -2, 3, 0, 0]);
        assert_eq!(out[0].code, Code::EmptyCells);
        assert_eq!(out[0].args[0], ("count", "1".to_owned()));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, fault) in [
            (",A\nA,0\n", "label"),
            (",A.a,B.x,A.b\nA.a,0,0,0\nB.x,0,0,0\nA.b,0,0,0\n", "apart"),
            (",A.a\nA.a,much\n", "cell"),
            (",A.a\nA.a,99999999999\n", "large"),
        ] {
            let (matrix, out) = of(text);
            assert!(matrix.is_none());
            assert!(out.iter().any(|d| d.args.contains(&("fault", fault.to_owned()))), "{text}: {out:?}");
        }
    }

    #[test]
    fn blank_and_repeated_names_become_positions() {
        let name =
            |d: &str, v: [&str; 2]| Descriptor { name: Name::of(d), variants: v.map(Name::of).to_vec() };
        let descriptors = vec![name("A", ["x", "x"]), name("B", ["", "y"])];
        let matrix = Matrix { descriptors, cells: vec![0; 16], scale: 1, title: String::new() };
        assert_eq!(labels(&matrix), ["A.1", "A.2", "B.1", "B.y"]);
        assert_eq!(of(&print(&matrix)).0.unwrap().sizes(), [2, 2]);
    }
}
