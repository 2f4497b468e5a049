//! Numbers: `13`, `thirteen`, `twenty-three`, `2.5`, `1/4`, `the sixth`, `21st`, `2015`,
//! `nineteen ninety-six`.
//!
//! ```abnf
//! integer = 1*4DIGIT / tens [("-" / gap) ones] / ones ["hundred" / "thousand"]
//! amount  = integer ["." DIGITS / "/" DIGIT] / integer gap "1/2"
//! ordinal = DIGITS ("st" / "nd" / "rd" / "th") / ordinal-word
//! year    = 4DIGIT / "nineteen" tens [ones] / "two thousand" ["and"] [ones]
//! ```

use super::phrase::{In, Out, dash, mark, miss, one, tight, word};
use super::token::{Form, Kind, Token};
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// The value of one in an [`amount`].
pub const ONE: i64 = 1_000;

/// Digits: their value and how many they are.
pub fn digits(input: In) -> Out<(u32, u8)> {
    one(|token| match token.kind {
        Kind::Digits(value, count) => Some((value, count)),
        _ => None,
    })
    .parse(input)
}

/// One or two digits.
pub fn short_digits(input: In) -> Out<u32> {
    verify(digits, |(_, count)| *count <= 2)
        .map(|(value, _)| value)
        .parse(input)
}

/// `thirteen`, one word.
fn number_word(input: In) -> Out<u32> {
    one(|token| match token.kind {
        Kind::Number(number) => Some(number),
        _ => None,
    })
    .parse(input)
}

/// `twenty-three`, `forty five`, `five`: under a hundred.
pub fn small(input: In) -> Out<u32> {
    let (rest, tens) = number_word(input)?;
    if 20 <= tens {
        let ones = preceded(opt(dash), verify(number_word, |ones| *ones < 10));
        let (rest, ones) = opt(ones).parse(rest)?;
        return Ok((rest, tens + ones.unwrap_or(0)));
    }
    Ok((rest, tens))
}

/// `13`, `thirteen`, `a hundred and five`, `two thousand`
pub fn integer(input: In) -> Out<u32> {
    alt((plain_digits, in_words)).parse(input)
}

/// `13`; not `2,000`, `2.5`, `13th`
fn plain_digits(input: In) -> Out<u32> {
    let (rest, (value, count)) = digits(input)?;
    let goes_on = match rest {
        [
            Token {
                kind: Kind::Mark(',' | '.'),
                spaced: false,
                ..
            },
            next,
            ..,
        ] => matches!(next.kind, Kind::Digits(..)) && !next.spaced,
        _ => false,
    };
    if 4 < count || goes_on {
        return miss(input);
    }
    Ok((rest, value))
}

/// `five`, `a hundred`, `two hundred and six`, `twelve hundred`, `two thousand`
fn in_words(input: In) -> Out<u32> {
    let (rest, first) = alt((small, opt(word(W::A)).map(|_| 1))).parse(input)?;
    let (rest, scale) = opt(alt((
        word(W::Hundred).map(|()| 100),
        word(W::Thousand).map(|()| 1_000),
    )))
    .parse(rest)?;
    match scale {
        Some(scale) => {
            let (rest, more) = opt(preceded(opt(word(W::And)), small)).parse(rest)?;
            Ok((rest, first * scale + more.unwrap_or(0)))
        }
        None => small(input),
    }
}

/// A number that may have a fraction, in thousandths: `2.5`, `1/4`, `2 1/2`, `13`.
pub fn amount(input: In) -> Out<i64> {
    alt((
        decimal,
        mixed,
        fraction,
        integer.map(|n| i64::from(n) * ONE),
    ))
    .parse(input)
}

fn decimal(input: In) -> Out<i64> {
    let (rest, ((whole, _), (), (part, count))) = (digits, tight('.'), digits).parse(input)?;
    if 3 < count || 100_000 < whole || input[2].spaced {
        return miss(input);
    }
    let thousandths = i64::from(part) * 10_i64.pow(3 - u32::from(count));
    Ok((rest, i64::from(whole) * ONE + thousandths))
}

fn fraction(input: In) -> Out<i64> {
    let (rest, ((over, a), (), (under, b))) = (digits, tight('/'), digits).parse(input)?;
    if a == 1 && b == 1 && 0 < over && over < under {
        Ok((rest, i64::from(over) * ONE / i64::from(under)))
    } else {
        miss(input)
    }
}

fn mixed(input: In) -> Out<i64> {
    (plain_digits, fraction)
        .map(|(whole, part)| i64::from(whole) * ONE + part)
        .parse(input)
}

/// `21st`, `sixth`, `twenty-first`, `second`
pub fn ordinal(input: In) -> Out<u8> {
    alt((suffixed, ordinal_word)).parse(input)
}

/// `21st`, `6th`
pub fn suffixed(input: In) -> Out<u8> {
    let suffix = one(|token| match token.kind {
        Kind::Word(W::St | W::Nd | W::Rd | W::Th) if !token.spaced => Some(()),
        _ => None,
    });
    let (rest, (value, ())) = (short_digits, suffix).parse(input)?;
    Ok((rest, value as u8))
}

/// `sixth`, `twenty-first`, `second`
pub fn ordinal_word(input: In) -> Out<u8> {
    let simple = |input| {
        one(|token| match token.kind {
            Kind::Ordinal(number) => Some(number),
            Kind::Word(W::First) => Some(1),
            Kind::Word(W::Second) => Some(2),
            _ => None,
        })
        .parse(input)
    };
    let compound = (
        verify(number_word, |tens| matches!(tens, 20 | 30)),
        opt(dash),
        verify(simple, |ones| *ones < 10),
    )
        .map(|(tens, _, ones)| tens as u8 + ones);
    alt((compound, simple)).parse(input)
}

/// `2015`: four digits of a year that news can mean.
pub fn year_digits(input: In) -> Out<i32> {
    let (rest, (value, count)) = digits(input)?;
    let goes_on = match rest {
        [
            Token {
                kind: Kind::Mark('-' | '–' | ':' | '.' | '/' | ','),
                spaced: false,
                ..
            },
            next,
            ..,
        ] => !next.spaced && (matches!(next.kind, Kind::Digits(..)) || next.form == Form::Upper),
        [
            Token {
                kind: Kind::Mark('%' | '°'),
                spaced: false,
                ..
            },
            ..,
        ] => true,
        [next, ..] => !next.spaced && next.is_word(),
        [] => false,
    };
    if count == 4 && (1700..2100).contains(&value) && !goes_on {
        Ok((rest, value.cast_signed()))
    } else {
        miss(input)
    }
}

/// `nineteen ninety-six`, `two thousand and five`, `two thousand`
pub fn year_words(input: In) -> Out<i32> {
    let century = verify(number_word, |n| matches!(n, 18..=20));
    let pair = (century, opt(dash), verify(small, |n| 10 <= *n)).map(|(a, _, b)| a * 100 + b);
    let thousand = (
        verify(number_word, |n| *n == 2),
        word(W::Thousand),
        opt(preceded(opt(word(W::And)), small)),
    )
        .map(|(_, (), rest)| 2_000 + rest.unwrap_or(0));
    let (rest, year) = alt((pair, thousand)).parse(input)?;
    // `twenty fifteen-foot ladders`
    if matches!(rest.first(), Some(next) if next.kind == Kind::Mark('-') && !next.spaced) {
        return miss(input);
    }
    Ok((rest, year.cast_signed()))
}

/// A comma, or nothing.
pub fn comma(input: In) -> Out<()> {
    opt(mark(',')).map(|_| ()).parse(input)
}
