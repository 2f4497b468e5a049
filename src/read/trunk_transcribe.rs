//! Documents of trunk-transcribe: a call of trunk-recorder with `transcript_plaintext`, a line a segment
//! with who speaks before it. `raw_transcript` and `raw_metadata` are JSON in a string. No segment has a
//! time of its own: each lies somewhere in its call.

use super::Kind;
use super::call::{Call, Calls, moment};
use super::format::{File, Format, Reader, Reading};
use super::json::{self, get, number, string};
use super::log::lines;
use super::trunk_recorder::{LONGEST, no_stop};
use crate::span::Span;
use jsonc_parser::ast::{Object, StringLit, Value};
use std::ops::Range;

/// trunk-transcribe's documents.
pub(super) const FORMAT: Format = Format {
    name: "trunk-transcribe",
    kind: Kind::Transcript,
    looks: "JSON with `raw_metadata` or `raw_transcript`, or `start_time` and `transcript_plaintext`; an array of such documents, or one under `hits`",
    takes: "each line of `transcript_plaintext`, else of `raw_transcript`, with its unit, the channel, and the call's time from start to end",
    reader: Reader::Json { fits, read },
};

/// Whether an object is a document rather than a plain call.
pub(super) fn is_document(object: &Object) -> bool {
    let has = |key: &str| get(object, key).is_some();
    has("raw_metadata") || has("raw_transcript") || has("start_time") && has("transcript_plaintext")
}

fn fits(value: &Value) -> bool {
    json::listed(value, "hits").any(is_document)
}

fn read(file: &File, value: &Value) -> Reading {
    let mut calls = Calls::of(file, &FORMAT);
    for record in json::listed(value, "hits") {
        let Some((call, length)) = header(&mut calls, record) else {
            calls.leave(record);
            continue;
        };
        // any moment of the call
        let moment = (call.start.0, length);
        for (unit, text) in said(&mut calls, record) {
            calls.line(&call, unit, moment, text);
        }
    }
    calls.finish()
}

/// When a call was and on which channel, and its length in milliseconds: from the document, else from
/// the call inside it.
fn header(calls: &mut Calls, record: &Object) -> Option<(Call, i64)> {
    if let Some(start) = get(record, "start_time").and_then(|time| moment(time, 1.0)) {
        let stamp = calls.first(record, &["start_time"])?;
        let channel = calls.first(record, &["talkgroup_tag", "talkgroup"]);
        return Some(whole(calls, record, start, stamp, channel));
    }
    if let Some(inner) = get(record, "raw_metadata").and_then(json::object) {
        return header(calls, inner);
    }
    let outer = calls.extract.string(string(record, "raw_metadata")?);
    let text = outer.of(calls.extract.text()).to_owned();
    let value = json::parse(&text).ok()?;
    let inner = json::object(&value)?;
    let start = moment(get(inner, "start_time")?, 1.0)?;
    let stamp = within(outer, json::range(inner, "start_time")?);
    let channel = match string(inner, "talkgroup_tag") {
        Some(tag) => Some(calls.extract.nested(outer, tag)),
        None => json::range(inner, "talkgroup").map(|range| within(outer, range)),
    };
    Some(whole(calls, inner, start, stamp, channel))
}

/// A call from a moment to its end, in milliseconds: what says when it stopped, else how long its sound
/// is.
fn whole(
    calls: &mut Calls,
    record: &Object,
    start: (i64, i64),
    stamp: Span,
    channel: Option<Span>,
) -> (Call, i64) {
    let told = number(record, "stop_time");
    let stop = told
        .and_then(json::milliseconds)
        .filter(|stop| (start.0..start.0 + LONGEST).contains(stop));
    if let (Some(told), None) = (told, stop) {
        calls.remarks.push(no_stop(told, stamp));
    }
    let sound = number(record, "call_length").and_then(json::milliseconds);
    let sound = sound.filter(|sound| (0..LONGEST).contains(sound));
    let length = stop.map(|stop| stop - start.0).max(sound);
    let call = Call {
        start,
        stamp,
        channel,
        units: Vec::new(),
    };
    (call, length.unwrap_or(0) + start.1)
}

/// What is said, with who says it.
fn said(calls: &mut Calls, record: &Object) -> Vec<(Option<Span>, Span)> {
    if let Some(words) = string(record, "transcript_plaintext") {
        let whole = calls.extract.string(words);
        let text = calls.extract.text();
        let span = |words: &str| Span::within(text, words);
        return lines(whole.of(text))
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| match line.split_once(": ") {
                Some((unit, said)) => (Some(span(unit)), span(said.trim())),
                None => (None, span(line)),
            })
            .collect();
    }
    let Some(words) = string(record, "raw_transcript") else {
        return Vec::new();
    };
    let outer = calls.extract.string(words);
    let text = outer.of(calls.extract.text()).to_owned();
    let Ok(value) = json::parse(&text) else {
        calls.unread(outer);
        return Vec::new();
    };
    let segments = value
        .as_array()
        .map_or(&[][..], |segments| &segments.elements);
    let mut said = Vec::new();
    for segment in segments {
        let Some((source, words)) = pair(segment) else {
            calls.unread(within(outer, json::range_of(segment)));
            continue;
        };
        let tag = source.and_then(|source| string(source, "tag"));
        let unit = tag.map(|tag| calls.extract.nested(outer, tag));
        said.push((unit, calls.extract.nested(outer, words)));
    }
    said
}

/// Where a range of JSON stands that was taken from a string at a span of the text.
fn within(outer: Span, range: Range<usize>) -> Span {
    let from = outer.start as usize;
    Span::new(from + range.start, from + range.end)
}

/// `[{"src": 12, "tag": "Engine 7"}, "on scene"]`
fn pair<'a, 'b>(segment: &'b Value<'a>) -> Option<(Option<&'b Object<'a>>, &'b StringLit<'a>)> {
    match &segment.as_array()?.elements[..] {
        [source, Value::StringLit(words)] => Some((source.as_object(), words)),
        _ => None,
    }
}
