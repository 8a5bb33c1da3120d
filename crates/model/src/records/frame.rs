//! `frame` · encuadrar: what the study is about, and the rules fixed before the first round.

use std::collections::BTreeMap;

use crate::{
    Diagnostic, Id, Text,
    choice::{
        ConsensusRule, Cut, ExpertWeights, IgoCut, Locale, MatrixRule, Provenance, RecordOrder, SmallPanels,
        Strength,
    },
    field::{Field, Printed, Ref, Row, RowReader},
    record::{Home, Kind, record, section},
};

section! {
    /// Rules of privacy.
    Privacy {
        /// Smallest group shown; smaller ones are merged. 5 where absent.
        min_group: Option<i64>,
        /// In a public archive: how many countries of fewer experts were merged.
        merged_countries: Option<i64>,
        /// In a public archive: how many groups were merged.
        merged_groups: Option<i64>,
        /// In a public archive: how many sectors were merged.
        merged_sectors: Option<i64>,
    }

    /// The rules fixed before round 1; an absent rule is the default of the method.
    Rules {
        /// How a panel's matrix becomes one: existence-intensity, median, mean, mode.
        aggregation: Option<MatrixRule>,
        /// Rule of consensus: iqr, agreement, cv.
        consensus: Option<ConsensusRule>,
        /// Largest interquartile range of a consensus; by the scale where absent (1 on 5 points, 2 on 9 or 10).
        consensus_iqr: Option<f64>,
        /// Least share of agreement of a consensus, 0.75 where absent.
        consensus_agreement: Option<f64>,
        /// Largest coefficient of variation of a consensus, 0.5 where absent.
        consensus_cv: Option<f64>,
        /// What weighs the experts' answers, beside the unweighted panel: none, k.
        expert_weights: Option<ExpertWeights>,
        /// Largest Scheibe change of a stable item, 0.15 where absent.
        stability: Option<f64>,
        /// Where the plane of influence and dependence is cut: mean, median, mid-range.
        plane_cut: Option<Cut>,
        /// Cut of importance of a variable; the middle of the scale where absent.
        importance_cut: Option<f64>,
        /// Cut of uncertainty; the middle of the scale where absent.
        uncertainty_cut: Option<f64>,
        /// Power of the indirect influence; to stability where absent.
        micmac_power: Option<i64>,
        /// Least answer that counts as agreement; by the scale where absent.
        agreement_from: Option<f64>,
        /// Number that stands for P in the potential matrix, 3 where absent.
        potential: Option<i64>,
        /// Cut of importance on the IGO plane, 5.5 where absent.
        igo_importance: Option<f64>,
        /// Cut of governability on the IGO plane, 2 where absent.
        igo_governability: Option<f64>,
        /// Where the IGO plane is cut: fixed, mean, median.
        igo_cut: Option<IgoCut>,
        /// Convention of the strength of actors: a, b, c.
        mactor_strength: Option<Strength>,
        /// Whether the objective of SMIC has terms of the simple probabilities.
        smic_simple: bool,
        /// Least share that calls an admissible scenario plausible, 0.5 where absent.
        bet_plausible: Option<f64>,
        /// Least median of feasibility of a bet, 3 where absent.
        bet_feasible: Option<f64>,
        /// Seeded resamples of the experts, 1000 where absent.
        resamples: Option<i64>,
        /// In which order records stand in findings: id, file.
        order: Option<RecordOrder>,
        /// What is computed of a panel too small for it: guarded, all.
        small_panels: Option<SmallPanels>,
    }
}

/// `study.toml`: the study's identity, delimitation and rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Format of the folder; see [`crate::FORMAT`].
    pub format: i64,
    /// Short name of the study.
    pub id: Option<Id>,
    /// Title.
    pub title: Text,
    /// Focal question.
    pub question: Text,
    /// Subject: for whom it is strategic, who acts. Governability is relative to it.
    pub subject: Text,
    /// Unit of analysis.
    pub unit: Text,
    /// Territory.
    pub territory: Text,
    /// Point of view from which variables and axes are external.
    pub viewpoint: Text,
    /// Base year.
    pub base_year: Option<i64>,
    /// Information cut-off, `YYYY-MM-DD`; later facts belong to `watch`.
    pub cutoff: String,
    /// Horizon.
    pub horizon: Option<i64>,
    /// Periods of the path, `YYYY-YYYY`.
    pub periods: Vec<String>,
    /// The day the findings speak from; the program never reads a clock.
    pub as_of: String,
    /// Languages of the study, the main one first.
    pub languages: Vec<String>,
    /// Whose Spanish it is printed in, `es-PE` where absent: decimal mark, quotation marks, language tags.
    pub locale: Option<Locale>,
    /// Authors.
    pub authors: Vec<String>,
    /// Sponsor.
    pub sponsor: Text,
    /// Team.
    pub team: Text,
    /// Licence of the study.
    pub licence: String,
    /// Version of the study, as cited.
    pub version: String,
    /// DOI under which the study is published.
    pub doi: String,
    /// Seed of every draw.
    pub seed: Option<i64>,
    /// ISO code of the economy whose series are analysed.
    pub economy: String,
    /// ISO codes of the economies shown beside it.
    pub comparators: Vec<String>,
    /// Where the study's content comes from.
    pub provenance: Option<Provenance>,
    /// Sentence printed on the cover and in the running header.
    pub notice: Text,
    /// Short form of the notice for running headers.
    pub notice_short: Text,
    /// Privacy.
    pub privacy: Privacy,
    /// The rules fixed before round 1.
    pub rules: Rules,
    /// Scales that differ from the registry's: family → `min..max`.
    pub scales: BTreeMap<String, String>,
    /// Presentation and mandate, kept in `texts/LANG/study/presentation.md`.
    pub presentation: Text,
    /// Conclusions written by the analyst, kept in `texts/LANG/study/conclusions.md`.
    pub conclusions: Text,
    /// Keys that nothing reads: kept.
    pub extra: BTreeMap<String, String>,
}

macro_rules! frame_fields {
    ($do:ident) => {
        $do!(
            title,
            question,
            subject,
            unit,
            territory,
            viewpoint,
            base_year,
            cutoff,
            horizon,
            periods,
            as_of,
            languages,
            locale,
            authors,
            sponsor,
            team,
            licence,
            version,
            doi,
            seed,
            economy,
            comparators,
            provenance,
            notice,
            notice_short,
            privacy,
            rules,
            scales
        )
    };
}

/// The keys of a field.
fn columns<F: Field>(_: &F, key: &str, out: &mut Vec<String>) {
    F::columns(key, out);
}

impl Frame {
    /// The fields that are lists.
    pub const LISTS: [&str; 4] = ["periods", "languages", "authors", "comparators"];

    /// Where a record comes from that does not say: a panel answers, it does not write records.
    #[must_use]
    pub fn written(&self) -> Provenance {
        match self.provenance {
            None | Some(Provenance::Elicited) => Provenance::Own,
            Some(said) => said,
        }
    }

    /// The weakest origin of records, each as it says itself or as one that does not say; `None` where there are none.
    pub fn weakest(&self, said: impl Iterator<Item = Option<Provenance>>) -> Option<Provenance> {
        said.map(|said| said.unwrap_or_else(|| self.written())).min()
    }

    /// The file that holds what may be published of the study, as its report names it.
    #[must_use]
    pub fn public_archive(&self) -> String {
        format!("{}-public.zip", self.id.as_ref().map_or("study", |id| id.as_str()))
    }

    /// What a study cannot be read without and this one does not say, the subject apart: the fields' names.
    #[must_use]
    pub fn lacks(&self) -> Vec<&'static str> {
        let said = [
            ("title", !self.title.is_empty()),
            ("question", !self.question.is_empty()),
            ("base_year", self.base_year.is_some()),
            ("horizon", self.horizon.is_some()),
        ];
        said.into_iter().filter(|(_, said)| !said).map(|(name, _)| name).collect()
    }

    /// Reads it from the keys of `study.toml`.
    #[must_use]
    pub fn read(row: &mut RowReader<'_>) -> Self {
        let format: Option<i64> = Field::read(row, "format");
        let id = Ref::<0>::read(row, "id").0;
        macro_rules! read {
            ($($field:ident),+) => {
                Self {
                    format: format.unwrap_or(i64::from(crate::FORMAT)),
                    id,
                    $($field: Field::read(row, stringify!($field)),)+
                    ..Self::default()
                }
            };
        }
        let mut frame = frame_fields!(read);
        frame.extra = row.keep_rest();
        frame
    }

    /// Prints it as keys and values.
    #[must_use]
    pub fn print(&self) -> Vec<(String, Printed)> {
        let mut out = vec![("format".to_owned(), Printed::Integer(self.format))];
        if let Some(id) = &self.id {
            out.push(("id".to_owned(), Printed::Text(id.to_string())));
        }
        macro_rules! print {
            ($($field:ident),+) => { $(Field::print(&self.$field, stringify!($field), &mut out);)+ };
        }
        frame_fields!(print);
        out.extend(self.extra.iter().map(|(k, v)| (k.clone(), Printed::Text(v.clone()))));
        out
    }

    /// Reads it from a row that also holds its long texts.
    #[must_use]
    pub fn read_whole(row: &mut Row, out: &mut Vec<Diagnostic>) -> Self {
        let reader = &mut RowReader::new(row, out);
        let [presentation, conclusions] =
            ["presentation", "conclusions"].map(|key| <Text as Field>::read(reader, key));
        Self { presentation, conclusions, ..Self::read(reader) }
    }

    /// Prints it with its long texts.
    #[must_use]
    pub fn print_whole(&self) -> Vec<(String, Printed)> {
        let mut out = self.print();
        Field::print(&self.presentation, "presentation", &mut out);
        Field::print(&self.conclusions, "conclusions", &mut out);
        out
    }

    /// Every key that it may have, in the order in which it is printed; a scale is `scales.FAMILY`, of any family.
    #[must_use]
    pub fn keys() -> Vec<String> {
        let mut out = vec!["format".to_owned(), "id".to_owned()];
        let own = Self::default();
        macro_rules! keys {
            ($($field:ident),+) => { $(columns(&own.$field, stringify!($field), &mut out);)+ };
        }
        frame_fields!(keys);
        columns(&own.presentation, "presentation", &mut out);
        columns(&own.conclusions, "conclusions", &mut out);
        out.retain(|key| key != "scales");
        out
    }

    /// The words that a key allows; none where it takes any text.
    #[must_use]
    pub fn words(key: &str) -> Vec<&'static str> {
        match key {
            "provenance" => <Option<Provenance> as Field>::words(),
            "locale" => <Option<Locale> as Field>::words(),
            key => {
                let rule = key.strip_prefix("rules.").unwrap_or_default();
                let found = Rules::fields().into_iter().find(|(name, _)| *name == rule);
                found.map(|(_, words)| words).unwrap_or_default()
            }
        }
    }

    /// The bilingual texts in it.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &Text)> {
        let mut out = Vec::new();
        macro_rules! texts {
            ($($field:ident),+) => { $(Field::texts(&self.$field, stringify!($field), &mut out);)+ };
        }
        frame_fields!(texts);
        out.push(("presentation".to_owned(), &self.presentation));
        out.push(("conclusions".to_owned(), &self.conclusions));
        out
    }

    /// First and last year of a period written `YYYY-YYYY`.
    #[must_use]
    pub fn period_years(period: &str) -> Option<(i64, i64)> {
        let (from, to) = period.split_once('-')?;
        let year = |text: &str| (text.len() == 4).then(|| text.parse().ok()).flatten();
        let (from, to) = (year(from.trim())?, year(to.trim())?);
        (from <= to).then_some((from, to))
    }

    /// Smallest group shown.
    #[must_use]
    pub fn min_group(&self) -> usize {
        self.privacy.min_group.and_then(|n| usize::try_from(n).ok()).unwrap_or(5).max(1)
    }
}

record! {
    /// A term of the glossary.
    Term: Term at (Home::Csv("frame/glossary.csv")) {
        /// The term.
        name: Text,
        /// What it means in this study.
        definition: Text,
    }

    /// Something that the study includes or excludes.
    Limit: Limit at (Home::Csv("frame/limits.csv")) {
        /// Whether it is included.
        included: bool,
        /// What it is.
        name: Text,
    }

    /// A component of the conceptual model.
    Component: Component at (Home::Csv("frame/components.csv")) {
        /// The component above it, if any.
        parent: Ref<{ Kind::Component as u8 }>,
        /// Name.
        name: Text,
    }

    /// A source.
    Source: Source at (Home::Csv("sources.bib")) {
        /// BibTeX entry type.
        entry: String,
        /// Authors or issuing body.
        author: String,
        /// Title.
        title: String,
        /// Year of publication, or `s.f.` where it has none.
        year: String,
        /// Where it was published.
        container: String,
        /// Publisher or institution.
        publisher: String,
        /// Pages, volume, number: whatever else locates it.
        locator: String,
        /// DOI.
        doi: String,
        /// Address.
        url: String,
        /// Note.
        note: String,
    }
}
