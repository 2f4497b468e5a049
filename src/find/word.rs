//! Words, gaps and numbers: the smallest pieces that the families share, and what surrounds a time.

use super::{Expression, Point};
use crate::lexicon::beside::{
    BOOKS, CLOCK_PREPOSITIONS, DETERMINERS, MEASURES, NO_ORDER, NO_TIE, NUMBERED, SCORED,
};
use crate::lexicon::time::{
    BEHIND_SMALL_WORDS, DAY_PARTS, LENGTH_UNITS, NUMBERS, ORDINALS, SMALL_WORDS,
};
use crate::lexicon::{has, look_up};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, satisfy};
use nom::combinator::{map_opt, map_res, not, opt, peek, recognize, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// The end of a word: no letter, digit or underscore follows.
pub fn end(input: &str) -> IResult<&str, ()> {
    not(satisfy(|c| c.is_alphanumeric() || c == '_')).parse(input)
}

/// What may stand between two words: a blank, a no-break or thin space, a tab, a line break.
pub const GAPS: &[&str] = &[" ", "\u{a0}", "\u{202f}", "\u{2009}", "\t", "\n", "\r"];

/// ` `, a no-break space, a line break inside a paragraph.
pub fn gap(input: &str) -> IResult<&str, &str> {
    take_while1(|c| {
        matches!(
            c,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' | '\n' | '\r'
        )
    })
    .parse(input)
}

/// A word of ASCII letters, whole.
pub fn letters(input: &str) -> IResult<&str, &str> {
    terminated(take_while1(|c: char| c.is_ascii_alphabetic()), end).parse(input)
}

/// A word or words in any case, whole; one blank in `words` stands for any gap.
pub fn words<'a>(
    words: &'static str,
) -> impl Parser<&'a str, Output = (), Error = nom::error::Error<&'a str>> {
    move |input: &'a str| {
        let mut rest = input;
        for (at, part) in words.split(' ').enumerate() {
            if 0 < at {
                (rest, _) = gap(rest)?;
            }
            let Some((head, tail)) = rest.split_at_checked(part.len()) else {
                return Err(miss(input));
            };
            if !head.eq_ignore_ascii_case(part) {
                return Err(miss(input));
            }
            rest = tail;
        }
        end(rest)
    }
}

/// The first of some words.
pub fn any_of<'a, T: Copy>(
    list: &'static [(&'static str, T)],
) -> impl Parser<&'a str, Output = T, Error = nom::error::Error<&'a str>> {
    move |input: &'a str| {
        // most words of most lists differ in their first letter: a whole grammar costs one look each
        let first = input.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        for &(entry, value) in list {
            if entry.as_bytes().first() != Some(&first) {
                continue;
            }
            if let Ok((rest, ())) = words(entry).parse(input) {
                return Ok((rest, value));
            }
        }
        Err(miss(input))
    }
}

/// Nothing here.
pub fn miss(input: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))
}

/// A run of ASCII letters, looked up in a sorted list.
pub fn listed<'a, T: Copy>(
    list: &'static [(&'static str, T)],
) -> impl Parser<&'a str, Output = T, Error = nom::error::Error<&'a str>> {
    terminated(
        map_opt(
            take_while1(|c: char| c.is_ascii_alphabetic()),
            move |word| look_up(list, word),
        ),
        end,
    )
}

/// `least` to `most` digits, no more and no fewer.
pub fn digits<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = u32, Error = nom::error::Error<&'a str>> {
    map_res(
        terminated(
            take_while_m_n(least, most, |c: char| c.is_ascii_digit()),
            not(satisfy(|c| c.is_ascii_digit())),
        ),
        str::parse::<u32>,
    )
}

/// `13`, `thirteen`, `twenty-three`, `2,000` is none.
pub fn number(input: &str) -> IResult<&str, u32> {
    alt((
        terminated(digits(1, 4), not((char(','), digits(3, 3)))),
        number_word,
    ))
    .parse(input)
}

/// `thirteen`, `twenty-three`
pub fn number_word(input: &str) -> IResult<&str, u32> {
    let (rest, tens) = listed(NUMBERS).parse(input)?;
    if 20 <= tens {
        let ones = preceded(
            alt((tag("-"), tag(" "))),
            verify(listed(NUMBERS), |n| *n < 10),
        );
        let (rest, ones) = opt(ones).parse(rest)?;
        return Ok((rest, tens + ones.unwrap_or(0)));
    }
    Ok((rest, tens))
}

/// `,` and a gap, or a gap.
pub fn comma_gap(input: &str) -> IResult<&str, &str> {
    recognize((opt(char(',')), gap)).parse(input)
}

/// An upper-case letter follows.
pub fn capital(input: &str) -> IResult<&str, ()> {
    peek(satisfy(char::is_uppercase)).map(|_| ()).parse(input)
}

/// Whether a word or a number starts at byte `at`: no letter or digit stands right before it.
pub fn starts_word(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        // `3:16`, `$1.50`, `P3T-19`, `2.5`, `1/2`, `#12`: the inside of something longer
        Some(':' | '.' | '/' | '-' | ',')
            if text[at..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            !back.next().is_some_and(|c| c.is_ascii_alphanumeric())
        }
        Some('$' | '£' | '€' | '#' | '@' | '\'' | '’')
            if text[at..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            false
        }
        _ => true,
    }
}

/// A word before a time is looked up; what is longer is no word of a list.
const LONGEST_WORD: usize = 40;

/// The word right before byte `at`, in the same line.
pub fn word_before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end_matches([' ', '\u{a0}']);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))
        .take(LONGEST_WORD)
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

/// The word right after byte `at`, a gap before it set aside.
fn word_after(text: &str, at: usize) -> &str {
    gap(&text[at..])
        .and_then(|(rest, _)| letters(rest))
        .map_or("", |(_, word)| word)
}

/// Whether words that a family accepted are a time where they stand.
///
/// A number with a colon needs a preposition or a form that nothing else has; `0:00` is a player's
/// counter, `1:30-1:45` in a score is none of ours.
pub fn is_time(text: &str, span: Span, expression: &Expression) -> bool {
    let before = word_before(text, span.start as usize);
    let digit_first = span.of(text).starts_with(|c: char| c.is_ascii_digit());
    match expression {
        Expression::Point(_) if !digit_first => true,
        Expression::Point(_) if has(NUMBERED, before) => false,
        Expression::Point(Point { when, .. }) => {
            let Some(clock) = when.clock else {
                return true;
            };
            // `1:12`, `1:12:30`: a score, a mix or a lap, unless a word says that it is a time
            let bare = clock.meridiem.is_none()
                && !clock.named
                && (!clock.military || (clock.second.is_some() && clock.hour < 13));
            let zero = clock.hour == 0 && clock.military && span.of(text).starts_with("0:");
            let alone = when.day.is_none() && when.part.is_none() && when.zone.is_none();
            let score = clock.meridiem.is_none() && (has(SCORED, before) || has(BOOKS, before));
            let unsaid = score || (bare && !has(CLOCK_PREPOSITIONS, before));
            !(zero || (alone && unsaid))
        }
        Expression::Year(_) => {
            let after = word_after(text, span.end as usize);
            let counts = has(MEASURES, after) || (is_plural(after) && !has(DETERMINERS, before));
            !(has(NUMBERED, before) || (digit_first && counts))
        }
        Expression::Then => !has(NO_ORDER, before),
        Expression::When => !has(NO_TIE, before),
        _ => true,
    }
}

/// `pages`, `votes`: a noun in small letters that a number before it may count.
fn is_plural(word: &str) -> bool {
    4 < word.len()
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.starts_with(char::is_lowercase)
}

/// Any of the tags that end an abbreviation: `Sept.`
pub fn stop(input: &str) -> IResult<&str, Option<char>> {
    opt(char('.')).parse(input)
}

/// `-`, `–`, `—`, ` to `
pub fn dash_or_to(input: &str) -> IResult<&str, &str> {
    alt((
        recognize((opt(gap), alt((tag("-"), tag("–"), tag("—"))), opt(gap))),
        recognize((gap, words("to"), gap)),
    ))
    .parse(input)
}

/// The words of a span, without the marks around them.
pub fn tokens(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    span.of(text)
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.')))
        .map(|word| word.trim_matches(['.', '\'', '’', '-']))
        .filter(|word| !word.is_empty())
        .map(|word| Span::within(text, word))
}

/// Whether a small word begins no time expression here, by the words behind it: `the barn`, `by a
/// driver`. The whole grammar would say so too, at many times the cost.
pub fn is_idle(input: &str) -> bool {
    /// `by about the same` is as far as small words go.
    const LONGEST_RUN: usize = 4;
    let mut rest = input;
    for run in 0..=LONGEST_RUN {
        let word = first_word(rest);
        if !has(SMALL_WORDS, word) {
            let tells = has(BEHIND_SMALL_WORDS, word)
                || look_up(NUMBERS, word).is_some()
                || look_up(ORDINALS, word).is_some()
                || look_up(LENGTH_UNITS, word).is_some()
                || look_up(DAY_PARTS, word).is_some()
                || rest[word.len()..].starts_with('-');
            return 0 < run && word.starts_with(char::is_lowercase) && !tells;
        }
        rest = rest[word.len()..].trim_start_matches(char::is_whitespace);
    }
    false
}

fn first_word(input: &str) -> &str {
    let end = input.find(|c: char| !c.is_alphabetic());
    &input[..end.unwrap_or(input.len())]
}
