//! Text: one screen an incident, in 80 columns.

use super::{offsets, one_line};
use crate::link::Teller;
use crate::read::Kind as SourceKind;
use crate::resolve::{Certainty, Clock, Kind};
use crate::span::Span;
use crate::time::{DAY, HOUR, Instant, Interval, MINUTE, SECOND, Zone};
use crate::timeline::{Chronicle, Event, Timeline};
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use std::collections::BTreeSet;
use std::io::{self, Write};

mod foot;

const COLUMNS: usize = 80;
const TIME: usize = 23;
const KIND: usize = 10;

/// Writes all incidents, then what tells no event.
///
/// # Errors
///
/// What the writer reports.
pub fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    let names = Names::of(timeline);
    if let Some(name) = &timeline.name {
        block("", &one_line(name), out)?;
        writeln!(out)?;
    }
    for (at, chronicle) in timeline.chronicles.iter().enumerate() {
        if 0 < at {
            writeln!(out)?;
        }
        heading(timeline, chronicle, &names, out)?;
        let mut day = None;
        for event in &chronicle.events {
            row(timeline, chronicle, event, &names, &mut day, out)?;
        }
        for conflict in &chronicle.conflicts {
            writeln!(out)?;
            block(" ! ", &timeline.message(conflict), out)?;
        }
    }
    foot::unplaced(timeline, &names, out)?;
    foot::cited(timeline, &names, out)
}

/// The names by which sources are cited: as short as they can be told apart.
struct Names(Vec<String>);

impl Names {
    fn of(timeline: &Timeline) -> Self {
        let tail = |path: &str, parts: usize| {
            let all: Vec<&str> = path.split('/').collect();
            all[all.len().saturating_sub(parts)..].join("/")
        };
        let paths: Vec<&str> = timeline
            .told
            .sources
            .iter()
            .map(|s| s.path.as_str())
            .collect();
        let shortest = |path: &str| {
            (1..=path.split('/').count())
                .map(|parts| tail(path, parts))
                .find(|name| {
                    1 == paths
                        .iter()
                        .filter(|other| other.ends_with(&format!("/{name}")) || **other == name)
                        .count()
                })
                .unwrap_or_else(|| path.to_owned())
        };
        Names(paths.iter().map(|path| shortest(path)).collect())
    }

    fn place(&self, timeline: &Timeline, teller: Teller) -> String {
        let read = &timeline.told.sources[teller.source as usize];
        let line = read.line(timeline.told.statement(teller).span.start);
        format!("{}:{line}", self.0[teller.source as usize])
    }
}

fn heading(
    timeline: &Timeline,
    chronicle: &Chronicle,
    names: &Names,
    out: &mut dyn Write,
) -> io::Result<()> {
    let incident = &chronicle.incident;
    let mut parts = vec![one_line(&incident.label)];
    if let Some(place) = incident
        .place
        .as_deref()
        .filter(|place| *place != incident.label)
    {
        parts.push(one_line(place));
    }
    let date = incident.date.map_or("day unknown".to_owned(), |date| {
        date.format("%A, %B %-d, %Y").to_string()
    });
    parts.push(format!("{date} ({})", incident.zone));
    block("", &parts.join(" · "), out)?;
    let sources: BTreeSet<u32> = incident
        .tellers
        .iter()
        .map(|teller| teller.source)
        .collect();
    let listed: Vec<String> = sources
        .iter()
        .map(|source| {
            let name = &names.0[*source as usize];
            let clocks = timeline.told.clocks[*source as usize].stretches.iter();
            let off: Vec<String> = clocks
                .map(|stretch| stretch.applied)
                .filter(|clock| *clock != Clock::default())
                .map(offsets)
                .collect();
            if off.is_empty() {
                name.clone()
            } else {
                format!("{name} (clock {})", off.join(", then "))
            }
        })
        .collect();
    let mut counts = vec![
        counted(chronicle.events.len(), "event"),
        format!(
            "{}: {}",
            counted(sources.len(), "source"),
            listed.join(", ")
        ),
    ];
    if !chronicle.conflicts.is_empty() {
        counts.push(counted(chronicle.conflicts.len(), "conflict"));
    }
    block("", &counts.join(" · "), out)?;
    writeln!(out)
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn row(
    timeline: &Timeline,
    chronicle: &Chronicle,
    event: &Event,
    names: &Names,
    heading: &mut Option<(NaiveDate, String)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let zone = chronicle.incident.zone;
    let known = event
        .interval
        .earliest
        .or(event.interval.latest.map(|latest| latest.plus(-1)));
    if let Some(known) = known {
        let its_day = (zone.civil(known).date(), zone.abbreviation(known));
        if heading
            .as_ref()
            .is_some_and(|heading| heading.1 != its_day.1 && heading.0 == its_day.0)
        {
            writeln!(out, "\n {}: the clocks changed", its_day.1)?;
        } else if heading
            .as_ref()
            .is_some_and(|heading| heading.0 != its_day.0)
        {
            writeln!(out, "\n {}", its_day.0.format("%A, %B %-d, %Y"))?;
        }
        *heading = Some(its_day);
    }
    let best = event.tellers[0];
    let statement = timeline.told.statement(best);
    let places: Vec<String> = event
        .tellers
        .iter()
        .map(|teller| names.place(timeline, *teller))
        .collect();
    let words = one_line(timeline.told.words(best));
    let source_kind = timeline.told.sources[best.source as usize].kind();
    let said = match (statement.kind, source_kind) {
        (Kind::Radio, SourceKind::Article) => {
            quoted(timeline.told.text(best), statement.span, &words)
        }
        _ => words,
    };
    let who: Vec<&str> = [statement.channel, statement.speaker, statement.unit]
        .into_iter()
        .flatten()
        .map(|span| span.of(timeline.told.text(best)))
        .collect();
    let is_told = statement.kind == Kind::Radio || source_kind == SourceKind::Transcript;
    let by_line = is_told && !who.is_empty();
    let mut words = if by_line {
        format!("{}: {said}", one_line(&who.join(", ")))
    } else {
        said
    };
    if let Some(phrase) = statement
        .phrase
        .filter(|phrase| !statement.span.holds(*phrase))
        && source_kind == SourceKind::Article
    {
        let phrase = one_line(phrase.of(timeline.told.text(best)));
        words = format!("{words} ({phrase})");
    }
    let mut remarks = places;
    if statement.certainty == Certainty::Ordered {
        remarks.push("order only".to_owned());
    }
    let words = format!("{words} [{}]", remarks.join(", "));
    let time = match statement.phrase.filter(|_| event.interval.is_open()) {
        Some(stamp) => format!(" {}, day ?", stamp.of(timeline.told.text(best))),
        None => format!(" {}", when(zone, event.interval)),
    };
    let indent = TIME + KIND;
    let lines = wrap(&words, COLUMNS - indent);
    for (at, line) in lines.iter().enumerate() {
        if at == 0 {
            let kind = statement.kind.name();
            writeln!(out, "{}{} {line}", pad(&time, TIME), pad(kind, KIND - 1))?;
        } else {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    Ok(())
}

/// A quote in its marks; without the closing one, where the source has none.
fn quoted(text: &str, span: Span, words: &str) -> String {
    let is_closed = text[span.end as usize..].starts_with(['”', '"', '’', '\'']);
    let close = if is_closed { "”" } else { "" };
    format!("“{words}{close}")
}

fn pad(words: &str, width: usize) -> String {
    let missing = width.saturating_sub(words.chars().count());
    format!("{words}{}", " ".repeat(missing))
}

/// `14:02:30`, `14:00–14:15`, `until 17:00`, `that day`
fn when(zone: Zone, interval: Interval) -> String {
    let interval = in_seconds(interval);
    let civil = |instant: Instant| zone.civil(instant);
    match (interval.earliest, interval.latest) {
        (None, None) => "time unknown".to_owned(),
        (Some(earliest), None) => format!("from {}", clock(civil(earliest))),
        (None, Some(latest)) => format!("until {}", clock(civil(latest))),
        (Some(earliest), Some(latest))
            if zone.abbreviation(earliest) != zone.abbreviation(latest) =>
        {
            let end = |instant| format!("{} {}", clock(civil(instant)), zone.abbreviation(instant));
            format!("{}–{}", end(earliest), end(latest))
        }
        (Some(earliest), Some(latest)) => {
            let (from, to) = (civil(earliest), civil(latest));
            let length = latest.0 - earliest.0;
            let whole_days = from.time() == to.time() && from.num_seconds_from_midnight() == 0;
            if length <= SECOND || (length == MINUTE && from.second() == 0) {
                clock(from)
            } else if whole_days && length < DAY + 2 * HOUR {
                "that day".to_owned()
            } else if whole_days {
                format!(
                    "{}–{}",
                    from.format("%b %-d"),
                    (to - chrono::TimeDelta::days(1)).format("%b %-d")
                )
            } else if to - from < chrono::TimeDelta::days(1) {
                let next_day = from.date() < to.date() && 0 < to.num_seconds_from_midnight();
                let mark = if next_day { " +1d" } else { "" };
                format!("{}–{}{mark}", clock(from), clock_end(to))
            } else {
                let last = to - chrono::TimeDelta::milliseconds(1);
                let day = last.format("%b %-d");
                format!("{}–{day} {}", clock(from), clock_end(to))
            }
        }
    }
}

/// The least interval of whole seconds that holds one of more than a second: what is so wide is not known
/// to the millisecond.
fn in_seconds(interval: Interval) -> Interval {
    let ends = interval.earliest.zip(interval.latest);
    if ends.is_some_and(|(earliest, latest)| latest.0 - earliest.0 <= SECOND) {
        return interval;
    }
    let down = |time: Instant| Instant(time.0.div_euclid(SECOND) * SECOND);
    let up = |time: Instant| Instant(-(-time.0).div_euclid(SECOND) * SECOND);
    Interval {
        earliest: interval.earliest.map(down),
        latest: interval.latest.map(up),
    }
}

/// `14:02`, `14:02:30`, `14:02:30.250`
fn clock(time: NaiveDateTime) -> String {
    let form = if time.nanosecond() != 0 {
        "%H:%M:%S%.3f"
    } else if time.second() != 0 {
        "%H:%M:%S"
    } else {
        "%H:%M"
    };
    time.format(form).to_string()
}

fn clock_end(time: NaiveDateTime) -> String {
    if time.num_seconds_from_midnight() == 0 {
        "24:00".to_owned()
    } else {
        clock(time)
    }
}

/// A paragraph with a first lead, wrapped.
fn block(lead: &str, words: &str, out: &mut dyn Write) -> io::Result<()> {
    let indent = lead.chars().count();
    for (at, line) in wrap(words, COLUMNS - indent).iter().enumerate() {
        let lead = if at == 0 {
            lead.to_owned()
        } else {
            " ".repeat(indent)
        };
        writeln!(out, "{lead}{line}")?;
    }
    Ok(())
}

/// Lines of at most `width` characters, broken between words; a longer word stands alone.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in words.split(' ') {
        let extent = word.chars().count();
        if 0 < length && width < length + 1 + extent {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if 0 < length {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += extent;
        }
    }
    lines
}
