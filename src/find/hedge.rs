//! Words that loosen or bound a time: `about`, `shortly after`, `nearly`, `by`, `as of`, `or so`.
//!
//! ```abnf
//! before-time   = [bound gap] [hedge gap]
//! after-time    = gap "or so" / "-ish" / gap "or thereabouts"
//! before-length = hedge gap
//! ```

use super::word::{any_of, end, gap, words};
use super::{Bound, Hedge};
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{not, opt, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// Hedges of a point of time, longest first where one begins another.
const OF_POINT: &[(&str, Hedge)] = &[
    ("at or about", Hedge::About),
    ("on or about", Hedge::About),
    ("at approximately", Hedge::About),
    ("at about", Hedge::About),
    ("at around", Hedge::About),
    ("at roughly", Hedge::About),
    ("approximately", Hedge::About),
    ("sometime around", Hedge::About),
    ("somewhere around", Hedge::About),
    ("right around", Hedge::About),
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("roughly", Hedge::About),
    ("circa", Hedge::About),
    ("shortly after", Hedge::ShortlyAfter),
    ("just after", Hedge::ShortlyAfter),
    ("right after", Hedge::ShortlyAfter),
    ("soon after", Hedge::ShortlyAfter),
    ("moments after", Hedge::ShortlyAfter),
    ("minutes after", Hedge::ShortlyAfter),
    ("a few minutes after", Hedge::ShortlyAfter),
    ("a little after", Hedge::ShortlyAfter),
    ("just past", Hedge::ShortlyAfter),
    ("shortly past", Hedge::ShortlyAfter),
    ("shortly before", Hedge::ShortlyBefore),
    ("just before", Hedge::ShortlyBefore),
    ("right before", Hedge::ShortlyBefore),
    ("moments before", Hedge::ShortlyBefore),
    ("minutes before", Hedge::ShortlyBefore),
    ("a few minutes before", Hedge::ShortlyBefore),
    ("a little before", Hedge::ShortlyBefore),
    ("just shy of", Hedge::ShortlyBefore),
    ("nearly", Hedge::ShortlyBefore),
    ("almost", Hedge::ShortlyBefore),
    ("close to", Hedge::About),
];

/// Hedges of a length of time.
const OF_LENGTH: &[(&str, Hedge)] = &[
    ("approximately", Hedge::About),
    ("roughly", Hedge::About),
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("some", Hedge::About),
    ("just under", Hedge::Nearly),
    ("just over", Hedge::About),
    ("close to", Hedge::About),
    ("nearly", Hedge::Nearly),
    ("almost", Hedge::Nearly),
    ("no more than", Hedge::AtMost),
    ("less than", Hedge::AtMost),
    ("at most", Hedge::AtMost),
    ("under", Hedge::AtMost),
    ("no less than", Hedge::AtLeast),
    ("at least", Hedge::AtLeast),
    ("more than", Hedge::AtLeast),
    ("over", Hedge::AtLeast),
];

/// Bounds, longest first where one begins another.
const BOUNDS: &[(&str, Bound)] = &[
    ("as of", Bound::At),
    ("as early as", Bound::Since),
    ("as late as", Bound::By),
    ("no later than", Bound::By),
    ("no earlier than", Bound::Since),
    ("not before", Bound::Since),
    ("not until", Bound::At),
    ("prior to", Bound::Before),
    ("before", Bound::Before),
    ("up until", Bound::Until),
    ("until", Bound::Until),
    ("till", Bound::Until),
    ("by", Bound::By),
    ("after", Bound::After),
    ("past", Bound::After),
    ("since", Bound::Since),
    ("starting at", Bound::Since),
    ("beginning at", Bound::Since),
];

/// `about `, `shortly after `, `~`
pub fn of_point(input: &str) -> IResult<&str, Hedge> {
    alt((
        terminated(any_of(OF_POINT), gap),
        value(Hedge::About, (tag("~"), opt(gap))),
    ))
    .parse(input)
}

/// `about `, `nearly `, `less than `, `~`
pub fn of_length(input: &str) -> IResult<&str, Hedge> {
    alt((
        terminated(any_of(OF_LENGTH), gap),
        value(Hedge::About, (tag("~"), opt(gap))),
    ))
    .parse(input)
}

/// `by `, `before `, `as of `
pub fn bound(input: &str) -> IResult<&str, Bound> {
    // `sped by at around 1:30` has no bound
    terminated(any_of(BOUNDS), (gap, not((words("at"), gap)))).parse(input)
}

/// ` or so`, `-ish`, behind what is hedged.
pub fn suffix(input: &str) -> IResult<&str, Hedge> {
    alt((
        value(Hedge::About, (opt(tag("-")), tag("ish"), end)),
        preceded(
            gap,
            any_of(&[("or so", Hedge::About), ("or thereabouts", Hedge::About)]),
        ),
    ))
    .parse(input)
}
