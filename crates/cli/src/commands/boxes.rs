//! `atalaya box`: the configurations of a morphological box.

use std::{path::PathBuf, process::ExitCode, time::Instant};

use atalaya_formats::boxes::{self, Morphological, Weights};
use atalaya_methods::{
    cib::select::{clusters, medoid},
    control::Control,
    morph::{Morph, MorphError, diagram, log_weight},
    random::Stream,
};
use atalaya_words::Words;
use clap::Args;
use serde::Serialize;

use crate::{
    commands::{self, cib::grouped},
    methods::table,
    print,
};

/// What is asked of a box.
#[derive(Debug, Args)]
pub struct Asked {
    /// The box.
    #[arg(value_name = "BOX")]
    r#box: PathBuf,
    /// Values that are fixed.
    #[arg(long, value_name = "PAIR")]
    fix: Vec<String>,
    /// Which box of a file with several.
    #[arg(long, value_name = "NUMBER")]
    entry: Option<usize>,
    /// List nothing.
    #[arg(long, conflicts_with_all = ["best", "sample", "families"])]
    count: bool,
    /// How many of the best to list.
    #[arg(long, value_name = "NUMBER", conflicts_with = "sample")]
    best: Option<usize>,
    /// How many to draw.
    #[arg(long, value_name = "NUMBER")]
    sample: Option<usize>,
    /// How many families to put them into.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=50))]
    families: Option<u32>,
    /// Print one JSON document.
    #[arg(long)]
    json: bool,
}

/// Configurations that are listed where nothing else is asked.
const LISTED: usize = 100;

/// Configurations that are put into families: their number grows the work with its third power.
const MOST_COMPARED: usize = 300;

/// The document that `--json` prints.
#[derive(Serialize)]
struct Document {
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    parameters: Vec<Names>,
    /// A decimal number.
    space: String,
    /// A decimal number.
    count: String,
    /// Decimal numbers.
    per_value: Vec<Vec<String>>,
    /// `all`, `first`, `best` or `sample`; `none` where only the count was asked for.
    listed: &'static str,
    configurations: Vec<Configuration>,
    /// Families of those listed, by the parameters in which they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    families: Option<Vec<Family>>,
    nodes: usize,
    seconds: f64,
}

#[derive(Serialize)]
struct Names {
    name: String,
    values: Vec<String>,
}

#[derive(Serialize)]
struct Configuration {
    /// From 1.
    values: Vec<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
}

/// Configurations that are near each other.
#[derive(Serialize)]
struct Family {
    /// Their numbers in the list.
    members: Vec<usize>,
    /// The one that differs least from the others.
    medoid: usize,
    /// The values that all of them have: parameter and value, from 1.
    shared: Vec<[u32; 2]>,
}

/// The families of the configurations listed, the first of each in the order of the list.
fn families(listed: &[Vec<u32>], k: usize) -> Vec<Family> {
    let of = clusters(listed, k);
    let family = |family: usize| {
        let members: Vec<usize> = (0..listed.len()).filter(|&at| of[at] == family).collect();
        let first = &listed[members[0]];
        let shared = first.iter().enumerate().filter(|(p, v)| members.iter().all(|&m| listed[m][*p] == **v));
        Family {
            medoid: medoid(listed, &members).unwrap_or_default() + 1,
            shared: shared.map(|(p, v)| [p as u32 + 1, v + 1]).collect(),
            members: members.into_iter().map(|at| at + 1).collect(),
        }
    };
    (0..of.iter().max().map_or(0, |last| last + 1)).map(family).collect()
}

/// Runs the command.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the input is told in words.
pub fn run(words: &Words, asked: &Asked) -> anyhow::Result<ExitCode> {
    let loaded = boxes::open(&asked.r#box, asked.entry);
    for diagnostic in &loaded.diagnostics {
        eprintln!("{}", print::diagnostic(words, diagnostic));
    }
    let Some(given) = loaded.value.filter(|_| !commands::stops(&loaded.diagnostics)) else {
        return Ok(ExitCode::from(1));
    };
    let mut fixed = Vec::new();
    for text in &asked.fix {
        match given.pair(text) {
            Some(pair) => fixed.push(pair),
            None => {
                let first = given.parameters.first();
                let example = first.map_or_else(String::new, |p| format!("{}={}", p.name, p.values[0]));
                let args = [("text", text.as_str().into()), ("example", example.into())];
                eprintln!("atalaya: {}", words.with("cib-no-such-value", &args));
                return Ok(ExitCode::from(2));
            }
        }
    }
    let start = Instant::now();
    let document = match document(&given, &fixed, asked, start) {
        Ok(document) => document,
        Err(MorphError::TooWide { nodes }) => {
            let args = [("nodes", words.int(nodes as i64).into())];
            eprintln!("atalaya: {}", words.with("box-too-wide", &args));
            return Ok(ExitCode::from(1));
        }
        // Everything else was checked when the file was read.
        Err(other) => {
            eprintln!("atalaya: {other}");
            return Ok(ExitCode::from(1));
        }
    };
    if asked.json {
        print::line(&serde_json::to_string(&document)?);
    } else {
        tell(words, &document);
    }
    Ok(ExitCode::SUCCESS)
}

fn document(
    given: &Morphological,
    fixed: &[(usize, usize)],
    asked: &Asked,
    start: Instant,
) -> Result<Document, MorphError> {
    let weighed = given.parameters.iter().any(|p| p.weights.is_some());
    let weight = |weight: f64| match given.weights {
        Weights::Preferences => weight,
        Weights::Probabilities => log_weight(weight),
    };
    let neutral = if given.weights == Weights::Probabilities { 1.0 } else { 0.0 };
    let weights = |p: &boxes::Parameter| {
        let own = p.weights.clone().unwrap_or_else(|| vec![neutral; p.values.len()]);
        own.into_iter().map(weight).collect()
    };
    let sizes = given.parameters.iter().map(|p| p.values.len()).collect();
    let weights = if weighed { given.parameters.iter().map(weights).collect() } else { Vec::new() };
    let morph = Morph::new(sizes, given.exclusions.clone(), weights)?;
    let diagram = diagram(&morph, &Control::default())?;
    let counts = diagram.counts(fixed)?;
    let worth = |configuration: &[u32]| {
        weighed.then(|| match given.weights {
            Weights::Preferences => morph.weight(configuration),
            Weights::Probabilities => {
                let own = given.parameters.iter().zip(configuration);
                own.map(|(p, &v)| p.weights.as_ref().map_or(1.0, |w| w[v as usize])).product()
            }
        })
    };
    let comparing = asked.families.is_some();
    let most = |k: usize| if comparing { k.min(MOST_COMPARED) } else { k };
    let many = comparing && counts.count > MOST_COMPARED.into();
    let (listed, configurations) = match (asked.count, asked.best, asked.sample) {
        (true, ..) => ("none", Vec::new()),
        (_, Some(k), _) => ("best", diagram.best(fixed, most(k))?.into_iter().map(|(_, c)| c).collect()),
        (_, None, k) if many || k.is_some() => {
            let k = most(k.unwrap_or(MOST_COMPARED));
            ("sample", diagram.sample(fixed, k, &mut Stream::new(2030, "box", 0))?)
        }
        _ => {
            let all = diagram.list(fixed, if comparing { MOST_COMPARED } else { LISTED })?;
            (if counts.count == all.len().into() { "all" } else { "first" }, all)
        }
    };
    let configuration =
        |c: &Vec<u32>| Configuration { weight: worth(c), values: c.iter().map(|v| v + 1).collect() };
    Ok(Document {
        title: given.title.clone(),
        parameters: given
            .parameters
            .iter()
            .map(|p| Names { name: p.name.clone(), values: p.values.clone() })
            .collect(),
        space: morph.space().to_string(),
        count: counts.count.to_string(),
        per_value: counts.per_value.iter().map(|own| own.iter().map(ToString::to_string).collect()).collect(),
        listed,
        families: asked.families.map(|k| families(&configurations, k as usize)),
        configurations: configurations.iter().map(configuration).collect(),
        nodes: diagram.nodes(),
        seconds: start.elapsed().as_secs_f64(),
    })
}

fn tell(words: &Words, document: &Document) {
    let args = [
        ("count", document.count.parse::<usize>().unwrap_or(usize::MAX).into()),
        ("shown", grouped(words, &document.count).into()),
        ("space", grouped(words, &document.space).into()),
    ];
    print::line(&words.with("box-found", &args));
    let headers = ["parameter", "value", "count"].map(|key| words.t(&format!("box-column-{key}")));
    let rows = document.parameters.iter().zip(&document.per_value).flat_map(|(parameter, counts)| {
        parameter.values.iter().zip(counts).enumerate().map(|(v, (value, count))| {
            let name = if v == 0 { table::short(&parameter.name) } else { String::new() };
            let count = if count == "0" { words.t("box-impossible") } else { grouped(words, count) };
            vec![name, table::short(value), count]
        })
    });
    print::line(&table::table(headers.to_vec(), rows.collect(), &[1]));
    if document.configurations.is_empty() {
        return;
    }
    let mut headers = vec![words.t("cib-column-number")];
    headers.extend(document.parameters.iter().map(|p| table::short(&p.name)));
    let weighed = document.configurations.iter().any(|c| c.weight.is_some());
    let text: Vec<usize> = (1..headers.len()).collect();
    if weighed {
        headers.push(words.t("box-column-weight"));
    }
    let families = document.families.as_deref();
    if families.is_some() {
        headers.push(words.t("box-column-family"));
    }
    let rows = document.configurations.iter().enumerate().map(|(index, configuration)| {
        let mut row = vec![(index + 1).to_string()];
        let values = configuration.values.iter().zip(&document.parameters);
        row.extend(values.map(|(&v, p)| table::short(&p.values[v as usize - 1])));
        row.extend(configuration.weight.map(|weight| words.short(weight, 6)));
        let family = |all: &[Family]| all.iter().position(|family| family.members.contains(&(index + 1)));
        row.extend(families.and_then(family).map(|family| (family + 1).to_string()));
        row
    });
    print::line(&words.t(&format!("box-listed-{}", document.listed)));
    print::line(&table::table(headers, rows.collect(), &text));
    if let Some(families) = families {
        print::line("");
        tell_families(words, document, families);
    }
}

fn tell_families(words: &Words, document: &Document, families: &[Family]) {
    let headers = ["family", "members", "medoid", "shared"].map(|key| words.t(&format!("box-column-{key}")));
    let pair = |&[p, v]: &[u32; 2]| {
        let parameter = &document.parameters[p as usize - 1];
        format!("{}={}", table::short(&parameter.name), table::short(&parameter.values[v as usize - 1]))
    };
    let row = |(index, family): (usize, &Family)| {
        let shared: Vec<String> = family.shared.iter().map(pair).collect();
        let shared = if shared.is_empty() { "–".to_owned() } else { shared.join(", ") };
        let (members, medoid) = (family.members.len().to_string(), family.medoid.to_string());
        vec![(index + 1).to_string(), members, medoid, shared]
    };
    print::line(&words.t("box-families"));
    print::line(&table::table(headers.to_vec(), families.iter().enumerate().map(row).collect(), &[3]));
}
