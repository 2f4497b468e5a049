//! The case file that a run's sources make: each with what was found of it, for the user to state or to
//! correct.

use super::{offsets, one_line};
use crate::link::Told;
use crate::link::clock::Basis;
use crate::read::Kind;
use std::io::{self, Write};

/// Writes a case file; `paths` are those of the sources as seen from it. What was found stands behind a
/// mark: it holds without being stated.
///
/// # Errors
///
/// What the writer reports.
pub fn write(told: &Told, paths: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "# What is stated here holds for the sources of this folder and those below it. What stands behind a\n\
         # mark was found: it holds until something else is stated.\n\n\
         # name = \"what the case is to be called\""
    )?;
    let zones = told.resolved.iter().map(|said| said.zone);
    match zones.clone().find(|zone| zone.is_absolute()) {
        Some(zone) => writeln!(out, "# zone = {}", quoted(&zone.to_string()))?,
        None => writeln!(
            out,
            "# zone = \"America/Chicago\"   # none is stated: fill it in"
        )?,
    }
    for (at, (source, path)) in told.sources.iter().zip(paths).enumerate() {
        let resolved = &told.resolved[at];
        writeln!(out, "\n[[source]]\npath = {}", quoted(path))?;
        writeln!(out, "# kind = {}", quoted(source.format.name))?;
        if let Some(title) = source.title() {
            writeln!(out, "# headline: {}", one_line(title))?;
        }
        let published = resolved.published.and_then(|published| published.earliest);
        match (published, source.kind()) {
            (Some(published), _) => {
                let published = resolved.zone.rfc3339(published);
                writeln!(out, "# published = {}", quoted(&published))?;
            }
            (None, Kind::Article) => {
                writeln!(
                    out,
                    "# published = \"2025-05-04\"   # not found: fill it in"
                )?;
            }
            (None, Kind::Transcript) => {}
        }
        if resolved
            .undated
            .as_ref()
            .is_some_and(|undated| undated.counts)
        {
            writeln!(
                out,
                "# start = \"2025-05-04T09:00:00\"   # not found: fill it in"
            )?;
        }
        let clock = &told.clocks[at].stretches[0];
        if clock.basis == Basis::Estimated {
            writeln!(
                out,
                "# clock estimated from others: {}",
                offsets(clock.applied)
            )?;
        }
    }
    Ok(())
}

/// Words as TOML writes them.
fn quoted(words: &str) -> String {
    toml::Value::from(words).to_string()
}
