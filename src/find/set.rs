//! What comes again (`every day`, `weekly`, `Tuesday nights`), what lies beside now (`the past two
//! weeks`, `the next few days`) and times without ends (`now`, `recently`, `the future`).
//!
//! ```abnf
//! every  = ("every" / "each") [number] (unit / weekday / part / month / season) / "daily" / …
//! window = [the] ("past" / "last" / "next" / "first" / …) [number] units
//! vague  = "now" / "recently" / "the future" / …
//! ```

use super::duration::{bare, duration, one_unit};
use super::hedge;
use super::phrase::{
    In, Out, Phrases, any_of, any_word, ends_word, miss, one, part_name, phrase, season_name, unit,
    word,
};
use super::token::{Form, Kind};
use super::{Count, Every, Expression, Hedge, Side, Vague, Window};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

/// `every day`, `daily`, `each July`, `Tuesday nights`, `twice a week`
pub fn every(input: In) -> Out<Expression> {
    alt((adverb, each, weekdays))
        .map(Expression::Set)
        .parse(input)
}

fn adverb(input: In) -> Out<Every> {
    const ADVERBS: &Phrases<Every> = &Phrases::new(&[
        (&[W::Daily], Every::Unit(1, LengthUnit::Day)),
        (&[W::Weekly], Every::Unit(1, LengthUnit::Week)),
        (&[W::Monthly], Every::Unit(1, LengthUnit::Month)),
        (&[W::Annually], Every::Unit(1, LengthUnit::Year)),
        (&[W::Yearly], Every::Unit(1, LengthUnit::Year)),
        (&[W::Hourly], Every::Unit(1, LengthUnit::Hour)),
        (&[W::Nightly], Every::Unit(1, LengthUnit::Day)),
    ]);
    any_of(ADVERBS).parse(input)
}

fn each(input: In) -> Out<Every> {
    let lead = alt((
        value(
            (),
            (
                any_word(&[W::Once, W::Twice]),
                any_word(&[W::A, W::An, W::Every, W::Per]),
            ),
        ),
        value((), any_word(&[W::Every, W::Each])),
        value((), word(W::Per)),
    ));
    let (rest, ()) = { lead }.parse(input)?;
    let other = |input| preceded(word(W::Other), unit).parse(input);
    let named = one(|token| match token.kind {
        Kind::Weekday(name) => Some(Every::Weekday(name, None)),
        Kind::Month(month) if token.form != Form::Lower => Some(Every::Month(month)),
        _ => None,
    });
    alt((
        named,
        other.map(|unit| Every::Unit(2, unit)),
        part_name.map(Every::Part),
        season_name.map(Every::Season),
        unit.map(|unit| Every::Unit(1, unit)),
        counted,
    ))
    .parse(rest)
}

/// `every two weeks`
fn counted(input: In) -> Out<Every> {
    let (rest, length) = duration(input)?;
    let count = length.least / super::duration::unit_length(length.unit);
    Ok((rest, Every::Unit(count.max(1), length.unit)))
}

/// `Tuesdays`, `Tuesday nights`, `weekday mornings`
fn weekdays(input: In) -> Out<Every> {
    let plural = one(|token| match token.kind {
        Kind::Weekdays(name) => Some(name),
        _ => None,
    });
    let name = one(|token| match token.kind {
        Kind::Weekday(name) => Some(name),
        _ => None,
    });
    let parts = one(|token| match token.kind {
        Kind::Part(part) if is_plural_part(token.len(), part) => Some(part),
        _ => None,
    });
    alt((
        (plural, opt(part_name)).map(|(name, part)| Every::Weekday(name, part)),
        (name, parts).map(|(name, part)| Every::Weekday(name, Some(part))),
    ))
    .parse(input)
}

fn is_plural_part(length: usize, part: crate::lexicon::time::Part) -> bool {
    use crate::lexicon::time::Part;
    matches!(
        (part, length),
        (Part::Morning | Part::Evening, 8) | (Part::Afternoon, 10) | (Part::Night, 6)
    )
}

/// `the past two weeks`, `last 3 days`, `the next few months`, `recent weeks`, `the first nine months`
pub fn window(input: In) -> Out<Expression> {
    const SIDES: &Phrases<Side> = &Phrases::new(&[
        (&[W::The, W::Past], Side::Past),
        (&[W::The, W::Last], Side::Past),
        (&[W::The, W::Previous], Side::Past),
        (&[W::These, W::Past], Side::Past),
        (&[W::Those], Side::Inside),
        (&[W::The, W::Next], Side::Next),
        (&[W::The, W::Coming], Side::Next),
        (&[W::The, W::Upcoming], Side::Next),
        (&[W::The, W::Following], Side::Next),
        (&[W::The, W::First], Side::Inside),
        (&[W::The, W::Final], Side::Inside),
        (&[W::The, W::Latest], Side::Inside),
        (&[W::The, W::Recent], Side::Recent),
        (&[W::Past], Side::Past),
        (&[W::Last], Side::Past),
        (&[W::Previous], Side::Past),
        (&[W::Next], Side::Next),
        (&[W::Coming], Side::Next),
        (&[W::Upcoming], Side::Next),
        (&[W::Recent], Side::Recent),
        (&[W::First], Side::Inside),
        (&[W::The], Side::Inside),
    ]);
    let (rest, side) = any_of(SIDES).parse(input)?;
    let (rest, hedge) = opt(hedge::of_length).parse(rest)?;
    // `the past hour`
    let hour = verify(one_unit, |length| length.unit == LengthUnit::Hour);
    let beside_now = matches!(side, Side::Past | Side::Next);
    let (rest, length) = match duration(rest) {
        Err(_) if beside_now => { hour }.parse(rest)?,
        read => read?,
    };
    // `likely to last over a week`: a verb
    if hedge.is_some() && input[0].kind == Kind::Word(W::Last) {
        return miss(input);
    }
    let said = match side {
        Side::Inside => !matches!(length.count, Count::Moments | Count::Bare),
        _ => true,
    };
    // `the next two minutes`, but not `the second` and not `first two`
    if !said || !ends_word(rest) || matches!(input[1].kind, Kind::Word(W::A | W::An)) {
        return miss(input);
    }
    let (rest, _) = opt(hedge::suffix).parse(rest)?;
    let window = Window {
        hedge: hedge.unwrap_or(Hedge::Exact),
        length,
        side,
    };
    Ok((rest, Expression::Window(window)))
}

/// `5 past years`, `two upcoming weeks`, `13 last minutes`, `the weeks ahead`
pub fn inner_window(input: In) -> Out<Expression> {
    let side = alt((
        value(Side::Past, any_word(&[W::Past, W::Last, W::Previous])),
        value(Side::Next, any_word(&[W::Next, W::Coming, W::Upcoming])),
    ));
    let (rest, (_, count, side, unit)) =
        (opt(word(W::The)), super::number::integer, side, unit).parse(input)?;
    let is_many = super::duration::is_plural(&input[input.len() - rest.len() - 1]);
    if !is_many && side == Side::Next && matches!(input[1].kind, Kind::Word(W::Next)) {
        return miss(input);
    }
    let one = super::duration::unit_length(unit);
    let length = super::Duration {
        least: i64::from(count) * one,
        most: i64::from(count) * one,
        unit,
        count: Count::Number,
    };
    Ok((
        rest,
        Expression::Window(Window {
            hedge: Hedge::Exact,
            length,
            side,
        }),
    ))
}

/// `now`, `currently`, `recently`, `in the past`, `soon`, `the near future`
pub fn vague(input: In) -> Out<Expression> {
    const VAGUE: &Phrases<Vague> = &Phrases::new(&[
        (&[W::Right, W::Now], Vague::Now),
        (&[W::For, W::Now], Vague::Now),
        (&[W::By, W::Now], Vague::Now),
        (&[W::Now], Vague::Now),
        (&[W::Currently], Vague::Now),
        (&[W::Presently], Vague::Now),
        (&[W::Nowadays], Vague::Now),
        (&[W::At, W::Present], Vague::Now),
        (&[W::At, W::The, W::Present, W::Time], Vague::Now),
        (&[W::At, W::The, W::Moment], Vague::Now),
        (&[W::Current], Vague::Now),
        (&[W::More, W::Recently], Vague::Past),
        (&[W::Most, W::Recently], Vague::Past),
        (&[W::Recently], Vague::Past),
        (&[W::Recent], Vague::Past),
        (&[W::Lately], Vague::Past),
        (&[W::Long, W::Ago], Vague::Past),
        (&[W::In, W::The, W::Past], Vague::Past),
        (&[W::The, W::Recent, W::Past], Vague::Past),
        (&[W::The, W::Near, W::Future], Vague::Future),
        (&[W::The, W::Foreseeable, W::Future], Vague::Future),
        (&[W::The, W::Future], Vague::Future),
        (&[W::Near, W::Future], Vague::Future),
        (&[W::The, W::Near, W::Term], Vague::Future),
        (&[W::As, W::Soon, W::As, W::Possible], Vague::Future),
    ]);
    const DAYS: &Phrases<()> = &Phrases::new(&[(&[W::These], ())]);
    if let Ok((rest, _)) = (any_of(DAYS), bare).parse(input)
        && matches!(input[1].kind, Kind::Unit(LengthUnit::Day))
    {
        return Ok((rest, Expression::Vague(Vague::Now)));
    }
    let (rest, vague) = any_of(VAGUE).parse(input)?;
    // `in the past two weeks`
    if rest
        .first()
        .is_some_and(|next| next.spaced && next.is_core())
        || duration(rest).is_ok()
    {
        return miss(input);
    }
    let noun = input.len() - rest.len() == 2
        && phrase(&[W::The, W::Past]).parse(input).is_ok()
        && rest
            .first()
            .is_some_and(|next| next.is_word() && !matches!(next.kind, Kind::Word(_)));
    if noun {
        miss(input)
    } else {
        Ok((rest, Expression::Vague(vague)))
    }
}
