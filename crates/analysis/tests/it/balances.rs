//! Cross-impact balances in a study: the answers of the engine, the study's axes and scenarios beside them, the panel.

use std::path::Path;

use atalaya_analysis::{
    analyse, canonical,
    compare::{ClassChange, compare},
    findings::{BalancesFinding, Count, Findings},
    point,
};
use atalaya_formats::cib::{self, study::alone};
use atalaya_methods::control::Control;
use atalaya_model::{
    Study, Text, Value,
    choice::{Mode, ScenarioKind},
    field::{Ref, Refs},
    records::{Axis, Consultation, Exclusion, Expert, Round, Scenario, State, Variable},
};

use crate::support::{answer, example, id};

fn found(study: &Study) -> BalancesFinding {
    point(study).explore.balances.unwrap()
}

#[test]
fn a_study_of_a_matrix_gives_what_the_matrix_gives() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/cib");
    if !folder.is_dir() {
        println!("skipped: oracles not present");
        return;
    }
    let mut compared = 0;
    for name in [
        "somewhereland",
        "CIB_global",
        "CIB_natl_regional",
        "pycib_B5",
        "pycib_bench_12x3",
        "bench_typical",
        "bench_medium",
        "bench_50x50",
        "rnd_20x4_d0.3",
        "ord_20x4_d0.3",
        "islands_24",
    ] {
        let read = cib::open(&folder.join(format!("{name}.scw"))).value.unwrap();
        let answers = std::fs::read_to_string(folder.join(format!("{name}.expected.json"))).unwrap();
        let oracle: serde_json::Value = serde_json::from_str(&answers).unwrap();
        let study = alone(read.matrix());
        let balances = found(&study);
        assert_eq!(balances.judged.k, balances.judged.n, "{name}");
        if !balances.complete {
            continue;
        }
        let size = &oracle["kernel_size"];
        let size = size.as_str().map_or_else(|| size.to_string(), str::to_owned);
        assert_eq!(balances.count, size, "{name}");
        if let Some(space) = oracle["space"].as_str() {
            assert_eq!(balances.space, space, "{name}");
        }
        compared += 1;
        let Some(kernel) = oracle["kernel"].as_array().filter(|_| balances.listed == "all") else { continue };
        let variant =
            |(state, own): (&String, &Vec<String>)| own.iter().position(|s| s == state).unwrap() + 1;
        let mut ours: Vec<(Vec<usize>, f64, Option<String>)> = balances
            .scenarios
            .iter()
            .map(|s| {
                (s.states.iter().zip(&balances.states).map(variant).collect(), s.total, s.weight.clone())
            })
            .collect();
        ours.sort_by(|a, b| a.0.cmp(&b.0));
        let mut theirs: Vec<Vec<usize>> = kernel
            .iter()
            .map(|s| s.as_array().unwrap().iter().map(|v| v.as_u64().unwrap() as usize).collect())
            .collect();
        theirs.sort();
        // Names of the file that are blank or repeated leave the order to be the file's.
        assert_eq!(ours.iter().map(|(s, _, _)| s.clone()).collect::<Vec<_>>(), theirs, "{name}");
    }
    assert!(compared >= 8, "{compared}");
}

fn named(text: &str) -> Text {
    Text { es: text.to_owned(), en: text.to_owned() }
}

/// Two variables that want to be equal and a third that follows the first; `experts` say so, the odd ones of two
/// opinions more weakly.
fn study(experts: usize, say: impl Fn(usize, &str, &str) -> Option<f64>) -> Study {
    let mut study = Study::default();
    study.frame.seed = Some(3);
    study.frame.rules.resamples = Some(200);
    let mode = if experts > 1 { Mode::Individual } else { Mode::Consensus };
    study.consultations.push(Consultation { id: id("c"), mode: Some(mode), ..Consultation::default() });
    study.rounds.push(Round { id: id("R1"), consultation: Ref(Some(id("c"))), ..Round::default() });
    let states = ["A.x", "A.y", "A.z", "B.x", "B.y", "C.x", "C.y"];
    for variable in ["A", "B", "C"] {
        study.variables.push(Variable { id: id(variable), name: named(variable), ..Variable::default() });
    }
    for state in states {
        study.states.push(State { id: id(state), name: named(state), ..State::default() });
    }
    for expert in 0..experts {
        let code = format!("E{expert}");
        study.experts.push(Expert { id: id(&code), ..Expert::default() });
        for (a, b) in states.iter().flat_map(|a| states.iter().map(move |b| (*a, *b))) {
            if let Some(value) = (a[..1] != b[..1]).then(|| say(expert, a, b)).flatten() {
                study.answers.push(answer(&code, "R1", &format!("impact/{a}/{b}"), Value::Number(value)));
            }
        }
    }
    for (axis, variable) in [("X", "A"), ("Y", "B")] {
        study.axes.push(Axis { id: id(axis), variable: Ref(Some(id(variable))), ..Axis::default() });
    }
    for (scenario, corner, own) in [
        ("S1", "++", &["A.x", "B.x", "C.x"][..]),
        ("S2", "+-", &["A.x", "B.y", "C.x"]),
        ("S3", "-+", &["A.y", "B.x"]),
    ] {
        study.scenarios.push(Scenario {
            id: id(scenario),
            kind: Some(ScenarioKind::Exploratory),
            corner: corner.to_owned(),
            states: Refs(own.iter().map(|state| id(state)).collect()),
            ..Scenario::default()
        });
    }
    study.normalise();
    study
}

/// Same letters promote each other; `z` goes with `y`.
fn alike(_: usize, a: &str, b: &str) -> Option<f64> {
    let letter = |state: &str| if state.ends_with('x') { 'x' } else { 'y' };
    Some(if letter(a) == letter(b) { 2.0 } else { -1.0 })
}

#[test]
fn consistent_scenarios_stand_on_the_axes_beside_the_studys_own() {
    let balances = found(&study(1, alike));
    assert_eq!(
        (balances.space.as_str(), balances.count.as_str(), balances.listed.as_str()),
        ("12", "3", "all")
    );
    let states: Vec<String> = balances.scenarios.iter().map(|s| s.states.join(" ")).collect();
    assert_eq!(states, ["A.x B.x C.x", "A.y B.y C.y", "A.z B.y C.y"]);
    // A.z is the state of no corner: between the poles. B.y is the − pole by S2.
    let positions: Vec<_> = balances.scenarios.iter().map(|s| s.position.clone()).collect();
    assert_eq!(positions, [vec![Some(1), Some(1)], vec![Some(-1), Some(-1)], vec![Some(0), Some(-1)]]);
    let corners: Vec<Option<&str>> = balances.scenarios.iter().map(|s| s.corner.as_deref()).collect();
    assert_eq!(corners, [Some("S1"), None, None]);
    // Every scenario of the twelve leads somewhere.
    let weight: u64 =
        balances.scenarios.iter().map(|s| s.weight.as_ref().unwrap().parse::<u64>().unwrap()).sum();
    let cycling = balances.succession.as_ref().unwrap().cycling * 12.0;
    assert!((weight as f64 + cycling - 12.0).abs() < 1e-9);
    let [s1, s2, s3] = balances.own.as_slice() else { panic!("three") };
    assert_eq!((s1.inconsistency, s1.differs, s1.nearest), (Some(0.0), Some(0), Some(1)));
    // A.x and C.x both push B to x: 4 against -2.
    assert_eq!((s2.inconsistency, s2.breaks[0].to.as_str(), s2.breaks[0].by), (Some(6.0), "B.x", 6.0));
    assert_eq!((s3.inconsistency, s3.missing.as_slice()), (None, ["C".to_owned()].as_slice()));
}

#[test]
fn a_state_of_both_poles_places_nothing_and_an_axis_without_judgements_neither() {
    let mut both = study(1, alike);
    both.scenarios[2].states = Refs(vec![id("A.x"), id("B.x"), id("C.y")]);
    let balances = found(&both);
    assert_eq!(balances.axes[0].undetermined, ["A.x"]);
    assert_eq!((balances.scenarios[0].position[0], balances.scenarios[0].corner.clone()), (None, None));
    both.axes[1].variable = Ref(None);
    let balances = found(&both);
    assert!(
        balances.axes[1].variable.is_none() && balances.scenarios.iter().all(|s| s.position[1].is_none())
    );
}

#[test]
fn what_nobody_judged_counts_as_nothing_and_is_said() {
    let holes = study(1, |expert, a, b| alike(expert, a, b).filter(|_| a != "C.y"));
    let findings = point(&holes);
    let balances = findings.explore.balances.unwrap();
    assert_eq!(balances.judged, Count { k: 27, n: 32 });
    assert!(balances.matrix[6].iter().all(Option::is_none));
    let gap = findings.gaps.iter().find(|gap| gap.code == "G112").unwrap();
    assert_eq!((gap.args["count"].as_str(), gap.args["cells"].as_str()), ("5", "32"));
    assert!(!point(&study(1, alike)).gaps.iter().any(|gap| gap.code == "G112"));
}

#[test]
fn states_that_the_study_excludes_and_the_balances_join_are_told() {
    let mut study = study(1, alike);
    let pair =
        Exclusion { id: id("EX"), a: Ref(Some(id("A.y"))), b: Ref(Some(id("C.y"))), ..Exclusion::default() };
    study.exclusions.push(pair);
    let balances = found(&study);
    let excluded: Vec<usize> = balances.scenarios.iter().map(|s| s.excluded.len()).collect();
    assert_eq!(excluded, [0, 1, 0]);
    assert_eq!(balances.scenarios[1].excluded[0], ("A.y".to_owned(), "C.y".to_owned()));
}

fn all(study: &Study) -> Findings {
    analyse(study, &Control::default()).unwrap()
}

#[test]
fn a_panel_says_in_how_many_panels_a_scenario_holds_and_a_consensus_what_it_hangs_on() {
    // Four of nine would have C follow nobody, so that it stays as it is.
    let say = |expert: usize, a: &str, b: &str| match expert {
        0..4 if b.starts_with('C') => Some(if b.ends_with('x') { 1.0 } else { -1.0 }),
        _ => alike(expert, a, b),
    };
    let panel = study(9, say);
    let findings = all(&panel);
    let balances = findings.explore.balances.unwrap();
    let held: Vec<Count> = balances.scenarios.iter().map(|s| s.held.unwrap()).collect();
    assert_eq!(held[0], Count { k: 200, n: 200 });
    assert!(held[1].k < 200 && held[1].k > 100, "{held:?}");
    assert_eq!(balances.own[0].held, Some(Count { k: 200, n: 200 }));
    assert!(balances.own[2].held.is_none() && balances.critical.is_empty());
    // The same panel without resampling lists the same scenarios.
    assert_eq!(found(&panel).scenarios.len(), balances.scenarios.len());
    let alone = all(&study(1, |e, a, b| alike(e, a, b).map(|v| v / 2.0 * f64::from(u8::from(v > 0.0)))));
    let alone = alone.explore.balances.unwrap();
    assert!(alone.scenarios.iter().all(|s| s.held.is_none()));
    for one in &alone.critical {
        assert!(
            (one.other - one.value).abs() == 1.0 && !(one.lost.is_empty() && one.won.is_empty()),
            "{one:?}"
        );
    }
    // A.z and A.y tie wherever B and C are y: one point on either decides.
    assert!(alone.critical.iter().any(|one| one.from == "B.y" && one.to == "A.z"), "{:?}", alone.critical);
}

#[test]
fn halves_of_a_median_count_as_halves() {
    // Of two experts one sees twice as much: the median is between them.
    let balances =
        found(&study(2, |e, a, b| alike(e, a, b).map(|v| v - f64::from(u8::from(e == 1 && v > 0.0)))));
    assert_eq!(balances.matrix[0][3], Some(1.5));
    assert_eq!(balances.scenarios[0].total, 6.0 * 1.5);
}

#[test]
fn threads_change_nothing() {
    let study = example("mipymes-peru-2030");
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| canonical::json(&all(&study)).unwrap())
    };
    let one = bytes(1);
    assert!(one.contains("\"explore.balances\"") && one == bytes(4));
}

#[test]
fn the_example_holds_three_corners_and_three_futures_between() {
    let balances = all(&example("mipymes-peru-2030")).explore.balances.unwrap();
    assert_eq!((balances.count.as_str(), balances.judged), ("6", Count { k: 534, n: 534 }));
    let corners: Vec<Option<&str>> = balances.scenarios.iter().map(|s| s.corner.as_deref()).collect();
    assert_eq!(corners, [Some("S1"), Some("S4"), Some("S2"), None, None, None]);
    let third = balances.own.iter().find(|own| own.id == "S3").unwrap();
    assert_eq!(
        (third.inconsistency, third.breaks.len(), third.breaks[0].variable.as_str()),
        (Some(2.0), 1, "V19")
    );
    assert!(!balances.critical.is_empty());
}

#[test]
fn a_comparison_says_which_scenarios_of_the_study_come_to_hold_together() {
    let of = |findings: &Findings, other: &Findings| {
        let table = compare(findings, other).classes.into_iter().find(|table| table.name == "balance");
        table.unwrap()
    };
    // Where B follows nobody any more, its other state holds beside A.x; S3 fixes too little to have a class in either.
    let (before, after) = (
        point(&study(1, alike)),
        point(&study(1, |e, a, b| alike(e, a, b).map(|value| if b.starts_with('B') { 0.0 } else { value }))),
    );
    let table = of(&before, &after);
    let change = ClassChange { id: "S2".to_owned(), before: "no".to_owned(), after: "yes".to_owned() };
    assert_eq!((table.kind.as_str(), table.compared, table.changed), ("scenario", 2, vec![change]));
    assert!(of(&before, &before).changed.is_empty());
    // A scenario that gets its last state has a class only in the second.
    let mut whole = study(1, alike);
    whole.scenarios[2].states = Refs(vec![id("A.y"), id("B.x"), id("C.y")]);
    assert_eq!(of(&before, &point(&whole)).only_after, ["S3"]);
}
