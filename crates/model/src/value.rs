//! What people write in the cell of an answer.

use crate::{Code, Diagnostic, Place, Value, family::Scale, field::parse_number};

/// A cell of an answer, read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadValue {
    /// The answer.
    pub value: Value,
    /// Whether it was written with a decimal comma.
    pub comma: bool,
}

/// Reads the cell of an answer on a scale: a number, `P`, a colour, `-` for no opinion, and in a consensus round a
/// range `1..3` or a disputed value `2?`.
///
/// # Errors
/// [`Code::OutOfScale`] where it lies outside of the scale, [`Code::NotANumber`] or [`Code::AmbiguousNumber`] where it
/// is no number.
pub fn parse(text: &str, scale: Scale, consensus: bool) -> Result<ReadValue, Code> {
    let text = text.trim();
    let plain = |value| Ok(ReadValue { value, comma: false });
    if matches!(text, "-" | "–" | "—") {
        return plain(Value::NoOpinion);
    }
    if matches!(scale, Scale::Influence) && text.eq_ignore_ascii_case("p") {
        return plain(Value::Potential);
    }
    if matches!(scale, Scale::Colour) {
        if let Some(value) = colour(text) {
            return plain(value);
        }
        // A word that is no colour of the abacus is told the colours, not that it is no number.
        if text.chars().any(char::is_alphabetic) {
            return Err(Code::OutOfScale);
        }
    }
    let number = |text: &str| {
        let (value, comma) = parse_number(text)?;
        if scale.holds(value) { Ok((value, comma)) } else { Err(Code::OutOfScale) }
    };
    if let Some((low, high)) = text.split_once("..") {
        let ((low, a), (high, b)) = (number(low)?, number(high)?);
        if !consensus || low > high {
            return Err(Code::OutOfScale);
        }
        let value = if low == high { Value::Number(low) } else { Value::Range(low, high) };
        return Ok(ReadValue { value, comma: a || b });
    }
    if let Some(body) = text.strip_suffix('?') {
        let (value, comma) = number(body)?;
        return if consensus {
            Ok(ReadValue { value: Value::Disputed(value), comma })
        } else {
            Err(Code::OutOfScale)
        };
    }
    let (value, comma) = number(text)?;
    // A spreadsheet writes -0 for nothing at all.
    Ok(ReadValue { value: Value::Number(value + 0.0), comma })
}

/// Régnier's colours by their letters or their names: dark green, light green, yellow, pink, red; white is a blank vote,
/// black no opinion.
fn colour(text: &str) -> Option<Value> {
    let number = match text.to_lowercase().as_str() {
        "dg" | "verde oscuro" | "dark green" => 5.0,
        "lg" | "verde claro" | "light green" => 4.0,
        "y" | "amarillo" | "yellow" => 3.0,
        "p" | "rosado" | "rosa" | "pink" => 2.0,
        "r" | "rojo" | "red" => 1.0,
        "w" | "blanco" | "white" => return Some(Value::Blank),
        "b" | "negro" | "black" => return Some(Value::NoOpinion),
        _ => return None,
    };
    Some(Value::Number(number))
}

/// Prints an answer on its scale: colours as letters, everything else as [`Value`] prints itself.
#[must_use]
pub fn print(value: Value, scale: Scale) -> String {
    let Value::Number(number) = value else { return value.to_string() };
    let letters = ["R", "P", "Y", "LG", "DG"];
    match scale {
        Scale::Colour if scale.holds(number) => {
            letters.get(number as usize - 1).map_or_else(|| value.to_string(), |l| (*l).to_owned())
        }
        _ => value.to_string(),
    }
}

/// Whether the cell of a diagonal is empty in one of the ways people leave it: blank, `0`, `-`, `x`.
#[must_use]
pub fn empty_diagonal(text: &str) -> bool {
    matches!(text, "" | "-" | "–" | "—" | "x" | "X" | "×" | "*") || text.parse::<f64>() == Ok(0.0)
}

/// The diagnostic of a cell that [`parse`] refused. A word where a scale of a few values is asked is told the scale.
#[must_use]
pub fn refuse(code: Code, text: &str, scale: Scale, place: Place) -> Diagnostic {
    let open = matches!(scale, Scale::Weight | Scale::Year);
    match code {
        Code::NotANumber if !open => refuse(Code::OutOfScale, text, scale, place),
        Code::OutOfScale => {
            let diagnostic = Diagnostic::new(code, place).with("value", text).with("scale", scale.print());
            if matches!(scale, Scale::Integer { .. }) { diagnostic.with("whole", "yes") } else { diagnostic }
        }
        _ => Diagnostic::new(code, place).with("text", text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_on_their_scale() {
        let read = |text: &str, scale| parse(text, scale, true).map(|r| r.value);
        assert_eq!(read("p", Scale::Influence), Ok(Value::Potential));
        assert_eq!(read(" 2 ", Scale::Influence), Ok(Value::Number(2.0)));
        assert_eq!(read("1..3", Scale::Influence), Ok(Value::Range(1.0, 3.0)));
        assert_eq!(read("2?", Scale::Influence), Ok(Value::Disputed(2.0)));
        assert_eq!(read("-", Scale::Influence), Ok(Value::NoOpinion));
        assert_eq!(read("4", Scale::Influence), Err(Code::OutOfScale));
        assert_eq!(read("x", Scale::Influence), Err(Code::NotANumber));
        assert_eq!(read("dg", Scale::Colour), Ok(Value::Number(5.0)));
        assert_eq!(read("W", Scale::Colour), Ok(Value::Blank));
        assert_eq!(read("b", Scale::Colour), Ok(Value::NoOpinion));
        assert_eq!(read("35 %", Scale::Probability), Ok(Value::Number(0.35)));
        assert_eq!(parse("1..3", Scale::Influence, false), Err(Code::OutOfScale));
        assert_eq!(print(Value::Number(4.0), Scale::Colour), "LG");
    }
}
