//! Distances and order: `Two minutes later`, `13 minutes after the crew arrived`, `Then`.

use super::Walk;
use super::named::Waiting;
use super::telling::{ONWARD, Telling};
use crate::find::word::tokens;
use crate::find::{Count, Duration, Hedge, Offset, Way};
use crate::lexicon::emergency::LASTING;
use crate::lexicon::has;
use crate::lexicon::time::LengthUnit;
use crate::note::Code;
use crate::resolve::anchor::shift_days;
use crate::resolve::point::Reading;
use crate::resolve::width::{self, OFFSET_WEEKS, Reach, SHORTLY};
use crate::resolve::{Certainty, Reason, Relation, Tie, civil, clause};
use crate::span::Span;
use crate::time::{DAY, Grain, Interval, MINUTE};
use chrono::NaiveDate;

/// `into the deadly standoff`: the words in which the noun is found.
const NOUN_BEHIND: usize = 4;

impl Walk<'_> {
    pub(super) fn tell_offset(
        &mut self,
        telling: &Telling,
        phrase: Span,
        offset: &Offset,
    ) -> Result<(), Reason> {
        if let Some(told) = self.tell_days(telling, phrase, offset) {
            return told;
        }
        let account = &self.accounts[self.current];
        let (usual, outer) = match (offset.length, offset.way) {
            (Some(length), Way::Within) => width::reach(length, Hedge::AtMost),
            (Some(length), _) => width::reach(length, offset.hedge),
            (None, way) if telling.from.is_some() || is_shortly(self.text, phrase) => {
                // `shortly before 8:30` is over by then
                let least = if way == Way::Before { MINUTE } else { 0 };
                let up_to = |most| Reach {
                    least: Some(least),
                    most: Some(most),
                };
                (up_to(SHORTLY.usual), up_to(SHORTLY.outer()))
            }
            (None, _) => (ONWARD, ONWARD),
        };
        match offset.way {
            Way::In | Way::FromNow => Err(Reason::Planned),
            Way::Ago => self.tell_ago(telling, phrase, (usual, outer)),
            Way::Later => {
                let from = self
                    .reached()
                    .or(account.timed)
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
            Way::Into => self.tell_into(telling, phrase, (usual, outer)),
            Way::After | Way::Before | Way::Within => {
                let words = self.counted_from(telling.clause, phrase);
                let from = telling
                    .from
                    .or_else(|| self.named(words, telling))
                    .or(account
                        .timed
                        .filter(|_| offset.way == Way::Within || self.names_last(words)));
                let reaches = if offset.way == Way::Before {
                    (back(usual), back(outer))
                } else {
                    (usual, outer)
                };
                if from.is_none() {
                    self.waiting.push(Waiting {
                        telling: *telling,
                        after: self.out.statements.len(),
                        account: self.current,
                        phrase,
                        words,
                        reaches,
                    });
                }
                self.tell_from(telling, phrase, from, reaches, Tie::Distance)
            }
        }
    }

    /// The last statement, if it tells what was so by a time of the clock: `The first crew was there by
    /// 11:41. A helicopter came ten minutes later`.
    fn reached(&self) -> Option<usize> {
        let account = &self.accounts[self.current];
        account.told.filter(|told| {
            let statement = self.out.statements[*told];
            let own = statement.own;
            statement.grain <= Some(Grain::Minute) && own.earliest.is_none() && own.latest.is_some()
        })
    }

    /// The words of the event that a distance counts from: up to the comma where it opens its clause
    /// (`Two minutes after the alarm, | officers came`).
    fn counted_from(&self, clause: Span, phrase: Span) -> Span {
        let rest = Span {
            start: phrase.end,
            end: clause.end.max(phrase.end),
        };
        let comma = rest
            .of(self.text)
            .find(',')
            .filter(|_| phrase.start <= clause.start);
        Span {
            end: comma.map_or(rest.end, |at| rest.start + at as u32),
            ..rest
        }
    }

    /// `six minutes into the standoff`: after the words that tell how it began, or else after the first
    /// time that the account tells.
    fn tell_into(
        &mut self,
        telling: &Telling,
        phrase: Span,
        reaches: (Reach, Reach),
    ) -> Result<(), Reason> {
        let words = self.counted_from(telling.clause, phrase);
        let lasts = tokens(self.text, words).take(NOUN_BEHIND);
        if !lasts
            .into_iter()
            .any(|word| has(LASTING, word.of(self.text)))
        {
            return Err(Reason::Length);
        }
        let named = self.named(words, telling);
        let from = named.or(self.accounts[self.current].begun);
        if let (None, Some(from)) = (named, from) {
            let begun = self.out.statements[from].phrase.unwrap_or_default();
            let message = format!(
                "`{}` counts from `{}`, the first time told",
                phrase.of(self.text),
                begun.of(self.text)
            );
            self.note(Code::AssumedStart, phrase, message);
        }
        self.tell_from(telling, phrase, from, reaches, Tie::Distance)
    }

    /// `two hours ago`, `three days ago`: back from the moment of telling.
    pub(super) fn tell_ago(
        &mut self,
        telling: &Telling,
        phrase: Span,
        (usual, outer): (Reach, Reach),
    ) -> Result<(), Reason> {
        let now = self.published().ok_or(Reason::NoDate)?;
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

    /// `did not go in for about 40 minutes`: that long after the event before.
    pub(super) fn tell_wait(
        &mut self,
        telling: &Telling,
        phrase: Span,
        hedge: Hedge,
        length: Duration,
    ) -> Result<(), Reason> {
        let from = self.accounts[self.current].told;
        let reaches = width::reach(length, hedge);
        self.tell_from(telling, phrase, from, reaches, Tie::Distance)
    }

    /// `Two days later`: that day of the calendar, whatever the hour; weeks to the nearest.
    fn tell_days(
        &mut self,
        telling: &Telling,
        phrase: Span,
        offset: &Offset,
    ) -> Option<Result<(), Reason>> {
        const LONG_BEFORE_DAYS: i64 = 7;
        let (first, last, moved) = self.counted_days(telling, phrase, offset)?;
        let slack = match offset.length?.unit {
            LengthUnit::Week => OFFSET_WEEKS.usual / DAY,
            _ => 0,
        };
        let days = |slack: i64| {
            let first = shift_days(first, moved - slack)?;
            Some(civil::days_of(
                self.zone,
                first,
                shift_days(last, moved + slack)?,
            ))
        };
        let reading = Reading {
            usual: days(slack)?,
            outer: days(2 * slack)?,
            stated: None,
            grain: Grain::Day,
            certainty: Certainty::Derived,
            day: shift_days(first, moved),
            codes: Vec::new(),
        };
        // what a main clause counts from is no step of the story
        let is_behind = offset.way == Way::Earlier && telling.sentence.start < phrase.start;
        let opens = phrase.start <= telling.passage.start && !is_behind;
        let happening = clause::main_clause(self.text, telling.clause);
        if opens && moved <= -LONG_BEFORE_DAYS && clause::is_emergency(self.text, happening) {
            // `Two weeks earlier, another clerk was shot`
            self.turn_to_day(reading.day?);
        }
        let statement = telling.read(self, phrase, &reading);
        // `He died two days later` looks ahead; `Two days later, …` goes on from there
        if opens {
            self.settle(telling, statement, &reading, true);
        } else {
            let at = self.push(statement);
            self.limit_to_publication(at, telling);
        }
        Some(Ok(()))
    }

    /// The days that a distance in whole days or weeks counts from, and by how many it moves them.
    fn counted_days(
        &self,
        telling: &Telling,
        phrase: Span,
        offset: &Offset,
    ) -> Option<(NaiveDate, NaiveDate, i64)> {
        let length = offset.length?;
        let is_exact = matches!(length.unit, LengthUnit::Day | LengthUnit::Week)
            && length.count == Count::Number
            && length.least == length.most
            && offset.hedge == Hedge::Exact;
        let words = self.counted_from(telling.clause, phrase);
        let (from, sign) = match offset.way {
            Way::Later => (self.accounts[self.current].timed, 1),
            Way::Earlier => (self.accounts[self.current].timed, -1),
            Way::After | Way::Before => {
                let from = telling.from.or_else(|| self.named(words, telling));
                (from, if offset.way == Way::After { 1 } else { -1 })
            }
            Way::Within | Way::Into | Way::Ago | Way::FromNow | Way::In => return None,
        };
        let day = || self.day_of_emergency(words).map(|day| (day, day));
        let named = matches!(offset.way, Way::After | Way::Before)
            .then(day)
            .flatten();
        let (first, last) = match from {
            Some(from) => self.days_of(from),
            None => named,
        }
        .filter(|_| is_exact)?;
        Some((first, last, sign * length.least / DAY))
    }

    /// The first and the last day that a statement can lie on; a night is its evening's.
    fn days_of(&self, at: usize) -> Option<(NaiveDate, NaiveDate)> {
        let statement = self.out.statements[at];
        let own = statement.own;
        let Some((earliest, latest)) = own.earliest.zip(own.latest) else {
            let day = self.accounts[statement.account as usize].day?;
            return Some((day, day));
        };
        let first = self.zone.civil(earliest).date();
        let last = self.zone.civil(latest.plus(-1)).date();
        let is_night = statement.grain == Some(Grain::PartOfDay);
        Some((first, if is_night { first } else { last }))
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
        self.order_calls(to);
        let account = statement.account as usize;
        self.accounts[account].told = Some(to);
        // a step back is a remark: what follows goes on from before it
        let onward = reaches.0.least.is_some_and(|least| 0 <= least);
        if exact && onward && tie == Tie::Distance {
            self.go_on_by(account, from, reaches.0);
            self.accounts[account].timed = Some(to);
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
}

/// `shortly after`, `soon thereafter`, not `some time later`.
pub(super) fn is_shortly(text: &str, phrase: Span) -> bool {
    let words = phrase.of(text);
    ["just", "right", "shortly", "soon"].iter().any(|near| {
        let opening = words.split(' ').next();
        opening.is_some_and(|word| word.eq_ignore_ascii_case(near))
    })
}

/// The same distance in the other direction.
fn back(reach: Reach) -> Reach {
    Reach {
        least: reach.most.map(|most| -most),
        most: reach.least.map(|least| -least),
    }
}
