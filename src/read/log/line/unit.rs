//! The shape of a unit's name.
//!
//! `Unit 12`, `Engine 7`, `Medic Three`, `K9-2`, `Unit 4-12`, `E7`, `BC-6`, `3-Adam-12`, `Truck`
//!
//! ```abnf
//! unit      = call-sign / unit-word [ ( gap / "-" ) number ] / letters ["-"] number / 1*2DIGIT "-" spelling "-" number
//! number    = ["#"] 1*4DIGIT [ALPHA] *( "-" 1*4DIGIT [ALPHA] ) / number-word
//! ```

use super::{Read, gap};
use crate::lexicon::radio::{LONE_UNITS, PHONETIC, UNIT_LETTERS, UNITS};
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{all_consuming, opt, recognize, value, verify};
use nom::multi::many0_count;
use nom::sequence::{preceded, separated_pair};

/// Whether `words` are the name of a unit and nothing else.
///
/// ```
/// use squelch::read::log::line::is_unit;
/// assert!(is_unit("Engine 7"));
/// assert!(is_unit("3-Adam-12"));
/// assert!(!is_unit("Command"));
/// assert!(!is_unit("TAC-2"));
/// ```
pub fn is_unit(words: &str) -> bool {
    is_call_sign(words) || all_consuming(unit).parse(words).is_ok()
}

/// `412`
fn is_call_sign(words: &str) -> bool {
    (2..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// A unit at the start of some words: its kind and its number, either of which may be empty.
///
/// # Errors
///
/// No unit is here.
pub fn unit(input: &str) -> Read<'_, (&str, &str)> {
    if input.starts_with(|c: char| c.is_ascii_digit()) {
        recognize(spelled).map(|sign| ("", sign)).parse(input)
    } else {
        alt((worded, lettered, lone)).parse(input)
    }
}

/// `Engine 7`, `K9-2`
fn worded(input: &str) -> Read<'_, (&str, &str)> {
    let separator = || alt((gap, value((), char('-'))));
    let kennel = recognize((one_of("kK"), opt(char('-')), char('9')));
    let kind = alt((kennel, verify(alphabetic, |kind: &str| has(UNITS, kind))));
    separated_pair(kind, separator(), recognize(designation)).parse(input)
}

/// `E7`, `BC-6`
fn lettered(input: &str) -> Read<'_, (&str, &str)> {
    let letters = take_while_m_n(1, 3, |c: char| c.is_ascii_uppercase());
    let letters = verify(letters, |letters: &str| has(UNIT_LETTERS, letters));
    separated_pair(letters, opt(char('-')), recognize(numeral)).parse(input)
}

/// `3-Adam-12`
fn spelled(input: &str) -> Read<'_, ()> {
    let word = verify(alphabetic, |word: &str| {
        has(PHONETIC, word) || word.len() == 1
    });
    value(
        (),
        (
            take_while_m_n(1, 2, |c: char| c.is_ascii_digit()),
            char('-'),
            word,
            char('-'),
            numeral,
        ),
    )
    .parse(input)
}

/// `Truck`
fn lone(input: &str) -> Read<'_, (&str, &str)> {
    let kind = verify(alphabetic, |word: &str| has(LONE_UNITS, word));
    kind.map(|kind| (kind, "")).parse(input)
}

/// `7`, `4-12`, `Seven`, `fifty-one`
///
/// # Errors
///
/// No number of a unit is here.
pub fn designation(input: &str) -> Read<'_, ()> {
    let word = verify(alphabetic, |word: &str| look_up(NUMBERS, word).is_some());
    let ten = verify(alphabetic, |word: &str| {
        look_up(NUMBERS, word).is_some_and(|ten| 20 <= ten)
    });
    let one = verify(alphabetic, |word: &str| {
        look_up(NUMBERS, word).is_some_and(|one| one < 10)
    });
    let tens = value((), (ten, alt((gap, value((), char('-')))), one));
    alt((numeral, tens, value((), word))).parse(input)
}

/// `7`, `#7`, `31A`, `4-12`
fn numeral(input: &str) -> Read<'_, ()> {
    let figures = || {
        (
            take_while_m_n(1, 4, |c: char| c.is_ascii_digit()),
            opt(satisfy(|c| c.is_ascii_alphabetic())),
        )
    };
    value(
        (),
        (
            opt(char('#')),
            figures(),
            many0_count(preceded(char('-'), figures())),
        ),
    )
    .parse(input)
}

fn alphabetic(input: &str) -> Read<'_, &str> {
    take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)
}
