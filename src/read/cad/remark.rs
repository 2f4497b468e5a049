//! Remarks: a time with words, which may go on in the lines below.

use super::lead::{self, Lead, trimmed};
use super::line::Draft;
use super::line_draft::LineDraft;
use super::piece::Piece;
use super::span;
use super::unit;
use crate::read::transcript::{ClockStamp, Entry, Record, Stamp, Transmission};
use crate::span::Span;

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
        let mut words = trimmed(&draft.line[from..end.max(from)]);
        let signed = lead::signature(&draft.line[from..]).filter(|_| lead.user.is_none());
        if signed.is_some() {
            words = "";
        }
        draft.done = end.max(from);
        let time = span(self.text, piece.words);
        let user = lead.user.or(signed);
        let first = user.map_or(time, |user| span(self.text, user).join(time));
        let text = if words.is_empty() {
            Span::new(first.end as usize, first.end as usize)
        } else {
            span(self.text, words)
        };
        let (speaker, unit) = match user {
            Some(user) if unit::of(user).is_some() => (Some(user), None),
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

    /// Words with their time behind them: `second caller, smoke [16:34]`, `SECOND CALLER   JDOE 16:34:02`
    pub(super) fn remark_before(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        stamp: ClockStamp,
    ) {
        self.close();
        let gap = draft.gap(piece);
        let (words, user) = lead::typed(gap).map_or((gap, None), |(it, user)| (it, Some(user)));
        let words = trimmed(words);
        let text = span(self.text, words);
        draft.done = draft.line.len();
        self.push(
            Record::Remark,
            text.join(span(self.text, piece.words)),
            (piece, stamp),
            self.unit,
            text,
        );
        if let Some(Entry::Record(_, line)) = self.entries.last_mut() {
            line.speaker = user.map(|user| span(self.text, user));
        }
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
