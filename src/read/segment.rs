//! What speech-to-text makes of a recording: segments with times that count from its start.

use super::Body;
use super::format::{Reading, Remark};
use super::log::line::is_unit;
use super::transcript::{Entry, Stamp, Transcript, Transmission};
use crate::lexicon::has;
use crate::lexicon::speech::INVENTED;
use crate::note::Code;
use crate::span::Span;
use crate::time::SECOND;

/// One segment as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// All that belongs to it.
    pub span: Span,
    /// When it starts and ends, in milliseconds from the recording's start, and the words that say so.
    pub time: Option<(i64, Option<i64>, Span)>,
    /// How fine its times are, in milliseconds.
    pub grain: i64,
    /// Who speaks.
    pub speaker: Option<Span>,
    /// The words spoken.
    pub text: Span,
}

impl Segment {
    /// A segment that is nothing but its words, with times to the millisecond.
    pub fn said(text: Span, time: Option<(i64, Option<i64>, Span)>, speaker: Option<Span>) -> Self {
        Segment {
            span: text,
            time,
            grain: 1,
            speaker,
            text,
        }
    }
}

/// Segments may end so much later than the call that they are of, in milliseconds, without being wrong.
pub(super) const LATE: i64 = 30 * SECOND;

/// So many segments with the same words, one right behind the other, are no speech.
const REPEATED: usize = 4;

/// The transcript that segments make. Times that only number the segments are left out; words that
/// speech-to-text invents on silence are kept apart, and segments without words say nothing.
pub(super) fn transcript(text: &str, segments: &[Segment]) -> (Transcript, Vec<Remark>) {
    let mut remarks = Vec::new();
    let is_numbered = are_numbers(segments);
    if let Some(first) = segments.iter().find(|_| is_numbered) {
        remarks.push(Remark {
            code: Code::OrderOnly,
            span: first.span,
            message: "the times of the segments only number them; they give the order alone"
                .to_owned(),
        });
    }
    let mut entries = Vec::with_capacity(segments.len());
    for (at, segment) in segments.iter().enumerate() {
        let words = segment.text.of(text);
        if words.is_empty() {
            continue;
        }
        if is_invented(words) || is_repeated(text, segments, at) {
            remarks.push(invented(text, segment.text));
            entries.push(Entry::Invented(segment.span));
            continue;
        }
        let stamp = segment
            .time
            .filter(|_| !is_numbered)
            .map(|(start, _, words)| {
                let stamp = Stamp::Offset {
                    since_start: start,
                    grain: segment.grain,
                };
                (stamp, words)
            });
        entries.push(Entry::Line(Transmission {
            span: segment.span,
            stamp,
            channel: None,
            speaker: segment.speaker.filter(|name| !names_unit(name.of(text))),
            unit: segment.speaker.filter(|name| names_unit(name.of(text))),
            text: segment.text,
        }));
    }
    let ends = segments.iter().filter_map(|segment| {
        let (start, end, _) = segment.time.filter(|_| !is_numbered)?;
        Some(end.unwrap_or(start).max(start))
    });
    let length = ends.max();
    (Transcript { entries, length }, remarks)
}

/// What a text says in which segments stand, in the order of the text, among other things.
pub(super) fn reading(text: &str, segments: &[Segment], others: Vec<Entry>) -> Reading {
    let (mut read, remarks) = transcript(text, segments);
    read.entries.extend(others);
    read.entries.sort_by_key(Entry::span);
    Reading {
        remarks,
        ..Reading::plain(Body::Transcript(read))
    }
}

/// Whether who speaks is called by the name of a unit; speech-to-text numbers those it does not know.
fn names_unit(name: &str) -> bool {
    is_unit(name) && !name.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the times of segments are 0 to 1, 1 to 2 and so on, in seconds: the index of a list.
pub(super) fn are_numbers(segments: &[Segment]) -> bool {
    const FEWEST: usize = 2;
    let mut numbers = segments.iter().zip(0_i64..);
    FEWEST <= segments.len()
        && numbers.all(|(segment, number)| {
            segment.time.is_some_and(|(start, end, _)| {
                start == number * 1000 && end.is_none_or(|end| end == start + 1000)
            })
        })
}

/// The entry of a line, kept apart with a remark if speech-to-text has invented its words.
pub(super) fn spoken(text: &str, line: Transmission, remarks: &mut Vec<Remark>) -> Entry {
    if is_invented(line.text.of(text)) {
        remarks.push(invented(text, line.text));
        return Entry::Invented(line.text);
    }
    Entry::Line(line)
}

/// What is to be said of words that speech-to-text makes of silence.
fn invented(text: &str, span: Span) -> Remark {
    let words = span.of(text);
    Remark {
        code: Code::InventedWords,
        span,
        message: format!("`{words}` is what speech-to-text makes of silence; it proves nothing"),
    }
}

/// What is to be said of a time that no recording has.
pub(super) fn no_time(text: &str, span: Span) -> Remark {
    let written = span.of(text);
    Remark {
        code: Code::NoSuchTime,
        span,
        message: format!("`{written}` is no time of a recording; what stands there has none"),
    }
}

/// Whether all that is said is a phrase that speech-to-text makes of silence.
fn is_invented(words: &str) -> bool {
    let plain: String = words
        .chars()
        .filter(|c| !c.is_ascii_punctuation() && *c != '’')
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    has(INVENTED, &plain)
}

/// Whether a segment is one more in a run of segments that say the same.
fn is_repeated(text: &str, segments: &[Segment], at: usize) -> bool {
    let words = segments[at].text.of(text);
    let same = |segment: &&Segment| segment.text.of(text) == words;
    let before = segments[..at].iter().rev().take_while(same).count();
    let after = segments[at + 1..]
        .iter()
        .take(REPEATED)
        .take_while(same)
        .count();
    0 < before && REPEATED <= before + 1 + after
}
