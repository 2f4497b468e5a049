//! Dates in figures: `2024-02-29`, `02/29/24`, `10-Aug-2012`, `Oct/2`.
//!
//! ```abnf
//! iso     = year ("-" / "/") month ("-" / "/") day
//! slashed = 1*2DIGIT ("/" / "-" / ".") 1*2DIGIT ["/" year]
//! ```

use super::Day;
use super::date::{day_number, on_calendar};
use super::month::{month, year_behind};
use super::number::{digits, short_digits, year_digits};
use super::phrase::{In, Out, ends_word, mark, miss, one, tight};
use super::token::{Kind, Token};
use crate::lexicon::word::Word as W;
use crate::time::full_year;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `2024-02-29`, `2012/8/10`, `2015-3-3`
pub fn iso(input: In) -> Out<Day> {
    let sign = |token: &Token| match token.kind {
        Kind::Mark(sign @ ('-' | '/' | '.')) if !token.spaced => Some(sign),
        _ => None,
    };
    let year = verify(digits, |(year, count)| {
        *count == 4 && (1000..3000).contains(year)
    });
    let tight_short = |input| {
        one(|token| match token.kind {
            Kind::Digits(value, 1 | 2) if !token.spaced => Some(value),
            _ => None,
        })
        .parse(input)
    };
    let (rest, ((year, _), first, month, second, day)) =
        (year, one(sign), tight_short, one(sign), tight_short).parse(input)?;
    let longer = matches!(rest, [a, b, ..] if a.kind == Kind::Mark(first) && !a.spaced && !b.spaced && matches!(b.kind, Kind::Digits(..)));
    let year = Some(year.cast_signed());
    let found = on_calendar(year, month, day).or_else(|| on_calendar(year, day, month));
    match found {
        Some(day) if first == second && ends_date(rest) && !longer => Ok((rest, day)),
        _ => miss(input),
    }
}

/// Nothing of the same word follows a date, or the `T` of its clock (ISO 8601).
fn ends_date(rest: In) -> bool {
    let is_clock = |token: &Token| matches!(token.kind, Kind::Word(W::T));
    ends_word(rest) || rest.first().is_some_and(is_clock)
}

/// `02/29/24`, `29/02/2024`, `10.31.1974`, `10-1-2018`, and without a year `2/15`.
pub fn slashed(input: In) -> Out<Day> {
    let sign = |token: &Token| match token.kind {
        Kind::Mark(sign @ ('-' | '/' | '.')) => Some(sign),
        _ => None,
    };
    let (rest, (first, sign_read, second)) =
        (short_digits, one(sign), short_digits).parse(input)?;
    let tight_all = !input[1].spaced && !input[2].spaced;
    let year = |input| {
        let (rest, (value, count)) = digits(input)?;
        match count {
            4 if (1000..3000).contains(&value) => Ok((rest, value.cast_signed())),
            2 => Ok((rest, full_year(value).cast_signed())),
            _ => miss(input),
        }
    };
    let same_sign = one(move |token: &Token| {
        (token.kind == Kind::Mark(sign_read) && !token.spaced).then_some(())
    });
    let (rest, year) = opt(preceded(same_sign, year)).parse(rest)?;
    let is_day = |month: u8, day: u8| on_calendar(year, month.into(), day.into()).is_some();
    let (first, second) = (first as u8, second as u8);
    let goes_on = match rest {
        [
            Token {
                kind: Kind::Mark(next),
                spaced: false,
                ..
            },
            after,
            ..,
        ] => {
            (*next == sign_read || (*next == '.' && year.is_none()))
                && !after.spaced
                && matches!(after.kind, Kind::Digits(..))
        }
        _ => !ends_word(rest),
    };
    let written = year.is_some() || (sign_read != '.' && (sign_read == '/' || tight_all));
    if !written
        || goes_on
        || !(is_day(first, second) || is_day(second, first))
        || (year.is_some() && !tight_all)
    {
        return miss(input);
    }
    Ok((
        rest,
        Day::Slashed {
            first,
            second,
            year,
        },
    ))
}

/// `20240229`, as recorders and forms write it.
pub fn compact(input: In) -> Out<Day> {
    let (rest, (run, count)) = digits(input)?;
    let year = run / 10_000;
    let goes_on = matches!(rest, [mark, next, ..]
        if matches!(mark.kind, Kind::Mark('-' | '/')) && !mark.spaced && !next.spaced);
    if count != 8 || !(1900..2100).contains(&year) || goes_on || !ends_date(rest) {
        return miss(input);
    }
    match on_calendar(Some(year.cast_signed()), run / 100 % 100, run % 100) {
        Some(day) => Ok((rest, day)),
        None => miss(input),
    }
}

/// `2/29/2023`: figures of a date that no calendar has in either order.
pub fn impossible_in_figures(input: In) -> Out<()> {
    let slash = || tight('/');
    let number = || verify(short_digits, |number| (1..=31).contains(number));
    let year = verify(digits, |(year, count)| {
        *count == 4 && (1900..2100).contains(year)
    });
    let (rest, (first, (), second, (), (year, _))) =
        (number(), slash(), number(), slash(), year).parse(input)?;
    let year = Some(year.cast_signed());
    let is_day = |month, day| on_calendar(year, month, day).is_some();
    let goes_on = rest
        .first()
        .is_some_and(|next| next.kind == Kind::Mark('/'));
    if is_day(first, second) || is_day(second, first) || goes_on || !ends_word(rest) {
        miss(input)
    } else {
        Ok((rest, ()))
    }
}

/// `2-15`, `2 - 15`: month and day, for lone expressions.
pub fn bare_slashed(input: In) -> Out<Day> {
    let sign = alt((mark('-'), mark('/')));
    let (rest, (first, (), second)) = (short_digits, sign, short_digits).parse(input)?;
    let is_day = |month, day| on_calendar(None, month, day).is_some();
    if !is_day(first, second) && !is_day(second, first) {
        return miss(input);
    }
    let (first, second) = (first as u8, second as u8);
    Ok((
        rest,
        Day::Slashed {
            first,
            second,
            year: None,
        },
    ))
}

/// `10-Aug-2012`, `8/Oct/2012`, `2012/Aug/10`, `09-JAN-2017`
pub fn marked_day_first(input: In) -> Out<Day> {
    let sign = || alt((tight('-'), tight('/')));
    let short =
        verify(digits, |(_, count)| *count == 2).map(|(year, _)| full_year(year).cast_signed());
    let year = || {
        opt(alt((
            preceded(sign(), alt((year_digits, short))),
            year_behind,
        )))
    };
    let day_first =
        (day_number, sign(), month, year()).map(|(day, (), month, year)| (year, month, day));
    let year_first = (digits, sign(), month, sign(), day_number)
        .map(|((year, _), (), month, (), day)| (Some(year.cast_signed()), month, day));
    let (rest, (year, month, day)) = alt((day_first, year_first)).parse(input)?;
    match on_calendar(year, month.into(), day.into()) {
        Some(day) if ends_word(rest) => Ok((rest, day)),
        _ => miss(input),
    }
}

/// `Oct/2`, `May/22`, `Sep-23-2020`
pub fn month_slash(input: In) -> Out<Day> {
    let sign = || alt((tight('/'), tight('-')));
    let year = opt(preceded(sign(), year_digits));
    let (rest, (month, (), day, year)) = (month, sign(), day_number, year).parse(input)?;
    match on_calendar(year, month.into(), day.into()) {
        Some(day) => Ok((rest, day)),
        None => miss(input),
    }
}
