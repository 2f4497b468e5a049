//! whisper.cpp's JSON (`--output-json`, `--output-json-full`): `transcription` with `offsets` in
//! milliseconds from the recording's start, the same as `timestamps`, `text`, and `speaker` if it was
//! asked to tell two channels apart (whisper.cpp, `examples/cli/cli.cpp`).

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, get, records};
use super::speech::{Keys, Speech};
use jsonc_parser::ast::{Object, Value};

/// whisper.cpp's JSON.
pub(super) const FORMAT: Format = Format {
    name: "whisper-cpp",
    kind: Kind::Transcript,
    looks: "JSON with `transcription` of `offsets` and `text`",
    takes: "the words of each segment, `offsets.from` (milliseconds from the recording's start) and `speaker`",
    reader: Reader::Json { fits, read },
};

const KEYS: Keys = Keys {
    times: Some("offsets"),
    start: "from",
    end: "to",
    per_second: 1000.0,
    ..Keys::PLAIN
};

fn fits(value: &Value) -> bool {
    let is_segment = |entry: &Object| {
        let has_times = ["offsets", "timestamps"]
            .iter()
            .any(|key| get(entry, key).is_some());
        has_times && entry.get_string(KEYS.text).is_some()
    };
    json::object(value).is_some_and(|object| records(object, "transcription").any(is_segment))
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    for object in json::objects(value) {
        speech.segments(object, "transcription", &KEYS);
    }
    speech.finish()
}
