//! The lines of a record → its entries.

use super::columns::Columns;
use super::label::{self, Label};
use super::lead::{self, Lead, has_words, trimmed};
use super::line_draft::LineDraft;
use super::moment::{Written, moment};
use super::piece::{Piece, heading, pieces};
use super::span;
use super::unit;
use crate::lexicon::field::{OTHER_DAYS, RECORD_FIELDS};
use crate::lexicon::has;
use crate::note::Code;
use crate::read::format::Remark;
use crate::read::transcript::{ClockStamp, Entry, Record, Stamp, Transmission};
use crate::span::Span;
use chrono::NaiveDate;

/// No title is longer.
const LONGEST_TITLE: usize = 80;

/// A record as far as it is read.
pub(super) struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) entries: Vec<Entry>,
    remarks: Vec<Remark>,
    /// The unit of the block that a line is in.
    pub(super) unit: Option<&'a str>,
    /// The remark that the next line may continue.
    pub(super) open: Option<Transmission>,
    /// The names of the columns of the lines below.
    pub(super) columns: Option<Columns<'a>>,
    /// The times of such lines, with the names of their columns.
    pub(super) named: Vec<(Span, &'a str)>,
    /// The line before, if it is a status and nothing else: the next may be its time.
    status: Option<Label<'a>>,
}

impl<'a> Draft<'a> {
    pub fn of(text: &'a str) -> Self {
        Draft {
            text,
            entries: Vec::new(),
            remarks: Vec::new(),
            unit: None,
            open: None,
            columns: None,
            named: Vec::new(),
            status: None,
        }
    }

    pub fn finish(mut self) -> (Vec<Entry>, Vec<Remark>, Vec<(Span, &'a str)>) {
        self.answers("", &[]);
        self.close();
        (self.entries, self.remarks, self.named)
    }

    /// Reads one line.
    pub fn add(&mut self, line: &'a str) {
        let pieces = pieces(line);
        if self.answers(line, &pieces) {
            return;
        }
        if line.trim().is_empty() {
            self.close();
            self.columns = None;
        } else if pieces.is_empty() && self.names_columns(line) || self.row(line, &pieces) {
            self.unit = None;
        } else if let Some(unit) = heading(line, &pieces) {
            self.close();
            self.unit = Some(unit);
            self.entries
                .push(Entry::About(span(self.text, line.trim())));
        } else if pieces.is_empty() {
            self.untimed(line);
        } else {
            self.timed(line, &pieces);
        }
    }

    /// Joins a time that stands alone to the status that stands alone above it.
    fn answers(&mut self, line: &'a str, pieces: &[Piece<'a>]) -> bool {
        let Some(label) = self.status.take() else {
            return false;
        };
        if let [piece] = pieces
            && let Written::Time(stamp) = piece.written
            && piece.words == line.trim()
        {
            let words = span(self.text, label.words);
            let all = words.join(span(self.text, piece.words));
            let record = Record::Status(label.milestone);
            self.push(record, all, (piece, stamp), self.unit, words);
            return true;
        }
        // it has no time
        self.leave(label.words);
        false
    }

    /// A line without a time: the next of a remark, a field, a status that has not come.
    fn untimed(&mut self, line: &'a str) {
        let words = line.trim();
        let is_rule = words.starts_with("--") || words.starts_with("==") || words.ends_with("--");
        let status = label::before(line.trim_end())
            .filter(|label| label.is_known && !has_words(label.rest))
            .filter(|label| self.open.is_none() || label.is_tight);
        if status.is_some() && !is_rule {
            self.close();
            self.status = status;
        } else if is_rule || label::is_field(words) {
            self.close();
            if is_rule {
                self.unit = None;
            }
            self.entries.push(Entry::About(span(self.text, words)));
        } else if self.open.is_some() {
            self.go_on(words);
        } else {
            self.leave(words);
        }
    }

    /// A line with times.
    fn timed(&mut self, line: &'a str, pieces: &[Piece<'a>]) {
        let mut draft = LineDraft::of(line, pieces);
        for (at, piece) in pieces.iter().enumerate() {
            if piece.start < draft.done {
                continue;
            }
            match piece.written {
                Written::Time(stamp) => self.time(&mut draft, (piece, stamp), &pieces[at + 1..]),
                Written::Figures(stamp) => self.figures(&mut draft, piece, stamp),
                Written::Day(date) => {
                    let is_title = pieces.len() == 1 && line.len() <= LONGEST_TITLE;
                    self.day(&mut draft, piece, (date, is_title));
                }
                Written::Zeros | Written::Impossible => self.no_time(&mut draft, piece),
            }
        }
        let rest = &line[draft.done..];
        if draft.done == 0 && self.open.is_some() {
            self.go_on(line.trim());
        } else {
            self.leave(rest);
        }
    }

    fn time(
        &mut self,
        draft: &mut LineDraft<'a>,
        (piece, stamp): (&Piece<'a>, ClockStamp),
        later: &[Piece<'a>],
    ) {
        let gap = draft.gap(piece);
        let next = later.first().map_or(draft.line.len(), |next| next.start);
        let rest = &draft.line[piece.end..next];
        let lead = Lead::of(gap, &draft.line[piece.end..]);
        let label = label::before(gap);
        if let Some(label) = label.filter(|label| self.is_status(draft, label)) {
            self.status(draft, piece, stamp, &label);
            return;
        }
        let leads = lead.is_some() || unit::of(gap).is_some();
        if let Some(label) = label::behind(rest).filter(|_| leads) {
            self.status_behind(draft, piece, stamp, &label);
            return;
        }
        let is_field = |label: &Label| label::is_field(&format!("{}:", label.words));
        if let Some(label) = label.filter(|label| label.is_tight && !is_field(label))
            && lead.is_none()
            && (self.open.is_none() || 0 < draft.statuses)
        {
            self.status(draft, piece, stamp, &label);
            return;
        }
        let is_full = stamp.date.is_some() && stamp.second.is_some() && has_words(rest);
        let is_entry = |piece: &&Piece| match piece.written {
            Written::Time(stamp) => {
                stamp.date.is_some() && stamp.second.is_some()
                    || draft.line[..piece.start].ends_with(['[', '*'])
            }
            _ => false,
        };
        if lead.is_some() || is_full || label.is_some_and(|label| is_field(&label)) {
            let end = later.iter().find(is_entry);
            let end = end.map_or(draft.line.len(), |next| next.start);
            self.remark(draft, piece, stamp, (lead, end));
        } else if !has_words(&draft.line[piece.end..])
            && (gap.trim_end().ends_with(['[', '(', '@']) && 2 <= gap.split_whitespace().count()
                || stamp.second.is_some() && lead::typed(gap).is_some())
        {
            self.remark_before(draft, piece, stamp);
        } else {
            draft.unread = piece.end;
        }
    }

    /// Whether a known status before a time is meant: in a sentence it stands behind other words.
    fn is_status(&self, draft: &LineDraft<'a>, label: &Label<'a>) -> bool {
        let is_first = !has_words(label.rest) || unit::last(label.rest).is_some();
        let is_meant = if self.open.is_some() {
            is_first && !label.is_prose
        } else {
            is_first
                || draft.is_run
                || 0 < draft.statuses
                || !label.words.contains(char::is_lowercase)
        };
        label.is_known && (label.is_tight || is_meant)
    }

    fn status(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        stamp: ClockStamp,
        label: &Label<'a>,
    ) {
        let from = self.begin(draft, label);
        draft.done = piece.end;
        draft.statuses += 1;
        self.push(
            Record::Status(label.milestone),
            from.join(span(self.text, piece.words)),
            (piece, stamp),
            draft.unit.or(self.unit),
            span(self.text, label.words),
        );
    }

    /// Takes the unit before a status, and leaves out what stands before that; returns where the status starts.
    fn begin(&mut self, draft: &mut LineDraft<'a>, label: &Label<'a>) -> Span {
        self.close();
        let words = span(self.text, label.words);
        // a time that is none of a status parts two units
        let skipped = draft
            .unread
            .saturating_sub(draft.done)
            .min(label.rest.len());
        let Some((unit, others)) = unit::last(&label.rest[skipped..]) else {
            let is_first = draft.done == 0 && draft.unread == 0;
            draft.unit = draft
                .unit
                .or_else(|| is_first.then(|| unit::first(label.rest))?);
            self.leave(label.rest);
            return words;
        };
        draft.unit = Some(unit);
        let others = &label.rest[..skipped + others.len()];
        self.leave(others);
        span(self.text, label.rest[others.len()..].trim_start()).join(words)
    }

    fn status_behind(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        stamp: ClockStamp,
        label: &Label<'a>,
    ) {
        self.close();
        let gap = draft.gap(piece);
        let before = unit::of(gap);
        let unit = unit::of(label.rest);
        if before.is_none() {
            self.leave(gap);
        }
        draft.unit = unit.or(before).or(draft.unit);
        let mut all = span(self.text, piece.words).join(span(self.text, label.words));
        for unit in [unit, before].into_iter().flatten() {
            all = all.join(span(self.text, unit));
        }
        draft.done = all.end as usize - span(self.text, draft.line).start as usize;
        draft.statuses += 1;
        self.push(
            Record::Status(label.milestone),
            all,
            (piece, stamp),
            draft.unit.or(self.unit),
            span(self.text, label.words),
        );
    }

    /// `TA: 2232`: four figures are a time behind a known status alone.
    fn figures(&mut self, draft: &mut LineDraft<'a>, piece: &Piece<'a>, stamp: ClockStamp) {
        let label = label::before(draft.gap(piece));
        let rest = draft.line[piece.end..].trim_start();
        // the number of a house has its street behind it
        let is_alone = !rest.starts_with(char::is_alphanumeric)
            || label::status(label::first(rest)).is_some()
            || matches!(moment(rest), Some((_, Written::Day(_))));
        let is_meant = |label: &Label| self.is_status(draft, label) && (label.is_tight || is_alone);
        if let Some(label) = label.filter(is_meant) {
            self.status(draft, piece, stamp, &label);
        }
    }

    /// A day alone is that of the bare times, unless it is somebody's birthday.
    fn day(
        &mut self,
        draft: &mut LineDraft<'a>,
        piece: &Piece<'a>,
        (date, is_title): (NaiveDate, bool),
    ) {
        let gap = draft.gap(piece);
        let is_other = gap
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| has(OTHER_DAYS, word));
        let is_first = || {
            let is_day = |entry: &Entry| matches!(entry, Entry::Heading { .. });
            is_title && self.open.is_none() && !self.entries.iter().any(is_day)
        };
        let label = label::before(gap).filter(|label| label.is_tight || label.is_known);
        let is_meant = match label {
            None => !has_words(gap) || is_first(),
            Some(_) => self.open.is_none(),
        };
        if is_other || !is_meant {
            return;
        }
        self.close();
        self.leave(label.map_or("", |label| label.rest));
        draft.done = piece.end;
        let words = label.map_or(gap.trim_start(), |label| label.words);
        self.entries.push(Entry::Heading {
            span: span(self.text, words).join(span(self.text, piece.words)),
            date,
        });
    }

    /// Zeros where a time belongs, or figures that are none.
    fn no_time(&mut self, draft: &mut LineDraft<'a>, piece: &Piece<'a>) {
        let gap = draft.gap(piece);
        let Some(label) = label::before(gap).filter(|label| label.is_known || label.is_tight)
        else {
            return;
        };
        let from = self.begin(draft, &label);
        draft.done = piece.end;
        let words = from.join(span(self.text, piece.words));
        if piece.written == Written::Zeros {
            self.entries.push(Entry::About(words));
            return;
        }
        self.entries.push(Entry::Unread(words));
        self.remarks.push(Remark {
            code: Code::NoSuchTime,
            span: span(self.text, piece.words),
            message: format!("`{}` is written like a time and is none", piece.words),
        });
    }

    pub(super) fn push(
        &mut self,
        record: Record,
        all: Span,
        (piece, stamp): (&Piece<'a>, ClockStamp),
        unit: Option<&'a str>,
        text: Span,
    ) {
        let line = Transmission {
            span: all,
            stamp: Some((Stamp::Clock(stamp), span(self.text, piece.words))),
            channel: None,
            speaker: None,
            unit: unit.map(|name| span(self.text, name)),
            text,
        };
        self.entries.push(Entry::Record(record, line));
    }

    /// Leaves out words that have no time: fields, and sentences that nothing reads.
    pub(super) fn leave(&mut self, words: &'a str) {
        const LONGEST_LABEL: usize = 4;
        let words = trimmed(words);
        if !has_words(words) {
            return;
        }
        let is_field = words.contains([':', '=', '#'])
            || words.split_whitespace().count() <= LONGEST_LABEL
            || has(RECORD_FIELDS, words);
        let words = span(self.text, words);
        self.entries.push(if is_field {
            Entry::About(words)
        } else {
            Entry::Unread(words)
        });
    }
}
