//! What is said to the user beside the data, on standard error.

use super::Error;
use crate::note::{Code, Note};
use crate::read::Source;
use crate::read::encoding::WINDOWS_1252;
use crate::span::Span;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What is to be said of a source as a whole, and what its format has to say of it.
pub(super) fn remark(id: u32, source: &Source) -> Vec<Note> {
    let whole = if source.text.trim().is_empty() {
        let message = "there is not a word in this source".to_owned();
        Some((Code::Empty, message))
    } else if source.encoding == WINDOWS_1252 {
        let message = "this is no UTF-8; it is read as windows-1252".to_owned();
        Some((Code::AssumedEncoding, message))
    } else {
        None
    };
    let note = |code, span, message| Note {
        code,
        source: id,
        span,
        message,
    };
    let whole = whole.map(|(code, message)| note(code, Span::default(), message));
    let remarks = source.remarks.iter();
    let remarks = remarks.map(|it| note(it.code, it.span, it.message.clone()));
    whole.into_iter().chain(remarks).collect()
}

/// The files of folders that were left out.
pub(super) fn report_unreadable(unreadable: &[Error]) {
    let mut errors = io::stderr().lock();
    for error in unreadable {
        let _ = writeln!(errors, "note[unreadable]: {error}");
    }
}

/// The sound that no transcript is of.
pub(super) fn report_untold(sounds: &[&str]) {
    if let [first, ..] = sounds {
        let _ = writeln!(
            io::stderr().lock(),
            "note[no-transcript]: {first}: {} recordings have no transcript beside them; transcribe \
             them first, into files of the same name",
            sounds.len()
        );
    }
}

/// Notes for the user, the first few of each kind, of each source and in all; all of them are in the JSON.
pub(super) fn report_notes(sources: &[Source], notes: &[Note]) {
    const SHOWN: usize = 3;
    const SHOWN_IN_ALL: usize = 12;
    let mut errors = io::stderr().lock();
    // of each kind and source: how many there are, how many are shown
    let mut counts: BTreeMap<(&str, u32), (usize, usize)> = BTreeMap::new();
    let mut shown_in_all: BTreeMap<&str, usize> = BTreeMap::new();
    for note in notes {
        let code = note.code.name();
        let (count, shown) = counts.entry((code, note.source)).or_default();
        let in_all = shown_in_all.entry(code).or_default();
        *count += 1;
        if *shown < SHOWN && *in_all < SHOWN_IN_ALL {
            *shown += 1;
            *in_all += 1;
            let read = &sources[note.source as usize];
            let (line, column) = read.place(note.span.start);
            let path = &read.path;
            let message = &note.message;
            let _ = writeln!(errors, "note[{code}]: {path}:{line}:{column}: {message}");
        }
    }
    for code in shown_in_all.into_keys() {
        let of_code = counts.range((code, 0)..=(code, u32::MAX));
        let more: Vec<(u32, usize)> = of_code
            .map(|((_, source), (count, shown))| (*source, count - shown))
            .filter(|(_, more)| 0 < *more)
            .collect();
        let of = match more[..] {
            [] => continue,
            [(source, _)] => sources[source as usize].path.clone(),
            _ => format!("{} sources", more.len()),
        };
        let more: usize = more.iter().map(|(_, more)| more).sum();
        let _ = writeln!(
            errors,
            "note[{code}]: {of}: {more} more; `--format json` lists all"
        );
    }
}
