//! Which account a sentence or a clause belongs to: the main one, or that of another emergency.

use super::telling::Telling;
use super::{Account, Walk};
use crate::find::word::tokens;
use crate::find::{Day, Expression, Point, Shift, When, address};
use crate::lexicon::beside::KNOWN;
use crate::lexicon::has;
use crate::resolve::{Kind, clause};
use crate::span::Span;
use crate::time::Grain;
use chrono::NaiveDate;

impl Walk<'_> {
    /// Turns to the Saturday of a weekend that a sentence opens: `The weekend began quietly`.
    pub(super) fn turn_to_weekend(&mut self, sentence: Span) {
        const SATURDAY: u8 = 5;
        let words: Vec<&str> = tokens(self.text, sentence)
            .map(|word| word.of(self.text))
            .collect();
        let opens = words
            .windows(2)
            .any(|pair| pair[0] == "weekend" && matches!(pair[1], "began" | "opened" | "started"));
        let weekend = Day::Weekday(SATURDAY, Shift::Nearest);
        let saturday = self.anchor(false, None).day(weekend).filter(|_| opens);
        if let Some(saturday) = saturday {
            self.turn_to_day(saturday.day);
        }
    }

    /// Starts the story on its own day behind a lead that has told how it went on: `The fire that began
    /// Sunday had taken 41 homes by Tuesday evening`.
    pub(super) fn leave_lead(&mut self) {
        let mut told = self.out.statements.iter();
        let is_lead = told
            .next()
            .is_some_and(|first| self.paragraph.holds(first.span));
        let main = &mut self.accounts[0];
        if is_lead && main.begun.is_none() && self.main.is_some() && self.main < main.day {
            main.day = self.main;
            main.clock = self.opening;
            main.part = None;
        }
    }

    /// Turns back to the main account with a new paragraph, where what was told of another emergency was
    /// a remark: it has no clock time, and lies long before.
    pub(super) fn leave_remark(&mut self) {
        const LONG_BEFORE_DAYS: i64 = 7;
        let main = &mut self.accounts[0];
        if main.day < self.main && !main.is_settled {
            main.day = self.main;
        }
        let account = &self.accounts[self.current];
        let is_long_before = self
            .main
            .zip(account.day)
            .is_some_and(|(main, day)| LONG_BEFORE_DAYS <= (main - day).num_days());
        if is_long_before && account.begun.is_none() && self.accounts[0].begun.is_some() {
            self.current = 0;
        }
    }

    /// Leaves what a heading without a time ends: the main account goes on from its own day, if no clock
    /// time was told of another.
    pub(super) fn leave_section(&mut self) {
        self.heading = None;
        if !self.accounts[self.current].is_settled && self.accounts[0].begun.is_some() {
            self.current = 0;
            self.accounts[0].day = self.main;
        }
    }

    /// Turns to the account of a day, a new one where none has come to it.
    pub(super) fn turn_to_day(&mut self, day: NaiveDate) {
        let known = (1..self.accounts.len()).find(|at| self.accounts[*at].day == Some(day));
        self.current = known.unwrap_or_else(|| {
            self.accounts.push(Account {
                day: Some(day),
                ..Account::default()
            });
            self.accounts.len() - 1
        });
    }

    /// Whether the main account has told a happening of a day: what more there is of that day is its own.
    fn has_told_of(&self, day: NaiveDate) -> bool {
        let told = self.out.statements.iter().filter(|told| told.account == 0);
        told.filter(|told| told.kind != Kind::Statement && told.grain <= Some(Grain::Day))
            .filter_map(|told| told.own.earliest)
            .any(|start| self.zone.civil(start).date() == day)
    }

    /// Whether a sentence opens on somebody who has been told of.
    pub(super) fn opens_on_known(&self, sentence: Span) -> bool {
        let opening = tokens(self.text, sentence).next();
        opening.is_some_and(|word| has(KNOWN, word.of(self.text)))
    }

    /// Whether words begin with an emergency that the article has named before: after `a tornado and a flood`,
    /// `The tornado touched down` is of no other.
    fn names_known_emergency(&self, words: Span) -> bool {
        /// `The two-day mill fire`
        const NOUN: usize = 4;
        let mut opening = tokens(self.text, words).take(NOUN);
        let is_the = opening
            .next()
            .is_some_and(|word| word.of(self.text) == "The");
        let before = &self.text[..words.start as usize];
        is_the
            && opening.any(|noun| {
                clause::is_emergency(self.text, noun)
                    && !clause::names_service(self.text, words, noun)
                    && before.contains(noun.of(self.text))
            })
    }

    /// Turns back to the main account where a sentence speaks of its day or its place.
    pub(super) fn turn_to(&mut self, sentence: Span) {
        if self.current == 0 {
            return;
        }
        let anchor = self.anchor(false, None);
        let main = self
            .main
            .filter(|day| self.accounts[self.current].day != Some(*day));
        let of_its_day =
            self.mentions
                .within(sentence)
                .iter()
                .any(|mention| match mention.expression {
                    Expression::Point(Point { when, .. }) => anchor
                        .day_of(&when)
                        .is_some_and(|found| main == Some(found.day)),
                    _ => false,
                });
        let here = address::places(self.text, sentence);
        let at_its_place = here
            .iter()
            .any(|place| self.accounts[0].places.iter().any(|main| main.meets(place)));
        if of_its_day || at_its_place {
            self.current = 0;
        }
    }

    /// Turns to the account that a dated clause belongs to: an earlier emergency is another one.
    pub(super) fn turn_account(&mut self, telling: &Telling, when: &When) {
        const FAR_BACK_DAYS: i64 = 2;
        const DAYS_ON: i64 = 3;
        /// How long before its main day one emergency may have begun.
        const SAME_STORY_DAYS: i64 = 7;
        /// Whatever happened half a year before is no part of the incident.
        const LONG_BEFORE_DAYS: i64 = 180;
        let Some(day) = when.day else {
            return;
        };
        let told = self
            .anchor_of(telling, when)
            .day_of(when)
            .map(|found| found.day);
        let (Some(told), Some(main)) = (told, self.main) else {
            return;
        };
        let is_back = matches!(day, Day::Date { .. } | Day::Weekday(..))
            && FAR_BACK_DAYS <= main.signed_duration_since(told).num_days();
        let is_here = self.accounts[self.current].day == Some(told);
        // what somebody says of the incident stays with it
        if telling.is_report {
            return;
        }
        if !is_back {
            // what looks back is of what is being told
            let looks_back = clause::is_past_perfect(self.text, telling.clause);
            if !is_here && !looks_back {
                self.current = 0;
            }
            return;
        }
        // the account that is being told goes on into the next days
        let goes_on = self.accounts[self.current].day.is_some_and(|day| {
            day < main && (0..=DAYS_ON).contains(&told.signed_duration_since(day).num_days())
        });
        let is_soon = main.signed_duration_since(told).num_days() <= SAME_STORY_DAYS;
        let is_known =
            self.has_told_of(told) || is_soon && self.names_known_emergency(telling.clause);
        if goes_on || self.current == 0 && is_known {
            return;
        }
        let happening = clause::main_clause(self.text, telling.clause);
        // `The group left Orrin Field on Sunday`: they have been told of
        let is_of_known = happening.holds(when.span) && self.opens_on_known(telling.sentence);
        let places = address::places(self.text, telling.clause);
        let elsewhere = !is_of_known
            && !places.is_empty()
            && !places
                .iter()
                .any(|place| self.accounts[0].places.iter().any(|main| main.meets(place)));
        let is_long_before = LONG_BEFORE_DAYS <= main.signed_duration_since(told).num_days();
        if !elsewhere && !is_long_before && !clause::is_emergency(self.text, happening) {
            self.current = 0;
            return;
        }
        self.turn_to_day(told);
    }
}
