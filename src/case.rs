//! The case file, `case.toml`: the zone and the sources of a folder, as the user states them.
//!
//! ```toml
//! zone = "America/Chicago"
//!
//! [[source]]
//! path = "story.txt"
//! published = "2024-03-02T09:00"
//! kind = "article"
//! ```

use crate::read::Kind;
use crate::resolve::{Clock, Published};
use crate::time::{HOUR, Instant, MINUTE, SECOND, Zone};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// What a case file states.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The zone of all its sources.
    pub zone: Option<Zone>,
    /// What it states about single sources.
    pub sources: Vec<CaseSource>,
}

/// What a case file states about one source.
#[derive(Clone, Debug)]
pub struct CaseSource {
    /// The path, from the case file's folder.
    pub path: String,
    /// Where in the case file the path stands: line and column, from 1.
    pub place: (usize, usize),
    /// When it was published.
    pub published: Option<Published>,
    /// Transcript or article.
    pub kind: Option<Kind>,
    /// What is added to its stamps.
    pub clock: Option<Clock>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    zone: Option<Spanned<String>>,
    #[serde(default)]
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: Spanned<String>,
    published: Option<Spanned<String>>,
    kind: Option<Spanned<String>>,
    clock: Option<Spanned<String>>,
}

/// What is wrong with a case file, at its line and column, both from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct Error {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// Reads a case file.
///
/// ```
/// let case = squelch::case::read("zone = \"America/Chicago\"\n").unwrap();
/// assert_eq!(case.zone.unwrap().to_string(), "America/Chicago");
/// let error = squelch::case::read("zone = \"EDX\"\n").unwrap_err();
/// assert_eq!((error.line, error.column), (1, 8));
/// ```
///
/// # Errors
///
/// No TOML, an unknown key, a zone, a time or a kind that cannot be read, a path named twice.
pub fn read(text: &str) -> Result<Case, Error> {
    let file: File = toml::from_str(text).map_err(|error| {
        let first = error.message().lines().next().unwrap_or_default();
        at(
            text,
            error.span().unwrap_or_default(),
            format!("{first}; see the README for the keys of a case file"),
        )
    })?;
    let zone = file
        .zone
        .map(|zone| {
            zone.get_ref()
                .parse()
                .map_err(|error: crate::time::UnknownZone| at(text, zone.span(), error.to_string()))
        })
        .transpose()?;
    let mut sources: Vec<CaseSource> = Vec::new();
    for entry in file.source {
        let span = entry.path.span();
        let path = entry.path.into_inner();
        if let Some(first) = sources.iter().find(|source| source.path == path) {
            let message = format!(
                "`{path}` is listed twice, first on line {}; remove one",
                first.place.0
            );
            return Err(at(text, span, message));
        }
        let published = value(text, entry.published, moment, ("not a date", DATE_FORMS))?;
        let kind = value(text, entry.kind, Kind::named, ("no kind of source", KINDS))?;
        let clock = value(text, entry.clock, offset, ("not an offset", OFFSET_FORMS))?;
        let error = at(text, span, String::new());
        sources.push(CaseSource {
            path,
            place: (error.line, error.column),
            published,
            kind,
            clock,
        });
    }
    Ok(Case { zone, sources })
}

/// Reads the value of a key; `fault` is what one is that cannot be read, `forms` how to write it.
fn value<T>(
    text: &str,
    entry: Option<Spanned<String>>,
    read: impl Fn(&str) -> Option<T>,
    (fault, forms): (&str, &str),
) -> Result<Option<T>, Error> {
    let Some(entry) = entry else {
        return Ok(None);
    };
    let found = entry.get_ref();
    match read(found) {
        None => Err(at(
            text,
            entry.span(),
            format!("`{found}` is {fault}; {forms}"),
        )),
        value => Ok(value),
    }
}

/// The remedy for a date that cannot be read.
pub const DATE_FORMS: &str = "write `2024-03-02`, `2024-03-02T09:00` or `2024-03-02T09:00-06:00`";

/// The remedy for a kind that is none.
pub const KINDS: &str = "write `transcript` or `article`";

/// `2024-03-02`, `2024-03-02T09:00`, `2024-03-02 09:00:30`, `2024-03-02T09:00-06:00`
///
/// ```
/// use squelch::{case::moment, resolve::Published};
/// assert!(matches!(moment("2024-03-02"), Some(Published::Day(_))));
/// assert!(moment("2024-02-30").is_none());
/// ```
pub fn moment(words: &str) -> Option<Published> {
    let words = words.trim();
    if let Ok(day) = NaiveDate::parse_from_str(words, "%Y-%m-%d") {
        return Some(Published::Day(day));
    }
    let joined = words.replacen(' ', "T", 1);
    for form in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"] {
        if let Ok(time) = NaiveDateTime::parse_from_str(&joined, form) {
            return Some(Published::Civil(time));
        }
    }
    ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"]
        .iter()
        .find_map(|form| DateTime::parse_from_str(&joined.replace('Z', "+00:00"), form).ok())
        .map(|time| Published::Absolute(Instant(time.timestamp_millis())))
}

fn at(text: &str, span: Range<usize>, message: String) -> Error {
    let lines = crate::span::Lines::of(text);
    let (line, column) = lines.place(text, span.start.min(text.len()) as u32);
    Error {
        line,
        column,
        message,
    }
}

/// The remedy for an offset that cannot be read.
pub const OFFSET_FORMS: &str = "write it as `+00:02:20` or `+00:02:20±5s`";

/// What is added to the stamps of a clock: `+00:02:20`, `-0:01`, `+00:02:20±5s`, `00:02+-500ms`
///
/// ```
/// use squelch::{case::offset, resolve::Clock};
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

/// `5s`, `1m`, `500ms`, `5`
fn length(words: &str) -> Option<i64> {
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let amount: i64 = digits
        .parse()
        .ok()
        .filter(|amount| (0..1_000_000).contains(amount))?;
    let unit = match &words[digits.len()..] {
        "ms" => 1,
        "" | "s" | "sec" => SECOND,
        "m" | "min" => MINUTE,
        _ => return None,
    };
    Some(amount * unit)
}
