//! Units named in what is said: `Engine 7`, `Engines 7 and 12`, `medic fifty-one`, `E7`, `3-Adam-12`;
//! `603, go ahead`, `okay 603`, `fifty one is on scene`.
//!
//! ```abnf
//! named  = unit / kind "s" gap number *( [","] [gap "and"] gap number )
//! called = number ( end / "," / "'s" / gap status )        ; opens a transmission
//!        / answer [","] gap number [mark]                  ; is all of it
//!        / ( "from" / "to" ) gap number
//! ```

use super::word::{end, gap, letters, miss, starts_word, tokens, word_before, words};
use crate::lexicon::dispatch::{ANSWERS, STATUSES};
use crate::lexicon::radio::{NO_UNIT_BEHIND, SHORT_UNITS, UNITS};
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
use crate::read::log::line::{designation, is_unit, unit};
use crate::span::Span;
use nom::branch::alt;
use nom::character::complete::{char, one_of};
use nom::combinator::{eof, opt, peek, recognize, value, verify};
use nom::multi::{many0, separated_list1};
use nom::sequence::{preceded, separated_pair, terminated};
use nom::{IResult, Parser};

/// A unit as it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// `medic 3`, in lower case, the kind in full, the number in digits; or the kind alone, where no
    /// number was understood.
    Named(String),
    /// `3`: the number alone, in digits, by which a transmission opens: `3, go ahead`.
    Number(String),
    /// A number that may be a unit's: `okay 41`, `fifty one is on scene`.
    Perhaps(String),
}

impl Call {
    /// The number of the unit: `3` of `medic 3`.
    pub fn number(&self) -> &str {
        match self {
            Call::Named(name) => name.rsplit(' ').next().unwrap_or(name),
            Call::Number(number) | Call::Perhaps(number) => number,
        }
    }
}

/// The units that a transmission names, in order.
///
/// ```
/// use squelch::{find::unit::{Call, units}, span::Span};
/// let units = |text: &str| units(text, Span::new(0, text.len()));
/// let named = |names: &[&str]| names.iter().map(|it| Call::Named(it.to_string())).collect::<Vec<_>>();
/// assert_eq!(units("Engines 7 and 12, respond with E4."), named(&["engine 7", "engine 12", "engine 4"]));
/// assert_eq!(units("fifty-one is on scene, a car 3 blocks north"), [Call::Perhaps("51".to_owned())]);
/// ```
pub fn units(text: &str, transmission: Span) -> Vec<Call> {
    let start = transmission.start as usize;
    let text = &text[..transmission.end as usize];
    let mut found: Vec<Call> = Vec::new();
    let mut at = start;
    while at < text.len() {
        let here = &text[at..];
        let first = here.chars().next().unwrap_or(' ');
        if !first.is_ascii_alphanumeric() || !starts_word(text, at) {
            at += first.len_utf8();
            continue;
        }
        let rest = if let Ok((rest, names)) = named(here)
            && !has(NO_UNIT_BEHIND, word_before(text, at))
        {
            found.extend(names.into_iter().map(Call::Named));
            rest
        } else if let Ok((rest, numbers)) = called(here, &text[start..at]) {
            found.extend(numbers);
            rest
        } else {
            here.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-')
        };
        at = text.len() - rest.len();
    }
    found
}

/// A unit by the label of its transmissions; `None` for words that are no unit's name.
///
/// ```
/// use squelch::find::unit::{Call, labelled};
/// assert_eq!(labelled("Medic Three"), Some(Call::Named("medic 3".to_owned())));
/// assert_eq!(labelled("603"), Some(Call::Number("603".to_owned())));
/// assert_eq!(labelled("Harbor Command"), None);
/// ```
pub fn labelled(words: &str) -> Option<Call> {
    if !is_unit(words) {
        return None;
    }
    if words.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Call::Number(words.to_owned()));
    }
    let (_, names) = named(words).ok()?;
    names.into_iter().next().map(Call::Named)
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

/// The number of a unit that is called by it alone; `10-4` is a code.
fn number(input: &str) -> IResult<&str, &str> {
    let is_number = |number: &str| !number.contains('-') || number.starts_with(char::is_alphabetic);
    terminated(verify(recognize(designation), is_number), end).parse(input)
}

/// `603, 412, …`, `fifty one is …`, and `okay 603`, `Dispatch from 41` by the words before.
fn called<'a>(input: &'a str, before: &str) -> IResult<&'a str, Vec<Call>> {
    if before.trim().is_empty() {
        let status = verify(letters, |word: &str| has(STATUSES, word));
        let is_called = alt((
            value(false, (opt(one_of(",.?!")), eof)),
            value(true, char(',')),
            value(true, alt((words("'s"), words("’s")))),
            value(false, (gap, status)),
        ));
        let (rest, (first, is_certain)) = (number, peek(is_called)).parse(input)?;
        let next = preceded((char(','), gap), terminated(number, peek(char(','))));
        let (rest, others) = many0(next).parse(rest)?;
        let call = |number: &str| {
            let is_sign = is_certain && number.starts_with(|c: char| c.is_ascii_digit());
            let number = name("", number);
            if is_sign {
                Call::Number(number)
            } else {
                Call::Perhaps(number)
            }
        };
        let numbers = [first].into_iter().chain(others);
        return Ok((rest, numbers.map(call).collect()));
    }
    let last = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '-')
        .find(|word| !word.is_empty());
    let last = last.unwrap_or_default();
    let (rest, number) = number(input)?;
    let is_end = rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let whole = Span::new(0, before.len());
    let is_answer = is_end && tokens(before, whole).all(|word| has(ANSWERS, word.of(before)));
    let is_spoken_to = ["from", "to"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word))
        && (is_end || rest.starts_with(','));
    if is_answer || is_spoken_to {
        Ok((rest, vec![Call::Perhaps(name("", number))]))
    } else {
        Err(miss(input))
    }
}

fn name(kind: &str, number: &str) -> String {
    let kind = look_up(SHORT_UNITS, kind).map_or_else(|| kind.to_lowercase(), str::to_owned);
    match (kind.as_str(), figures(number).as_str()) {
        ("", number) => number.to_owned(),
        (kind, "") => kind.to_owned(),
        (kind, number) => format!("{kind} {number}"),
    }
}

/// `#9`, `Nine`, `fifty-one` in digits.
fn figures(number: &str) -> String {
    let parts = number.split(|c: char| c == '-' || c.is_whitespace());
    let values: Option<Vec<u32>> = parts.map(|part| look_up(NUMBERS, part)).collect();
    match values {
        Some(values) => values.iter().sum::<u32>().to_string(),
        None => number.trim_start_matches('#').to_lowercase(),
    }
}
