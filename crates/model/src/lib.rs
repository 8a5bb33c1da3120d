//! What a study is: records, ids, families, questions, answers, units and diagnostic codes.
//!
//! No I/O, no mathematics, no sentences. A record is declared once, in [`records`]; its reader, writer, workbook
//! sheet, reference check and documentation all follow from that declaration (see [`record`]).

pub mod answer;
pub mod check;
pub mod choice;
pub mod diagnostic;
pub mod family;
pub mod field;
pub mod heading;
pub mod id;
pub mod publish;
pub mod record;
pub mod records;
pub mod study;
pub mod text;
pub mod value;

pub use answer::{Answer, Question, Value};
pub use diagnostic::{Alike, Code, Diagnostic, Place, Severity, alike};
pub use family::Family;
pub use id::Id;
pub use record::{Kind, Record};
pub use study::Study;
pub use text::{Lang, Text};

/// The format of the study folder that this release reads and writes.
pub const FORMAT: u32 = 1;
