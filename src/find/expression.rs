//! What a time expression says, as written: a clock, a day, a hedge, a distance; no instant yet.

use crate::lexicon::time::{LengthUnit, Part, Season, ZoneWord};
use crate::read::transcript::Meridiem;
use crate::span::Span;

mod day;

pub use day::{Base, Day, Shift};

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
    /// `the past two weeks`, `the next five days`
    Window(Window),
    /// `for 20-30 minutes`, `a 12-hour standoff`: a length without a place.
    Length(Hedge, Duration),
    /// `every day`, `weekly`
    Set(Every),
    /// `now`, `recently`, `the future`
    Vague(Vague),
    /// The stamp of a line of a transcript.
    Stamp,
    /// `25:61 p.m.`, `Feb. 30`: written like a time, and none.
    Impossible,
}

/// A time on the calendar with what hedges and bounds it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
    /// The words of it, without the preposition before them.
    pub span: Span,
    /// `1:12 p.m.`
    pub clock: Option<Clock>,
    /// `Thursday`, `Feb. 29, 2024`, `today`
    pub day: Option<Day>,
    /// `early afternoon`
    pub part: Option<DayPart>,
    /// `early` or `late` without a part of the day: `late Friday`
    pub degree: Option<Degree>,
    /// `the first Tuesday of`, `the end of`: which piece of the day or of the frame.
    pub pick: Option<Pick>,
    /// `of last week`, `next month`: the longer stretch in which the day lies.
    pub frame: Option<Day>,
    /// `two days after`: how far from the day.
    pub steps: Option<Steps>,
    /// `CST`
    pub zone: Option<ZoneWord>,
    /// `Thursday's`: the words say whose event is meant, not when one happened.
    pub possessive: bool,
}

impl When {
    /// Whether the words name a part of the day and no day: `in the evening`.
    pub fn is_bare_part(&self) -> bool {
        let is_wide = self.part.is_some_and(|part| {
            let is_named = matches!(
                part.part,
                Part::Morning | Part::Afternoon | Part::Evening | Part::Night
            );
            is_named && part.degree.is_none()
        });
        is_wide && self.clock.is_none() && self.day.is_none()
    }

    /// Whether the words name a day or a finer time, and no week, month or year.
    pub fn is_daily(&self) -> bool {
        let piece = match self.pick {
            None => None,
            Some(Pick::NthWeekday(..)) => Some(true),
            Some(Pick::Nth(_, unit)) => Some(unit <= LengthUnit::Day),
            Some(_) => Some(false),
        };
        self.clock.is_some() || piece.unwrap_or_else(|| self.day.is_none_or(Day::is_daily))
    }
}

/// Which piece of a stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// `the third week of`, `the last day of`: from the end where negative.
    Nth(i8, LengthUnit),
    /// `the first Tuesday of`: with the weekday from Monday, 0.
    NthWeekday(i8, u8),
    /// `the first nine months of`, `the last four weeks of`: from the end where negative.
    Several(i8, LengthUnit),
    /// `the week of`: the week from the day on.
    WeekOf,
    /// `Labor Day weekend`: the weekend beside the day, with the day.
    Weekend,
    /// `the beginning of`
    Begin,
    /// `the end of`
    End,
    /// `the rest of`
    Rest,
    /// `earlier this week`
    Earlier,
    /// `later this week`
    Later,
}

/// A distance in days or longer from a day of the calendar: `two weeks after`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// How far.
    pub length: Duration,
    /// Whether it lies before the day.
    pub is_back: bool,
    /// `more than`, `less than`
    pub hedge: Hedge,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says how the clock was written, and any may hold"
)]
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
    /// Whether minutes were written: `7:00 p.m.`, not `7 p.m.`.
    pub has_minute: bool,
}

impl Clock {
    /// Whether it may be of either half of the day; of `10:02:40` only the times around it can say.
    pub fn is_halfless(&self) -> bool {
        let is_of_twelve = self.second.is_some() && (1..=12).contains(&self.hour);
        self.meridiem.is_none() && !self.named && (!self.military || is_of_twelve)
    }
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

/// A length of time that lies next to the moment of telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// `about`, `less than`
    pub hedge: Hedge,
    /// How long.
    pub length: Duration,
    /// On which side.
    pub side: Side,
}

/// On which side of the moment of telling a length lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `the past two weeks`
    Past,
    /// `recent weeks`: nobody knows how many.
    Recent,
    /// `the next five days`
    Next,
    /// `the first nine months`: of something that is told elsewhere.
    Inside,
}

/// What comes again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// `daily`, `every two weeks`
    Unit(i64, LengthUnit),
    /// `every Thursday`, `Tuesday nights`
    Weekday(u8, Option<Part>),
    /// `every morning`
    Part(Part),
    /// `each July`
    Month(u8),
    /// `every summer`
    Season(Season),
}

/// A time without ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// `now`, `currently`
    Now,
    /// `recently`, `in the past`
    Past,
    /// `soon`, `in the future`
    Future,
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
    /// `six minutes into the standoff`: after the beginning of what lasts.
    Into,
    /// `two years ago`: before the moment of telling.
    Ago,
    /// `two weeks from now`: after the moment of telling.
    FromNow,
    /// `in two weeks`: after the moment of telling, or a length.
    In,
}
