//! Times as dispatchers' records write them, anywhere in a text.
//!
//! `17:24:31`, `5/19/2016 1:44:59 AM`, `08:57:51 02/17/2026`, `05/19/2016 Time: 01:44:53`, `19-MAY-16 16:04`,
//! `06-14-2015 01:59`, `1312HRS`, `2232`, `00/00/0000 00:00:00`
//!
//! ```abnf
//! moment  = day [ join time ] / time [ join day ] / figures
//! day     = numeric / 2DIGIT "-" 2DIGIT "-" ( 4DIGIT / 2DIGIT ) / 1*2DIGIT "-" month "-" ( 4DIGIT / 2DIGIT ) / none
//! none    = "00/00/" ( "0000" / "00" )
//! join    = "T" / *gap [ "," / "-" / "@" / ( "at" / "time" / "date" / "on" ) [":"] ] *gap
//! figures = 4DIGIT                                    ; the caller knows that a time belongs here
//! ```

use crate::lexicon::look_up;
use crate::lexicon::time::MONTHS;
use crate::read::log::line::date::{Day, numeric, worded};
use crate::read::log::line::{number, offset, time};
use crate::read::transcript::ClockStamp;
use crate::time::full_year;
use chrono::{Datelike, NaiveDate};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{consumed, not, opt, recognize, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use std::ops::RangeInclusive;

/// The years that NEMSIS 3.5 allows in a time.
const YEARS: RangeInclusive<i32> = 1950..=2050;

/// What is written where a time belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// A time, with its day or without.
    Time(ClockStamp),
    /// Four figures, which are a time only where one belongs.
    Figures(ClockStamp),
    /// A day alone.
    Day(NaiveDate),
    /// Zeros: nothing has happened.
    Zeros,
    /// `25:61:00`: figures like a clock's that are no time.
    Impossible,
}

/// A moment at the head of a text, with its words.
pub(super) fn moment(input: &str) -> Option<(&str, Written)> {
    let (rest, (words, written)) = consumed(alt((
        day_first,
        time_first,
        terminated(no_day, edge),
        terminated(figures, edge).map(Written::Figures),
        terminated(impossible, edge),
    )))
    .parse(input)
    .ok()?;
    let is_cut = rest.starts_with(|c: char| c.is_ascii_digit() || c == '/')
        && words.ends_with(|c: char| c.is_ascii_digit());
    // `1//`, `04 /` part one time from the next
    let is_parted = rest.starts_with('/') && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    // of `6:07:08 AM...ENR` the first of the dots is none of a short form
    let words = if rest.starts_with('.') {
        words.trim_end_matches('.')
    } else {
        words
    };
    (!is_cut || is_parted).then_some((words, written))
}

type Read<'a, T> = IResult<&'a str, T>;

fn day_first(input: &str) -> Read<'_, Written> {
    let (rest, day) = day(input)?;
    // `05/19/2016 00/00/0000` is two
    let timed = preceded(join, (clock, opt(offset))).parse(rest);
    match (timed, day) {
        (Ok((rest, (stamp, offset))), Some(date)) => Ok((rest, dated(stamp, date, offset))),
        (Ok((rest, _)), None) => Ok((rest, Written::Zeros)),
        (Err(_), Some(date)) => Ok((rest, Written::Day(date))),
        (Err(_), None) => Ok((rest, Written::Zeros)),
    }
}

fn time_first(input: &str) -> Read<'_, Written> {
    let (rest, stamp) = clock.parse(input)?;
    match preceded(join, terminated(day, not(preceded(join, clock)))).parse(rest) {
        Ok((rest, Some(date))) => Ok((rest, dated(stamp, date, None))),
        Ok((rest, None)) => Ok((rest, Written::Zeros)),
        Err(_) if is_zero(&stamp) => Ok((rest, Written::Zeros)),
        Err(_) => Ok((rest, Written::Time(stamp))),
    }
}

fn dated(stamp: ClockStamp, date: NaiveDate, offset: Option<chrono::FixedOffset>) -> Written {
    if is_zero(&stamp) {
        return Written::Zeros;
    }
    Written::Time(ClockStamp {
        date: Some(date),
        offset,
        ..stamp
    })
}

/// `00:00:00` is how a record leaves a time blank; `00:00` may be midnight.
fn is_zero(stamp: &ClockStamp) -> bool {
    stamp.hour == 0 && stamp.minute == 0 && stamp.second == Some(0) && stamp.offset.is_none()
}

/// `13:12:04`, `1312hrs`
fn clock(input: &str) -> Read<'_, ClockStamp> {
    terminated(time, clock_end).parse(input)
}

/// No more figures of a clock follow: `1312:34:56`, `13:12.5` are none.
fn clock_end(input: &str) -> Read<'_, ()> {
    not(alt((
        value((), satisfy(|c| c.is_ascii_digit())),
        value((), (one_of(":."), satisfy(|c| c.is_ascii_digit()))),
    )))
    .parse(input)
}

/// A day; none where it is of zeros.
fn day(input: &str) -> Read<'_, Option<NaiveDate>> {
    let zeros = alt((
        tag("00/00/0000"),
        tag("00/00/00"),
        tag("0000-00-00"),
        tag("00-00-0000"),
    ));
    let full = worded.map_opt(|day| match day {
        Day::Full(date) => Some(date),
        Day::Yearless(..) => None,
    });
    let possible = verify(alt((numeric, dashed, by_name, full)), |date: &NaiveDate| {
        YEARS.contains(&date.year())
    });
    alt((value(None, zeros), possible.map(Some))).parse(input)
}

/// `06-14-2015`
fn dashed(input: &str) -> Read<'_, NaiveDate> {
    (
        terminated(number(1, 2), char('-')),
        terminated(number(1, 2), char('-')),
        year,
    )
        .map_opt(|(month, day, year)| NaiveDate::from_ymd_opt(year, month, day))
        .parse(input)
}

/// `19-MAY-16`, `19MAY2016`
fn by_name(input: &str) -> Read<'_, NaiveDate> {
    let month = take_while_m_n(3, 9, |c: char| c.is_ascii_alphabetic())
        .map_opt(|word: &str| look_up(MONTHS, word));
    let dash = || opt(one_of("-/"));
    (
        terminated(number(1, 2), dash()),
        terminated(month, dash()),
        year,
    )
        .map_opt(|(day, month, year)| NaiveDate::from_ymd_opt(year, month.into(), day))
        .parse(input)
}

fn year(input: &str) -> Read<'_, i32> {
    let digit = || satisfy(|c| c.is_ascii_digit());
    terminated(
        alt((number(4, 4), number(2, 2).map(full_year))),
        not(digit()),
    )
    .map_opt(|year| i32::try_from(year).ok())
    .parse(input)
}

/// What stands between a day and its time.
fn join(input: &str) -> Read<'_, ()> {
    let word = alt((
        tag_no_case("time"),
        tag_no_case("date"),
        tag_no_case("at"),
        tag_no_case("on"),
        recognize(one_of(",-@;|")),
    ));
    alt((
        value((), one_of("Tt")),
        value((), (gaps, opt((word, opt(one_of(":=")))), gaps)),
    ))
    .parse(input)
}

fn gaps(input: &str) -> Read<'_, ()> {
    value((), take_while(|c: char| c != '\n' && c.is_whitespace())).parse(input)
}

/// `2232`
fn figures(input: &str) -> Read<'_, ClockStamp> {
    (number(2, 2), number(2, 2))
        .map_opt(|(hour, minute)| {
            (hour < 24 && minute < 60).then_some(ClockStamp {
                date: None,
                day: None,
                hour: hour as u8,
                minute: minute as u8,
                second: None,
                millisecond: None,
                meridiem: None,
                offset: None,
            })
        })
        .parse(input)
}

/// `13/45/2025 14:09:00`, `5/3/2525`
fn no_day(input: &str) -> Read<'_, Written> {
    let short = || terminated(number(1, 2), char('/'));
    let time = opt((join, clock));
    value(Written::Impossible, (short(), short(), number(4, 4), time)).parse(input)
}

/// `25:61:00`, `99:99`
fn impossible(input: &str) -> Read<'_, Written> {
    let pair = || preceded(char(':'), number(2, 2));
    value(Written::Impossible, (number(1, 2), pair(), opt(pair()))).parse(input)
}

fn edge(input: &str) -> Read<'_, ()> {
    not(satisfy(|c: char| {
        c.is_alphanumeric() || matches!(c, '-' | ':')
    }))
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words and what they say, a day and a time each in the order of ISO 8601.
    fn read(text: &str) -> Option<String> {
        let (words, written) = moment(text)?;
        let said = match written {
            Written::Time(it) | Written::Figures(it) => {
                let date = it.date.map_or(String::new(), |date| format!("{date} "));
                let second = it.second.map_or(String::new(), |it| format!(":{it:02}"));
                format!("{date}{:02}:{:02}{second}", it.hour, it.minute)
            }
            other => format!("{other:?}"),
        };
        Some(format!("{words} = {said}"))
    }

    #[test]
    fn each_way_to_write_a_moment_is_read_to_its_end() {
        for (text, said) in [
            ("17:24:31\\n", "17:24:31 = 17:24:31"),
            (
                "04/05/2021 6:07:08 PM...ENR",
                "04/05/2021 6:07:08 PM = 2021-04-05 06:07:08",
            ),
            (
                "08:09:10 04/05/2021 - jd",
                "08:09:10 04/05/2021 = 2021-04-05 08:09:10",
            ),
            (
                "04/05/2021 Time: 06:07:08",
                "04/05/2021 Time: 06:07:08 = 2021-04-05 06:07:08",
            ),
            ("05-APR-21 06:07", "05-APR-21 06:07 = 2021-04-05 06:07"),
            ("04-05-2021 06:07", "04-05-2021 06:07 = 2021-04-05 06:07"),
            (
                "2021-04-05T06:07:08",
                "2021-04-05T06:07:08 = 2021-04-05 06:07:08",
            ),
            ("0607HRS", "0607HRS = 06:07"),
            ("0607 / next", "0607 = 06:07"),
            ("06:07:08//Next", "06:07:08 = 06:07:08"),
            ("00:00:00", "00:00:00 = Zeros"),
            ("00/00/0000 00:00:00", "00/00/0000 00:00:00 = Zeros"),
            ("04/05/2021 and", "04/05/2021 = Day(2021-04-05)"),
            ("25:61:00", "25:61:00 = Impossible"),
        ] {
            assert_eq!(read(text).as_deref(), Some(said), "{text}");
        }
        for text in ["1021201405909", "555-1212", "1:2", "06079", "1/2", "0607-A"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
