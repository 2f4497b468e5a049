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

/// Notes for the user, the first few of each kind and source; all of them are in the JSON.
pub(super) fn report_notes(sources: &[Source], notes: &[Note]) {
    const SHOWN: usize = 3;
    let mut errors = io::stderr().lock();
    let mut counts: BTreeMap<(u32, &str), usize> = BTreeMap::new();
    for note in notes {
        let read = &sources[note.source as usize];
        let count = counts.entry((note.source, note.code.name())).or_default();
        *count += 1;
        if *count <= SHOWN {
            let (line, column) = read.place(note.span.start);
            let path = &read.path;
            let (code, message) = (note.code, &note.message);
            let _ = writeln!(errors, "note[{code}]: {path}:{line}:{column}: {message}");
        }
    }
    for ((source, code), count) in counts {
        if SHOWN < count {
            let path = &sources[source as usize].path;
            let more = count - SHOWN;
            let _ = writeln!(
                errors,
                "note[{code}]: {path}: {more} more; `--format json` lists all"
            );
        }
    }
}
