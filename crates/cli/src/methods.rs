//! The methods that the program runs on files of their own: a file given to one method is a study of one part, read into
//! a small study, run through the same stages, printed with the same words and pictures. A new method is a row of
//! [`METHODS`].

mod abacus;
mod delphi;
mod foda;
mod igo;
mod mactor;
mod micmac;
mod multipol;
mod smic;
pub mod table;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::ExitCode,
};

use atalaya_analysis::{
    analyse, canonical,
    findings::{FINDINGS_FORMAT, Findings, Input, Key, TraceKey},
};
use atalaya_charts::{
    figures::{self, Scene},
    frame::Frame,
};
use atalaya_formats::{save, single::Options};
use atalaya_methods::control::Control;
use atalaya_model::{
    Kind, Record, Severity, Study, choice::Choice, records::Rules, study::Loaded, with_tables,
};
use atalaya_words::{Names, Words};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

use crate::{commands, print};

/// A method: a row of the registry.
pub struct Method {
    /// The command, and the method's name in `--json`.
    pub name: &'static str,
    /// Whether it takes files without a role.
    files: bool,
    /// Its own options: rules of the small study, and files with a role.
    settings: &'static [Setting],
    /// Reads its files as a study of one part.
    read: fn(&[PathBuf], &Options) -> Loaded<Study>,
    /// What it found, as the document that `--json` prints; nothing where the files hold too little.
    document: fn(&View<'_>) -> Option<serde_json::Result<Value>>,
    /// The JSON Schema of that document.
    schema: fn() -> Schema,
    /// What it found, for people.
    tell: fn(&View<'_>) -> String,
    /// Names of its figures, or the starts of them.
    figures: &'static [&'static str],
}

/// The registry.
pub static METHODS: &[Method] = &[
    micmac::METHOD,
    mactor::METHOD,
    smic::METHOD,
    delphi::METHOD,
    abacus::METHOD,
    multipol::METHOD,
    igo::METHOD,
    foda::METHOD,
];

/// The methods that read files without a role.
pub fn on_files() -> Vec<&'static str> {
    METHODS.iter().filter(|method| method.files).map(|method| method.name).collect()
}

/// The study of one part that files of a method make, under some rules.
pub fn read(method: &Method, files: &[PathBuf], rules: &Rules) -> Loaded<Study> {
    (method.read)(files, &Options { rules: rules.clone(), ..Options::default() })
}

/// The method of a command.
pub fn find(command: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == command)
}

/// An option of one method.
pub struct Setting {
    /// Its name on the command line.
    name: &'static str,
    /// What stands behind it.
    takes: Takes,
}

/// What stands behind an option.
enum Takes {
    /// Files with a role: `--power matrix.csv`.
    Files,
    /// Nothing: it sets a rule by being there.
    Flag(fn(&mut Rules)),
    /// A number that a rule takes, not below the first value.
    Number(f64, fn(&mut Rules, f64)),
    /// A word that a rule takes.
    Word(fn() -> Vec<&'static str>, fn(&mut Rules, &str)),
}

/// The words of a rule.
fn words_of<C: Choice>() -> Vec<&'static str> {
    C::ALL.iter().map(|choice| choice.as_str()).collect()
}

/// What a method is told.
pub struct MethodArgs {
    /// Files without a role.
    files: Vec<PathBuf>,
    /// What its own options say.
    options: Options,
    /// Print one JSON document.
    json: bool,
    /// Print the JSON Schema of that document.
    schema: bool,
    /// Write the pictures to a folder.
    svg: Option<PathBuf>,
}

impl Method {
    /// Its command.
    #[must_use]
    pub fn command(&self) -> Command {
        let files = Arg::new("files")
            .value_name("FILES")
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append)
            .num_args(1..)
            .required_unless_present("schema");
        let mut command = Command::new(self.name);
        if self.files {
            command = command.arg(files);
        }
        for setting in self.settings {
            let arg = Arg::new(setting.name).long(setting.name);
            command = command.arg(match &setting.takes {
                Takes::Files => arg
                    .value_name("FILES")
                    .value_parser(value_parser!(PathBuf))
                    .action(ArgAction::Append)
                    .num_args(1..)
                    .required_unless_present("schema"),
                Takes::Flag(_) => arg.action(ArgAction::SetTrue),
                Takes::Number(least, _) => arg.value_name("NUMBER").value_parser(number_from(*least)),
                Takes::Word(words, _) => arg.value_name("WORD").value_parser(words()),
            });
        }
        command
            .arg(Arg::new("json").long("json").action(ArgAction::SetTrue))
            .arg(Arg::new("schema").long("schema").action(ArgAction::SetTrue))
            .arg(Arg::new("svg").long("svg").value_name("DIR").value_parser(value_parser!(PathBuf)))
    }

    /// What the command line says.
    #[must_use]
    pub fn arguments(&self, matches: &ArgMatches) -> MethodArgs {
        let many = |name: &str| {
            let found = matches.try_get_many::<PathBuf>(name).ok().flatten();
            found.map(|paths| paths.cloned().collect()).unwrap_or_default()
        };
        let mut options = Options::default();
        for setting in self.settings {
            let rules = &mut options.rules;
            match &setting.takes {
                Takes::Files => {
                    options.roles.insert(setting.name.to_owned(), many(setting.name));
                }
                Takes::Flag(set) if matches.get_flag(setting.name) => set(rules),
                Takes::Flag(_) => {}
                Takes::Number(_, set) => {
                    matches.get_one::<f64>(setting.name).into_iter().for_each(|value| set(rules, *value));
                }
                Takes::Word(_, set) => {
                    matches.get_one::<String>(setting.name).into_iter().for_each(|word| set(rules, word));
                }
            }
        }
        MethodArgs {
            files: many("files"),
            options,
            json: matches.get_flag("json"),
            schema: matches.get_flag("schema"),
            svg: matches.get_one::<PathBuf>("svg").cloned(),
        }
    }
}

/// Reads a number that is not below `least`, with a decimal point or comma.
fn number_from(least: f64) -> impl Fn(&str) -> Result<f64, String> + Clone + Send + Sync + 'static {
    move |text: &str| {
        let number: Option<f64> = text.replace(',', ".").parse().ok();
        number.filter(|n| n.is_finite() && *n >= least).ok_or_else(|| format!("≥ {least}"))
    }
}

/// What a method's output is made from.
pub struct View<'a> {
    /// The study of one part.
    pub study: &'a Study,
    /// Its findings.
    pub findings: &'a Findings,
    /// The language.
    pub words: &'a Words,
    /// The names of its records.
    pub names: Names,
}

impl View<'_> {
    /// What every document says of itself.
    fn head(&self, method: &'static str, traces: &[&TraceKey]) -> Head {
        let own = self.findings.trace.iter().filter(|(key, _)| traces.contains(key));
        Head {
            format: FINDINGS_FORMAT,
            release: self.findings.release.clone(),
            method: method.to_owned(),
            hash: self.findings.hash.clone(),
            names: names(self.study),
            inputs: own.map(|(key, input)| (key.clone(), input.clone())).collect(),
        }
    }
}

/// What every document says of itself.
#[derive(Debug, Serialize, JsonSchema)]
struct Head {
    /// Format of the findings.
    format: u32,
    /// Release of the program.
    release: String,
    /// The method.
    method: String,
    /// Hash of everything that the findings rest on.
    hash: String,
    /// What the file calls the items whose name is not their id.
    names: BTreeMap<Key, String>,
    /// What the finding rests on: the node that its `trace` names.
    inputs: BTreeMap<TraceKey, Input>,
}

/// Names that the file gives, where they are not the ids themselves. They are the same in every language.
fn names(study: &Study) -> BTreeMap<Key, String> {
    let mut out = BTreeMap::new();
    macro_rules! collect {
        ($($table:ident: $type:ident),+) => {$(
            if matches!(
                <atalaya_model::records::$type as Record>::KIND,
                Kind::Variable
                    | Kind::Action
                    | Kind::Scenario
                    | Kind::Actor
                    | Kind::Stake
                    | Kind::Hypothesis
                    | Kind::Factor
                    | Kind::Criterion
                    | Kind::Policy
            ) {
                for record in &study.$table {
                    let id = record.id().to_string();
                    let texts = record.texts();
                    let name = texts.iter().find(|(key, _)| key == "name").map(|(_, text)| text.es.clone());
                    out.extend(name.filter(|name| *name != id && !name.is_empty()).map(|name| (id, name)));
                }
            }
        )+};
    }
    with_tables!(collect);
    out
}

/// Runs a method.
///
/// # Errors
/// A mistake of the program itself; what is wrong with the files is told in words.
pub fn run(words: &Words, method: &Method, args: &MethodArgs) -> anyhow::Result<ExitCode> {
    if args.schema {
        print::line(canonical::json(&(method.schema)())?.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let loaded = (method.read)(&args.files, &args.options);
    for diagnostic in loaded.diagnostics.iter().filter(|d| d.severity() != Severity::Gap) {
        eprintln!("{}", print::diagnostic(words, diagnostic));
    }
    if commands::stops(&loaded.diagnostics) {
        return Ok(ExitCode::from(1));
    }
    // Where each answer stood is of no more use.
    let study = loaded.value;
    drop(loaded.places);
    let findings = analyse(&study, &Control::default())?;
    let names = Names::of(&study, words.lang());
    let view = View { study: &study, findings: &findings, words, names };
    let Some(document) = (method.document)(&view) else {
        eprintln!("atalaya: {}", words.t(&format!("cli-{}-nothing", method.name)));
        return Ok(ExitCode::from(1));
    };
    if args.json {
        print::line(canonical::json(&document?)?.trim_end());
    } else {
        print::line((method.tell)(&view).trim_end());
    }
    if let Some(folder) = &args.svg {
        return Ok(draw(method, &view, folder));
    }
    Ok(ExitCode::SUCCESS)
}

/// Width of a picture in px.
pub const WIDTH: f64 = 880.0;

/// Writes the pictures of a method; their names go to the error output, so that `--json` stays one document.
fn draw(method: &Method, view: &View<'_>, folder: &Path) -> ExitCode {
    let scene = Scene::new(view.study, view.findings, view.words);
    let frame = Frame::new(WIDTH, view.words);
    if let Err(diagnostic) = atalaya_formats::open::create_folder(folder) {
        return print::stop(view.words, &[diagnostic]);
    }
    let mut drawn = 0;
    let own = figures::list(&scene)
        .into_iter()
        .filter(|figure| method.figures.iter().any(|name| figure.name.starts_with(name)));
    for figure in own {
        let Some(svg) = figure.draw(&frame) else { continue };
        let path = folder.join(format!("{}.svg", figure.name));
        if let Err(diagnostic) = save::file(&path, format!("{}\n", svg.text).as_bytes()) {
            return print::stop(view.words, &[diagnostic]);
        }
        eprintln!("{}", view.words.with("cli-wrote", &[("path", print::path(&path).into())]));
        drawn += 1;
    }
    if drawn == 0 {
        eprintln!("{}", view.words.t("cli-no-figures"));
    }
    ExitCode::SUCCESS
}
