//! When a recording was made whose stamps count from its start.

use crate::time::Instant;
use chrono::NaiveDateTime;

/// When a recording was made, as far as its file, its name or a file beside it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Its stretches without a gap, at least one, by their offset.
    pub pieces: Vec<Piece>,
    /// All of it was said within so many milliseconds from its first instant, where that is known.
    pub length: Option<i64>,
    /// What says so.
    pub basis: Basis,
}

/// A stretch of a recording without a gap: silence before it may have been cut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where in the recording a moment is known, in milliseconds from its start.
    pub offset: i64,
    /// That moment.
    pub at: Moment,
    /// It lies so many milliseconds from there on, exclusive.
    pub grain: i64,
}

/// A moment as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// In absolute time.
    Instant(Instant),
    /// In the zone of the source.
    Civil(NaiveDateTime),
}

/// What says when a recording was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The file itself.
    File,
    /// The file's name.
    Name(Named),
    /// A file beside it, by its name.
    Beside(String),
}

/// What the moment in the name of a file is of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Its start.
    Start,
    /// When its file was made, which may be after it started: trunk-recorder.
    Made,
    /// When it was over and its file was written: `SDRTrunk`.
    End,
    /// When an archive began to keep a stream that comes late by nobody knows how much: Broadcastify.
    Archived,
}

impl Recording {
    /// The number of the stretch that an offset lies in: the last that begins at or before it, else the
    /// first.
    pub fn index(&self, offset: i64) -> usize {
        let begun = self.pieces.partition_point(|piece| piece.offset <= offset);
        begun.saturating_sub(1)
    }

    /// The stretch that an offset lies in.
    pub fn piece(&self, offset: i64) -> Option<&Piece> {
        self.pieces.get(self.index(offset))
    }
}
