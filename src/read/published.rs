//! When a source says that it was published.

use crate::time::{Instant, Zone};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

/// When an article was published or a recording started, as stated: a day, or a moment in a zone or in
/// the source's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// `2024-03-02`
    Day(NaiveDate),
    /// `2024-03-02T09:00`, in the source's zone.
    Civil(NaiveDateTime),
    /// `2024-03-02T09:00-06:00`, with its offset.
    Absolute(Instant, FixedOffset),
}

impl Published {
    /// A day or a moment as ISO 8601 has it: `2024-03-02`, `2024-03-02T09:00`, `2024-03-02 09:00:30`,
    /// `2024-03-02T09:00-06:00`, `2024-03-02 09:00:00 -0600`, `2024-03-02T15:00:00.000Z`
    pub fn written(words: &str) -> Option<Published> {
        let words = words.trim();
        if let Ok(day) = NaiveDate::parse_from_str(words, "%Y-%m-%d") {
            return Some(Published::Day(day));
        }
        // Jekyll writes `2024-03-02 09:00:30 -0600`
        let joined = words.replacen(' ', "T", 1).replace(' ', "");
        for form in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"] {
            if let Ok(time) = NaiveDateTime::parse_from_str(&joined, form) {
                return Some(Published::Civil(time));
            }
        }
        ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"]
            .iter()
            .find_map(|form| DateTime::parse_from_str(&joined.replace('Z', "+00:00"), form).ok())
            .map(|time| Published::Absolute(Instant(time.timestamp_millis()), *time.offset()))
    }

    /// The zone that it is stated in.
    pub fn zone(self) -> Option<Zone> {
        match self {
            Published::Absolute(_, offset) => Some(Zone::Fixed(offset)),
            Published::Day(_) | Published::Civil(_) => None,
        }
    }

    /// The moment, in a zone unless it has its own; `None` for a whole day.
    pub fn instant(self, zone: Zone) -> Option<Instant> {
        match self {
            Published::Day(_) => None,
            Published::Civil(time) => Some(zone.first(time)),
            Published::Absolute(instant, _) => Some(instant),
        }
    }
}
