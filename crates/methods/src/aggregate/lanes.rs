//! Counting answers 64 cells at a time.
//!
//! For each block of 64 cells, each expert has one row of 64 bytes for "answered", one for "P" and one for each step
//! "this much or more". Adding up rows of bytes is what every processor does 16 cells an instruction, without any
//! instruction that not every machine has; and the sums are whole numbers, equal everywhere.

use super::Answer;

/// Cells of a block.
pub(super) const LANES: usize = 64;

type Row = [u8; LANES];

/// The answers of a panel as rows of zeros and ones: blocks x planes x experts.
#[derive(Debug, Clone)]
pub(super) struct Lanes {
    experts: usize,
    blocks: usize,
    steps: usize,
    /// Everybody answered every cell of a whole number of blocks: the plane "answered" is not kept.
    complete: bool,
    has_potential: bool,
    rows: Vec<Row>,
}

/// How many members answered, gave P, and gave at least each step, for each cell of a block.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    answered: [i16; LANES],
    potential: [i16; LANES],
    at_least: Vec<[i16; LANES]>,
    some_unanswered: bool,
}

impl Lanes {
    pub(super) fn new(experts: usize, cells: usize, max: u8, answers: &[Answer]) -> Self {
        let steps = usize::from(max);
        let blocks = cells.div_ceil(LANES);
        let complete = answers.iter().all(|a| a.answered());
        let has_potential = answers.contains(&Answer::POTENTIAL);
        let mut lanes = Self { experts, blocks, steps, complete, has_potential, rows: Vec::new() };
        lanes.rows = vec![[0; LANES]; blocks * lanes.planes() * experts];
        for (at, &answer) in answers.iter().enumerate() {
            let (expert, cell) = (at / cells, at % cells);
            let (block, lane) = (cell / LANES, cell % LANES);
            for step in 1..=usize::from(answer.step().unwrap_or(0)) {
                let row = lanes.row(block, step - 1, expert);
                lanes.rows[row][lane] = 1;
            }
            if has_potential && answer == Answer::POTENTIAL {
                let row = lanes.row(block, steps, expert);
                lanes.rows[row][lane] = 1;
            }
            if !complete && answer.answered() {
                let row = lanes.row(block, steps + usize::from(has_potential), expert);
                lanes.rows[row][lane] = 1;
            }
        }
        lanes
    }

    fn planes(&self) -> usize {
        self.steps + usize::from(self.has_potential) + usize::from(!self.complete)
    }

    fn row(&self, block: usize, plane: usize, expert: usize) -> usize {
        (block * self.planes() + plane) * self.experts + expert
    }

    pub(super) fn blocks(&self) -> usize {
        self.blocks
    }

    pub(super) fn has_potential(&self) -> bool {
        self.has_potential
    }

    /// Counts the members (an expert as often as it is listed, at most 32,767) over one block.
    pub(super) fn count(&self, block: usize, members: &[u16], counts: &mut Counts) {
        let plane = |plane: usize| {
            let start = self.row(block, plane, 0);
            &self.rows[start..start + self.experts]
        };
        for (step, into) in counts.at_least.iter_mut().enumerate() {
            sum(plane(step), members, into);
        }
        if self.has_potential {
            sum(plane(self.steps), members, &mut counts.potential);
        } else {
            counts.potential = [0; LANES];
        }
        if self.complete {
            counts.answered = [members.len() as i16; LANES];
        } else {
            sum(plane(self.steps + usize::from(self.has_potential)), members, &mut counts.answered);
        }
        counts.some_unanswered = counts.answered.contains(&0);
    }
}

fn sum(plane: &[Row], members: &[u16], into: &mut [i16; LANES]) {
    *into = [0; LANES];
    // A byte holds up to 255 ones.
    for part in members.chunks(255) {
        let mut bytes = [0_u8; LANES];
        for &expert in part {
            let row = &plane[usize::from(expert)];
            for (byte, one) in bytes.iter_mut().zip(row) {
                *byte = byte.wrapping_add(*one);
            }
        }
        for (total, byte) in into.iter_mut().zip(bytes) {
            *total = total.wrapping_add(i16::from(byte));
        }
    }
}

impl Counts {
    pub(super) fn new(max: u8) -> Self {
        Self {
            answered: [0; LANES],
            potential: [0; LANES],
            at_least: vec![[0; LANES]; usize::from(max)],
            some_unanswered: false,
        }
    }

    pub(super) fn answered(&self, lane: usize) -> u32 {
        self.answered[lane] as u32
    }

    pub(super) fn potential(&self, lane: usize) -> u32 {
        self.potential[lane] as u32
    }

    /// How many gave at least `step`, from 1; 0 beyond the scale.
    pub(super) fn at_least(&self, step: usize, lane: usize) -> u32 {
        self.at_least.get(step - 1).map_or(0, |row| row[lane] as u32)
    }

    pub(super) fn steps(&self) -> usize {
        self.at_least.len()
    }

    /// Whether some cell of the block has no answer.
    pub(super) fn some_unanswered(&self) -> bool {
        self.some_unanswered
    }

    /// The largest non-zero answer less the smallest one; 0 when there is none.
    pub(super) fn span(&self, lane: usize) -> usize {
        let links = self.at_least(1, lane);
        let highest = (1..=self.steps()).rev().find(|&step| self.at_least(step, lane) > 0).unwrap_or(0);
        let lowest = (1..=self.steps()).rev().find(|&step| self.at_least(step, lane) == links).unwrap_or(0);
        if links == 0 { 0 } else { highest - lowest }
    }

    /// The arrays themselves: answered, potential, at least each step.
    pub(super) fn arrays(&self) -> (&[i16; LANES], &[i16; LANES], &[[i16; LANES]]) {
        (&self.answered, &self.potential, &self.at_least)
    }
}
