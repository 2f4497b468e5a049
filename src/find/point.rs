//! Points of time: pieces of clock, day and part of day in the order in which English strings them
//! (`about 4:40 p.m. Feb. 22`, `Thursday at around 1:30 p.m.`, `the end of last week`).
//!
//! ```abnf
//! point = [bound] [hedge] when [suffix]
//! when  = piece *(join piece)           ; each kind of piece once
//!       / [","] date                    ; behind a weekday with a clock or a part of the day
//! piece = clock [zone] / part-deictic / picked / [degree] day / part / frame
//! join  = [","] / [","] ("on" / "at" / "of" / "in" / "in the" / "on the")
//! ```

use super::calendar::shifted_unit;
use super::clock::{bracketed, clock, hours, meridiem};
use super::date::{date, of_month};
use super::day_part::{self, part};
use super::figures::{apart, bare_hour, dotted, four_digits, leads_with_zero, run, with_seconds};
use super::hedge;
use super::number::suffixed;
use super::phrase::{In, Out, Phrases, any_of, mark, miss, one, span_of, word};
use super::piece::{clock_behind, clock_joined, date_behind, hour_piece, piece};
use super::spoken::spoken;
use super::token::{Form, Kind, Token};
use super::weekday::{self, told};
use super::zone::zone;
use super::{Bound, Clock, Day, Degree, Hedge, Point, When};
use crate::lexicon::time::Part;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cond, opt, value, verify};
use nom::sequence::preceded;

/// `by about 2 a.m. Friday`, `in August`, `the end of 1999`
pub fn point(input: In) -> Out<Point> {
    // `past decade` is the last one, and no bound
    let is_stretch = word(W::Past).parse(input).is_ok() && shifted_unit(input).is_ok();
    let (rest, bound) = cond(!is_stretch, opt(hedge::bound)).parse(input)?;
    let bound = bound.flatten();
    let (rest, hedged) = opt(hedge::of_point).parse(rest)?;
    let (rest, lead) = opt(day_part::lead).parse(rest)?;
    let said = bound.is_some() || hedged.is_some() || lead.is_some();
    let is_beside = (hedged.is_some_and(|hedge| hedge != Hedge::About)
        || matches!(bound, Some(Bound::Before | Bound::Until)))
        && matches!(
            input[..input.len() - rest.len()].last(),
            Some(Token {
                kind: Kind::Word(W::After | W::Before | W::Past | W::Until | W::Till),
                ..
            })
        );
    // `at ten.`, `by nine,`, `around eleven and`
    let is_loose = hedged == Some(Hedge::About)
        || matches!(bound, Some(Bound::By | Bound::Since))
        || word(W::At).parse(rest).is_ok();
    let (hour, _) = opt(word(W::At)).parse(rest)?;
    let (rest, (mut when, inner)) = match last_hour(hour) {
        Ok((rest, when)) if is_beside || is_loose => (rest, (when, None)),
        _ => pieces(rest, said)?,
    };
    let (rest, behind) = opt(hedge::suffix).parse(rest)?;
    let (rest, late_bound) = opt(hedge::bound_behind).parse(rest)?;
    let bounded = bound.is_some() || input[0].kind == Kind::Word(W::At);
    // `at dawn` is the break of day; what ends with it (`before dawn`) is the night before it
    if let Some(part) = when.part.as_mut()
        && part.part == Part::Dawn
        && bound != Some(Bound::Before)
    {
        part.part = Part::Daybreak;
    }
    if behind.is_some() || hedged.is_some() {
        when.span = span_of(hedge_start(input, bound.is_some()), rest);
    }
    // `in dark clothes`, but `before dark`
    let is_dark = input[..input.len() - rest.len()]
        .iter()
        .any(|token| token.kind == Kind::Word(W::Dark));
    let is_ahead = matches!(bound, Some(Bound::Before | Bound::By | Bound::Until))
        || hedged == Some(Hedge::ShortlyBefore);
    let is_noun = rest.first().is_some_and(|next| {
        next.spaced && (next.kind == Kind::Other || next.kind == Kind::Word(W::Of))
    });
    if is_dark && (!is_ahead || is_noun) {
        return miss(input);
    }
    let point = Point {
        bound: bound.or(late_bound).unwrap_or_default(),
        hedge: hedged.or(inner).or(behind).unwrap_or_default(),
        when,
    };
    // `in 1h` is a length, and `in 11:30 a.m. traffic` has its time behind the `in`
    if lead.is_some() && point.when.clock.is_some() && point.when.day.is_none() {
        return miss(input);
    }
    let in_the = matches!(input, [first, second, ..]
        if matches!(first.kind, Kind::Word(W::Early | W::Late)) && second.kind == Kind::Word(W::In));
    // `was turned back mid-morning`, but `a mid-morning rain`
    let is_mid = when
        .part
        .is_some_and(|part| part.degree == Some(Degree::Mid))
        && !is_noun;
    if is_point(
        &point,
        bounded || hedged.is_some() || lead.is_some() || in_the || is_mid,
    ) {
        Ok((rest, point))
    } else {
        miss(input)
    }
}

/// `(shortly after) 4.`, `(just after) 4.30.`, `(before) seven,`: an hour that ends its clause and can be no
/// count.
fn last_hour(input: In) -> Out<When> {
    let is_number = match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..)) => true,
        // `one` is a pronoun too
        Some(Kind::Number(hour)) => hour != 1,
        _ => false,
    };
    let hour = verify(bare_hour, |clock| (1..=12).contains(&clock.hour));
    let (rest, clock) = alt((dotted, hour)).parse(input)?;
    let ends = match rest {
        [] => true,
        // `at 5, 6 and 11` is a list
        [mark, next, ..] if mark.kind == Kind::Mark(',') => {
            !matches!(next.kind, Kind::Digits(..) | Kind::Number(_))
        }
        // `just before 7 so that`, not `so-called`
        [so, dash, ..] if so.kind == Kind::Word(W::So) => dash.spaced || dash.is_word(),
        [next, ..] => matches!(
            next.kind,
            Kind::Mark('.' | ',' | ';') | Kind::Word(W::And | W::As | W::But | W::When)
        ),
    };
    if !ends || !is_number {
        return miss(input);
    }
    let when = When {
        clock: Some(clock),
        span: span_of(input, rest),
        ..When::default()
    };
    Ok((rest, when))
}

/// Where the hedge of a point begins: behind its bound and its `at`.
fn hedge_start(input: In<'_>, has_bound: bool) -> In<'_> {
    let rest = if has_bound {
        hedge::bound(input).map_or(input, |(rest, _)| rest)
    } else {
        input
    };
    let at = rest
        .first()
        .is_some_and(|token| matches!(token.kind, Kind::Word(W::At | W::On)));
    if at { &rest[1..] } else { rest }
}

/// A part of the day alone is a time only where its name says which (`overnight`) or a word before
/// it does (`before dawn`, `at dusk`, `in the morning`).
fn is_point(point: &Point, said: bool) -> bool {
    let When {
        clock,
        day,
        part,
        degree,
        ..
    } = point.when;
    match (clock, day, part) {
        (None, None, Some(part)) => match part.part {
            Part::Overnight | Part::SmallHours => true,
            _ => said && !point.when.possessive,
        },
        (None, None, None) => false,
        _ => degree.is_none() || day.is_some() || part.is_some(),
    }
}

fn join(input: In) -> Out<()> {
    const LINKS: &Phrases<()> = &Phrases::new(&[
        (&[W::On, W::The], ()),
        (&[W::In, W::The], ()),
        (&[W::Of, W::The], ()),
        (&[W::On], ()),
        (&[W::At], ()),
        (&[W::Of], ()),
        (&[W::In], ()),
        (&[W::From], ()),
    ]);
    let linked = (opt(mark(',')), any_of(LINKS));
    // `8:23 AM · Jul 9`, as pages set a time beside its day
    let beside = one(|token| matches!(token.kind, Kind::Mark('·' | '•' | '∙' | '|')).then_some(()));
    alt((value((), linked), value((), mark(',')), beside, |input| {
        Ok((input, ()))
    }))
    .parse(input)
}

/// All pieces, with a hedge that stands between them.
pub fn pieces(input: In, said: bool) -> Out<(When, Option<Hedge>)> {
    let (start, at) = opt(alt((word(W::At), mark('@')))).parse(input)?;
    let (mut rest, mut when) = first_piece(input, start, at.is_some(), said)?;
    let mut inner = None;
    while rest
        .first()
        .is_some_and(|next| !matches!(next.kind, Kind::Other | Kind::Measure))
    {
        if when.clock.is_none()
            && let Ok((after, ((), hedged))) = (join, hedge::of_point).parse(rest)
            && let Ok((after, next)) =
                piece(after, &when, true).or_else(|_| hour_piece(after, &when))
            && next.clock.is_some()
        {
            (rest, when, inner) = (after, next, Some(hedged));
            continue;
        }
        // `the evening of the 5th`, `the small hours of the next day`
        if when.part.is_some()
            && when.day.is_none()
            && let Ok((after, ((), day))) = (word(W::Of), alt((of_month, told))).parse(rest)
        {
            (rest, when.day) = (after, Some(day));
            continue;
        }
        let so_far = when;
        let (after, ()) = join(rest)?;
        let joined = after.len() < rest.len();
        if let Ok((after, next)) = piece(after, &when, joined) {
            (rest, when) = (after, next);
            continue;
        }
        if let Ok((after, next)) = clock_behind(rest, &when)
            .or_else(|_| clock_joined(rest, &when))
            .or_else(|_| date_behind(rest, &when))
        {
            (rest, when) = (after, next);
            continue;
        }
        if let Ok((after, next)) = bracketed(|input| piece(input, &so_far, true)).parse(rest)
            && next.clock == when.clock
        {
            (rest, when) = (after, next);
            continue;
        }
        break;
    }
    // `late Thursday night`: the degree belongs to the part
    if let (Some(degree), Some(part)) = (when.degree, when.part.as_mut()) {
        part.degree = part.degree.or(Some(degree));
        when.degree = None;
    }
    if let Some(clock) = when.clock.as_mut() {
        // `afternoon 7:00:05`, and `23.04.2022 12:04` of a machine
        let in_part = clock.second.is_some() && clock.hour <= 12 && when.part.is_some();
        let by_machine = clock.meridiem.is_none()
            && matches!(when.day, Some(Day::Slashed { year: Some(_), .. }));
        clock.military = (clock.military && !in_part) || by_machine;
    }
    when.span = span_of(start, rest);
    if (when.day.is_some() || when.part.is_some())
        && let Ok((after, ())) = possessive_of(rest)
    {
        when.possessive = true;
        rest = after;
    }
    Ok((rest, (when, inner)))
}

/// The piece that the others follow.
fn first_piece<'a>(input: &'a [Token], start: &'a [Token], at: bool, said: bool) -> Out<'a, When> {
    let alone = |clock| When {
        clock: Some(clock),
        ..When::default()
    };
    if at || (said && leads_with_zero(start)) {
        if let Ok((rest, (clock, zone))) = (numeric_at, opt(zone)).parse(start) {
            return Ok((
                rest,
                When {
                    zone,
                    ..alone(clock)
                },
            ));
        }
        if clock(start).is_err()
            && let Ok((rest, clock)) = spoken(start)
            && rest
                .first()
                .is_none_or(|next| !next.is_word() || next.kind != Kind::Other)
        {
            return Ok((rest, alone(clock)));
        }
    }
    if let Ok((rest, clock)) = alt((spoken, dotted, bare_hour, run)).parse(start)
        && of_part(rest).is_ok()
    {
        return Ok((rest, alone(clock)));
    }
    // `the sixth` and `the 6th` need their `on`
    if let Ok((rest, ((), day))) = (word(W::On), of_month).parse(input)
        && (word(W::On), date).parse(input).is_err()
    {
        return Ok((
            rest,
            When {
                day: Some(day),
                ..When::default()
            },
        ));
    }
    let (rest, when) = piece(start, &When::default(), said || at)?;
    // `at 1900 feet`: no year is told so
    if at && matches!(when.day, Some(Day::Year(_))) {
        miss(input)
    } else {
        Ok((rest, when))
    }
}

/// `1312`, `18.52` behind `at`; `at 1111 N. Elsea Smith Road` is a place: only a day or a zone may
/// follow in capitals.
fn numeric_at(input: In) -> Out<Clock> {
    let military = (four_digits, hours).map(|(clock, ())| clock);
    if let Ok(found) = { military }.parse(input) {
        return Ok(found);
    }
    let (rest, clock) = alt((dotted, with_seconds, apart)).parse(input)?;
    let follows = match rest.first() {
        Some(next)
            if matches!(next.kind, Kind::Mark('-' | '%' | '°' | '/' | '\'')) && !next.spaced =>
        {
            true
        }
        Some(next) if !next.spaced && next.is_word() || meridiem(rest).is_ok() => true,
        // `at 1905 9th Avenue`
        Some(_) if suffixed(rest).is_ok() => true,
        Some(next) => {
            // `at 1905 Ninth Avenue`
            let named =
                next.form != Form::Lower && matches!(next.kind, Kind::Other | Kind::Ordinal(_));
            named || matches!(next.kind, Kind::Word(W::Block | W::N) | Kind::Measure)
        }
        None => false,
    };
    if follows {
        miss(input)
    } else {
        Ok((rest, clock))
    }
}

/// ` this morning`, ` in the afternoon`, ` tonight`, ` Sunday evening`, ` at night`
fn of_part(input: In) -> Out<()> {
    let clear = |part: &super::DayPart| {
        matches!(
            part.part,
            Part::Morning | Part::Afternoon | Part::Evening | Part::Night
        )
    };
    let shared = (word(W::In), opt(word(W::The)), verify(part, clear)).map(|_| ());
    let named = (opt(word(W::On)), weekday::weekday, verify(part, clear)).map(|_| ());
    let at_night = (word(W::At), verify(part, clear));
    let comma = opt(mark(','));
    preceded(
        comma,
        alt((
            value((), day_part::deictic),
            shared,
            named,
            value((), at_night),
        )),
    )
    .parse(input)
}

/// `'s` with nothing of the same word behind it.
fn possessive_of(input: In) -> Out<()> {
    match input {
        [mark, s, ..]
            if mark.kind == Kind::Mark('\'')
                && !mark.spaced
                && s.kind == Kind::Word(W::S)
                && !s.spaced =>
        {
            Ok((&input[2..], ()))
        }
        _ => miss(input),
    }
}

/// A time for the end of a range, without what bounds it.
pub fn when(input: In) -> Out<When> {
    let (rest, _) = opt(hedge::of_point).parse(input)?;
    pieces(rest, true).map(|(rest, (when, _))| (rest, when))
}
