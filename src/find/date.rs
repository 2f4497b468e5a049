//! Days of the calendar: `Feb. 29, 2024`, `the 6th of September`, `2024-02-29`, `02/29/24`.
//!
//! ```abnf
//! date        = [weekday [","] ["the"]] (month-first / day-first / iso / slashed) [weekday]
//! month-first = month [gap] ["the"] day [[","] year]
//! day-first   = ["the"] day [gap] ["of"] month [[","] year]
//! iso         = year ("-" / "/") month ("-" / "/") day
//! slashed     = 1*2DIGIT ("/" / "-" / ".") 1*2DIGIT ["/" year]
//! ```

use super::Day;
use super::clock::bracketed;
use super::month::{month, plain_month, year_behind};
use super::number::{
    comma, digits, ordinal, ordinal_word, short_digits, small, suffixed, year_words,
};
use super::numeric_date::{
    compact, impossible_in_figures, iso, marked_day_first, month_slash, slashed,
};
use super::phrase::{In, Out, dash, ends_word, mark, miss, phrase, tight, word};
use super::token::{Form, Kind};
use super::weekday::weekday;
use crate::lexicon::word::Word as W;
use crate::time::full_year;
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// A day of a month in digits, as an ordinal or in words.
pub fn day_number(input: In) -> Out<u8> {
    let digits = terminated_word(short_digits).map(|day| day as u8);
    verify(alt((suffixed, digits, ordinal)), |day| {
        (1..=31).contains(day)
    })
    .parse(input)
}

/// Digits that end with their word: `12` but not the head of `12th`, `12:30`, `12.5`.
fn terminated_word<'a>(
    mut parser: impl Parser<In<'a>, Output = u32, Error = nom::error::Error<In<'a>>>,
) -> impl FnMut(In<'a>) -> Out<'a, u32> {
    move |input| {
        let (rest, value) = parser.parse(input)?;
        let is_clock = matches!(rest, [a, b, ..]
            if matches!(a.kind, Kind::Mark(':' | '.')) && !a.spaced && !b.spaced && matches!(b.kind, Kind::Digits(..)));
        let is_other =
            matches!(rest, [a, ..] if matches!(a.kind, Kind::Mark('%' | '°')) && !a.spaced);
        if is_clock || is_other || !ends_word(rest) {
            return miss(input);
        }
        Ok((rest, value))
    }
}

/// A date of the calendar; `Feb. 30` is none.
pub fn on_calendar(year: Option<i32>, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).map(|_| Day::Date {
        year,
        month: month as u8,
        day: day as u8,
        weekday: None,
    })
}

/// `Feb. 29, 2024`, `29 February`, `2024-02-29`, `02/29/24`, `Monday, Dec. 14`
pub fn date(input: In) -> Out<Day> {
    alt((with_weekday, undated)).parse(input)
}

fn undated(input: In) -> Out<Day> {
    match input.first().map(|token| token.kind) {
        Some(Kind::Month(_)) => alt((month_first, month_slash)).parse(input),
        Some(Kind::Digits(..)) => {
            alt((iso, marked_day_first, day_first, slashed, compact)).parse(input)
        }
        Some(Kind::Ordinal(_) | Kind::Number(_) | Kind::Word(W::The | W::First | W::Second)) => {
            day_first(input)
        }
        _ => miss(input),
    }
}

/// `Monday, Dec. 14`, `Dec. 14, Monday`, `Fri Jul 18`, `Tuesday the 19th`, `May 22 (Tue)`
fn with_weekday(input: In) -> Out<Day> {
    let join = (comma, opt(dash), opt(word(W::The)));
    if let Ok((rest, (name, _, day))) = (
        shifted_name,
        join,
        alt((undated, bracketed(undated), of_month_behind)),
    )
        .parse(input)
    {
        return Ok((rest, named(day, name)));
    }
    // `Friday the fifteen`, as speech is written down
    let spoken = verify(small, |day| *day <= 31).map(|day| day as u8);
    if let Ok((rest, (name, (), day))) = (shifted_name, word(W::The), spoken).parse(input)
        && !counts_something(rest)
    {
        return Ok((rest, Day::OfMonth(day, Some(name))));
    }
    let (rest, day) = undated(input)?;
    let mut behind = alt((bracketed(weekday), preceded(comma, weekday)));
    let (rest, name) = behind.parse(rest)?;
    // `Dec. 14, Monday's storm`: another day
    if matches!(rest.first(), Some(token) if token.kind == Kind::Mark('\'')) {
        return miss(input);
    }
    Ok((rest, named(day, name)))
}

/// `Jan. 16` behind `Thursday night,`: the date of a weekday whose part of day or clock stands between.
pub fn of_weekday_before(name: u8) -> impl Fn(In) -> Out<Day> {
    move |input| {
        let is_date = |day: &Day| matches!(day, Day::Date { .. });
        let (rest, day) = verify(alt((month_first, day_first)), is_date).parse(input)?;
        // `Thursday night, Jan. 16's storm`: another day
        if matches!(rest.first(), Some(token) if token.kind == Kind::Mark('\'')) {
            return miss(input);
        }
        Ok((rest, named(day, name)))
    }
}

/// `Monday`, `this Monday` before its date.
fn shifted_name(input: In) -> Out<u8> {
    preceded(opt(super::weekday::shift), weekday).parse(input)
}

fn named(day: Day, name: u8) -> Day {
    match day {
        Day::Date {
            year, month, day, ..
        } => Day::Date {
            year,
            month,
            day,
            weekday: Some(name),
        },
        Day::OfMonth(day, _) => Day::OfMonth(day, Some(name)),
        day => day,
    }
}

/// `the 19th`, `13th` behind a weekday.
fn of_month_behind(input: In) -> Out<Day> {
    let (rest, day) = verify(ordinal, |day| (1..=31).contains(day)).parse(input)?;
    if counts_something(rest) {
        return miss(input);
    }
    Ok((rest, Day::OfMonth(day, None)))
}

/// Whether a noun follows an ordinal: `the third floor`, `the fourth quarter`.
fn counts_something(rest: In) -> bool {
    rest.first().is_some_and(|next| {
        next.spaced
            && !matches!(
                next.kind,
                Kind::Mark(_)
                    | Kind::Part(_)
                    | Kind::Digits(..)
                    | Kind::Word(
                        W::Of
                            | W::A
                            | W::An
                            | W::The
                            | W::At
                            | W::And
                            | W::Or
                            | W::In
                            | W::To
                            | W::This
                            | W::From
                            | W::Between
                            | W::For
                            | W::Around
                            | W::About
                            | W::After
                            | W::Before
                            | W::By
                    )
            )
    })
}

/// `Feb. 29, 2024`, `March 2 2024`, `March the 2nd`, `Oct.23`, `july eighth`
fn month_first(input: In) -> Out<Day> {
    let (rest, (month, _, day)) = (
        month,
        (opt(tight('.')), opt(mark(',')), opt(word(W::The))),
        alt((day_number, spoken_day)),
    )
        .parse(input)?;
    // `It may 2 or 3 times fail`, `march 2 miles`
    if input[0].form == Form::Lower
        && matches!(input[0].kind, Kind::Month(3 | 5))
        && !is_alone(rest)
    {
        return miss(input);
    }
    let (rest, year) = opt(alt((year_behind_day, short_year))).parse(rest)?;
    match on_calendar(year, month.into(), day.into()) {
        Some(day) => Ok((rest, day)),
        None => miss(input),
    }
}

/// `96` of `Aug 9 96`, with nothing behind it that is counted.
fn short_year(input: In) -> Out<i32> {
    let (rest, (year, count)) = digits(input)?;
    let ends = match rest {
        [] => true,
        [mark, behind @ ..] => {
            let goes_on = behind.first().is_some_and(|next| !next.spaced);
            matches!(mark.kind, Kind::Mark(',' | '.' | ';' | ')')) && !goes_on
        }
    };
    if count == 2 && input[0].spaced && ends {
        Ok((rest, full_year(year).cast_signed()))
    } else {
        miss(input)
    }
}

/// `twenty four` of `january twenty four`
fn spoken_day(input: In) -> Out<u8> {
    let (rest, day) = verify(small, |day| (1..=31).contains(day)).parse(input)?;
    // `October two thousand and five`, but `January twenty five nineteen eighty six`
    let goes_on = year_words(rest).is_err()
        && matches!(rest.first(), Some(next) if matches!(next.kind, Kind::Word(W::Thousand | W::Hundred) | Kind::Number(10..)));
    if goes_on {
        miss(input)
    } else {
        Ok((rest, day as u8))
    }
}

fn year_behind_day(input: In) -> Out<i32> {
    let (rest, year) = year_behind(input)?;
    let counts =
        matches!(rest.first(), Some(next) if next.spaced && matches!(next.kind, Kind::Unit(_)));
    if counts {
        miss(input)
    } else {
        Ok((rest, year))
    }
}

/// Whether no word that could be counted stands next.
fn is_alone(rest: In) -> bool {
    rest.first()
        .is_none_or(|next| !matches!(next.kind, Kind::Other | Kind::Word(W::Or | W::To)))
}

/// `29 February 2024`, `sixth of September`, `the 6th september`, `10/August 2012`
fn day_first(input: In) -> Out<Day> {
    let the = opt(word(W::The));
    let joined = alt((word(W::Of).map(|()| true), opt(dash).map(|_| false)));
    let day = alt((tight_day, day_number, spoken_day));
    let (at_month, (_, day, of)) = (the, day, joined).parse(input)?;
    let (rest, month) = month(at_month)?;
    let name = &at_month[0];
    let is_verb = !of && name.form == Form::Lower && matches!(name.kind, Kind::Month(3 | 5));
    // `13 may`, `unit 12 march`; an ordinal says that a month follows
    let digits = matches!(input[0].kind, Kind::Digits(..)) && input[1].is_word() && input[1].spaced;
    if is_verb && (digits || followed_by_verb(rest)) {
        return miss(input);
    }
    let (rest, year) = opt(alt((year_behind_day, short_year))).parse(rest)?;
    match on_calendar(year, month.into(), day.into()) {
        Some(day) => Ok((rest, day)),
        None => miss(input),
    }
}

/// `14` of `14april` and of `16. Nov. 2016`.
fn tight_day(input: In) -> Out<u8> {
    let (rest, day) = verify(short_digits, |day| (1..=31).contains(day)).parse(input)?;
    let (rest, stop) = opt(tight('.')).parse(rest)?;
    let (_, (_, year)) = (month, opt(year_behind)).parse(rest)?;
    let is_dated = match stop {
        Some(()) => rest[0].spaced && year.is_some(),
        None => !rest[0].spaced,
    };
    if is_dated {
        Ok((rest, day as u8))
    } else {
        miss(input)
    }
}

fn followed_by_verb(rest: In) -> bool {
    matches!(rest.first(), Some(next) if matches!(next.kind, Kind::Word(W::Be | W::Have)))
}

/// `Feb. 30`, `2/29/2023`: written like a date, and none.
pub fn impossible(input: In) -> Out<()> {
    alt((impossible_in_figures, impossible_by_name)).parse(input)
}

fn impossible_by_name(input: In) -> Out<()> {
    let month_first = (month, terminated_word(short_digits)).map(|(month, day)| (month, day));
    let day_first = (terminated_word(short_digits), plain_month).map(|(day, month)| (month, day));
    let (rest, (month, day)) = alt((month_first, day_first)).parse(input)?;
    let (rest, year) = opt(year_behind_day).parse(rest)?;
    let near = (29..=39).contains(&day);
    if near && on_calendar(year, month.into(), day).is_none() {
        Ok((rest, ()))
    } else {
        miss(input)
    }
}

/// `the sixth`, `the 6th`: a day of the month last told; only after `on`.
pub fn of_month(input: In) -> Out<Day> {
    let (rest, ((), day)) = (phrase(&[W::The]), alt((suffixed, ordinal_word))).parse(input)?;
    if (word(W::Of), month).parse(rest).is_ok() {
        return miss(input);
    }
    if counts_something(rest) || !(1..=31).contains(&day) {
        return miss(input);
    }
    Ok((rest, Day::OfMonth(day, None)))
}

/// `the 24`, for lone expressions.
pub fn bare_of_month(input: In) -> Out<Day> {
    let number = verify(terminated_word(short_digits), |day| (1..=31).contains(day));
    terminated(preceded(opt(word(W::The)), number), |rest| {
        if ends_word(rest) {
            Ok((rest, ()))
        } else {
            miss(rest)
        }
    })
    .map(|day| Day::OfMonth(day as u8, None))
    .parse(input)
}
