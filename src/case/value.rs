//! The values that a case file and the flags of the command line state: moments, offsets, lengths,
//! places of a source.

use crate::resolve::{Clock, Published};
use crate::time::{HOUR, MINUTE, SECOND};
use std::ops::RangeInclusive;

/// The remedy for a date that cannot be read.
pub const DATE_FORMS: &str = "write `2024-03-02`, `2024-03-02T09:00` or `2024-03-02T09:00-06:00`";

/// `2024-03-02`, `2024-03-02T09:00`, `2024-03-02 09:00:30`, `2024-03-02T09:00-06:00`
///
/// ```
/// use squelch::{case::value::moment, resolve::Published};
/// assert!(matches!(moment("2024-03-02"), Some(Published::Day(_))));
/// assert!(moment("2024-02-30").is_none());
/// ```
pub fn moment(words: &str) -> Option<Published> {
    Published::written(words)
}

/// The remedy for the start of a recording that cannot be read.
pub const START_FORMS: &str = "write `2024-03-02T09:00` or `2024-03-02T09:00:30-06:00`";

/// When a recording started: a moment, not a whole day.
///
/// ```
/// use squelch::case::value::start;
/// assert!(start("2024-03-02T09:00:30").is_some());
/// assert!(start("2024-03-02").is_none());
/// ```
pub fn start(words: &str) -> Option<Published> {
    moment(words).filter(|moment| !matches!(moment, Published::Day(_)))
}

/// The remedy for an offset that cannot be read.
pub const OFFSET_FORMS: &str = "write it as `+00:02:20` or `+00:02:20±5s`";

/// What is added to the stamps of a clock: `+00:02:20`, `-0:01`, `+00:02:20±5s`, `00:02+-500ms`
///
/// ```
/// use squelch::{case::value::offset, resolve::Clock};
/// let clock = offset("+00:02:20±5s").unwrap();
/// assert_eq!(clock, Clock { least: 135_000, most: 145_000 });
/// assert!(offset("two minutes").is_none());
/// ```
pub fn offset(words: &str) -> Option<Clock> {
    let (offset, error) = match words.split_once('±').or_else(|| words.split_once("+-")) {
        Some((offset, error)) => (offset, length(error)?),
        None => (words, 0),
    };
    let (sign, digits) = match offset.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-" | "−", digits) => (-1, digits),
        _ => (1, offset),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<i64>().ok());
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    let valid = parts.next().is_none()
        && (0..100).contains(&hours)
        && (0..60).contains(&minutes)
        && (0..60).contains(&seconds);
    let offset = sign * (hours * HOUR + minutes * MINUTE + seconds * SECOND);
    valid.then_some(Clock {
        least: offset - error,
        most: offset + error,
    })
}

/// The remedy for a length of time that cannot be read.
pub const LENGTH_FORMS: &str = "write it as `90s`, `45m` or `2h`";

/// A length of time in milliseconds: `5s`, `45m`, `2h`, `500ms`, `5`
///
/// ```
/// use squelch::case::value::length;
/// assert_eq!(length("45m"), Some(2_700_000));
/// assert_eq!(length("soon"), None);
/// ```
pub fn length(words: &str) -> Option<i64> {
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let amount: i64 = digits
        .parse()
        .ok()
        .filter(|amount| (0..1_000_000).contains(amount))?;
    let unit = match &words[digits.len()..] {
        "ms" => 1,
        "" | "s" | "sec" => SECOND,
        "m" | "min" => MINUTE,
        "h" => HOUR,
        _ => return None,
    };
    Some(amount * unit)
}

/// The remedy for a place of a source that cannot be read.
pub const PLACE_FORMS: &str = "write it as `log.txt`, `log.txt:12` or `log.txt:1-40`";

/// A path with the lines that are meant, from 1, both ends inclusive: `log.txt`, `log.txt:12`, `log.txt:1-40`
///
/// ```
/// use squelch::case::value::place;
/// assert_eq!(place("log.txt:1-40"), Some(("log.txt", 1..=40)));
/// assert_eq!(place("log.txt"), Some(("log.txt", 1..=usize::MAX)));
/// assert_eq!(place("call: 9.txt"), Some(("call: 9.txt", 1..=usize::MAX)));
/// assert_eq!(place("log.txt:40-1"), None);
/// ```
pub fn place(words: &str) -> Option<(&str, RangeInclusive<usize>)> {
    let is_lines = |lines: &str| lines.starts_with(|c: char| c.is_ascii_digit());
    let numbered = words.rsplit_once(':').filter(|(_, lines)| is_lines(lines));
    let Some((path, lines)) = numbered else {
        return Some((words, 1..=usize::MAX));
    };
    let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first <= last).then_some((path, first..=last))
}
