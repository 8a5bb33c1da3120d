//! The ids that new records are given.

use atalaya_model::Kind;

use crate::{
    app::{Seat, Shared},
    desk::Sheet,
    fault::Fault,
};

/// The letters with which ids of a kind begin where there is none to follow. Kinds that one question may name have
/// different ones.
fn letters(kind: &str) -> &'static str {
    match Kind::parse(kind) {
        Some(Kind::Expert) => "E",
        Some(Kind::Round) => "T",
        Some(Kind::Evidence) => "H",
        Some(Kind::Idea) => "I",
        Some(Kind::Variable) => "V",
        Some(Kind::Diagnosis) => "DX",
        Some(Kind::Actor) => "AC",
        Some(Kind::Stake) => "J",
        Some(Kind::Factor) => "F",
        Some(Kind::Scenario) => "S",
        Some(Kind::Exclusion) => "EX",
        Some(Kind::WildCard) => "WC",
        Some(Kind::Hypothesis) => "HP",
        Some(Kind::Plan) => "P",
        Some(Kind::Criterion) => "C",
        Some(Kind::Opportunity) => "O",
        Some(Kind::Objective) => "OE",
        Some(Kind::Policy) => "PO",
        Some(Kind::Action) => "A",
        Some(Kind::Milestone) => "M",
        Some(Kind::Indicator) => "K",
        Some(Kind::Series) => "SR",
        Some(Kind::Threshold) => "TH",
        Some(Kind::Reading) => "L",
        Some(Kind::Sign) => "SG",
        Some(Kind::Consultation) => "Q",
        Some(Kind::Limit) => "LM",
        Some(Kind::Component) => "N",
        Some(Kind::Axis) => "X",
        _ => "",
    }
}

/// The id that the next record would have: the letters of the last one that there is or was, and the next number.
pub fn proposed<'a>(kind: &str, ids: impl IntoIterator<Item = &'a str>) -> String {
    let numbered = ids.into_iter().filter_map(|id| {
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &id[letters.len()..];
        Some((digits.parse::<u32>().ok()?, letters, digits.len()))
    });
    numbered
        .max_by_key(|(number, ..)| *number)
        .map(|(number, letters, width)| format!("{letters}{:0width$}", number + 1))
        .or_else(|| Some(letters(kind)).filter(|own| !own.is_empty()).map(|own| format!("{own}1")))
        .unwrap_or_default()
}

/// The id of the next record of a kind: none that there is, and none that there was, for an id is not given twice.
pub async fn next(app: &Shared, seat: &Seat, sheet: &Sheet, kind: &str) -> Result<String, Fault> {
    let spent = app.store.deleted_ids(&seat.access, kind).await?;
    let own = sheet.of_kind(kind);
    Ok(proposed(kind, own.iter().map(|record| &record.id).chain(&spent).map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_id_goes_on_counting() {
        assert_eq!(proposed("variable", ["V08", "V09", "X1"]), "V10");
        assert_eq!(proposed("variable", []), "V1");
        assert_eq!(proposed("source", []), "");
    }
}
