//! Calls of which a table says when each started, but not when each radio spoke: the gaps between the
//! transmissions of a call were cut out and are not told.

use super::Body;
use super::extract::Extract;
use super::format::{File, Format, Reading, Remark};
use super::json::{self, get, number_of, string};
use super::segment;
use super::transcript::{Entry, Transcript, Transmission};
use crate::span::Span;
use crate::time::SECOND;
use chrono::DateTime;
use jsonc_parser::ast::{Object, Value};

/// What is read from one file.
pub(super) struct Calls<'a> {
    /// What recorded them.
    recorder: &'static str,
    pub extract: Extract<'a>,
    entries: Vec<Entry>,
    pub remarks: Vec<Remark>,
}

/// A call.
pub(super) struct Call {
    /// When it started, in milliseconds since the epoch, and how fine that is.
    pub start: (i64, i64),
    /// The words that say so.
    pub stamp: Span,
    /// On which channel it was.
    pub channel: Option<Span>,
    /// Who speaks.
    pub units: Vec<Span>,
}

impl<'a> Calls<'a> {
    /// Nothing yet, from a file of a format.
    pub fn of(file: &'a File, format: &Format) -> Self {
        Calls {
            recorder: format.name,
            extract: Extract::of(file.text),
            entries: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Adds a call with what is said in it; if that is not known, with who speaks.
    pub fn add(&mut self, call: &Call, words: Option<Span>) {
        let unit = match call.units[..] {
            [unit] => Some(unit),
            _ => None,
        };
        if unit.is_none() {
            // who of them says what is not known
            let units = call.units.iter().copied();
            self.entries.extend(units.map(Entry::About));
        }
        let text = words.or(unit).or(call.channel).unwrap_or(call.stamp);
        self.line(call, unit, call.start, text);
    }

    /// Adds what one radio says at a moment of a call.
    pub fn line(&mut self, call: &Call, unit: Option<Span>, (at, grain): (i64, i64), text: Span) {
        let line = Transmission::at((at, grain, call.stamp), call.channel, unit, text);
        let entry = segment::spoken(self.extract.text(), line, &mut self.remarks);
        self.entries.push(entry);
    }

    /// Keeps a record of which no start is known: its words, else what it begins with.
    pub fn leave(&mut self, record: &Object) {
        const WORDS: [&str; 3] = ["transcript", "transcript_plaintext", "raw_transcript"];
        let words = WORDS.iter().find_map(|key| string(record, key));
        let first = record.properties.first();
        let span = match (words, first) {
            (Some(words), _) => self.extract.string(words),
            (None, Some(first)) => self.extract.words(first.range.start..first.range.end),
            (None, None) => return,
        };
        self.unread(span);
    }

    /// Keeps words that nothing could be read from.
    pub fn unread(&mut self, span: Span) {
        self.entries.push(Entry::Unread(span));
    }

    /// The first of some keys that says something, as it stands in the file.
    pub fn first(&mut self, record: &Object, keys: &[&str]) -> Option<Span> {
        let value = keys
            .iter()
            .find_map(|key| get(record, key).filter(|it| says(it)))?;
        Some(self.value(value))
    }

    /// A string or a number as it stands in the file.
    pub fn value(&mut self, value: &Value) -> Span {
        match value {
            Value::StringLit(literal) => self.extract.string(literal),
            _ => self.extract.words(json::range_of(value)),
        }
    }

    /// Who speaks, each once, by the first of some keys of each record of an array.
    pub fn units(&mut self, record: &Object, list: &str, keys: &[&str]) -> Vec<Span> {
        let mut units: Vec<Span> = Vec::new();
        for source in json::records(record, list) {
            let Some(unit) = self.first(source, keys) else {
                continue;
            };
            let text = self.extract.text();
            if !units.iter().any(|it| it.of(text) == unit.of(text)) {
                units.push(unit);
            }
        }
        units
    }

    /// The transcript of all that was added.
    pub fn finish(self) -> Reading {
        let transcript = Transcript::of(self.entries);
        Reading {
            extracted: Some(self.extract.finish()),
            recorder: Some(self.recorder.to_owned()),
            remarks: self.remarks,
            ..Reading::plain(Body::Transcript(transcript))
        }
    }
}

/// Whether a value is a name or a number; zero and less are no radio and no channel.
fn says(value: &Value) -> bool {
    match (value, number_of(value)) {
        (_, Some(number)) => 0.0 < number,
        (Value::StringLit(literal), None) => !literal.value.trim().is_empty(),
        _ => false,
    }
}

/// A moment in milliseconds since the epoch, and how fine it is: a number of which so many are a second,
/// or RFC 3339.
pub(super) fn moment(value: &Value, per_second: f64) -> Option<(i64, i64)> {
    let at = match (value, number_of(value)) {
        (_, Some(number)) => json::milliseconds(number / per_second).filter(|at| 0 < *at)?,
        (Value::StringLit(literal), None) => {
            let time = DateTime::parse_from_rfc3339(literal.value.trim()).ok()?;
            time.timestamp_millis()
        }
        _ => return None,
    };
    // recorders that count in milliseconds keep whole seconds all the same
    let grain = if at % SECOND == 0 { SECOND } else { 1 };
    Some((at, grain))
}
