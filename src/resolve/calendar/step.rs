//! Steps on the calendar: a day or a stretch moved by days, weeks, months and years.

use super::{Stretch, shift_days};
use crate::find::{Count, Duration, Hedge, Steps, unit_length};
use crate::lexicon::time::LengthUnit;
use crate::resolve::width::{OFFSET_DAYS, OFFSET_WEEKS};
use crate::time::DAY;
use chrono::{Months, NaiveDate};

/// A stretch moved by whole days, weeks, months or years.
pub(super) fn step(from: Stretch, steps: Steps) -> Option<Stretch> {
    let day = moved(from.first, steps.length, steps.is_back)?;
    match steps.hedge {
        // `less than three days after` is any day from the one to the other
        Hedge::AtMost | Hedge::Nearly => Some(Stretch {
            first: day.min(from.first),
            end: day.max(from.first),
            ..from
        }),
        // `more than two weeks after`: nobody says how many more
        Hedge::AtLeast => None,
        Hedge::About => {
            let days = match steps.length.unit {
                LengthUnit::Day | LengthUnit::Weekend => OFFSET_DAYS.usual,
                _ => OFFSET_WEEKS.usual,
            } / DAY;
            Some(Stretch {
                first: shift_days(day, -days)?,
                end: shift_days(day, days + 1)?,
                ..from
            })
        }
        Hedge::Exact | Hedge::ShortlyAfter | Hedge::ShortlyBefore => Some(Stretch::day(day)),
    }
}

/// A day moved by years, months and days, one after the other: `5 years 1 month 12 days`.
fn moved_by_each(day: NaiveDate, length: i64, is_back: bool) -> Option<NaiveDate> {
    let mut rest = length;
    let mut day = day;
    for unit in [LengthUnit::Year, LengthUnit::Month, LengthUnit::Day] {
        let whole = rest - rest % unit_length(unit);
        rest -= whole;
        let part = Duration {
            least: whole,
            most: whole,
            unit,
            count: Count::Number,
        };
        day = moved(day, part, is_back)?;
    }
    Some(day)
}

/// A day moved by a length: months and years by the calendar, the rest by days.
pub fn moved(day: NaiveDate, length: Duration, is_back: bool) -> Option<NaiveDate> {
    if length.count == Count::Composed {
        return moved_by_each(day, length.least, is_back);
    }
    let months = match length.unit {
        LengthUnit::Month => length.least / unit_length(LengthUnit::Month),
        LengthUnit::Quarter => 3 * (length.least / unit_length(LengthUnit::Quarter)),
        LengthUnit::Year => 12 * (length.least / unit_length(LengthUnit::Year)),
        LengthUnit::Decade => 120 * (length.least / unit_length(LengthUnit::Decade)),
        LengthUnit::Century => 1_200 * (length.least / unit_length(LengthUnit::Century)),
        _ => 0,
    };
    if months == 0 {
        let days = length.least / DAY;
        return shift_days(day, if is_back { -days } else { days });
    }
    let months = Months::new(u32::try_from(months).ok()?);
    if is_back {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}
