//! The clock of each transcript, for reading: by how much it is off, how that is known, and each
//! anchor with what is left of it.

use super::{length, offsets, one_line};
use crate::link::clock::{Anchor, Basis, Reference, SourceClock};
use crate::link::{Teller, Told};
use crate::read::Kind;
use crate::resolve::Clock;
use std::io::{self, Write};

/// Writes the clocks of all transcripts of a run.
///
/// # Errors
///
/// What the writer reports.
pub fn write(told: Told, out: &mut dyn Write) -> io::Result<()> {
    let mut is_first = true;
    for ((source, clock), id) in told.sources.iter().zip(told.clocks).zip(0..) {
        if source.kind() != Kind::Transcript {
            continue;
        }
        if !std::mem::take(&mut is_first) {
            writeln!(out)?;
        }
        writeln!(out, "{}", source.path)?;
        stretches(told, id, clock, out)?;
        for anchor in &clock.anchors {
            write_anchor(told, id, clock, anchor, out)?;
        }
    }
    if is_first {
        writeln!(
            out,
            "no transcript is among the sources; an article has no clock"
        )?;
    }
    Ok(())
}

/// What holds from which line on.
fn stretches(told: Told, source: u32, clock: &SourceClock, out: &mut dyn Write) -> io::Result<()> {
    let resolved = &told.resolved[source as usize];
    if let Some(start) = resolved.start {
        let start = resolved.zone.civil(start).format("%Y-%m-%d %H:%M:%S");
        writeln!(out, "  0:00 is {start}, as other sources show")?;
    }
    for stretch in &clock.stretches {
        let from = if stretch.from == 0 {
            String::new()
        } else {
            let at = teller(source, stretch.from);
            format!("from {}: ", place(told, at))
        };
        let add = offsets(stretch.applied);
        let why = match (stretch.basis, stretch.known) {
            (Basis::AsStamped, None) if clock.anchors.is_empty() => {
                "nothing to compare it with".to_owned()
            }
            (Basis::AsStamped, None) => "too few anchors agree on another offset".to_owned(),
            (Basis::AsStamped, Some(known)) => format!("its anchors allow {}", offsets(known)),
            (basis, _) => basis.name().to_owned(),
        };
        writeln!(out, "  {from}add {add} ({why})")?;
    }
    Ok(())
}

fn write_anchor(
    told: Told,
    source: u32,
    clock: &SourceClock,
    anchor: &Anchor,
    out: &mut dyn Write,
) -> io::Result<()> {
    let line = teller(source, anchor.statement);
    let with = match anchor.with {
        Reference::Spoken(span) => {
            let words = one_line(span.of(told.text(line)));
            format!("says {}", words.trim_end_matches('.'))
        }
        Reference::Statement(other) => {
            format!(
                "is {} “{}”",
                place(told, other),
                one_line(told.words(other))
            )
        }
    };
    let residual = match residual(anchor.allows, clock.applied(anchor.statement)) {
        0 => "fits".to_owned(),
        off if anchor.agrees => format!("fits at its widest, off by {}", length(off)),
        off => format!("odd, off by {}", length(off)),
    };
    let (at, allows) = (place(told, line), offsets(anchor.allows));
    writeln!(out, "    {at} {with}: allows {allows}; {residual}")
}

/// By how much the offsets that an anchor allows miss those that are added, in milliseconds.
fn residual(allows: Clock, applied: Clock) -> i64 {
    let later = allows.least - applied.most;
    let sooner = applied.least - allows.most;
    later.max(sooner).max(0)
}

fn teller(source: u32, index: u32) -> Teller {
    Teller { source, index }
}

/// `log.txt:8`
fn place(told: Told, teller: Teller) -> String {
    let read = &told.sources[teller.source as usize];
    let line = read.line(told.statement(teller).span.start);
    format!("{}:{line}", read.path)
}
