//! Dispatch-radio transcripts and news articles in, one ordered timeline per incident out.

pub mod span;
pub mod time;
pub mod note;
pub mod lexicon;
pub mod read;
pub mod find;
pub mod resolve;
pub mod solve;
