//! Days and stretches of the calendar as written.

use crate::lexicon::holiday::Holiday;
use crate::lexicon::time::{LengthUnit, Season};

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
    /// `02/29/24`, `10/11`: month and day in the order of the source.
    Slashed {
        /// The first number.
        first: u8,
        /// The second number.
        second: u8,
        /// `2024`
        year: Option<i32>,
    },
    /// `the sixth`, `the 6th` after `on`; with a weekday, `Tuesday the 19th`
    OfMonth(u8, Option<u8>),
    /// `July 2007`
    Month {
        /// `2007`
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
    },
    /// `last November`, `next March`
    NearMonth(u8, Shift),
    /// `in 2015`, `fiscal 1989`
    Year(i32),
    /// `the 1990s`, `the 19th century`: the first year and how many.
    Years(i32, i32),
    /// `the third quarter of 2014`
    Quarter(Option<i32>, u8),
    /// `the first half of 1997`
    Half(Option<i32>, u8),
    /// `the summer of 1994`, `last fall`
    Season(Option<i32>, Season, Shift),
    /// `the latest period`, `the year-ago quarter`: the period told, some years on.
    Period(i32),
    /// `2016-W45`, `week 10`
    Week(Option<i32>, u8),
    /// `this week`, `last month`, `the following year`: which unit from that of a day.
    Unit(LengthUnit, i32, Base),
    /// `Christmas Eve`
    Holiday(Holiday, Option<i32>, Shift),
    /// `Thursday`
    Weekday(u8, Shift),
    /// `today`, `this morning`, `tonight`: days from the day of the words.
    FromToday(i64),
    /// `that day`, `the following morning`: days from the day last told.
    FromTold(i64),
    /// `the day of the crash`, `the night before the raid`: days from that of a happening.
    OfEvent(i64),
}

impl Day {
    /// The year that a date or a month was written with.
    pub fn year(self) -> Option<i32> {
        match self {
            Day::Date { year, .. } | Day::Month { year, .. } | Day::Slashed { year, .. } => year,
            _ => None,
        }
    }

    /// The month that was written by its name.
    pub fn month(self) -> Option<u8> {
        match self {
            Day::Date { month, .. } | Day::Month { month, .. } => Some(month),
            _ => None,
        }
    }

    /// A date or a month that was written without a year, in one.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Day> {
        let year = Some(year);
        match self {
            Day::Date {
                year: None,
                month,
                day,
                weekday,
            } => Some(Day::Date {
                year,
                month,
                day,
                weekday,
            }),
            Day::Month { year: None, month } => Some(Day::Month { year, month }),
            Day::Slashed {
                year: None,
                first,
                second,
            } => Some(Day::Slashed {
                first,
                second,
                year,
            }),
            _ => None,
        }
    }

    /// Whether the words name one day.
    pub fn is_daily(self) -> bool {
        !matches!(
            self,
            Day::Month { .. }
                | Day::NearMonth(..)
                | Day::Year(_)
                | Day::Years(..)
                | Day::Quarter(..)
                | Day::Half(..)
                | Day::Season(..)
                | Day::Week(..)
                | Day::Period(_)
                | Day::Unit(..)
        )
    }
}

/// What a shift of units counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The day of the words: `last week`.
    Today,
    /// The day last told: `the week`, `the next month`.
    Told,
    /// The month or year last named, else the day last told: `that year`, `the following month`.
    Named,
}

/// Which of the days, months or seasons of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// `Thursday`
    Nearest,
    /// `this Thursday`
    This,
    /// `last Thursday`
    Last,
    /// `next Thursday`: of the week after this one
    Next,
    /// `this coming Thursday`: the first to come
    Coming,
}
