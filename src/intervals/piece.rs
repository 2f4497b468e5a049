//! Which statuses a passage names, and whether its words tell them as reached: `on scene`, not `are you on
//! scene`, `not yet on scene`, `on scene in two minutes`.
//!
//! A passage is read in pieces, from one mark to the next, so that what is denied in one leaves the others
//! alone: `No smoke showing, Engine 7 is on scene`.

use crate::find::word::tokens;
use crate::lexicon::dispatch::{ELSEWHERE, FIRST_PERSON};
use crate::lexicon::radio::UNITS;
use crate::lexicon::reached::{
    ASKED, ASKING, BACK, CLEAR_BEHIND, CLEAR_OF, FILLING, FIRES, LASTING, LATER, NEARLY, NO_STATUS,
    RESPONDERS, TYING, WISHES,
};
use crate::lexicon::status::{CODES, LONGEST_STATUS, Milestone, STATUSES};
use crate::lexicon::tense::NEGATIONS;
use crate::lexicon::time::{LENGTH_UNITS, NUMBERS};
use crate::lexicon::{WordList, has, look_up};
use crate::resolve::clause::is_past;
use crate::span::Span;
use std::ops::Range;

/// The words between two marks.
pub(super) struct Piece {
    /// Where they stand.
    pub spans: Vec<Span>,
    /// The same in lower case.
    pub words: Vec<String>,
    /// Where its sentence starts.
    pub sentence: u32,
    /// Whether its sentence ends as a question.
    is_asked: bool,
}

/// A status that a piece names.
#[derive(Clone, Debug)]
pub(super) struct Status {
    /// What it says.
    pub milestone: Milestone,
    /// Its words, among those of the piece.
    pub at: Range<usize>,
}

/// The pieces of a passage, in order.
pub(super) fn pieces(text: &str, passage: Span) -> Vec<Piece> {
    let whole = &text[..passage.end as usize];
    let mut pieces = Vec::new();
    let (mut start, mut sentence, mut open) = (passage.start as usize, passage.start, 0);
    let ends = marks(whole, start).chain([(whole.len(), whole.len(), '.')]);
    for (end, behind, mark) in ends.collect::<Vec<_>>() {
        let spans: Vec<Span> = tokens(text, Span::new(start, end)).collect();
        let lower = |word: &Span| word.of(text).to_lowercase().replace('’', "'");
        pieces.push(Piece {
            words: spans.iter().map(lower).collect(),
            spans,
            sentence,
            is_asked: false,
        });
        start = behind;
        if matches!(mark, '.' | '!' | '?') {
            let asked = |piece: &mut Piece| piece.is_asked = mark == '?';
            pieces[open..].iter_mut().for_each(asked);
            open = pieces.len();
            sentence = Span::new(behind, behind).start;
        }
    }
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

/// The marks from a byte on: where each starts, where it ends, and which it is; not that of `9:21`, `1,200`.
fn marks(text: &str, from: usize) -> impl Iterator<Item = (usize, usize, char)> + '_ {
    text[from..].char_indices().filter_map(move |(at, mark)| {
        let behind = from + at + mark.len_utf8();
        let is_last = text[behind..]
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '”' | ')'));
        let is_mark = match mark {
            ',' | ';' | ':' | '.' | '!' | '?' => is_last,
            '(' | ')' | '—' | '–' => true,
            _ => false,
        };
        is_mark.then_some((from + at, behind, mark))
    })
}

/// Whether a word can stand between a unit and its status, or is a part of the unit's name.
pub(super) fn is_filling(word: &str) -> bool {
    has(FILLING, word) || has(FIRST_PERSON, word) || is_of_unit(word)
}

/// Whether a word can be a part of a unit's name: `Engines`, `7's`, `fifty-one`.
pub(super) fn is_of_unit(word: &str) -> bool {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    has(UNITS, bare.strip_suffix('s').unwrap_or(bare))
        || bare.bytes().any(|byte| byte.is_ascii_digit())
        || bare.split('-').all(|part| look_up(NUMBERS, part).is_some())
}

impl Piece {
    /// The statuses that it tells as reached, in order; prose tells what was, and radio what is.
    pub fn statuses(&self, text: &str, is_prose: bool) -> Vec<Status> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let longest = (1..=LONGEST_STATUS)
                .rev()
                .filter(|count| at + count <= self.words.len());
            let named = longest
                .map(|count| at..at + count)
                .find_map(|at| Some((self.named(text, at.clone())?, at)));
            let Some((milestone, words)) = named else {
                at += 1;
                continue;
            };
            at = words.end;
            let status = Status {
                milestone,
                at: words,
            };
            if self.is_reached(text, &status, is_prose) {
                found.push(status);
            }
        }
        found
    }

    /// The words of a part of it, by bytes.
    pub fn span(&self, words: Range<usize>) -> Option<Span> {
        let words = self.spans.get(words)?;
        Some(words.first()?.join(*words.last()?))
    }

    fn named(&self, text: &str, at: Range<usize>) -> Option<Milestone> {
        let words = self.words[at.clone()].join(" ");
        look_up(STATUSES, &words).or_else(|| {
            let is_bare = (0..self.words.len())
                .filter(|other| !at.contains(other))
                .all(|other| is_of_unit(&self.words[other]));
            let is_code = !self.span(at)?.of(text).contains(char::is_lowercase);
            look_up(CODES, &words).filter(|_| is_bare && is_code)
        })
    }

    fn is_reached(&self, text: &str, status: &Status, is_prose: bool) -> bool {
        let behind = &self.words[status.at.end..];
        let fits = match status.milestone {
            Milestone::Cleared => self.is_free(text, status),
            Milestone::UnderControl => self.is_of_fire(status),
            Milestone::OnScene => !self.ends_before(status, LASTING, 1) && !lasts(behind),
            Milestone::EnRoute => !carries(behind),
            Milestone::CallReceived
            | Milestone::Dispatched
            | Milestone::AtPatient
            | Milestone::LeftScene
            | Milestone::AtDestination => true,
        };
        // a unit is free again wherever it is
        let is_here = status.milestone == Milestone::Cleared || !goes_elsewhere(behind);
        let is_said = if is_prose {
            self.is_told(status)
        } else {
            // `en route be there in two minutes`
            let is_apart = status.milestone == Milestone::EnRoute
                && !behind.first().is_some_and(|word| {
                    has(LATER, word) || matches!(word.as_str(), "in" | "within")
                });
            !self.asks(status) && !self.looks_back(status) && (is_apart || !is_later(behind))
        };
        fits && is_here
            && is_said
            && !self.is_asked
            && !self.is_barred(status, is_prose)
            && !self.ends_before(status, NEARLY, 2)
            && !self.is_attribute(status, is_prose)
    }

    /// `arriving companies`, `available units`; not `dispatched Engine 1`, `The county dispatched crews`.
    fn is_attribute(&self, status: &Status, is_prose: bool) -> bool {
        let behind = &self.words[status.at.end..];
        let of = behind.first().filter(|next| has(RESPONDERS, next));
        let is_verb = is_prose && status.milestone == Milestone::Dispatched;
        status.at.len() == 1
            && of.is_some()
            && !behind.get(1).is_some_and(|next| is_number(next))
            && !is_verb
    }

    /// Whether words before a status deny it, hope for it, or tie something else to it.
    fn is_barred(&self, status: &Status, is_prose: bool) -> bool {
        let before = self.before(status);
        let is_order = self.words[status.at.clone()] == ["respond"];
        let is_told = is_prose && self.is_told(status);
        // `okay for Medic 3 to clear`
        let is_to_come = !is_order && before.last().is_some_and(|word| word == "to");
        is_to_come
            || before.iter().enumerate().any(|(at, word)| {
                // `after 9 p.m. crews arrived`
                let is_of_time = before.get(at + 1).is_some_and(|next| {
                    is_number(next) || matches!(next.as_str(), "midnight" | "noon")
                });
                // `When officers arrived at 9:22`
                let tells = is_told && matches!(word.as_str(), "as" | "once" | "when");
                has(NO_STATUS, word.strip_suffix("'s").unwrap_or(word))
                    || word.ends_with("n't")
                    || word.ends_with("'ll")
                    || has(WISHES, word) && !is_order
                    || has(TYING, word) && !is_of_time && !tells
            })
    }

    /// Where the words begin that can say of a status whether it is reached, and whose it is: those of
    /// `can you show us on scene` report it, whatever stands before `show us`.
    pub fn opening(&self, status: &Status) -> usize {
        let before = &self.words[..status.at.start];
        let is_denied = |word: &String| word.ends_with("n't") || has(NEGATIONS, word);
        let shown = before.windows(2).rposition(|pair| {
            matches!(pair[0].as_str(), "mark" | "put" | "show")
                && matches!(pair[1].as_str(), "me" | "us")
        });
        shown
            .filter(|shown| !before[..*shown].iter().any(is_denied))
            .unwrap_or(0)
    }

    fn before(&self, status: &Status) -> &[String] {
        &self.words[self.opening(status)..status.at.start]
    }

    /// Whether some of the last words before a status are in a list.
    fn ends_before(&self, status: &Status, list: &WordList, reach: usize) -> bool {
        let mut back = self.words[..status.at.start].iter().rev().take(reach);
        back.any(|word| has(list, word))
    }

    /// Whether it asks for a status: `are you on scene`, `Engine 7 is Medic 3 on scene`; not `is on scene`.
    fn asks(&self, status: &Status) -> bool {
        let before = self.before(status);
        let opens = before.first().is_some_and(|word| has(ASKING, word));
        let is_asked = |word: &str| has(ASKED, word) || has(UNITS, word);
        let inverts = before
            .windows(2)
            .any(|pair| has(ASKING, &pair[0]) && is_asked(&pair[1]));
        // `have you arrived`; `I have you on scene`
        let have = before.iter().position(|word| word == "have");
        let has_asked = have.is_some_and(|at| {
            before[..at].iter().all(|word| is_of_unit(word))
                && before.get(at + 1).is_some_and(|word| has(ASKED, word))
        });
        before == ["you"] || opens && 1 < before.len() || inverts || has_asked
    }

    /// Whether radio tells of it as past, so that it was at another time: `Medic 3 was on scene`.
    fn looks_back(&self, status: &Status) -> bool {
        status.milestone != Milestone::Dispatched && self.ends_before(status, BACK, 2)
    }

    /// Whether prose tells of it as past: `arrived`, `were on scene`; not `officers on the scene said`.
    fn is_told(&self, status: &Status) -> bool {
        self.words[..status.at.end]
            .iter()
            .any(|word| is_past(word) || word == "were")
    }

    /// `Engine 7 is clear`, `clear of the hospital`, `clear of Mill Road`; not `clear the building`, `the roof
    /// is clear of people`.
    fn is_free(&self, text: &str, status: &Status) -> bool {
        let behind = &self.words[status.at.end..];
        let word = |at: usize| behind.get(at).map_or("", String::as_str);
        // `available for assignment`
        if !matches!(
            self.words[status.at.start].as_str(),
            "clear" | "cleared" | "clearing" | "clr"
        ) {
            return true;
        }
        let is_left = matches!(word(0), "of" | "from");
        let place = usize::from(is_left);
        let place = place + usize::from(matches!(word(place), "the" | "this" | "that"));
        if place == 0 {
            return behind.is_empty()
                || has(CLEAR_BEHIND, word(0))
                || is_number(word(0))
                || look_up(STATUSES, word(0)).is_some();
        }
        let is_name = |span: &Span| span.of(text).starts_with(|c: char| !c.is_lowercase());
        let span = self.spans.get(status.at.end + place);
        has(CLEAR_OF, word(place)) || is_left && span.is_some_and(is_name)
    }

    /// Whether it is a fire that is under control, or nothing else is named: `had it under control`.
    fn is_of_fire(&self, status: &Status) -> bool {
        let before = &self.words[..status.at.start];
        before.iter().all(|word| is_filling(word))
            || before.iter().any(|word| {
                let word = word.strip_suffix("'s").unwrap_or(word);
                has(FIRES, word)
            })
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || look_up(NUMBERS, word).is_some()
}

/// How many words a length of time or a goal has before its noun: `in about a minute`.
const REACH: usize = 4;

/// Whether a length of time stands behind a word.
fn length_behind(words: &[String], word: &str) -> bool {
    let at = words.iter().position(|other| other == word);
    at.is_some_and(|at| {
        let length = words[at + 1..].iter().take(REACH);
        let mut length = length.map(|word| look_up(LENGTH_UNITS, word).is_some());
        let is_bare = matches!(&words[at + 1..], [number] if is_number(number));
        is_bare && word == "in" || length.any(|is_length| is_length)
    })
}

/// `on scene for ten minutes`
fn lasts(behind: &[String]) -> bool {
    length_behind(behind, "for")
}

/// `in two minutes`, `shortly`, `two minutes ago`; not `shortly after 2`.
fn is_later(behind: &[String]) -> bool {
    let is_word = (0..behind.len()).any(|at| {
        let next = behind.get(at + 1).map(String::as_str);
        has(LATER, &behind[at]) && !matches!(next, Some("after" | "before"))
    });
    is_word || length_behind(behind, "in") || length_behind(behind, "within")
}

/// `en route to the hospital`, `on scene at the staging area`
fn goes_elsewhere(behind: &[String]) -> bool {
    let goal = behind
        .iter()
        .take(2)
        .position(|word| matches!(word.as_str(), "at" | "for" | "in" | "to"));
    goal.is_some_and(|at| {
        let mut goal = behind[at + 1..].iter().take(REACH);
        goal.any(|word| has(ELSEWHERE, word) || word == "quarters")
    })
}

/// `en route with one patient`: away from the scene.
fn carries(behind: &[String]) -> bool {
    let with = behind.iter().position(|word| word == "with");
    with.is_some_and(|at| {
        let mut load = behind[at + 1..].iter().take(REACH);
        load.any(|word| matches!(word.as_str(), "patient" | "patients" | "victim" | "victims"))
    })
}
