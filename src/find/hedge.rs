//! Words that loosen or bound a time: `about`, `shortly after`, `nearly`, `by`, `as of`, `or so`.
//!
//! ```abnf
//! before-time   = [bound gap] [hedge gap]
//! after-time    = gap "or so" / "-ish" / gap "or thereabouts"
//! before-length = hedge gap
//! ```

use super::phrase::{In, Out, Phrases, any_of, any_word, dash, mark, miss, tight, unit, word};
use super::{Bound, Hedge};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

/// Hedges of a point of time, longest first where one begins another.
const OF_POINT: &Phrases<Hedge> = &Phrases::new(&[
    (&[W::At, W::Or, W::About], Hedge::About),
    (&[W::On, W::Or, W::About], Hedge::About),
    (&[W::At, W::Approximately], Hedge::About),
    (&[W::At, W::About], Hedge::About),
    (&[W::At, W::Around], Hedge::About),
    (&[W::At, W::Roughly], Hedge::About),
    (&[W::At, W::Almost], Hedge::ShortlyBefore),
    (&[W::At, W::Nearly], Hedge::ShortlyBefore),
    (&[W::At, W::Exactly], Hedge::Exact),
    (&[W::At, W::Precisely], Hedge::Exact),
    (&[W::Exactly], Hedge::Exact),
    (&[W::Precisely], Hedge::Exact),
    (&[W::Approximately], Hedge::About),
    (&[W::Sometime, W::Around], Hedge::About),
    (&[W::Sometime, W::Near], Hedge::About),
    (&[W::Somewhere, W::Around], Hedge::About),
    (&[W::Right, W::Around], Hedge::About),
    (&[W::Right, W::About], Hedge::About),
    (&[W::About], Hedge::About),
    (&[W::Around], Hedge::About),
    (&[W::Roughly], Hedge::About),
    (&[W::Circa], Hedge::About),
    (&[W::Shortly, W::After], Hedge::ShortlyAfter),
    (&[W::Just, W::After], Hedge::ShortlyAfter),
    (&[W::Right, W::After], Hedge::ShortlyAfter),
    (&[W::Soon, W::After], Hedge::ShortlyAfter),
    (&[W::Not, W::Long, W::After], Hedge::ShortlyAfter),
    (&[W::Moments, W::After], Hedge::ShortlyAfter),
    (&[W::A, W::Little, W::After], Hedge::ShortlyAfter),
    (&[W::A, W::Bit, W::After], Hedge::ShortlyAfter),
    (&[W::Just, W::Past], Hedge::ShortlyAfter),
    (&[W::Shortly, W::Past], Hedge::ShortlyAfter),
    (&[W::A, W::Little, W::Past], Hedge::ShortlyAfter),
    (&[W::Shortly, W::Before], Hedge::ShortlyBefore),
    (&[W::Just, W::Before], Hedge::ShortlyBefore),
    (&[W::Right, W::Before], Hedge::ShortlyBefore),
    (&[W::Not, W::Long, W::Before], Hedge::ShortlyBefore),
    (&[W::Moments, W::Before], Hedge::ShortlyBefore),
    (&[W::A, W::Little, W::Before], Hedge::ShortlyBefore),
    (&[W::A, W::Bit, W::Before], Hedge::ShortlyBefore),
    (&[W::Just, W::Shy, W::Of], Hedge::ShortlyBefore),
    (&[W::Shy, W::Of], Hedge::ShortlyBefore),
    (&[W::Nearly], Hedge::ShortlyBefore),
    (&[W::Almost], Hedge::ShortlyBefore),
    (&[W::Close, W::To], Hedge::About),
    (&[W::Closer, W::To], Hedge::About),
    (&[W::Toward], Hedge::ShortlyBefore),
    (&[W::Towards], Hedge::ShortlyBefore),
]);

/// Hedges of a length of time.
const OF_LENGTH: &Phrases<Hedge> = &Phrases::new(&[
    (&[W::Approximately], Hedge::About),
    (&[W::Roughly], Hedge::About),
    (&[W::About], Hedge::About),
    (&[W::Around], Hedge::About),
    (&[W::Some], Hedge::About),
    (&[W::Just, W::Under], Hedge::Nearly),
    (&[W::Just, W::Over], Hedge::About),
    (&[W::Just, W::Shy, W::Of], Hedge::Nearly),
    (&[W::Just, W::About], Hedge::About),
    (&[W::A, W::Little, W::Over], Hedge::About),
    (&[W::A, W::Little, W::More, W::Than], Hedge::About),
    (&[W::A, W::Little, W::Less, W::Than], Hedge::Nearly),
    (&[W::Close, W::To], Hedge::About),
    (&[W::Nearly], Hedge::Nearly),
    (&[W::Almost], Hedge::Nearly),
    (&[W::Up, W::To], Hedge::AtMost),
    (&[W::No, W::More, W::Than], Hedge::AtMost),
    (&[W::Not, W::More, W::Than], Hedge::AtMost),
    (&[W::No, W::Longer, W::Than], Hedge::AtMost),
    (&[W::Less, W::Than], Hedge::AtMost),
    (&[W::Fewer, W::Than], Hedge::AtMost),
    (&[W::At, W::Most], Hedge::AtMost),
    (&[W::Under], Hedge::AtMost),
    (&[W::No, W::Less, W::Than], Hedge::AtLeast),
    (&[W::Not, W::Less, W::Than], Hedge::AtLeast),
    (&[W::At, W::Least], Hedge::AtLeast),
    (&[W::More, W::Than], Hedge::AtLeast),
    (&[W::Longer, W::Than], Hedge::AtLeast),
    (&[W::Well, W::Over], Hedge::AtLeast),
    (&[W::Over], Hedge::AtLeast),
]);

/// Bounds, longest first where one begins another.
const BOUNDS: &Phrases<Bound> = &Phrases::new(&[
    (&[W::As, W::Of], Bound::At),
    (&[W::As, W::Early, W::As], Bound::Since),
    (&[W::As, W::Late, W::As], Bound::By),
    (&[W::No, W::Later, W::Than], Bound::By),
    (&[W::Not, W::Later, W::Than], Bound::By),
    (&[W::Later, W::Than], Bound::After),
    (&[W::Earlier, W::Than], Bound::Before),
    (&[W::No, W::Earlier, W::Than], Bound::Since),
    (&[W::Not, W::Before], Bound::Since),
    (&[W::Not, W::Until], Bound::At),
    (&[W::Prior, W::To], Bound::Before),
    (&[W::Anytime, W::Before], Bound::Before),
    (&[W::Sometime, W::Before], Bound::Before),
    (&[W::Ahead, W::Of], Bound::Before),
    (&[W::Before], Bound::Before),
    (&[W::Up, W::Until], Bound::Until),
    (&[W::Up, W::To], Bound::Until),
    (&[W::Until], Bound::Until),
    (&[W::Untill], Bound::Until),
    (&[W::Till], Bound::Until),
    (&[W::Through], Bound::Until),
    (&[W::Thru], Bound::Until),
    (&[W::By], Bound::By),
    (&[W::Anytime, W::After], Bound::After),
    (&[W::Sometime, W::After], Bound::After),
    (&[W::After], Bound::After),
    (&[W::Past], Bound::After),
    (&[W::Ever, W::Since], Bound::Since),
    (&[W::Since], Bound::Since),
    (&[W::Starting, W::At], Bound::Since),
    (&[W::Starting, W::On], Bound::Since),
    (&[W::Starting], Bound::Since),
    (&[W::Beginning, W::At], Bound::Since),
    (&[W::Beginning, W::On], Bound::Since),
    (&[W::Beginning], Bound::Since),
    (&[W::Effective], Bound::Since),
]);

/// `about `, `shortly after `, `minutes before `, `~`
pub fn of_point(input: In) -> Out<Hedge> {
    let tilde = value(Hedge::About, mark('~'));
    alt((any_of(OF_POINT), tilde, approx, minutes_beside)).parse(input)
}

/// `approx.`, `at approx`
fn approx(input: In) -> Out<Hedge> {
    (opt(word(W::At)), word(W::Approx), opt(tight('.')))
        .map(|_| Hedge::About)
        .parse(input)
}

/// `minutes after`, `a few minutes before`
fn minutes_beside(input: In) -> Out<Hedge> {
    const FEW: &Phrases<()> = &Phrases::new(&[
        (&[W::Just, W::A, W::Few], ()),
        (&[W::A, W::Few], ()),
        (&[W::Just], ()),
    ]);
    const SIDES: &Phrases<Hedge> = &Phrases::new(&[
        (&[W::After], Hedge::ShortlyAfter),
        (&[W::Past], Hedge::ShortlyAfter),
        (&[W::Before], Hedge::ShortlyBefore),
    ]);
    let minutes = verify(unit, |unit| *unit == LengthUnit::Minute);
    (opt(any_of(FEW)), minutes, any_of(SIDES))
        .map(|(_, _, hedge)| hedge)
        .parse(input)
}

/// `about `, `nearly `, `less than `, `~`
pub fn of_length(input: In) -> Out<Hedge> {
    alt((any_of(OF_LENGTH), approx, value(Hedge::About, mark('~')))).parse(input)
}

/// `by `, `before `, `as of `
pub fn bound(input: In) -> Out<Bound> {
    let (rest, bound) = any_of(BOUNDS).parse(input)?;
    // `sped by at around 1:30` has no bound
    if any_word(&[W::At, W::Of]).parse(rest).is_ok() {
        miss(input)
    } else {
        Ok((rest, bound))
    }
}

/// ` or so`, `-ish`, behind what is hedged.
pub fn suffix(input: In) -> Out<Hedge> {
    const LOOSE: &Phrases<Hedge> = &Phrases::new(&[
        (&[W::Or, W::So], Hedge::About),
        (&[W::Or, W::Thereabouts], Hedge::About),
    ]);
    alt((
        value(Hedge::About, preceded(opt(dash), word(W::Ish))),
        any_of(LOOSE),
    ))
    .parse(input)
}

/// ` or later`, ` or earlier`, behind what is bounded.
pub fn bound_behind(input: In) -> Out<Bound> {
    const BEHIND: &Phrases<Bound> = &Phrases::new(&[
        (&[W::Or, W::Later], Bound::Since),
        (&[W::Or, W::After], Bound::Since),
        (&[W::And, W::Later], Bound::Since),
        (&[W::Or, W::Earlier], Bound::By),
        (&[W::Or, W::Before], Bound::By),
    ]);
    any_of(BEHIND).parse(input)
}
