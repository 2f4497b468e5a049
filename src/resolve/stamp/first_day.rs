//! The day of a transcript that does not write one: as the user states, or as the file's name does; and
//! that of a heading without a year.

use crate::find::{self, Day, Expression, Point};
use crate::read::Source;
use crate::resolve::anchor::Anchor;
use crate::resolve::{Published, Setting};
use crate::span::Span;
use crate::time::Zone;
use chrono::NaiveDate;

/// The day of the first bare stamp, where no heading says it: as the user states, or as the file's
/// name does.
pub(super) fn first_day(source: &Source, setting: &Setting) -> Option<NaiveDate> {
    match setting.published {
        Some(Published::Day(day)) => Some(day),
        Some(Published::Civil(time)) => Some(time.date()),
        Some(Published::Absolute(instant, _)) => {
            Some(setting.zone.unwrap_or(Zone::Floating).civil(instant).date())
        }
        None => day_in_name(source.path.rsplit('/').next().unwrap_or_default()),
    }
}

/// The day of a line that is a day without a year and nothing else, `Thursday, April 4`: the last on or
/// before the one that is stated.
pub(super) fn heading(source: &Source, line: Span, setting: &Setting) -> Option<NaiveDate> {
    let mentions = find::times(&source.text, line);
    let [mention] = &mentions[..] else {
        return None;
    };
    let Expression::Point(Point { when, .. }) = mention.expression else {
        return None;
    };
    let is_bare = |from: u32, to: u32| {
        !source.text[from as usize..to as usize].contains(char::is_alphanumeric)
    };
    let is_alone = is_bare(line.start, mention.span.start) && is_bare(mention.span.end, line.end);
    let is_day = when.clock.is_none()
        && when.part.is_none()
        && matches!(when.day, Some(Day::Date { .. } | Day::Weekday(..)));
    let anchor = Anchor {
        today: first_day(source, setting),
        ..Anchor::default()
    };
    let found = anchor.day_of(&when).filter(|_| is_alone && is_day)?;
    Some(found.day)
}

/// `2025-05-03`, `20250503` in a file's name.
fn day_in_name(name: &str) -> Option<NaiveDate> {
    let digits = |from: usize, to: usize| {
        name.get(from..to)
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let free = |from: usize, to: usize| {
        let is_digit = |at: Option<usize>| {
            at.and_then(|at| name.as_bytes().get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        !is_digit(from.checked_sub(1)) && !is_digit(Some(to))
    };
    (0..name.len()).find_map(|at| {
        let plain = || {
            free(at, at + 8).then_some(())?;
            Some((
                digits(at, at + 4)?,
                digits(at + 4, at + 6)?,
                digits(at + 6, at + 8)?,
            ))
        };
        let dashed = || {
            let mark = |at: usize| matches!(name.as_bytes().get(at), Some(b'-' | b'_' | b'.'));
            (mark(at + 4) && mark(at + 7) && free(at, at + 10)).then_some(())?;
            Some((
                digits(at, at + 4)?,
                digits(at + 5, at + 7)?,
                digits(at + 8, at + 10)?,
            ))
        };
        let (year, month, day) = plain().or_else(dashed)?;
        (1900..2100).contains(&year).then_some(())?;
        NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_day() {
        let day = NaiveDate::from_ymd_opt(2025, 5, 3);
        assert_eq!(day_in_name("2025-05-03 north.txt"), day);
        assert_eq!(day_in_name("log_20250503_0700.txt"), day);
        assert_eq!(day_in_name("unit-202505031.txt"), None);
        assert_eq!(day_in_name("20251303.txt"), None);
    }
}
