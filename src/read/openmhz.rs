//! Calls as `OpenMHz`'s API lists them: `calls` with `time` (RFC 3339, a call's start), `talkgroupNum`, and
//! `srcList`, which has where in the sound each radio begins, but not when.

use super::Kind;
use super::call::{Call, Calls, moment};
use super::format::{File, Format, Reader, Reading};
use super::json::{self, get, string};
use jsonc_parser::ast::{Object, Value};

/// `OpenMHz`'s calls.
pub(super) const FORMAT: Format = Format {
    name: "openmhz",
    kind: Kind::Transcript,
    looks: "JSON with `talkgroupNum`, `time` and `len` or `srcList`; an array of such calls, or one under `calls`",
    takes: "the start of each call, the channel (`talkgroupNum`), the unit if one speaks, `transcript`",
    reader: Reader::Json { fits, read },
};

fn fits(value: &Value) -> bool {
    let has = |object: &Object, key: &str| get(object, key).is_some();
    json::listed(value, "calls").any(|object| {
        has(object, "talkgroupNum")
            && has(object, "time")
            && (has(object, "len") || has(object, "srcList"))
    })
}

fn read(file: &File, value: &Value) -> Reading {
    let mut calls = Calls::of(file, &FORMAT);
    for record in json::listed(value, "calls") {
        let time = get(record, "time").and_then(|time| Some((moment(time, 1000.0)?, time)));
        let Some((start, stamp)) = time else {
            calls.leave(record);
            continue;
        };
        let call = Call {
            start,
            stamp: calls.value(stamp),
            channel: calls.first(record, &["talkgroupNum"]),
            units: calls.units(record, "srcList", &["tag", "src"]),
        };
        let words = string(record, "transcript").map(|words| calls.extract.string(words));
        calls.add(&call, words);
    }
    calls.finish()
}
