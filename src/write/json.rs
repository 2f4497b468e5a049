//! JSON: everything, for programs. The shape is a contract: only additions after the first release.
//!
//! `start` and `end` are byte offsets into the source as given; `earliest` is inclusive, `latest`
//! exclusive, `null` is open.

use super::one_line;
use crate::lexicon::status::Milestone;
use crate::link::Teller;
use crate::note::Note;
use crate::read::{Kind as SourceKind, hex};
use crate::resolve::Part;
use crate::solve::incident::Conflict;
use crate::span::Span;
use crate::time::{Grain, Instant, Interval, SECOND, Zone};
use crate::timeline::{Chronicle, Event, Timeline};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    squelch: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a str>,
    sources: Vec<SourceEntry<'a>>,
    incidents: Vec<IncidentEntry<'a>>,
    notes: Vec<NoteEntry<'a>>,
    unplaced: Vec<UnplacedEntry<'a>>,
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    id: String,
    path: &'a str,
    kind: &'static str,
    format: &'static str,
    encoding: &'static str,
    sha256: String,
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// The day on which it was read at its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<String>,
    /// The user's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    published: Option<String>,
    timezone: Option<String>,
    clock: ClockEntry,
}

#[derive(Serialize)]
struct ClockEntry {
    offset_min_s: f64,
    offset_max_s: f64,
    /// For a recording whose stamps count from a start that other sources show.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    stretches: Vec<StretchEntry>,
}

/// What is added to the stamps from one line on.
#[derive(Serialize)]
struct StretchEntry {
    line: u32,
    added_min_s: f64,
    added_max_s: f64,
    basis: &'static str,
}

#[derive(Serialize)]
struct IncidentEntry<'a> {
    id: &'a str,
    label: String,
    place: Option<&'a str>,
    date: Option<String>,
    timezone: Option<String>,
    events: Vec<EventEntry<'a>>,
    conflicts: Vec<ConflictEntry<'a>>,
}

#[derive(Serialize)]
struct EventEntry<'a> {
    id: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
    stated: Option<String>,
    grain: Option<&'static str>,
    certainty: &'static str,
    kind: &'static str,
    speaker: Option<&'a str>,
    unit: Option<&'a str>,
    channel: Option<&'a str>,
    text: &'a str,
    /// What a record's status is by its standard name.
    #[serde(skip_serializing_if = "Option::is_none")]
    milestone: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    statements: Vec<StatementEntry<'a>>,
    notes: Vec<NoteEntry<'a>>,
}

#[derive(Serialize)]
struct StatementEntry<'a> {
    source: String,
    line: usize,
    start: u32,
    end: u32,
    text: &'a str,
    time_phrase: Option<&'a str>,
    earliest: Option<String>,
    latest: Option<String>,
    /// Only where it is one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    copy: bool,
    /// The path of the sound behind it, and where in it, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    audio: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audio_offset_s: Option<f64>,
}

#[derive(Serialize)]
struct ConflictEntry<'a> {
    message: String,
    off_by_s: i64,
    statements: Vec<Quoted<'a>>,
}

/// Words of a source, in bytes of it as given.
#[derive(Serialize)]
pub(super) struct Quoted<'a> {
    pub source: String,
    pub line: usize,
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
}

#[derive(Serialize)]
struct NoteEntry<'a> {
    code: &'static str,
    source: String,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct UnplacedEntry<'a> {
    #[serde(flatten)]
    words: Quoted<'a>,
    reason: &'static str,
}

/// Writes all incidents, sources, remarks and unplaced words as one document.
///
/// # Errors
///
/// What the writer reports.
pub fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        squelch: env!("CARGO_PKG_VERSION"),
        case: timeline.name.as_deref(),
        sources: (0..timeline.told.sources.len())
            .map(|at| source(timeline, at))
            .collect(),
        incidents: timeline
            .chronicles
            .iter()
            .map(|chronicle| incident(timeline, chronicle))
            .collect(),
        notes: timeline
            .notes
            .iter()
            .map(|note| note_entry(timeline, note))
            .collect(),
        unplaced: timeline
            .unplaced
            .iter()
            .map(|unplaced| UnplacedEntry {
                words: quoted(timeline, unplaced.source, unplaced.span),
                reason: unplaced.reason.words(),
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// The id of a source: its number in the run, from 1.
fn id(source: u32) -> String {
    format!("s{}", source + 1)
}

fn source<'a>(timeline: &Timeline<'a>, at: usize) -> SourceEntry<'a> {
    let read = &timeline.told.sources[at];
    let resolved = &timeline.told.resolved[at];
    SourceEntry {
        id: id(at as u32),
        path: &read.path,
        kind: read.kind().name(),
        format: read.format.name,
        encoding: read.encoding,
        sha256: hex(&read.digest()),
        title: read.title().map(one_line),
        url: read.citation.url.as_deref(),
        read: read.citation.read.map(|day| day.to_string()),
        note: read.citation.note.as_deref(),
        published: resolved
            .published
            .and_then(|published| published.earliest)
            .map(|published| resolved.zone.rfc3339(published)),
        timezone: zone(resolved.zone),
        clock: clock(timeline, at),
    }
}

fn clock(timeline: &Timeline, at: usize) -> ClockEntry {
    let (read, resolved) = (&timeline.told.sources[at], &timeline.told.resolved[at]);
    let clock = &timeline.told.clocks[at];
    let known = clock.known();
    let stretches = clock.stretches.iter().filter_map(|stretch| {
        let statement = resolved.statements.get(stretch.from as usize)?;
        Some(StretchEntry {
            line: read.line(statement.span.start) as u32,
            added_min_s: seconds(stretch.applied.least),
            added_max_s: seconds(stretch.applied.most),
            basis: stretch.basis.name(),
        })
    });
    ClockEntry {
        offset_min_s: seconds(known.least),
        offset_max_s: seconds(known.most),
        start: resolved.start.map(|start| resolved.zone.rfc3339(start)),
        stretches: match read.kind() {
            SourceKind::Transcript => stretches.collect(),
            SourceKind::Article => Vec::new(),
        },
    }
}

#[expect(clippy::cast_precision_loss, reason = "offsets are far below 2^53 ms")]
fn seconds(milliseconds: i64) -> f64 {
    milliseconds as f64 / 1e3
}

fn zone(zone: Zone) -> Option<String> {
    zone.is_absolute().then(|| zone.to_string())
}

fn incident<'a>(timeline: &'a Timeline<'a>, chronicle: &'a Chronicle) -> IncidentEntry<'a> {
    let incident = &chronicle.incident;
    IncidentEntry {
        id: &incident.id,
        label: one_line(&incident.label),
        place: incident.place.as_deref(),
        date: incident.date.map(|date| date.to_string()),
        timezone: zone(incident.zone),
        events: chronicle
            .events
            .iter()
            .map(|told| event(timeline, incident.zone, told))
            .collect(),
        conflicts: chronicle
            .conflicts
            .iter()
            .map(|found| conflict(timeline, found))
            .collect(),
    }
}

fn times(zone: Zone, interval: Interval) -> (Option<String>, Option<String>) {
    let print = |instant: Option<Instant>| instant.map(|instant| zone.rfc3339(instant));
    (print(interval.earliest), print(interval.latest))
}

fn event<'a>(timeline: &'a Timeline<'a>, zone: Zone, event: &'a Event) -> EventEntry<'a> {
    let best = event.tellers[0];
    let statement = timeline.told.statement(best);
    let words = |span: Option<Span>| span.map(|span| span.of(timeline.told.text(best)));
    let (earliest, latest) = times(zone, event.interval);
    EventEntry {
        id: &event.id,
        earliest,
        latest,
        stated: statement.stated.map(|stated| zone.rfc3339(stated)),
        grain: statement.grain.map(Grain::name),
        certainty: statement.certainty.name(),
        kind: statement.kind.name(),
        speaker: words(statement.speaker),
        unit: words(statement.unit),
        channel: words(statement.channel),
        text: timeline.told.words(best),
        milestone: statement.milestone.map(Milestone::name),
        part: event.part.map(|part| match part {
            Part::Start => "start",
            Part::End => "end",
        }),
        of: event.of.as_deref(),
        statements: event
            .tellers
            .iter()
            .map(|teller| self::statement(timeline, event, zone, *teller))
            .collect(),
        notes: event
            .notes
            .iter()
            .map(|at| note_entry(timeline, &timeline.notes[*at]))
            .collect(),
    }
}

fn statement<'a>(
    timeline: &Timeline<'a>,
    event: &Event,
    zone: Zone,
    teller: Teller,
) -> StatementEntry<'a> {
    let told = timeline.told;
    let statement = told.statement(teller);
    let (earliest, latest) = times(zone, timeline.told.reading(teller));
    let words = quoted(timeline, teller.source, statement.span);
    StatementEntry {
        source: words.source,
        line: words.line,
        start: words.start,
        end: words.end,
        text: words.text,
        time_phrase: statement.phrase.map(|phrase| phrase.of(told.text(teller))),
        earliest,
        latest,
        copy: event.copies.contains(&teller),
        audio: told.sources[teller.source as usize].sound.as_deref(),
        audio_offset_s: statement.sound_at.map(seconds),
    }
}

/// Words of a source, which is named by its id.
pub(super) fn quoted<'a>(timeline: &Timeline<'a>, source: u32, span: Span) -> Quoted<'a> {
    let read = &timeline.told.sources[source as usize];
    let raw = read.raw(span);
    Quoted {
        source: id(source),
        line: read.line(span.start),
        start: raw.start,
        end: raw.end,
        text: span.of(&read.text),
    }
}

fn conflict<'a>(timeline: &Timeline<'a>, conflict: &Conflict) -> ConflictEntry<'a> {
    ConflictEntry {
        message: timeline.message(conflict),
        off_by_s: conflict.off_by / SECOND,
        statements: conflict
            .tellers
            .iter()
            .map(|teller| {
                quoted(
                    timeline,
                    teller.source,
                    timeline.told.statement(*teller).span,
                )
            })
            .collect(),
    }
}

fn note_entry<'a>(timeline: &Timeline, note: &'a Note) -> NoteEntry<'a> {
    let read = &timeline.told.sources[note.source as usize];
    let (line, column) = read.place(note.span.start);
    NoteEntry {
        code: note.code.name(),
        source: id(note.source),
        line,
        column,
        message: &note.message,
    }
}
