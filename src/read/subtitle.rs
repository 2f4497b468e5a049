//! Subtitles: SubRip (`.srt`), WebVTT (`.vtt`, W3C WebVTT) and those of `SubViewer` (`.sbv`).
//!
//! ```abnf
//! cue    = [ id LF ] timing LF 1*( words LF )
//! timing = time *WSP "-->" *WSP time [ settings ] / time "," time
//! time   = [ 1*DIGIT ":" ] 1*2DIGIT ":" 1*2DIGIT ( "," / "." ) 1*3DIGIT
//! ```

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::line::{is_unit, labelled};
use super::log::lines;
use super::segment::{self, Segment};
use super::transcript::Entry;
use crate::span::Span;
use crate::time::{HOUR, MINUTE, SECOND};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{consumed, eof, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use std::collections::BTreeMap;

/// SubRip, WebVTT and `SubViewer`.
pub(super) const FORMAT: Format = Format {
    name: "subtitle",
    kind: Kind::Transcript,
    looks: "lines `00:01:02,500 --> 00:01:04,000` or `0:01:02.500,0:01:04.000`, or a first line `WEBVTT`",
    takes: "the words of each cue, its start (from the recording's start) and its voice (`<v Name>`, `Name: `)",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is subtitles.
const SAMPLE: usize = 40;

fn fits(file: &File) -> bool {
    file.text.starts_with("WEBVTT")
        || lines(file.text)
            .take(SAMPLE)
            .any(|line| timing(line.trim()).is_ok())
}

fn read(file: &File) -> Reading {
    let mut draft = Draft {
        text: file.text,
        segments: Vec::new(),
        others: Vec::new(),
        before: Vec::new(),
        cue: None,
    };
    for line in lines(file.text) {
        draft.add(line);
    }
    draft.end_cue();
    draft.leave();
    draft.name();
    segment::reading(file.text, &draft.segments, draft.others)
}

struct Draft<'a> {
    text: &'a str,
    segments: Vec<Segment>,
    others: Vec<Entry>,
    /// The lines since the last cue, which may be the next one's id.
    before: Vec<Span>,
    cue: Option<Segment>,
}

impl<'a> Draft<'a> {
    fn add(&mut self, line: &'a str) {
        let words = line.trim();
        let span = Span::within(self.text, words);
        if words.is_empty() {
            self.end_cue();
            self.leave();
        } else if let Ok((_, ((stamp, start), end))) = timing(words) {
            self.end_cue();
            // the line above may be the cue's id
            let id = self.before.pop();
            self.leave();
            self.cue = Some(Segment {
                span: id.map_or(span, |id| id.join(span)),
                time: Some((start, Some(end), Span::within(self.text, stamp))),
                grain: 1,
                speaker: None,
                text: Span {
                    start: span.end,
                    end: span.end,
                },
            });
        } else if let Some(cue) = &mut self.cue {
            let (speaker, said) = voice(words);
            cue.speaker = cue
                .speaker
                .or(speaker.map(|name| Span::within(self.text, name)));
            let said = Span::within(self.text, said);
            cue.text = if cue.text.is_empty() {
                said
            } else {
                cue.text.join(said)
            };
            cue.span = cue.span.join(span);
        } else {
            self.before.push(span);
        }
    }

    /// Takes who speaks from the words, as meeting services and people write it: `Ada Holm: go ahead`. What
    /// stands so but once may be a turn of speech, unless it is a unit.
    fn name(&mut self) {
        let labels: Vec<Option<(&str, Span)>> = self
            .segments
            .iter()
            .filter(|cue| cue.speaker.is_none())
            .map(|cue| {
                let turn = labelled(cue.text.of(self.text))?;
                let words = Span::within(self.text, turn.text);
                turn.label.name.map(|name| (name, words))
            })
            .collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, _) in labels.iter().flatten() {
            *times.entry(name).or_default() += 1;
        }
        let unnamed = self.segments.iter_mut().filter(|cue| cue.speaker.is_none());
        for (cue, label) in unnamed.zip(labels) {
            if let Some((name, words)) = label.filter(|(name, _)| 1 < times[name] || is_unit(name))
            {
                cue.speaker = Some(Span::within(self.text, name));
                cue.text = words;
            }
        }
    }

    fn end_cue(&mut self) {
        self.segments.extend(self.cue.take());
    }

    /// Lines that belong to no cue: the header, notes and styles of WebVTT say something of the file.
    fn leave(&mut self) {
        const BLOCKS: [&str; 4] = ["WEBVTT", "NOTE", "STYLE", "REGION"];
        let first = self.before.first().map(|span| span.of(self.text));
        let is_about = first.is_some_and(|first| BLOCKS.iter().any(|it| first.starts_with(it)));
        let entry = if is_about {
            Entry::About
        } else {
            Entry::Unread
        };
        self.others.extend(self.before.drain(..).map(entry));
    }
}

/// `<v Dispatch>Engine 7</v>`: who speaks, and the words.
fn voice(words: &str) -> (Option<&str>, &str) {
    let Some(rest) = words.strip_prefix("<v") else {
        return (None, words);
    };
    let Some((name, said)) = rest.split_once('>') else {
        return (None, words);
    };
    // classes stand between the `v` and the name: `<v.loud Dispatch>`
    let name = name.split_once(' ').map_or("", |(_, name)| name).trim();
    let said = said.strip_suffix("</v>").unwrap_or(said);
    (Some(name).filter(|name| !name.is_empty()), said.trim())
}

/// `00:01:02,500 --> 00:01:04,000`, `0:01:02.500,0:01:04.000`: from, as written too, and to, in milliseconds.
fn timing(input: &str) -> IResult<&str, ((&str, i64), i64)> {
    let arrow = value((), (space0, tag("-->"), space0));
    let arrowed = (terminated(consumed(time), arrow), time);
    let paired = (terminated(consumed(time), char(',')), terminated(time, eof));
    alt((arrowed, paired)).parse(input)
}

/// `00:01:02,500`, `01:02.500`: in milliseconds.
pub(super) fn time(input: &str) -> IResult<&str, i64> {
    let hours = terminated(take_while1(is_digit).map_res(str::parse::<i64>), tag(":"));
    alt(((hours, below_hour), below_hour.map(|below| (0, below))))
        .map_opt(|(hours, below)| hours.checked_mul(HOUR)?.checked_add(below))
        .parse(input)
}

/// `01:02,500`
fn below_hour(input: &str) -> IResult<&str, i64> {
    let pair = |input| {
        take_while_m_n(1, 2, is_digit)
            .map_res(str::parse::<i64>)
            .parse(input)
    };
    let fraction = preceded(one_of(",."), take_while_m_n(1, 3, is_digit));
    (terminated(pair, tag(":")), pair, fraction)
        .map_opt(|(minute, second, fraction): (_, _, &str)| {
            let fraction = format!("{fraction:0<3}").parse::<i64>().ok()?;
            (minute < 60 && second < 60).then(|| minute * MINUTE + second * SECOND + fraction)
        })
        .parse(input)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}
