//! Which words of a passage tell what happened: not those that deny it, ask for it, order it or plan it.

use super::clause::clause;
use crate::find::word::tokens;
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::has;
use crate::lexicon::radio::UNITS;
use crate::lexicon::verb::{ASKED_ABOUT, ASKING, COMMANDS, DIRECTIONS, UNMET};
use crate::resolve::clause::{is_past, is_unreal};
use crate::span::Span;
use std::ops::Range;

/// What part of a passage tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The words that tell what happened.
    pub happened: Vec<Span>,
    /// The words by which somebody is told to do something.
    pub ordered: Vec<Span>,
}

impl Told {
    /// What a clause of an account tells, without the words of its time. What did not happen until a time did at it.
    pub fn in_prose(text: &str, passage: Span, phrase: Span) -> Told {
        let mut told = Told::default();
        let pieces = without(passage, phrase);
        let words = pieces
            .iter()
            .flat_map(|piece| tokens(text, *piece))
            .collect();
        told.clause(text, words, phrase);
        told
    }

    /// What a transmission tells.
    pub fn on_the_air(text: &str, passage: Span) -> Told {
        let mut told = Told::default();
        for sentence in parts(text, passage, &['.', '?', '!', ';']) {
            let is_question = text[sentence.end as usize..].starts_with('?');
            let segments: Vec<Span> = parts(text, sentence, &[',', ':', '—']);
            let asks = |segment: &Span| asks(text, *segment);
            let asked_anew = segments.iter().any(asks);
            for segment in segments {
                if asks(&segment) || is_question && !asked_anew {
                    continue;
                }
                told.segment(text, segment);
            }
        }
        told
    }

    fn segment(&mut self, text: &str, segment: Span) {
        let words: Vec<Span> = tokens(text, segment).collect();
        let word = |at: usize| words.get(at).map_or("", |word| word.of(text));
        let bare = words
            .iter()
            .position(|word| !is_called(text, *word))
            .unwrap_or(0);
        let next = word(bare + 1);
        let is_command = has(COMMANDS, word(bare))
            && (next.is_empty() && bare < words.len() && 0 < bare
                || has(ASKED_ABOUT, next)
                || has(DIRECTIONS, next)
                || matches!(word(bare), "evacuate" | "respond" | "ventilate"));
        if is_command {
            self.ordered.extend(words);
        } else {
            self.clause(text, words, Span::default());
        }
    }

    /// What the words of one clause tell.
    fn clause(&mut self, text: &str, mut words: Vec<Span>, phrase: Span) {
        let is_if = |word: &Span| word.of(text).eq_ignore_ascii_case("if");
        if let Some(at) = words.iter().position(is_if) {
            words.truncate(at);
        }
        // `requested that a boat be launched`: the request was made, and no more is told
        let that = words.iter().position(|word| word.of(text) == "that");
        let asks = |at: &usize| {
            let before = at
                .checked_sub(1)
                .map_or("", |before| words[before].of(text));
            has(UNMET, before)
        };
        words.truncate(that.filter(asks).unwrap_or(words.len()));
        let read = clause(text, &words);
        let is_unreal = words
            .first()
            .zip(words.last())
            .is_some_and(|(first, last)| {
                is_unreal(
                    text,
                    Span {
                        start: first.start,
                        end: last.end,
                    },
                )
            });
        if read.denied.is_some() && !is_wait(text, phrase) || read.unreal.is_some() || is_unreal {
            return;
        }
        let mut predicate = read.predicate;
        if is_of_noun(text, &words, phrase) && !predicate.is_empty() {
            predicate.remove(0);
        }
        let told = [read.subject, predicate].concat();
        let unmet = unmet(text, &told).unwrap_or(told.len()..told.len());
        self.happened.extend(&told[..unmet.start]);
        self.happened.extend(&told[unmet.end..]);
    }
}

/// Where what need not have come about stands: `asked everyone | to leave`.
fn unmet(text: &str, words: &[Span]) -> Option<Range<usize>> {
    /// `ordered all of the crews to`
    const BEHIND: usize = 6;
    let word = |at: usize| words.get(at).map_or("", |word| word.of(text));
    let to = (1..words.len()).find(|at| {
        let next = word(at + 1);
        let is_verb = next.starts_with(char::is_lowercase) && !has(ARTICLES, next);
        word(*at) == "to"
            && is_verb
            && (at.saturating_sub(BEHIND)..*at).any(|before| has(UNMET, word(before)))
    })?;
    // `tried to force the door | and broke a window`
    let is_next = |at: &usize| {
        let adverbs = usize::from(word(at + 1).ends_with("ly"));
        matches!(word(*at), "and" | "but") && is_past(word(at + 1 + adverbs))
    };
    let end = (to..words.len()).find(is_next).unwrap_or(words.len());
    Some(to..end)
}

/// Whether the time of a clause is one until which a thing did not happen: `until 7:40`, `for an hour`.
fn is_wait(text: &str, phrase: Span) -> bool {
    let opening = tokens(text, phrase).take(2);
    opening
        .into_iter()
        .any(|word| matches!(word.of(text), "before" | "for" | "till" | "until"))
}

/// Whether the time is not of the verb, as no time that is over can be of `have confirmed`: `have confirmed a death
/// | early Monday`.
fn is_of_noun(text: &str, words: &[Span], phrase: Span) -> bool {
    let is_perfect =
        |pair: &[Span]| matches!(pair[0].of(text), "has" | "have") && is_past(pair[1].of(text));
    let opening = tokens(text, phrase).next().map_or("", |word| word.of(text));
    let verb = words.windows(2).find(|pair| is_perfect(pair));
    !matches!(opening, "as" | "by" | "since") && verb.is_some_and(|verb| verb[1].end < phrase.start)
}

/// Whether words ask: `is the roof coming down`, `Engine 7 are you there`.
fn asks(text: &str, segment: Span) -> bool {
    let words: Vec<&str> = tokens(text, segment)
        .filter(|word| !is_called(text, *word))
        .map(|word| word.of(text))
        .collect();
    let [first, second, ..] = words[..] else {
        return false;
    };
    // `have the child`: somebody has
    let is_told = first.eq_ignore_ascii_case("have") && !matches!(second, "any" | "they" | "you");
    has(ASKING, first) && has(ASKED_ABOUT, second) && !is_told
}

/// Whether a word is of who is spoken to: `Engine 7, …`.
fn is_called(text: &str, word: Span) -> bool {
    let word = word.of(text);
    has(UNITS, word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || word.eq_ignore_ascii_case("please")
}

/// A passage without some words in it.
pub(super) fn without(passage: Span, phrase: Span) -> Vec<Span> {
    if phrase.is_empty() || !passage.holds(phrase) {
        return vec![passage];
    }
    let before = Span {
        end: phrase.start,
        ..passage
    };
    let behind = Span {
        start: phrase.end,
        ..passage
    };
    vec![before, behind]
}

/// What stands between some marks; a mark inside a word or a number parts nothing.
fn parts(text: &str, passage: Span, marks: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = passage.start as usize;
    let end = passage.end as usize;
    for (at, mark) in passage.of(text).match_indices(marks) {
        let at = passage.start as usize + at;
        let behind = at + mark.len();
        if behind == end || text[behind..].starts_with(char::is_whitespace) {
            found.push(Span::new(start, at));
            start = behind;
        }
    }
    found.push(Span::new(start, end));
    found.retain(|part| tokens(text, *part).next().is_some());
    found
}
