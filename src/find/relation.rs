//! Relations to another event: `Two minutes later`, `13 minutes after`, `within minutes of`,
//! `shortly after`, `at that time`, `then`, `when`.
//!
//! ```abnf
//! relation = offset / within / from-now / vague / same / order / tie
//! offset   = [hedge] duration ["or so"] gap ("later" / "earlier" / "after" / "before" / "into" / "ago" / …)
//! within   = "within" gap [hedge] duration [gap "of"]
//! in       = "in" gap [hedge] duration
//! vague    = "shortly" gap ("after" / "before") / "a short time later" / …
//! ```

use super::duration::{duration, one_unit};
use super::hedge;
use super::phrase::{In, Out, Phrases, any_of, any_word, miss, phrase, unit, word};
use super::token::Kind;
use super::{Count, Expression, Hedge, Offset, Way};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;

/// Any relation.
pub fn relation(input: In) -> Out<Expression> {
    let (rest, found) = match input.first().map(|token| token.kind) {
        Some(Kind::Word(_)) => {
            alt((offset, within, in_length, vague, same, order, tie)).parse(input)?
        }
        _ => offset(input)?,
    };
    // `the then-mayor`, `a once-busy pier`
    let compound = matches!(rest, [dash, next, ..]
        if dash.kind == Kind::Mark('-') && !dash.spaced && !next.spaced && next.is_word());
    if compound {
        miss(input)
    } else {
        Ok((rest, found))
    }
}

/// `Two minutes later`, `about 20 minutes before`, `nearly an hour after`, `two years ago`
fn offset(input: In) -> Out<Expression> {
    const WAYS: &Phrases<Way> = &Phrases::new(&[
        (&[W::Later], Way::Later),
        (&[W::Afterwards], Way::Later),
        (&[W::Afterward], Way::Later),
        (&[W::Thereafter], Way::Later),
        (&[W::Earlier], Way::Earlier),
        (&[W::Beforehand], Way::Earlier),
        (&[W::Previously], Way::Earlier),
        (&[W::After, W::That], Way::Later),
        (&[W::Before, W::That], Way::Earlier),
        (&[W::After], Way::After),
        (&[W::Following], Way::After),
        (&[W::Before], Way::Before),
        (&[W::Prior, W::To], Way::Before),
        (&[W::Prior], Way::Earlier),
        (&[W::Into], Way::Into),
        (&[W::Ago], Way::Ago),
        (&[W::From, W::Right, W::Now], Way::FromNow),
        (&[W::From, W::Now], Way::FromNow),
        (&[W::From, W::Today], Way::FromNow),
        (&[W::Hence], Way::FromNow),
    ]);
    let (rest, (hedge, length)) = (opt(hedge::of_length), duration).parse(input)?;
    let (rest, behind) = opt(hedge::suffix).parse(rest)?;
    let (rest, way) = any_of(WAYS).parse(rest)?;
    // `She had left five minutes before.`: before what was told
    let ends = rest
        .first()
        .is_none_or(|next| matches!(next.kind, Kind::Mark('.' | ';')));
    let way = match way {
        Way::Before if ends => Way::Earlier,
        Way::After if ends => Way::Later,
        way => way,
    };
    // `30 minutes later this week`: later in the week
    let turns = matches!(way, Way::Later | Way::Earlier)
        && rest
            .first()
            .is_some_and(|next| matches!(next.kind, Kind::Word(W::This)));
    if turns {
        return miss(input);
    }
    let hedge = hedge.or(behind).unwrap_or_default();
    Ok((
        rest,
        Expression::Offset(Offset {
            hedge,
            length: Some(length),
            way,
        }),
    ))
}

/// `within two minutes`, `within minutes of`, `within the hour`; `within the day` is none.
fn within(input: In) -> Out<Expression> {
    let of = opt(word(W::Of));
    let lead = opt(word(W::The));
    let next = any_word(&[W::Next, W::Coming, W::Upcoming]);
    let (rest, ((), the, next, hedge, length, _)) = (
        word(W::Within),
        lead,
        opt(next),
        opt(hedge::of_length),
        alt((duration, one_unit)),
        of,
    )
        .parse(input)?;
    let is_hour = length.unit == LengthUnit::Hour && length.count == Count::Number;
    if the.is_some() && next.is_none() && !is_hour {
        return miss(input);
    }
    let hedge = hedge.unwrap_or(Hedge::AtMost);
    Ok((
        rest,
        Expression::Offset(Offset {
            hedge,
            length: Some(length),
            way: Way::Within,
        }),
    ))
}

/// `in two weeks`, `in about half an hour`, `in two weeks' time`
fn in_length(input: In) -> Out<Expression> {
    let (rest, ((), hedge, length)) =
        (word(W::In), opt(hedge::of_length), duration).parse(input)?;
    // `joined in less than an hour later`
    let is_later = word(W::Later).parse(rest).is_ok();
    if matches!(length.count, Count::Bare) || is_later {
        return miss(input);
    }
    let (rest, _) = opt((super::holiday::possessive, word(W::Time))).parse(rest)?;
    let hedge = hedge.unwrap_or_default();
    Ok((
        rest,
        Expression::Offset(Offset {
            hedge,
            length: Some(length),
            way: Way::In,
        }),
    ))
}

/// `shortly after`, `soon afterward`, `a short time later`: a direction without a length.
fn vague(input: In) -> Out<Expression> {
    const VAGUE: &Phrases<Way> = &Phrases::new(&[
        (&[W::A, W::Short, W::Time, W::Later], Way::Later),
        (&[W::A, W::Short, W::While, W::Later], Way::Later),
        (&[W::A, W::Little, W::While, W::Later], Way::Later),
        (&[W::A, W::Little, W::Later], Way::Later),
        (&[W::A, W::While, W::Later], Way::Later),
        (&[W::Some, W::Time, W::Later], Way::Later),
        (&[W::Sometime, W::Later], Way::Later),
        (&[W::Not, W::Long, W::Afterwards], Way::Later),
        (&[W::Not, W::Long, W::Afterward], Way::Later),
        (&[W::Not, W::Long, W::After], Way::After),
        (&[W::Not, W::Long, W::Before], Way::Before),
        (&[W::Shortly, W::Afterwards], Way::Later),
        (&[W::Shortly, W::Afterward], Way::Later),
        (&[W::Shortly, W::Thereafter], Way::Later),
        (&[W::Shortly, W::After, W::That], Way::Later),
        (&[W::Soon, W::After, W::That], Way::Later),
        (&[W::Right, W::After, W::That], Way::Later),
        (&[W::Just, W::After, W::That], Way::Later),
        (&[W::Not, W::Long, W::After, W::That], Way::Later),
        (&[W::Soon, W::Afterwards], Way::Later),
        (&[W::Soon, W::Afterward], Way::Later),
        (&[W::Soon, W::Thereafter], Way::Later),
        (&[W::Soon, W::After], Way::After),
        (&[W::Shortly, W::After], Way::After),
        (&[W::Right, W::After], Way::After),
        (&[W::Just, W::After], Way::After),
        (&[W::Shortly, W::Before], Way::Before),
        (&[W::Right, W::Before], Way::Before),
        (&[W::Just, W::Before], Way::Before),
    ]);
    let (rest, way) = any_of(VAGUE).parse(input)?;
    // `The tug came shortly after.`, `Shortly after, a tug came`
    let is_alone = rest
        .first()
        .is_none_or(|next| matches!(next.kind, Kind::Mark('.' | ';' | ',')));
    let way = if is_alone && way == Way::After {
        Way::Later
    } else {
        way
    };
    Ok((
        rest,
        Expression::Offset(Offset {
            hedge: Hedge::Exact,
            length: None,
            way,
        }),
    ))
}

/// `At that time`, `Meanwhile`, `Simultaneously`
fn same(input: In) -> Out<Expression> {
    const SAME: &Phrases<()> = &Phrases::new(&[
        (&[W::At, W::About, W::That, W::Same, W::Time], ()),
        (&[W::At, W::About, W::That, W::Time], ()),
        (&[W::At, W::About, W::The, W::Same, W::Time], ()),
        (&[W::At, W::Around, W::The, W::Same, W::Time], ()),
        (&[W::At, W::Around, W::That, W::Time], ()),
        (&[W::Around, W::That, W::Same, W::Time], ()),
        (&[W::Around, W::That, W::Time], ()),
        (&[W::Around, W::The, W::Same, W::Time], ()),
        (&[W::About, W::That, W::Time], ()),
        (&[W::About, W::This, W::Time], ()),
        (&[W::About, W::The, W::Same, W::Time], ()),
        (&[W::At, W::That, W::Same, W::Time], ()),
        (&[W::At, W::That, W::Time], ()),
        (&[W::At, W::The, W::Same, W::Time], ()),
        (&[W::At, W::This, W::Time], ()),
        (&[W::At, W::That, W::Moment], ()),
        (&[W::At, W::That, W::Point], ()),
        (&[W::At, W::This, W::Point], ()),
        (&[W::Meanwhile], ()),
        (&[W::Just, W::Then], ()),
        (&[W::Simultaneously], ()),
    ]);
    value(Expression::Same, any_of(SAME)).parse(input)
}

/// `Then`, `Eventually`, `Afterward`
fn order(input: In) -> Out<Expression> {
    const ORDER: &Phrases<()> = &Phrases::new(&[
        (&[W::And, W::Then], ()),
        (&[W::Then], ()),
        (&[W::Eventually], ()),
        (&[W::Finally], ()),
        (&[W::Afterwards], ()),
        (&[W::Afterward], ()),
        (&[W::After, W::That], ()),
        (&[W::Soon], ()),
        (&[W::Later], ()),
    ]);
    value(Expression::Then, any_of(ORDER)).parse(input)
}

/// `When officers arrived`, `Once inside`: only the word; the clause is found by who walks the text.
fn tie(input: In) -> Out<Expression> {
    const TIES: &Phrases<()> = &Phrases::new(&[
        (&[W::When], ()),
        (&[W::As, W::Soon, W::As], ()),
        (&[W::By, W::The, W::Time], ()),
        (&[W::Once], ()),
    ]);
    let (rest, ()) = any_of(TIES).parse(input)?;
    let adverb = alt((
        any_word(&[W::Again, W::More, W::Every, W::Per, W::Possible]),
        phrase(&[W::In, W::A, W::While]),
    ));
    let rate = value((), preceded(any_word(&[W::A, W::An]), unit));
    let once_alone =
        input[0].kind == Kind::Word(W::Once) && rest.first().is_none_or(|next| !next.is_word());
    // `once a week`, `at once.`, `as soon as possible`
    if alt((adverb, rate)).parse(rest).is_ok() || once_alone {
        return miss(input);
    }
    Ok((rest, Expression::When))
}
