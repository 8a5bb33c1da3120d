//! What is wrong with what people wrote: codes and places, without sentences (those are in `words`).

use std::{fmt, sync::Arc};

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It contradicts itself or cannot be read: `run` stops, nothing is written.
    Error,
    /// Accepted, and said.
    Warning,
    /// Not there yet: the stage says so.
    Gap,
}

/// The name of a file; copies share its text.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileName(Arc<str>);

impl From<&str> for FileName {
    fn from(name: &str) -> Self {
        Self(Arc::from(name))
    }
}

impl std::ops::Deref for FileName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for FileName {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for FileName {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Where something was written: a file of the study (path relative to its folder), a line and a column, from 1; 0 means
/// "the file as a whole".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path relative to the study's folder, with `/`.
    pub file: FileName,
    /// Line from 1, or 0.
    pub line: u32,
    /// Column from 1 (of the text, or of the table for a cell), or 0.
    pub column: u32,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self { file: file.into(), line: 0, column: 0 }
    }

    /// A line and column of a file.
    #[must_use]
    pub fn at(file: &str, line: u32, column: u32) -> Self {
        Self { file: file.into(), line, column }
    }

    /// Where it is in its file: `3:2`, or `B3` in a workbook; nothing where it is the file as a whole.
    #[must_use]
    pub fn spot(&self) -> Option<String> {
        let column = self.column.max(1);
        match self.line {
            0 => None,
            line if self.in_workbook() => Some(format!("{}{line}", letters(column))),
            line => Some(format!("{line}:{column}")),
        }
    }

    /// Whether it is a cell of a sheet, `FILE.xlsx/SHEET`, which people call by its letters.
    #[must_use]
    pub fn in_workbook(&self) -> bool {
        let (file, sheet) = self.file.rsplit_once('/').unwrap_or_default();
        let end = file.rsplit_once('.').map_or("", |(_, end)| end);
        !sheet.is_empty()
            && ["xlsx", "xlsm", "xlsb", "xls", "ods"].iter().any(|known| end.eq_ignore_ascii_case(known))
    }
}

/// The letters of a column of a spreadsheet, from 1: A to Z, then AA.
#[must_use]
pub fn letters(mut column: u32) -> String {
    let mut out = String::new();
    while column > 0 {
        column -= 1;
        out.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    out
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.in_workbook() { '!' } else { ':' };
        match self.spot() {
            Some(spot) => write!(f, "{}{mark}{spot}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// One problem: what, where, and the values that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// Where; an empty file means the study as a whole.
    pub place: Place,
    /// Named values for the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// A problem at a place.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place, args: Vec::new() }
    }

    /// The same, with one more named value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The severity of its code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Notices of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike<'a> {
    /// Those that are told in full: two, or the first of more.
    pub told: Vec<&'a Diagnostic>,
    /// Those of which only is said where they are and what tells them apart.
    pub more: Vec<&'a Diagnostic>,
}

/// Notices that are told together: those of one code and one home, in the order of their first. Every error stands alone.
#[must_use]
pub fn alike<'a, H: PartialEq>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    home: impl Fn(&Diagnostic) -> H,
) -> Vec<Alike<'a>> {
    let mut out: Vec<(H, Vec<&Diagnostic>)> = Vec::new();
    for own in diagnostics {
        let at = home(own);
        let like = |(home, group): &&mut (H, Vec<&Diagnostic>)| {
            own.severity() != Severity::Error && group[0].code == own.code && *home == at
        };
        match out.iter_mut().find(like) {
            Some((_, group)) => group.push(own),
            None => out.push((at, vec![own])),
        }
    }
    let parted = |(_, mut told): (H, Vec<&'a Diagnostic>)| {
        let more = told.split_off(if told.len() > 2 { 1 } else { told.len() });
        Alike { told, more }
    };
    out.into_iter().map(parted).collect()
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal),+ $(,)?) => {
        /// The stable codes: `E…` errors, `W…` warnings, `G…` gaps. A code is never reused for another meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $name),+ }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The printed form.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

codes! {
    /// A file cannot be read (args: `reason`).
    Unreadable = "E101",
    /// A file is expected and a folder stands there, or the reverse.
    NotAFile = "E102",
    /// The file is empty.
    EmptyFile = "E103",
    /// The study's folder has no `study.toml` (args: of a workbook, the `sheet` that it lacks).
    NoStudy = "E104",
    /// The format is newer than this program (args: `found`, `known`).
    NewerFormat = "E105",
    /// TOML syntax (args: `reason`).
    TomlSyntax = "E106",
    /// A row has more cells than the header (args: `cells`, `header`).
    RowTooLong = "E107",
    /// A column name stands twice (args: `column`).
    DuplicateColumn = "E108",
    /// A quotation mark is opened and never closed.
    UnclosedQuote = "E109",
    /// A bibliography entry that cannot be read (args: `reason`).
    BibSyntax = "E110",
    /// JSON that is no matrix (args: `reason`).
    JsonSyntax = "E111",
    /// A cross-impact matrix or a list of its scenarios that cannot be read (args: `fault`, and what it needs of `text`,
    /// `name`, `found`, `expected`).
    CibSyntax = "E112",
    /// A morphological box that cannot be read (args as before).
    BoxSyntax = "E113",
    /// The id of a record is missing.
    MissingId = "E201",
    /// Not an id (args: `text`).
    BadId = "E202",
    /// An id stands twice (args: `id`, `first`).
    DuplicateId = "E203",
    /// An id that nothing has (args: `id`, `kind`).
    UnknownId = "E204",
    /// An id that a spreadsheet turned into a date or number (args: `text`).
    SpreadsheetId = "E205",
    /// A required cell is empty (args: `field`).
    MissingValue = "E206",
    /// Not a number (args: `text`).
    NotANumber = "E207",
    /// Not one of the words allowed (args: `text`, `allowed`).
    NotAChoice = "E208",
    /// A number whose comma may be a decimal or a thousands mark (args: `text`).
    AmbiguousNumber = "E209",
    /// Not a date `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (args: `text`).
    NotADate = "E210",
    /// The horizon is not after the base year (args: `base`, `horizon`).
    HorizonBeforeBase = "E211",
    /// A period that is not `YYYY-YYYY` inside base year and horizon (args: `text`).
    BadPeriod = "E212",
    /// A record refers to itself or a chain of records closes on itself (args: `id`).
    Cycle = "E213",
    /// The sources of argumentation of an expert are not six letters A, M or B (args: `text`).
    NotArgumentation = "E214",
    /// A question that no family asks (args: `text`).
    UnknownQuestion = "E301",
    /// A value outside its scale (args: `value`, `scale`, and `whole`: `yes` where only whole numbers are on it).
    OutOfScale = "E302",
    /// The same expert answered the same question twice in one round (args: `question`, `expert`, `first`).
    AnsweredTwice = "E303",
    /// A family and round in two homes (args: `family`, `round`, `other`).
    TwoHomes = "E304",
    /// A matrix that is not square (args: `rows`, `columns`; where few are without their other side,
    /// `norow` and `nocolumn`: which).
    NotSquare = "E305",
    /// A value on the diagonal (args: `id`, `value`).
    Diagonal = "E306",
    /// Merged header cells: a code is missing between others.
    MergedHeader = "E307",
    /// A round that `consult/rounds.toml` does not know (args: `id`).
    UnknownRound = "E308",
    /// Row and column codes of a square matrix differ (args: `id`, `side`: where it stands, row or column).
    HeaderMismatch = "E309",
    /// A table has another number of rows or columns than it must (args: `found`, `expected`).
    WrongShape = "E310",
    /// A table that the method needs is not there (args: `name`).
    MissingTable = "E311",
    /// The archive is not a study's archive, or breaks its limits (args: `reason`).
    BadArchive = "E401",
    /// The workbook cannot be read as a study (args: `reason`).
    BadWorkbook = "E402",
    /// The output cannot be written (args: `reason`).
    NotWritable = "E403",
    /// The study may not be published as it is (args: `reason`, `id`).
    NotPublishable = "E404",
    /// A rule that the study cannot have (args: `text`, `allowed`).
    NotARule = "E405",
    /// The archive is not a public one: it has no findings to be verified (args: none).
    NotPublic = "E406",
    /// Not a report that can be verified (args: `reason`).
    NotAReport = "E407",
    /// No profile of reports has the name, and no file (args: `name`, `known`).
    UnknownProfile = "E410",
    /// A file is no profile of reports (args: `reason`).
    BadProfile = "E411",
    /// A byte-order mark.
    Bom = "W101",
    /// Separated by something else than a comma (args: `separator`).
    Separator = "W102",
    /// Not UTF-8: read as Windows-1252.
    Latin1 = "W103",
    /// A decimal comma (args: `text`).
    DecimalComma = "W104",
    /// A row or column of sums left out (args: `label`).
    SumLeftOut = "W105",
    /// A file that no part of a study reads.
    UnknownFile = "W106",
    /// A column or key that no record has; it is kept (args: `column`; where it is a column of a table, the keys of those
    /// that there are, `headers`).
    UnknownColumn = "W107",
    /// A translation is missing (args: `field`, `lang`).
    MissingTranslation = "W201",
    /// An expert who was invited and answered nothing (args: `id`, `round`).
    NoAnswers = "W202",
    /// A wording that changed after it was answered (args: `id`, `round`).
    WordingChanged = "W203",
    /// An answer by someone who was not invited (args: `id`, `round`).
    NotInvited = "W204",
    /// The findings on which a decision rested have changed (args: `decision`).
    StaleDecision = "W205",
    /// More than 35 % of the cells of the aggregated matrix are filled (args: `fill`).
    DenseMatrix = "W206",
    /// Cells of a matrix that stands alone are empty: not answered, which is no zero (args: `count`, `cells`).
    EmptyCells = "W207",
    /// A conditional probability that no joint distribution of the two simple ones can have (args: `name`,
    /// `value`, `low`, `high`).
    Infeasible = "W208",
    /// A country that is no code of ISO 3166-1 alpha-3 (args: `text`).
    NotACountry = "W209",
    /// A scenario that a solution file lists and its matrix does not bear out (args: `number`, `fault`, `found`,
    /// `expected`).
    StaleSolution = "W210",
    /// A round closes before it opens (args: `opened`, `closed`).
    RoundDates = "W211",
    /// An action ends before it begins (args: `from`, `to`).
    ActionYears = "W212",
    /// A horizon more than two centuries away (args: `horizon`).
    FarHorizon = "W213",
    /// An action or a milestone beyond the horizon (args: `kind`, `id`, `to`, `horizon`).
    BeyondHorizon = "W214",
    /// An action begins before one that must come first (args: `id`, `from`, `other`, `to`: the year in which the other begins).
    ActionTooEarly = "W215",
    /// The study has no subject.
    NoSubject = "G101",
    /// No records of a kind that a stage needs (args: `kind`).
    NoRecords = "G102",
    /// No answers to a family that a stage needs (args: `family`, `kind`: of the records that it judges).
    NoFamily = "G103",
    /// A strategic variable without indicator (args: `id`).
    NoIndicator = "G104",
    /// An indicator without baseline, target, source or responsible (args: `id`, `lacks`).
    IncompleteIndicator = "G105",
    /// An objective without indicator (args: `id`).
    ObjectiveWithoutIndicator = "G106",
    /// A responsible who is no actor of the study (args: `id`, `name`).
    ResponsibleUnknown = "G107",
    /// A determining variable without action (args: `id`).
    VariableWithoutAction = "G108",
    /// A scenario that no wild card attacks (args: `id`).
    ScenarioUntested = "G109",
    /// A scenario without the state of a key variable (args: `id`, `variable`).
    StateMissing = "G110",
    /// No decision where the method proposes one (args: `about`).
    NotDecided = "G111",
    /// Judgements on which states promote which others are missing; they count as 0 (args: `count`, `cells`).
    NotJudged = "G112",
    /// The frame does not say what the study is about or where it begins and ends (args: `lacks`).
    FrameLacks = "G113",
    /// A record without a name (args: `kind`, `id`).
    NoName = "G114",
}

impl Code {
    /// The severity, told by the first letter.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self.as_str().as_bytes().first() {
            Some(b'E') => Severity::Error,
            Some(b'W') => Severity::Warning,
            _ => Severity::Gap,
        }
    }

    /// The code printed as `text`, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text.trim()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_a_workbook_is_called_by_its_letters_and_any_other_by_line_and_column() {
        let told = |file: &str, line, column| Place::at(file, line, column).to_string();
        assert_eq!(told("mío.xlsx/variables", 5, 3), "mío.xlsx/variables!C5");
        assert_eq!(told("a.ODS/x", 1, 28), "a.ODS/x!AB1");
        assert_eq!(told("a.ods/x", 1, 703), "a.ods/x!AAA1");
        assert_eq!(told("structure/variables.csv", 5, 3), "structure/variables.csv:5:3");
        assert_eq!(told("mío.xlsx/variables", 0, 0), "mío.xlsx/variables");
    }

    #[test]
    fn codes_are_unique_and_parse() {
        let mut printed: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        printed.sort_unstable();
        printed.dedup();
        assert_eq!(printed.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(Code::parse(&code.as_str().to_lowercase()), Some(*code));
        }
    }
}
