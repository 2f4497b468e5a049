//! The two ends of a range: what one lacks is taken from the other, or from what stands behind both.

use super::calendar::shifted_unit;
use super::clock::hours;
use super::day_part::part;
use super::figures::{bare_hour, dotted, four_digits};
use super::month::year_behind;
use super::number::{ordinal, short_digits, year_digits};
use super::phrase::{In, Out, any_word, miss, span_of, word};
use super::point::{pieces, when};
use super::spoken::spoken;
use super::token::Kind;
use super::weekday::deictic;
use super::{Clock, Day, When};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::read::transcript::Meridiem::{Am, Pm};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

/// One end as written.
#[derive(Clone, Copy)]
pub enum End {
    When(When),
    Military(When),
    Hour(When),
    /// `9.30`: a number, unless the other end is a clock with its half of the day.
    Dotted(When),
    Day(u8, When),
}

pub fn end(input: In) -> Out<End> {
    let bare = |rest, clock| When {
        clock: Some(clock),
        span: span_of(input, rest),
        ..When::default()
    };
    let number = || {
        verify(alt((ordinal, short_digits.map(|day| day as u8))), |day| {
            (1..=31).contains(day)
        })
    };
    let the_day = |input| -> Out<u8> {
        (opt(word(W::The)), number())
            .map(|(_, day)| day)
            .parse(input)
    };
    let full = when(input);
    if let Ok((rest, found)) = &full {
        let is_year = found.day.is_some_and(|day| matches!(day, Day::Year(_)));
        if !(is_year && found.clock.is_none() && four_digits(input).is_ok() && hours(rest).is_ok())
        {
            return Ok((rest, End::When(*found)));
        }
    }
    if let Ok((rest, clock)) = four_digits(input)
        && year_digits(input).is_err()
    {
        let (rest, said) = opt(hours).parse(rest)?;
        let counts = rest
            .first()
            .is_some_and(|next| next.spaced && matches!(next.kind, Kind::Other | Kind::Measure));
        if said.is_none() && counts && clock.hour > 9 {
            return miss(input);
        }
        return Ok((rest, End::Military(bare(rest, clock))));
    }
    if let Ok((rest, clock)) = dotted(input) {
        return Ok((rest, End::Dotted(bare(rest, clock))));
    }
    if let Ok((rest, ())) = word(W::Now).parse(input) {
        let today = When {
            day: Some(Day::FromToday(0)),
            span: span_of(input, rest),
            ..When::default()
        };
        return Ok((rest, End::When(today)));
    }
    if let Ok((rest, clock)) = alt((spoken, bare_hour)).parse(input) {
        let (rest, day) = match the_day(input) {
            Ok((after, day)) if after.len() == rest.len() => (rest, Some(day)),
            _ => (rest, None),
        };
        return Ok((
            rest,
            match day {
                Some(day) => End::Day(day, bare(rest, clock)),
                None => End::Hour(bare(rest, clock)),
            },
        ));
    }
    let (rest, day) = the_day(input)?;
    Ok((
        rest,
        End::Day(
            day,
            When {
                span: span_of(input, rest),
                ..When::default()
            },
        ),
    ))
}

impl End {
    /// A clock without a day, however it was written.
    fn bare_clock(self) -> Option<When> {
        match self {
            End::When(when) | End::Hour(when) | End::Day(_, when) => {
                (when.clock.is_some() && when.day.is_none()).then_some(when)
            }
            End::Military(_) | End::Dotted(_) => None,
        }
    }
}

/// Both ends in full, or nothing where they do not make a range.
fn paired(first: End, last: End) -> Option<(When, When)> {
    match (first, last) {
        (End::When(first), End::When(last)) => same_kind(first, last),
        (End::Military(first), End::Military(last)) => Some((first, last)),
        (End::Hour(first), End::Hour(last)) => {
            let spoken = [first, last]
                .iter()
                .all(|end| end.clock.is_some_and(|clock| clock.has_minute));
            if spoken { clocks(first, last) } else { None }
        }
        (End::Military(first), End::When(last)) => last
            .clock
            .filter(|clock| clock.military)
            .map(|_| (first, last)),
        (End::Hour(first), End::When(last)) | (End::When(first), End::Hour(last)) => {
            clocks(first, last)
        }
        (End::Dotted(first), End::When(last)) => last
            .clock
            .filter(|clock| clock.meridiem.is_some())
            .and_then(|_| clocks(first, last)),
        (End::Day(day, hour), End::When(last)) => match beside(last, day, hour) {
            Some(first) => Some((first, last)),
            None => clocks(hour, last),
        },
        (End::When(first), End::Day(day, hour)) => match beside(first, day, hour) {
            Some(last) if starts_before(first, day) => Some((first, last)),
            _ => clocks(first, hour),
        },
        _ => None,
    }
}

/// A day of the month or of the frame of another: `13` of `13 to 15 July`, `4` of `4 till 23 of this
/// month`.
fn beside(other: When, number: u8, own: When) -> Option<When> {
    let day = match other.day? {
        Day::Date {
            year,
            month,
            weekday: None,
            ..
        } if other.clock.is_none() => Day::Date {
            year,
            month,
            day: number,
            weekday: None,
        },
        Day::OfMonth(..) if other.frame.is_some() => Day::OfMonth(number, None),
        _ => return None,
    };
    Some(When {
        day: Some(day),
        frame: other.frame,
        clock: None,
        ..own
    })
}

/// Whether a day lies before another of the same month.
fn starts_before(first: When, number: u8) -> bool {
    matches!(first.day, Some(Day::Date { day, .. } | Day::OfMonth(day, _)) if day < number)
}

/// Two clock times: the half of the day and the zone of one are those of the other.
fn clocks(mut first: When, mut last: When) -> Option<(When, When)> {
    let (a, b) = (first.clock.as_mut()?, last.clock.as_mut()?);
    if a.meridiem.is_none() && !a.military && b.meridiem.is_some() {
        lend_meridiem(a, *b);
    } else if b.meridiem.is_none() && !b.military && a.meridiem.is_some() {
        lend_later_meridiem(b, *a);
    }
    if first.part.is_none() && first.day.is_none() {
        first.part = last.part;
    }
    first.zone = first.zone.or(last.zone);
    last.zone = last.zone.or(first.zone);
    Some((first, last))
}

fn same_kind(first: When, last: When) -> Option<(When, When)> {
    if first.clock.is_some() && last.clock.is_some() {
        return clocks(first, last);
    }
    let (mut first, mut last) = (first, last);
    // `May to December, 2022`, `10 August 2013 - 12 September`: the year is of both
    if let (Some(a), Some(b)) = (first.day, last.day) {
        let turns = i32::from(a.month().zip(b.month()).is_some_and(|(a, b)| b < a));
        let lent = b.year().and_then(|year| a.in_year(year - turns));
        let kept = a.year().and_then(|year| b.in_year(year + turns));
        first.day = lent.or(first.day);
        last.day = kept.or(last.day);
    }
    Some((first, last))
}

/// `11 and 1:30 p.m.` crosses noon; every other pair shares its half of the day.
fn lend_meridiem(first: &mut Clock, last: Clock) {
    let order = |clock: &Clock| (clock.hour % 12, clock.minute);
    first.meridiem = match last.meridiem {
        Some(half) if order(first) <= order(&last) => Some(half),
        Some(Pm) => Some(Am),
        Some(Am) => Some(Pm),
        None => None,
    };
}

/// `1pm-3`, `11 a.m. to 2`: the next such hour.
fn lend_later_meridiem(last: &mut Clock, first: Clock) {
    let order = |clock: &Clock| (clock.hour % 12, clock.minute);
    last.meridiem = match first.meridiem {
        Some(half) if order(&first) < order(last) => Some(half),
        Some(Pm) => Some(Am),
        Some(Am) => Some(Pm),
        None => None,
    };
}

/// `5 to 6 on Jan. 1`, `10 to 11 at night`, `4 to 23 of this month`: what both ends lack stands behind
/// them.
fn by_what_follows(rest: In<'_>, first: End, last: End) -> Out<'_, (When, When)> {
    if let (End::Day(from, a), End::Day(to, b)) = (first, last)
        && let Ok((after, frame)) =
            preceded(opt(any_word(&[W::Of, W::In])), shifted_unit).parse(rest)
    {
        let at = |day, when: When| When {
            day: Some(Day::OfMonth(day, None)),
            frame: Some(frame),
            clock: None,
            ..when
        };
        let is_month = matches!(frame, Day::Unit(LengthUnit::Month, ..));
        return if is_month {
            Ok((after, (at(from, a), at(to, b))))
        } else {
            miss(rest)
        };
    }
    let (Some(a), Some(b)) = (first.bare_clock(), last.bare_clock()) else {
        return miss(rest);
    };
    let (after, shared) = alt((clear_part, day_behind)).parse(rest)?;
    let at = |when: When| When {
        clock: when.clock,
        span: when.span,
        ..shared
    };
    match clocks(at(a), at(b)) {
        Some(pair) => Ok((after, pair)),
        None => miss(rest),
    }
}

/// `on Jan. 1`, `Thursday`
fn day_behind(input: In) -> Out<When> {
    let on = preceded(opt(word(W::On)), |input| pieces(input, true));
    verify(on, |(when, _)| {
        when.clock.is_none() && when.is_daily() && when.day.is_some()
    })
    .map(|(when, _)| when)
    .parse(input)
}

/// `in the morning`, `at night`
fn clear_part(input: In) -> Out<When> {
    let lead = alt((
        value((), (word(W::In), word(W::The))),
        value((), word(W::At)),
    ));
    let (rest, part) = preceded(lead, part).parse(input)?;
    let part = Some(part);
    let when = When {
        part,
        ..When::default()
    };
    if when.is_bare_part() {
        Ok((rest, when))
    } else {
        miss(input)
    }
}

/// The second end, and both with what each takes from the other.
pub fn second(input: In<'_>, first: End) -> Out<'_, (When, When)> {
    let (rest, last) = end(input)?;
    if let Ok(found) = by_what_follows(rest, first, last) {
        return Ok(found);
    }
    let Some((mut first, second)) = paired(first, last) else {
        return miss(input);
    };
    // `from 2 p.m. till tomorrow 4 p.m.` begins today, `from 2 to 4 p.m. tomorrow` does not
    if first.day.is_none() && deictic(input).is_ok() {
        first.day = Some(Day::FromToday(0));
    }
    // `August 10 - 22, 2012`, `5/1-5/7, 2020`
    let days = [first.day, second.day];
    let in_figures = days
        .iter()
        .all(|day| matches!(day, Some(Day::Slashed { year: None, .. })));
    if (in_figures || matches!(last, End::Day(..)))
        && let Ok((after, year)) = year_behind(rest)
    {
        let dated = |when: When| When {
            day: when.day.map(|day| day.in_year(year).unwrap_or(day)),
            ..when
        };
        return Ok((after, (dated(first), dated(second))));
    }
    Ok((rest, (first, second)))
}
