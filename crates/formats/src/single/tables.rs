//! Tables of ratings: rounds of a Delphi, actions on importance and governability.

use atalaya_model::{
    Kind,
    records::{Action, Scenario},
};

use super::*;

/// Columns of a table of ratings, and other names that people give them.
const RATINGS: [(&str, &[&str]); 7] = [
    ("expert", &["experto", "experta", "panelista", "code", "codigo", "código", "id"]),
    ("round", &["ronda", "vuelta"]),
    ("question", &["pregunta", "item", "ítem", "variable"]),
    ("value", &["valor", "answer", "respuesta", "score", "puntaje"]),
    ("group", &["grupo", "country", "país", "pais"]),
    ("knowledge", &["conocimiento", "kc"]),
    ("argumentation", &["argumentación", "argumentacion", "ka"]),
];

/// Scales that a panel may have used, the narrowest first.
const SCALES: [(i32, i32); 7] = [(1, 5), (0, 5), (1, 7), (1, 9), (1, 10), (0, 10), (0, 100)];

/// One rating as written.
struct Rating {
    expert: String,
    round: String,
    question: String,
    text: String,
    group: String,
    /// What the expert says of their own competence: knowledge, and the six sources of argumentation.
    competence: [String; 2],
    place: Place,
}

/// The columns of a table by name; those not found are `None`.
fn at<const N: usize>(sheet: &Sheet<'_>, wanted: &[(&str, &[&str]); N]) -> [Option<usize>; N] {
    let mut found = [None; N];
    for (index, cell) in
        sheet.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default().iter().enumerate()
    {
        let name = cell.to_lowercase();
        if let Some(slot) =
            wanted.iter().position(|(key, other)| *key == name || other.contains(&name.as_str()))
            && found[slot].is_none()
        {
            found[slot] = Some(index);
        }
    }
    found
}

/// The ratings of a table: long (`expert,round,question,value`), or wide (an expert a row, a question a column).
fn rows_of(sheet: &Sheet<'_>, default_round: &str, out: &mut Vec<Diagnostic>) -> Vec<Rating> {
    let Some(header) = sheet.rows.first() else { return Vec::new() };
    let [expert, round, question, value, group, knowledge, argumentation] = at(sheet, &RATINGS);
    answers::check_length(sheet, out);
    let mut ratings = Vec::new();
    let mut add = |row: &Line<'_>, question: &str, column: usize, text: &str| {
        let cell = |column: Option<usize>| column.map_or("", |c| row.cell(c)).to_owned();
        let round = if round.is_some() { cell(round) } else { default_round.to_owned() };
        let (expert, group) = (cell(expert), cell(group));
        let place = sheet.place(row.number, column);
        ratings.push(Rating {
            expert,
            round,
            question: question.to_owned(),
            text: text.to_owned(),
            group,
            competence: [cell(knowledge), cell(argumentation)],
            place,
        });
    };
    match (expert, question, value) {
        (Some(_), Some(question), Some(value)) => {
            for row in &sheet.rows[1..] {
                add(row, row.cell(question), value, row.cell(value));
            }
        }
        (Some(expert), None, None) => {
            let taken = [Some(expert), round, group, knowledge, argumentation];
            let columns: Vec<(usize, &str)> = header
                .cells
                .iter()
                .enumerate()
                .filter(|(index, name)| !taken.contains(&Some(*index)) && !name.is_empty())
                .map(|(index, name)| (index, name.as_ref()))
                .collect();
            for row in &sheet.rows[1..] {
                for (column, name) in &columns {
                    add(row, name, *column, row.cell(*column));
                }
            }
        }
        _ => {
            for (name, found) in [("expert", expert), ("question", question), ("value", value)] {
                if found.is_none() {
                    let place = sheet.place(header.number, 0);
                    out.push(Diagnostic::new(Code::MissingValue, place).with("field", name));
                }
            }
        }
    }
    ratings
}

/// Reads the ratings of a Delphi: a long table `expert,round,question,value` (with `group` where it has one), or one with
/// an expert in each row and a question in each column. Several files are several rounds where none names its rounds.
///
/// Questions may be anything: those that are no questions of a family are items rated by importance, on the narrowest
/// usual scale that holds every value, unless `options` sets one.
#[must_use]
pub fn ratings(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    let mut out = Vec::new();
    let mut ratings = Vec::new();
    for (path, number) in paths.iter().zip(1..) {
        for sheet in sheets(path, &mut out) {
            ratings.extend(rows_of(&sheet, &number.to_string(), &mut out));
        }
    }
    ratings.retain(|rating| {
        let empty = [("expert", &rating.expert), ("round", &rating.round), ("question", &rating.question)];
        let missing = empty.iter().find(|(_, text)| text.is_empty());
        if let (Some((field, _)), false) = (missing, rating.text.is_empty()) {
            out.push(Diagnostic::new(Code::MissingValue, rating.place.clone()).with("field", *field));
        }
        missing.is_none() && !rating.text.is_empty()
    });
    let known = |text: &str| Question::parse(text).ok().filter(|q| q.family.arity() == 1);
    let families = !ratings.is_empty() && ratings.iter().all(|rating| known(&rating.question).is_some());
    let mut options = options.clone();
    if let Some(scale) =
        inferred(&ratings).filter(|_| !families && !options.scales.contains_key("importance"))
    {
        options.scales.insert("importance".to_owned(), scale);
    }
    let setting = setting(&options);
    let mut placed = Placed::new();
    let mut items = Items::default();
    let mut experts = Items::default();
    let mut rounds = Items::default();
    let mut groups: BTreeMap<Id, String> = BTreeMap::new();
    let mut competence: BTreeMap<Id, [String; 2]> = BTreeMap::new();
    // Rounds in their order: by number where they have one.
    let mut named: Vec<&str> = ratings.iter().map(|rating| rating.round.as_str()).collect();
    named.sort_by_key(|name| {
        (name.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok(), *name)
    });
    named.dedup();
    for name in named {
        rounds.id(name, "", 'R');
    }
    let importance = Family::find("importance");
    for rating in &ratings {
        let expert = experts.id(&rating.expert, "", 'E');
        let round = rounds.id(&rating.round, "", 'R');
        if !rating.group.is_empty() {
            groups.insert(expert.clone(), rating.group.clone());
        }
        if rating.competence.iter().any(|text| !text.is_empty()) {
            competence.insert(expert.clone(), rating.competence.clone());
        }
        let question = if families { known(&rating.question) } else { None };
        let question = question.or_else(|| {
            let a = items.id(&rating.question, "", 'Q');
            Some(Question { family: importance?, a, b: None })
        });
        let Some(question) = question else { continue };
        let scale = setting.scales.get(question.family.name).copied().unwrap_or(question.family.scale);
        match value::parse(&rating.text, scale, false) {
            Ok(read) => {
                if read.comma {
                    let diagnostic = Diagnostic::new(Code::DecimalComma, rating.place.clone());
                    out.push(diagnostic.with("text", &rating.text));
                }
                placed.push((answer(&expert, &round, question, read.value), rating.place.clone()));
            }
            Err(code) => out.push(refuse(code, &rating.text, scale, rating.place.clone())),
        }
    }
    let panel = experts.found.into_iter().map(|(id, _, _)| {
        let group = groups.get(&id).cloned().unwrap_or_default();
        let [knowledge, argumentation] = competence.get(&id).cloned().unwrap_or_default();
        let knowledge = atalaya_model::field::parse_number(&knowledge).ok().map(|(number, _)| number);
        Expert { id, group, knowledge, argumentation, ..Expert::default() }
    });
    let rounds: Vec<Id> = rounds.found.into_iter().map(|(id, _, _)| id).collect();
    let mut study = surround(paths, &options, panel.collect(), Mode::Individual, &rounds);
    study.variables = items.named().map(|(id, name)| Variable { id, name, ..Variable::default() }).collect();
    // Items of questions written in full become records of the kind that their family asks of.
    for (answer, _) in placed.iter() {
        let id = &answer.question.a;
        let kind = answer.question.family.kinds.first().and_then(|kinds| kinds.first());
        let name = both(id.as_str());
        match kind {
            Some(Kind::Variable) if !study.variables.iter().any(|v| v.id == *id) => {
                study.variables.push(Variable { id: id.clone(), name, ..Variable::default() });
            }
            Some(Kind::Scenario) if !study.scenarios.iter().any(|s| s.id == *id) => {
                study.scenarios.push(Scenario { id: id.clone(), name, ..Scenario::default() });
            }
            Some(Kind::Action) if !study.actions.iter().any(|a| a.id == *id) => {
                study.actions.push(Action { id: id.clone(), name, ..Action::default() });
            }
            _ => {}
        }
    }
    finish(study, placed, out)
}

/// The narrowest usual scale that holds every number.
fn inferred(ratings: &[Rating]) -> Option<String> {
    let numbers: Vec<f64> = ratings
        .iter()
        .filter_map(|rating| atalaya_model::field::parse_number(&rating.text).ok())
        .map(|(value, _)| value)
        .collect();
    let holds = |(min, max): &(i32, i32)| {
        let scale = Scale::Integer { min: *min, max: *max };
        numbers.iter().all(|value| scale.holds(*value))
    };
    SCALES.iter().find(|scale| holds(scale)).map(|(min, max)| format!("{min}..{max}"))
}

/// Reads a table of actions: `id,importance,governability`, with `name`, and `expert` where several rated them. Values
/// may be medians of a panel: they are held to the ends of the scales, not to their steps.
#[must_use]
pub fn igo(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    const COLUMNS: [(&str, &[&str]); 5] = [
        ("id", &["action", "acción", "accion", "code", "código", "codigo"]),
        ("importance", &["importancia", "i", "imp"]),
        ("governability", &["gobernabilidad", "g", "gob", "gov"]),
        ("name", &["nombre", "name_es", "name_en", "descripción", "descripcion", "description"]),
        ("expert", &["experto", "experta"]),
    ];
    let mut out = Vec::new();
    let mut items = Items::default();
    let mut experts = Items::default();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    for path in paths {
        for sheet in sheets(path, &mut out) {
            let [id, importance, governability, name, expert] = at(&sheet, &COLUMNS);
            let Some(header) = sheet.rows.first() else { continue };
            let [who, _, question, value, ..] = at(&sheet, &RATINGS);
            if let (Some(who), Some(question), Some(value)) = (who, question, value) {
                long_igo(
                    &sheet,
                    [who, question, value],
                    options,
                    (&mut items, &mut experts),
                    &mut placed,
                    &mut out,
                );
                continue;
            }
            let (Some(id), Some(importance), Some(governability)) = (id, importance, governability) else {
                for (field, _) in
                    COLUMNS.iter().take(3).zip([id, importance, governability]).filter(|(_, c)| c.is_none())
                {
                    let place = sheet.place(header.number, 0);
                    out.push(Diagnostic::new(Code::MissingValue, place).with("field", field.0));
                }
                continue;
            };
            answers::check_length(&sheet, &mut out);
            for row in &sheet.rows[1..] {
                let label = row.cell(id);
                if label.is_empty() {
                    out.push(Diagnostic::new(Code::MissingId, sheet.place(row.number, id)));
                    continue;
                }
                if grid::is_sum(label) {
                    let diagnostic = Diagnostic::new(Code::SumLeftOut, sheet.place(row.number, id));
                    out.push(diagnostic.with("label", label));
                    continue;
                }
                let action = items.id(label, name.map_or("", |column| row.cell(column)), 'A');
                let who = expert.map(|column| row.cell(column)).filter(|who| !who.is_empty());
                let expert = experts.id(&who.map_or_else(|| stem(path), str::to_owned), "", 'E');
                for (family, column) in [("importance", importance), ("governability", governability)] {
                    let text = row.cell(column);
                    let place = sheet.place(row.number, column);
                    let Some(family) = Family::find(family).filter(|_| !text.is_empty()) else { continue };
                    match rated(text, scale(family, options)) {
                        Ok(read) => {
                            if read.comma {
                                let diagnostic = Diagnostic::new(Code::DecimalComma, place.clone());
                                out.push(diagnostic.with("text", text));
                            }
                            let question = Question { family, a: action.clone(), b: None };
                            placed.push((answer(&expert, &round, question, read.value), place));
                        }
                        Err(code) => out.push(refuse(code, text, scale(family, options), place)),
                    }
                }
            }
        }
    }
    let mode = if experts.found.len() > 1 { Mode::Individual } else { Mode::Consensus };
    let panel = experts.found.into_iter().map(|(id, _, _)| Expert { id, ..Expert::default() }).collect();
    let mut study = surround(paths, options, panel, mode, &[round]);
    study.actions = items.named().map(|(id, name)| Action { id, name, ..Action::default() }).collect();
    finish(study, placed, out)
}

/// Long answers on actions: an expert, a question `importance/A1` or `governability/A1`, and a value.
fn long_igo(
    sheet: &Sheet<'_>,
    [who, question, value]: [usize; 3],
    options: &Options,
    (items, experts): (&mut Items, &mut Items),
    placed: &mut Placed,
    out: &mut Vec<Diagnostic>,
) {
    answers::check_length(sheet, out);
    let round = Id::parse("R1").unwrap_or_default();
    for row in sheet.rows.iter().skip(1) {
        let text = row.cell(value);
        let place = sheet.place(row.number, value);
        let asked = row.cell(question).split_once('/');
        let known = asked.filter(|(name, _)| matches!(*name, "importance" | "governability"));
        let Some((family, label)) = known.and_then(|(name, label)| Some((Family::find(name)?, label))) else {
            let place = sheet.place(row.number, question);
            out.push(Diagnostic::new(Code::UnknownQuestion, place).with("text", row.cell(question)));
            continue;
        };
        if text.is_empty() {
            continue;
        }
        match rated(text, scale(family, options)) {
            Ok(read) => {
                let question = Question { family, a: items.id(label, "", 'A'), b: None };
                let expert = experts.id(row.cell(who), "", 'E');
                placed.push((answer(&expert, &round, question, read.value), place));
            }
            Err(code) => out.push(refuse(code, text, scale(family, options), place)),
        }
    }
}

/// A value between the ends of a scale, or no opinion.
fn rated(text: &str, scale: Scale) -> Result<value::ReadValue, Code> {
    let (low, high) = scale.bounds().unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let read = value::parse(text, Scale::Weight, false)?;
    match read.value.number() {
        Some(number) if number < low || number > high => Err(Code::OutOfScale),
        _ => Ok(read),
    }
}
