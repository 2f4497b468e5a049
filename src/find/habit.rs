//! Times of a habit: `every day at 9 a.m.`, `9 a.m. to 5 p.m. daily`. They name no moment.
//!
//! ```abnf
//! habit = every [","] ["at" / "from"] hours / hours [","] every / hours weekday until weekday
//! hours = clock / clock until clock
//! ```

use super::clock::clock;
use super::phrase::{In, Out, any_word, dash, mark, word};
use super::set::every;
use super::token::Kind;
use super::weekday::weekday;
use super::{Day, Every, Expression, Point};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// `every day at 9 a.m.`
pub fn habit(input: In) -> Out<Expression> {
    let (rest, every) = every(input)?;
    let at = (opt(mark(',')), opt(any_word(&[W::At, W::From])));
    let (rest, _) = opt((at, clock)).parse(rest)?;
    Ok((rest, every))
}

/// ` through Friday` behind `9 a.m. to 5 p.m. Monday`
fn through_week(hours: &Expression, input: In) -> Option<(Expression, usize)> {
    let (Expression::FromTo(_, last) | Expression::Between(_, last)) = hours else {
        return None;
    };
    let is_named = matches!(last.day, Some(Day::Weekday(..))) && last.clock.is_some();
    if !is_named {
        return None;
    }
    let until = alt((any_word(&[W::To, W::Through, W::Thru, W::Until]), dash));
    let (rest, _) = (until, weekday).parse(input).ok()?;
    let every = Expression::Set(Every::Unit(1, LengthUnit::Day));
    Some((every, input.len() - rest.len()))
}

/// What stands behind hours that come again: ` daily`, `, every Friday`.
pub fn behind(hours: &Expression, input: In) -> Option<(Expression, usize)> {
    let is_clock =
        |when: &super::When| when.clock.is_some() && when.day.is_none() && when.part.is_none();
    if let Some(found) = through_week(hours, input) {
        return Some(found);
    }
    let is_hours = match hours {
        Expression::Point(Point { when, .. }) => is_clock(when),
        Expression::Between(first, last) | Expression::FromTo(first, last) => {
            is_clock(first) && is_clock(last)
        }
        _ => false,
    };
    if !is_hours {
        return None;
    }
    let on_weekdays = word(W::Weekdays).map(|()| Expression::Set(Every::Unit(1, LengthUnit::Day)));
    let (rest, (_, every)) = (opt(mark(',')), alt((every, on_weekdays)))
        .parse(input)
        .ok()?;
    // `at 3:05 p.m. every few seconds`, `at 3:10 p.m. daily workers fled`
    let is_short = matches!(every, Expression::Set(Every::Unit(_, unit)) if unit < LengthUnit::Day);
    let is_adjective = rest
        .first()
        .is_some_and(|next| next.spaced && next.kind == Kind::Other);
    (!is_short && !is_adjective).then(|| (every, input.len() - rest.len()))
}
