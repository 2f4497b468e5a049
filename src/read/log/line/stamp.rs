//! The stamp at the head of a line.
//!
//! `[2024-02-29 13:12:04]`, `2024-02-29T13:12:04.250Z`, `2/29/24 1:12:04 PM`, `13:12:04`, `(13:12)`,
//! `1:12 p.m.`, `1312 hours`, `1312:34`, `January 10, 3:20 a.m.`
//!
//! ```abnf
//! stamp     = "[" moment "]" / "(" moment ")" / moment edge
//! moment    = [ ( numeric / worded ) ( "T" / [","] gap [ "at" gap ] ) ] time [ offset ]
//! time      = clock / 4DIGIT ":" 2DIGIT [ fraction ] / 4DIGIT [gap] ( "hours" / "hrs" / "hr" ) ["."]
//! clock     = 1*2DIGIT ":" 2DIGIT [ ":" 2DIGIT [ fraction ] ] [ meridiem ]
//! fraction  = "." 1*DIGIT / "," 3DIGIT
//! meridiem  = [gap] ( "a" / "p" ) ["."] [gap] "m" ["."]
//! offset    = "Z" / gap zone / [gap] ( "+" / "-" ) 2DIGIT [":"] 2DIGIT          ; signed: after a date
//! zone      = "UTC" / "EDT" / …                                                ; letters that are one offset
//! ```

use super::date::{Day, numeric, worded};
use super::{Read, gap, is_dash, is_gap, number, skip};
use crate::lexicon::look_up;
use crate::lexicon::time::{ZONES, ZoneWord};
use crate::read::transcript::{ClockStamp, Meridiem};
use chrono::FixedOffset;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, one_of, satisfy};
use nom::combinator::{eof, fail, not, opt, peek, value, verify};
use nom::sequence::{delimited, preceded, terminated};

/// `[13:12:04]`, `(13:12)`, `13:12:04`; whether it stands in brackets.
pub(super) fn stamp(input: &str) -> Read<'_, (ClockStamp, bool)> {
    match input.as_bytes().first() {
        Some(b'[') => delimited((char('['), skip), moment, (skip, char(']')))
            .map(|stamp| (stamp, true))
            .parse(input),
        Some(b'(') => delimited((char('('), skip), moment, (skip, char(')')))
            .map(|stamp| (stamp, true))
            .parse(input),
        Some(byte) if byte.is_ascii_alphanumeric() => terminated(moment, edge)
            .map(|stamp| (stamp, false))
            .parse(input),
        _ => fail().parse(input),
    }
}

/// `2024-02-29 13:12:04`, `13:12:04`, `January 10, 3:20 a.m.`
fn moment(input: &str) -> Read<'_, ClockStamp> {
    let bytes = input.as_bytes();
    let digits = bytes
        .iter()
        .take(5)
        .take_while(|b| b.is_ascii_digit())
        .count();
    match (digits, bytes.get(digits)) {
        (4, Some(b'-' | b'/')) | (1 | 2, Some(b'/')) => dated(input),
        (0, _) | (1 | 2, Some(b' ')) => day_named(input),
        _ => (time, opt(lettered))
            .map(|(stamp, offset)| ClockStamp { offset, ..stamp })
            .parse(input),
    }
}

/// `2024-02-29T13:12:04-06:00`, `02/29/2024 13:12:04`
fn dated(input: &str) -> Read<'_, ClockStamp> {
    (
        numeric,
        alt((value((), one_of("Tt")), day_gap)),
        time,
        opt(offset),
    )
        .map(|(date, (), stamp, offset)| ClockStamp {
            date: Some(date),
            offset,
            ..stamp
        })
        .parse(input)
}

/// `January 10, 3:20 a.m.`, `Feb. 29, 2024, 13:12:04`
fn day_named(input: &str) -> Read<'_, ClockStamp> {
    (worded, day_gap, time, opt(offset))
        .map(|(day, (), stamp, offset)| match day {
            Day::Full(date) => ClockStamp {
                date: Some(date),
                offset,
                ..stamp
            },
            Day::Yearless(month, day) => ClockStamp {
                day: Some((month, day)),
                offset,
                ..stamp
            },
        })
        .parse(input)
}

/// ` `, `, `, ` at `
fn day_gap(input: &str) -> Read<'_, ()> {
    value((), (opt(char(',')), gap, opt((tag_no_case("at"), gap)))).parse(input)
}

/// `13:12:04`, `1312:34`, `1312 hours`
pub(in crate::read) fn time(input: &str) -> Read<'_, ClockStamp> {
    alt((clock, run_together, hours)).parse(input)
}

/// `13:12`, `13:12:04.250`, `1:12:04 PM`
fn clock(input: &str) -> Read<'_, ClockStamp> {
    (
        terminated(number(1, 2), char(':')),
        number(2, 2),
        opt((preceded(char(':'), number(2, 2)), opt(fraction))),
        opt(meridiem),
    )
        .map_opt(|(hour, minute, second, meridiem)| {
            let (second, fraction) = second.unzip();
            at(hour, minute, second, fraction.flatten(), meridiem)
        })
        .parse(input)
}

/// `1312:34`, `0733:34.250`
fn run_together(input: &str) -> Read<'_, ClockStamp> {
    (
        number(2, 2),
        number(2, 2),
        preceded(char(':'), number(2, 2)),
        opt(fraction),
    )
        .map_opt(|(hour, minute, second, fraction)| at(hour, minute, Some(second), fraction, None))
        .parse(input)
}

/// `1312 hours`, `1312hrs`
fn hours(input: &str) -> Read<'_, ClockStamp> {
    (
        number(2, 2),
        number(2, 2),
        skip,
        alt((tag_no_case("hours"), tag_no_case("hrs"), tag_no_case("hr"))),
        opt(char('.')),
        word_end,
    )
        .map_opt(|(hour, minute, ..)| at(hour, minute, None, None, None))
        .parse(input)
}

/// `.250`, `,250` in milliseconds; what is finer is dropped
fn fraction(input: &str) -> Read<'_, u16> {
    alt((
        preceded(char('.'), digit1),
        preceded(char(','), digit1.map_opt(three)),
    ))
    .map(|digits: &str| {
        let padded = digits.bytes().chain([b'0', b'0']).take(3);
        padded.fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'))
    })
    .parse(input)
}

/// A comma also parts words from words: only a full `,250` belongs to the time.
fn three(digits: &str) -> Option<&str> {
    (digits.len() == 3).then_some(digits)
}

/// `AM`, ` p.m.`
fn meridiem(input: &str) -> Read<'_, Meridiem> {
    delimited(
        skip,
        alt((
            value(Meridiem::Am, one_of("aA")),
            value(Meridiem::Pm, one_of("pP")),
        )),
        (opt(char('.')), skip, one_of("mM"), opt(char('.')), word_end),
    )
    .parse(input)
}

/// `-06:00`, ` -0600`, `Z`, ` UTC`, ` EDT`
pub(in crate::read) fn offset(input: &str) -> Read<'_, FixedOffset> {
    alt((
        lettered,
        (
            preceded(skip, one_of("+-")),
            number(2, 2),
            opt(char(':')),
            number(2, 2),
            word_end,
        )
            .map_opt(|(sign, hours, _, minutes, ())| {
                let seconds =
                    (hours < 24 && minutes < 60).then_some(hours * 3600 + minutes * 60)?;
                let seconds = i32::try_from(seconds).ok()?;
                FixedOffset::east_opt(if sign == '-' { -seconds } else { seconds })
            }),
    ))
    .parse(input)
}

/// `Z`, ` UTC`, ` EDT`
fn lettered(input: &str) -> Read<'_, FixedOffset> {
    let zulu = value(FixedOffset::east_opt(0), one_of("Zz"));
    let zone = preceded(gap, zone_word).map(|word| match word {
        ZoneWord::Offset(minutes) => FixedOffset::east_opt(minutes * 60),
        ZoneWord::Region(_) | ZoneWord::Local => None,
    });
    terminated(alt((zulu, zone)), word_end)
        .map_opt(|offset| offset)
        .parse(input)
}

/// ` PT` behind `2:02 p.m.`: a zone whose offset depends on the day, no speaker
pub(super) fn region(input: &str) -> Read<'_, ()> {
    let is_region = |word: &ZoneWord| matches!(word, ZoneWord::Region(_));
    let mark = (skip, satisfy(|c| c == ':' || is_dash(c)));
    value((), (gap, verify(zone_word, is_region), peek(mark))).parse(input)
}

/// `EDT`, `PT`
fn zone_word(input: &str) -> Read<'_, ZoneWord> {
    take_while_m_n(2, 4, |c: char| c.is_ascii_uppercase())
        .map_opt(|word: &str| look_up(ZONES, word))
        .parse(input)
}

/// What follows a stamp without brackets. `13:12,` and `13:12.` are prose broken at a time,
/// `13:12-13:20` and `13:12 to 13:20` are no moment.
fn edge(input: &str) -> Read<'_, ()> {
    let digit = |c: char| c.is_ascii_digit();
    value(
        (),
        (
            peek(alt((
                value((), eof),
                value((), satisfy(is_gap)),
                value((), (satisfy(is_dash), not(satisfy(digit)))),
                value((), (char(':'), alt((value((), eof), gap)))),
            ))),
            not(range),
        ),
    )
    .parse(input)
}

/// ` - 13:20`, ` to 13:20`, ` --> 00:05`; also the second time of `0:00 0:00`
fn range(input: &str) -> Read<'_, ()> {
    let to = alt((
        value((), (take_while1(is_dash), opt(char('>')), skip)),
        value((), (alt((tag("to"), tag("until"))), gap)),
        value((), peek((time, skip, eof))),
    ));
    let clocked = value((), (number(1, 2), char(':'), number(2, 2)));
    value((), (skip, to, alt((clocked, value((), hours))))).parse(input)
}

fn word_end(input: &str) -> Read<'_, ()> {
    not(satisfy(char::is_alphanumeric)).parse(input)
}

fn at(
    hour: u32,
    minute: u32,
    second: Option<u32>,
    millisecond: Option<u16>,
    meridiem: Option<Meridiem>,
) -> Option<ClockStamp> {
    let possible = match meridiem {
        Some(_) => (1..=12).contains(&hour),
        None => hour < 24,
    };
    let possible = possible && minute < 60 && second.is_none_or(|second| second < 60);
    possible.then_some(ClockStamp {
        date: None,
        day: None,
        hour: hour as u8,
        minute: minute as u8,
        second: second.map(|second| second as u8),
        millisecond,
        meridiem,
        offset: None,
    })
}
