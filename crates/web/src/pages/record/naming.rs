//! What records are called where one reads of them, and what their fields say.

use atalaya_model::{Kind, Lang, Question};
use atalaya_store::{ANSWER, FILE, OBSERVATION, Record, STUDY, answer_parts};
use atalaya_words::Words;

use crate::{
    app::Seat,
    desk::Sheet,
    form::{self, Input, meaning},
    pages::pieces::{self, items},
};

/// What a record is called: its name, title or first text, in a language or the other.
pub fn named(record: &Record, lang: Lang) -> String {
    for base in ["name", "title", "statement", "sign", "reason"] {
        for side in [lang, lang.other()] {
            let text = pieces::said(Some(record), &format!("{base}.{}", side.code()));
            if !text.is_empty() {
                return text;
            }
        }
        let text = pieces::said(Some(record), base);
        if !text.is_empty() {
            return text;
        }
    }
    String::new()
}

/// How a record is labelled, as on pictures: by its code where it has one, else by its id.
pub fn label(record: &Record) -> String {
    // The code of a series is that of its source.
    let code = pieces::said(Some(record), "code");
    if code.is_empty() || record.kind == Kind::Series.as_str() { record.id.clone() } else { code }
}

/// What a record of any kind is called where one reads of it: an answer by its question, a decision by what it is about.
pub fn told(seat: &Seat, sheet: &Sheet, record: &Record) -> String {
    let words = &seat.who.words;
    let choice = |group: &str, key: &str| {
        let word = pieces::said(Some(record), key);
        if words.has(&format!("{group}-{word}")) { words.choice(group, &word) } else { word }
    };
    match record.kind.as_str() {
        STUDY => String::new(),
        ANSWER => asked_of(words, sheet, &record.id).unwrap_or_else(|| record.id.clone()),
        OBSERVATION => record.id.replace('/', ", "),
        FILE => record.id.clone(),
        "decision" => match choice("about", "about") {
            about if about.is_empty() => record.id.clone(),
            about => [about, choice("stage", "stage")].join(" ").trim().to_owned(),
        },
        _ => labelled(record, seat.who.lang),
    }
}

/// The question of an answer by its id, who was asked and when: `influencia V1 → V2, E3, T1`.
fn asked_of(words: &Words, sheet: &Sheet, id: &str) -> Option<String> {
    let [round, question, expert] = answer_parts(id)?;
    let question = Question::parse(question).ok()?;
    let shown = |at: usize, id: &str| {
        let found = question.family.kinds.get(at)?.iter().find_map(|kind| sheet.record(kind.as_str(), id));
        found.map(label)
    };
    let of = |at: usize, id: &str| shown(at, id).unwrap_or_else(|| id.to_owned());
    let a = of(0, question.a.as_str());
    let both = match &question.b {
        Some(b) => format!("{a} → {}", of(1, b.as_str())),
        None => a,
    };
    Some(format!("{} {both}, {expert}, {round}", words.choice("family", question.family.name)))
}

/// A record by its label and what it is called. No picture labels a consultation: where it has a name, that is all.
pub fn labelled(record: &Record, lang: Lang) -> String {
    let name = named(record, lang);
    match record.kind.as_str() {
        "consultation" if !name.is_empty() => name,
        _ => format!("{} {name}", label(record)).trim().to_owned(),
    }
}

/// What a field says where it is read: of one record that it names how it is called, of several their labels.
pub fn shown(sheet: &Sheet, words: &Words, lang: Lang, input: &Input, said: &str) -> String {
    let Some(of) = input.of else {
        let told = |item: &str| form::told(words, input, item);
        return if input.many {
            words.list(&items(said).into_iter().map(told).collect::<Vec<_>>())
        } else {
            told(said)
        };
    };
    let say = |id: &&str| match sheet.record(of.as_str(), id) {
        Some(found) if input.many => label(found),
        Some(found) => labelled(found, lang),
        None => (*id).to_owned(),
    };
    items(said).iter().map(say).collect::<Vec<_>>().join(", ")
}

/// What a column of a kind is called: the first words of what it means.
pub fn heading(words: &atalaya_words::Words, kind: &str, field: &str) -> String {
    let told = meaning(words, kind, field);
    let end = told.find(['.', ',', ':', ';', '(']).unwrap_or(told.len());
    told[..end].trim().to_owned()
}
