//! Radio traffic as written, whatever the format: transmissions and what stands between them.

use crate::lexicon::status::Milestone;
use crate::span::Span;
use crate::time::Instant;
use chrono::{FixedOffset, NaiveDate};

/// A transcript as written: its entries in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// Every line that is not blank belongs to exactly one entry.
    pub entries: Vec<Entry>,
    /// Until when at least its recording goes on, in milliseconds from the start, where its lines say
    /// so.
    pub length: Option<i64>,
}

/// One entry of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// `Friday, October 10, 2025`: the day of the bare times below it.
    Heading {
        /// The whole line.
        span: Span,
        /// The day that it names.
        date: NaiveDate,
    },
    /// One transmission, with its continuation lines.
    Line(Transmission),
    /// The number of the incident that the records below it are of.
    Incident(Span),
    /// An entry of a dispatcher's record.
    Record(Record, Transmission),
    /// What a file says of itself or of the recording: headers, marks, numbers.
    About(Span),
    /// Words that speech-to-text makes of silence.
    Invented(Span),
    /// A line that no grammar reads.
    Unread(Span),
}

/// What an entry of a dispatcher's record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// How far the response or a unit has come: `Enroute: 17:24:31`, with its standard name if it has one.
    Status(Option<Milestone>),
    /// What somebody typed: `17:26:02 caller is outside`
    Remark,
}

/// One transmission as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transmission {
    /// From the stamp, or the label where there is none, to the end of the last continuation line.
    pub span: Span,
    /// What the line is stamped with; `None` for an untimed line.
    pub stamp: Option<(Stamp, Span)>,
    /// `IPD Dispatch`, `TAC-2`
    pub channel: Option<Span>,
    /// `Dispatcher`, `Police officer`
    pub speaker: Option<Span>,
    /// `Unit 12`, `Engine 7`
    pub unit: Option<Span>,
    /// The words spoken.
    pub text: Span,
}

/// What a line is stamped with, not yet placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// A clock time as written.
    Clock(ClockStamp),
    /// So long after the recording's start.
    Offset {
        /// In milliseconds.
        since_start: i64,
        /// How fine it is, in milliseconds.
        grain: i64,
    },
    /// At some time of the recording.
    Within,
    /// A moment that the format states.
    Moment {
        /// Its first instant.
        at: Instant,
        /// How fine it is, in milliseconds.
        grain: i64,
    },
}

/// A clock time as written, not yet an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockStamp {
    /// The day, where the stamp itself has one.
    pub date: Option<NaiveDate>,
    /// Month and day, where the stamp has them without a year: `January 10, 3:20 a.m.`
    pub day: Option<(u8, u8)>,
    /// 0 to 23, or 1 to 12 where `meridiem` is known or still open.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where written.
    pub second: Option<u8>,
    /// 0 to 999, where written.
    pub millisecond: Option<u16>,
    /// `AM`, `p.m.`
    pub meridiem: Option<Meridiem>,
    /// `-06:00`, `Z`
    pub offset: Option<FixedOffset>,
}

/// The half of the day that a twelve-hour time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meridiem {
    /// `a.m.`
    Am,
    /// `p.m.`
    Pm,
}

impl Transcript {
    /// The transcript of some entries, of a length that nothing says.
    pub fn of(entries: Vec<Entry>) -> Self {
        Transcript {
            entries,
            length: None,
        }
    }

    /// Its transmissions.
    pub fn lines(&self) -> impl Iterator<Item = &Transmission> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Line(line) | Entry::Record(_, line) => Some(line),
            _ => None,
        })
    }

    /// Its transmissions.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Transmission> {
        self.entries.iter_mut().filter_map(|entry| match entry {
            Entry::Line(line) | Entry::Record(_, line) => Some(line),
            _ => None,
        })
    }
}

impl Transmission {
    /// Words that were said from a moment on: its milliseconds since the epoch, how fine it is, and the words
    /// that say so.
    pub(super) fn at(
        (at, grain, stamp): (i64, i64, Span),
        channel: Option<Span>,
        unit: Option<Span>,
        text: Span,
    ) -> Self {
        let moment = Stamp::Moment {
            at: Instant(at),
            grain,
        };
        Transmission {
            span: text,
            stamp: Some((moment, stamp)),
            channel,
            speaker: None,
            unit,
            text,
        }
    }
}

impl Entry {
    /// All that belongs to it.
    pub fn span(&self) -> Span {
        match self {
            Entry::Line(line) | Entry::Record(_, line) => line.span,
            Entry::Heading { span, .. }
            | Entry::Incident(span)
            | Entry::About(span)
            | Entry::Invented(span)
            | Entry::Unread(span) => *span,
        }
    }

    pub(super) fn is_no_line(&self) -> bool {
        !matches!(self, Entry::Line(_))
    }
}

impl Transmission {
    /// Whether nothing but a stamp is written.
    pub(super) fn is_mute(&self) -> bool {
        let label = self.channel.or(self.speaker).or(self.unit);
        label.is_none() && self.text.is_empty()
    }
}
