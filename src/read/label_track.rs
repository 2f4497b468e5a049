//! Label tracks as Audacity exports them: `start TAB end TAB label`, in seconds from the recording's start;
//! a line that begins with a backslash gives the frequencies of the label above it.
//!
//! ```abnf
//! line    = seconds HTAB seconds HTAB label / "\" HTAB seconds HTAB seconds
//! seconds = 1*DIGIT [ ( "." / "," ) 1*DIGIT ]    ; some languages write a comma
//! label   = [ "[[" speaker "]]" ] words          ; WhisperX names the speaker so
//! ```

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::milliseconds;
use super::log::lines;
use super::segment::{Segment, reading};
use super::transcript::Entry;
use crate::span::Span;
use nom::bytes::complete::{tag, take_until, take_while1};
use nom::character::complete::{one_of, tab};
use nom::combinator::{consumed, opt, recognize, rest};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A label track.
pub(super) const FORMAT: Format = Format {
    name: "label-track",
    kind: Kind::Transcript,
    looks: "lines `12.300000 TAB 14.500000 TAB words`",
    takes: "the label, its start (seconds from the recording's start) and its speaker (`[[Name]]`)",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is a label track.
const SAMPLE: usize = 40;

fn fits(file: &File) -> bool {
    let said = || {
        lines(file.text)
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE)
    };
    let labels = said().filter(|line| label(line).is_ok()).count();
    let others = said()
        .filter(|line| label(line).is_err() && !line.starts_with('\\'))
        .count();
    others <= labels && said().next().is_some_and(|line| label(line).is_ok())
}

fn read(file: &File) -> Reading {
    let mut segments = Vec::new();
    let mut others = Vec::new();
    for line in lines(file.text).filter(|line| !line.trim().is_empty()) {
        let span = Span::within(file.text, line).trim(file.text);
        match label(line) {
            Ok((_, label)) => segments.push(Segment {
                span,
                time: Some((
                    label.start,
                    Some(label.end),
                    Span::within(file.text, label.stamp),
                )),
                grain: 1,
                speaker: label.speaker.map(|name| Span::within(file.text, name)),
                text: Span::within(file.text, label.words).trim(file.text),
            }),
            Err(_) if line.starts_with('\\') => others.push(Entry::About(span)),
            Err(_) => others.push(Entry::Unread(span)),
        }
    }
    reading(file.text, &segments, others)
}

struct Label<'a> {
    stamp: &'a str,
    start: i64,
    end: i64,
    speaker: Option<&'a str>,
    words: &'a str,
}

fn label(line: &str) -> IResult<&str, Label<'_>> {
    let speaker = delimited(tag("[["), take_until("]]"), tag("]]"));
    (
        terminated(consumed(seconds), tab),
        terminated(seconds, tab),
        opt(speaker),
        rest,
    )
        .map(|((stamp, start), end, speaker, words)| Label {
            stamp,
            start,
            end,
            speaker,
            words,
        })
        .parse(line)
}

/// `12.300000`, `12,3`, in milliseconds
fn seconds(input: &str) -> IResult<&str, i64> {
    let digits = || take_while1(|c: char| c.is_ascii_digit());
    recognize((digits(), opt(preceded(one_of(".,"), digits()))))
        .map_opt(|number: &str| milliseconds(number.replace(',', ".").parse().ok()?))
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_start_an_end_and_words() {
        let read = |line| {
            label(line)
                .map(|(_, it)| (it.start, it.end, it.speaker, it.words))
                .ok()
        };
        assert_eq!(read("1.500000\t2,25\tgo"), Some((1500, 2250, None, "go")));
        assert_eq!(
            read("0.5\t1.0\t[[A 1]]go\tnow"),
            Some((500, 1000, Some("A 1"), "go\tnow"))
        );
        assert_eq!(read("1.5\tgo"), None);
        assert_eq!(read("start\tend\ttext"), None);
    }
}
