//! Zones behind a time: `CST`, `(ET)`, `local time`, `Eastern Daylight Time`, `Zulu`.
//!
//! ```abnf
//! zone = letters / "local time" / region gap [("standard" / "daylight") gap] "time"
//! ```

use super::ZoneWord;
use super::clock::bracketed;
use super::phrase::{In, Out, any_word, one, phrase, word};
use super::token::{Form, Kind};
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

/// `CST`, `gmt`; `mt` and `et` in small letters are other words.
fn letters(input: In) -> Out<ZoneWord> {
    one(|token| match token.kind {
        Kind::Zone(offset) if token.form == Form::Upper || (token.len() == 3) => {
            Some(offset.map_or(ZoneWord::Local, ZoneWord::Offset))
        }
        _ => None,
    })
    .parse(input)
}

/// `Eastern time`, `Pacific Daylight Time`, `mountain timezone`
fn region(input: In) -> Out<ZoneWord> {
    let name = any_word(&[W::Eastern, W::Central, W::Mountain, W::Pacific]);
    let kind = opt(any_word(&[W::Standard, W::Daylight]));
    let time = alt((word(W::Time), word(W::Timezone)));
    value(ZoneWord::Local, (name, kind, time)).parse(input)
}
