//! LRC, the lyrics format that whisper.cpp can write: a line a segment, minutes and hundredths from the
//! recording's start before it, and lines of tags.
//!
//! ```abnf
//! line = "[" 1*DIGIT ":" 2DIGIT "." 2*3DIGIT "]" words
//! tag  = "[" 1*ALPHA ":" words "]"
//! ```

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::lines;
use super::segment::{self, Segment};
use super::speech::milliseconds;
use super::transcript::Entry;
use crate::span::Span;
use crate::time::SECOND;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{alpha1, char, digit1};
use nom::combinator::{all_consuming, consumed, recognize, rest};
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// LRC.
pub(super) const FORMAT: Format = Format {
    name: "lrc",
    kind: Kind::Transcript,
    looks: "lines `[01:02.50]…` with minutes, seconds and a fraction, all but tags such as `[by:…]`",
    takes: "the words of each line and its start (from the recording's start)",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    let mut words = lines(file.text)
        .map(str::trim)
        .filter(|words| !words.is_empty());
    let mut stamped = 0;
    // a log may have such stamps and other lines below them
    words.all(|words| {
        let is_line = line(words).is_ok();
        stamped += usize::from(is_line);
        is_line || is_tag(words)
    }) && 0 < stamped
        || file.name.to_ascii_lowercase().ends_with(".lrc")
            && lines(file.text).any(|words| line(words.trim()).is_ok())
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut segments = Vec::new();
    let mut others = Vec::new();
    for words in lines(text).map(str::trim).filter(|words| !words.is_empty()) {
        let span = Span::within(text, words);
        match line(words) {
            Ok((_, (stamp, (start, grain), said))) => segments.push(Segment {
                span,
                time: Some((start, None, Span::within(text, stamp))),
                grain,
                speaker: None,
                text: Span::within(text, said.trim_start()),
            }),
            Err(_) if is_tag(words) => others.push(Entry::About(span)),
            Err(_) => others.push(Entry::Unread(span)),
        }
    }
    segment::reading(text, &segments, others)
}

/// The words of a stamp, its milliseconds and how fine it is, and the words behind it.
fn line(input: &str) -> IResult<&str, (&str, (i64, i64), &str)> {
    (delimited(char('['), consumed(time), char(']')), rest)
        .map(|((stamp, time), said)| (stamp, time, said))
        .parse(input)
}

/// `61:02.50`: minutes go on beyond the hour.
fn time(input: &str) -> IResult<&str, (i64, i64)> {
    let digits = |least, most| take_while_m_n(least, most, |c: char| c.is_ascii_digit());
    (
        digit1,
        char(':'),
        recognize((digits(2, 2), char('.'), digits(2, 3))),
    )
        .map_opt(|(minutes, _, seconds): (&str, _, &str)| {
            let minutes: f64 = minutes.parse().ok()?;
            let below: f64 = seconds.parse().ok().filter(|below| *below < 60.0)?;
            let hundredths = seconds.len() == "00.00".len();
            let grain = if hundredths { SECOND / 100 } else { 1 };
            Some((milliseconds(minutes * 60.0 + below)?, grain))
        })
        .parse(input)
}

/// `[by:whisper.cpp]`
fn is_tag(words: &str) -> bool {
    let tag = (
        tag("["),
        alpha1,
        char(':'),
        take_while1(|c| c != ']'),
        char(']'),
    );
    let tag: IResult<_, _> = all_consuming(tag).parse(words);
    tag.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_go_on_beyond_the_hour() {
        let read = |words| line(words).ok().map(|(_, (_, time, said))| (time, said));
        assert_eq!(read("[00:01.24]Boat 2?"), Some(((1_240, 10), "Boat 2?")));
        assert_eq!(read("[75:02.501] copy"), Some(((4_502_501, 1), " copy")));
        assert_eq!(read("[00:61.24] copy"), None);
        assert_eq!(read("[14:02] copy"), None);
        assert!(is_tag("[by:whisper.cpp]"));
        assert!(!is_tag("[by:whisper.cpp] copy"));
    }
}
