//! The readers of files that strangers send, on bytes of any kind: a value or something said, never a panic; and what is
//! written of a value is read as that value. `fuzz/` calls the same functions.

use atalaya_formats::{
    book, boxes, check,
    cib::{Matrix, edit, scw, sl, table},
    read, sheet,
    tree::Tree,
};

/// Reads bytes and holds what it finds to what it should be.
pub type Reader = fn(&[u8]);

/// The readers by the names of their folders in `fuzz/corpus`.
pub const READERS: [(&str, Reader); 6] = [
    ("scw", project),
    ("sl", solutions),
    ("table", csv),
    ("book", workbook),
    ("box", morphological),
    ("study", folder),
];

/// A project of ScenarioWizard.
pub fn project(bytes: &[u8]) {
    let mut out = Vec::new();
    let Some(found) = scw::read("x.scw", bytes, &mut out) else {
        return assert!(!out.is_empty(), "nothing is said");
    };
    let again = scw::read("x.scw", &found.to_bytes(), &mut Vec::new()).expect("what was written is read");
    assert_eq!(again.matrix, found.matrix);
    whole(&found.matrix);
}

/// A file of solutions.
pub fn solutions(bytes: &[u8]) {
    let mut out = Vec::new();
    let Some(found) = sl::read("x.sl", bytes, &mut out) else {
        return assert!(!out.is_empty(), "nothing is said");
    };
    let again =
        sl::read("x.sl", sl::print(&found).as_bytes(), &mut Vec::new()).expect("what was written is read");
    assert_eq!(again.len(), found.len());
    assert!(again.iter().zip(&found).all(|(a, b)| a.variants == b.variants && a.weight == b.weight));
}

/// A matrix as CSV.
pub fn csv(bytes: &[u8]) {
    let mut out = Vec::new();
    let (text, _) = sheet::decode("x.csv", bytes, &mut out);
    match table::read(&sheet::parse("x.csv", &text, &mut out), &mut out) {
        Some(matrix) => whole(&matrix),
        None => assert!(!out.is_empty(), "nothing is said"),
    }
}

/// A spreadsheet.
pub fn workbook(bytes: &[u8]) {
    for (_, sheet) in book::sheets_of(bytes, "x.xlsx").unwrap_or_default() {
        let mut out = Vec::new();
        match table::read(&sheet, &mut out) {
            Some(matrix) => whole(&matrix),
            None => assert!(!out.is_empty(), "nothing is said"),
        }
    }
}

/// A morphological box.
pub fn morphological(bytes: &[u8]) {
    let mut out = Vec::new();
    let found = boxes::read("box.toml", bytes, None, &mut out);
    assert!(found.is_some() || !out.is_empty(), "nothing is said");
}

/// The files of a study that may be replaced, and what stands there otherwise.
const FILES: [(&str, &str); 7] = [
    ("study.toml", "format = 1\nlanguages = [\"es\", \"en\"]\nbase_year = 2018\nhorizon = 2030\n"),
    ("structure/variables.csv", "id,name_es,name_en\nV1,Uno,One\nV2,Dos,Two\n"),
    ("panel.csv", "code,country,group\nE1,PER,PER\nE2,MEX,MEX\n"),
    (
        "consult/rounds.toml",
        "[[consultation]]\nid = \"C1\"\nmode = \"individual\"\n\n[[round]]\nid = \"R1\"\nconsultation = \"C1\"\nnumber = 1\ninvited = [\"E1\", \"E2\"]\nfamilies = [\"importance\", \"influence\"]\n",
    ),
    ("answers.csv", "expert,round,question,value\nE1,R1,importance/V1,7\n"),
    ("answers/R1/influence/E1.csv", ",V1,V2\nV1,0,2\nV2,P,0\n"),
    ("scan/values.csv", "series,economy,year,value\n"),
];

/// The folder of a study: the first byte says which of its files the others are.
pub fn folder(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let mut tree = Tree::default();
    FILES.iter().for_each(|(path, text)| tree.insert(*path, text.as_bytes()));
    tree.insert(FILES[usize::from(*which) % FILES.len()].0, bytes);
    let loaded = read::study(&tree);
    let _ = check(&loaded);
}

/// What can be done with a matrix.
fn whole(matrix: &Matrix) {
    // What is cubic in the variants tells nothing more of many.
    if matrix.variants() > 200 {
        return;
    }
    let text = table::print(matrix);
    let mut out = Vec::new();
    let again = table::read(&sheet::parse("x.csv", &text, &mut out), &mut out);
    let again = again.unwrap_or_else(|| panic!("{text} is not read: {out:?}"));
    assert_eq!((again.sizes(), &again.cells, again.scale), (matrix.sizes(), &matrix.cells, matrix.scale));
    let written = scw::Scw::new(matrix.clone()).to_bytes();
    assert!(scw::read("x.scw", &written, &mut Vec::new()).is_some(), "{}", String::from_utf8_lossy(&written));
    let _ = (edit::completeness(matrix), edit::standardised(matrix), edit::transposed(matrix));
    let _ = edit::multiplied(matrix, 1_000_000);
}
