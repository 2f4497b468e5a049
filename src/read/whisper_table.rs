//! The tables that openai-whisper (TSV) and whisper.cpp (CSV) write: `start`, `end` in whole milliseconds
//! from the recording's start, `speaker` if two channels were told apart, `text`.
//!
//! ```abnf
//! head = "start" mark "end" [ mark "speaker" ] mark "text"
//! row  = 1*DIGIT mark 1*DIGIT [ mark cell ] mark words
//! mark = HTAB / ","
//! cell = *char / DQUOTE *( char / 2DQUOTE ) DQUOTE
//! ```

use super::Kind;
use super::extract::Extract;
use super::format::{File, Format, Reader, Reading};
use super::log::lines;
use super::segment::{self, Segment};
use super::speech::milliseconds;
use super::transcript::Entry;
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::{char, digit0, digit1, none_of};
use nom::combinator::{cond, consumed, recognize, rest};
use nom::multi::many0_count;
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

/// Whisper's tables.
pub(super) const FORMAT: Format = Format {
    name: "whisper-table",
    kind: Kind::Transcript,
    looks: "a first line `start`, `end`, `text` (or with `speaker`), with tabs or commas between",
    takes: "the words of each row, `start` (milliseconds from the recording's start) and the speaker",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    lines(file.text).next().and_then(head).is_some()
}

/// How the rows of a table are written.
#[derive(Clone, Copy)]
struct Head {
    mark: char,
    has_speaker: bool,
}

/// The table that a first line begins.
fn head(line: &str) -> Option<Head> {
    ['\t', ','].into_iter().find_map(|mark| {
        let names: Vec<&str> = line
            .trim_end()
            .split(mark)
            .map(|it| it.trim_matches('"'))
            .collect();
        let has_speaker = match names[..] {
            ["start", "end", "text"] => false,
            ["start", "end", "speaker", "text"] => true,
            _ => return None,
        };
        Some(Head { mark, has_speaker })
    })
}

fn read(file: &File) -> Reading {
    let mut extract = Extract::of(file.text);
    let mut segments = Vec::new();
    let mut others = Vec::new();
    let shape = lines(file.text).next().and_then(head).unwrap_or(Head {
        mark: '\t',
        has_speaker: false,
    });
    for (at, line) in lines(file.text).enumerate() {
        let place = |words: &str| Span::within(file.text, words).range();
        if line.trim().is_empty() {
            continue;
        }
        let Ok((_, row)) = row(shape, line) else {
            let span = extract.words(place(line.trim()));
            let entry = if at == 0 { Entry::About } else { Entry::Unread };
            others.push(entry(span));
            continue;
        };
        let stamp = extract.words(place(row.stamp));
        let speaker = row.speaker.map(|name| extract.cell(place(name)));
        let text = extract.cell(place(row.text));
        segments.push(Segment {
            span: text,
            time: Some((row.start, row.end, stamp)),
            grain: 1,
            speaker,
            text,
        });
    }
    let read = segment::reading(extract.text(), &segments, others);
    Reading {
        extracted: Some(extract.finish()),
        ..read
    }
}

/// One row as written.
struct Row<'a> {
    /// In milliseconds.
    start: i64,
    end: Option<i64>,
    stamp: &'a str,
    speaker: Option<&'a str>,
    text: &'a str,
}

fn row(head: Head, input: &str) -> IResult<&str, Row<'_>> {
    let mark = || char(head.mark);
    let number = || digit1.map_opt(|digits: &str| whole(digits));
    (
        terminated(consumed(number()), mark()),
        terminated(digit0, mark()),
        cond(head.has_speaker, terminated(cell(head.mark), mark())),
        rest,
    )
        .map(|((stamp, start), end, speaker, words)| {
            let (label, text) = labelled(unquoted(words));
            let speaker = speaker.map(unquoted).or(label);
            Row {
                start,
                end: whole(end),
                stamp,
                speaker: speaker.filter(|name| !matches!(*name, "" | "?")),
                text,
            }
        })
        .parse(input)
}

/// Whole milliseconds.
fn whole(digits: &str) -> Option<i64> {
    milliseconds(digits.parse::<f64>().ok()? / 1000.0)
}

/// A cell, in quotation marks or without.
fn cell<'a>(
    mark: char,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    let inside = many0_count(alt((recognize(none_of("\"")), tag("\"\""))));
    let quoted = recognize(delimited(char('"'), inside, char('"')));
    alt((quoted, take_while(move |c| c != mark)))
}

/// A cell without its quotation marks.
fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    let inside = cell.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inside.unwrap_or(cell).trim()
}

/// `[[SPEAKER_00]]Boat 2?`, as WhisperX writes it: who speaks, and the words.
fn labelled(words: &str) -> (Option<&str>, &str) {
    let label = words
        .strip_prefix("[[")
        .and_then(|rest| rest.split_once("]]"));
    label.map_or((None, words), |(name, said)| (Some(name), said.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_shape_of_its_head() {
        let read = |first: &str, line: &str| {
            let head = head(first)?;
            let (_, row) = row(head, line).ok()?;
            Some((
                row.start,
                row.speaker.map(str::to_owned),
                row.text.to_owned(),
            ))
        };
        let some = |name: &str| Some(name.to_owned());
        let copy = "copy".to_owned();
        assert_eq!(
            read("start\tend\ttext", "310\t900\tcopy"),
            Some((310, None, copy.clone()))
        );
        assert_eq!(
            read("start\tend\ttext", "310\t900\t[[SPEAKER_01]]copy"),
            Some((310, some("SPEAKER_01"), copy.clone()))
        );
        assert_eq!(
            read("start,end,text", "310,900,\" copy\""),
            Some((310, None, copy.clone()))
        );
        assert_eq!(
            read("start,end,speaker,text", "310,900,\"1\",\" copy\""),
            Some((310, some("1"), copy))
        );
        assert_eq!(read("start,end,text", "0.31,0.9,copy"), None);
        assert!(head("start,stop,text").is_none());
    }
}
