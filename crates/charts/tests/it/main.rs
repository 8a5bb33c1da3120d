//! Every chart at every width, theme and language: well formed, inside its frame, named, without what printing engines
//! cannot draw.

mod pictures;
#[allow(dead_code, unreachable_pub)]
mod samples;
