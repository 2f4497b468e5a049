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

    /// Adds a piece of the text that lies nowhere: all of it, from an offset to another in the text,
    /// stands for one place.
    pub fn add_nowhere(&mut self, from: u32, to: u32, place: u32) {
        self.pieces.extend([(from, place), (to, place)]);
    }

    /// The map of a text of some length through a second one, from what it was taken from to what that was.
    #[must_use]
    pub fn through(&self, outer: &OffsetMap, length: u32) -> OffsetMap {
        let mut pieces = Vec::new();
        let ends = self.pieces.iter().skip(1).map(|piece| piece.0);
        for (&(text, between), end) in self.pieces.iter().zip(ends.chain([length])) {
            pieces.push((text, outer.raw(between)));
            // the pieces of the outer map that begin inside this one
            let first = outer.pieces.partition_point(|(start, _)| *start <= between);
            let length = end.saturating_sub(text);
            let inside = outer.pieces[first..]
                .iter()
                .take_while(|(start, _)| start - between < length);
            pieces.extend(inside.map(|(start, raw)| (text + (start - between), *raw)));
        }
        OffsetMap { pieces }
    }

    /// Where an offset in the text lies in what it was taken from.
    pub fn raw(&self, offset: u32) -> u32 {
        let at = self.pieces.partition_point(|(text, _)| *text <= offset);
        match at.checked_sub(1) {
            None => offset,
            Some(at) => {
                let (text, raw) = self.pieces[at];
                // a piece that lies before this one was taken out of its turn
                let next = self.pieces.get(at + 1).map(|piece| piece.1);
                let end = next.filter(|next| raw <= *next).unwrap_or(u32::MAX);
                (raw + (offset - text)).min(end)
            }
        }
    }

    /// What a span of the text was taken from; it ends where its last piece does, whatever stands between
    /// that and the next.
    pub fn raw_span(&self, span: Span) -> Span {
        let at = self.pieces.partition_point(|(text, _)| *text < span.end);
        let end = self.pieces.get(at).filter(|(text, _)| *text == span.end);
        Span {
            start: self.raw(span.start),
            end: match end {
                Some((_, end)) if !span.is_empty() => *end,
                _ => self.raw(span.end),
            },
        }
    }
}
