//! Call details of `iSpyFire`: JSON with the status changes of all units of a call, the newest first.
//!
//! Times are local and have no zone; `iSpyCreatedTimestamp`, seconds or milliseconds since the epoch, was taken
//! shortly after `TimeDateReported`, so that the two together show the zone.

use super::cad::{clock_stamp, is_zeros};
use super::extract::Extract;
use super::format::{File, Format, Reader, Reading, Remark};
use super::json::{self, get, milliseconds, number, range, records, string};
use super::transcript::{ClockStamp, Entry, Record, Stamp, Transcript, Transmission};
use super::{Body, Kind};
use crate::lexicon::look_up;
use crate::lexicon::record::RECORD_STATUSES;
use crate::lexicon::status::Milestone;
use crate::note::Code;
use crate::span::Span;
use crate::time::{HOUR, MINUTE, SECOND};
use chrono::{FixedOffset, NaiveTime};
use jsonc_parser::ast::{Object, Value};

/// iSpyFire's call details.
pub(super) const FORMAT: Format = Format {
    name: "ispyfire",
    kind: Kind::Transcript,
    looks: "JSON with `TimeDateReported` and `JoinedRespondersDetail`, or an array of such calls",
    takes: "each status change of each unit (`TimeOfStatusChange`, `StatusDisplayCode`, `RadioLog`), notes, the call; the zone by `iSpyCreatedTimestamp`",
    reader: Reader::Json { fits, read },
};

/// So many records show whether a table is one of calls.
const SAMPLE: usize = 5;
/// How the code of a typed line reads.
const NOTE: &str = "NOTE";
/// A call is stored so much before its time at most, as clocks differ, and so much after it.
const STORED: std::ops::RangeInclusive<i64> = -2 * MINUTE..=10 * MINUTE;

fn fits(value: &Value) -> bool {
    let has_changes = |object: &Object| {
        records(object, "JoinedRespondersDetail").any(|it| get(it, "TimeOfStatusChange").is_some())
    };
    json::objects(value)
        .take(SAMPLE)
        .any(|object| get(object, "TimeDateReported").is_some() || has_changes(object))
}

fn read(file: &File, value: &Value) -> Reading {
    let mut draft = Draft {
        extract: Extract::of(file.text),
        entries: Vec::new(),
        remarks: Vec::new(),
        offset: None,
    };
    for object in json::objects(value) {
        draft.call(object);
    }
    Reading {
        remarks: draft.remarks,
        extracted: Some(draft.extract.finish()),
        ..Reading::plain(Body::Transcript(Transcript::of(draft.entries)))
    }
}

struct Draft<'a> {
    extract: Extract<'a>,
    entries: Vec<Entry>,
    remarks: Vec<Remark>,
    /// The zone of the call.
    offset: Option<FixedOffset>,
}

impl Draft<'_> {
    fn call(&mut self, object: &Object) {
        const REPORTED: &str = "TimeDateReported";
        self.offset = None;
        if let Some(property) = object.get(REPORTED)
            && let Some(place) = range(object, REPORTED)
        {
            let words = self.extract.words(place);
            let stamp = clock_stamp(words.of(self.extract.text()));
            self.offset = stamp.and_then(|stamp| self.zone(object, &stamp, words));
            let name = property.range.start + 1;
            let text = self.extract.words(name..name + REPORTED.len());
            let record = Record::Status(Some(Milestone::CallReceived));
            self.line(record, (stamp, words), (None, None), text);
        }
        for change in records(object, "JoinedRespondersDetail") {
            self.change(change);
        }
    }

    fn change(&mut self, object: &Object) {
        let code = string(object, "StatusDisplayCode");
        let record = match code.map(|code| code.value.trim()) {
            Some(NOTE) => Record::Remark,
            Some(code) => Record::Status(look_up(RECORD_STATUSES, code).flatten()),
            None => Record::Status(None),
        };
        let unit = string(object, "UnitNumber");
        let agency = string(object, "AgencyCode");
        // a page to the whole agency is listed as if it were a unit
        let is_agency = unit
            .zip(agency)
            .is_some_and(|(unit, agency)| unit.value == agency.value);
        let unit = match unit {
            Some(unit) => Some(self.extract.string(unit)),
            None => range(object, "UnitNumber").map(|number| self.extract.words(number)),
        };
        let who = if is_agency {
            (None, unit)
        } else {
            (unit, None)
        };
        let Some(time) = range(object, "TimeOfStatusChange") else {
            if let Some(range) = object.properties.first().map(|it| it.range) {
                let span = self.extract.words(range.start..range.end);
                self.entries.push(Entry::Unread(span));
            }
            return;
        };
        let words = self.extract.words(time);
        let stamp = clock_stamp(words.of(self.extract.text()));
        let text = string(object, "RadioLog")
            .or(code)
            .map_or(words, |said| self.extract.string(said));
        self.line(record, (stamp, words), who, text);
    }

    fn line(
        &mut self,
        record: Record,
        (stamp, words): (Option<ClockStamp>, Span),
        (unit, speaker): (Option<Span>, Option<Span>),
        text: Span,
    ) {
        let Some(stamp) = stamp else {
            let is_blank = is_zeros(words.of(self.extract.text()));
            self.entries.push(if is_blank {
                Entry::About(words)
            } else {
                Entry::Unread(words)
            });
            return;
        };
        let stamp = ClockStamp {
            offset: self.offset,
            ..stamp
        };
        let line = Transmission {
            span: text,
            stamp: Some((Stamp::Clock(stamp), words)),
            channel: None,
            speaker,
            unit,
            text,
        };
        self.entries.push(Entry::Record(record, line));
    }

    /// The zone of a call that was stored a moment after it was reported.
    fn zone(&mut self, object: &Object, stamp: &ClockStamp, words: Span) -> Option<FixedOffset> {
        /// No call was stored in so many seconds: these are milliseconds.
        const MOST_SECONDS: f64 = 1e11;
        let stored = number(object, "iSpyCreatedTimestamp")?;
        let factor = if MOST_SECONDS < stored { 1e-3 } else { 1.0 };
        let stored = milliseconds(stored * factor)?;
        let time = NaiveTime::from_hms_opt(
            stamp.hour.into(),
            stamp.minute.into(),
            stamp.second.unwrap_or(0).into(),
        )?;
        let local = stamp.date?.and_time(time).and_utc().timestamp_millis();
        let ahead = local - stored;
        let hours = (ahead + HOUR / 2).div_euclid(HOUR);
        let lag = hours * HOUR - ahead;
        let offset = i32::try_from(hours * HOUR / SECOND).ok()?;
        let offset = FixedOffset::east_opt(offset).filter(|_| STORED.contains(&lag))?;
        self.remarks.push(Remark {
            code: Code::ZoneInferred,
            span: words,
            message: format!(
                "`iSpyCreatedTimestamp` is {} s from `TimeDateReported` if its zone is {offset}, which is used",
                lag / SECOND
            ),
        });
        Some(offset)
    }
}
