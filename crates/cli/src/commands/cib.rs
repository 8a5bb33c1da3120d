//! `atalaya cib`: every consistent scenario of a cross-impact matrix.

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use atalaya_formats::cib::{self as files, Matrix};
use atalaya_methods::{
    cib::{Cib, CibError, Kernel, Score, Settings, kernel},
    control::Control,
};
use atalaya_words::Words;
use clap::Args;
use serde::Serialize;

use crate::{commands, methods::table, print};

/// What is asked of a matrix.
#[derive(Debug, Args)]
pub struct Asked {
    /// The matrix.
    #[arg(value_name = "MODEL")]
    model: PathBuf,
    /// The inconsistency that is allowed.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    max_inconsistency: u32,
    /// Variants that the scenarios must have.
    #[arg(long, value_name = "PAIR")]
    force: Vec<String>,
    /// Variants that they may not have.
    #[arg(long, value_name = "PAIR")]
    forbid: Vec<String>,
    /// How many to list.
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    limit: usize,
    /// Most nodes of the search.
    #[arg(long, value_name = "NUMBER")]
    node_limit: Option<u64>,
    /// Most seconds.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// Threads.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON document.
    #[arg(long)]
    json: bool,
}

/// A number of seconds.
fn seconds(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.replace(',', ".").parse().ok();
    number.filter(|n| n.is_finite() && *n >= 0.0 && *n < 1e9).ok_or_else(|| "≥ 0".to_owned())
}

/// The document that `--json` prints.
#[derive(Serialize)]
struct Document {
    descriptors: Vec<DescriptorNames>,
    space: String,
    max_inconsistency: u32,
    count: String,
    complete: bool,
    scenarios: Vec<Scenario>,
    nodes: u64,
    seconds: f64,
}

#[derive(Serialize)]
struct DescriptorNames {
    name: String,
    variants: Vec<String>,
}

#[derive(Serialize)]
struct Scenario {
    /// From 1.
    variants: Vec<u32>,
    total_impact: Amount,
    consistency: Amount,
    inconsistency: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u64>,
}

/// A balance in the units of the file: whole where its impacts are.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Amount {
    Whole(i64),
    Part(f64),
}

impl Amount {
    fn of(value: i64, scale: i32) -> Self {
        match i64::from(scale) {
            scale if value % scale == 0 => Self::Whole(value / scale),
            scale => Self::Part(value as f64 / scale as f64),
        }
    }

    fn print(self, words: &Words) -> String {
        match self {
            Self::Whole(value) => words.int(value),
            Self::Part(value) => words.short(value, 4),
        }
    }
}

/// Runs the command.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the input is told in words.
pub fn run(words: &Words, asked: &Asked) -> anyhow::Result<ExitCode> {
    match asked.threads {
        None => work(words, asked),
        Some(threads) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build()?;
            pool.install(|| work(words, asked))
        }
    }
}

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
    let loaded = files::open(&asked.model);
    for diagnostic in &loaded.diagnostics {
        eprintln!("{}", print::diagnostic(words, diagnostic));
    }
    let Some(file) = loaded.value.filter(|_| !commands::stops(&loaded.diagnostics)) else {
        return Ok(ExitCode::from(1));
    };
    let matrix = file.matrix();
    let cib = match Cib::new(matrix.sizes(), matrix.cells.clone()) {
        Ok(cib) => cib,
        Err(error) => return Ok(refuse(words, &error)),
    };
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
    let start = Instant::now();
    let control = control(asked);
    let found = match kernel(&cib, &settings, &control) {
        Ok(found) => found,
        Err(error) => return Ok(refuse(words, &error)),
    };
    let listed = listed(&cib, &found, asked.limit);
    let seconds = start.elapsed();
    let scenarios: Vec<Scenario> = listed
        .iter()
        .map(|scenario| {
            let Score { total_impact, consistency, inconsistency, .. } = cib.score(scenario);
            Scenario {
                variants: scenario.iter().map(|v| u32::from(*v) + 1).collect(),
                total_impact: Amount::of(total_impact, matrix.scale),
                consistency: Amount::of(consistency, matrix.scale),
                inconsistency: Amount::of(inconsistency, matrix.scale),
                weight: None,
            }
        })
        .collect();
    let document = Document {
        descriptors: names(matrix),
        space: cib.space().to_string(),
        max_inconsistency: asked.max_inconsistency,
        count: found.count().to_string(),
        complete: found.complete(),
        scenarios,
        nodes: found.nodes(),
        seconds: seconds.as_secs_f64(),
    };
    if asked.json {
        print::line(&serde_json::to_string(&document)?);
    } else {
        tell(words, matrix, &document, seconds);
    }
    Ok(ExitCode::SUCCESS)
}

fn refuse(words: &Words, error: &CibError) -> ExitCode {
    match error {
        CibError::TooLarge { column } => {
            let args = [("column", (column + 1).to_string().into())];
            eprintln!("atalaya: {}", words.with("cib-too-large", &args));
        }
        // Everything else was checked when the file was read.
        other => eprintln!("atalaya: {other}"),
    }
    ExitCode::from(1)
}

/// The scenarios to list: all in order of their variants, or where there are too many those of the greatest total impact.
fn listed(cib: &Cib, found: &Kernel, limit: usize) -> Vec<Vec<u8>> {
    let _ = cib;
    found.list(limit).unwrap_or_default()
}

fn names(matrix: &Matrix) -> Vec<DescriptorNames> {
    let each = matrix.descriptors.iter().map(|d| DescriptorNames {
        name: d.name.short.clone(),
        variants: d.variants.iter().map(|v| v.short.clone()).collect(),
    });
    each.collect()
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

/// A decimal number of any size with its groups of three marked.
fn grouped(words: &Words, digits: &str) -> String {
    digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |number| words.int(number))
}

fn tell(words: &Words, matrix: &Matrix, document: &Document, time: Duration) {
    let count: usize = document.count.parse().unwrap_or(usize::MAX);
    let kind = match document.max_inconsistency {
        0 => words.with("cib-kind-consistent", &[("count", count.into())]),
        n => words.with("cib-kind-up-to", &[("count", count.into()), ("n", n.to_string().into())]),
    };
    let args = [
        ("count", count.into()),
        ("shown", grouped(words, &document.count).into()),
        ("space", grouped(words, &document.space).into()),
        ("kind", kind.into()),
    ];
    print::line(&words.with("cib-found", &args));
    print::line(&words.t(if document.complete { "cib-complete" } else { "cib-incomplete" }));
    if !document.scenarios.is_empty() {
        let mut headers = vec![words.t("cib-column-number")];
        headers.extend(matrix.descriptors.iter().map(|d| table::short(&d.name.short)));
        headers.extend(["total", "consistency"].map(|key| words.t(&format!("cib-column-{key}"))));
        let rows = document.scenarios.iter().enumerate().map(|(index, scenario)| {
            let mut row = vec![(index + 1).to_string()];
            row.extend(scenario.variants.iter().zip(&matrix.descriptors).map(|(&v, d)| {
                let name = &d.variants[v as usize - 1].short;
                if name.is_empty() { v.to_string() } else { table::short(name) }
            }));
            row.extend([scenario.total_impact, scenario.consistency].map(|amount| amount.print(words)));
            row
        });
        let text: Vec<usize> = (1..=matrix.descriptors.len()).collect();
        print::line(&table::table(headers, rows.collect(), &text));
    }
    let args = [
        ("nodes", grouped(words, &document.nodes.to_string()).into()),
        ("time", print::seconds(words, time).into()),
    ];
    print::line(&words.with("cib-effort", &args));
}
