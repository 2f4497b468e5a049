//! What a time counts from: the article's date, the day last told, the last time told.

use super::calendar;
use super::tense::Tense;
use crate::find::{Day, Shift};
use crate::lexicon::time::LengthUnit;
use crate::note::Code;
use crate::time::{Instant, Interval};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What the words of one place may count from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The day of the words: the article's date, or the day of the quote.
    pub today: Option<NaiveDate>,
    /// Whether the verb looks back from what was told last: `had boarded at 9:15`.
    pub looks_back: bool,
    /// The part of the day last told: a clock time of one half lies in it, if the other does not.
    pub part: Option<Interval>,
    /// The moment of the words, where a stamp says it: what is told as past was over by then.
    pub posted: Option<Instant>,
    /// The day last told of the same incident.
    pub told: Option<NaiveDate>,
    /// The day last told by its date.
    pub dated: Option<NaiveDate>,
    /// The day of the happening that the words tell of.
    pub event: Option<NaiveDate>,
    /// The first day of the month or year last named, if no day was told since.
    pub named: Option<NaiveDate>,
    /// What the verbs say of when.
    pub tense: Tense,
    /// The last period told, a quarter or a month: its first day and its unit.
    pub period: Option<(NaiveDate, LengthUnit)>,
    /// Whether `10/11` is the tenth of November.
    pub is_day_first: bool,
    /// Whether the source writes its clock times in 24 hours, so that `1:05` is at night.
    pub is_24_hour: bool,
}

/// A day that was worked out, with what was assumed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The day.
    pub day: NaiveDate,
    /// What was assumed or does not fit.
    pub code: Option<Code>,
}

/// Days of a month, for distances.
const MONTH_DAYS: i64 = 30;

impl Anchor {
    /// The day that words mean; `None` where nothing is there to count from.
    ///
    /// ```
    /// use squelch::find::{Day, Shift};
    /// use squelch::resolve::anchor::Anchor;
    /// let today = "2024-03-02".parse().ok();
    /// let anchor = Anchor { today, ..Anchor::default() };
    /// let thursday = anchor.day(Day::Weekday(3, Shift::Nearest)).unwrap();
    /// assert_eq!(thursday.day.to_string(), "2024-02-29");
    /// ```
    pub fn day(&self, day: Day) -> Option<Found> {
        let found = |day| Found { day, code: None };
        match day {
            Day::Date {
                year: Some(year),
                month,
                day,
                weekday,
            } => {
                let date = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
                Some(Found {
                    day: date,
                    code: mismatch(date, weekday),
                })
            }
            Day::Date {
                year: None,
                month,
                day,
                weekday,
            } => self.without_year(month, day, weekday),
            Day::Slashed {
                first,
                second,
                year,
            } => self.slashed(first, second, year),
            Day::OfMonth(day, weekday) => self.of_month(day, weekday).map(found),
            Day::Weekday(weekday, shift) => self.weekday(weekday, shift).map(found),
            Day::FromToday(days) => shift_days(self.today?, days).map(found),
            Day::FromTold(days) => shift_days(self.told.or(self.today)?, days).map(found),
            Day::OfEvent(days) => {
                shift_days(self.event.or(self.told).or(self.today)?, days).map(found)
            }
            Day::Holiday(..) => self.plain_stretch(day).map(|stretch| found(stretch.first)),
            Day::Month { .. }
            | Day::NearMonth(..)
            | Day::Year(_)
            | Day::Years(..)
            | Day::Quarter(..)
            | Day::Half(..)
            | Day::Season(..)
            | Day::Week(..)
            | Day::Period(_)
            | Day::Unit(..) => None,
        }
    }

    /// `02/29/24`: in the order of the source, or in the one that the calendar allows.
    fn slashed(&self, first: u8, second: u8, year: Option<i32>) -> Option<Found> {
        let (month, day) = if self.is_day_first {
            (second, first)
        } else {
            (first, second)
        };
        let read = |month, day| {
            self.day(Day::Date {
                year,
                month,
                day,
                weekday: None,
            })
        };
        let both = first <= 12 && second <= 12 && first != second;
        let found = read(month, day).or_else(|| read(day, month))?;
        Some(Found {
            code: found.code.or(both.then_some(Code::AssumedOrder)),
            ..found
        })
    }

    /// `the 19th`: of the month last told, the last on or before it; with a weekday, the nearest month
    /// in which both agree.
    fn of_month(&self, day: u8, weekday: Option<u8>) -> Option<NaiveDate> {
        const MONTHS_AROUND: i64 = 12;
        let base = self.told.or(self.today)?;
        let month = |shift: i64| {
            let stretch = calendar::unit_around(base, LengthUnit::Month, shift as i32)?;
            stretch.first.with_day(day.into())
        };
        let Some(weekday) = weekday else {
            return month(0);
        };
        let turns = (0..=MONTHS_AROUND).flat_map(|turn| {
            if self.is_future() {
                [turn, -turn]
            } else {
                [-turn, turn]
            }
        });
        turns
            .filter_map(month)
            .find(|date| is_weekday(*date, weekday))
            .or_else(|| month(0))
    }

    /// The year of a month that was told without one: the last on or before the reference.
    pub fn year_of(&self, month: u8) -> Option<i32> {
        let today = self.today?;
        let month = i64::from(month);
        let this = i64::from(today.month());
        if self.is_future() {
            return Some(today.year() + i32::from(month < this));
        }
        let past = today.year() - i32::from(this < month);
        let back = (this - month).rem_euclid(12);
        Some(past + i32::from(self.is_near_ahead(back * MONTH_DAYS, (12 - back) * MONTH_DAYS)))
    }

    /// The day that a distance counts from: that told; months and years from the month or year that was
    /// named since, and from no day of it anything finer.
    pub fn base_of(&self, unit: LengthUnit) -> Option<NaiveDate> {
        match self.named {
            Some(named) => Some(named).filter(|_| LengthUnit::Month <= unit),
            None => self.told.or(self.today),
        }
    }

    /// Whether the clause speaks of what is to come.
    pub fn is_future(&self) -> bool {
        self.tense == Tense::Future
    }

    /// Whether a date without a year is meant as one to come, by how many days back and ahead it lies:
    /// without a verb the nearer one, and far from a verb one of which news would tell the year.
    pub(super) fn is_near_ahead(&self, back: i64, ahead: i64) -> bool {
        const LONG_AGO: i64 = 10 * MONTH_DAYS;
        match self.tense {
            Tense::Open => ahead < back,
            Tense::Loose => LONG_AGO <= back,
            Tense::Past | Tense::Future => false,
        }
    }

    /// The last such weekday on or before today; the next one of something to come.
    fn weekday(&self, weekday: u8, shift: Shift) -> Option<NaiveDate> {
        /// How long a date keeps its weekday's name for itself.
        const SAME_STORY_DAYS: i64 = 14;
        let today = self.today?;
        let weekday = Weekday::try_from(weekday).ok()?;
        let back = today.weekday().days_since(weekday);
        let ahead = weekday.days_since(today.weekday());
        match shift {
            Shift::Next => {
                let week = calendar::unit_around(today, LengthUnit::Week, 1)?;
                shift_days(week.first, weekday.num_days_from_monday().into())
            }
            Shift::Coming => shift_days(today, if ahead == 0 { 7 } else { ahead.into() }),
            Shift::This => {
                let week = calendar::unit_around(today, LengthUnit::Week, 0)?;
                let day = shift_days(week.first, weekday.num_days_from_monday().into())?;
                // `this Wednesday` of what is not over, said on a Sunday
                let is_over = day < today && matches!(self.tense, Tense::Open | Tense::Future);
                shift_days(day, if is_over { 7 } else { 0 })
            }
            Shift::Last => shift_days(today, if back == 0 { -7 } else { -i64::from(back) }),
            Shift::Nearest if self.is_future() => shift_days(today, ahead.into()),
            Shift::Nearest => {
                let nearest = shift_days(today, -i64::from(back));
                // `Sunday` after `Sunday, Sept. 6` is that one
                let told = self.dated.filter(|dated| {
                    dated.weekday() == weekday
                        && (0..=SAME_STORY_DAYS).contains(&(today - *dated).num_days())
                });
                told.or(nearest)
            }
        }
    }

    /// `Feb. 22`: the last on or before today, a few days after with a future verb. With a weekday,
    /// the last year in which both agree, five years back.
    fn without_year(&self, month: u8, day: u8, weekday: Option<u8>) -> Option<Found> {
        const YEARS_BACK: i32 = 5;
        /// What is announced is mostly so near.
        const NEAR_DAYS: i64 = 60;
        let today = self.today?;
        let in_year = |year| NaiveDate::from_ymd_opt(year, month.into(), day.into());
        let limit = if self.is_future() {
            today.checked_add_days(Days::new(300))?
        } else {
            today
        };
        let past = (0..=8)
            .filter_map(|back| in_year(limit.year() - back))
            .filter(|date| *date <= limit)
            .collect::<Vec<_>>();
        let nearest = *past.first()?;
        let Some(weekday) = weekday else {
            let next = in_year(nearest.year() + 1).filter(|next| {
                let back = (today - nearest).num_days();
                !self.is_future() && self.is_near_ahead(back, (*next - today).num_days())
            });
            return Some(Found {
                day: next.unwrap_or(nearest),
                code: None,
            });
        };
        // `Monday, Oct. 26`, read on the Friday before
        let ahead = (0..=1)
            .filter_map(|years| in_year(today.year() + years))
            .find(|date| today < *date && (*date - today).num_days() <= NEAR_DAYS);
        if let Some(day) =
            ahead.filter(|day| is_weekday(*day, weekday) && !is_weekday(nearest, weekday))
        {
            return Some(Found { day, code: None });
        }
        let agreeing = past
            .iter()
            .find(|date| date.year() + YEARS_BACK >= limit.year() && is_weekday(**date, weekday));
        Some(match agreeing {
            Some(day) => Found {
                day: *day,
                code: (*day != nearest).then_some(Code::AssumedYear),
            },
            None => Found {
                day: nearest,
                code: Some(Code::WeekdayMismatch),
            },
        })
    }
}

/// A day moved by a signed number of days.
pub fn shift_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// Whether a date falls on a weekday, counted from Monday, 0.
pub fn is_weekday(date: NaiveDate, weekday: u8) -> bool {
    date.weekday().num_days_from_monday() == u32::from(weekday)
}

fn mismatch(date: NaiveDate, weekday: Option<u8>) -> Option<Code> {
    weekday
        .is_some_and(|weekday| !is_weekday(date, weekday))
        .then_some(Code::WeekdayMismatch)
}
