//! The words of a clause and of what stands around it, by what they mean.

use super::act::{Act, Number, numbers_of};
use super::clause::{Clause, Form, clause};
use super::mood::{Told, without};
use super::wording::{Term, Wording};
use crate::find::word::tokens;
use crate::span::Span;

/// The words of one clause, or of all that tell one event, and of what stands around them.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// What the clause says.
    pub own: Vec<Term>,
    /// What it says that happened.
    pub told: Vec<Term>,
    /// Who does what in it.
    pub acts: Vec<Act>,
    /// What else its sentence says.
    pub beside: Vec<Term>,
    /// What its paragraph says, and the one before it.
    pub around: Vec<Term>,
    /// The numbers of the clause, and of what stands around it.
    pub numbers: [Vec<Number>; 2],
}

impl Passage {
    /// Adds a clause, whose time is some of its words.
    pub fn tell(
        &mut self,
        text: &str,
        main: Span,
        phrase: Span,
        is_radio: bool,
        wording: &mut Wording,
    ) {
        let Told { happened, ordered } = if is_radio {
            Told::on_the_air(text, main)
        } else {
            Told::in_prose(text, main, phrase)
        };
        // `one victim out the back door`: on the air no verb says so; `everybody out of there` is an order
        let is_out = |at: usize| {
            let word = |at: usize| happened.get(at).map_or("", |word| word.of(text));
            word(at) == "out" && word(at + 1) != "of"
        };
        if is_radio && (0..happened.len()).any(is_out) {
            self.told.push(wording.term("out"));
            self.own.push(wording.term("out"));
        }
        let ordered = wording.read(text, ordered);
        self.told.extend(wording.read(text, happened));
        let sent = ordered.into_iter().filter(|term| wording.is_sending(*term));
        self.told.extend(sent);
        let words = without(main, phrase);
        let act = Act::of(text, &clause(text, &words), wording);
        self.acts.push(act);
        for part in words {
            self.numbers[0].extend(numbers_of(text, part));
        }
        self.own.extend(wording.read(text, tokens(text, main)));
    }

    /// Whether it only tells what was so then, and not when that came about: `The roof was open`.
    pub fn holds(&self) -> bool {
        self.acts.iter().all(|act| act.holds)
    }

    /// Adds words that belong to the clause: who speaks, what is left out because the sentence has it.
    pub fn complete(&mut self, text: &str, words: Span, wording: &mut Wording) {
        self.numbers[0].extend(numbers_of(text, words));
        self.own.extend(wording.read(text, tokens(text, words)));
    }

    /// Tells of a part without a verb what the verb before it does, and of whom the words up to there are.
    pub fn lead(&mut self, text: &str, told: Span, lead: Span, wording: &mut Wording) {
        let Told { happened, .. } = Told::in_prose(text, told, Span::default());
        self.told.extend(wording.read(text, happened));
        let read = Clause {
            subject: clause(text, &[lead]).subject,
            ..clause(text, &[told])
        };
        if read.form != Form::Noun {
            self.acts.pop();
            self.acts.push(Act::of(text, &read, wording));
        }
    }

    /// Adds what stands around the clause.
    pub fn surround(&mut self, text: &str, sentence: Span, around: Span, wording: &mut Wording) {
        self.numbers[1].extend(numbers_of(text, around));
        self.beside
            .extend(wording.read(text, tokens(text, sentence)));
        self.around.extend(wording.read(text, tokens(text, around)));
    }

    /// Once all is added: in order, each word once.
    pub fn sorted(mut self) -> Self {
        for terms in [
            &mut self.own,
            &mut self.told,
            &mut self.beside,
            &mut self.around,
        ] {
            terms.sort_unstable();
            terms.dedup();
        }
        self
    }
}
