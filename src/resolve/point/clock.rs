//! A time of day on a day: which half of the day, and which day where a night goes on behind midnight.

use super::Reading;
use crate::find::{Clock, DayPart, Hedge};
use crate::lexicon::time::Part;
use crate::note::Code;
use crate::read::transcript::Meridiem;
use crate::resolve::anchor::Found;
use crate::resolve::{Certainty, civil, width};
use crate::time::{Grain, HOUR, Instant, Interval, Zone};
use chrono::{NaiveDate, Timelike};

/// A time of day with what decides where it lies.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub clock: Clock,
    /// `afternoon`, written beside it.
    pub part: Option<DayPart>,
    pub hedge: Hedge,
    pub zone: Zone,
    /// The last clock time told.
    pub after: Option<Instant>,
    /// Whether its verb looks back from there.
    pub looks_back: bool,
    /// The part of the day last told.
    pub told_part: Option<Interval>,
    /// When its words were posted, if they tell what was over by then.
    pub posted: Option<Instant>,
    /// Whether the source writes its clock times in 24 hours.
    pub is_24_hour: bool,
}

/// Until this hour the night before goes on.
const SMALL_HOURS: u32 = 6;

/// From this hour on an account of the night runs over midnight.
const EVENING: u32 = 18;

/// The hours of a night that lie behind midnight.
const NIGHT_END: u8 = 5;

/// The reading of a time of day; `is_stated` where its own words name the day.
pub(super) fn read(at: &At, found: Found, is_stated: bool) -> Reading {
    let is_midnight = at.clock.named && at.clock.hour == 0;
    let mut codes: Vec<Code> = found.code.into_iter().collect();
    let (day, is_end) = day_of(at, found.day, is_midnight, is_stated);
    codes.extend((is_end && at.hedge == Hedge::Exact).then_some(Code::AssumedDate));
    let (half, day) = match half_by_part(at) {
        // `1 on Friday night` is Saturday's first hour
        Some((half, true)) if is_stated => (Some(half), next(day)),
        Some((half, _)) => (Some(half), day),
        None => (at.clock.meridiem, day),
    };
    let is_halfless = half.is_none() && !at.clock.military;
    let may_be_either = half.is_none() && at.clock.is_halfless() && !at.is_24_hour;
    let next_told = by_sequence(at, found.day, is_stated).filter(|_| may_be_either);
    codes.extend((is_halfless || next_told.is_some()).then_some(Code::AssumedMeridiem));
    let (half, day) = next_told.map_or((half, day), |(half, day)| (Some(half), day));
    let grain = civil::grain_of(at.clock);
    let (interval, code) = if half.is_none() && is_halfless && !at.is_24_hour {
        let looked_back_on = both_before(at, day).filter(|_| !is_stated);
        (looked_back_on.unwrap_or_else(|| both_halves(at, day)), None)
    } else {
        at.moment(half, day)
    };
    codes.extend(code);
    // a time that is kept in two readings names no one instant
    let is_single = interval
        .earliest
        .zip(interval.latest)
        .is_some_and(|(a, b)| b.0 - a.0 <= grain);
    let is_sure = is_single && !codes.contains(&Code::AssumedYear);
    // `shortly before midnight` is of the evening
    let is_evening = is_midnight && is_before(at.hedge);
    Reading {
        usual: interval,
        outer: interval,
        stated: interval.earliest.filter(|_| is_single),
        grain: if at.clock.second.is_some() {
            Grain::Second
        } else {
            Grain::Minute
        },
        certainty: if is_sure {
            Certainty::Stated
        } else {
            Certainty::Derived
        },
        day: Some(if is_evening { found.day } else { day }),
        codes,
    }
}

impl At {
    /// The time in a half of a day.
    fn moment(&self, meridiem: Option<Meridiem>, day: NaiveDate) -> (Interval, Option<Code>) {
        let clock = Clock {
            meridiem,
            ..self.clock
        };
        let time = day.and_time(civil::time_of(clock));
        civil::moment(self.zone, time, civil::grain_of(clock))
    }
}

/// A time in both halves of a day, as one interval.
fn both_halves(at: &At, day: NaiveDate) -> Interval {
    let (am, _) = at.moment(Some(Meridiem::Am), day);
    let (pm, _) = at.moment(Some(Meridiem::Pm), day);
    am.or(pm)
}

/// The last two of a time that lie before what its verb looks back from.
fn both_before(at: &At, day: NaiveDate) -> Option<Interval> {
    let after = at.after.filter(|_| at.looks_back)?;
    let eve = day.pred_opt()?;
    let halves = [
        at.moment(Some(Meridiem::Am), eve).0,
        at.moment(Some(Meridiem::Pm), eve).0,
        at.moment(Some(Meridiem::Am), day).0,
        at.moment(Some(Meridiem::Pm), day).0,
    ];
    let mut before = halves
        .into_iter()
        .rev()
        .filter(|time| time.earliest <= Some(after));
    Some(before.next()?.or(before.next()?))
}

/// The day of a time, and whether it is the midnight that ends the day told.
fn day_of(at: &At, day: NaiveDate, is_midnight: bool, is_stated: bool) -> (NaiveDate, bool) {
    // `shortly before midnight`, told behind the small hours of a day, is the evening before it
    let is_over = at
        .after
        .map(|after| at.zone.civil(after))
        .is_some_and(|after| after.date() == day && after.hour() < SMALL_HOURS);
    let is_told = is_stated || at.part.is_some() || (is_before(at.hedge) && !is_over);
    if is_midnight && ends_day(at.hedge) && is_told {
        // `shortly before midnight Friday` is Friday's end
        (next(day), true)
    } else if is_stated {
        (day, false)
    } else {
        // `4:30 in the afternoon` is of no small hours
        let half = half_by_part(at).map(|(half, _)| half);
        let clock = Clock {
            meridiem: half.or(at.clock.meridiem),
            ..at.clock
        };
        // what is looked back on is of no night that goes on from there
        let after = at.after.filter(|_| !at.looks_back || is_over);
        (by_night(clock, at.zone, day, after), false)
    }
}

/// The half of the day that a part of it says of a time without one, and whether it lies behind the
/// midnight of that night.
fn half_by_part(at: &At) -> Option<(Meridiem, bool)> {
    let part = at
        .part
        .filter(|_| at.clock.meridiem.is_none() && !at.clock.military)?;
    let is_night = matches!(part.part, Part::Night | Part::Overnight);
    if is_night && at.clock.hour % 12 < NIGHT_END {
        return Some((Meridiem::Am, true));
    }
    Some((half(width::hours(part.part, part.degree).0), false))
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn half(first_hour: i64) -> Meridiem {
    if first_hour < 12 {
        Meridiem::Am
    } else {
        Meridiem::Pm
    }
}

fn is_before(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::ShortlyBefore | Hedge::Nearly)
}

fn ends_day(hedge: Hedge) -> bool {
    !matches!(hedge, Hedge::ShortlyAfter)
}

/// The day of a bare time in a night that an account tells: after midnight the small hours are the
/// next day's, and from there the late evening is the day's before.
fn by_night(clock: Clock, zone: Zone, day: NaiveDate, after: Option<Instant>) -> NaiveDate {
    let Some(after) = after.map(|after| zone.civil(after)) else {
        return day;
    };
    let hour = civil::time_of(clock).hour();
    match (after.date() == day, after.hour()) {
        (true, last) if hour < SMALL_HOURS && EVENING <= last => next(day),
        (true, last) if EVENING <= hour && last < SMALL_HOURS => day.pred_opt().unwrap_or(day),
        _ => day,
    }
}

/// Of the halves of a day, the one that the account has come to: behind an evening the first of the next
/// day too, and before a day whose night is told the last of the evening before. In words with a stamp
/// none lies behind it, and for want of a step from the account it is the last before the stamp.
fn by_sequence(at: &At, day: NaiveDate, is_stated: bool) -> Option<(Meridiem, NaiveDate)> {
    let halves = [
        (Meridiem::Pm, day.pred_opt()),
        (Meridiem::Am, Some(day)),
        (Meridiem::Pm, Some(day)),
        (Meridiem::Am, day.succ_opt()),
    ];
    let moment = |(half, day): (Meridiem, NaiveDate)| at.moment(Some(half), day).0.earliest;
    let halves = halves
        .into_iter()
        .filter_map(|(half, day)| Some((half, day?)))
        .filter(|(_, other)| !is_stated || *other == day)
        .filter(|half| at.posted.is_none() || moment(*half) <= at.posted);
    let is_near = |half: &(Meridiem, NaiveDate)| {
        let ahead = at.after.zip(moment(*half));
        ahead.is_some_and(|(after, time)| {
            let hour = |instant| at.zone.civil(instant).hour();
            // an evening leads to its small hours
            let is_night = EVENING <= hour(after) && hour(time) < SMALL_HOURS;
            let hours = if is_night { 12 } else { 6 };
            (-HOUR..hours * HOUR).contains(&(time.0 - after.0))
        })
    };
    let within = |half: &(Meridiem, NaiveDate)| {
        at.told_part
            .zip(moment(*half))
            .is_some_and(|(part, time)| part.earliest <= Some(time) && Some(time) < part.latest)
    };
    let mut of_part = halves.clone().filter(within);
    let of_part = of_part.next().filter(|_| of_part.next().is_none());
    let last = halves.clone().next_back().filter(|_| at.posted.is_some());
    of_part.or_else(|| halves.clone().find(is_near)).or(last)
}
