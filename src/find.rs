//! Source → mentions: what was written about times, places and speech; nothing is resolved here.
//!
//! A sentence is read as tokens. Only a run of words of the grammar that holds a core (a number, a
//! month, `later`) is tried; there the families of the grammar read it, and the longest reading wins.

#![allow(
    clippy::missing_errors_doc,
    reason = "an error of a grammar function means that nothing is here, and no more"
)]

use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word;
use crate::read::{Body, Source};
use crate::span::Span;
use context::Place;
use nom::Parser;
use phrase::{In, Out};
use token::{Kind, Token};

pub mod address;
mod calendar;
pub mod call_number;
mod clock;
mod context;
mod date;
mod day_part;
mod duration;
mod ends;
mod event_day;
mod expression;
mod figures;
mod four_figures;
mod habit;
mod heading;
mod hedge;
mod holiday;
mod length;
mod line_stamp;
mod lone;
mod mention;
mod month;
mod number;
mod numeric_date;
mod phrase;
mod pick;
mod piece;
mod point;
pub mod quote;
mod range;
mod relation;
mod set;
pub mod sign_off;
mod spoken;
mod token;
pub mod unit;
mod weekday;
pub(crate) mod word;
mod years;
mod zone;

pub use crate::lexicon::time::{Region, ZoneWord};
pub use duration::unit_length;
pub use expression::{
    Base, Bound, Clock, Count, Day, DayPart, Degree, Duration, Every, Expression, Hedge, Offset,
    Pick, Point, Shift, Side, Steps, Vague, Way, When, Window,
};
pub use mention::{Mention, Mentions};

/// Finds what a source says of times. A transcript's times are its stamps, which `read` has found.
///
/// ```
/// use squelch::{find, read::Source, span::Span};
/// let text = "The call went out at 1:15 p.m. Thursday. Two minutes later, officers arrived.\n";
/// let source = Source::read("story.txt", text.into(), None).unwrap();
/// let mentions = find::find(&source);
/// assert_eq!(mentions.within(Span::new(0, text.len())).len(), 2);
/// ```
pub fn find(source: &Source) -> Mentions {
    let Body::Article(article) = &source.body else {
        return Mentions::default();
    };
    let mut finder = Finder::default();
    let mut sentences = Vec::new();
    for (at, paragraph) in article.paragraphs.iter().enumerate() {
        if paragraph.sentences.is_empty() {
            let found = finder.found.len();
            finder.sentence(&source.text, paragraph.span);
            let next = article.paragraphs.get(at + 1);
            if found == finder.found.len()
                && next.is_some_and(|next| heading::stands_over(&source.text, paragraph, next))
            {
                finder.heading();
            }
        }
        // a dateline stands before the first sentence of its paragraph
        let dateline = article
            .dateline
            .filter(|dateline| paragraph.span.holds(*dateline));
        for span in dateline.iter().chain(&paragraph.sentences) {
            finder.sentence(&source.text, *span);
        }
        sentences.extend_from_slice(&paragraph.sentences);
    }
    four_figures::read_again(&source.text, &sentences, &mut finder.found);
    line_stamp::add(&source.text, &article.paragraphs, &mut finder.found);
    event_day::add(&source.text, &sentences, &mut finder.found);
    Mentions {
        times: finder.found,
    }
}

/// The time mentions of `text[span]`, in order, without overlap.
///
/// ```
/// use squelch::{find, span::Span};
/// let text = "Officers were called shortly before 5 p.m. Thursday.";
/// let mentions = find::times(text, Span::new(0, text.len()));
/// assert_eq!(mentions[0].span.of(text), "shortly before 5 p.m. Thursday");
/// ```
pub fn times(text: &str, span: Span) -> Vec<Mention> {
    let mut finder = Finder::default();
    finder.sentence(text, span);
    finder.found
}

/// Puts some mentions among others, all in order.
fn merge(found: &mut Vec<Mention>, added: Vec<Mention>) {
    if !added.is_empty() {
        found.extend(added);
        found.sort_by_key(|mention| mention.span.start);
    }
}

/// A source of more tokens is no single expression.
const LONGEST_LONE: usize = 24;

/// What is found, with the tokens of one sentence at a time.
#[derive(Default)]
struct Finder {
    tokens: Vec<Token>,
    found: Vec<Mention>,
}

impl Finder {
    /// Reads the line whose tokens were read last as one time.
    fn heading(&mut self) {
        let tokens = &self.tokens;
        self.found
            .extend(heading::heading(tokens).map(|(start, end, expression)| {
                let span = tokens[start].span().join(tokens[end - 1].span());
                Mention { span, expression }
            }));
    }

    fn sentence(&mut self, text: &str, span: Span) {
        token::tokens(text, span, &mut self.tokens);
        let tokens = &self.tokens;
        if text.trim().len() == span.len()
            && tokens.len() < LONGEST_LONE
            && let Some(expression) = lone::lone(tokens)
        {
            self.found.push(Mention { span, expression });
            return;
        }
        let mut start = 0;
        // up to here a core has been seen, or none is there
        let mut seen = 0;
        let mut has_core = false;
        while start < tokens.len() {
            if seen <= start {
                (seen, has_core) = next_core(tokens, start);
            }
            if !has_core {
                start = seen.max(start) + 1;
                continue;
            }
            match mention(text, tokens, start) {
                Some((mention, end)) => {
                    self.found.push(mention);
                    start = end;
                }
                None => start += 1,
            }
        }
    }
}

/// Where the run of words that may form an expression reaches its first core, or ends without one.
fn next_core(tokens: &[Token], start: usize) -> (usize, bool) {
    for (at, token) in tokens.iter().enumerate().skip(start) {
        if token.is_core() && !is_idle(tokens, at) {
            return (at + 1, true);
        }
        // `approx. 4 p.m.`
        let is_short = token.kind == Kind::Mark('.')
            && start < at
            && tokens[at - 1].kind == Kind::Word(Word::Approx);
        if !token.can_stand() && !is_short {
            return (at, false);
        }
    }
    (tokens.len(), false)
}

/// The mention that starts at a token, and the token behind it.
fn mention(text: &str, tokens: &[Token], start: usize) -> Option<(Mention, usize)> {
    let place = Place {
        text,
        tokens,
        start,
        end: start,
    };
    if !place.can_start() {
        return None;
    }
    let (mut expression, length) = expression(&tokens[start..])?;
    let mut end = start + length;
    if let Some((every, length)) = habit::behind(&expression, &tokens[end..]) {
        expression = every;
        end += length;
    }
    let place = Place { end, ..place };
    if !place.ends_well(&expression) || !place.is_time(&expression) {
        return None;
    }
    let span = tokens[start].span().join(tokens[end - 1].span());
    Some((Mention { span, expression }, end))
}

/// The longest expression at the start of some tokens, with the count of its own.
fn expression(input: In) -> Option<(Expression, usize)> {
    type Family = fn(In) -> Out<Expression>;
    const OF_NUMBERS: &[Family] = &[
        range::range,
        point,
        relation::relation,
        set::inner_window,
        length::length,
        impossible,
    ];
    const OF_NAMES: &[Family] = &[range::range, habit::habit, point, impossible];
    const OF_UNITS: &[Family] = &[point, relation::relation, length::length];
    const OF_WORDS: &[Family] = &[
        range::range,
        point,
        relation::relation,
        set::window,
        set::inner_window,
        habit::habit,
        set::vague,
        length::length,
    ];
    const OF_FOR: &[Family] = &[set::vague, length::length];
    const OF_ORDER: &[Family] = &[relation::relation];
    const OF_MARKS: &[Family] = &[point, relation::relation, length::length];
    let families = match input.first()?.kind {
        _ if counts_something(input) => return None,
        Kind::Digits(..) | Kind::Number(_) | Kind::Ordinal(_) => OF_NUMBERS,
        Kind::Month(_)
        | Kind::Weekday(_)
        | Kind::ShortWeekday(_)
        | Kind::Weekdays(_)
        | Kind::Part(_)
        | Kind::Season(_) => OF_NAMES,
        Kind::Unit(_) => OF_UNITS,
        Kind::Word(word) if !word.opens() || !opens_here(word, input) => return None,
        Kind::Word(Word::For) => OF_FOR,
        Kind::Word(Word::When | Word::Then | Word::And) => OF_ORDER,
        Kind::Word(_) => OF_WORDS,
        Kind::Mark('~' | '©' | '@' | '\'') => OF_MARKS,
        Kind::Mark(_) | Kind::Zone(_) | Kind::Measure | Kind::Other => return None,
    };
    families
        .iter()
        .filter_map(|family| family(input).ok())
        .map(|(rest, expression)| (expression, input.len() - rest.len()))
        .rev()
        .max_by_key(|(_, length)| *length)
}

/// Whether a core names no time without another: a number that counts, the `New` of `New York`.
fn is_idle(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Word(word) => matches!(word, Word::Good | Word::New | Word::Possible | Word::Same),
        Kind::Digits(..) | Kind::Number(_) if token.spaced => {
            let is_said = match &tokens[..at] {
                // `half to 5`
                [
                    ..,
                    Token {
                        kind: Kind::Word(Word::Half),
                        ..
                    },
                    to,
                ] if to.is_word() => true,
                // `the first half of 98`, `fiscal 98`
                [.., before] => matches!(
                    before.kind,
                    Kind::Mark('©') | Kind::Word(Word::Cy | Word::Fiscal | Word::Fy | Word::Of)
                ),
                [] => false,
            };
            !is_said && counts_something(&tokens[at..])
        }
        _ => false,
    }
}

/// Whether a number has a noun or a sign behind it, and is no year: `12 people`, `12-member`, `12,000`,
/// `5.5 per cent`.
fn counts_something(input: In) -> bool {
    let is_noun = |token: &Token| matches!(token.kind, Kind::Other | Kind::Measure);
    let is_counted = |rest: In| {
        rest.first().is_some_and(|next| match next.kind {
            Kind::Mark(mark) => mark == '%',
            _ => next.spaced && is_noun(next),
        })
    };
    match input {
        [
            Token {
                kind: Kind::Digits(_, 4),
                ..
            },
            ..,
        ] => false,
        [number, rest @ ..] if matches!(number.kind, Kind::Digits(..) | Kind::Number(_)) => {
            match rest {
                [mark, next, rest @ ..] if !mark.spaced && !next.spaced => {
                    match (mark.kind, next.kind) {
                        (Kind::Mark('-'), _) => is_noun(next),
                        (Kind::Mark(','), Kind::Digits(_, 3)) => true,
                        // `at 18.52` is a clock
                        (Kind::Mark('.'), Kind::Digits(..60, 2)) => false,
                        (Kind::Mark('.'), Kind::Digits(..)) => is_counted(rest),
                        _ => mark.kind == Kind::Mark('%'),
                    }
                }
                _ => is_counted(rest),
            }
        }
        _ => false,
    }
}

/// Whether a word that opens few expressions stands before one of them.
fn opens_here(word: Word, input: In) -> bool {
    let Some(next) = input.get(1) else {
        return true;
    };
    match word {
        Word::A | Word::An | Word::Another => {
            matches!(next.kind, Kind::Unit(_) | Kind::Word(_) | Kind::Mark('-'))
        }
        Word::And => next.kind == Kind::Word(Word::Then),
        Word::New => next.kind == Kind::Unit(LengthUnit::Year),
        // `on Friday` begins behind its `on`
        Word::On => matches!(next.kind, Kind::Word(Word::The | Word::Or)),
        Word::After | Word::Before => next.can_stand(),
        _ => true,
    }
}

fn point(input: In) -> Out<Expression> {
    point::point.map(Expression::Point).parse(input)
}

fn impossible(input: In) -> Out<Expression> {
    nom::branch::alt((clock::impossible, date::impossible))
        .map(|()| Expression::Impossible)
        .parse(input)
}
