//! Stamped lines → statements: which day a bare stamp belongs to, where midnight lies, and which of
//! two readings a repeated hour has.
//!
//! A stamp without a day lies on the day that brings it nearest to the line before: a step back of
//! hours is a midnight, a step back of minutes is a late line.

use super::civil;
use super::{Certainty, Clock, Kind, Published, Reason, Resolved, Setting, Statement, Unplaced};
use crate::note::{Code, Note, SourceId};
use crate::read::Source;
use crate::read::transcript::{Entry, Meridiem, Stamp, Transcript, Transmission};
use crate::span::Span;
use crate::time::{DAY, Grain, HOUR, Instant, Interval, MINUTE, SECOND, Wall, Zone};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use count::Count;
use halves::Halves;
use undated::Undated;

mod count;
mod first_day;
mod halves;
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
    let zone = stated.unwrap_or(Zone::Floating);
    let start = setting.start.and_then(|start| start.instant(zone));
    let count = Count::of(transcript);
    // a day alone does not say when `0:00` was
    let is_day_of_stamps = start.is_none() && count != Some(Count::Minutes);
    let day = first_day::first_day(source, setting).filter(|_| is_day_of_stamps);
    let mut log = Log {
        id,
        source,
        zone,
        halves: Halves::of(transcript),
        start: start.zip(count),
        day,
        dateless: None,
        front: None,
        statements: Vec::with_capacity(transcript.entries.len()),
        unplaced: Vec::new(),
        notes: Vec::new(),
    };
    if stated.is_none()
        && let Some(offset) = first_offset(transcript)
    {
        log.zone = Zone::Fixed(offset);
    }
    for entry in &transcript.entries {
        match entry {
            Entry::Heading { span, date } => {
                log.day = Some(*date);
                log.front = None;
                log.leave_out(*span, Reason::DateHeading);
            }
            Entry::Line(line) => log.line(line),
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
    Count::of(transcript).is_some()
}

/// The stamps of a transcript, in order.
fn stamps(transcript: &Transcript) -> impl Iterator<Item = Stamp> + '_ {
    transcript.entries.iter().filter_map(|entry| match entry {
        Entry::Line(line) => line.stamp.map(|(stamp, _)| stamp),
        _ => None,
    })
}

fn first_offset(transcript: &Transcript) -> Option<chrono::FixedOffset> {
    stamps(transcript).find_map(|stamp| stamp.offset)
}

/// The length of the grain of a stamp, in milliseconds.
fn grain_of(stamp: &Stamp) -> (Grain, i64) {
    match (stamp.second, stamp.millisecond) {
        (Some(_), Some(_)) => (Grain::Second, 1),
        (Some(_), None) => (Grain::Second, SECOND),
        _ => (Grain::Minute, MINUTE),
    }
}

/// The time of day of a stamp, in one half of the day where it leaves that open.
fn time_of(stamp: &Stamp, half: Option<Meridiem>) -> Option<NaiveTime> {
    NaiveTime::from_hms_milli_opt(
        civil::hour_of(stamp.hour, stamp.meridiem.or(half)).into(),
        stamp.minute.into(),
        stamp.second.unwrap_or(0).into(),
        stamp.millisecond.unwrap_or(0).into(),
    )
}

/// One way to read a stamp.
#[derive(Clone, Copy)]
struct Reading {
    day: NaiveDate,
    wall: Wall,
    instant: Instant,
}

/// A transcript while its lines are placed.
struct Log<'a> {
    id: SourceId,
    source: &'a Source,
    zone: Zone,
    halves: Halves,
    /// When the recording started, if it is known and the stamps count from there.
    start: Option<(Instant, Count)>,
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

    fn line(&mut self, line: &Transmission) {
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
            ..Statement::untimed(self.id, span, Kind::Radio)
        };
        if let Some((stamp, words)) = &line.stamp {
            let (grain, length) = match self.start {
                Some((_, count)) => (Grain::Second, count.since_start(stamp).1),
                None => grain_of(stamp),
            };
            statement.grain = Some(grain);
            if let Some((interval, is_assumed)) = self.interval(stamp, *words, length) {
                let single = interval
                    .earliest
                    .zip(interval.latest)
                    .is_some_and(|(earliest, latest)| latest.0 - earliest.0 <= length);
                statement.own = interval;
                statement.outer = interval;
                statement.stated = interval.earliest.filter(|_| single);
                statement.certainty = if is_assumed || !single {
                    Certainty::Derived
                } else {
                    Certainty::Stated
                };
            }
        }
        self.statements.push(statement);
    }

    /// The interval of a stamp, and whether something about it had to be assumed.
    fn interval(&mut self, stamp: &Stamp, words: Span, length: i64) -> Option<(Interval, bool)> {
        if let Some((start, count)) = self.start {
            let instant = start.plus(count.since_start(stamp).0);
            self.advance(instant, words);
            return Some((Interval::new(instant, instant.plus(length)), false));
        }
        let zone = stamp.offset.map_or(self.zone, Zone::Fixed);
        let in_year = |known: NaiveDate| {
            let (month, day) = stamp.day?;
            // `Jan 1` after `Dec 31` lies in the next year
            (known.year() - 1..=known.year() + 1)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
                .min_by_key(|date| (*date - known).num_days().abs())
        };
        let Some(day) = stamp.date.or(self.day.and_then(in_year)).or(self.day) else {
            self.dateless = self.dateless.or(Some(words));
            return None;
        };
        self.day = Some(day);
        let is_dated = stamp.date.is_some() || stamp.day.is_some();
        let is_half = stamp.meridiem.is_none()
            && self.halves != Halves::None
            && (1..=12).contains(&stamp.hour);
        if is_dated && !is_half {
            let wall = zone.wall(day.and_time(time_of(stamp, None)?));
            if let Wall::Once(instant) = wall {
                self.advance(instant, words);
                return Some((Interval::new(instant, instant.plus(length)), false));
            }
        }
        let reading = self.nearest(stamp, zone, day, is_dated, is_half)?;
        let is_fold = matches!(reading.wall, Wall::Twice(..));
        let interval = match reading.wall {
            // nothing before it says which of the two
            Wall::Twice(first, second) if self.front.is_none() => {
                Interval::new(first, second.plus(length))
            }
            // nothing in the whole log says which half of the day
            _ if is_half && self.halves == Halves::Open => {
                Interval::new(reading.instant, reading.instant.plus(HOUR * 12 + length))
            }
            _ => Interval::new(reading.instant, reading.instant.plus(length)),
        };
        self.explain(&reading, words, zone, is_half);
        if !is_dated && day < reading.day {
            let written = words.of(&self.source.text);
            let message = format!("`{written}` is read as {}, after midnight", reading.day);
            self.note(Code::Midnight, words, message);
            self.day = Some(reading.day);
        }
        self.advance(reading.instant, words);
        let is_gap = matches!(reading.wall, Wall::Never(_));
        Some((interval, is_half || is_fold || is_gap))
    }

    /// Of all readings of a stamp, the one nearest to the line before: over the days around, the two
    /// halves of the day, and the two passes of a repeated hour.
    fn nearest(
        &self,
        stamp: &Stamp,
        zone: Zone,
        day: NaiveDate,
        is_dated: bool,
        is_half: bool,
    ) -> Option<Reading> {
        let halves: &[Option<Meridiem>] = if is_half {
            &[Some(Meridiem::Am), Some(Meridiem::Pm)]
        } else {
            &[None]
        };
        let days: &[i64] = if is_dated || self.front.is_none() {
            &[0]
        } else {
            &[0, -1, 1]
        };
        let mut nearest: Option<(i64, Reading)> = None;
        for (half, shift) in halves
            .iter()
            .flat_map(|half| days.iter().map(move |day| (half, day)))
        {
            let Some(day) = super::anchor::shift_days(day, *shift) else {
                continue;
            };
            let wall = zone.wall(day.and_time(time_of(stamp, *half)?));
            let instants = match wall {
                Wall::Once(instant) | Wall::Never(instant) => [Some(instant), None],
                Wall::Twice(first, second) => [Some(first), Some(second)],
            };
            for instant in instants.into_iter().flatten() {
                let ahead = self.front.map_or(0, |front| instant.0 - front.0);
                // a log goes on: of two halves the later, where the other is hours back
                let is_hours_back = is_half && ahead < -HOUR;
                let distance = ahead.abs() + if is_hours_back { DAY } else { 0 };
                if nearest.is_none_or(|(least, _)| distance < least) {
                    nearest = Some((distance, Reading { day, wall, instant }));
                }
            }
        }
        nearest.map(|(_, reading)| reading)
    }

    /// Notes what was assumed about a stamp.
    fn explain(&mut self, reading: &Reading, words: Span, zone: Zone, is_half: bool) {
        let source = self.source;
        let written = words.of(&source.text);
        match reading.wall {
            Wall::Twice(first, _) => {
                let which = match self.front {
                    None => "both are kept",
                    Some(_) if reading.instant == first => "read as the first, by the lines before",
                    Some(_) => "read as the second, by the lines before",
                };
                let message = format!("`{written}` comes twice this night; {which}");
                self.note(Code::SummerTimeTwice, words, message);
            }
            Wall::Never(_) => {
                let message = format!(
                    "`{written}` does not exist this night; read as a clock that was not put forward"
                );
                self.note(Code::SummerTimeGap, words, message);
            }
            Wall::Once(_) => {}
        }
        if is_half && self.halves == Halves::Open {
            let message =
                format!("`{written}` has no a.m. or p.m., nor has any line; both are kept");
            self.note(Code::AssumedMeridiem, words, message);
        } else if is_half {
            let is_morning = zone.civil(reading.instant).hour() < 12;
            let half = if is_morning { "a.m." } else { "p.m." };
            let message =
                format!("`{written}` has no a.m. or p.m.; read as {half} by the lines before");
            self.note(Code::AssumedMeridiem, words, message);
        }
    }

    /// Takes note of an instant that has been reached, or of a line that comes late.
    fn advance(&mut self, instant: Instant, words: Span) {
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
        if let Some(words) = self.dateless {
            let message = format!(
                "`{}` has no date; write one on a line above it, or pass `--published {}=YYYY-MM-DD`",
                words.of(&self.source.text),
                self.source.path
            );
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
