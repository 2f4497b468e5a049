//! Times in four figures that only a source of such times has: `vented the line (1211).`, `shortly
//! before 1700`. Elsewhere they are a count, a number or a year.

use super::figures::four_digits;
use super::token::{self, Kind, Token};
use super::{Day, Expression, Hedge, Mention, Point, When, hedge};
use crate::lexicon::beside::NUMBERED;
use crate::lexicon::has;
use crate::lexicon::word::Word as W;
use crate::span::Span;
use nom::Parser;
use nom::combinator::opt;

/// So many times that can be nothing else make a source one of four figures.
const ENOUGH: usize = 2;

/// Reads the sentences of a source of such times again.
pub fn read_again(text: &str, sentences: &[Span], found: &mut Vec<Mention>) {
    let sure = found
        .iter()
        .filter(|mention| is_four_figures(text, mention));
    if sure.count() < ENOUGH {
        return;
    }
    for mention in found.iter_mut() {
        if let Some(point) = beside_clock(text, mention) {
            mention.expression = Expression::Point(point);
        }
    }
    let mut tokens = Vec::new();
    for sentence in sentences {
        token::tokens(text, *sentence, &mut tokens);
        let bracketed = (0..tokens.len()).filter_map(|at| {
            let before = at
                .checked_sub(1)
                .map_or("", |at| tokens[at].span().of(text));
            bracketed_clock(&tokens[at..])
                .or_else(|| led_clock(&tokens[at..]))
                .filter(|_| !has(NUMBERED, before))
        });
        for mention in bracketed {
            let place = found.partition_point(|other| other.span.start < mention.span.start);
            let is_known = [place.checked_sub(1), Some(place)]
                .into_iter()
                .flatten()
                .filter_map(|at| found.get(at))
                .any(|other| other.span.meets(mention.span));
            if !is_known {
                found.insert(place, mention);
            }
        }
    }
}

/// `at 1126`, `1126 hours`
fn is_four_figures(text: &str, mention: &Mention) -> bool {
    const FIGURES: usize = 4;
    let is_clock = matches!(mention.expression, Expression::Point(Point { when, .. })
        if when.clock.is_some_and(|clock| clock.military && clock.has_minute));
    let words = mention.span.of(text).split(' ');
    let is_figures = |word: &str| word.len() == FIGURES && word.bytes().all(|c| c.is_ascii_digit());
    is_clock && words.clone().any(is_figures) && !mention.span.of(text).contains(':')
}

/// The clock of what was taken for a year: `shortly before 1700`, `at approximately 2000`.
fn beside_clock(text: &str, mention: &Mention) -> Option<Point> {
    let Expression::Point(point) = mention.expression else {
        return None;
    };
    let is_at = mention.span.of(text).get(..3);
    let is_beside = matches!(point.hedge, Hedge::ShortlyBefore | Hedge::ShortlyAfter)
        || is_at.is_some_and(|lead| lead.eq_ignore_ascii_case("at "));
    let is_year = matches!(point.when.day, Some(Day::Year(_)));
    if !is_beside || !is_year {
        return None;
    }
    let mut tokens = Vec::new();
    token::tokens(text, mention.span, &mut tokens);
    let (rest, clock) = four_digits(tokens.last_chunk::<1>()?).ok()?;
    let when = When {
        clock: Some(clock),
        day: None,
        ..point.when
    };
    rest.is_empty().then_some(Point { when, ..point })
}

/// What may be a year too.
const YEARS: std::ops::Range<u32> = 1800..2100;

/// `by 1310`, `at about 1120` with the end of a clause behind it, where it can be no year.
fn led_clock(tokens: &[Token]) -> Option<Mention> {
    /// `at or about 1120`
    const LONGEST: usize = 4;
    let mut ahead = tokens.iter().take(LONGEST);
    ahead.find(|token| matches!(token.kind, Kind::Digits(_, 4)))?;
    let (rest, bound) = opt(hedge::bound).parse(tokens).ok()?;
    let (figures, hedge) = opt(hedge::of_point).parse(rest).ok()?;
    let is_led = bound.is_some() || hedge.is_some();
    // `at 2000`, `at about 1930`: nothing happens at a year
    let is_at = tokens.first()?.kind == Kind::Word(W::At);
    let is_year = !is_at
        && matches!(figures.first()?.kind, Kind::Digits(number, _) if YEARS.contains(&number));
    let (rest, clock) = four_digits(figures).ok().filter(|_| is_led && !is_year)?;
    let ends = rest.first().is_none_or(|next| {
        matches!(
            next.kind,
            Kind::Mark('.' | ',' | ';') | Kind::Word(W::And | W::But | W::On | W::When)
        )
    });
    let span = tokens[0].span().join(figures[0].span());
    let when = When {
        clock: Some(clock),
        span: figures[0].span(),
        ..When::default()
    };
    let point = Point {
        bound: bound.unwrap_or_default(),
        hedge: hedge.unwrap_or_default(),
        when,
    };
    ends.then_some(Mention {
        span,
        expression: Expression::Point(point),
    })
}

/// `(1211)` with the end of a clause behind it, where it can be no year.
fn bracketed_clock(tokens: &[Token]) -> Option<Mention> {
    let [open, figures, close, rest @ ..] = tokens else {
        return None;
    };
    let is_bracketed = open.kind == Kind::Mark('(') && close.kind == Kind::Mark(')');
    let is_year = matches!(figures.kind, Kind::Digits(number, _) if YEARS.contains(&number));
    let ends = rest
        .first()
        .is_none_or(|next| matches!(next.kind, Kind::Mark('.' | ',' | ';')));
    let (_, clock) = four_digits(std::slice::from_ref(figures)).ok()?;
    let span = figures.span();
    let when = When {
        clock: Some(clock),
        span,
        ..When::default()
    };
    (is_bracketed && !is_year && ends).then_some(Mention {
        span,
        expression: Expression::Point(Point {
            when,
            ..Point::default()
        }),
    })
}
