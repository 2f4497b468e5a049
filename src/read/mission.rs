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
use super::segment::{Segment, reading};
use super::transcript::Entry;
use crate::span::Span;
use crate::time::{DAY, HOUR, MINUTE, SECOND};
use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, space0, space1};
use nom::combinator::{consumed, eof, not, opt, peek, recognize, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A transcript in mission time.
pub(super) const FORMAT: Format = Format {
    name: "mission",
    kind: Kind::Transcript,
    looks: "lines that open with days, hours, minutes and seconds: `[02:07:55:42]`, `02 07 55 20 CMP …`",
    takes: "the words and the speaker of each turn, and the time since launch that it stands under",
    reader: Reader::Text { fits, read },
};

/// So many lines show whether a text is a transcript in mission time.
const SAMPLE: usize = 200;

fn fits(file: &File) -> bool {
    const FEWEST: usize = 2;
    /// A turn has few lines.
    const SHARE: usize = 12;
    let said = || {
        lines(file.text)
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE)
    };
    let stamped = said().filter(|line| stamp(line.trim()).is_ok()).count();
    FEWEST <= stamped && said().count() <= stamped * SHARE
}

fn read(file: &File) -> Reading {
    let mut draft = Draft {
        text: file.text,
        segments: Vec::new(),
        others: Vec::new(),
        stamp: None,
        is_open: false,
    };
    for line in lines(file.text) {
        draft.add(line.trim());
    }
    reading(file.text, &draft.segments, draft.others)
}

struct Draft<'a> {
    text: &'a str,
    segments: Vec<Segment>,
    others: Vec<Entry>,
    /// The stamp that the next turn stands under.
    stamp: Option<(i64, Span)>,
    /// Whether the next line may go on with the last turn.
    is_open: bool,
}

impl<'a> Draft<'a> {
    fn add(&mut self, line: &'a str) {
        if line.is_empty() {
            self.is_open = false;
        } else if let Ok((rest, (written, since_start))) = consumed(stamp).parse(line) {
            self.stamp = Some((since_start, self.span(written)));
            self.is_open = false;
            let rest = rest.trim_start();
            if rest.is_empty() {
                self.others.push(Entry::About(self.span(line)));
            } else if let Ok((words, name)) = column(rest) {
                self.turn(line, Some(name), words.trim_start());
            } else {
                self.labelled(line, rest);
            }
        } else if line.starts_with('_') {
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

    fn labelled(&mut self, line: &'a str, rest: &'a str) {
        match labelled(rest) {
            Some(turn) => self.turn(line, turn.label.name, turn.text),
            None => self.turn(line, None, rest),
        }
    }

    fn turn(&mut self, line: &'a str, name: Option<&'a str>, words: &'a str) {
        self.segments.push(Segment {
            span: self.span(line),
            // a second turn under one stamp comes later, nobody says when
            time: self
                .stamp
                .take()
                .map(|(since_start, words)| (since_start, None, words)),
            grain: SECOND,
            speaker: name.map(|name| self.span(name)),
            text: self.span(words),
        });
        self.is_open = true;
    }

    fn span(&self, words: &str) -> Span {
        Span::within(self.text, words)
    }
}

/// `[02:07:55:42]`, `02 07 55 20`, `102:07:55:42`, in milliseconds
fn stamp(input: &str) -> IResult<&str, i64> {
    let bracketed = delimited(char('['), alt((elapsed(':'), elapsed(' '))), char(']'));
    let end = || alt((value((), space1), value((), eof)));
    let bare = terminated(alt((elapsed(':'), elapsed(' '))), peek(end()));
    alt((bracketed, bare)).parse(input)
}

fn elapsed<'a>(
    mark: char,
) -> impl Parser<&'a str, Output = i64, Error = nom::error::Error<&'a str>> {
    let digits = |least, most| {
        take_while_m_n(least, most, |c: char| c.is_ascii_digit()).map_res(str::parse::<i64>)
    };
    let fifth = (char(mark), digit1);
    (
        opt(char('-')),
        digits(1, 3),
        preceded(char(mark), digits(2, 2)),
        preceded(char(mark), digits(2, 2)),
        terminated(preceded(char(mark), digits(2, 2)), not(fifth)),
    )
        .map_opt(|(sign, days, hours, minutes, seconds)| {
            let since = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
            let is_time = hours < 24 && minutes < 60 && seconds < 60;
            is_time.then_some(if sign.is_some() { -since } else { since })
        })
}

/// `CMP`, a speaker in a column of its own
fn column(input: &str) -> IResult<&str, &str> {
    let name = take_while_m_n(2, 8, |c: char| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || c == '/'
    });
    let begins = peek(take_while1(|c: char| c.is_ascii_uppercase()));
    terminated(preceded(begins, name), space1).parse(input)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mission_time_has_days() {
        let read = |line| stamp(line).map(|(_, since)| since).ok();
        let since = 2 * DAY + 7 * HOUR + 55 * MINUTE + 42 * SECOND;
        assert_eq!(read("[02:07:55:42]"), Some(since));
        assert_eq!(read("002:07:55:42 CC"), Some(since));
        assert_eq!(read("02 07 55 42 CMP yes"), Some(since));
        assert_eq!(read("[-00:00:00:10]"), Some(-10 * SECOND));
        assert_eq!(read("02:27:55:42"), None);
        assert_eq!(read("07:55:42 CC"), None);
        assert_eq!(read("01 23 45 67 89"), None);
        assert_eq!(read("02 07 55 42 89"), None);
    }
}
