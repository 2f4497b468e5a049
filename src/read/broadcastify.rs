//! Calls as Broadcastify Calls lists them, in its older form (`meta_starttime`, `call_tg`) and its newer
//! (`start_ts`, `groupId`); seconds since the epoch.

use super::Kind;
use super::call::{Call, Calls, moment};
use super::format::{File, Format, Reader, Reading, Remark};
use super::json::{self, get, string};
use crate::note::Code;
use crate::span::Span;
use jsonc_parser::ast::{Object, Value};

/// Broadcastify's calls.
pub(super) const FORMAT: Format = Format {
    name: "broadcastify",
    kind: Kind::Transcript,
    looks: "JSON with `meta_starttime` and `call_tg`, or with `start_ts` and `groupId`; an array of such calls, or one under `calls`",
    takes: "the start of each call, the channel (`display`, else `descr` or the number), the unit (`call_src`, `src`), `transcript`",
    reader: Reader::Json { fits, read },
};

/// When a call started, with what else tells the form.
const FORMS: [(&str, &str); 2] = [("meta_starttime", "call_tg"), ("start_ts", "groupId")];

fn fits(value: &Value) -> bool {
    let has = |object: &Object, key: &str| get(object, key).is_some();
    json::listed(value, "calls").any(|object| {
        FORMS
            .iter()
            .any(|(start, group)| has(object, start) && has(object, group))
    })
}

fn read(file: &File, value: &Value) -> Reading {
    let mut calls = Calls::of(file, &FORMAT);
    for record in json::listed(value, "calls") {
        let time = FORMS.iter().find_map(|(key, _)| {
            let value = get(record, key)?;
            Some((moment(value, 1.0)?, value))
        });
        let Some((start, stamp)) = time else {
            calls.leave(record);
            continue;
        };
        let call = Call {
            start,
            stamp: calls.value(stamp),
            channel: calls.first(record, &["display", "descr", "call_tg", "groupId"]),
            units: calls
                .first(record, &["call_src", "src"])
                .into_iter()
                .collect(),
        };
        let words = string(record, "transcript").map(|words| calls.extract.string(words));
        calls.add(&call, words);
    }
    // some recorders send the moment at which a call was over, less the length of its sound
    calls.remarks.push(Remark {
        code: Code::RecordingStart,
        span: Span::default(),
        message: "Broadcastify's times may be up to 30 s late, by the pauses of a call; the recorder's own file has its start"
            .to_owned(),
    });
    calls.finish()
}
