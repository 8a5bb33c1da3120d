//! The relevance tree: how much each branch weighs towards the objective at the root.
//!
//! Weights are shared among siblings and multiplied down the levels, as in PATTERN (Honeywell 1963; Jantsch 1967).

use thiserror::Error;

/// Why a tree has no weights.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum TreeError {
    /// Parents and weights differ in number.
    #[error("{parents} parents, {weights} weights")]
    Length {
        /// Parents given.
        parents: usize,
        /// Weights given.
        weights: usize,
    },
    /// A parent that is no node.
    #[error("node {node} has the parent {parent}, which does not exist")]
    UnknownParent {
        /// The node.
        node: usize,
        /// Its parent.
        parent: usize,
    },
    /// A node that is its own ancestor.
    #[error("node {node} is among its own ancestors")]
    Cycle {
        /// The node.
        node: usize,
    },
    /// A weight that is negative or not finite.
    #[error("the weight {weight} of node {node} is not a non-negative number")]
    Weight {
        /// The node.
        node: usize,
        /// Its weight.
        weight: f64,
    },
}

/// A node's weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeWeight {
    /// Levels below the root, 0 for a root.
    pub level: usize,
    /// Share among its siblings, in [0, 1]; `None` where siblings have a weight and this node has none.
    pub share: Option<f64>,
    /// Product of the shares from the root to the node; the weights of the leaves sum to 1 in a complete tree.
    pub weight: Option<f64>,
    /// No sibling has a positive weight: equal shares are assumed.
    pub assumed_equal: bool,
}

/// Weights of a forest given by the parent of each node (`None` for a root) and a raw weight on any scale (`None` where
/// nobody gave one). Roots are siblings of each other.
pub fn relevance(parents: &[Option<usize>], weights: &[Option<f64>]) -> Result<Vec<NodeWeight>, TreeError> {
    let n = parents.len();
    if weights.len() != n {
        return Err(TreeError::Length { parents: n, weights: weights.len() });
    }
    for (node, (parent, weight)) in parents.iter().zip(weights).enumerate() {
        if let Some(parent) = parent.filter(|p| *p >= n) {
            return Err(TreeError::UnknownParent { node, parent });
        }
        if let Some(weight) = weight.filter(|w| !(*w >= 0.0 && w.is_finite())) {
            return Err(TreeError::Weight { node, weight });
        }
    }
    let mut levels = Vec::with_capacity(n);
    for node in 0..n {
        let (mut level, mut at) = (0, node);
        while let Some(parent) = parents[at] {
            (level, at) = (level + 1, parent);
            if level > n {
                return Err(TreeError::Cycle { node });
            }
        }
        levels.push(level);
    }
    // Sums and counts by parent; the last slot holds the roots.
    let (mut sums, mut counts) = (vec![0.0; n + 1], vec![0usize; n + 1]);
    for (parent, weight) in parents.iter().zip(weights) {
        let slot = parent.unwrap_or(n);
        sums[slot] += weight.unwrap_or(0.0);
        counts[slot] += 1;
    }
    let mut nodes: Vec<NodeWeight> = (0..n)
        .map(|node| {
            let slot = parents[node].unwrap_or(n);
            let assumed_equal = sums[slot] <= 0.0;
            let share = if assumed_equal {
                Some(1.0 / counts[slot] as f64)
            } else {
                weights[node].map(|w| w / sums[slot])
            };
            NodeWeight { level: levels[node], share, weight: None, assumed_equal }
        })
        .collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|&node| levels[node]);
    for node in order {
        let above = parents[node].map_or(Some(1.0), |parent| nodes[parent].weight);
        nodes[node].weight = nodes[node].share.zip(above).map(|(share, above)| share * above);
    }
    Ok(nodes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn products_down_the_levels() {
        // One root, two objectives 6 and 4, two actions below each.
        let parents = [None, Some(0), Some(0), Some(1), Some(1), Some(2), Some(2)];
        let weights = [Some(1.0), Some(6.0), Some(4.0), Some(3.0), Some(1.0), None, None];
        let found = relevance(&parents, &weights).unwrap();
        let weight: Vec<f64> = found.iter().filter_map(|n| n.weight).collect();
        for (a, b) in weight.iter().zip([1.0, 0.6, 0.4, 0.45, 0.15, 0.2, 0.2]) {
            assert!((a - b).abs() < 1e-12, "{weight:?}");
        }
        assert!(found[5].assumed_equal && !found[3].assumed_equal);
        assert_eq!(found[6].level, 2);
    }

    #[test]
    fn missing_and_wrong_nodes() {
        let found =
            relevance(&[None, Some(0), Some(0), Some(2)], &[None, Some(2.0), None, Some(1.0)]).unwrap();
        assert_eq!((found[1].weight, found[2].weight, found[3].weight), (Some(1.0), None, None));
        assert_eq!(relevance(&[Some(1), Some(0)], &[None, None]), Err(TreeError::Cycle { node: 0 }));
        assert_eq!(relevance(&[Some(3)], &[None]), Err(TreeError::UnknownParent { node: 0, parent: 3 }));
        assert_eq!(relevance(&[None], &[Some(-1.0)]), Err(TreeError::Weight { node: 0, weight: -1.0 }));
        assert_eq!(relevance(&[None], &[]), Err(TreeError::Length { parents: 1, weights: 0 }));
        assert!(relevance(&[], &[]).unwrap().is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn leaves_sum_to_one(tree in prop::collection::vec((0usize..100, 0u8..10), 1..30)) {
            let parents: Vec<Option<usize>> =
                tree.iter().enumerate().map(|(i, t)| if i == 0 { None } else { Some(t.0 % i) }).collect();
            let weights: Vec<Option<f64>> = tree.iter().map(|t| Some(f64::from(t.1))).collect();
            let found = relevance(&parents, &weights).unwrap();
            let leaf = |node: usize| !parents.contains(&Some(node));
            let total: f64 = (0..found.len()).filter(|&i| leaf(i)).filter_map(|i| found[i].weight).sum();
            prop_assert!((total - 1.0).abs() < 1e-9);
        }
    }
}
