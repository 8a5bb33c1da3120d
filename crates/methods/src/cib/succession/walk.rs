//! Steps of succession, and the ends that paths come to.

use super::Rule;
use crate::cib::model::Cib;
use crate::control::{Cancelled, Control};

/// The rule on one matrix, and how a state is packed into a word.
#[derive(Debug)]
pub(super) struct Walker<'a> {
    cib: &'a Cib,
    rule: Rule,
    /// Where the digit of each descriptor begins in a packed state.
    shifts: Vec<u32>,
    /// For each descriptor the bits of a digit.
    masks: Vec<u64>,
    packs: bool,
    swift: Option<Swift>,
}

/// Bits of a digit.
fn bits(size: usize) -> u32 {
    usize::BITS - (size - 1).leading_zeros()
}

/// The global rule for narrow matrices: for each group of descriptors and each of its choices a row of keys, one plane a
/// variant of the targets. A key is the balance above a bit for the incumbent above three bits that name the variant.
/// Lanes are slices, not arrays: the compiler takes arrays apart.
#[derive(Debug)]
struct Swift {
    /// Lanes of a plane.
    width: usize,
    base: Vec<i16>,
    groups: Vec<Group>,
}

/// Neighbours in a packed state, read as one number.
#[derive(Debug)]
struct Group {
    shift: u32,
    bits: u32,
    /// A row for each number that their digits may make.
    rows: Vec<i16>,
}

/// Most bits of a group: its rows stay in the machine's nearer memory.
const GROUP_BITS: u32 = 6;

impl Swift {
    fn new(cib: &Cib, shifts: &[u32]) -> Self {
        let width = cib.descriptors().next_multiple_of(8);
        let planes = cib.sizes().iter().copied().max().unwrap_or(1);
        // A variant that is not there never wins.
        let mut base = vec![i16::MIN / 2; width * planes];
        for (d, &size) in cib.sizes().iter().enumerate() {
            (0..size).for_each(|plane| base[plane * width + d] = 7 - plane as i16);
        }
        let mut groups: Vec<Group> = Vec::new();
        for (s, (&size, &shift)) in cib.sizes().iter().zip(shifts).enumerate() {
            let own = bits(size);
            let fits = |last: &Group| last.shift + last.bits == shift && last.bits + own <= GROUP_BITS;
            if !groups.last().is_some_and(fits) {
                groups.push(Group { shift, bits: 0, rows: vec![0; base.len()] });
            }
            let Some(group) = groups.last_mut() else { continue };
            // Numbers that no digits make keep a row that is never read.
            let before = std::mem::take(&mut group.rows);
            for v in 0..1 << own {
                for row in before.chunks_exact(base.len()) {
                    let from = group.rows.len();
                    group.rows.extend(row);
                    for d in (0..cib.descriptors()).filter(|_| v < size) {
                        for (a, &cell) in cib.section(cib.first(s) + v, d).iter().enumerate() {
                            let stays = if d == s && a == v { 8 } else { 0 };
                            group.rows[from + a * width + d] += cell as i16 * 16 + stays;
                        }
                    }
                }
            }
            group.bits += own;
        }
        Self { width, base, groups }
    }

    fn step(&self, walker: &Walker<'_>, packed: u64, keys: &mut Vec<i16>) -> u64 {
        let n = self.base.len();
        keys.clear();
        keys.extend_from_slice(&self.base);
        for group in &self.groups {
            let from = (packed >> group.shift & ((1 << group.bits) - 1)) as usize * n;
            for (key, cell) in keys.iter_mut().zip(&group.rows[from..from + n]) {
                *key = key.wrapping_add(*cell);
            }
        }
        let (best, others) = keys.split_at_mut(self.width);
        for plane in others.chunks_exact(self.width) {
            best.iter_mut().zip(plane).for_each(|(best, other)| *best = (*best).max(*other));
        }
        walker
            .shifts
            .iter()
            .zip(best)
            .fold(0, |packed, (shift, best)| packed | u64::from(*best as u16 & 7 ^ 7) << shift)
    }
}

/// Room for the balances of a step.
#[derive(Debug, Default)]
struct Room {
    balances: Vec<i32>,
    keys: Vec<i16>,
    state: Vec<u8>,
}

impl<'a> Walker<'a> {
    pub(super) fn new(cib: &'a Cib, rule: Rule) -> Self {
        let mut shifts = Vec::new();
        let mut at = 0;
        for &size in cib.sizes() {
            // A digit lies within one word of 16 bits.
            if at % 16 + bits(size) > 16 {
                at = at.next_multiple_of(16);
            }
            shifts.push(at);
            at += bits(size);
        }
        let packs = at < 64;
        let swift =
            (packs && rule == Rule::Global && super::is_narrow(cib)).then(|| Swift::new(cib, &shifts));
        let masks = cib.sizes().iter().map(|&size| (1 << bits(size)) - 1).collect();
        Self { cib, rule, shifts, masks, packs, swift }
    }

    /// Whether a state fits a word.
    pub(super) fn packs(&self) -> bool {
        self.packs
    }

    /// Where the digit of each descriptor begins in a packed state.
    pub(super) fn shifts(&self) -> &[u32] {
        &self.shifts
    }

    /// The impacts of a variant.
    pub(super) fn row(&self, descriptor: usize, variant: u8) -> &[i32] {
        let n = self.cib.variants();
        let from = (self.cib.first(descriptor) + usize::from(variant)) * n;
        &self.cib.cells()[from..from + n]
    }

    /// The balances of a state.
    pub(super) fn balances(&self, state: &[u8], out: &mut Vec<i32>) {
        out.clear();
        out.resize(self.cib.variants(), 0);
        for (d, &v) in state.iter().enumerate() {
            out.iter_mut().zip(self.row(d, v)).for_each(|(sum, cell)| *sum += cell);
        }
    }

    fn pack(&self, state: &[u8]) -> u64 {
        state.iter().zip(&self.shifts).fold(0, |packed, (&v, shift)| packed | u64::from(v) << shift)
    }

    fn unpack(&self, packed: u64, state: &mut Vec<u8>) {
        state.clear();
        let digit = |(&mask, &shift): (&u64, &u32)| ((packed >> shift) & mask) as u8;
        state.extend(self.masks.iter().zip(&self.shifts).map(digit));
    }

    /// The best variant of a descriptor, and by how much it is better than the incumbent: in a tie the incumbent,
    /// else the first.
    fn best(&self, balances: &[i32], descriptor: usize, incumbent: u8) -> (u8, i32) {
        let first = self.cib.first(descriptor);
        let own = &balances[first..first + self.cib.sizes()[descriptor]];
        let (mut best, mut most) = (incumbent, own[usize::from(incumbent)]);
        for (a, &balance) in own.iter().enumerate() {
            if balance > most {
                (best, most) = (a as u8, balance);
            }
        }
        (best, most - own[usize::from(incumbent)])
    }

    /// One step from a state whose balances are given; they are of no use afterwards.
    pub(super) fn step_with(&self, state: &mut [u8], balances: &mut [i32]) {
        match self.rule {
            Rule::Global => {
                for (d, v) in state.iter_mut().enumerate() {
                    *v = self.best(balances, d, *v).0;
                }
            }
            Rule::Sequential => {
                for (d, v) in state.iter_mut().enumerate() {
                    let (best, _) = self.best(balances, d, *v);
                    if best != *v {
                        let rows = self.row(d, *v).iter().zip(self.row(d, best));
                        balances.iter_mut().zip(rows).for_each(|(sum, (old, new))| *sum += new - old);
                        *v = best;
                    }
                }
            }
            Rule::MaxGap => {
                let mut most = (0, 0, 0);
                for (d, &v) in state.iter().enumerate() {
                    let (best, gap) = self.best(balances, d, v);
                    if gap > most.0 {
                        most = (gap, d, best);
                    }
                }
                if most.0 > 0 {
                    state[most.1] = most.2;
                }
            }
        }
    }

    fn step(&self, state: &mut [u8], room: &mut Room) {
        self.balances(state, &mut room.balances);
        self.step_with(state, &mut room.balances);
    }

    fn step_packed(&self, packed: u64, room: &mut Room) -> u64 {
        if let Some(swift) = &self.swift {
            return swift.step(self, packed, &mut room.keys);
        }
        let mut state = std::mem::take(&mut room.state);
        self.unpack(packed, &mut state);
        self.step(&mut state, room);
        let next = self.pack(&state);
        room.state = state;
        next
    }
}

/// What one thread met.
#[derive(Debug)]
pub(super) struct Met {
    /// Attractors, with the weight of each of their states as a phase.
    pub(super) ends: Vec<(Vec<Vec<u8>>, Vec<u64>)>,
    /// Scenarios whose path was given up.
    pub(super) unresolved: u64,
}

/// The ends that one thread comes to. Every state of an attractor is a *slot*; the slot of a scenario is where its path
/// is after any large number of whole turns.
pub(super) struct Ends<'a> {
    walker: &'a Walker<'a>,
    control: &'a Control,
    longest: usize,
    /// The slots of states: of a state's number, multiplied so that its bits are mixed, the upper bits say the place, the
    /// others stand there above the slot; 0 where nothing stands. What comes later to a place takes it.
    known: Vec<u64>,
    line_bits: u32,
    /// For each slot the one before it, and how many scenarios become a state of the slot.
    before: Vec<u32>,
    counts: Vec<u64>,
    /// The attractors, by their first slot.
    attractors: Vec<(usize, Vec<Vec<u8>>)>,
    unresolved: u64,
    room: Room,
    path: Vec<u64>,
    lists: [Vec<u64>; 3],
    ends: Vec<u64>,
}

/// An odd number: multiplying by it loses nothing.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// States that share a line, as a power of two: eight of 8 bytes.
const LINE: u32 = 3;

impl<'a> Ends<'a> {
    /// `places` is a power of two, at least 64.
    pub(super) fn new(walker: &'a Walker<'a>, places: usize, longest: usize, control: &'a Control) -> Self {
        Self {
            walker,
            control,
            longest,
            known: vec![0; places],
            line_bits: places.trailing_zeros() - LINE,
            before: Vec::new(),
            // The first counts nothing.
            counts: vec![0],
            attractors: Vec::new(),
            unresolved: 0,
            room: Room::default(),
            path: Vec::new(),
            lists: Default::default(),
            ends: Vec::new(),
        }
    }

    /// Where a state stands in the table, and what stands there above its slot.
    #[inline(always)]
    fn place(&self, packed: u64) -> (usize, u64) {
        // States that differ in their lowest bits share a line of the machine's memory.
        let mixed = (packed >> LINE).wrapping_mul(MIX);
        let line = (mixed >> (64 - self.line_bits)) << LINE;
        ((line | packed & ((1 << LINE) - 1)) as usize, mixed & (u64::MAX >> self.line_bits))
    }

    /// The slot of a state, if it is known, else 0. Slots count from 1.
    #[inline(always)]
    fn slot(&self, packed: u64) -> usize {
        self.slot_in(self.known[self.place(packed).0], packed)
    }

    #[inline(always)]
    fn slot_in(&self, entry: u64, packed: u64) -> usize {
        let slot = entry & ((1 << self.line_bits) - 1);
        if entry >> self.line_bits == self.place(packed).1 { slot as usize } else { 0 }
    }

    fn learn(&mut self, packed: u64, slot: usize) {
        if (slot as u64) < 1 << self.line_bits {
            let (place, rest) = self.place(packed);
            self.known[place] = rest << self.line_bits | slot as u64;
        }
    }

    /// Counts states that became `packed`.
    pub(super) fn count_packed(&mut self, packed: u64, weight: u64) -> Result<(), Cancelled> {
        let slot = match self.slot(packed) {
            0 => self.follow_packed(packed)?,
            slot => Some(slot),
        };
        match slot {
            Some(slot) => self.counts[slot] += weight,
            None => self.unresolved += weight,
        }
        Ok(())
    }

    /// Counts one state that became each of `all`.
    pub(super) fn count_all(&mut self, all: &[u64]) -> Result<(), Cancelled> {
        let [mut states, mut missed, mut entries] = std::mem::take(&mut self.lists);
        let mut ends = std::mem::take(&mut self.ends);
        for list in [&mut states, &mut missed, &mut entries] {
            list.resize(all.len(), 0);
        }
        ends.resize(all.len(), 0);
        // Neighbours often become the same. In passes without a branch, so that the machine looks up many places at a
        // time.
        let mut runs = 0;
        for (index, &packed) in all.iter().enumerate() {
            states[runs] = packed;
            ends[runs] = index as u64 + 1;
            runs += usize::from(all.get(index + 1) != Some(&packed));
        }
        for (entry, &packed) in entries[..runs].iter_mut().zip(&states) {
            *entry = self.known[self.place(packed).0];
        }
        let (mut misses, mut before) = (0, 0);
        for run in 0..runs {
            let (packed, end) = (states[run], ends[run]);
            let slot = self.slot_in(entries[run], packed);
            self.counts[slot] += end - before;
            missed[misses] = packed;
            ends[misses] = end - before;
            misses += usize::from(slot == 0);
            before = end;
        }
        // Nearly all are known one step on; those too are looked up together.
        for (next, &packed) in entries.iter_mut().zip(&missed[..misses]) {
            *next = self.walker.step_packed(packed, &mut self.room);
        }
        for next in &mut entries[..misses] {
            *next = self.slot(*next) as u64;
        }
        for ((&packed, &weight), &slot) in missed[..misses].iter().zip(&ends).zip(&entries) {
            if slot == 0 {
                self.count_packed(packed, weight)?;
            } else {
                let slot = self.before[slot as usize - 1] as usize;
                self.counts[slot] += weight;
                self.learn(packed, slot);
            }
        }
        self.lists = [states, missed, entries];
        self.ends = ends;
        Ok(())
    }

    /// Counts a state that became `next`.
    pub(super) fn count_next(&mut self, next: &[u8], state: &[u8]) -> Result<(), Cancelled> {
        if self.walker.packs {
            return self.count_packed(self.walker.pack(next), 1);
        }
        self.count(state)
    }

    /// Counts a state.
    pub(super) fn count(&mut self, state: &[u8]) -> Result<(), Cancelled> {
        let mut next = state.to_vec();
        self.walker.step(&mut next, &mut self.room);
        if self.walker.packs {
            return self.count_packed(self.walker.pack(&next), 1);
        }
        match self.follow_unpacked(next)? {
            Some(slot) => self.counts[slot] += 1,
            None => self.unresolved += 1,
        }
        Ok(())
    }

    #[inline(never)]
    fn follow_packed(&mut self, packed: u64) -> Result<Option<usize>, Cancelled> {
        let walker = self.walker;
        let mut path = std::mem::take(&mut self.path);
        path.clear();
        let mut at = packed;
        // A checkpoint that moves on at powers of two meets the path again once it circles (Brent 1980).
        let (mut checkpoint, mut at_check, mut next_check) = (u64::MAX, 0, 1);
        let mut slot = loop {
            let slot = self.slot(at);
            if slot != 0 {
                break slot;
            }
            if at == checkpoint {
                let states = path.split_off(at_check).into_iter().map(|packed| {
                    let mut state = Vec::new();
                    walker.unpack(packed, &mut state);
                    state
                });
                // `at` is the first of them.
                break self.register(states.collect());
            }
            path.push(at);
            if path.len() == next_check {
                (checkpoint, at_check) = (at, path.len() - 1);
                next_check *= 2;
                self.control.check()?;
            }
            if path.len() > self.longest {
                self.path = path;
                return Ok(None);
            }
            at = walker.step_packed(at, &mut self.room);
        };
        self.learn(at, slot);
        for &earlier in path.iter().rev() {
            slot = self.before[slot - 1] as usize;
            self.learn(earlier, slot);
        }
        self.path = path;
        Ok(Some(slot))
    }

    /// The slot of the first state of a cycle.
    fn register(&mut self, mut states: Vec<Vec<u8>>) -> usize {
        let length = states.len();
        let least = (0..length).min_by(|&a, &b| states[a].cmp(&states[b])).unwrap_or(0);
        states.rotate_left(least);
        let known = self.attractors.iter().find(|(_, own)| own[0] == states[0]).map(|(first, _)| *first);
        let first = known.unwrap_or_else(|| {
            let first = self.counts.len();
            self.before.push((first + length - 1) as u32);
            self.before.extend((0..length - 1).map(|step| (first + step) as u32));
            self.counts.resize(first + length, 0);
            self.attractors.push((first, states));
            first
        });
        first + (length - least) % length
    }

    fn follow_unpacked(&mut self, mut state: Vec<u8>) -> Result<Option<usize>, Cancelled> {
        let mut path = vec![state.clone()];
        let (mut checkpoint, mut next_check) = (0, 1);
        loop {
            self.walker.step(&mut state, &mut self.room);
            if state == path[checkpoint] {
                let mut slot = self.register(path.split_off(checkpoint));
                for _ in 0..checkpoint {
                    slot = self.before[slot - 1] as usize;
                }
                return Ok(Some(slot));
            }
            path.push(state.clone());
            if path.len() >= next_check {
                checkpoint = path.len() - 1;
                next_check *= 2;
                self.control.check()?;
            }
            if path.len() > self.longest {
                return Ok(None);
            }
        }
    }

    /// What was met.
    pub(super) fn met(self) -> Met {
        let counts = self.counts;
        let ends = self.attractors.into_iter().map(|(first, states)| {
            let length = states.len();
            // Who becomes a state of a slot belongs to the one before it.
            let phases = (0..length).map(|phase| counts[first + (phase + 1) % length]).collect();
            (states, phases)
        });
        Met { ends: ends.collect(), unresolved: self.unresolved }
    }
}
