//! Days as a transcript writes them.
//!
//! `2024-02-29`, `2024/02/29`, `02/29/2024`, `2/29/24`, `Feb. 29, 2024`, `Thursday, February 29`,
//! `29 February 2024`
//!
//! ```abnf
//! numeric   = year "-" 1*2DIGIT "-" 1*2DIGIT / year "/" 1*2DIGIT "/" 1*2DIGIT
//!           / 1*2DIGIT "/" 1*2DIGIT "/" ( year / 2DIGIT )    ; month first
//! worded    = [ weekday [","] gap ] ( month gap day [ [","] gap year ] / day gap month [","] gap year )
//! day       = 1*2DIGIT [ "st" / "nd" / "rd" / "th" ]
//! year      = 4DIGIT
//! ```

use super::{Read, gap, number};
use crate::lexicon::look_up;
use crate::lexicon::time::{MONTHS, SHORT_WEEKDAYS, WEEKDAYS};
use crate::time::full_year;
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{not, opt, verify};
use nom::sequence::{preceded, terminated};

/// A day in words, with a year or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// `February 29, 2024`
    Full(NaiveDate),
    /// `February 29`
    Yearless(u8, u8),
}

/// `2024-02-29`, `02/29/2024`
pub(crate) fn numeric(input: &str) -> Read<'_, NaiveDate> {
    alt((year_first, month_first)).parse(input)
}

/// `2024-02-29`, `2024/02/29`
fn year_first(input: &str) -> Read<'_, NaiveDate> {
    (
        number(4, 4),
        one_of("-/"),
        number(1, 2),
        one_of("-/"),
        number(1, 2),
    )
        .map_opt(|(year, mark, month, second, day)| {
            (mark == second).then(|| date(year, month, day)).flatten()
        })
        .parse(input)
}

/// `02/29/2024`, `2/29/24`; `29/02/2024`, where the month can only be the second
fn month_first(input: &str) -> Read<'_, NaiveDate> {
    (
        terminated(number(1, 2), char('/')),
        terminated(number(1, 2), char('/')),
        alt((year, short_year)),
    )
        .map_opt(|(first, second, year)| {
            date(year, first, second).or_else(|| date(year, second, first))
        })
        .parse(input)
}

/// `Thursday, February 29, 2024`, `Feb. 29`, `29 February 2024`
pub(crate) fn worded(input: &str) -> Read<'_, Day> {
    preceded(
        opt((weekday, opt(char(',')), gap)),
        alt((month_then_day, day_then_month)),
    )
    .parse(input)
}

/// `February 29, 2024`, `Feb. 29`
fn month_then_day(input: &str) -> Read<'_, Day> {
    (
        terminated(month, gap),
        day,
        opt(preceded((opt(char(',')), gap), year)),
    )
        .map_opt(|(month, day, year)| match year {
            Some(year) => date(year, month, day).map(Day::Full),
            // any leap year has all the days that a month can have
            None => date(2024, month, day).map(|_| Day::Yearless(month as u8, day as u8)),
        })
        .parse(input)
}

/// `29 February 2024`
fn day_then_month(input: &str) -> Read<'_, Day> {
    (
        terminated(day, gap),
        terminated(month, (opt(char(',')), gap)),
        year,
    )
        .map_opt(|(day, month, year)| date(year, month, day).map(Day::Full))
        .parse(input)
}

/// `Thursday`, `Thu.`
fn weekday(input: &str) -> Read<'_, &str> {
    terminated(
        verify(word, |word: &str| {
            look_up(WEEKDAYS, word)
                .or(look_up(SHORT_WEEKDAYS, word))
                .is_some()
        }),
        opt(char('.')),
    )
    .parse(input)
}

/// `February`, `Feb.`
fn month(input: &str) -> Read<'_, u32> {
    terminated(word.map_opt(|word| look_up(MONTHS, word)), opt(char('.')))
        .map(u32::from)
        .parse(input)
}

/// `29`, `29th`
fn day(input: &str) -> Read<'_, u32> {
    terminated(
        number(1, 2),
        opt(alt((
            tag_no_case("st"),
            tag_no_case("nd"),
            tag_no_case("rd"),
            tag_no_case("th"),
        ))),
    )
    .parse(input)
}

/// `2024`, but not the `1312` of `1312:34`
fn year(input: &str) -> Read<'_, u32> {
    terminated(number(4, 4), not(one_of("0123456789:"))).parse(input)
}

/// `24`, `68` is 2068 and `69` is 1969, as POSIX has it for `%y`
fn short_year(input: &str) -> Read<'_, u32> {
    terminated(
        take_while_m_n(2, 2, |c: char| c.is_ascii_digit()),
        not(one_of("0123456789")),
    )
    .and_then(number(2, 2))
    .map(full_year)
    .parse(input)
}

fn word(input: &str) -> Read<'_, &str> {
    take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
