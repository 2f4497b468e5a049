//! Points of time → readings: the interval of a clock, a part of a day, a day, with its widths.

use super::Certainty;
use super::anchor::{Anchor, Found};
use super::civil;
use super::width::{self, SHORTLY};
use crate::find::{Bound, Hedge, Point, When};
use crate::lexicon::time::{LengthUnit, Part};
use crate::note::Code;
use crate::read::transcript::Meridiem;
use crate::time::{DAY, Grain, Instant, Interval, MINUTE, Zone};
use chrono::{NaiveDate, Timelike};

mod pair;

pub use pair::read_pair;

/// What a point of time says, before the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The usual interval.
    pub usual: Interval,
    /// The interval at its widest.
    pub outer: Interval,
    /// The one instant that the words name.
    pub stated: Option<Instant>,
    /// How fine it was stated.
    pub grain: Grain,
    /// How it is known.
    pub certainty: Certainty,
    /// The day that it lies on.
    pub day: Option<NaiveDate>,
    /// What was assumed or does not fit.
    pub codes: Vec<Code>,
}

/// Why a point has no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

/// Reads a point of time in a zone, counted from an anchor; `after` is the last clock time told,
/// for times without a.m. or p.m. and for the hours after midnight.
///
/// # Errors
///
/// No date to count from.
pub fn read(
    point: &Point,
    anchor: &Anchor,
    zone: Zone,
    after: Option<Instant>,
) -> Result<Reading, NoDate> {
    let reading = plain(&point.when, point.hedge, anchor, zone, after)?;
    let hedged = hedge(reading, point);
    // `before dawn` and `by sundown` are parts of the day by themselves
    let part = point.when.part.map(|part| part.part);
    let is_part = matches!(part, Some(Part::Dawn | Part::Daybreak | Part::Sundown));
    // `before today's briefing` bounds by the briefing
    let is_bare = is_part || (point.when.possessive && point.when.clock.is_none());
    Ok(bound(hedged, if is_bare { Bound::At } else { point.bound }))
}

/// The reading without hedge and bound.
fn plain(
    when: &When,
    hedge: Hedge,
    anchor: &Anchor,
    zone: Zone,
    after: Option<Instant>,
) -> Result<Reading, NoDate> {
    let zone = civil::zone_of(when.zone, zone);
    let stretch = match when.day {
        Some(_) => Some(anchor.stretch(when).ok_or(NoDate)?),
        None => None,
    };
    if let Some(stretch) = stretch.filter(|stretch| !stretch.is_day()) {
        if when.clock.is_some() || when.part.is_some() {
            return Err(NoDate);
        }
        let last = stretch.end.pred_opt().ok_or(NoDate)?;
        let interval = civil::days_of(zone, stretch.first, last);
        return Ok(of_interval(
            interval,
            grain_of(stretch.unit),
            None,
            stretch.code,
        ));
    }
    let stated_day = stretch.map(|stretch| Found {
        day: stretch.first,
        code: stretch.code,
    });
    let found = stated_day
        .or(anchor.told.map(no_code))
        .or(anchor.today.map(no_code))
        .ok_or(NoDate)?;
    match (when.clock, when.part) {
        (Some(clock), part) => {
            let mut codes: Vec<Code> = found.code.into_iter().collect();
            let mut day = found.day;
            // `shortly before midnight` is of the evening
            let evening = is_before(hedge).then_some(day);
            let mut clock = clock;
            let midnight = clock.named && clock.hour == 0;
            let is_told = stated_day.is_some() || part.is_some() || is_before(hedge);
            if midnight && ends_day(hedge) && is_told {
                // `shortly before midnight Friday` is Friday's end
                day = next(day);
                codes.extend((hedge == Hedge::Exact).then_some(Code::AssumedDate));
            } else if stated_day.is_none() {
                day = by_night(clock, zone, day, after);
            }
            let open = clock.meridiem.is_none() && !clock.military && !anchor.is_24_hour;
            if open && let Some(part) = part {
                let is_night = matches!(part.part, Part::Night | Part::Overnight);
                if is_night && clock.hour % 12 < NIGHT_END {
                    // `1 on Friday night` is Saturday's first hour
                    clock.meridiem = Some(Meridiem::Am);
                    day = if stated_day.is_some() { next(day) } else { day };
                } else {
                    clock.meridiem = Some(half(width::hours(part.part, part.degree).0));
                }
            }
            let grain = civil::grain_of(clock);
            let at = |meridiem| {
                let clock = crate::find::Clock { meridiem, ..clock };
                civil::moment(zone, day.and_time(civil::time_of(clock)), grain)
            };
            let (interval, code) = if open && clock.meridiem.is_none() {
                codes.push(Code::AssumedMeridiem);
                by_sequence(at(Some(Meridiem::Am)), at(Some(Meridiem::Pm)), after)
            } else {
                at(clock.meridiem)
            };
            codes.extend(code);
            // a time that is kept in two readings names no one instant
            let single = interval
                .earliest
                .zip(interval.latest)
                .is_some_and(|(a, b)| b.0 - a.0 <= grain);
            let stated = interval.earliest.filter(|_| single);
            Ok(Reading {
                usual: interval,
                outer: interval,
                stated,
                grain: if clock.second.is_some() {
                    Grain::Second
                } else {
                    Grain::Minute
                },
                certainty: if codes.contains(&Code::AssumedYear) || !single {
                    Certainty::Derived
                } else {
                    Certainty::Stated
                },
                day: evening.filter(|_| midnight).or(Some(day)),
                codes,
            })
        }
        (None, Some(part)) => {
            let hours = width::hours(part.part, part.degree);
            let interval = civil::hours_of(zone, found.day, hours);
            Ok(of_interval(
                interval,
                Grain::PartOfDay,
                Some(found.day),
                found.code,
            ))
        }
        (None, None) => {
            let (hours, grain) = match when.degree {
                Some(degree) => (width::hours_of_degree(degree), Grain::PartOfDay),
                None => ((0, 24), Grain::Day),
            };
            let interval = civil::hours_of(zone, found.day, hours);
            Ok(of_interval(interval, grain, Some(found.day), found.code))
        }
    }
}

/// How fine a unit of the calendar is.
fn grain_of(unit: LengthUnit) -> Grain {
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour | LengthUnit::Day => Grain::Day,
        LengthUnit::Weekend | LengthUnit::Week | LengthUnit::Fortnight => Grain::Week,
        LengthUnit::Month => Grain::Month,
        LengthUnit::Quarter => Grain::Quarter,
        LengthUnit::Year => Grain::Year,
        LengthUnit::Decade => Grain::Decade,
        LengthUnit::Century => Grain::Century,
    }
}

/// The hours of a night that lie behind midnight.
const NIGHT_END: u8 = 6;

fn no_code(day: NaiveDate) -> Found {
    Found { day, code: None }
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
fn by_night(
    clock: crate::find::Clock,
    zone: Zone,
    day: NaiveDate,
    after: Option<Instant>,
) -> NaiveDate {
    const SMALL_HOURS: u32 = 6;
    const EVENING: u32 = 18;
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

/// Of two halves of the day, the one that the account has come to; both, where that leaves two.
fn by_sequence(
    am: (Interval, Option<Code>),
    pm: (Interval, Option<Code>),
    after: Option<Instant>,
) -> (Interval, Option<Code>) {
    let near = |reading: &(Interval, Option<Code>)| {
        after.zip(reading.0.earliest).is_some_and(|(after, time)| {
            let ahead = time.0 - after.0;
            (-60 * MINUTE..6 * 60 * MINUTE).contains(&ahead)
        })
    };
    match (near(&am), near(&pm)) {
        (true, false) => am,
        (false, true) => pm,
        _ => (am.0.or(pm.0), None),
    }
}

fn of_interval(
    interval: Interval,
    grain: Grain,
    day: Option<NaiveDate>,
    code: Option<Code>,
) -> Reading {
    Reading {
        usual: interval,
        outer: interval,
        stated: None,
        grain,
        certainty: match (code, grain) {
            (Some(Code::AssumedYear), _) => Certainty::Derived,
            (_, Grain::PartOfDay) => Certainty::Approximate,
            _ => Certainty::Stated,
        },
        day,
        codes: code.into_iter().collect(),
    }
}

/// Widens or moves a reading as its hedge says.
fn hedge(reading: Reading, point: &Point) -> Reading {
    let exact = reading.usual;
    let approximate = Reading {
        certainty: reading.certainty.max(Certainty::Approximate),
        ..reading.clone()
    };
    // of a time that is kept in two readings, the hedge is around both
    let grain = point.when.clock.map_or(0, civil::grain_of);
    let from = |length: i64| exact.widen(0, length - grain);
    let until = |length: i64| exact.widen(length, -grain);
    match (point.hedge, reading.grain) {
        (Hedge::About, Grain::Second | Grain::Minute) => {
            let minute = point.when.clock.map_or(0, |clock| clock.minute);
            let width = width::about(minute);
            Reading {
                usual: exact.widen(width.usual, width.usual),
                outer: exact.widen(width.outer(), width.outer()),
                ..approximate
            }
        }
        (Hedge::About, _) => {
            let length = exact
                .earliest
                .zip(exact.latest)
                .map_or(DAY, |(a, b)| b.0 - a.0);
            Reading {
                outer: exact.widen(length, length),
                ..approximate
            }
        }
        (Hedge::ShortlyAfter, Grain::Second | Grain::Minute) => Reading {
            usual: from(SHORTLY.usual),
            outer: from(SHORTLY.outer()),
            stated: None,
            ..approximate
        },
        (Hedge::ShortlyBefore | Hedge::Nearly, Grain::Second | Grain::Minute) => Reading {
            usual: until(SHORTLY.usual),
            outer: until(SHORTLY.outer()),
            stated: None,
            ..approximate
        },
        _ => reading,
    }
}

/// Opens one side of a reading as its bound says; the open side is closed by the network.
fn bound(reading: Reading, bound: Bound) -> Reading {
    let before = |end: fn(Interval) -> Option<Instant>, reading: &Reading| {
        let open = |interval: Interval| Interval {
            earliest: None,
            latest: end(interval),
        };
        (open(reading.usual), open(reading.outer))
    };
    let (usual, outer) = match bound {
        // `until 5 p.m.` names the end of something that lasted: 5 p.m.
        Bound::At | Bound::Until => return reading,
        Bound::Before => before(|interval| interval.earliest, &reading),
        Bound::By => before(|interval| interval.latest, &reading),
        Bound::After | Bound::Since => {
            // `after 2018` begins when the year is over
            let is_over = bound == Bound::After && Grain::Month <= reading.grain;
            let open = |interval: Interval| Interval {
                earliest: if is_over {
                    interval.latest
                } else {
                    interval.earliest
                },
                latest: None,
            };
            (open(reading.usual), open(reading.outer))
        }
    };
    Reading {
        usual,
        outer,
        stated: if bound == Bound::By {
            reading.stated
        } else {
            None
        },
        certainty: reading.certainty.max(Certainty::Approximate),
        ..reading
    }
}
