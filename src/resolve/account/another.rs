//! Sentences that open another emergency: by a word that says so, or as a piece of its own beside the first
//! of a round-up.

use super::{Account, Walk};
use crate::find::word::tokens;
use crate::find::{Day, Expression, Point};
use crate::lexicon::emergency::ANOTHER;
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
use crate::resolve::clause;
use crate::span::Span;
use chrono::NaiveDate;

impl Walk<'_> {
    /// Turns to an account of its own where a sentence opens another emergency: `In an unrelated case, a barn
    /// burned`.
    pub(super) fn turn_away(&mut self, sentence: Span) {
        if self.names_another(sentence) || self.opens_piece(sentence) {
            self.accounts.push(Account {
                day: self.day_named(sentence).or(self.accounts[0].day),
                ..Account::default()
            });
            self.current = self.accounts.len() - 1;
        }
    }

    /// Whether the first words of a sentence say that it is of something else.
    fn names_another(&self, sentence: Span) -> bool {
        const OPENING: usize = 4;
        let words = tokens(self.text, sentence).map(|word| word.of(self.text));
        let opening: Vec<&str> = words.take(OPENING).collect();
        opening.starts_with(&["In", "other", "news"])
            || (opening.starts_with(&["In", "another"])
                || opening.iter().any(|word| has(ANOTHER, word)))
                && clause::is_emergency(self.text, sentence)
    }

    /// Whether a sentence opens a piece of its own beside what the main account has told: it opens a
    /// paragraph, has an emergency happen to somebody who has not been told of, and that on another day under
    /// a heading (`Other deaths | A man was killed in a crash on Sunday`) or in another place by its first
    /// words (`In Ossel, a rider was struck early Monday`).
    fn opens_piece(&self, sentence: Span) -> bool {
        let (place, told) = self.behind_place(sentence);
        let is_told = clause::is_emergency(self.text, clause::main_clause(self.text, told))
            && clause::tells(self.text, told)
            && !clause::is_aftermath(self.text, told);
        if self.accounts[0].told.is_none()
            || sentence.start != self.paragraph.start
            || !is_told
            || !self.is_new(told)
        {
            return false;
        }
        let day = self.day_named(sentence);
        let is_elsewhere = place.is_some_and(|place| {
            let before = &self.text[..place.start as usize];
            !before.contains(place.of(self.text))
        });
        is_elsewhere && day.is_some()
            || self.is_under_heading && day.is_some_and(|day| Some(day) != self.main)
    }

    /// A sentence without the place that opens it, and the last name of that place: `In Co Wicklow, | a rider
    /// was struck`.
    fn behind_place(&self, sentence: Span) -> (Option<Span>, Span) {
        let comma = sentence.of(self.text).find(',');
        let place = comma.and_then(|at| {
            let lead = Span {
                end: sentence.start + at as u32,
                ..sentence
            };
            let mut words = tokens(self.text, lead);
            let opener = words.next()?;
            let is_name = |word: &Span| word.of(self.text).starts_with(char::is_uppercase);
            let names: Vec<Span> = words.collect();
            let last = *names.last()?;
            let is_place = matches!(opener.of(self.text), "At" | "In" | "Near")
                && names.iter().all(is_name)
                && self.mentions.within(lead).is_empty();
            is_place.then_some((last, lead.end))
        });
        let start = place.map_or(sentence.start, |(_, end)| end + 1);
        (place.map(|(name, _)| name), Span { start, ..sentence })
    }

    /// Whether words begin with what has not been told of: `a man`, `Two riders`, `A 30-year-old woman`.
    fn is_new(&self, words: Span) -> bool {
        tokens(self.text, words).next().is_some_and(|word| {
            let word = word.of(self.text);
            ["a", "an"]
                .iter()
                .any(|article| word.eq_ignore_ascii_case(article))
                || look_up(NUMBERS, word).is_some()
        })
    }

    /// The first day that a sentence names.
    fn day_named(&self, sentence: Span) -> Option<NaiveDate> {
        let anchor = self.anchor(false, None);
        let mut mentions = self.mentions.within(sentence).iter();
        mentions.find_map(|mention| match mention.expression {
            Expression::Point(Point { when, .. }) => {
                let is_day = |day: &Day| {
                    matches!(day, Day::Date { .. } | Day::Weekday(..) | Day::FromToday(_))
                };
                let day = anchor.day(when.day.filter(is_day)?)?.day;
                Some(day).filter(|day| Some(*day) <= self.own.day)
            }
            _ => None,
        })
    }
}
