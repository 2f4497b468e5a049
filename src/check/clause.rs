//! Who does what in some words, and whether they say that it happened: `Engine 4 | reached | the warehouse`,
//! `crews | did not | enter`, `the arrival of the chief`.

use super::claim::{Claimed, What};
use crate::find::word::tokens;
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::has;
use crate::lexicon::mood::DISPUTING;
use crate::lexicon::prose::{CLAUSE_OPENERS, PARTICIPLES, PLANNING, SAYING};
use crate::lexicon::tense::NEGATIONS;
use crate::lexicon::verb::{BE, CONCEDING, FAILING, HARDLY, NOUNS_IN_ING, OUGHT, STATES, UNTRUE};
use crate::resolve::clause::is_past;
use crate::span::Span;
use words::{Words, number_word};

mod words;

/// Who does what.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// Who or what it is about: all of it, where a noun names the happening.
    pub subject: Vec<Span>,
    /// The verb without those that help it, but for the `was` of a state, and what stands behind.
    pub predicate: Vec<Span>,
    /// What kind of verb.
    pub form: Form,
    /// The word by which it says that it did not happen.
    pub denied: Option<Span>,
    /// The words by which it does not say that it happened.
    pub unreal: Option<Span>,
}

/// What kind of verb a clause has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// None: `the first call`.
    #[default]
    Noun,
    /// `Officers shot the gunman`.
    Active,
    /// `The gunman was shot`.
    Passive,
    /// `Officers were inside`: it holds for a while.
    State,
}

/// Words in which a verb of another clause can stand do not count: `the man who called`, `deputies, who were not
/// armed,`; nor do quoted ones.
pub(super) fn clause(text: &str, pieces: &[Span]) -> Clause {
    let words: Vec<Span> = pieces
        .iter()
        .flat_map(|piece| tokens(text, *piece))
        .collect();
    let words = Words { text, words };
    let unreal = words.disputed();
    let clause = words.without_asides().clause();
    Clause {
        unreal: unreal.or(clause.unreal),
        ..clause
    }
}

/// The same of the words of a claim, where a quoted passage stands for an event and says nothing of it.
pub(super) fn claimed(text: &str, pieces: &[Span]) -> Clause {
    let mut open: Vec<Span> = Vec::new();
    for piece in pieces {
        let parts = piece.of(text).split(['"', '“', '”']);
        open.extend(parts.step_by(2).map(|part| Span::within(text, part)));
    }
    clause(text, &open)
}

/// A claim whose events happened, or the first did not, as it says; else the words by which it says neither.
pub(super) fn asserted(text: &str, claimed: Claimed) -> Result<Claimed, Span> {
    let first = self::claimed(text, &claimed.event);
    let second = match &claimed.what {
        What::Apart { other, .. } => self::claimed(text, other),
        What::Lasted(_) | What::At { .. } => Clause::default(),
    };
    let denied = second.denied.or(first
        .denied
        .filter(|_| matches!(claimed.what, What::Lasted(_))));
    let unread = asked(text).or(first.unreal).or(second.unreal).or(denied);
    unread.map_or(Ok(claimed), Err)
}

/// `Did the crew leave …?`, `If the crew left …`: the mark, or the word.
fn asked(text: &str) -> Option<Span> {
    let text_end = text.trim_end();
    let mark = text_end.strip_suffix('?').map(str::len);
    let mark = mark.map(|at| Span::new(at, text_end.len()));
    let first = tokens(text, Span::new(0, text.len())).next();
    let is_if = |word: &Span| matches!(word.of(text), "If" | "Whether" | "if" | "whether");
    mark.or(first.filter(is_if))
}

/// Whether some words of a claim deny the verb that is theirs.
pub(super) fn denies(text: &str, event: Span) -> bool {
    claimed(text, &[event]).denied.is_some()
}

impl Words<'_> {
    /// `denied that`, `It is false that`: the words up to there.
    fn disputed(&self) -> Option<Span> {
        /// `It is simply not true that`
        const BEHIND: usize = 5;
        let that = (1..self.len()).find(|at| self.word(*at) == "that")?;
        let from = that.saturating_sub(BEHIND);
        let mut before = (from..that).map(|at| self.word(at));
        let is_untrue = before.any(|word| has(DISPUTING, word) || has(UNTRUE, word))
            || self.word(that - 1) == "true" && self.word(that - 2) == "not";
        is_untrue.then(|| Span {
            start: self.words[0].start,
            end: self.words[that].end,
        })
    }

    /// Without clauses of their own that only say who is meant.
    fn without_asides(self) -> Self {
        let mut kept = Vec::new();
        // `Although no bomb was found, pupils were sent home`
        let opens = |word: &str| has(CLAUSE_OPENERS, word) || has(CONCEDING, word);
        let comma = (1..self.len()).find(|at| self.is_apart(*at));
        let mut at = comma.filter(|_| opens(self.word(0))).unwrap_or(0);
        while at < self.len() {
            let is_relative = matches!(self.word(at), "who" | "whom" | "whose" | "which")
                || matches!(self.word(at), "that" | "where")
                    && 0 < at
                    && !has(SAYING, self.word(at - 1));
            if !is_relative || at == 0 {
                kept.push(self.words[at]);
                at += 1;
                continue;
            }
            let is_apart = self.is_apart(at);
            let comma = (at + 1..self.len()).find(|next| self.is_apart(*next));
            // `the man who called was shot`: the second verb is that of the clause
            let verb = |from: usize| (from..self.len()).find(|next| self.is_finite(*next));
            let second = || {
                let first = verb(at + 1)?;
                let group = self.group(first);
                verb(group.verb + 1)
            };
            at = match (is_apart, comma) {
                (true, Some(comma)) => comma,
                _ => second().or(comma).unwrap_or(self.len()),
            };
        }
        Words {
            words: kept,
            ..self
        }
    }

    fn clause(&self) -> Clause {
        let Some(first) = (0..self.len()).find(|at| self.is_finite(*at)) else {
            return self.without_finite();
        };
        let is_plain = |at: usize| !self.helps(at);
        // `Rowe said that the fire was out`: what is said
        let inner = || (first + 1..self.len()).any(|at| self.is_finite(at));
        if is_plain(first) && has(SAYING, self.word(first)) && inner() {
            let from = first + 1 + usize::from(self.word(first + 1) == "that");
            return Words {
                text: self.text,
                words: self.words[from..].to_vec(),
            }
            .clause();
        }
        // `the man held by mistake was let go`
        let is_end = |at: &usize| {
            self.is_apart(*at) || matches!(self.word(*at), "and" | "but" | "that" | "when")
        };
        let later = (first + 1..self.len())
            .take_while(|at| !is_end(at))
            .find(|at| self.helps(*at) && self.is_finite(*at));
        let verb = later.filter(|_| is_plain(first)).unwrap_or(first);
        // `the threat being received`
        let is_helped = |at: &usize| *at < verb && (self.helps(*at) || self.is_adverb(*at));
        let before = (0..verb).rev().take_while(is_helped);
        let helping = before.filter(|at| self.helps(*at)).last();
        let clause = self.with_verb(helping.unwrap_or(verb));
        // what only says which man is no word of what happened
        let subject = clause.subject.into_iter().enumerate();
        let is_named = |at: usize| later.is_none() || !is_plain(first) || at < first;
        Clause {
            subject: subject
                .filter(|(at, _)| is_named(*at))
                .map(|(_, word)| word)
                .collect(),
            ..clause
        }
    }

    /// `crews entering`, `being sent`, `the first call`
    fn without_finite(&self) -> Clause {
        let is_going_on = |at: &usize| {
            let word = self.word(*at);
            let before = at.checked_sub(1).map_or("", |before| self.word(before));
            5 <= word.len()
                && word.ends_with("ing")
                && !has(NOUNS_IN_ING, word)
                && !has(ARTICLES, before)
        };
        let bare = |at: &usize| self.word(*at - 1) == "to" && self.is_infinitive(*at - 1);
        let verb = (0..self.len())
            .find(is_going_on)
            .or_else(|| (1..self.len()).find(bare));
        match verb {
            Some(verb) => self.with_verb(verb),
            None => Clause {
                denied: self.denied(self.len()),
                subject: self.words.clone(),
                ..Clause::default()
            },
        }
    }

    /// `hardly any`, `not all`, `Engine 4, not Engine 9,`: a word before the verb by which it is neither told nor denied.
    fn limited(&self, end: usize) -> Option<Span> {
        let is_limited = |at: &usize| {
            let (word, next) = (self.word(*at), self.word(*at + 1));
            let is_number = number_word(next);
            has(HARDLY, word) && !is_number
                || word.eq_ignore_ascii_case("not")
                    && (self.is_apart(*at)
                        || matches!(next, "all" | "both" | "each" | "every" | "many"))
        };
        let found = (0..end.min(self.len())).find(is_limited);
        found.map(|at| self.words[at])
    }

    fn with_verb(&self, first: usize) -> Clause {
        let group = self.group(first);
        let mut verb = group.verb;
        let mut denied = self.denied(verb + 2);
        if has(FAILING, self.word(verb)) && self.word(verb + 1) == "to" {
            denied = denied.xor(Some(self.words[verb]));
            verb += 2;
        }
        Clause {
            subject: self.words[..first].to_vec(),
            predicate: group
                .be
                .into_iter()
                .chain(self.words[verb.min(self.len())..].iter().copied())
                .collect(),
            form: group.form,
            denied,
            unreal: group.unreal.or(self.limited(verb)),
        }
    }

    /// The verb whose first word stands somewhere.
    fn group(&self, first: usize) -> Group {
        let mut at = first;
        let (mut be, mut unreal) = (None, None);
        while at < self.len() && (self.helps(at) || first < at && self.is_adverb(at)) {
            let word = self.word(at);
            if has(OUGHT, word) || word == "could" && self.word(at + 1) == "have" {
                unreal = Some(self.words[at]);
            }
            // adverbs do not part `was` from its verb
            if !self.is_adverb(at) {
                be = Some(self.words[at]).filter(|_| has(BE, word));
            }
            at += 1;
        }
        let last = self.words.get(at.saturating_sub(1)).copied();
        let word = self.word(at);
        let is_planned = has(PLANNING, word) && self.word(at + 1) == "to";
        if is_planned
            || be.is_some() && word == "to"
            || word == "about" && self.word(at + 1) == "to"
        {
            unreal = unreal.or(self.words.get(at).copied().or(last));
        }
        let is_participle = is_past(word) || has(PARTICIPLES, word);
        let form = if be.is_none() {
            Form::Active
        } else if is_participle && !has(STATES, word) {
            Form::Passive
        } else {
            Form::State
        };
        Group {
            verb: at,
            be: be.filter(|_| form == Form::State),
            form,
            unreal,
        }
    }

    /// The word before a place, the end of the verb, that denies it.
    fn denied(&self, end: usize) -> Option<Span> {
        let denies = |at: &usize| {
            let whole = self.words[*at].of(self.text);
            let is_short = whole.ends_with("n't") || whole.ends_with("n’t");
            is_short || self.is_negation(*at, whole)
        };
        let found = (0..end.min(self.len())).find(denies);
        found.map(|at| self.words[at])
    }

    /// `not`, `nobody`, `no unit`; not `No. 4`, `not only`, `with no warning`, `told not to`.
    fn is_negation(&self, at: usize, word: &str) -> bool {
        let next = self.word(at + 1);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let is_number = next.starts_with(|c: char| c.is_ascii_digit());
        let is_negative = has(NEGATIONS, word) || at == 0 && word.eq_ignore_ascii_case("negative");
        let is_of_other = matches!(
            next,
            "far" | "fewer" | "less" | "long" | "more" | "only" | "to"
        ) || matches!(before, "at" | "but" | "for" | "in" | "under" | "with")
            && word != "nobody";
        is_negative && !is_number && !is_of_other
    }
}

/// A verb with those that help it.
struct Group {
    /// Where the verb itself stands.
    verb: usize,
    /// What makes a state of it: `was | out`.
    be: Option<Span>,
    form: Form,
    /// The word by which it is not told to have happened.
    unreal: Option<Span>,
}
