//! The times of a line.

use super::label;
use super::moment::{Written, moment};
use super::unit;

/// A time in a line.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Where it starts and ends in the line.
    pub start: usize,
    pub end: usize,
    pub words: &'a str,
    pub written: Written,
}

/// The times of a line, in order.
pub(super) fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(found) = line[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let read = moment(&line[start..]).filter(|_| may_start(&line[..start]));
        if let Some((words, written)) = read {
            at = start + words.len();
            pieces.push(Piece {
                start,
                end: at,
                words,
                written,
            });
        } else {
            at = line[start..]
                .find(|c: char| !c.is_ascii_digit())
                .map_or(line.len(), |length| start + length);
        }
    }
    pieces
}

/// Whether a time can start behind some words: not inside a number, and glued to a status alone.
fn may_start(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_ascii_digit() => false,
        Some('.' | '-' | ':' | '/') => {
            !back.next().is_some_and(|c| c.is_ascii_digit()) || before.ends_with("//")
        }
        Some(c) if c.is_alphanumeric() => label::before(before).is_some_and(|it| it.is_known),
        None | Some(_) => true,
    }
}

/// The unit that a line names and nothing else: a number may look like a time.
pub(super) fn heading<'a>(line: &'a str, pieces: &[Piece]) -> Option<&'a str> {
    let is_number = |piece: &Piece| matches!(piece.written, Written::Figures(_));
    let has_time = !pieces.iter().all(is_number);
    unit::heading(line).filter(|_| !has_time)
}
