//! Dispatch-radio transcripts and news articles in, one ordered timeline per incident out.

pub mod lexicon;
pub mod read;
pub mod span;
pub mod time;
