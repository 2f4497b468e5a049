//! Google Cloud Speech-to-Text: `results` with `alternatives` of `words`, whose times are durations such
//! as `"1.300s"` from the recording's start (the JSON of `google.protobuf.Duration`).
//!
//! Where speakers are told apart, the last result repeats all words of the others with who says them.

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, get, number_of, objects, records, string};
use super::speech::{Keys, Speech, Word, milliseconds};
use jsonc_parser::ast::{Object, Value};

/// Google's JSON.
pub(super) const FORMAT: Format = Format {
    name: "google-speech",
    kind: Kind::Transcript,
    looks: "JSON with `results` (or `response.results`) of `alternatives` with `transcript` or `words`",
    takes: "the words up to a pause, another speaker or a sentence's end, `startTime` (from the recording's start) and `speakerTag`",
    reader: Reader::Json { fits, read },
};

const KEYS: Keys = Keys {
    start: "startTime",
    end: "endTime",
    speaker: "speakerTag",
    text: "word",
    ..Keys::PLAIN
};

fn fits(value: &Value) -> bool {
    let is_alternative =
        |it: &Object| it.get_string("transcript").is_some() || get(it, "words").is_some();
    results(value).is_some_and(|results| {
        let mut all = objects(results).flat_map(|result| records(result, "alternatives"));
        matches!(results, Value::Array(_)) && all.any(is_alternative)
    })
}

fn results<'a, 'b>(value: &'b Value<'a>) -> Option<&'b Value<'a>> {
    let object = json::object(value)?;
    let response = get(object, "response").and_then(json::object);
    get(response.unwrap_or(object), "results")
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    let bests: Vec<&Object> = results(value)
        .into_iter()
        .flat_map(objects)
        .filter_map(|result| records(result, "alternatives").next())
        .collect();
    let repeated = if repeats(&bests) { bests.len() - 1 } else { 0 };
    for best in &bests[repeated..] {
        if json::elements(best, "words").is_empty() {
            let keys = Keys {
                text: "transcript",
                ..KEYS
            };
            speech.segment(best, &keys);
        }
        speech.words(best, "words", word);
    }
    speech.finish()
}

/// Whether the last result begins where the first does: it has the words of all.
fn repeats(bests: &[&Object]) -> bool {
    let begin = |best: &&Object| {
        word(records(best, "words").next()?)?
            .start
            .map(|(at, _)| at)
    };
    match bests {
        [first, .., last] => begin(first)
            .zip(begin(last))
            .is_some_and(|(first, last)| last <= first),
        _ => false,
    }
}

/// A word, of the first version of the service or the second.
fn word<'b>(record: &'b Object<'b>) -> Option<Word<'b>> {
    let first = |keys: [&str; 2]| keys.into_iter().find_map(|key| get(record, key));
    let start = first([KEYS.start, "startOffset"]);
    Some(Word {
        text: string(record, KEYS.text)?,
        start: start.and_then(|value| Some((duration(value)?, value))),
        end: first([KEYS.end, "endOffset"]).and_then(duration),
        // zero is nobody
        speaker: first(["speakerLabel", KEYS.speaker]).filter(|it| number_of(it) != Some(0.0)),
        is_mark: false,
    })
}

/// `"1.300s"` in milliseconds.
fn duration(value: &Value) -> Option<i64> {
    let seconds = match value {
        Value::StringLit(literal) => literal.value.trim().trim_end_matches('s').parse().ok()?,
        _ => number_of(value)?,
    };
    milliseconds(seconds)
}
