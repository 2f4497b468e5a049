//! Instants, intervals, grains and zones: the only place that knows calendars and summer time.

use chrono::{
    DateTime, Datelike, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeDelta,
    TimeZone, Utc,
};
use chrono_tz::Tz;
use std::fmt;
use std::str::FromStr;

/// One second in the unit of [`Instant`].
pub const SECOND: i64 = 1_000;
/// One minute in the unit of [`Instant`].
pub const MINUTE: i64 = 60 * SECOND;
/// One hour in the unit of [`Instant`].
pub const HOUR: i64 = 60 * MINUTE;
/// One day of 24 hours in the unit of [`Instant`].
pub const DAY: i64 = 24 * HOUR;

/// A point of time in milliseconds since 1970-01-01T00:00:00, of UTC or, where the zone is
/// unknown, of the one floating local time that all zoneless sources share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// This instant moved by a signed number of milliseconds.
    #[must_use]
    pub fn plus(self, milliseconds: i64) -> Instant {
        Instant(self.0.saturating_add(milliseconds))
    }
}

/// From earliest (inclusive) to latest (exclusive); `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The first instant that is possible, inclusive.
    pub earliest: Option<Instant>,
    /// The first instant that is no longer possible, exclusive.
    pub latest: Option<Instant>,
}

impl Interval {
    /// The interval that says nothing.
    pub const OPEN: Interval = Interval {
        earliest: None,
        latest: None,
    };

    /// From `earliest` (inclusive) to `latest` (exclusive).
    pub fn new(earliest: Instant, latest: Instant) -> Self {
        Interval {
            earliest: Some(earliest),
            latest: Some(latest),
        }
    }

    /// Whether neither end is known.
    pub fn is_open(self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// What both intervals allow; it may be empty, see [`Interval::is_empty`].
    ///
    /// ```
    /// use squelch::time::{Instant, Interval};
    /// let since = Interval { earliest: Some(Instant(5)), latest: None };
    /// let both = since.and(Interval::new(Instant(0), Instant(9)));
    /// assert_eq!(both, Interval::new(Instant(5), Instant(9)));
    /// ```
    #[must_use]
    pub fn and(self, other: Interval) -> Interval {
        Interval {
            earliest: self.earliest.max(other.earliest),
            latest: match (self.latest, other.latest) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn or(self, other: Interval) -> Interval {
        Interval {
            earliest: self.earliest.min(other.earliest),
            latest: match (self.latest, other.latest) {
                (Some(a), Some(b)) => Some(a.max(b)),
                _ => None,
            },
        }
    }

    /// Whether no instant lies inside.
    pub fn is_empty(self) -> bool {
        matches!((self.earliest, self.latest), (Some(a), Some(b)) if b <= a)
    }

    /// Whether `instant` lies inside.
    pub fn holds(self, instant: Instant) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= instant)
            && self.latest.is_none_or(|latest| instant < latest)
    }

    /// The interval widened by `before` and `after` milliseconds.
    #[must_use]
    pub fn widen(self, before: i64, after: i64) -> Interval {
        Interval {
            earliest: self.earliest.map(|earliest| earliest.plus(-before)),
            latest: self.latest.map(|latest| latest.plus(after)),
        }
    }
}

/// How fine a time was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// `13:12:04`, with a fraction or without
    Second,
    /// `1:12 p.m.`
    Minute,
    /// `around 3 a.m.` of a text that rounds to hours
    Hour,
    /// `Thursday afternoon`
    PartOfDay,
    /// `Feb. 29`
    Day,
    /// `last week`, `the weekend`
    Week,
    /// `July 2007`
    Month,
    /// `the third quarter`, `last summer`
    Quarter,
    /// `in 2015`
    Year,
    /// `the 1990s`
    Decade,
    /// `the 19th century`
    Century,
}

impl Grain {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Grain::Second => "second",
            Grain::Minute => "minute",
            Grain::Hour => "hour",
            Grain::PartOfDay => "part of day",
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
        }
    }
}

/// What a civil time of a zone means as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// The ordinary case.
    Once(Instant),
    /// In autumn's repeated hour: the earlier and the later reading.
    Twice(Instant, Instant),
    /// In spring's gap: the instant of a clock that was not put forward.
    Never(Instant),
}

/// The zone of a source or an incident. Unknown is not UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Nobody said: one local time shared by all such sources, printed without an offset.
    Floating,
    /// `-06:00`, `CST`
    Fixed(FixedOffset),
    /// `America/Chicago`
    Named(Tz),
}

impl Zone {
    /// Whether times of this zone are instants of UTC.
    pub fn is_absolute(self) -> bool {
        self != Zone::Floating
    }

    /// What a civil time of this zone means.
    ///
    /// ```
    /// use squelch::time::{Wall, Zone};
    /// let zone: Zone = "America/New_York".parse().unwrap();
    /// let civil = "2025-11-02T01:30:00".parse().unwrap();
    /// assert!(matches!(zone.wall(civil), Wall::Twice(a, b) if b.0 - a.0 == 3_600_000));
    /// ```
    pub fn wall(self, civil: NaiveDateTime) -> Wall {
        let instant = |time: i64| Instant(time);
        match self {
            Zone::Floating => Wall::Once(instant(civil.and_utc().timestamp_millis())),
            Zone::Fixed(offset) => Wall::Once(instant(
                civil.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * SECOND,
            )),
            Zone::Named(tz) => match tz.from_local_datetime(&civil) {
                LocalResult::Single(time) => Wall::Once(instant(time.timestamp_millis())),
                LocalResult::Ambiguous(first, second) => Wall::Twice(
                    instant(first.timestamp_millis()),
                    instant(second.timestamp_millis()),
                ),
                // the offset that held before the clocks went forward, as a stopped clock would show
                LocalResult::None => {
                    let before = tz
                        .offset_from_utc_datetime(&(civil - TimeDelta::days(1)))
                        .fix();
                    Wall::Never(instant(
                        civil.and_utc().timestamp_millis()
                            - i64::from(before.local_minus_utc()) * SECOND,
                    ))
                }
            },
        }
    }

    /// The earliest instant that a civil time can mean.
    pub fn first(self, civil: NaiveDateTime) -> Instant {
        match self.wall(civil) {
            Wall::Once(instant) | Wall::Twice(instant, _) | Wall::Never(instant) => instant,
        }
    }

    /// The latest instant that a civil time can mean.
    pub fn last(self, civil: NaiveDateTime) -> Instant {
        match self.wall(civil) {
            Wall::Once(instant) | Wall::Twice(_, instant) | Wall::Never(instant) => instant,
        }
    }

    /// The offset from UTC that holds at an instant; zero for floating time.
    fn offset(self, instant: Instant) -> FixedOffset {
        match self {
            Zone::Floating => Utc.fix(),
            Zone::Fixed(offset) => offset,
            Zone::Named(tz) => DateTime::from_timestamp_millis(instant.0)
                .map_or(Utc.fix(), |time| {
                    tz.offset_from_utc_datetime(&time.naive_utc()).fix()
                }),
        }
    }

    /// The civil time of an instant in this zone.
    pub fn civil(self, instant: Instant) -> NaiveDateTime {
        let shift = i64::from(self.offset(instant).local_minus_utc()) * SECOND;
        DateTime::from_timestamp_millis(instant.0.saturating_add(shift))
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
            .naive_utc()
    }

    /// RFC 3339 with the offset of this zone; floating time has no offset.
    ///
    /// ```
    /// use squelch::time::{Instant, Zone};
    /// let zone: Zone = "America/Chicago".parse().unwrap();
    /// assert_eq!(zone.rfc3339(Instant(1_709_233_920_000)), "2024-02-29T13:12:00-06:00");
    /// assert_eq!(Zone::Floating.rfc3339(Instant(0)), "1970-01-01T00:00:00");
    /// ```
    pub fn rfc3339(self, instant: Instant) -> String {
        let mut words = String::with_capacity("2024-02-29T13:12:04.250-06:00".len());
        self.push_rfc3339(&mut words, instant);
        words
    }

    /// Adds an instant to some words as [`Zone::rfc3339`] writes it.
    pub fn push_rfc3339(self, words: &mut String, instant: Instant) {
        let offset = self.offset(instant).local_minus_utc();
        push_civil(words, instant.plus(i64::from(offset) * SECOND), 'T');
        if self.is_absolute() {
            let minutes = i64::from(offset.abs()) / 60;
            words.push(if offset < 0 { '-' } else { '+' });
            push_digits::<2>(words, minutes / 60);
            words.push(':');
            push_digits::<2>(words, minutes % 60);
        }
    }

    /// The civil time of an instant in this zone, as spreadsheets read it.
    ///
    /// ```
    /// use squelch::time::{Instant, Zone};
    /// assert_eq!(Zone::Floating.local(Instant(1_250)), "1970-01-01 00:00:01.250");
    /// ```
    pub fn local(self, instant: Instant) -> String {
        let offset = self.offset(instant).local_minus_utc();
        let mut words = String::new();
        push_civil(&mut words, instant.plus(i64::from(offset) * SECOND), ' ');
        words
    }

    /// What clocks of this zone are called at an instant: `EST`; empty for floating time.
    pub fn abbreviation(self, instant: Instant) -> String {
        match (self, DateTime::from_timestamp_millis(instant.0)) {
            (Zone::Named(tz), Some(time)) => time.with_timezone(&tz).format("%Z").to_string(),
            (Zone::Fixed(offset), _) => offset.to_string(),
            _ => String::new(),
        }
    }
}

/// The year that two digits stand for: `68` is 2068, `69` is 1969, as POSIX has it for `%y`.
pub fn full_year(two_digits: u32) -> u32 {
    if two_digits < 69 {
        2000 + two_digits
    } else {
        1900 + two_digits
    }
}

/// Date and time of day of an instant that is read as civil time; a fraction only where there is one.
fn push_civil(words: &mut String, local: Instant, between: char) {
    let day = local.0.div_euclid(DAY);
    let date = i32::try_from(day)
        .ok()
        .and_then(NaiveDate::from_epoch_days)
        .unwrap_or_default();
    let time = local.0.rem_euclid(DAY);
    let part = |unit: i64, count: i64| time / unit % count;
    push_digits::<4>(words, date.year().into());
    let parts = [
        ('-', date.month().into()),
        ('-', date.day().into()),
        (between, part(HOUR, 24)),
    ];
    for (mark, value) in parts {
        words.push(mark);
        push_digits::<2>(words, value);
    }
    for value in [part(MINUTE, 60), part(SECOND, 60)] {
        words.push(':');
        push_digits::<2>(words, value);
    }
    if time % SECOND != 0 {
        words.push('.');
        push_digits::<3>(words, time % SECOND);
    }
}

/// A number with leading zeros; chrono's format strings cost ten times as much a row.
pub(crate) fn push_digits<const WIDTH: usize>(words: &mut String, number: i64) {
    let mut rest = number.unsigned_abs();
    let mut digits = [b'0'; WIDTH];
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
    }
    for digit in digits {
        words.push(char::from(digit));
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Zone::Floating => f.write_str("zone unknown"),
            Zone::Fixed(offset) => write!(f, "{offset}"),
            Zone::Named(tz) => f.write_str(tz.name()),
        }
    }
}

/// A word that names no zone of the IANA list and is no offset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{found}` is not a known time zone; write an offset such as `-05:00` or a name such as `America/New_York`"
)]
pub struct UnknownZone {
    /// The word as written.
    pub found: String,
}

impl FromStr for Zone {
    type Err = UnknownZone;

    /// `America/Chicago`, `UTC`, `Z`, `-06:00`.
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownZone {
            found: word.to_owned(),
        };
        if word.eq_ignore_ascii_case("z") {
            return Ok(Zone::Named(Tz::UTC));
        }
        if word.starts_with(['+', '-']) {
            let offset = FixedOffset::from_str(word).map_err(|_| unknown())?;
            return Ok(Zone::Fixed(offset));
        }
        Tz::from_str_insensitive(word)
            .map(Zone::Named)
            .map_err(|_| unknown())
    }
}
