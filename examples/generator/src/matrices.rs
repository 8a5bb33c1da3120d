//! Matrices that every expert fills, drawn around the value aimed at in each cell.

use std::collections::BTreeMap;

use crate::{
    answers,
    panel::EXPERTS,
    random::{Stream, median},
};

/// Deviations of the panel on an item, with median 0.
#[must_use]
pub fn deviations(stream: &mut Stream, experts: &[usize], spread: f64, lean: f64) -> Vec<f64> {
    let mut out: Vec<f64> =
        experts.iter().map(|e| spread * stream.noise() + lean * EXPERTS[*e].lean).collect();
    let middle = median(&out);
    out.iter_mut().for_each(|deviation| *deviation -= middle);
    out
}

/// Aims written as a line of digits for each row.
#[must_use]
pub fn digits(lines: &[&str]) -> Vec<Vec<f64>> {
    lines.iter().map(|line| line.bytes().map(|digit| f64::from(digit - b'0')).collect()).collect()
}

/// A matrix that every expert fills: its aims, and how it is answered.
pub struct Table {
    /// Round.
    pub round: &'static str,
    /// Family of questions.
    pub family: &'static str,
    /// Value aimed at in each cell.
    pub aims: Vec<Vec<f64>>,
    /// Ids of the rows.
    pub rows: Vec<String>,
    /// Ids of the columns.
    pub columns: Vec<String>,
    /// Spread of the answers.
    pub spread: f64,
    /// Ends of the scale.
    pub ends: (f64, f64),
}

impl Table {
    /// The matrix of each expert, by path; nobody is asked about a record and itself.
    #[must_use]
    pub fn files(&self, experts: &[usize]) -> BTreeMap<String, String> {
        let Self { round, family, aims, rows, columns, spread, ends: (low, high) } = self;
        let mut cells = vec![vec![vec![String::new(); columns.len()]; rows.len()]; experts.len()];
        for (row, line) in aims.iter().enumerate() {
            let mut stream = Stream::new(&format!("{round}/{family}"), row);
            for (column, aim) in line.iter().enumerate() {
                let said = deviations(&mut stream, experts, *spread, 0.2);
                for (expert, deviation) in said.into_iter().enumerate() {
                    let given = stream.unit();
                    let value = ((aim + deviation + 0.5).floor().clamp(*low, *high) as i32).to_string();
                    cells[expert][row][column] = match given {
                        _ if rows[row] == columns[column] => String::new(),
                        g if g < 0.004 => String::new(),
                        g if g < 0.016 => "-".to_owned(),
                        _ => value,
                    };
                }
            }
        }
        let path = |e: &usize| format!("answers/{round}/{family}/{}.csv", EXPERTS[*e].id);
        let matrix = |own: &Vec<Vec<String>>| answers::matrix(family, rows, columns, own);
        experts.iter().zip(&cells).map(|(e, own)| (path(e), matrix(own))).collect()
    }
}
