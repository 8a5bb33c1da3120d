//! A few scenarios from many: far apart from each other, or one of each cluster, and what they cover.

use crate::mds::{Map, MdsError, mds};

/// In how many descriptors two scenarios differ, or parameters two configurations.
#[must_use]
pub fn distance<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    a.iter().zip(b).filter(|(a, b)| a != b).count()
}

/// Picks `k` scenarios (their positions, in order) so that the least distance between two of them is as great as an
/// exchange of one can make it, and then the sum of distances. `first` is picked in any case and not exchanged.
///
/// The farthest from those picked is added one by one (Gonzalez 1985), ties to the earlier; then single exchanges
/// improve the set until none does. All are picked where there are no more than `k`.
#[must_use]
pub fn diverse(scenarios: &[Vec<u8>], k: usize, first: usize) -> Vec<usize> {
    if scenarios.len() <= k || first >= scenarios.len() || k == 0 {
        return (0..scenarios.len().min(if k == 0 { 0 } else { scenarios.len() })).collect();
    }
    let mut picked = vec![first];
    let mut nearest: Vec<usize> = scenarios.iter().map(|s| distance(s, &scenarios[first])).collect();
    while picked.len() < k {
        let next = (0..scenarios.len())
            .filter(|i| !picked.contains(i))
            .max_by_key(|&i| (nearest[i], std::cmp::Reverse(i)));
        let Some(next) = next else { break };
        picked.push(next);
        for (near, scenario) in nearest.iter_mut().zip(scenarios) {
            *near = (*near).min(distance(scenario, &scenarios[next]));
        }
    }
    let worth = |set: &[usize]| {
        let pairs = set.iter().enumerate().flat_map(|(i, a)| set[..i].iter().map(move |b| (*a, *b)));
        let (mut least, mut sum) = (usize::MAX, 0);
        for (a, b) in pairs {
            let far = distance(&scenarios[a], &scenarios[b]);
            least = least.min(far);
            sum += far;
        }
        (least, sum)
    };
    let mut best = worth(&picked);
    loop {
        let mut better = None;
        for place in 1..picked.len() {
            for other in (0..scenarios.len()).filter(|other| !picked.contains(other)) {
                let mut set = picked.clone();
                set[place] = other;
                let own = worth(&set);
                if own > best {
                    (best, better) = (own, Some(set));
                }
            }
        }
        match better {
            Some(set) => picked = set,
            None => break,
        }
    }
    picked.sort_unstable();
    picked
}

/// Which of `k` clusters each scenario is in, counted in the order of their first members: average linkage on the
/// distances (Sokal and Michener 1958), ties to the earlier pair.
#[must_use]
pub fn clusters<T: PartialEq>(scenarios: &[Vec<T>], k: usize) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = (0..scenarios.len()).map(|i| vec![i]).collect();
    // Sums of distances between groups; their mean is compared without division.
    let mut sums: Vec<Vec<usize>> =
        scenarios.iter().map(|a| scenarios.iter().map(|b| distance(a, b)).collect()).collect();
    while groups.len() > k.max(1) {
        let mut best: Option<(usize, usize)> = None;
        for i in 0..groups.len() {
            for j in i + 1..groups.len() {
                let closer = best.is_none_or(|(a, b)| {
                    let own = sums[i][j] as u128 * (groups[a].len() * groups[b].len()) as u128;
                    own < sums[a][b] as u128 * (groups[i].len() * groups[j].len()) as u128
                });
                if closer {
                    best = Some((i, j));
                }
            }
        }
        let Some((i, j)) = best else { break };
        let moved = groups.remove(j);
        groups[i].extend(moved);
        let row = sums.remove(j);
        for (at, sums) in sums.iter_mut().enumerate() {
            let of = sums.remove(j);
            if at == i {
                continue;
            }
            sums[i] += of;
        }
        let mut at = 0;
        for (index, far) in row.into_iter().enumerate() {
            if index == j {
                continue;
            }
            if at != i {
                sums[i][at] += far;
            }
            at += 1;
        }
    }
    let mut of = vec![0; scenarios.len()];
    groups.sort_by_key(|members| members.iter().min().copied());
    for (cluster, members) in groups.iter().enumerate() {
        members.iter().for_each(|&member| of[member] = cluster);
    }
    of
}

/// The scenario among `members` that differs least from all of them, the earliest of equals; `None` without members.
#[must_use]
pub fn medoid<T: PartialEq>(scenarios: &[Vec<T>], members: &[usize]) -> Option<usize> {
    let sum = |&of: &usize| members.iter().map(|&i| distance(&scenarios[of], &scenarios[i])).sum::<usize>();
    members.iter().copied().min_by_key(sum)
}

/// For each descriptor the variants that some of the scenarios have, as a share of those that any has.
#[must_use]
pub fn coverage(scenarios: &[Vec<u8>], picked: &[usize]) -> Vec<(usize, usize)> {
    let seen = |d: usize, of: &mut dyn Iterator<Item = usize>| {
        let set = of.fold(0_u64, |set, i| set | 1 << scenarios[i][d]);
        set.count_ones() as usize
    };
    let descriptors = scenarios.first().map_or(0, Vec::len);
    (0..descriptors)
        .map(|d| (seen(d, &mut picked.iter().copied()), seen(d, &mut (0..scenarios.len()))))
        .collect()
}

/// The map of some scenarios by the descriptors in which they differ.
///
/// # Errors
/// [`MdsError::TooMany`] above [`crate::mds::MOST_POINTS`] scenarios.
pub fn map(scenarios: &[Vec<u8>]) -> Result<Map, MdsError> {
    let pairs = scenarios.iter().flat_map(|a| scenarios.iter().map(move |b| distance(a, b) as f64));
    mds(scenarios.len(), &pairs.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<Vec<u8>> {
        vec![vec![0, 0, 0, 0], vec![0, 0, 0, 1], vec![1, 1, 1, 1], vec![1, 1, 1, 0], vec![2, 2, 0, 0]]
    }

    #[test]
    fn the_set_is_spread_out() {
        assert_eq!(diverse(&some(), 2, 0), [0, 2]);
        assert_eq!(diverse(&some(), 3, 0), [0, 2, 4]);
        assert_eq!(diverse(&some(), 9, 0), [0, 1, 2, 3, 4]);
        assert_eq!(coverage(&some(), &[0, 2]), [(2, 3), (2, 3), (2, 2), (2, 2)]);
    }

    #[test]
    fn clusters_keep_together_what_is_near() {
        assert_eq!(clusters(&some(), 3), [0, 0, 1, 1, 2]);
        assert_eq!(clusters(&some(), 2), [0, 0, 1, 1, 0]);
        assert_eq!(clusters(&some(), 1), [0; 5]);
        assert_eq!(clusters::<u8>(&[], 2), Vec::<usize>::new());
        assert_eq!(medoid(&some(), &[0, 1, 4]), Some(0));
        assert_eq!(medoid(&some(), &[]), None);
    }

    #[test]
    fn near_scenarios_are_near_on_the_map() {
        let map = map(&some()).unwrap();
        let far = |a: usize, b: usize| {
            let (p, q) = (map.points[a], map.points[b]);
            (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])
        };
        assert!(far(0, 1) < far(0, 2) && far(2, 3) < far(2, 4));
    }
}
