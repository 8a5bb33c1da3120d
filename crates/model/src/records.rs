//! The records of a study, by the stage that writes them.

mod act;
mod choose;
mod consult;
mod explore;
mod frame;
mod scan;
mod structure;
mod watch;

pub use act::*;
pub use choose::*;
pub use consult::*;
pub use explore::*;
pub use frame::*;
pub use scan::*;
pub use structure::*;
pub use watch::*;
