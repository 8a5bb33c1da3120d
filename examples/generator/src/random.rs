//! Random numbers that are the same on every machine: raw words of ChaCha, and arithmetic of our own.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The seed of every draw: the base year of the study.
const SEED: u64 = 2018;

/// A stream of random numbers, fixed by the seed, a task and a replicate.
pub struct Stream(ChaCha12Rng);

impl Stream {
    /// The stream of one replicate (an item, an expert) of one task (a round and a family).
    #[must_use]
    pub fn new(task: &str, replicate: usize) -> Self {
        // FNV-1a, 64 bits.
        let hash = task
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
        let mut generator = ChaCha12Rng::seed_from_u64(SEED ^ hash);
        generator.set_stream(replicate as u64);
        Self(generator)
    }

    /// A number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// A number with mean 0 and standard deviation 1, from -6 to 6: twelve uniform numbers added (Irwin-Hall), so that
    /// no logarithm of the platform is needed.
    pub fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }
}

/// The median; the mean of the two middle numbers of an even count.
#[must_use]
pub fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => 0.0,
        n if n % 2 == 1 => sorted[n / 2],
        n => (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0,
    }
}
