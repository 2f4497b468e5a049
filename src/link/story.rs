//! Stories: what one source tells of one incident, and what it can be recognised by.

use super::traffic::Part;
use super::{Teller, Told};
use crate::find::address::{self, Place};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::look_up;
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::time::{MONTHS, WEEKDAYS};
use crate::note::SourceId;
use crate::read::Kind;
use crate::span::Span;
use crate::time::{HOUR, Interval, Zone};
use std::collections::{BTreeMap, BTreeSet};

/// What one part of one source tells.
#[derive(Clone, Debug)]
pub struct Story {
    /// Which source.
    pub source: SourceId,
    /// Which part of it.
    pub part: Part,
    /// Whether this is what the source is about.
    pub is_main: bool,
    /// Transcript or article.
    pub kind: Kind,
    /// Its statements in their order.
    pub tellers: Vec<Teller>,
    /// When its happenings lie, statements about them set aside.
    pub core: Interval,
    /// The places it names, the most often named first.
    pub places: Vec<Place>,
    /// Words with a capital inside a sentence: people and places, in lower case.
    pub names: BTreeSet<String>,
    /// Call signs: a name with a number (`Engine 7`, `Sparrow 48`), in lower case.
    pub calls: BTreeSet<String>,
    /// Words that tell one event from another.
    pub stems: BTreeSet<String>,
    /// The zone of its times.
    pub zone: Zone,
}

/// Words of a transcript that are looked at, so that a whole day of traffic costs no more than an hour.
const SAMPLED_TRANSMISSIONS: usize = 2_000;

/// The stories of a run, by source and part.
pub fn stories(told: &Told, parts: &[Vec<Part>]) -> Vec<Story> {
    let mut stories = Vec::new();
    for (source, parts) in (0..).zip(parts) {
        let statements = &told.resolved[source as usize].statements;
        let of_main = |index: &u32| statements[*index as usize].account == 0;
        let all = (0..statements.len() as u32).filter(of_main).count();
        let mut by_part: BTreeMap<Part, Vec<Teller>> = BTreeMap::new();
        for (index, part) in (0..).zip(parts) {
            let teller = Teller { source, index };
            by_part.entry(*part).or_default().push(teller);
        }
        let is_whole = by_part.keys().all(|part| matches!(part, Part::Account(_)));
        for (part, tellers) in by_part {
            let indices = tellers.iter().map(|teller| teller.index);
            let mine = indices.filter(of_main).count();
            // what a source is about: its main account, or most of that
            let is_main = all < 2 * mine
                || is_whole && part == Part::Account(0)
                || matches!(part, Part::Recorder(_));
            stories.push(story(told, part, is_main, tellers));
        }
    }
    stories
}

fn story(told: &Told, part: Part, is_main: bool, tellers: Vec<Teller>) -> Story {
    let source = tellers[0].source;
    let read = &told.sources[source as usize];
    let kind = read.kind();
    let spans = spans(told, is_main, &tellers);
    let mut places: Vec<Place> = spans
        .iter()
        .flat_map(|span| address::places(&read.text, *span))
        .collect();
    by_mentions(&mut places);
    let mut names = BTreeSet::new();
    let mut calls = BTreeSet::new();
    let mut stems = BTreeSet::new();
    for span in &spans {
        let mut before = "";
        for (at, word) in tokens(&read.text, *span).enumerate() {
            let word = word.of(&read.text);
            if 0 < at && is_name(word) {
                names.insert(word.to_lowercase());
            }
            if is_name(before) && word.bytes().all(|byte| byte.is_ascii_digit()) {
                calls.insert(format!("{} {word}", before.to_lowercase()));
            }
            before = word;
        }
        stems.extend(crate::resolve::clause::stems(&read.text, *span));
    }
    Story {
        source,
        part,
        is_main,
        kind,
        core: core(told, &tellers),
        tellers,
        places,
        names,
        calls,
        stems,
        zone: told.resolved[source as usize].zone,
    }
}

/// The words that a story is recognised by: its passages, and of a main story the whole text.
fn spans(told: &Told, is_main: bool, tellers: &[Teller]) -> Vec<Span> {
    let source = tellers[0].source as usize;
    let resolved = &told.resolved[source];
    let own = tellers.iter().map(|teller| told.statement(*teller).span);
    match told.sources[source].kind() {
        Kind::Transcript => own.take(SAMPLED_TRANSMISSIONS).collect(),
        Kind::Article if is_main => own
            .chain(resolved.unplaced.iter().map(|unplaced| unplaced.span))
            .collect(),
        Kind::Article => own.collect(),
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && 3 <= word.len()
        && word.chars().any(char::is_lowercase)
        && !has(STOP_WORDS, word)
        && look_up(WEEKDAYS, word).is_none()
        && look_up(MONTHS, word).is_none()
}

/// Places by how often they are named; of equals, numbered ones and the first first.
fn by_mentions(places: &mut Vec<Place>) {
    let mut counted: Vec<(usize, Place)> = Vec::new();
    for place in places.drain(..) {
        match counted.iter_mut().find(|(_, known)| known.meets(&place)) {
            Some((count, known)) => {
                *count += 1;
                if known.number.is_none() || (known.block && place.number.is_some()) {
                    *known = place;
                }
            }
            None => counted.push((1, place)),
        }
    }
    counted.sort_by_key(|(count, place)| (place.number.is_none(), usize::MAX - count));
    places.extend(counted.into_iter().map(|(_, place)| place));
}

/// From the first to the last happening; for want of one, of all statements.
fn core(told: &Told, tellers: &[Teller]) -> Interval {
    let span = |wanted: bool| {
        tellers
            .iter()
            .filter(|teller| {
                wanted || told.statement(**teller).kind != crate::resolve::Kind::Statement
            })
            .map(|teller| told.placed(*teller))
            .filter(|own| own.earliest.is_some() && own.latest.is_some())
            .reduce(Interval::or)
    };
    span(false).or_else(|| span(true)).unwrap_or(Interval::OPEN)
}

impl Story {
    /// Whether two stories of different sources tell of the same emergency: the same hours, and the
    /// same place, people or words; the lower the number, the more they are alike.
    pub fn meets(&self, other: &Story) -> Option<usize> {
        /// Proper names that two reports of one emergency share at least.
        const SHARED_NAMES: usize = 4;
        /// Percentage of the shorter story's words that two logs of one emergency have in common.
        const SHARED_WORDS: usize = 35;
        /// The same where both name one call sign.
        const SHARED_WORDS_OF_CREW: usize = 20;
        /// Words that they share at least.
        const FEWEST_WORDS: usize = 8;
        /// How many of a story's places are compared.
        const PLACES: usize = 6;
        if self.source == other.source || self.zone.is_absolute() != other.zone.is_absolute() {
            return None;
        }
        // an hour on each side for clocks and hedges
        let near = self
            .core
            .widen(HOUR, HOUR)
            .and(other.core.widen(HOUR, HOUR));
        if near.is_empty() || self.core.is_open() || other.core.is_open() {
            return None;
        }
        let theirs = || other.places.iter().take(PLACES).enumerate();
        let ranks = self.places.iter().take(PLACES).enumerate();
        let shared = ranks.flat_map(|(rank, place)| {
            let meeting = theirs().filter(|(_, second)| place.meets(second));
            meeting.map(move |(second, _)| rank + second)
        });
        if let Some(rank) = shared.min() {
            return Some(rank);
        }
        let names = self.names.intersection(&other.names).count();
        let shared = self.stems.intersection(&other.stems).count();
        let shorter = self.stems.len().min(other.stems.len()).max(1);
        let words = 100 * shared / shorter;
        if (self.kind, other.kind) == (Kind::Article, Kind::Article) {
            return (SHARED_NAMES <= names).then_some(2 * PLACES);
        }
        let crew = self.calls.intersection(&other.calls).next().is_some();
        let least = if crew {
            SHARED_WORDS_OF_CREW
        } else {
            SHARED_WORDS
        };
        (FEWEST_WORDS <= shared && least <= words).then_some(2 * PLACES)
    }
}
