//! Ranges: `between 1 and 1:30 p.m.`, `from 9:30 p.m. Thursday to 2 a.m. Friday`, `July 13-15`.
//!
//! ```abnf
//! between = ["sometime"] "between" gap end gap "and" gap end
//! from-to = "from" gap end gap ("to" / "until" / "through" / dash) gap end / end dash end
//! end     = when / hour / day-number           ; what is missing is taken from the other end
//! ```

use super::calendar::shifted_unit;
use super::clock::{bare_hour, four_digits, hours, spoken};
use super::date::year_behind;
use super::number::{digits, ordinal, short_digits, year_digits};
use super::phrase::{In, Out, any_of, any_word, dash, ends_word, mark, miss, span_of, word};
use super::point::{pieces, when};
use super::token::Kind;
use super::{Clock, Day, Expression, When};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::read::transcript::Meridiem::{Am, Pm};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

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
    const UNTIL: &[(&[W], ())] = &[
        (&[W::Up, W::To], ()),
        (&[W::To], ()),
        (&[W::Until], ()),
        (&[W::Untill], ()),
        (&[W::Till], ()),
        (&[W::Til], ()),
        (&[W::Through], ()),
        (&[W::Into], ()),
    ];
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

/// Tokens within which the first end of a range is over.
const LONGEST_END: usize = 10;

/// `9:30 to 11 p.m.`, `9:30-11 p.m.`, `July 13-15`, `2014-2018`, `1 or 1:15 p.m.`
fn open(input: In) -> Out<Expression> {
    // both ends are read only where something joins them
    let joins = input.iter().take(LONGEST_END).any(|token| {
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
    let (rest, first) = end(input)?;
    if let Ok((rest, ())) = word(W::Or).parse(rest) {
        let (rest, (first, last)) = second(rest, first)?;
        let is_clock = |when: &When| when.clock.is_some();
        let says_half = last.clock.is_some_and(|clock| clock.meridiem.is_some());
        return if is_clock(&first) && says_half {
            Ok((rest, Expression::Between(first, last)))
        } else {
            miss(input)
        };
    }
    let (rest, ()) = until(rest)?;
    let (rest, (first, last)) = second(rest, first)?;
    let clocks = [first, last].map(|when| when.clock);
    let is_said = match clocks {
        [Some(a), Some(b)] => {
            a.meridiem.is_some()
                || b.meridiem.is_some()
                || said_hours(input, rest)
                || (a.has_minute && b.has_minute && !a.military)
        }
        _ if first.part.is_some() && first.part == last.part => true,
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

/// The second end, and both with what each takes from the other.
fn second(input: In<'_>, first: End) -> Out<'_, (When, When)> {
    let (rest, last) = end(input)?;
    if let Ok(found) = by_what_follows(rest, first, last) {
        return Ok(found);
    }
    let Some((first, second)) = paired(first, last) else {
        return miss(input);
    };
    // `August 10 - 22, 2012`
    if let (End::Day(..), Ok((after, year))) = (last, year_behind(rest)) {
        let dated = |when: When| match when.day {
            Some(Day::Date {
                month,
                day,
                weekday,
                ..
            }) => When {
                day: Some(Day::Date {
                    year: Some(year),
                    month,
                    day,
                    weekday,
                }),
                ..when
            },
            _ => when,
        };
        return Ok((after, (dated(first), dated(second))));
    }
    Ok((rest, (first, second)))
}

/// `5 to 6 on Jan. 1`, `4 to 23 of this month`: what both ends lack stands behind them.
fn by_what_follows(rest: In<'_>, first: End, last: End) -> Out<'_, (When, When)> {
    let (End::Hour(a) | End::Day(_, a), End::Hour(b) | End::Day(_, b)) = (first, last) else {
        return miss(rest);
    };
    if let (End::Day(from, _), End::Day(to, _)) = (first, last)
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
    let on = preceded(opt(word(W::On)), |input| pieces(input, true));
    let (after, (day, _)) = verify(on, |(when, _)| {
        when.clock.is_none() && when.is_daily() && when.day.is_some()
    })
    .parse(rest)?;
    let at = |when: When| When {
        clock: when.clock,
        span: when.span,
        ..day
    };
    match clocks(at(a), at(b)) {
        Some(pair) => Ok((after, pair)),
        None => miss(rest),
    }
}

/// One end as written.
#[derive(Clone, Copy)]
enum End {
    When(When),
    Military(When),
    Hour(When),
    Day(u8, When),
}

fn end(input: In) -> Out<End> {
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
        (End::Day(day, hour), End::When(last)) => match last.day {
            Some(Day::Date {
                year,
                month,
                weekday: None,
                ..
            }) if last.clock.is_none() => Some((
                When {
                    day: Some(Day::Date {
                        year,
                        month,
                        day,
                        weekday: None,
                    }),
                    clock: None,
                    ..hour
                },
                last,
            )),
            _ => clocks(hour, last),
        },
        (End::When(first), End::Day(day, hour)) => match first.day {
            Some(Day::Date {
                year,
                month,
                weekday: None,
                ..
            }) if first.clock.is_none() => Some((
                first,
                When {
                    day: Some(Day::Date {
                        year,
                        month,
                        day,
                        weekday: None,
                    }),
                    clock: None,
                    ..hour
                },
            )),
            _ => clocks(first, hour),
        },
        _ => None,
    }
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
    if let (
        Some(Day::Slashed {
            first: a,
            second: b,
            year: None,
        }),
        Some(Day::Slashed {
            year: Some(year), ..
        }),
    ) = (first.day, last.day)
    {
        first.day = Some(Day::Slashed {
            first: a,
            second: b,
            year: Some(year),
        });
    }
    if let (
        Some(Day::Month {
            year: None,
            month: a,
        }),
        Some(Day::Date {
            year: Some(year),
            month: b,
            ..
        }),
    ) = (first.day, last.day)
    {
        let year = if a <= b { year } else { year - 1 };
        first.day = Some(Day::Month {
            year: Some(year),
            month: a,
        });
    }
    // `May to December, 2022`: the year is of both
    if let (
        Some(Day::Month {
            year: None,
            month: a,
        }),
        Some(Day::Month {
            year: Some(year),
            month: b,
        }),
    ) = (first.day, last.day)
    {
        let year = if a <= b { year } else { year - 1 };
        first.day = Some(Day::Month {
            year: Some(year),
            month: a,
        });
    }
    if let (
        Some(Day::Date {
            year: Some(year),
            month: a,
            ..
        }),
        Some(Day::Date {
            year: None,
            month: b,
            day,
            weekday,
        }),
    ) = (first.day, last.day)
    {
        let year = if a <= b { year } else { year + 1 };
        last.day = Some(Day::Date {
            year: Some(year),
            month: b,
            day,
            weekday,
        });
    }
    if let (
        Some(Day::Date {
            year: None,
            month: a,
            day,
            weekday,
        }),
        Some(Day::Date {
            year: Some(year),
            month: b,
            ..
        }),
    ) = (first.day, last.day)
    {
        let year = if a <= b { year } else { year - 1 };
        first.day = Some(Day::Date {
            year: Some(year),
            month: a,
            day,
            weekday,
        });
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

/// `overnight Thursday into Friday`
pub fn overnight(input: In) -> Out<Expression> {
    let (rest, (first, _)) = verify(
        |input| pieces(input, false),
        |(when, _)| when.part.is_some() && when.day.is_some(),
    )
    .parse(input)?;
    let (rest, ()) = any_word(&[W::Into]).parse(rest)?;
    let (rest, last) = when(rest)?;
    Ok((rest, Expression::Between(first, last)))
}
