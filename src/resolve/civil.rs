//! Civil time → intervals: what a clock, a part of a day, a day mean in a zone, and where summer
//! time makes that uncertain.

use crate::find::{Clock, Expression, Mention, Point, Region, ZoneWord};
use crate::note::Code;
use crate::read::transcript::Meridiem;
use crate::time::{Instant, Interval, MINUTE, SECOND, Wall, Zone};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

/// The start of an hour counted from a day's midnight; hours over 24 lie in the next day.
pub fn at_hour(day: NaiveDate, hours: i64) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::hours(hours))
        .unwrap_or(NaiveDateTime::MAX)
}

/// From the first instant of `hours.0` to that of `hours.1`, counted from a day's midnight.
pub fn hours_of(zone: Zone, day: NaiveDate, hours: (i64, i64)) -> Interval {
    Interval::new(
        zone.first(at_hour(day, hours.0)),
        zone.last(at_hour(day, hours.1)),
    )
}

/// The days from `first` to `last`, both inclusive.
pub fn days_of(zone: Zone, first: NaiveDate, last: NaiveDate) -> Interval {
    Interval::new(zone.first(at_hour(first, 0)), zone.first(at_hour(last, 24)))
}

/// The 24-hour hour of a clock whose half of the day is known.
pub fn hour_of(hour: u8, meridiem: Option<Meridiem>) -> u8 {
    match meridiem {
        Some(Meridiem::Am) => hour % 12,
        Some(Meridiem::Pm) => hour % 12 + 12,
        None => hour,
    }
}

/// The time of day of a clock as written, in its 24-hour reading.
pub fn time_of(clock: Clock) -> NaiveTime {
    let hour = hour_of(clock.hour, clock.meridiem);
    let second = clock.second.unwrap_or(0);
    NaiveTime::from_hms_opt(hour.into(), clock.minute.into(), second.into()).unwrap_or_default()
}

/// The length of the grain of a clock as written, in milliseconds.
pub fn grain_of(clock: Clock) -> i64 {
    if clock.second.is_some() {
        SECOND
    } else {
        MINUTE
    }
}

/// Whether people of a zone write `10/11` for the tenth of November: all but those of America.
pub fn is_day_first(zone: Zone) -> bool {
    match zone {
        Zone::Named(tz) => [
            "Europe/",
            "Africa/",
            "Asia/",
            "Australia/",
            "Pacific/Auckland",
        ]
        .iter()
        .any(|region| tz.name().starts_with(region)),
        Zone::Fixed(_) | Zone::Floating => false,
    }
}

/// Whether a source writes its clock times in 24 hours: times such as `13:22` are no fewer than those
/// with a.m. or p.m.
pub fn is_24_hour(text: &str, mentions: &[Mention]) -> bool {
    const NOON: u8 = 12;
    let clocks = mentions
        .iter()
        .filter_map(|mention| match mention.expression {
            Expression::Point(Point { when, .. }) => Some((mention.span, when.clock?, when.part)),
            _ => None,
        });
    let (mut with_half, mut in_24) = (0, 0);
    for (span, clock, part) in clocks {
        if clock.meridiem.is_some() || part.is_some() {
            with_half += 1;
        } else if NOON < clock.hour && !clock.named && span.of(text).contains(':') {
            in_24 += 1;
        }
    }
    0 < in_24 && with_half <= in_24
}

/// The zone that a zone word stands for in a source of zone `zone`.
pub fn zone_of(word: Option<ZoneWord>, zone: Zone) -> Zone {
    match word {
        Some(ZoneWord::Offset(minutes)) => {
            FixedOffset::east_opt(minutes * 60).map_or(zone, Zone::Fixed)
        }
        Some(ZoneWord::Region(region)) => of_region(region, zone),
        Some(ZoneWord::Local) | None => zone,
    }
}

/// The zone of a region, in a source of zone `zone`: that of the source where both keep the same
/// standard time (`mountain time` in Arizona), or where none is known.
fn of_region(region: Region, zone: Zone) -> Zone {
    /// The first instant of 2024 in UTC: zones have changed, and news is of late.
    const NEW_YEAR: Instant = Instant(1_704_067_200_000);
    let tz = match region {
        Region::Eastern => Tz::America__New_York,
        Region::Central => Tz::America__Chicago,
        Region::Mountain => Tz::America__Denver,
        Region::Pacific => Tz::America__Los_Angeles,
    };
    let on_a_winter_day = |zone: Zone| zone.civil(NEW_YEAR);
    if zone.is_absolute() && on_a_winter_day(zone) != on_a_winter_day(Zone::Named(tz)) {
        Zone::Named(tz)
    } else {
        zone
    }
}

/// The interval of a civil time of a length in milliseconds, with what is uncertain about it.
///
/// In autumn's repeated hour both readings are kept as one wider interval.
///
/// ```
/// use squelch::note::Code;
/// use squelch::resolve::civil::moment;
/// let zone = "America/New_York".parse().unwrap();
/// let (interval, code) = moment(zone, "2025-11-02T01:30:00".parse().unwrap(), 60_000);
/// assert_eq!(interval.latest.unwrap().0 - interval.earliest.unwrap().0, 3_660_000);
/// assert_eq!(code, Some(Code::SummerTimeTwice));
/// ```
pub fn moment(zone: Zone, civil: NaiveDateTime, length: i64) -> (Interval, Option<Code>) {
    match zone.wall(civil) {
        Wall::Once(instant) => (Interval::new(instant, instant.plus(length)), None),
        Wall::Twice(first, second) => (
            Interval::new(first, second.plus(length)),
            Some(Code::SummerTimeTwice),
        ),
        Wall::Never(instant) => (
            Interval::new(instant, instant.plus(length)),
            Some(Code::SummerTimeGap),
        ),
    }
}
