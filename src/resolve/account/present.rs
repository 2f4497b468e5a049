//! The present in which a story goes on: `At noon, the pilot reports that he is low on fuel. He then asks
//! for a tow.`

use super::Walk;
use crate::find::word::tokens;
use crate::find::{Clock, Expression, Mention, Point};
use crate::lexicon::has;
use crate::lexicon::mood::{ROUTINE, RUNNING};
use crate::read::transcript::Meridiem;
use crate::resolve::{civil, clause};
use crate::span::Span;

impl Walk<'_> {
    /// Whether a sentence goes on with the story in the present: it opens with the next time of the day that
    /// is told, and has no word of what is always so.
    pub(super) fn is_present_of_story(&self, sentence: Span, mention: &Mention) -> bool {
        const AHEAD_HOURS: i64 = 6;
        let account = &self.accounts[self.current];
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return false;
        };
        let Some((clock, last)) = when.clock.zip(account.clock).filter(|_| when.day.is_none())
        else {
            return false;
        };
        let last = self.zone.civil(last);
        let is_next = [clock.meridiem, Some(Meridiem::Am), Some(Meridiem::Pm)]
            .into_iter()
            .take(if clock.is_halfless() { 3 } else { 1 })
            .any(|meridiem| {
                let time = civil::time_of(Clock { meridiem, ..clock });
                let ahead = last.date().and_time(time) - last;
                (0..AHEAD_HOURS).contains(&ahead.num_hours())
            });
        let is_rule = tokens(self.text, sentence).any(|word| {
            let word = word.of(self.text);
            has(RUNNING, word) || has(ROUTINE, word)
        });
        account.is_settled
            && mention.span.start <= sentence.start
            && is_next
            && !is_rule
            && !clause::is_future(self.text, sentence)
    }

    /// Whether what the paragraph told last stands in the present.
    pub(super) fn is_in_present(&self) -> bool {
        let last = self.accounts[self.current].told;
        last.map(|last| self.out.statements[last])
            .is_some_and(|told| {
                self.paragraph.holds(told.span)
                    && told.phrase.is_some()
                    && !clause::tells(self.text, clause::before_that(self.text, told.span))
            })
    }
}
