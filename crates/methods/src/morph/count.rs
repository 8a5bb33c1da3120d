//! Counts of configurations: in a machine's numbers where they fit, else as large as they get.

use num_bigint::BigUint;

/// A count: exact where it fits.
pub(super) trait Count: Clone {
    fn zero() -> Self;
    fn one() -> Self;
    fn add(&mut self, other: &Self);
    fn times(&self, other: &Self) -> Self;
    fn is_zero(&self) -> bool;
    fn big(self) -> BigUint;
}

impl Count for u128 {
    fn zero() -> Self {
        0
    }
    fn one() -> Self {
        1
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn is_zero(&self) -> bool {
        *self == 0
    }
    fn big(self) -> BigUint {
        BigUint::from(self)
    }
}

impl Count for BigUint {
    fn zero() -> Self {
        Self::ZERO
    }
    fn one() -> Self {
        Self::from(1_u32)
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }
    fn big(self) -> BigUint {
        self
    }
}
