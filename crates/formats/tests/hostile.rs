//! Files that were cut off, changed or made to harm: the small cases of `fuzz/corpus`, and many made of them.

use std::{fs, path::Path};

use proptest::prelude::*;

use crate::readers::READERS;

/// The cases of a reader.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a case")).collect()
}

#[test]
fn every_small_case_is_read_or_said_and_so_is_each_beginning_of_it() {
    for (name, read) in READERS {
        let cases = corpus(name);
        assert!(cases.len() > 2, "{name}");
        for case in cases {
            // Of what is long some beginnings stand for all.
            let step = case.len() / 400 + 1;
            (0..case.len()).step_by(step).for_each(|end| read(&case[..end]));
            read(&case);
        }
    }
}

#[test]
fn ten_thousand_variants_are_too_many_but_no_accident() {
    let variants = " -v\n".repeat(10_000);
    let project = format!("$ ScenarioWizard 4.0\nMany\n&A\n{variants}#\n#\n#\n#\n#\n0\n#\n");
    let labels: Vec<String> = (0..10_000).map(|v| format!("A{}.v{v}", v / 60)).collect();
    let table =
        format!(",{}\n{}", labels.join(","), labels.iter().map(|l| format!("{l},1\n")).collect::<String>());
    let values: Vec<String> = (0..30_000).map(|v| format!("\"{v}\"")).collect();
    let morph = format!("[[parameter]]\nname = \"A\"\nvalues = [{}]\n", values.join(","));
    let solutions =
        format!("$ ScenarioWizard 3.0\nSolution set\n 1 \n\n\"{}\",1,0,0,0,\"\"\n", " 1".repeat(10_000));
    for (name, text) in [("scw", project), ("table", table), ("box", morph), ("sl", solutions)] {
        let read = READERS.iter().find(|(own, _)| *own == name).expect("a reader").1;
        read(text.as_bytes());
    }
}

/// A change of some bytes.
#[derive(Clone, Debug)]
enum Change {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index, prop::sample::Index),
    Again(prop::sample::Index, prop::sample::Index, prop::sample::Index),
    Put(prop::sample::Index, &'static str),
}

/// What tends to be taken for something else.
const ODD: [&str; 16] = [
    "#\n",
    "\n",
    "\r",
    ",",
    ";",
    "\"",
    "\"\"",
    "&",
    " -",
    "99999999999999999999",
    "-0.0000001",
    "\u{feff}",
    "\u{2212}",
    "\0",
    "=",
    "[[",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let index = any::<prop::sample::Index>;
    let change = prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (index(), index()).prop_map(|(a, b)| Change::Cut(a, b)),
        (index(), index(), index()).prop_map(|(a, b, to)| Change::Again(a, b, to)),
        (index(), prop::sample::select(&ODD[..])).prop_map(|(at, text)| Change::Put(at, text)),
    ];
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let n = bytes.len() + 1;
        let range = |a: &prop::sample::Index, b: &prop::sample::Index| {
            let (a, b) = (a.index(n), b.index(n));
            a.min(b)..a.max(b)
        };
        match change {
            Change::Set(at, byte) if n > 1 => {
                let at = at.index(n - 1);
                bytes[at] = *byte;
            }
            Change::Set(..) => {}
            Change::Cut(a, b) => drop(bytes.drain(range(a, b))),
            Change::Again(a, b, to) => {
                let part = bytes[range(a, b)].to_vec();
                let to = to.index(n);
                bytes.splice(to..to, part);
            }
            Change::Put(at, text) => {
                let at = at.index(n);
                bytes.splice(at..at, text.bytes());
            }
        }
    }
    bytes
}

proptest! {
    #[test]
    fn whatever_becomes_of_a_case_is_read_or_said(
        which in 0..READERS.len(),
        case in any::<prop::sample::Index>(),
        changes in changes(),
    ) {
        let (name, read) = READERS[which];
        let cases = corpus(name);
        read(&changed(cases[case.index(cases.len())].clone(), &changes));
    }
}
