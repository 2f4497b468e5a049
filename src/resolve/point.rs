//! Points of time → readings: the interval of a clock, a part of a day, a day, with its widths.

use super::Certainty;
use super::anchor::{Anchor, Found};
use super::civil;
use super::width::{self, SHORTLY};
use crate::find::{Bound, Hedge, Point, When};
use crate::lexicon::time::{LengthUnit, Part};
use crate::note::Code;
use crate::time::{DAY, Grain, Instant, Interval, Zone};
use chrono::NaiveDate;

mod clock;
mod pair;

use clock::At;

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

impl Reading {
    /// Somewhere from this one to the end of another.
    #[must_use]
    pub fn through(&self, end: &Reading) -> Reading {
        Reading {
            usual: self.usual.or(end.usual),
            outer: self.outer.or(end.outer),
            stated: None,
            certainty: self.certainty.max(Certainty::Approximate),
            ..self.clone()
        }
    }
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
        (Some(clock), _) => Ok(clock::read(
            &At {
                clock,
                part: when.part,
                hedge,
                zone,
                after,
                looks_back: anchor.looks_back,
                told_part: anchor.part,
                posted: anchor.posted.filter(|_| !anchor.is_future()),
                is_24_hour: anchor.is_24_hour,
            },
            found,
            stated_day.is_some(),
        )),
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

fn no_code(day: NaiveDate) -> Found {
    Found { day, code: None }
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
