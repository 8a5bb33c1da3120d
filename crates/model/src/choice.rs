//! Closed lists of words that records use.

use crate::Lang;

/// A closed list of words.
pub trait Choice: Sized + Copy + 'static {
    /// Every value.
    const ALL: &'static [Self];
    /// The word as written in files.
    fn as_str(self) -> &'static str;
    /// The value of a word, or of what it is called in Spanish.
    fn parse(text: &str) -> Option<Self> {
        meant(text, |word| Self::ALL.iter().copied().find(|value| value.as_str().eq_ignore_ascii_case(word)))
    }
}

/// What a text means: what `find` has for it, or for a word that is called so in Spanish.
pub(crate) fn meant<T>(text: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let word = text.trim();
    find(word).or_else(|| {
        let word = unaccented(word);
        SPANISH
            .iter()
            .filter(|(spanish, _)| spanish.split(' ').any(|own| unaccented(own) == word))
            .find_map(|(_, own)| find(own))
    })
}

/// A word of a closed list in a language; the word itself where it has no other name.
#[must_use]
pub fn said(word: &str, lang: Lang) -> String {
    let found = SPANISH.iter().find(|(_, own)| lang == Lang::Es && *own == word);
    found.map_or_else(
        || word.to_owned(),
        |(names, _)| names.split(' ').next().unwrap_or_default().replace('-', " "),
    )
}

/// In small letters, without accents, words joined by hyphens.
pub(crate) fn unaccented(text: &str) -> String {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        ' ' | '_' => '-',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// What the words of records are called in Spanish; several names stand apart, the words of a name are joined by hyphens.
/// A file has the word again, a workbook in Spanish the first name.
const SPANISH: &[(&str, &str)] = &[
    ("ilustrativo ilustrativa", "illustrative"),
    ("calculado calculada", "computed"),
    ("recogido recogida", "elicited"),
    ("elaboración-propia propio propia", "own"),
    ("publicado publicada", "published"),
    ("tecnológica tecnológico", "technological"),
    ("económica económico", "economic"),
    ("ambiental", "environmental"),
    ("política político", "political"),
    ("valores", "values"),
    ("megatendencia", "megatrend"),
    ("tendencia-pesada tendencia-fuerte", "heavy-trend"),
    ("semilla-de-cambio germen-de-cambio", "seed-of-change"),
    ("señal-débil senal-debil", "weak-signal"),
    ("ruptura", "rupture"),
    ("invariante", "invariant"),
    ("comodín", "wild-card"),
    ("global mundial", "global"),
    ("nacional", "national"),
    ("baja bajo", "low"),
    ("media medio", "medium"),
    ("alta alto", "high"),
    ("interna interno", "internal"),
    ("externa externo", "external"),
    ("conservada conservado", "kept"),
    ("fusionada fusionado", "merged"),
    ("dividida dividido", "split"),
    ("descartada descartado", "rejected"),
    ("fortaleza", "strength"),
    ("debilidad", "weakness"),
    ("oportunidad", "opportunity"),
    ("amenaza", "threat"),
    ("consenso", "consensus"),
    ("taller", "workshop"),
    ("decisión", "decision"),
    ("motriz", "motor"),
    ("exploratorio", "exploratory"),
    ("presente actual", "present"),
    ("tendencial", "trend"),
    ("óptimo", "optimum"),
    ("atractivo", "attractiveness"),
    ("capacidad", "capacity"),
    ("visión", "vision"),
    ("objetivo", "objective"),
    ("hito", "milestone"),
    ("condición", "condition"),
    ("activa", "active"),
    ("descontinuada discontinuada", "discontinued"),
    ("variables-estratégicas variables-clave", "key-variables"),
    ("ejes", "axes"),
    ("apuesta", "bet"),
    ("acciones", "actions"),
    ("validación compuerta", "gate"),
    ("experto experta", "expert"),
    ("decisor decisora", "decision-maker"),
    ("analista", "analyst"),
    ("borrador", "draft"),
    ("validado validada", "validated"),
    ("congelado congelada", "frozen"),
    ("encuadrar", "frame"),
    ("vigilar", "scan"),
    ("consultar", "consult"),
    ("estructurar", "structure"),
    ("explorar", "explore"),
    ("elegir", "choose"),
    ("construir", "act"),
    ("seguir", "watch"),
    ("importancia", "importance"),
    ("incertidumbre", "uncertainty"),
    ("voto-de-color color", "colour"),
    ("influencia-directa influencia", "influence"),
    ("influencia-entre-actores", "power"),
    ("posición-de-los-actores posición", "position"),
    ("cruce-de-factores-del-FODA cruce", "crossing"),
    ("impacto-cruzado-entre-estados impacto-cruzado", "impact"),
    ("efecto-con-signo efecto", "effect"),
    ("probabilidad", "probability"),
    ("probabilidad-condicionada-a-que-ocurra", "probability-given"),
    ("probabilidad-condicionada-a-que-no-ocurra", "probability-given-not"),
    ("probabilidad-de-los-escenarios", "likelihood"),
    ("plausibilidad", "plausibility"),
    ("deseabilidad", "desirability"),
    ("viabilidad", "feasibility"),
    ("voto-por-el-escenario voto", "vote"),
    ("gobernabilidad", "governability"),
    ("resultado-en-cada-escenario robustez", "robust"),
    ("calificación-por-criterio calificación", "score"),
    ("peso-de-los-criterios peso", "weight"),
    ("año-de-ocurrencia", "year"),
    ("sí", "yes"),
    ("existencia-e-intensidad existencia-intensidad", "existence-intensity"),
    ("mediana", "median"),
    ("media promedio", "mean"),
    ("moda", "mode"),
    ("rango-intercuartílico RIC", "iqr"),
    ("acuerdo", "agreement"),
    ("coeficiente-de-variación CV", "cv"),
    ("mitad-del-rango", "mid-range"),
    ("fijo fija", "fixed"),
    ("ninguno ninguna", "none"),
    ("archivo", "file"),
    ("según-el-tamaño", "guarded"),
    ("todo todos", "all"),
];

macro_rules! choices {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant),+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

choices! {
    /// Where a record's content comes from, weakest first: a figure carries the weakest of its inputs.
    Provenance {
        /// Made up to show the method.
        Illustrative = "illustrative",
        /// Computed by a program.
        Computed = "computed",
        /// Said by a panel.
        Elicited = "elicited",
        /// Written by those who do the study. It stands above the answers, which what they wrote frames.
        Own = "own",
        /// Published, with a source.
        Published = "published",
    }

    /// Whose Spanish a study is printed in: a language tag with its country.
    Locale {
        /// Argentina.
        Ar = "es-AR",
        /// Bolivia.
        Bo = "es-BO",
        /// Chile.
        Cl = "es-CL",
        /// Colombia.
        Co = "es-CO",
        /// Costa Rica.
        Cr = "es-CR",
        /// Cuba.
        Cu = "es-CU",
        /// The Dominican Republic.
        Do = "es-DO",
        /// Ecuador.
        Ec = "es-EC",
        /// Spain.
        Es = "es-ES",
        /// Guatemala.
        Gt = "es-GT",
        /// Honduras.
        Hn = "es-HN",
        /// Mexico.
        Mx = "es-MX",
        /// Nicaragua.
        Ni = "es-NI",
        /// Panama.
        Pa = "es-PA",
        /// Peru.
        Pe = "es-PE",
        /// Puerto Rico.
        Pr = "es-PR",
        /// Paraguay.
        Py = "es-PY",
        /// El Salvador.
        Sv = "es-SV",
        /// The United States.
        Us = "es-US",
        /// Uruguay.
        Uy = "es-UY",
        /// Venezuela.
        Ve = "es-VE",
    }

    /// Dimension of the environment, STEEPV.
    Dimension {
        /// Social.
        Social = "social",
        /// Technological.
        Technological = "technological",
        /// Economic.
        Economic = "economic",
        /// Environmental.
        Environmental = "environmental",
        /// Political and legal.
        Political = "political",
        /// Values and culture.
        Values = "values",
    }

    /// Kind of a scanning hit (Conway 2009; Godet).
    HitKind {
        /// A force that changes everything for decades.
        Megatrend = "megatrend",
        /// A heavy trend.
        HeavyTrend = "heavy-trend",
        /// A fact that carries the future (hecho portador de futuro).
        SeedOfChange = "seed-of-change",
        /// A weak signal.
        WeakSignal = "weak-signal",
        /// A rupture.
        Rupture = "rupture",
        /// An invariant.
        Invariant = "invariant",
        /// A wild card.
        WildCard = "wild-card",
    }

    /// Geographic scope.
    Scope {
        /// Global.
        Global = "global",
        /// Regional.
        Regional = "regional",
        /// National.
        National = "national",
        /// Local.
        Local = "local",
    }

    /// How sure a scanning hit is.
    Certainty {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }

    /// Position of a variable relative to the system's unit.
    Location {
        /// Inside.
        Internal = "internal",
        /// Outside.
        External = "external",
    }

    /// What became of an idea of the long list.
    Fate {
        /// Kept as a variable.
        Kept = "kept",
        /// Merged into a variable.
        Merged = "merged",
        /// Split into variables.
        Split = "split",
        /// Rejected.
        Rejected = "rejected",
    }

    /// Inside or outside of the subject.
    FactorKind {
        /// Strength (fortaleza).
        Strength = "strength",
        /// Weakness (debilidad).
        Weakness = "weakness",
        /// Opportunity (oportunidad).
        Opportunity = "opportunity",
        /// Threat (amenaza).
        Threat = "threat",
    }

    /// Mode of a consultation.
    Mode {
        /// Each expert alone.
        Individual = "individual",
        /// One answer of the group.
        Consensus = "consensus",
        /// A workshop in which each one answers.
        Workshop = "workshop",
        /// The decision-maker's act.
        Decision = "decision",
    }

    /// Whether the axes lie outside of the actors' reach.
    AxisKind {
        /// External uncertainties.
        External = "external",
        /// Levers of some actor, external to another.
        Motor = "motor",
    }

    /// Kind of a scenario.
    ScenarioKind {
        /// Exploratory.
        Exploratory = "exploratory",
        /// The present, marked on the plane.
        Present = "present",
        /// What the present trends lead to (tendencial).
        Trend = "trend",
        /// The optimum.
        Optimum = "optimum",
    }

    /// Which composite a criterion belongs to.
    CriterionAxis {
        /// Attractiveness.
        Attractiveness = "attractiveness",
        /// Capacity.
        Capacity = "capacity",
    }

    /// Level of the tree of aims.
    AimKind {
        /// Vision.
        Vision = "vision",
        /// Strategic objective.
        Objective = "objective",
    }

    /// Kind of a milestone on the way back from the image to today.
    MilestoneKind {
        /// Something reached.
        Milestone = "milestone",
        /// A condition that must hold.
        Condition = "condition",
        /// A critical decision.
        Decision = "decision",
    }

    /// Whether a series is still published.
    SeriesStatus {
        /// Still published.
        Active = "active",
        /// No longer published: baseline only, never forecast or monitored.
        Discontinued = "discontinued",
    }

    /// What a decision is about.
    About {
        /// Which variables are key.
        KeyVariables = "key-variables",
        /// Which axes span the future.
        Axes = "axes",
        /// Which scenario to bet on.
        Bet = "bet",
        /// Which actions enter the roadmap.
        Actions = "actions",
        /// A stage's gate: validated or frozen.
        Gate = "gate",
    }

    /// In which role somebody decided.
    Role {
        /// Experts judge.
        Expert = "expert",
        /// The decision-maker bets.
        DecisionMaker = "decision-maker",
        /// The analyst records.
        Analyst = "analyst",
    }

    /// State of a stage's output.
    GateState {
        /// Draft (borrador).
        Draft = "draft",
        /// Validated (validado).
        Validated = "validated",
        /// Frozen (congelado).
        Frozen = "frozen",
    }

    /// The stages of a study, in order.
    Stage {
        /// Encuadrar.
        Frame = "frame",
        /// Vigilar.
        Scan = "scan",
        /// Consultar.
        Consult = "consult",
        /// Estructurar.
        Structure = "structure",
        /// Explorar.
        Explore = "explore",
        /// Apostar.
        Choose = "choose",
        /// Construir.
        Act = "act",
        /// Seguir.
        Watch = "watch",
    }

    /// Rule that turns a panel's matrix into one.
    MatrixRule {
        /// Existence, then intensity.
        ExistenceIntensity = "existence-intensity",
        /// Median of all answers.
        Median = "median",
        /// Mean.
        Mean = "mean",
        /// Mode.
        Mode = "mode",
    }

    /// Rule of consensus.
    ConsensusRule {
        /// Interquartile range.
        Iqr = "iqr",
        /// Share of agreement.
        Agreement = "agreement",
        /// Coefficient of variation.
        Cv = "cv",
    }

    /// Where a plane is cut.
    Cut {
        /// At the mean.
        Mean = "mean",
        /// At the median.
        Median = "median",
        /// At the middle of the range.
        MidRange = "mid-range",
    }

    /// Where the plane of importance and governability is cut.
    IgoCut {
        /// At the values of `igo_importance` and `igo_governability`.
        Fixed = "fixed",
        /// At the means of the actions.
        Mean = "mean",
        /// At the medians of the actions.
        Median = "median",
    }

    /// What weighs the experts' answers.
    ExpertWeights {
        /// Nothing: each counts the same.
        None = "none",
        /// The coefficient of competence K, beside the unweighted panel.
        K = "k",
    }

    /// In which order records stand in findings.
    RecordOrder {
        /// By their ids: the order of rows in files means nothing.
        Id = "id",
        /// As in their file.
        File = "file",
    }

    /// What is said of a panel too small for it.
    SmallPanels {
        /// Only what its size carries.
        Guarded = "guarded",
        /// Every statistic that can be computed, with the size beside it.
        All = "all",
    }

    /// Reading of Godet's formula for the strength of actors.
    Strength {
        /// Influence and dependence include the diagonal.
        A = "a",
        /// Sums without the diagonal, which is subtracted once more.
        B = "b",
        /// The diagonal is left out throughout.
        C = "c",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_records_are_read_in_spanish_too() {
        fn all<C: Choice>() -> Vec<&'static str> {
            for value in C::ALL {
                let said = said(value.as_str(), Lang::Es);
                assert_eq!(C::parse(&said).map(C::as_str), Some(value.as_str()), "{said}");
            }
            C::ALL.iter().map(|value| value.as_str()).collect()
        }
        let words = [
            all::<Provenance>(),
            all::<Dimension>(),
            all::<HitKind>(),
            all::<Scope>(),
            all::<Certainty>(),
            all::<Location>(),
            all::<Fate>(),
            all::<FactorKind>(),
            all::<Mode>(),
            all::<AxisKind>(),
            all::<ScenarioKind>(),
            all::<CriterionAxis>(),
            all::<AimKind>(),
            all::<MilestoneKind>(),
            all::<SeriesStatus>(),
            all::<About>(),
            all::<Role>(),
            all::<GateState>(),
            all::<Stage>(),
            all::<MatrixRule>(),
            all::<ConsensusRule>(),
            all::<Cut>(),
            all::<IgoCut>(),
            all::<ExpertWeights>(),
            all::<RecordOrder>(),
            all::<SmallPanels>(),
            all::<Strength>(),
        ];
        for word in words.concat() {
            let same =
                ["social", "regional", "local", "individual", "k", "id", "a", "b", "c"].contains(&word);
            assert!(same || SPANISH.iter().any(|(_, own)| *own == word), "{word} has no Spanish name");
        }
        assert_eq!(Location::parse(" Externa "), Some(Location::External));
        assert_eq!(HitKind::parse("Señal débil"), Some(HitKind::WeakSignal));
        assert_eq!(MilestoneKind::parse("decisión"), Some(MilestoneKind::Decision));
        assert_eq!(AxisKind::parse("externo"), Some(AxisKind::External));
        assert_eq!(Stage::parse("externo"), None);
        assert_eq!(said("weak-signal", Lang::Es), "señal débil");
        assert_eq!(said("weak-signal", Lang::En), "weak-signal");
    }
}
