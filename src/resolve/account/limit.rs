//! What limits an event from outside of its own words, and what is noted of its time.

use super::Walk;
use super::telling::Telling;
use crate::note::{Code, Note};
use crate::resolve::point::Reading;
use crate::resolve::{Cause, Limit, civil, remark};
use crate::span::Span;
use crate::time::{Interval, MINUTE};
use chrono::NaiveDate;

impl Walk<'_> {
    /// What is told as past was over when the article came out.
    pub(super) fn limit_to_publication(&mut self, at: usize, telling: &Telling) {
        let Some(published) = self.published().and_then(|interval| interval.latest) else {
            return;
        };
        let statement = self.out.statements[at];
        match statement.own.earliest {
            // within the minute of publication the grain of both decides nothing
            Some(earliest) if published.plus(MINUTE) <= earliest => {
                let phrase = statement.phrase.unwrap_or(telling.passage);
                let message = format!(
                    "`{}` lies after the article's own date; check `--published`",
                    phrase.of(self.text)
                );
                self.note(Code::AfterPublication, phrase, message);
            }
            Some(earliest) if published <= earliest => {}
            _ => self.limit_to_past(at),
        }
    }

    /// Before the article came out.
    pub(super) fn limit_to_past(&mut self, at: usize) {
        let Some(published) = self.published().and_then(|interval| interval.latest) else {
            return;
        };
        self.out.limits.push(Limit {
            statement: at,
            within: Interval {
                earliest: None,
                latest: Some(published),
            },
            cause: Cause::Published,
        });
    }

    /// What is told of a day without a time of its own lies within it: the day of what it counts from,
    /// else the account's.
    pub(super) fn limit_to_day(&mut self, at: usize, day: Option<NaiveDate>) {
        let account = self.out.statements[at].account as usize;
        if let Some(day) = day.or(self.accounts[account].day) {
            self.limit_to(at, day);
        }
    }

    pub(super) fn limit_to(&mut self, at: usize, day: NaiveDate) {
        /// An incident's night belongs to its day.
        const HOURS: (i64, i64) = (0, 30);
        self.out.limits.push(Limit {
            statement: at,
            within: civil::hours_of(self.zone, day, HOURS),
            cause: Cause::Day,
        });
    }

    pub(super) fn note(&mut self, code: Code, span: Span, message: String) {
        self.out.notes.push(Note {
            code,
            source: self.id,
            span,
            message,
        });
    }

    pub(super) fn note_no_date(&mut self, phrase: Span) {
        let words = phrase.of(self.text);
        let message = format!(
            "`{words}` has no date to count from; add a `Published` line, or pass `--published YYYY-MM-DD`"
        );
        self.note(Code::AssumedDate, phrase, message);
    }

    pub(super) fn note_codes(&mut self, phrase: Span, reading: &Reading) {
        for code in &reading.codes {
            let message = remark::words(*code, phrase.of(self.text), reading);
            self.note(*code, phrase, message);
        }
    }
}
