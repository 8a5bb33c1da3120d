//! Resampled panels: the experts drawn again, with replacement, within their groups.
//!
//! A resample answers one question: would this panel, composed a little differently, have said the same? It is
//! *stability to the composition of the panel*, neither a probability nor an error about the world: a panel is
//! chosen, not drawn. Every statistic uses the same draws when it is given the same seed and task, so that draw
//! number 17 is the same panel in every method.

use rayon::prelude::*;

use crate::control::{Cancelled, Control};
use crate::random::{Groups, Stream, draw_within_groups};

/// How panels are drawn: `draws` times, with replacement within each group.
#[derive(Debug, Clone, Copy)]
pub struct Resampling<'a> {
    /// The seed of the study.
    pub seed: u64,
    /// Names what is drawn; statistics that share it share their panels.
    pub task: &'a str,
    /// How many panels are drawn; 1,000 by default in a study.
    pub draws: usize,
    /// The groups within which experts are drawn.
    pub groups: &'a Groups,
}

impl Resampling<'_> {
    /// How often each expert is in panel number `draw`.
    #[must_use]
    pub fn multiplicities(&self, draw: usize) -> Vec<u16> {
        draw_within_groups(self.groups, &mut Stream::new(self.seed, self.task, draw as u64))
    }
}

/// Panels that a thread takes at a time; it does not touch the result.
const CHUNK: usize = 16;

/// Applies `f` to every resampled panel, in parallel; the results come in the order of the draws.
///
/// `f` gets how often each expert is in the panel (one entry an expert). Being a pure function of that, it gives the
/// same results at any number of threads.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn replicates<T: Send>(
    resampling: &Resampling<'_>,
    control: &Control,
    f: impl Fn(&[u16]) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let chunks: Vec<Vec<T>> = (0..resampling.draws.div_ceil(CHUNK))
        .into_par_iter()
        .map(|chunk| {
            control.check()?;
            let draws = chunk * CHUNK..((chunk + 1) * CHUNK).min(resampling.draws);
            let size = draws.len() as u64;
            let results = draws.map(|draw| f(&resampling.multiplicities(draw))).collect();
            control.advance(size);
            Ok(results)
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(chunks.into_iter().flatten().collect())
}

/// Applies `f` to the panel without each expert in turn; the results come in the order of the experts.
///
/// # Errors
/// [`Cancelled`] when the caller asked to stop.
pub fn leave_one_out<T: Send>(
    experts: usize,
    control: &Control,
    f: impl Fn(&[u16]) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    (0..experts)
        .into_par_iter()
        .map(|left_out| {
            control.check()?;
            let mut multiplicities = vec![1; experts];
            multiplicities[left_out] = 0;
            let result = f(&multiplicities);
            control.advance(1);
            Ok(result)
        })
        .collect()
}

/// The type-1 quantile of sorted values: the smallest one with at least a share `p` of the values at or below it.
///
/// It is always one of the values, so that the quantile of ranks is a rank. `None` when there are none.
#[must_use]
pub fn quantile_type1<T: Copy>(sorted: &[T], p: f64) -> Option<T> {
    let n = sorted.len() as f64;
    // A hair below, so that 0.05 * 1000 is position 50 and not 51 by rounding.
    let position = (p * n - 1e-9).ceil().clamp(1.0, n.max(1.0)) as usize;
    sorted.get(position - 1).copied()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

    use super::*;

    #[test]
    fn replicates_are_equal_at_any_number_of_threads() {
        let groups = Groups::one(9).unwrap();
        let resampling = Resampling { seed: 5, task: "panel", draws: 101, groups: &groups };
        let run = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| replicates(&resampling, &Control::default(), <[u16]>::to_vec).unwrap())
        };
        let one = run(1);
        assert_eq!(one.len(), 101);
        assert!(one.iter().all(|m| m.iter().sum::<u16>() == 9));
        assert_eq!(one, run(2));
        assert_eq!(one, run(8));
        assert_eq!(one[17], resampling.multiplicities(17));
    }

    #[test]
    fn a_flag_stops_it_and_a_counter_counts() {
        let groups = Groups::one(3).unwrap();
        let resampling = Resampling { seed: 5, task: "panel", draws: 40, groups: &groups };
        let counter = Arc::new(AtomicU64::new(0));
        let control = Control::default().with_counter(Arc::clone(&counter));
        replicates(&resampling, &control, |_| ()).unwrap();
        assert_eq!(counter.load(Ordering::Relaxed), 40);
        let control = Control::default().with_cancel(Arc::new(AtomicBool::new(true)));
        assert_eq!(replicates(&resampling, &control, |_| ()), Err(Cancelled));
    }

    #[test]
    fn leaving_one_out_gives_one_result_an_expert() {
        let sums = leave_one_out(4, &Control::default(), |m| m.to_vec()).unwrap();
        assert_eq!(sums[2], [1, 1, 0, 1]);
        assert_eq!(sums.len(), 4);
    }

    #[test]
    fn type_one_quantiles_are_values() {
        let values: Vec<u32> = (1..=1000).collect();
        assert_eq!(quantile_type1(&values, 0.05), Some(50));
        assert_eq!(quantile_type1(&values, 0.95), Some(950));
        assert_eq!(quantile_type1(&values, 0.0), Some(1));
        assert_eq!(quantile_type1(&values, 1.0), Some(1000));
        assert_eq!(quantile_type1(&[3, 4], 0.5), Some(3));
        assert_eq!(quantile_type1::<u8>(&[], 0.5), None);
    }
}
