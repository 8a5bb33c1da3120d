//! The panel: invented experts, by code.

use std::fmt::Write as _;

/// An expert.
pub struct Expert {
    /// Code.
    pub id: &'static str,
    /// Whether he or she works in Peru; in Mexico otherwise.
    pub peru: bool,
    /// Sector.
    pub sector: &'static str,
    /// Self-rated knowledge, 0 to 10.
    pub knowledge: u32,
    /// Sources of argument.
    pub argumentation: &'static str,
    /// Language in which he or she argues.
    pub lang: &'static str,
    /// How much higher than others he or she rates everything.
    pub lean: f64,
}

macro_rules! experts {
    ($($id:literal $peru:literal $sector:literal $knowledge:literal $argumentation:literal $lang:literal $lean:literal;)+) => {
        &[$(Expert {
            id: $id, peru: $peru, sector: $sector, knowledge: $knowledge,
            argumentation: $argumentation, lang: $lang, lean: $lean,
        }),+]
    };
}

/// The twenty experts: twelve of Peru, eight of Mexico; six of universities, five of the State, six of firms and their
/// guilds, three consultants.
pub const EXPERTS: &[Expert] = experts! {
    "E01" true "universidad" 9 "AAMMMM" "es" 0.2;
    "E02" true "universidad" 8 "AMMBMM" "es" 0.0;
    "E03" true "universidad" 7 "AMBBMB" "es" -0.4;
    "E04" true "estado" 9 "MAMMBM" "es" 0.3;
    "E05" true "estado" 8 "MAMBBM" "es" 0.1;
    "E06" true "estado" 6 "BMMBBM" "es" -0.1;
    "E07" true "empresa" 8 "MAMBMA" "es" 0.4;
    "E08" true "empresa" 7 "BAMBBA" "es" -0.3;
    "E09" true "empresa" 6 "BMBBBM" "es" 0.0;
    "E10" true "empresa" 8 "MABBMM" "es" -0.2;
    "E11" true "consultoría" 9 "AAMAAM" "es" 0.1;
    "E12" true "estado" 5 "BMBBBB" "es" -0.6;
    "E13" false "universidad" 9 "AAMAAM" "es" 0.0;
    "E14" false "universidad" 8 "AMMMAM" "en" 0.2;
    "E15" false "universidad" 7 "AMBMMB" "es" -0.2;
    "E16" false "estado" 7 "MAMMBM" "es" 0.1;
    "E17" false "empresa" 8 "MABMMA" "en" -0.3;
    "E18" false "empresa" 6 "BMBBMM" "es" 0.2;
    "E19" false "consultoría" 9 "AAAAAM" "es" 0.0;
    "E20" false "consultoría" 5 "MBBMMB" "es" 0.5;
};

/// Who did not come back for the second round.
pub const LEFT: [&str; 2] = ["E12", "E20"];
/// Who filled an influence matrix in the workshop.
pub const WORKSHOP: &[&str] = &["E01", "E02", "E04", "E05", "E07", "E11", "E13", "E16", "E19"];
/// Who answered on scenarios.
pub const SCENARIOS: &[&str] = &[
    "E01", "E02", "E03", "E04", "E05", "E07", "E08", "E09", "E10", "E11", "E13", "E14", "E15", "E16", "E17",
    "E19",
];
/// Who answered on actions and opportunities.
pub const ACTIONS: &[&str] = &[
    "E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E13", "E14", "E16", "E17",
    "E19",
];

/// Who judged the game of the actors: those who deal with Peru's institutions.
pub const ACTORS: &[&str] = &["E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E10", "E11"];

/// The experts with these codes, in the order of the panel.
#[must_use]
pub fn those(codes: &[&str]) -> Vec<usize> {
    (0..EXPERTS.len()).filter(|e| codes.contains(&EXPERTS[*e].id)).collect()
}

/// `panel.csv`.
#[must_use]
pub fn print() -> String {
    let mut out = "id,country,group,sector,knowledge,argumentation\n".to_owned();
    for e in EXPERTS {
        let country = if e.peru { "PER" } else { "MEX" };
        let _ =
            writeln!(out, "{},{country},{country},{},{},{}", e.id, e.sector, e.knowledge, e.argumentation);
    }
    out
}
