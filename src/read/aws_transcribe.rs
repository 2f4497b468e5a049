//! Amazon Transcribe's JSON: `results.items`, a word or a mark each, with seconds as strings; who speaks
//! stands with the item, or in `results.speaker_labels` beside the same `start_time`
//! (Amazon Transcribe Developer Guide, "Data input and output").

use super::Kind;
use super::format::{File, Format, Reader, Reading};
use super::json::{self, array, get, objects, records, string, written};
use super::speech::{Keys, Speech, Word};
use jsonc_parser::ast::{Object, Value};
use std::collections::BTreeMap;

/// Amazon Transcribe's JSON.
pub(super) const FORMAT: Format = Format {
    name: "aws-transcribe",
    kind: Kind::Transcript,
    looks: "JSON with `results.items` of `alternatives` and `type`",
    takes: "the words up to a pause, another speaker or a sentence's end, `start_time` (seconds from the recording's start) and `speaker_label`",
    reader: Reader::Json { fits, read },
};

const KEYS: Keys = Keys {
    start: "start_time",
    end: "end_time",
    speaker: "speaker_label",
    text: "content",
    ..Keys::PLAIN
};

fn fits(value: &Value) -> bool {
    let is_item = |item: &Object| array(item, "alternatives").is_some();
    json::part(value, "results").is_some_and(|results| {
        records(results, "items").any(is_item)
            || get(results, "items").is_some() && get(results, "transcripts").is_some()
    })
}

fn read(file: &File, value: &Value) -> Reading {
    let mut speech = Speech::of(file);
    let Some(results) = json::part(value, "results") else {
        return speech.finish();
    };
    let speakers = speakers(results);
    speech.words(results, "items", |item| word(item, &speakers));
    speech.finish()
}

/// Who speaks from when on, by the `start_time` of each word.
type Speakers<'b> = BTreeMap<&'b str, &'b Value<'b>>;

fn speakers<'b>(results: &'b Object<'b>) -> Speakers<'b> {
    let labels = get(results, "speaker_labels").and_then(Value::as_object);
    labels
        .into_iter()
        .flat_map(|labels| records(labels, "segments"))
        .flat_map(|segment| records(segment, "items"))
        .filter_map(|item| {
            let start = written(get(item, KEYS.start)?)?;
            Some((start, get(item, KEYS.speaker)?))
        })
        .collect()
}

/// The word of an item: its best alternative.
fn word<'b>(item: &'b Object<'b>, speakers: &Speakers<'b>) -> Option<Word<'b>> {
    let best = objects(get(item, "alternatives")?).next()?;
    let said = Word::of(best, &KEYS)?;
    let timed = Word::times(item, &KEYS);
    let beside = || speakers.get(written(get(item, KEYS.start)?)?).copied();
    Some(Word {
        start: timed.0,
        end: timed.1,
        speaker: get(item, KEYS.speaker).or_else(beside),
        is_mark: string(item, "type").is_some_and(|kind| kind.value == "punctuation"),
        ..said
    })
}
