//! Studies for the tests.

use std::path::PathBuf;

use atalaya_analysis::{analyse, canonical};
use atalaya_methods::control::Control;
use atalaya_model::{
    Answer, Id, Question, Study, Text, Value,
    choice::ScenarioKind,
    field::{Ref, Refs},
    records::{Axis, Expert, Round, Scenario, Variable},
};

/// The folder of an example.
pub fn example_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// An example as read from its folder.
pub fn example(name: &str) -> Study {
    atalaya_formats::folder::read(&example_path(name)).value
}

/// The findings' file.
pub fn json(study: &Study) -> String {
    canonical::json(&analyse(study, &Control::default()).unwrap()).unwrap()
}

/// An id.
pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// An answer.
pub fn answer(expert: &str, round: &str, question: &str, value: Value) -> Answer {
    Answer {
        expert: id(expert),
        round: id(round),
        question: Question::parse(question).unwrap(),
        value,
        note: None,
    }
}

/// A study of three variables, two axes and four scenarios, answered by `experts` who all say the same.
pub fn slice(experts: usize) -> Study {
    let mut study = Study::default();
    study.frame.title = Text { es: "Corte".into(), en: "Slice".into() };
    study.frame.subject = Text { es: "El municipio".into(), en: "The municipality".into() };
    study.frame.base_year = Some(2020);
    study.frame.horizon = Some(2030);
    study.frame.seed = Some(7);
    let text = |t: &str| Text { es: t.into(), en: t.into() };
    for name in ["a", "b", "c"] {
        study.variables.push(Variable { id: id(name), name: text(name), ..Variable::default() });
    }
    for (axis, variable) in [("X", "b"), ("Y", "a")] {
        study.axes.push(Axis {
            id: id(axis),
            variable: Ref(Some(id(variable))),
            high: text("+"),
            low: text("-"),
            ..Axis::default()
        });
    }
    for (scenario, corner) in [("S1", "++"), ("S2", "+-"), ("S3", "-+"), ("S4", "--")] {
        study.scenarios.push(Scenario {
            id: id(scenario),
            name: text(scenario),
            kind: Some(ScenarioKind::Exploratory),
            corner: corner.into(),
            ..Scenario::default()
        });
    }
    study.rounds.push(Round {
        id: id("R1"),
        number: Some(1),
        closed: "2020-05-01".into(),
        ..Round::default()
    });
    let number = Value::Number;
    // Godet's example of three variables: a on b, b on a and c, c on a.
    let influence = [
        ("a", "b", 1.0),
        ("b", "a", 1.0),
        ("b", "c", 1.0),
        ("c", "a", 1.0),
        ("a", "c", 0.0),
        ("c", "b", 0.0),
    ];
    for expert in 1..=experts {
        let code = format!("E{expert:02}");
        study.experts.push(Expert {
            id: id(&code),
            country: "PER".into(),
            group: "PER".into(),
            ..Expert::default()
        });
        for (row, column, value) in influence {
            study.answers.push(answer(&code, "R1", &format!("influence/{row}/{column}"), number(value)));
        }
        for (index, variable) in ["a", "b", "c"].iter().enumerate() {
            study.answers.push(answer(
                &code,
                "R1",
                &format!("importance/{variable}"),
                number(9.0 - index as f64),
            ));
            study.answers.push(answer(&code, "R1", &format!("uncertainty/{variable}"), number(4.0)));
        }
        for (index, scenario) in ["S1", "S2", "S3", "S4"].iter().enumerate() {
            let low = index as f64;
            study.answers.push(answer(&code, "R1", &format!("plausibility/{scenario}"), number(4.0)));
            study.answers.push(answer(&code, "R1", &format!("desirability/{scenario}"), number(5.0 - low)));
            study.answers.push(answer(&code, "R1", &format!("feasibility/{scenario}"), number(3.0)));
        }
        study.answers.push(answer(&code, "R1", "vote/S1", number(1.0)));
    }
    study.rounds[0].invited = Refs(study.experts.iter().map(|e| e.id.clone()).collect());
    study.normalise();
    study
}
