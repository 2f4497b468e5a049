//! Pieces of a stretch: its nth unit, its first or last units, its beginning, middle and end.

use super::{Stretch, days_on, step, unit_around};
use crate::find::{Count, Degree, Duration, Hedge, Steps, unit_length};
use crate::lexicon::time::LengthUnit;
use chrono::{Datelike, Months, NaiveDate};

/// The nth unit of a stretch; a week belongs to where its Thursday lies (ISO 8601).
pub(super) fn nth(whole: Stretch, n: i8, unit: LengthUnit) -> Option<Stretch> {
    let last = days_on(whole.end, -1);
    let middle = |stretch: &Stretch| match unit {
        LengthUnit::Week => days_on(stretch.first, 3),
        _ => stretch.first,
    };
    let (edge, step) = if 0 < n { (whole.first, 1) } else { (last, -1) };
    let start = (-1..=1)
        .filter_map(|shift| unit_around(edge, unit, shift * step))
        .find(|stretch| (whole.first..whole.end).contains(&middle(stretch)))?;
    let found = unit_around(start.first, unit, i32::from(n) - i32::from(n.signum()))?;
    (whole.first..whole.end)
        .contains(&middle(&found))
        .then_some(found)
}

/// The first or the last n units of a stretch.
pub(super) fn several(whole: Stretch, n: i8, unit: LengthUnit) -> Option<Stretch> {
    let steps = |is_back| Steps {
        length: Duration {
            least: i64::from(n.unsigned_abs()) * unit_length(unit),
            most: i64::from(n.unsigned_abs()) * unit_length(unit),
            unit,
            count: Count::Number,
        },
        is_back,
        hedge: Hedge::Exact,
    };
    let at = |first| Stretch { first, ..whole };
    if 0 < n {
        let end = step(at(whole.first), steps(false))?.first;
        Some(Stretch {
            end: end.min(whole.end),
            unit,
            ..whole
        })
    } else {
        let first = step(at(whole.end), steps(true))?.first;
        Some(Stretch {
            first: first.max(whole.first),
            unit,
            ..whole
        })
    }
}

/// The weekend beside a holiday, from it or to it: `Labor Day weekend` ends with its Monday,
/// `Thanksgiving weekend` begins with its Thursday.
pub(super) fn weekend_beside(day: NaiveDate) -> Stretch {
    let weekday = i64::from(day.weekday().num_days_from_monday());
    let saturday = days_on(
        day,
        if weekday < 3 {
            -2 - weekday
        } else {
            5 - weekday
        },
    );
    Stretch {
        first: day.min(saturday),
        end: days_on(day.max(days_on(saturday, 1)), 1),
        unit: LengthUnit::Weekend,
        code: None,
    }
}

/// The beginning, the middle or the end of a stretch: about a third of it.
pub(super) fn edge(whole: Stretch, degree: Degree) -> Stretch {
    let days = (whole.end - whole.first).num_days();
    let months = |first: u32, last: u32| {
        let at = |months| {
            whole
                .first
                .checked_add_months(Months::new(months))
                .unwrap_or(whole.end)
        };
        Stretch {
            first: at(first),
            end: at(last).min(whole.end),
            ..whole
        }
    };
    match (whole.unit, degree) {
        (LengthUnit::Year, Degree::Early) => months(0, 3),
        (LengthUnit::Year, Degree::Mid) => months(4, 8),
        (LengthUnit::Year, Degree::Late) => months(8, 12),
        (LengthUnit::Decade, Degree::Early) => months(0, 48),
        (LengthUnit::Decade, Degree::Mid) => months(36, 84),
        (LengthUnit::Decade, Degree::Late) => months(72, 120),
        (_, degree) => {
            let third = match whole.unit {
                LengthUnit::Month => 10,
                LengthUnit::Week => 3,
                _ => (days / 3).max(1),
            };
            let (from, to) = match degree {
                Degree::Early => (0, third),
                Degree::Mid => (third, 2 * third),
                Degree::Late if whole.unit == LengthUnit::Month => (20, days),
                Degree::Late => (days - third, days),
            };
            Stretch {
                first: days_on(whole.first, from),
                end: days_on(whole.first, to.min(days)),
                ..whole
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_of_a_month_is_where_its_thursday_lies() {
        let july = unit_around("2016-07-04".parse().unwrap(), LengthUnit::Month, 0).unwrap();
        let last = nth(july, -1, LengthUnit::Week).unwrap();
        assert_eq!(last.first.to_string(), "2016-07-25");
        let first = nth(july, 1, LengthUnit::Week).unwrap();
        assert_eq!(first.first.to_string(), "2016-07-04");
    }
}
