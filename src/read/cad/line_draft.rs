//! A line of a record, as far as it is read.

use super::label;
use super::piece::Piece;

/// A line while it is read.
pub(super) struct LineDraft<'a> {
    pub line: &'a str,
    /// So much of it is read.
    pub done: usize,
    /// Where the last time ends that says nothing.
    pub unread: usize,
    /// Whether statuses with times follow each other, as in no sentence.
    pub is_run: bool,
    /// The unit that it names.
    pub unit: Option<&'a str>,
    /// How many statuses it has had.
    pub statuses: usize,
}

impl<'a> LineDraft<'a> {
    /// A line of which nothing is read.
    pub fn of(line: &'a str, pieces: &[Piece]) -> Self {
        LineDraft {
            line,
            done: 0,
            unread: 0,
            is_run: is_run(line, pieces),
            unit: None,
            statuses: 0,
        }
    }

    /// What stands between the last time and this.
    pub fn gap(&self, piece: &Piece) -> &'a str {
        &self.line[self.done..piece.start]
    }
}

/// Whether a line has so many known statuses with times as no sentence has.
fn is_run(line: &str, pieces: &[Piece]) -> bool {
    const RUN: usize = 3;
    let before = |piece: &&Piece| label::before(&line[..piece.start]).is_some_and(|it| it.is_known);
    RUN <= pieces.iter().filter(before).count()
}
