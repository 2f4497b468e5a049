//! The number under which dispatchers file an emergency: `incident 24-11873`, `CAD number 240229-118`,
//! `event #P240229118`, `run number 1187`.
//!
//! ```abnf
//! call-number = ( filed / counted [gap] "number" / counted [gap] "#" ) [ gap "is" ] [gap] figures
//! filed       = ( "incident" / "event" / "CAD" / "case" / "report" ) [ gap "number" ] [ "#" ]
//! counted     = "call" / "job" / "log" / "run"
//! figures     = 1*( ALPHA / DIGIT / "-" )                          ; at least three digits
//! ```

use super::word::{end, gap, starts_word, words};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::take_while1;
use nom::character::complete::char;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// The first number under which a transmission files an emergency, without its hyphens.
///
/// ```
/// use squelch::{find::call_number::call_number, span::Span};
/// let number = |text: &str| call_number(text, Span::new(0, text.len()));
/// assert_eq!(number("Your incident number is 24-11873.").as_deref(), Some("2411873"));
/// assert_eq!(number("Call 911, run 300 feet."), None);
/// ```
pub fn call_number(text: &str, transmission: Span) -> Option<String> {
    let end = transmission.end as usize;
    let starts = transmission.of(text).char_indices();
    starts
        .map(|(at, c)| (transmission.start as usize + at, c))
        .filter(|(_, c)| matches!(c.to_ascii_lowercase(), 'c' | 'e' | 'i' | 'j' | 'l' | 'r'))
        .filter(|(at, _)| starts_word(text, *at))
        .find_map(|(at, _)| filed(&text[at..end]).ok())
        .map(|(_, figures)| figures.replace('-', "").to_uppercase())
}

fn filed(input: &str) -> IResult<&str, &str> {
    let number = || alt((words("number"), words("no"), words("num")));
    let mark = || value((), (opt(gap), char('#')));
    let always = ["incident", "event", "cad", "case", "report"].map(words);
    let counted = ["call", "job", "log", "run"].map(words);
    let always = (
        alt(always),
        opt((gap, number(), opt(char('.')))),
        opt(mark()),
    );
    let counted = (alt(counted), alt((value((), (gap, number())), mark())));
    let figures = take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let figures = verify(figures, |words: &str| {
        3 <= words.bytes().filter(u8::is_ascii_digit).count()
    });
    let (rest, ((), _, _, figures)) = (
        alt((value((), always), value((), counted))),
        opt((gap, words("is"))),
        opt(gap),
        terminated(figures, end),
    )
        .parse(input)?;
    // `event 1423 hours` is a time
    not((gap, alt((words("hours"), words("hrs"))))).parse(rest)?;
    Ok((rest, figures))
}
