//! What the pattern of a matrix says about its powers: strong components, cycles, periods.
//!
//! The powers of a matrix without cycles end in zero. With cycles, the strong components of largest Perron root
//! decide: when the lengths of their cycles have a common divisor, the powers alternate for ever.

use crate::rank::tied;

/// How the powers of a matrix behave in the long run.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Structure {
    /// No cycle: the powers beyond `longest_path` are zero.
    Acyclic { longest_path: u32 },
    /// The dominant components have no common period.
    Aperiodic,
    /// The dominant components alternate with this period, 2 or more.
    Periodic {
        period: u32,
        /// Variables from which a dominant component can be reached.
        reaches: Vec<bool>,
        /// Variables that can be reached from a dominant component.
        reached: Vec<bool>,
    },
}

pub(super) fn structure(n: usize, values: &[f64]) -> Structure {
    if let Some(period) = irreducible_period(n, values) {
        return if period == 1 {
            Structure::Aperiodic
        } else {
            Structure::Periodic { period, reaches: vec![true; n], reached: vec![true; n] }
        };
    }
    let component = components(n, values);
    let count = component.iter().max().map_or(0, |&c| c + 1);
    let mut members = vec![Vec::new(); count];
    for (variable, &c) in component.iter().enumerate() {
        members[c].push(variable);
    }
    // Without self-influence a component has a cycle exactly when it has two members.
    let cyclic: Vec<&Vec<usize>> = members.iter().filter(|m| m.len() > 1).collect();
    if cyclic.is_empty() {
        return Structure::Acyclic { longest_path: longest_path(n, values, &members) };
    }
    let roots: Vec<f64> = if cyclic.len() == 1 {
        vec![1.0]
    } else {
        cyclic.iter().map(|members| perron_root(&submatrix(n, values, members), members.len())).collect()
    };
    let largest = roots.iter().copied().fold(0.0, f64::max);
    let dominant: Vec<&Vec<usize>> =
        cyclic.iter().zip(&roots).filter(|&(_, &root)| tied(root, largest)).map(|(&m, _)| m).collect();
    // Components of equal weight alternate together: each with its own period, all with the least common multiple.
    let period = dominant
        .iter()
        .filter_map(|members| irreducible_period(members.len(), &submatrix(n, values, members)))
        .fold(1, |all, period| all / gcd(all, period) * period);
    if period == 1 {
        return Structure::Aperiodic;
    }
    let seeds: Vec<usize> = dominant.into_iter().flatten().copied().collect();
    Structure::Periodic {
        period,
        reaches: closure(n, &seeds, |from, to| values[to * n + from] > 0.0),
        reached: closure(n, &seeds, |from, to| values[from * n + to] > 0.0),
    }
}

/// The period of an irreducible matrix (greatest common divisor of its cycle lengths); `None` when it is reducible
/// or has a single variable.
fn irreducible_period(n: usize, values: &[f64]) -> Option<u32> {
    if n < 2 {
        return None;
    }
    let level = levels(n, |from, to| values[from * n + to] > 0.0)?;
    levels(n, |from, to| values[to * n + from] > 0.0)?;
    let mut period = 0;
    for from in 0..n {
        for to in 0..n {
            if values[from * n + to] > 0.0 {
                period = gcd(period, (level[from] + 1).abs_diff(level[to]));
                if period == 1 {
                    return Some(1);
                }
            }
        }
    }
    Some(period)
}

/// Distance of every variable from variable 0; `None` when one cannot be reached.
fn levels(n: usize, edge: impl Fn(usize, usize) -> bool) -> Option<Vec<u32>> {
    let mut level = vec![0; n];
    let mut queue = vec![0];
    let mut unseen: Vec<usize> = (1..n).collect();
    let mut next = 0;
    while next < queue.len() && !unseen.is_empty() {
        let from = queue[next];
        next += 1;
        unseen.retain(|&to| {
            let found = edge(from, to);
            if found {
                level[to] = level[from] + 1;
                queue.push(to);
            }
            !found
        });
    }
    unseen.is_empty().then_some(level)
}

fn closure(n: usize, seeds: &[usize], edge: impl Fn(usize, usize) -> bool) -> Vec<bool> {
    let mut inside = vec![false; n];
    let mut queue = seeds.to_vec();
    for &seed in seeds {
        inside[seed] = true;
    }
    while let Some(from) = queue.pop() {
        for (to, inside) in inside.iter_mut().enumerate() {
            if !*inside && edge(from, to) {
                *inside = true;
                queue.push(to);
            }
        }
    }
    inside
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn submatrix(n: usize, values: &[f64], members: &[usize]) -> Vec<f64> {
    members.iter().flat_map(|&row| members.iter().map(move |&column| values[row * n + column])).collect()
}

/// Strong components (Tarjan 1972, without recursion), numbered so that an edge never leads to a higher number.
fn components(n: usize, values: &[f64]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let (mut index, mut low) = (vec![UNSEEN; n], vec![0; n]);
    let (mut on_stack, mut component) = (vec![false; n], vec![UNSEEN; n]);
    let (mut stack, mut work) = (Vec::new(), Vec::new());
    let (mut clock, mut found) = (0, 0);
    for root in 0..n {
        if index[root] != UNSEEN {
            continue;
        }
        work.push((root, 0));
        while let Some(&(v, column)) = work.last() {
            if column == 0 {
                (index[v], low[v]) = (clock, clock);
                clock += 1;
                stack.push(v);
                on_stack[v] = true;
            }
            let mut descend = None;
            for w in column..n {
                if values[v * n + w] <= 0.0 {
                    continue;
                }
                if index[w] == UNSEEN {
                    descend = Some(w);
                    break;
                }
                if on_stack[w] {
                    low[v] = low[v].min(index[w]);
                }
            }
            work.pop();
            if let Some(w) = descend {
                // Comes back to the same column, where the child's low is then read.
                work.push((v, w + 1));
                work.push((w, 0));
                continue;
            }
            if low[v] == index[v] {
                while let Some(w) = stack.pop() {
                    on_stack[w] = false;
                    component[w] = found;
                    if w == v {
                        break;
                    }
                }
                found += 1;
            }
            if let Some(&(parent, _)) = work.last() {
                low[parent] = low[parent].min(low[v]);
            }
        }
    }
    component
}

/// Edges of the longest path of a matrix without cycles. An edge leads to a component of lower number.
fn longest_path(n: usize, values: &[f64], members: &[Vec<usize>]) -> u32 {
    let mut length = vec![0; n];
    for &v in members.iter().flatten() {
        let ahead = (0..n).filter(|&w| values[v * n + w] > 0.0).map(|w| length[w] + 1).max();
        length[v] = ahead.unwrap_or(0);
    }
    length.into_iter().max().unwrap_or(0)
}

/// The Perron root of an irreducible matrix, between the bounds of Collatz and Wielandt, to 1e-13.
fn perron_root(values: &[f64], n: usize) -> f64 {
    // Any positive shift makes the matrix primitive; one near the root makes the steps converge fast.
    let shift = values.iter().sum::<f64>() / n as f64;
    let mut x = vec![1.0; n];
    let mut root = shift;
    for _ in 0..10_000 {
        let y: Vec<f64> = (0..n)
            .map(|i| {
                shift * x[i] + values[i * n..(i + 1) * n].iter().zip(&x).map(|(m, x)| m * x).sum::<f64>()
            })
            .collect();
        let ratios = y.iter().zip(&x).map(|(y, x)| y / x);
        let (low, high) = ratios.fold((f64::INFINITY, 0.0_f64), |(low, high), r| (low.min(r), high.max(r)));
        root = (low + high) / 2.0 - shift;
        if high - low <= 1e-13 * high {
            break;
        }
        let largest = y.iter().copied().fold(0.0, f64::max);
        x = y.into_iter().map(|y| y / largest).collect();
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(n: usize, edges: &[(usize, usize, f64)]) -> Vec<f64> {
        let mut values = vec![0.0; n * n];
        for &(from, to, weight) in edges {
            values[from * n + to] = weight;
        }
        values
    }

    fn period(n: usize, edges: &[(usize, usize, f64)]) -> u32 {
        match structure(n, &matrix(n, edges)) {
            Structure::Periodic { period, .. } => period,
            Structure::Aperiodic => 1,
            Structure::Acyclic { .. } => 0,
        }
    }

    #[test]
    fn periods_of_small_patterns() {
        assert_eq!(period(3, &[(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0)]), 3);
        assert_eq!(period(3, &[(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 0, 1.0)]), 1);
        assert_eq!(period(4, &[(0, 1, 1.0), (1, 0, 2.0), (2, 3, 1.0), (3, 2, 1.0)]), 2);
        assert_eq!(period(3, &[(0, 1, 1.0), (1, 2, 1.0)]), 0);
    }

    #[test]
    fn the_heavier_component_decides() {
        let pair = [(0, 1, 3.0), (1, 0, 3.0)];
        let triangle = [(2, 3, 1.0), (3, 4, 1.0), (4, 2, 1.0)];
        let mut edges = pair.to_vec();
        edges.extend(triangle);
        assert_eq!(period(5, &edges), 2);
        edges[0].2 = 0.5;
        edges[1].2 = 0.5;
        assert_eq!(period(5, &edges), 3);
        edges[0].2 = 1.0;
        edges[1].2 = 1.0;
        assert_eq!(period(5, &edges), 6, "components of equal weight alternate together");
    }

    #[test]
    fn what_leads_to_the_dominant_component_is_known() {
        let edges = [(0, 1, 2.0), (1, 0, 2.0), (2, 0, 1.0), (1, 3, 1.0)];
        let found = structure(4, &matrix(4, &edges));
        let expected = Structure::Periodic {
            period: 2,
            reaches: vec![true, true, true, false],
            reached: vec![true, true, false, true],
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn the_longest_path_counts_edges() {
        let edges = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 0, 1.0)];
        assert_eq!(structure(4, &matrix(4, &edges)), Structure::Acyclic { longest_path: 3 });
        assert_eq!(structure(2, &matrix(2, &[])), Structure::Acyclic { longest_path: 0 });
        assert_eq!(structure(1, &[0.0]), Structure::Acyclic { longest_path: 0 });
    }

    #[test]
    fn the_perron_root_of_godets_example() {
        let values = [0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0];
        assert!((perron_root(&values, 3) - 1.324_717_957_2).abs() < 1e-9);
    }
}
