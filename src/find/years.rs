//! Years and their pieces: `2015`, `fiscal 1989`, `the third quarter of 2014`, `Q3`, `the first half
//! of 1997`, `the summer of 1994`, `the 1990s`, `the 19th century`, `2016-W45`.
//!
//! ```abnf
//! quarter = [the] ordinal ["-"] "quarter" [of year] / "Q" DIGIT [year]
//! years   = [the] [4DIGIT / "'" 2DIGIT] "s" / ordinal gap "century"
//! ```

use super::calendar::shifted_unit;
use super::holiday::possessive;
use super::month::year_behind;
use super::number::{digits, ordinal, year_digits, year_words};
use super::phrase::{
    In, Out, Phrases, any_of, any_word, dash, ends_word, mark, miss, one, season_name, tight, unit,
    word,
};
use super::token::Kind;
use super::weekday::shift;
use super::{Base, Day, Shift};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::time::full_year;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `the third quarter`, `third-quarter`, `Q3 2016`, `2018Q4`, `3rd qtr`
pub fn quarter(input: In) -> Out<Day> {
    let q = |input| {
        let (rest, ((), number)) = (
            one(|token| (token.kind == Kind::Word(W::Q)).then_some(())),
            one(|token| match token.kind {
                Kind::Digits(number @ 1..=4, 1) if !token.spaced => Some(number as u8),
                _ => None,
            }),
        )
            .parse(input)?;
        Ok((rest, number))
    };
    let adjective = || opt(any_word(&[W::Fiscal]));
    let named = (
        opt(word(W::The)),
        adjective(),
        opt(dash),
        verify(ordinal, |number| (1..=4).contains(number)),
        opt(dash),
        adjective(),
        verify(unit, |unit| *unit == LengthUnit::Quarter),
    )
        .map(|read| read.3);
    // `2018Q4`
    let joined = (
        verify(digits, |(year, count)| {
            *count == 4 && (1900..2100).contains(year)
        }),
        verify(q, |_| input.get(1).is_some_and(|next| !next.spaced)),
    )
        .map(|((year, _), quarter)| (Some(year.cast_signed()), quarter));
    let year_first = (
        opt(word(W::The)),
        year_digits,
        opt(dash),
        alt((
            q,
            (
                ordinal,
                opt(dash),
                verify(unit, |unit| *unit == LengthUnit::Quarter),
            )
                .map(|read| read.0),
        )),
    )
        .map(|(_, year, _, quarter)| (Some(year), quarter));
    let alone = (alt((named, q)), opt(year_behind)).map(|(quarter, year)| (year, quarter));
    let (rest, (year, quarter)) = alt((joined, year_first, alone)).parse(input)?;
    if !(1..=4).contains(&quarter) || !ends_word(rest) || is_plural_quarter(input, rest) {
        return miss(input);
    }
    Ok((rest, Day::Quarter(year, quarter)))
}

/// `last year's third quarter`, `the year-ago third quarter`, `the 1988 period`: the year, and the
/// quarter in it.
pub fn quarter_of_year(input: In) -> Out<(Day, Day)> {
    let is_year = |day: &Day| matches!(day, Day::Unit(LengthUnit::Year, ..));
    let own = terminated(verify(shifted_unit, is_year), possessive);
    let numbered = preceded(word(W::The), year_digits).map(Day::Year);
    let unnamed = alt((
        word(W::Period),
        verify(unit, |unit| *unit == LengthUnit::Quarter).map(|_| ()),
    ));
    let of_year = (
        alt((own, numbered)),
        alt((quarter, value(Day::Period(0), unnamed))),
    );
    let year_ago = value(Day::Unit(LengthUnit::Year, -1, Base::Today), year_ago);
    let (rest, (year, day)) =
        alt((of_year, (preceded(opt(word(W::The)), year_ago), quarter))).parse(input)?;
    if ends_word(rest) && !matches!(day, Day::Quarter(Some(_), _)) {
        Ok((rest, (year, day)))
    } else {
        miss(input)
    }
}

/// `comparable year-ago`, `year-earlier`
pub fn year_ago(input: In) -> Out<()> {
    (
        opt(any_word(&[W::Comparable, W::Corresponding])),
        one(|token| (token.kind == Kind::Unit(LengthUnit::Year)).then_some(())),
        opt(tight('-')),
        any_word(&[W::Ago, W::Earlier]),
    )
        .map(|_| ())
        .parse(input)
}

fn is_plural_quarter(input: In, rest: In) -> bool {
    input[..input.len() - rest.len()]
        .iter()
        .any(|token| token.kind == Kind::Unit(LengthUnit::Quarter) && token.len() == 8)
}

/// `the first half of 1997`, `1st half of 2016`, `H1 2018`
pub fn half(input: In) -> Out<Day> {
    let which = verify(ordinal, |half| (1..=2).contains(half));
    let named = (opt(word(W::The)), which, opt(dash), word(W::Half)).map(|read| read.1);
    let letter = one(|token| (token.kind == Kind::Word(W::H)).then_some(()));
    let number = one(|token| match token.kind {
        Kind::Digits(half @ 1..=2, 1) if !token.spaced => Some(half as u8),
        _ => None,
    });
    let short = (letter, number).map(|((), half)| half);
    let (rest, (half, year)) = (alt((named, short)), year_behind).parse(input)?;
    Ok((rest, Day::Half(Some(year), half)))
}

/// `the summer of 1994`, `last fall`, `this summer`, `summer 1994`, `the winter`
pub fn season(input: In) -> Out<Day> {
    let lead = opt(alt((shift.map(Some), word(W::The).map(|()| None))));
    let (rest, (lead, season, year)) = (lead, season_name, opt(year_behind)).parse(input)?;
    // `the fall` of somebody, `the spring` of a lock
    let said = matches!(lead, Some(Some(_))) || year.is_some();
    let the = matches!(lead, Some(None))
        && matches!(
            input.get(1).map(|token| token.kind),
            Some(Kind::Season(
                crate::lexicon::time::Season::Summer | crate::lexicon::time::Season::Winter
            ))
        );
    if !(said || the) || !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Day::Season(year, season, lead.flatten().unwrap_or(Shift::Nearest)),
    ))
}

/// `the 1990s`, `'90s`, `the nineties`, `the 19th century`
pub fn years(input: In) -> Out<Day> {
    const NAMES: &Phrases<i32> = &Phrases::new(&[
        (&[W::Twenties], 1920),
        (&[W::Thirties], 1930),
        (&[W::Forties], 1940),
        (&[W::Fifties], 1950),
        (&[W::Sixties], 1960),
        (&[W::Seventies], 1970),
        (&[W::Eighties], 1980),
        (&[W::Nineties], 1990),
    ]);
    let s = |input| {
        let (rest, _) = opt(mark('\'')).parse(input)?;
        one(|token| (token.kind == Kind::Word(W::S)).then_some(())).parse(rest)
    };
    let long = terminated(
        verify(digits, |(year, count)| {
            *count == 4 && year % 10 == 0 && (1000..2100).contains(year)
        }),
        s,
    )
    .map(|(year, _)| {
        Day::Years(
            year.cast_signed(),
            if year % 100 == 0 && year != 2000 {
                100
            } else {
                10
            },
        )
    });
    let short = terminated(
        verify(digits, |(year, count)| *count == 2 && year % 10 == 0),
        s,
    )
    .map(|(year, _)| Day::Years(full_year(year).cast_signed(), 10));
    let named = any_of(NAMES).map(|year| Day::Years(year, 10));
    let century = (
        ordinal,
        opt(dash),
        verify(unit, |unit| *unit == LengthUnit::Century),
    )
        .map(|(number, _, _)| Day::Years((i32::from(number) - 1) * 100, 100));
    let marked = preceded(opt(mark('\'')), short);
    let (rest, day) =
        preceded(opt(word(W::The)), alt((long, marked, named, century))).parse(input)?;
    let is_century = matches!(day, Day::Years(_, 100));
    let said = is_century
        || !matches!(
            input[0].kind,
            Kind::Digits(_, 2) | Kind::Word(W::Twenties | W::Thirties | W::Forties | W::Fifties)
        );
    if said && ends_word(rest) {
        Ok((rest, day))
    } else {
        miss(input)
    }
}

/// `2016-W45`, `week 10 of 2021`
pub fn iso_week(input: In) -> Out<Day> {
    let number = || {
        one(|token| match token.kind {
            Kind::Digits(week @ 1..=53, 1 | 2) => Some(week as u8),
            _ => None,
        })
    };
    let written = (
        verify(digits, |(_, count)| *count == 4),
        tight('-'),
        one(|token| (token.kind == Kind::Word(W::W) && !token.spaced).then_some(())),
        number(),
    )
        .map(|((year, _), (), (), week)| (Some(year.cast_signed()), week));
    let spoken = (
        verify(unit, |unit| *unit == LengthUnit::Week),
        number(),
        year_behind,
    )
        .map(|(_, week, year)| (Some(year), week));
    let (rest, (year, week)) = alt((written, spoken)).parse(input)?;
    Ok((rest, Day::Week(year, week)))
}

/// `2015`, `fiscal 1989`, `the year 2000`, `nineteen ninety-six`, `FY2009`, `© 2024`
pub fn whole_year(input: In) -> Out<Day> {
    let lead = alt((
        value(
            (),
            (
                opt(word(W::The)),
                verify(unit, |unit| *unit == LengthUnit::Year),
            ),
        ),
        value(
            (),
            (
                opt(word(W::The)),
                any_word(&[W::Fiscal, W::Fy, W::Cy]),
                opt(verify(unit, |unit| *unit == LengthUnit::Year)),
            ),
        ),
        value((), mark('©')),
    ));
    let short =
        verify(digits, |(_, count)| *count == 2).map(|(year, _)| full_year(year).cast_signed());
    let said = (lead, alt((year_digits, year_words, short))).map(|((), year)| year);
    alt((said, year_digits, year_words))
        .map(Day::Year)
        .parse(input)
}
