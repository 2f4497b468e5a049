//! Dispatch-radio transcripts and news articles in, one ordered timeline per incident out.

pub mod case;
pub mod cli;
pub mod find;
pub mod lexicon;
pub mod link;
pub mod note;
pub mod read;
pub mod resolve;
pub mod solve;
pub mod span;
pub mod time;
pub mod timeline;
pub mod write;
