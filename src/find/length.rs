//! Lengths that hang on nothing: `for about 20-30 minutes`, `a 12-hour standoff`.
//!
//! ```abnf
//! length = ["for" / "after" / "over" / "in"] [hedge] duration ["or so"]
//! ```

use super::duration::duration;
use super::hedge;
use super::phrase::{In, Out, any_word, ends_word, miss};
use super::token::Kind;
use super::{Count, Expression};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::combinator::opt;

/// A length of time without a place.
pub fn length(input: In) -> Out<Expression> {
    let lead = opt(any_word(&[W::For, W::After, W::In]));
    let (rest, (lead, hedge, length)) = (lead, opt(hedge::of_length), duration).parse(input)?;
    let (rest, behind) = opt(hedge::suffix).parse(rest)?;
    // `hours are posted`, but `for hours`
    let bare = matches!(length.count, Count::Bare | Count::Moments);
    let said = lead.is_some() && input[0].kind == Kind::Word(W::For);
    if (bare && !said) || !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Expression::Length(hedge.or(behind).unwrap_or_default(), length),
    ))
}
