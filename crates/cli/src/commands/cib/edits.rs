//! What `--edit` does to a matrix before it is searched.

use atalaya_formats::cib::{File, Matrix, Name, edit};
use atalaya_words::Words;

use super::{example, pair};

/// A change that was asked for and cannot be made: its words, and the key of what is wrong.
#[derive(Debug)]
pub struct Refused<'a> {
    asked: &'a str,
    why: &'static str,
}

impl Refused<'_> {
    /// What is wrong and what would be right.
    pub fn tell(&self, words: &Words, matrix: &Matrix) -> String {
        let args = [("text", self.asked.into()), ("example", example(matrix).into())];
        words.with(&format!("cib-edit-{}", self.why), &args)
    }
}

/// Makes the changes in their order.
pub fn apply<'a>(file: &mut File, changes: &'a [String]) -> Result<(), Refused<'a>> {
    for asked in changes {
        let changed = one(file.matrix(), asked).map_err(|why| Refused { asked, why })?;
        match file {
            File::Scw(scw) => scw.matrix = changed,
            File::Table(matrix) => *matrix = changed,
        }
    }
    Ok(())
}

fn one(matrix: &Matrix, asked: &str) -> Result<Matrix, &'static str> {
    let (verb, rest) = asked.trim().split_once(' ').unwrap_or((asked.trim(), ""));
    let rest = rest.trim();
    match verb {
        "standardise" if rest.is_empty() => edit::standardised(matrix).ok_or("large"),
        "transpose" if rest.is_empty() => Ok(edit::transposed(matrix)),
        "scale" => {
            let factor: i32 = rest.parse().ok().filter(|factor| *factor > 0).ok_or("factor")?;
            edit::multiplied(matrix, factor).ok_or("large")
        }
        "merge" => {
            let [a, b, name] = parts(rest)?;
            let (descriptor, first) = pair(matrix, a).ok_or("variant")?;
            let own = matrix.descriptors[descriptor].variants.iter();
            let second = own.map(|v| v.short.as_str()).position(|short| short == b);
            let second = second.or_else(|| b.parse::<usize>().ok().and_then(|n| n.checked_sub(1)));
            let second = second.filter(|v| *v != first).ok_or("variant")?;
            if second >= matrix.descriptors[descriptor].variants.len() {
                return Err("variant");
            }
            edit::merged(matrix, descriptor, (first, second), Name::of(name)).ok_or("large")
        }
        "split" => {
            let [variant, name] = parts(rest)?;
            let (descriptor, variant) = pair(matrix, variant).ok_or("variant")?;
            edit::split(matrix, descriptor, variant, Name::of(name)).ok_or("variant")
        }
        _ => Err("verb"),
    }
}

/// The parts between commas, as many as are needed.
fn parts<const N: usize>(text: &str) -> Result<[&str; N], &'static str> {
    let all: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    all.try_into().map_err(|_| "verb")
}
