//! Studies as records with revisions, and the people who work on them: SQLite in a file, or PostgreSQL by URL.
//!
//! One text of SQL for both engines. No HTTP, no clock and no dice: the caller says what time it is, in milliseconds since
//! 1970, and brings the random tokens, of which only the SHA-256 is kept.
//!
//! A study is reached through an [`Access`] alone, which only [`Store::authorise`] (and whatever makes one a member)
//! gives; who may write is an [`Organiser`]. Every save is a revision; nothing takes one away.

mod access;
mod backup;
mod database;
mod error;
mod people;
mod read;
mod record;
mod save;
mod schema;
mod study;

pub use access::{Access, Invitation, Member, Organiser, Role, StudyInfo};
pub use database::{Engine, Settings, Store};
pub use error::{Error, Result};
pub use people::{ApiToken, Person, Session};
pub use read::{Extent, Opened, Revision};
pub use record::{ANSWER, FILE, Field, Fields, OBSERVATION, Record, STUDY, Spot, answer_parts};
pub use save::{Change, Clash, Conflict, Edit, SaveError, Saved};
pub use schema::VERSION;
pub use study::{diff, records, study};
