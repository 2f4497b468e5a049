//! Times of day in figures alone: `1312`, `730`, `18.52`, `3 15`, `7`. They are a time only where the
//! words around them say so.
//!
//! ```abnf
//! four-digits = 4DIGIT                  ; under 2400
//! run         = 1*2DIGIT 2DIGIT         ; with a half of the day behind it
//! compact     = 2DIGIT 2DIGIT [2DIGIT]  ; behind the T of a date
//! dotted      = 1*2DIGIT "." 2DIGIT
//! apart       = 1*2DIGIT gap 2DIGIT
//! bare-hour   = 1*2DIGIT / number-word
//! ```

use super::Clock;
use super::clock::{hour, of, sixtieth};
use super::number::{digits, short_digits, small};
use super::phrase::{In, Out, ends_word, miss, tight};
use super::token::{Kind, Token};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `1312`, `0005`: only where the words before them say that a time follows.
pub fn four_digits(input: In) -> Out<Clock> {
    verify(digits, |(value, count)| {
        *count == 4 && *value < 2400 && value % 100 < 60
    })
    .map(|(value, _)| Clock {
        military: true,
        has_minute: true,
        ..of(value / 100, value % 100)
    })
    .parse(input)
}

/// `1312`, `0506:40`: only where the words before them say that a time follows.
pub fn with_seconds(input: In) -> Out<Clock> {
    (four_digits, opt(preceded(tight(':'), sixtieth)))
        .map(|(clock, second)| Clock {
            second: second.map(|second| second as u8),
            ..clock
        })
        .parse(input)
}

/// Whether digits begin with a zero, as no year and few other numbers do: `0730`, `07.30`.
pub fn leads_with_zero(input: In) -> bool {
    match input {
        [first, ..] if matches!(first.kind, Kind::Digits(..1_000, 4)) => true,
        [first, dot, ..] => {
            matches!(first.kind, Kind::Digits(..10, 2)) && dot.kind == Kind::Mark('.')
        }
        _ => false,
    }
}

/// `730`, `1230`: only where half of the day is said behind it.
pub fn run(input: In) -> Out<Clock> {
    verify(digits, |(value, count)| {
        matches!(count, 3 | 4) && value % 100 < 60 && (1..=12).contains(&(value / 100))
    })
    .map(|(value, _)| Clock {
        has_minute: true,
        ..of(value / 100, value % 100)
    })
    .parse(input)
}

/// `153000`, `1530` behind the `T` of a date.
pub fn compact_clock(input: In) -> Out<Clock> {
    let six = verify(digits, |(value, count)| {
        *count == 6 && *value < 240_000 && value / 100 % 100 < 60 && value % 100 < 60
    })
    .map(|(value, _)| Clock {
        second: Some((value % 100) as u8),
        military: true,
        has_minute: true,
        ..of(value / 10_000, value / 100 % 100)
    });
    alt((six, four_digits)).parse(input)
}

/// `18.52`, `00.06`, as British papers write: only after `at`, or as an end of a range of clocks.
pub fn dotted(input: In) -> Out<Clock> {
    let (rest, ((hour, count), (), minute)) = (digits, tight('.'), sixtieth).parse(input)?;
    let goes_on =
        matches!(rest, [a, b, ..] if a.kind == Kind::Mark('.') && !b.spaced && b.is_word());
    if 2 < count || 23 < hour || goes_on || !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            // `11.31` may be of either half, `08.31` and `18.31` not
            military: count == 2 && !(10..=12).contains(&hour),
            has_minute: true,
            ..of(hour, minute)
        },
    ))
}

/// `3 15`, as speech is written down: only after `at`, with nothing behind it that is counted.
pub fn apart(input: In) -> Out<Clock> {
    let minute = verify(digits, |(minute, count)| *count == 2 && *minute < 60);
    let (rest, (hour, (minute, _))) = (hour, minute).parse(input)?;
    if rest.first().is_some_and(Token::is_word) {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            military: 12 < hour,
            has_minute: true,
            ..of(hour, minute)
        },
    ))
}

/// `1`, `eleven`: an hour alone, where the words around it say that a time is meant.
pub fn bare_hour(input: In) -> Out<Clock> {
    let (rest, hour) = verify(alt((short_digits, small)), |hour| *hour < 24).parse(input)?;
    let goes_on = match rest {
        [
            Token {
                kind: Kind::Mark(':' | '.' | ','),
                ..
            },
            next,
            ..,
        ] => !next.spaced && matches!(next.kind, Kind::Digits(..)),
        [
            Token {
                kind: Kind::Mark('%' | '°' | '$' | '/'),
                ..
            },
            ..,
        ] => true,
        _ => !ends_word(rest),
    };
    if goes_on {
        miss(input)
    } else {
        Ok((rest, of(hour, 0)))
    }
}
