//! Praat's `TextGrid`, in its long and its short form (Praat manual, "`TextGrid` file formats"; often UTF-16).
//!
//! What counts are the free-standing numbers and the texts in quotation marks, in order; everything else (`xmin =`,
//! `intervals [1]:`) is for the eye. A quotation mark inside a text is doubled.
//!
//! ```abnf
//! file     = <"ooTextFile"> <"TextGrid"> number number flag number *tier
//! tier     = <"IntervalTier"> name number number number *( number number text )
//!          / <"TextTier"> name number number number *( number text )
//! ```

use super::Kind;
use super::extract::Piece;
use super::format::{File, Format, Reader, Reading};
use super::json::milliseconds;
use super::tiers::{Annotation, reading};
use std::ops::Range;

/// Praat's `TextGrid`.
pub(super) const FORMAT: Format = Format {
    name: "textgrid",
    kind: Kind::Transcript,
    looks: "`File type = \"ooTextFile\"` and `Object class = \"TextGrid\"`",
    takes: "the words of each interval or point, its start (seconds from the recording's start) and its tier as \
            the speaker",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    const HEAD: usize = 200;
    let head = &file.text[..file.text.floor_char_boundary(HEAD)];
    head.contains("ooTextFile") && head.contains("\"TextGrid\"")
}

/// A tier while it is read.
struct Tier {
    name: Vec<Piece>,
    /// So many annotations of it have been read.
    count: usize,
    /// An interval has a start and an end, a point only a time.
    is_of_points: bool,
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut annotations = Vec::new();
    let mut unread = Vec::new();
    let mut no_times = Vec::new();
    let mut tier: Option<Tier> = None;
    let mut is_named = true;
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for token in tokens(text) {
        let words = match token {
            Token::Number(range) => {
                numbers.push(range);
                continue;
            }
            Token::Open(range) => {
                unread.push(range);
                continue;
            }
            Token::Text(range) => range,
        };
        match (&text[words.clone()], &mut tier) {
            (class @ ("IntervalTier" | "TextTier"), _) => {
                tier = Some(Tier {
                    name: Vec::new(),
                    count: 0,
                    is_of_points: class == "TextTier",
                });
                is_named = false;
            }
            (_, Some(tier)) if !is_named => {
                tier.name = pieces(text, words);
                is_named = true;
            }
            // a text in the place of a number
            (_, Some(_)) if numbers.is_empty() => {
                unread.push(words);
                continue;
            }
            (_, Some(tier)) => {
                no_times.extend(numbers.iter().filter(|it| at(text, it).is_none()).cloned());
                annotations.push(Annotation {
                    time: time(text, tier, &numbers),
                    speaker: tier.name.clone(),
                    words: pieces(text, words),
                });
                tier.count += 1;
            }
            (_, None) => {}
        }
        numbers.clear();
    }
    reading(text, annotations, &unread, &no_times)
}

/// When an annotation is, by the numbers before its text; one more or less than there must be, and none of
/// them says so.
fn time(
    text: &str,
    tier: &Tier,
    numbers: &[Range<usize>],
) -> Option<(i64, Option<i64>, Range<usize>)> {
    // where the tier starts and ends, and how many annotations it has
    let before = if tier.count == 0 { 3 } else { 0 };
    match numbers.get(before..)? {
        [point] if tier.is_of_points => Some((at(text, point)?, None, point.clone())),
        [start, end] if !tier.is_of_points => {
            Some((at(text, start)?, at(text, end), start.clone()))
        }
        _ => None,
    }
}

/// The time of a number in seconds, which no recording has before its start.
fn at(text: &str, number: &Range<usize>) -> Option<i64> {
    milliseconds(text[number.clone()].parse().ok()?).filter(|at| 0 <= *at)
}

/// A text without the quotation marks around it; `""` in it is one.
fn pieces(text: &str, range: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    for part in text[range].split("\"\"") {
        if let Some(last) = at.checked_sub(2).filter(|_| !pieces.is_empty()) {
            pieces.push(Piece {
                range: last..at,
                says: Some("\"".to_owned()),
            });
        }
        pieces.push(Piece {
            range: at..at + part.len(),
            says: None,
        });
        at += part.len() + 2;
    }
    pieces
}

enum Token {
    /// A number that stands free.
    Number(Range<usize>),
    /// What stands between quotation marks.
    Text(Range<usize>),
    /// A text whose end is missing.
    Open(Range<usize>),
}

/// What counts in a file, in order.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text[at..].len() - text[at..].trim_start().len();
            let rest = &text[at..];
            if rest.is_empty() {
                return None;
            }
            let from = at;
            if let Some(inside) = rest.strip_prefix('"') {
                let Some(end) = closing(inside) else {
                    at = text.len();
                    return Some(Token::Open(from..from + rest.trim_end().len()));
                };
                at = from + end + 2;
                return Some(Token::Text(from + 1..from + 1 + end));
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || c == '"')
                .unwrap_or(rest.len());
            at += end;
            if rest[..end].parse::<f64>().is_ok() {
                return Some(Token::Number(from..at));
            }
        }
    })
}

/// Where the quotation mark that ends a text stands.
fn closing(rest: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += rest[at..].find('"')?;
        if !rest[at + 1..].starts_with('"') {
            return Some(at);
        }
        at += 2;
    }
}
