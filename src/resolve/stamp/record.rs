//! Records of a dispatcher: a day is written once, anywhere, and their entries stand in any order.

use super::Log;
use crate::read::transcript::{ClockStamp, Entry, Stamp, Transcript};
use crate::span::Span;
use chrono::NaiveDate;

/// Whether a transcript is the record of a dispatcher.
pub(super) fn is_record(transcript: &Transcript) -> bool {
    transcript
        .entries
        .iter()
        .any(|entry| matches!(entry, Entry::Record(..)))
}

/// The first entry of a record that writes a day: that of the bare times above it too.
pub(super) fn first_day(
    transcript: &Transcript,
) -> Option<(NaiveDate, Option<(ClockStamp, Span)>)> {
    transcript.entries.iter().find_map(|entry| match entry {
        Entry::Heading { date, .. } => Some((*date, None)),
        Entry::Record(_, line) => match line.stamp? {
            (Stamp::Clock(stamp), words) => Some((stamp.date?, Some((stamp, words)))),
            _ => None,
        },
        _ => None,
    })
}

impl Log<'_> {
    /// Goes on to an incident, as an account of its own.
    pub(super) fn open_incident(&mut self, number: Span) {
        let next = self.incidents.len() as u32;
        let number = number.of(&self.source.text);
        self.account = *self.incidents.entry(number).or_insert(next);
    }

    /// Takes the day of a record from wherever it is written.
    pub(super) fn open_record(&mut self, transcript: &Transcript) {
        let Some((day, stamp)) = first_day(transcript) else {
            return;
        };
        self.day = Some(day);
        if let Some((stamp, words)) = stamp {
            // for its instant alone: it is read, and remarked on, in its turn
            self.clock_interval(&stamp, words);
            self.notes.clear();
        }
    }
}

/// Whether a clock time is written as twenty-four hours have it: `01:44`
pub(super) fn has_leading_zero(written: &str) -> bool {
    let hours = written.split(':').map(|before| {
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        &before[digits..]
    });
    hours
        .take_while(|hour| hour.len() <= 2)
        .find(|hour| !hour.is_empty())
        .is_some_and(|hour| hour.len() == 2 && hour.starts_with('0'))
}
