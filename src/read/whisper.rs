//! Speech-to-text in the JSON of openai-whisper, faster-whisper and WhisperX: `segments` with `start`,
//! `end` in seconds from the recording's start, and `text`; WhisperX adds `speaker`.

use super::extract::Extract;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, milliseconds, number, range, records, string};
use super::segment::{Segment, transcript};
use super::transcript::Entry;
use super::{Body, Kind};
use jsonc_parser::ast::{Object, Value};

/// Whisper's JSON.
pub(super) const FORMAT: Format = Format {
    name: "whisper",
    kind: Kind::Transcript,
    looks: "JSON with `segments` of `start`, `end` and `text`",
    takes: "the words of each segment, its `start` (seconds from the recording's start) and its `speaker`",
    reader: Reader::Json { fits, read },
};

fn fits(value: &Value) -> bool {
    let is_segment =
        |object: &Object| number(object, "start").is_some() && object.get_string("text").is_some();
    json::object(value).is_some_and(|object| {
        let segments = json::array(object, "segments");
        segments.is_some_and(|it| it.elements.is_empty())
            && object.get("text").is_some()
            && object.get("language").is_some()
            || records(object, "segments").next().is_some_and(is_segment)
    })
}

fn read(file: &File, value: &Value) -> Reading {
    let mut extract = Extract::of(file.text);
    let mut segments = Vec::new();
    let mut unread = Vec::new();
    let objects = json::objects(value).flat_map(|object| records(object, "segments"));
    for entry in objects {
        let start = number(entry, "start")
            .and_then(milliseconds)
            .zip(range(entry, "start"));
        let Some(literal) = entry.get_string("text") else {
            if let Some(property) = entry.properties.first() {
                unread.push(Entry::Unread(
                    extract.words(property.range.start..property.range.end),
                ));
            }
            continue;
        };
        let time = start.map(|(start, words)| {
            let end = number(entry, "end").and_then(milliseconds);
            (start, end, extract.words(words))
        });
        let speaker = string(entry, "speaker").map(|name| extract.string(name));
        let text = extract.string(literal);
        segments.push(Segment {
            span: text,
            time,
            grain: 1,
            speaker,
            text,
        });
    }
    let (mut read, remarks) = transcript(extract.text(), &segments);
    read.entries.extend(unread);
    Reading {
        extracted: Some(extract.finish()),
        remarks,
        ..Reading::plain(Body::Transcript(read))
    }
}
