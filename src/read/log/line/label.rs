//! The label before the words spoken: who speaks, on which channel.
//!
//! `IPD Dispatch (Unit 12): `, `Unit 12: `, `Captain to First Officer: `, `<TAC-2> `, `<TAC-2> Engine 4: `
//!
//! ```abnf
//! label     = "<" inner ">" [":"] [gap] [ named ] / named
//! microphone = 2*3UPPER [ "-" ( 1*DIGIT / "?" ) ] gap    ; of a list
//! call-sign = 2*4DIGIT ":" ( gap / end )
//! named     = name [ [gap] "(" inner ")" ] [gap] ":" ( gap / end )
//! name      = 1*40( letter / digit / " " / "-" / "." / "'" / "/" / "#" / "&" / "_" )
//!             ; at most six words, none of them a word of speech
//! inner     = 1*40character    ; none of <>()[]:
//! ```

use super::unit::is_unit;
use super::{Label, Read, gap, is_gap, skip};
use crate::lexicon::has;
use crate::lexicon::radio::{CHANNELS, FIELDS, MICROPHONES, NOISE, ROLES, SPEECH, TITLES};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit1};
use nom::combinator::{eof, fail, map, opt, recognize, value, verify};
use nom::sequence::{delimited, terminated};

const MOST_CHARACTERS: usize = 40;
const MOST_WORDS: usize = 6;

/// `IPD Dispatch (Unit 12): `, `<TAC-2> `
pub(super) fn label(input: &str) -> Read<'_, Label<'_>> {
    match input.chars().next() {
        Some('<') => (angled, opt(named))
            .map(|(channel, named)| Label {
                channel: Some(channel),
                ..named.unwrap_or_default()
            })
            .parse(input),
        Some(first) if first.is_alphanumeric() => named(input),
        _ => fail().parse(input),
    }
}

/// `412: `, a call sign: only behind a stamp, for a line of a list begins like it.
pub(super) fn call_sign(input: &str) -> Read<'_, Label<'_>> {
    let sign = take_while_m_n(2, 4, |c: char| c.is_ascii_digit());
    let end = (char(':'), alt((gap, value((), eof))));
    terminated(sign, end)
        .map(|sign| Label {
            name: Some(sign),
            ..Label::default()
        })
        .parse(input)
}

/// `CAM-1 `, `CAM `: the microphone and the speaker of a cockpit's recording, only behind a stamp, for it has
/// no colon (NTSB, legend of transcripts).
pub(super) fn microphone(input: &str) -> Read<'_, Label<'_>> {
    let letters = verify(
        take_while_m_n(2, 3, |c: char| c.is_ascii_uppercase()),
        |name: &str| has(MICROPHONES, name),
    );
    let speaker = opt((char('-'), alt((digit1, tag("?")))));
    // `HOT spot on the roof` is said of a fire; the area's microphone alone hears sounds
    let name = verify(recognize((letters, speaker)), |name: &str| {
        name == "CAM" || name.contains('-')
    });
    terminated(name, gap)
        .map(|name| Label {
            name: Some(name),
            ..Label::default()
        })
        .parse(input)
}

/// `<TAC-2> `
fn angled(input: &str) -> Read<'_, &str> {
    let channel = verify(inner, |words: &str| {
        // one letter is the tag of a mark-up
        1 < words.len() && words.starts_with(char::is_alphanumeric) && !has(NOISE, words)
    });
    terminated(
        delimited(char('<'), channel, char('>')),
        (opt(char(':')), skip),
    )
    .parse(input)
}

/// `Unit 12: `, `IPD Dispatch (Unit 12): `
fn named(input: &str) -> Read<'_, Label<'_>> {
    (
        verify(name, is_name),
        opt(terminated(
            delimited(char('('), map(inner, str::trim), char(')')),
            skip,
        )),
        char(':'),
        alt((gap, value((), eof))),
    )
        .map(|(name, aside, ..)| Label {
            channel: None,
            name: Some(name),
            aside: aside.filter(|words| !words.is_empty() && !has(NOISE, words)),
        })
        .parse(input)
}

fn name(input: &str) -> Read<'_, &str> {
    let part = |c: char| {
        c.is_alphanumeric()
            || is_gap(c)
            || matches!(c, '-' | '.' | '\'' | '’' | '/' | '#' | '&' | '_')
    };
    take_while_m_n(1, MOST_CHARACTERS, part)
        .map(|words: &str| words.trim_end_matches(is_gap))
        .parse(input)
}

fn inner(input: &str) -> Read<'_, &str> {
    let part = |c: char| !matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ':');
    take_while_m_n(1, MOST_CHARACTERS, part).parse(input)
}

/// Whether words before a colon can name someone or something that speaks.
pub(in crate::read) fn is_name(words: &str) -> bool {
    let mut parts = words.split(is_gap).filter(|word| !word.is_empty());
    words.chars().any(char::is_alphabetic)
        && parts.by_ref().take(MOST_WORDS).all(is_name_word)
        && parts.next().is_none()
        && !has(FIELDS, words)
        && (!words.starts_with(char::is_lowercase) || is_known(words))
}

/// Whether a name without a capital is one by its words: `unit 12`, `police officer`
fn is_known(words: &str) -> bool {
    let last = words.rsplit(is_gap).next().unwrap_or(words);
    has(ROLES, last) || names_channel(words) || is_unit(words)
}

fn is_name_word(word: &str) -> bool {
    let (stem, dotted) = match word.strip_suffix('.') {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let root = stem.split(['\'', '’']).next().unwrap_or(stem);
    // `Division A` is a name, `for a description` is not
    let article = root == "a";
    !article && !has(SPEECH, root) && (!dotted || stem.len() == 1 || has(TITLES, stem))
}

/// Whether a word of a label says that it is a channel: `TAC-2`, `Fireground 3`
pub(crate) fn names_channel(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| has(CHANNELS, word))
}
