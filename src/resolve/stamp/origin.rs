//! Where the stamps of a recording count from.

use crate::read::recording::{Basis, Moment, Recording};
use crate::resolve::{Published, Setting};
use crate::time::{Instant, Interval, Zone};

/// The moments from which the stamps of a recording count.
pub(super) struct Origin<'a> {
    zone: Zone,
    known: Known<'a>,
}

enum Known<'a> {
    Start(Instant),
    Recording(&'a Recording),
}

impl<'a> Origin<'a> {
    /// What the user states comes first, then what is known of the recording.
    pub(super) fn of(
        recording: Option<&'a Recording>,
        setting: &Setting,
        zone: Zone,
    ) -> Option<Self> {
        let start = setting
            .start
            .and_then(|start: Published| start.instant(zone));
        let known = start
            .map(Known::Start)
            .or(recording.map(Known::Recording))?;
        Some(Origin { zone, known })
    }

    /// The interval of a stamp that counts from the start, in milliseconds, and how fine it is.
    pub(super) fn at(&self, since_start: i64, grain: i64) -> Option<Interval> {
        let (first, grain) = match &self.known {
            Known::Start(start) => (start.plus(since_start), grain),
            Known::Recording(recording) => {
                let piece = recording.piece(since_start)?;
                let at = match piece.at {
                    Moment::Instant(at) => at,
                    Moment::Civil(time) => self.zone.first(time),
                };
                let first = at.plus(since_start - piece.offset);
                (first, piece.grain + grain - 1)
            }
        };
        Some(Interval::new(first, first.plus(grain)))
    }

    /// What is to be said of it, unless the user has stated it.
    pub(super) fn message(&self) -> Option<String> {
        let Known::Recording(recording) = &self.known else {
            return None;
        };
        let start = self.at(recording.pieces.first()?.offset, 1)?.earliest?;
        let start = self.zone.rfc3339(start);
        Some(match &recording.basis {
            Basis::File => return None,
            Basis::Name => format!("the file's name says when it was recorded: {start}"),
            Basis::Beside(name) => format!("`{name}` says when it was recorded: {start}"),
        })
    }
}
