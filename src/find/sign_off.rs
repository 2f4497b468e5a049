//! The time of day that ends a transmission: `10-4, 603. 12:55.`, `Code 4 at 2345`, `1421 hours`.
//!
//! ```abnf
//! sign-off = lead (figures / words) ["hours" / "hrs"] *mark
//! lead     = "." / "," / "at" / "time" / "is" / "now" / "out"
//! figures  = 1*2DIGIT ":" 2DIGIT / 4DIGIT
//! words    = ["oh" / "zero"] number ("oh" number / "hundred" / number)   ; thirteen twelve
//! ```
//!
//! Dispatchers say the time of day when they acknowledge; four digits behind any other word are a
//! unit or a street number.

use super::word::{digits, gap, letters, words};
use crate::lexicon::look_up;
use crate::lexicon::time::NUMBERS;
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::take_while;
use nom::character::complete::char;
use nom::combinator::{all_consuming, map_opt, opt, value, verify};
use nom::sequence::{preceded, separated_pair, terminated};
use nom::{IResult, Parser};

/// A time of day that is spoken at the end of a transmission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// The words.
    pub span: Span,
    /// 0 to 23; 1 to 12 may be either half of the day unless [`SignOff::is_24_hour`].
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Whether it is said as clocks of 24 hours are read: `0345`, `1421 hours`.
    pub is_24_hour: bool,
}

/// The time of day that ends a transmission.
///
/// ```
/// use squelch::find::sign_off::sign_off;
/// use squelch::span::Span;
/// let time = |text: &str| {
///     let found = sign_off(text, Span::new(0, text.len()))?;
///     Some((found.hour, found.minute))
/// };
/// assert_eq!(time("10-4, 603. 12:55."), Some((12, 55)));
/// assert_eq!(time("Fire under control, fourteen twenty-one hours"), Some((14, 21)));
/// assert_eq!(time("Respond with Engine 1421"), None);
/// ```
pub fn sign_off(text: &str, transmission: Span) -> Option<SignOff> {
    /// `oh`, `fourteen`, `twenty`, `one`, `hours`
    const MOST_WORDS: usize = 6;
    if !ends_like_a_time(transmission.of(text)) {
        return None;
    }
    let mut start = transmission.end as usize;
    let mut longest = None;
    for _ in 0..MOST_WORDS {
        let before = text[transmission.start as usize..start].trim_end();
        let at = before.rfind([' ', '\n', ',']).map_or(0, |space| space + 1);
        let lead = &before[..at];
        start = transmission.start as usize + at;
        let tail = &text[start..transmission.end as usize];
        if leads(lead)
            && let Ok((_, (hour, minute, is_24_hour))) = all_consuming(time).parse(tail)
        {
            longest = Some(SignOff {
                span: Span::new(start, transmission.end as usize),
                hour,
                minute,
                is_24_hour,
            });
        }
        if at == 0 {
            break;
        }
    }
    longest
}

/// Whether the last word can be that of a time of day: few transmissions have to be tried.
fn ends_like_a_time(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => {
            let letters = words.bytes().rev().take_while(u8::is_ascii_alphabetic);
            let last = &words[words.len() - letters.count()..];
            look_up(NUMBERS, last).is_some()
                || ["hours", "hrs", "hundred"]
                    .iter()
                    .any(|word| last.eq_ignore_ascii_case(word))
        }
        2 => words[..words.len() - 2].ends_with(':'),
        digits => digits == 4,
    }
}

/// Whether a time of day can stand behind some words.
fn leads(words: &str) -> bool {
    let words = words.trim_end();
    let last = words.rsplit([' ', '\n']).next().unwrap_or(words);
    words.is_empty()
        || words.ends_with(['.', ',', ';', '-', '–', '—', ':'])
        || ["at", "time", "is", "now", "out", "time's"]
            .iter()
            .any(|lead| last.eq_ignore_ascii_case(lead))
}

fn time(input: &str) -> IResult<&str, (u8, u8, bool)> {
    let hours = preceded(gap, alt((words("hours"), words("hrs"))));
    let ending = (opt(hours), take_while(|c: char| !c.is_alphanumeric()));
    let (rest, ((hour, minute, is_24_hour), (hours, _))) =
        (alt((figures, spoken)), ending).parse(input)?;
    Ok((rest, (hour, minute, is_24_hour || hours.is_some())))
}

/// `12:55`, `0345`
fn figures(input: &str) -> IResult<&str, (u8, u8, bool)> {
    let with_colon = separated_pair(digits(1, 2), char(':'), digits(2, 2))
        .map(|(hour, minute)| (hour, minute, hour == 0 || 12 < hour));
    let run_on = digits(4, 4).map(|both| (both / 100, both % 100, true));
    map_opt(alt((run_on, with_colon)), |(hour, minute, is_24_hour)| {
        of_day(hour, minute, is_24_hour)
    })
    .parse(input)
}

/// `thirteen twelve`, `oh five thirty`, `fourteen hundred`, `six oh five`
fn spoken(input: &str) -> IResult<&str, (u8, u8, bool)> {
    let zero = || terminated(alt((words("oh"), words("zero"))), gap);
    let minute = alt((
        preceded(zero(), verify(number, |minute| *minute < 10)),
        value(0, words("hundred")),
        verify(number, |minute| 10 <= *minute),
    ));
    let clock = (opt(zero()), terminated(number, gap), minute);
    map_opt(clock, |(zero, hour, minute)| {
        of_day(hour, minute, zero.is_some() || 12 < hour)
    })
    .parse(input)
}

fn of_day(hour: u32, minute: u32, is_24_hour: bool) -> Option<(u8, u8, bool)> {
    (hour < 24 && minute < 60).then_some((hour as u8, minute as u8, is_24_hour))
}

/// `twelve`, `fifty-five`, `fifty five`
fn number(input: &str) -> IResult<&str, u32> {
    let word = |input| map_opt(letters, |word| look_up(NUMBERS, word)).parse(input);
    let unit = verify(word, |unit| *unit < 10);
    let tens = map_opt(
        nom::bytes::complete::take_while1(|c: char| c.is_ascii_alphabetic()),
        |word| look_up(NUMBERS, word).filter(|tens| 20 <= *tens),
    );
    let composed = (
        tens,
        preceded(alt((gap, nom::bytes::complete::tag("-"))), unit),
    )
        .map(|(tens, unit)| tens + unit);
    alt((composed, word)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Option<(u8, u8, bool)> {
        let found = sign_off(text, Span::new(0, text.len()))?;
        Some((found.hour, found.minute, found.is_24_hour))
    }

    #[test]
    fn times_that_end_a_transmission() {
        for (text, hour, minute, is_24_hour) in [
            ("10-4, 603. 12:55.", 12, 55, false),
            ("Code 4 at 2345", 23, 45, true),
            ("Engine 7 is Harbor Command at 1406 hours.", 14, 6, true),
            ("Fire under control, 1421 hours.", 14, 21, true),
            ("All units clear, time is 0305.", 3, 5, true),
            ("thirteen twelve hours", 13, 12, true),
            ("Copy. Oh five thirty.", 5, 30, true),
            ("Received, twenty three forty-five", 23, 45, true),
            ("10-4, six oh five", 6, 5, false),
            ("Copy, fourteen hundred hours", 14, 0, true),
        ] {
            assert_eq!(time(text), Some((hour, minute, is_24_hour)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_time_of_day() {
        for text in [
            "Respond with Engine 1421",
            "415 Harbor Street",
            "Show me out at 2575",
            "Call back at 555-0147",
            "Copy, 603.",
            "We have one victim",
            "At 1406 hours we had it under control",
            "Twelve",
            "",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
