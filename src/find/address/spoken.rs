//! Places as they are said on the air, or written down by speech-to-text: `5150 coldwater road`,
//! `county road 12`, `Calder and Ninth`, `640 Quarry`.
//!
//! ```abnf
//! spoken   = address / intersection / premises       ; as in prose
//!          / number gap 1*2(name gap) suffix          ; in lower case
//!          / [name] "road" gap number                 ; `county road 12`
//!          / Name gap ("and" / "at" / "&") gap Name   ; where a place can stand
//!          / number gap Name
//!          / 1*3(Name gap) premises-word              ; in lower case
//! ```

use super::{Named, Place, direction, is_suffix, numbered_road, place, plain, proper, scan};
use crate::find::word::{digits, gap, letters, words};
use crate::lexicon::dispatch::NO_STREET_NAME;
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::radio::UNITS;
use crate::lexicon::street::{DIRECTIONS, PREMISES};
use crate::lexicon::time::{MONTHS, NUMBERS, WEEKDAYS};
use crate::lexicon::{has, look_up};
use crate::span::Span;
use nom::branch::alt;
use nom::character::complete::char;
use nom::combinator::{not, opt, peek, recognize, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, separated_pair, terminated};
use nom::{IResult, Parser};

/// The places of a transmission, in order, without overlap.
///
/// ```
/// use squelch::{find::address::spoken_places, span::Span};
/// let places = |text: &str| spoken_places(text, Span::new(0, text.len()));
/// assert_eq!(places("engine 51 to 212 sycamore street for a fall")[0].name, "sycamore st");
/// assert_eq!(places("Calder and Ninth, green sedan")[0].cross.as_deref(), Some("ninth"));
/// assert!(places("two cars and a van on the road").is_empty());
/// ```
pub fn spoken_places(text: &str, transmission: Span) -> Vec<Place> {
    scan(text, transmission, |input, before| {
        let first = input.chars().next().unwrap_or(' ');
        if first.is_lowercase() {
            return lower_case_road(input);
        }
        if let Ok(found) = place(input) {
            return Ok(found);
        }
        if first.is_ascii_digit() {
            return alt((lower_case, house)).parse(input);
        }
        let is_place = before.is_empty() || has(NO_STREET_NAME, before);
        if is_place {
            alt((crossing, lower_case_premises)).parse(input)
        } else {
            lower_case_premises(input)
        }
    })
}

/// `212 sycamore street`
fn lower_case(input: &str) -> IResult<&str, Named<'_>> {
    let name = verify(letters, |word: &str| {
        is_street_name(word) && !is_suffix(word)
    });
    let suffix = verify(letters, |word: &str| 3 < word.len() && is_suffix(word));
    let street = recognize((many_m_n(1, 2, terminated(name, gap)), suffix));
    separated_pair(digits(2, 5), gap, street)
        .map(|(number, street)| Named {
            number: Some(number),
            ..plain(street)
        })
        .parse(input)
}

/// `Lake Ansel campground`, `Mill Creek bridge`
fn lower_case_premises(input: &str) -> IResult<&str, Named<'_>> {
    let name = verify(proper, |word: &str| is_street_name(word));
    let kind = verify(letters, |word: &str| has(PREMISES, word));
    recognize((many_m_n(1, 3, terminated(name, gap)), kind))
        .map(plain)
        .parse(input)
}

/// `county road 12`, `route 9`
fn lower_case_road(input: &str) -> IResult<&str, Named<'_>> {
    let kind = alt((
        words("county road"),
        words("state road"),
        words("state route"),
        words("highway"),
        words("interstate"),
        words("route"),
    ));
    recognize((kind, gap, digits(1, 3))).map(plain).parse(input)
}

/// `640 Quarry`, `500 West Oak`
fn house(input: &str) -> IResult<&str, Named<'_>> {
    let street = verify(proper, |word: &str| is_street_name(word));
    let street = recognize((opt(direction), street));
    separated_pair(digits(2, 5), gap, street)
        .map(|(number, street)| Named {
            number: Some(number),
            ..plain(street)
        })
        .parse(input)
}

/// `Calder and Ninth`
fn crossing(input: &str) -> IResult<&str, Named<'_>> {
    let name = || {
        verify(proper, |word: &str| {
            is_street_name(word) && look_up(NUMBERS, word).is_none()
        })
    };
    let street = || recognize((name(), opt((gap, name()))));
    let and = alt((words("and"), words("at"), value((), char('&'))));
    not(peek(numbered_road)).parse(input)?;
    // `Smith and Jones are with me`
    let people = (gap, alt(["are", "have", "is", "were"].map(words)));
    let crossing = separated_pair(street(), delimited(gap, and, gap), street());
    terminated(crossing, not(people))
        .map(|(street, cross)| Named {
            cross: Some(cross),
            ..plain(street)
        })
        .parse(input)
}

/// Whether a word can be all that is said of a street: no unit, day, month or word of speech.
fn is_street_name(word: &str) -> bool {
    3 <= word.len()
        && !word.contains(['\'', '’'])
        && !has(UNITS, word.strip_suffix('s').unwrap_or(word))
        && !has(NO_STREET_NAME, word)
        && !has(STOP_WORDS, word)
        && look_up(DIRECTIONS, word).is_none()
        && look_up(MONTHS, word).is_none()
        && look_up(WEEKDAYS, word).is_none()
}
