//! What the verbs of a sentence say of when a time of it lies.

use super::clause::is_past;
use crate::find::word::{tokens, word_before};
use crate::lexicon::has;
use crate::lexicon::mood::FUTURE;
use crate::lexicon::prose::{CLAUSE_OPENERS, PLANNING};
use crate::lexicon::tense::{
    ANNOUNCING, BECOMING, DEFERRING, GIVING, MODALS, NEGATIONS, SCHEDULES, TELLING,
};
use crate::span::Span;

/// What the verbs of a sentence say of a time in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// It was: a past form stands beside it.
    #[default]
    Past,
    /// A past form stands farther off: `ordered the boy returned by Jan. 14`.
    Loose,
    /// No verb says.
    Open,
    /// It is to come.
    Future,
}

/// The tense of a time in its sentence: by the last verb before it, else by the first one behind it.
/// A bare verb that opens a sentence asks for something and tells nothing.
///
/// ```
/// use squelch::resolve::tense::{Tense, tense};
/// use squelch::span::Span;
/// let text = "The road will open, police said Friday.";
/// let sentence = Span::new(0, text.len());
/// let friday = Span::new(text.len() - 7, text.len() - 1);
/// assert_eq!(tense(text, sentence, friday), Tense::Past);
/// ```
pub fn tense(text: &str, sentence: Span, time: Span) -> Tense {
    /// Bytes between a verb and its own time are few.
    const NEAR: u32 = 12;
    if let Some(tense) = of_own_words(text, time) {
        return tense;
    }
    let lead = Span {
        start: sentence.start,
        end: time.start.max(sentence.start),
    };
    let tail = Span {
        start: time.end,
        end: sentence.end.max(time.end),
    };
    // the verb that counts stands near the time: from there back
    let mut back = tokens(text, lead).rev().peekable();
    while let Some(word) = back.next() {
        let before = back.peek().copied();
        let verb = Verb {
            text,
            sentence,
            word,
            before,
            time: Some(time),
        };
        let tense = verb.tense();
        if tense == Some(Tense::Past) {
            return if verb.is_participle() && is_within_future(text, sentence, word) {
                Tense::Future
            } else if NEAR < time.start - word.end {
                Tense::Loose
            } else {
                Tense::Past
            };
        }
        if let Some(tense) = tense {
            return tense;
        }
    }
    let mut before = None;
    tokens(text, tail)
        .find_map(|word| {
            let verb = Verb {
                text,
                sentence,
                word,
                before: before.replace(word),
                time: None,
            };
            verb.tense()
        })
        .unwrap_or(Tense::Open)
}

/// `since March` looks back and `ahead of Monday` ahead, whatever the verb.
fn of_own_words(text: &str, time: Span) -> Option<Tense> {
    let first = time.of(text).split_whitespace().next()?;
    let is = |word: &str| first.eq_ignore_ascii_case(word);
    let before = || word_before(text, time.start as usize);
    if is("since") {
        return Some(Tense::Past);
    }
    // `called a strike for Monday`, but `for Monday's fire` and `for January`
    let is_due = || {
        let ends_clause = text[time.end as usize..].starts_with([',', '.', ';']);
        ends_clause && ends_with_day(first) && before() == "for"
    };
    let is_future = is("ahead") || is("effective") && !has(BECOMING, before()) || is_due();
    is_future.then_some(Tense::Future)
}

/// `Monday`, `today`
fn ends_with_day(word: &str) -> bool {
    let tail = word.len().checked_sub("day".len());
    tail.and_then(|at| word.get(at..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case("day"))
}

/// Whether the clause of a participle is of what is to come: `will redeem preferred shares`.
fn is_within_future(text: &str, sentence: Span, participle: Span) -> bool {
    let lead = Span {
        start: sentence.start,
        end: participle.start,
    };
    let mut next = participle.start;
    let mut back = tokens(text, lead).rev().peekable();
    while let Some(word) = back.next() {
        let between = &text[word.end as usize..next as usize];
        if between.contains([',', ';', ':', '"', '“', '”', '—'])
            || has(CLAUSE_OPENERS, word.of(text))
        {
            return false;
        }
        let verb = Verb {
            text,
            sentence,
            word,
            before: back.peek().copied(),
            time: None,
        };
        match verb.tense() {
            Some(tense) => return tense == Tense::Future,
            None => next = word.start,
        }
    }
    false
}

/// A word of a sentence that may be a verb.
struct Verb<'a> {
    text: &'a str,
    sentence: Span,
    word: Span,
    before: Option<Span>,
    /// The time, where it stands behind the verb.
    time: Option<Span>,
}

impl Verb<'_> {
    /// What the word says, if it is a verb that says.
    fn tense(&self) -> Option<Tense> {
        let word = self.word.of(self.text);
        if !word.ends_with("ed") && !is_short_will(word) && !TELLING.may_hold(word) {
            return None;
        }
        let opens = self.word.start == self.sentence.start;
        if self.is_over(word) {
            Some(Tense::Past)
        } else if self.is_to_come(word) {
            // `had been set to expire Friday`: what came of it is told elsewhere
            let plan = if word == "to" {
                self.before
            } else {
                Some(self.word)
            };
            Some(if plan.is_some_and(|plan| self.had_been(plan)) {
                Tense::Loose
            } else {
                Tense::Future
            })
        } else if !opens && is_past(word) && !self.is_infinitive() {
            // `the case is heard Tuesday`: the present of a timetable
            let is_present = self.follows(&["are", "is"]) && self.gap().is_some_and(str::is_empty);
            Some(if is_present {
                Tense::Future
            } else {
                Tense::Past
            })
        } else {
            None
        }
    }

    /// `be shut`, `will shut`, `to shut`
    fn is_infinitive(&self) -> bool {
        self.follows(&["be", "to"]) || self.follows(FUTURE) || self.follows(MODALS)
    }

    /// Whether one of some verbs stands before; `May` and `Will` are names.
    fn follows(&self, list: &[&str]) -> bool {
        self.before
            .is_some_and(|before| list.contains(&before.of(self.text)))
    }

    /// The words between the verb and the time behind it, without its `on`.
    fn gap(&self) -> Option<&str> {
        let range = self.word.end as usize..self.time?.start as usize;
        let words = self.text[range].trim_end();
        Some(words.strip_suffix(" on").unwrap_or(words).trim())
    }

    /// `could not be saved`, `neither could be found`, `may have left`, `has been in town`
    fn is_over(&self, word: &str) -> bool {
        /// A negation stands so near to its verb.
        const REACH: usize = 8;
        let lead = Span {
            end: self.word.start,
            ..self.sentence
        };
        match word {
            "not" => self.follows(&["could"]),
            "could" => tokens(self.text, lead)
                .rev()
                .take(REACH)
                .any(|word| has(NEGATIONS, word.of(self.text))),
            "have" => self.follows(MODALS),
            "been" => self.follows(&["had", "has", "have"]),
            _ => false,
        }
    }

    /// Whether `had been` stands before a word, in the clause of the time.
    fn had_been(&self, word: Span) -> bool {
        let lead = Span {
            end: word.start,
            ..self.sentence
        };
        let mut back = tokens(self.text, lead).rev();
        let had_been =
            ["been", "had"].map(|word| back.next().is_some_and(|had| had.of(self.text) == word));
        had_been == [true; 2] && !self.gap().is_some_and(|gap| gap.contains(','))
    }

    /// `will open`, `is to open`, `was set for`, `postponed until`, `opens Tuesday`
    fn is_to_come(&self, word: &str) -> bool {
        let time = self.time.map_or("", |time| time.of(self.text));
        let gap = || self.gap().unwrap_or_default();
        let until = || {
            [gap().rsplit(' ').next(), time.split(' ').next()]
                .iter()
                .any(|lead| lead.is_some_and(|lead| matches!(lead, "until" | "to" | "through")))
        };
        let is_beside = || self.time.is_some() && (gap().is_empty() || gap().ends_with("ly"));
        let possessive = || time.ends_with("'s") || time.ends_with("’s");
        match word {
            "to" => self.follows(PLANNING),
            "for" => self.follows(&["set"]),
            "ahead" => gap().starts_with("of") && !gap().contains(','),
            // `the funeral is Saturday`, but `the hour is past`
            "are" | "is" => is_beside() && !time.starts_with("past"),
            "place" => is_beside() && self.follows(&["take", "takes"]),
            "due" => self.follows(&["are", "is", "was", "were"]),
            // `set a Jan. 14 deadline`, `set Jan. 14 as the deadline`
            "set" | "sets" | "setting" => matches!(gap(), "a" | "an") || self.is_set_as(),
            _ => {
                is_short_will(word)
                    || has(ANNOUNCING, word)
                    || FUTURE.contains(&word)
                    || MODALS.contains(&word) && !possessive()
                    || (has(DEFERRING, word) || has(GIVING, word)) && until()
                    || has(SCHEDULES, word)
                        && (is_beside() || until())
                        && !self.follows(&["not", "to"])
            }
        }
    }

    fn is_set_as(&self) -> bool {
        let is_date = |time: Span| {
            time.of(self.text).contains(|c: char| c.is_ascii_digit())
                && self.text[time.end as usize..].starts_with(" as ")
        };
        self.gap() == Some("") && self.time.is_some_and(is_date)
    }

    /// Whether the word may be no verb of its own: a participle with words between it and the time.
    fn is_participle(&self) -> bool {
        self.word.of(self.text).ends_with("ed") && self.gap().is_some_and(|gap| !gap.is_empty())
    }
}

/// `they'll`
fn is_short_will(word: &str) -> bool {
    word.ends_with("'ll") || word.ends_with("’ll")
}
