//! The annotation of a point of time: its words, its value and its modifier.

use super::value::{part_of_day, time, value_of};
use super::{Timex, duration, without_article};
use crate::find::{Base, Count, Day, Degree, Duration, Hedge, Pick, Point, When, unit_length};
use crate::lexicon::time::LengthUnit;
use crate::resolve::anchor::Anchor;
use crate::resolve::calendar::Stretch;
use crate::span::Span;
use chrono::NaiveDate;

/// The annotation of a point.
pub(super) fn of_point(
    text: &str,
    point: &Point,
    anchor: &Anchor,
    day: Option<NaiveDate>,
) -> Option<Timex> {
    let when = point.when;
    if let Some(unit) = counted_unit(text, &when) {
        let length = Duration {
            least: unit_length(unit),
            most: unit_length(unit),
            unit,
            count: Count::Number,
        };
        return Some(duration(when.span, point.hedge, length));
    }
    let stretch = match when.day {
        Some(_) => anchor.stretch(&When {
            degree: None,
            pick: coarse(when.pick),
            ..when
        })?,
        None => Stretch::day(day.or(anchor.told)?),
    };
    let first = if when.day.is_none() || when.clock.is_some() {
        day.unwrap_or(stretch.first)
    } else {
        stretch.first
    };
    let (kind, value) = match (when.clock, when.part) {
        (Some(clock), part) => (
            "TIME",
            format!("{first}T{}", time(clock, part.map(|part| part.part))),
        ),
        (None, Some(part)) => (
            "TIME",
            format!("{}T{}", stretch.first, part_of_day(part.part)),
        ),
        (None, None) => ("DATE", value_of(when.day?, &stretch)),
    };
    let modifier = match (
        point.hedge,
        when.degree,
        when.pick,
        when.part.and_then(|part| part.degree),
    ) {
        (_, Some(Degree::Early), _, _)
        | (_, _, Some(Pick::Begin), _)
        | (_, _, _, Some(Degree::Early)) => Some("START"),
        (_, Some(Degree::Mid), _, _) | (_, _, _, Some(Degree::Mid)) => Some("MID"),
        (_, Some(Degree::Late), _, _)
        | (_, _, Some(Pick::End), _)
        | (_, _, _, Some(Degree::Late)) => Some("END"),
        (Hedge::About, ..) => Some("APPROX"),
        (Hedge::ShortlyAfter, ..) => Some("AFTER"),
        (Hedge::ShortlyBefore, ..) => Some("BEFORE"),
        _ => None,
    };
    // `the third-quarter loss`, `the year-ago results`
    let is_modifier = ["-quarter", "-ago", "-earlier"]
        .iter()
        .any(|tail| when.span.of(text).ends_with(tail));
    let span = if is_modifier {
        without_article(text, when.span)
    } else {
        when.span
    };
    Some(Timex {
        span,
        kind,
        value,
        modifier,
    })
}

/// `the first nine months of 1997`: a length, and the year that it lies in.
pub(super) fn in_two(
    text: &str,
    point: &Point,
    anchor: &Anchor,
    day: Option<NaiveDate>,
) -> Option<[Timex; 2]> {
    let Some(Pick::Several(count, unit)) = point.when.pick else {
        return None;
    };
    let Span { start, end } = point.when.span;
    let of = point.when.span.of(text).rfind(" of ")? as u32;
    let whole = Point {
        when: When {
            pick: None,
            span: Span {
                start: start + of + " of ".len() as u32,
                end,
            },
            ..point.when
        },
        ..*point
    };
    let length = i64::from(count.unsigned_abs()) * unit_length(unit);
    let length = Duration {
        least: length,
        most: length,
        unit,
        count: Count::Number,
    };
    let piece = Span {
        start,
        end: start + of,
    };
    Some([
        duration(piece, point.hedge, length),
        of_point(text, &whole, anchor, day)?,
    ])
}

/// `the year ended March 31`, `the past decade`: so long a time, and no piece of the calendar.
fn counted_unit(text: &str, when: &When) -> Option<LengthUnit> {
    let next = text[when.span.end as usize..].split_whitespace().next();
    let is_past = || when.span.of(text).to_ascii_lowercase().contains("past ");
    match (when.day?, when.pick) {
        (Day::Unit(LengthUnit::Year, 0, Base::Told), None)
            if matches!(next, Some("ended" | "ending")) =>
        {
            Some(LengthUnit::Year)
        }
        (Day::Unit(unit, -1, _), None) if LengthUnit::Decade <= unit && is_past() => Some(unit),
        _ => None,
    }
}

/// An edge is told by the modifier, and the value is that of the whole.
fn coarse(pick: Option<Pick>) -> Option<Pick> {
    pick.filter(|pick| {
        matches!(
            pick,
            Pick::Nth(..) | Pick::NthWeekday(..) | Pick::Several(..) | Pick::WeekOf | Pick::Weekend
        )
    })
}
