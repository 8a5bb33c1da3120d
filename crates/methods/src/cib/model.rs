//! A cross-impact matrix and what one scenario is worth in it.

use num_bigint::BigUint;

/// Most variants that a descriptor may have.
pub const MOST_VARIANTS: usize = 64;

/// Largest balance that a matrix may reach, in either direction.
pub const LARGEST_BALANCE: i64 = 1 << 28;

/// Most comparisons of a matrix: its variants times the pairs of rivals of all its descriptors.
pub const MOST_COMPARISONS: usize = 1 << 27;

/// Why a matrix was refused. Descriptors and variants count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CibError {
    /// There are no descriptors.
    #[error("there are no descriptors")]
    Empty,
    /// A descriptor has no variants.
    #[error("descriptor {descriptor} has no variants")]
    NoVariants {
        /// The descriptor.
        descriptor: usize,
    },
    /// A descriptor has more variants than [`MOST_VARIANTS`].
    #[error("descriptor {descriptor} has {variants} variants: at most {MOST_VARIANTS} are supported")]
    TooManyVariants {
        /// The descriptor.
        descriptor: usize,
        /// Its variants.
        variants: usize,
    },
    /// The number of cells is not the square of the number of variants.
    #[error("{cells} cells for {variants} variants")]
    Size {
        /// Cells given.
        cells: usize,
        /// Variants of all descriptors.
        variants: usize,
    },
    /// The matrix compares more variants with their rivals than fit the memory: see [`MOST_COMPARISONS`].
    #[error("{comparisons} comparisons: at most {MOST_COMPARISONS} are supported")]
    TooWide {
        /// Variants times pairs of rivals.
        comparisons: usize,
    },
    /// Balances could exceed [`LARGEST_BALANCE`].
    #[error("the impacts on variant {column} are too large to be added")]
    TooLarge {
        /// The target variant, counted over all descriptors.
        column: usize,
    },
    /// A variant that does not exist.
    #[error("descriptor {descriptor} has no variant {variant}")]
    UnknownVariant {
        /// The descriptor.
        descriptor: usize,
        /// The variant.
        variant: usize,
    },
}

/// A cross-impact matrix: descriptors with their variants, and the impact of every variant on every variant.
///
/// Impacts are whole numbers; a panel's means are brought to whole numbers by a common factor, which changes no
/// result but the unit of the balances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cib {
    sizes: Vec<usize>,
    first: Vec<usize>,
    variants: usize,
    cells: Vec<i32>,
}

impl Cib {
    /// A matrix from the number of variants of each descriptor and its cells, row by row: rows are sources, columns
    /// targets, both counted over all descriptors.
    ///
    /// # Errors
    /// [`CibError`] names the descriptor or the cells at fault.
    pub fn new(sizes: Vec<usize>, cells: Vec<i32>) -> Result<Self, CibError> {
        if sizes.is_empty() {
            return Err(CibError::Empty);
        }
        for (descriptor, &variants) in sizes.iter().enumerate() {
            match variants {
                0 => return Err(CibError::NoVariants { descriptor }),
                _ if variants > MOST_VARIANTS => {
                    return Err(CibError::TooManyVariants { descriptor, variants });
                }
                _ => {}
            }
        }
        let mut variants = 0;
        let mut first = Vec::with_capacity(sizes.len());
        for size in &sizes {
            first.push(variants);
            variants += size;
        }
        if variants.checked_mul(variants) != Some(cells.len()) {
            return Err(CibError::Size { cells: cells.len(), variants });
        }
        let comparisons = sizes.iter().map(|n| n * (n - 1)).sum::<usize>().saturating_mul(variants);
        if comparisons > MOST_COMPARISONS {
            return Err(CibError::TooWide { comparisons });
        }
        let cib = Self { sizes, first, variants, cells };
        for column in 0..variants {
            let sum: i64 = (0..cib.descriptors())
                .map(|s| {
                    let rows = cib.first[s]..cib.first[s] + cib.sizes[s];
                    rows.map(|row| i64::from(cib.cells[row * variants + column]).abs()).max().unwrap_or(0)
                })
                .sum();
            if sum > LARGEST_BALANCE {
                return Err(CibError::TooLarge { column });
            }
        }
        Ok(cib)
    }

    /// How many descriptors there are.
    #[must_use]
    pub fn descriptors(&self) -> usize {
        self.sizes.len()
    }

    /// The number of variants of each descriptor.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many variants all descriptors have: the side of the matrix.
    #[must_use]
    pub fn variants(&self) -> usize {
        self.variants
    }

    /// The row and column of the first variant of a descriptor.
    ///
    /// # Panics
    /// When there is no such descriptor.
    #[must_use]
    pub fn first(&self, descriptor: usize) -> usize {
        self.first[descriptor]
    }

    /// The row and column of the first variant of each descriptor.
    #[must_use]
    pub fn firsts(&self) -> &[usize] {
        &self.first
    }

    /// The cells, row by row.
    #[must_use]
    pub fn cells(&self) -> &[i32] {
        &self.cells
    }

    /// The impacts of a variant (a row) on the variants of one descriptor.
    ///
    /// # Panics
    /// When there is no such row or descriptor.
    #[must_use]
    pub fn section(&self, row: usize, target: usize) -> &[i32] {
        let from = row * self.variants + self.first[target];
        &self.cells[from..from + self.sizes[target]]
    }

    /// The number of scenarios, consistent or not.
    #[must_use]
    pub fn space(&self) -> BigUint {
        self.sizes.iter().map(|&size| BigUint::from(size)).product()
    }

    /// Whether a scenario chooses an existing variant of every descriptor.
    ///
    /// # Errors
    /// [`CibError::UnknownVariant`] for the first that does not exist, [`CibError::Size`] for another number of them.
    pub fn check(&self, scenario: &[u8]) -> Result<(), CibError> {
        if scenario.len() != self.descriptors() {
            return Err(CibError::Size { cells: scenario.len(), variants: self.descriptors() });
        }
        let unknown = scenario.iter().zip(&self.sizes).position(|(&v, &size)| usize::from(v) >= size);
        match unknown {
            Some(descriptor) => {
                Err(CibError::UnknownVariant { descriptor, variant: usize::from(scenario[descriptor]) })
            }
            None => Ok(()),
        }
    }

    /// The balance of every variant of every descriptor in a scenario of this matrix.
    ///
    /// # Panics
    /// When the scenario is none of this matrix (see [`Self::check`]).
    #[must_use]
    pub fn balances(&self, scenario: &[u8]) -> Vec<i64> {
        let mut balances = vec![0; self.variants];
        for (s, &v) in scenario.iter().enumerate() {
            let from = (self.first[s] + usize::from(v)) * self.variants;
            let row = &self.cells[from..from + self.variants];
            balances.iter_mut().zip(row).for_each(|(sum, &cell)| *sum += i64::from(cell));
        }
        balances
    }

    /// The sum of the balances of the variants that a scenario of this matrix chooses.
    ///
    /// # Panics
    /// When the scenario is none of this matrix (see [`Self::check`]).
    #[must_use]
    pub fn total_impact(&self, scenario: &[u8]) -> i64 {
        let column = |t: usize| self.first[t] + usize::from(scenario[t]);
        let row = |(s, &v): (usize, &u8)| {
            let from = (self.first[s] + usize::from(v)) * self.variants;
            (0..scenario.len()).map(|t| i64::from(self.cells[from + column(t)])).sum::<i64>()
        };
        scenario.iter().enumerate().map(row).sum()
    }

    /// What a scenario of this matrix is worth.
    ///
    /// # Panics
    /// When the scenario is none of this matrix (see [`Self::check`]).
    #[must_use]
    pub fn score(&self, scenario: &[u8]) -> Score {
        let balances = self.balances(scenario);
        let mut score = Score { total_impact: 0, consistency: 0, inconsistency: 0, margins: Vec::new() };
        for (d, &v) in scenario.iter().enumerate() {
            let own = &balances[self.first[d]..self.first[d] + self.sizes[d]];
            let chosen = own[usize::from(v)];
            score.total_impact += chosen;
            let rivals = own.iter().enumerate().filter(|&(a, _)| a != usize::from(v));
            score.margins.push(rivals.map(|(_, balance)| balance).max().map(|best| chosen - best));
        }
        let least = score.margins.iter().flatten().min().copied().unwrap_or(0);
        score.consistency = least;
        score.inconsistency = (-least).max(0);
        score
    }

    /// Whether the variants of a source differ in what they do to a target.
    #[must_use]
    pub fn acts(&self, source: usize, target: usize) -> bool {
        let row = |v: usize| self.section(self.first[source] + v, target);
        let difference = |v: usize, a: usize| i64::from(row(v)[a]) - i64::from(row(v)[0]);
        let mut variants = 1..self.sizes[source];
        source != target
            && variants.any(|v| (0..self.sizes[target]).any(|a| difference(v, a) != difference(0, a)))
    }

    /// Groups of descriptors that nothing ties together: what holds in each holds whatever the others do.
    #[must_use]
    pub fn islands(&self) -> Vec<Vec<usize>> {
        let n = self.descriptors();
        let mut of: Vec<usize> = (0..n).collect();
        for s in 0..n {
            for t in (0..n).filter(|&t| self.acts(s, t)) {
                let (low, high) = (of[s].min(of[t]), of[s].max(of[t]));
                of.iter_mut().filter(|leader| **leader == high).for_each(|leader| *leader = low);
            }
        }
        let members = |leader: usize| (0..n).filter(|&d| of[d] == leader).collect::<Vec<_>>();
        (0..n).map(members).filter(|members| !members.is_empty()).collect()
    }

    /// The matrix of one island. What the others do to it whatever they choose is added to its self-impacts.
    #[must_use]
    pub(super) fn part(&self, island: &[usize]) -> Self {
        let sizes: Vec<usize> = island.iter().map(|&d| self.sizes[d]).collect();
        let mut first = Vec::with_capacity(sizes.len());
        let mut variants = 0;
        for size in &sizes {
            first.push(variants);
            variants += size;
        }
        let mut cells = Vec::with_capacity(variants * variants);
        for &s in island {
            for v in 0..self.sizes[s] {
                for &t in island {
                    let own = self.section(self.first[s] + v, t).iter().copied();
                    if s != t {
                        cells.extend(own);
                        continue;
                    }
                    let outside = (0..self.descriptors()).filter(|other| !island.contains(other));
                    let given: Vec<i32> = outside.fold(vec![0; self.sizes[t]], |sum, other| {
                        let section = self.section(self.first[other], t);
                        sum.iter().zip(section).map(|(a, b)| a + b).collect()
                    });
                    cells.extend(own.zip(given).map(|(own, given)| own + given));
                }
            }
        }
        Self { sizes, first, variants, cells }
    }
}

/// What a scenario is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Sum of the balances of the chosen variants.
    pub total_impact: i64,
    /// The least margin of its descriptors: how much more impact the weakest could lose before another variant is as
    /// good. Negative where the scenario is inconsistent, 0 where no descriptor has a rival.
    pub consistency: i64,
    /// How much the worst descriptor misses, 0 for a consistent scenario.
    pub inconsistency: i64,
    /// For each descriptor its balance less that of its best rival; `None` where it has one variant.
    pub margins: Vec<Option<i64>>,
}
