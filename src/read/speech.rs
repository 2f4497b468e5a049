//! JSON of speech-to-text: records that hold a stretch of speech, or single words, with times that count
//! from the recording's start.

use super::Body;
use super::extract::Extract;
use super::format::{File, Reading};
use super::json::{self, number, number_of, string};
use super::segment::{Segment, transcript};
use super::transcript::Entry;
use crate::lexicon::has;
use crate::lexicon::prose::ABBREVIATIONS;
use crate::span::Span;
use crate::time::{HOUR, SECOND};
use jsonc_parser::ast::{Object, StringLit, Value};
use jsonc_parser::common::Ranged;

/// Words that follow each other after so many milliseconds of silence are two segments.
const PAUSE: i64 = SECOND;
/// No recording is longer, in milliseconds: what lies later is garbage.
const LONGEST: i64 = 1000 * HOUR;

/// What is read from one file.
pub(super) struct Speech<'a> {
    extract: Extract<'a>,
    segments: Vec<Segment>,
    unread: Vec<Entry>,
}

/// What a format calls the parts of a record.
pub(super) struct Keys {
    /// What holds its times, if the record does not itself.
    pub times: Option<&'static str>,
    /// When it starts.
    pub start: &'static str,
    /// When it ends.
    pub end: &'static str,
    /// Who speaks.
    pub speaker: &'static str,
    /// What is said.
    pub text: &'static str,
    /// So many of its units are a second.
    pub per_second: f64,
}

impl Keys {
    /// As most have it: seconds in the record itself.
    pub const PLAIN: Keys = Keys {
        times: None,
        start: "start",
        end: "end",
        speaker: "speaker",
        text: "text",
        per_second: 1.0,
    };
}

/// One word.
pub(super) struct Word<'b> {
    /// As it stands in the file.
    pub text: &'b StringLit<'b>,
    /// When it starts, in milliseconds from the recording's start, and the value that says so.
    pub start: Option<(i64, &'b Value<'b>)>,
    /// When it ends.
    pub end: Option<i64>,
    /// Who speaks.
    pub speaker: Option<&'b Value<'b>>,
    /// Whether it is a mark that stands right behind the word before.
    pub is_mark: bool,
}

impl<'a> Speech<'a> {
    /// Nothing yet, from a file.
    pub fn of(file: &'a File) -> Self {
        Speech {
            extract: Extract::of(file.text),
            segments: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Whether there is no segment yet.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// Adds the stretches of speech that an array holds.
    pub fn segments(&mut self, holder: &Object, key: &str, keys: &Keys) {
        for value in json::elements(holder, key) {
            match value.as_object() {
                Some(record) => self.segment(record, keys),
                None => self.leave(value),
            }
        }
    }

    /// Adds a stretch of speech.
    pub fn segment(&mut self, record: &Object, keys: &Keys) {
        let Some(literal) = record.get_string(keys.text) else {
            if let Some(property) = record.properties.first() {
                let words = property.range.start..property.range.end;
                self.unread.push(Entry::Unread(self.extract.words(words)));
            }
            return;
        };
        let times = match keys.times {
            Some(key) => json::get(record, key).and_then(json::object),
            None => Some(record),
        };
        let moment = |key: &str| milliseconds(number(times?, key)? / keys.per_second);
        let start = times.and_then(|times| json::range(times, keys.start));
        let time = moment(keys.start)
            .zip(start)
            .map(|(at, words)| (at, moment(keys.end), self.extract.words(words)));
        let speaker = json::get(record, keys.speaker).and_then(|name| self.speaker(name));
        let text = self.extract.string(literal);
        self.segments.push(Segment::said(text, time, speaker));
    }

    /// Adds the words that an array holds, a segment as long as one speaks without a pause or the end
    /// of a sentence.
    pub fn words<'b>(
        &mut self,
        holder: &'b Object<'b>,
        key: &str,
        word: impl Fn(&'b Object<'b>) -> Option<Word<'b>>,
    ) {
        let mut words = Vec::new();
        for value in json::elements(holder, key) {
            match value.as_object().and_then(&word) {
                Some(word) => words.push(word),
                None => self.leave(value),
            }
        }
        let mut rest = &words[..];
        while let Some(first) = rest.first() {
            let mut reached = first.reached();
            let pairs = rest.iter().zip(&rest[1..]);
            let goes_on = pairs.take_while(|(a, b)| {
                let goes_on = a.goes_on_with(b, reached);
                reached = b.reached().or(reached);
                goes_on
            });
            let length = 1 + goes_on.count();
            let (segment, others) = rest.split_at(length);
            rest = others;
            let end = segment.iter().rev().find_map(|word| word.end);
            let time = first.start.map(|(at, value)| {
                let words = self.extract.words(json::range_of(value));
                (at, end, words)
            });
            let speaker = first.speaker.and_then(|name| self.speaker(name));
            let text = segment.iter().map(|word| (word.text, !word.is_mark));
            let text = self.extract.joined(text);
            self.segments.push(Segment::said(text, time, speaker));
        }
    }

    /// Puts the segments in the order of their times, if all have one.
    pub fn sort(&mut self) {
        if self.segments.iter().all(|segment| segment.time.is_some()) {
            self.segments
                .sort_by_key(|segment| segment.time.map(|(start, ..)| start));
        }
    }

    /// Keeps a record that nothing could be read from.
    fn leave(&mut self, record: &Value) {
        let range = record.range();
        let span = self.extract.words(range.start..range.end);
        self.unread.push(Entry::Unread(span));
    }

    /// Who speaks, by a name or a number; `?` is nobody.
    fn speaker(&mut self, name: &Value) -> Option<Span> {
        let span = match name {
            Value::StringLit(literal) => self.extract.string(literal),
            Value::NumberLit(_) => self.extract.words(json::range_of(name)),
            _ => return None,
        };
        let name = span.of(self.extract.text());
        (name.contains(char::is_alphanumeric)).then_some(span)
    }

    /// The transcript of all that was added.
    pub fn finish(self) -> Reading {
        let (mut read, remarks) = transcript(self.extract.text(), &self.segments);
        read.entries.extend(self.unread);
        Reading {
            extracted: Some(self.extract.finish()),
            remarks,
            ..Reading::plain(Body::Transcript(read))
        }
    }
}

impl<'b> Word<'b> {
    /// The word of a record, if it has one.
    pub fn of(record: &'b Object<'b>, keys: &Keys) -> Option<Word<'b>> {
        let (start, end) = Word::times(record, keys);
        Some(Word {
            text: string(record, keys.text)?,
            start,
            end,
            speaker: json::get(record, keys.speaker),
            is_mark: false,
        })
    }

    /// When the word of a record starts, with the value that says so, and when it ends.
    pub fn times(
        record: &'b Object<'b>,
        keys: &Keys,
    ) -> (Option<(i64, &'b Value<'b>)>, Option<i64>) {
        let moment = |key: &str| {
            let value = json::get(record, key)?;
            Some((milliseconds(number_of(value)? / keys.per_second)?, value))
        };
        (moment(keys.start), moment(keys.end).map(|(at, _)| at))
    }

    /// The last moment that is known of it.
    fn reached(&self) -> Option<i64> {
        self.end.or(self.start.map(|(at, _)| at))
    }

    /// Whether the next word belongs to the same segment, the last moment of which is known so far.
    fn goes_on_with(&self, next: &Word, reached: Option<i64>) -> bool {
        if next.is_mark {
            return true;
        }
        let begin = next.start.map(|(at, _)| at);
        let is_pause = reached
            .zip(begin)
            .is_some_and(|(end, begin)| end + PAUSE <= begin);
        let is_other = match (self.speaker, next.speaker) {
            (Some(name), Some(other)) => json::written(name) != json::written(other),
            // marks belong to whoever speaks
            (None, Some(_)) => !self.is_mark,
            _ => false,
        };
        !is_pause && !is_other && !self.ends_sentence()
    }

    fn ends_sentence(&self) -> bool {
        let word = self.text.value.trim_end();
        let is_short = word
            .strip_suffix('.')
            .is_some_and(|word| has(ABBREVIATIONS, word));
        word.ends_with(['.', '?', '!']) && !is_short
    }
}

/// Seconds from a recording's start in milliseconds, if they can be that.
pub(super) fn milliseconds(seconds: f64) -> Option<i64> {
    json::milliseconds(seconds).filter(|at| (0..LONGEST).contains(at))
}
