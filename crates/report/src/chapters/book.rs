//! What every chapter reads, and how it prints what a panel of n can carry.

mod trace;

use atalaya_analysis::findings::{Count, Findings, Gap, ItemStat, PanelLevel, Stability};
use atalaya_charts::figures::Scene;
use atalaya_charts::frame::{Frame, SLIDE_WIDTHS, Setting};
use atalaya_charts::svg::Svg;
use atalaya_model::{
    Code, Diagnostic, Family, Id, Kind, Lang, Place, Study, Text,
    choice::{Choice, Provenance},
    family::Scale,
    records::Round,
};
use atalaya_words::{Arg, Names, Words};

use crate::{
    doc::{Block, Cell, Cover, Document, Fact, Figure, Front, Heading, Mark, Note, NoteKind, Running, Span},
    rich::{Inline, Rich},
    slide::Slide,
    svg,
};

/// So many records a sentence calls by their names.
const FEW: usize = 5;
/// Width of a picture on a page and in the PDF, in px, and the size of its type: 7 pt and more where the text is 158 mm wide.
const WIDE: f64 = 800.0;
const WIDE_TEXT: f64 = 15.8;
/// A lower drawing is kept where it saves a twentieth of the height.
const LOWER: f64 = 0.95;
/// Size of the type of a slide, in px of its frame.
const SLIDE_TEXT: f64 = 20.0;
/// Width of the frame of a picture that fits no slide and goes on several.
const SLIDE_CUT: f64 = 1240.0;
/// Width of the frame of one that cannot be cut either.
const SLIDE_WHOLE: f64 = 1680.0;
/// Width of a picture on a phone, in px.
const NARROW: f64 = 340.0;
/// Width of one that a phone shows whole, in px.
const HAND: f64 = 320.0;

/// What every chapter reads.
#[derive(Debug)]
pub struct Book<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its findings.
    pub findings: &'a Findings,
    /// The language.
    pub words: &'a Words,
    /// The names of its records.
    pub names: Names,
    scene: Scene<'a>,
    slides: bool,
    screen: bool,
}

/// Gaps that are told in one sentence: its message, the argument that they share, and the one that is listed with the kind
/// of its records.
struct Many {
    key: &'static str,
    common: &'static str,
    listed: (&'static str, Kind),
}

impl<'a> Book<'a> {
    /// A book about a study.
    #[must_use]
    pub fn new(study: &'a Study, findings: &'a Findings, words: &'a Words) -> Self {
        let scene = Scene::new(study, findings, words);
        Self {
            study,
            findings,
            words,
            names: Names::of(study, words.lang()),
            scene,
            slides: false,
            screen: false,
        }
    }

    /// The same book, whose figures are drawn for slides too.
    #[must_use]
    pub fn slides(self, slides: bool) -> Self {
        Self { slides, ..self }
    }

    /// The same for a screen, which has no pages to fill: without the lower drawings.
    #[must_use]
    pub fn on_screen(self) -> Self {
        Self { screen: true, ..self }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A sentence without arguments.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// A sentence.
    #[must_use]
    pub fn say(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.words.with(key, args)
    }

    /// A bilingual text of the study in the book's language.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang()).trim()
    }

    /// Name of a record.
    #[must_use]
    pub fn name(&self, kind: Kind, id: &str) -> String {
        self.names.name(kind, id).to_owned()
    }

    /// Label and name of a record.
    #[must_use]
    pub fn full(&self, kind: Kind, id: &str) -> String {
        self.names.full(kind, id)
    }

    /// Labels and names joined as a list of the language.
    #[must_use]
    pub fn list(&self, kind: Kind, ids: &[String]) -> String {
        self.words.list(&ids.iter().map(|id| self.full(kind, id)).collect::<Vec<_>>())
    }

    /// Records as a sentence names them: with their names as long as they are few, else by their labels.
    #[must_use]
    pub fn in_prose(&self, kind: Kind, ids: &[String]) -> String {
        if (1..=FEW).contains(&ids.len()) { self.list(kind, ids) } else { self.labels(kind, ids) }
    }

    /// Labels joined by commas; "none" where there are none.
    #[must_use]
    pub fn labels(&self, kind: Kind, ids: &[String]) -> String {
        if ids.is_empty() {
            return "–".to_owned();
        }
        ids.iter().map(|id| self.names.label(kind, id)).collect::<Vec<_>>().join(", ")
    }

    /// Short names joined by commas: labels where the study gives them, as institutions have acronyms; else names.
    #[must_use]
    pub fn called<'i>(&self, kind: Kind, ids: impl IntoIterator<Item = &'i Id>) -> String {
        let called = |id: &'i Id| {
            let label = self.names.label(kind, id.as_str());
            if label == id.as_str() { self.name(kind, id.as_str()) } else { label.to_owned() }
        };
        ids.into_iter().map(called).collect::<Vec<_>>().join(", ")
    }

    /// A chapter's heading.
    #[must_use]
    pub fn chapter(&self, key: &str, anchor: &str) -> Block {
        Block::Heading(Heading::new(1, self.t(key), anchor))
    }

    /// A section's heading.
    #[must_use]
    pub fn section(&self, key: &str, anchor: &str) -> Block {
        Block::Heading(Heading::new(2, self.t(key), anchor))
    }

    /// A paragraph of one sentence template.
    #[must_use]
    pub fn paragraph(&self, key: &str, args: &[Arg<'_>]) -> Block {
        Block::Paragraph(self.say(key, args).into())
    }

    /// The fold that says what a finding rests on; nothing where the trace has no such node.
    #[must_use]
    pub fn why(&self, key: &str) -> Vec<Block> {
        if self.findings.trace.contains_key(key) { vec![Block::Why(key.to_owned())] } else { Vec::new() }
    }

    /// How it was computed, behind a fold.
    #[must_use]
    pub fn method(&self, key: &str, args: &[Arg<'_>]) -> Block {
        Block::Note(Note {
            kind: NoteKind::Method,
            title: String::new(),
            body: vec![self.paragraph(key, args)],
        })
    }

    /// A warning to the reader.
    #[must_use]
    pub fn care(&self, text: impl Into<Rich>) -> Block {
        Block::Note(Note {
            kind: NoteKind::Care,
            title: String::new(),
            body: vec![Block::Paragraph(text.into())],
        })
    }

    /// What a stage lacks, as one note; nothing where it lacks nothing.
    #[must_use]
    pub fn gaps(&self, stages: &[&str]) -> Vec<Block> {
        let own: Vec<&Gap> =
            self.findings.gaps.iter().filter(|gap| stages.contains(&gap.stage.as_str())).collect();
        // Several records that lack the same are told in one sentence.
        let mut items: Vec<Rich> = Vec::new();
        for (index, gap) in own.iter().enumerate() {
            let many = self.many(gap);
            let same = |other: &Gap| {
                let common = many.as_ref().map(|many| many.common);
                common
                    .is_some_and(|name| other.code == gap.code && other.args.get(name) == gap.args.get(name))
            };
            if own[..index].iter().any(|before| same(before)) {
                continue;
            }
            let alike: Vec<&Gap> = own.iter().filter(|other| same(other)).copied().collect();
            let said = match many.filter(|_| alike.len() > 1) {
                Some(Many { key, common, listed: (listed, kind) }) => {
                    let ids = alike.iter().filter_map(|gap| gap.args.get(listed));
                    let names: Vec<String> = ids.map(|id| self.full(kind, id)).collect();
                    let value = gap.args.get(common).map_or("", String::as_str);
                    let common = match common {
                        "lacks" => {
                            let parts = value.split(", ").filter(|part| !part.is_empty());
                            self.words
                                .list(&parts.map(|part| self.t(&format!("lacks-{part}"))).collect::<Vec<_>>())
                        }
                        "id" => self.full(Kind::Scenario, value),
                        _ => value.to_owned(),
                    };
                    let args = [("list", self.words.list(&names).into()), ("common", common.into())];
                    Some(self.say(key, &args))
                }
                None => self.gap(gap),
            };
            items.extend(said.map(Rich::from));
        }
        items.dedup();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::Note(Note {
            kind: NoteKind::Gap,
            title: String::new(),
            body: vec![Block::List { ordered: false, items }],
        })]
    }

    /// How several gaps that share something are told in one sentence.
    fn many(&self, gap: &Gap) -> Option<Many> {
        let (key, common, listed) = match Code::parse(&gap.code)? {
            Code::NoIndicator => ("gaps-indicator", "lacks", ("id", Kind::Variable)),
            Code::VariableWithoutAction => ("gaps-action", "lacks", ("id", Kind::Variable)),
            Code::IncompleteIndicator => ("gaps-parts", "lacks", ("id", Kind::Indicator)),
            Code::ObjectiveWithoutIndicator => ("gaps-objective", "lacks", ("id", Kind::Objective)),
            Code::ScenarioUntested => ("gaps-untested", "lacks", ("id", Kind::Scenario)),
            Code::StateMissing => ("gaps-states", "id", ("variable", Kind::Variable)),
            Code::ResponsibleUnknown if gap.stage == "watch" => {
                ("gaps-responsible", "name", ("id", Kind::Indicator))
            }
            Code::ResponsibleUnknown => ("gaps-responsible", "name", ("id", Kind::Action)),
            _ => return None,
        };
        Some(Many { key, common, listed })
    }

    /// What is missing, in a sentence; records are called by their names.
    fn gap(&self, gap: &Gap) -> Option<String> {
        const NAMES: [&str; 7] = ["id", "kind", "family", "about", "variable", "lacks", "name"];
        let code = Code::parse(&gap.code)?;
        let named = |name: &str, value: &str| match (name, code) {
            ("variable", _) | ("id", Code::NoIndicator | Code::VariableWithoutAction) => {
                self.full(Kind::Variable, value)
            }
            ("id", Code::IncompleteIndicator) => self.full(Kind::Indicator, value),
            ("id", Code::ObjectiveWithoutIndicator) => self.full(Kind::Objective, value),
            ("id", Code::ScenarioUntested | Code::StateMissing) => self.full(Kind::Scenario, value),
            _ => value.to_owned(),
        };
        let given = NAMES.iter().filter_map(|name| Some((*name, named(name, gap.args.get(*name)?))));
        let bare = Diagnostic::new(code, Place::default());
        let told = self.words.diagnostic(&given.fold(bare, |all, (name, value)| all.with(name, value)));
        // The marks of what is typed belong to a terminal.
        Some(told.text.replace('`', ""))
    }

    /// A picture of the study in both widths, where its finding is there. The picture's own title says the finding; the
    /// caption, message `figure-ID`, says what is drawn.
    #[must_use]
    pub fn figure(&self, id: &str, draw: impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>) -> Vec<Block> {
        self.figure_called(id, &self.t(&format!("figure-{id}")), draw)
    }

    /// The same with a caption of its own, for pictures of which a study has several.
    #[must_use]
    pub fn figure_called(
        &self,
        id: &str,
        caption: &str,
        draw: impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>,
    ) -> Vec<Block> {
        let narrow_prefix = format!("{id}-n");
        let page = Frame::new(WIDE, self.words).text(WIDE_TEXT).prefix(id);
        let Some(wide) = draw(&self.scene, &page) else { return Vec::new() };
        let low = if self.screen { None } else { draw(&self.scene, &page.setting(Setting::Low)) };
        let low = low.filter(|low| low.height < wide.height * LOWER);
        let narrow = draw(&self.scene, &Frame::new(NARROW, self.words).prefix(&narrow_prefix));
        // What is drawn, what it shows, and how it is read.
        let mut told: Vec<&str> = Vec::new();
        for words in
            [caption, &wide.head.title, &wide.description].map(|words| words.trim().trim_end_matches('.'))
        {
            if !words.is_empty() && !told.contains(&words) {
                told.push(words);
            }
        }
        vec![Block::Figure(Figure {
            id: format!("figure-{id}"),
            caption: caption.into(),
            finding: wide.head.title.clone(),
            alt: told.join(". "),
            wide: wide.text,
            low: low.map(|svg| svg.text),
            narrow: narrow.map(|svg| svg.text),
            slides: if self.slides { self.on_slides(&draw) } else { Vec::new() },
            note: None,
            source: None,
            provenance: None,
        })]
    }

    /// A picture for slides: the drawing as large as its type can be on what the titles leave; one that nobody could read
    /// goes on several.
    fn on_slides(&self, draw: &impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>) -> Vec<String> {
        let drawn = |width: f64, part: usize| {
            let frame = Frame::new(width, self.words).text(SLIDE_TEXT).prefix("slide");
            draw(&self.scene, &frame.setting(Setting::Slide).part(part))
        };
        let Some(first) = drawn(SLIDE_WIDTHS[0], 0) else { return Vec::new() };
        let slide = Slide::new(&first.head);
        let mut drawings = Vec::new();
        for part in 0..first.parts {
            // A wider frame makes a lower picture with smaller type: the first that fits has the largest.
            let text = |width: f64| drawn(width, part).map(|svg| svg.text).unwrap_or_default();
            let mut fitting = SLIDE_WIDTHS.iter().map(|width| text(*width));
            if let Some(picture) = fitting.find(|svg| svg::aspect(svg) <= slide.aspect()) {
                drawings.push(picture);
                continue;
            }
            let slices = svg::slices(&text(SLIDE_CUT), slide.aspect(), slide.aspect());
            match slices.len() {
                1 => drawings.push(text(SLIDE_WHOLE)),
                _ => drawings.extend(slices),
            }
        }
        let count = drawings.len();
        drawings.iter().enumerate().map(|(at, drawing)| slide.holding(drawing, (at + 1, count))).collect()
    }

    /// A picture for a wall: in large type, without the key of its codes.
    pub fn on_wall(&self, draw: impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>) -> Option<Svg> {
        draw(&self.scene, &Frame::new(600.0, self.words).text(16.0).prefix("wall").setting(Setting::Wall))
    }

    /// What hangs on a wall, for who sees it on a phone.
    pub fn in_hand(&self, draw: impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>) -> Option<Svg> {
        draw(&self.scene, &Frame::new(HAND, self.words).prefix("hand").setting(Setting::Wall))
    }

    /// A small picture in which the point of a variable is ringed.
    pub fn beside(
        &self,
        variable: &str,
        draw: impl Fn(&Scene<'_>, &Frame<'_>) -> Option<Svg>,
    ) -> Option<Svg> {
        let code = self.names.label(Kind::Variable, variable);
        let frame = Frame::new(360.0, self.words).prefix("beside").setting(Setting::Wall).marked(code);
        draw(&self.scene, &frame)
    }

    /// Provenance of a finding, from its trace.
    #[must_use]
    pub fn provenance(&self, trace: &str) -> Option<Provenance> {
        Provenance::parse(&self.findings.trace.get(trace)?.provenance)
    }

    /// That fewer answered than are shown.
    #[must_use]
    pub fn private(&self) -> Cell {
        let min = self.findings.frame.min_group;
        Cell::from(self.say("cell-private", &[("min", min.into())])).marked(Mark::Quiet)
    }

    /// The median of an item, as far as its n carries one; the values themselves for 2-4 answers; nothing but that they are
    /// few where fewer answered than are shown.
    #[must_use]
    pub fn median(&self, stat: &ItemStat) -> Cell {
        if stat.n > 0 && stat.median.is_none() && stat.values.is_empty() {
            return self.private();
        }
        match (stat.level, stat.median) {
            (PanelLevel::None, _) => Cell::Empty,
            (PanelLevel::Values, _) => {
                let values: Vec<String> = stat.values.iter().map(|v| self.words.short(*v, 1)).collect();
                Cell::from(values.join(", ")).marked(Mark::Quiet)
            }
            (_, Some(median)) => Cell::number(median, self.words.short(median, 1)),
            _ => Cell::Empty,
        }
    }

    /// What stands for the median of an item that was asked and has none: too few answered it.
    #[must_use]
    pub fn withheld(&self, family: &str, id: &str) -> Cell {
        let rounds = self.findings.consult.consultations.iter().flat_map(|own| &own.rounds);
        let items = rounds.flat_map(|round| &round.families).filter(|own| own.family == family);
        let last = items.flat_map(|own| &own.items).rfind(|own| own.id == id && own.n > 0);
        last.filter(|own| own.median.is_none()).map_or(Cell::Empty, |own| self.median(own))
    }

    /// The spread of an item: quartiles from 8 answers on, extremes from 5 on.
    #[must_use]
    pub fn spread(&self, stat: &ItemStat) -> Cell {
        let ends = match stat.level {
            PanelLevel::Counts => stat.min.zip(stat.max),
            _ => stat.q1.zip(stat.q3),
        };
        match ends {
            Some((low, high)) => Cell::from(self.interval(low, high, 1)),
            None => Cell::Empty,
        }
    }

    /// An interval: `3–4`, one number where both ends are equal.
    #[must_use]
    pub fn interval(&self, low: f64, high: f64, decimals: usize) -> String {
        let (low, high) = (self.words.short(low, decimals), self.words.short(high, decimals));
        if low == high { low } else { format!("{low}–{high}") }
    }

    /// `k` of `n`, with a percentage from 8 on.
    #[must_use]
    pub fn count(&self, count: Count) -> String {
        if count.n >= 8 {
            self.words.share(count.k, count.n)
        } else {
            self.say("count-of", &[("k", count.k.to_string().into()), ("n", count.n.to_string().into())])
        }
    }

    /// How often something held over the resampled panels, rounded to what the panel's size carries: tenths for 8-11
    /// experts, 5 % for 12-29, 1 % above.
    #[must_use]
    pub fn stability(&self, stability: &Stability) -> String {
        if stability.draws == 0 || stability.experts < 8 {
            return "–".to_owned();
        }
        let share = stability.held as f64 / stability.draws as f64;
        match PanelLevel::of(stability.experts) {
            PanelLevel::Quartiles => {
                let tenths = (share * 10.0).round() as i64;
                self.say("stability-tenths", &[("tenths", tenths.to_string().into())])
            }
            PanelLevel::Full => self.words.percent((share * 20.0).round() / 20.0, 0),
            _ => self.words.percent(share, 0),
        }
    }

    /// The same as a sentence: "stable in 9 of 10 resampled panels (n = 9)".
    #[must_use]
    pub fn stability_sentence(&self, stability: &Stability) -> String {
        let args = [("panels", self.panels(stability).into()), ("n", stability.experts.to_string().into())];
        self.say("stability-sentence", &args)
    }

    /// The same within a sentence: "9 in 10 resampled panels", "85 % of the resampled panels".
    #[must_use]
    pub fn panels(&self, stability: &Stability) -> String {
        let share = stability.held as f64 / stability.draws.max(1) as f64;
        match PanelLevel::of(stability.experts) {
            PanelLevel::Quartiles => {
                let tenths = (share * 10.0).round() as i64;
                self.say("stability-panels-tenths", &[("tenths", tenths.to_string().into())])
            }
            _ => self.say("stability-panels", &[("percent", self.stability(stability).into())]),
        }
    }

    /// A number within a sentence, in words up to twenty.
    #[must_use]
    pub fn spelled(&self, n: usize) -> String {
        let keys = [format!("chart-number-{n}"), format!("number-{n}")];
        keys.iter().find(|key| self.words.has(key)).map_or_else(|| n.to_string(), |key| self.t(key))
    }

    /// An economy by its ISO code, as the language calls it.
    #[must_use]
    pub fn economy(&self, code: &str) -> String {
        let key = format!("economy-{code}");
        if self.words.has(&key) { self.t(&key) } else { code.to_owned() }
    }

    /// A sector of the panel: what people wrote in `panel.csv`, in the language where the program knows it.
    #[must_use]
    pub fn sector(&self, name: &str) -> String {
        self.words.sector(name)
    }

    /// What an item of a family is called: label and name of each of its ids.
    #[must_use]
    pub fn item(&self, family: &str, id: &str) -> String {
        let Some(found) = Family::find(family) else { return id.to_owned() };
        match id.split_once('/') {
            None => self.full(self.kind_of(family, id), id),
            Some((a, b)) => {
                let of = |place: usize, id: &str| {
                    let kind = found.kinds.get(place).and_then(|kinds| self.known(kinds, id));
                    kind.map_or(id, |kind| self.names.label(kind, id)).to_owned()
                };
                match family {
                    // The answer is about the first one, where the second happens or does not.
                    "probability-given" => {
                        let args = [("a", of(0, a).into()), ("b", of(1, b).into())];
                        self.say("item-given", &args)
                    }
                    "probability-given-not" => {
                        let args = [("a", of(0, a).into()), ("b", of(1, b).into())];
                        self.say("item-given-not", &args)
                    }
                    "score" | "weight" | "robust" => format!("{} · {}", of(0, a), of(1, b)),
                    _ => format!("{} → {}", of(0, a), of(1, b)),
                }
            }
        }
    }

    /// The scale of a family in words: `1 a 5`.
    #[must_use]
    pub fn scale(&self, family: &'static Family) -> String {
        let scale = self.study.scale(family);
        let number = |v: f64| self.words.short(v, 2);
        let range = |low: f64, high: f64| {
            self.say("scale-range", &[("low", number(low).into()), ("high", number(high).into())])
        };
        match scale {
            Scale::Integer { min, max } => range(f64::from(min), f64::from(max)),
            Scale::Probability => range(0.0, 1.0),
            other => other.print(),
        }
    }

    /// Which kind of record an item of a family is about.
    #[must_use]
    pub fn kind_of(&self, family: &str, id: &str) -> Kind {
        let kinds = Family::find(family).and_then(|f| f.kinds.first().copied()).unwrap_or(&[Kind::Variable]);
        let id = id.split('/').next().unwrap_or(id);
        self.known(kinds, id).unwrap_or(kinds[0])
    }

    fn known(&self, kinds: &[Kind], id: &str) -> Option<Kind> {
        kinds.iter().copied().find(|kind| self.study.ids(*kind).iter().any(|own| **own == *id))
    }

    /// A probability to the nearest 5 %.
    #[must_use]
    pub fn probability(&self, p: f64) -> String {
        self.words.percent((p * 20.0).round() / 20.0, 0)
    }

    /// The short notice of provenance, for headers and pictures.
    #[must_use]
    pub fn notice_short(&self) -> String {
        let own = self.text(&self.study.frame.notice_short);
        if !own.is_empty() {
            return own.to_owned();
        }
        match Provenance::parse(&self.findings.provenance) {
            Some(Provenance::Illustrative) => self.t("notice-illustrative-short"),
            _ => String::new(),
        }
    }

    /// The document without its chapters: title, cover, running header, traces.
    #[must_use]
    pub fn document(&self) -> Document {
        let frame = &self.study.frame;
        let year = |year: Option<i64>| year.and_then(|y| i32::try_from(y).ok());
        let span = year(frame.base_year)
            .zip(year(frame.horizon))
            .filter(|(base, horizon)| base < horizon)
            .map(|(base, horizon)| {
                let ends =
                    frame.periods.iter().filter_map(|p| atalaya_model::records::Frame::period_years(p));
                let marks =
                    ends.filter_map(|(_, to)| i32::try_from(to).ok()).filter(|y| *y > base && *y < horizon);
                Span { base, horizon, marks: marks.collect() }
            });
        let illustrative = Provenance::parse(&self.findings.provenance) == Some(Provenance::Illustrative);
        let notice = match self.text(&frame.notice) {
            "" if illustrative => Some(self.t("notice-illustrative")),
            "" => None,
            own => Some(own.to_owned()),
        };
        let title = match self.text(&frame.title) {
            "" => self.t("report-untitled"),
            title => title.to_owned(),
        };
        Document {
            lang: self.lang(),
            locale: Some(self.words.conventions().locale()),
            subtitle: self.text(&frame.question).to_owned(),
            authors: frame.authors.clone(),
            date: frame.as_of.clone(),
            front: Front::Cover,
            cover: Cover {
                kicker: self.t("cover-kicker"),
                facts: self.cover_facts(),
                notice: notice.map(Rich::from),
                span,
                colophon: self.say(
                    "cover-colophon",
                    &[
                        ("release", self.findings.release.as_str().into()),
                        ("hash", self.findings.hash.chars().take(16).collect::<String>().into()),
                        ("rules", self.findings.frame.rules_hash.as_str().into()),
                    ],
                ),
            },
            running: Running { study: title.clone(), notice: self.notice_short() },
            decision: Vec::new(),
            blocks: Vec::new(),
            traces: self.findings.trace.iter().map(|(key, input)| self.trace(key, input)).collect(),
            title,
        }
    }

    /// The day on which information closes and, where the report is later, what that means.
    #[must_use]
    pub fn cutoff(&self) -> Rich {
        let frame = &self.study.frame;
        let date = self.words.date(&frame.cutoff);
        if frame.cutoff.is_empty() || frame.as_of <= frame.cutoff {
            return date.into();
        }
        let key = if self.after_cutoff().is_empty() { "cutoff-value" } else { "cutoff-value-panel" };
        let closes = self.say(key, &[("date", date.into())]);
        Rich::from(closes).and(Inline::about(["watch-chapter"], self.t("cutoff-value-later")))
    }

    /// The rounds that the panel answered after the day on which information closes.
    #[must_use]
    pub fn after_cutoff(&self) -> Vec<&'a Round> {
        let frame = &self.study.frame;
        let found = self.findings.consult.consultations.iter().flat_map(|c| &c.rounds);
        let answered: Vec<&str> = found.filter(|r| r.response.k > 0).map(|r| r.id.as_str()).collect();
        let last = |round: &Round| round.closed.clone().max(round.opened.clone());
        let later = |round: &&Round| !frame.cutoff.is_empty() && last(round) > frame.cutoff;
        let rounds = self.study.rounds.iter().filter(|round| answered.contains(&round.id.as_str()));
        rounds.filter(later).collect()
    }

    fn cover_facts(&self) -> Vec<Fact> {
        let frame = &self.study.frame;
        let experts = self.findings.consult.panel.experts;
        let panel =
            if experts > 0 { self.say("fact-panel-value", &[("n", experts.into())]) } else { String::new() };
        let years = frame.base_year.zip(frame.horizon);
        let facts = [
            ("fact-subject", Rich::from(self.text(&frame.subject))),
            ("fact-territory", self.text(&frame.territory).into()),
            (
                "fact-years",
                years.map(|(base, horizon)| format!("{base}–{horizon}")).unwrap_or_default().into(),
            ),
            ("fact-cutoff", self.cutoff()),
            ("fact-sponsor", self.text(&frame.sponsor).into()),
            ("fact-panel", panel.into()),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        facts.map(|(key, value)| Fact::new(self.t(key), value)).collect()
    }

    /// A round as people call it: its consultation and its number.
    #[must_use]
    pub fn round(&self, id: &str) -> Option<String> {
        let consultations = &self.findings.consult.consultations;
        let found = consultations.iter().find_map(|c| Some((c, c.rounds.iter().find(|r| r.id == id)?)));
        let (consultation, round) = found?;
        let name = self.name(Kind::Consultation, &consultation.id);
        Some(self.say("trace-round", &[("consultation", name.into()), ("number", round.number.into())]))
    }
}
