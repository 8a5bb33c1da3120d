//! The workshop on the balances: how far each state of seven key variables promotes each state of the others, as one
//! matrix that the table agreed on.

use std::collections::BTreeMap;

use crate::answers;

/// The variables whose states were judged, with the letters of their states.
const VARIABLES: [(&str, &str); 7] = [
    ("V01", "abc"),
    ("V02", "abcd"),
    ("V05", "abcd"),
    ("V10", "abcd"),
    ("V18", "abc"),
    ("V19", "abcd"),
    ("V20", "abc"),
];

/// What each state promotes (up to 3) or hinders (down to -3): the states of the variable named, in their order. Only
/// what acts directly is written; every other judgement of the workshop is 0.
const PROMOTES: &[(&str, &str, &[i8])] = &[
    // The framework: without rules nothing lasts and little is funded; with a budget, the State funds and buys.
    ("V18.a", "V01", &[1, 0, -1]),
    ("V18.a", "V20", &[3, 0, -3]),
    ("V18.a", "V19", &[2, 0, -2, 1]),
    ("V18.a", "V10", &[2, -2, -3, 2]),
    ("V18.a", "V05", &[1, -1, -1, 1]),
    ("V18.b", "V01", &[0, 2, -1]),
    ("V18.b", "V20", &[0, 2, -1]),
    ("V18.b", "V19", &[0, 1, -1, 0]),
    ("V18.b", "V10", &[1, 1, -1, 0]),
    ("V18.b", "V05", &[1, 1, -1, 0]),
    ("V18.c", "V01", &[-1, 0, 1]),
    ("V18.c", "V20", &[-3, -1, 3]),
    ("V18.c", "V19", &[-2, 1, 2, -1]),
    ("V18.c", "V10", &[-3, 2, 2, -2]),
    ("V18.c", "V05", &[-2, 2, 1, -1]),
    // Education: who starts firms, and with what, makes talent, adoption and the demand for capital.
    ("V01.a", "V10", &[1, 1, -2, -1]),
    ("V01.a", "V02", &[2, 1, -2, -1]),
    ("V01.a", "V05", &[2, 1, -3, -1]),
    ("V01.b", "V10", &[1, 0, -1, 0]),
    ("V01.b", "V02", &[-1, 2, -1, 0]),
    ("V01.b", "V05", &[0, 0, -1, 1]),
    ("V01.c", "V10", &[-2, -1, 2, 1]),
    ("V01.c", "V02", &[-3, -1, 2, 2]),
    ("V01.c", "V05", &[-2, -2, 2, 2]),
    // Continuity: laws and teams that stay carry the framework and its money; rupture undoes both.
    ("V20.a", "V18", &[3, 0, -3]),
    ("V20.a", "V01", &[1, 0, -1]),
    ("V20.a", "V19", &[2, -1, -2, 1]),
    ("V20.a", "V10", &[2, -2, -2, 1]),
    ("V20.b", "V18", &[0, 2, -1]),
    ("V20.b", "V01", &[0, 2, -1]),
    ("V20.b", "V19", &[0, 1, -1, 0]),
    ("V20.b", "V10", &[1, 0, -1, 0]),
    ("V20.c", "V18", &[-3, -1, 3]),
    ("V20.c", "V01", &[-1, 0, 1]),
    ("V20.c", "V19", &[-2, 1, 2, -1]),
    ("V20.c", "V10", &[-2, 1, 2, -1]),
    // Delivery: what reaches the regions.
    ("V19.a", "V18", &[1, 1, -2]),
    ("V19.a", "V01", &[1, 0, -1]),
    ("V19.a", "V10", &[2, -1, -1, 0]),
    ("V19.a", "V02", &[1, 0, -1, 0]),
    ("V19.b", "V18", &[-1, 0, 1]),
    ("V19.b", "V01", &[1, 0, -1]),
    ("V19.b", "V20", &[-1, 0, 1]),
    ("V19.b", "V10", &[-1, 2, -1, 0]),
    ("V19.b", "V02", &[-1, 2, -1, 0]),
    ("V19.b", "V05", &[0, 1, -1, 0]),
    ("V19.c", "V18", &[-2, 0, 2]),
    ("V19.c", "V01", &[-2, 0, 2]),
    ("V19.c", "V20", &[-2, 0, 2]),
    ("V19.c", "V10", &[-2, 0, 2, 0]),
    ("V19.c", "V02", &[-2, -1, 3, 0]),
    ("V19.d", "V18", &[1, 0, -1]),
    ("V19.d", "V01", &[-1, 1, 1]),
    ("V19.d", "V10", &[0, -1, 0, 1]),
    ("V19.d", "V02", &[-1, -1, 1, 1]),
    // Finance: each kind of money buys its own kind of adoption, and keeps talent or takes it along.
    ("V10.a", "V02", &[1, 0, -1, 0]),
    ("V10.a", "V05", &[2, -1, -2, 0]),
    ("V10.b", "V20", &[-1, 0, 1]),
    ("V10.b", "V05", &[-1, 2, 0, -1]),
    ("V10.c", "V20", &[-1, 0, 1]),
    ("V10.c", "V02", &[-1, 0, 1, -1]),
    ("V10.c", "V05", &[-2, -1, 3, 0]),
    ("V10.d", "V01", &[-1, 0, 1]),
    ("V10.d", "V02", &[-1, 0, -1, 2]),
    ("V10.d", "V05", &[-1, -2, 0, 3]),
    // Talent: who there is to adopt, to found and to deliver.
    ("V02.a", "V01", &[1, 0, -1]),
    ("V02.a", "V19", &[1, 0, -1, -1]),
    ("V02.a", "V10", &[1, 0, -1, -1]),
    ("V02.a", "V05", &[2, 1, -3, -1]),
    ("V02.b", "V01", &[1, 0, -1]),
    ("V02.b", "V19", &[0, 2, -1, -1]),
    ("V02.b", "V10", &[0, 1, -1, 0]),
    ("V02.b", "V05", &[1, 1, -1, 0]),
    ("V02.c", "V01", &[-1, 0, 1]),
    ("V02.c", "V19", &[-2, -1, 2, 1]),
    ("V02.c", "V10", &[-1, 0, 1, 0]),
    ("V02.c", "V05", &[-2, -1, 3, 0]),
    ("V02.d", "V01", &[-1, 0, 1]),
    ("V02.d", "V10", &[-1, -1, 0, 3]),
    ("V02.d", "V05", &[-1, -1, 0, 2]),
    // Adoption: what firms do with technology keeps talent at home, draws capital, and asks for schooling and rules.
    ("V05.a", "V10", &[1, 0, -1, 0]),
    ("V05.a", "V02", &[1, 0, -1, 0]),
    ("V05.b", "V01", &[1, 0, -1]),
    ("V05.b", "V10", &[0, 1, -1, 0]),
    ("V05.b", "V02", &[0, 1, -1, 0]),
    ("V05.c", "V18", &[-1, 0, 1]),
    ("V05.c", "V01", &[-1, 0, 1]),
    ("V05.c", "V10", &[-1, 0, 2, 0]),
    ("V05.c", "V02", &[-2, -1, 2, -1]),
    ("V05.d", "V01", &[-1, 1, 1]),
    ("V05.d", "V10", &[0, -1, 0, 2]),
    ("V05.d", "V02", &[-1, 0, -1, 2]),
];

/// The matrix of the workshop, by path; states of the same variable are not judged.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let of = |(variable, letters): &(&str, &str)| {
        letters.chars().map(|letter| format!("{variable}.{letter}")).collect::<Vec<_>>()
    };
    let states: Vec<String> = VARIABLES.iter().flat_map(of).collect();
    let head = |state: &str| state.split('.').next().unwrap_or_default().to_owned();
    let cell = |from: &String, to: &String| {
        if head(from) == head(to) {
            return String::new();
        }
        let row = PROMOTES.iter().find(|(state, variable, _)| state == from && *variable == head(to));
        let place = states.iter().filter(|state| head(state) == head(to)).position(|state| state == to);
        row.and_then(|(_, _, values)| values.get(place?)).unwrap_or(&0).to_string()
    };
    let cells: Vec<Vec<String>> =
        states.iter().map(|from| states.iter().map(|to| cell(from, to)).collect()).collect();
    let matrix = answers::matrix("impact", &states, &states, &cells);
    BTreeMap::from([("answers/BAL1/impact/TALLER.csv".to_owned(), matrix)])
}
