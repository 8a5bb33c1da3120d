//! The workshop on the actors: what each can do to the others, and where it stands on each objective at stake.

use std::collections::BTreeMap;

use crate::{
    actions::ids,
    matrices::{Table, digits},
    panel::{ACTORS, those},
};

/// The actors of the game, rows and columns of the first table.
const PLAYERS: [&str; 13] =
    ["AC01", "AC02", "AC03", "AC04", "AC05", "AC06", "AC07", "AC15", "AC16", "AC18", "AC19", "AC20", "AC24"];

/// On what of the column's actor the row's actor can act: 0 nothing, 1 procedures, 2 projects, 3 mission, 4 existence.
const POWER: [&str; 13] = [
    "0110100230102",
    "1021111222321",
    "1100100131111",
    "3330223321221",
    "2231021201111",
    "2222402221222",
    "1111100211210",
    "2111110011212",
    "1120010101211",
    "1212222110221",
    "0110000112011",
    "0212222121302",
    "1110110210120",
];

/// From -4, against for its existence, to 4, for; the objectives J1 to J7.
const POSITIONS: [[i8; 7]; 13] = [
    [-1, 2, 0, 3, 0, -1, 1],
    [4, 3, 3, 1, 3, -2, -1],
    [-3, 3, 2, 1, 3, -2, 1],
    [2, -3, -2, -1, -3, -3, 0],
    [2, 1, 1, 1, 0, 2, 1],
    [-1, -2, 1, 1, 2, 2, 0],
    [0, 0, -3, 0, 0, 0, 0],
    [-2, 2, -1, 1, 0, 4, 1],
    [-1, 3, 1, 2, 2, 2, -1],
    [3, 2, 2, 1, 3, -1, -2],
    [2, 3, 4, 2, 3, 1, -1],
    [1, 0, -2, 1, -1, 0, -3],
    [0, 0, 1, 1, 0, 2, 4],
];

/// The two tables of each expert, by path.
#[must_use]
pub fn files() -> BTreeMap<String, String> {
    let experts = those(ACTORS);
    let players = PLAYERS.map(str::to_owned).to_vec();
    let power = Table {
        round: "JUE1",
        family: "power",
        aims: digits(&POWER),
        rows: players.clone(),
        columns: players.clone(),
        spread: 0.6,
        ends: (0.0, 4.0),
    };
    let positions = Table {
        round: "JUE1",
        family: "position",
        aims: POSITIONS.iter().map(|row| row.iter().map(|aim| f64::from(*aim)).collect()).collect(),
        rows: players,
        columns: ids("J", 1, 7),
        spread: 0.7,
        ends: (-4.0, 4.0),
    };
    let mut out = power.files(&experts);
    out.extend(positions.files(&experts));
    out
}
