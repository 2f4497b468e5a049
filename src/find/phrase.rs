//! The smallest parsers over tokens that the families of the grammar share.

use super::token::{Kind, Token};
use crate::lexicon::time::{LengthUnit, Part, Season};
use crate::lexicon::word::{Word, WordSet};
use crate::span::Span;
use nom::error::{Error, ErrorKind};
use nom::{IResult, Parser};

/// The tokens that are left.
pub type In<'a> = &'a [Token];

/// What a family reads.
pub type Out<'a, T> = IResult<In<'a>, T>;

/// Nothing here.
pub fn miss<T>(input: In) -> Out<T> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Verify)))
}

/// One token that a test takes.
pub fn one<'a, T>(
    test: impl Fn(&Token) -> Option<T>,
) -> impl Parser<In<'a>, Output = T, Error = Error<In<'a>>> {
    move |input: In<'a>| match input.split_first() {
        Some((token, rest)) => match test(token) {
            Some(value) => Ok((rest, value)),
            None => miss(input),
        },
        None => miss(input),
    }
}

/// A word of the grammar.
pub fn word<'a>(word: Word) -> impl Parser<In<'a>, Output = (), Error = Error<In<'a>>> {
    one(move |token| (token.kind == Kind::Word(word)).then_some(()))
}

/// A mark.
pub fn mark<'a>(mark: char) -> impl Parser<In<'a>, Output = (), Error = Error<In<'a>>> {
    one(move |token| (token.kind == Kind::Mark(mark)).then_some(()))
}

/// A mark right behind the token before it.
pub fn tight<'a>(mark: char) -> impl Parser<In<'a>, Output = (), Error = Error<In<'a>>> {
    one(move |token| (token.kind == Kind::Mark(mark) && !token.spaced).then_some(()))
}

/// `-` or a dash, spaced or not.
pub fn dash(input: In) -> Out<()> {
    one(|token| matches!(token.kind, Kind::Mark('-' | '–')).then_some(())).parse(input)
}

/// Some words in their order.
pub fn phrase<'a>(
    words: &'static [Word],
) -> impl Parser<In<'a>, Output = (), Error = Error<In<'a>>> {
    move |input: In<'a>| {
        if starts_with(input, words) {
            Ok((&input[words.len()..], ()))
        } else {
            miss(input)
        }
    }
}

fn starts_with(input: In, words: &[Word]) -> bool {
    words.len() <= input.len()
        && words
            .iter()
            .zip(input)
            .enumerate()
            .all(|(at, (word, token))| token.kind == Kind::Word(*word) && (at == 0 || token.spaced))
}

/// Phrases with what each says: a longer one stands before those that begin it.
pub struct Phrases<T: 'static> {
    list: &'static [(&'static [Word], T)],
    /// The words that begin one: most words begin none.
    firsts: WordSet,
}

impl<T> Phrases<T> {
    pub const fn new(list: &'static [(&'static [Word], T)]) -> Phrases<T> {
        let mut firsts = WordSet::EMPTY;
        let mut at = 0;
        while at < list.len() {
            firsts = firsts.with(list[at].0[0]);
            at += 1;
        }
        Phrases { list, firsts }
    }
}

/// The first of some phrases that stands here.
pub fn any_of<'a, T: Copy>(
    phrases: &'static Phrases<T>,
) -> impl Parser<In<'a>, Output = T, Error = Error<In<'a>>> {
    move |input: In<'a>| {
        let first = match input.first().map(|token| token.kind) {
            Some(Kind::Word(first)) if phrases.firsts.holds(first) => first,
            _ => return miss(input),
        };
        let stands_here = |words: &[Word]| words[0] == first && starts_with(input, words);
        let found = phrases.list.iter().find(|(words, _)| stands_here(words));
        match found {
            Some((words, value)) => Ok((&input[words.len()..], *value)),
            None => miss(input),
        }
    }
}

/// Any of some words.
pub fn any_word<'a>(
    words: &'static [Word],
) -> impl Parser<In<'a>, Output = (), Error = Error<In<'a>>> {
    one(move |token| match token.kind {
        Kind::Word(word) if words.contains(&word) => Some(()),
        _ => None,
    })
}

/// `minutes`; `second` is an ordinal too.
pub fn unit(input: In) -> Out<LengthUnit> {
    one(|token| match token.kind {
        Kind::Unit(unit) => Some(unit),
        Kind::Word(Word::Second) => Some(LengthUnit::Second),
        Kind::Word(Word::Quarter) => Some(LengthUnit::Quarter),
        _ => None,
    })
    .parse(input)
}

/// `afternoon`
pub fn part_name(input: In) -> Out<Part> {
    one(|token| match token.kind {
        Kind::Part(part) => Some(part),
        _ => None,
    })
    .parse(input)
}

/// `summer`
pub fn season_name(input: In) -> Out<Season> {
    one(|token| match token.kind {
        Kind::Season(season) => Some(season),
        _ => None,
    })
    .parse(input)
}

/// The tokens that one expression can be made of: up to a word that is none of the grammar.
pub fn reach(input: In<'_>) -> impl Iterator<Item = &Token> {
    input
        .iter()
        .take_while(|token| !matches!(token.kind, Kind::Other | Kind::Measure))
}

/// The place of what was read between two states of the input.
pub fn span_of(input: In, rest: In) -> Span {
    let read = &input[..input.len() - rest.len()];
    match (read.first(), read.last()) {
        (Some(first), Some(last)) => Span {
            start: first.start,
            end: last.end,
        },
        _ => Span::default(),
    }
}

/// Nothing more of the same word follows: `5pm` ends, `5pms` does not.
pub fn ends_word(input: In) -> bool {
    input
        .first()
        .is_none_or(|next| next.spaced || !next.is_word())
}
