//! Remarks: a time with words, which may go on in the lines below.

use super::label;
use super::lead::{Lead, trimmed};
use super::line::{Draft, LineDraft};
use super::piece::Piece;
use super::span;
use crate::read::transcript::{ClockStamp, Entry, Record, Stamp, Transmission};

impl<'a> Draft<'a> {
    /// A time with words behind it, which go on in the lines below.
    pub(super) fn remark(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        stamp: ClockStamp,
        (lead, end): (Option<Lead<'a>>, usize),
    ) {
        self.close();
        let gap = draft.gap(piece);
        let lead = lead.unwrap_or(Lead {
            others: gap,
            user: None,
            skipped: 0,
        });
        self.leave(lead.others);
        let from = piece.end + lead.skipped;
        let words = trimmed(&draft.line[from..end.max(from)]);
        draft.done = end.max(from);
        let text = span(self.text, words);
        let time = span(self.text, piece.words);
        let first = lead
            .user
            .map_or(time, |user| span(self.text, user).join(time));
        let (speaker, unit) = match lead.user {
            Some(user) if label::unit(user).is_some() => (Some(user), None),
            user => (user, None),
        };
        let line = Transmission {
            span: first.join(text),
            stamp: Some((Stamp::Clock(stamp), time)),
            channel: None,
            speaker: speaker.map(|user| span(self.text, user)),
            unit: unit.or(self.unit).map(|unit| span(self.text, unit)),
            text,
        };
        self.open = Some(line);
    }

    /// Words with their time behind them: `second caller, smoke [16:34]`
    pub(super) fn remark_before(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        stamp: ClockStamp,
    ) {
        self.close();
        let words = trimmed(draft.gap(piece));
        let text = span(self.text, words);
        draft.done = draft.line.len();
        self.push(
            Record::Remark,
            text.join(span(self.text, piece.words)),
            (piece, stamp),
            self.unit,
            text,
        );
    }

    /// Ends the open remark.
    pub(super) fn close(&mut self) {
        let Some(line) = self.open.take() else {
            return;
        };
        self.entries.push(if line.text.is_empty() {
            Entry::About(line.span)
        } else {
            Entry::Record(Record::Remark, line)
        });
    }

    /// Adds a line to the open remark.
    pub(super) fn go_on(&mut self, words: &str) {
        let more = span(self.text, words);
        if let Some(line) = &mut self.open {
            line.text = if line.text.is_empty() {
                more
            } else {
                line.text.join(more)
            };
            line.span = line.span.join(more);
        }
    }
}
