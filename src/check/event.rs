//! Which event of a timeline the words of a claim mean.

use super::claim::Words;
use super::description::Description;
use super::entry::{Entry, entry};
use super::passage::Passage;
use super::role::Roles;
use super::untold::untold;
use super::wording::{Term, Wording};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::look_up;
use crate::lexicon::meaning::{EXTREMES, Extreme};
use crate::lexicon::prose::SAYING;
use crate::span::Span;
use crate::time::Interval;
use crate::timeline::{Place, Timeline};

/// An event that the words of a claim can mean.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub place: Place,
    /// How much of the words it has, from 0 to 1.
    pub fit: f64,
    /// Whether it is told to be the first, or the last, if that is meant.
    is_told: bool,
    /// The words that its clause has.
    pub has: Vec<Term>,
    /// The words that neither it has nor what stands around it, or that alone say what happened.
    lacks: Vec<Term>,
    /// Whether it only tells that it had come about by then.
    pub is_over: bool,
}

/// The events of a timeline by their words.
pub(super) struct Catalogue<'a> {
    timeline: &'a Timeline<'a>,
    wording: Wording,
    entries: Vec<Entry>,
    untold: Vec<Passage>,
}

/// How much a word tells of an event if it stands in its clause, in its sentence, around it.
const SHARES: [f64; 3] = [1.0, 0.5, 0.25];
/// Words that say less of an event than this mean none.
const LEAST_FIT: f64 = 0.4;
/// An event that fits by so much less than the best is not meant.
const RIVAL: f64 = 0.15;
/// How much of a claim fits to words about an event, told later, if the claim is about no words.
const OF_SAYING: f64 = 0.75;
/// How much of a claim fits to an event of which one end of the description is missing.
const OF_PART: f64 = 0.85;
/// How much of a quoted passage the event has that it quotes.
const QUOTED: f64 = 0.8;

impl<'a> Catalogue<'a> {
    /// The events of a timeline.
    pub fn new(timeline: &'a Timeline<'a>) -> Self {
        let mut wording = Wording::new();
        let roles: Vec<Roles> = timeline.told.sources.iter().map(Roles::of_source).collect();
        let mut entries = Vec::new();
        for (chronicle, found) in timeline.chronicles.iter().enumerate() {
            for (event, told) in found.events.iter().enumerate() {
                let place = Place { chronicle, event };
                let entry = entry(timeline, place, told, &roles, &mut wording);
                wording.count(&entry.words.own);
                entries.push(entry);
            }
        }
        let untold = untold(timeline, &mut wording);
        Catalogue {
            timeline,
            wording,
            entries,
            untold,
        }
    }

    /// Those of some events that some words of a claim mean, the best first; more than one if they fit almost
    /// as well.
    pub fn find(
        &mut self,
        text: &str,
        words: &Words,
        is_meant: &dyn Fn(Place) -> bool,
    ) -> Vec<Candidate> {
        if let [whole] = words[..]
            && let Some(place) = self.by_id(whole.of(text).trim_matches(['"', '“', '”', '`', ' ']))
        {
            return vec![Candidate {
                place,
                fit: 1.0,
                is_told: true,
                has: Vec::new(),
                lacks: Vec::new(),
                is_over: false,
            }];
        }
        if let Some(quote) = words.iter().find_map(|words| quote(text, *words)) {
            return self.quoted(text, quote, words);
        }
        let pieces = words;
        let words: Vec<Span> = words
            .iter()
            .flat_map(|words| tokens(text, *words))
            .collect();
        let extreme = words
            .iter()
            .find_map(|word| look_up(EXTREMES, word.of(text)));
        let telling = words
            .iter()
            .filter(|word| look_up(EXTREMES, word.of(text)).is_none());
        let wanted = self.wanted(text, telling.copied());
        let description = Description::of(text, pieces, &mut self.wording);
        // `dispatch` and `the 911 call` are those that began it all
        let is_call = wanted.iter().all(|(term, _)| self.wording.is_call(*term));
        let extreme = extreme.or(Some(Extreme::First).filter(|_| is_call));
        let is_saying = words.iter().any(|word| has(SAYING, word.of(text)));
        let mut found: Vec<Candidate> = Vec::new();
        for entry in self.entries.iter().filter(|entry| is_meant(entry.place)) {
            let mut fit = self.fit(&wanted, &entry.words);
            // a verb that is told of somebody says more than a noun: `the first smell complaint`
            let tells = description.has_verb() && description.is_told(&entry.words, &self.wording);
            if !tells && !self.is_whole(&wanted, &entry.words) {
                fit *= OF_PART;
            }
            if entry.is_saying && !is_saying {
                fit *= OF_SAYING;
            }
            if LEAST_FIT <= fit {
                let is_told = extreme.is_none_or(|extreme| entry.extremes.contains(&extreme));
                let is_other =
                    extreme.is_some_and(|extreme| entry.extremes.contains(&extreme.other()));
                if is_other && !is_told {
                    continue;
                }
                let mut has = self.said(&wanted, &entry.words);
                let mut lacks = self.unsaid(&wanted, &entry.words);
                // what is not even said in its clause happened elsewhere: `Highway 9 closed`, `it reopened`
                if let Some(head) = description.head {
                    let is_said = self.wording.is_said(head, &entry.words.own);
                    if is_said { &mut has } else { &mut lacks }.push(head);
                }
                found.push(Candidate {
                    place: entry.place,
                    fit,
                    is_told,
                    has,
                    lacks,
                    is_over: entry.words.holds() && !description.is_state(),
                });
            }
        }
        let mut found = nearest(found);
        found.retain(|candidate| self.is_told(&description, candidate.place));
        // the first or the last of several is one of those that have a time
        if extreme.is_none() && self.is_elsewhere(&wanted, &description, &found) {
            return Vec::new();
        }
        if let Some(extreme) = extreme {
            self.keep(extreme, &mut found);
        }
        found
    }

    /// Whether a clause without an event fits better than all events that were found: it tells of the one meant.
    fn is_elsewhere(
        &self,
        wanted: &[(Term, f64)],
        description: &Description,
        found: &[Candidate],
    ) -> bool {
        let best = found.first().map_or(1.0, |best| best.fit);
        self.untold.iter().any(|clause| {
            best < self.fit(wanted, clause)
                && self.is_whole(wanted, clause)
                && description.is_told(clause, &self.wording)
        })
    }

    /// Whether the clause of an event tells what a description says.
    fn is_told(&self, description: &Description, place: Place) -> bool {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.place == place);
        entry.is_some_and(|entry| description.is_told(&entry.words, &self.wording))
    }

    /// Keeps those that are told to be the first, if any are; else those that no other of them precedes.
    fn keep(&self, extreme: Extreme, found: &mut Vec<Candidate>) {
        if found.iter().any(|candidate| candidate.is_told) {
            found.retain(|candidate| candidate.is_told);
            return;
        }
        let window = |candidate: &Candidate| self.timeline.event(candidate.place).interval;
        let windows: Vec<Interval> = found.iter().map(window).collect();
        found.retain(|candidate| {
            let Interval { earliest, latest } = window(candidate);
            let is_passed = |other: &Interval| match extreme {
                Extreme::First => other
                    .latest
                    .zip(earliest)
                    .is_some_and(|(end, start)| end <= start),
                Extreme::Last => latest
                    .zip(other.earliest)
                    .is_some_and(|(end, start)| end <= start),
            };
            !windows.iter().any(is_passed)
        });
    }

    fn by_id(&self, written: &str) -> Option<Place> {
        let places = self.entries.iter().map(|entry| entry.place);
        places
            .into_iter()
            .find(|place| self.timeline.event(*place).id == written)
    }

    /// Those that say a quoted passage, and what stands around it in the description.
    fn quoted(&mut self, text: &str, quote: Span, words: &Words) -> Vec<Candidate> {
        let wanted = self.wanted(text, tokens(text, quote));
        let words = words.iter().flat_map(|words| tokens(text, *words));
        let around = self.wanted(text, words.filter(|word| !quote.holds(*word)));
        let all: f64 = wanted.iter().map(|(_, weight)| weight).sum();
        let is_around =
            |entry: &&Entry| around.is_empty() || LEAST_FIT <= self.fit(&around, &entry.words);
        let found = self.entries.iter().filter(is_around).map(|entry| {
            let has = |(term, _): &&(Term, f64)| entry.words.own.binary_search(term).is_ok();
            let weight = |(_, weight): &(Term, f64)| *weight;
            let said: f64 = wanted.iter().filter(has).map(weight).sum();
            Candidate {
                place: entry.place,
                fit: said / all,
                is_told: true,
                has: self.said(&wanted, &entry.words),
                lacks: self.unsaid(&wanted, &entry.words),
                is_over: false,
            }
        });
        let found = found.filter(|candidate| QUOTED <= candidate.fit).collect();
        nearest(found)
    }

    /// Which of some words the clause of an event has.
    fn said(&self, wanted: &[(Term, f64)], by: &Passage) -> Vec<Term> {
        let terms = wanted.iter().map(|(term, _)| *term);
        terms
            .filter(|term| 0.0 < self.wording.said(*term, &by.own))
            .collect()
    }

    /// Which of some words neither an event nor what stands around it has.
    fn unsaid(&self, wanted: &[(Term, f64)], by: &Passage) -> Vec<Term> {
        let terms = wanted.iter().map(|(term, _)| *term);
        terms
            .filter(|term| {
                let mut layers = [&by.own, &by.beside, &by.around].into_iter();
                !layers.any(|layer| self.wording.is_said(*term, layer))
            })
            .collect()
    }

    /// Words to be found, in their order, each with how much it tells.
    fn wanted(&mut self, text: &str, words: impl Iterator<Item = Span>) -> Vec<(Term, f64)> {
        let mut wanted: Vec<(Term, f64)> = Vec::new();
        for term in self.wording.read(text, words) {
            if wanted.iter().all(|(known, _)| *known != term) {
                wanted.push((term, self.wording.weight(term)));
            }
        }
        wanted
    }

    /// Whether an event has both ends of a description: who it is about, which comes first, and something of what
    /// happened.
    fn is_whole(&self, wanted: &[(Term, f64)], by: &Passage) -> bool {
        let of_unit = wanted
            .iter()
            .take_while(|(term, _)| self.wording.is_of_unit(*term));
        let (subject, happening) = wanted.split_at(of_unit.count().max(1).min(wanted.len()));
        let is_in = |layers: &[&Vec<Term>], term: Term| {
            layers
                .iter()
                .any(|layer| 0.0 < self.wording.said(term, layer))
        };
        let around = [&by.own, &by.beside, &by.around];
        let beside = [&by.own, &by.beside];
        let is_about = subject.iter().all(|(term, _)| is_in(&around, *term));
        is_about
            && (happening.is_empty() || happening.iter().any(|(term, _)| is_in(&beside, *term)))
    }

    /// How much of some words an event has.
    fn fit(&self, wanted: &[(Term, f64)], by: &Passage) -> f64 {
        let all: f64 = wanted.iter().map(|(_, weight)| weight).sum();
        let layers = [&by.own, &by.beside, &by.around];
        let found: f64 = wanted
            .iter()
            .map(|(term, weight)| {
                let said = layers.iter().zip(SHARES);
                let said = said.map(|(layer, share)| share * self.wording.said(*term, layer));
                weight * said.fold(0.0, f64::max)
            })
            .sum();
        if all == 0.0 { 0.0 } else { found / all }
    }
}

/// Those that fit almost as well as the best, or have a word that it lacks; the best first.
fn nearest(mut found: Vec<Candidate>) -> Vec<Candidate> {
    found.sort_by(|a, b| b.fit.total_cmp(&a.fit).then(a.place.cmp(&b.place)));
    let Some(best) = found.first().cloned() else {
        return found;
    };
    found.retain(|candidate| {
        best.fit - RIVAL <= candidate.fit
            || best.lacks.iter().any(|term| candidate.has.contains(term))
    });
    found
}

/// What stands between the quotation marks of a claim's event; one word is a word like others, and no passage.
fn quote(text: &str, words: Span) -> Option<Span> {
    let written = words.of(text);
    let start = written.find(['"', '“'])?;
    let open = start + written[start..].chars().next()?.len_utf8();
    let end = open + written[open..].find(['"', '”'])?;
    let base = words.start as usize;
    Some(Span::new(base + open, base + end)).filter(|quote| 1 < tokens(text, *quote).count())
}
