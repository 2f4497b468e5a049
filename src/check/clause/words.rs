//! The words of a clause, and which of them can be its verb.

use crate::lexicon::beside::ARTICLES;
use crate::lexicon::prose::{PARTICIPLES, STOP_WORDS};
use crate::lexicon::time::NUMBERS;
use crate::lexicon::verb::{BE, HELPING, OUGHT};
use crate::lexicon::{has, look_up};
use crate::resolve::clause::is_past;
use crate::span::Span;

/// The words of a clause.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub words: Vec<Span>,
}

impl Words<'_> {
    /// A word in lower case but for names, without the `n't` behind it.
    pub fn word(&self, at: usize) -> &str {
        let word = self.words.get(at).map_or("", |word| word.of(self.text));
        let word = word.strip_suffix("n't").unwrap_or(word);
        match word.strip_suffix("n’t").unwrap_or(word) {
            "wo" => "will",
            "ca" => "can",
            word => word,
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a comma or a mark of a quote stands right before a word.
    pub fn is_apart(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.words[before].end);
        before.is_some_and(|end| {
            let gap = end as usize..self.words[at].start.max(end) as usize;
            self.text[gap].contains([',', ';', '—', ':'])
        })
    }

    /// Whether a word can be the first of a verb that tells when it happened.
    pub fn is_finite(&self, at: usize) -> bool {
        let word = self.word(at);
        if self.helps(at) {
            return !matches!(word, "be" | "been" | "being" | "getting" | "having" | "get");
        }
        is_past(word) && !self.is_attribute(at)
    }

    /// `was`, `did`, `will`: lower case, as `Will` and `May` are names.
    pub fn helps(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_lower = word.starts_with(char::is_lowercase);
        let is_short = word.ends_with("'ll") || word.ends_with("’ll");
        // `got hurt`, not `got there`
        let is_of_other = || {
            let next = self.word(at + 1);
            !word.starts_with('g') || is_past(next) || has(PARTICIPLES, next)
        };
        let helps = has(BE, word) || has(HELPING, word) && is_of_other();
        is_short || is_lower && (helps || has(OUGHT, word) || word == "could")
    }

    pub fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        5 < word.len() && word.ends_with("ly")
            || matches!(
                word,
                "all"
                    | "already"
                    | "also"
                    | "even"
                    | "ever"
                    | "first"
                    | "just"
                    | "last"
                    | "never"
                    | "not"
                    | "now"
                    | "only"
                    | "soon"
                    | "still"
                    | "then"
                    | "yet"
            )
    }

    /// Whether a past form only says which one is meant: `the wounded deputy`, `the two wounded deputies`.
    pub fn is_attribute(&self, at: usize) -> bool {
        let opens_noun = |at: usize| {
            let next = self.word(at);
            !next.is_empty() && !self.helps(at) && !has(STOP_WORDS, next)
        };
        let is_determiner = |at: usize| {
            let word = self.word(at);
            has(ARTICLES, word) || word.ends_with("'s") || word.ends_with("’s")
        };
        let is_between = |at: usize| {
            let word = self.word(at);
            self.is_adverb(at) || number_word(word)
        };
        let determiner = match at {
            0 => None,
            1 => Some(0),
            _ => Some(at - 1 - usize::from(is_between(at - 1))),
        };
        determiner.is_some_and(is_determiner) && opens_noun(at + 1)
    }

    /// `to enter`, not `to the hospital`.
    pub fn is_infinitive(&self, to: usize) -> bool {
        let next = self.word(to + 1);
        let is_pronoun = matches!(next, "her" | "him" | "it" | "them");
        next.starts_with(char::is_lowercase) && !has(ARTICLES, next) && !is_pronoun
    }
}

/// `two`, `30`
pub(super) fn number_word(word: &str) -> bool {
    look_up(NUMBERS, word).is_some() || word.starts_with(|c: char| c.is_ascii_digit())
}
