//! Times of day: `1:12 p.m.`, `12.31am`, `7pm`, `13:12:30`, `1312 hours`, `0005`, `noon`.
//!
//! ```abnf
//! clock    = twelve / military / colon / named / o'clock / half / ish
//! twelve   = hour [(":" / ".") minute [":" second]] [gap] meridiem
//! meridiem = ("a" / "p") ["."] "m" ["."]
//! military = 4DIGIT gap ("hours" / "hrs")
//! colon    = hour ":" minute [":" second]
//! named    = ["12" gap] ("noon" / "midnight")
//! o'clock  = hour-number gap "o'clock" [gap meridiem]
//! half     = ("half past" / "quarter past" / "quarter to") gap hour-number [gap meridiem]
//! ish      = hour [":" minute] ["-"] "ish"           ; the suffix itself is a hedge
//! ```

use super::word::{any_of, digits, end, gap, listed, miss, number, words};
use super::{Clock, ZoneWord};
use crate::lexicon::look_up;
use crate::lexicon::time::{LENGTH_UNITS, ZONES};
use crate::read::transcript::Meridiem;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map_opt, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// `1:12 p.m.`, `1312 hours`, `noon`
pub fn clock(input: &str) -> IResult<&str, Clock> {
    alt((twelve, military, colon, named, oclock, half_past, ish)).parse(input)
}

fn of(hour: u32, minute: u32, second: Option<u32>) -> Clock {
    Clock {
        hour: hour as u8,
        minute: minute as u8,
        second: second.map(|second| second as u8),
        meridiem: None,
        military: false,
        named: false,
    }
}

/// `0` to `23`, one digit or two.
fn hour(input: &str) -> IResult<&str, u32> {
    verify(digits(1, 2), |hour| *hour < 24).parse(input)
}

/// `00` to `59`, two digits.
fn sixtieth(input: &str) -> IResult<&str, u32> {
    verify(digits(2, 2), |minute| *minute < 60).parse(input)
}

/// `a.m.`, `PM`, `pm.` at a sentence's end keeps its full stop for the sentence.
pub fn meridiem(input: &str) -> IResult<&str, Meridiem> {
    let half = alt((
        value(Meridiem::Am, one_of("aA")),
        value(Meridiem::Pm, one_of("pP")),
    ));
    let (rest, (half, dotted, _)) = (half, opt(char('.')), one_of("mM")).parse(input)?;
    let (rest, ()) = end(rest)?;
    let (rest, _) = match dotted {
        Some(_) => opt(char('.')).parse(rest)?,
        None => (rest, None),
    };
    Ok((rest, half))
}

/// `1:12 p.m.`, `12.31am`, `7pm`, `1:12:30 PM`
fn twelve(input: &str) -> IResult<&str, Clock> {
    let minutes = preceded(one_of(":."), sixtieth);
    let seconds = preceded(char(':'), sixtieth);
    let (rest, (hour, minute, second, _, half)) =
        (hour, opt(minutes), opt(seconds), opt(gap), meridiem).parse(input)?;
    if 12 < hour || hour == 0 {
        return Err(miss(input));
    }
    let clock = of(hour, minute.unwrap_or(0), second);
    Ok((
        rest,
        Clock {
            meridiem: Some(half),
            ..clock
        },
    ))
}

/// `1312 hours`, `0005 hrs`
fn military(input: &str) -> IResult<&str, Clock> {
    terminated(four_digits, hours).parse(input)
}

/// ` hours`, ` hrs` behind a time of four digits.
pub fn hours(input: &str) -> IResult<&str, ()> {
    let name = alt((words("hours"), words("hrs"), words("hour")));
    preceded(gap, name).parse(input)
}

/// `1312`, `0005`: only where the words before them say that a time follows.
pub fn four_digits(input: &str) -> IResult<&str, Clock> {
    map_opt(digits_of_four, |value| {
        let (hour, minute) = (value / 100, value % 100);
        (hour < 24 && minute < 60).then(|| Clock {
            military: true,
            ..of(hour, minute, None)
        })
    })
    .parse(input)
}

/// `18.52`, `00.06`, as British papers write: only after `at`.
pub fn dotted(input: &str) -> IResult<&str, Clock> {
    let hour = verify(digits(2, 2), |hour| *hour < 24);
    terminated(
        (hour, char('.'), sixtieth),
        (end, not((char('.'), satisfy(char::is_alphanumeric)))),
    )
    .map(|(hour, _, minute)| Clock {
        military: true,
        ..of(hour, minute, None)
    })
    .parse(input)
}

fn digits_of_four(input: &str) -> IResult<&str, u32> {
    terminated(digits(4, 4), end).parse(input)
}

/// `13:12`, `1:12:30`; not the start of `1:12:30:05`, `1:12.5`, `1:12%`.
fn colon(input: &str) -> IResult<&str, Clock> {
    let longer = alt((
        value((), (one_of(":.,"), satisfy(|c| c.is_ascii_digit()))),
        value((), char('%')),
        value((), satisfy(char::is_alphanumeric)),
        // `13:12 p.m.` is a slip of the pen, and nobody can say of which half
        value((), (opt(gap), meridiem)),
    ));
    let (rest, (hour, _, minute, second, ())) = (
        hour,
        char(':'),
        sixtieth,
        opt(preceded(char(':'), sixtieth)),
        not(longer),
    )
        .parse(input)?;
    let military = 12 < hour || hour == 0 || input.starts_with('0') || second.is_some();
    Ok((
        rest,
        Clock {
            military,
            ..of(hour, minute, second)
        },
    ))
}

/// `noon`, `12 midnight`
fn named(input: &str) -> IResult<&str, Clock> {
    let twelve = opt((tag("12"), gap));
    let name = alt((value(12, words("noon")), value(0, words("midnight"))));
    preceded(twelve, name)
        .map(|hour| Clock {
            named: true,
            military: true,
            ..of(hour, 0, None)
        })
        .parse(input)
}

/// `5`, `five`: an hour of twelve.
fn hour_number(input: &str) -> IResult<&str, u32> {
    verify(number, |hour| (1..=12).contains(hour)).parse(input)
}

/// `5 o'clock`, `five o’clock p.m.`
fn oclock(input: &str) -> IResult<&str, Clock> {
    let word = alt((words("o'clock"), words("o’clock")));
    (hour_number, gap, word, opt(preceded(gap, meridiem)))
        .map(|(hour, _, (), meridiem)| Clock {
            meridiem,
            ..of(hour, 0, None)
        })
        .parse(input)
}

/// `half past five`, `a quarter to 6 a.m.`
fn half_past(input: &str) -> IResult<&str, Clock> {
    let part = any_of(&[
        ("half past", 30),
        ("a quarter past", 15),
        ("quarter past", 15),
        ("a quarter after", 15),
        ("quarter after", 15),
        ("a quarter to", 45),
        ("quarter to", 45),
    ]);
    // `a quarter to 20 of them`, `half past 5 miles`
    let counts = preceded(gap, listed(LENGTH_UNITS));
    let half = opt(preceded(gap, meridiem));
    (part, gap, hour_number, not(counts), half)
        .map(|(minute, _, hour, (), meridiem)| {
            let hour = match (minute, hour) {
                (45, 1) => 12,
                (45, _) => hour - 1,
                _ => hour,
            };
            // `quarter to 12 a.m.` lies in the half before the one that it names
            let meridiem = match (minute, hour, meridiem) {
                (45, 11, Some(Meridiem::Am)) => Some(Meridiem::Pm),
                (45, 11, Some(Meridiem::Pm)) => Some(Meridiem::Am),
                _ => meridiem,
            };
            Clock {
                meridiem,
                ..of(hour, minute, None)
            }
        })
        .parse(input)
}

/// `9-ish`, `9:30ish`: the clock without its suffix.
fn ish(input: &str) -> IResult<&str, Clock> {
    let minutes = opt(preceded(char(':'), sixtieth));
    let suffix = peek((opt(char('-')), tag("ish"), end));
    (
        verify(hour, |hour| (1..=12).contains(hour)),
        minutes,
        suffix,
    )
        .map(|(hour, minute, _)| of(hour, minute.unwrap_or(0), None))
        .parse(input)
}

/// `1`, `11`: an hour alone, as the first end of a range (`between 1 and 1:30 p.m.`).
pub fn bare_hour(input: &str) -> IResult<&str, Clock> {
    terminated(hour, (end, not(one_of(":.%°$"))))
        .map(|hour| of(hour, 0, None))
        .parse(input)
}

/// `CST`, `(ET)`, `local time`, `Eastern time`
pub fn zone(input: &str) -> IResult<&str, ZoneWord> {
    let letters = map_opt(
        terminated(take_while1(|c: char| c.is_ascii_uppercase()), end),
        |word: &str| look_up(ZONES, word),
    );
    alt((
        letters.map(|offset| offset.map_or(ZoneWord::Local, ZoneWord::Offset)),
        value(ZoneWord::Local, words("local time")),
        value(
            ZoneWord::Local,
            (
                alt((
                    words("eastern"),
                    words("central"),
                    words("mountain"),
                    words("pacific"),
                )),
                gap,
                opt((words("standard"), gap)),
                words("time"),
            ),
        ),
    ))
    .parse(input)
}
