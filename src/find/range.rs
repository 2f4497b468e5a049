//! Ranges: `between 1 and 1:30 p.m.`, `from 9:30 p.m. Thursday to 2 a.m. Friday`, `July 13-15`.
//!
//! ```abnf
//! between = ["sometime"] "between" gap end gap "and" gap end
//! from-to = "from" gap end gap ("to" / "until" / "through" / dash) gap end / end dash end
//! end     = when / hour / day-number           ; what is missing is taken from the other end
//! ```

use super::clock::named;
use super::ends::{end, second};
use super::number::{digits, integer};
use super::phrase::{In, Out, Phrases, any_of, dash, ends_word, mark, miss, reach, span_of, word};
use super::spoken::past;
use super::token::Kind;
use super::{Clock, Day, Expression, When};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `2014-2018`, `1998 to 2001`
fn years(input: In) -> Out<(When, When)> {
    let year = |input| -> Out<When> {
        let (rest, (year, count)) = digits(input)?;
        let day = Some(Day::Year(year.cast_signed()));
        let when = When {
            day,
            span: span_of(input, rest),
            ..When::default()
        };
        if count == 4 && (1700..2100).contains(&year) {
            Ok((rest, when))
        } else {
            miss(input)
        }
    };
    if let Ok(found) = season_years(input) {
        return Ok(found);
    }
    let (rest, (first, (), last)) = (year, until, year).parse(input)?;
    let goes_on = !ends_word(rest)
        || rest
            .first()
            .is_some_and(|next| matches!(next.kind, Kind::Mark('-' | '–')) && !next.spaced);
    let (Some(Day::Year(a)), Some(Day::Year(b))) = (first.day, last.day) else {
        return miss(input);
    };
    if a < b && !goes_on {
        Ok((rest, (first, last)))
    } else {
        miss(input)
    }
}

/// `2015-16`: a season or a school year; `2015-11` is a month.
fn season_years(input: In) -> Out<(When, When)> {
    let (rest, ((year, count), (), (short, two))) = (digits, dash, digits).parse(input)?;
    let is_next = count == 4 && two == 2 && 12 < short && (year + 1) % 100 == short;
    let is_tight = input[1..].iter().take(2).all(|token| !token.spaced);
    let goes_on = rest
        .first()
        .is_some_and(|next| matches!(next.kind, Kind::Mark('-' | '–' | '/')) && !next.spaced);
    if !(is_next && is_tight && (1700..2100).contains(&year)) || goes_on || !ends_word(rest) {
        return miss(input);
    }
    let at = |token: In, year: u32| When {
        day: Some(Day::Year(year.cast_signed())),
        span: span_of(token, &token[1..]),
        ..When::default()
    };
    Ok((rest, (at(input, year), at(&input[2..], year + 1))))
}

/// Either kind of range.
pub fn range(input: In) -> Out<Expression> {
    match input.first().map(|token| token.kind) {
        Some(Kind::Word(W::Between | W::Sometime)) => between(input),
        Some(Kind::Word(W::From)) => from(input),
        _ => open(input),
    }
}

/// `between 1 and 1:30 p.m.`
fn between(input: In) -> Out<Expression> {
    let start = (opt(word(W::Sometime)), word(W::Between));
    let (rest, _) = { start }.parse(input)?;
    if let Ok((rest, (first, last))) = years(rest) {
        return Ok((rest, Expression::Between(first, last)));
    }
    let and = || alt((word(W::And), word(W::To), dash));
    let (rest, (first, last)) = ends(rest, and())?;
    Ok((rest, Expression::Between(first, last)))
}

fn until(input: In) -> Out<()> {
    const UNTIL: &Phrases<()> = &Phrases::new(&[
        (&[W::Up, W::To], ()),
        (&[W::To], ()),
        (&[W::Until], ()),
        (&[W::Untill], ()),
        (&[W::Till], ()),
        (&[W::Til], ()),
        (&[W::Through], ()),
        (&[W::Thru], ()),
        (&[W::Into], ()),
    ]);
    alt((any_of(UNTIL), dash, mark('~'))).parse(input)
}

/// `from 9:30 p.m. Thursday to 2 a.m. Friday`
fn from(input: In) -> Out<Expression> {
    let (rest, ()) = word(W::From).parse(input)?;
    if let Ok((rest, (first, last))) = years(rest) {
        return Ok((rest, Expression::FromTo(first, last)));
    }
    let (rest, (first, last)) = ends(rest, until)?;
    Ok((rest, Expression::FromTo(first, last)))
}

/// Whether what was read ends in `noon` or `midnight`.
fn ends_in_name(input: In, rest: In) -> bool {
    let last = input[..input.len() - rest.len()].last();
    last.is_some_and(|token| named(std::slice::from_ref(token)).is_ok())
}

/// `ten to 20 minutes past 9 a.m.`: between ten past and twenty past.
fn minutes_after(input: In) -> Out<Expression> {
    let (behind, (first, ())) = (integer, until).parse(input)?;
    let (minutes, last) = integer(behind)?;
    let (rest, clock) = past(behind)?;
    let says_minutes = minutes
        .first()
        .is_some_and(|token| token.kind == Kind::Unit(LengthUnit::Minute));
    let is_after = minutes
        .get(1)
        .is_some_and(|token| matches!(token.kind, Kind::Word(W::After | W::Past)));
    let start = u32::from(clock.minute) + first;
    let Some(start) = start.checked_sub(last) else {
        return miss(input);
    };
    if !says_minutes || !is_after || last <= first {
        return miss(input);
    }
    let at = |minute: u8, span| When {
        clock: Some(Clock { minute, ..clock }),
        span,
        ..When::default()
    };
    let span = span_of(input, rest);
    let ends = (at(start as u8, span), at(clock.minute, span));
    Ok((rest, Expression::Between(ends.0, ends.1)))
}

/// Tokens within which the first end of a range is over.
const LONGEST_END: usize = 10;

/// `9:30 to 11 p.m.`, `9:30-11 p.m.`, `July 13-15`, `2014-2018`, `1 or 1:15 p.m.`
fn open(input: In) -> Out<Expression> {
    // both ends are read only where something joins them
    let joins = reach(input).take(LONGEST_END).any(|token| {
        matches!(
            token.kind,
            Kind::Mark('-' | '–' | '~')
                | Kind::Word(
                    W::To
                        | W::Or
                        | W::Until
                        | W::Untill
                        | W::Till
                        | W::Til
                        | W::Through
                        | W::Thru
                        | W::Into
                        | W::Up
                )
        )
    });
    if !joins {
        return miss(input);
    }
    if let Ok((rest, (first, last))) = years(input) {
        return Ok((rest, Expression::FromTo(first, last)));
    }
    if let Ok(found) = minutes_after(input) {
        return Ok(found);
    }
    // `five till midnight` is a time
    let is_spoken = matches!(input[0].kind, Kind::Number(_));
    if is_spoken && past(input).is_ok_and(|(rest, _)| ends_in_name(input, rest)) {
        return miss(input);
    }
    let (rest, first) = end(input)?;
    if let Ok((rest, ())) = word(W::Or).parse(rest) {
        let (rest, (first, last)) = second(rest, first)?;
        let is_clock = |when: &When| when.clock.is_some();
        let says_half = last.clock.is_some_and(|clock| clock.meridiem.is_some());
        // `Tuesday 9 a.m. or Thursday 1 p.m.` are two times
        let one_day = first.day.is_none() || last.day.is_none();
        return if is_clock(&first) && says_half && one_day {
            Ok((rest, Expression::Between(first, last)))
        } else {
            miss(input)
        };
    }
    let (behind, ()) = until(rest)?;
    let (after, (first, last)) = second(behind, first)?;
    // `9:58 a.m. — Two cars arrive`, `9:58 a.m. — 10 cars arrive`
    let is_bare = behind.len() - after.len() == 1 && last.clock.is_some_and(|clock| !clock.named);
    let counts = after
        .first()
        .is_some_and(|next| matches!(next.kind, Kind::Other | Kind::Measure));
    let by_dash = matches!(rest[0].kind, Kind::Mark(_)) && behind[0].spaced;
    if by_dash && is_bare && (counts || matches!(behind[0].kind, Kind::Number(_))) {
        return miss(input);
    }
    let rest = after;
    let clocks = [first, last].map(|when| when.clock);
    let is_said = match clocks {
        [Some(a), Some(b)] => {
            a.meridiem.is_some()
                || b.meridiem.is_some()
                || said_hours(input, rest)
                || (a.has_minute && b.has_minute && !a.military)
                || (first.part.is_some() && first.part == last.part)
        }
        // `4 to 23 of this month`
        [None, None] if first.frame.is_some() => true,
        [None, None] if first.part.is_some() => first.part == last.part,
        [None, None] => is_dated(&first) && is_dated(&last),
        _ => false,
    };
    if is_said {
        Ok((rest, Expression::FromTo(first, last)))
    } else {
        miss(input)
    }
}

/// Whether clocks of 24 hours are written as such: `1300 to 1345 hours`, `13:00-14:30`, `noon to 3`.
fn said_hours(input: In, rest: In) -> bool {
    input[..input.len() - rest.len()].iter().any(|token| {
        matches!(
            token.kind,
            Kind::Unit(LengthUnit::Hour)
                | Kind::Mark(':')
                | Kind::Word(W::Noon | W::Midnight | W::H)
        )
    })
}

/// Whether an end names a day or a stretch so that two of them make a range without `from`.
fn is_dated(when: &When) -> bool {
    when.pick.is_none()
        && when.steps.is_none()
        && matches!(
            when.day,
            Some(
                Day::Date { .. }
                    | Day::Slashed { .. }
                    | Day::Month { .. }
                    | Day::Year(_)
                    | Day::Weekday(..)
                    | Day::FromToday(_)
            )
        )
}

/// The two ends, each with what it takes from the other.
fn ends<'a>(
    input: In<'a>,
    mut join: impl Parser<In<'a>, Output = (), Error = nom::error::Error<In<'a>>>,
) -> Out<'a, (When, When)> {
    let (rest, first) = end(input)?;
    let (rest, ()) = join.parse(rest)?;
    second(rest, first)
}
