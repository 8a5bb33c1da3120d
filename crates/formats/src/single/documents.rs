//! Methods that read several tables at once: one JSON document, one workbook with a sheet a table, or a file a table.

use atalaya_model::{
    choice::FactorKind,
    records::{Action, Criterion, Factor, Hypothesis, Policy, Scenario},
};

use super::*;

/// A table of a method: how it is called, and what its rows and columns are.
struct Role {
    /// Key in JSON, name of the sheet, stem of the file.
    key: &'static str,
    /// Other names that people give it.
    aliases: &'static [&'static str],
    /// Keys of the labels of the rows in JSON; the letter of those without one.
    rows: (&'static [&'static str], char),
    /// The same of the columns.
    columns: (&'static [&'static str], char),
    /// Whether the method cannot do without it.
    required: bool,
}

const ACTIONS: (&[&str], char) = (&["actions", "acciones", "rows"], 'X');
const CRITERIA: (&[&str], char) = (&["criteria", "criterios", "columns"], 'C');
const EVENTS: (&[&str], char) = (&["labels", "events", "hypotheses", "eventos", "hipotesis"], 'H');

/// The role's table of each path, in the order of `roles`; one document after the other.
fn tables(paths: &[PathBuf], roles: &[Role], out: &mut Vec<Diagnostic>) -> Vec<Vec<Option<Found>>> {
    let named = |text: &str, role: &Role| {
        let plain = text.trim().to_lowercase();
        plain == role.key || role.aliases.contains(&plain.as_str())
    };
    let json = |path: &PathBuf| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let mut documents: Vec<Vec<Option<Found>>> = Vec::new();
    // Files of their own make one document together: by their names, else by their order.
    let mut loose: Vec<Option<Found>> = roles.iter().map(|_| None).collect();
    let mut place_loose = |found: Found| {
        let by_name = roles.iter().position(|role| named(&found.name, role));
        let free = loose.iter().position(Option::is_none);
        if let Some(slot) = by_name.or(free).and_then(|index| loose.get_mut(index)) {
            *slot = Some(found);
        }
    };
    for path in paths {
        if json(path) {
            documents.extend(json_tables(path, roles, out));
        } else if book::is_book(path) && !path.is_dir() {
            let mut found: Vec<Option<Found>> = roles.iter().map(|_| None).collect();
            for sheet in sheets(path, out) {
                let name = sheet.file.rsplit('/').next().unwrap_or_default().to_owned();
                if let Some(index) = roles.iter().position(|role| named(&name, role)) {
                    found[index] = grid_of(name, sheet, out);
                }
            }
            documents.push(found);
        } else {
            for sheet in sheets(path, out) {
                grid_of(stem(path), sheet, out).into_iter().for_each(&mut place_loose);
            }
        }
    }
    if loose.iter().any(Option::is_some) {
        documents.push(loose);
    }
    if documents.is_empty() && out.iter().all(|d| d.severity() != atalaya_model::Severity::Error) {
        documents.push(roles.iter().map(|_| None).collect());
    }
    for document in &documents {
        for (role, _) in roles.iter().zip(document).filter(|(role, found)| role.required && found.is_none()) {
            let file = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
            out.push(Diagnostic::new(Code::MissingTable, Place::file(&file)).with("name", role.key));
        }
    }
    documents
}

fn grid_of(name: String, sheet: Sheet<'static>, out: &mut Vec<Diagnostic>) -> Option<Found> {
    let grid = grid::find(&sheet, false, out);
    (!grid.rows.is_empty() && !grid.columns.is_empty()).then_some(Found { name, sheet, grid })
}

/// The tables of a JSON document; a list of numbers is a table of one column.
fn json_tables(path: &Path, roles: &[Role], out: &mut Vec<Diagnostic>) -> Option<Vec<Option<Found>>> {
    let shown = path.display().to_string();
    let root = read_json(path, &shown, out)?;
    let cell = json_cell;
    let labels = |keys: &[&str], letter: char, count: usize| -> Vec<String> {
        let given = keys.iter().find_map(|key| root.get(*key)?.as_array());
        let given: Vec<String> = given.into_iter().flatten().map(cell).collect();
        let numbered = (given.len() + 1..=count).map(|n| format!("{letter}{n}"));
        given.iter().cloned().chain(numbered).take(count).collect()
    };
    let mut found = Vec::new();
    for role in roles {
        let keys = std::iter::once(role.key).chain(role.aliases.iter().copied());
        let Some(value) = keys.filter_map(|key| root.get(key)).next().filter(|value| !value.is_null()) else {
            found.push(None);
            continue;
        };
        let rows: Option<Vec<Vec<String>>> = value.as_array().and_then(|rows| {
            let of = |row: &Json| match row {
                Json::Array(cells) if cells.iter().all(|c| !c.is_array() && !c.is_object()) => {
                    Some(cells.iter().map(cell).collect())
                }
                Json::Array(_) | Json::Object(_) => None,
                single => Some(vec![cell(single)]),
            };
            rows.iter().map(of).collect()
        });
        let Some(rows) = rows.filter(|rows| !rows.is_empty()) else {
            let place = Place::at(&shown, 1, 1);
            out.push(Diagnostic::new(Code::JsonSyntax, place).with("reason", role.key));
            found.push(None);
            continue;
        };
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if let Some((number, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != width) {
            let place = Place::at(&format!("{shown}#{}", role.key), number as u32 + 1, row.len() as u32);
            out.push(
                Diagnostic::new(Code::WrongShape, place)
                    .with("found", format!("1 x {}", row.len()))
                    .with("expected", format!("1 x {width}")),
            );
        }
        let heads = labels(role.columns.0, role.columns.1, width);
        let names = labels(role.rows.0, role.rows.1, rows.len());
        let head = std::iter::once(String::new()).chain(heads).map(Cow::Owned).collect();
        let mut lines = vec![Line { number: 0, cells: head }];
        for ((number, name), cells) in (1..).zip(names).zip(rows) {
            let cells = std::iter::once(name).chain(cells).map(Cow::Owned).collect();
            lines.push(Line { number, cells });
        }
        // A place in a document is its key, and row and column of the table there.
        let sheet = Sheet { file: format!("{shown}#{}", role.key).as_str().into(), rows: lines };
        found.push(grid_of(role.key.to_owned(), sheet, out));
    }
    Some(found)
}

fn read_json(path: &Path, shown: &str, out: &mut Vec<Diagnostic>) -> Option<Json> {
    if path.is_dir() {
        out.push(Diagnostic::new(Code::NotAFile, Place::file(shown)));
        return None;
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            out.push(unreadable(Place::file(shown), &error));
            return None;
        }
    };
    let (text, _) = sheet::decode(shown, &bytes, out);
    parse_json(shown, &text, out)
}

/// Reads what SMIC asks: `p`, `given` (P(row / column)) and `given_not` (P(row / not column)); the diagonals are not
/// read. Several documents are several experts. Every other cell must be there.
#[must_use]
pub fn probabilities(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    const P: (&[&str], char) = (&[], 'p');
    const ROLES: [Role; 3] = [
        Role { key: "p", aliases: &["simple", "probability"], rows: EVENTS, columns: P, required: true },
        Role { key: "given", aliases: &["conditional"], rows: EVENTS, columns: EVENTS, required: true },
        Role { key: "given_not", aliases: &["given-not"], rows: EVENTS, columns: EVENTS, required: true },
    ];
    const FAMILIES: [&str; 3] = ["probability", "probability-given", "probability-given-not"];
    let mut out = Vec::new();
    let mut events = Items::default();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    let documents = tables(paths, &ROLES, &mut out);
    for (number, document) in (1..).zip(&documents) {
        let expert = expert_number(number);
        let size = document.iter().flatten().next().map_or(0, |found| found.grid.rows.len());
        for (found, family) in document.iter().zip(FAMILIES) {
            let (Some(found), Some(family)) = (found, Family::find(family)) else { continue };
            let rows = found.rows(&mut events, 'H');
            let shape = (found.grid.rows.len(), found.grid.columns.len());
            let expected = (size, if family.arity() == 1 { 1 } else { size });
            if shape != expected {
                let place = Place::file(&found.sheet.file);
                let print = |(rows, columns): (usize, usize)| format!("{rows} x {columns}");
                out.push(
                    Diagnostic::new(Code::WrongShape, place)
                        .with("found", print(shape))
                        .with("expected", print(expected)),
                );
                continue;
            }
            if family.arity() == 2 {
                let columns = found.columns(&mut events, 'H');
                let cells = Cells {
                    family,
                    scale: family.scale,
                    round: &round,
                    expert: &expert,
                    empty: Empty::Error,
                };
                cells.read(found, (&rows, &columns), &mut placed, &mut out);
                continue;
            }
            for (label, a) in found.grid.rows.iter().zip(&rows) {
                let (Some(line), Some(head)) =
                    (found.sheet.rows.get(label.index), found.grid.columns.first())
                else {
                    continue;
                };
                let place = found.sheet.place(line.number, head.index);
                let text = line.cell(head.index);
                if text.is_empty() {
                    out.push(Diagnostic::new(Code::MissingValue, place).with("field", &label.text));
                    continue;
                }
                match value::parse(text, family.scale, false) {
                    Ok(read) => {
                        let question = Question { family, a: a.clone(), b: None };
                        placed.push((answer(&expert, &round, question, read.value), place));
                    }
                    Err(code) => out.push(refuse(code, text, family.scale, place)),
                }
            }
        }
    }
    infeasible(&placed, &mut out);
    let mode = if documents.len() > 1 { Mode::Individual } else { Mode::Consensus };
    let panel = (1..=documents.len()).map(|n| Expert { id: expert_number(n), ..Expert::default() }).collect();
    let mut study = surround(paths, options, panel, mode, &[round]);
    study.hypotheses =
        events.named().map(|(id, name)| Hypothesis { id, name, ..Hypothesis::default() }).collect();
    finish(study, placed, out)
}

/// Says which conditional probabilities no joint distribution of the two simple ones can have, with the range that it
/// could (Fréchet): the method corrects them, and the reader should know.
fn infeasible(placed: &Placed, out: &mut Vec<Diagnostic>) {
    let number = |expert: &Id, family: &str, a: &Id| {
        let asked = |(answer, _): &(&Answer, &Place)| {
            answer.expert == *expert && answer.question.family.name == family && answer.question.a == *a
        };
        placed.iter().find(asked).and_then(|(answer, _)| answer.value.number())
    };
    for (answer, place) in placed.iter() {
        let family = answer.question.family.name;
        let not = family == "probability-given-not";
        let (Some(b), Some(value), true) =
            (&answer.question.b, answer.value.number(), not || family == "probability-given")
        else {
            continue;
        };
        let simple = |id: &Id| number(&answer.expert, "probability", id);
        let (Some(pa), Some(pb)) = (simple(&answer.question.a), simple(b)) else { continue };
        let condition = if not { 1.0 - pb } else { pb };
        if condition <= 0.0 {
            continue;
        }
        let (low, high) = (((pa + condition - 1.0) / condition).max(0.0), (pa / condition).min(1.0));
        if value < low - 1e-9 || value > high + 1e-9 {
            let name = format!("P({}/{}{})", answer.question.a, if not { "¬" } else { "" }, b);
            let print = |x: f64| format!("{:.3}", x).trim_end_matches('0').trim_end_matches('.').to_owned();
            out.push(
                Diagnostic::new(Code::Infeasible, place.clone())
                    .with("name", name)
                    .with("value", print(value))
                    .with("low", print(low))
                    .with("high", print(high)),
            );
        }
    }
}

/// Reads what MULTIPOL asks: `scores` (actions x criteria), `policies` and, where there are scenarios, `scenarios`
/// (weights of the criteria).
#[must_use]
pub fn policies(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    const POLICIES: (&[&str], char) = (&["policy_names", "policy_labels"], 'P');
    const SCENARIOS: (&[&str], char) = (&["scenario_names", "scenario_labels"], 'S');
    const ROLES: [Role; 4] = [
        Role {
            key: "scores",
            aliases: &["puntajes", "actions", "acciones"],
            rows: ACTIONS,
            columns: CRITERIA,
            required: true,
        },
        Role {
            key: "policies",
            aliases: &["políticas", "politicas"],
            rows: POLICIES,
            columns: CRITERIA,
            required: true,
        },
        Role {
            key: "scenarios",
            aliases: &["escenarios"],
            rows: SCENARIOS,
            columns: CRITERIA,
            required: false,
        },
        Role {
            key: "policy_scores",
            aliases: &["puntajes_politicas"],
            rows: POLICIES,
            columns: CRITERIA,
            required: false,
        },
    ];
    let mut out = Vec::new();
    let mut criteria = Items::default();
    let mut items: [Items; 3] = Default::default();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    let expert = expert_number(1);
    for document in tables(paths, &ROLES, &mut out).iter().take(1) {
        for (index, found) in document.iter().enumerate() {
            let (Some(found), Some(family)) =
                (found, Family::find(if index > 0 { "weight" } else { "score" }))
            else {
                continue;
            };
            let rows = found.rows(&mut items[index], ROLES[index].rows.1);
            let columns = found.columns(&mut criteria, 'C');
            // Marks and weights have the scale of whoever made the tables.
            let scale = Scale::Weight;
            let cells = Cells { family, scale, round: &round, expert: &expert, empty: Empty::Error };
            cells.read(found, (&rows, &columns), &mut placed, &mut out);
        }
    }
    let panel = vec![Expert { id: expert, ..Expert::default() }];
    let mut study = surround(paths, options, panel, Mode::Consensus, &[round]);
    let [actions, policies, scenarios] = items;
    study.criteria =
        criteria.named().map(|(id, name)| Criterion { id, name, ..Criterion::default() }).collect();
    study.actions = actions.named().map(|(id, name)| Action { id, name, ..Action::default() }).collect();
    study.policies = policies.named().map(|(id, name)| Policy { id, name, ..Policy::default() }).collect();
    study.scenarios =
        scenarios.named().map(|(id, name)| Scenario { id, name, ..Scenario::default() }).collect();
    finish(study, placed, out)
}

/// Reads the four tables of a crossed FODA: `fo`, `fa`, `do`, `da`, internal factors in rows, external ones in columns.
#[must_use]
pub fn factors(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    const F: (&[&str], char) = (&["strengths", "fortalezas"], 'F');
    const D: (&[&str], char) = (&["weaknesses", "debilidades"], 'D');
    const O: (&[&str], char) = (&["opportunities", "oportunidades"], 'O');
    const A: (&[&str], char) = (&["threats", "amenazas"], 'A');
    const ROLES: [Role; 4] = [
        Role { key: "fo", aliases: &[], rows: F, columns: O, required: true },
        Role { key: "fa", aliases: &[], rows: F, columns: A, required: true },
        Role { key: "do", aliases: &[], rows: D, columns: O, required: true },
        Role { key: "da", aliases: &[], rows: D, columns: A, required: true },
    ];
    let kinds = [FactorKind::Strength, FactorKind::Weakness, FactorKind::Opportunity, FactorKind::Threat];
    let mut out = Vec::new();
    let mut sides: [Items; 4] = Default::default();
    let mut placed = Placed::new();
    let round = Id::parse("R1").unwrap_or_default();
    let expert = expert_number(1);
    let Some(family) = Family::find("crossing") else { return Loaded::default() };
    let scale = scale(family, options);
    for document in tables(paths, &ROLES, &mut out).iter().take(1) {
        for (index, found) in document.iter().enumerate() {
            let Some(found) = found else { continue };
            // The four sides are factors: a label that two of them use names two things.
            let mut named = |side: usize, letter: char, of: fn(&Found, &mut Items, char) -> Vec<Id>| {
                let others = sides.iter().enumerate().filter(|(other, _)| *other != side);
                let reserved = others.flat_map(|(_, s)| &s.found).map(|(id, _, _)| id.clone()).collect();
                sides[side].reserved = reserved;
                of(found, &mut sides[side], letter)
            };
            let rows = named(index / 2, ROLES[index].rows.1, Found::rows);
            let columns = named(2 + index % 2, ROLES[index].columns.1, Found::columns);
            let cells = Cells { family, scale, round: &round, expert: &expert, empty: Empty::Warning };
            cells.read(found, (&rows, &columns), &mut placed, &mut out);
        }
    }
    let panel = vec![Expert { id: expert, ..Expert::default() }];
    let mut study = surround(paths, options, panel, Mode::Consensus, &[round]);
    for (kind, side) in kinds.into_iter().zip(sides) {
        let factor = |(id, name)| Factor { id, name, kind: Some(kind), ..Factor::default() };
        study.factors.extend(side.named().map(factor));
    }
    finish(study, placed, out)
}

/// Reads the votes of an abacus: items in rows, experts in columns, colours `DG LG Y P R`, `W` blank, `B` abstained.
#[must_use]
pub fn colours(paths: &[PathBuf], options: &Options) -> Loaded<Study> {
    const ROLES: [Role; 1] = [Role {
        key: "matrix",
        aliases: &["votes", "votos"],
        rows: (&["labels", "items", "rows"], 'I'),
        columns: (&["experts", "expertos", "columns"], 'E'),
        required: true,
    }];
    let mut out = Vec::new();
    let (mut items, mut experts) = (Items::default(), Items::default());
    let mut placed = Placed::new();
    let Some(family) = Family::find("colour") else { return Loaded::default() };
    let documents = tables(paths, &ROLES, &mut out);
    let rounds: Vec<Id> = (1..=documents.len().max(1)).filter_map(|n| Id::parse(&format!("R{n}"))).collect();
    for (round, document) in rounds.iter().zip(&documents) {
        for found in document.iter().flatten() {
            let rows = found.rows(&mut items, 'I');
            let columns = found.columns(&mut experts, 'E');
            for (label, a) in found.grid.rows.iter().zip(&rows) {
                let Some(line) = found.sheet.rows.get(label.index) else { continue };
                for (head, expert) in found.grid.columns.iter().zip(&columns) {
                    let text = line.cell(head.index);
                    let place = found.sheet.place(line.number, head.index);
                    if text.is_empty() {
                        continue;
                    }
                    match value::parse(text, family.scale, false) {
                        Ok(read) => {
                            let question = Question { family, a: a.clone(), b: None };
                            placed.push((answer(expert, round, question, read.value), place));
                        }
                        Err(code) => out.push(refuse(code, text, family.scale, place)),
                    }
                }
            }
        }
    }
    let panel = experts.found.into_iter().map(|(id, _, _)| Expert { id, ..Expert::default() }).collect();
    let mut study = surround(paths, options, panel, Mode::Individual, &rounds);
    study.variables = items.named().map(|(id, name)| Variable { id, name, ..Variable::default() }).collect();
    finish(study, placed, out)
}
