//! What a claim says of an event, against what a clause tells: who, what happened, and with which numbers.

use super::act::{Act, number};
use super::clause::{Clause, Form, clause};
use super::passage::Passage;
use super::wording::{Term, Wording};
use crate::lexicon::meaning::{EXTREMES, MESSAGES, PARTS_OF_TIME};
use crate::lexicon::verb::{ANYBODY, BEGINNING, TELLING_OF};
use crate::lexicon::{has, look_up};
use crate::span::Span;

/// What a claim says of an event.
#[derive(Clone, Debug)]
pub(super) struct Description {
    act: Act,
    /// The word for what happened.
    head: Option<Term>,
    /// The word for who it is about.
    subject: Option<Term>,
}

impl Description {
    /// Of the words of a claim.
    pub fn of(text: &str, pieces: &[Span], wording: &mut Wording) -> Description {
        let read = clause(text, pieces);
        let is_telling = |word: &&Span| look_up(EXTREMES, word.of(text)).is_none();
        let mut terms = |words: &[Span]| -> Vec<(Span, Term)> {
            wording.read_each(text, words.iter().filter(is_telling).copied())
        };
        let main = main_words(text, &read.subject);
        let name = {
            let named = terms(main);
            let is_name = |(word, _): &&(Span, Term)| number(word.of(text)).is_none();
            named.iter().rev().find(is_name).map(|(_, term)| *term)
        };
        let behind = terms(&read.subject[main.len()..]);
        let happening = happening(text, &read, &terms(&read.predicate));
        let last = main.last().map_or("", |word| word.of(text));
        let (head, subject) = if read.form == Form::Noun {
            let of = behind.first().map(|(_, term)| *term);
            (of.filter(|_| has(PARTS_OF_TIME, last)).or(name), None)
        } else {
            // `the alert reached them`, `descriptions went out`: who is told of it
            let is_sent = has(MESSAGES, last)
                && happening.is_some_and(|happening| wording.is_passing_on(happening));
            let subject = name.filter(|_| !has(ANYBODY, last));
            (if is_sent { subject } else { happening }, subject)
        };
        Description {
            act: Act::of(text, &read, wording),
            head,
            subject,
        }
    }

    /// Whether it says what was so for a while: `Officers were inside`.
    pub fn is_state(&self) -> bool {
        self.act.form == Form::State
    }

    /// Whether a clause tells it, as far as words say: what happened, to whom, with the same numbers.
    pub fn is_told(&self, by: &Passage, wording: &Wording) -> bool {
        // `The hall was entered` leaves open by whom
        let is_active = self.act.form == Form::Active;
        let leaves_open = |act: &Act| act.is_open || is_active && act.form == Form::Passive;
        let is_open = by.acts.iter().any(leaves_open);
        let is_near = |term: Term| {
            let mut near = [&by.beside, &by.around].into_iter();
            is_open && near.any(|near| wording.is_said(term, near))
        };
        let happened = |head: Term| wording.is_said(head, &by.told);
        let is_about = |who: Term| wording.is_said(who, &by.own) || is_near(who);
        let turned = |(who, head): (Term, Term)| {
            let mut acts = by.acts.iter();
            acts.all(|act| self.act.is_turned(act, who, head, wording))
        };
        let [of_who, others] = &self.act.numbers;
        let [own, around] = &by.numbers;
        self.head.is_none_or(happened)
            && self.subject.is_none_or(is_about)
            && !self.subject.zip(self.head).is_some_and(turned)
            && !by.acts.iter().all(|act| self.act.is_opposed(act))
            && of_who
                .iter()
                .all(|it| own.contains(it) || is_open && around.contains(it))
            && others
                .iter()
                .all(|it| own.contains(it) || around.contains(it))
    }
}

/// The word for what happened: that of the verb, or where it says little, of what stands behind: `made a call`,
/// `began to sound`, `was reported dead`, `was brought under control`.
fn happening(text: &str, read: &Clause, terms: &[(Span, Term)]) -> Option<Term> {
    let verb = *read.predicate.first()?;
    let next = read.predicate.get(1).copied().unwrap_or_default();
    let helps = |told: Span| {
        let (verb, word) = (verb.of(text), next.of(text));
        let goes_on = word == "to" || word.ends_with("ing");
        // `was brought under control`
        let is_result = has(TELLING_OF, verb) || word == "under";
        has(BEGINNING, verb) && goes_on || read.form == Form::Passive && is_result && told == next
    };
    match terms {
        [(first, _), (next, happened), ..] if *first == verb && helps(*next) => Some(*happened),
        [(first, head), ..] if *first == verb || read.form != Form::Active => Some(*head),
        [(_, first), ..] => {
            let object = main_words(text, &read.predicate[1..]);
            let is_in = |(word, _): &&(Span, Term)| object.contains(word);
            let last = terms.iter().rev().find(is_in);
            Some(last.map_or(*first, |(_, term)| *term))
        }
        [] => None,
    }
}

/// The words up to the first that says where, or of what: `the arrival | of the chief`.
fn main_words<'a>(text: &str, words: &'a [Span]) -> &'a [Span] {
    let is_preposition = |word: &Span| {
        matches!(
            word.of(text),
            "about"
                | "at"
                | "by"
                | "for"
                | "from"
                | "in"
                | "inside"
                | "into"
                | "near"
                | "of"
                | "on"
                | "outside"
                | "over"
                | "to"
                | "with"
        )
    };
    let end = words.iter().position(is_preposition);
    &words[..end.filter(|end| 0 < *end).unwrap_or(words.len())]
}
