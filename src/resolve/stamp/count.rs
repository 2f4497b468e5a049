//! Stamps that count from a recording's start: `0:00`, `00:01:40.250`.

use super::clock_stamps;
use crate::read::transcript::{ClockStamp, Transcript};
use crate::time::{HOUR, MINUTE, SECOND};

/// How the stamps of a recording count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// `1:40` is a minute and forty seconds.
    Minutes,
    /// `0:01:40` is.
    Hours,
}

impl Count {
    /// Told from all stamps of a transcript: the first lies in the first minute, and none names a day
    /// or a half of it.
    pub(super) fn of(transcript: &Transcript) -> Option<Self> {
        let first = clock_stamps(transcript).next()?;
        let is_bare = |stamp: &ClockStamp| {
            stamp.date.is_none()
                && stamp.day.is_none()
                && stamp.offset.is_none()
                && stamp.meridiem.is_none()
        };
        let has_seconds = |stamp: &ClockStamp| stamp.second.is_some();
        let starts = first.hour == 0 && (first.minute == 0 || !has_seconds(&first));
        if !starts || !clock_stamps(transcript).all(|stamp| is_bare(&stamp)) {
            return None;
        }
        if clock_stamps(transcript).all(|stamp| has_seconds(&stamp)) {
            Some(Count::Hours)
        } else {
            Some(Count::Minutes)
                .filter(|_| !clock_stamps(transcript).any(|stamp| has_seconds(&stamp)))
        }
    }

    /// How long after the start a stamp lies, in milliseconds, and how fine it is.
    pub(super) fn since_start(self, stamp: &ClockStamp) -> (i64, i64) {
        let (hour, minute) = (i64::from(stamp.hour), i64::from(stamp.minute));
        match self {
            Count::Minutes => (hour * MINUTE + minute * SECOND, SECOND),
            Count::Hours => {
                let second = i64::from(stamp.second.unwrap_or(0));
                let milliseconds = stamp.millisecond.map(i64::from);
                let whole = hour * HOUR + minute * MINUTE + second * SECOND;
                let grain = milliseconds.map_or(SECOND, |_| 1);
                (whole + milliseconds.unwrap_or(0), grain)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::log::log;

    #[test]
    fn a_recording_starts_at_naught() {
        let count = |lines: &str| Count::of(&log(lines));
        assert_eq!(count("0:00 A: a\n1:40 B: b\n"), Some(Count::Minutes));
        assert_eq!(count("00:00:04 A: a\n00:01:40 B: b\n"), Some(Count::Hours));
        assert_eq!(count("13:00:04 A: a\n13:01:40 B: b\n"), None);
        assert_eq!(count("12:00 AM A: a\n12:01 AM B: b\n"), None);
    }
}
