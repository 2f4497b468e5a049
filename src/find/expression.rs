//! What a time expression says, as written: a clock, a day, a hedge, a distance; no instant yet.

use crate::lexicon::time::{LengthUnit, Part};
use crate::read::transcript::Meridiem;

/// What a time expression says, as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expression {
    /// `shortly before 5 p.m. Thursday`
    Point(Point),
    /// `between 1 and 1:30 p.m.`
    Between(When, When),
    /// `from 9:30 p.m. Thursday to 2 a.m. Friday`
    FromTo(When, When),
    /// `Two minutes later`
    Offset(Offset),
    /// `At that time`, `Simultaneously`
    Same,
    /// `Then`, `Eventually`
    Then,
    /// `When officers arrived`: the word that ties the clause to the account.
    When,
    /// `for 20-30 minutes`, `a 12-hour standoff`: a length without a place.
    Length(Duration),
    /// `in 2015`, `© 2024`
    Year(i32),
}

/// A time on the calendar with what hedges and bounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// `by`, `before`, `since`
    pub bound: Bound,
    /// `about`, `shortly after`
    pub hedge: Hedge,
    /// The time itself.
    pub when: When,
}

/// What a preposition says of the side on which the event lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// `at 5 p.m.`, or no word
    #[default]
    At,
    /// `before 5 p.m.`, `prior to 5 p.m.`
    Before,
    /// `by 5 p.m.`
    By,
    /// `after 5 p.m.`
    After,
    /// `since 5 p.m.`
    Since,
    /// `until 5 p.m.`
    Until,
}

/// How loosely a time or a length is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hedge {
    /// No word.
    #[default]
    Exact,
    /// `about`, `around`, `or so`
    About,
    /// `shortly after`, `just after`
    ShortlyAfter,
    /// `shortly before`, `just before`
    ShortlyBefore,
    /// `nearly`, `almost`
    Nearly,
    /// `less than`, `within`, `under`
    AtMost,
    /// `at least`, `more than`, `over`
    AtLeast,
}

/// A place on the calendar, as far as it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct When {
    /// `1:12 p.m.`
    pub clock: Option<Clock>,
    /// `Thursday`, `Feb. 29, 2024`, `today`
    pub day: Option<Day>,
    /// `early afternoon`
    pub part: Option<DayPart>,
    /// `early` or `late` without a part of the day: `late Friday`
    pub degree: Option<Degree>,
    /// `CST`
    pub zone: Option<ZoneWord>,
    /// `Thursday's`: the words say whose event is meant, not when one happened.
    pub possessive: bool,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23; 1 to 12 with a meridiem or while it is open.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: Option<u8>,
    /// `a.m.`, `p.m.`; `None` when none is written and `hour` may be either.
    pub meridiem: Option<Meridiem>,
    /// Written so that only the 24-hour reading is possible: `1312 hours`, `13:12`, `0005`.
    pub military: bool,
    /// `noon` and `midnight` are words, not readings of a clock.
    pub named: bool,
}

/// A zone as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneWord {
    /// `CST`: minutes east of Greenwich.
    Offset(i32),
    /// `ET`, `local time`: the zone of the source.
    Local,
}

/// A day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// `Monday, Feb. 29, 2024`
    Date {
        /// `2024`
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// From Monday, 0.
        weekday: Option<u8>,
    },
    /// `the sixth`, `the 6th` after `on`
    OfMonth(u8),
    /// `July 2007`
    Month {
        /// `2007`
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
    },
    /// `Thursday`
    Weekday(u8, Shift),
    /// `today`, `this morning`, `tonight`: days from the day of the words.
    FromToday(i64),
    /// `that day`, `the following morning`: days from the day last told.
    FromTold(i64),
}

/// Which of the weekdays of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// `Thursday`
    Nearest,
    /// `last Thursday`
    Last,
    /// `next Thursday`
    Next,
}

/// A part of the day with its degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayPart {
    /// `afternoon`
    pub part: Part,
    /// `early`
    pub degree: Option<Degree>,
}

/// Which end of a part of the day, or of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    /// `early`
    Early,
    /// `mid`
    Mid,
    /// `late`
    Late,
}

/// A length of time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The least number that the words name, in milliseconds; one unit where they name none.
    pub least: i64,
    /// The greatest number that the words name, in milliseconds; one unit where they name none.
    pub most: i64,
    /// The finest unit named.
    pub unit: LengthUnit,
    /// How the number was given.
    pub count: Count,
}

/// How the number of a length was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// `13 minutes`
    Number,
    /// `an hour and 16 minutes`: the more units, the more exact.
    Composed,
    /// `20-30 minutes`
    Range,
    /// `a few minutes`, `several minutes`
    Few,
    /// `minutes`, `hours`
    Bare,
    /// `moments`
    Moments,
}

/// A distance from another event or from the moment of telling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offset {
    /// `about`, `nearly`, `less than`
    pub hedge: Hedge,
    /// How far; `None` for `shortly after the crash`.
    pub length: Option<Duration>,
    /// In which direction and from what.
    pub way: Way,
}

/// Direction and anchor of an [`Offset`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `two minutes later`: after the event told before.
    Later,
    /// `ten minutes earlier`: before the event told before.
    Earlier,
    /// `13 minutes after the crew arrived`: after the event that the words name.
    After,
    /// `20 minutes before the shooting`
    Before,
    /// `within minutes of the call`
    Within,
    /// `two years ago`: before the moment of telling.
    Ago,
}
