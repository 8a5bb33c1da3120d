//! The scaling of ordered categories that Cuban practice calls Torgerson's model (law of categorical judgement,
//! Torgerson 1958, condition D): a category for each item from the frequencies that the experts gave.

use crate::distribution::normal_quantile;
use crate::rank::reaches;

/// Normal deviates are clipped here: a cumulative share of 0 or 1 has no finite one.
pub const CLIP: f64 = 3.49;

/// A scaling of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Torgerson {
    /// Mean deviate of each item, P.
    pub item_means: Vec<f64>,
    /// Cut points between categories: the mean deviates of the columns, one fewer than the categories.
    pub cuts: Vec<f64>,
    /// Grand constant N: the sum of all deviates over items times categories.
    pub constant: f64,
    /// Scale value of each item, N - P.
    pub scale_values: Vec<f64>,
    /// Category of each item, from 0: the first whose cut is not below the scale value, else the last.
    pub categories: Vec<usize>,
}

/// Scales items from `frequencies[item][category]`. `None` without items, with fewer than two categories, with rows of
/// different lengths or with an item that nobody judged.
pub fn torgerson(frequencies: &[Vec<u32>]) -> Option<Torgerson> {
    let categories = frequencies.first()?.len();
    if categories < 2 {
        return None;
    }
    let mut deviates = Vec::with_capacity(frequencies.len());
    for row in frequencies {
        let total: u64 = row.iter().map(|&c| u64::from(c)).sum();
        if row.len() != categories || total == 0 {
            return None;
        }
        let mut reached = 0u64;
        let cumulative = row[..categories - 1].iter().map(|&count| {
            reached += u64::from(count);
            normal_quantile(reached as f64 / total as f64).clamp(-CLIP, CLIP)
        });
        deviates.push(cumulative.collect::<Vec<f64>>());
    }
    let columns = (categories - 1) as f64;
    let item_means: Vec<f64> = deviates.iter().map(|z| z.iter().sum::<f64>() / columns).collect();
    let cuts: Vec<f64> = (0..categories - 1)
        .map(|c| deviates.iter().map(|z| z[c]).sum::<f64>() / deviates.len() as f64)
        .collect();
    let constant = deviates.iter().flatten().sum::<f64>() / (deviates.len() * categories) as f64;
    let scale_values: Vec<f64> = item_means.iter().map(|p| constant - p).collect();
    let category = |value: &f64| cuts.iter().position(|&cut| reaches(cut, *value)).unwrap_or(categories - 1);
    let categories = scale_values.iter().map(category).collect();
    Some(Torgerson { item_means, cuts, constant, scale_values, categories })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example() {
        // Three items judged by thirty experts each, computed independently with scipy.
        let rows = [vec![18, 8, 4, 0, 0], vec![10, 12, 6, 2, 0], vec![22, 5, 3, 0, 0]];
        let scaling = torgerson(&rows).unwrap();
        let near = |found: &[f64], expected: &[f64]| {
            assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(expected) {
                assert!((a - b).abs() < 5.1e-5, "{found:?} is not {expected:?}");
            }
        };
        near(&scaling.item_means, &[2.0860, 1.2958, 2.2211]);
        near(&scaling.cuts, &[0.1485, 1.0051, 2.8270, 3.49]);
        near(&[scaling.constant], &[1.4941]);
        near(&scaling.scale_values, &[-0.5919, 0.1983, -0.7270]);
        assert_eq!(scaling.categories, [0, 1, 0]);
        assert_eq!(torgerson(&[vec![0, 0]]), None);
        assert_eq!(torgerson(&[]), None);
    }
}
