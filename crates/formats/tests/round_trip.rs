//! parse(print(study)) = study, for random small studies and for the examples of the repository.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use atalaya_formats::{folder, print, print::Layout, read};
use atalaya_model::{
    Answer, Id, Place, Question, Record, Study, Value,
    answer::Note,
    family::FAMILIES,
    field::{Cell, Row, RowReader},
    records::*,
};
use proptest::prelude::*;

/// Draws from bytes that proptest can shrink.
struct Dice<'a>(&'a [u8], usize);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        self.1 += 1;
        usize::from(self.0.get(self.1 - 1).copied().unwrap_or(0)) % sides.max(1)
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.roll(of.len())]
    }

    fn cell(&mut self, key: &str, words: &[&str]) -> String {
        const TEXTS: [&str; 14] = [
            "",
            "palabra",
            "dos palabras",
            "coma, punto; y «comillas» \"dobles\"",
            "línea\notra línea",
            "V1",
            "V1 V2",
            "2018",
            "3.25",
            "-0.1",
            "# numeral = 5 % & {llaves} \\barra $x_1^2$ ~",
            "=1+1",
            "true",
            "2019-02-28",
        ];
        if !words.is_empty() && self.roll(4) > 0 {
            return self.pick(words).to_owned();
        }
        let text = self.pick(&TEXTS);
        // An id list that holds something else is a diagnostic, not a record.
        if key == "sources" { self.pick(&["", "G18", "G18 W20"]).to_owned() } else { text.to_owned() }
    }
}

fn rows<T: Record>(dice: &mut Dice<'_>) -> Vec<T> {
    let mut records: Vec<T> = Vec::new();
    let words: BTreeMap<&str, Vec<&str>> =
        T::fields().into_iter().map(|(name, _, words)| (name, words)).collect();
    for number in 0..dice.roll(3) {
        let mut row = Row { cells: BTreeMap::new(), place: Place::default() };
        let mut put = |key: &str, text: String| {
            row.cells.insert(key.to_owned(), Cell { text, items: None, place: Place::default() });
        };
        put("id", format!("{}{}", T::KIND.as_str(), number + 1));
        let mut columns = T::columns();
        columns.extend(["provenance", "sources", "color propio"].map(str::to_owned));
        if T::KIND.as_str() == "scenario" {
            columns.extend(["path.2019-2022.es", "path.2019-2022.en"].map(str::to_owned));
        }
        if T::KIND.as_str() == "round" {
            columns.extend(["wording.V1", "wording.V1.b", "wording.importance/V2"].map(str::to_owned));
        }
        if T::KIND.as_str() == "source" {
            columns.retain(|column| column != "color propio");
            columns.push("isbn".to_owned());
        }
        for column in columns.iter().filter(|column| *column != "id") {
            let text = dice.cell(column, words.get(column.as_str()).map_or(&[], Vec::as_slice));
            // A bibliography has no paragraphs.
            let text = if T::KIND.as_str() == "source" { text.replace('\n', " ") } else { text };
            put(column, text);
        }
        if T::KIND.as_str() == "source" {
            put("entry", dice.pick(&["article", "report", "book"]).to_owned());
            put(
                "author",
                dice.pick(&["", "World Bank", "Gutarra, R.; Valente, M.", "de la Cruz, Ana; INEI"])
                    .to_owned(),
            );
            put(
                "locator",
                dice.pick(&["", "10(20), 1–21", "10", "(3)", "cap. 2, p. 5", "7, 12–14"]).to_owned(),
            );
        }
        records.extend(T::read(&mut RowReader::new(&mut row, &mut Vec::new())));
        if let (Some(record), true) = (records.last_mut(), dice.roll(2) == 1)
            && let Some(long) = record.long_mut()
        {
            long.es = "# Título\n\nUn párrafo.".to_owned();
        }
    }
    records
}

macro_rules! random {
    ($($table:ident: $type:ident),+) => {
        /// The first difference between two studies, small enough to read.
        pub fn difference(a: &Study, b: &Study) -> Option<String> {
            let show = |what: &str, a: &dyn std::fmt::Debug, b: &dyn std::fmt::Debug| {
                Some(format!("{what}:\n{a:#?}\n{b:#?}"))
            };
            if a.frame != b.frame {
                return show("frame", &a.frame, &b.frame);
            }
            $(
                if let Some((a, b)) = a.$table.iter().zip(&b.$table).find(|(a, b)| a != b) {
                    return show(stringify!($table), a, b);
                }
                if a.$table.len() != b.$table.len() {
                    return show(stringify!($table), &a.$table.len(), &b.$table.len());
                }
            )+
            if a.answers != b.answers {
                return show("answers", &a.answers, &b.answers);
            }
            (a != b).then(|| format!("{:?}\n{:?}", a.observations, b.observations))
        }

        /// A small study drawn from bytes.
        pub fn random(bytes: &[u8]) -> Study {
            let dice = &mut Dice(bytes, 0);
            let mut study = Study { frame: frame(dice), ..Study::default() };
            $(study.$table = rows::<$type>(dice);)+
            study.answers = answers(dice);
            study.observations = (0..dice.roll(4))
                .map(|n| Observation {
                    series: id("S1"),
                    economy: ["PER", ""][n % 2].to_owned(),
                    year: 2000 + n as i64,
                    value: [0.1, -3.0, 1e9, 0.333_333_333_333_333_3][dice.roll(4)],
                })
                .collect();
            study.normalise();
            study
        }
    };
}
atalaya_model::with_tables!(random);

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn frame(dice: &mut Dice<'_>) -> Frame {
    let mut row = Row::default();
    let mut put = |key: &str, text: &str, items: Option<Vec<String>>| {
        let cell = Cell { text: text.to_owned(), items, place: Place::default() };
        row.cells.insert(key.to_owned(), cell);
    };
    for key in ["title.es", "title.en", "question.es", "subject.en", "licence", "notice.es", "propio.clave"] {
        let text = dice.cell(key, &[]);
        put(key, &text, None);
    }
    let number = dice.pick(&["", "2018", "7"]);
    for key in ["base_year", "seed", "privacy.min_group", "rules.resamples", "rules.consensus_iqr"] {
        put(key, number, None);
    }
    put("rules.plane_cut", dice.pick(&["", "mean", "median"]), None);
    put("scales.importance", dice.pick(&["", "1..9"]), None);
    let authors = ["Ana Pérez, INEI", "B"].map(str::to_owned).to_vec();
    put("authors", "x", Some(authors[..1 + dice.roll(2)].to_vec()));
    put("languages", "x", Some(vec![dice.pick(&["es", "en"]).to_owned()]));
    let mut frame = Frame::read(&mut RowReader::new(&mut row, &mut Vec::new()));
    frame.presentation.es = dice.pick(&["", "Uno.\n\nDos."]).to_owned();
    frame
}

fn answers(dice: &mut Dice<'_>) -> Vec<Answer> {
    let mut all: Vec<Answer> = Vec::new();
    for _ in 0..dice.roll(12) {
        let family = &FAMILIES[dice.roll(FAMILIES.len())];
        let (a, b) = (id(dice.pick(&["V1", "V2", "D.a"])), id(dice.pick(&["V3", "V4", "D.b"])));
        let value = match dice.roll(6) {
            0 => Value::NoOpinion,
            1 if family.name == "influence" => Value::Potential,
            2 if family.name == "influence" => Value::Range(1.0, 3.0),
            3 if family.name == "influence" => Value::Disputed(2.0),
            _ => Value::Number(1.0),
        };
        let value =
            if family.name == "year" && value != Value::NoOpinion { Value::Number(2030.0) } else { value };
        let full = dice.roll(4) == 0;
        let answer = Answer {
            expert: id(dice.pick(&["E1", "E2"])),
            round: id(dice.pick(&["R1", "R2"])),
            question: Question { family, a, b: (family.arity() == 2).then_some(b) },
            value,
            note: None,
        };
        let argument = "porque sí, \"claro\"\ny más".to_owned();
        let note = Note { confidence: Some(0.25), argument, ..Note::default() };
        let answer = if full { answer.with(note) } else { answer };
        let same = |o: &Answer| {
            (&o.expert, &o.round, &o.question) == (&answer.expert, &answer.round, &answer.question)
        };
        if !all.iter().any(same) {
            all.push(answer);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_printed_study_reads_as_itself(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        // Ranges and disputed cells belong to consensus rounds: no consultation here says otherwise.
        let mut study = random(&bytes);
        for consultation in &mut study.consultations {
            consultation.mode = None;
        }
        let tree = print::study(&study, &Layout::default());
        let loaded = read::study(&tree);
        let different = difference(&study, &loaded.value);
        prop_assert!(different.is_none(), "{}", different.unwrap_or_default());
        let again = print::study(&loaded.value, &Layout::default());
        prop_assert_eq!(again, tree);
    }
}

/// The example studies of the repository.
pub fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join("study.toml").exists()).collect();
    found.sort();
    found
}

#[test]
fn the_examples_read_as_themselves_after_being_written() {
    let place = tempfile::tempdir().expect("a temporary folder");
    for (number, example) in examples().into_iter().enumerate() {
        let study = folder::read(&example).value;
        let copy = place.path().join(format!("copy-{number}"));
        folder::write(&study, &copy, &folder::layout(&example)).expect("it is written");
        assert_eq!(folder::read(&copy).value, study, "{}", example.display());
        let again =
            folder::write(&study, &copy, &Layout::default()).expect_err("a folder is never overwritten");
        assert_eq!(again.code.as_str(), "E403");
    }
}
