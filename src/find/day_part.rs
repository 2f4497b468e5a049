//! Parts of the day: `early afternoon`, `overnight`, `the early hours of`, `tonight`, `last night`.
//!
//! ```abnf
//! part     = [degree gap] name ["hours"] / "early hours" / "small hours" / "predawn"
//! deictic  = "tonight" / "last night" / ("this" / "that" / "the next") gap part
//! ```

use super::number::integer;
use super::phrase::{
    In, Out, Phrases, any_of, any_word, dash, miss, part_name, phrase, unit, word,
};
use super::token::{Form, Kind};
use super::weekday::beside;
use super::{Day, DayPart, Degree};
use crate::lexicon::time::{LengthUnit, Part};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::sequence::{preceded, terminated};

/// `in`, `throughout`, `during the course of`: what a part of a day or a month stands behind.
pub fn lead(input: In) -> Out<()> {
    let course = (
        any_word(&[W::In, W::During, W::Over]),
        phrase(&[W::The, W::Course, W::Of]),
    )
        .map(|_| ());
    let plain = any_word(&[W::In, W::During, W::Throughout]);
    alt((course, terminated(plain, not(word(W::At))))).parse(input)
}

/// `early `, `late `, `mid-`; `later` turns the account on and is no degree.
pub fn degree(input: In) -> Out<Degree> {
    const DEGREES: &Phrases<Degree> = &Phrases::new(&[
        (&[W::Very, W::Early], Degree::Early),
        (&[W::Very, W::Late], Degree::Late),
        (&[W::Early, W::In, W::The], Degree::Early),
        (&[W::Late, W::In, W::The], Degree::Late),
        (&[W::Early, W::On], Degree::Early),
        (&[W::Late, W::On], Degree::Late),
        (&[W::The, W::Middle, W::Of, W::The], Degree::Mid),
        (&[W::The, W::Middle, W::Of], Degree::Mid),
        (&[W::Middle, W::Of, W::The], Degree::Mid),
        (&[W::Middle, W::Of], Degree::Mid),
        (&[W::Early], Degree::Early),
        (&[W::Late], Degree::Late),
        (&[W::Mid], Degree::Mid),
    ]);
    let (rest, (degree, dash)) = (any_of(DEGREES), opt(dash)).parse(input)?;
    // `mid-size`: the word behind decides, and `early-` alone is none
    let joins = rest
        .first()
        .is_some_and(|next| dash.is_none() || !next.spaced);
    if joins {
        Ok((rest, degree))
    } else {
        miss(input)
    }
}

/// `afternoon`, `early afternoon`, `midmorning`, `early hours`
pub fn part(input: In) -> Out<DayPart> {
    alt((
        small_hours,
        (opt(degree), name).map(|(degree, part)| DayPart { part, degree }),
    ))
    .parse(input)
}

fn name(input: In) -> Out<Part> {
    let pre_dawn = (
        word(W::Pre),
        opt(dash),
        verify(part_name, |part| *part == Part::Dawn),
    )
        .map(|_| Part::SmallHours);
    let first_light = phrase(&[W::First, W::Light]).map(|()| Part::Daybreak);
    let dark = word(W::Dark).map(|()| Part::Sundown);
    let (rest, part) = alt((pre_dawn, midmorning, first_light, dark, part_name)).parse(input)?;
    let (rest, _) = opt(hours_word).parse(rest)?;
    let ish = |rest| preceded(opt(dash), word(W::Ish)).parse(rest);
    let (rest, _) = opt(ish).parse(rest)?;
    // `night-time`
    let (rest, _) = opt((dash, word(W::Time))).parse(rest)?;
    Ok((rest, part))
}

/// `midmorning`, `midafternoon`: one word
fn midmorning(input: In) -> Out<Part> {
    const NAMES: &Phrases<Part> = &Phrases::new(&[
        (&[W::Midmorning], Part::Morning),
        (&[W::Midafternoon], Part::Afternoon),
    ]);
    any_of(NAMES).parse(input)
}

fn hours_word(input: In) -> Out<()> {
    verify(unit, |unit| *unit == LengthUnit::Hour)
        .map(|_| ())
        .parse(input)
}

/// `early hours`, `early morning hours`, `small hours`, `wee hours`
fn small_hours(input: In) -> Out<DayPart> {
    const NAMES: &Phrases<()> = &Phrases::new(&[
        (&[W::The, W::Early], ()),
        (&[W::Early], ()),
        (&[W::The, W::Small], ()),
        (&[W::Small], ()),
        (&[W::The, W::Wee], ()),
        (&[W::Wee], ()),
    ]);
    (any_of(NAMES), hours_word)
        .map(|_| DayPart {
            part: Part::SmallHours,
            degree: None,
        })
        .parse(input)
}

/// `tonight`, `last night`, `early this morning`, `that night`, `the following morning`
pub fn deictic(input: In) -> Out<(Day, DayPart)> {
    let (rest, outer) = opt(alt((degree, turned))).parse(input)?;
    let (rest, (day, mut part)) = alt((tonight, determined, beside_told)).parse(rest)?;
    part.degree = part.degree.or(outer);
    Ok((rest, (day, part)))
}

/// `later` and `earlier` before `this afternoon`.
fn turned(input: In) -> Out<Degree> {
    const TURNS: &Phrases<Degree> =
        &Phrases::new(&[(&[W::Later], Degree::Late), (&[W::Earlier], Degree::Early)]);
    let (rest, degree) = any_of(TURNS).parse(input)?;
    match rest.first().map(|next| next.kind) {
        Some(Kind::Word(W::This | W::Tonight)) => Ok((rest, degree)),
        _ => miss(input),
    }
}

fn tonight(input: In) -> Out<(Day, DayPart)> {
    const NIGHT: DayPart = DayPart {
        part: Part::Night,
        degree: None,
    };
    const NIGHTS: &Phrases<i64> = &Phrases::new(&[(&[W::Tonight], 0), (&[W::Tonite], 0)]);
    let last = (
        word(W::Last),
        verify(part_name, |part| *part == Part::Night),
    )
        .map(|_| -1);
    alt((any_of(NIGHTS), last, nights_ago))
        .map(|day| (Day::FromToday(day), NIGHT))
        .parse(input)
}

/// `two nights ago`
fn nights_ago(input: In) -> Out<i64> {
    let count = verify(integer, |count| (1..100).contains(count));
    let nights = verify(part_name, |part| *part == Part::Night);
    (count, nights, word(W::Ago))
        .map(|(count, _, ())| -i64::from(count))
        .parse(input)
}

/// `this morning`, `that night`, `the next afternoon`, `later that evening`, `yesterday evening`
fn determined(input: In) -> Out<(Day, DayPart)> {
    const DAYS: &Phrases<Day> = &Phrases::new(&[
        (&[W::Later, W::That, W::Same], Day::FromTold(0)),
        (&[W::Later, W::That], Day::FromTold(0)),
        (&[W::Earlier, W::That], Day::FromTold(0)),
        (&[W::That, W::Same], Day::FromTold(0)),
        (&[W::The, W::Same], Day::FromTold(0)),
        (&[W::That], Day::FromTold(0)),
        (&[W::The, W::Following], Day::FromTold(1)),
        (&[W::The, W::Next], Day::FromTold(1)),
        (&[W::Next], Day::FromTold(1)),
        (&[W::The, W::Previous], Day::FromTold(-1)),
        (&[W::Earlier, W::This], Day::FromToday(0)),
        (&[W::This], Day::FromToday(0)),
        (&[W::Yesterday], Day::FromToday(-1)),
        (&[W::Tomorrow], Day::FromToday(1)),
        (&[W::Today], Day::FromToday(0)),
    ]);
    let (rest, (day, part)) = (any_of(DAYS), part).parse(input)?;
    if matches!(part.part, Part::Dawn | Part::Sundown) {
        return miss(input);
    }
    Ok((rest, (day, part)))
}

/// `the night before`, `the morning after`, `the night before last`
fn beside_told(input: In) -> Out<(Day, DayPart)> {
    let (rest, ((), part)) = (word(W::The), part).parse(input)?;
    if part.part == Part::Night
        && let Ok((rest, ())) = phrase(&[W::Before, W::Last]).parse(rest)
    {
        return Ok((rest, (Day::FromToday(-2), part)));
    }
    let (rest, days) = beside(rest)?;
    Ok((rest, (Day::FromTold(days), part)))
}

/// `in the morning`, `the afternoon`: a part of the day that the words before it place.
pub fn said_part(input: In) -> Out<DayPart> {
    let (rest, part) = preceded(opt(word(W::The)), part).parse(input)?;
    // `the Morning Star`, `the afternoon tea` name something
    let names = rest
        .first()
        .is_some_and(|next| next.spaced && next.form != Form::Lower && next.kind == Kind::Other);
    if names { miss(input) } else { Ok((rest, part)) }
}
