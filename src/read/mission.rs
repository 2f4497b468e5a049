//! Air-to-ground transcripts of space flights, stamped in the time since launch.
//!
//! ```abnf
//! transcript = *( stamped / turn / about / continuation )
//! stamped    = elapsed [ gap ( turn / column ) ]
//! elapsed    = [ "[" ] ["-"] days mark hours mark minutes mark seconds [ "]" ]
//! mark       = ":" / " "                       ; one kind throughout
//! turn       = name ":" gap words              ; `CC:  Roger.`
//! column     = 2*8UPPER gap words              ; `CMP words`
//! about      = "_" name ":" words              ; `_page : 168`
//! ```
//!
//! Days count from 0: `02:07:55:42` is two days, seven hours and some after launch.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::log::line::labelled;
use super::log::lines;
use super::segment::{Segment, no_time, reading};
use super::transcript::Entry;
use crate::lexicon::has;
use crate::lexicon::speech::OF_THE_PAGE;
use crate::span::Span;
use crate::time::SECOND;
use nom::Parser;
use nom::character::complete::{char, digit1, space0};
use nom::combinator::{opt, recognize};
use nom::sequence::preceded;
use stamp::{column, is_shown, stamp, typed};

mod stamp;

/// A transcript in mission time.
pub(super) const FORMAT: Format = Format {
    name: "mission",
    kind: Kind::Transcript,
    looks: "lines that open with days, hours, minutes and seconds: `[02:07:55:42]`, `02 07 55 20 CMP …`, or with hours and a speaker: `42 38 43 P …`",
    takes: "the words and the speaker of each turn, and the time since launch that it stands under",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is a transcript in mission time.
const SAMPLE: usize = 200;

fn fits(file: &File) -> bool {
    const FEWEST: usize = 2;
    /// A turn has few lines.
    const SHARE: usize = 12;
    /// Of turns that are not all typed so each has few lines.
    const SHARE_OF_OTHERS: usize = 4;
    let said = || {
        lines(file.text)
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .take(SAMPLE)
    };
    let all = said().count();
    let enough = |stamped: usize, share| FEWEST <= stamped && all <= stamped * share;
    enough(said().filter(|line| typed(line).is_ok()).count(), SHARE)
        || enough(
            said().filter(|line| is_shown(line)).count(),
            SHARE_OF_OTHERS,
        )
}

fn read(file: &File) -> Reading {
    let mut draft = Draft {
        text: file.text,
        segments: Vec::new(),
        others: Vec::new(),
        no_times: Vec::new(),
        stamp: None,
        is_open: false,
    };
    for line in lines(file.text) {
        draft.add(line.trim());
    }
    let mut read = reading(file.text, &draft.segments, draft.others);
    let no_times = draft.no_times.into_iter();
    read.remarks
        .extend(no_times.map(|span| no_time(file.text, span)));
    read
}

struct Draft<'a> {
    text: &'a str,
    segments: Vec<Segment>,
    others: Vec<Entry>,
    /// Stamps that no clock can show.
    no_times: Vec<Span>,
    /// The stamp that the next turn stands under, and how fine it is.
    stamp: Option<(i64, i64, Span)>,
    /// Whether the next line may go on with the last turn.
    is_open: bool,
}

impl<'a> Draft<'a> {
    fn add(&mut self, line: &'a str) {
        if line.is_empty() {
            self.is_open = false;
        } else if let Some(stamp) = stamp(line) {
            let written = self.span(stamp.written);
            self.stamp = stamp.since_start.map(|since| (since, stamp.grain, written));
            if stamp.since_start.is_none() {
                self.no_times.push(written);
            }
            self.is_open = false;
            let rest = stamp.rest;
            if rest.is_empty() {
                self.others.push(Entry::About(self.span(line)));
            } else if let Ok((words, name)) = column(rest) {
                self.turn(line, Some(name), words.trim_start());
            } else {
                self.labelled(line, rest);
            }
        } else if line.starts_with('_') || self.is_furniture(line) {
            self.is_open &= line.starts_with('_');
            self.others.push(Entry::About(self.span(line)));
        } else if is_damaged(line) {
            // a stamp that no clock can show; what follows it has no time
            self.stamp = None;
            self.is_open = false;
            self.others.push(Entry::Unread(self.span(line)));
        } else if labelled(line).is_some() || !self.is_open {
            self.labelled(line, line);
        } else if let Some(last) = self.segments.last_mut() {
            let span = Span::within(self.text, line);
            last.span = last.span.join(span);
            last.text = last.text.join(span);
        }
    }

    /// Whether a line is of the page, not of the flight: `Page 12`, `Tape 3/1`, and, where nobody is speaking,
    /// `Section CARNARVON`
    fn is_furniture(&self, line: &str) -> bool {
        let (word, rest) = line.split_once([' ', ':']).unwrap_or((line, ""));
        let is_numbered =
            rest.trim().starts_with(|c: char| c.is_ascii_digit()) && !rest.contains(' ');
        let is_said = line.ends_with(['.', '?', '!']);
        has(OF_THE_PAGE, &word.to_lowercase()) && (is_numbered || !self.is_open && !is_said)
    }

    fn labelled(&mut self, line: &'a str, rest: &'a str) {
        match labelled(rest) {
            Some(turn) => self.turn(line, turn.label.name, turn.text),
            None => self.turn(line, None, rest),
        }
    }

    fn turn(&mut self, line: &'a str, name: Option<&'a str>, words: &'a str) {
        // a second turn under one stamp comes later, nobody says when
        let stamp = self.stamp.take();
        self.segments.push(Segment {
            span: self.span(line),
            time: stamp.map(|(since_start, _, words)| (since_start, None, words)),
            grain: stamp.map_or(SECOND, |(_, grain, _)| grain),
            speaker: name.map(|name| self.span(name)),
            text: self.span(words),
        });
        self.is_open = true;
    }

    fn span(&self, words: &str) -> Span {
        Span::within(self.text, words)
    }
}

/// Whether a line opens with figures like a stamp's, or stands in brackets as one does.
fn is_damaged(line: &str) -> bool {
    let figures = recognize((
        digit1::<&str, nom::error::Error<&str>>,
        char(':'),
        digit1,
        char(':'),
        digit1,
    ));
    let is_clocked = preceded((opt(char('[')), space0), figures)
        .parse(line)
        .is_ok();
    let is_boxed = line.starts_with('[') && line.ends_with(']') && line.contains(':');
    is_clocked || is_boxed && line.contains(|c: char| c.is_ascii_digit())
}
