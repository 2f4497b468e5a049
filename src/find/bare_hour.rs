//! Hours alone that only a source of clock times has: `The road was closed at 11.`, `at eight the band
//! began`. Elsewhere they are an age, a count or a place in a list.

use super::figures::bare_hour;
use super::token::{self, Kind, Token};
use super::{Expression, Mention, Point, When};
use crate::lexicon::beside::COUNTING;
use crate::lexicon::time::NUMBERS;
use crate::lexicon::word::Word as W;
use crate::lexicon::{has, look_up};
use crate::span::Span;

/// So many clock times make a source one that tells by the clock.
const ENOUGH: usize = 3;

/// Adds the hours of the sentences of such a source.
pub fn add(text: &str, sentences: &[Span], found: &mut Vec<Mention>) {
    let has_clock = |mention: &&Mention| {
        matches!(mention.expression, Expression::Point(Point { when, .. })
            if when.clock.is_some_and(|clock| clock.has_minute || clock.meridiem.is_some()))
    };
    if found.iter().filter(has_clock).count() < ENOUGH {
        return;
    }
    let mut tokens = Vec::new();
    let mut added = Vec::new();
    for sentence in sentences
        .iter()
        .filter(|sentence| may_hold(sentence.of(text)))
    {
        token::tokens(text, *sentence, &mut tokens);
        for at in 1..tokens.len() {
            let before = tokens[at - 1].span().of(text);
            let hour = hour_behind_at(&tokens[at..]).filter(|_| !has(COUNTING, before));
            let Some(mention) = hour else {
                continue;
            };
            let place = found.partition_point(|other| other.span.start < mention.span.start);
            let is_known = [place.checked_sub(1), Some(place)]
                .into_iter()
                .flatten()
                .filter_map(|at| found.get(at))
                .any(|other| other.span.meets(mention.span));
            if !is_known {
                added.push(mention);
            }
        }
    }
    super::merge(found, added);
}

/// Whether `at` stands before a number anywhere in a sentence; few have one, and one look tells so.
fn may_hold(sentence: &str) -> bool {
    sentence.match_indices(" at ").any(|(at, link)| {
        let rest = &sentence[at + link.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric());
        let word = &rest[..end.unwrap_or(rest.len())];
        word.starts_with(|c: char| c.is_ascii_digit()) || look_up(NUMBERS, word).is_some()
    })
}

/// `at 11`, `at eight` with the end of its clause behind it.
fn hour_behind_at(tokens: &[Token]) -> Option<Mention> {
    let [at, rest @ ..] = tokens else {
        return None;
    };
    let is_at = at.kind == Kind::Word(W::At) && at.form == super::token::Form::Lower;
    let (rest, clock) = bare_hour(rest).ok().filter(|_| is_at)?;
    let ends = match rest {
        [] => true,
        // `at 5, 6 and 11` is a list
        [mark, next, ..] if mark.kind == Kind::Mark(',') => {
            !matches!(next.kind, Kind::Digits(..) | Kind::Number(_))
        }
        [next, ..] => matches!(
            next.kind,
            Kind::Mark('.' | ',' | ';') | Kind::Word(W::And | W::So | W::When)
        ),
    };
    let is_of_twelve = (1..=12).contains(&clock.hour);
    let last = &tokens[tokens.len() - rest.len() - 1];
    let span = at.span().join(last.span());
    let when = When {
        clock: Some(clock),
        span,
        ..When::default()
    };
    (ends && is_of_twelve).then_some(Mention {
        span,
        expression: Expression::Point(Point {
            when,
            ..Point::default()
        }),
    })
}
