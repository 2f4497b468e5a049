//! Where the stamps of a recording count from.

use crate::read::recording::{Basis, Moment, Named, Piece, Recording};
use crate::resolve::width::Width;
use crate::resolve::width::recorder::{ARCHIVE, CALL, MADE, TAIL};
use crate::resolve::{Published, Setting};
use crate::time::{Instant, Interval, SECOND, Zone};

/// The moments from which the stamps of a recording count.
pub(super) struct Origin<'a> {
    zone: Zone,
    known: Known<'a>,
}

enum Known<'a> {
    Start(Instant),
    Recording(&'a Recording),
}

/// An interval as usual and at its widest.
pub(super) type Widths = (Interval, Interval);

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
    pub(super) fn at(&self, since_start: i64, grain: i64) -> Option<Widths> {
        let recording = match &self.known {
            Known::Start(start) => {
                let first = start.plus(since_start);
                let interval = Interval::new(first, first.plus(grain));
                return Some((interval, interval));
            }
            Known::Recording(recording) => recording,
        };
        let piece = recording.piece(since_start)?;
        let at = self.instant(piece).plus(since_start - piece.offset);
        let interval = Interval::new(at, at.plus(piece.grain + grain - 1));
        Some(match recording.basis {
            Basis::Name(Named::Made) => both(|wide| interval.widen(wide(MADE), 0)),
            Basis::Name(Named::Archived) => {
                both(|wide| interval.widen(wide(ARCHIVE), wide(ARCHIVE)))
            }
            Basis::Name(Named::End) => {
                let length = recording.length.unwrap_or(0);
                let over = Interval {
                    earliest: None,
                    latest: Some(self.instant(piece).plus(piece.grain)),
                };
                let call = |wide: fn(Width) -> i64| {
                    interval.widen(length + POLL + wide(TAIL), wide(TAIL) - length)
                };
                both(|wide| call(wide).and(over))
            }
            Basis::Name(Named::Start) | Basis::File | Basis::Beside(_) => (interval, interval),
        })
    }

    /// The interval of what was said at some time of the recording.
    pub(super) fn within(&self) -> Option<Widths> {
        let recording = match &self.known {
            Known::Start(start) => {
                let interval = Interval {
                    earliest: Some(*start),
                    latest: None,
                };
                return Some((interval, interval));
            }
            Known::Recording(recording) => recording,
        };
        let first = recording.pieces.first()?;
        let at = self.instant(first);
        let moment = Interval::new(at, at.plus(first.grain));
        let onward = Interval {
            latest: recording.length.map(|length| at.plus(length)),
            ..moment
        };
        Some(match recording.basis {
            Basis::Name(Named::Made) => both(|wide| moment.widen(wide(MADE), wide(CALL))),
            Basis::Name(Named::Archived) => both(|wide| onward.widen(wide(ARCHIVE), wide(ARCHIVE))),
            Basis::Name(Named::End) => both(|wide| moment.widen(POLL + wide(CALL), 0)),
            Basis::Name(Named::Start) | Basis::File | Basis::Beside(_) => (onward, onward),
        })
    }

    fn instant(&self, piece: &Piece) -> Instant {
        match piece.at {
            Moment::Instant(at) => at,
            Moment::Civil(time) => self.zone.first(time),
        }
    }

    /// What is to be said of it, unless the user has stated it.
    pub(super) fn message(&self) -> Option<String> {
        let Known::Recording(recording) = &self.known else {
            return None;
        };
        let at = self.zone.rfc3339(self.instant(recording.pieces.first()?));
        let told = match &recording.basis {
            Basis::File => return None,
            Basis::Beside(name) => {
                return Some(format!("`{name}` says when it was recorded: {at}"));
            }
            Basis::Name(Named::Start) => format!("when it was recorded: {at}"),
            Basis::Name(Named::Made) => {
                format!("when its file was made: {at}, a call's start or some seconds later")
            }
            Basis::Name(Named::End) => format!("when the call was over: {at}"),
            Basis::Name(Named::Archived) => {
                format!("in which minute it begins: {at}, by a stream that comes late")
            }
        };
        Some(format!(
            "the file's name says {told}; pass `--start` if you know better"
        ))
    }
}

/// `SDRTrunk` looks for finished calls once a second before it names them.
const POLL: i64 = SECOND;

/// An interval with each width at its usual and at its outer value.
fn both(interval: impl Fn(fn(Width) -> i64) -> Interval) -> Widths {
    (interval(|width| width.usual), interval(Width::outer))
}
