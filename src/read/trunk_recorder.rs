//! Calls as trunk-recorder writes them, one JSON object a call, and tables of such calls with their
//! transcripts.
//!
//! A call's sound is made of its transmissions without the silence between them, so that what is heard
//! at offset `o` was said at `time + (o - pos)` of the last entry of `srcList` or `freqList` that begins
//! at or before it (trunk-recorder, `call_concluder.cc`). Times are whole seconds since the epoch.

use super::extract::Extract;
use super::format::{File, Format, Reader, Reading, Remark};
use super::json::{self, get, milliseconds, number, range, records, string};
use super::recording::{Basis, Moment, Piece, Recording};
use super::segment::{self, LATE, Segment, are_numbers};
use super::transcript::{Entry, Transcript, Transmission};
use super::trunk_transcribe::is_document;
use super::{Body, Kind, name};
use crate::note::Code;
use crate::span::Span;
use crate::time::{Instant, SECOND};
use jsonc_parser::ast::{Object, Value};

/// trunk-recorder's call.
pub(super) const FORMAT: Format = Format {
    name: "trunk-recorder",
    kind: Kind::Transcript,
    looks: "JSON with `start_time`, `talkgroup` and one of `srcList`, `freqList`, `short_name`; or an array of such calls",
    takes: "the moment of each transmission by `time` and `pos`, the unit (`tag`, else `src`), the channel (`talkgroup_tag`), `transcript` or `segments`",
    reader: Reader::Json { fits, read },
};

/// So many records show whether a table is one of calls.
const SAMPLE: usize = 5;
/// No call is longer: what says so is garbage.
pub(super) const LONGEST: i64 = 24 * 3600 * SECOND;

fn fits(value: &Value) -> bool {
    let is_call = |object: &Object| {
        number(object, "start_time").is_some()
            && !is_document(object)
            && get(object, "talkgroup").is_some()
            && ["srcList", "freqList", "short_name"]
                .iter()
                .any(|key| get(object, key).is_some())
    };
    json::objects(value).take(SAMPLE).any(is_call)
}

fn read(file: &File, value: &Value) -> Reading {
    let mut draft = Draft {
        extract: Extract::of(file.text),
        entries: Vec::new(),
        remarks: Vec::new(),
        recording: None,
        started: None,
        recorder: None,
    };
    for object in json::objects(value) {
        draft.call(object);
    }
    if matches!(value, Value::Object(_)) {
        let started = draft.started;
        let remark = started.and_then(|at| name::compare(file.name, "start_time", at));
        draft.remarks.extend(remark);
    } else {
        // each call of a table has its own
        draft.recording = None;
    }
    Reading {
        extracted: Some(draft.extract.finish()),
        recording: draft.recording,
        recorder: draft.recorder,
        remarks: draft.remarks,
        ..Reading::plain(Body::Transcript(Transcript::of(draft.entries)))
    }
}

struct Draft<'a> {
    extract: Extract<'a>,
    entries: Vec<Entry>,
    remarks: Vec<Remark>,
    recording: Option<Recording>,
    /// When the last call started, in milliseconds since the epoch.
    started: Option<i64>,
    /// The name of the system that the last call was recorded from.
    recorder: Option<String>,
}

/// One call while it is read.
struct Call {
    channel: Option<Span>,
    /// When it started, in milliseconds since the epoch, with its words.
    start: (i64, Span),
    /// When it was over, at the latest.
    end: i64,
    /// How fine its times are.
    grain: i64,
    /// Its stretches, at least one, by their offset.
    pieces: Vec<Stretch>,
}

/// A stretch of a call's sound without a gap.
struct Stretch {
    /// Where it begins in the sound, in milliseconds.
    offset: i64,
    /// When that was, in milliseconds since the epoch.
    at: i64,
    /// How fine that is.
    grain: i64,
    /// The words that say so.
    time: Span,
    /// Who speaks.
    unit: Option<Span>,
}

impl Draft<'_> {
    fn call(&mut self, object: &Object) {
        let Some(call) = self.header(object) else {
            if let Some(range) = object.properties.first().map(|it| it.range) {
                let span = self.extract.words(range.start..range.end);
                self.entries.push(Entry::Unread(span));
            }
            return;
        };
        self.started = Some(call.start.0);
        let name = string(object, "short_name").map_or(FORMAT.name, |name| name.value.trim());
        self.recorder = Some(name.to_owned());
        let segments = self.segments(object);
        if let Some(words) = string(object, "transcript").filter(|_| segments.is_empty()) {
            let text = self.extract.string(words);
            // of a call of many it is not known who says what when
            let grain = match call.pieces.len() {
                1 => call.grain,
                _ => call.length(),
            };
            self.line(
                &call,
                (call.start.0, grain, call.start.1),
                call.only_unit(),
                text,
            );
        } else if segments.is_empty() {
            self.silent(&call);
        } else {
            self.spoken(&call, &segments);
        }
    }

    /// When a call was, and on which channel; nothing without a start.
    fn header(&mut self, object: &Object) -> Option<Call> {
        let key = ["start_time_ms", "start_time"]
            .into_iter()
            .find(|key| number(object, key).is_some())?;
        let (factor, grain) = if key == "start_time_ms" {
            (1e-3, 1)
        } else {
            (1.0, SECOND)
        };
        let start = milliseconds(number(object, key)? * factor)?;
        let words = self.extract.words(range(object, key)?);
        let channel = match string(object, "talkgroup_tag") {
            Some(tag) => Some(self.extract.string(tag)),
            None => range(object, "talkgroup").map(|range| self.extract.words(range)),
        };
        let pieces = self.pieces(object, (start, grain, words));
        let length = number(object, "call_length").and_then(milliseconds);
        let stop = number(object, "stop_time");
        let told_stop = stop
            .and_then(milliseconds)
            .filter(|stop| (start..start + LONGEST).contains(stop));
        if let (Some(stop), None) = (stop, told_stop) {
            self.remarks.push(no_stop(stop, words));
        }
        let last = pieces.iter().map(|piece| piece.at + piece.grain);
        let end = [start + length.unwrap_or(0) + grain]
            .into_iter()
            .chain(told_stop.map(|stop| stop + SECOND))
            .chain(last)
            .max()?;
        Some(Call {
            channel,
            start: (start, words),
            end,
            grain,
            pieces,
        })
    }

    /// The stretches of a call's sound, with who speaks, by `srcList`, else by `freqList`.
    fn pieces(&mut self, object: &Object, (start, grain, words): (i64, i64, Span)) -> Vec<Stretch> {
        for key in ["srcList", "freqList"] {
            let mut pieces = Vec::new();
            for entry in records(object, key) {
                let (Some(at), Some(offset)) = (
                    number(entry, "time").and_then(milliseconds),
                    number(entry, "pos").and_then(milliseconds),
                ) else {
                    continue;
                };
                let Some(time) = range(entry, "time") else {
                    continue;
                };
                pieces.push(Stretch {
                    offset,
                    at,
                    grain: SECOND,
                    time: self.extract.words(time),
                    unit: self.unit(entry),
                });
            }
            pieces.sort_by_key(|piece| piece.offset);
            if !pieces.is_empty() {
                return pieces;
            }
        }
        vec![Stretch {
            offset: 0,
            at: start,
            grain,
            time: words,
            unit: None,
        }]
    }

    /// Who speaks in a stretch: the alias, else the radio's number; zero and less are unknown.
    fn unit(&mut self, entry: &Object) -> Option<Span> {
        if let Some(tag) = string(entry, "tag") {
            return Some(self.extract.string(tag));
        }
        number(entry, "src").filter(|number| 0.0 < *number)?;
        range(entry, "src").map(|range| self.extract.words(range))
    }

    /// The segments of a transcript inside the call.
    fn segments(&mut self, object: &Object) -> Vec<Segment> {
        let mut segments = Vec::new();
        for entry in records(object, "segments") {
            let Some(text) = string(entry, "text") else {
                continue;
            };
            let text = self.extract.string(text);
            let time = number(entry, "start")
                .and_then(milliseconds)
                .zip(range(entry, "start"));
            let time = time.map(|(start, words)| {
                let end = number(entry, "end").and_then(milliseconds);
                (start, end, self.extract.words(words))
            });
            segments.push(Segment::said(text, time, None));
        }
        segments
    }

    /// A call of which only the times and the units are known; a transcript beside it may have its words.
    fn silent(&mut self, call: &Call) {
        for piece in &call.pieces {
            let text = piece.unit.or(call.channel).unwrap_or(piece.time);
            self.line(call, (piece.at, piece.grain, piece.time), piece.unit, text);
        }
        let known = |piece: &Stretch| Piece {
            offset: piece.offset,
            at: Moment::Instant(Instant(piece.at)),
            grain: piece.grain,
        };
        self.recording = Some(Recording {
            pieces: call.pieces.iter().map(known).collect(),
            length: Some(call.length()),
            basis: Basis::File,
        });
    }

    /// A call with its words, each segment at its moment if its times can be true.
    fn spoken(&mut self, call: &Call, segments: &[Segment]) {
        let length = call.length();
        let last = segments.iter().filter_map(|segment| segment.time?.1).max();
        // a list's index, or times far from the length of the call
        let is_order = are_numbers(segments)
            || last.is_some_and(|last| last < length / 4 || length + LATE < last);
        if is_order && let Some(first) = segments.first() {
            self.remarks.push(Remark {
                code: Code::OrderOnly,
                span: first.text,
                message: "the times of the segments do not fit the call; they give the order alone"
                    .to_owned(),
            });
        }
        for segment in segments {
            let time = segment.time.filter(|_| !is_order);
            let (unit, moment) = match time {
                Some((offset, _, words)) => call.said_at(offset, words),
                None => (call.only_unit(), (call.start.0, length, call.start.1)),
            };
            self.line(call, moment, unit, segment.text);
        }
    }

    fn line(&mut self, call: &Call, moment: (i64, i64, Span), unit: Option<Span>, text: Span) {
        let line = Transmission::at(moment, call.channel, unit, text);
        let entry = segment::spoken(self.extract.text(), line, &mut self.remarks);
        self.entries.push(entry);
    }
}

/// What is to be said of a `stop_time` that is garbage.
pub(super) fn no_stop(stop: f64, span: Span) -> Remark {
    Remark {
        code: Code::TimesDiffer,
        span,
        message: format!("`stop_time` {stop} cannot be; it is left out"),
    }
}

impl Call {
    /// From its first instant to its last, in milliseconds.
    fn length(&self) -> i64 {
        (self.end - self.start.0).max(self.grain)
    }

    /// Who speaks at an offset of the sound, and when that was, with the words that say so.
    fn said_at(&self, offset: i64, words: Span) -> (Option<Span>, (i64, i64, Span)) {
        let begun = self.pieces.partition_point(|piece| piece.offset <= offset);
        let piece = &self.pieces[begun.saturating_sub(1)];
        (
            piece.unit,
            (piece.at + offset - piece.offset, piece.grain, words),
        )
    }

    /// Who speaks, if only one does.
    fn only_unit(&self) -> Option<Span> {
        match &self.pieces[..] {
            [piece] => piece.unit,
            _ => None,
        }
    }
}
