//! The two ends of a range of time.

use super::{NoDate, Reading, plain};
use crate::find::{Day, Hedge, When};
use crate::resolve::anchor::Anchor;
use crate::time::{Instant, Zone};
use chrono::{Datelike, NaiveDate};

/// The two ends of a range.
///
/// # Errors
///
/// No date to count from.
pub fn read_pair(
    first: &When,
    last: &When,
    anchor: &Anchor,
    zone: Zone,
    after: Option<Instant>,
) -> Result<(Reading, Reading), NoDate> {
    let read = |when: &When, told: Option<NaiveDate>| {
        let anchor = Anchor {
            told: told.or(anchor.told),
            ..*anchor
        };
        plain(when, Hedge::Exact, &anchor, zone, after)
    };
    let runs_back = |first: &Reading, last: &Reading| last.usual.earliest < first.usual.earliest;
    if let Some(pair) = yearless_pair(first, last, &read, zone) {
        return Ok(pair);
    }
    if first.day.is_none() && last.day.is_some() {
        // `between 11:30 p.m. and 1 a.m. Sunday` begins on Saturday
        let second = read(last, None)?;
        let same_day = read(first, second.day)?;
        let eve = second.day.and_then(|day| day.pred_opt());
        let lead = if runs_back(&same_day, &second) {
            read(first, eve)?
        } else {
            same_day
        };
        return Ok((lead, second));
    }
    let lead = read(first, None)?;
    let same_day = read(last, lead.day)?;
    // `from 11:30 p.m. Saturday to 2 a.m.` ends on Sunday
    let second = if last.day.is_none() && runs_back(&lead, &same_day) {
        read(last, lead.day.and_then(|day| day.succ_opt()))?
    } else {
        same_day
    };
    // `from Friday to Wednesday`, read on a Saturday: the Friday of the week before
    if runs_back(&lead, &second)
        && let (Some(Day::Weekday(..)), Some(Day::Weekday(..)), Some(day)) =
            (first.day, last.day, lead.day)
    {
        let week_before = When {
            day: Some(Day::FromTold(-7)),
            ..*first
        };
        return Ok((read(&week_before, Some(day))?, second));
    }
    Ok((lead, second))
}

/// `from Nov. 10 to March 3`: the second as its clause has it, and the first before it.
fn yearless_pair(
    first: &When,
    last: &When,
    read: &impl Fn(&When, Option<NaiveDate>) -> Result<Reading, NoDate>,
    zone: Zone,
) -> Option<(Reading, Reading)> {
    in_year(first, 0)?;
    in_year(last, 0)?;
    let second = read(last, None).ok()?;
    let year = zone.civil(second.usual.earliest?).year();
    let lead = [year, year - 1].into_iter().find_map(|year| {
        let lead = read(&in_year(first, year)?, None).ok()?;
        (lead.usual.earliest <= second.usual.earliest).then_some(lead)
    })?;
    Some((lead, second))
}

/// A time whose day or month has no year, in one.
fn in_year(when: &When, year: i32) -> Option<When> {
    Some(When {
        day: Some(when.day?.in_year(year)?),
        ..*when
    })
}
