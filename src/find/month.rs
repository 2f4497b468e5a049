//! Months: `July 2007`, `last November`, `in August`, `11/2016`, and the names that dates are made of.
//!
//! ```abnf
//! month = name [","] ["of"] year / shift gap name / ("in" / "since" / …) gap name / number "/" year
//! ```

use super::Day;
use super::Shift;
use super::calendar::shifted_unit;
use super::number::{comma, digits, short_digits, year_digits, year_words};
use super::phrase::{In, Out, dash, ends_word, mark, miss, one, tight, word};
use super::token::{Form, Kind, Token};
use super::weekday::shift;
use crate::lexicon::word::Word as W;
use crate::time::full_year;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `July 2007`, `Sept. 2019`, `April of 1987`, `2016 November`, `2015-12`, `11/2016`
pub fn month_of_year(input: In) -> Out<Day> {
    let name_first = (month, opt(alt((dash, tight('/')))), year_behind)
        .map(|(month, _, year)| (Some(year), month));
    // `2016, nov`, but `in 2016, may` begins a clause
    let any_month = |input| {
        verify(month, |month| !matches!(month, 3 | 5))
            .or(plain_month)
            .parse(input)
    };
    let year_first = (year_digits, opt(alt((mark(','), mark('-')))), any_month)
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
pub fn near_month(input: In) -> Out<Day> {
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
    let is_framed = preceded(opt(word(W::Of)), shifted_unit).parse(rest).is_ok();
    if (is_a_name_too(&input[0]) && !is_framed && !may_modify(input)) || names_somebody(rest) {
        return miss(input);
    }
    Ok((rest, Day::Month { year: None, month }))
}

/// `May vote`: the month of something, if an article stands before it.
pub fn may_modify(input: In) -> bool {
    matches!(input, [month, noun, ..]
        if month.form == Form::Capital
            && noun.spaced
            && noun.form == Form::Lower
            && noun.kind == Kind::Other)
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

/// A month's name in any case, with the full stop of an abbreviation.
pub fn month(input: In) -> Out<u8> {
    let (rest, month) = one(|token| match token.kind {
        Kind::Month(month) => Some(month),
        _ => None,
    })
    .parse(input)?;
    let (rest, _) = if is_abbreviated(&input[0]) {
        opt(tight('.')).parse(rest)?
    } else {
        (rest, None)
    };
    Ok((rest, month))
}

/// `Feb`, `Sept`: a stop behind it is its own.
fn is_abbreviated(token: &Token) -> bool {
    let length = token.len();
    (length == 3 && token.kind != Kind::Month(5)) || (length == 4 && token.kind == Kind::Month(9))
}

/// `July`, not `may` and `march`, and no `jan` or `mar` in small letters: a month by its look.
pub fn plain_month(input: In) -> Out<u8> {
    verify(month, |_| {
        let token = &input[0];
        token.form != Form::Lower
            || (5 < token.len() || matches!(token.kind, Kind::Month(6 | 7)) && token.len() == 4)
    })
    .parse(input)
}

/// Whether a month's name stands here that is a verb or a woman's name too.
pub fn is_a_name_too(token: &Token) -> bool {
    matches!(token.kind, Kind::Month(3 | 4 | 5 | 6 | 8)) || token.len() < 4
}

/// A year behind a day or a month, with its comma, `of` or `in`.
pub fn year_behind(input: In) -> Out<i32> {
    let short =
        verify(digits, |(_, count)| *count == 2).map(|(year, _)| full_year(year).cast_signed());
    let of = preceded(word(W::Of), alt((year, short)));
    let plain = preceded(alt((word(W::In), comma)), year);
    alt((of, plain)).parse(input)
}

/// `2024`, `'24`, `nineteen ninety-six`
fn year(input: In) -> Out<i32> {
    let short = preceded(mark('\''), verify(digits, |(_, count)| *count == 2))
        .map(|(year, _)| full_year(year).cast_signed());
    alt((year_digits, short, year_words)).parse(input)
}
