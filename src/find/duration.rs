//! Lengths of time: `two minutes`, `20-30 minutes`, `an hour and 16 minutes`, `half an hour`,
//! `a few minutes`, `moments`, `a 12-hour standoff`, `2 1/2 years`.
//!
//! ```abnf
//! duration = composed / half / ranged / counted / few / bare
//! counted  = (amount / "a" / "an" / "another") ["-" / gap] [kind gap] unit
//! kind     = "more" / "full" / "straight" / "consecutive" / "fiscal" / …
//! composed = counted [","] ["and"] counted / counted "and a half" / amount "and a half" unit
//! few      = ("a few" / "several" / "a couple of") gap unit
//! bare     = "seconds" / "moments" / "minutes" / "hours" / "days"
//! ```

use super::number::{ONE, amount, integer};
use super::phrase::{
    In, Out, Phrases, any_of, any_word, dash, ends_word, mark, miss, one, phrase, reach, tight,
    unit, word,
};
use super::token::{Form, Kind, Token};
use super::{Count, Duration};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::time::{DAY, HOUR, MINUTE, SECOND};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};

/// The length of one unit in milliseconds; a month and a year are their usual mean.
pub fn unit_length(unit: LengthUnit) -> i64 {
    match unit {
        LengthUnit::Second => SECOND,
        LengthUnit::Minute => MINUTE,
        LengthUnit::Hour => HOUR,
        LengthUnit::Day => DAY,
        LengthUnit::Weekend => 2 * DAY,
        LengthUnit::Week => 7 * DAY,
        LengthUnit::Fortnight => 14 * DAY,
        LengthUnit::Month => 30 * DAY,
        LengthUnit::Quarter => 91 * DAY,
        LengthUnit::Year => 365 * DAY,
        LengthUnit::Decade => 3_652 * DAY,
        LengthUnit::Century => 36_524 * DAY,
    }
}

/// `day` of `all day` and of `within the next day`: one of them.
pub fn one_unit(input: In) -> Out<Duration> {
    unit.map(|unit| exact(ONE, unit)).parse(input)
}

/// A length of some thousandths of a unit.
fn exact(amount: i64, unit: LengthUnit) -> Duration {
    ranged_of(amount, amount, unit, Count::Number)
}

fn ranged_of(least: i64, most: i64, unit: LengthUnit, count: Count) -> Duration {
    let length = |amount: i64| amount.saturating_mul(unit_length(unit)) / ONE;
    Duration {
        least: length(least),
        most: length(most),
        unit,
        count,
    }
}

/// Any length of time.
pub fn duration(input: In) -> Out<Duration> {
    if !has_unit(input) {
        return miss(input);
    }
    match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..) | Kind::Number(_)) => {
            alt((composed, ranged, half, counted)).parse(input)
        }
        Some(Kind::Word(_)) => {
            alt((composed, half, ranged, year_or_two, counted, few, bare)).parse(input)
        }
        Some(Kind::Unit(_)) => bare(input),
        _ => miss(input),
    }
}

/// Whether a unit stands ahead, before any word that is none of the grammar: most starts fail here,
/// before their numbers are read in every way.
fn has_unit(input: In) -> bool {
    /// Tokens of the longest range of numbers in words, with its unit.
    const LONGEST: usize = 24;
    let names_unit = |token: &Token| {
        matches!(
            token.kind,
            Kind::Unit(_)
                | Kind::Word(
                    W::Second | W::Quarter | W::Moment | W::Moments | W::H | W::D | W::W | W::Mo
                )
        )
    };
    reach(input).take(LONGEST).any(names_unit)
}

/// `13`, `two`, `2.5`, `a`, `an`, `another`
fn count(input: In) -> Out<i64> {
    let article = value(ONE, any_word(&[W::A, W::An, W::Another]));
    alt((amount, article)).parse(input)
}

/// Words between a number and its unit that change nothing.
fn kind(input: In) -> Out<()> {
    let adjective = any_word(&[
        W::More,
        W::Additional,
        W::Full,
        W::Whole,
        W::Straight,
        W::Consecutive,
        W::Long,
        W::Short,
        W::Solid,
        W::Fiscal,
        W::Trading,
        W::Business,
        W::Working,
        W::School,
        W::Calendar,
        W::Entire,
    ]);
    value(
        (),
        (
            adjective,
            opt(any_word(&[W::Consecutive, W::Straight, W::Trading])),
        ),
    )
    .parse(input)
}

/// `13 minutes`, `a minute`, `12-hour`, `3 hrs.`, `five more days`, `1h`
fn counted(input: In) -> Out<Duration> {
    let (rest, (amount, _, _, unit)) =
        (count, opt(tight('-')), opt(kind), unit_of(input)).parse(input)?;
    let by_article = matches!(input[0].kind, Kind::Word(_));
    let last = input[input.len() - rest.len() - 1].kind;
    // `a second alarm`, `in a second car`, `a quarter of them`
    let is_ordinal = last == Kind::Word(W::Second)
        && rest
            .first()
            .is_some_and(|next| next.is_word() && !matches!(next.kind, Kind::Word(_)));
    let is_fraction = last == Kind::Word(W::Quarter)
        || (last == Kind::Unit(LengthUnit::Quarter) && matches!(input[1].kind, Kind::Mark('-')));
    if !ends_word(rest) || is_age(rest) || is_fraction || by_article && is_ordinal {
        return miss(input);
    }
    Ok((rest, exact(amount, unit)))
}

/// The unit behind a number; behind digits a letter is enough, and `a second` is no length.
fn unit_of<'a>(whole: In<'a>) -> impl FnMut(In<'a>) -> Out<'a, LengthUnit> {
    let by_digits = matches!(
        whole.first().map(|token| token.kind),
        Some(Kind::Digits(..))
    );
    move |input: In<'a>| {
        let letter = one(|token| match token.kind {
            Kind::Word(W::H) if !token.spaced => Some(LengthUnit::Hour),
            Kind::Word(W::D) if !token.spaced => Some(LengthUnit::Day),
            Kind::Word(W::W) if !token.spaced => Some(LengthUnit::Week),
            Kind::Word(W::Mo) if !token.spaced => Some(LengthUnit::Month),
            _ => None,
        });
        let short =
            matches!(input.first(), Some(token) if token.len() <= 4 && is_abbreviation(token));
        if by_digits {
            let (rest, unit) = alt((unit, letter)).parse(input)?;
            let (rest, _) = if short {
                opt(stop).parse(rest)?
            } else {
                (rest, None)
            };
            return Ok((rest, unit));
        }
        let (rest, unit) = unit(input)?;
        // `another minute`, and `a sec`; `one min` is spoken shorthand
        Ok((rest, unit))
    }
}

/// The stop of an abbreviation that ends no sentence.
fn stop(input: In) -> Out<()> {
    let (rest, ()) = tight('.').parse(input)?;
    match rest.first() {
        Some(next) if next.form == Form::Lower && next.is_word() => Ok((rest, ())),
        _ => miss(input),
    }
}

fn is_abbreviation(token: &Token) -> bool {
    matches!(token.len(), 2 | 3)
        || token.len() == 4
            && matches!(
                token.kind,
                Kind::Unit(LengthUnit::Minute | LengthUnit::Second)
            )
}

/// `-old`, ` old`
fn is_age(rest: In) -> bool {
    (opt(dash), word(W::Old)).parse(rest).is_ok()
}

/// `20-30 minutes`, `two to three hours`, `five or six minutes`
fn ranged(input: In) -> Out<Duration> {
    let join = alt((dash, word(W::To), word(W::Or)));
    let (rest, (least, (), most, _, _, unit)) =
        (count, join, amount, opt(tight('-')), opt(kind), unit).parse(input)?;
    // `1300 to 1345 hours` are two times of day
    let clocks = [&input[0], &input[2]]
        .iter()
        .all(|token| token.len() == 4 && matches!(token.kind, Kind::Digits(..)));
    if clocks && unit == LengthUnit::Hour || !ends_word(rest) || is_age(rest) {
        return miss(input);
    }
    Ok((
        rest,
        ranged_of(least.min(most), least.max(most), unit, Count::Range),
    ))
}

/// `a year or two`, `a week or so`
fn year_or_two(input: In) -> Out<Duration> {
    let article = value(ONE, any_word(&[W::A, W::An]));
    let (rest, (one, unit, (), two)) = (article, unit, word(W::Or), integer).parse(input)?;
    Ok((
        rest,
        ranged_of(one, i64::from(two) * ONE, unit, Count::Range),
    ))
}

/// `an hour and 16 minutes`, `1 hour, 5 minutes`, `two and a half hours`, `an hour and a half`
fn composed(input: In) -> Out<Duration> {
    alt((and_a_half, half_behind, finer)).parse(input)
}

/// `two and a half hours`
fn and_a_half(input: In) -> Out<Duration> {
    (count, word(W::And), opt(word(W::A)), word(W::Half), unit)
        .map(|(count, (), _, (), unit)| exact(count + ONE / 2, unit))
        .parse(input)
}

/// `an hour and a half`
fn half_behind(input: In) -> Out<Duration> {
    let (rest, (count, unit, (), _, ())) =
        (count, unit, word(W::And), opt(word(W::A)), word(W::Half)).parse(input)?;
    // `an hour and half the crew`
    if rest.first().is_some_and(|next| {
        matches!(next.kind, Kind::Word(W::The | W::A) | Kind::Other)
            && input.len() - rest.len() == 4
    }) {
        return miss(input);
    }
    Ok((rest, exact(count + ONE / 2, unit)))
}

fn finer(input: In) -> Out<Duration> {
    let (mut rest, mut whole) = counted(input)?;
    let mut pieces = 1;
    while let Ok((after, (_, _, next))) = (opt(mark(',')), opt(word(W::And)), counted).parse(rest)
        && next.unit < whole.unit
    {
        whole = Duration {
            least: whole.least.saturating_add(next.least),
            most: whole.most.saturating_add(next.most),
            unit: next.unit,
            count: Count::Composed,
        };
        rest = after;
        pieces += 1;
    }
    if pieces == 1 {
        miss(input)
    } else {
        Ok((rest, whole))
    }
}

/// `half an hour`, `a half-hour`, `half a minute`, `a quarter of an hour`, `three quarters of an hour`
fn half(input: In) -> Out<Duration> {
    let a = || opt(any_word(&[W::A, W::An]));
    let of = || phrase(&[W::Of]);
    let half = (a(), word(W::Half), opt(tight('-')), a()).map(|_| ONE / 2);
    let quarter = (opt(word(W::A)), word(W::Quarter), of(), a()).map(|_| ONE / 4);
    let three = (
        verify(integer, |number| *number == 3),
        verify(unit, |unit| *unit == LengthUnit::Quarter),
        of(),
        a(),
    )
        .map(|_| ONE / 4 * 3);
    let (rest, (part, unit)) = (alt((half, quarter, three)), unit).parse(input)?;
    if !ends_word(rest) || is_age(rest) {
        return miss(input);
    }
    Ok((rest, exact(part, unit)))
}

/// `a few minutes`, `several hours`, `a couple of minutes`, `many years`
fn few(input: In) -> Out<Duration> {
    const FEW: &Phrases<i64> = &Phrases::new(&[
        (&[W::Just, W::A, W::Few], 0),
        (&[W::A, W::Few], 0),
        (&[W::Few], 0),
        (&[W::Several, W::Hundred], 0),
        (&[W::Several, W::Thousand], 0),
        (&[W::Several], 0),
        (&[W::Many], 0),
        (&[W::Some], 0),
        (&[W::A, W::Number, W::Of], 0),
        (&[W::Dozens, W::Of], 0),
        (&[W::Hundreds, W::Of], 0),
        (&[W::Another, W::Couple, W::Of], 2),
        (&[W::A, W::Couple, W::Of], 2),
        (&[W::A, W::Couple], 2),
        (&[W::Couple, W::Of], 2),
        (&[W::A, W::Pair, W::Of], 2),
    ]);
    let (rest, (number, _, unit)) =
        (any_of(FEW), opt(alt((kind, tight('-')))), unit).parse(input)?;
    let is_few = matches!(input[0].kind, Kind::Word(W::Some | W::Many | W::Few))
        && !is_plural(&input[input.len() - rest.len() - 1]);
    if is_few || !ends_word(rest) || is_age(rest) {
        return miss(input);
    }
    Ok((
        rest,
        match number {
            0 => ranged_of(ONE, ONE, unit, Count::Few),
            _ => ranged_of(2 * ONE, 3 * ONE, unit, Count::Range),
        },
    ))
}

/// Whether a unit is written in the plural.
pub fn is_plural(token: &Token) -> bool {
    match token.kind {
        Kind::Unit(LengthUnit::Second | LengthUnit::Minute) => token.len() == 7,
        Kind::Unit(LengthUnit::Hour) => token.len() == 5,
        Kind::Unit(LengthUnit::Century) => token.len() == 9,
        _ => super::calendar::is_plural(token),
    }
}

/// `seconds`, `moments`, `minutes`, `hours`, `years`
pub fn bare(input: In) -> Out<Duration> {
    const MOMENTS: &Phrases<()> = &Phrases::new(&[(&[W::Moments], ()), (&[W::A, W::Moment], ())]);
    if let Ok((rest, ())) = any_of(MOMENTS).parse(input) {
        return Ok((
            rest,
            ranged_of(ONE, ONE, LengthUnit::Minute, Count::Moments),
        ));
    }
    let (rest, unit) = verify(unit, |_| is_plural(&input[0])).parse(input)?;
    Ok((rest, ranged_of(ONE, ONE, unit, Count::Bare)))
}
