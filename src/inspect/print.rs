//! Inspections → bytes: JSON lines, text, `TimeML`. Offsets are those of the source as given.

use super::{Inspection, Origin, Read};
use crate::find::{Day, Expression, Way, When};
use crate::read::Source;
use crate::resolve::Certainty;
use crate::span::Span;
use crate::time::{Instant, Zone};
use std::io::{self, Write};

mod jsonl;

/// The form of the output of `inspect`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// One JSON object a line for each time mention
    Jsonl,
    /// Lines for the eye, with places
    Text,
    /// The text with TIMEX3 elements
    Timeml,
}

/// Prints what was read.
///
/// # Errors
///
/// What the output says.
pub fn print(
    source: &Source,
    inspection: &Inspection,
    form: Form,
    out: &mut dyn Write,
) -> io::Result<()> {
    match form {
        Form::Jsonl => jsonl::jsonl(source, inspection, out),
        Form::Text => text(source, inspection, out),
        Form::Timeml => timeml(source, inspection, out),
    }
}

impl Read {
    /// What the interval was counted from, as printed.
    fn anchor(&self) -> &'static str {
        if self.reading.is_some() {
            self.origin.name()
        } else {
            Origin::Nothing.name()
        }
    }
}

/// The kind of a mention.
fn kind_of(read: &Read) -> &'static str {
    let of_when = |when: &When| {
        if when.clock.is_some() || when.part.is_some() {
            "time"
        } else {
            "date"
        }
    };
    match &read.mention.expression {
        Expression::Point(point) => of_when(&point.when),
        Expression::Between(..) | Expression::FromTo(..) => "range",
        Expression::Offset(offset) => match offset.way {
            Way::Ago | Way::FromNow | Way::In => "date",
            _ => "relation",
        },
        Expression::Same | Expression::Then | Expression::When => "relation",
        Expression::Window(_) => "window",
        Expression::Length(..) => "duration",
        Expression::Set(_) => "set",
        Expression::Vague(_) => "reference",
        Expression::Stamp => "stamp",
        Expression::Impossible => "no-such-time",
    }
}

/// Why a mention has the interval that it has, or none.
fn reason_of(read: &Read) -> &'static str {
    if let Some(reading) = &read.reading {
        return match (read.origin, reading.certainty) {
            (Origin::Words, _) => "named in full",
            (Origin::Today, _) => "counted from the day of the words",
            (Origin::Told, _) => "carried from the day told before",
            (Origin::Event, Certainty::Derived) => "counted from the time told before",
            (Origin::Event, _) => "beside the time told before",
            (Origin::Stamp, _) => "stamped",
            (Origin::Nothing, _) => "named by the words",
        };
    }
    match &read.mention.expression {
        Expression::Length(..) => "a length, hung on nothing",
        Expression::Set(_) => "a habit",
        Expression::Vague(_) | Expression::Window(_) => "no end is named",
        Expression::Impossible => "no such time",
        Expression::Then | Expression::When | Expression::Same => "order, not a time",
        Expression::Offset(_) => "counts from an event",
        Expression::Point(point) if matches!(point.when.day, Some(Day::FromTold(_))) => {
            "no day told before"
        }
        _ => "no date to count from",
    }
}

fn text(source: &Source, inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    let (format, encoding) = (source.format.name, source.encoding);
    writeln!(out, "{}: read as {format}, {encoding}", source.path)?;
    let mut lines: Vec<(Span, &str, String)> = Vec::new();
    for read in &inspection.reads {
        let usual = read.reading.as_ref().map(|reading| reading.usual);
        let interval = usual.map_or_else(
            || "-".to_owned(),
            |usual| shown(inspection.zone, usual.earliest, usual.latest),
        );
        let more = format!("  {interval}  ({})", reason_of(read));
        lines.push((read.mention.span, kind_of(read), more));
    }
    for (span, name) in super::names(source) {
        lines.push((span, name.name(), String::new()));
    }
    for left in &inspection.left {
        lines.push((
            left.span,
            "left out",
            format!("  ({})", left.reason.words()),
        ));
    }
    lines.sort_by_key(|(span, ..)| *span);
    for (span, kind, more) in lines {
        let (line, column) = source.place(span.start);
        let words = one_line(span.of(&source.text));
        writeln!(
            out,
            "{}:{line}:{column}  {kind:<12} {words:?}{more}",
            source.path
        )?;
    }
    Ok(())
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(zone: Zone, earliest: Option<Instant>, latest: Option<Instant>) -> String {
    let end = |end: Option<Instant>| end.map_or_else(|| "…".to_owned(), |end| zone.rfc3339(end));
    format!("{} to {}", end(earliest), end(latest))
}

fn timeml(source: &Source, inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    let text = source.text.as_str();
    writeln!(out, "<?xml version=\"1.0\" ?>")?;
    write!(out, "<TimeML>\n<TEXT>")?;
    let mut at = 0;
    let annotations = inspection.reads.iter().flat_map(|read| &read.timex);
    for (number, timex) in annotations.enumerate() {
        let range = timex.span.range();
        write!(out, "{}", escaped(&text[at..range.start]))?;
        let modifier = timex
            .modifier
            .map_or(String::new(), |word| format!(" mod=\"{word}\""));
        write!(
            out,
            "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"{modifier}>{}</TIMEX3>",
            number + 1,
            timex.kind,
            timex.value,
            escaped(&text[range.clone()])
        )?;
        at = range.end;
    }
    writeln!(out, "{}</TEXT>\n</TimeML>", escaped(&text[at..]))
}

/// Text with the marks of XML as entities.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
