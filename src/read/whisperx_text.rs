//! WhisperX's text: a line a segment, who speaks before it, no times.
//!
//! ```abnf
//! line = [ "[" ( "SPEAKER_" 2*DIGIT / "UNKNOWN" ) "]:" SP ] words
//! ```

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::lines;
use super::segment::{self, Segment};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{digit1, space0};
use nom::combinator::{recognize, rest};
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// WhisperX's text.
pub(super) const FORMAT: Format = Format {
    name: "whisperx-text",
    kind: Kind::Transcript,
    looks: "at least two lines `[SPEAKER_00]: …`, and no more of others",
    takes: "the words of each line and who speaks; no times, the order alone",
    reader: Reader::Text { fits, read },
};

/// So many lines show who speaks in a text;
const SAMPLE: usize = 100;
/// so many with a speaker are no accident.
const ENOUGH: usize = 2;

fn fits(file: &File) -> bool {
    let (mut all, mut spoken) = (0, 0);
    let words = lines(file.text).map(str::trim);
    for words in words.filter(|words| !words.is_empty()).take(SAMPLE) {
        all += 1;
        spoken += usize::from(line(words).is_ok());
    }
    ENOUGH <= spoken && all <= 2 * spoken
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let words = lines(text).map(str::trim).filter(|words| !words.is_empty());
    let segments: Vec<Segment> = words
        .map(|words| {
            let (speaker, said) =
                line(words).map_or((None, words), |(_, (name, said))| (Some(name), said));
            Segment {
                span: Span::within(text, words),
                time: None,
                grain: 1,
                speaker: speaker.map(|name| Span::within(text, name)),
                text: Span::within(text, said),
            }
        })
        .collect();
    segment::reading(text, &segments, Vec::new())
}

/// Who speaks, and the words.
fn line(input: &str) -> IResult<&str, (&str, &str)> {
    let name = alt((recognize((tag("SPEAKER_"), digit1)), tag("UNKNOWN")));
    (delimited(tag("["), name, (tag("]:"), space0)), rest).parse(input)
}
