//! Stamped lines → statements: which day a bare stamp belongs to, where midnight lies, and which of
//! two readings a repeated hour has.
//!
//! A stamp without a day lies on the day that brings it nearest to the line before: a step back of
//! hours is a midnight, a step back of minutes is a late line.

use super::civil;
use super::{
    Certainty, Kind, Part, Published, Reason, Relation, Resolved, Setting, Statement, Unplaced,
};
use crate::note::{Code, Note, SourceId};
use crate::read::Source;
use crate::read::transcript::{Entry, Meridiem, Stamp, Transcript, Transmission};
use crate::span::Span;
use crate::time::{DAY, Grain, HOUR, Instant, Interval, MINUTE, SECOND, Wall, Zone};
use chrono::{NaiveDate, NaiveTime};

/// The statements of a transcript, one a transmission.
pub fn transcript(
    id: SourceId,
    source: &Source,
    transcript: &Transcript,
    setting: &Setting,
) -> Resolved {
    let mut log = Log {
        id,
        source,
        zone: setting.zone.unwrap_or(Zone::Floating),
        halves: transcript.entries.iter().any(|entry| {
            matches!(entry, Entry::Line(Transmission { stamp: Some((stamp, _)), .. }) if stamp.meridiem.is_some())
        }),
        day: starting_day(source, setting),
        front: None,
        statements: Vec::with_capacity(transcript.entries.len()),
        unplaced: Vec::new(),
        notes: Vec::new(),
    };
    if setting.zone.is_none()
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
            Entry::Unread(span) => log.leave_out(*span, Reason::Unread),
        }
    }
    log.place_untimed();
    log.finish()
}

/// The day of the first bare stamp, where no heading says it: as the user states, or as the file's
/// name does.
fn starting_day(source: &Source, setting: &Setting) -> Option<NaiveDate> {
    match setting.published {
        Some(Published::Day(day)) => Some(day),
        Some(Published::Civil(time)) => Some(time.date()),
        Some(Published::Absolute(instant)) => {
            Some(setting.zone.unwrap_or(Zone::Floating).civil(instant).date())
        }
        None => day_in_name(source.path.rsplit('/').next().unwrap_or_default()),
    }
}

/// `2025-05-03`, `20250503` in a file's name.
fn day_in_name(name: &str) -> Option<NaiveDate> {
    let digits = |from: usize, to: usize| {
        name.get(from..to)
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let free = |from: usize, to: usize| {
        let is_digit = |at: Option<usize>| {
            at.and_then(|at| name.as_bytes().get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        !is_digit(from.checked_sub(1)) && !is_digit(Some(to))
    };
    (0..name.len()).find_map(|at| {
        let plain = || {
            free(at, at + 8).then_some(())?;
            Some((
                digits(at, at + 4)?,
                digits(at + 4, at + 6)?,
                digits(at + 6, at + 8)?,
            ))
        };
        let dashed = || {
            let mark = |at: usize| matches!(name.as_bytes().get(at), Some(b'-' | b'_' | b'.'));
            (mark(at + 4) && mark(at + 7) && free(at, at + 10)).then_some(())?;
            Some((
                digits(at, at + 4)?,
                digits(at + 5, at + 7)?,
                digits(at + 8, at + 10)?,
            ))
        };
        let (year, month, day) = plain().or_else(dashed)?;
        (1900..2100).contains(&year).then_some(())?;
        NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
    })
}

fn first_offset(transcript: &Transcript) -> Option<chrono::FixedOffset> {
    transcript.entries.iter().find_map(|entry| match entry {
        Entry::Line(line) => line.stamp.and_then(|(stamp, _)| stamp.offset),
        _ => None,
    })
}

/// The length of the grain of a stamp, in milliseconds.
fn grain_of(stamp: &Stamp) -> (Grain, i64) {
    match (stamp.second, stamp.millisecond) {
        (Some(_), Some(_)) => (Grain::Second, 1),
        (Some(_), None) => (Grain::Second, SECOND),
        _ => (Grain::Minute, MINUTE),
    }
}

/// A transcript while its lines are placed.
struct Log<'a> {
    id: SourceId,
    source: &'a Source,
    zone: Zone,
    /// Whether some stamps say a.m. or p.m., so that the bare ones leave it out.
    halves: bool,
    /// The day of the next bare stamp.
    day: Option<NaiveDate>,
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
        let mut statement = Statement {
            source: self.id,
            span: if line.text.is_empty() {
                line.span
            } else {
                line.text
            },
            phrase: line.stamp.map(|(_, words)| words),
            kind: Kind::Radio,
            speaker: line.speaker,
            unit: line.unit,
            channel: line.channel,
            own: Interval::OPEN,
            outer: Interval::OPEN,
            stated: None,
            grain: None,
            certainty: Certainty::Ordered,
            account: 0,
            part: None::<Part>,
        };
        if let Some((stamp, words)) = &line.stamp {
            let (grain, length) = grain_of(stamp);
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
        let zone = stamp.offset.map_or(self.zone, Zone::Fixed);
        if let Some(date) = stamp.date {
            self.day = Some(date);
        } else if let (Some((month, day)), Some(known)) = (stamp.day, self.day) {
            self.day =
                NaiveDate::from_ymd_opt(chrono::Datelike::year(&known), month.into(), day.into())
                    .or(self.day);
        }
        let day = self.day?;
        let halves: &[Option<Meridiem>] = match stamp.meridiem {
            None if self.halves && (1..=12).contains(&stamp.hour) => {
                &[Some(Meridiem::Am), Some(Meridiem::Pm)]
            }
            _ => &[None],
        };
        let is_dated = stamp.date.is_some() || stamp.day.is_some();
        let mut candidates: Vec<(i64, Instant, NaiveDate)> = Vec::new();
        let mut walls = Vec::new();
        for &half in halves {
            let time = NaiveTime::from_hms_milli_opt(
                civil::hour_of(stamp.hour, stamp.meridiem.or(half)).into(),
                stamp.minute.into(),
                stamp.second.unwrap_or(0).into(),
                stamp.millisecond.unwrap_or(0).into(),
            )?;
            let around: &[i64] = if is_dated || self.front.is_none() {
                &[0]
            } else {
                &[0, -1, 1]
            };
            for &shift in around {
                let Some(day) = super::anchor::shift_days(day, shift) else {
                    continue;
                };
                let wall = zone.wall(day.and_time(time));
                walls.push((day, wall));
                let readings = match wall {
                    Wall::Once(instant) | Wall::Never(instant) => [Some(instant), None],
                    Wall::Twice(first, second) => [Some(first), Some(second)],
                };
                for instant in readings.into_iter().flatten() {
                    let distance = self.front.map_or(0, |front| (instant.0 - front.0).abs());
                    candidates.push((distance, instant, day));
                }
            }
        }
        let &(_, instant, chosen) = candidates.iter().min_by_key(|(distance, ..)| *distance)?;
        let wall = walls.iter().find(|(day, wall)| {
            *day == chosen
                && matches!(wall, Wall::Once(i) | Wall::Never(i) | Wall::Twice(i, _) if *i == instant)
                || matches!(wall, Wall::Twice(_, second) if *second == instant)
        });
        let mut interval = Interval::new(instant, instant.plus(length));
        let mut is_assumed = false;
        let text = &self.source.text;
        let written = words.of(text).to_owned();
        match wall {
            Some((_, Wall::Twice(first, second))) => {
                is_assumed = true;
                let which = if self.front.is_none() {
                    interval = Interval::new(*first, second.plus(length));
                    "both are kept"
                } else if instant == *first {
                    "read as the first, by the lines before"
                } else {
                    "read as the second, by the lines before"
                };
                self.note(
                    Code::SummerTimeTwice,
                    words,
                    format!("`{written}` comes twice this night; {which}"),
                );
            }
            Some((_, Wall::Never(_))) => {
                is_assumed = true;
                let message = format!(
                    "`{written}` does not exist this night; read as a clock that was not put forward"
                );
                self.note(Code::SummerTimeGap, words, message);
            }
            _ => {}
        }
        if 1 < halves.len() {
            is_assumed = true;
            let half = if zone.civil(instant).time() < NaiveTime::from_hms_opt(12, 0, 0)? {
                "a.m."
            } else {
                "p.m."
            };
            let message =
                format!("`{written}` has no a.m. or p.m.; read as {half} by the lines before");
            self.note(Code::AssumedMeridiem, words, message);
        }
        if !is_dated && chosen != day && day < chosen {
            let message = format!("`{written}` is read as {chosen}, after midnight");
            self.note(Code::Midnight, words, message);
            self.day = Some(chosen);
        } else if let Some(front) = self.front
            && instant < front
        {
            let by = (front.0 - instant.0) / SECOND;
            let message =
                format!("`{written}` stands {by} s after its turn; it is kept as written");
            self.note(Code::LateLine, words, message);
        }
        debug_assert!(
            self.front.is_none() || is_dated || (instant.0 - self.front?.0).abs() <= DAY + HOUR
        );
        self.front = self.front.max(Some(instant));
        Some((interval, is_assumed))
    }

    /// Untimed lines lie between the timed ones around them.
    fn place_untimed(&mut self) {
        let timed = |statement: &Statement| statement.own.earliest.is_some();
        let mut before: Option<Instant> = None;
        let mut lower = Vec::with_capacity(self.statements.len());
        for statement in &self.statements {
            lower.push(before);
            if timed(statement) {
                before = statement.own.earliest;
            }
        }
        let mut after: Option<Instant> = None;
        for (statement, lower) in self.statements.iter_mut().zip(lower).rev() {
            if statement.own.earliest.is_some() {
                after = statement.own.latest;
                continue;
            }
            let between = Interval {
                earliest: lower,
                latest: after,
            };
            // a late line follows: what it bounds is not known
            let interval = if between.is_empty() {
                Interval {
                    latest: None,
                    ..between
                }
            } else {
                between
            };
            statement.own = interval;
            statement.outer = interval;
        }
    }

    fn finish(mut self) -> Resolved {
        let dateless = self
            .statements
            .iter()
            .find(|statement| statement.phrase.is_some() && statement.own.is_open());
        if let Some(words) = dateless.and_then(|statement| statement.phrase) {
            let message = format!(
                "`{}` has no date; write one on a line above it, or pass `--published {}=YYYY-MM-DD`",
                words.of(&self.source.text),
                self.source.path
            );
            self.note(Code::AssumedDate, words, message);
        }
        Resolved {
            statements: self.statements,
            relations: Vec::<Relation>::new(),
            limits: Vec::new(),
            unplaced: self.unplaced,
            notes: self.notes,
            zone: self.zone,
            published: None,
        }
    }
}
