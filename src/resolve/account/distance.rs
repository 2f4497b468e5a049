//! Distances and order: `Two minutes later`, `13 minutes after the crew arrived`, `Then`.

use super::Walk;
use super::telling::{ONWARD, Telling};
use crate::find::word::tokens;
use crate::find::{Hedge, Offset, Way};
use crate::resolve::point::Reading;
use crate::resolve::width::{self, Reach};
use crate::resolve::{Certainty, Reason, Relation, Tie, clause};
use crate::span::Span;
use crate::time::{DAY, Grain, Interval};

impl Walk<'_> {
    pub(super) fn tell_offset(
        &mut self,
        telling: &Telling,
        phrase: Span,
        offset: &Offset,
    ) -> Result<(), Reason> {
        let account = &self.accounts[self.current];
        let (usual, outer) = match (offset.length, offset.way) {
            (Some(length), Way::Within) => width::reach(length, Hedge::AtMost),
            (Some(length), _) => width::reach(length, offset.hedge),
            (None, _) => (ONWARD, ONWARD),
        };
        match offset.way {
            Way::In | Way::FromNow => Err(Reason::Planned),
            Way::Ago => self.tell_ago(telling, phrase, (usual, outer)),
            Way::Later => {
                let from = account
                    .timed
                    .or(account.told.filter(|_| offset.length.is_none()));
                self.tell_from(telling, phrase, from, (usual, outer), Tie::Distance)
            }
            Way::Earlier => {
                let from = account.timed;
                self.tell_from(
                    telling,
                    phrase,
                    from,
                    (back(usual), back(outer)),
                    Tie::Distance,
                )
            }
            Way::After | Way::Before | Way::Within => {
                let words = Span {
                    start: phrase.end,
                    end: telling.clause.end.max(phrase.end),
                };
                let from = telling
                    .from
                    .or_else(|| self.named(words, telling))
                    .or(account.timed.filter(|_| offset.way == Way::Within));
                let reaches = if offset.way == Way::Before {
                    (back(usual), back(outer))
                } else {
                    (usual, outer)
                };
                self.tell_from(telling, phrase, from, reaches, Tie::Distance)
            }
        }
    }

    /// `two hours ago`, `three days ago`: back from the moment of telling.
    pub(super) fn tell_ago(
        &mut self,
        telling: &Telling,
        phrase: Span,
        (usual, outer): (Reach, Reach),
    ) -> Result<(), Reason> {
        let now = self.out.published.ok_or(Reason::NoDate)?;
        let before = |reach: Reach| Interval {
            earliest: now
                .earliest
                .zip(reach.most)
                .map(|(now, most)| now.plus(-most)),
            latest: now
                .latest
                .zip(reach.least)
                .map(|(now, least)| now.plus(-least)),
        };
        let reading = Reading {
            usual: before(usual),
            outer: before(outer),
            stated: None,
            grain: Grain::Hour,
            certainty: Certainty::Approximate,
            day: None,
            codes: Vec::new(),
        };
        let statement = telling.read(self, phrase, &reading);
        self.settle(telling, statement, &reading, true);
        Ok(())
    }

    /// Places a clause by its distance from another statement.
    pub(super) fn tell_from(
        &mut self,
        telling: &Telling,
        phrase: Span,
        from: Option<usize>,
        reaches: (Reach, Reach),
        tie: Tie,
    ) -> Result<(), Reason> {
        let from = from.ok_or(Reason::NoEvent)?;
        let mut statement = telling.statement(self, Some(phrase));
        statement.account = self.out.statements[from].account;
        let exact = reaches.0.least.zip(reaches.0.most).is_some();
        if exact {
            statement.certainty = Certainty::Derived;
            statement.grain = self.out.statements[from].grain;
        }
        let to = self.push(statement);
        self.tie(from, to, reaches, tie, phrase);
        if let Some(order) = telling.order.filter(|order| *order != phrase) {
            self.tie_in_order(to, order);
        }
        if reaches.0.most.is_none_or(|most| most < DAY) {
            let day = self.out.statements[from].own.earliest;
            self.limit_to_day(to, day.map(|earliest| self.zone.civil(earliest).date()));
        }
        self.limit_to_past(to);
        let account = &mut self.accounts[statement.account as usize];
        account.told = Some(to);
        // a step back is a remark: what follows goes on from before it
        let onward = reaches.0.least.is_some_and(|least| 0 <= least);
        if exact && onward && tie == Tie::Distance {
            account.timed = Some(to);
        }
        Ok(())
    }

    pub(super) fn tie(
        &mut self,
        from: usize,
        to: usize,
        reaches: (Reach, Reach),
        tie: Tie,
        words: Span,
    ) {
        self.out.relations.push(Relation {
            from,
            to,
            usual: reaches.0,
            outer: reaches.1,
            tie,
            words,
        });
    }

    /// `Then, at 1:15 p.m.`: not before the event told before.
    pub(super) fn tie_in_order(&mut self, to: usize, words: Span) {
        let account = self.out.statements[to].account;
        let before = (0..to)
            .rev()
            .find(|at| self.out.statements[*at].account == account);
        if let Some(from) = before {
            self.tie(from, to, (ONWARD, ONWARD), Tie::OrderWord, words);
        }
    }

    /// One quoted transmission stands after another: where one has no time of its own, in that order.
    pub(super) fn tie_quotes(&mut self, before: Option<usize>, to: usize) {
        let untimed = |at: usize| self.out.statements[at].own.is_open();
        let Some(from) = before.filter(|from| untimed(*from) || untimed(to)) else {
            return;
        };
        let words = self.out.statements[to].span;
        self.tie(from, to, (ONWARD, ONWARD), Tie::TextOrder, words);
    }

    /// The statement of this account that words name: it has at least half of their telling words.
    pub(super) fn named(&self, words: Span, telling: &Telling) -> Option<usize> {
        const WORDS: usize = 6;
        /// How many statements back words can name one.
        const REACH: usize = 200;
        let wanted = clause::stems(self.text, words);
        let wanted = &wanted[..wanted.len().min(WORDS)];
        let account = self.current as u32;
        self.out
            .statements
            .iter()
            .enumerate()
            .rev()
            .take(REACH)
            .filter(|(_, told)| told.account == account && told.span != telling.passage)
            .map(|(at, told)| {
                let stems = clause::stems(self.text, told.span);
                let shared = wanted
                    .iter()
                    .filter(|word| stems.iter().any(|stem| clause::is_akin(stem, word)))
                    .count();
                (shared, at)
            })
            .filter(|(shared, _)| 0 < *shared && wanted.len() <= 2 * shared)
            .max()
            .map(|(_, at)| at)
            .or_else(|| self.main_event(words))
    }

    /// The first emergency of this account, which `the crash` means where no words match.
    fn main_event(&self, words: Span) -> Option<usize> {
        let mut words = tokens(self.text, words);
        let is_the = words.next().is_some_and(|word| word.of(self.text) == "the");
        let noun = words.next().filter(|_| is_the)?;
        if !clause::is_emergency(self.text, noun) {
            return None;
        }
        self.out.statements.iter().position(|told| {
            told.account == self.current as u32
                && told.grain.is_some()
                && clause::is_emergency(self.text, told.span)
        })
    }
}

/// The same distance in the other direction.
fn back(reach: Reach) -> Reach {
    Reach {
        least: reach.most.map(|most| -most),
        most: reach.least.map(|least| -least),
    }
}
