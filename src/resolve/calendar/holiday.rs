//! The day of a holiday in a year.

use super::shift_days;
use crate::lexicon::holiday::Holiday;
use chrono::{Days, NaiveDate, Weekday};

/// The day of a holiday in a year.
pub(super) fn holiday_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match holiday {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
        Holiday::Nth(month, n, weekday) if 0 < n => {
            let weekday = Weekday::try_from(weekday).ok()?;
            NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, n.unsigned_abs())
        }
        Holiday::Nth(month, _, weekday) => {
            let weekday = Weekday::try_from(weekday).ok()?;
            NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, 5)
                .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, 4))
        }
        Holiday::Thanksgiving(days) => {
            let thursday = NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4)?;
            shift_days(thursday, days.into())
        }
        Holiday::Easter(days) => shift_days(easter(year)?, days.into()),
        Holiday::Election => {
            let monday = NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Mon, 1)?;
            monday.checked_add_days(Days::new(1))
        }
    }
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991).
#[allow(
    clippy::many_single_char_names,
    reason = "the letters are those of the published rule"
)]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31).unsigned_abs(), (n % 31 + 1).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        let days = [
            (2000, "2000-04-23"),
            (2016, "2016-03-27"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
        ];
        for (year, day) in days {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
    }
}
