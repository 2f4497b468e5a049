//! The grammar of one transcript line: what was written, nothing resolved.
//!
//! `[2024-02-29 13:12:04] IPD Dispatch (Unit 12): show me on scene`, `11:28:25 - engine stops`,
//! `Unit 12: copy`
//!
//! ```abnf
//! stamped   = stamp separator [ label / call-sign / microphone ] text
//! labelled  = label text
//! separator = [gap] dash ( gap / end ) / ":" ( gap / end ) / dash / [gap]
//! dash      = 1*2( "-" / "–" / "—" )
//! gap       = 1*( SP / HTAB / no-break space / thin space )
//! ```

use crate::read::transcript::ClockStamp;
use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while_m_n, take_while1};
use nom::character::complete::char;
use nom::combinator::{consumed, eof, opt, value};
use nom::{IResult, Parser};

pub(in crate::read) mod date;
mod label;
mod stamp;
mod unit;

pub(in crate::read) use label::is_name;
pub(super) use label::names_channel;
pub(in crate::read) use stamp::{offset, time};
pub use unit::{designation, is_unit, unit};

type Read<'a, T> = IResult<&'a str, T>;

/// One line, its parts as slices of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// `[13:12:04]` and its words.
    pub stamp: Option<(ClockStamp, &'a str)>,
    /// Whether the stamp stands in brackets.
    pub bracketed: bool,
    /// What stands before the words spoken.
    pub label: Label<'a>,
    /// The words spoken, without white space at their ends.
    pub text: &'a str,
}

/// The label of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Label<'a> {
    /// `TAC-2` of `<TAC-2>`
    pub channel: Option<&'a str>,
    /// `IPD Dispatch` of `IPD Dispatch (Unit 12):`
    pub name: Option<&'a str>,
    /// `Unit 12` of `IPD Dispatch (Unit 12):`
    pub aside: Option<&'a str>,
}

/// A line that begins with a stamp; white space before it is the caller's.
///
/// ```
/// use squelch::read::log::line::stamped;
/// let line = stamped("13:12:04 Unit 12: copy").unwrap();
/// assert_eq!(line.label.name, Some("Unit 12"));
/// assert_eq!(line.text, "copy");
/// assert!(stamped("25:61 Unit 12: copy").is_none());
/// ```
pub fn stamped(line: &str) -> Option<Line<'_>> {
    let (rest, (words, (stamp, bracketed))) = consumed(stamp::stamp).parse(line).ok()?;
    let region = |rest| match stamp.meridiem {
        Some(_) => opt(stamp::region).parse(rest),
        None => Ok((rest, None)),
    };
    let (rest, _) = region(rest).ok()?;
    let (rest, ()) = separator(rest).ok()?;
    let (rest, label) = opt(alt((label::label, label::call_sign, label::microphone)))
        .parse(rest)
        .ok()?;
    Some(Line {
        stamp: Some((stamp, words)),
        bracketed,
        label: label.unwrap_or_default(),
        text: rest.trim(),
    })
}

/// A line that begins with a label.
///
/// ```
/// use squelch::read::log::line::labelled;
/// assert_eq!(labelled("Unit 12: copy").unwrap().text, "copy");
/// assert!(labelled("stand by for a description: tall").is_none());
/// ```
pub fn labelled(line: &str) -> Option<Line<'_>> {
    let (rest, label) = label::label(line).ok()?;
    Some(Line {
        stamp: None,
        bracketed: false,
        label,
        text: rest.trim(),
    })
}

/// Whether a line begins with figures like a clock's, be they a time or not: `28:30`, `[000:00:01]`
pub(super) fn is_clocked(line: &str) -> bool {
    let other = |byte: &u8| !byte.is_ascii_digit() && !b" T:/.,+-[(".contains(byte);
    let figures = line.bytes().position(|byte| other(&byte));
    line.as_bytes()[..figures.unwrap_or(line.len())]
        .windows(3)
        .any(|at| at[0].is_ascii_digit() && at[1] == b':' && at[2].is_ascii_digit())
}

/// ` `, ` - `, ` – `, `- `, `: `
fn separator(input: &str) -> Read<'_, ()> {
    let dash = take_while_m_n(1, 2, is_dash);
    let end = || alt((gap, value((), eof)));
    alt((
        value((), (skip, dash, end())),
        value((), (char(':'), end())),
        value((), take_while_m_n(1, 2, is_dash)),
        skip,
    ))
    .parse(input)
}

fn gap(input: &str) -> Read<'_, ()> {
    value((), take_while1(is_gap)).parse(input)
}

fn skip(input: &str) -> Read<'_, ()> {
    value((), take_while(is_gap)).parse(input)
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// From `least` to `most` digits; `most` is small enough for the number to fit.
pub(in crate::read) fn number<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = u32, Error = nom::error::Error<&'a str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit()).map(|digits: &str| {
        digits
            .bytes()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    })
}
