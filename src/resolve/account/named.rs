//! Which event words name: `13 minutes after the crew arrived`, `two days after the shooting`.

use super::Walk;
use super::telling::Telling;
use crate::find::word::tokens;
use crate::resolve::width::Reach;
use crate::resolve::{Reason, Tie, clause};
use crate::span::Span;

/// A distance from an event that nothing told so far has the words of.
pub(super) struct Waiting {
    pub telling: Telling,
    pub phrase: Span,
    /// The words that name the event.
    pub words: Span,
    pub reaches: (Reach, Reach),
}

impl Walk<'_> {
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
            .map(|(at, told)| (self.shared(wanted, told.span), at))
            .filter(|(shared, _)| 0 < *shared && wanted.len() <= 2 * shared)
            .max()
            .map(|(_, at)| at)
            .or_else(|| self.main_event(words))
    }

    /// The telling words without names, which recur in every passage about a person.
    fn common_stems(&self, words: Span) -> Vec<String> {
        tokens(self.text, words)
            .filter(|word| word.of(self.text).starts_with(char::is_lowercase))
            .flat_map(|word| clause::stems(self.text, word))
            .collect()
    }

    /// How many of some stems a passage has.
    fn shared(&self, wanted: &[String], passage: Span) -> usize {
        let stems = clause::stems(self.text, clause::main_clause(self.text, passage));
        let is_there = |word: &&String| stems.iter().any(|stem| clause::is_akin(stem, word));
        wanted.iter().filter(is_there).count()
    }

    /// The emergency of this account that `the crash` means where no words match: of those that tell
    /// of a crash, for want of one of all, the one with the finest time, the first of equals.
    fn main_event(&self, words: Span) -> Option<usize> {
        let mut words = tokens(self.text, words);
        let is_the = words.next().is_some_and(|word| word.of(self.text) == "the");
        let noun = words.next().filter(|_| is_the)?;
        if !clause::is_emergency(self.text, noun) {
            return None;
        }
        let told = self.out.statements.iter().enumerate();
        told.filter(|(_, told)| told.account == self.current as u32)
            .filter(|(_, told)| clause::is_emergency(self.text, told.span))
            .filter(|(_, told)| !clause::is_aftermath(self.text, told.span))
            .filter_map(|(at, told)| {
                let is_other = !clause::tells_of(self.text, told.span, noun.of(self.text));
                Some((is_other, told.grain?, at))
            })
            .min()
            .map(|(.., at)| at)
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
                .filter(|(_, told)| told.own.earliest.is_some() && told.own.latest.is_some())
                .filter(|(_, told)| !told.span.meets(waiting.telling.passage))
                .map(|(at, told)| (self.shared(&wanted, told.span), std::cmp::Reverse(at)))
                .max();
            let Some((_, at)) = best.filter(|(shared, _)| SHARED_WORDS <= *shared) else {
                continue;
            };
            let Waiting {
                telling,
                phrase,
                reaches,
                ..
            } = waiting;
            self.current = self.out.statements[at.0].account as usize;
            if self.tell_from(&telling, phrase, Some(at.0), reaches, Tie::Distance) == Ok(()) {
                self.out.unplaced.retain(|left| {
                    left.reason != Reason::NoEvent || !left.span.meets(telling.passage)
                });
            }
        }
    }
}
