//! What a claimed time means for an event: the readings that lie nearest to it.

use super::far::Far;
use crate::find::{Bound, Clock, Day, Expression, Mention, Point, Shift, When};
use crate::read::transcript::Meridiem;
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::point::{self, Reading};
use crate::solve::Limits;
use crate::time::{Grain, Zone};
use chrono::NaiveDate;

/// The days that a time without its own day may be of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The first on which the event may lie.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// When the words of the claim are said, at the latest.
    pub today: NaiveDate,
    pub zone: Zone,
}

/// More days are not tried: an event that may lie on so many has no day.
const MOST_DAYS: usize = 4;

/// What a claimed time allows, in milliseconds of absolute time: of the days and halves of a day on which it may
/// be, that nearest to the event. One of a weekday or without a.m. and p.m. may also be another that lies not much
/// further off. None where the claim denies a time that has no other side, or the words give none.
pub(super) fn fars(time: &Mention, denied: bool, days: &Days, event: Limits) -> Vec<Far> {
    const NOT_MUCH_FURTHER: u64 = 2;
    let Some(first) = shift_days(days.first, -1).filter(|_| !counts_from_speaker(time)) else {
        return Vec::new();
    };
    let days_of_event = std::iter::successors(Some(first), NaiveDate::succ_opt)
        .take_while(|day| day.pred_opt().is_some_and(|before| before <= days.last))
        .take(MOST_DAYS);
    let halves = halves(time);
    let mut found: Vec<(u64, Far)> = Vec::new();
    for day in days_of_event {
        for time in &halves {
            let anchor = Anchor {
                today: said_on(time, day, days),
                told: Some(day),
                ..Anchor::default()
            };
            let named = read_plain(time, &anchor, days.zone);
            let far = read(time, denied, &anchor, days.zone);
            found.extend(named.map(|named| miss(&named, event)).zip(far));
        }
    }
    found.sort_by_key(|(miss, _)| *miss);
    let may_be_other = 1 < halves.len() || has_weekday(time);
    if !may_be_other {
        found.truncate(1);
    }
    let nearest = found.first().map_or(0, |(miss, _)| *miss);
    let is_near = |(miss, _): &(u64, Far)| *miss <= NOT_MUCH_FURTHER * nearest;
    let near = found.into_iter().take_while(is_near);
    near.map(|(_, far)| far).collect()
}

/// The points that a time names.
fn points(time: &mut Mention) -> Vec<&mut When> {
    match &mut time.expression {
        Expression::Point(point) => vec![&mut point.when],
        Expression::Between(first, last) => vec![first, last],
        _ => Vec::new(),
    }
}

/// A time without a.m. and p.m. in each half of the day.
fn halves(time: &Mention) -> Vec<Mention> {
    let mut plain = time.clone();
    let is_halfless = points(&mut plain).iter().all(|when| {
        let clock = when.clock.filter(|_| when.part.is_none());
        clock.is_some_and(|clock| clock.is_halfless())
    });
    if !is_halfless {
        return vec![plain];
    }
    let in_half = |half: Meridiem| {
        let mut time = time.clone();
        for when in points(&mut time) {
            when.clock = when.clock.map(|clock| Clock {
                meridiem: Some(half),
                military: false,
                ..clock
            });
        }
        time
    };
    vec![in_half(Meridiem::Am), in_half(Meridiem::Pm)]
}

/// Whether a time counts from the day on which it is said, which no claim tells: `yesterday`, `last Sunday`.
fn counts_from_speaker(time: &Mention) -> bool {
    let mut time = time.clone();
    let mut points = points(&mut time).into_iter();
    points.any(|when| match when.day {
        Some(Day::FromToday(_)) => true,
        Some(Day::Weekday(_, shift)) => shift != Shift::Nearest,
        _ => false,
    })
}

/// Whether a weekday names the day of a time, of whatever week.
fn has_weekday(time: &Mention) -> bool {
    let mut time = time.clone();
    let mut points = points(&mut time).into_iter();
    points.any(|when| matches!(when.day, Some(Day::Weekday(_, Shift::Nearest))))
}

/// The day on which the words of a time are said: where a weekday is the last of its name, half a week later, so
/// that it is the nearest.
fn said_on(time: &Mention, day: NaiveDate, days: &Days) -> Option<NaiveDate> {
    const HALF_A_WEEK: i64 = 3;
    if has_weekday(time) {
        shift_days(day, HALF_A_WEEK)
    } else {
        Some(days.today)
    }
}

/// The time that the words name, whatever side of it they leave.
fn read_plain(time: &Mention, anchor: &Anchor, zone: Zone) -> Option<Reading> {
    match time.expression {
        Expression::Point(point) => {
            let bound = Bound::At;
            point::read(&Point { bound, ..point }, anchor, zone, None).ok()
        }
        Expression::Between(first, last) => {
            let pair: (&When, &When) = (&first, &last);
            let (first, last) = point::read_pair(pair.0, pair.1, anchor, zone, None).ok()?;
            Some(first.through(&last))
        }
        _ => None,
    }
}

/// What the words allow. On one side of a time is what lies there for certain: `after 9:21 p.m.` is not at 9:21.
fn read(time: &Mention, denied: bool, anchor: &Anchor, zone: Zone) -> Option<Far> {
    let named = read_plain(time, anchor, zone)?;
    let bound = match time.expression {
        Expression::Point(point) => point.bound,
        _ => Bound::At,
    };
    let (usual, outer) = (Limits::from(named.usual), Limits::from(named.outer));
    let is_day = Grain::Day <= named.grain;
    let is_hedged = usual != outer;
    let from = |at_least: Option<i64>| Limits {
        at_least,
        at_most: None,
    };
    let until = |at_most: Option<i64>| Limits {
        at_least: None,
        at_most,
    };
    let behind = |end: Option<i64>| end.map(|end| end.saturating_add(1));
    let before = |start: Option<i64>| start.map(|start| start.saturating_sub(1));
    let far = match bound {
        Bound::At | Bound::Until => Far::new(usual, outer),
        Bound::By => Far::new(until(usual.at_most), until(outer.at_most)),
        Bound::Before => {
            let latest = if is_hedged {
                outer.at_most
            } else {
                before(outer.at_least)
            };
            Far::new(until(before(outer.at_least)), until(latest))
        }
        Bound::After => {
            let earliest = if is_day {
                behind(outer.at_most)
            } else {
                outer.at_least
            };
            Far::new(from(behind(outer.at_most)), from(earliest))
        }
        Bound::Since => Far::new(from(usual.at_least), from(outer.at_least)),
    };
    match (bound, denied) {
        (_, false) => Some(far),
        // `not until 5 p.m.` is at 5 p.m. at the earliest
        (Bound::Until, true) => Some(Far::new(from(usual.at_least), from(outer.at_least))),
        (Bound::At, true) => None,
        (_, true) => Some(Far { denied, ..far }),
    }
}

/// How far the time that is named lies from an event.
fn miss(reading: &Reading, event: Limits) -> u64 {
    let named = match reading.stated {
        Some(stated) => Limits::between(stated.0, stated.0),
        None => Limits::from(reading.usual),
    };
    let gap = |end: Option<i64>, start: Option<i64>| match (end, start) {
        (Some(end), Some(start)) if end < start => start.abs_diff(end),
        _ => 0,
    };
    gap(named.at_most, event.at_least).max(gap(event.at_most, named.at_least))
}
