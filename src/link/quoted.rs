//! A quote and the transmission that it quotes, a sentence and the transmission that it retells.
//!
//! The words decide: a quote belongs to the transmission that has nearly all of them in their order. Of
//! several that have them (read-backs, repeated calls) it is the one with the fewest other words, or
//! the one whose time fits; where that leaves two, none is chosen. A sentence retells a transmission
//! if it has all of its telling words, and these are too rare to meet by chance.

use super::align::{Alignment, align};
use super::heard::{Heard, Search};
use super::wording::{Vocabulary, Word};
use super::{Identity, Likeness, Teller};
use crate::note::SourceId;
use crate::read::{Kind as SourceKind, Source};
use crate::resolve::width::RECORDED_TWICE;
use crate::resolve::{Kind, Resolved};
use crate::time::{HOUR, Interval, MINUTE};

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A quote that is a statement of its source: its index.
    Told(u32),
    /// One that tells no event by itself: its index among the latent ones of its source.
    Latent(u32),
}

/// Words of an article with the transmission that has them.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// The article.
    pub source: SourceId,
    /// Which of its words.
    pub passage: Passage,
    /// The transmission.
    pub line: Teller,
    /// How it was told from others.
    pub likeness: Likeness,
}

impl Match {
    /// The match, as the statement with some index.
    pub fn identity(&self, index: u32) -> Identity {
        Identity {
            first: Teller {
                source: self.source,
                index,
            },
            second: self.line,
            likeness: self.likeness,
        }
    }
}

/// Quotes are few, and may consist of common words.
const SEARCH: Search = Search {
    common: 5_000,
    words: 8,
    enough: 400,
};
/// Percentage of what a quote tells that the transmission has, in order.
const COVERAGE: u32 = 75;
/// Words that tell one transmission from another which both have at least.
const TELLING_WORDS: u32 = 3;
/// What these words tell together at least.
const SHARED: u32 = 10;
/// What the words of a transmission tell together that are in one sentence by no chance.
const TOO_RARE: u32 = 30;
/// A transmission whose words fit less well by this many percent is no rival.
const CLEARLY: u32 = 8;
/// A quote is no transmission of another day.
const FARTHEST: i64 = 12 * HOUR;
/// Within this a time that is stated loosely or on another clock can still be meant.
const NEAR: i64 = 15 * MINUTE;

/// A transmission that has most of a quote's words.
#[derive(Clone, Copy)]
struct Candidate {
    line: Teller,
    alignment: Alignment,
    /// How far its time is from the quote's at least, in milliseconds; 0 where the quote has none.
    apart: i64,
}

impl Candidate {
    /// How well it fits: by the words of the quote first, then by the words of both.
    fn fit(&self) -> (u32, u32) {
        (self.alignment.coverage(), self.alignment.likeness())
    }

    /// Whether nothing but the time tells it from the one that fits best.
    fn rivals(&self, best: &Candidate) -> bool {
        let (coverage, likeness) = self.fit();
        let (most, closest) = best.fit();
        most <= coverage + CLEARLY && closest <= likeness + CLEARLY
    }
}

/// The transmissions that the articles of a run quote; `placed` gives a transmission's true time as
/// far as it is known.
pub fn matches(
    sources: &[Source],
    resolved: &[Resolved],
    heard: &mut Heard,
    placed: impl Fn(Teller) -> Interval,
) -> Vec<Match> {
    let mut found = Vec::new();
    for (at, (source, said)) in sources.iter().zip(resolved).enumerate() {
        if source.kind() != SourceKind::Article {
            continue;
        }
        let is_absolute = said.zone.is_absolute();
        let is_wanted =
            |line: Teller| resolved[line.source as usize].zone.is_absolute() == is_absolute;
        let mut add = |passage, likeness, line: Option<Teller>| {
            found.extend(line.map(|line| Match {
                source: at as SourceId,
                passage,
                line,
                likeness,
            }));
        };
        for (statement, index) in said.statements.iter().zip(0..) {
            if statement.kind == Kind::Radio {
                let words = heard.vocabulary.read(&source.text, statement.span);
                let line = transmission(heard, &words, statement.outer, is_wanted, &placed);
                add(Passage::Told(index), Likeness::Verbatim, line);
            }
        }
        for (latent, index) in said.latent.iter().zip(0..) {
            let words = heard.vocabulary.read(&source.text, latent.span);
            let (likeness, line) = if latent.kind == Kind::Radio {
                let line = transmission(heard, &words, Interval::OPEN, is_wanted, &placed);
                (Likeness::Verbatim, line)
            } else {
                (Likeness::Role, retold(heard, &words, is_wanted))
            };
            add(Passage::Latent(index), likeness, line);
        }
    }
    found
}

/// The one transmission that a sentence retells.
fn retold(heard: &Heard, words: &[Word], is_wanted: impl Fn(Teller) -> bool) -> Option<Teller> {
    let mut found = heard
        .candidates(words, SEARCH, is_wanted)
        .into_iter()
        .filter(|line| is_retold(&heard.vocabulary, words, heard.words(*line)));
    found.next().filter(|_| found.next().is_none())
}

/// Whether some words have all that a transmission tells, and it tells much.
fn is_retold(vocabulary: &Vocabulary, words: &[Word], line: &[Word]) -> bool {
    let mut telling: Vec<Word> = line
        .iter()
        .copied()
        .filter(|word| vocabulary.is_telling(*word))
        .collect();
    telling.sort_unstable();
    telling.dedup();
    let weight: u32 = telling.iter().map(|word| vocabulary.weight(*word)).sum();
    TOO_RARE <= weight
        && TELLING_WORDS as usize <= telling.len()
        && telling
            .iter()
            .all(|word| words.iter().any(|other| vocabulary.is_akin(*word, *other)))
}

/// The one transmission that some words quote.
fn transmission(
    heard: &Heard,
    words: &[Word],
    outer: Interval,
    is_wanted: impl Fn(Teller) -> bool,
    placed: impl Fn(Teller) -> Interval,
) -> Option<Teller> {
    let candidates: Vec<Candidate> = heard
        .candidates(words, SEARCH, is_wanted)
        .into_iter()
        .map(|line| Candidate {
            line,
            alignment: align(&heard.vocabulary, words, heard.words(line)),
            apart: apart(outer, placed(line)),
        })
        .filter(|candidate| {
            let alignment = candidate.alignment;
            COVERAGE <= alignment.coverage()
                && TELLING_WORDS <= alignment.telling
                && SHARED <= alignment.shared
                && candidate.apart <= FARTHEST
        })
        .collect();
    // one transmission on several recorders has no rivals in the others
    let mut sources: Vec<SourceId> = candidates.iter().map(|it| it.line.source).collect();
    sources.dedup();
    sources
        .into_iter()
        .filter_map(|source| {
            let of_source = candidates.iter().filter(|it| it.line.source == source);
            choose(&of_source.copied().collect::<Vec<_>>(), outer, &placed)
        })
        .max_by_key(|candidate| (candidate.fit(), std::cmp::Reverse(candidate.line)))
        .map(|candidate| candidate.line)
}

/// Of the candidates of one source the one that fits best, if there is one.
fn choose(
    candidates: &[Candidate],
    outer: Interval,
    placed: impl Fn(Teller) -> Interval,
) -> Option<Candidate> {
    let best = candidates.iter().max_by_key(|candidate| candidate.fit())?;
    let rivals: Vec<Candidate> = candidates
        .iter()
        .filter(|candidate| candidate.rivals(best))
        .copied()
        .collect();
    let only = |within: i64| {
        let mut near = rivals.iter().filter(|candidate| candidate.apart <= within);
        let first = near.next()?;
        // the same call on two channels of one recorder is one
        let is_copy = |other: &Candidate| {
            first.alignment == other.alignment
                && apart(placed(first.line), placed(other.line)) <= RECORDED_TWICE.usual
                && !placed(first.line).is_open()
        };
        near.all(is_copy).then_some(*first)
    };
    let anywhere = only(i64::MAX);
    if outer.is_open() {
        return anywhere;
    }
    anywhere.or_else(|| only(0)).or_else(|| only(NEAR))
}

/// How far two readings lie apart at least, in milliseconds; 0 where one is open.
fn apart(a: Interval, b: Interval) -> i64 {
    let gap = |first: Interval, second: Interval| {
        let ends = first.latest.zip(second.earliest);
        ends.map_or(0, |(end, start)| (start.0 - end.0).max(0))
    };
    gap(a, b).max(gap(b, a))
}
