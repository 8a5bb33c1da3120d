//! Chapter "Actores": who wants what and with which resources, and the game between them (MACTOR).

use atalaya_analysis::findings::{ActorRole, MactorFinding, PanelLevel, Stability};
use atalaya_charts::figures;
use atalaya_model::Kind;

use super::{
    Book,
    toolbox::{at, colours, defined, falling},
};
use crate::doc::{Block, Cell, Column, Table};

/// Pairs of actors that are printed at most, of allies and of rivals.
const PAIRS: usize = 5;
/// Stress from which a map of actors shows something else than their distances.
const STRESS: f64 = 0.2;

/// The chapter: a light table, and the game where it was asked.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let found = &book.findings.structure.actors;
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = vec![book.chapter("chapter-actors", "actors")];
    let most = found.iter().max_by_key(|a| a.strategic).filter(|a| a.strategic > 0);
    if let Some(most) = most {
        let args = [
            ("actor", book.name(Kind::Actor, &most.id).into()),
            ("count", most.strategic.into()),
            ("ties", found.iter().filter(|a| a.strategic == most.strategic).skip(1).count().into()),
        ];
        out.push(Block::Lead(book.say("actors-lead", &args).into()));
    }
    let mut table = Table::new(
        "actors-table",
        book.t("table-actors"),
        vec![
            Column::text(book.t("column-actor")),
            Column::text(book.t("column-interest")),
            Column::text(book.t("column-resource")),
            Column::text(book.t("column-moves")),
            Column::text(book.t("column-answers-for")),
        ],
    );
    for actor in found {
        let record = book.study.actors.iter().find(|a| a.id == actor.id.as_str());
        let text = |get: fn(&atalaya_model::records::Actor) -> &atalaya_model::Text| {
            record.map_or("", |r| book.text(get(r))).to_owned()
        };
        let (name, code) = (book.name(Kind::Actor, &actor.id), book.names.label(Kind::Actor, &actor.id));
        table.push(vec![
            if code == actor.id { name } else { format!("{name} ({code})") }.into(),
            text(|a| &a.interest).into(),
            text(|a| &a.resource).into(),
            book.labels(Kind::Variable, &actor.variables).into(),
            book.labels(Kind::Action, &actor.actions).into(),
        ]);
    }
    if book.findings.structure.mactor.is_none() {
        table.note = Some(book.t("table-actors-note").into());
    }
    out.push(Block::Table(table));
    out.extend(colours(book, &[Kind::Actor]));
    out.extend(game(book));
    out
}

/// The game of the actors (MACTOR).
fn game(book: &Book<'_>) -> Vec<Block> {
    let Some(found) = &book.findings.structure.mactor else { return Vec::new() };
    let mut out = vec![book.section("section-game", "game"), Block::Lead(game_lead(book, found).into())];
    out.extend(book.figure("mactor-plane", figures::mactor_plane));
    out.push(Block::Table(strengths(book, found)));
    out.extend(book.figure("mactor-positions", figures::mactor_positions));
    out.push(Block::Table(stakes(book, found)));
    out.extend(pairs(book, found).map(Block::Table));
    out.extend(book.figure("mactor-convergence", figures::mactor_convergence));
    out.extend(book.figure("mactor-divergence", figures::mactor_divergence));
    if found.map.as_ref().is_some_and(|map| map.stress < STRESS) {
        out.extend(book.figure("mactor-map", figures::mactor_map));
    }
    if found.experts > 1 && found.level < PanelLevel::Quartiles {
        out.push(book.paragraph("stability-too-few", &[("n", found.experts.into())]));
    }
    let convention = book.t(&format!("strength-{}", found.convention));
    out.push(book.method("game-method", &[("convention", convention.into())]));
    out.extend(book.why(&found.trace));
    out
}

fn game_lead(book: &Book<'_>, found: &MactorFinding) -> String {
    let order = falling(&found.strength);
    let strongest = order.first().and_then(|i| found.actors.get(*i)).cloned().unwrap_or_default();
    let disputed = |index: &usize| {
        let order = &found.order3;
        at(&order.in_favour, *index).min(at(&order.against, *index))
    };
    let most = (0..found.objectives.len()).max_by(|a, b| disputed(a).total_cmp(&disputed(b)).then(b.cmp(a)));
    let most = most.filter(|index| disputed(index) > 0.0);
    let kind = stake_kind(book);
    let args = [
        ("actor", book.name(Kind::Actor, &strongest).into()),
        ("strength", book.words.num(order.first().map_or(0.0, |i| at(&found.strength, *i)), 1).into()),
        ("disputed", most.map_or_else(String::new, |i| book.name(kind, &found.objectives[i])).into()),
        ("split", usize::from(most.is_some()).into()),
        (
            "degree",
            found
                .order3
                .convergence_degree
                .map_or_else(|| "–".to_owned(), |share| book.words.percent(share / 100.0, 0))
                .into(),
        ),
    ];
    book.say("game-lead", &args)
}

fn stake_kind(book: &Book<'_>) -> Kind {
    if book.study.stakes.is_empty() { Kind::Objective } else { Kind::Stake }
}

const fn role(of: ActorRole) -> &'static str {
    match of {
        ActorRole::Dominant => "role-dominant",
        ActorRole::Relay => "role-relay",
        ActorRole::Dominated => "role-dominated",
        ActorRole::Autonomous => "role-autonomous",
    }
}

fn strengths(book: &Book<'_>, found: &MactorFinding) -> Table {
    let mut columns = vec![
        Column::text(book.t("column-actor")),
        Column::number(book.t("column-influence")),
        Column::number(book.t("column-dependence")),
        Column::number(book.t("column-strength")),
        Column::number(book.t("column-implication")),
        Column::number(book.t("column-ambivalence")),
        Column::text(book.t("column-role")),
    ];
    if found.resampled.is_some() {
        columns.push(Column::text(book.t("column-same-role")));
    }
    let mut table = Table::new("mactor-actors", book.t("table-mactor-actors"), columns);
    for index in falling(&found.strength) {
        let number = |list: &[f64], decimals| {
            let value = at(list, index);
            Cell::number(value, book.words.num(value, decimals))
        };
        let whole = |list: &[f64]| Cell::number(at(list, index), book.words.short(at(list, index), 1));
        let mut row: Vec<Cell> = vec![
            book.full(Kind::Actor, &found.actors[index]).into(),
            whole(&found.influence),
            whole(&found.dependence),
            number(&found.strength, 2),
            number(&found.order3.implication, 1),
            number(&found.order3.ambivalence, 2),
            book.t(role(found.roles.get(index).copied().unwrap_or_default())).into(),
        ];
        if let Some(resampled) = &found.resampled {
            let held = resampled.same_role.get(index).copied().unwrap_or(0);
            let own = Stability { experts: resampled.experts, draws: resampled.draws, held };
            row.push(book.stability(&own).into());
        }
        table.push(row);
    }
    table.note = Some(book.t("table-mactor-actors-note").into());
    table.provenance = book.provenance(&found.trace);
    table
}

fn stakes(book: &Book<'_>, found: &MactorFinding) -> Table {
    let definition = |id: &str| {
        let own = book.study.stakes.iter().find(|stake| stake.id == *id);
        own.map_or(Cell::Empty, |stake| defined(book, &stake.definition))
    };
    let mut columns =
        vec![Column::text(book.t("column-stake")), Column::text(book.t("column-stake-definition"))];
    let numbers = ["column-in-favour", "column-against", "column-mobilisation"];
    columns.extend(numbers.map(|key| Column::number(book.t(key))));
    let mut table = Table::new("mactor-objectives", book.t("table-mactor-objectives"), columns);
    let order = &found.order3;
    for index in falling(&order.mobilisation) {
        let number = |list: &[f64]| Cell::number(at(list, index), book.words.num(at(list, index), 1));
        table.push(vec![
            book.full(stake_kind(book), &found.objectives[index]).into(),
            definition(&found.objectives[index]),
            number(&order.in_favour),
            number(&order.against),
            number(&order.mobilisation),
        ]);
    }
    table.note = Some(book.t("table-mactor-objectives-note").into());
    table.provenance = book.provenance(&found.trace);
    table.without_empty_columns()
}

/// The pairs that agree and that differ most, net of what divides and unites them; absent where there is none.
fn pairs(book: &Book<'_>, found: &MactorFinding) -> Option<Table> {
    let count = found.actors.len();
    let net = |(a, b): (usize, usize)| found.order3.actor_distance.get(a).map_or(0.0, |row| at(row, b));
    let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    let mut all: Vec<(usize, usize)> = all.filter(|pair| net(*pair).abs() > 1e-9).collect();
    all.sort_by(|x, y| net(*y).total_cmp(&net(*x)).then(x.cmp(y)));
    let allies: Vec<_> = all.iter().copied().filter(|pair| net(*pair) > 0.0).take(PAIRS).collect();
    let rivals: Vec<_> = all.iter().rev().copied().filter(|pair| net(*pair) < 0.0).take(PAIRS).collect();
    if all.is_empty() {
        return None;
    }
    let mut columns = vec![
        Column::text(book.t("column-pair")),
        Column::text(book.t("column-united")),
        Column::text(book.t("column-divided")),
        Column::number(book.t("column-balance")),
    ];
    if found.resampled.is_some() {
        columns.push(Column::text(book.t("column-pair-held")));
    }
    let mut table = Table::new("mactor-pairs", book.t("table-mactor-pairs"), columns);
    // A code that the study gave is shorter than the name, and known from the figures.
    let short = |actor: usize| {
        let (id, label) = (&found.actors[actor], book.names.label(Kind::Actor, &found.actors[actor]));
        if label == id { book.name(Kind::Actor, id) } else { label.to_owned() }
    };
    let position =
        |actor: usize, stake: usize| found.order1.positions.get(actor).map_or(0.0, |p| at(p, stake));
    for (key, list) in [("pairs-allies", &allies), ("pairs-rivals", &rivals)] {
        if list.is_empty() {
            continue;
        }
        table.group(book.t(key));
        for (a, b) in list.iter().copied() {
            let shared = |united: bool| -> Vec<String> {
                let both = |stake: &usize| position(a, *stake) * position(b, *stake);
                let held = (0..found.objectives.len())
                    .filter(|stake| if united { both(stake) > 0.0 } else { both(stake) < 0.0 });
                held.map(|stake| found.objectives[stake].clone()).collect()
            };
            let labels = |united| Cell::from(book.labels(stake_kind(book), &shared(united)));
            let balance = net((a, b));
            let sign = if balance > 0.0 { "+" } else { "" };
            let mut row = vec![
                book.words.list(&[short(a), short(b)]).into(),
                labels(true),
                labels(false),
                Cell::number(balance, format!("{sign}{}", book.words.num(balance, 1))),
            ];
            if let Some(resampled) = &found.resampled {
                let counts = if key == "pairs-allies" { &resampled.allies } else { &resampled.rivals };
                let held = counts.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0);
                let own = Stability { experts: resampled.experts, draws: resampled.draws, held };
                row.push(book.stability(&own).into());
            }
            table.push(row);
        }
    }
    table.note = Some(book.t("table-mactor-pairs-note").into());
    table.provenance = book.provenance(&found.trace);
    Some(table)
}
