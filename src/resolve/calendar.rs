//! Days and stretches of the calendar: what `last month`, `the first Tuesday of October` and `the
//! 1990s` mean, counted from an anchor.

use super::anchor::{Anchor, Found, is_weekday, shift_days};
use super::tense::Tense;
use crate::find::{Base, Day, Degree, Pick, Shift, When};
use crate::lexicon::holiday::Holiday;
use crate::lexicon::time::{LengthUnit, Season};
use crate::note::Code;
use chrono::{Datelike, Months, NaiveDate, Weekday};
use holiday::holiday_of;
use piece::{edge, nth, several};
use step::step;

pub use step::moved;

mod holiday;
mod piece;
mod step;

/// Whole days of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub first: NaiveDate,
    /// The day after the last.
    pub end: NaiveDate,
    /// The unit that it is one of, or a part of.
    pub unit: LengthUnit,
    /// What was assumed or does not fit.
    pub code: Option<Code>,
}

impl Stretch {
    /// One day.
    pub fn day(first: NaiveDate) -> Stretch {
        Stretch {
            first,
            end: days_on(first, 1),
            unit: LengthUnit::Day,
            code: None,
        }
    }

    /// Whether it is one day.
    pub fn is_day(&self) -> bool {
        self.unit <= LengthUnit::Day && self.end == days_on(self.first, 1)
    }

    fn months(year: i32, month: u32, count: u32, unit: LengthUnit) -> Option<Stretch> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Stretch {
            first,
            end: first.checked_add_months(Months::new(count))?,
            unit,
            code: None,
        })
    }
}

fn days_on(day: NaiveDate, days: i64) -> NaiveDate {
    shift_days(day, days).unwrap_or(day)
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    days_on(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// The stretch of a unit that holds a day, moved by some units. Weeks begin on Monday (ISO 8601).
pub fn unit_around(day: NaiveDate, unit: LengthUnit, shift: i32) -> Option<Stretch> {
    let stretch = |first: NaiveDate, end: NaiveDate| {
        Some(Stretch {
            first,
            end,
            unit,
            code: None,
        })
    };
    let year = day.year();
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour => None,
        LengthUnit::Day => Some(Stretch::day(shift_days(day, shift.into())?)),
        LengthUnit::Week | LengthUnit::Fortnight => {
            let monday = shift_days(monday_of(day), 7 * i64::from(shift))?;
            stretch(monday, shift_days(monday, 7)?)
        }
        LengthUnit::Weekend => {
            let saturday = shift_days(monday_of(day), 5 + 7 * i64::from(shift))?;
            stretch(saturday, shift_days(saturday, 2)?)
        }
        LengthUnit::Month => {
            let month = year.checked_mul(12)? + day.month0().cast_signed() + shift;
            Stretch::months(
                month.div_euclid(12),
                month.rem_euclid(12) as u32 + 1,
                1,
                unit,
            )
        }
        LengthUnit::Quarter => {
            let quarter = year.checked_mul(4)? + (day.month0() / 3).cast_signed() + shift;
            Stretch::months(
                quarter.div_euclid(4),
                quarter.rem_euclid(4) as u32 * 3 + 1,
                3,
                unit,
            )
        }
        LengthUnit::Year => Stretch::months(year.checked_add(shift)?, 1, 12, unit),
        LengthUnit::Decade => Stretch::months((year.div_euclid(10) + shift) * 10, 1, 120, unit),
        LengthUnit::Century => {
            Stretch::months((year.div_euclid(100) + shift) * 100, 1, 1_200, unit)
        }
    }
}

impl Anchor {
    /// The days that a time without its clock and part of day means.
    pub fn stretch(&self, when: &When) -> Option<Stretch> {
        let day = when.day?;
        let whole = match when.frame {
            Some(frame) => self.within(day, self.plain_stretch(frame)?)?,
            None => self.plain_stretch(day)?,
        };
        let picked = match when.pick {
            Some(pick) => self.pick(pick, whole)?,
            None => whole,
        };
        let moved = match when.steps {
            Some(steps) => Stretch {
                code: picked.code,
                ..step(picked, steps)?
            },
            None => picked,
        };
        match when.degree {
            Some(degree) if !moved.is_day() => Some(edge(moved, degree)),
            _ => Some(moved),
        }
    }

    /// The day that the words of a time name, its frame included: `July 4 last year`.
    pub fn day_of(&self, when: &When) -> Option<Found> {
        let stretch = self.stretch(when)?;
        stretch.is_day().then_some(Found {
            day: stretch.first,
            code: stretch.code,
        })
    }

    /// A day or a stretch by its own words.
    pub fn plain_stretch(&self, day: Day) -> Option<Stretch> {
        let reference = |base| match base {
            Base::Today => self.today,
            Base::Told => self.told.or(self.today),
            Base::Named => self.named.or(self.told).or(self.today),
        };
        match day {
            Day::Month { year, month } => {
                let year = year.or_else(|| self.year_of(month))?;
                Stretch::months(year, month.into(), 1, LengthUnit::Month)
            }
            Day::NearMonth(month, shift) => {
                let year = self.year_near(u32::from(month) - 1, shift)?;
                Stretch::months(year, month.into(), 1, LengthUnit::Month)
            }
            Day::Year(year) => Stretch::months(year, 1, 12, LengthUnit::Year),
            Day::Years(first, count) => {
                let unit = if count == 10 {
                    LengthUnit::Decade
                } else {
                    LengthUnit::Century
                };
                Stretch::months(first, 1, 12 * count.unsigned_abs(), unit)
            }
            Day::Quarter(year, quarter) => {
                let month = (u32::from(quarter) - 1) * 3;
                let year = year.or_else(|| self.year_of_quarter(quarter))?;
                Stretch::months(year, month + 1, 3, LengthUnit::Quarter)
            }
            Day::Half(year, half) => {
                let month = (u32::from(half) - 1) * 6;
                let year = year.or_else(|| self.year_near(month, Shift::Nearest))?;
                Stretch::months(year, month + 1, 6, LengthUnit::Quarter)
            }
            Day::Season(year, season, shift) => {
                let month = first_month(season);
                let year = year.or_else(|| self.year_near(month - 1, shift))?;
                Stretch::months(year, month, 3, LengthUnit::Quarter)
            }
            Day::Week(year, week) => {
                let year = year.or(self.today.map(|today| today.year()))?;
                let monday = NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Mon)?;
                unit_around(monday, LengthUnit::Week, 0)
            }
            Day::Period(years) => {
                let (first, unit) = self.period_told()?;
                unit_around(first.with_year(first.year() + years)?, unit, 0)
            }
            Day::Unit(LengthUnit::Quarter, 0, Base::Told | Base::Named) => {
                let (first, _) = self.period_told()?;
                unit_around(first, LengthUnit::Quarter, 0)
            }
            Day::Unit(LengthUnit::Weekend, 0, Base::Told) if !self.is_future() => {
                // `over the weekend`, read on the first days of a week, is the one that is over; what is
                // told of it is over on the last days too
                let today = self.today?;
                let working_days = if self.tense == Tense::Open { 3 } else { 5 };
                let is_over = today.weekday().num_days_from_monday() < working_days;
                unit_around(today, LengthUnit::Weekend, -i32::from(is_over))
            }
            Day::Unit(unit, shift, base) => unit_around(reference(base)?, unit, shift),
            Day::Holiday(holiday, year, shift) => self.holiday(holiday, year, shift),
            day => {
                let found = self.day(day)?;
                Some(Stretch {
                    code: found.code,
                    ..Stretch::day(found.day)
                })
            }
        }
    }

    /// `Friday of next week`, `June last year`, `the 20th of next month`
    fn within(&self, day: Day, frame: Stretch) -> Option<Stretch> {
        let year = Some(frame.first.year());
        match day {
            Day::Weekday(weekday, _) => (0..31)
                .filter_map(|ahead| shift_days(frame.first, ahead))
                .find(|day| is_weekday(*day, weekday))
                .map(Stretch::day),
            Day::OfMonth(day, _) => frame.first.with_day(day.into()).map(Stretch::day),
            Day::Date {
                month,
                day,
                weekday,
                ..
            } => self.plain_stretch(Day::Date {
                year,
                month,
                day,
                weekday,
            }),
            Day::Month { month, .. } => self.plain_stretch(Day::Month { year, month }),
            Day::Quarter(_, quarter) => self.plain_stretch(Day::Quarter(year, quarter)),
            Day::Season(_, season, shift) => self.plain_stretch(Day::Season(year, season, shift)),
            // `the 1988 period`: the one told, in that year
            Day::Period(_) => match self.period {
                Some((first, unit)) => unit_around(first.with_year(year?)?, unit, 0),
                None => Some(frame),
            },
            _ => None,
        }
    }

    /// The year of a month that was told without one.
    fn year_near(&self, month0: u32, shift: Shift) -> Option<i32> {
        let today = self.today?;
        let this = today.month0();
        let year = today.year();
        Some(match shift {
            Shift::This => year,
            Shift::Last => year - i32::from(this <= month0),
            Shift::Next | Shift::Coming => year + i32::from(month0 <= this),
            Shift::Nearest if self.is_future() => year + i32::from(month0 < this),
            Shift::Nearest => year - i32::from(this < month0),
        })
    }

    /// The year of a quarter told without one: of the last, the present and the next, the nearest; what
    /// is over lies in no year to come, wherever a company's year begins.
    fn year_of_quarter(&self, quarter: u8) -> Option<i32> {
        let today = self.today?;
        let latest = i32::from(self.is_future() || self.tense == Tense::Open);
        let here = i64::from(today.year()) * 4 + i64::from(today.month0() / 3);
        let distance = |year: &i32| (i64::from(*year) * 4 + i64::from(quarter) - 1 - here).abs();
        (-1..=latest)
            .map(|shift| today.year() + shift)
            .min_by_key(distance)
    }

    /// The last period told, else the last quarter that is over, of which reports speak.
    fn period_told(&self) -> Option<(NaiveDate, LengthUnit)> {
        self.period.or_else(|| {
            let last = unit_around(self.today?, LengthUnit::Quarter, -1)?;
            Some((last.first, LengthUnit::Quarter))
        })
    }

    fn holiday(&self, holiday: Holiday, year: Option<i32>, shift: Shift) -> Option<Stretch> {
        let today = self.today;
        if let Some(year) = year {
            return holiday_of(holiday, year).map(Stretch::day);
        }
        let today = today?;
        let in_years = |from: i32| {
            (from..from + 4).filter_map(|ahead| holiday_of(holiday, today.year() + ahead - 1))
        };
        let found = match (shift, self.is_future()) {
            (Shift::Next | Shift::Coming, _) | (Shift::Nearest, true) => {
                in_years(0).find(|day| today <= *day)
            }
            (Shift::This, _) => holiday_of(holiday, today.year()),
            (Shift::Last, _) => in_years(-1).take_while(|day| *day < today).last(),
            (Shift::Nearest, false) => {
                let last = in_years(-1)
                    .take_while(|day| *day <= days_on(today, 3))
                    .last();
                let next = in_years(0).find(|day| today <= *day);
                let distance = |day: NaiveDate| (day - today).num_days().abs();
                let is_next = last.zip(next).is_some_and(|(last, next)| {
                    last < today && self.is_near_ahead(distance(last), distance(next))
                });
                if is_next { next } else { last }
            }
        };
        found.map(Stretch::day)
    }

    fn pick(&self, pick: Pick, whole: Stretch) -> Option<Stretch> {
        match pick {
            Pick::Nth(n, unit) => nth(whole, n, unit),
            Pick::NthWeekday(n, weekday) => {
                let last = days_on(whole.end, -1);
                let day = if 0 < n {
                    let ahead = (i64::from(weekday)
                        - i64::from(whole.first.weekday().num_days_from_monday()))
                    .rem_euclid(7);
                    shift_days(whole.first, ahead + 7 * (i64::from(n) - 1))?
                } else {
                    let back = (i64::from(last.weekday().num_days_from_monday())
                        - i64::from(weekday))
                    .rem_euclid(7);
                    shift_days(last, -back + 7 * (i64::from(n) + 1))?
                };
                (whole.first <= day && day < whole.end).then(|| Stretch::day(day))
            }
            Pick::Several(n, unit) => several(whole, n, unit),
            Pick::WeekOf => unit_around(whole.first, LengthUnit::Week, 0),
            Pick::Weekend => Some(piece::weekend_beside(whole.first)),
            Pick::Begin => Some(edge(whole, Degree::Early)),
            Pick::End => Some(edge(whole, Degree::Late)),
            Pick::Rest | Pick::Later => {
                let from = self
                    .today
                    .filter(|today| whole.first <= *today && *today < whole.end);
                Some(Stretch {
                    first: from.unwrap_or(whole.first),
                    ..whole
                })
            }
            Pick::Earlier => {
                let to = self
                    .today
                    .filter(|today| whole.first < *today && *today <= whole.end);
                Some(Stretch {
                    end: to.unwrap_or(whole.end),
                    ..whole
                })
            }
        }
    }
}

/// The first month of a season as meteorologists count, from 1.
fn first_month(season: Season) -> u32 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}
