//! Lengths that hang on nothing: `for about 20-30 minutes`, `a 12-hour standoff`.
//!
//! ```abnf
//! length = ["for" / "after" / "over" / "in"] [hedge] duration ["or so"]
//! ```

use super::duration::{duration, is_plural, one_unit};
use super::hedge;
use super::phrase::{In, Out, any_word, ends_word, miss, word};
use super::token::Kind;
use super::{Count, Expression, Hedge};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// A length of time without a place.
pub fn length(input: In) -> Out<Expression> {
    alt((whole_unit, measured)).parse(input)
}

/// `all day`, `all week`
fn whole_unit(input: In) -> Out<Expression> {
    let one = verify(one_unit, |length| LengthUnit::Day <= length.unit);
    let (rest, length) = preceded(word(W::All), one).parse(input)?;
    let is_one = !is_plural(&input[1]);
    if is_one && ends_word(rest) {
        Ok((rest, Expression::Length(Hedge::Exact, length)))
    } else {
        miss(input)
    }
}

fn measured(input: In) -> Out<Expression> {
    let lead = opt(any_word(&[W::For, W::After, W::In]));
    let (rest, (lead, hedge, length)) = (lead, opt(hedge::of_length), duration).parse(input)?;
    let (rest, behind) = opt(hedge::suffix).parse(rest)?;
    // `hours are posted`, but `for hours`
    let bare = matches!(length.count, Count::Bare | Count::Moments);
    let said = lead.is_some() && input[0].kind == Kind::Word(W::For);
    let is_distance = word(W::Later).parse(rest).is_ok();
    if (bare && !said) || is_distance || !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Expression::Length(hedge.or(behind).unwrap_or_default(), length),
    ))
}
