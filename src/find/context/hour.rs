//! Numbers that the words before them make an hour, or a count.

use super::Place;
use crate::find::Point;
use crate::find::token::Kind;
use crate::lexicon::beside::{GROWING, STANDING};
use crate::lexicon::has;
use crate::lexicon::word::Word as W;

impl Place<'_> {
    /// `it was twenty to eight and the yard was lit`: the time that it was, in letters to five minutes, and
    /// then the clause ends; not `it was ten to one against us`.
    pub(super) fn is_told_by_it(&self, point: &Point) -> bool {
        let word = |at: usize| self.tokens[at].span().of(self.text);
        let is_it = self.start.checked_sub(2).is_some_and(|it| {
            let is_pronoun = matches!(word(it), "It" | "it" | "That" | "that");
            is_pronoun && matches!(word(it + 1), "is" | "was")
        });
        let in_figures = matches!(self.tokens[self.start].kind, Kind::Digits(..));
        let is_round = point.when.clock.is_some_and(|clock| {
            const ROUND: u8 = 5;
            clock.has_minute && (in_figures || clock.minute.is_multiple_of(ROUND))
        });
        let ends = self.tokens.get(self.end).is_none_or(|next| {
            matches!(next.kind, Kind::Mark('.' | ',' | ';'))
                || ["and", "before", "but", "by", "when"].contains(&next.span().of(self.text))
        });
        is_it && is_round && ends
    }

    /// `(the toll) rose to nine`, `stood at nine`, `was closer to nine`: a count; not `it was closer to nine`.
    pub(super) fn is_counted(&self) -> bool {
        let word = |back: usize| {
            let at = self.start.checked_sub(back)?;
            Some(self.tokens[at].span().of(self.text))
        };
        if self.tokens[self.start].kind == Kind::Word(W::At) {
            return word(1).is_some_and(|word| has(STANDING, word));
        }
        let is_near = matches!(
            self.tokens[self.start].kind,
            Kind::Word(W::Close | W::Closer)
        );
        if is_near {
            let is_it = word(2).is_some_and(|word| word.eq_ignore_ascii_case("it"));
            return matches!(word(1), Some("is" | "was" | "were")) && !is_it;
        }
        self.before() == "to" && word(2).is_some_and(|word| has(GROWING, word))
    }
}
