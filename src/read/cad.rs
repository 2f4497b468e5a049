//! A dispatcher's record as text: run reports, unit histories, and pages as they are sent to phones.
//!
//! A status is a word that records are known to print, or a label, and a time beside it, anywhere in the
//! text; a remark is a time with words behind it. A unit stands on the line of its status or heads a block.
//!
//! ```text
//! Dispatched: 5/19/2021 1:44:59 AM        E31 DSP 16:32 ENR 16:34        16:32:07...ONS
//! Disp-00:45:33 Enroute-                  Available18:04:25              [DISP04 5/19/2021 2:03:36 AM]
//! ```

use super::extract::{Extract, Extracted};
use super::format::{File, Format, Reader, Reading, Remark};
use super::log::lines;
use super::transcript::{ClockStamp, Entry, Transcript};
use super::{Body, Kind};
use crate::lexicon::status::Milestone;
use crate::span::Span;
use evidence::Evidence;
use line::Draft;
use moment::{Written, moment};
use std::collections::BTreeMap;

mod arrival;
mod columns;
mod evidence;
mod label;
mod lead;
mod length;
mod line;
mod line_draft;
mod moment;
mod piece;
mod remark;
mod unit;

/// A dispatcher's record.
pub(super) const FORMAT: Format = Format {
    name: "cad",
    kind: Kind::Transcript,
    looks: "statuses with times: `Dispatched: 5/19/2021 1:44:59 AM`, `E31 DSP 16:32 ENR 16:34`, `16:32:07...ONS`",
    takes: "each status with its time, its unit and its standard name; remarks with a time; the day, wherever it is written",
    reader: Reader::Text {
        fits: |file| !super::json::is_json(file.text) && Evidence::of(file.text).is_record(),
        read,
    },
};

fn read(file: &File) -> Reading {
    let (mut entries, remarks, named) = record(file.text);
    let extracted = name_columns(file.text, &mut entries, &named);
    Reading {
        extracted,
        remarks,
        ..Reading::plain(Body::Transcript(Transcript::of(entries)))
    }
}

/// The entries of a record, in the order of the text.
fn record(text: &str) -> (Vec<Entry>, Vec<Remark>, Vec<(Span, &str)>) {
    let mut draft = Draft::of(text);
    for line in lines(text) {
        draft.add(line);
    }
    let (mut entries, mut remarks, named) = draft.finish();
    entries.sort_by_key(Entry::span);
    length::leave_out(&mut entries);
    remarks.extend(arrival::at_hospital(text, &mut entries));
    (entries, remarks, named)
}

/// Puts the names of their columns for the times of tables, behind the text as it is.
fn name_columns(text: &str, entries: &mut [Entry], named: &[(Span, &str)]) -> Option<Extracted> {
    if named.is_empty() {
        return None;
    }
    let mut extract = Extract::of(text);
    extract.words(0..text.len());
    let columns: BTreeMap<Span, &str> = named.iter().copied().collect();
    for entry in entries {
        if let Entry::Record(_, line) = entry
            && let Some(name) = columns.get(&line.text)
        {
            line.text = extract.stand_in(name, line.text.range());
        }
    }
    Some(extract.finish())
}

/// The span of some words of a text.
fn span(text: &str, words: &str) -> Span {
    Span::within(text, words)
}

/// The time that some words are as a whole.
pub(super) fn clock_stamp(words: &str) -> Option<ClockStamp> {
    match moment(words)? {
        (all, Written::Time(stamp)) if all.len() == words.trim_end().len() => Some(stamp),
        _ => None,
    }
}

/// Whether some words are the zeros that stand for a time that has not come.
pub(super) fn is_zeros(words: &str) -> bool {
    matches!(moment(words), Some((_, Written::Zeros)))
}

/// The standard name of the status that a column of times is named after.
pub(super) fn column_status(name: &str) -> Option<Milestone> {
    label::before(name)?.milestone
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "([A-Za-z0-9é /:.,;#@*\\[\\]()=\\t\\r\\n–-]|Disp|ER |12:0[0-9]:33|5/3/2025|Unit|2232){0,60}") {
            let (entries, ..) = record(&text);
            Evidence::of(&text).is_record();
            for pair in entries.windows(2) {
                let (first, second) = (pair[0].span(), pair[1].span());
                prop_assert!(first.end <= second.start, "{:?} and {:?} in {:?}", pair[0], pair[1], text);
            }
            for c in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                let at = c.0 as u32;
                let is_kept = entries.iter().any(|it| it.span().start <= at && at < it.span().end);
                prop_assert!(is_kept, "{:?} at {at} in {text:?}: {entries:?}", c.1);
            }
        }
    }
}
