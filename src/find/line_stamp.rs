//! Times in figures that open line after line of a log: `20.31: The cutter sails`, `10:20:14 – A caller
//! reports smoke`, `0415: The pumps start`. One line so opened may begin with a number of something else.
//!
//! ```abnf
//! line  = *mark stamp (":" / dash / "|") / *mark stamp gap capital
//! stamp = 1*2DIGIT ("." / ":") 2DIGIT [":" 2DIGIT] / 4DIGIT
//! ```

use super::clock::{of, sixtieth};
use super::figures::{dotted, four_digits};
use super::number::short_digits;
use super::phrase::{In, Out, tight};
use super::token::{self, Form, Kind, Token};
use super::{Clock, Expression, Mention, Point, When, merge};
use crate::read::article::{Paragraph, Role};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// So many lines make a log.
const ENOUGH: usize = 3;

/// Adds the times that open the lines of a log and that no other words make a time.
pub fn add(text: &str, paragraphs: &[Paragraph], found: &mut Vec<Mention>) {
    let mut tokens = Vec::new();
    let stamps: Vec<Mention> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.role == Role::Body)
        .filter_map(|paragraph| {
            token::tokens(text, *paragraph.sentences.first()?, &mut tokens);
            stamp(&tokens)
        })
        .collect();
    if stamps.len() < ENOUGH {
        return;
    }
    let mut added = Vec::new();
    for stamp in stamps {
        let next = found.partition_point(|other| other.span.end <= stamp.span.start);
        match found.get_mut(next).map(|other| &mut other.span) {
            Some(known) if known.start <= stamp.span.end => {}
            // `20.14 (8.14pm):` is one time in two spellings
            Some(other) if text[stamp.span.end as usize..other.start as usize].trim() == "(" => {
                other.start = stamp.span.start;
                other.end += u32::from(text[other.end as usize..].starts_with(')'));
            }
            _ => added.push(stamp),
        }
    }
    merge(found, added);
}

/// The time that opens a line.
fn stamp(line: &[Token]) -> Option<Mention> {
    let start = line.iter().position(Token::is_word)?;
    let input = &line[start..];
    let (rest, clock) = alt((colon, dotted, four_digits)).parse(input).ok()?;
    let own = &input[..input.len() - rest.len()];
    let is_figures = own.len() == 1;
    let next = rest.first()?;
    let is_marked = match next.kind {
        Kind::Mark(':') => !next.spaced,
        Kind::Mark('–' | '-' | '|' | '(') => next.spaced,
        _ => false,
    };
    let is_apart = next.spaced && next.form != Form::Lower && next.kind == Kind::Other;
    let is_stamp = is_marked || !is_figures && is_apart;
    let span = own[0].span().join(own[own.len() - 1].span());
    let when = When {
        clock: Some(clock),
        span,
        ..When::default()
    };
    is_stamp.then_some(Mention {
        span,
        expression: Expression::Point(Point {
            when,
            ..Point::default()
        }),
    })
}

/// `10:20:14`, `9:05`
fn colon(input: In) -> Out<Clock> {
    let hour = verify(short_digits, |hour| *hour < 24);
    let seconds = opt(preceded(tight(':'), sixtieth));
    (hour, tight(':'), sixtieth, seconds)
        .map(|(hour, (), minute, second)| Clock {
            military: 12 < hour || hour == 0,
            has_minute: true,
            second: second.map(|second| second as u8),
            ..of(hour, minute)
        })
        .parse(input)
}
