//! Tables of dispatchers' records, as cities publish them: a row per unit or incident, a column per status.
//!
//! San Francisco's Fire Department Calls for Service (`Received DtTm`, … `Available DtTm`, a row per unit), New
//! York's Fire and EMS Incident Dispatch Data (`FIRST_ON_SCENE_DATETIME`), Seattle's Real Time Fire 911 Calls
//! (`Datetime`), and others with such headers. RFC 4180, with commas, semicolons or tabs.

use super::cad::{clock_stamp, column_status, is_zeros};
use super::extract::Extract;
use super::format::{File, Format, Reader, Reading};
use super::transcript::{ClockStamp, Entry, Record, Stamp, Transcript, Transmission};
use super::{Body, Kind, json};
use crate::lexicon::field::{ADDRESS_COLUMNS, INCIDENT_COLUMNS, TYPE_COLUMNS, UNIT_COLUMNS};
use crate::lexicon::status::Milestone;
use crate::lexicon::{WordList, has};
use crate::span::Span;
use std::ops::Range;

/// Dispatchers' records as a table.
pub(super) const FORMAT: Format = Format {
    name: "cad-csv",
    kind: Kind::Transcript,
    looks: "a header row with columns of times (`On Scene DtTm`, `INCIDENT_DATETIME`, `Datetime`) beside an incident's number, a unit, a type or an address",
    takes: "each status column of a row as a status of the row's unit and incident; computed intervals are left alone",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    !json::is_json(file.text) && Header::of(file.text).is_some()
}

/// A column of times.
struct Column<'a> {
    /// Its number.
    at: usize,
    name: &'a str,
    milestone: Option<Milestone>,
    /// Whether it has no seconds but zeros.
    is_of_minutes: bool,
}

/// What the columns of a table are.
struct Header<'a> {
    /// What parts the cells.
    mark: u8,
    times: Vec<Column<'a>>,
    unit: Option<usize>,
    incident: Option<usize>,
    kind: Option<usize>,
    /// Where the first row of cells starts.
    end: usize,
}

impl<'a> Header<'a> {
    /// Reads the first row of a text; nothing if it is none of a record.
    fn of(text: &'a str) -> Option<Self> {
        const LONGEST: usize = 16 << 10;
        const FEWEST: usize = 3;
        let line = text.lines().next().filter(|line| line.len() <= LONGEST)?;
        let mark = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|mark| line.bytes().filter(|byte| byte == mark).count())?;
        let (cells, end) = row(text, 0, mark);
        let names: Vec<&str> = cells.into_iter().map(|cell| &text[cell]).collect();
        let column = |list: &WordList| names.iter().position(|name| has(list, &plain(name)));
        let times: Vec<_> = (0..)
            .zip(&names)
            .filter(|(_, name)| is_time(name))
            .map(|(at, name)| Column {
                at,
                name,
                milestone: column_status(name),
                is_of_minutes: false,
            })
            .collect();
        let header = Header {
            mark,
            times,
            unit: column(UNIT_COLUMNS),
            incident: column(INCIDENT_COLUMNS),
            kind: column(TYPE_COLUMNS),
            end,
        };
        let others = [
            header.unit,
            header.incident,
            header.kind,
            column(ADDRESS_COLUMNS),
        ];
        let known = others.iter().flatten().count();
        let fits = FEWEST <= names.len() && !header.times.is_empty() && 2 <= known;
        fits.then_some(header)
    }
}

impl Header<'_> {
    /// Tells columns whose seconds are all zero: they have been filled up.
    fn find_minutes(&mut self, text: &str) {
        const FEWEST: usize = 2;
        let mut counts = vec![(0, 0); self.times.len()];
        for (cells, _) in rows(text, self.end, self.mark) {
            for (column, (all, zero)) in self.times.iter().zip(&mut counts) {
                let cell = cells.get(column.at).map(|cell| &text[cell.clone()]);
                if let Some(stamp) = cell.and_then(clock_stamp) {
                    *all += 1;
                    *zero += usize::from(stamp.second == Some(0));
                }
            }
        }
        for (column, (all, zero)) in self.times.iter_mut().zip(counts) {
            column.is_of_minutes = FEWEST <= all && all == zero;
        }
    }
}

impl Column<'_> {
    /// A time of this column without the figures that only fill it up.
    fn without_filling(&self, stamp: ClockStamp) -> ClockStamp {
        ClockStamp {
            second: stamp.second.filter(|_| !self.is_of_minutes),
            millisecond: stamp.millisecond.filter(|figures| *figures != 0),
            ..stamp
        }
    }
}

/// Words of a column's name in lower case, parted by blanks.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Whether a column has moments; a duration or a day alone is none.
fn is_time(name: &str) -> bool {
    let name = plain(name);
    ["datetime", "dttm", "timestamp", "date time"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Where the cells of the row at an offset stand, without their quotation marks, and where the next row starts.
fn row(text: &str, start: usize, mark: u8) -> (Vec<Range<usize>>, usize) {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let from = at;
        let mut end = at;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            // a doubled mark stands for itself
            while at < bytes.len() && (bytes[at] != b'"' || bytes.get(at + 1) == Some(&b'"')) {
                at += if bytes[at] == b'"' { 2 } else { 1 };
            }
            at = at.min(bytes.len());
            end = at;
        }
        while bytes
            .get(at)
            .is_some_and(|byte| *byte != mark && *byte != b'\n')
        {
            at += 1;
        }
        let is_quoted = from < end;
        let cell = if is_quoted { from + 1..end } else { from..at };
        let words = text[cell.clone()].trim();
        let lead = text[cell.clone()].len() - text[cell.clone()].trim_start().len();
        let first = cell.start + lead;
        cells.push(first..first + words.len());
        match bytes.get(at) {
            Some(byte) if *byte == mark => at += 1,
            Some(_) => return (cells, at + 1),
            None => return (cells, at),
        }
    }
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut extract = Extract::of(text);
    let mut entries = Vec::new();
    // a table without such a header says nothing, also where the user calls it one
    let mut header = Header::of(text);
    let start = header.as_ref().map_or(0, |header| header.end);
    let mark = header.as_ref().map_or(b',', |header| header.mark);
    if 0 < start {
        entries.push(Entry::About(
            extract.words(0..text[..start].trim_end().len()),
        ));
    }
    if let Some(header) = &mut header {
        header.find_minutes(text);
    }
    for (cells, place) in rows(text, start, mark) {
        let found = header
            .as_ref()
            .map(|header| statuses(&mut extract, text, header, &cells));
        let found = found.unwrap_or_default();
        if found.is_empty() {
            entries.push(Entry::Unread(extract.words(place)));
        }
        entries.extend(found);
    }
    Reading {
        extracted: Some(extract.finish()),
        ..Reading::plain(Body::Transcript(Transcript::of(entries)))
    }
}

/// The rows from an offset on that are not blank: their cells, and where each stands.
fn rows(
    text: &str,
    start: usize,
    mark: u8,
) -> impl Iterator<Item = (Vec<Range<usize>>, Range<usize>)> {
    let mut at = start;
    std::iter::from_fn(move || {
        while at < text.len() {
            let (cells, next) = row(text, at, mark);
            let place = Span::new(at, next).trim(text).range();
            at = next;
            if !place.is_empty() {
                return Some((cells, place));
            }
        }
        None
    })
}

/// The statuses of a row.
fn statuses(
    extract: &mut Extract,
    text: &str,
    header: &Header,
    cells: &[Range<usize>],
) -> Vec<Entry> {
    let cell = |at: Option<usize>| cells.get(at?).filter(|cell| !cell.is_empty()).cloned();
    let mut entries = Vec::new();
    let unit = cell(header.unit).map(|unit| extract.words(unit));
    let incident = cell(header.incident).map(|number| extract.words(number));
    let mut kind = cell(header.kind);
    for column in &header.times {
        let milestone = column.milestone;
        let Some(time) = cell(Some(column.at)) else {
            continue;
        };
        let Some(stamp) = clock_stamp(&text[time.clone()]) else {
            let is_blank = is_zeros(&text[time.clone()]);
            let words = extract.words(time);
            entries.push(if is_blank {
                Entry::About(words)
            } else {
                Entry::Unread(words)
            });
            continue;
        };
        let words = extract.words(time.clone());
        // the first says what the call is, the others how far it has come
        let said = match kind.take() {
            Some(kind) if milestone.is_none_or(|it| it == Milestone::CallReceived) => {
                extract.words(kind)
            }
            _ => extract.stand_in(column.name, time),
        };
        if entries.is_empty()
            && let Some(incident) = incident
        {
            entries.push(Entry::Incident(incident));
        }
        let line = Transmission {
            span: said,
            stamp: Some((Stamp::Clock(column.without_filling(stamp)), words)),
            channel: None,
            speaker: None,
            unit,
            text: said,
        };
        entries.push(Entry::Record(Record::Status(milestone), line));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_outside_of_quotation_marks() {
        let text = "a,\"b, \"\"c\"\"\n\", d \r\ne";
        let (cells, next) = row(text, 0, b',');
        let cells: Vec<&str> = cells.into_iter().map(|cell| &text[cell]).collect();
        assert_eq!(cells, ["a", "b, \"\"c\"\"", "d"]);
        assert_eq!(&text[next..], "e");
        assert_eq!(row("\"open", 0, b',').1, 5);
    }

    #[test]
    fn columns_of_moments_are_told_from_lengths_and_days() {
        assert!(is_time("On Scene DtTm") && is_time("FIRST_ON_SCENE_DATETIME"));
        assert!(!is_time("INCIDENT_TRAVEL_TM_SECONDS_QY") && !is_time("Call Date"));
        assert!(Header::of("Address,Type,Datetime,Incident Number\n").is_some());
        assert!(Header::of("timestamp,speaker,text\n").is_none());
    }
}
