//! Studies lying open: their records, what is wrong with them, their findings; each read once and brought up to date by
//! what was saved since. Long work runs beside the requests, is cancelled by the next save, and is kept by the revision
//! that it belongs to.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use atalaya_analysis::{findings::Findings, point, resample, unseen};
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

use crate::{fault::Fault, sayings::Sayings};

/// Most revisions that are read to bring an open study up to date; after more it is read anew.
const CATCH_UP: u32 = 2000;
/// Studies that lie open at most; the one touched longest ago is put away.
const OPEN: usize = 24;

/// The records of a study by kind and id. A copy shares with its original all that neither changes since.
type Records = rpds::RedBlackTreeMapSync<(String, String), Arc<Record>>;

/// What the records of a revision make: read, checked and analysed.
#[derive(Debug)]
pub struct Derived {
    /// The revision.
    seq: i64,
    /// The study that they make, and what is wrong with each.
    pub loaded: Loaded,
    /// Everything that is wrong, also between records.
    pub diagnostics: Vec<Diagnostic>,
    /// The findings without resampling.
    pub point: Findings,
    /// Who said something about what.
    pub sayings: Sayings,
    /// How many records say nothing.
    hollow: usize,
    documents: Mutex<BTreeMap<(Lang, bool), Arc<Document>>>,
    /// The last documents of profiles that were read on the screen.
    read: Mutex<BTreeMap<(String, Lang, bool), Arc<Document>>>,
}

/// How many documents are kept of those that are read.
const READ: usize = 4;

/// A study as it is at a revision.
#[derive(Debug)]
pub struct Sheet {
    /// The revision.
    pub seq: i64,
    /// Its records.
    pub records: Records,
    /// What they make; where one only glances, it may be what a revision before made.
    derived: Arc<Derived>,
}

impl std::ops::Deref for Sheet {
    type Target = Derived;

    fn deref(&self) -> &Derived {
        &self.derived
    }
}

/// Whether a record was made and left.
fn is_hollow(record: &Record) -> bool {
    // An expert is an id that answers, and nothing more need be said of them.
    atalaya_model::Kind::parse(&record.kind).is_some_and(|kind| kind != atalaya_model::Kind::Expert)
        && record.fields.values().all(atalaya_store::Field::is_empty)
}

impl Derived {
    fn of(seq: i64, records: &Records) -> Self {
        let mut ordered: Vec<&Record> = records.values().map(Arc::as_ref).collect();
        ordered.sort_by(|a, b| {
            a.kind.cmp(&b.kind).then(a.position.total_cmp(&b.position)).then_with(|| a.id.cmp(&b.id))
        });
        let hollow = ordered.iter().filter(|record| is_hollow(record)).count();
        let mut loaded = atalaya_store::study(ordered);
        loaded.diagnostics = atalaya_formats::check(&loaded);
        let point = point(&loaded.value);
        let more = unseen(&loaded, &point);
        let mut diagnostics = std::mem::take(&mut loaded.diagnostics);
        diagnostics.extend(more);
        let sayings = Sayings::of(&loaded.value.answers);
        let (documents, read) = (Mutex::default(), Mutex::default());
        Self { seq, loaded, diagnostics, point, sayings, hollow, documents, read }
    }

    /// The languages in which it was asked for, without resampling or with it.
    fn asked(&self, resampled: bool) -> Vec<Lang> {
        lock(&self.documents).keys().filter(|(_, own)| *own == resampled).map(|(lang, _)| *lang).collect()
    }

    /// How many notices it has: what is wrong, what is missing, what is empty.
    pub fn notices(&self) -> usize {
        self.diagnostics.len() + self.hollow
    }

    /// How many errors it has: with one of them there is no report.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity() == Severity::Error).count()
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
        let whole = Arc::new(chapters::on_screen(&self.loaded.value, findings, &words));
        lock(&self.documents).insert(key, Arc::clone(&whole));
        whole
    }

    /// The report as a profile has it.
    pub fn handed(&self, profile: &Profile, lang: Lang, full: Option<&Findings>) -> Arc<Document> {
        let key = (profile.id.clone(), lang, full.is_some());
        if let Some(kept) = lock(&self.read).get(&key) {
            return Arc::clone(kept);
        }
        let study = &self.loaded.value;
        let words = Words::spoken(lang, study.frame.locale, &profile.school(lang));
        let made = chapters::handed(study, full.unwrap_or(&self.point), &words, profile, false).document;
        let made = Arc::new(made);
        let mut read = lock(&self.read);
        while read.len() >= READ {
            read.pop_first();
        }
        read.insert(key, Arc::clone(&made));
        made
    }

    /// Chapters of the report, by anchor.
    pub fn excerpt(&self, lang: Lang, full: Option<&Findings>, anchors: &[&str]) -> Document {
        let parts: String = anchors
            .iter()
            .map(|anchor| format!("[[part]]\nnumbering = \"none\"\ntake = [{anchor:?}]\n"))
            .collect();
        // Chapters of a page have no number: which ones there are depends on the stage.
        let text = format!("format = 1\nid = \"excerpt\"\n[about]\n{parts}");
        let whole = self.document(lang, full);
        match Profile::parse(&text) {
            Ok(profile) => profile.apply(&whole, &self.words(lang)).document,
            Err(_) => (*whole).clone(),
        }
    }
}

impl Sheet {
    /// The study that records make.
    #[cfg(test)]
    pub fn of(seq: i64, records: Records) -> Self {
        let derived = Arc::new(Derived::of(seq, &records));
        Self { seq, records, derived }
    }

    /// The records of a kind, in their order.
    pub fn of_kind(&self, kind: &str) -> Vec<&Record> {
        let mut found: Vec<&Record> = self
            .records
            .range((kind.to_owned(), String::new())..)
            .take_while(|((own, _), _)| own == kind)
            .map(|(_, record)| record.as_ref())
            .collect();
        found.sort_by(|a, b| a.position.total_cmp(&b.position));
        found
    }

    /// Copies of its records.
    pub fn copies(&self) -> Vec<Record> {
        self.records.values().map(|record| record.as_ref().clone()).collect()
    }

    /// Records that say nothing: made and left.
    pub fn hollow(&self) -> Vec<&Record> {
        self.records.values().map(Arc::as_ref).filter(|record| is_hollow(record)).collect()
    }

    /// A record.
    pub fn record(&self, kind: &str, id: &str) -> Option<&Record> {
        self.records.get(&(kind.to_owned(), id.to_owned())).map(Arc::as_ref)
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
    /// Somebody waits for it: what is saved meanwhile does not stop it.
    held: bool,
    cancel: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    of: u64,
    /// Somebody stopped it; it goes on when asked for.
    halted: bool,
    findings: Option<Arc<Findings>>,
}

/// The longest that a page waits for what was saved a moment ago to be analysed: where it takes longer, the page shows
/// what was found before, and takes it anew when it is there.
pub const PATIENCE: Duration = Duration::from_millis(40);
/// How long deriving beside the requests rests after each time, in units of the time that it took: while many save, the
/// requests keep most of the machine.
const REST: u32 = 3;
/// How long nobody must have saved before resampling begins: each save makes it anew.
const QUIET: Duration = Duration::from_secs(1);

#[derive(Default)]
struct Slot {
    /// The records, as of a revision.
    records: Mutex<Option<(i64, Records)>>,
    derived: Mutex<Option<Arc<Derived>>>,
    /// Records that were saved since, by their revision.
    fresh: Mutex<BTreeMap<(String, String), i64>>,
    /// How long the last deriving took.
    took: Mutex<Duration>,
    /// One derives, the others wait for what is derived.
    deriving: tokio::sync::Mutex<()>,
    /// Whether deriving goes on beside the requests.
    behind: AtomicBool,
    job: Mutex<Option<Job>>,
    /// When somebody saved last.
    saved: Mutex<Option<Instant>>,
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
    /// [`PATIENCE`], or another.
    patience: Duration,
}

impl Slot {
    /// Waits until nobody has saved for a while, or somebody waits for the resampling of this revision.
    async fn quiet(&self, seq: i64) {
        loop {
            let since = lock(&self.saved).map_or(QUIET, |at| at.elapsed());
            let held = lock(&self.job).as_ref().is_some_and(|job| job.seq == seq && job.held);
            if held || since >= QUIET {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100).min(QUIET - since)).await;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    pub fn new(store: Store, patience: Duration) -> Self {
        let (events, _) = broadcast::channel(256);
        Self { store, slots: Mutex::default(), turn: AtomicU64::new(1), events, patience }
    }

    /// What happens from now on.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Tells the pages that something was saved.
    pub fn saved(&self, study: &str, seq: i64, by: &str) {
        let slot = self.slot(study);
        *lock(&slot.saved) = Some(Instant::now());
        if let Some(job) = lock(&slot.job).take_if(|job| job.findings.is_none() && !job.held && !job.halted) {
            job.cancel.store(true, Ordering::Relaxed);
        }
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

    /// The records as they are now.
    async fn records(&self, access: &Access, slot: &Slot) -> Result<(i64, Records), Fault> {
        let _reading = slot.reading.lock().await;
        let seq = self.store.seq(access).await?;
        let kept = lock(&slot.records).clone();
        let fresh = match kept {
            Some((own, records)) if own == seq => return Ok((own, records)),
            Some((own, mut records)) if seq - own < i64::from(CATCH_UP) => {
                let changes = self.store.changes_since(access, own, CATCH_UP).await?;
                let mut last = own;
                for revision in changes {
                    last = revision.seq;
                    let key = (revision.record.kind.clone(), revision.record.id.clone());
                    lock(&slot.fresh).insert(key.clone(), last);
                    if revision.deleted {
                        records.remove_mut(&key);
                    } else {
                        records.insert_mut(key, Arc::new(revision.record));
                    }
                }
                (last, records)
            }
            _ => {
                let opened = self.store.open_study(access).await?;
                let keyed = opened.records.into_iter().map(|r| ((r.kind.clone(), r.id.clone()), Arc::new(r)));
                (opened.seq, keyed.collect())
            }
        };
        *lock(&slot.records) = Some(fresh.clone());
        Ok(fresh)
    }

    /// What records make, made once. `ahead`: with the documents that were looked at before, which will be again.
    async fn derive(
        &self,
        slot: &Arc<Slot>,
        seq: i64,
        records: &Records,
        ahead: bool,
    ) -> Result<Arc<Derived>, Fault> {
        let _deriving = slot.deriving.lock().await;
        let before = lock(&slot.derived).clone();
        if let Some(kept) = before.as_ref().filter(|kept| kept.seq >= seq) {
            return Ok(Arc::clone(kept));
        }
        let (own, records) = (Arc::clone(slot), records.clone());
        let made = tokio::task::spawn_blocking(move || {
            let begun = Instant::now();
            let made = Derived::of(seq, &records);
            drop(records);
            *lock(&own.took) = begun.elapsed();
            for lang in before.iter().filter(|_| ahead).flat_map(|before| before.asked(false)) {
                made.document(lang, None);
            }
            lock(&own.fresh).retain(|_, changed| *changed > seq);
            Arc::new(made)
        });
        let made = made.await?;
        *lock(&slot.derived) = Some(Arc::clone(&made));
        Ok(made)
    }

    /// The study as it is now.
    pub async fn open(&self, access: &Access) -> Result<Arc<Sheet>, Fault> {
        let slot = self.slot(access.study());
        let (seq, records) = self.records(access, &slot).await?;
        let derived = self.derive(&slot, seq, &records, false).await?;
        // Others may have asked for what was saved later.
        let sheet = match derived.seq == seq {
            true => Sheet { seq, records, derived },
            false => {
                let (seq, records) = self.records(access, &slot).await?;
                Sheet { seq, records, derived }
            }
        };
        Ok(Arc::new(sheet))
    }

    /// The study for the form of a record: as it is now where the record was saved since, else at a glance.
    pub async fn form(self: &Arc<Self>, access: &Access, kind: &str, id: &str) -> Result<Arc<Sheet>, Fault> {
        let slot = self.slot(access.study());
        self.records(access, &slot).await?;
        let fresh = lock(&slot.fresh).contains_key(&(kind.to_owned(), id.to_owned()));
        if fresh { self.open(access).await } else { self.glance(access).await }
    }

    /// The records as they are now, and what they make; where that takes long, what they made a moment ago. The page
    /// takes it anew when it is there.
    pub async fn glance(self: &Arc<Self>, access: &Access) -> Result<Arc<Sheet>, Fault> {
        let slot = self.slot(access.study());
        let long = *lock(&slot.took) > self.patience;
        let Some(derived) = lock(&slot.derived).clone().filter(|_| long) else {
            return self.open(access).await;
        };
        let (seq, records) = self.records(access, &slot).await?;
        if derived.seq < seq && !slot.behind.swap(true, Ordering::AcqRel) {
            tokio::spawn(Arc::clone(self).follow(access.clone(), slot));
        }
        Ok(Arc::new(Sheet { seq, records, derived }))
    }

    /// Derives what was saved, beside the requests, and rests, until nothing is new.
    async fn follow(self: Arc<Self>, access: Access, slot: Arc<Slot>) {
        loop {
            let begun = Instant::now();
            // A fault is met again by whoever asks next.
            if let Ok((seq, records)) = self.records(&access, &slot).await
                && self.derive(&slot, seq, &records, true).await.is_ok()
            {
                let study = access.study().to_owned();
                let _ = self.events.send(Event { study, seq, what: "analysed", by: String::new() });
                tokio::time::sleep(begun.elapsed() * REST).await;
            }
            slot.behind.store(false, Ordering::Release);
            let known = lock(&slot.records).as_ref().map_or(0, |(seq, _)| *seq);
            let derived = lock(&slot.derived).as_ref().map_or(0, |derived| derived.seq);
            if derived >= known || slot.behind.swap(true, Ordering::AcqRel) {
                return;
            }
        }
    }

    /// The findings with resampling, where they are ready; else their making is begun.
    pub fn full(self: &Arc<Self>, access: &Access, sheet: &Arc<Sheet>) -> Option<Arc<Findings>> {
        self.resampled(access, sheet, false)
    }

    /// The same; `held`: where they are not ready, one waits for them.
    fn resampled(self: &Arc<Self>, access: &Access, sheet: &Arc<Sheet>, held: bool) -> Option<Arc<Findings>> {
        let slot = self.slot(access.study());
        let mut job = lock(&slot.job);
        if let Some(own) = job.as_mut() {
            if own.seq == sheet.derived.seq {
                own.held |= held;
                return own.findings.clone();
            }
            if own.held && !own.halted && own.findings.is_none() {
                return None;
            }
            own.cancel.store(true, Ordering::Relaxed);
        }
        let (cancel, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let of = sheet.loaded.value.frame.rules.resamples.unwrap_or(1000).unsigned_abs();
        *job = Some(Job {
            seq: sheet.derived.seq,
            held,
            cancel: Arc::clone(&cancel),
            done: Arc::clone(&done),
            of,
            halted: false,
            findings: None,
        });
        drop(job);
        let (desk, sheet, study) = (Arc::clone(self), Arc::clone(sheet), access.study().to_owned());
        tokio::spawn(async move {
            slot.quiet(sheet.derived.seq).await;
            if cancel.load(Ordering::Relaxed) {
                return;
            }
            let made = tokio::task::spawn_blocking(move || {
                let control = Control::default().with_cancel(cancel).with_counter(done);
                let mut findings = sheet.point.clone();
                if resample(&sheet.loaded.value, &mut findings, &control).is_err() {
                    return;
                }
                // What was looked at before will be looked at again.
                for lang in sheet.asked(false) {
                    sheet.document(lang, Some(&findings));
                }
                if let Some(job) = lock(&slot.job).as_mut().filter(|job| job.seq == sheet.derived.seq) {
                    job.findings = Some(Arc::new(findings));
                }
                let _ =
                    desk.events.send(Event { study, seq: sheet.seq, what: "analysed", by: String::new() });
            });
            // Whoever waits looks again in a while.
            let _ = made.await;
        });
        None
    }

    /// The findings with resampling, waited for.
    pub async fn wait(self: &Arc<Self>, access: &Access, sheet: &Arc<Sheet>) -> Result<Arc<Findings>, Fault> {
        let mut events = self.events();
        self.resume(access.study());
        loop {
            if let Some(findings) = self.resampled(access, sheet, true) {
                return Ok(findings);
            }
            // A lagging receiver only looks once more.
            let _ = tokio::time::timeout(Duration::from_secs(5), events.recv()).await;
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
