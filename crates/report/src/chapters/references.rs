//! References and the trace annex.

use std::collections::BTreeSet;

use atalaya_model::records::Source;

use super::Book;
use crate::{
    doc::{Block, Cell, Fact, Heading, Numbering, Reference, Trace},
    rich::{Inline, Rich},
};

/// The references: every source of the study, by author and year. Where it has none, the list is for the works of the
/// program's methods.
#[must_use]
pub fn chapter(book: &Book<'_>) -> Vec<Block> {
    let mut sources: Vec<&Source> = book.study.sources.iter().collect();
    sources.sort_by_key(|s| order(s));
    let entries = sources.into_iter().map(|source| reference(book, source)).collect();
    vec![
        Block::Heading(Heading::new(1, book.t("chapter-references"), "references").numbered(Numbering::None)),
        Block::References(entries),
    ]
}

/// Where a work stands in the list: accents do not part a name from its letter.
fn order(source: &Source) -> (String, String, String, String) {
    let title = folded(&source.title);
    (folded(author(source)), source.year.clone(), title, source.id.to_string())
}

pub(crate) fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        'ł' => 'l',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// Works that the program's own methods rest on: the name that a citation begins with, the id, which ends with the year,
/// and the entry. Cited is what a sentence names with its year.
const METHODS: [(&str, &str, &str); 22] = [
    (
        "Assimakopoulos",
        "assimakopoulos-2000",
        "Assimakopoulos, V. & Nikolopoulos, K. (2000). The theta model: a decomposition approach to forecasting. International Journal of Forecasting, 16(4), 521–530.",
    ),
    (
        "Benjamini",
        "benjamini-1995",
        "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to multiple testing. Journal of the Royal Statistical Society, Series B, 57(1), 289–300.",
    ),
    (
        "Cliff",
        "cliff-1993",
        "Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological Bulletin, 114(3), 494–509.",
    ),
    (
        "Conway",
        "conway-2009",
        "Conway, M. (2009). Environmental scanning: what it is and how to do it. Thinking Futures.",
    ),
    (
        "Cruz",
        "cruz-2012",
        "Cruz Ramírez, M. & Martínez Cepena, M. C. (2012). Perfeccionamiento de un instrumento para la selección de expertos en las investigaciones educativas. Revista Electrónica de Investigación Educativa, 14(2), 167–179.",
    ),
    (
        "Duperrin",
        "duperrin-1973",
        "Duperrin, J.-C. & Godet, M. (1973). Méthode de hiérarchisation des éléments d'un système. Commissariat à l'énergie atomique, Paris.",
    ),
    (
        "Duperrin",
        "duperrin-1975",
        "Duperrin, J.-C. & Godet, M. (1975). SMIC 74: a method for constructing and ranking scenarios. Futures, 7(4), 302–312.",
    ),
    (
        "Efron",
        "efron-1979",
        "Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics, 7(1), 1–26.",
    ),
    (
        "Godet",
        "godet-1991",
        "Godet, M. (1991). Actors' moves and strategies: the MACTOR method. An air transport case study. Futures, 23(6), 605–622.",
    ),
    (
        "Godet",
        "godet-2000",
        "Godet, M. (2000). The art of scenarios and strategic planning: tools and pitfalls. Technological Forecasting and Social Change, 65(1), 3–22.",
    ),
    (
        "Hamed",
        "hamed-1998",
        "Hamed, K. H. & Rao, A. R. (1998). A modified Mann-Kendall trend test for autocorrelated data. Journal of Hydrology, 204(1–4), 182–196.",
    ),
    (
        "Hyndman",
        "hyndman-1996",
        "Hyndman, R. J. & Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician, 50(4), 361–365.",
    ),
    (
        "Kendall",
        "kendall-1939",
        "Kendall, M. G. & Babington Smith, B. (1939). The problem of m rankings. The Annals of Mathematical Statistics, 10(3), 275–287.",
    ),
    (
        "Leik",
        "leik-1966",
        "Leik, R. K. (1966). A measure of ordinal consensus. The Pacific Sociological Review, 9(2), 85–90.",
    ),
    (
        "Mann",
        "mann-1945",
        "Mann, H. B. (1945). Nonparametric tests against trend. Econometrica, 13(3), 245–259.",
    ),
    (
        "Pettitt",
        "pettitt-1979",
        "Pettitt, A. N. (1979). A non-parametric approach to the change-point problem. Applied Statistics, 28(2), 126–135.",
    ),
    (
        "Scheibe",
        "scheibe-1975",
        "Scheibe, M., Skutsch, M. & Schofer, J. (1975). Experiments in Delphi methodology. In H. A. Linstone & M. Turoff (eds.), The Delphi Method: Techniques and Applications. Addison-Wesley.",
    ),
    ("Schwartz", "schwartz-1991", "Schwartz, P. (1991). The Art of the Long View. Doubleday, New York."),
    (
        "Sen",
        "sen-1968",
        "Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. Journal of the American Statistical Association, 63(324), 1379–1389.",
    ),
    (
        "Taylor",
        "taylor-1990",
        "Taylor, C. W. (1990). Creating strategic visions. Strategic Studies Institute, U.S. Army War College.",
    ),
    (
        "Voros",
        "voros-2003",
        "Voros, J. (2003). A generic foresight process framework. Foresight, 5(3), 10–21.",
    ),
    (
        "Weimer",
        "weimer-jehle-2006",
        "Weimer-Jehle, W. (2006). Cross-impact balances: a system-theoretical approach to cross-impact analysis. Technological Forecasting and Social Change, 73(4), 334–361.",
    ),
];

/// How far the year of a citation stands behind its name, in characters: "Name and Other Name (1990)".
const REACH: usize = 40;

/// What the anchors of the program's own works begin with.
const METHOD: &str = "method-";

/// Adds to the references the works that the program's methods rest on; [`crate::profile`] keeps those that a document
/// cites.
pub(super) fn add_methods(book: &Book<'_>, blocks: &mut Vec<Block>) {
    let own = |id: &str| book.study.sources.iter().any(|source| source.id == *id);
    // What the study lists itself stands once.
    let entries = METHODS.iter().filter(|(_, id, _)| !own(id)).map(|(_, id, work)| Reference {
        anchor: format!("{METHOD}{id}"),
        cited: (*id).to_owned(),
        entry: entry(book, work),
    });
    let Some(at) = blocks.iter().position(|block| matches!(block, Block::References(_))) else { return };
    let heading = Heading::new(2, book.t("section-method-works"), "method-works").numbered(Numbering::None);
    let more = [Block::Heading(heading), Block::References(entries.collect())];
    blocks.splice(at + 1..at + 1, more);
}

/// One of the program's works as the study's own are set: the authors joined in the document's language, the journal or
/// the book in italics.
fn entry(book: &Book<'_>, work: &str) -> Rich {
    let Some((authors, rest)) = work.split_once(" (") else { return work.into() };
    let Some((year, rest)) = rest.split_once("). ") else { return work.into() };
    let authors = authors.replace(" & ", &format!(" {} ", book.t("reference-and")));
    let out = Rich::from(format!("{authors} ({year}). "));
    let Some((title, place)) = rest.rsplit_once(". ") else { return out.and(rest) };
    // A journal is followed by its volume.
    let volume = place
        .match_indices(", ")
        .map(|(at, _)| at)
        .find(|at| place[at + 2..].starts_with(|c: char| c.is_ascii_digit()));
    match volume {
        Some(at) => out.and(format!("{title}. ")).and(Inline::Emph(place[..at].to_owned())).and(&place[at..]),
        None => out.and(Inline::Emph(title.to_owned())).and(format!(". {place}")),
    }
}

/// Whether a work is one of the program's methods.
pub(crate) fn is_method(work: &Reference) -> bool {
    work.anchor.strip_prefix(METHOD) == Some(work.cited.as_str())
}

/// The anchors of the works of the program's methods that a text cites by name and year, as they are listed: by the
/// program, or by the study.
pub(crate) fn methods_cited(said: &str) -> BTreeSet<String> {
    let cited = METHODS.iter().filter(|(name, id, _)| {
        let year = id.rsplit('-').next().unwrap_or_default();
        let begins = |at: usize| !said[..at].ends_with(char::is_alphanumeric);
        said.match_indices(name).filter(|(at, _)| begins(*at)).any(|(at, _)| {
            let after: String = said[at + name.len()..].chars().take(REACH).collect();
            let after = after.replacen("et al.", "et al", 1);
            let ends = after.find(['.', ';', '\n']).unwrap_or(after.len());
            after.starts_with(|c: char| !c.is_alphanumeric()) && after[..ends].contains(year)
        })
    });
    cited.flat_map(|(_, id, _)| [format!("{METHOD}{id}"), (*id).to_owned()]).collect()
}

/// The words of blocks and traces, for finding what they cite.
pub(crate) fn said(blocks: &[Block], traces: &[Trace]) -> String {
    let mut out = String::new();
    text(blocks, &mut out);
    for fact in traces.iter().flat_map(|trace| &trace.facts) {
        out.push_str(&fact.value.plain());
        out.push('\n');
    }
    out
}

fn text(blocks: &[Block], out: &mut String) {
    let mut add = |rich: &Rich| {
        out.push_str(&rich.plain());
        out.push('\n');
    };
    for block in blocks {
        match block {
            Block::Lead(rich) | Block::Paragraph(rich) => add(rich),
            Block::List { items, .. } => items.iter().for_each(&mut add),
            Block::Facts(facts) => facts.iter().for_each(|fact| add(&fact.value)),
            Block::Table(table) => {
                add(&table.caption);
                table.columns.iter().for_each(|column| add(&column.header.as_str().into()));
                table.note.iter().chain(&table.source).for_each(&mut add);
                let mut cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.by_ref().filter_map(Cell::text).for_each(&mut add);
            }
            Block::Figure(figure) => {
                add(&figure.caption);
                figure.note.iter().chain(&figure.source).for_each(&mut add);
            }
            _ => {}
        }
    }
    for block in blocks {
        match block {
            Block::Note(note) => text(&note.body, out),
            Block::Card(card) => text(&card.body, out),
            _ => {}
        }
    }
}

/// The annex with every node of the trace.
#[must_use]
pub fn trace(book: &Book<'_>) -> Vec<Block> {
    if book.findings.trace.is_empty() {
        return Vec::new();
    }
    let mut out = vec![
        Block::Heading(Heading::new(1, book.t("chapter-trace"), "trace").numbered(Numbering::Annex)),
        book.paragraph("trace-intro", &[]),
    ];
    let short = |hash: &str| hash.get(..16).unwrap_or(hash).to_owned();
    let archive = book.study.frame.public_archive();
    let hash = [("hash", short(&book.findings.hash).into())];
    // As code, so that nothing divides it.
    let command = Inline::Code(format!("atalaya verify {archive} report.html"));
    let said = Rich::say(book.words, "publish-command", &hash, &[("command", command)]);
    out.push(Block::Paragraph(said));
    let rounds: Vec<Fact> = book
        .study
        .rounds
        .iter()
        .filter_map(|round| Some(Fact::new(round.id.to_string(), book.round(round.id.as_str())?)))
        .collect();
    if !rounds.is_empty() {
        out.push(book.paragraph("trace-rounds", &[]));
        out.push(Block::Facts(rounds));
    }
    let sets = book.rule_sets();
    if !sets.is_empty() {
        out.push(book.paragraph("trace-rule-sets", &[]));
        let facts = sets.iter().enumerate().map(|(index, rules)| {
            let label = book.say("trace-rule-set", &[("number", (index + 1).into())]);
            Fact::new(label, book.rules(rules))
        });
        out.push(Block::Facts(facts.collect()));
    }
    out.push(Block::Traces);
    out
}

/// A work as running text cites it: author and year, leading to its entry; the id alone where the study lacks the work.
#[must_use]
pub fn cite(book: &Book<'_>, id: &str) -> Inline {
    match book.study.sources.iter().find(|source| source.id == *id) {
        Some(source) => Inline::RefAs(id.to_owned(), cited(book, source)),
        None => Inline::Text(id.to_owned()),
    }
}

/// Several works, as a list.
#[must_use]
pub fn works(book: &Book<'_>, ids: &[String]) -> Rich {
    let mut out = Rich::default();
    for id in ids {
        let comma = if out.is_empty() { "" } else { "; " };
        out = out.and(comma).and(cite(book, id));
    }
    out
}

/// How people write that a work has no year.
const UNDATED: [&str; 5] = ["", "s.f.", "s.f", "n.d.", "n.d"];

/// The year, with a letter where several works would be cited alike.
fn year(book: &Book<'_>, source: &Source) -> String {
    let undated = UNDATED.contains(&source.year.replace(' ', "").to_lowercase().as_str());
    let year = if undated { book.t("reference-undated") } else { source.year.clone() };
    let called = |s: &Source| (short_author(book, author(s)), s.year.clone());
    let own = called(source);
    let mut alike: Vec<&Source> = book.study.sources.iter().filter(|s| called(s) == own).collect();
    if alike.len() < 2 {
        return year;
    }
    alike.sort_by_key(|s| order(s));
    let place = alike.iter().position(|s| s.id == source.id).unwrap_or(0);
    let letter = u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'a' + place));
    let dash = if undated { "-" } else { "" };
    letter.map_or(year.clone(), |letter| format!("{year}{dash}{letter}"))
}

fn author(source: &Source) -> &str {
    if source.author.is_empty() { &source.title } else { &source.author }
}

fn cited(book: &Book<'_>, source: &Source) -> String {
    format!("{}, {}", short_author(book, author(source)), year(book, source))
}

fn reference(book: &Book<'_>, source: &Source) -> Reference {
    let mut entry = Rich::from(format!("{} ({}). ", people(book, author(source)), year(book, source)));
    // In italics stands what is on the shelf: the journal or the book, not what is in it.
    let container = source.container.trim();
    if !source.author.is_empty() {
        // A title that is a question ends itself.
        let stop = if source.title.ends_with(['.', '?', '!']) { " " } else { ". " };
        let title = source.title.clone();
        entry =
            if container.is_empty() { entry.and(Inline::Emph(title)) } else { entry.and(title) }.and(stop);
    }
    let place = [&source.locator, &source.publisher].map(|s| s.trim());
    let place = place.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    let comma = if place.is_empty() { "" } else { ", " };
    if !container.is_empty() {
        entry = entry.and(Inline::Emph(container.to_owned())).and(format!("{comma}{place}. "));
    } else if !place.is_empty() {
        entry = entry.and(format!("{place}. "));
    }
    if !source.doi.is_empty() {
        let url = format!("https://doi.org/{}", source.doi);
        entry = entry.and(Inline::Link { text: url.clone(), url });
    } else if !source.url.is_empty() {
        entry = entry.and(Inline::Link { text: source.url.clone(), url: source.url.clone() });
    }
    Reference { anchor: source.id.to_string(), cited: cited(book, source), entry }
}

/// The names in which people wrote the authors of a work.
fn names(author: &str) -> Vec<&str> {
    let parted: Vec<&str> = author.split([';', '&']).map(str::trim).collect();
    // An ampersand joins people, whose names have a comma; that of a firm is part of its name.
    let people = author.contains(';') || parted.iter().all(|name| name.contains(','));
    let parted = if people { parted } else { vec![author] };
    parted.into_iter().flat_map(|part| part.split(" and ")).map(str::trim).collect()
}

/// The authors as a list of works has them: family names with initials.
fn people(book: &Book<'_>, author: &str) -> String {
    let initial = |name: &str| name.chars().next().map(|c| format!("{c}.")).unwrap_or_default();
    let initials = |given: &str| {
        let word = |word: &str| word.split('-').map(initial).collect::<Vec<_>>().join("-");
        given.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
    };
    let full = |name: &str| match name.split_once(',') {
        Some((family, given)) if is_person(family, given) => {
            format!("{}, {}", family.trim(), initials(given))
        }
        _ => name.to_owned(),
    };
    let names: Vec<String> = names(author).into_iter().map(full).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {} {last}", others.join(", "), book.t("reference-and"))
        }
        _ => names.join(""),
    }
}

/// Family names as a citation carries them: one, two joined by "y", or the first with "et al.".
fn short_author(book: &Book<'_>, author: &str) -> String {
    let names = names(author);
    let family = |name: &str| match name.split_once(',') {
        Some((family, given)) if is_person(family, given) => family.trim().to_owned(),
        _ => name.trim().to_owned(),
    };
    match names[..] {
        [] => String::new(),
        [one] => family(one),
        [one, two] => book.words.list(&[family(one), family(two)]),
        [first, ..] => format!("{} et al.", family(first)),
    }
}

/// Whether a name with a comma is of a person: a short family name, and given names in capitals alone.
fn is_person(family: &str, given: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    family.split_whitespace().count() < 4
        && given.split_whitespace().count() < 5
        && given.split_whitespace().all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_institution_keeps_its_commas() {
        assert!(is_person("Gutarra Romero", " Roly Javier"));
        assert!(is_person("Leal", " A."));
        assert!(!is_person("Consejo Nacional de Ciencia", " Tecnología e Innovación Tecnológica"));
        assert!(!is_person("Ministry of Trade", " Industry and Tourism"));
    }

    /// The years that a text cites after a name: "Name (1990)", or "(Name 1990".
    fn cited_years(text: &str) -> Vec<&str> {
        let mut open = 0_i32;
        let mut before = "";
        let mut out = Vec::new();
        for word in text.split_whitespace() {
            let named = before.trim_start_matches('(').starts_with(char::is_uppercase)
                && before.ends_with(char::is_alphabetic);
            let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
            let year = bare.len() == 4
                && bare.parse::<u16>().is_ok()
                && (bare.starts_with("19") || bare.starts_with("20"));
            if year && named && (open > 0 || word.starts_with('(')) {
                out.push(bare);
            }
            open += word.matches('(').count() as i32 - word.matches(')').count() as i32;
            before = word;
        }
        out
    }

    #[test]
    fn whatever_the_sentences_cite_has_its_entry() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/ftl");
        let mut count = 0;
        for lang in ["es", "en"] {
            for file in std::fs::read_dir(folder.join(lang)).unwrap() {
                let path = file.unwrap().path();
                // Messages on mistakes cite no works.
                if path.ends_with("diagnostics.ftl") {
                    continue;
                }
                for line in std::fs::read_to_string(&path).unwrap().lines() {
                    let found = methods_cited(line);
                    for year in cited_years(line) {
                        count += 1;
                        let listed = found.iter().any(|work| work.ends_with(year));
                        assert!(listed, "{}: {year} in {line}", path.display());
                    }
                }
            }
        }
        assert!(count >= 20, "{count}");
    }

    #[test]
    fn a_name_without_its_year_cites_nothing() {
        let works = |text: &str| -> Vec<String> {
            let all = methods_cited(text).into_iter();
            all.filter_map(|work| work.strip_prefix(METHOD).map(str::to_owned)).collect()
        };
        assert_eq!(
            works("Kendall’s W (Kendall and Babington Smith 1939); Sen’s slope (1968)"),
            ["kendall-1939", "sen-1968"]
        );
        assert_eq!(works("Godet’s axes; Sensible in 1968; Mann-Kendall. 1945"), Vec::<String>::new());
        assert_eq!(works("Duperrin y Godet (1975)"), ["duperrin-1975"]);
    }

    #[test]
    fn accents_do_not_move_a_name() {
        assert_eq!(folded("Gándara"), "gandara");
        assert!(folded("Gándara") < folded("Godet"));
    }
}
