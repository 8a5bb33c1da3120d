//! Studies of three sizes, with invented answers: what is drawn from their findings.

use std::sync::OnceLock;

use super::*;
use atalaya_analysis::findings::{Findings, MactorStability, Range, SmicElasticity};
use atalaya_charts::figures::{self, Scene};
use atalaya_methods::control::Control;
use atalaya_model::{
    Answer, Id, Question, Study, Text, Value,
    field::{Ref, Refs},
    records::{Action, Actor, Consultation, Criterion, Expert, Hypothesis, Policy, Round, Stake, Variable},
};
use atalaya_words::Words;

const ACTORS: [(&str, &str); 12] = [
    ("PRODUCE", "Ministerio de la Producción"),
    ("MINEDU", "Ministerio de Educación"),
    ("CONCYTEC", "Consejo Nacional de Ciencia, Tecnología e Innovación Tecnológica"),
    ("GORE", "Gobiernos regionales"),
    ("MEF", "Ministerio de Economía y Finanzas"),
    ("UNIV", "Universidades públicas y privadas"),
    ("CITE", "Red de centros de innovación productiva"),
    ("GREM", "Gremios de la micro y pequeña empresa"),
    ("BANCA", "Banca múltiple y cajas municipales"),
    ("COOP", "Cooperación internacional"),
    ("GRAN", "Grandes empresas exportadoras"),
    ("PLAT", "Plataformas digitales globales"),
];

const STAKES: [&str; 8] = [
    "Que el crédito llegue a la empresa innovadora",
    "Simplificar la formalización",
    "Dar más autonomía a las regiones",
    "Abrir la compra pública a la mipyme",
    "Mantener la carga tributaria actual",
    "Exigir trazabilidad ambiental",
    "Proteger el mercado interno",
    "Financiar la extensión tecnológica",
];

const EVENTS: [&str; 5] = [
    "Se aprueba la ley marco de innovación",
    "La inversión en I+D supera el 0.5 % del PBI",
    "La mitad de las mipymes factura en línea",
    "El puerto de Chancay desplaza al Callao",
    "Cae el precio del cobre por tres años",
];

/// How large a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Small,
    Typical,
    Large,
}

/// What a size has of everything.
struct Plan {
    experts: usize,
    voters: usize,
    variables: usize,
    actors: usize,
    stakes: usize,
    events: usize,
    actions: usize,
    policies: usize,
}

impl Size {
    fn plan(self) -> Plan {
        let plan = |experts, voters, variables, actors, stakes, events, actions, policies| Plan {
            experts,
            voters,
            variables,
            actors,
            stakes,
            events,
            actions,
            policies,
        };
        match self {
            Size::Small => plan(1, 5, 4, 3, 2, 2, 3, 2),
            Size::Typical => plan(10, 14, 18, 12, 8, 5, 14, 4),
            Size::Large => plan(1, 40, 60, 60, 30, 10, 60, 8),
        }
    }
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn text(name: &str) -> Text {
    Text { es: name.to_owned(), en: name.to_owned() }
}

fn study(size: Size) -> Study {
    let plan = size.plan();
    let mut study = Study::default();
    study.frame.seed = Some(7);
    study.frame.rules.resamples = Some(200);
    study.frame.provenance = atalaya_model::choice::Choice::parse("illustrative");
    let expert = |i: usize| Expert { id: id(&format!("E{i:02}")), ..Expert::default() };
    study.experts = (0..plan.voters).map(expert).collect();
    study.consultations =
        vec![Consultation { id: id("taller"), name: text("taller de actores"), ..Consultation::default() }];
    study.rounds = vec![Round {
        id: id("R1"),
        consultation: Ref(Some(id("taller"))),
        number: Some(1),
        closed: "2018-01-01".to_owned(),
        invited: Refs(study.experts.iter().map(|e| e.id.clone()).collect()),
        ..Round::default()
    }];
    let many = |list: &[&str], i: usize| {
        let name = list[i % list.len()];
        text(&if i < list.len() { name.to_owned() } else { format!("{name}, parte {}", i / list.len() + 1) })
    };
    let names: Vec<&str> = ACTORS.iter().map(|a| a.1).collect();
    study.variables = (0..plan.variables)
        .map(|i| Variable { id: id(&code(i)), name: many(&NAMES, i), ..Variable::default() })
        .collect();
    study.actors = (0..plan.actors)
        .map(|i| Actor {
            id: id(&format!("A{:02}", i + 1)),
            code: if plan.actors <= ACTORS.len() { ACTORS[i].0.to_owned() } else { String::new() },
            name: many(&names, i),
            ..Actor::default()
        })
        .collect();
    study.stakes = (0..plan.stakes)
        .map(|i| Stake { id: id(&format!("O{:02}", i + 1)), name: many(&STAKES, i), ..Stake::default() })
        .collect();
    study.hypotheses = (0..plan.events)
        .map(|i| Hypothesis {
            id: id(&format!("H{}", i + 1)),
            name: many(&EVENTS, i),
            ..Hypothesis::default()
        })
        .collect();
    study.actions = (0..plan.actions)
        .map(|i| Action { id: id(&format!("X{:02}", i + 1)), name: many(&STAKES, i), ..Action::default() })
        .collect();
    study.policies = (0..plan.policies)
        .map(|i| Policy { id: id(&format!("P{}", i + 1)), name: many(&POLICIES, i), ..Policy::default() })
        .collect();
    study.criteria =
        (0..5).map(|i| Criterion { id: id(&format!("C{}", i + 1)), ..Criterion::default() }).collect();
    answers(&mut study, &plan);
    study
}

const POLICIES: [&str; 4] = ["Crecimiento", "Inclusión territorial", "Sostenibilidad", "Austeridad fiscal"];

/// Invents the answers: a common leaning of every question, and each expert's own deviation from it.
fn answers(study: &mut Study, plan: &Plan) {
    let mut next = noise(41);
    let mut put = |expert: usize, question: &str, value: Value| {
        study.answers.push(Answer {
            expert: id(&format!("E{expert:02}")),
            round: id("R1"),
            question: Question::parse(question).expect("a question"),
            value,
            note: None,
        });
    };
    let number = |value: f64, low: f64, high: f64| Value::Number(value.round().clamp(low, high));
    let strength: Vec<f64> =
        (0..plan.actors).map(|i| if i % 4 == 0 { 2.9 } else { 0.4 + 2.0 * next() }).collect();
    for a in 0..plan.actors {
        for b in (0..plan.actors).filter(|b| *b != a) {
            let leaning = strength[a] - 0.5 * strength[b] * next();
            for e in 0..plan.experts {
                let value = number(leaning + 1.4 * (next() - 0.5), 0.0, 4.0);
                put(e, &format!("power/A{:02}/A{:02}", a + 1, b + 1), value);
            }
        }
        for s in 0..plan.stakes {
            // Two camps, and much that leaves both cold.
            let side = if (a + s) % 3 == 0 { -1.0 } else { 1.0 };
            let leaning = if next() < 0.25 { 0.0 } else { side * 4.4 * next() };
            for e in 0..plan.experts {
                let value = number(leaning + 1.2 * (next() - 0.5), -4.0, 4.0);
                put(e, &format!("position/A{:02}/O{:02}", a + 1, s + 1), value);
            }
        }
    }
    let driving: Vec<f64> =
        (0..plan.variables).map(|i| if i % 5 == 0 { 0.5 } else { 0.3 * next() }).collect();
    for (a, own) in driving.iter().enumerate() {
        for b in (0..plan.variables).filter(|b| *b != a) {
            let leaning = if next() < *own { 0.6 + 2.9 * next() } else { 0.0 };
            for e in 0..plan.experts {
                let own = leaning + if leaning > 0.0 { next() - 0.5 } else { 0.0 };
                let potential = (leaning > 1.4 && leaning < 1.55) || (a, b) == (1, 0);
                let value = if potential { Value::Potential } else { number(own, 0.0, 3.0) };
                put(e, &format!("influence/{}/{}", code(a), code(b)), value);
            }
        }
    }
    let coupled: Vec<f64> = (0..plan.events).map(|_| 0.25 + 0.5 * next()).collect();
    for (a, common) in coupled.iter().enumerate() {
        for e in 0..plan.experts {
            let own = (common + 0.2 * (next() - 0.5)).clamp(0.05, 0.95);
            put(e, &format!("probability/H{}", a + 1), Value::Number((own * 20.0).round() / 20.0));
            for b in (0..plan.events).filter(|b| *b != a) {
                let pull = if (a + b) % 2 == 0 { 0.18 } else { -0.12 };
                for (family, sign) in [("given", 1.0), ("given-not", -1.0)] {
                    let value = (own + sign * pull + 0.1 * (next() - 0.5)).clamp(0.02, 0.98);
                    let value = Value::Number((value * 20.0).round() / 20.0);
                    put(e, &format!("probability-{family}/H{}/H{}", a + 1, b + 1), value);
                }
            }
        }
    }
    let optimism: Vec<f64> = (0..plan.voters).map(|_| 1.6 * (next() - 0.5)).collect();
    for i in 0..plan.variables {
        let leaning = 1.2 + 3.6 * next();
        for (e, own) in optimism.iter().enumerate() {
            let value = match next() {
                p if p < 0.04 => Value::Blank,
                p if p < 0.07 => Value::NoOpinion,
                p if p < 0.09 => continue,
                _ => number(leaning + own + 1.8 * (next() - 0.5), 1.0, 5.0),
            };
            put(e, &format!("colour/{}", code(i)), value);
        }
    }
    for a in 0..plan.actions {
        for c in 0..5 {
            let leaning = 1.0 + 4.0 * next();
            for e in 0..plan.experts {
                let value = number(leaning + 1.2 * (next() - 0.5), 1.0, 5.0);
                put(e, &format!("score/X{:02}/C{}", a + 1, c + 1), value);
            }
        }
    }
    for p in 0..plan.policies {
        for c in 0..5 {
            let weight = if c == p % 5 { 6.0 } else { (4.0 * next()).round() };
            put(0, &format!("weight/P{}/C{}", p + 1, c + 1), Value::Number(weight));
        }
    }
}

/// What resampling adds, invented where it would take long.
fn stretched(findings: &mut Findings) {
    let mut next = noise(43);
    let mut around =
        |value: f64| Range { low: value * (1.0 - 0.3 * next()), high: value * (1.0 + 0.4 * next()) };
    if let Some(game) = &mut findings.structure.mactor {
        game.resampled = Some(MactorStability {
            experts: 12,
            draws: 200,
            same_role: (0..game.actors.len()).map(|i| if i % 3 == 0 { 120 } else { 190 }).collect(),
            strength_interval: game.strength.iter().map(|v| around(*v)).collect(),
            ..MactorStability::default()
        });
    }
    if let Some(events) = &mut findings.explore.smic {
        for scenario in &mut events.scenarios {
            let own = around(scenario.probability);
            (scenario.low, scenario.high) = (Some(own.low * 0.5), Some(own.high * 1.4));
            scenario.interval = Some(own);
        }
        let n = events.events.len();
        let mut sums = || (0..n).map(|_| Some(around(1.0).high)).collect::<Vec<_>>();
        let (driving, dependent) = (sums(), sums());
        events.elasticity = Some(SmicElasticity { driving, dependent, ..SmicElasticity::default() });
    }
}

type Game = (Study, Findings);

fn game(size: Size) -> &'static Game {
    static GAMES: [OnceLock<Game>; 3] = [const { OnceLock::new() }; 3];
    GAMES[size as usize].get_or_init(|| {
        let study = study(size);
        let mut findings = match size {
            Size::Large => atalaya_analysis::point(&study),
            _ => atalaya_analysis::analyse(&study, &Control::default()).expect("nobody cancels"),
        };
        if size == Size::Large {
            stretched(&mut findings);
        }
        (study, findings)
    })
}

/// Draws a figure of a study of a size in the frame's language.
fn draw(size: Size, figure: fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>, frame: &Frame<'_>) -> Svg {
    let (study, findings) = game(size);
    let words: &Words = frame.words;
    figure(&Scene::new(study, findings, words), frame).expect("the study has the finding")
}

/// The names of the figures that the typical study has.
pub fn listed(frame: &Frame<'_>) -> Vec<String> {
    let (study, findings) = game(Size::Typical);
    let scene = Scene::new(study, findings, frame.words);
    figures::list(&scene).into_iter().filter(|f| f.draw(frame).is_some()).map(|f| f.name).collect()
}

macro_rules! samples {
    ($($name:literal: $figure:expr),+ $(,)?) => {
        &[$(
            (concat!($name, "-small"), |frame| draw(Size::Small, $figure, frame)),
            (concat!($name, "-typical"), |frame| draw(Size::Typical, $figure, frame)),
            (concat!($name, "-large"), |frame| draw(Size::Large, $figure, frame)),
        )+]
    };
}

/// The figures of each size.
pub const GAMES: &[Sample] = samples! {
    "influence-graph": figures::influence_graph,
    "mactor-plane": figures::mactor_plane,
    "mactor-strength": figures::mactor_strength,
    "mactor-positions": figures::mactor_positions,
    "mactor-convergence": figures::mactor_convergence,
    "mactor-divergence": figures::mactor_divergence,
    "mactor-map": figures::mactor_map,
    "micmac-potential": figures::micmac_potential,
    "smic-scenarios": figures::smic_scenarios,
    "smic-correction": figures::smic_correction,
    "smic-sensitivity": figures::smic_sensitivity,
    "abacus": |scene, frame| figures::abacus(scene, 0, frame),
    "multipol-plane": figures::multipol_plane,
    "multipol-profiles": figures::multipol_profiles,
};
