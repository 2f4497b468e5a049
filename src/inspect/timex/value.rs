//! TIMEX3 values of the calendar and of the clock: `1998-02`, `1998-Q3`, `198`, `T13:12`, `TMO`.

use crate::find::{Clock, Day};
use crate::lexicon::time::{LengthUnit, Part, Season};
use crate::resolve::calendar::Stretch;
use crate::resolve::civil;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write as _;

/// The value of a stretch of the calendar.
pub(super) fn value_of(day: Day, stretch: &Stretch) -> String {
    let first = stretch.first;
    match (day, stretch.unit) {
        (Day::Season(_, season, _), LengthUnit::Quarter) => {
            format!("{}-{}", first.year(), season_code(season))
        }
        (Day::Half(_, half), LengthUnit::Quarter) => format!("{}-H{half}", first.year()),
        _ => value_of_unit(first, stretch.unit),
    }
}

/// The value of the unit that a day lies in.
pub(super) fn value_of_unit(day: NaiveDate, unit: LengthUnit) -> String {
    let year = day.year();
    let week = day.iso_week();
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour | LengthUnit::Day => {
            day.to_string()
        }
        LengthUnit::Weekend => format!("{}-W{:02}-WE", week.year(), week.week()),
        LengthUnit::Week | LengthUnit::Fortnight => format!("{}-W{:02}", week.year(), week.week()),
        LengthUnit::Month => format!("{year:04}-{:02}", day.month()),
        LengthUnit::Quarter => format!("{year:04}-Q{}", day.month0() / 3 + 1),
        LengthUnit::Year => format!("{year:04}"),
        LengthUnit::Decade => format!("{:03}", year / 10),
        LengthUnit::Century => format!("{:02}", year / 100),
    }
}

/// The value of a season.
pub(super) fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

/// The value of a time of day; an open hour is of the half that its part of the day tells.
pub(super) fn time(clock: Clock, part: Option<Part>) -> String {
    let mut hour = civil::hour_of(clock.hour, clock.meridiem);
    let is_late =
        part.is_some_and(|part| matches!(part, Part::Afternoon | Part::Evening | Part::Night));
    if clock.meridiem.is_none() && !clock.military && hour < 12 && is_late {
        hour += 12;
    }
    let mut out = format!("{hour:02}:{:02}", clock.minute);
    if let Some(second) = clock.second {
        let _ = write!(out, ":{second:02}");
    }
    out
}

/// The value of a part of the day.
pub(super) fn part_of_day(part: Part) -> &'static str {
    match part {
        Part::Morning | Part::SmallHours | Part::Dawn | Part::Daybreak => "MO",
        Part::Afternoon => "AF",
        Part::Evening | Part::Sundown => "EV",
        Part::Night | Part::Overnight => "NI",
    }
}
