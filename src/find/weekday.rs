//! Weekdays and the days that count from the day of the words: `Thursday`, `Thu.`, `last Friday`,
//! `yesterday`, `the following day`.
//!
//! ```abnf
//! weekday = [shift gap] name
//! deictic = "today" / "the day after tomorrow" / "that day" / …
//! ```

use super::phrase::{In, Out, Phrases, any_of, any_word, miss, one, tight, word};
use super::token::{Form, Kind};
use super::{Base, Day, Shift};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `Thursday`, `Thu.`, `Tue`: a name with what ends its abbreviation.
pub fn weekday(input: In) -> Out<u8> {
    let full = one(|token| match token.kind {
        Kind::Weekday(weekday) => Some(weekday),
        _ => None,
    });
    alt((full, short)).parse(input)
}

/// `sat`, `sun`, `mon` and `wed` are words or names: a stop, a number or a month must follow.
fn short(input: In) -> Out<u8> {
    let (rest, weekday) = one(|token| match token.kind {
        Kind::ShortWeekday(weekday) => Some(weekday),
        _ => None,
    })
    .parse(input)?;
    let (rest, stop) = opt(tight('.')).parse(rest)?;
    let name_alone = matches!(weekday, 1 | 3 | 4) && input[0].form != Form::Lower;
    let dated = rest
        .iter()
        .take(2)
        .any(|next| matches!(next.kind, Kind::Month(_) | Kind::Digits(..)))
        && input[0].form != Form::Lower;
    if stop.is_some() || name_alone || dated {
        Ok((rest, weekday))
    } else {
        miss(input)
    }
}

/// Words before the name of a weekday, a month or a season that say which.
pub fn shift(input: In) -> Out<Shift> {
    const SHIFTS: &Phrases<Shift> = &Phrases::new(&[
        (&[W::This, W::Past], Shift::Last),
        (&[W::This, W::Last], Shift::Last),
        (&[W::This, W::Coming], Shift::Coming),
        (&[W::This, W::Upcoming], Shift::Coming),
        (&[W::This], Shift::This),
        (&[W::The, W::Previous], Shift::Last),
        (&[W::The, W::Following], Shift::Coming),
        (&[W::The, W::Next], Shift::Next),
        (&[W::The, W::Last], Shift::Last),
        (&[W::Last], Shift::Last),
        (&[W::Past], Shift::Last),
        (&[W::Previous], Shift::Last),
        (&[W::Next], Shift::Next),
        (&[W::Coming], Shift::Coming),
        (&[W::Upcoming], Shift::Coming),
        (&[W::Following], Shift::Coming),
    ]);
    any_of(SHIFTS).parse(input)
}

/// `Thursday`, `last Friday`
pub fn shifted(input: In) -> Out<Day> {
    alt((
        (shift, any_name).map(|(shift, name)| Day::Weekday(name, shift)),
        weekday.map(|name| Day::Weekday(name, Shift::Nearest)),
    ))
    .parse(input)
}

/// A weekday in full or short, where a word before it says that one is meant.
pub fn any_name(input: In) -> Out<u8> {
    let name = one(|token| match token.kind {
        Kind::Weekday(weekday) | Kind::ShortWeekday(weekday) => Some(weekday),
        _ => None,
    });
    let (rest, weekday) = { name }.parse(input)?;
    let is_short = matches!(input[0].kind, Kind::ShortWeekday(_));
    let (rest, _) = opt(tight('.')).parse(rest).map_or((rest, None), |read| {
        if is_short { read } else { (rest, None) }
    });
    Ok((rest, weekday))
}

/// `today`, `yesterday`, `the day after tomorrow`
pub fn deictic(input: In) -> Out<Day> {
    const DAYS: &Phrases<i64> = &Phrases::new(&[
        (&[W::Earlier, W::Today], 0),
        (&[W::Later, W::Today], 0),
        (&[W::Today], 0),
        (&[W::Yesterday], -1),
        (&[W::Tomorrow], 1),
        (&[W::Tmrw], 1),
    ]);
    alt((any_of(DAYS).map(Day::FromToday), beyond, told)).parse(input)
}

/// `the day after tomorrow`, `day before yesterday`
fn beyond(input: In) -> Out<Day> {
    const BEYOND: &Phrases<i64> = &Phrases::new(&[
        (&[W::After, W::Tomorrow], 2),
        (&[W::After, W::Tmrw], 2),
        (&[W::Before, W::Yesterday], -2),
    ]);
    let (rest, (_, (), days)) = (opt(word(W::The)), day_word, any_of(BEYOND)).parse(input)?;
    Ok((rest, Day::FromToday(days)))
}

fn day_word(input: In) -> Out<()> {
    one(|token| match token.kind {
        Kind::Unit(crate::lexicon::time::LengthUnit::Day) => Some(()),
        _ => None,
    })
    .parse(input)
}

/// `that day`, `the following day`, `a day later`, `the day before`
pub fn told(input: In) -> Out<Day> {
    const LEADS: &Phrases<i64> = &Phrases::new(&[
        (&[W::Later, W::That, W::Same], 0),
        (&[W::Earlier, W::That, W::Same], 0),
        (&[W::Later, W::That], 0),
        (&[W::Earlier, W::That], 0),
        (&[W::The, W::Same], 0),
        (&[W::That, W::Same], 0),
        (&[W::That, W::Very], 0),
        (&[W::That], 0),
        (&[W::The, W::Following], 1),
        (&[W::The, W::Next], 1),
        (&[W::The, W::Previous], -1),
        (&[W::The, W::Prior], -1),
    ]);
    const BEHIND: &Phrases<i64> = &Phrases::new(&[(&[W::Later], 1), (&[W::Earlier], -1)]);
    let lead = (any_of(LEADS), day_word).map(|(days, ())| days);
    let number = one(|token| match token.kind {
        Kind::Word(W::A) | Kind::Number(1) => Some(()),
        _ => None,
    });
    let behind = ((number, day_word), any_of(BEHIND)).map(|(_, days)| days);
    alt((lead, behind, around)).map(Day::FromTold).parse(input)
}

/// `the day after`, `the day before`
fn around(input: In) -> Out<i64> {
    (word(W::The), day_word, beside)
        .map(|((), (), days)| days)
        .parse(input)
}

/// `after`, `before` of `the day after`, `the day after that`: with other words behind it, it is a
/// conjunction.
pub fn beside(input: In) -> Out<i64> {
    const SIDES: &Phrases<i64> =
        &Phrases::new(&[(&[W::After], 1), (&[W::Before], -1), (&[W::Prior], -1)]);
    let (rest, units) = any_of(SIDES).parse(input)?;
    if let Ok((rest, ())) = word(W::That).parse(rest) {
        return Ok((rest, units));
    }
    let goes_on = rest
        .first()
        .is_some_and(|next| next.is_word() && !matches!(next.kind, Kind::Word(W::And | W::But)));
    if goes_on {
        return miss(input);
    }
    Ok((rest, units))
}

/// `the day`, `this day`, `my day`: of the words themselves.
pub fn the_day(input: In) -> Out<Day> {
    (any_word(&[W::The, W::This, W::My]), day_word)
        .map(|_| Day::Unit(crate::lexicon::time::LengthUnit::Day, 0, Base::Told))
        .parse(input)
}
