//! Timeline → bytes, one file a format, behind one signature.

use crate::link::Teller;
use crate::resolve::Clock;
use crate::solve::Limits;
use crate::solve::incident::Conflict;
use crate::span::Span;
use crate::time::SECOND;
use crate::timeline::{Event, Timeline};
use std::io::{self, Write};

mod case_file;
mod clocks;
pub mod csv;
mod explain;
mod intervals;
pub mod json;
pub mod text;
mod verdicts;

pub use case_file::write as write_case_file;
pub use clocks::write as write_clocks;
pub use explain::write as write_explanation;
pub use intervals::{COLUMNS as INTERVAL_COLUMNS, Table, write as write_intervals};
pub use verdicts::{Shown, write as write_verdicts};

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One screen an incident, for reading.
    Text,
    /// A row an event, RFC 4180.
    Csv,
    /// Everything, for programs.
    Json,
}

/// What rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Rows {
    /// A row an event.
    #[default]
    Events,
    /// A row a statement: the table of evidence.
    Statements,
}

/// How to write.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Which format.
    pub format: Format,
    /// What rows are, in CSV.
    pub rows: Rows,
    /// CSV with a byte order mark, CRLF and local times, which spreadsheets read as dates.
    pub excel: bool,
}

/// Writes a timeline.
///
/// # Errors
///
/// What the writer reports.
pub fn write(timeline: &Timeline, style: Style, out: &mut dyn Write) -> io::Result<()> {
    match style.format {
        Format::Text => text::write(timeline, out),
        Format::Csv => csv::write(timeline, style, out),
        Format::Json => json::write(timeline, out),
    }
}

/// The words of a span on one line: runs of white space become one blank.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Timeline<'_> {
    /// `story.txt:7`
    fn place(&self, source: u32, span: Span) -> String {
        let read = &self.told.sources[source as usize];
        format!("{}:{}", read.path, read.line(span.start))
    }

    /// The words of an optional part of a statement.
    fn words(&self, teller: Teller, span: Option<Span>) -> &str {
        span.map_or("", |span| span.of(self.told.text(teller)))
    }

    /// What cannot all hold, in words.
    fn message(&self, conflict: &Conflict) -> String {
        let quotes: Vec<String> = conflict
            .tellers
            .iter()
            .map(|teller| {
                let statement = self.told.statement(*teller);
                let words = one_line(self.told.words(*teller));
                format!("{} “{words}”", self.place(teller.source, statement.span))
            })
            .collect();
        format!(
            "cannot all hold; they miss by at least {}: {}",
            length(conflict.off_by),
            quotes.join("; ")
        )
    }

    /// The places of an event's other statements, and which of them are copies.
    fn also_in(&self, event: &Event) -> Vec<String> {
        event.tellers[1..]
            .iter()
            .map(|teller| {
                let place = self.place(teller.source, self.told.statement(*teller).span);
                if event.copies.contains(teller) {
                    format!("{place} (copy)")
                } else {
                    place
                }
            })
            .collect()
    }
}

/// `+00:02:20`, `+00:02:20 to +00:02:45`
fn offsets(clock: Clock) -> String {
    if clock.is_exact() {
        return signed(clock.least);
    }
    let Clock { least, most } = clock.in_seconds();
    format!("{} to {}", signed(least), signed(most))
}

/// `+00:02:20`, `-00:00:03.500`
fn signed(milliseconds: i64) -> String {
    let sign = if milliseconds < 0 { '-' } else { '+' };
    let seconds = milliseconds.abs() / SECOND;
    let fraction = match milliseconds.abs() % SECOND {
        0 => String::new(),
        rest => format!(".{rest:03}"),
    };
    format!(
        "{sign}{:02}:{:02}:{:02}{fraction}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Limits in whole seconds that hold them: what is printed is not narrower than what is known.
fn in_seconds(limits: Limits) -> Limits {
    Limits {
        at_least: limits
            .at_least
            .map(|least| least.div_euclid(SECOND) * SECOND),
        at_most: limits
            .at_most
            .map(|most| -(-most).div_euclid(SECOND) * SECOND),
    }
}

/// `59 min`, `1 h 5 min`, `12 s`
fn length(milliseconds: i64) -> String {
    let seconds = milliseconds / SECOND;
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter(|(amount, _)| 0 < *amount)
        .map(|(amount, unit)| format!("{amount} {unit}"))
        .collect();
    if told.is_empty() {
        "less than 1 s".to_owned()
    } else {
        told.join(" ")
    }
}
