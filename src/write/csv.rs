//! Comma-separated values: a row an event or a statement (RFC 4180).
//!
//! Plain: UTF-8, LF, RFC 3339. For spreadsheets: a byte order mark, CRLF, local times without `T`
//! and offset, with the offset in a last column, `utc_offset`. A text cell that a spreadsheet would take
//! for a formula gets an apostrophe in front (CWE-1236).

use super::{Rows, Style};
use crate::link::Teller;
use crate::time::{Grain, Instant, Interval};
use crate::timeline::{Chronicle, Event, Timeline};
use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// The columns, in their order.
pub const COLUMNS: [&str; 17] = [
    "incident",
    "event",
    "earliest",
    "latest",
    "stated",
    "grain",
    "certainty",
    "kind",
    "speaker",
    "unit",
    "channel",
    "text",
    "source",
    "line",
    "time_phrase",
    "also_in",
    "notes",
];

/// Writes all incidents as one table.
///
/// # Errors
///
/// What the writer reports.
pub fn write(timeline: &Timeline, style: Style, out: &mut dyn Write) -> io::Result<()> {
    rows(timeline, style, out).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

fn rows(timeline: &Timeline, style: Style, out: &mut dyn Write) -> csv::Result<()> {
    if style.excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let terminator = if style.excel {
        Terminator::CRLF
    } else {
        Terminator::Any(b'\n')
    };
    let mut table = WriterBuilder::new()
        .terminator(terminator)
        .buffer_capacity(1 << 16)
        .from_writer(out);
    let zone = style.excel.then_some("utc_offset");
    table.write_record(COLUMNS.into_iter().chain(zone))?;
    for chronicle in &timeline.chronicles {
        for event in &chronicle.events {
            let tellers = match style.rows {
                Rows::Events => &event.tellers[..1],
                Rows::Statements => &event.tellers[..],
            };
            for &teller in tellers {
                let row = Row {
                    timeline,
                    chronicle,
                    event,
                    teller,
                    style,
                };
                let cells = row.cells();
                let cells = cells.iter().map(|cell| cell.as_bytes());
                let zone = row.utc_offset();
                table.write_record(cells.chain(zone.as_deref().map(str::as_bytes)))?;
            }
        }
    }
    table.flush()?;
    Ok(())
}

struct Row<'a> {
    timeline: &'a Timeline<'a>,
    chronicle: &'a Chronicle,
    event: &'a Event,
    teller: Teller,
    style: Style,
}

impl<'a> Row<'a> {
    fn cells(&self) -> [Cow<'a, str>; 17] {
        let Row {
            timeline,
            chronicle,
            event,
            teller,
            ..
        } = *self;
        let statement = timeline.told.statement(teller);
        let source = &timeline.told.sources[teller.source as usize];
        let interval = match self.style.rows {
            Rows::Events => event.interval,
            Rows::Statements => timeline.told.reading(teller),
        };
        let words = |span| harmless(timeline.words(teller, span));
        let cited = timeline.told.sources[teller.source as usize]
            .citation
            .words();
        let remarks = event.notes.iter().map(|at| {
            let note = &timeline.notes[*at];
            format!("{}: {}", note.code, note.message)
        });
        let notes: Vec<String> = cited.into_iter().chain(remarks).collect();
        let also_in = match self.style.rows {
            Rows::Events => timeline.also_in(event).join("; "),
            Rows::Statements => String::new(),
        };
        [
            Cow::Borrowed(chronicle.incident.id.as_str()),
            Cow::Borrowed(event.id.as_str()),
            self.time(interval.earliest),
            self.time(interval.latest),
            self.time(statement.stated),
            Cow::Borrowed(statement.grain.map_or("", Grain::name)),
            Cow::Borrowed(statement.certainty.name()),
            Cow::Borrowed(statement.kind.name()),
            words(statement.speaker),
            words(statement.unit),
            words(statement.channel),
            harmless(statement.span.of(&source.text)),
            harmless(&source.path),
            Cow::Owned(source.line(statement.span.start).to_string()),
            words(statement.phrase),
            Cow::Owned(harmless(&also_in).into_owned()),
            Cow::Owned(harmless(&notes.join("; ")).into_owned()),
        ]
    }

    /// For spreadsheets, whose dates have none: what the local times of a row are ahead of UTC.
    fn utc_offset(&self) -> Option<String> {
        let zone = self.chronicle.incident.zone;
        let Interval { earliest, latest } = self.event.interval;
        self.style.excel.then(|| {
            let known = earliest.or(latest).filter(|_| zone.is_absolute());
            known.map_or_else(String::new, |instant| {
                let offset = zone.rfc3339(instant);
                format!("UTC{}", &offset[offset.len() - "+00:00".len()..])
            })
        })
    }

    fn time(&self, instant: Option<Instant>) -> Cow<'a, str> {
        let zone = self.chronicle.incident.zone;
        instant.map_or(Cow::Borrowed(""), |instant| {
            Cow::Owned(if self.style.excel {
                zone.local(instant)
            } else {
                zone.rfc3339(instant)
            })
        })
    }
}

/// A text cell that no spreadsheet runs.
pub(super) fn harmless(words: &str) -> Cow<'_, str> {
    // a lone sign, such as the path `-`, computes nothing
    if 1 < words.len() && words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}
