//! Calls as rdio-scanner takes them (its API's `call-upload`): `timestamp` in milliseconds since the
//! epoch, else `dateTime` in seconds or RFC 3339, who speaks in `units` or `sources`.

use super::call::{Call, Calls, moment};
use super::format::{File, Format, Reader, Reading, Remark};
use super::json::{self, get, string};
use super::{Kind, name};
use jsonc_parser::ast::{Object, Value};

/// rdio-scanner's call.
pub(super) const FORMAT: Format = Format {
    name: "rdio-scanner",
    kind: Kind::Transcript,
    looks: "JSON with `talkgroup`, `timestamp` or `dateTime`, and `system`, `systemLabel` or `talkgroupLabel`; or an array of such calls",
    takes: "the start of each call, the channel (`talkgroupLabel`, else `talkgroup`), the unit if one speaks, `transcript`",
    reader: Reader::Json { fits, read },
};

/// When a call started, and how many of the unit are a second.
const TIMES: [(&str, f64); 2] = [("timestamp", 1000.0), ("dateTime", 1.0)];

fn fits(value: &Value) -> bool {
    let has = |object: &Object, keys: &[&str]| keys.iter().any(|key| get(object, key).is_some());
    json::objects(value).any(|object| {
        has(object, &["talkgroup"])
            && has(object, &["timestamp", "dateTime"])
            && has(object, &["system", "systemLabel", "talkgroupLabel"])
            && !has(object, &["start_time"])
    })
}

fn read(file: &File, value: &Value) -> Reading {
    let mut calls = Calls::of(file, &FORMAT);
    for record in json::objects(value) {
        let time = TIMES.iter().find_map(|(key, per_second)| {
            let value = get(record, key)?;
            Some((moment(value, *per_second)?, value, key))
        });
        let Some((start, stamp, key)) = time else {
            calls.leave(record);
            continue;
        };
        let stamp = calls.value(stamp);
        let channel = calls.first(record, &["talkgroupLabel", "talkgroupName", "talkgroup"]);
        let lists = [("units", &["label", "id"]), ("sources", &["tag", "src"])];
        let mut units = lists.map(|(list, keys)| calls.units(record, list, keys));
        let units = match units.iter_mut().find(|units| !units.is_empty()) {
            Some(units) => std::mem::take(units),
            None => calls
                .first(record, &["unit", "source"])
                .into_iter()
                .collect(),
        };
        let words = string(record, "transcript").map(|words| calls.extract.string(words));
        let call = Call {
            start,
            stamp,
            channel,
            units,
        };
        calls.add(&call, words);
        // some versions keep when the call came in instead
        let file = string(record, "audioName");
        let remark = file.and_then(|file| name::compare(&file.value, key, start.0));
        calls.remarks.extend(remark.map(|remark| Remark {
            span: stamp,
            ..remark
        }));
    }
    calls.finish()
}
