//! What speech-to-text prints while it works, as people paste it: each segment between its times in
//! brackets and the end of the line.
//!
//! `[00:00:00.300 --> 00:00:05.580]   Boat 2?` (openai-whisper, whisper.cpp), `[0.00s -> 6.90s] Boat 2?`
//! (faster-whisper), `Transcript: [0.031 --> 6.9] Boat 2?` (WhisperX)
//!
//! ```abnf
//! line    = [ "Transcript:" ] "[" time *WSP ( "-->" / "->" ) *WSP time "]" *WSP words
//! time    = clock / seconds [ "s" ]
//! words   = [ "(speaker " name ")" ] text
//! ```

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::lines;
use super::segment::{self, Segment};
use super::speech::milliseconds;
use super::subtitle::time;
use super::transcript::Entry;
use crate::lexicon::has_stem;
use crate::lexicon::speech::PRINTED;
use crate::span::Span;
use crate::time::SECOND;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, digit1, space0};
use nom::combinator::{consumed, opt, recognize, rest};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// Pasted lines of speech-to-text.
pub(super) const FORMAT: Format = Format {
    name: "console",
    kind: Kind::Transcript,
    looks: "lines `[00:00:00.300 --> 00:00:05.580] …` or `[0.00s -> 6.90s] …`",
    takes: "the words of each line, its start (from the recording's start) and `(speaker …)`",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is pasted;
const SAMPLE: usize = 100;
/// one in so many of them has times, the others are what else a program prints.
const SHARE: usize = 4;

fn fits(file: &File) -> bool {
    let sample = lines(file.text)
        .map(str::trim)
        .filter(|words| !words.is_empty());
    let (mut all, mut timed) = (0, 0);
    for words in sample.filter(|words| !is_about(words)).take(SAMPLE) {
        all += 1;
        timed += usize::from(line(words).is_ok());
    }
    0 < timed && all <= timed * SHARE
}

fn is_about(words: &str) -> bool {
    has_stem(PRINTED, words)
}

/// Whether a line may be the rest of one that a narrow window has broken.
fn is_tail(words: &str) -> bool {
    !words.is_empty() && !is_about(words) && !words.starts_with('[')
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut segments: Vec<Segment> = Vec::new();
    let mut others = Vec::new();
    let mut is_open = false;
    for words in lines(text).map(str::trim) {
        let span = Span::within(text, words);
        if let Ok((_, line)) = line(words) {
            segments.push(Segment {
                span,
                time: Some((line.start, Some(line.end), Span::within(text, line.stamp))),
                grain: line.grain,
                speaker: line.speaker.map(|name| Span::within(text, name)),
                text: Span::within(text, line.text),
            });
            is_open = true;
        } else if let Some(above) = segments.last_mut().filter(|_| is_open && is_tail(words)) {
            above.text = above.text.join(span);
            above.span = above.span.join(span);
        } else {
            is_open = false;
            let entry = if is_about(words) {
                Entry::About
            } else {
                Entry::Unread
            };
            others.extend((!words.is_empty()).then(|| entry(span)));
        }
    }
    segment::reading(text, &segments, others)
}

/// One line as written.
#[derive(Debug, PartialEq, Eq)]
struct Line<'a> {
    /// In milliseconds.
    start: i64,
    end: i64,
    /// How fine its start is, in milliseconds.
    grain: i64,
    /// The words of its start.
    stamp: &'a str,
    speaker: Option<&'a str>,
    text: &'a str,
}

fn line(input: &str) -> IResult<&str, Line<'_>> {
    let arrow = delimited(space0, alt((tag("-->"), tag("->"))), space0);
    let times = (terminated(consumed(moment), arrow), moment);
    let label = delimited(
        tag("(speaker "),
        take_while1(|c| c != ')'),
        (char(')'), space0),
    );
    (
        opt((tag("Transcript:"), space0)),
        delimited(char('['), times, char(']')),
        preceded(space0, opt(label)),
        rest,
    )
        .map(
            |(_, ((stamp, (start, grain)), (end, _)), speaker, text)| Line {
                start,
                end,
                grain,
                stamp,
                speaker: speaker.filter(|name: &&str| *name != "?"),
                text,
            },
        )
        .parse(input)
}

/// `00:00:05.580`, `5.58s`: in milliseconds, and how fine it is.
fn moment(input: &str) -> IResult<&str, (i64, i64)> {
    alt((time.map(|at| (at, 1)), seconds)).parse(input)
}

/// `5.58s`, `0.031`
fn seconds(input: &str) -> IResult<&str, (i64, i64)> {
    let number = recognize((digit1, char('.'), digit1));
    terminated(number, opt(char('s')))
        .map_opt(|written: &str| {
            let (_, decimals) = written.split_once('.')?;
            let grain = match decimals.len() {
                1 => SECOND / 10,
                2 => SECOND / 100,
                _ => 1,
            };
            Some((milliseconds(written.parse().ok()?)?, grain))
        })
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_each_program_are_read() {
        let read = |words| {
            line(words)
                .ok()
                .map(|(_, it)| (it.start, it.grain, it.text))
        };
        assert_eq!(
            read("[00:00:00.300 --> 00:00:05.580]   Boat 2?"),
            Some((300, 1, "Boat 2?"))
        );
        assert_eq!(
            read("[01:02.500 --> 01:04.000]  copy"),
            Some((62_500, 1, "copy"))
        );
        assert_eq!(read("[0.00s -> 6.90s] copy"), Some((0, 10, "copy")));
        assert_eq!(
            read("Transcript: [61.5 --> 62.031] copy"),
            Some((61_500, 100, "copy"))
        );
        assert_eq!(read("[0.00s] copy"), None);
        assert_eq!(read("[14:02 --> 14:03] copy"), None);
        let told = line("[00:01.000 --> 00:02.000] (speaker 1) copy")
            .unwrap()
            .1;
        assert_eq!((told.speaker, told.text), (Some("1"), "copy"));
    }
}
