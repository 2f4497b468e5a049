//! From places in a text to places in what it was taken from.

use crate::span::Span;

/// Where pieces of a text lie in what it was taken from; empty if it is all of that.
///
/// Each entry starts a piece in which the two run in step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// The map of pieces, by their start in the text: first where they start there, then where they do
    /// in the bytes.
    pub fn of(pieces: Vec<(u32, u32)>) -> Self {
        OffsetMap { pieces }
    }

    /// Where an offset in the text lies in what it was taken from.
    pub fn raw(&self, offset: u32) -> u32 {
        let at = self.pieces.partition_point(|(text, _)| *text <= offset);
        match at.checked_sub(1) {
            None => offset,
            Some(at) => {
                let (text, raw) = self.pieces[at];
                let next = self.pieces.get(at + 1).map_or(u32::MAX, |piece| piece.1);
                (raw + (offset - text)).min(next)
            }
        }
    }

    /// What a span of the text was taken from.
    pub fn raw_span(&self, span: Span) -> Span {
        Span {
            start: self.raw(span.start),
            end: self.raw(span.end),
        }
    }
}
