//! AssemblyAI's transcripts: `utterances` (one speaker each), `sentences` or `paragraphs`, else `words`,
//! with times in milliseconds from the recording's start.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, number, records, string};
use super::speech::{Keys, Speech, Word};
use jsonc_parser::ast::{Object, Value};

/// AssemblyAI's JSON.
pub(super) const FORMAT: Format = Format {
    name: "assemblyai",
    kind: Kind::Transcript,
    looks: "JSON with `audio_duration` and with `utterances`, `sentences`, `paragraphs` or `words` of `text`, `start` and `end`",
    takes: "the words of each utterance, `start` (milliseconds from the recording's start) and `speaker`",
    reader: Reader::Json { fits, read },
};

const KEYS: Keys = Keys {
    per_second: 1000.0,
    ..Keys::PLAIN
};

/// What may hold stretches of speech, the best first.
const STRETCHES: [&str; 3] = ["utterances", "sentences", "paragraphs"];

fn fits(value: &Value) -> bool {
    json::object(value).is_some_and(|object| {
        let mut keys = STRETCHES.iter().chain(&["words"]);
        number(object, "audio_duration").is_some() && keys.any(|key| is_spoken(object, key))
    })
}

/// Whether an array has words with times.
fn is_spoken(object: &Object, key: &str) -> bool {
    records(object, key)
        .any(|record| number(record, KEYS.start).is_some() && string(record, KEYS.text).is_some())
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    let Some(object) = json::object(value) else {
        return speech.finish();
    };
    match STRETCHES.iter().find(|key| is_spoken(object, key)) {
        Some(key) => speech.segments(object, key, &KEYS),
        None => speech.words(object, "words", |record| Word::of(record, &KEYS)),
    }
    speech.finish()
}
