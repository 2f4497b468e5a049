//! Plain-text radio logs: stamped lines, date headings, continuation lines.
//!
//! `[2024-02-29 13:12:04] IPD Dispatch (Unit 12): show me on scene`, `3:20:59 – Dispatcher: Car 4?`,
//! `Thursday, February 29, 2024`, `Unit 12: copy`
//!
//! ```abnf
//! log          = *( heading / transmission / unread / blank )
//! transmission = ( stamped / labelled ) *continuation
//! continuation = deeper-indented line / line without stamp and label, no blank line before it
//! ```

use super::article;
use super::format::{Format, Reader, Reading};
use super::transcript::{ClockStamp, Entry, Stamp, Transcript, Transmission};
use super::{Body, Kind};
use crate::lexicon::look_up;
use crate::lexicon::time::ZONES;
use crate::span::Span;
use chrono::FixedOffset;
use line::{Line, is_clocked, is_unit, labelled, names_channel, stamped};
use memchr::memchr_iter;

pub(super) mod heading;
pub mod line;
mod zone;

/// A log.
pub(super) const FORMAT: Format = Format {
    name: "log",
    kind: Kind::Transcript,
    looks: "lines with a stamp: `[2025-05-03 14:02:30] Dispatch: …`, `14:02 Engine 7: …`, `1402 hours`, `2:02 p.m.`",
    takes: "the stamp, the channel, the speaker, the unit and the words of each line; days from headings",
    reader: Reader::Text {
        fits: |file| is_log(file.text),
        read: |file| Reading::plain(Body::Transcript(log(file.text))),
    },
};

/// How many lines tell whether a text is a transcript.
const SAMPLE: usize = 400;
/// One line in so many has a stamp of its own,
const SHARE: usize = 4;
/// or one in so many where at least every second line has a stamp or a label.
const DIALOGUE_SHARE: usize = 16;
/// Of lines that somebody may have written up, one in so many says who speaks, if they were spoken.
const SPEAKER_SHARE: usize = 4;
/// So many stamped lines are no accident.
const ENOUGH: usize = 3;

/// Reads a text as a log; each line that is not blank is in exactly one entry.
///
/// ```
/// use squelch::read::log::log;
/// use squelch::read::transcript::Entry;
/// let text = "[2024-02-29 13:12:04] IPD Dispatch (Unit 12): show me\n  on scene\n";
/// let entries = log(text).entries;
/// let [Entry::Line(line)] = &entries[..] else { panic!("one transmission") };
/// assert_eq!(line.channel.unwrap().of(text), "IPD Dispatch");
/// assert_eq!(line.unit.unwrap().of(text), "Unit 12");
/// assert_eq!(line.text.of(text), "show me\n  on scene");
/// ```
pub fn log(text: &str) -> Transcript {
    let mut draft = Draft::of(text);
    for line in lines(text) {
        draft.add(line);
    }
    draft.finish()
}

/// Reads a text as spoken words, each line that is not blank a transmission without a time.
pub(super) fn spoken(text: &str) -> Transcript {
    let words = lines(text).map(str::trim).filter(|words| !words.is_empty());
    let line = |words: &str| {
        let label = labelled(words).map(|line| (line.label.name, line.text));
        let (speaker, said) = label.unwrap_or((None, words));
        let speaker = speaker.map(|name| Span::within(text, name));
        let is_unit = speaker.is_some_and(|name| is_unit(name.of(text)));
        Entry::Line(Transmission {
            span: Span::within(text, words),
            stamp: None,
            channel: None,
            speaker: speaker.filter(|_| !is_unit),
            unit: speaker.filter(|_| is_unit),
            text: Span::within(text, said),
        })
    };
    Transcript::of(words.map(line).collect())
}

/// Whether a text is a log, told from its content: enough of its lines have a stamp and words, and
/// they are not the sentences of somebody who wrote them up, under a byline or an opening of some words.
///
/// ```
/// use squelch::read::log::is_log;
/// assert!(is_log("13:12:04 Unit 12: copy\n13:12:09 Dispatch: 1312\n"));
/// assert!(!is_log("The call went out about 1:12 p.m.\n"));
/// ```
pub fn is_log(text: &str) -> bool {
    let (mut all, mut spoken, mut firm, mut named, mut written) = (0, 0, 0, 0, 0);
    let mut has_author = false;
    let sample = lines(text)
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE);
    for line in sample {
        let words = line.trim();
        let is_inside = 0 < spoken && line.starts_with(char::is_whitespace);
        if let Some(line) = stamped(words).filter(|line| !line.is_stamp_alone()) {
            spoken += 1;
            firm += usize::from(line.label != line::Label::default());
            written += usize::from(!line.bracketed && article::ends_sentence(line.text));
        } else if labelled(words).is_some() {
            named += 1;
        } else if is_inside || heading::heading(words).is_some() {
            continue;
        } else {
            has_author |=
                spoken == 0 && (article::byline(words).is_ok() || article::is_story(words));
        }
        all += 1;
    }
    let is_written = has_author && spoken < 2 * written && firm * SPEAKER_SHARE < spoken;
    let dialogue = all <= (spoken + named) * 2 && all <= spoken * DIALOGUE_SHARE;
    // two lines will do where each has a stamp and says who speaks
    let enough = ENOUGH <= spoken || spoken == all || (firm == spoken && all == spoken + named);
    0 < spoken && !is_written && enough && (all <= spoken * SHARE || dialogue)
}

/// The lines of a text without their ends, LF or CR LF.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes())
        .chain([text.len()])
        .map(move |end| {
            let line = &text[start..end];
            start = end + 1;
            line.strip_suffix('\r').unwrap_or(line)
        })
}

/// The transcript as far as it is read.
struct Draft<'a> {
    text: &'a str,
    entries: Vec<Entry>,
    /// The indent of the transmission that the next line may continue.
    open: Option<usize>,
    /// Whether the line before was blank.
    parted: bool,
    /// Whether a line has `Channel (Unit):`.
    paired: bool,
    /// Whether a stamp stands in brackets.
    bracketed: bool,
    /// The zone that a line states for all stamps.
    zone: Option<FixedOffset>,
}

impl<'a> Draft<'a> {
    fn of(text: &'a str) -> Self {
        Draft {
            text,
            entries: Vec::with_capacity(text.len() / 128),
            open: None,
            parted: false,
            paired: false,
            bracketed: false,
            zone: None,
        }
    }

    fn add(&mut self, line: &'a str) {
        let words = line.trim();
        if words.is_empty() {
            self.parted = true;
            return;
        }
        let indent = line.len() - line.trim_start().len();
        let deeper = self.open.is_some_and(|open| open < indent);
        let found = stamped(words).filter(|line| !deeper || line.is_firm());
        if let Some(line) = found {
            self.transmission(words, &line, indent);
        } else if let Some(date) = heading::heading(words) {
            let span = Span::within(self.text, words);
            self.entries.push(Entry::Heading { span, date });
            self.open = None;
        } else if deeper {
            self.continuation(words);
        } else if let Some(line) = labelled(words) {
            if !self.answers(&line) {
                self.transmission(words, &line, indent);
            }
        } else if self.open.is_some() && !self.parted && !is_clocked(words) {
            self.continuation(words);
        } else {
            let span = Span::within(self.text, words);
            // bare times below it need its day; among stamps it may be about anything
            let day = heading::dated(words).filter(|_| self.entries.iter().all(Entry::is_no_line));
            let zone = zone::stated(words);
            self.zone = self.zone.or(zone);
            self.entries.push(match day {
                Some(date) => Entry::Heading { span, date },
                None if zone.is_some() => Entry::About(span),
                None => Entry::Unread(span),
            });
            self.open = None;
        }
        self.parted = false;
    }

    fn transmission(&mut self, words: &str, line: &Line, indent: usize) {
        let mut entry = Transmission {
            span: self.span(words),
            stamp: line
                .stamp
                .map(|(stamp, words)| (Stamp::Clock(stamp), self.span(words))),
            channel: None,
            speaker: None,
            unit: None,
            text: self.span(line.text),
        };
        self.name(&mut entry, line);
        self.entries.push(Entry::Line(entry));
        self.bracketed |= line.bracketed;
        self.open = Some(indent);
    }

    /// Joins a label line to the stamp that stands alone right above it.
    fn answers(&mut self, line: &Line) -> bool {
        if self.parted || self.open.is_none() {
            return false;
        }
        match self.entries.pop() {
            Some(Entry::Line(mut above)) if above.is_mute() => {
                above.text = self.span(line.text);
                above.span = above.span.join(above.text);
                self.name(&mut above, line);
                self.entries.push(Entry::Line(above));
                true
            }
            other => {
                self.entries.extend(other);
                false
            }
        }
    }

    fn continuation(&mut self, words: &str) {
        let span = self.span(words);
        if let Some(Entry::Line(above)) = self.entries.last_mut() {
            above.span = above.span.join(span);
            above.text = if above.text.is_empty() {
                span
            } else {
                above.text.join(span)
            };
        }
    }

    /// A name beside another is a channel; alone it stays a speaker until the whole text is read.
    fn name(&mut self, entry: &mut Transmission, line: &Line) {
        let label = line.label;
        let [channel, name, aside] = [label.channel, label.name, label.aside]
            .map(|words| words.map(|words| self.span(words)));
        entry.channel = channel;
        let name_is_unit = label.name.is_some_and(is_unit);
        let aside_is_unit = label.aside.is_some_and(is_unit);
        match (name, aside) {
            (Some(_), None) if name_is_unit => entry.unit = name,
            (_, None) => entry.speaker = name,
            (Some(_), Some(_)) if name_is_unit && !aside_is_unit => {
                entry.unit = name;
                entry.speaker = aside;
            }
            (_, Some(_)) if aside_is_unit => {
                entry.unit = aside;
                entry.speaker = channel.and(name);
                entry.channel = channel.or(name);
                self.paired |= channel.is_none();
            }
            (_, Some(_)) => {
                entry.speaker = aside;
                entry.channel = channel.or(name);
                self.paired |= label.name.is_some_and(names_channel);
            }
        }
    }

    fn finish(mut self) -> Transcript {
        for entry in self.entries.iter_mut().filter(|_| self.zone.is_some()) {
            if let Entry::Line(Transmission {
                stamp: Some((Stamp::Clock(stamp), _)),
                ..
            }) = entry
            {
                stamp.offset = stamp.offset.or(self.zone);
            }
        }
        if self.paired || self.bracketed {
            for entry in &mut self.entries {
                let Entry::Line(line) = entry else { continue };
                let (None, None, Some(name)) = (line.channel, line.unit, line.speaker) else {
                    continue;
                };
                let paired = self.paired && line.stamp.is_some();
                if paired || (self.bracketed && names_channel(name.of(self.text))) {
                    line.channel = line.speaker.take();
                }
            }
        }
        Transcript::of(self.entries)
    }

    fn span(&self, words: &str) -> Span {
        Span::within(self.text, words)
    }
}

impl Line<'_> {
    /// Whether nothing but a stamp and its zone is written: `9:05 p.m. ET`
    fn is_stamp_alone(&self) -> bool {
        let is_zone = || look_up(ZONES, self.text.trim_end_matches('.')).is_some();
        self.is_mute() || self.label == line::Label::default() && is_zone()
    }

    /// Whether nothing but a stamp is written.
    fn is_mute(&self) -> bool {
        self.label == line::Label::default() && self.text.is_empty()
    }

    /// Whether the stamp is one even where the line is indented like a continuation.
    fn is_firm(&self) -> bool {
        let exact = |(stamp, _): (ClockStamp, &str)| stamp.second.is_some() || stamp.date.is_some();
        self.bracketed || self.stamp.is_some_and(exact)
    }
}
