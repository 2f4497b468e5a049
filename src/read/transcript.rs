//! Plain-text radio transcripts: stamped lines, date headings, continuation lines.

use crate::span::Span;
use chrono::{FixedOffset, NaiveDate};

pub mod line;

/// A transcript as written: its entries in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// Every line that is not blank belongs to exactly one entry.
    pub entries: Vec<Entry>,
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
    /// A line that no grammar reads.
    Unread(Span),
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

/// A stamp as written, not yet an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day, where the stamp itself has one.
    pub date: Option<NaiveDate>,
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
