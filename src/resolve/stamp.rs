//! Stamped lines → statements: which day a bare stamp belongs to, where midnight lies, and which of
//! two readings a repeated hour has.
//!
//! A stamp without a day lies on the day that brings it nearest to the line before: a step back of
//! hours is a midnight, a step back of minutes is a late line.

use super::{Certainty, Clock, Kind, Published, Reason, Resolved, Setting, Statement, Unplaced};
use crate::note::{Code, Note, SourceId};
use crate::read::Source;
use crate::read::recording::Moment;
use crate::read::transcript::{ClockStamp, Entry, Record, Stamp, Transcript, Transmission};
use crate::span::Span;
use crate::time::{Grain, Instant, Interval, SECOND, Zone};
use chrono::{NaiveDate, Offset, Utc};
use clock::grain_of;
use count::Count;
use halves::Halves;
use origin::{Origin, Widths};
use rustc_hash::FxHashMap;
use undated::Undated;

mod clock;
mod count;
mod first_day;
mod halves;
mod origin;
mod record;
pub mod undated;
mod untimed;

/// The statements of a transcript, one a transmission.
pub fn transcript(
    id: SourceId,
    source: &Source,
    transcript: &Transcript,
    setting: &Setting,
) -> Resolved {
    let stated = setting.zone.or(setting.start.and_then(Published::zone));
    let zone = stated.unwrap_or_else(|| written_zone(source, transcript));
    let origin = Origin::of(source.recording.as_ref(), setting, zone);
    let is_record = record::is_record(transcript);
    let count = Count::of(transcript).filter(|_| !is_record);
    // a day alone does not say when `0:00` was
    let is_day_of_stamps = origin.is_none() && count != Some(Count::Minutes);
    let day = first_day::first_day(source, setting).filter(|_| is_day_of_stamps);
    let mut log = Log {
        id,
        source,
        zone,
        halves: Halves::of(transcript),
        count: count.filter(|_| origin.is_some()),
        is_counted: counts(transcript),
        is_untimed: stamps(transcript).next().is_none(),
        is_record,
        incidents: FxHashMap::default(),
        account: 0,
        origin,
        day,
        dateless: None,
        front: None,
        statements: Vec::with_capacity(transcript.entries.len()),
        unplaced: Vec::new(),
        notes: Vec::new(),
    };
    if is_record {
        log.open_record(transcript);
    }
    for entry in &transcript.entries {
        match entry {
            Entry::Heading { span, date } => {
                log.day = Some(*date);
                log.front = None;
                log.leave_out(*span, Reason::DateHeading);
            }
            Entry::Line(line) => log.line(line, Kind::Radio),
            Entry::Record(record, line) => log.record(*record, line),
            Entry::Incident(number) => log.open_incident(*number),
            Entry::About(span) => log.leave_out(*span, Reason::AboutRecording),
            Entry::Invented(span) => log.leave_out(*span, Reason::Invented),
            Entry::Unread(span) => match first_day::heading(source, *span, setting) {
                Some(day) => {
                    log.day = Some(day);
                    log.front = None;
                    log.leave_out(*span, Reason::DateHeading);
                }
                None => log.leave_out(*span, Reason::Unread),
            },
        }
    }
    log.place_untimed();
    let is_undated = log.dateless.is_some() && log.front.is_none();
    let mut resolved = log.finish(setting.clock);
    if is_undated {
        resolved.undated = Some(Undated::of(id, source, transcript));
    }
    resolved
}

/// Whether the stamps of a transcript count from a recording's start.
pub fn counts(transcript: &Transcript) -> bool {
    stamps(transcript).any(|stamp| matches!(stamp, Stamp::Offset { .. } | Stamp::Within))
        || Count::of(transcript).is_some() && !record::is_record(transcript)
}

/// Whether it makes a difference to a transcript when its recording started: its stamps count from
/// there, or it has none.
pub fn has_start(transcript: &Transcript) -> bool {
    counts(transcript) || stamps(transcript).next().is_none()
}

/// The stamps of a transcript, in order.
fn stamps(transcript: &Transcript) -> impl Iterator<Item = Stamp> + '_ {
    transcript.entries.iter().filter_map(|entry| match entry {
        Entry::Line(line) | Entry::Record(_, line) => line.stamp.map(|(stamp, _)| stamp),
        _ => None,
    })
}

/// The stamps of a transcript that are clock times, in order.
fn clock_stamps(transcript: &Transcript) -> impl Iterator<Item = ClockStamp> + '_ {
    stamps(transcript).filter_map(|stamp| match stamp {
        Stamp::Clock(stamp) => Some(stamp),
        Stamp::Offset { .. } | Stamp::Within | Stamp::Moment { .. } => None,
    })
}

/// The zone that the stamps of a transcript are written in, or that its recording is.
fn written_zone(source: &Source, transcript: &Transcript) -> Zone {
    let offset = clock_stamps(transcript).find_map(|stamp| stamp.offset);
    let is_absolute = || {
        let recording = source.recording.iter().flat_map(|it| &it.pieces);
        recording
            .clone()
            .any(|piece| matches!(piece.at, Moment::Instant(_)))
            || stamps(transcript).any(|stamp| matches!(stamp, Stamp::Moment { .. }))
    };
    match offset {
        Some(offset) => Zone::Fixed(offset),
        None if is_absolute() => Zone::Fixed(Utc.fix()),
        None => Zone::Floating,
    }
}

/// A transcript while its lines are placed.
struct Log<'a> {
    id: SourceId,
    source: &'a Source,
    zone: Zone,
    halves: Halves,
    /// Where times count from that count from a recording's start, if it is known.
    origin: Option<Origin<'a>>,
    /// How clock times count from there, if they do.
    count: Option<Count>,
    /// Whether any stamp counts from a recording's start.
    is_counted: bool,
    /// Whether no line has a stamp: each was said at some time of the recording.
    is_untimed: bool,
    /// Whether it is a dispatcher's record, whose entries stand in any order.
    is_record: bool,
    /// The incidents of a record that has many, by their numbers, and which of them is told of.
    incidents: FxHashMap<&'a str, u32>,
    account: u32,
    /// The day of the next bare stamp.
    day: Option<NaiveDate>,
    /// The first stamp that no day is known for.
    dateless: Option<Span>,
    /// The latest instant so far.
    front: Option<Instant>,
    statements: Vec<Statement>,
    unplaced: Vec<Unplaced>,
    notes: Vec<Note>,
}

impl Log<'_> {
    fn leave_out(&mut self, span: Span, reason: Reason) {
        self.unplaced.push(Unplaced {
            source: self.id,
            span,
            reason,
        });
    }

    fn note(&mut self, code: Code, span: Span, message: String) {
        self.notes.push(Note {
            code,
            source: self.id,
            span,
            message,
        });
    }

    fn record(&mut self, record: Record, line: &Transmission) {
        let (kind, milestone) = match record {
            Record::Status(milestone) => (Kind::Status, milestone),
            Record::Remark => (Kind::Narrative, None),
        };
        self.line(line, kind);
        if let Some(statement) = self.statements.last_mut() {
            statement.milestone = milestone;
        }
    }

    fn line(&mut self, line: &Transmission, kind: Kind) {
        let span = if line.text.is_empty() {
            line.span
        } else {
            line.text
        };
        let mut statement = Statement {
            phrase: line.stamp.map(|(_, words)| words),
            speaker: line.speaker,
            unit: line.unit,
            channel: line.channel,
            account: self.account,
            ..Statement::untimed(self.id, span, kind)
        };
        if let Some((stamp, words)) = line.stamp {
            statement.sound_at = match stamp {
                Stamp::Offset { since_start, .. } => Some(since_start),
                Stamp::Clock(stamp) => self.counted(&stamp).map(|counted| counted.0),
                Stamp::Within | Stamp::Moment { .. } => None,
            };
            let (grain, length) = match stamp {
                Stamp::Clock(stamp) if self.count.is_none() => grain_of(&stamp),
                Stamp::Clock(stamp) => (Grain::Second, self.counted(&stamp).map_or(1, |it| it.1)),
                Stamp::Offset { grain, .. } | Stamp::Moment { grain, .. } => (Grain::Second, grain),
                Stamp::Within => (Grain::Second, 0),
            };
            statement.grain = Some(grain);
            if let Some(((interval, outer), is_assumed)) = self.interval(stamp, words) {
                let single = interval
                    .earliest
                    .zip(interval.latest)
                    .is_some_and(|(earliest, latest)| latest.0 - earliest.0 <= length.max(SECOND));
                statement.own = interval;
                statement.outer = outer;
                statement.stated = interval.earliest.filter(|_| single);
                statement.certainty = if is_assumed || !single {
                    Certainty::Derived
                } else {
                    Certainty::Stated
                };
            }
        }
        let within = self.origin.as_ref().filter(|_| self.is_untimed);
        if let Some((interval, outer)) = within.and_then(Origin::within) {
            statement.own = interval;
            statement.outer = outer;
            statement.certainty = Certainty::Derived;
        }
        self.statements.push(statement);
    }

    /// How long after the recording's start a clock time lies, if it counts from there, and how fine it
    /// is; in milliseconds.
    fn counted(&self, stamp: &ClockStamp) -> Option<(i64, i64)> {
        self.count.map(|count| count.since_start(stamp))
    }

    /// The interval of a stamp, and whether something about it had to be assumed.
    fn interval(&mut self, stamp: Stamp, words: Span) -> Option<(Widths, bool)> {
        let counted = match stamp {
            Stamp::Clock(stamp) => match self.counted(&stamp) {
                None => {
                    let (interval, is_assumed) = self.clock_interval(&stamp, words)?;
                    return Some(((interval, interval), is_assumed));
                }
                counted => counted,
            },
            Stamp::Offset { since_start, grain } => Some((since_start, grain)),
            Stamp::Within | Stamp::Moment { .. } => None,
        };
        let widths = match (stamp, counted, &self.origin) {
            (Stamp::Moment { at, grain }, ..) => {
                let interval = Interval::new(at, at.plus(grain));
                (interval, interval)
            }
            (_, Some((since_start, grain)), Some(origin)) => origin.at(since_start, grain)?,
            (_, None, Some(origin)) => origin.within()?,
            (.., None) => {
                self.dateless = self.dateless.or(Some(words));
                return None;
            }
        };
        let Interval { earliest, latest } = widths.0;
        // a coarse stamp comes late only if all of it is over
        let is_inside = |front: &Instant| latest.is_some_and(|latest| *front < latest);
        let reached = self.front.filter(is_inside).max(earliest)?;
        self.advance(reached, words);
        Some((widths, false))
    }

    /// Takes note of an instant that has been reached, or of a line that comes late.
    fn advance(&mut self, instant: Instant, words: Span) {
        if self.is_record {
            self.front = Some(instant);
            return;
        }
        if let Some(front) = self.front.filter(|front| instant < *front) {
            let by = (front.0 - instant.0) / SECOND;
            let written = words.of(&self.source.text);
            let message =
                format!("`{written}` stands {by} s after its turn; it is kept as written");
            self.note(Code::LateLine, words, message);
        }
        self.front = self.front.max(Some(instant));
    }

    fn finish(mut self, clock: Option<Clock>) -> Resolved {
        let relations = self.opening();
        let counts = self.origin.as_ref().filter(|_| self.is_counted);
        if let Some(message) = counts.and_then(Origin::message) {
            self.note(Code::RecordingStart, Span::default(), message);
        }
        if let Some(words) = self.dateless {
            let (written, path) = (words.of(&self.source.text), &self.source.path);
            let message = if self.is_counted {
                format!(
                    "`{written}` counts from the start of the recording, which is not known; \
                     pass `--start {path}=YYYY-MM-DDTHH:MM:SS`"
                )
            } else {
                format!(
                    "`{written}` has no date; write one on a line above it, or pass \
                     `--published {path}=YYYY-MM-DD`"
                )
            };
            self.note(Code::AssumedDate, words, message);
        }
        Resolved {
            statements: self.statements,
            relations,
            limits: Vec::new(),
            unplaced: self.unplaced,
            notes: self.notes,
            zone: self.zone,
            published: None,
            clock,
            undated: None,
            start: None,
            latent: Vec::new(),
            sequels: Vec::new(),
        }
    }
}
