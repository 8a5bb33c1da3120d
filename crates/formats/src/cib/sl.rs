//! The solution file of ScenarioWizard: scenarios with their weight and their scores, as that program saw them. A file
//! may be older than its matrix; whoever reads it compares.

use std::fmt::Write as _;

use atalaya_model::{Diagnostic, Place};

use super::fault;
use crate::sheet::decode;

/// A scenario that a solution file lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Line of the file.
    pub line: u32,
    /// The variant of each descriptor, from 1.
    pub variants: Vec<u32>,
    /// Weight: size of the basin, as the file gives it.
    pub weight: i64,
    /// Consistency value.
    pub consistency: i64,
    /// Inconsistency.
    pub inconsistency: i64,
    /// Total impact score.
    pub total_impact: i64,
    /// A remark.
    pub comment: String,
}

/// Reads a solution file.
pub fn read(file: &str, bytes: &[u8], out: &mut Vec<Diagnostic>) -> Option<Vec<Listed>> {
    let (text, _) = decode(file, bytes, out);
    let mut lines = text.lines().enumerate();
    if !lines.next().is_some_and(|(_, line)| line.trim_start().starts_with("$ ScenarioWizard")) {
        out.push(fault(Place::at(file, 1, 1), "no-header"));
        return None;
    }
    lines.next();
    let announced = lines.next().and_then(|(_, line)| line.trim().parse::<usize>().ok());
    let Some(announced) = announced else {
        out.push(fault(Place::at(file, 3, 1), "no-count"));
        return None;
    };
    let mut found = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        match listed(number, line) {
            Some(one) => found.push(one),
            None => {
                let text: String = line.trim().chars().take(40).collect();
                out.push(fault(Place::at(file, number, 1), "solution").with("text", text));
                return None;
            }
        }
    }
    if found.len() != announced {
        let place = Place::at(file, 3, 1);
        out.push(fault(place, "solutions").with("found", found.len()).with("expected", announced));
        return None;
    }
    Some(found)
}

fn listed(line: u32, text: &str) -> Option<Listed> {
    let (variants, rest) = text.trim().strip_prefix('"')?.split_once('"')?;
    let variants = variants.split_whitespace().map(|v| v.parse().ok()).collect::<Option<_>>()?;
    let mut rest = rest.strip_prefix(',')?.splitn(5, ',');
    let mut number = || rest.next()?.trim().parse::<i64>().ok();
    let (weight, consistency, inconsistency, total_impact) = (number()?, number()?, number()?, number()?);
    let comment = rest.next().unwrap_or("\"\"").trim();
    let comment = comment.strip_prefix('"').and_then(|c| c.strip_suffix('"')).unwrap_or(comment).to_owned();
    Some(Listed { line, variants, weight, consistency, inconsistency, total_impact, comment })
}

/// The text of a solution file.
#[must_use]
pub fn print(solutions: &[Listed]) -> String {
    let mut text = format!("$ ScenarioWizard 3.0\nSolution set\n {} \n\n", solutions.len());
    for one in solutions {
        let variants: String = one.variants.iter().map(|v| format!(" {v}")).collect();
        let comment = one.comment.replace(['"', '\r', '\n'], " ");
        let Listed { weight, consistency, inconsistency, total_impact, .. } = one;
        let _ = writeln!(
            text,
            "\"{variants}\",{weight},{consistency},{inconsistency},{total_impact},\"{comment}\""
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "$ ScenarioWizard 3.0\nSolution set\n 2 \n\n\" 2 3 2\",4,0,0,15,\"\"\n\" 3 1 3\",12,1,0,12,\"a, b\"\n";

    #[test]
    fn solutions_come_back() {
        let mut out = Vec::new();
        let read_back = read("x.sl", TWO.as_bytes(), &mut out).unwrap();
        assert_eq!(read_back[1].variants, [3, 1, 3]);
        assert_eq!((read_back[1].weight, read_back[1].consistency, read_back[1].total_impact), (12, 1, 12));
        assert_eq!(read_back[1].comment, "a, b");
        assert_eq!(print(&read_back), TWO);
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (from, to, fault) in [
            ("$", "", "no-header"),
            (" 2 \n", "two\n", "no-count"),
            (" 2 \n", " 3 \n", "solutions"),
            ("\" 2 3 2\"", "\" 2 x 2\"", "solution"),
            (",4,0,0,15", ",4,0", "solution"),
        ] {
            let mut out = Vec::new();
            assert_eq!(read("x.sl", TWO.replacen(from, to, 1).as_bytes(), &mut out), None);
            assert!(out.iter().any(|d| d.args.contains(&("fault", fault.to_owned()))), "{from}: {out:?}");
        }
    }
}
