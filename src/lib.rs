//! Dispatch-radio transcripts and news articles in, one ordered timeline per incident out.

pub mod read;
pub mod solve;
pub mod span;
pub mod time;
