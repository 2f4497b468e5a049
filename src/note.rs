//! Notes: remarks on the input that stop nothing, each at its place.

use crate::span::Span;
use std::fmt;

/// The number of a source in the order of the run.
pub type SourceId = u32;

/// A remark on the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind of remark.
    pub code: Code,
    /// Which source.
    pub source: SourceId,
    /// Where in it.
    pub span: Span,
    /// One sentence without a full stop; what was assumed, and how to say otherwise.
    pub message: String,
}

impl Note {
    /// The remark on a source of which nobody stated the zone.
    pub fn zone_unknown(source: SourceId) -> Self {
        Note {
            code: Code::ZoneUnknown,
            source,
            span: Span::default(),
            message: "no time zone is stated; times are local and have no offset; pass `--tz ZONE`"
                .to_owned(),
        }
    }
}

/// The kinds of remarks; the README lists each with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// A year was not written; all candidates are named.
    AssumedYear,
    /// A day was not written.
    AssumedDate,
    /// a.m. or p.m. was not written.
    AssumedMeridiem,
    /// `six minutes into the standoff` counts from the first time told.
    AssumedStart,
    /// `10/11/2025` can be read month first or day first.
    AssumedOrder,
    /// Written like a time, and none: `25:61 p.m.`.
    NoSuchTime,
    /// `Thursday, March 1, 2024` is a Friday.
    WeekdayMismatch,
    /// A time that spring's change of clocks left out.
    SummerTimeGap,
    /// A time that autumn's change of clocks repeats.
    SummerTimeTwice,
    /// A time after the article was published, told as past.
    AfterPublication,
    /// No zone is stated for the source.
    ZoneUnknown,
    /// A stamp older than the line before it.
    LateLine,
    /// A midnight was inferred between two bare stamps.
    Midnight,
    /// Statements that agree only when their hedges are read at their widest.
    WithinHedges,
    /// The offset of a clock was estimated from what other sources and the traffic itself say.
    ClockEstimated,
    /// A spoken time that does not fit the clock of its recording.
    OddTime,
    /// Two tellings of one event count differently: `two hurt` and `three hurt`.
    FiguresDiffer,
    /// A quote is given to another speaker than its transmission.
    SpeakersDiffer,
    /// The start of a recording is taken from its name or from a file beside it.
    RecordingStart,
    /// A file can be read as more than one format.
    TwoFormats,
    /// Times of a format that cannot be true: they give the order only.
    OrderOnly,
    /// Words that speech-to-text invents on silence.
    InventedWords,
    /// A status that can be read as two milestones.
    AssumedStatus,
    /// The zone of a record follows from two of its times.
    ZoneInferred,
    /// Two times of one recording that do not agree.
    TimesDiffer,
    /// An encoding other than UTF-8 was inferred.
    AssumedEncoding,
    /// A source without a word.
    Empty,
}

impl Code {
    /// The code as printed: `assumed-year`.
    pub fn name(self) -> &'static str {
        match self {
            Code::AssumedYear => "assumed-year",
            Code::AssumedDate => "assumed-date",
            Code::AssumedMeridiem => "assumed-meridiem",
            Code::AssumedStart => "assumed-start",
            Code::AssumedOrder => "assumed-order",
            Code::NoSuchTime => "no-such-time",
            Code::WeekdayMismatch => "weekday-mismatch",
            Code::SummerTimeGap => "summer-time-gap",
            Code::SummerTimeTwice => "summer-time-twice",
            Code::AfterPublication => "after-publication",
            Code::ZoneUnknown => "zone-unknown",
            Code::LateLine => "late-line",
            Code::Midnight => "midnight",
            Code::WithinHedges => "within-hedges",
            Code::ClockEstimated => "clock-estimated",
            Code::OddTime => "odd-time",
            Code::FiguresDiffer => "figures-differ",
            Code::SpeakersDiffer => "speakers-differ",
            Code::RecordingStart => "recording-start",
            Code::TwoFormats => "two-formats",
            Code::OrderOnly => "order-only",
            Code::InventedWords => "invented-words",
            Code::AssumedStatus => "assumed-status",
            Code::ZoneInferred => "zone-inferred",
            Code::TimesDiffer => "times-differ",
            Code::AssumedEncoding => "assumed-encoding",
            Code::Empty => "empty",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}
