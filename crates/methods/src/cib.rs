//! Cross-impact balances (Weimer-Jehle 2006, *Technological Forecasting and Social Change* 73): every scenario of a
//! matrix that contradicts itself nowhere, exactly.
//!
//! A scenario chooses one variant of each descriptor. The *balance* of a variant is the sum of the impacts that the
//! chosen variants have on it, the diagonal blocks included. A descriptor is *inconsistent* by as much as the best
//! balance of its variants exceeds that of the chosen one, a scenario by the most of its descriptors; consistent
//! scenarios are the *kernel*. See [`kernel::kernel`] for how they are found, [`succession`] for where a scenario that is
//! not consistent leads.

pub mod explain;
pub mod kernel;
pub mod model;
pub mod panel;
mod search;
pub mod select;
pub mod succession;
mod tables;

pub use kernel::{Kernel, Settings, kernel};
pub use model::{Cib, CibError, Score};
