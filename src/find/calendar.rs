//! Stretches of the calendar longer than a day: `last week`, `this year`, `July 2007`, `the third
//! quarter of 2014`, `the summer of 1994`, `the 1990s`, `the 19th century`, `in 2015`.
//!
//! ```abnf
//! unit    = [the] ("this" / "last" / "next" / …) gap unit-name
//! month   = name [","] ["of"] year / shift gap name / ("in" / "since" / …) gap name
//! quarter = [the] ordinal ["-"] "quarter" [of frame] / "Q" DIGIT [year]
//! years   = [the] [4DIGIT / "'" 2DIGIT] "s" / ordinal gap "century"
//! ```

use super::date::{is_a_name_too, month, plain_month, year_behind};
use super::number::{digits, ordinal, short_digits, year_digits, year_words};
use super::phrase::{
    In, Out, any_of, any_word, dash, ends_word, mark, miss, one, phrase, season_name, tight, unit,
    word,
};
use super::token::{Form, Kind, Token};
use super::weekday::shift;
use super::{Base, Day, Shift};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::time::full_year;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

/// A stretch of the calendar that is longer than a day, by its own words.
pub fn stretch(input: In) -> Out<Day> {
    // what a stretch can be is told by its first token
    match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..)) => {
            alt((month_of_year, quarter, years, iso_week, whole_year)).parse(input)
        }
        Some(Kind::Month(_)) => month_of_year(input),
        Some(Kind::Season(_)) => season(input),
        Some(Kind::Number(_) | Kind::Ordinal(_)) => alt((quarter, years, whole_year)).parse(input),
        Some(Kind::Unit(_)) => alt((period, iso_week, whole_year)).parse(input),
        Some(Kind::Mark('©' | '\'')) => alt((years, whole_year)).parse(input),
        Some(Kind::Word(_)) => alt((
            period,
            shifted_unit,
            quarter,
            half,
            season,
            near_month,
            years,
            whole_year,
        ))
        .parse(input),
        _ => miss(input),
    }
}

/// `this week`, `last month`, `the following year`, `the coming weekend`, `the year after next`
pub fn shifted_unit(input: In) -> Out<Day> {
    const LEADS: &[(&[W], (i32, Base))] = &[
        (&[W::The, W::Current], (0, Base::Today)),
        (&[W::Current], (0, Base::Today)),
        (&[W::This, W::Past], (-1, Base::Today)),
        (&[W::This, W::Last], (-1, Base::Today)),
        (&[W::This, W::Coming], (1, Base::Today)),
        (&[W::This, W::Upcoming], (1, Base::Today)),
        (&[W::This, W::Same], (0, Base::Told)),
        (&[W::This], (0, Base::Today)),
        (&[W::The, W::Past], (-1, Base::Today)),
        (&[W::The, W::Last], (-1, Base::Today)),
        (&[W::The, W::Latest], (0, Base::Told)),
        (&[W::The, W::Next], (1, Base::Told)),
        (&[W::The, W::Coming], (1, Base::Today)),
        (&[W::The, W::Upcoming], (1, Base::Today)),
        (&[W::The, W::Following], (1, Base::Told)),
        (&[W::The, W::Previous], (-1, Base::Told)),
        (&[W::The, W::Preceding], (-1, Base::Told)),
        (&[W::The, W::Prior], (-1, Base::Told)),
        (&[W::The, W::Same], (0, Base::Told)),
        (&[W::The, W::Full], (0, Base::Told)),
        (&[W::That, W::Same], (0, Base::Told)),
        (&[W::That], (0, Base::Told)),
        (&[W::Same], (0, Base::Told)),
        (&[W::Last], (-1, Base::Today)),
        (&[W::Past], (-1, Base::Today)),
        (&[W::Previous], (-1, Base::Today)),
        (&[W::Prior], (-1, Base::Today)),
        (&[W::Next], (1, Base::Today)),
        (&[W::Coming], (1, Base::Today)),
        (&[W::Upcoming], (1, Base::Today)),
        (&[W::The], (0, Base::Told)),
    ];
    const BEYOND: &[(&[W], i32)] = &[
        (&[W::After, W::Next], 2),
        (&[W::Before, W::Last], -2),
        (&[W::After, W::That], 2),
    ];
    let (rest, ((shift, base), _, unit)) = (
        any_of(LEADS),
        opt(any_word(&[W::Fiscal, W::Calendar, W::School])),
        coarse_unit,
    )
        .parse(input)?;
    let is_the = input.len() - rest.len() == 2 && input[0].kind == Kind::Word(W::The);
    if is_the && let Ok((rest, shift)) = any_of(BEYOND).parse(rest) {
        return Ok((rest, Day::Unit(unit, shift, Base::Today)));
    }
    Ok((rest, Day::Unit(unit, shift, base)))
}

/// `the year-ago quarter`, `the latest period`, `year-earlier`: counted from the period told.
fn period(input: In) -> Out<Day> {
    let year = one(|token| (token.kind == Kind::Unit(LengthUnit::Year)).then_some(()));
    let ago = (
        opt(any_word(&[W::Comparable, W::Corresponding])),
        year,
        opt(tight('-')),
        any_word(&[W::Ago, W::Earlier]),
    )
        .map(|_| -1);
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
        Kind::Unit(LengthUnit::Year) => token.len() == 5 || token.len() == 3,
        Kind::Unit(LengthUnit::Decade) => token.len() == 7,
        Kind::Unit(LengthUnit::Weekend) => token.len() == 8,
        Kind::Unit(LengthUnit::Quarter) => token.len() == 8,
        Kind::Unit(LengthUnit::Day) => token.len() == 4,
        _ => false,
    }
}

/// `July 2007`, `Sept. 2019`, `April of 1987`, `2016 November`, `2015-12`, `11/2016`
fn month_of_year(input: In) -> Out<Day> {
    let name_first = (month, opt(alt((dash, tight('/')))), year_behind)
        .map(|(month, _, year)| (Some(year), month));
    let year_first = (year_digits, opt(alt((mark(','), mark('-')))), plain_month)
        .map(|(year, _, month)| (Some(year), month));
    let (rest, (year, month)) = alt((name_first, year_first, numeric_month)).parse(input)?;
    // `a march of 12`
    let last = &input[input.len() - rest.len() - 1];
    let is_count = last.len() == 2 && matches!(input[1].kind, Kind::Word(W::Of));
    if input[0].form == Form::Lower && is_count {
        return miss(input);
    }
    Ok((rest, Day::Month { year, month }))
}

/// `2015-12`, `2016/11`, `11/2016`, `09-2012`
fn numeric_month(input: In) -> Out<(Option<i32>, u8)> {
    let sign = || one(|token| matches!(token.kind, Kind::Mark('/' | '-')).then_some(()));
    let number = || verify(short_digits, |month| (1..=12).contains(month)).map(|month| month as u8);
    let year = || {
        verify(digits, |(year, count)| {
            *count == 4 && (1900..2100).contains(year)
        })
        .map(|(year, _)| year.cast_signed())
    };
    let (rest, (year, month)) = alt((
        (year(), sign(), number()).map(|(year, (), month)| (year, month)),
        (number(), sign(), year()).map(|(month, (), year)| (year, month)),
    ))
    .parse(input)?;
    let goes_on = matches!(rest, [a, b, ..] if !a.spaced && !b.spaced && matches!(a.kind, Kind::Mark('/' | '-' | '.')) && matches!(b.kind, Kind::Digits(..)));
    if goes_on || !ends_word(rest) {
        miss(input)
    } else {
        Ok((rest, (Some(year), month)))
    }
}

/// `last November`, `this September`, `next March`
fn near_month(input: In) -> Out<Day> {
    let (rest, (shift, month)) = (shift, month).parse(input)?;
    // `this may be so`
    let name = &input[input.len() - rest.len() - 1];
    let is_verb =
        shift == Shift::This && name.form == Form::Lower && matches!(name.kind, Kind::Month(3 | 5));
    let is_date = rest
        .first()
        .is_some_and(|next| matches!(next.kind, Kind::Digits(..)) && next.spaced);
    if is_verb || is_date {
        return miss(input);
    }
    Ok((rest, Day::NearMonth(month, shift)))
}

/// A month without a year: by its look, or where a word before it says so.
pub fn bare_month(input: In) -> Out<Day> {
    let (rest, month) = plain_month(input)?;
    // `june next year`
    let is_framed = shifted_unit(rest).is_ok();
    if (is_a_name_too(&input[0]) && !is_framed) || names_somebody(rest) {
        return miss(input);
    }
    Ok((rest, Day::Month { year: None, month }))
}

/// A month behind `in`, `since`, `early`: any name of one counts.
pub fn said_month(input: In) -> Out<Day> {
    let (rest, month) = month(input)?;
    // `in may`, but not `it may`, `a march`
    let is_verb =
        matches!(input[0].kind, Kind::Month(3 | 5)) && rest.first().is_some_and(Token::is_word);
    let is_short = input[0].len() < 4 && !matches!(input[0].kind, Kind::Month(5));
    if input[0].form == Form::Lower && (is_verb || is_short) || names_somebody(rest) {
        return miss(input);
    }
    Ok((rest, Day::Month { year: None, month }))
}

/// `April Stone`, `the March-Rice case`, `in April's desk`
fn names_somebody(rest: In) -> bool {
    rest.first().is_some_and(|next| {
        let name = next.spaced && next.form == Form::Capital && next.kind == Kind::Other;
        let joined = next.kind == Kind::Mark('-')
            && !next.spaced
            && !matches!(rest.get(1).map(|token| token.kind), Some(Kind::Month(_)));
        name || joined
    })
}

/// `the third quarter`, `third-quarter`, `Q3 2016`, `2018Q4`, `3rd qtr`
fn quarter(input: In) -> Out<Day> {
    let q = |input| {
        let (rest, (_, number)) = (
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
    let (rest, (year, quarter)) = alt((year_first, alone)).parse(input)?;
    if !(1..=4).contains(&quarter) || !ends_word(rest) || is_plural_quarter(input, rest) {
        return miss(input);
    }
    Ok((rest, Day::Quarter(year, quarter)))
}

fn is_plural_quarter(input: In, rest: In) -> bool {
    input[..input.len() - rest.len()]
        .iter()
        .any(|token| token.kind == Kind::Unit(LengthUnit::Quarter) && token.len() == 8)
}

/// `the first half of 1997`
fn half(input: In) -> Out<Day> {
    let which = alt((value(1, word(W::First)), value(2, word(W::Second))));
    let (rest, (_, half, (), year)) = (
        opt(word(W::The)),
        which,
        preceded(opt(dash), word(W::Half)),
        year_behind,
    )
        .parse(input)?;
    Ok((rest, Day::Half(Some(year), half)))
}

/// `the summer of 1994`, `last fall`, `this summer`, `summer 1994`, `the winter`
fn season(input: In) -> Out<Day> {
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
fn years(input: In) -> Out<Day> {
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
    const NAMES: &[(&[W], i32)] = &[
        (&[W::Twenties], 1920),
        (&[W::Thirties], 1930),
        (&[W::Forties], 1940),
        (&[W::Fifties], 1950),
        (&[W::Sixties], 1960),
        (&[W::Seventies], 1970),
        (&[W::Eighties], 1980),
        (&[W::Nineties], 1990),
    ];
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
fn iso_week(input: In) -> Out<Day> {
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
