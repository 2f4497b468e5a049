//! Points and ranges on the calendar: pieces of clock, day and part of day in the order in which
//! English strings them (`about 4:40 p.m. Feb. 22`, `Thursday at around 1:30 p.m.`).
//!
//! ```abnf
//! point   = [bound] [hedge] when [suffix]
//! when    = piece *(join piece)           ; each kind of piece once
//! piece   = clock [zone] / part-deictic / [degree] day / part
//! join    = gap / "," gap / gap ("on" / "at" / "of" / "in" / "in the" / "on the") gap
//! between = "between" gap when gap "and" gap when
//! from-to = "from" gap when gap ("to" / "until" / "through") gap when / clock dash clock
//! ```

use super::clock::{bare_hour, clock, dotted, four_digits, hours, zone};
use super::date::{day, weekday};
use super::day_part::{degree, deictic, part};
use super::word::{any_of, comma_gap, dash_or_to, gap, letters, miss, words};
use super::{Bound, Clock, Expression, Hedge, Point, When, hedge};
use crate::lexicon::beside::MEASURES;
use crate::lexicon::has;
use crate::lexicon::time::Part;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// `by about 2 a.m. Friday`
pub fn point(input: &str) -> IResult<&str, Point> {
    let (rest, bound) = opt(hedge::bound).parse(input)?;
    let (rest, hedged) = opt(hedge::of_point).parse(rest)?;
    let (rest, (when, inner)) = pieces(rest)?;
    let (rest, behind) = opt(hedge::suffix).parse(rest)?;
    let bounded = bound.is_some() || words("at").parse(input).is_ok();
    let mut when = when;
    // `at dawn` is the break of day; what ends with it (`before dawn`) is the night before it
    if let Some(part) = when.part.as_mut()
        && part.part == Part::Dawn
        && bound != Some(Bound::Before)
    {
        part.part = Part::Daybreak;
    }
    let point = Point {
        bound: bound.unwrap_or_default(),
        hedge: hedged.or(inner).or(behind).unwrap_or_default(),
        when,
    };
    if is_point(&point, bounded) {
        Ok((rest, point))
    } else {
        Err(miss(input))
    }
}

/// A part of the day alone is a time only where its name says which (`overnight`) or a bound stands
/// before it (`before dawn`, `at dusk`).
fn is_point(point: &Point, bounded: bool) -> bool {
    let When {
        clock,
        day,
        part,
        degree,
        ..
    } = point.when;
    match (clock, day, part) {
        (None, None, Some(part)) => match part.part {
            Part::Overnight | Part::SmallHours => true,
            Part::Dawn | Part::Daybreak | Part::Sundown => bounded && !point.when.possessive,
            _ => false,
        },
        (None, None, None) => false,
        _ => degree.is_none() || day.is_some() || part.is_some(),
    }
}

/// One piece, merged into what stands.
fn piece<'a>(input: &'a str, when: &When) -> IResult<&'a str, When> {
    let mut next = *when;
    if when.clock.is_none()
        && let Ok((rest, clock)) = clock(input)
    {
        next.clock = Some(clock);
        let (rest, zone) = opt(preceded(gap, zone_in_brackets)).parse(rest)?;
        next.zone = zone;
        return Ok((rest, next));
    }
    if when.day.is_none()
        && when.part.is_none()
        && let Ok((rest, (day, part))) = deictic(input)
    {
        (next.day, next.part) = (Some(day), Some(part));
        return Ok((rest, next));
    }
    if when.day.is_none()
        && let Ok((rest, (degree, day))) = (opt(degree), day).parse(input)
    {
        next.day = Some(day);
        next.degree = when.degree.or(degree);
        return Ok((rest, next));
    }
    if when.part.is_none()
        && let Ok((rest, part)) = part(input)
    {
        next.part = Some(part);
        return Ok((rest, next));
    }
    Err(miss(input))
}

fn zone_in_brackets(input: &str) -> IResult<&str, super::ZoneWord> {
    alt((delimited(char('('), zone, char(')')), zone)).parse(input)
}

fn join(input: &str) -> IResult<&str, ()> {
    let linked = (
        alt((comma_gap, gap)),
        any_of(&[
            ("on the", ()),
            ("in the", ()),
            ("of the", ()),
            ("on", ()),
            ("at", ()),
            ("of", ()),
            ("in", ()),
        ]),
        gap,
    );
    alt((value((), linked), value((), comma_gap), value((), gap))).parse(input)
}

/// All pieces, with a hedge that stands between them.
fn pieces(input: &str) -> IResult<&str, (When, Option<Hedge>)> {
    let at = opt(terminated(words("at"), gap));
    // `at 1111 N. Elsea Smith Road` is a place: only a day or a zone may follow in capitals
    let capital_follows = (
        not(preceded(gap, alt((value((), day), value((), zone))))),
        gap,
        super::word::capital,
    );
    let counted = (
        gap,
        alt((
            words("block"),
            value((), verify(letters, |word: &str| has(MEASURES, word))),
        )),
    );
    let four = alt((
        terminated(four_digits, hours),
        terminated(
            alt((dotted, four_digits)),
            (not(capital_follows), not(counted), not(one_of("-%°"))),
        ),
    ));
    let military_at = preceded((words("at"), gap), four);
    // `at 9 this morning`: what follows says that a time is meant
    let hour_at = preceded((words("at"), gap), terminated(bare_hour, peek(of_part)));
    let alone = |clock| When {
        clock: Some(clock),
        ..When::default()
    };
    let first = alt((
        (military_at, opt(preceded(gap, zone))).map(|(clock, zone)| When {
            zone,
            ..alone(clock)
        }),
        hour_at.map(alone),
        preceded(at, |input| piece(input, &When::default())),
    ));
    let (mut rest, mut when) = { first }.parse(input)?;
    let mut inner = None;
    loop {
        if let Ok((after, hedged)) = preceded(join, hedge::of_point).parse(rest)
            && when.clock.is_none()
            && let Ok((after, next)) = piece(after, &when)
            && next.clock.is_some()
        {
            (rest, when, inner) = (after, next, Some(hedged));
            continue;
        }
        let so_far = when;
        match preceded(join, |input| piece(input, &so_far)).parse(rest) {
            Ok((after, next)) => (rest, when) = (after, next),
            Err(_) => break,
        }
    }
    // `late Thursday night`: the degree belongs to the part
    if let (Some(degree), Some(part)) = (when.degree, when.part.as_mut()) {
        part.degree = part.degree.or(Some(degree));
        when.degree = None;
    }
    if (when.day.is_some() || when.part.is_some())
        && let Ok((after, ())) = possessive(rest)
    {
        when.possessive = true;
        rest = after;
    }
    Ok((rest, (when, inner)))
}

/// ` this morning`, ` in the afternoon`, ` last night`, ` Sunday evening`
fn of_part(input: &str) -> IResult<&str, ()> {
    let shared = (
        opt(alt(((words("in the"), gap), (words("on"), gap)))),
        opt((weekday, gap)),
        verify(part, |part| {
            matches!(
                part.part,
                Part::Morning | Part::Afternoon | Part::Evening | Part::Night
            )
        }),
    );
    let at_night = value((), words("at night"));
    preceded(gap, alt((value((), deictic), value((), shared), at_night))).parse(input)
}

fn possessive(input: &str) -> IResult<&str, ()> {
    let mark = (
        alt((tag("'s"), tag("’s"))),
        not(satisfy(char::is_alphabetic)),
    );
    value((), mark).parse(input)
}

fn when(input: &str) -> IResult<&str, When> {
    let (rest, _) = opt(hedge::of_point).parse(input)?;
    pieces(rest).map(|(rest, (when, _))| (rest, when))
}

/// A `when`, or an hour alone that takes its meridiem from the other end.
fn loose_when(input: &str) -> IResult<&str, When> {
    alt((
        when,
        bare_hour.map(|clock| When {
            clock: Some(clock),
            ..When::default()
        }),
    ))
    .parse(input)
}

/// `between 1 and 1:30 p.m.`, `between 12.31am and 12.52am on the sixth september`
pub fn between(input: &str) -> IResult<&str, Expression> {
    let start = (alt((words("sometime between"), words("between"))), gap);
    let and = (gap, words("and"), gap);
    let ends = alt((
        (four_digits, and, terminated(four_digits, hours))
            .map(|(first, _, last)| (military(first), military(last))),
        (loose_when, (gap, words("and"), gap), when).map(|(first, _, last)| (first, last)),
    ));
    let (rest, (_, (first, last))) = (start, ends).parse(input)?;
    pair(input, first, last).map(|(first, last)| (rest, Expression::Between(first, last)))
}

/// `from 9:30 p.m. Thursday to 2 a.m. Friday`, `9:30 to 11 p.m.`, `9:30-11 p.m.`
pub fn from_to(input: &str) -> IResult<&str, Expression> {
    let of_hours = (four_digits, dash_or_until, terminated(four_digits, hours))
        .map(|(first, (), last)| (military(first), military(last)));
    let ends = alt((
        of_hours,
        (loose_when, dash_or_until, when).map(|(first, (), last)| (first, last)),
    ));
    let (rest, (_, (first, last))) = (opt((words("from"), gap)), ends).parse(input)?;
    if first.clock.is_none() && first.part.is_none() && last.clock.is_some() {
        return Err(miss(input));
    }
    pair(input, first, last).map(|(first, last)| (rest, Expression::FromTo(first, last)))
}

/// ` to `, ` until `, `-`
fn dash_or_until(input: &str) -> IResult<&str, ()> {
    let word = any_of(&[("to", ()), ("until", ()), ("till", ()), ("through", ())]);
    alt((value((), (gap, word, gap)), value((), dash_or_to))).parse(input)
}

fn military(clock: Clock) -> When {
    When {
        clock: Some(clock),
        ..When::default()
    }
}

/// The two ends of a range: a meridiem or a zone that one leaves out is the other's.
fn pair(
    input: &str,
    mut first: When,
    mut last: When,
) -> Result<(When, When), nom::Err<nom::error::Error<&str>>> {
    if first.clock.is_some() != last.clock.is_some() || first.possessive || last.possessive {
        return Err(miss(input));
    }
    if let (Some(a), Some(b)) = (first.clock.as_mut(), last.clock.as_mut()) {
        if a.meridiem.is_none() && !a.military && b.meridiem.is_some() {
            borrow_meridiem(a, *b);
        }
        first.zone = first.zone.or(last.zone);
        last.zone = last.zone.or(first.zone);
    }
    Ok((first, last))
}

/// `11 and 1:30 p.m.` crosses noon; every other pair shares its half of the day.
fn borrow_meridiem(first: &mut Clock, last: Clock) {
    use crate::read::transcript::Meridiem::{Am, Pm};
    let order = |clock: &Clock| (clock.hour % 12, clock.minute);
    first.meridiem = match last.meridiem {
        Some(half) if order(first) <= order(&last) => Some(half),
        Some(Pm) => Some(Am),
        Some(Am) => Some(Pm),
        None => None,
    };
}
