//! Below the incidents: what tells no event, and where the sources are from.

use super::{Names, block, counted};
use crate::resolve::Reason;
use crate::timeline::Timeline;
use crate::write::one_line;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// What tells no event, by source and reason, with its lines.
pub(super) fn unplaced(timeline: &Timeline, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    if timeline.unplaced.is_empty() {
        return Ok(());
    }
    if !timeline.chronicles.is_empty() {
        writeln!(out)?;
    }
    writeln!(out, "Not placed (by line)")?;
    let mut calls = 0;
    let mut by_source: BTreeMap<u32, BTreeMap<_, BTreeSet<usize>>> = BTreeMap::new();
    for unplaced in &timeline.unplaced {
        let source = &timeline.told.sources[unplaced.source as usize];
        let first = source.line(unplaced.span.start);
        let last = source.line(unplaced.span.end.saturating_sub(1).max(unplaced.span.start));
        by_source
            .entry(unplaced.source)
            .or_default()
            .entry(unplaced.reason)
            .or_default()
            .extend(first..=last);
    }
    for (source, reasons) in by_source {
        let is_call = timeline.told.sources[source as usize].recorder.is_some();
        if is_call && reasons.keys().eq([&Reason::AboutRecording]) {
            calls += 1;
            continue;
        }
        let listed: Vec<String> = reasons
            .iter()
            .map(|(reason, lines)| format!("{} {}", reason.words(), runs(lines)))
            .collect();
        block(
            " ",
            &format!("{}: {}", names.0[source as usize], listed.join("; ")),
            out,
        )?;
    }
    if 0 < calls {
        let words = Reason::AboutRecording.words();
        block(" ", &format!("{}: {words}", counted(calls, "call")), out)?;
    }
    Ok(())
}

/// Where the sources are from, as far as the user states it.
pub(super) fn cited(timeline: &Timeline, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    let sources = timeline.told.sources.iter().zip(&names.0);
    let cited = sources.filter_map(|(source, name)| {
        let (words, note) = (source.citation.words(), &source.citation.note);
        let words: Vec<String> = words.into_iter().chain(note.clone()).collect();
        (!words.is_empty()).then(|| one_line(&format!("{name}: {}", words.join("; "))))
    });
    for (at, line) in cited.enumerate() {
        if at == 0 {
            writeln!(out, "\nSources")?;
        }
        block(" ", &line, out)?;
    }
    Ok(())
}

/// `1, 3–5, 9`
fn runs(lines: &BTreeSet<usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &line in lines {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == line => *last = line,
            _ => runs.push((line, line)),
        }
    }
    let print = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.iter().map(print).collect::<Vec<_>>().join(", ")
}
