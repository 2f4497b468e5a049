//! An account whose clock times rise: what is told next is not before what was told last.

use super::telling::{ONWARD, Telling};
use super::{Walk, pace};
use crate::resolve::point::Reading;
use crate::resolve::{Statement, Tie, clause};
use crate::time::{DAY, Grain, MINUTE};

impl Walk<'_> {
    /// `By 10:41 p.m., the bomb squad was there`: not before what the account told last, where its times
    /// rise, no verb looks back and the time opens the sentence or is a clock's behind a clock's, and else not before the first that it tells of that day.
    pub(super) fn tie_to_beginning(&mut self, telling: &Telling, at: usize) {
        let told = self.out.statements[at];
        let account = &self.accounts[told.account as usize];
        let opens = told.phrase.unwrap_or_default().start <= telling.sentence.start;
        let is_clock = |told: &Statement| told.grain <= Some(Grain::Minute);
        let goes_on = !clause::is_past_perfect(self.text, telling.clause);
        let last = account.timed.filter(|timed| {
            let last = &self.out.statements[*timed];
            let is_next = opens || is_clock(last) && is_clock(&told);
            account.is_rising && goes_on && is_next
        });
        let Some(from) = last.or(account.begun) else {
            return;
        };
        // of what counts from another event, the account's clock has gone on
        let begun = self.out.statements[from].own.earliest.or(account.clock);
        let is_after = told.own.earliest.is_none()
            && begun
                .zip(told.own.latest)
                .is_some_and(|(begun, latest)| (1..DAY).contains(&(latest.0 - begun.0)));
        if is_after {
            self.tie(from, at, (ONWARD, ONWARD), Tie::TextOrder, told.span);
        }
    }

    /// `just before 12:28`, told behind 12:25: not before it, where the times of the account rise.
    pub(super) fn tie_loose_to_last(&mut self, telling: &Telling, at: usize, reading: &Reading) {
        let account = &self.accounts[self.current];
        let Some(from) = account.timed.filter(|_| {
            account.is_rising
                && !telling.is_report
                && reading.grain <= Grain::Minute
                && !pace::is_twofold(reading)
                && !clause::is_past_perfect(self.text, telling.clause)
        }) else {
            return;
        };
        let last = self.out.statements[from];
        let named = reading.stated.or(reading.usual.latest);
        // of what counts from another event, the account's clock has gone on
        let is_clock = match last.own.earliest.zip(last.own.latest) {
            Some((earliest, latest)) => latest.0 - earliest.0 <= MINUTE,
            None => last.own.is_open(),
        };
        let begun = last.own.earliest.or(account.clock);
        let is_within = is_clock
            && last.grain <= Some(Grain::Minute)
            && begun.is_some_and(|begun| {
                reading.usual.earliest.is_some_and(|start| start < begun)
                    && named.is_some_and(|named| begun.plus(MINUTE) <= named)
            });
        if is_within {
            self.tie(from, at, (ONWARD, ONWARD), Tie::TextOrder, telling.passage);
        }
    }
    /// `Some time after midnight a wave came over the bow`, told before 2:40: not behind it, unless a verb
    /// looks back.
    pub(super) fn tie_open_to_next(&mut self, telling: &Telling, at: usize, reading: &Reading) {
        const HALF_A_DAY: i64 = DAY / 2;
        if telling.is_report {
            return;
        }
        let Some(from) = self.accounts[self.current].open.take() else {
            return;
        };
        let open = self.out.statements[from];
        let is_next = open.own.latest.is_none()
            && reading.grain <= Grain::Minute
            && !pace::is_twofold(reading)
            && !clause::is_past_perfect(self.text, telling.clause)
            && open
                .own
                .earliest
                .zip(reading.usual.earliest)
                .is_some_and(|(open, next)| (0..HALF_A_DAY).contains(&(next.0 - open.0)));
        if is_next {
            self.tie(from, at, (ONWARD, ONWARD), Tie::TextOrder, telling.passage);
        }
    }
}
