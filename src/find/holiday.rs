//! Holidays: `Christmas Eve`, `last Thanksgiving`, `New Year's Day`, `Labor Day 2019`.
//!
//! ```abnf
//! holiday = [shift gap] name ["'s"] ["Day"] [["of"] year]
//! ```

use super::number::year_digits;
use super::phrase::{In, Out, any_word, mark, miss, one, phrase, tight, word};
use super::token::{Form, Kind, Token};
use super::weekday::shift;
use super::{Day, Shift};
use crate::lexicon::holiday::{HOLIDAYS, Holiday, Tail};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::{Word as W, WordSet};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, value};
use nom::sequence::{preceded, terminated};

/// A holiday, with a year or a word that says which.
pub fn holiday(input: In) -> Out<Day> {
    let year = opt(preceded(opt(any_word(&[W::Of, W::In])), year_digits));
    let (rest, (shift, holiday, year)) = (opt(shift), name, year).parse(input)?;
    Ok((
        rest,
        Day::Holiday(holiday, year, shift.unwrap_or(Shift::Nearest)),
    ))
}

/// The words that begin the name of a holiday.
static FIRSTS: WordSet = {
    let mut firsts = WordSet::EMPTY;
    let mut at = 0;
    while at < HOLIDAYS.len() {
        firsts = firsts.with(HOLIDAYS[at].0[0]);
        at += 1;
    }
    firsts
};

fn name(input: In) -> Out<Holiday> {
    const PLURALS: &[W] = &[
        W::Fathers,
        W::Mothers,
        W::Patriots,
        W::Peoples,
        W::Presidents,
        W::Veterans,
    ];
    if let Ok(found) = new_year(input) {
        return Ok(found);
    }
    if !matches!(input.first(), Some(Token { kind: Kind::Word(first), .. }) if FIRSTS.holds(*first))
    {
        return miss(input);
    }
    for (words, tail, holiday) in HOLIDAYS {
        if let Ok((rest, ())) = phrase(words).parse(input)
            // `Presidents' Day`, but no `King' day`
            && (PLURALS.contains(&words[words.len() - 1]) || bare_apostrophe(rest).is_err())
            && let Ok((rest, ())) = end_of_name(rest, *tail)
            && is_name(&input[..input.len() - rest.len()])
        {
            return Ok((rest, *holiday));
        }
    }
    miss(input)
}

fn end_of_name(input: In, tail: Tail) -> Out<()> {
    let day = || preceded((opt(tight('.')), opt(possessive)), day);
    match tail {
        Tail::Bare => Ok((input, ())),
        Tail::Day => day().parse(input),
        Tail::DayOrBare => opt(day()).map(|_| ()).parse(input),
        Tail::Weekday(wanted) => {
            one(|token| (token.kind == Kind::Weekday(wanted)).then_some(())).parse(input)
        }
    }
}

fn day(input: In) -> Out<()> {
    one(|token| (token.kind == Kind::Unit(LengthUnit::Day)).then_some(())).parse(input)
}

/// An apostrophe that no `s` follows.
fn bare_apostrophe(input: In) -> Out<()> {
    let s = one(|token| (token.kind == Kind::Word(W::S)).then_some(()));
    terminated(mark('\''), not(s)).parse(input)
}

/// `good friday` may be a holiday, `a good Friday` is none.
fn is_name(words: In) -> bool {
    let is_weekday = |token: &Token| matches!(token.kind, Kind::Weekday(_));
    let ends_in_capital = words
        .iter()
        .any(|token| is_weekday(token) && token.form != Form::Lower);
    words[0].form != Form::Lower || !ends_in_capital
}

/// `'s`, `'`
pub fn possessive(input: In) -> Out<()> {
    (
        mark('\''),
        opt(one(|token| {
            (token.kind == Kind::Word(W::S) && !token.spaced).then_some(())
        })),
    )
        .map(|_| ())
        .parse(input)
}

/// `New Year's Eve`, `New Year's Day`, `New Year's`
fn new_year(input: In) -> Out<Holiday> {
    let year = one(|token| (token.kind == Kind::Unit(LengthUnit::Year)).then_some(()));
    let kind = alt((
        value(Holiday::Fixed(12, 31), word(W::Eve)),
        value(Holiday::Fixed(1, 1), day),
    ));
    let (rest, ((), (), (), kind)) = (word(W::New), year, possessive, opt(kind)).parse(input)?;
    Ok((rest, kind.unwrap_or(Holiday::Fixed(1, 1))))
}
