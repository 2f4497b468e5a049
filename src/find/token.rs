//! The tokens of a sentence: words by their sense, numbers, marks. The grammar of time reads these
//! and not the text, so that each word is looked up once, whatever the number of rules.

use crate::lexicon::beside::MEASURES;
use crate::lexicon::time::{
    DAY_PARTS, LENGTH_UNITS, LengthUnit, MONTHS, NUMBERS, ORDINALS, Part, SEASONS, SHORT_WEEKDAYS,
    Season, WEEKDAYS, ZONES, ZoneWord,
};
use crate::lexicon::word::{WORDS, Word};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// First byte in the text, inclusive.
    pub start: u32,
    /// Last byte, exclusive.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// How its letters are written.
    pub form: Form,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// `1312`: the value, saturated, and the count of digits.
    Digits(u32, u8),
    /// `thirteen`, `twenty`
    Number(u32),
    /// `third`; `second` is a word of its own
    Ordinal(u8),
    /// `Sept`, `may`
    Month(u8),
    /// `Thursday`
    Weekday(u8),
    /// `Thu`
    ShortWeekday(u8),
    /// `Thursdays`
    Weekdays(u8),
    /// `minutes`
    Unit(LengthUnit),
    /// `afternoon`
    Part(Part),
    /// `summer`
    Season(Season),
    /// `CST`, `ET`
    Zone(ZoneWord),
    /// A word of the grammar.
    Word(Word),
    /// `,`, `–`, `:`; the dashes are one, and so are the apostrophes
    Mark(char),
    /// `feet`, `people`: what a number before it counts.
    Measure,
    /// Any other word.
    Other,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `may`
    Lower,
    /// `May`
    Capital,
    /// `MAY`
    Upper,
}

impl Token {
    /// The place of the token in the text.
    pub fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        !matches!(self.kind, Kind::Mark(_))
    }

    /// Whether it can stand inside a time expression.
    pub fn can_stand(&self) -> bool {
        match self.kind {
            Kind::Mark(mark) => matches!(mark, '-' | '–' | ',' | '\'' | '~' | '@' | '©' | '('),
            Kind::Other | Kind::Measure => false,
            _ => true,
        }
    }

    /// Whether a time expression cannot do without one of these.
    pub fn is_core(&self) -> bool {
        match self.kind {
            Kind::Digits(..)
            | Kind::Number(_)
            | Kind::Month(_)
            | Kind::Weekday(_)
            | Kind::ShortWeekday(_)
            | Kind::Weekdays(_)
            | Kind::Unit(_)
            | Kind::Part(_)
            | Kind::Season(_) => true,
            Kind::Word(word) => word.is_core(),
            Kind::Ordinal(_) | Kind::Zone(_) | Kind::Mark(_) | Kind::Measure | Kind::Other => false,
        }
    }
}

/// A word is looked up by its letters in lower case, packed: no word of the grammar is longer.
const LONGEST_WORD: usize = 16;

static SENSES: LazyLock<FxHashMap<u128, Kind>> = LazyLock::new(|| {
    let mut senses = FxHashMap::default();
    let mut add = |word: &str, kind| senses.insert(packed(word.as_bytes()), kind);
    for &(word, zone) in ZONES {
        add(word, Kind::Zone(zone));
    }
    for &(word, number) in NUMBERS {
        add(word, Kind::Number(number));
    }
    for &(word, number) in ORDINALS {
        add(word, Kind::Ordinal(number));
    }
    for &(word, month) in MONTHS {
        add(word, Kind::Month(month));
    }
    for &(word, weekday) in SHORT_WEEKDAYS {
        add(word, Kind::ShortWeekday(weekday));
    }
    for &(word, weekday) in WEEKDAYS {
        add(word, Kind::Weekday(weekday));
        add(&format!("{word}s"), Kind::Weekdays(weekday));
    }
    for word in MEASURES {
        add(word, Kind::Measure);
    }
    for &(word, unit) in LENGTH_UNITS {
        add(word, Kind::Unit(unit));
    }
    for &(word, part) in DAY_PARTS {
        add(word, Kind::Part(part));
    }
    for &(word, season) in SEASONS {
        add(word, Kind::Season(season));
    }
    for &(text, word) in WORDS {
        add(text, Kind::Word(word));
    }
    senses
});

/// Letters in lower case as one number; no more than [`LONGEST_WORD`] of them.
fn packed(letters: &[u8]) -> u128 {
    let mut padded = [0; LONGEST_WORD];
    padded[..letters.len()].copy_from_slice(letters);
    folded(padded, letters.len())
}

/// The letters from `start` on as [`packed`] has them, with their count: nothing where none stands
/// there, where they reach over the longest word or where the end of the text is near.
fn packed_run(bytes: &[u8], start: usize) -> Option<(u128, usize)> {
    const HIGH: u128 = u128::from_le_bytes([0x80; LONGEST_WORD]);
    const UP_TO_A: u128 = u128::from_le_bytes([0x80 - b'a'; LONGEST_WORD]);
    const PAST_Z: u128 = u128::from_le_bytes([0x7f - b'z'; LONGEST_WORD]);
    let letters: [u8; LONGEST_WORD] = *bytes[start..].first_chunk()?;
    let all = u128::from_le_bytes(letters) | LOWER;
    let low = all & !HIGH;
    // the high bit of a byte tells whether it is no letter
    let others = !((low + UP_TO_A) & !(low + PAST_Z) & !all) & HIGH;
    let count = others.trailing_zeros() as usize / 8;
    (1..LONGEST_WORD)
        .contains(&count)
        .then(|| (folded(letters, count), count))
}

/// As many bits in lower-case letters as tell them from capitals.
const LOWER: u128 = u128::from_le_bytes([0x20; LONGEST_WORD]);

/// The first `count` letters, one at the least, in lower case.
fn folded(letters: [u8; LONGEST_WORD], count: usize) -> u128 {
    (u128::from_le_bytes(letters) | LOWER) & (u128::MAX >> (8 * (LONGEST_WORD - count)))
}

/// What a byte can begin, and go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Underscore,
    Digit,
    Mark,
    Foreign,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b' ' | b'\t' | b'\n' | b'\r' => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'_' => Class::Underscore,
            b'0'..=b'9' => Class::Digit,
            0..128 => Class::Mark,
            128.. => Class::Foreign,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// The tokens of `text[span]`, in order, into an emptied list.
pub fn tokens(text: &str, span: Span, out: &mut Vec<Token>) {
    out.clear();
    let senses = &*SENSES;
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut at = span.start as usize;
    let mut spaced = false;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        let (kind, form) = match class(byte) {
            Class::Space => {
                spaced = true;
                continue;
            }
            Class::Letter | Class::Underscore => {
                let run = packed_run(bytes, start);
                at = run.map_or_else(
                    || end_of_run(bytes, at, Class::Letter),
                    |(_, count)| start + count,
                );
                let key = run.map(|(key, _)| key);
                word(text, bytes, senses, (start, key), &mut at)
            }
            Class::Digit => {
                at = end_of_run(bytes, at, Class::Digit);
                (digits(&bytes[start..at]), Form::Lower)
            }
            Class::Mark => (Kind::Mark(char::from(byte)), Form::Lower),
            Class::Foreign => {
                let c = text[start..].chars().next().unwrap_or(' ');
                at = start + c.len_utf8();
                match c {
                    '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                        spaced = true;
                        continue;
                    }
                    c if c.is_alphanumeric() => {
                        at = foreign_end(text, at, span.end as usize);
                        (Kind::Other, form(c, false))
                    }
                    '–' | '—' | '‑' => (Kind::Mark('–'), Form::Lower),
                    '’' | '‘' => (Kind::Mark('\''), Form::Lower),
                    c => (Kind::Mark(c), Form::Lower),
                }
            }
        };
        out.push(Token {
            start: start as u32,
            end: at as u32,
            kind,
            spaced,
            form,
        });
        spaced = false;
    }
}

fn end_of_run(bytes: &[u8], from: usize, of: Class) -> usize {
    let length = bytes[from..].iter().position(|&byte| class(byte) != of);
    length.map_or(bytes.len(), |length| from + length)
}

/// The sense of the letters from `start` to `at`, which moves on where the word does.
fn word(
    text: &str,
    bytes: &[u8],
    senses: &FxHashMap<u128, Kind>,
    (start, key): (usize, Option<u128>),
    at: &mut usize,
) -> (Kind, Form) {
    let upper = *at - start > 1 && bytes[start + 1].is_ascii_uppercase();
    let form = form(char::from(bytes[start]), upper);
    let goes_on = bytes
        .get(*at)
        .is_some_and(|byte| *byte == b'_' || (!byte.is_ascii() && is_letter(text, *at)));
    if goes_on {
        *at = foreign_end(text, *at, bytes.len());
    }
    if goes_on || LONGEST_WORD < *at - start {
        return (Kind::Other, form);
    }
    let key = key.unwrap_or_else(|| packed(&bytes[start..*at]));
    let kind = senses.get(&key);
    (kind.copied().unwrap_or(Kind::Other), form)
}

fn form(first: char, second_is_upper: bool) -> Form {
    match (first.is_uppercase(), second_is_upper) {
        (false, _) => Form::Lower,
        (true, false) => Form::Capital,
        (true, true) => Form::Upper,
    }
}

fn is_letter(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphanumeric)
}

/// The end of a word that has other letters than those of English.
fn foreign_end(text: &str, from: usize, end: usize) -> usize {
    let length = text[from..end].find(|c: char| !(c.is_alphanumeric() || c == '_'));
    length.map_or(end, |length| from + length)
}

fn digits(digits: &[u8]) -> Kind {
    let value = digits.iter().fold(0_u32, |value, digit| {
        value
            .saturating_mul(10)
            .saturating_add(u32::from(digit - b'0'))
    });
    Kind::Digits(value, digits.len().min(255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_grammar_can_be_packed_and_has_one_sense() {
        let words = WORDS.iter().map(|entry| entry.0);
        let listed = MONTHS.iter().map(|entry| entry.0);
        for word in words.chain(listed) {
            assert!(word.len() <= LONGEST_WORD, "{word}");
        }
        for (word, sense) in WORDS {
            assert_eq!(
                SENSES.get(&packed(word.as_bytes())),
                Some(&Kind::Word(*sense)),
                "{word}"
            );
        }
    }
}
