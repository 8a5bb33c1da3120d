//! What people do to a matrix: standardise, transpose, scale, merge and split variants, look for what is missing.

use super::{Descriptor, Matrix, Name};

/// A judgement section: the impacts of one descriptor on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Section {
    /// The descriptor that acts.
    pub source: usize,
    /// The descriptor that is acted on.
    pub target: usize,
}

/// How complete a matrix is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Sections without any impact.
    pub empty: Vec<Section>,
    /// Rows of a section that do not sum to 0: the section and the variant that acts.
    pub unbalanced: Vec<(Section, usize)>,
    /// Descriptors that act on themselves.
    pub on_themselves: Vec<usize>,
    /// Names of descriptors that are blank or stand twice.
    pub unclear: Vec<usize>,
}

fn firsts(matrix: &Matrix) -> Vec<usize> {
    let mut at = 0;
    let mut firsts = Vec::new();
    for size in matrix.sizes() {
        firsts.push(at);
        at += size;
    }
    firsts
}

/// What a matrix lacks.
#[must_use]
pub fn completeness(matrix: &Matrix) -> Completeness {
    let (sizes, firsts, n) = (matrix.sizes(), firsts(matrix), matrix.variants());
    let mut found = Completeness::default();
    for source in 0..sizes.len() {
        for target in 0..sizes.len() {
            let section = Section { source, target };
            let row = |v: usize| {
                let from = (firsts[source] + v) * n + firsts[target];
                &matrix.cells[from..from + sizes[target]]
            };
            let blank = (0..sizes[source]).all(|v| row(v).iter().all(|&cell| cell == 0));
            match (source == target, blank) {
                (true, false) => found.on_themselves.push(source),
                (false, true) => found.empty.push(section),
                _ => {}
            }
            let sum = |v: &usize| row(*v).iter().map(|&cell| i64::from(cell)).sum::<i64>() != 0;
            found.unbalanced.extend((0..sizes[source]).filter(sum).map(|v| (section, v)));
        }
    }
    let name = |d: usize| matrix.descriptors[d].name.short.as_str();
    found.unclear = (0..sizes.len())
        .filter(|&d| name(d).is_empty() || (0..sizes.len()).any(|other| other != d && name(other) == name(d)))
        .collect();
    found
}

/// Shifts every row of every section to the sum 0, which changes no balance but by a constant. Where a sum is no
/// multiple of the number of variants all impacts are multiplied first, so that nothing is rounded.
///
/// `None` where the numbers would grow too large.
#[must_use]
pub fn standardised(matrix: &Matrix) -> Option<Matrix> {
    let (sizes, firsts, n) = (matrix.sizes(), firsts(matrix), matrix.variants());
    let mut factor = 1_i64;
    let mut shifted = vec![0_i64; matrix.cells.len()];
    let rows = || (0..n).flat_map(|row| (0..sizes.len()).map(move |target| (row, target)));
    let sum = |row: usize, target: usize| {
        let from = row * n + firsts[target];
        matrix.cells[from..from + sizes[target]].iter().map(|&cell| i64::from(cell)).sum::<i64>()
    };
    for (row, target) in rows() {
        let size = i64::try_from(sizes[target]).ok()?;
        let needed = size / gcd(size, sum(row, target).abs());
        factor = factor.checked_mul(needed / gcd(factor, needed))?;
    }
    for (row, target) in rows() {
        let from = row * n + firsts[target];
        let mean = sum(row, target).checked_mul(factor)? / i64::try_from(sizes[target]).ok()?;
        let range = from..from + sizes[target];
        for (cell, &given) in shifted[range.clone()].iter_mut().zip(&matrix.cells[range]) {
            *cell = i64::from(given).checked_mul(factor)?.checked_sub(mean)?;
        }
    }
    let cells = shifted.iter().map(|&cell| i32::try_from(cell).ok()).collect::<Option<_>>()?;
    let scale = i64::from(matrix.scale).checked_mul(factor)?;
    Some(Matrix { cells, scale: i32::try_from(scale).ok()?, ..matrix.clone() })
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Rows become columns: who acts is acted on.
#[must_use]
pub fn transposed(matrix: &Matrix) -> Matrix {
    let n = matrix.variants();
    let cells = (0..n * n).map(|at| matrix.cells[at % n * n + at / n]).collect();
    Matrix { cells, ..matrix.clone() }
}

/// Every impact multiplied; `None` where one would grow too large.
#[must_use]
pub fn multiplied(matrix: &Matrix, factor: i32) -> Option<Matrix> {
    let cells = matrix.cells.iter().map(|cell| cell.checked_mul(factor)).collect::<Option<_>>()?;
    Some(Matrix { cells, ..matrix.clone() })
}

/// Two variants of a descriptor made one, which is called `name`: impacts on both and of both are averaged.
///
/// `None` where there is no such pair of variants, or the numbers would grow too large.
#[must_use]
pub fn merged(matrix: &Matrix, descriptor: usize, (a, b): (usize, usize), name: Name) -> Option<Matrix> {
    let size = matrix.descriptors.get(descriptor)?.variants.len();
    if a == b || a >= size || b >= size {
        return None;
    }
    let (a, b) = (a.min(b), a.max(b));
    let n = matrix.variants();
    let first = firsts(matrix)[descriptor];
    let (one, other) = (first + a, first + b);
    // In halves of rows and columns, hence in quarters.
    let weight = |row: usize, column: usize| -> Option<i64> {
        let rows: &[usize] = if row == one { &[one, other] } else { &[row, row] };
        let columns: &[usize] = if column == one { &[one, other] } else { &[column, column] };
        let cells =
            rows.iter().flat_map(|row| columns.iter().map(move |column| matrix.cells[row * n + column]));
        Some(cells.map(i64::from).sum())
    };
    let mut quarters = Vec::with_capacity((n - 1) * (n - 1));
    for row in (0..n).filter(|row| *row != other) {
        for column in (0..n).filter(|column| *column != other) {
            quarters.push(weight(row, column)?);
        }
    }
    let whole = quarters.iter().fold(4, |whole, &quarter| gcd(whole, quarter.abs()));
    let cells = quarters.iter().map(|quarter| i32::try_from(quarter / whole).ok()).collect::<Option<_>>()?;
    let mut merged =
        Matrix { cells, scale: matrix.scale.checked_mul(i32::try_from(4 / whole).ok()?)?, ..matrix.clone() };
    merged.descriptors[descriptor].variants.remove(b);
    merged.descriptors[descriptor].variants[a] = name;
    Some(merged)
}

/// A variant made two that act and are acted on as it was; the second is called `name` and stands behind it.
///
/// `None` where there is no such variant.
#[must_use]
pub fn split(matrix: &Matrix, descriptor: usize, variant: usize, name: Name) -> Option<Matrix> {
    matrix.descriptors.get(descriptor)?.variants.get(variant)?;
    let n = matrix.variants();
    let at = firsts(matrix)[descriptor] + variant;
    let twice = || (0..n).flat_map(|index| std::iter::repeat_n(index, if index == at { 2 } else { 1 }));
    let cells = twice().flat_map(|row| twice().map(move |column| matrix.cells[row * n + column])).collect();
    let mut split = Matrix { cells, ..matrix.clone() };
    split.descriptors[descriptor].variants.insert(variant + 1, name);
    Some(split)
}

/// A matrix of descriptors without any impact, to be filled in.
#[must_use]
pub fn blank(title: &str, descriptors: Vec<Descriptor>) -> Matrix {
    let n: usize = descriptors.iter().map(|d| d.variants.len()).sum();
    Matrix { title: title.to_owned(), descriptors, cells: vec![0; n * n], scale: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Matrix {
        let named = |name: &str, variants: &[&str]| Descriptor {
            name: Name::of(name),
            variants: variants.iter().map(|v| Name::of(v)).collect(),
        };
        let mut matrix = blank("", vec![named("A", &["a", "b"]), named("B", &["x", "y", "z"])]);
        matrix.cells = vec![0, 0, 1, 0, 0, 0, 0, 2, -1, -1, 3, -1, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 5];
        matrix
    }

    #[test]
    fn what_is_missing_is_found() {
        let found = completeness(&small());
        assert!(found.empty.is_empty());
        assert_eq!(found.on_themselves, [1]);
        let at = |source, target| Section { source, target };
        assert_eq!(found.unbalanced, [(at(0, 1), 0), (at(1, 0), 0), (at(1, 1), 2)]);
    }

    #[test]
    fn standardised_rows_sum_to_nothing() {
        let done = standardised(&small()).unwrap();
        assert_eq!(done.scale, 3);
        assert_eq!(&done.cells[..5], [0, 0, 2, -1, -1]);
        assert!(completeness(&done).unbalanced.is_empty());
        assert_eq!(standardised(&done), Some(done));
    }

    #[test]
    fn twice_transposed_and_split_then_merged_is_as_before() {
        let matrix = small();
        assert_eq!(transposed(&transposed(&matrix)), matrix);
        let split = split(&matrix, 1, 1, Name::of("y2")).unwrap();
        assert_eq!(split.sizes(), [2, 4]);
        assert_eq!(merged(&split, 1, (1, 2), Name::of("y")), Some(matrix));
    }

    #[test]
    fn merging_averages() {
        let done = merged(&small(), 1, (0, 1), Name::of("xy")).unwrap();
        // (1 + 0) / 2 and (2 - 1) / 2, in halves.
        assert_eq!(done.scale, 2);
        assert_eq!(done.cells, [0, 0, 1, 0, 0, 0, 1, -2, 3, -1, 0, 0, 2, -2, 0, 10]);
        assert_eq!(merged(&small(), 1, (0, 3), Name::of("q")), None);
    }
}
