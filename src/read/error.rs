//! Why an input cannot be read, and what helps.

/// Why bytes cannot be read as a source.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// No text at all.
    #[error("this is not a text file; give a transcript or an article as plain text")]
    Binary,
    /// A recording, an archive, a picture or the like.
    #[error("this is {what}; {remedy}")]
    Foreign {
        /// With its article: `an mp3 recording`.
        what: &'static str,
        /// What helps.
        remedy: &'static str,
    },
    /// A Word document that is not whole.
    #[error("this Word document is damaged: {cause}; save it again, or save it as plain text")]
    Document {
        /// What is wrong with it.
        cause: String,
    },
    /// JSON that is not whole.
    #[error("this JSON is damaged: {cause}; get the file again, or cut it off before this place")]
    Json {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What is wrong with it.
        cause: String,
    },
    /// JSON of another tool.
    #[error(
        "no format has this JSON (its keys are {keys}); see `squelch formats`, or export it as SRT or text"
    )]
    ForeignJson {
        /// Its first keys.
        keys: String,
    },
    /// Spans count in 32 bits.
    #[error("the file has {bytes} bytes, the limit is 4294967295; split it")]
    TooLong {
        /// Its size.
        bytes: usize,
    },
}

impl Error {
    /// The line and the column of what is wrong, both from 1, if it has a place.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Error::Json { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }
}
