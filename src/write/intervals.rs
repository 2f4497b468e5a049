//! Response intervals, for reading and as a table.

use super::{in_seconds, length, one_line};
use crate::intervals::Stretch;
use crate::intervals::definition::{DEFINITIONS, Definition, Of};
use crate::lexicon::status::Milestone;
use crate::solve::Limits;
use crate::time::SECOND;
use crate::timeline::{Place, Timeline};
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

/// The form of a table of intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Table {
    /// For reading, with what each interval is.
    Text,
    /// A row an interval.
    Csv,
}

/// The columns, in their order.
pub const COLUMNS: [&str; 15] = [
    "incident",
    "unit",
    "interval",
    "stated_s",
    "at_least_s",
    "at_most_s",
    "from",
    "from_event",
    "from_source",
    "to",
    "to_event",
    "to_source",
    "standard",
    "definition",
    "remark",
];

/// What is said where an interval's end is told of before its start.
const OUT_OF_ORDER: &str = "out of order";

/// Writes intervals, and what each is.
///
/// # Errors
///
/// What the writer reports.
pub fn write(
    timeline: &Timeline,
    stretches: &[Stretch],
    table: Table,
    out: &mut dyn Write,
) -> io::Result<()> {
    match table {
        Table::Csv => rows(timeline, stretches, out).map_err(io::Error::other),
        Table::Text => text(timeline, stretches, out),
    }
}

fn rows(timeline: &Timeline, stretches: &[Stretch], out: &mut dyn Write) -> csv::Result<()> {
    let mut table = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(out);
    table.write_record(COLUMNS)?;
    for stretch in stretches {
        let definition = stretch.definition;
        let Limits { at_least, at_most } = stretch.limits;
        let event = |place: Option<Place>| place.map(|place| timeline.event(place));
        let id = |place| event(place).map_or("", |event| event.id.as_str());
        table.write_record([
            super::csv::harmless(&timeline.chronicles[stretch.chronicle].incident.id).as_ref(),
            super::csv::harmless(stretch.unit.as_deref().unwrap_or_default()).as_ref(),
            definition.name,
            &seconds(stretch.stated),
            &seconds(at_least),
            &seconds(at_most),
            definition.from.name(),
            id(stretch.from),
            &stretch
                .from
                .map_or(String::new(), |place| told_at(timeline, place)),
            definition.to.name(),
            id(stretch.to),
            &stretch
                .to
                .map_or(String::new(), |place| told_at(timeline, place)),
            definition.standard,
            &meaning(definition),
            if stretch.is_reversed {
                OUT_OF_ORDER
            } else {
                ""
            },
        ])?;
    }
    table.flush()?;
    Ok(())
}

fn text(timeline: &Timeline, stretches: &[Stretch], out: &mut dyn Write) -> io::Result<()> {
    let mut last: Option<&Stretch> = None;
    for stretch in stretches {
        if last.is_none_or(|last| last.chronicle != stretch.chronicle) {
            let label = one_line(&timeline.chronicles[stretch.chronicle].incident.label);
            let gap = if last.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{label}")?;
        }
        if let Some(unit) = &stretch.unit
            && last.is_none_or(|last| last.unit.as_ref() != Some(unit))
        {
            writeln!(out, "  {unit}")?;
        }
        last = Some(stretch);
        let places = [stretch.from, stretch.to].into_iter().flatten();
        let places: Vec<String> = places.map(|place| told_at(timeline, place)).collect();
        let name = stretch.definition.name;
        writeln!(
            out,
            "    {name:<22} {:<34} {}",
            how_long(stretch),
            places.join(" to ")
        )?;
    }
    if stretches.is_empty() {
        return writeln!(out, "no source tells of two milestones of a response");
    }
    writeln!(
        out,
        "\nWhat is measured, at the widest reading of the sources"
    )?;
    for definition in DEFINITIONS {
        let of = match definition.of {
            Of::Incident => "incident",
            Of::Unit => "unit",
        };
        writeln!(
            out,
            "  {:<22} {of}: {} ({})",
            definition.name,
            meaning(definition),
            definition.standard
        )?;
    }
    for milestone in Milestone::ALL {
        writeln!(out, "  {:<22} {}", milestone.name(), milestone.standard())?;
    }
    Ok(())
}

/// `6 min 4 s to 6 min 6 s`; what is missing, where there is no end.
fn how_long(stretch: &Stretch) -> String {
    if stretch.is_reversed {
        return format!("{OUT_OF_ORDER}: no length");
    }
    let side = |end: i64| match end {
        0 => "0 s".to_owned(),
        end => length(end),
    };
    let Limits { at_least, at_most } = in_seconds(stretch.limits);
    match (at_least, at_most) {
        (Some(least), Some(most)) => format!("{} to {}", side(least), side(most)),
        (Some(least), None) => format!("at least {}", side(least)),
        (None, Some(most)) => format!("at most {}", side(most)),
        (None, None) if stretch.to.is_none() => {
            format!("open: nobody tells `{}`", stretch.definition.to.name())
        }
        (None, None) if stretch.from.is_none() => {
            format!("open: nobody tells `{}`", stretch.definition.from.name())
        }
        (None, None) => "open: either may be first".to_owned(),
    }
}

fn meaning(definition: &Definition) -> String {
    format!(
        "from `{}` to `{}`",
        definition.from.name(),
        definition.to.name()
    )
}

/// `log.txt:4`
fn told_at(timeline: &Timeline, place: Place) -> String {
    let teller = timeline.event(place).tellers[0];
    timeline.place(teller.source, timeline.told.statement(teller).span)
}

/// `364.001`; nothing where an end is open.
fn seconds(end: Option<i64>) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "distances are far below 2^53 ms"
    )]
    let seconds = |end: i64| (end as f64 / SECOND as f64).to_string();
    end.map_or(String::new(), seconds)
}
