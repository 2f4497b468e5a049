//! Zones behind a time: `CST`, `(ET)`, `local time`, `Eastern Daylight Time`, `Zulu`.
//!
//! ```abnf
//! zone = letters / "local time" / region gap [("standard" / "daylight") gap] "time"
//! ```

use super::clock::bracketed;
use super::phrase::{In, Out, Phrases, any_of, miss, one, phrase, tight, word};
use super::token::{Form, Kind};
use super::{Region, ZoneWord};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

/// `CST`, `(ET)`, `local time`
pub fn zone(input: In) -> Out<ZoneWord> {
    alt((bare, bracketed(bare))).parse(input)
}

fn bare(input: In) -> Out<ZoneWord> {
    alt((
        letters,
        value(ZoneWord::Local, phrase(&[W::Local, W::Time])),
        region,
    ))
    .parse(input)
}

/// `+02:00`, `-0600` right behind a clock (ISO 8601).
pub fn offset(input: In) -> Out<ZoneWord> {
    let sign = alt((value(1, tight('+')), value(-1, tight('-'))));
    let two = |input| {
        one(|token| match token.kind {
            Kind::Digits(value, 2) if !token.spaced => Some(value),
            _ => None,
        })
        .parse(input)
    };
    let four = one(|token| match token.kind {
        Kind::Digits(value, 4) if !token.spaced => Some((value / 100, value % 100)),
        _ => None,
    });
    let parted = (two, tight(':'), two).map(|(hours, (), minutes)| (hours, minutes));
    let (rest, (sign, (hours, minutes))) = (sign, alt((parted, four))).parse(input)?;
    if 14 < hours || 59 < minutes {
        return miss(input);
    }
    Ok((
        rest,
        ZoneWord::Offset(sign * (hours * 60 + minutes).cast_signed()),
    ))
}

/// `CST`, `gmt`; `mt` and `et` in small letters are other words.
fn letters(input: In) -> Out<ZoneWord> {
    one(|token| match token.kind {
        Kind::Zone(zone)
            if token.form == Form::Upper
                || token.len() == 3
                || (token.len() == 1 && token.form == Form::Capital && !token.spaced) =>
        {
            Some(zone)
        }
        _ => None,
    })
    .parse(input)
}

/// `Eastern time`, `Pacific Daylight Time`, `mountain timezone`
fn region(input: In) -> Out<ZoneWord> {
    const NAMES: &Phrases<(Region, i32)> = &Phrases::new(&[
        (&[W::Eastern], (Region::Eastern, -5)),
        (&[W::Central], (Region::Central, -6)),
        (&[W::Mountain], (Region::Mountain, -7)),
        (&[W::Pacific], (Region::Pacific, -8)),
    ]);
    let kind = opt(alt((
        value(0, word(W::Standard)),
        value(1, word(W::Daylight)),
    )));
    let time = alt((word(W::Time), word(W::Timezone)));
    let (rest, (region, hours)) = any_of(NAMES).parse(input)?;
    let (rest, named) = opt((kind, time)).parse(rest)?;
    // `4:45 p.m. Eastern`, but not `5 p.m. Central Avenue`
    let goes_on = rest
        .first()
        .is_some_and(|next| next.spaced && next.is_word() && next.form != Form::Lower);
    if named.is_none() && goes_on {
        return miss(input);
    }
    let zone = match named {
        Some((Some(summer), ())) => ZoneWord::Offset((hours + summer) * 60),
        _ => ZoneWord::Region(region),
    };
    Ok((rest, zone))
}
