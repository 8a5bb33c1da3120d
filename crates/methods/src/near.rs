//! Comparisons that decide a rank, a class or a stop: values nearer than 1e-9 (relative) are ties.

/// Relative distance below which two values count as the same.
pub(crate) const TIE: f64 = 1e-9;

/// Whether the two values are a tie.
pub(crate) fn close(a: f64, b: f64) -> bool {
    // The absolute floor lets a rounding residue equal a true zero.
    (a - b).abs() <= TIE * a.abs().max(b.abs()).max(1e-3)
}

/// Strictly above, ties excluded.
pub(crate) fn above(a: f64, b: f64) -> bool {
    a > b && !close(a, b)
}

/// At or above, ties included.
pub(crate) fn at_least(a: f64, b: f64) -> bool {
    a >= b || close(a, b)
}

/// At or below, ties included.
pub(crate) fn at_most(a: f64, b: f64) -> bool {
    a <= b || close(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounding_residue_is_a_tie() {
        assert!(close(0.1 + 0.2, 0.3) && at_least(0.3, 0.1 + 0.2) && at_most(0.1 + 0.2, 0.3));
        assert!(!above(0.1 + 0.2, 0.3) && above(0.3001, 0.3));
        assert!(close(1e-17, 0.0));
    }
}
