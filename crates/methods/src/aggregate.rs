//! From a panel's answers to one value a cell.
//!
//! A panel is a dense array of experts by cells. A cell is anything that was asked of everybody: the influence of one
//! variable on another, the importance of a variable. The answer is a step `0..=max` of a scale, *potential* (P), "no
//! opinion" (abstained) or missing; the last two count as not answered, and P counts as 0 wherever a number is needed.
//!
//! One code path serves the point value and every resample: the members of a panel are counted step by step, and a
//! [`Rule`] turns the counts into a value. Counts are whole numbers, so the order of the experts cannot matter.

mod lanes;
mod rules;

use lanes::{Counts, LANES, Lanes};

/// The longest scale of a panel: `0..=MAX_SCALE`.
pub const MAX_SCALE: u8 = 20;

/// The largest number of experts of a panel.
pub const MAX_EXPERTS: usize = 32_767;

/// What one expert answered about one cell, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer(u8);

impl Answer {
    /// Not asked, or not answered.
    pub const MISSING: Self = Self(255);
    /// "No opinion": answered, but without a value.
    pub const ABSTAINED: Self = Self(254);
    /// Potential influence (P): none today, possible tomorrow.
    pub const POTENTIAL: Self = Self(253);

    /// A step of the scale.
    #[must_use]
    pub const fn value(step: u8) -> Self {
        Self(step)
    }

    /// The step, if the answer is one.
    #[must_use]
    pub fn step(self) -> Option<u8> {
        (self.0 < Self::POTENTIAL.0).then_some(self.0)
    }

    /// Whether it counts as answered: a step or P.
    #[must_use]
    pub fn answered(self) -> bool {
        self.0 <= Self::POTENTIAL.0
    }
}

/// How the answers to a cell become one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// Existence, then intensity. A link exists when at least half of those who answered gave more than 0 (P counts
    /// as 0); its value is the median of the non-zero answers, halves up. The default.
    #[default]
    ExistenceThenIntensity,
    /// The median of all answers, P as 0; a half stays a half.
    Median,
    /// The mean of all answers, P as 0.
    Mean,
    /// The most frequent answer; of several, the lowest, in the order 0, P, 1, 2 …
    Mode,
}

/// Why a panel was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PanelError {
    /// The scale is empty or too long.
    #[error("a scale of 0 to {max}: the largest step is between 1 and {MAX_SCALE}")]
    Scale {
        /// The largest step asked for.
        max: u8,
    },
    /// More experts than can be counted.
    #[error("{experts} experts: at most {MAX_EXPERTS} are supported")]
    TooManyExperts {
        /// How many were given.
        experts: usize,
    },
    /// The array does not have one answer for each expert and cell.
    #[error("{given} answers for {experts} experts and {cells} cells")]
    Size {
        /// Experts announced.
        experts: usize,
        /// Cells announced.
        cells: usize,
        /// Answers given.
        given: usize,
    },
    /// A value is beyond the scale.
    #[error("expert {expert} answered {step} for cell {cell}: the scale ends at {max}")]
    OutOfScale {
        /// Index of the expert.
        expert: usize,
        /// Index of the cell.
        cell: usize,
        /// The value given.
        step: u8,
        /// The largest step of the scale.
        max: u8,
    },
}

/// The answers of a panel, experts x cells, ready to be counted.
#[derive(Debug, Clone)]
pub struct Panel {
    experts: usize,
    cells: usize,
    max: u8,
    answers: Vec<Answer>,
    lanes: Lanes,
}

/// The value of each cell, and how the panel came to it. All arrays have one entry a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Aggregate {
    /// The value by the rule; 0 where the cell is potential or nobody answered.
    pub value: Vec<f64>,
    /// Without a link, but at least half of those who answered gave P (under [`Rule::Mode`]: P is the mode).
    pub potential: Vec<bool>,
    /// How many answered with a step or P.
    pub answered: Vec<u32>,
    /// How many gave more than 0.
    pub non_zero: Vec<u32>,
    /// How many gave P.
    pub potential_votes: Vec<u32>,
    /// How many had no opinion.
    pub abstained: Vec<u32>,
    /// Share of those who answered that gave more than 0, in `[0, 1]`; 0 when nobody answered.
    pub existence: Vec<f64>,
    /// Between a third and two thirds (both included) see a link, or the non-zero answers span 2 steps or more.
    pub disputed: Vec<bool>,
}

/// The values of one resampled panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Resampled {
    /// The value of each cell.
    pub value: Vec<f64>,
    /// Whether the cell is potential.
    pub potential: Vec<bool>,
    /// Cells that nobody in this panel answered and that took the value of the whole panel.
    pub filled: usize,
}

impl Panel {
    /// A panel of `experts` x `cells` answers on a scale of `0..=max`; `answers` holds one expert after the other.
    ///
    /// # Errors
    /// [`PanelError`] when the sizes do not agree, a limit is passed or a value is beyond the scale.
    pub fn new(experts: usize, cells: usize, max: u8, answers: Vec<Answer>) -> Result<Self, PanelError> {
        if max == 0 || max > MAX_SCALE {
            return Err(PanelError::Scale { max });
        }
        if experts > MAX_EXPERTS {
            return Err(PanelError::TooManyExperts { experts });
        }
        if experts.checked_mul(cells) != Some(answers.len()) {
            return Err(PanelError::Size { experts, cells, given: answers.len() });
        }
        if let Some((at, step)) =
            answers.iter().enumerate().find_map(|(at, a)| a.step().filter(|&s| s > max).map(|s| (at, s)))
        {
            return Err(PanelError::OutOfScale { expert: at / cells, cell: at % cells, step, max });
        }
        let lanes = Lanes::new(experts, cells, max, &answers);
        Ok(Self { experts, cells, max, answers, lanes })
    }

    /// How many experts there are.
    #[must_use]
    pub fn experts(&self) -> usize {
        self.experts
    }

    /// How many cells there are.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// The largest step of the scale.
    #[must_use]
    pub fn max(&self) -> u8 {
        self.max
    }

    /// The answers of one expert, one a cell; empty for an expert that does not exist.
    #[must_use]
    pub fn expert(&self, expert: usize) -> &[Answer] {
        self.answers.get(expert * self.cells..(expert + 1) * self.cells).unwrap_or(&[])
    }

    /// The whole panel by a rule.
    #[must_use]
    pub fn aggregate(&self, rule: Rule) -> Aggregate {
        let everybody: Vec<u16> = (0..self.experts as u16).collect();
        let mut out = Aggregate {
            value: vec![0.0; self.cells],
            potential: vec![false; self.cells],
            answered: vec![0; self.cells],
            non_zero: vec![0; self.cells],
            potential_votes: vec![0; self.cells],
            abstained: self.abstentions(),
            existence: vec![0.0; self.cells],
            disputed: vec![false; self.cells],
        };
        let mut counts = Counts::new(self.max);
        for block in 0..self.lanes.blocks() {
            self.lanes.count(block, &everybody, &mut counts);
            let decided = rules::decide(rule, &counts);
            let base = block * LANES;
            for lane in 0..LANES.min(self.cells - base) {
                let cell = base + lane;
                let (answered, links) = (counts.answered(lane), counts.at_least(1, lane));
                out.value[cell] = decided.value[lane];
                out.potential[cell] = decided.potential[lane];
                out.answered[cell] = answered;
                out.non_zero[cell] = links;
                out.potential_votes[cell] = counts.potential(lane);
                out.existence[cell] =
                    if answered == 0 { 0.0 } else { f64::from(links) / f64::from(answered) };
                let split = answered > 0 && 3 * links >= answered && 3 * links <= 2 * answered;
                out.disputed[cell] = split || counts.span(lane) >= 2;
            }
        }
        out
    }

    /// One resampled panel by a rule: `multiplicities` says how often each expert is in it (missing entries are 0),
    /// `whole` is the aggregate of the whole panel by the same rule, which a cell without answers falls back on.
    #[must_use]
    pub fn resampled(&self, rule: Rule, multiplicities: &[u16], whole: &Aggregate) -> Resampled {
        let members = members(self.experts, multiplicities);
        let mut out =
            Resampled { value: vec![0.0; self.cells], potential: vec![false; self.cells], filled: 0 };
        let mut counts = Counts::new(self.max);
        for block in 0..self.lanes.blocks() {
            self.lanes.count(block, &members, &mut counts);
            let decided = rules::decide(rule, &counts);
            let base = block * LANES;
            for lane in 0..LANES.min(self.cells - base) {
                let cell = base + lane;
                if counts.answered(lane) == 0 && whole.answered[cell] > 0 {
                    out.filled += 1;
                    out.value[cell] = whole.value[cell];
                    out.potential[cell] = whole.potential[cell];
                } else {
                    out.value[cell] = decided.value[lane];
                    out.potential[cell] = decided.potential[lane];
                }
            }
        }
        out
    }

    /// Several resampled panels at once, P replaced by the number `potential`: the same values as [`Self::resampled`],
    /// block by block so that the answers are read from the nearest cache. `members` come from [`members`], `values`
    /// has one array of `cells` a panel. Gives the number of filled cells of each panel.
    pub(crate) fn resampled_batch(
        &self,
        rule: Rule,
        potential: f64,
        members: &[Vec<u16>],
        whole: &Aggregate,
        values: &mut [Vec<f64>],
    ) -> Vec<usize> {
        let mut filled = vec![0; members.len()];
        let mut counts = Counts::new(self.max);
        let mut decided = rules::Decided::default();
        for block in 0..self.lanes.blocks() {
            let base = block * LANES;
            let width = LANES.min(self.cells - base);
            for ((members, values), filled) in members.iter().zip(values.iter_mut()).zip(&mut filled) {
                self.lanes.count(block, members, &mut counts);
                rules::decide_into(rule, &counts, &mut decided);
                if self.lanes.has_potential() {
                    for (value, &p) in decided.value.iter_mut().zip(&decided.potential) {
                        *value = if p { potential } else { *value };
                    }
                }
                if counts.some_unanswered() {
                    for lane in (0..width).filter(|&lane| counts.answered(lane) == 0) {
                        let cell = base + lane;
                        decided.value[lane] =
                            if whole.potential[cell] { potential } else { whole.value[cell] };
                        *filled += usize::from(whole.answered[cell] > 0);
                    }
                }
                values[base..base + width].copy_from_slice(&decided.value[..width]);
            }
        }
        filled
    }

    fn abstentions(&self) -> Vec<u32> {
        let mut counts = vec![0; self.cells];
        for expert in 0..self.experts {
            for (count, &answer) in counts.iter_mut().zip(self.expert(expert)) {
                *count += u32::from(answer == Answer::ABSTAINED);
            }
        }
        counts
    }
}

/// The members of a resampled panel, an expert as often as it was drawn, at most [`MAX_EXPERTS`] in all.
pub(crate) fn members(experts: usize, multiplicities: &[u16]) -> Vec<u16> {
    let repeated = multiplicities.iter().take(experts).enumerate();
    repeated
        .flat_map(|(expert, &times)| std::iter::repeat_n(expert as u16, usize::from(times)))
        .take(MAX_EXPERTS)
        .collect()
}

#[cfg(test)]
mod tests;
