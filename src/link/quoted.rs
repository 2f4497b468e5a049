//! A quote and the transmission that it quotes, a sentence and the transmission that it retells.
//!
//! The words decide: a quote belongs to the transmission that has nearly all of them in their order. Of
//! several that have them (read-backs, repeated calls) it is the one with the fewest other words, or
//! the one whose time fits; where that leaves two, none is chosen. A sentence retells a transmission
//! if it has all of its telling words, and these are too rare to meet by chance.

use super::align::{Alignment, align};
use super::anchors::placed;
use super::clock::SourceClock;
use super::heard::{Heard, Search};
use super::wording::{Vocabulary, Word};
use super::{Identity, Likeness, Teller, lag};
use crate::note::SourceId;
use crate::read::{Kind as SourceKind, Source};
use crate::resolve::{Kind, Resolved};
use crate::time::{HOUR, Interval, MINUTE};
use std::cmp::Reverse;

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
/// Words of a phrase that a transmission has as it stands.
const PHRASE_WORDS: usize = 3;
/// What they tell together at least.
const PHRASE: u32 = 8;
/// A transmission that has fewer of the quote's words by this many percent is no rival.
const CLEARLY: u32 = 8;
/// What is said again within this time is a read-back.
const READ_BACK: i64 = MINUTE;
/// A quote that is nearly all of a transmission is not of one that it is a part of.
const WHOLE: u32 = 85;
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
    /// Its stamp.
    stamp: Interval,
}

/// The times of transmissions.
#[derive(Clone, Copy)]
pub struct Times<'a> {
    /// What each source says.
    pub resolved: &'a [Resolved],
    /// The clocks of all sources, as soon as they are known.
    pub clocks: Option<&'a [SourceClock]>,
}

impl Times<'_> {
    fn stamped(&self, line: Teller) -> Interval {
        self.resolved[line.source as usize].statements[line.index as usize].own
    }

    fn placed(&self, line: Teller) -> Interval {
        self.clocks
            .map_or(Interval::OPEN, |clocks| placed(self.resolved, clocks, line))
    }
}

impl Candidate {
    /// Whether it has enough of the quote to be told from any other: many telling words, or all words of
    /// a phrase as they stand.
    fn is_enough(&self, words: usize) -> bool {
        let Alignment {
            shared,
            telling,
            left_out,
            ..
        } = self.alignment;
        let is_phrase = PHRASE_WORDS <= words
            && PHRASE <= shared
            && 0 < telling
            && left_out == 0
            && self.alignment.coverage() == 100;
        is_phrase || TELLING_WORDS <= telling && SHARED <= shared
    }
}

/// The transmissions that the articles of a run quote.
pub fn matches(sources: &[Source], heard: &mut Heard, times: Times) -> Vec<Match> {
    let resolved = times.resolved;
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
                let line = transmission(heard, &words, statement.outer, is_wanted, times);
                add(Passage::Told(index), Likeness::Verbatim, line);
            }
        }
        for (latent, index) in said.latent.iter().zip(0..) {
            let words = heard.vocabulary.read(&source.text, latent.span);
            let (likeness, line) = if latent.kind == Kind::Radio {
                let line = transmission(heard, &words, Interval::OPEN, is_wanted, times);
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
    times: Times,
) -> Option<Teller> {
    let candidates: Vec<Candidate> = heard
        .candidates(words, SEARCH, is_wanted)
        .into_iter()
        .map(|line| Candidate {
            line,
            alignment: align(&heard.vocabulary, words, heard.words(line)),
            apart: lag(outer, times.placed(line)).abs(),
            stamp: times.stamped(line),
        })
        .filter(|candidate| {
            COVERAGE <= candidate.alignment.coverage() && candidate.apart <= FARTHEST
        })
        .collect();
    // one transmission on several recorders has no rivals in the others
    let mut sources: Vec<SourceId> = candidates.iter().map(|it| it.line.source).collect();
    sources.dedup();
    sources
        .into_iter()
        .filter_map(|source| {
            let of_source = candidates.iter().filter(|it| it.line.source == source);
            choose(&of_source.copied().collect::<Vec<_>>(), outer)
        })
        .filter(|candidate| candidate.is_enough(words.len()))
        .max_by_key(|candidate| {
            let Candidate {
                alignment, line, ..
            } = candidate;
            (alignment.coverage(), alignment.likeness(), Reverse(*line))
        })
        .map(|candidate| candidate.line)
}

/// Of the candidates of one source, in their order, the one that is quoted, if that is certain.
fn choose(candidates: &[Candidate], outer: Interval) -> Option<Candidate> {
    let coverage = |candidate: &Candidate| candidate.alignment.coverage();
    let most = candidates.iter().map(coverage).max()?;
    let mut calls: Vec<Call> = Vec::new();
    for candidate in candidates {
        match calls.last_mut() {
            Some(call) if candidate.is_soon_after(&call.first) => {
                if coverage(&call.best) < coverage(candidate) {
                    call.best = *candidate;
                }
            }
            _ => calls.push(Call {
                first: *candidate,
                best: *candidate,
            }),
        }
    }
    let rivals: Vec<Candidate> = calls
        .iter()
        .filter(|call| most <= coverage(&call.best) + CLEARLY)
        .map(Call::said)
        .collect::<Option<_>>()?;
    let only = |wanted: &dyn Fn(&Candidate) -> bool| {
        let mut found = rivals.iter().filter(|candidate| wanted(candidate));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let within = |distance: i64| only(&|candidate| candidate.apart <= distance);
    let by_time = || within(0).or_else(|| within(NEAR));
    only(&|_| true)
        .or_else(|| by_time().filter(|_| !outer.is_open()))
        .or_else(|| only(&|candidate| WHOLE <= candidate.alignment.likeness()))
}

/// A transmission and what was said again right after it.
struct Call {
    first: Candidate,
    /// The one that has most of the quote.
    best: Candidate,
}

impl Call {
    /// The one that is quoted: the first, unless another has clearly more of the quote and is nothing
    /// else; `None` where that leaves it open.
    fn said(&self) -> Option<Candidate> {
        let [first, best] = [&self.first, &self.best].map(|it| it.alignment);
        if best.coverage() <= first.coverage() + CLEARLY {
            Some(self.first)
        } else {
            (WHOLE <= best.likeness()).then_some(self.best)
        }
    }
}

impl Candidate {
    /// Whether it was said so soon after another that it says the same again.
    fn is_soon_after(&self, call: &Candidate) -> bool {
        /// Lines that have no stamp are told by their number.
        const LINES: u32 = 3;
        let ends = call.stamp.latest.zip(self.stamp.earliest);
        match ends {
            Some((end, start)) => start.0 - end.0 <= READ_BACK,
            None => self.line.index - call.line.index <= LINES,
        }
    }
}
