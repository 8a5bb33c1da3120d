//! Studies lying open: their records, what is wrong with them, their findings; each read once and brought up to date by
//! what was saved since. Long work runs beside the requests, is cancelled by the next save, and is kept by the revision
//! that it belongs to.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use atalaya_analysis::{findings::Findings, point, resample};
use atalaya_methods::control::Control;
use atalaya_model::{Diagnostic, Lang, Severity, study::Loaded};
use atalaya_report::{
    chapters,
    doc::Document,
    profile::{DEFAULT, Profile, SHIPPED},
};
use atalaya_store::{Access, Record, Store};
use atalaya_words::Words;
use tokio::sync::broadcast;

use crate::fault::Fault;

/// Most revisions that are read to bring an open study up to date; after more it is read anew.
const CATCH_UP: u32 = 2000;
/// Studies that lie open at most; the one touched longest ago is put away.
const OPEN: usize = 24;

/// A study as it is at a revision.
#[derive(Debug)]
pub struct Sheet {
    /// The revision.
    pub seq: i64,
    /// Its records by kind and id.
    pub records: BTreeMap<(String, String), Record>,
    /// The study that they make, and what is wrong with each.
    pub loaded: Loaded,
    /// Everything that is wrong, also between records.
    pub diagnostics: Vec<Diagnostic>,
    /// The findings without resampling.
    pub point: Findings,
    documents: Mutex<BTreeMap<(Lang, bool), Arc<Document>>>,
}

impl Sheet {
    /// The study that records make.
    pub fn of(seq: i64, records: BTreeMap<(String, String), Record>) -> Self {
        let mut ordered: Vec<Record> = records.values().cloned().collect();
        ordered.sort_by(|a, b| {
            a.kind.cmp(&b.kind).then(a.position.total_cmp(&b.position)).then_with(|| a.id.cmp(&b.id))
        });
        let loaded = atalaya_store::study(&ordered);
        let diagnostics = atalaya_formats::check(&loaded);
        let point = point(&loaded.value);
        Self { seq, records, loaded, diagnostics, point, documents: Mutex::default() }
    }

    /// The records of a kind, in their order.
    pub fn of_kind(&self, kind: &str) -> Vec<&Record> {
        let mut found: Vec<&Record> = self
            .records
            .range((kind.to_owned(), String::new())..)
            .take_while(|((own, _), _)| own == kind)
            .map(|(_, record)| record)
            .collect();
        found.sort_by(|a, b| a.position.total_cmp(&b.position));
        found
    }

    /// Records that say nothing: made and left.
    pub fn hollow(&self) -> Vec<&Record> {
        let says = |record: &&Record| !record.fields.values().all(atalaya_store::Field::is_empty);
        let of_people = |record: &&Record| atalaya_model::Kind::parse(&record.kind).is_some();
        self.records.values().filter(|record| of_people(record) && !says(record)).collect()
    }

    /// How many notices it has: what is wrong, what is missing, what is empty.
    pub fn notices(&self) -> usize {
        self.diagnostics.len() + self.hollow().len()
    }

    /// How many errors it has: with one of them there is no report.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity() == Severity::Error).count()
    }

    /// A record.
    pub fn record(&self, kind: &str, id: &str) -> Option<&Record> {
        self.records.get(&(kind.to_owned(), id.to_owned()))
    }

    /// How the study is spoken of in a language.
    pub fn words(&self, lang: Lang) -> Words {
        Words::spoken(lang, self.loaded.value.frame.locale, &atalaya_words::School::default())
    }

    /// The whole report in a language, of the findings given or of those without resampling.
    pub fn document(&self, lang: Lang, full: Option<&Findings>) -> Arc<Document> {
        let key = (lang, full.is_some());
        if let Some(kept) = lock(&self.documents).get(&key) {
            return Arc::clone(kept);
        }
        let findings = full.unwrap_or(&self.point);
        let words = self.words(lang);
        let whole = Arc::new(chapters::document(&self.loaded.value, findings, &words));
        lock(&self.documents).insert(key, Arc::clone(&whole));
        whole
    }

    /// Chapters of the report, by anchor.
    pub fn excerpt(&self, lang: Lang, full: Option<&Findings>, anchors: &[&str]) -> Document {
        let parts: String = anchors
            .iter()
            .map(|anchor| format!("[[part]]\nnumbering = \"none\"\ntake = [{anchor:?}]\n"))
            .collect();
        // Chapters of a page have no number: which ones there are depends on the stage.
        let text = format!("format = 1\nid = \"excerpt\"\n[about]\n{parts}");
        let whole = (*self.document(lang, full)).clone();
        match Profile::parse(&text) {
            Ok(profile) => profile.apply(whole).0,
            Err(_) => whole,
        }
    }
}

/// The profile of a name; the default where none has it.
pub fn profile(name: &str) -> Option<Profile> {
    let name = if name.is_empty() { DEFAULT } else { name };
    SHIPPED.iter().find(|(own, _)| *own == name).and_then(|(_, text)| Profile::parse(text).ok())
}

/// What happened, told to the pages that are open.
#[derive(Clone, Debug)]
pub struct Event {
    /// The study.
    pub study: String,
    /// The revision.
    pub seq: i64,
    /// What: `saved`, `analysed`.
    pub what: &'static str,
    /// Who, where it was somebody.
    pub by: String,
}

/// How far a resampling is.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Progress {
    /// From 0 to 1.
    pub share: f64,
    /// Whether somebody stopped it.
    pub halted: bool,
}

/// Resampling under way or done, of one revision.
struct Job {
    seq: i64,
    cancel: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    of: u64,
    /// Somebody stopped it; it goes on when asked for.
    halted: bool,
    findings: Option<Arc<Findings>>,
}

#[derive(Default)]
struct Slot {
    sheet: Mutex<Option<Arc<Sheet>>>,
    job: Mutex<Option<Job>>,
    /// One reads, the others wait for what is read.
    reading: tokio::sync::Mutex<()>,
    touched: AtomicU64,
}

/// The studies that lie open.
pub struct Desk {
    store: Store,
    slots: Mutex<BTreeMap<String, Arc<Slot>>>,
    turn: AtomicU64,
    events: broadcast::Sender<Event>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    pub fn new(store: Store) -> Self {
        let (events, _) = broadcast::channel(256);
        Self { store, slots: Mutex::default(), turn: AtomicU64::new(1), events }
    }

    /// What happens from now on.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Tells the pages that something was saved.
    pub fn saved(&self, study: &str, seq: i64, by: &str) {
        // Nobody listening is no fault.
        let _ = self.events.send(Event { study: study.to_owned(), seq, what: "saved", by: by.to_owned() });
    }

    fn slot(&self, study: &str) -> Arc<Slot> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let mut slots = lock(&self.slots);
        if !slots.contains_key(study) && slots.len() >= OPEN {
            let oldest = slots.iter().min_by_key(|(_, slot)| slot.touched.load(Ordering::Relaxed));
            if let Some(oldest) = oldest.map(|(study, _)| study.clone()) {
                slots.remove(&oldest);
            }
        }
        let slot = Arc::clone(slots.entry(study.to_owned()).or_default());
        slot.touched.store(turn, Ordering::Relaxed);
        slot
    }

    /// The study as it is now.
    pub async fn open(&self, access: &Access) -> Result<Arc<Sheet>, Fault> {
        let slot = self.slot(access.study());
        let _reading = slot.reading.lock().await;
        let seq = self.store.seq(access).await?;
        let kept = lock(&slot.sheet).clone();
        let (seq, records) = match kept {
            Some(sheet) if sheet.seq == seq => return Ok(sheet),
            Some(sheet) if seq - sheet.seq < i64::from(CATCH_UP) => {
                let changes = self.store.changes_since(access, sheet.seq, CATCH_UP).await?;
                let mut records = sheet.records.clone();
                let mut last = sheet.seq;
                for revision in changes {
                    last = revision.seq;
                    let key = (revision.record.kind.clone(), revision.record.id.clone());
                    match revision.deleted {
                        true => records.remove(&key),
                        false => records.insert(key, revision.record),
                    };
                }
                (last, records)
            }
            _ => {
                let opened = self.store.open_study(access).await?;
                let keyed = opened.records.into_iter().map(|r| ((r.kind.clone(), r.id.clone()), r));
                (opened.seq, keyed.collect())
            }
        };
        let sheet = Arc::new(tokio::task::spawn_blocking(move || Sheet::of(seq, records)).await?);
        *lock(&slot.sheet) = Some(Arc::clone(&sheet));
        Ok(sheet)
    }

    /// The findings with resampling, where they are ready; else their making is begun.
    pub fn full(self: &Arc<Self>, access: &Access, sheet: &Arc<Sheet>) -> Option<Arc<Findings>> {
        let slot = self.slot(access.study());
        let mut job = lock(&slot.job);
        if let Some(own) = job.as_ref().filter(|job| job.seq == sheet.seq) {
            return own.findings.clone();
        }
        if let Some(old) = job.take() {
            old.cancel.store(true, Ordering::Relaxed);
        }
        let (cancel, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let of = sheet.loaded.value.frame.rules.resamples.unwrap_or(1000).unsigned_abs();
        *job = Some(Job {
            seq: sheet.seq,
            cancel: Arc::clone(&cancel),
            done: Arc::clone(&done),
            of,
            halted: false,
            findings: None,
        });
        drop(job);
        let (desk, sheet, study) = (Arc::clone(self), Arc::clone(sheet), access.study().to_owned());
        tokio::task::spawn_blocking(move || {
            let control = Control::default().with_cancel(cancel).with_counter(done);
            let mut findings = sheet.point.clone();
            if resample(&sheet.loaded.value, &mut findings, &control).is_err() {
                return;
            }
            if let Some(job) = lock(&slot.job).as_mut().filter(|job| job.seq == sheet.seq) {
                job.findings = Some(Arc::new(findings));
            }
            let _ = desk.events.send(Event { study, seq: sheet.seq, what: "analysed", by: String::new() });
        });
        None
    }

    /// The findings with resampling, waited for.
    pub async fn wait(self: &Arc<Self>, access: &Access, sheet: &Arc<Sheet>) -> Result<Arc<Findings>, Fault> {
        let mut events = self.events();
        self.resume(access.study());
        loop {
            if let Some(findings) = self.full(access, sheet) {
                return Ok(findings);
            }
            // A lagging receiver only looks once more.
            let _ = tokio::time::timeout(std::time::Duration::from_secs(5), events.recv()).await;
        }
    }

    /// How far the resampling of a study is, where it is under way or was stopped.
    pub fn progress(&self, study: &str) -> Option<Progress> {
        let slot = self.slot(study);
        let job = lock(&slot.job);
        let job = job.as_ref().filter(|job| job.findings.is_none())?;
        let share = (job.done.load(Ordering::Relaxed) as f64 / job.of.max(1) as f64).min(1.0);
        Some(Progress { share, halted: job.halted })
    }

    /// Stops the resampling of a study.
    pub fn halt(&self, study: &str) {
        if let Some(job) = lock(&self.slot(study).job).as_mut().filter(|job| job.findings.is_none()) {
            job.cancel.store(true, Ordering::Relaxed);
            job.halted = true;
        }
    }

    /// Lets what was stopped begin anew when it is next asked for.
    pub fn resume(&self, study: &str) {
        let slot = self.slot(study);
        let mut job = lock(&slot.job);
        if job.as_ref().is_some_and(|job| job.halted) {
            *job = None;
        }
    }
}
