//! What a claim says of an event, against what a clause tells: who, what happened, and with which numbers.

use super::act::{Act, number};
use super::clause::{Clause, Form, clause};
use super::passage::Passage;
use super::wording::{Term, Wording};
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::meaning::{EXTREMES, MESSAGES, PARTS_OF_TIME};
use crate::lexicon::verb::{ANYBODY, BEGINNING, FOUND_TO_BE, RECEIVED, TELLING_OF};
use crate::lexicon::{has, look_up};
use crate::span::Span;

/// What a claim says of an event.
#[derive(Clone, Debug)]
pub(super) struct Description {
    act: Act,
    /// The word for what happened.
    pub head: Option<Term>,
    /// The word for who it is about.
    subject: Option<Term>,
    /// The word for how it came to be known, which has a time of its own: `was | confirmed | dead`.
    finding: Option<Term>,
    /// Where somebody was.
    place: Option<Term>,
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
        let predicate = terms(&read.predicate);
        let coming = coming(text, &read);
        let happening = match coming {
            Some(coming) => Some(wording.term(coming)),
            None => happening(text, &read, &predicate),
        };
        let last = main.last().map_or("", |word| word.of(text));
        let verb = read.predicate.first().map_or("", |word| word.of(text));
        let is_received = has(RECEIVED, verb);
        let finding = predicate.first().map(|(_, term)| *term);
        let (head, subject) = if read.form == Form::Noun {
            let of = behind.first().map(|(_, term)| *term);
            (of.filter(|_| has(PARTS_OF_TIME, last)).or(name), None)
        } else {
            // `the alert reached them`, `descriptions went out`: who is told of it
            let is_sent = has(MESSAGES, last)
                && happening.is_some_and(|happening| {
                    wording.is_passing_on(happening) || read.form == Form::Passive && is_received
                });
            let subject = name.filter(|_| !has(ANYBODY, last));
            (if is_sent { subject } else { happening }, subject)
        };
        Description {
            act: Act::of(text, &read, wording),
            head,
            subject,
            finding: finding.filter(|_| read.form == Form::Passive && has(FOUND_TO_BE, verb)),
            place: coming.and(predicate.last()).map(|(_, term)| *term),
        }
    }

    /// Whether it says what was so for a while: `Officers were inside`.
    pub fn is_state(&self) -> bool {
        self.act.form == Form::State
    }

    /// Whether it says what happened by a verb, and not by a noun: `the alert reached them`.
    pub fn has_verb(&self) -> bool {
        self.act.form != Form::Noun && self.head.is_some() && self.head != self.subject
    }

    /// Whether a clause tells it, as far as words say: what happened, to whom, with the same numbers.
    pub fn is_told(&self, by: &Passage, wording: &Wording) -> bool {
        // `The hall was entered` and `the arrest came` leave open by whom
        let is_active = self.act.form == Form::Active;
        let leaves_open = |act: &Act| {
            let is_named = self.head.is_some() && act.subject.last() == self.head.as_ref();
            act.is_open || is_active && (act.form == Form::Passive || is_named)
        };
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
        let is_around = |place: Term| {
            let mut layers = [&by.own, &by.beside, &by.around].into_iter();
            layers.any(|layer| wording.is_said(place, layer))
        };
        self.head.is_none_or(happened)
            && self.finding.is_none_or(happened)
            && self.place.is_none_or(is_around)
            && self.subject.is_none_or(is_about)
            && !self
                .subject
                .zip(self.head)
                .filter(|(who, what)| who != what)
                .is_some_and(turned)
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

/// What it is to have come where somebody is said to be: `was at the bank`, `was in the air`.
fn coming(text: &str, read: &Clause) -> Option<&'static str> {
    let word = |at: usize| read.predicate.get(at).map_or("", |word| word.of(text));
    let is_place = has(ARTICLES, word(2)) || word(2).starts_with(char::is_uppercase);
    match (read.form, word(1)) {
        (Form::State, "at") if is_place => Some("reach"),
        (Form::State, "in") if word(2) == "the" && word(3) == "air" => Some("airborne"),
        _ => None,
    }
}

/// The words up to the first that says where, or of what: `the arrival | of the chief`.
pub(super) fn main_words<'a>(text: &str, words: &'a [Span]) -> &'a [Span] {
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
