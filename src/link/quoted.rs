//! A quote and the transmission that it quotes, a sentence and the transmission that it retells.
//!
//! The words decide: a quote belongs to the transmission that has nearly all of them in their order. Of
//! a call and its read-backs it is the call; of calls that lie further apart the one whose time fits,
//! or the one that is nothing but the quote; where that leaves two, none is chosen. A sentence retells a transmission
//! if it has all of its telling words, and these are too rare to meet by chance.

use super::align::{Alignment, align};
use super::anchors::stamped;
use super::heard::{Heard, Search};
use super::wording::{Vocabulary, Word};
use super::{Identity, Likeness, Teller, lag};
use crate::note::SourceId;
use crate::read::{Kind as SourceKind, Source};
use crate::resolve::{Kind, Resolved};
use crate::time::{HOUR, Interval, MINUTE};
use std::cmp::Reverse;

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// Words of an article, with the transmissions that may have them.
pub struct Passages {
    /// The quotes, each with the transmissions that have most of its words.
    quotes: Vec<Quote>,
    /// The sentences that retell a transmission.
    retold: Vec<Match>,
}

struct Quote {
    source: SourceId,
    passage: Passage,
    /// How many words it has.
    words: usize,
    /// Its own reading at its widest.
    outer: Interval,
    candidates: Vec<Candidate>,
}

impl Passages {
    /// Compares the quotes and sentences of all articles with what was heard.
    pub fn of(sources: &[Source], resolved: &[Resolved], heard: &mut Heard) -> Self {
        let mut passages = Passages {
            quotes: Vec::new(),
            retold: Vec::new(),
        };
        let articles = (0..).zip(sources).zip(resolved);
        for ((at, source), said) in
            articles.filter(|((_, read), _)| read.kind() == SourceKind::Article)
        {
            let is_absolute = said.zone.is_absolute();
            let is_wanted =
                |line: Teller| resolved[line.source as usize].zone.is_absolute() == is_absolute;
            let told = (0..).zip(&said.statements);
            let told = told.filter(|(_, statement)| statement.kind == Kind::Radio);
            let told = told.map(|(index, it)| (Passage::Told(index), it.span, it.outer, it.kind));
            let latent = (0..).zip(&said.latent);
            let latent = latent
                .map(|(index, it)| (Passage::Latent(index), it.span, Interval::OPEN, it.kind));
            for (passage, span, outer, kind) in told.chain(latent) {
                let words = heard.vocabulary.read(&source.text, span);
                if kind == Kind::Radio {
                    passages.quotes.push(Quote {
                        source: at,
                        passage,
                        words: words.len(),
                        outer,
                        candidates: candidates(heard, resolved, &words, is_wanted),
                    });
                } else {
                    let line = retold(heard, &words, is_wanted);
                    passages.retold.extend(line.map(|line| Match {
                        source: at,
                        passage,
                        line,
                        likeness: Likeness::Role,
                    }));
                }
            }
        }
        passages
    }

    /// The transmissions that are quoted and retold, by source and passage; `placed` gives a
    /// transmission its time as far as it is known.
    pub fn matches(&self, placed: impl Fn(Teller) -> Interval) -> Vec<Match> {
        let quoted = |quote: &Quote| {
            quote.transmission(&placed).map(|line| Match {
                source: quote.source,
                passage: quote.passage,
                line,
                likeness: Likeness::Verbatim,
            })
        };
        let mut found: Vec<Match> = self.quotes.iter().filter_map(quoted).collect();
        found.extend(&self.retold);
        found.sort_by_key(|found| (found.source, found.passage));
        found
    }
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

/// The transmissions that have most of some words.
fn candidates(
    heard: &Heard,
    resolved: &[Resolved],
    words: &[Word],
    is_wanted: impl Fn(Teller) -> bool,
) -> Vec<Candidate> {
    heard
        .candidates(words, SEARCH, is_wanted)
        .into_iter()
        .map(|line| Candidate {
            line,
            alignment: align(&heard.vocabulary, words, heard.words(line)),
            apart: 0,
            stamp: stamped(resolved, line),
        })
        .filter(|candidate| COVERAGE <= candidate.alignment.coverage())
        .collect()
}

impl Quote {
    /// The one transmission that is quoted.
    fn transmission(&self, placed: impl Fn(Teller) -> Interval) -> Option<Teller> {
        let candidates: Vec<Candidate> = self
            .candidates
            .iter()
            .map(|candidate| Candidate {
                apart: lag(self.outer, placed(candidate.line)).abs(),
                ..*candidate
            })
            .filter(|candidate| candidate.apart <= FARTHEST)
            .collect();
        // one transmission on several recorders has no rivals in the others
        candidates
            .chunk_by(|a, b| a.line.source == b.line.source)
            .filter_map(|of_source| choose(of_source, self.outer))
            .filter(|candidate| candidate.is_enough(self.words))
            .max_by_key(|candidate| {
                let Candidate {
                    alignment, line, ..
                } = candidate;
                (alignment.coverage(), alignment.likeness(), Reverse(*line))
            })
            .map(|candidate| candidate.line)
    }
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
