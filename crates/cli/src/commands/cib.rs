//! `atalaya cib`: every consistent scenario of a cross-impact matrix.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use atalaya_formats::{
    cib::{
        self as files, File, Matrix,
        scw::Scw,
        sl::{self, Listed},
    },
    save,
};
use atalaya_methods::{
    cib::{
        Cib, CibError, Kernel, Settings, kernel,
        panel::PanelError,
        succession::{Rule, Sampling, basins},
    },
    control::Control,
    random::Stream,
};
use atalaya_model::{Code, Diagnostic, Place};
use atalaya_words::Words;
use clap::Args;

use crate::print;
use document::{Amount, Document, Scenario, Weight};
use members::{Members, Stop};
use pictures::Subject;

mod document;
mod edits;
mod further;
mod members;
mod pictures;
mod tell;

pub use tell::grouped;

/// What is asked of a matrix.
#[derive(Debug, Args)]
pub struct Asked {
    /// The matrix, or those of a panel.
    #[arg(value_name = "MODEL", required = true)]
    models: Vec<PathBuf>,
    /// Changes to make first.
    #[arg(long, value_name = "CHANGE")]
    edit: Vec<String>,
    /// What the matrix lacks.
    #[arg(long)]
    check: bool,
    /// The inconsistency that is allowed.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    max_inconsistency: u32,
    /// Variants that the scenarios must have.
    #[arg(long, value_name = "PAIR")]
    force: Vec<String>,
    /// Variants that they may not have.
    #[arg(long, value_name = "PAIR")]
    forbid: Vec<String>,
    /// The rule of succession.
    #[arg(long, value_name = "RULE", default_value = "global", value_parser = ["global", "sequential", "max-gap"])]
    succession: String,
    /// Where every scenario leads.
    #[arg(long)]
    basins: bool,
    /// How many to list.
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    limit: usize,
    /// How many to draw by chance instead.
    #[arg(long, value_name = "NUMBER")]
    sample: Option<usize>,
    /// Most nodes of the search.
    #[arg(long, value_name = "NUMBER")]
    node_limit: Option<u64>,
    /// Most seconds.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// Threads.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// The scenario to explain.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    explain: Option<u32>,
    /// How many to pick that are far apart.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=50))]
    pick: Option<u32>,
    /// What one point would make consistent.
    #[arg(long)]
    near: bool,
    /// Where single changes lead.
    #[arg(long)]
    transitions: bool,
    /// Judgements on which a panel differs.
    #[arg(long)]
    disputed: bool,
    /// A solution file to verify.
    #[arg(long, value_name = "FILE")]
    solutions: Option<PathBuf>,
    /// Where to write the scenarios or the matrix.
    #[arg(long, value_name = "OUTPUT")]
    out: Option<PathBuf>,
    /// Print one JSON document.
    #[arg(long)]
    json: bool,
    /// Write the pictures to a folder.
    #[arg(long, value_name = "DIR")]
    svg: Option<PathBuf>,
}

/// A number of seconds.
fn seconds(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.replace(',', ".").parse().ok();
    number.filter(|n| n.is_finite() && *n >= 0.0 && *n < 1e9).ok_or_else(|| "≥ 0".to_owned())
}

/// Runs the command.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the input is told in words.
pub fn run(words: &Words, asked: &Asked) -> anyhow::Result<ExitCode> {
    // The search goes as deep as there are descriptors.
    let pool =
        rayon::ThreadPoolBuilder::new().stack_size(STACK).num_threads(asked.threads.map_or(0, usize::from));
    pool.build()?.install(|| work(words, asked))
}

/// Bytes of a thread's stack.
const STACK: usize = 64 << 20;

/// Sets the flag when the time is over.
fn control(asked: &Asked) -> Control {
    let mut control = Control::default();
    if let Some(nodes) = asked.node_limit {
        control = control.with_node_budget(nodes);
    }
    if let Some(seconds) = asked.time_limit {
        let flag = Arc::new(AtomicBool::new(seconds == 0.0));
        control = control.with_cancel(Arc::clone(&flag));
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs_f64(seconds));
            flag.store(true, Ordering::Relaxed);
        });
    }
    control
}

fn work(words: &Words, asked: &Asked) -> anyhow::Result<ExitCode> {
    let Members { file, cib, experts, unit, names, folders } =
        match members::read(words, &asked.models, &asked.edit) {
            Ok(members) => members,
            Err(Stop::Input) => return Ok(ExitCode::from(1)),
            Err(Stop::Usage) => return Ok(ExitCode::from(2)),
        };
    let matrix = file.matrix();
    let mut settings = Settings { max_inconsistency: asked.max_inconsistency, ..Settings::default() };
    for (texts, into) in [(&asked.force, &mut settings.forced), (&asked.forbid, &mut settings.forbidden)] {
        for text in texts {
            match pair(matrix, text) {
                Some(pair) => into.push(pair),
                None => {
                    let args = [("text", text.as_str().into()), ("example", example(matrix).into())];
                    eprintln!("atalaya: {}", words.with("cib-no-such-pair", &args));
                    return Ok(ExitCode::from(2));
                }
            }
        }
    }
    settings.max_inconsistency = asked.max_inconsistency.saturating_mul(matrix.scale.unsigned_abs());
    if let Some(path) = &asked.solutions {
        return Ok(verify(words, &cib, matrix, path));
    }
    let start = Instant::now();
    let control = control(asked);
    let found = match kernel(&cib, &settings, &control) {
        Ok(found) => found,
        Err(error) => return Ok(refuse(words, &error)),
    };
    let (listed, chosen) = listed(&cib, &found, asked, &control);
    let rule = match asked.succession.as_str() {
        "sequential" => Rule::Sequential,
        "max-gap" => Rule::MaxGap,
        _ => Rule::Global,
    };
    let followed = asked.basins.then(|| basins(&cib, rule, Sampling::default(), &control));
    let seconds = start.elapsed();
    let explained = match asked.explain.map(|k| (k, listed.get(k as usize - 1))) {
        None => None,
        Some((k, Some(scenario))) => {
            Some(document::explained(&cib, matrix, k, scenario, settings.max_inconsistency))
        }
        Some((k, None)) => {
            let args = [("k", k.to_string().into()), ("n", listed.len().to_string().into())];
            eprintln!("atalaya: {}", words.with("cib-no-such-scenario", &args));
            return Ok(ExitCode::from(2));
        }
    };
    let near = asked.near.then(|| further::near(&cib, matrix, &found, &settings, asked.limit, &control));
    let transitions = asked.transitions.then(|| further::edges(&cib, rule, &listed, &control));
    let panel = match experts.is_empty() {
        true => None,
        false => {
            let max_inconsistency = asked.max_inconsistency.saturating_mul(unit.unsigned_abs());
            let settings = Settings { max_inconsistency, ..settings.clone() };
            let of = further::Seats { experts: &experts, names, folders, unit };
            match further::panel(of, matrix, &settings, asked.disputed, &control) {
                Ok(panel) => Some(panel),
                Err(PanelError::Matrix(error)) => return Ok(refuse(words, &error)),
                Err(_) => {
                    eprintln!("atalaya: {}", words.t("cib-panel-many"));
                    None
                }
            }
        }
    };
    let cut = near.as_ref().is_some_and(Option::is_none)
        || transitions.as_ref().is_some_and(Option::is_none)
        || followed.as_ref().is_some_and(Result::is_err);
    let basins = followed.and_then(Result::ok).map(|followed| document::basins(&followed, &asked.succession));
    let weight = |variants: &[u32]| {
        let basins = basins.as_ref().filter(|basins| basins.exact)?;
        Some(basins.fixed.iter().find(|fixed| fixed.variants == variants)?.weight.clone())
    };
    let scenarios: Vec<Scenario> = listed
        .iter()
        .map(|scenario| {
            let score = cib.score(scenario);
            let variants = document::from_one(scenario);
            Scenario {
                weight: weight(&variants),
                total_impact: Amount::of(score.total_impact, matrix.scale),
                consistency: Amount::of(score.consistency, matrix.scale),
                inconsistency: Amount::of(score.inconsistency, matrix.scale),
                variants,
            }
        })
        .collect();
    let document = Document {
        title: matrix.title.clone(),
        descriptors: document::names(matrix),
        space: cib.space().to_string(),
        max_inconsistency: asked.max_inconsistency,
        count: found.count().to_string(),
        complete: found.complete(),
        listed: chosen,
        scenarios,
        marginals: document::marginals(&found),
        basins,
        explained,
        picked: asked.pick.map(|k| further::pick(&cib, &listed, k as usize)),
        near: near.flatten(),
        transitions: transitions.flatten(),
        panel,
        missing: asked.check.then(|| further::missing(matrix)),
        nodes: found.nodes(),
        seconds: seconds.as_secs_f64(),
    };
    if let Some(path) = &asked.out {
        if let Err(diagnostic) = write(path, &file, &document) {
            return Ok(print::stop(words, &[*diagnostic]));
        }
        eprintln!("{}", words.with("cli-wrote", &[("path", print::path(path).into())]));
    }
    if let Some(folder) = &asked.svg {
        let subject = Subject { words, matrix, cib: &cib, document: &document, listed: &listed };
        if let Err(diagnostic) = pictures::draw(&subject, folder) {
            return Ok(print::stop(words, &[*diagnostic]));
        }
    }
    if asked.json {
        print::line(&serde_json::to_string(&document)?);
    } else {
        tell::tell(words, matrix, &document, seconds);
    }
    if cut {
        eprintln!("atalaya: {}", words.t("cib-basins-cut"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the scenarios as a solution file, or the matrix in another form.
fn write(path: &Path, file: &File, document: &Document) -> Result<(), Box<Diagnostic>> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match (extension.as_str(), file) {
        ("scw", File::Scw(scw)) => scw.to_bytes(),
        ("scw", File::Table(matrix)) => Scw::new(matrix.clone()).to_bytes(),
        ("sl", _) => {
            let whole = |amount: Amount| match amount {
                Amount::Whole(value) => value,
                Amount::Part(value) => value.round() as i64,
            };
            let listed = document.scenarios.iter().map(|scenario| Listed {
                line: 0,
                variants: scenario.variants.clone(),
                weight: scenario.weight.as_ref().map_or(0, Weight::at_most),
                consistency: whole(scenario.consistency),
                inconsistency: whole(scenario.inconsistency),
                total_impact: whole(scenario.total_impact),
                comment: String::new(),
            });
            sl::print(&listed.collect::<Vec<_>>()).into_bytes()
        }
        ("xlsx", _) => {
            files::table::workbook(file.matrix()).map_err(|reason| Box::new(save::refused(path, reason)))?
        }
        _ => files::table::print(file.matrix()).into_bytes(),
    };
    save::file(path, &bytes).map_err(Box::new)
}

/// Compares the scenarios that a solution file lists with what the matrix says of them.
fn verify(words: &Words, cib: &Cib, matrix: &Matrix, path: &Path) -> ExitCode {
    let shown = path.display().to_string();
    let mut said = Vec::new();
    let listed = match std::fs::read(path) {
        Ok(bytes) => sl::read(&shown, &bytes, &mut said),
        Err(error) => {
            said.push(Diagnostic::new(Code::Unreadable, Place::file(&shown)).with("reason", error));
            None
        }
    };
    let Some(listed) = listed else { return print::stop(words, &said) };
    let scale = i64::from(matrix.scale);
    for (index, one) in listed.iter().enumerate() {
        let stale = |fault: &str| {
            let place = Place::at(&shown, one.line, 1);
            Diagnostic::new(Code::StaleSolution, place).with("fault", fault).with("number", index + 1)
        };
        let scenario: Option<Vec<u8>> =
            one.variants.iter().map(|&v| v.checked_sub(1).and_then(|v| u8::try_from(v).ok())).collect();
        let Some(scenario) = scenario.filter(|scenario| cib.check(scenario).is_ok()) else {
            said.push(stale("variant"));
            continue;
        };
        let score = cib.score(&scenario);
        for (fault, found, expected) in [
            ("inconsistency", score.inconsistency, one.inconsistency),
            ("consistency", score.consistency.max(0), one.consistency),
            ("total", score.total_impact, one.total_impact),
        ] {
            if found != expected.saturating_mul(scale) {
                said.push(
                    stale(fault)
                        .with("found", files::printed(found, matrix.scale))
                        .with("expected", expected),
                );
                break;
            }
        }
    }
    if said.iter().any(|d| d.code == Code::StaleSolution) {
        return print::stop(words, &said);
    }
    let args = [("n", words.int(listed.len() as i64).into()), ("file", print::path(path).into())];
    print::line(&words.with("cib-solutions-hold", &args));
    ExitCode::SUCCESS
}

fn refuse(words: &Words, error: &CibError) -> ExitCode {
    tell_refused(words, error);
    ExitCode::from(1)
}

fn tell_refused(words: &Words, error: &CibError) {
    match error {
        CibError::TooLarge { column } => {
            let args = [("column", (column + 1).to_string().into())];
            eprintln!("atalaya: {}", words.with("cib-too-large", &args));
        }
        CibError::TooWide { .. } => eprintln!("atalaya: {}", words.t("cib-too-wide")),
        // Everything else was checked when the file was read.
        other => eprintln!("atalaya: {other}"),
    }
}

/// The scenarios to list, and which they are: all in order of their variants; where there are too many those of the
/// greatest total impact, or of those the best that were found in the time there was; some by chance where that was asked.
fn listed(cib: &Cib, found: &Kernel, asked: &Asked, control: &Control) -> (Vec<Vec<u8>>, &'static str) {
    if let Some(k) = asked.sample {
        let mut stream = Stream::new(2030, "listed", 0);
        return ((0..k).filter_map(|_| found.draw(&mut stream)).collect(), "drawn");
    }
    if let Some(all) = found.list(asked.limit) {
        return (all, "all");
    }
    let best = found.best(cib, asked.limit, control);
    (best.scenarios, if best.complete { "best" } else { "found" })
}

/// The descriptor and variant that a text names, by name or by number from 1. Names may hold `=`.
fn pair(matrix: &Matrix, text: &str) -> Option<(usize, usize)> {
    let by_number = |text: &str, count: usize| {
        text.trim().parse::<usize>().ok().filter(|n| (1..=count).contains(n)).map(|n| n - 1)
    };
    text.match_indices('=').find_map(|(at, _)| {
        let (left, right) = (text[..at].trim(), text[at + 1..].trim());
        let all = &matrix.descriptors;
        let d = all.iter().position(|d| d.name.short == left).or_else(|| by_number(left, all.len()))?;
        let own = &all[d].variants;
        let v = own.iter().position(|v| v.short == right).or_else(|| by_number(right, own.len()))?;
        Some((d, v))
    })
}

fn example(matrix: &Matrix) -> String {
    let first = matrix.descriptors.first();
    first.map_or_else(String::new, |d| {
        let variant = d.variants.first().map_or("", |v| v.short.as_str());
        format!("{}={variant}", d.name.short)
    })
}
