//! Speech-to-text in the JSON of openai-whisper, faster-whisper and WhisperX: `segments` with `start`,
//! `end` in seconds from the recording's start, and `text`; WhisperX adds `speaker`. Whisper's service
//! answers with nothing but `text` unless it is asked for more.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, number, records, string};
use super::speech::{Keys, Speech};
use jsonc_parser::ast::{Object, Value};

/// Whisper's JSON.
pub(super) const FORMAT: Format = Format {
    name: "whisper",
    kind: Kind::Transcript,
    looks: "JSON with `segments` of `start`, `end` and `text`, or with nothing but `text`",
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
            || is_bare(object)
    })
}

/// Whether an object has words and nothing else.
fn is_bare(object: &Object) -> bool {
    string(object, "text").is_some() && object.properties.len() == 1
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    for object in json::objects(value) {
        speech.segments(object, "segments", &Keys::PLAIN);
        if is_bare(object) {
            speech.segment(object, &Keys::PLAIN);
        }
    }
    speech.finish()
}
