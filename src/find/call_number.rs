//! The number under which dispatchers file an emergency: `incident 24-11873`, `CAD number 240229-118`,
//! `event #P240229118`, `run number 1187`.
//!
//! ```abnf
//! call-number = ( filed / counted [gap] "number" / counted [gap] "#" ) [ gap "is" ] [gap] figures
//! filed       = ( "incident" / "event" / "CAD" / "case" / "report" ) [ gap "number" ] [ "#" ]
//! counted     = "call" / "job" / "log" / "run"
//! figures     = 1*( ALPHA / DIGIT / "-" )                          ; at least three digits
//! ```

use super::word::{end, gap, letters, tokens, words};
use crate::lexicon::{WordList, has};
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
    let text = &text[..transmission.end as usize];
    tokens(text, transmission)
        .filter(|word| has(FILED, word.of(text)) || has(COUNTED, word.of(text)))
        .find_map(|word| filed(&text[word.start as usize..]).ok())
        .map(|(_, figures)| figures.replace('-', "").to_uppercase())
}

/// Words that file an emergency under the number behind them.
const FILED: &WordList = &WordList::new(&["cad", "case", "event", "incident", "report"]);
/// Words that do so if they say that it is a number.
const COUNTED: &WordList = &WordList::new(&["call", "job", "log", "run"]);

fn filed(input: &str) -> IResult<&str, &str> {
    let number = || alt((words("number"), words("no"), words("num")));
    let mark = || value((), (opt(gap), char('#')));
    let filed = verify(letters, |word: &str| has(FILED, word));
    let counted = verify(letters, |word: &str| has(COUNTED, word));
    let filed = (filed, opt((gap, number(), opt(char('.')))), opt(mark()));
    let counted = (counted, alt((value((), (gap, number())), mark())));
    let figures = take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let figures = verify(figures, |words: &str| {
        3 <= words.bytes().filter(u8::is_ascii_digit).count()
    });
    let (rest, ((), _, _, figures)) = (
        alt((value((), filed), value((), counted))),
        opt((gap, words("is"))),
        opt(gap),
        terminated(figures, end),
    )
        .parse(input)?;
    // `event 1423 hours` is a time
    not((gap, alt((words("hours"), words("hrs"))))).parse(rest)?;
    Ok((rest, figures))
}
