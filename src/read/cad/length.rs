//! Lengths of time that are written as clocks: `First Unit On Scene: 00:04:39`.

use crate::read::transcript::{ClockStamp, Entry, Record, Stamp};

/// Leaves out minutes and seconds that no clock showed: they stand for a moment after midnight where all full
/// moments of the record are of one day and later.
pub(super) fn leave_out(entries: &mut [Entry]) {
    const FEWEST: usize = 2;
    let full = || {
        entries
            .iter()
            .filter_map(stamp)
            .filter(|it| it.date.is_some())
    };
    let days = || full().filter_map(|stamp| stamp.date);
    let is_one_day = days().min() == days().max();
    if full().count() < FEWEST || !is_one_day || full().any(|stamp| stamp.hour == 0) {
        return;
    }
    for entry in entries {
        let is_length = |stamp: ClockStamp| {
            stamp.date.is_none()
                && stamp.hour == 0
                && stamp.second.is_some()
                && stamp.meridiem.is_none()
        };
        if stamp(entry).is_some_and(is_length) {
            *entry = Entry::About(entry.span());
        }
    }
}

/// What a status is stamped with.
fn stamp(entry: &Entry) -> Option<ClockStamp> {
    match entry {
        Entry::Record(Record::Status(_), line) => match line.stamp? {
            (Stamp::Clock(stamp), _) => Some(stamp),
            _ => None,
        },
        _ => None,
    }
}
