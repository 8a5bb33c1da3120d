//! What a caller may ask of a long computation: stop, tell how far it is, and search no more than so many nodes.
//!
//! No clock is read here. Inside a study only node budgets count, because they give the same answer on every
//! machine; a caller that wants a time limit sets the cancel flag from outside.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The caller asked the computation to stop; no result was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the computation was cancelled")]
pub struct Cancelled;

type OnProgress = dyn Fn(u64) + Send + Sync;

/// Handle passed to every long computation. The default never cancels, reports nothing and has no budget.
///
/// Clones share the flag and the counter, so that one clone can stay with the caller.
#[derive(Clone, Default)]
pub struct Control {
    cancel: Option<Arc<AtomicBool>>,
    done: Option<Arc<AtomicU64>>,
    on_progress: Option<Arc<OnProgress>>,
    node_budget: Option<u64>,
}

impl Control {
    /// Stops the computation soon after `flag` becomes true.
    #[must_use]
    pub fn with_cancel(mut self, flag: Arc<AtomicBool>) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Adds finished units of work (draws, nodes …) to `counter`, for a caller that polls.
    #[must_use]
    pub fn with_counter(mut self, counter: Arc<AtomicU64>) -> Self {
        self.done = Some(counter);
        self
    }

    /// Calls `f` with the number of units just finished. It may be called from several threads at a time.
    #[must_use]
    pub fn with_progress(mut self, f: impl Fn(u64) + Send + Sync + 'static) -> Self {
        self.on_progress = Some(Arc::new(f));
        self
    }

    /// Limits each search to `nodes` nodes.
    #[must_use]
    pub fn with_node_budget(mut self, nodes: u64) -> Self {
        self.node_budget = Some(nodes);
        self
    }

    /// Whether the caller asked to stop.
    #[inline]
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    /// [`Cancelled`] when the caller asked to stop, for use with `?`.
    ///
    /// # Errors
    /// [`Cancelled`] after the flag was set.
    #[inline]
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// Reports `units` of finished work.
    pub fn advance(&self, units: u64) {
        if let Some(done) = &self.done {
            done.fetch_add(units, Ordering::Relaxed);
        }
        if let Some(f) = &self.on_progress {
            f(units);
        }
    }

    /// The node budget of one search, if any.
    #[must_use]
    pub fn node_budget(&self) -> Option<u64> {
        self.node_budget
    }

    /// A fresh count of nodes for one search. Each search counts for itself: a budget shared between threads
    /// would make the result depend on their timing.
    #[must_use]
    pub fn nodes(&self) -> Nodes {
        Nodes { spent: 0, budget: self.node_budget.unwrap_or(u64::MAX) }
    }
}

impl fmt::Debug for Control {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control")
            .field("cancelled", &self.is_cancelled())
            .field("node_budget", &self.node_budget)
            .finish_non_exhaustive()
    }
}

/// Nodes spent by one search against its budget.
#[derive(Debug, Clone)]
pub struct Nodes {
    spent: u64,
    budget: u64,
}

impl Nodes {
    /// Counts one node; false once the budget is spent and the search has to stop.
    #[inline]
    pub fn visit(&mut self) -> bool {
        if self.spent >= self.budget {
            return false;
        }
        self.spent += 1;
        true
    }

    /// Nodes visited so far.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// Whether the budget is spent, so that the search may be incomplete.
    #[must_use]
    pub fn exhausted(&self) -> bool {
        self.spent >= self.budget
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_never_stops() {
        let control = Control::default();
        assert_eq!(control.check(), Ok(()));
        let mut nodes = control.nodes();
        assert!((0..1000).all(|_| nodes.visit()));
        assert!(!nodes.exhausted());
    }

    #[test]
    fn cancel_progress_and_budget_reach_the_computation() {
        let flag = Arc::new(AtomicBool::new(false));
        let counter = Arc::new(AtomicU64::new(0));
        let seen = Arc::new(AtomicU64::new(0));
        let seen_inside = Arc::clone(&seen);
        let control = Control::default()
            .with_cancel(Arc::clone(&flag))
            .with_counter(Arc::clone(&counter))
            .with_progress(move |units| {
                seen_inside.fetch_add(units, Ordering::Relaxed);
            })
            .with_node_budget(2);
        control.advance(3);
        control.advance(4);
        assert_eq!((counter.load(Ordering::Relaxed), seen.load(Ordering::Relaxed)), (7, 7));
        flag.store(true, Ordering::Relaxed);
        assert_eq!(control.check(), Err(Cancelled));
        let mut nodes = control.nodes();
        assert_eq!([nodes.visit(), nodes.visit(), nodes.visit()], [true, true, false]);
        assert!(nodes.exhausted());
    }
}
