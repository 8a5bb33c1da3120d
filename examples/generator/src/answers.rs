//! The answers to families of one id, and how they are printed.

use std::fmt::Write as _;

use crate::panel::EXPERTS;

/// One answer.
pub struct Answer {
    /// Round.
    pub round: &'static str,
    /// Question.
    pub question: String,
    /// Index of the expert.
    pub expert: usize,
    /// Value as printed.
    pub value: String,
    /// Confidence in tenths.
    pub confidence: Option<u32>,
    /// Day of the month window: `YYYY-MM-DD`.
    pub at: String,
}

/// A cell of a table, quoted where it must be.
#[must_use]
pub fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// `answers.csv`; `argument` gives the reason for an answer, where there is one.
#[must_use]
pub fn print(answers: &[Answer], argument: impl Fn(&Answer) -> Option<&'static str>) -> String {
    let mut out = "expert,round,question,value,confidence,argument,lang,at\n".to_owned();
    for answer in answers {
        let expert = &EXPERTS[answer.expert];
        let confidence = answer.confidence.map(tenths).unwrap_or_default();
        let reason = argument(answer);
        let lang = if reason.is_some() { expert.lang } else { "" };
        let reason = quoted(reason.unwrap_or_default());
        let _ = writeln!(
            out,
            "{},{},{},{},{confidence},{reason},{lang},{}",
            expert.id, answer.round, answer.question, answer.value, answer.at
        );
    }
    out
}

fn tenths(tenths: u32) -> String {
    if tenths >= 10 { "1".to_owned() } else { format!("0.{tenths}") }
}

/// A probability given in hundredths: `0.05`, `0.6`.
#[must_use]
pub fn probability(hundredths: i32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A matrix of one expert, codes in the first row and column.
#[must_use]
pub fn matrix<C: AsRef<str>>(family: &str, rows: &[String], columns: &[String], cells: &[Vec<C>]) -> String {
    let mut out = family.to_owned();
    columns.iter().for_each(|column| {
        let _ = write!(out, ",{column}");
    });
    out.push('\n');
    for (row, line) in rows.iter().zip(cells) {
        out.push_str(row);
        line.iter().for_each(|cell| {
            let _ = write!(out, ",{}", cell.as_ref());
        });
        out.push('\n');
    }
    out
}
