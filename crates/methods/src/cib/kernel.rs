//! The kernel: every scenario of an inconsistency up to n, counted exactly, listed where it can be.

use num_bigint::BigUint;
use wide::{i8x16, i16x8, i32x4, i64x2};

use super::model::{Cib, CibError};
use super::search::{Found, Tree, search};
use super::tables::{PITCH, Tables, lane_bits};
use crate::control::Control;
use crate::random::Stream;

mod best;

pub use best::Best;

/// What is asked of a kernel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The inconsistency that is allowed, in units of the cells; 0 asks for consistent scenarios.
    pub max_inconsistency: u32,
    /// Variants that the scenario must have: (descriptor, variant). Several of one descriptor leave it the choice.
    pub forced: Vec<(usize, usize)>,
    /// Variants that it may not have.
    pub forbidden: Vec<(usize, usize)>,
}

/// Every scenario of a matrix that is asked for, as a tree of choices; it may hold far more scenarios than could be
/// listed.
#[derive(Debug, Clone)]
pub struct Kernel {
    sizes: Vec<usize>,
    tree: Tree,
    root: Option<u32>,
    /// For each part how many scenarios it holds, over its own descriptors.
    counts: Vec<BigUint>,
    complete: bool,
    nodes: u64,
}

/// Finds every scenario of an inconsistency up to `settings.max_inconsistency`.
///
/// The node budget of `control` and its cancel flag may cut the search short; what was found then holds, and
/// [`Kernel::complete`] is false. Under a budget alone the answer is the same at any number of threads.
///
/// # Errors
/// [`CibError::UnknownVariant`] for a forced or forbidden variant that does not exist.
pub fn kernel(cib: &Cib, settings: &Settings, control: &Control) -> Result<Kernel, CibError> {
    let sets = sets(cib, settings)?;
    let tolerance = i64::from(settings.max_inconsistency);
    let found = if sets.contains(&0) {
        Found { tree: Tree::default(), root: None, complete: true, nodes: 0 }
    } else {
        match lane_bits(cib, tolerance) {
            8 if cib.sizes().iter().all(|&n| n <= PITCH) => {
                search(&Tables::<i8x16, true>::new(cib, tolerance), &sets, control)
            }
            8 => search(&Tables::<i8x16, false>::new(cib, tolerance), &sets, control),
            16 => search(&Tables::<i16x8, false>::new(cib, tolerance), &sets, control),
            32 => search(&Tables::<i32x4, false>::new(cib, tolerance), &sets, control),
            _ => search(&Tables::<i64x2, false>::new(cib, tolerance), &sets, control),
        }
    };
    Ok(Kernel::new(cib.sizes().to_vec(), found))
}

/// The variants that each descriptor may have.
fn sets(cib: &Cib, settings: &Settings) -> Result<Vec<u64>, CibError> {
    let whole = |size: usize| u64::MAX >> (64 - size);
    let mut sets: Vec<u64> = cib.sizes().iter().map(|&size| whole(size)).collect();
    let mut forced = vec![0_u64; sets.len()];
    let check = |&(descriptor, variant): &(usize, usize)| match cib.sizes().get(descriptor) {
        Some(&size) if variant < size => Ok(()),
        _ => Err(CibError::UnknownVariant { descriptor, variant }),
    };
    for pair in &settings.forced {
        check(pair)?;
        forced[pair.0] |= 1 << pair.1;
    }
    for (set, forced) in sets.iter_mut().zip(forced).filter(|(_, forced)| *forced != 0) {
        *set = forced;
    }
    for pair in &settings.forbidden {
        check(pair)?;
        sets[pair.0] &= !(1 << pair.1);
    }
    Ok(sets)
}

impl Kernel {
    fn new(sizes: Vec<usize>, found: Found) -> Self {
        let tree = found.tree;
        let mut counts: Vec<BigUint> = Vec::with_capacity(tree.parts.len());
        for part in &tree.parts {
            let own = literals(&tree, part.literals).iter().map(|(_, set)| u64::from(set.count_ones()));
            let mut count: BigUint =
                own.fold(BigUint::from(1_u32), |count, n| if n == 1 { count } else { count * n });
            for choice in list(&tree, part.choices) {
                let sum: BigUint = list(&tree, tree.choices[*choice as usize])
                    .iter()
                    .map(|&below| &counts[below as usize])
                    .sum();
                count *= sum;
            }
            counts.push(count);
        }
        Self { sizes, tree, root: found.root, counts, complete: found.complete, nodes: found.nodes }
    }

    /// How many scenarios there are.
    #[must_use]
    pub fn count(&self) -> BigUint {
        self.root.map_or(BigUint::ZERO, |root| self.counts[root as usize].clone())
    }

    /// Whether every scenario was found: the search was cut short by no budget and no caller.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.complete
    }

    /// Nodes that the search visited.
    #[must_use]
    pub fn nodes(&self) -> u64 {
        self.nodes
    }

    /// For each descriptor and variant in how many scenarios it is.
    #[must_use]
    pub fn marginals(&self) -> Vec<Vec<BigUint>> {
        let mut out: Vec<Vec<BigUint>> = self.sizes.iter().map(|&n| vec![BigUint::ZERO; n]).collect();
        let Some(root) = self.root else { return out };
        // How many scenarios of the whole go with one of the part's own.
        let mut around = vec![BigUint::ZERO; self.tree.parts.len()];
        around[root as usize] = BigUint::from(1_u32);
        for (index, part) in self.tree.parts.iter().enumerate().rev() {
            let whole = &around[index] * &self.counts[index];
            if whole == BigUint::ZERO {
                continue;
            }
            for &(d, set) in literals(&self.tree, part.literals) {
                let each = &whole / set.count_ones();
                variants(set).for_each(|v| out[d as usize][v] += &each);
            }
            for choice in list(&self.tree, part.choices) {
                let below = list(&self.tree, self.tree.choices[*choice as usize]);
                let sum: BigUint = below.iter().map(|&below| &self.counts[below as usize]).sum();
                let rest = &whole / sum;
                below.iter().for_each(|&below| around[below as usize] += &rest);
            }
        }
        out
    }

    /// Calls `f` with every scenario until it says no, in no particular order; false when it said no.
    pub fn each(&self, mut f: impl FnMut(&[u8]) -> bool) -> bool {
        let Some(root) = self.root else { return true };
        let mut scenario = vec![0; self.sizes.len()];
        self.expand(&mut vec![Todo::Part(root)], &mut scenario, &mut f)
    }

    /// Works off what is to do; every way through it is a scenario. Leaves `todo` as it was.
    fn expand(&self, todo: &mut Vec<Todo>, scenario: &mut [u8], f: &mut impl FnMut(&[u8]) -> bool) -> bool {
        let Some(next) = todo.pop() else { return f(scenario) };
        let height = todo.len();
        let going = match next {
            Todo::Part(part) => {
                let own = self.tree.parts[part as usize];
                for &choice in list(&self.tree, own.choices) {
                    todo.push(Todo::Choice(choice));
                }
                for literal in own.literals.0..own.literals.1 {
                    let (d, set) = self.tree.literals[literal as usize];
                    if set.is_power_of_two() {
                        scenario[d as usize] = set.trailing_zeros() as u8;
                    } else {
                        todo.push(Todo::Literal(literal));
                    }
                }
                self.expand(todo, scenario, f)
            }
            Todo::Choice(choice) => {
                list(&self.tree, self.tree.choices[choice as usize]).iter().all(|&part| {
                    todo.push(Todo::Part(part));
                    let going = self.expand(todo, scenario, f);
                    todo.truncate(height);
                    going
                })
            }
            Todo::Literal(literal) => {
                let (d, set) = self.tree.literals[literal as usize];
                variants(set).all(|v| {
                    scenario[d as usize] = v as u8;
                    self.expand(todo, scenario, f)
                })
            }
        };
        todo.truncate(height);
        todo.push(next);
        going
    }

    /// Every scenario in order of its variants, where there are at most `most`.
    #[must_use]
    pub fn list(&self, most: usize) -> Option<Vec<Vec<u8>>> {
        if self.count() > BigUint::from(most) {
            return None;
        }
        let mut out = Vec::new();
        self.each(|scenario| {
            out.push(scenario.to_vec());
            true
        });
        out.sort_unstable();
        Some(out)
    }

    /// A scenario by chance, every one with the same probability.
    #[must_use]
    pub fn draw(&self, stream: &mut Stream) -> Option<Vec<u8>> {
        let mut scenario = vec![0; self.sizes.len()];
        let mut todo = vec![self.root?];
        while let Some(part) = todo.pop() {
            let part = self.tree.parts[part as usize];
            for &(d, set) in literals(&self.tree, part.literals) {
                let pick = stream.below(set.count_ones()) as usize;
                scenario[d as usize] = variants(set).nth(pick).unwrap_or(0) as u8;
            }
            for &choice in list(&self.tree, part.choices) {
                let below = list(&self.tree, self.tree.choices[choice as usize]);
                let sum: BigUint = below.iter().map(|&below| &self.counts[below as usize]).sum();
                let mut at = stream.below_big(&sum);
                for &below in below {
                    let count = &self.counts[below as usize];
                    if at < *count {
                        todo.push(below);
                        break;
                    }
                    at -= count;
                }
            }
        }
        Some(scenario)
    }
}

/// What is left to choose while scenarios are listed.
#[derive(Clone, Copy)]
enum Todo {
    Part(u32),
    Choice(u32),
    Literal(u32),
}

fn list(tree: &Tree, (from, to): (u32, u32)) -> &[u32] {
    &tree.below[from as usize..to as usize]
}

fn literals(tree: &Tree, (from, to): (u32, u32)) -> &[(u32, u64)] {
    &tree.literals[from as usize..to as usize]
}

fn variants(set: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |v| set & (1 << v) != 0)
}
