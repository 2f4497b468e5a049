//! What stands where in a part of a claim: its times, its words of order, the words of an event.

use super::Words;
use crate::check::order::{Order, order};
use crate::find::word::{starts_word, tokens, word_before, words};
use crate::find::{self, Expression, Mention};
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::has;
use crate::span::Span;
use nom::{IResult, Parser};

/// Some words with the times in them.
pub(super) struct Form<'a> {
    pub text: &'a str,
    pub whole: Span,
    pub times: Vec<Mention>,
    /// The event that the words are about where they name none.
    pub subject: &'a Words,
}

impl<'a> Form<'a> {
    /// The words of a part of a claim; what it quotes is no time of its own.
    pub fn new(text: &'a str, whole: Span, subject: &'a Words) -> Self {
        let is_measured = |it: &Mention| {
            matches!(
                it.expression,
                Expression::Point(_)
                    | Expression::Between(..)
                    | Expression::FromTo(..)
                    | Expression::Offset(_)
                    | Expression::Length(..)
            )
        };
        let mut times = find::times(text, whole);
        times.retain(|it| is_measured(it) && !is_quoted(text, it.span.start));
        Form {
            text,
            whole,
            times,
            subject,
        }
    }

    /// The words that name an event: of `8ba27c1f happened`, the id.
    pub fn named(&self, words: Words) -> Words {
        const DIGITS: usize = 8;
        let is_id = |word: &Span| {
            let word = word.of(self.text).as_bytes();
            let is_digit = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
            word.len() == DIGITS && word.iter().all(is_digit)
        };
        let first = words
            .first()
            .and_then(|piece| tokens(self.text, *piece).next());
        first.filter(is_id).map_or(words, |id| vec![id])
    }

    /// The words of order that are no part of a time and stand in no quote, from a byte on.
    pub fn orders(&self, from: u32, read: fn(&str) -> IResult<&str, Order>) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (at, _) in self.from(from).char_indices() {
            let start = from + at as u32;
            let is_passed = found.last().is_some_and(|last| start < last.span.end);
            if is_passed || !starts_word(self.text, start as usize) || is_quoted(self.text, start) {
                continue;
            }
            let Ok((rest, order)) = read(self.from(start)) else {
                continue;
            };
            let end = self.whole.end - rest.len() as u32;
            let span = Span { start, end };
            if !self.times.iter().any(|it| it.span.meets(span)) {
                found.push(Found { order, span });
            }
        }
        found
    }

    /// Where some words stand that are no part of a time.
    pub fn every(&self, wanted: &[&'static str]) -> Vec<Span> {
        let places = self.from(self.whole.start).char_indices();
        let places = places.map(|(at, _)| self.whole.start + at as u32);
        let words = places.filter_map(|at| wanted.iter().find_map(|word| self.word(at, word)));
        words
            .filter(|word| !self.times.iter().any(|it| it.span.meets(*word)))
            .collect()
    }

    pub fn find(&self, from: u32, wanted: &'static str) -> Option<Span> {
        let mut places = self.from(from).char_indices();
        places.find_map(|(at, _)| self.word(from + at as u32, wanted))
    }

    /// Some words at a byte, whole.
    fn word(&self, at: u32, wanted: &'static str) -> Option<Span> {
        let is_word = starts_word(self.text, at as usize) && !is_quoted(self.text, at);
        let (rest, ()) = words(wanted)
            .parse(self.from(at))
            .ok()
            .filter(|_| is_word)?;
        Some(Span {
            start: at,
            end: self.whole.end - rest.len() as u32,
        })
    }

    /// The words from a byte on to the end of the claim.
    pub fn from(&self, at: u32) -> &str {
        &self.text[at as usize..self.whole.end as usize]
    }

    /// The words of an event between two bytes; `until` is none.
    pub fn described(&self, start: u32, end: u32) -> Span {
        let words = trimmed(self.text, start, end);
        let last = tokens(self.text, words).next_back();
        match last.filter(|word| word.of(self.text) == "until") {
            Some(until) => trimmed(self.text, start, until.start),
            None => words,
        }
    }

    /// The times among some words that say when, and not which one is meant: not `the 9 p.m. call`, `the night of
    /// May 3`.
    pub fn loose(&self, words: Span) -> impl DoubleEndedIterator<Item = &Mention> {
        self.times.iter().filter(move |it| {
            let before = word_before(self.text, it.span.start as usize);
            let is_possessive =
                matches!(&it.expression, Expression::Point(point) if point.when.possessive);
            words.holds(it.span) && !is_possessive && !has(ARTICLES, before) && before != "of"
        })
    }

    /// The words of a description that no form has: another time, an order of its own, another clause.
    pub fn left_over(&self, words: Span) -> Option<Span> {
        let time = self.loose(words).next().map(|time| time.span);
        time.or_else(|| {
            let order = self.orders(words.start, order).into_iter().find(|it| {
                let before = trimmed(self.text, words.start, it.span.start);
                let last = tokens(self.text, before).next_back();
                let is_joined = last.is_none_or(|word| is_joining(word.of(self.text)))
                    || self.text[..it.span.start as usize].ends_with(", ");
                words.holds(it.span) && it.order != Order::When && is_joined
            })?;
            Some(Span {
                end: words.end,
                ..order.span
            })
        })
        .or_else(|| {
            let text = words.of(self.text);
            let comma = text.find(", ").map(|at| words.start + at as u32 + 2);
            let clause = [words.start].into_iter().chain(comma).find(|at| {
                let next = tokens(
                    self.text,
                    Span {
                        start: *at,
                        ..words
                    },
                )
                .next();
                next.is_some_and(|word| is_joining(word.of(self.text)))
            })?;
            Some(Span {
                start: clause,
                ..words
            })
        })
    }

    /// What no form has: what stands behind the last time, or everything.
    pub fn unread(&self) -> Span {
        let behind = self
            .times
            .last()
            .map(|last| trimmed(self.text, last.span.end, self.whole.end));
        behind.filter(|rest| !rest.is_empty()).unwrap_or(self.whole)
    }
}

/// A word of order, and where it stands.
pub(super) struct Found {
    pub order: Order,
    pub span: Span,
}

/// Whether a time is one of the calendar, and no length.
pub(super) fn is_point(time: &Mention) -> bool {
    matches!(
        time.expression,
        Expression::Point(_) | Expression::Between(..)
    )
}

/// Whether a word joins what stands behind it to what stands before.
fn is_joining(word: &str) -> bool {
    matches!(word, "and" | "but" | "or" | "so")
}

/// Whether a byte stands between quotation marks.
fn is_quoted(text: &str, at: u32) -> bool {
    let marks = text[..at as usize].chars();
    marks.filter(|mark| matches!(mark, '"' | '“' | '”')).count() % 2 == 1
}

/// What stands between two bytes, without the marks around it.
pub(super) fn trimmed(text: &str, start: u32, end: u32) -> Span {
    let words = &text[start as usize..end.max(start) as usize];
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':');
    let from = start as usize + words.len() - words.trim_start_matches(is_mark).len();
    Span::new(from, from + words.trim_matches(is_mark).len())
}
