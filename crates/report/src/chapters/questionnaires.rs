//! The questionnaires as they were sent: the question of each family in words, its scale, what it was asked about. In the
//! report a card each; as files whole, with room for the answers.

use std::collections::BTreeSet;

use atalaya_model::{
    Family, Id, Kind, Study,
    check::wording_of,
    choice::{Choice, ScenarioKind},
    family::Scale,
    records::{Consultation, Round},
    study::parse_scale,
};

use super::{Book, markdown};
use crate::{
    doc::{
        Block, Card, Cell, Column, Cover, Document, Front, Heading, Note, NoteKind, Numbering, Running, Table,
    },
    rich::Rich,
};

/// A question of a round: its family and what it was asked about.
struct Asked<'a> {
    family: &'static Family,
    rows: Vec<&'a Id>,
    columns: Vec<&'a Id>,
}

/// What was asked in a round, in the order of the round's list; what was answered besides comes after it.
fn asked<'a>(book: &Book<'a>, round: &'a Round) -> Vec<Asked<'a>> {
    let answers = || book.study.answers.iter().filter(|answer| answer.round == round.id);
    let mut families: Vec<&'static Family> =
        round.families.iter().filter_map(|name| Family::find(name)).collect();
    for answer in answers() {
        if !families.iter().any(|own| std::ptr::eq(*own, answer.question.family)) {
            families.push(answer.question.family);
        }
    }
    let ordered = |kinds: &[Kind], ids: BTreeSet<&'a Id>| -> Vec<&'a Id> {
        let mut out = Vec::new();
        for kind in kinds {
            out.extend(book.study.ids(*kind).into_iter().filter(|id| ids.contains(id)));
        }
        out.dedup();
        out
    };
    let ask = |family: &'static Family| {
        let own = || answers().filter(|a| std::ptr::eq(a.question.family, family)).map(|a| &a.question);
        let mut rows: BTreeSet<&Id> = own().map(|q| &q.a).collect();
        // A scenario for which nobody voted was asked all the same.
        if family.name == "vote" {
            rows.extend(book.study.ids(Kind::Scenario).into_iter().filter(|id| voted(book.study, id)));
        }
        let columns: BTreeSet<&Id> = own().filter_map(|q| q.b.as_ref()).collect();
        if family.square() {
            rows.extend(columns.iter().copied());
        }
        let rows = ordered(family.kinds.first().copied().unwrap_or(&[]), rows);
        let columns = if family.square() {
            rows.clone()
        } else {
            ordered(family.kinds.last().copied().unwrap_or(&[]), columns)
        };
        Asked { family, rows, columns: if family.arity() == 2 { columns } else { Vec::new() } }
    };
    families.into_iter().map(ask).filter(|asked| !asked.rows.is_empty()).collect()
}

/// Whether a scenario is one that a panel votes on: the others are the present and the tendency.
fn voted(study: &Study, id: &Id) -> bool {
    let kind = study.scenarios.iter().find(|scenario| scenario.id == *id).and_then(|scenario| scenario.kind);
    matches!(kind, None | Some(ScenarioKind::Exploratory))
}

/// The question in words and its scale.
fn question(book: &Book<'_>, family: &Family) -> Rich {
    let text = book.t(&format!("question-{}", family.name));
    let own = book.study.frame.scales.get(family.name).and_then(|scale| parse_scale(scale));
    let scale = own.unwrap_or(family.scale);
    let printed = match scale {
        Scale::Integer { min, max } => {
            let text = |bound: i32| bound.to_string().replace('-', "−");
            book.say("question-scale-range", &[("min", text(min).into()), ("max", text(max).into())])
        }
        Scale::Steps(_) => book.say("question-scale", &[("scale", scale.print().into())]),
        // The words of these scales name every value.
        _ => String::new(),
    };
    // The words of the scale's ends hold for the scale that the family comes with.
    let ends = if scale == family.scale {
        book.t(&format!("question-scale-{}", family.name))
    } else {
        String::new()
    };
    let said: Vec<String> = [printed, ends].into_iter().filter(|text| !text.is_empty()).collect();
    Rich::default().strong(text).and(format!(" {}", said.join(" ")))
}

/// Codes from first to last, shortened where they follow one another.
fn span(book: &Book<'_>, family: &Family, place: usize, ids: &[&Id]) -> String {
    let kinds = family.kinds.get(place).copied().unwrap_or(&[]);
    let label = |id: &&Id| {
        let kind = kinds.iter().find(|kind| book.study.ids(**kind).contains(id));
        kind.map_or_else(|| id.to_string(), |kind| book.names.label(*kind, id.as_str()).to_owned())
    };
    match ids {
        [] => String::new(),
        ids if ids.len() <= 8 => book.words.list(&ids.iter().map(label).collect::<Vec<_>>()),
        [first, .., last] => book.say(
            "question-span",
            &[("n", ids.len().into()), ("first", label(first).into()), ("last", label(last).into())],
        ),
        [only] => label(only),
    }
}

fn about(book: &Book<'_>, asked: &Asked<'_>) -> String {
    let rows = span(book, asked.family, 0, &asked.rows);
    if asked.columns.is_empty() {
        return book.say("question-about", &[("items", rows.into())]);
    }
    let columns = span(book, asked.family, 1, &asked.columns);
    let key = if asked.family.square() { "question-about-pairs" } else { "question-about-grid" };
    book.say(key, &[("rows", rows.into()), ("columns", columns.into())])
}

/// When, how and to how many it was sent.
fn sent(book: &Book<'_>, consultation: Option<&Consultation>, round: &Round) -> String {
    let mode = consultation.and_then(|c| c.mode).map(|mode| book.t(&format!("mode-{}", mode.as_str())));
    let days = match (round.opened.as_str(), round.closed.as_str()) {
        ("", "") => None,
        ("", day) | (day, "") => Some(book.words.date(day)),
        (from, to) => Some(book.say(
            "question-days",
            &[("from", book.words.date(from).into()), ("to", book.words.date(to).into())],
        )),
    };
    let invited = match round.invited.len() {
        0 => None,
        n => Some(book.say("question-invited", &[("n", n.into())])),
    };
    [mode, days, invited].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn title(book: &Book<'_>, consultation: Option<&Consultation>, round: &Round) -> String {
    let name = consultation.map(|c| book.text(&c.name)).filter(|name| !name.is_empty());
    let name = name.unwrap_or(round.id.as_str());
    let rounds =
        book.study.rounds.iter().filter(|other| other.consultation.0 == round.consultation.0).count();
    if rounds < 2 {
        return name.to_owned();
    }
    let number = round.number.unwrap_or(1);
    book.say("questionnaire-title", &[("name", name.into()), ("round", number.to_string().into())])
}

fn each<'b>(book: &Book<'b>) -> Vec<(Option<&'b Consultation>, &'b Round, Vec<Asked<'b>>)> {
    let of = |round: &Round| {
        book.study.consultations.iter().find(|c| round.consultation.0.as_ref().is_some_and(|id| *id == c.id))
    };
    let rounds = book.study.rounds.iter().map(|round| (of(round), round, asked(book, round)));
    rounds.filter(|(_, _, asked)| !asked.is_empty()).collect()
}

/// The annex: a card for each questionnaire.
#[must_use]
pub fn annex(book: &Book<'_>) -> Vec<Block> {
    let all = each(book);
    if all.is_empty() {
        return Vec::new();
    }
    let heading =
        Heading::new(1, book.t("chapter-questionnaires"), "questionnaires").numbered(Numbering::Annex);
    let mut out = vec![Block::Heading(heading), book.paragraph("questionnaires-intro", &[])];
    for (consultation, round, questions) in all {
        let mut body = Vec::new();
        let sent = sent(book, consultation, round);
        if !sent.is_empty() {
            body.push(Block::Paragraph(sent.into()));
        }
        let items = questions
            .iter()
            .map(|asked| question(book, asked.family).and(format!(" {}", about(book, asked))));
        body.push(Block::List { ordered: true, items: items.collect() });
        out.push(Block::Card(Card {
            anchor: String::new(),
            code: round.id.to_string(),
            title: title(book, consultation, round),
            tags: Vec::new(),
            body,
        }));
    }
    out
}

/// Each questionnaire as a document of its own, by the id of its round.
#[must_use]
pub fn documents(book: &Book<'_>) -> Vec<(String, Document)> {
    let documents = each(book).into_iter().map(|(consultation, round, questions)| {
        (round.id.to_string(), document(book, consultation, round, &questions))
    });
    documents.collect()
}

fn document(
    book: &Book<'_>,
    consultation: Option<&Consultation>,
    round: &Round,
    questions: &[Asked<'_>],
) -> Document {
    let frame = &book.study.frame;
    let mut blocks = Vec::new();
    let head = Heading::new(1, book.t("questionnaire-before"), "before").numbered(Numbering::None);
    blocks.push(Block::Heading(head));
    let purpose = consultation.map(|c| book.text(&c.purpose)).unwrap_or_default();
    blocks.extend(markdown::blocks(purpose));
    let question_of_study = book.text(&frame.question);
    if !question_of_study.is_empty() {
        blocks.push(Block::Paragraph(
            Rich::from(format!("{} ", book.t("questionnaire-focal"))).strong(question_of_study),
        ));
    }
    blocks.push(Block::Note(Note {
        kind: NoteKind::Plain,
        title: String::new(),
        body: vec![book.paragraph("questionnaire-instructions", &[])],
    }));
    for (index, asked) in questions.iter().enumerate() {
        let name = atalaya_words::capital(&book.t(&format!("family-{}", asked.family.name)));
        blocks.push(Block::Heading(Heading::new(1, name, format!("q{}", index + 1))));
        blocks.push(Block::Paragraph(question(book, asked.family)));
        blocks.push(Block::Table(sheet(book, asked, index + 1)));
    }
    Document {
        lang: book.lang(),
        locale: Some(book.words.conventions().locale()),
        title: title(book, consultation, round),
        subtitle: book.text(&frame.title).to_owned(),
        authors: Vec::new(),
        date: String::new(),
        front: Front::Title,
        cover: Cover { kicker: book.t("questionnaire"), ..Cover::default() },
        running: Running { study: book.text(&frame.title).to_owned(), notice: String::new() },
        decision: Vec::new(),
        blocks,
        traces: Vec::new(),
    }
}

/// The table that is filled in.
fn sheet(book: &Book<'_>, asked: &Asked<'_>, number: usize) -> Table {
    let caption = atalaya_words::capital(&book.t(&format!("family-{}", asked.family.name)));
    let kinds = |place: usize| asked.family.kinds.get(place).copied().unwrap_or(&[]);
    let side = match book.lang() {
        atalaya_model::Lang::Es => 0,
        atalaya_model::Lang::En => 1,
    };
    let worded = |place: usize, id: &Id| -> (String, String, String) {
        let kind = kinds(place).iter().copied().find(|kind| book.study.ids(*kind).contains(&id));
        let code = kind.map_or(id.as_str(), |kind| book.names.label(kind, id.as_str())).to_owned();
        let wording = wording_of(book.study, kinds(place), id.as_str()).unwrap_or_default();
        let parts: Vec<&str> = wording.split('\u{1f}').collect();
        let part = |from: usize| {
            let own = parts.get(from + side).copied().unwrap_or_default();
            if own.is_empty() { parts.get(from + 1 - side).copied().unwrap_or_default() } else { own }
                .to_owned()
        };
        (code, part(0), part(2))
    };
    let mut columns =
        vec![Column::mark(book.t("questionnaire-code")), Column::text(book.t("questionnaire-item"))];
    if asked.columns.is_empty() {
        columns.push(Column::mark(book.t("questionnaire-answer")));
        columns.push(Column::text(book.t("questionnaire-reason")));
    } else {
        columns.extend(asked.columns.iter().map(|id| Column::mark(worded(1, id).0)));
    }
    let mut table = Table::new(format!("sheet-{number}"), caption, columns);
    for row in &asked.rows {
        let (code, name, definition) = worded(0, row);
        let item = match definition.as_str() {
            _ if !asked.columns.is_empty() => Rich::from(name),
            "" => Rich::from(name),
            definition => Rich::default().strong(name).and(format!(". {definition}")),
        };
        let mut cells: Vec<Cell> = vec![code.into(), item.into()];
        if asked.columns.is_empty() {
            cells.extend([8, 26].map(|length| Cell::from("_".repeat(length))));
        } else {
            let own = |column: &&Id| asked.family.square() && *column == *row;
            cells.extend(asked.columns.iter().map(|c| if own(c) { Cell::from("–") } else { Cell::Empty }));
        }
        table.push(cells);
    }
    if !asked.columns.is_empty() && !asked.family.square() {
        let named: Vec<String> = asked
            .columns
            .iter()
            .map(|id| {
                let (code, name, _) = worded(1, id);
                format!("{code}: {name}")
            })
            .collect();
        table.note = Some(format!("{}.", named.join("; ")).into());
    }
    table
}
