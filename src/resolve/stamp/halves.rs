//! Twelve-hour stamps: whether a log leaves out a.m. and p.m.

use super::clock_stamps;
use crate::read::transcript::{ClockStamp, Transcript};

/// Whether stamps leave out a.m. and p.m.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Halves {
    /// The log has 24-hour time.
    None,
    /// Some stamps say it: the others follow them.
    Told,
    /// None says it, and the log runs from 12 to 1.
    Open,
}

impl Halves {
    /// Told from all stamps of a log.
    pub(super) fn of(transcript: &Transcript) -> Self {
        let stamps = || clock_stamps(transcript);
        if stamps().any(|stamp| stamp.meridiem.is_some()) {
            return Halves::Told;
        }
        let minutes = |stamp: ClockStamp| i32::from(stamp.hour) * 60 + i32::from(stamp.minute);
        let mut turns = stamps().zip(stamps().skip(1));
        let turned =
            turns.any(|(a, b)| a.hour == 12 && (600..720).contains(&(minutes(a) - minutes(b))));
        let twelve = turned && stamps().all(|stamp| (1..=12).contains(&stamp.hour));
        if twelve { Halves::Open } else { Halves::None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::log::log;

    fn halves(lines: &str) -> Halves {
        Halves::of(&log(lines))
    }

    #[test]
    fn a_step_from_twelve_to_one_is_a_twelve_hour_clock() {
        assert!(halves("11:58:00 A: a\n12:31:00 A: b\n1:05:00 A: c\n") == Halves::Open);
        assert!(halves("11:58:00 A: a\n12:31:00 A: b\n13:05:00 A: c\n") == Halves::None);
        assert!(halves("11:58:00 PM A: a\n12:31:00 A: b\n") == Halves::Told);
    }
}
