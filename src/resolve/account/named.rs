//! Which event words name: `13 minutes after the crew arrived`, `two days after the shooting`.

use super::Walk;
use super::telling::Telling;
use crate::find::word::tokens;
use crate::lexicon::emergency::OCCURRING;
use crate::lexicon::has;
use crate::resolve::width::Reach;
use crate::resolve::{Reason, Statement, Tie, clause};
use crate::span::Span;
use chrono::NaiveDate;

/// A distance from an event that nothing told so far has the words of.
pub(super) struct Waiting {
    pub telling: Telling,
    /// How many statements stood before it.
    pub after: usize,
    /// The account that it was told in.
    pub account: usize,
    pub phrase: Span,
    /// The words that name the event.
    pub words: Span,
    pub reaches: (Reach, Reach),
}

/// How many statements away words can name one.
const REACH: usize = 200;

impl Walk<'_> {
    /// The statement of this account that words name: it has at least half of their telling words, and
    /// more where a pronoun says nothing of who did it: `after she left work`.
    pub(super) fn named(&self, words: Span, telling: &Telling) -> Option<usize> {
        let words = self.of_one_verb(words);
        let wanted = self.wanted(words);
        let is_pronoun =
            |word: Span| matches!(word.of(self.text), "he" | "it" | "she" | "they" | "we");
        let first = tokens(self.text, words).next();
        let spare = usize::from(!first.is_some_and(is_pronoun));
        self.most_shared(&wanted, telling.passage)
            .filter(|(shared, _)| wanted.len() < 2 * shared + spare)
            .map(|(_, at)| at)
            .or_else(|| self.main_event(words))
    }

    /// Whether the account has told the event that words name, with all of their telling words: `(soon after)
    /// the call`, `(shortly after) police arrived`.
    pub(super) fn has_told(&self, words: Span) -> bool {
        let wanted = self.wanted(self.of_one_verb(words));
        let found = self.most_shared(&wanted, words);
        found.is_some_and(|(shared, _)| shared == wanted.len())
    }

    /// The telling words by which an event is recognised.
    fn wanted(&self, words: Span) -> Vec<String> {
        const WORDS: usize = 6;
        let mut wanted = clause::stems(self.text, words);
        wanted.truncate(WORDS);
        wanted
    }

    /// The statement of this account but one that has most of some stems, the last of equals, and how many.
    fn most_shared(&self, wanted: &[String], but: Span) -> Option<(usize, usize)> {
        let account = self.current as u32;
        self.out
            .statements
            .iter()
            .enumerate()
            .rev()
            .take(REACH)
            .filter(|(_, told)| told.account == account && told.span != but)
            .map(|(at, told)| (self.shared(wanted, told), at))
            .filter(|(shared, _)| 0 < *shared)
            .max()
    }

    /// The words up to what was done then: `after it was sent in | but was driven back`, `after the dog's find
    /// | and taken to the hut`.
    fn of_one_verb(&self, words: Span) -> Span {
        let all: Vec<Span> = tokens(self.text, words).collect();
        let ends = (0..all.len()).find(|at| match all[*at].of(self.text) {
            "but" => true,
            "and" => all
                .get(at + 1)
                .is_some_and(|next| clause::is_past(next.of(self.text))),
            _ => false,
        });
        Span {
            end: ends.map_or(words.end, |at| all[at].start),
            ..words
        }
    }

    /// The telling words without names, which recur in every passage about a person.
    fn common_stems(&self, words: Span) -> Vec<String> {
        tokens(self.text, words)
            .filter(|word| word.of(self.text).starts_with(char::is_lowercase))
            .flat_map(|word| clause::stems(self.text, word))
            .collect()
    }

    /// How many of some stems a statement has, those of the event that it counts from set aside.
    fn shared(&self, wanted: &[String], told: &Statement) -> usize {
        let own = self.own_words(told);
        let stems: Vec<String> = tokens(self.text, own)
            .filter(|word| !clause::names_service(self.text, own, *word))
            .flat_map(|word| clause::stems(self.text, word))
            .collect();
        let is_there = |word: &&String| stems.iter().any(|stem| clause::is_akin(stem, word));
        wanted.iter().filter(is_there).count()
    }

    /// A passage without the event that its time counts from: `Two minutes after the alarm, | officers
    /// came`, `Officers came two minutes | after the alarm`.
    fn own_words(&self, told: &Statement) -> Span {
        let phrase = told.phrase.filter(|phrase| told.span.holds(*phrase));
        let counts = phrase.is_some_and(|phrase| {
            let words = phrase.of(self.text);
            words.ends_with("after") || words.ends_with("before")
        });
        let Some(phrase) = phrase.filter(|_| counts) else {
            return told.span;
        };
        let comma = self.text[phrase.end as usize..told.span.end as usize].find(',');
        if phrase.start <= told.span.start {
            let end = comma.map_or(phrase.end, |at| phrase.end + at as u32);
            return Span {
                start: end,
                ..told.span
            };
        }
        Span {
            end: phrase.start,
            ..told.span
        }
    }

    /// The emergency of this account that `the crash` means where no words match: of those that tell
    /// of a crash, for want of one of all, the one with the finest time, the first of equals.
    fn main_event(&self, words: Span) -> Option<usize> {
        let noun = self.emergency(words)?;
        let told = self.out.statements.iter().enumerate();
        told.filter(|(_, told)| told.account == self.current as u32)
            .filter(|(_, told)| clause::is_emergency(self.text, self.own_words(told)))
            .filter(|(_, told)| !clause::is_aftermath(self.text, told.span))
            .filter_map(|(at, told)| {
                let own = self.own_words(told);
                let is_other = !clause::tells_of(self.text, own, noun.of(self.text));
                Some((is_other, told.grain?, at))
            })
            .min()
            .map(|(.., at)| at)
    }

    /// Whether words mean what was told last: `(ten minutes after) it began`.
    pub(super) fn names_last(&self, words: Span) -> bool {
        let mut words = tokens(self.text, words).map(|word| word.of(self.text));
        words.next() == Some("it") && words.next().is_some_and(|verb| has(OCCURRING, verb))
    }

    /// The noun of an emergency that words open with: `the crash`.
    fn emergency(&self, words: Span) -> Option<Span> {
        let mut words = tokens(self.text, words);
        let is_the = words.next().is_some_and(|word| word.of(self.text) == "the");
        let noun = words.next().filter(|_| is_the)?;
        clause::is_emergency(self.text, noun).then_some(noun)
    }

    /// The day of the emergency that words name, where the account tells it by the clock and by no word
    /// for it: `two weeks after the wreck`.
    pub(super) fn day_of_emergency(&self, words: Span) -> Option<NaiveDate> {
        let account = &self.accounts[self.current];
        self.emergency(words)?;
        account.day.filter(|_| account.is_settled)
    }

    /// Tells the distances from events that the article told only after them: `The end came four
    /// hours after the alert went to phones across the state`.
    pub(super) fn tell_waiting(&mut self) {
        /// So many telling words in common are no chance.
        const SHARED_WORDS: usize = 3;
        for waiting in std::mem::take(&mut self.waiting) {
            let wanted = self.common_stems(waiting.words);
            let told = self.out.statements.iter().enumerate();
            let best = told
                .skip(waiting.after)
                .take(REACH)
                .filter(|(_, told)| told.own.earliest.is_some() && told.own.latest.is_some())
                .filter(|(_, told)| !told.span.meets(waiting.telling.passage))
                .map(|(at, told)| (self.shared(&wanted, told), std::cmp::Reverse(at)))
                .max();
            let Some((_, at)) = best.filter(|(shared, _)| SHARED_WORDS <= *shared) else {
                continue;
            };
            let Waiting {
                telling,
                account,
                phrase,
                reaches,
                ..
            } = waiting;
            self.current = self.join_account(at.0, account);
            if self.tell_from(&telling, phrase, Some(at.0), reaches, Tie::Distance) == Ok(()) {
                self.out.unplaced.retain(|left| {
                    left.reason != Reason::NoEvent || !left.span.meets(telling.passage)
                });
            }
        }
    }

    /// Takes an event into the account that counts from it, unless what its own account tells hangs on
    /// it; returns the account that it is in.
    fn join_account(&mut self, at: usize, account: usize) -> usize {
        let mut relations = self.out.relations.iter();
        if !relations.any(|relation| relation.from == at || relation.to == at) {
            self.out.statements[at].account = account as u32;
        }
        self.out.statements[at].account as usize
    }
}
