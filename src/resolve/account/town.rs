//! Towns: an emergency of another day in another town is another emergency, and a story turns back
//! where it names the town of the first.

use super::{Account, Walk};
use crate::find::word::tokens;
use crate::find::{Day, Expression, Point};
use crate::lexicon::street::STATES;
use crate::resolve::clause;
use crate::span::Span;
use chrono::NaiveDate;

impl Walk<'_> {
    /// Turns to another account where a sentence takes the story to another town on another day, and
    /// back where it names the town of the main one.
    pub(super) fn turn_to_town(&mut self, sentence: Span) {
        let named = town(self.text, sentence);
        if self.current == 0 && self.accounts[0].town.is_none() {
            self.accounts[0].town = named;
            return;
        }
        let Some(main) = self.accounts[0].town else {
            return;
        };
        let has_town = self.accounts[self.current].town.is_some();
        if 0 < self.current && has_town && self.names(sentence, main) {
            self.go_on_in_main();
            return;
        }
        let is_known = named.is_some_and(|named| {
            let known = self.accounts.iter().filter_map(|account| account.town);
            known
                .into_iter()
                .any(|town| town.of(self.text) == named.of(self.text))
        });
        if let (Some(named), false, Some(day)) = (named, is_known, self.later_day(sentence))
            && tells_alarm(self.text, sentence)
            && !clause::is_aftermath(self.text, sentence)
        {
            self.accounts.push(Account {
                day: Some(day),
                town: Some(named),
                ..Account::default()
            });
            self.current = self.accounts.len() - 1;
        }
    }

    /// Turns back to the main account, which goes on from the day that the other has come to.
    fn go_on_in_main(&mut self) {
        let (day, clock) = {
            let other = &self.accounts[self.current];
            (other.day, other.clock)
        };
        self.current = 0;
        let main = &mut self.accounts[0];
        if main.day < day {
            main.day = day;
            main.clock = clock;
        }
    }

    /// The day before the main account's that a sentence goes on to, not before that of another
    /// emergency told.
    fn later_day(&self, sentence: Span) -> Option<NaiveDate> {
        let anchor = self.anchor(false, None);
        let mentions = self.mentions.within(sentence).iter();
        let told = mentions.filter_map(|mention| match mention.expression {
            Expression::Point(Point { when, .. }) => {
                let day = when
                    .day
                    .filter(|day| matches!(day, Day::Date { .. } | Day::Weekday(..)));
                anchor.day(day?).map(|found| found.day)
            }
            _ => None,
        });
        let others = self.accounts[1..].iter();
        let last = others.filter_map(|account| account.day).max();
        told.max()
            .filter(|day| Some(*day) < self.main && last <= Some(*day))
    }

    /// Whether a sentence names a town, with its state or without.
    fn names(&self, sentence: Span, town: Span) -> bool {
        let words: Vec<&str> = tokens(self.text, sentence)
            .map(|word| word.of(self.text))
            .collect();
        let town: Vec<&str> = town.of(self.text).split_whitespace().collect();
        words.windows(town.len()).any(|found| found == town)
    }
}

/// Whether words tell of an emergency or of a call for help.
fn tells_alarm(text: &str, sentence: Span) -> bool {
    let is_report =
        tokens(text, sentence).any(|word| matches!(word.of(text), "report" | "reports"));
    clause::is_emergency(text, sentence) || clause::is_call(text, sentence) || is_report
}

/// The first town of a sentence that is written with its state: `Elizabeth, N.J.`
fn town(text: &str, sentence: Span) -> Option<Span> {
    let words = sentence.of(text);
    words.match_indices(", ").find_map(|(at, comma)| {
        let rest = &words[at + comma.len()..];
        STATES.iter().find(|state| rest.starts_with(**state))?;
        let name = words[..at]
            .rsplit(' ')
            .take_while(|word| word.starts_with(char::is_uppercase))
            .last()?;
        let start = Span::within(text, name).start;
        Some(Span {
            start,
            end: sentence.start + at as u32,
        })
    })
}
