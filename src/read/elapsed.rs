//! Transcripts of recordings as people and services write them, stamped in the time since the start.
//!
//! `Ada Holm  0:12`, `0:15` (Otter), `Speaker 1 (00:12): words` (Rev, Trint, Descript), `28:30 words`
//!
//! ```abnf
//! transcript = *( head *line / about )
//! head       = named / aside / alone / clocked
//! named      = name 2gap time                                ; one gap behind `Speaker 3`; words on the next line
//! aside      = name [gap] "(" time ")" [ ":" ] [ words ]
//! alone      = time
//! clocked    = ( time / "[" time "]" ) ( gap / "-" ) words
//! time       = [ 1*2DIGIT ":" ] 1*2DIGIT ":" 2DIGIT          ; minutes run to 99 without hours
//! ```
//!
//! `14:02` can be a time of day as well. It counts from the start of the recording where the service names
//! itself, where the first turn lies in the first minutes, where all who speak are numbered as speech-to-text
//! does (`Speaker 3`), or where others can be no time of day (`28:30`); otherwise the text is left to the logs.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::line::{is_name, labelled};
use super::log::lines;
use super::segment::{Segment, no_time, reading};
use super::transcript::Entry;
use crate::span::Span;
use crate::time::{HOUR, MINUTE, SECOND};
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of, space0, space1};
use nom::combinator::{consumed, eof, opt, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A transcript in the time since a recording's start.
pub(super) const FORMAT: Format = Format {
    name: "elapsed",
    kind: Kind::Transcript,
    looks: "lines `Name  0:12`, `Speaker 1 (00:12):`, or `28:30 words` where no clock can show some of them",
    takes: "the words and the speaker of each turn, and its time since the recording's start",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is such a transcript.
const SAMPLE: usize = 400;
/// The line by which a service names itself.
const FOOTER: &str = "https://otter.ai";

fn fits(file: &File) -> bool {
    const FEWEST: usize = 2;
    const SHARE: usize = 8;
    const OPENING: i64 = 5 * MINUTE;
    /// One in so many can be no time of day; fewer are slips.
    const OTHERS: usize = 5;
    let said: Vec<&str> = lines(file.text)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(SAMPLE)
        .collect();
    let heads: Vec<Head> = said
        .iter()
        .filter_map(|line| head(line))
        .filter(|head| head.since_start.is_some())
        .collect();
    let Some(first) = heads
        .first()
        .filter(|_| FEWEST <= heads.len() && said.len() <= heads.len() * SHARE)
    else {
        return false;
    };
    // a table of units and times has no words below them
    let bare = said.iter().zip(said.iter().skip(1));
    let bare = bare.filter(|(line, next)| {
        head(line).is_some_and(|it| it.words.is_empty()) && head(next).is_some()
    });
    if heads.len() < 2 * bare.count() {
        return false;
    }
    let no_clock = heads.iter().filter(|head| head.is_no_clock).count();
    let is_counted = FEWEST <= no_clock && heads.len() <= no_clock * OTHERS;
    // lines with words are a log's that begin in the first minute; it tells them too
    let is_turns = heads.iter().all(|head| head.shape != Shape::Clocked);
    let is_machine = heads
        .iter()
        .all(|head| head.speaker.is_some_and(is_told_apart));
    let is_begun = first.since_start < Some(OPENING) || file.text.contains(FOOTER);
    is_counted || is_turns && (is_begun || is_machine)
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut segments: Vec<Segment> = Vec::new();
    let mut others = Vec::new();
    let mut no_times = Vec::new();
    for line in lines(text).map(str::trim).filter(|line| !line.is_empty()) {
        let span = Span::within(text, line);
        if line.ends_with(FOOTER) {
            others.push(Entry::About(span));
        } else if let Some(head) = head(line) {
            if head.since_start.is_none() {
                no_times.push(Span::within(text, head.stamp));
            }
            segments.push(Segment {
                span,
                time: head
                    .since_start
                    .map(|start| (start, None, Span::within(text, head.stamp))),
                grain: SECOND,
                speaker: head.speaker.map(|name| Span::within(text, name)),
                text: Span::within(text, head.words),
            });
        } else if let Some(last) = segments.last_mut() {
            last.span = last.span.join(span);
            last.text = if last.text.is_empty() {
                span
            } else {
                last.text.join(span)
            };
        } else {
            others.push(Entry::About(span));
        }
    }
    let mute = segments.iter().filter(|segment| segment.text.is_empty());
    others.extend(mute.map(|segment| Entry::Unread(segment.span)));
    let mut read = reading(text, &segments, others);
    let no_times = no_times.into_iter().map(|span| no_time(text, span));
    read.remarks.extend(no_times);
    read
}

/// The line that begins a turn.
#[derive(Clone, Copy)]
struct Head<'a> {
    shape: Shape,
    stamp: &'a str,
    /// In milliseconds; `99:99` is no time.
    since_start: Option<i64>,
    /// Whether no clock shows its time: `28:30`
    is_no_clock: bool,
    speaker: Option<&'a str>,
    words: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `Ada Holm  0:12`
    Named,
    /// `Speaker 1 (00:12): words`
    Aside,
    /// `0:15`
    Alone,
    /// `28:30 words`
    Clocked,
}

fn head(line: &str) -> Option<Head<'_>> {
    clocked(line)
        .or_else(|| aside(line))
        .or_else(|| named(line))
}

/// `0:15`, `28:30 words`, `[28:30] Name: words`, `28:30 - words`
fn clocked(line: &str) -> Option<Head<'_>> {
    let bracketed = delimited(char('['), consumed(time), char(']'));
    let dash = value((), (space0, one_of("-–—"), space0));
    let end = alt((dash, value((), space1), value((), eof)));
    let (words, ((stamp, time), ())) = (alt((bracketed, consumed(time))), end).parse(line).ok()?;
    if words.is_empty() {
        return Some(time.head(Shape::Alone, stamp, None, words));
    }
    let turn = labelled(words);
    let (name, words) = turn.map_or((None, words), |turn| (turn.label.name, turn.text));
    Some(time.head(Shape::Clocked, stamp, name, words))
}

/// `Speaker 1 (00:12): words`
fn aside(line: &str) -> Option<Head<'_>> {
    let (name, behind) = line.split_once('(')?;
    let (words, (stamp, time)) = terminated(consumed(time), (char(')'), opt(char(':'))))
        .parse(behind)
        .ok()?;
    let name = name.trim_end();
    is_name(name).then(|| time.head(Shape::Aside, stamp, Some(name), words))
}

/// `Ada Holm  0:12`, `Speaker 3 0:12`
fn named(line: &str) -> Option<Head<'_>> {
    let near = || {
        line.rsplit_once(' ')
            .filter(|(name, _)| is_told_apart(name))
    };
    let gap = line.rsplit_once("  ").or_else(|| line.rsplit_once('\t'));
    let (name, stamp) = gap.or_else(near)?;
    let (rest, (stamp, time)) = preceded(space0, consumed(time)).parse(stamp).ok()?;
    let name = name.trim_end();
    (rest.is_empty() && is_name(name)).then(|| time.head(Shape::Named, stamp, Some(name), rest))
}

/// `Speaker 3`, `SPEAKER_03`, as speech-to-text calls those that it tells apart
fn is_told_apart(name: &str) -> bool {
    const WORD: &str = "speaker";
    let (word, number) = name.split_at_checked(WORD.len()).unwrap_or(("", ""));
    let number = number.trim_start_matches([' ', '_']);
    word.eq_ignore_ascii_case(WORD)
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    since_start: Option<i64>,
    is_no_clock: bool,
}

impl Time {
    fn head<'a>(
        self,
        shape: Shape,
        stamp: &'a str,
        speaker: Option<&'a str>,
        words: &'a str,
    ) -> Head<'a> {
        Head {
            shape,
            stamp,
            since_start: self.since_start,
            is_no_clock: self.is_no_clock,
            speaker,
            words: words.trim(),
        }
    }
}

/// `0:15`, `28:30`, `1:02:30`; figures like them that are no time too
fn time(input: &str) -> IResult<&str, Time> {
    let figures = |input| {
        take_while_m_n(1, 2, |c: char| c.is_ascii_digit())
            .map_res(|digits: &str| digits.parse().map(|number: i64| (number, digits.len())))
            .parse(input)
    };
    let more = || preceded(char(':'), figures);
    (figures, more(), opt(more()))
        .map(|((first, _), (second, width), third)| {
            let last = third.map_or(width, |(_, width)| width);
            let third = third.map(|(third, _)| third);
            let (hours, minutes, seconds) =
                third.map_or((0, first, second), |third| (first, second, third));
            let is_time =
                width == 2 && last == 2 && seconds < 60 && (third.is_none() || minutes < 60);
            let since_start = hours * HOUR + minutes * MINUTE + seconds * SECOND;
            Time {
                since_start: Some(since_start).filter(|_| is_time),
                is_no_clock: is_time && third.is_none() && 24 <= minutes,
            }
        })
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<(i64, Option<&str>, &str)> {
        let head = head(line)?;
        Some((head.since_start? / SECOND, head.speaker, head.words))
    }

    #[test]
    fn a_head_has_a_time_and_perhaps_a_speaker() {
        assert_eq!(told("Ada Holm  0:12"), Some((12, Some("Ada Holm"), "")));
        assert_eq!(
            told("Ada Holm  1:00:12"),
            Some((3612, Some("Ada Holm"), ""))
        );
        assert_eq!(
            told("Speaker 1 (00:12): go"),
            Some((12, Some("Speaker 1"), "go"))
        );
        assert_eq!(told("0:15"), Some((15, None, "")));
        assert_eq!(
            told("28:30 The door is open"),
            Some((1710, None, "The door is open"))
        );
        assert_eq!(
            told("[28:30] Dispatch: go"),
            Some((1710, Some("Dispatch"), "go"))
        );
        for other in [
            "Ada Holm 0:12",
            "go on  then 0:12",
            "28:61 x",
            "3:4 x",
            "28:30pm",
            "It was (0:12)",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    #[test]
    fn a_clock_is_left_to_the_logs() {
        let is = |text| fits(&File::new("x.txt", text));
        assert!(is("Ada Holm  0:12\nGo.\n\nBo Reed  0:20\nGoing.\n"));
        assert!(is("SPEAKER 3 01:00:00\nGo.\nSPEAKER 12 01:00:20\nGoing.\n"));
        assert!(!is("Engine 3 01:00:00\nGo.\nEngine 12 01:00:20\nGoing.\n"));
        assert!(is("28:30 The door\n28:16 10-4\n29:01 Go\n"));
        assert!(!is("Engine 7  14:02\nGo.\nMedic 3  14:05\nGoing.\n"));
        assert!(!is("Engine 7  0:02\nMedic 3  0:05\nTruck 1  0:09\n"));
        assert!(!is("14:02 Engine 7: go\n14:03 Medic 3: go\n28:30 slip\n"));
        assert!(!is("The call came at 0:12\nand again.\n"));
    }
}
