//! Times of a habit: `every day at 9 a.m.`, `9 a.m. to 5 p.m. daily`. They name no moment.
//!
//! ```abnf
//! habit = every [","] ["at" / "from"] hours / hours [","] every
//! hours = clock / clock until clock
//! ```

use super::clock::clock;
use super::phrase::{In, Out, any_word, mark};
use super::set::every;
use super::{Expression, Point};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::combinator::opt;

/// `every day at 9 a.m.`
pub fn habit(input: In) -> Out<Expression> {
    let (rest, every) = every(input)?;
    let at = (opt(mark(',')), opt(any_word(&[W::At, W::From])));
    let (rest, _) = opt((at, clock)).parse(rest)?;
    Ok((rest, every))
}

/// What stands behind hours that come again: ` daily`, `, every Friday`.
pub fn behind(hours: &Expression, input: In) -> Option<(Expression, usize)> {
    let is_clock =
        |when: &super::When| when.clock.is_some() && when.day.is_none() && when.part.is_none();
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
    let (rest, (_, every)) = (opt(mark(',')), every).parse(input).ok()?;
    Some((every, input.len() - rest.len()))
}
