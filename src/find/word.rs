//! Words, gaps and numbers: the smallest pieces that the families share, and what surrounds a time.

use crate::span::Span;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, satisfy};
use nom::combinator::{map_res, not, opt, peek};
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// The end of a word: no letter, digit or underscore follows.
pub fn end(input: &str) -> IResult<&str, ()> {
    not(satisfy(|c| c.is_alphanumeric() || c == '_')).parse(input)
}

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

/// Nothing here.
pub fn miss(input: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))
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

/// Any of the tags that end an abbreviation: `Sept.`
pub fn stop(input: &str) -> IResult<&str, Option<char>> {
    opt(char('.')).parse(input)
}

/// The words of a span, without the marks around them.
pub fn tokens(text: &str, span: Span) -> impl DoubleEndedIterator<Item = Span> + '_ {
    Words {
        text,
        start: span.start as usize,
        end: span.end as usize,
    }
}

/// The words between two bytes of a text, from either end.
struct Words<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Words<'_> {
    /// Passes over what is or is no part of a word, from the start.
    fn skip(&mut self, parts: bool) {
        let bytes = &self.text.as_bytes()[..self.end];
        while let Some(byte) = bytes.get(self.start) {
            let (is_part, width) = match PARTS.get(usize::from(*byte)) {
                Some(is_part) => (*is_part, 1),
                None => of_char(self.text[self.start..].chars().next()),
            };
            if is_part != parts {
                break;
            }
            self.start += width;
        }
    }

    /// The same from the end.
    fn skip_back(&mut self, parts: bool) {
        let bytes = self.text.as_bytes();
        while self.start < self.end {
            let (is_part, width) = match PARTS.get(usize::from(bytes[self.end - 1])) {
                Some(is_part) => (*is_part, 1),
                None => of_char(self.text[..self.end].chars().next_back()),
            };
            if is_part != parts {
                break;
            }
            self.end -= width;
        }
    }

    /// What was passed over, without the marks around it.
    fn trimmed(&self, start: usize, end: usize) -> Option<Span> {
        let is_mark = |c: char| matches!(c, '.' | '\'' | '’' | '-');
        let bytes = &self.text.as_bytes()[start..end];
        let is_bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        if is_bare(bytes.first()) && is_bare(bytes.last()) {
            return Some(Span::new(start, end));
        }
        let word = self.text[start..end].trim_matches(is_mark);
        (!word.is_empty()).then(|| Span::within(self.text, word))
    }
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.start < self.end {
            self.skip(false);
            let start = self.start;
            self.skip(true);
            let word = self.trimmed(start, self.start);
            if word.is_some() {
                return word;
            }
        }
        None
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Span> {
        while self.start < self.end {
            self.skip_back(false);
            let end = self.end;
            self.skip_back(true);
            let word = self.trimmed(self.end, end);
            if word.is_some() {
                return word;
            }
        }
        None
    }
}

/// The words of a span that end before byte `at`, which may lie inside of one.
pub fn tokens_before(
    text: &str,
    span: Span,
    at: u32,
) -> impl DoubleEndedIterator<Item = Span> + '_ {
    let (head, tail) = halves(text, span, at);
    let whole = if tail.starts_with(is_part) {
        head.trim_end_matches(is_part)
    } else {
        head
    };
    tokens(text, Span::within(text, whole))
}

/// The words of a span that start behind byte `at`, which may lie inside of one.
pub fn tokens_behind(
    text: &str,
    span: Span,
    at: u32,
) -> impl DoubleEndedIterator<Item = Span> + '_ {
    let (head, tail) = halves(text, span, at);
    let whole = if head.ends_with(is_part) {
        tail.trim_start_matches(is_part)
    } else {
        tail
    };
    tokens(text, Span::within(text, whole))
}

fn halves(text: &str, span: Span, at: u32) -> (&str, &str) {
    let at = at.clamp(span.start, span.end) - span.start;
    span.of(text).split_at(at as usize)
}

/// Whether a character is part of a word.
fn is_part(c: char) -> bool {
    match PARTS.get(c as usize) {
        Some(is_part) => *is_part,
        None => c == '’' || c.is_alphanumeric(),
    }
}

/// Whether a character that is not ASCII is part of a word, and its width.
fn of_char(c: Option<char>) -> (bool, usize) {
    c.map_or((false, 1), |c| (is_part(c), c.len_utf8()))
}

/// The characters of ASCII that are part of a word.
static PARTS: [bool; 128] = {
    let mut parts = [false; 128];
    let mut byte = 0;
    while byte < parts.len() {
        let c = byte as u8;
        parts[byte] = c.is_ascii_alphanumeric() || matches!(c, b'\'' | b'-' | b'.');
        byte += 1;
    }
    parts
};
