//! What every stage reads: the study in canonical order, the rules in force, the rounds as arrays; and where it writes
//! what its findings rest on.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use atalaya_model::{
    Code, Kind, Record, Study,
    choice::{Choice, Provenance, RecordOrder},
    publish::{self, Labels},
    records::*,
    with_tables,
};

use crate::{
    canonical::short_hash,
    findings::{Gap, Input, Key, Query, TraceKey},
    panel::{Answered, Panel, rounds},
    settings::Settings,
};

/// Records of a table as they are published: experts by the labels that may be shown.
macro_rules! published_records {
    ($records:expr, $published:expr, Expert) => {
        $records.iter().map(|expert| Cow::<Expert>::Owned($published.published(expert)))
    };
    ($records:expr, $published:expr, $type:ident) => {
        $records.iter().map(|record| Cow::<$type>::Borrowed(record))
    };
}

pub(crate) use published_records;

macro_rules! tables {
    ($($table:ident: $type:ident),+) => {
        /// The records of a study in the natural order of their ids: the order of rows in files means nothing, unless the
        /// study says so.
        #[derive(Clone, Debug, Default)]
        pub struct Tables<'a> {
            $(#[doc = concat!("Records of kind `", stringify!($type), "`.")] pub $table: Vec<&'a $type>,)+
        }

        impl<'a> Tables<'a> {
            fn of(study: &'a Study, order: RecordOrder) -> Self {
                let mut tables = Self { $($table: study.$table.iter().collect(),)+ };
                if order == RecordOrder::Id {
                    $(tables.$table.sort_by(|a, b| a.id().natural_cmp(b.id()));)+
                }
                tables
            }
        }

        /// What every record of a kind brings to a finding that rests on it.
        fn backing(tables: &Tables<'_>, published: &Labels, kind: Kind) -> Vec<Backing> {
            $(if <$type as Record>::KIND == kind {
                return published_records!(tables.$table, published, $type).map(|record| {
                    let sources = record.sources.iter().map(ToString::to_string).collect();
                    let print = publish::cells(record.as_ref()).iter().map(|(k, v)| format!("{k}={}", v.cell())).collect::<Vec<_>>();
                    Backing { id: record.id().to_string(), provenance: record.provenance, sources, print: print.join("\t") }
                }).collect();
            })+
            Vec::new()
        }
    };
}
with_tables!(tables);

/// What a record brings to a finding that rests on it.
#[derive(Clone, Debug)]
struct Backing {
    id: Key,
    provenance: Option<Provenance>,
    sources: Vec<Key>,
    /// All that it says.
    print: String,
}

/// What every stage reads.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its records in canonical order.
    pub tables: Tables<'a>,
    /// The rules in force.
    pub settings: Settings,
    /// The labels of the experts that may be shown.
    pub labels: Labels,
    /// The rounds with answers, by date.
    pub rounds: Vec<Answered>,
    /// What the records of each kind bring to findings, once it was asked for.
    backings: BTreeMap<Kind, OnceLock<Vec<Backing>>>,
}

impl<'a> Context<'a> {
    /// Prepares a study.
    #[must_use]
    pub fn new(study: &'a Study) -> Self {
        let settings = Settings::of(study);
        let labels = Labels::of(study);
        let rounds = rounds(study, &labels, settings.min_group, settings.order);
        let tables = Tables::of(study, settings.order);
        let backings = Kind::ALL.iter().map(|kind| (*kind, OnceLock::new())).collect();
        Self { study, tables, settings, labels, rounds, backings }
    }

    fn backing(&self, kind: Kind) -> &[Backing] {
        let made = || backing(&self.tables, &self.labels, kind);
        self.backings.get(&kind).map_or(&[], |kept| kept.get_or_init(made))
    }

    /// The last round in which a family was answered about records of a kind.
    #[must_use]
    pub fn last(&self, family: &str, kind: Kind) -> Option<(&Answered, &Panel)> {
        self.rounds.iter().rev().find_map(|round| Some((round, round.panel(family, kind)?)))
    }

    /// What the study's answers come from.
    fn answered(&self) -> Provenance {
        self.study.frame.provenance.unwrap_or(Provenance::Elicited)
    }

    /// Whether a fact dated `date` (`YYYY…`) lies after the information cut-off; such facts belong to `watch`.
    #[must_use]
    pub fn after_cutoff(&self, date: &str) -> bool {
        let cutoff = self.study.frame.cutoff.as_str();
        // Compared at the precision of the coarser of the two: a hit dated 2018 is not after 2018-06-30.
        let shared = date.len().min(cutoff.len());
        !cutoff.is_empty() && date.get(..shared) > cutoff.get(..shared)
    }

    /// The last year whose figures a study may know: the year before the cut-off's unless that is a whole year.
    #[must_use]
    pub fn last_known_year(&self) -> Option<i64> {
        let cutoff = self.study.frame.cutoff.as_str();
        let year: i64 = cutoff.get(..4)?.parse().ok()?;
        Some(if cutoff.len() == 4 || cutoff.ends_with("-12-31") { year } else { year - 1 })
    }
}

/// Collects what findings rest on, and what is missing.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The nodes.
    pub nodes: BTreeMap<TraceKey, Input>,
    /// The gaps.
    pub gaps: Vec<Gap>,
}

impl Trace {
    /// Starts the node of a finding.
    pub fn node<'t, 'c>(
        &'t mut self,
        context: &'t Context<'c>,
        key: &str,
        method: &str,
    ) -> NodeBuilder<'t, 'c> {
        let input = Input { method: method.to_owned(), version: 1, ..Input::default() };
        NodeBuilder { trace: self, context, key: key.to_owned(), input, weakest: None, material: Vec::new() }
    }

    /// Reports something missing.
    pub fn gap(&mut self, stage: &str, code: Code, args: &[(&str, &str)]) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.gaps.push(Gap { stage: stage.to_owned(), code: code.to_string(), args });
    }

    /// The hash of a node.
    #[must_use]
    pub fn hash(&self, key: &str) -> String {
        self.nodes.get(key).map(|node| node.hash.clone()).unwrap_or_default()
    }
}

/// Builds a node of the trace.
#[derive(Debug)]
pub struct NodeBuilder<'t, 'c> {
    trace: &'t mut Trace,
    context: &'t Context<'c>,
    key: TraceKey,
    input: Input,
    weakest: Option<Provenance>,
    material: Vec<String>,
}

impl NodeBuilder<'_, '_> {
    /// Names the convention where sources differ.
    #[must_use]
    pub fn convention(mut self, name: &str) -> Self {
        self.input.convention = name.to_owned();
        self
    }

    /// Adds the answers of a panel.
    #[must_use]
    pub fn answers(mut self, panel: &Panel) -> Self {
        self.input.answers.push(Query {
            query: panel.query(),
            round: panel.round.to_string(),
            group: None,
            answers: panel.answers,
            abstained: panel.abstentions(),
            experts: panel.answering().len(),
            hash: panel.hash.clone(),
        });
        self.weaken(self.context.answered());
        self
    }

    /// Adds rules by name.
    #[must_use]
    pub fn rules(mut self, names: &[&str]) -> Self {
        let all = self.context.settings.print();
        self.input.rules.extend(names.iter().filter_map(|n| Some(((*n).to_owned(), all.get(*n)?.clone()))));
        self
    }

    /// Adds every record of a kind, with its sources.
    #[must_use]
    pub fn records(self, kind: Kind) -> Self {
        self.records_where(kind, |_| true)
    }

    /// Adds the records of a kind whose id `keep` accepts, with their sources.
    #[must_use]
    pub fn records_where(mut self, kind: Kind, keep: impl Fn(&str) -> bool) -> Self {
        let context = self.context;
        let backing: Vec<&Backing> = context.backing(kind).iter().filter(|record| keep(&record.id)).collect();
        if backing.is_empty() {
            return self;
        }
        self.input.records.push(format!("{}/*", kind.as_str()));
        let mut sources: BTreeSet<Key> = self.input.sources.iter().cloned().collect();
        for record in backing {
            // A fact that names its source was published there.
            let fact = matches!(kind, Kind::Evidence | Kind::Series) && !record.sources.is_empty();
            let unsaid = match context.study.frame.written() {
                Provenance::Own if fact => Provenance::Published,
                other => other,
            };
            self.weaken(record.provenance.unwrap_or(unsaid));
            sources.extend(record.sources.iter().cloned());
            self.material.push(record.print.clone());
        }
        self.input.sources = sources.into_iter().collect();
        self
    }

    /// Adds something hashed that is neither record nor answer.
    #[must_use]
    pub fn material(mut self, text: String) -> Self {
        self.material.push(text);
        self
    }

    /// Rests on another finding.
    #[must_use]
    pub fn input(mut self, key: &str) -> Self {
        if let Some(node) = self.trace.nodes.get(key) {
            let (hash, provenance) = (node.hash.clone(), Provenance::parse(&node.provenance));
            self.material.push(hash);
            self.input.inputs.push(key.to_owned());
            // What is built on the panel's answers is not one of them.
            match provenance {
                Some(Provenance::Elicited) => self.weaken(Provenance::Own),
                Some(provenance) => self.weaken(provenance),
                None => {}
            }
        }
        self
    }

    fn weaken(&mut self, provenance: Provenance) {
        self.weakest = Some(self.weakest.map_or(provenance, |weakest| weakest.min(provenance)));
    }

    /// Stores the node and returns its key.
    pub fn done(mut self) -> TraceKey {
        let provenance = self.weakest.unwrap_or_else(|| self.context.study.frame.written());
        self.input.provenance = provenance.as_str().to_owned();
        let answers: Vec<String> =
            self.input.answers.iter().map(|q| format!("{}@{}={}", q.query, q.round, q.hash)).collect();
        let text = format!(
            "{}|{}|{}|{}|{:?}|{}",
            self.input.method,
            self.input.convention,
            self.input.version,
            answers.join(","),
            self.input.rules,
            self.material.join("\n")
        );
        self.input.hash = short_hash(&text);
        self.trace.nodes.insert(self.key.clone(), self.input);
        self.key
    }
}
