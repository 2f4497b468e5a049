//! Clock times → intervals: which day they lie on, which half of it, and which pass of a repeated hour.

use super::Log;
use super::halves::Halves;
use super::record::has_leading_zero;
use crate::note::Code;
use crate::read::transcript::{ClockStamp, Meridiem};
use crate::resolve::{anchor, civil};
use crate::span::Span;
use crate::time::{DAY, Grain, HOUR, Instant, Interval, MINUTE, SECOND, Wall, Zone};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// The length of the grain of a stamp, in milliseconds.
pub(super) fn grain_of(stamp: &ClockStamp) -> (Grain, i64) {
    match (stamp.second, stamp.millisecond) {
        (Some(_), Some(_)) => (Grain::Second, 1),
        (Some(_), None) => (Grain::Second, SECOND),
        _ => (Grain::Minute, MINUTE),
    }
}

/// The time of day of a stamp, in one half of the day where it leaves that open.
fn time_of(stamp: &ClockStamp, half: Option<Meridiem>) -> Option<NaiveTime> {
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

impl Log<'_> {
    /// The interval of a clock time of some day.
    pub(super) fn clock_interval(
        &mut self,
        stamp: &ClockStamp,
        words: Span,
    ) -> Option<(Interval, bool)> {
        let length = grain_of(stamp).1;
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
            && (1..=12).contains(&stamp.hour)
            && !(self.is_record && has_leading_zero(words.of(&self.source.text)));
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
        stamp: &ClockStamp,
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
            let Some(day) = anchor::shift_days(day, *shift) else {
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
}
