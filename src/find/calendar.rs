//! Stretches of the calendar longer than a day: `last week`, `this year`, `July 2007`, `the third
//! quarter of 2014`, `the summer of 1994`, `the 1990s`, `the 19th century`, `in 2015`.
//!
//! ```abnf
//! unit    = [the] ("this" / "last" / "next" / …) gap unit-name
//! month   = name [","] ["of"] year / shift gap name / ("in" / "since" / …) gap name
//! quarter = [the] ordinal ["-"] "quarter" [of frame] / "Q" DIGIT [year]
//! years   = [the] [4DIGIT / "'" 2DIGIT] "s" / ordinal gap "century"
//! ```

use super::month::{month_of_year, near_month};
use super::number::year_digits;
use super::phrase::{
    In, Out, Phrases, any_of, any_word, ends_word, miss, phrase, tight, unit, word,
};
use super::token::{Form, Kind, Token};
use super::weekday::beside;
use super::years::{half, iso_week, quarter, season, whole_year, year_ago, years};
use super::{Base, Day};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, value, verify};

/// A stretch of the calendar that is longer than a day, by its own words.
pub fn stretch(input: In) -> Out<Day> {
    // what a stretch can be is told by its first token
    match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..)) => {
            alt((month_of_year, quarter, half, years, iso_week, whole_year)).parse(input)
        }
        Some(Kind::Month(_)) => month_of_year(input),
        Some(Kind::Season(_)) => season(input),
        Some(Kind::Number(_) | Kind::Ordinal(_)) => alt((quarter, years, whole_year)).parse(input),
        Some(Kind::Unit(_)) => alt((period, iso_week, whole_year)).parse(input),
        Some(Kind::Mark('©' | '\'')) => alt((years, whole_year)).parse(input),
        Some(Kind::Word(W::The)) => match input.get(1).map(|token| token.kind) {
            Some(Kind::Digits(..) | Kind::Number(_) | Kind::Ordinal(_)) => {
                alt((quarter, half, years)).parse(input)
            }
            Some(Kind::Unit(_)) => alt((period, whole_year, shifted_unit)).parse(input),
            Some(Kind::Season(_)) => season(input),
            Some(Kind::Mark(_)) => alt((quarter, years)).parse(input),
            Some(Kind::Word(_)) => by_words(input),
            _ => miss(input),
        },
        Some(Kind::Word(_)) => by_words(input),
        _ => miss(input),
    }
}

/// A stretch whose first words can be those of any.
fn by_words(input: In) -> Out<Day> {
    alt((
        period,
        whole_year,
        shifted_unit,
        quarter,
        half,
        season,
        near_month,
        years,
    ))
    .parse(input)
}

/// `this week`, `last month`, `the following year`, `the coming weekend`, `the year after next`
pub fn shifted_unit(input: In) -> Out<Day> {
    const LEADS: &Phrases<(i32, Base)> = &Phrases::new(&[
        (&[W::The, W::Current], (0, Base::Today)),
        (&[W::Current], (0, Base::Today)),
        (&[W::This, W::Past], (-1, Base::Today)),
        (&[W::This, W::Last], (-1, Base::Today)),
        (&[W::This, W::Coming], (1, Base::Today)),
        (&[W::This, W::Upcoming], (1, Base::Today)),
        (&[W::This, W::Same], (0, Base::Named)),
        (&[W::This], (0, Base::Today)),
        (&[W::The, W::Past], (-1, Base::Today)),
        (&[W::The, W::Last], (-1, Base::Today)),
        (&[W::The, W::Latest], (0, Base::Told)),
        (&[W::The, W::Next], (1, Base::Told)),
        (&[W::The, W::Coming], (1, Base::Today)),
        (&[W::The, W::Upcoming], (1, Base::Today)),
        (&[W::The, W::Following], (1, Base::Named)),
        (&[W::The, W::Previous], (-1, Base::Named)),
        (&[W::The, W::Preceding], (-1, Base::Named)),
        (&[W::The, W::Prior], (-1, Base::Named)),
        (&[W::The, W::Same], (0, Base::Named)),
        (&[W::The, W::Full], (0, Base::Told)),
        (&[W::That, W::Same], (0, Base::Named)),
        (&[W::That], (0, Base::Named)),
        (&[W::Same], (0, Base::Named)),
        (&[W::Last], (-1, Base::Today)),
        (&[W::Past], (-1, Base::Today)),
        (&[W::Previous], (-1, Base::Today)),
        (&[W::Prior], (-1, Base::Today)),
        (&[W::Next], (1, Base::Today)),
        (&[W::Coming], (1, Base::Today)),
        (&[W::Upcoming], (1, Base::Today)),
        (&[W::The], (0, Base::Told)),
    ]);
    const BEYOND: &Phrases<i32> = &Phrases::new(&[
        (&[W::After, W::Next], 2),
        (&[W::After, W::The, W::Next], 2),
        (&[W::Before, W::Last], -2),
        (&[W::After, W::That], 2),
    ]);
    let (rest, ((shift, base), _, unit)) = (
        any_of(LEADS),
        opt(any_word(&[W::Fiscal, W::Calendar, W::School])),
        coarse_unit,
    )
        .parse(input)?;
    // `the year 2008`
    if unit == LengthUnit::Year && year_digits(rest).is_ok() {
        return miss(input);
    }
    let is_the = input.len() - rest.len() == 2 && input[0].kind == Kind::Word(W::The);
    if is_the && let Ok((rest, shift)) = any_of(BEYOND).parse(rest) {
        return Ok((rest, Day::Unit(unit, shift, Base::Today)));
    }
    // `the year before`
    if is_the && let Ok((rest, shift)) = beside(rest) {
        return Ok((rest, Day::Unit(unit, shift as i32, Base::Named)));
    }
    // `the year before the war` counts from the war
    let side = any_word(&[W::After, W::Before]);
    if is_the && { side }.parse(rest).is_ok() {
        return miss(input);
    }
    Ok((rest, Day::Unit(unit, shift, base)))
}

/// `the year-ago quarter`, `the latest period`, `year-earlier`: counted from the period told.
fn period(input: In) -> Out<Day> {
    let ago = year_ago.map(|()| -1);
    let latest = (word(W::Latest), peek(word(W::Period))).map(|_| 0);
    let quarter = verify(unit, |unit| *unit == LengthUnit::Quarter).map(|_| ());
    let (rest, (_, years, _)) = (
        opt(word(W::The)),
        alt((ago, latest)),
        opt(alt((word(W::Period), quarter))),
    )
        .parse(input)?;
    // `a year ago` is a distance
    let is_distance = input.len() - rest.len() < 3 && !matches!(input[1].kind, Kind::Mark(_));
    if is_distance {
        miss(input)
    } else {
        Ok((rest, Day::Period(years)))
    }
}

/// `week`, `quarter`, `yr`: one, and longer than a day.
pub fn coarse_unit(input: In) -> Out<LengthUnit> {
    let (rest, found) = unit(input)?;
    let plural = matches!(
        found,
        LengthUnit::Week
            | LengthUnit::Month
            | LengthUnit::Year
            | LengthUnit::Decade
            | LengthUnit::Weekend
            | LengthUnit::Quarter
    ) && is_plural(&input[0]);
    // `the Century tavern`
    let is_name = found == LengthUnit::Century && input[0].form == Form::Capital;
    let is_short = found < LengthUnit::Weekend || found == LengthUnit::Fortnight;
    if is_short || plural || is_name || !ends_word(rest) {
        return miss(input);
    }
    // `week-end`, `year-long`
    if let Ok((rest, _)) = (tight('-'), word(W::End)).parse(rest)
        && found == LengthUnit::Week
    {
        return Ok((rest, LengthUnit::Weekend));
    }
    Ok((rest, found))
}

/// Whether a unit is written in the plural.
pub fn is_plural(token: &Token) -> bool {
    match token.kind {
        Kind::Unit(LengthUnit::Week) => token.len() == 5,
        Kind::Unit(LengthUnit::Month) => token.len() == 6,
        Kind::Unit(LengthUnit::Year) => matches!(token.len(), 3 | 5),
        Kind::Unit(LengthUnit::Decade) => token.len() == 7,
        Kind::Unit(LengthUnit::Weekend | LengthUnit::Quarter) => token.len() == 8,
        Kind::Unit(LengthUnit::Day) => token.len() == 4,
        _ => false,
    }
}

/// `the week of`, `the week beginning`, before a date.
pub fn week_of(input: In) -> Out<()> {
    let join = alt((
        value((), phrase(&[W::Of])),
        value(
            (),
            (
                any_word(&[W::Beginning, W::Commencing, W::Starting]),
                opt(word(W::On)),
            ),
        ),
    ));
    (
        opt(word(W::The)),
        verify(unit, |unit| *unit == LengthUnit::Week),
        join,
    )
        .map(|_| ())
        .parse(input)
}
