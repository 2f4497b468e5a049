//! Deepgram's answers for recordings: `results.utterances`, else the words of the first alternative of
//! each of `results.channels`, with times in seconds from the recording's start. `metadata.created` is
//! when the answer was made and says nothing of the recording.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, records};
use super::speech::{Keys, Speech, Word};
use jsonc_parser::ast::{Object, Value};

/// Deepgram's JSON.
pub(super) const FORMAT: Format = Format {
    name: "deepgram",
    kind: Kind::Transcript,
    looks: "JSON with `results.channels` of `alternatives`",
    takes: "the words of each utterance, else up to a pause or another speaker, `start` (seconds from the recording's start) and `speaker`",
    reader: Reader::Json { fits, read },
};

const UTTERANCE: Keys = Keys {
    text: "transcript",
    ..Keys::PLAIN
};

const BARE: Keys = Keys {
    text: "word",
    ..UTTERANCE
};

const PUNCTUATED: Keys = Keys {
    text: "punctuated_word",
    ..UTTERANCE
};

fn fits(value: &Value) -> bool {
    let has_alternatives = |channel: &Object| json::array(channel, "alternatives").is_some();
    json::part(value, "results")
        .is_some_and(|results| records(results, "channels").any(has_alternatives))
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    let Some(results) = json::part(value, "results") else {
        return speech.finish();
    };
    speech.segments(results, "utterances", &UTTERANCE);
    if !speech.is_empty() {
        return speech.finish();
    }
    for channel in records(results, "channels") {
        let Some(best) = records(channel, "alternatives").next() else {
            continue;
        };
        if json::elements(best, "words").is_empty() {
            speech.segment(best, &UTTERANCE);
        }
        speech.words(best, "words", |word| {
            Word::of(word, &PUNCTUATED).or_else(|| Word::of(word, &BARE))
        });
    }
    speech.sort();
    speech.finish()
}
