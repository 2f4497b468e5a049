//! Units named in what is said: `Engine 7`, `Engines 7 and 12`, `E7`, `3-Adam-12`, `603, go ahead`.
//!
//! ```abnf
//! named  = unit / kind "s" gap number *( [","] [gap "and"] gap number )
//! called = 2*4DIGIT ","          ; a call sign that opens a transmission
//! ```

use super::word::{end, gap, letters, miss, starts_word, word_before, words};
use crate::lexicon::radio::{NO_UNIT_BEHIND, SHORT_UNITS, UNITS};
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
use crate::read::transcript::line::{designation, unit};
use crate::span::Span;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::combinator::{opt, peek, recognize, verify};
use nom::multi::separated_list1;
use nom::sequence::{separated_pair, terminated};
use nom::{IResult, Parser};

/// The units that a transmission names, in order, in the form by which they are compared: lower case,
/// the kind in full, the number in digits; the kind alone where no number was understood.
///
/// ```
/// use squelch::{find::unit::units, span::Span};
/// let units = |text: &str| units(text, Span::new(0, text.len()));
/// assert_eq!(units("Engines 7 and 12, respond with E4."), ["engine 7", "engine 12", "engine 4"]);
/// assert_eq!(units("603, a car 3 blocks north"), ["603"]);
/// ```
pub fn units(text: &str, transmission: Span) -> Vec<String> {
    let mut found = Vec::new();
    let start = transmission.start as usize;
    let text = &text[..transmission.end as usize];
    let mut at = start;
    while at < text.len() {
        let here = &text[at..];
        let first = here.chars().next().unwrap_or(' ');
        if !first.is_ascii_alphanumeric() || !starts_word(text, at) {
            at += first.len_utf8();
            continue;
        }
        let opens = at == start;
        let rest = match named(here) {
            Ok((rest, names)) if !has(NO_UNIT_BEHIND, word_before(text, at)) => {
                found.extend(names);
                rest
            }
            _ => match called(here) {
                Ok((rest, sign)) if opens => {
                    found.push(sign.to_owned());
                    rest
                }
                _ => here.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-'),
            },
        };
        at = text.len() - rest.len();
    }
    found
}

/// The form by which a unit's name is compared; `None` for words that are no unit's name.
///
/// ```
/// use squelch::find::unit::compared;
/// assert_eq!(compared("Medic Three").as_deref(), Some("medic 3"));
/// assert_eq!(compared("603").as_deref(), Some("603"));
/// assert_eq!(compared("Harbor Command"), None);
/// ```
pub fn compared(words: &str) -> Option<String> {
    if (2..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(words.to_owned());
    }
    let (rest, names) = named(words).ok()?;
    names.into_iter().next().filter(|_| rest.is_empty())
}

/// Whether a unit can start here: few words have to be read.
fn may_start(words: &str) -> bool {
    let word = words.split(|c: char| !c.is_ascii_alphabetic()).next();
    let word = word.unwrap_or_default();
    let next = words.as_bytes().get(word.len());
    let is_numbered = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
    word.is_empty()
        || word.len() <= 3 && next.is_some_and(is_numbered)
        || has(UNITS, word.strip_suffix('s').unwrap_or(word))
}

fn named(input: &str) -> IResult<&str, Vec<String>> {
    if !may_start(input) {
        return Err(miss(input));
    }
    if let Ok((rest, (kind, number))) = terminated(unit, end).parse(input) {
        return Ok((rest, vec![name(kind, number)]));
    }
    let kind = verify(letters, |word: &str| {
        word.strip_suffix('s').is_some_and(|kind| has(UNITS, kind))
    });
    let and = || (opt(char(',')), gap, opt((words("and"), gap)));
    let numbers = separated_list1(and(), terminated(recognize(designation), end));
    let (rest, (kind, numbers)) = separated_pair(kind, gap, numbers).parse(input)?;
    let kind = kind.trim_end_matches('s');
    let names = numbers.into_iter().map(|number| name(kind, number));
    Ok((rest, names.collect()))
}

/// `603,`
fn called(input: &str) -> IResult<&str, &str> {
    let sign = take_while_m_n(2, 4, |c: char| c.is_ascii_digit());
    terminated(sign, peek(char(','))).parse(input)
}

fn name(kind: &str, number: &str) -> String {
    let kind = look_up(SHORT_UNITS, kind).map_or_else(|| kind.to_lowercase(), str::to_owned);
    let number = number.trim_start_matches('#');
    let number =
        look_up(NUMBERS, number).map_or_else(|| number.to_lowercase(), |figure| figure.to_string());
    match (kind.as_str(), number.as_str()) {
        ("", number) => number.to_owned(),
        (kind, "") => kind.to_owned(),
        (kind, number) => format!("{kind} {number}"),
    }
}
