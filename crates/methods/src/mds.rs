//! Multidimensional scaling: a map of a few points on which distances are as close as they can be to given
//! dissimilarities.
//!
//! Classical scaling (Torgerson 1952) gives the start, SMACOF (majorisation of the raw stress; de Leeuw 1977) moves the
//! points until it no longer helps, and stress-1 (Kruskal 1964) says how well the map fits. Every pair weighs the same.
//! A map has no directions of its own: the points are centred, turned to their principal axes and mirrored by rule, so
//! that the same dissimilarities always give the same map.

use crate::rank::tied;
use std::f64::consts::PI;
use thiserror::Error;

/// The most points that are scaled: the eigenvectors take time in the cube of their number.
pub const MOST_POINTS: usize = 200;

/// Rounds of SMACOF at most.
const ROUNDS: usize = 1_000;

/// SMACOF stops when a round lowers the raw stress by less than this share of it.
const ENOUGH: f64 = 1e-12;

/// What counts as nothing on a map whose largest dissimilarity is 1.
const HAIR: f64 = 1e-6;

/// Why dissimilarities have no map. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MdsError {
    /// The number of cells is not the square of the number of points.
    #[error("{cells} cells for {points} points")]
    Size {
        /// Cells given.
        cells: usize,
        /// Points announced.
        points: usize,
    },
    /// More points than are scaled.
    #[error("{points} points: at most {MOST_POINTS} are scaled")]
    TooMany {
        /// Points announced.
        points: usize,
    },
    /// A dissimilarity is negative, infinite or no number.
    #[error("row {row}, column {column}: {value} is no dissimilarity")]
    Value {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What stands there.
        value: f64,
    },
    /// A point is dissimilar to itself.
    #[error("row {index}, column {index}: {value} on the diagonal, where only 0 is possible")]
    Diagonal {
        /// The row and the column.
        index: usize,
        /// What stands there.
        value: f64,
    },
    /// Two cells that are one dissimilarity differ by more than 1e-9, relatively.
    #[error("row {row}, column {column}: {value}, but {mirrored} the other way round")]
    Asymmetric {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What stands there.
        value: f64,
        /// What stands at the mirrored place.
        mirrored: f64,
    },
}

/// A map in two dimensions.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// One point an object, in units of the dissimilarities. Their mean is the origin, their widest spread along the
    /// first axis; on each axis the point farthest from the origin (of equals, the first) is on the positive side.
    pub points: Vec<[f64; 2]>,
    /// Kruskal's stress-1, `sqrt(sum (d - delta)^2 / sum d^2)` over the pairs, d on the map: 0 for a perfect map; about
    /// .05 good, .1 fair, .2 poor (Kruskal 1964). `None` where the map is one single place.
    pub stress: Option<f64>,
}

/// The map of `n` objects from their dissimilarities, n x n, symmetric with diagonal 0. They need not be distances: the
/// triangle inequality may fail.
///
/// The stress reached is a local minimum. In another order of the objects the map is the same, unless the
/// dissimilarities are so regular that several maps are equally good.
///
/// # Errors
/// [`MdsError`] names the cell at fault.
pub fn mds(n: usize, dissimilarities: &[f64]) -> Result<Map, MdsError> {
    check(n, dissimilarities)?;
    let largest = dissimilarities.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 {
        return Ok(Map { points: vec![[0.0; 2]; n], stress: None });
    }
    // In units of the largest one, so that squares neither vanish nor overflow.
    let unit: Vec<f64> = dissimilarities.iter().map(|d| d / largest).collect();
    let mut points = smacof(n, &unit, classical(n, &unit));
    orient(&mut points);
    if stuck(n, &unit, &points) {
        let mut others = smacof(n, &unit, nudged(&points));
        if raw_stress(n, &unit, &others) < raw_stress(n, &unit, &points) {
            orient(&mut others);
            points = others;
        }
    }
    let stress = stress(n, &unit, &points);
    for point in &mut points {
        *point = point.map(|x| x * largest);
    }
    Ok(Map { points, stress })
}

/// Dissimilarities of actors from their net distances (convergence less divergence, n x n, symmetric): the largest net
/// distance of a pair less their own; diagonal 0.
///
/// The pair that goes together best is at 0, and any two pairs differ as their net distances do. This rule is ours;
/// LIPSOR's is not published.
#[must_use]
pub fn net_distance_dissimilarities(n: usize, net: &[f64]) -> Vec<f64> {
    let pair = |at: &usize| at / n != at % n;
    let largest = (0..net.len()).filter(pair).map(|at| net[at]).fold(f64::NEG_INFINITY, f64::max);
    (0..net.len()).map(|at| if pair(&at) { largest - net[at] } else { 0.0 }).collect()
}

fn check(n: usize, dissimilarities: &[f64]) -> Result<(), MdsError> {
    if n > MOST_POINTS {
        return Err(MdsError::TooMany { points: n });
    }
    if dissimilarities.len() != n * n {
        return Err(MdsError::Size { cells: dissimilarities.len(), points: n });
    }
    for (at, &value) in dissimilarities.iter().enumerate() {
        let (row, column) = (at / n, at % n);
        if !(value.is_finite() && value >= 0.0) {
            return Err(MdsError::Value { row, column, value });
        }
        if row == column && value != 0.0 {
            return Err(MdsError::Diagonal { index: row, value });
        }
        let mirrored = dissimilarities[column * n + row];
        if column < row && !tied(value, mirrored) {
            return Err(MdsError::Asymmetric { row, column, value, mirrored });
        }
    }
    Ok(())
}

/// Torgerson's start: the two leading eigenvectors of the doubly centred squares, each as long as the root of its
/// eigenvalue.
fn classical(n: usize, unit: &[f64]) -> Vec<[f64; 2]> {
    let squares: Vec<f64> = unit.iter().map(|d| d * d).collect();
    let means: Vec<f64> = squares.chunks_exact(n).map(|row| row.iter().sum::<f64>() / n as f64).collect();
    let grand = means.iter().sum::<f64>() / n as f64;
    let centred = (0..n * n).map(|at| -0.5 * (squares[at] - means[at / n] - means[at % n] + grand)).collect();
    let (values, vectors) = eigen(n, centred);
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    let mut points = vec![[0.0; 2]; n];
    for (axis, &component) in order.iter().take(2).enumerate() {
        let length = values[component].max(0.0).sqrt();
        for (point, row) in points.iter_mut().zip(vectors.chunks_exact(n)) {
            point[axis] = row[component] * length;
        }
    }
    points
}

/// Eigenvalues and eigenvectors (in columns) of a symmetric matrix, by cyclic Jacobi rotations in a fixed order.
fn eigen(n: usize, mut a: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let mut vectors = vec![0.0; n * n];
    vectors.iter_mut().step_by(n + 1).for_each(|x| *x = 1.0);
    let size: f64 = a.iter().map(|x| x * x).sum();
    // Each sweep squares what is left off the diagonal; a dozen are plenty.
    for _ in 0..50 {
        let off: f64 =
            (0..n).flat_map(|p| (0..p).map(move |q| (p, q))).map(|(p, q)| a[p * n + q] * a[p * n + q]).sum();
        if off <= 1e-30 * size {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(n, &mut a, &mut vectors, p, q);
            }
        }
    }
    ((0..n).map(|i| a[i * (n + 1)]).collect(), vectors)
}

/// One rotation, to make the cell (p, q) zero (Golub & Van Loan 1996, 8.4).
fn rotate(n: usize, a: &mut [f64], vectors: &mut [f64], p: usize, q: usize) {
    let off = a[p * n + q];
    if off == 0.0 {
        return;
    }
    let tau = (a[q * n + q] - a[p * n + p]) / (2.0 * off);
    let tangent = tau.signum() / (tau.abs() + (1.0 + tau * tau).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    let turn = |x: &mut [f64], p: usize, q: usize| {
        let (old_p, old_q) = (x[p], x[q]);
        x[p] = cosine * old_p - sine * old_q;
        x[q] = sine * old_p + cosine * old_q;
    };
    for k in 0..n {
        turn(a, k * n + p, k * n + q);
    }
    for k in 0..n {
        turn(a, p * n + k, q * n + k);
        turn(vectors, k * n + p, k * n + q);
    }
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    (x * x + y * y).sqrt()
}

/// Moves the points by the Guttman transform while it lowers the raw stress.
fn smacof(n: usize, unit: &[f64], mut points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    let mut before = raw_stress(n, unit, &points);
    for _ in 0..ROUNDS {
        let moved = guttman(n, unit, &points);
        let now = raw_stress(n, unit, &moved);
        if now >= before {
            break;
        }
        points = moved;
        if before - now <= ENOUGH * before {
            break;
        }
        before = now;
    }
    points
}

/// The Guttman transform with equal weights. Points that coincide do not push each other.
fn guttman(n: usize, unit: &[f64], points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let moved = (0..n).map(|i| {
        let mut sum = [0.0; 2];
        for j in (0..n).filter(|&j| j != i) {
            let apart = distance(points[i], points[j]);
            if apart > 0.0 {
                let ratio = unit[i * n + j] / apart;
                sum[0] += ratio * (points[i][0] - points[j][0]);
                sum[1] += ratio * (points[i][1] - points[j][1]);
            }
        }
        sum.map(|x| x / n as f64)
    });
    moved.collect()
}

/// Whether the map may be a saddle of the stress, which SMACOF does not leave by itself: dissimilar points coincide, or
/// all lie on a line without fitting there. Equal eigenvalues of the start bring this about.
fn stuck(n: usize, unit: &[f64], points: &[[f64; 2]]) -> bool {
    let mut pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    raw_stress(n, unit, points) > HAIR
        && (points.iter().all(|p| p[1].abs() < HAIR)
            || pairs.any(|(i, j)| unit[i * n + j] > HAIR && distance(points[i], points[j]) < HAIR))
}

/// The points, each pushed into a direction of its own: multiples of the golden angle.
fn nudged(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let golden = PI * (3.0 - 5.0_f64.sqrt());
    let push = |(i, p): (usize, &[f64; 2])| {
        let angle = golden * i as f64;
        [p[0] + 0.1 * libm::cos(angle), p[1] + 0.1 * libm::sin(angle)]
    };
    points.iter().enumerate().map(push).collect()
}

fn raw_stress(n: usize, unit: &[f64], points: &[[f64; 2]]) -> f64 {
    let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs.map(|(i, j)| distance(points[i], points[j]) - unit[i * n + j]).map(|e| e * e).sum()
}

/// Kruskal's stress-1.
fn stress(n: usize, unit: &[f64], points: &[[f64; 2]]) -> Option<f64> {
    let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    let squares: f64 = pairs.map(|(i, j)| distance(points[i], points[j])).map(|d| d * d).sum();
    (squares > 0.0).then(|| (raw_stress(n, unit, points) / squares).sqrt())
}

/// Centres the points, turns them to their principal axes and mirrors each axis by the rule of [`Map::points`].
fn orient(points: &mut [[f64; 2]]) {
    let count = points.len() as f64;
    for axis in 0..2 {
        let mean = points.iter().map(|p| p[axis]).sum::<f64>() / count;
        points.iter_mut().for_each(|p| p[axis] -= mean);
    }
    let moment = |a: usize, b: usize| points.iter().map(|p| p[a] * p[b]).sum::<f64>();
    let mixed = moment(0, 1);
    let (values, vectors) = eigen(2, vec![moment(0, 0), mixed, mixed, moment(1, 1)]);
    let (first, second) = if values[0] >= values[1] { (0, 1) } else { (1, 0) };
    for point in points.iter_mut() {
        let along = |component: usize| point[0] * vectors[component] + point[1] * vectors[2 + component];
        *point = [along(first), along(second)];
    }
    for axis in 0..2 {
        let largest = points.iter().map(|p| p[axis].abs()).fold(0.0, f64::max);
        // Equal but for rounding counts as equal: the first of them decides.
        let farthest = points.iter().find(|p| p[axis].abs() >= largest * (1.0 - 1e-9));
        if farthest.is_some_and(|p| p[axis] < 0.0) {
            points.iter_mut().for_each(|p| p[axis] = -p[axis]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distances(points: &[[f64; 2]]) -> Vec<f64> {
        points.iter().flat_map(|&a| points.iter().map(move |&b| distance(a, b))).collect()
    }

    fn close(a: &[f64], b: &[f64], within: f64) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= within)
    }

    #[test]
    fn a_known_plane_is_recovered() {
        // A rectangle of 3 by 4 with its centre, off the origin.
        let points = [[1.0, 1.0], [4.0, 1.0], [4.0, 5.0], [1.0, 5.0], [2.5, 3.0]];
        let map = mds(5, &distances(&points)).unwrap();
        assert!(close(&distances(&map.points), &distances(&points), 1e-9), "{map:?}");
        assert!(map.stress.unwrap() < 1e-9);
        // Long side along the first axis; the first corner is on the positive side of both.
        assert!(close(
            map.points.concat().as_slice(),
            &[2.0, 1.5, 2.0, -1.5, -2.0, -1.5, -2.0, 1.5, 0.0, 0.0],
            1e-9
        ));
    }

    #[test]
    fn what_does_not_fit_has_stress() {
        // Four points all at 1 from each other need three dimensions. In two, the best square has sides of
        // (2 + sqrt 2) / 4 and a stress of 3 - 2 sqrt 2 (by hand); the start puts two of them on one place.
        let mut all_alike = vec![1.0; 16];
        all_alike.iter_mut().step_by(5).for_each(|d| *d = 0.0);
        let map = mds(4, &all_alike).unwrap();
        assert!((map.stress.unwrap() - (3.0 - 2.0 * 2.0_f64.sqrt())).abs() < 1e-6, "{map:?}");
        let side = (2.0 + 2.0_f64.sqrt()) / 4.0;
        let mut apart = distances(&map.points);
        apart.sort_by(f64::total_cmp);
        assert!((apart[4] - side).abs() < 1e-4 && (apart[15] - side * 2.0_f64.sqrt()).abs() < 1e-4);
    }

    #[test]
    fn degenerate_maps() {
        assert_eq!(mds(0, &[]), Ok(Map { points: vec![], stress: None }));
        assert_eq!(mds(1, &[0.0]), Ok(Map { points: vec![[0.0; 2]], stress: None }));
        assert_eq!(mds(3, &[0.0; 9]).unwrap().points, [[0.0; 2]; 3]);
        let two = mds(2, &[0.0, 3.0, 3.0, 0.0]).unwrap();
        assert!(close(two.points.concat().as_slice(), &[1.5, 0.0, -1.5, 0.0], 1e-12), "{two:?}");
        assert!(two.stress.unwrap() < 1e-12);
        let tiny = mds(2, &[0.0, 1e-200, 1e-200, 0.0]).unwrap();
        assert!((tiny.points[0][0] / 1e-200 - 0.5).abs() < 1e-9);
    }

    #[test]
    fn the_cell_at_fault_is_named() {
        assert_eq!(mds(2, &[0.0; 3]), Err(MdsError::Size { cells: 3, points: 2 }));
        assert_eq!(mds(201, &[]), Err(MdsError::TooMany { points: 201 }));
        assert_eq!(mds(1, &[2.0]), Err(MdsError::Diagonal { index: 0, value: 2.0 }));
        assert_eq!(mds(2, &[0.0, -1.0, -1.0, 0.0]), Err(MdsError::Value { row: 0, column: 1, value: -1.0 }));
        assert_eq!(
            mds(2, &[0.0, 1.0, 2.0, 0.0]),
            Err(MdsError::Asymmetric { row: 1, column: 0, value: 2.0, mirrored: 1.0 })
        );
    }

    #[test]
    fn net_distances_become_dissimilarities() {
        let net = [0.0, 4.0, -5.0, 4.0, 0.0, -1.0, -5.0, -1.0, 0.0];
        assert_eq!(net_distance_dissimilarities(3, &net), [0.0, 0.0, 9.0, 0.0, 0.0, 5.0, 9.0, 5.0, 0.0]);
        // Where all diverge, the least divergent pair is at 0.
        assert_eq!(net_distance_dissimilarities(2, &[0.0, -3.0, -3.0, 0.0]), [0.0; 4]);
        assert!(net_distance_dissimilarities(0, &[]).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn points_in_the_plane_are_recovered(
            points in prop::collection::vec((-50i32..=50, -50i32..=50), 1..25)
        ) {
            let points: Vec<[f64; 2]> = points.iter().map(|&(x, y)| [f64::from(x), f64::from(y)]).collect();
            let map = mds(points.len(), &distances(&points)).unwrap();
            prop_assert!(close(&distances(&map.points), &distances(&points), 1e-5));
            prop_assert!(map.stress.is_none_or(|s| s < 1e-6));
        }

        #[test]
        fn names_and_units_do_not_matter(cells in prop::collection::vec(0u8..20, 36), unit in 1e-3..1e3) {
            let n = 6;
            let of = |i: usize, j: usize| if i == j { 0.0 } else { f64::from(cells[i.min(j) * n + i.max(j)]) };
            let one: Vec<f64> = (0..n * n).map(|at| of(at / n, at % n)).collect();
            let scaled: Vec<f64> = one.iter().map(|d| d * unit).collect();
            let (map, other) = (mds(n, &one).unwrap(), mds(n, &scaled).unwrap());
            if let (Some(a), Some(b)) = (map.stress, other.stress) {
                prop_assert!((a - b).abs() < 1e-6, "{a} {b}");
            }
            prop_assert_eq!(mds(n, &one).unwrap(), map);
        }

        #[test]
        fn another_order_is_the_same_map(
            points in prop::collection::vec((-50i32..=50, -50i32..=50), 3..12)
        ) {
            let points: Vec<[f64; 2]> = points.iter().map(|&(x, y)| [f64::from(x), f64::from(y)]).collect();
            let turned: Vec<[f64; 2]> = points.iter().rev().copied().collect();
            let one = mds(points.len(), &distances(&points)).unwrap();
            let two = mds(points.len(), &distances(&turned)).unwrap();
            let back: Vec<[f64; 2]> = two.points.iter().rev().copied().collect();
            // Up to a rigid motion: the distances on the map.
            prop_assert!(close(&distances(&one.points), &distances(&back), 1e-5));
        }

        #[test]
        fn smacof_never_makes_it_worse(cells in prop::collection::vec(1u8..20, 49)) {
            let n = 7;
            let of = |i: usize, j: usize| if i == j { 0.0 } else { f64::from(cells[i.min(j) * n + i.max(j)]) };
            let unit: Vec<f64> = (0..n * n).map(|at| of(at / n, at % n) / 20.0).collect();
            let start = classical(n, &unit);
            let first = raw_stress(n, &unit, &start);
            prop_assert!(raw_stress(n, &unit, &smacof(n, &unit, start)) <= first);
        }
    }
}
