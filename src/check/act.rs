//! Who does what in a clause, by what the words mean, and the numbers in it.

use super::clause::{Clause, Form};
use super::wording::{Term, Wording};
use crate::find::word::tokens;
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::radio::SHORT_UNITS;
use crate::lexicon::time::{NUMBERS, ORDINALS};
use crate::lexicon::verb::{OPPOSITES, STATES};
use crate::lexicon::{has, look_up};
use crate::resolve::clause::is_past;
use crate::span::Span;

/// Who does what in some words, by what they mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Act {
    /// The words for who.
    pub subject: Vec<Term>,
    /// The words for what, and to whom.
    pub predicate: Vec<Term>,
    pub form: Form,
    /// The numbers that say who, and the others.
    pub numbers: [Vec<Number>; 2],
    /// The small word behind the verb that says which way, with what turns it round: `turned | on`.
    way: Option<(&'static str, &'static str)>,
    /// Whether it is so for a while, and no word says how it came about.
    pub holds: bool,
    /// Whether the verb has somebody or something right behind it.
    has_object: bool,
    /// Whether the words leave out who it was, or only point back: `They went in`.
    pub is_open: bool,
}

/// A number that says how many, which, or which in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Count(u32),
    Rank(u32),
}

impl Act {
    /// Of the words of a clause.
    pub fn of(text: &str, read: &Clause, wording: &mut Wording) -> Act {
        let word = |at: usize| read.predicate.get(at).map_or("", |word| word.of(text));
        let next = word(1);
        let mut terms = |words: &[Span]| wording.read(text, words.iter().copied());
        let subject = terms(&read.subject);
        Act {
            is_open: read.form == Form::Noun || subject.is_empty(),
            subject,
            predicate: terms(&read.predicate),
            form: read.form,
            holds: read.form == Form::State && has(STATES, next) && !is_past(next),
            way: way(text, &read.predicate),
            numbers: [&read.subject, &read.predicate].map(|words| numbers(text, words)),
            has_object: has(ARTICLES, next) || !next.is_empty() && !has(STOP_WORDS, next),
        }
    }

    /// Whether it goes the other way: `turned off`, `turned on`.
    pub fn is_opposed(&self, other: &Act) -> bool {
        let ways = self.way.zip(other.way);
        ways.is_some_and(|((here, turned), (there, back))| turned == there || back == here)
    }

    /// Whether the one who did it here is the one whom it was done to there.
    pub fn is_turned(&self, other: &Act, subject: Term, head: Term, wording: &Wording) -> bool {
        let has = |term: Term, among: &[Term]| wording.is_said(term, among);
        if !has(head, &other.predicate) || other.subject.is_empty() {
            return false;
        }
        let does_here = has(subject, &other.subject);
        let suffers_here = has(subject, &other.predicate);
        // `fetched by their parents` is `left with their parents`: only one verb turns its roles
        let is_one_verb = other.predicate.contains(&head);
        // `cameras showed his truck leaving`: who did it stands before what was done
        let at = |term: Term| {
            let mut words = other.predicate.iter();
            words.position(|word| wording.is_said(term, &[*word]))
        };
        let is_inner = at(subject) < at(head);
        match (self.form, other.form) {
            (Form::Active, Form::Active) => {
                let is_one = other.predicate.first() == Some(&head);
                (self.has_object || is_one) && suffers_here && !does_here && !is_inner
            }
            (Form::Active, Form::Passive) => {
                is_one_verb && self.has_object && does_here && !suffers_here
            }
            (Form::Passive, Form::Active) => {
                is_one_verb && other.has_object && does_here && !suffers_here
            }
            _ => false,
        }
    }
}

/// `turned | back on`, `turned the power | on`
fn way(text: &str, predicate: &[Span]) -> Option<(&'static str, &'static str)> {
    let [_, behind @ ..] = predicate else {
        return None;
    };
    let is_step = |word: &&Span| !matches!(word.of(text), "back" | "straight");
    let places = [behind.iter().find(is_step), behind.last()];
    places.into_iter().flatten().find_map(|word| {
        let mut ways = OPPOSITES.iter();
        ways.find(|(way, _)| *way == word.of(text)).copied()
    })
}

/// The numbers among some words, but for those that are dialled.
fn numbers(text: &str, words: &[Span]) -> Vec<Number> {
    // `more than sixty` is no number that can be the same
    let is_loose = |at: usize| {
        let before = words[..at].last().map_or("", |word| word.of(text));
        matches!(
            before,
            "about" | "almost" | "around" | "least" | "most" | "nearly" | "over" | "some" | "than"
        )
    };
    let words = words.iter().enumerate();
    let exact = words.filter(|(at, _)| !is_loose(*at));
    exact
        .filter_map(|(_, word)| number(word.of(text)))
        .collect()
}

/// The numbers of a passage.
pub(super) fn numbers_of(text: &str, passage: Span) -> Vec<Number> {
    numbers(text, &tokens(text, passage).collect::<Vec<_>>())
}

/// `4`, `E4`, `four`, `4th`, `fourth`.
pub(super) fn number(word: &str) -> Option<Number> {
    if matches!(word, "1" | "one" | "911" | "999" | "112" | "000") {
        return None;
    }
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    let letters = word[..word.len() - digits.len()].trim_end_matches('-');
    let rank = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_rank = matches!(&digits[rank.len()..], "nd" | "rd" | "st" | "th");
    if let Ok(value) = rank.parse()
        && (letters.is_empty() || look_up(SHORT_UNITS, letters).is_some())
        && (is_rank || rank.len() == digits.len())
    {
        return Some(if is_rank {
            Number::Rank(value)
        } else {
            Number::Count(value)
        });
    }
    if word.eq_ignore_ascii_case("second") {
        return Some(Number::Rank(2));
    }
    let ordinal = look_up(ORDINALS, word).map(|rank| Number::Rank(rank.into()));
    ordinal.or_else(|| look_up(NUMBERS, word).map(Number::Count))
}
