//! Transcripts of which no day is known: what their stamps say all the same.

use super::{counts, transcript};
use crate::note::SourceId;
use crate::read::Source;
use crate::read::transcript::Transcript;
use crate::resolve::{Published, Setting};
use crate::time::Interval;
use chrono::{NaiveDate, NaiveDateTime};

/// The stamps of a transcript of which no day is known: clock times without a date, or times that count
/// from the recording's start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// The stamp of each statement, as if its day or its recording had started at the epoch.
    pub stamps: Vec<Interval>,
    /// Whether they count from the recording's start.
    pub counts: bool,
}

impl Undated {
    /// Reads the stamps of a transcript as those of the first day of the epoch.
    pub(super) fn of(id: SourceId, source: &Source, read: &Transcript) -> Self {
        let counts = counts(read);
        let setting = Setting {
            published: Some(Published::Day(NaiveDate::default())),
            start: counts.then_some(Published::Civil(NaiveDateTime::default())),
            ..Setting::default()
        };
        let placed = transcript(id, source, read, &setting);
        Undated {
            stamps: placed.statements.iter().map(|it| it.own).collect(),
            counts,
        }
    }
}
