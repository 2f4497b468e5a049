//! Calls for help: the first call comes before all others, whichever the article tells first.

use super::Walk;
use super::telling::{ONWARD, Telling};
use crate::find::word::tokens;
use crate::resolve::{Tie, clause};
use crate::span::Span;

/// The statements of an account that tell of calls for help.
#[derive(Clone, Debug, Default)]
pub(super) struct Calls {
    first: Vec<usize>,
    others: Vec<usize>,
}

impl Walk<'_> {
    /// Ties the first call before the others.
    pub(super) fn order_calls(&mut self, at: usize) {
        /// So many calls back: a story has few, and cost stays linear.
        const REACH: usize = 20;
        let statement = self.out.statements[at];
        let (span, account) = (statement.span, statement.account as usize);
        let calls = &mut self.accounts[account].calls;
        let is_first = names_first_call(self.text, span);
        let ties: Vec<(usize, usize)> = if is_first {
            calls.first.push(at);
            let others = calls.others.iter().rev().take(REACH);
            others.map(|other| (at, *other)).collect()
        } else if tells_call(self.text, span) {
            calls.others.push(at);
            let first = calls.first.iter().rev().take(REACH);
            first.map(|first| (*first, at)).collect()
        } else {
            Vec::new()
        };
        for (from, to) in ties {
            if !self.is_belied(from, to) {
                self.tie(from, to, (ONWARD, ONWARD), Tie::OrderWord, span);
            }
        }
    }

    /// Whether the clock times of two calls say that the first of them came after the other: it was the first
    /// of its own kind, or of another place.
    fn is_belied(&self, first: usize, other: usize) -> bool {
        let [first, other] = [first, other].map(|at| self.out.statements[at].own);
        let ends = first.earliest.zip(other.latest);
        ends.is_some_and(|(first, other)| other <= first)
    }

    /// Tells of the first call without a time of its own: not after any other call.
    pub(super) fn tell_first_call(&mut self, telling: &Telling) -> bool {
        let tells = clause::tells(self.text, telling.passage);
        if !tells || !names_first_call(self.text, telling.passage) {
            return false;
        }
        let statement = telling.statement(self, None);
        let at = self.push(statement);
        self.limit_to_day(at, None);
        self.limit_to_past(at);
        self.order_calls(at);
        true
    }
}

/// Whether words tell of the first call for help; not `two minutes after the first calls`.
fn names_first_call(text: &str, span: Span) -> bool {
    /// `first frantic 911 call`
    const BETWEEN: usize = 3;
    let words: Vec<&str> = tokens(text, span).map(|word| word.of(text)).collect();
    (0..words.len()).any(|at| {
        let counts_from = at
            .checked_sub(2)
            .is_some_and(|before| matches!(words[before], "after" | "before" | "of" | "since"));
        let mut next = words[at + 1..].iter().take(BETWEEN);
        words[at].eq_ignore_ascii_case("first")
            && !counts_from
            && next.any(|word| matches!(*word, "call" | "calls"))
    })
}

/// Whether words tell of a call for help by its name: `called 911`, `another call came in`.
fn tells_call(text: &str, span: Span) -> bool {
    clause::is_call(text, span)
        && !clause::is_past_perfect(text, span)
        && tokens(text, span).any(|word| matches!(word.of(text), "911" | "call" | "calls"))
}
