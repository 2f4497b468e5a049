//! What the articles claim themselves: their distances, lengths and times, each against the rest of the evidence.

use super::claim::{self, Claimed, What};
use super::decide::Tried;
use super::far::{Far, after, before};
use super::verdict::Verdict;
use super::{Checked, Checker, Claim, Finding};
use crate::link::{Identity, Teller, Told};
use crate::note::SourceId;
use crate::read::article::Role;
use crate::read::{Body, Kind};
use crate::resolve::Tie;
use crate::solve::Limits;
use crate::solve::incident::LeftOut;
use crate::span::Span;
use crate::time::Interval;
use crate::timeline::Place;
use std::collections::{BTreeMap, BTreeSet};

impl Checker<'_> {
    /// Checks what the articles themselves say of distances, lengths and times that others tell too; by source
    /// and place. The id of a claim is its place, `story.txt:7`.
    pub fn own(&mut self) -> Vec<Checked> {
        let mut found: BTreeMap<(SourceId, Span), Finding> = BTreeMap::new();
        let places = self.places();
        for (place, finding) in self
            .distances(&places)
            .into_iter()
            .chain(self.times(&places))
        {
            keep(&mut found, place, finding);
        }
        for (place, finding) in self.sentences(&places) {
            keep(&mut found, place, finding);
        }
        let claim = |(source, words): (SourceId, Span)| {
            let read = &self.timeline.told.sources[source as usize];
            let text = words.of(&read.text).split_whitespace();
            Claim {
                id: format!("{}:{}", read.path, read.line(words.start)),
                text: text.collect::<Vec<_>>().join(" "),
            }
        };
        let found = found.into_iter();
        found
            .map(|(place, finding)| Checked {
                claim: claim(place),
                found: Ok(finding),
            })
            .collect()
    }

    /// Where each statement is told.
    fn places(&self) -> BTreeMap<Teller, Place> {
        let chronicles = self.timeline.chronicles.iter().enumerate();
        let places = chronicles.flat_map(|(chronicle, found)| {
            let events = found.events.iter().enumerate();
            events.flat_map(move |(event, told)| {
                let place = Place { chronicle, event };
                told.tellers.iter().map(move |teller| (*teller, place))
            })
        });
        places.collect()
    }

    /// The sentence of an article that has some words.
    fn sentence(&self, source: SourceId, words: Span) -> Option<Span> {
        let Body::Article(article) = &self.timeline.told.sources[source as usize].body else {
            return None;
        };
        let sentences = article
            .paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.sentences);
        sentences
            .copied()
            .find(|sentence| words.start < sentence.end)
    }

    /// `Two minutes later`, against what else is said of the two.
    fn distances(&self, places: &BTreeMap<Teller, Place>) -> Vec<((SourceId, Span), Finding)> {
        let mut found = Vec::new();
        for (source, said) in (0..).zip(self.timeline.told.resolved) {
            for relation in said.relations.iter().filter(|it| it.tie == Tie::Distance) {
                let teller = |index: usize| Teller {
                    source,
                    index: index as u32,
                };
                let (from, to) = (teller(relation.from), teller(relation.to));
                let ends = places.get(&to).zip(places.get(&from));
                let Some((event, other)) = ends.filter(|(a, b)| a != b) else {
                    continue;
                };
                let Some(sentence) = self.sentence(source, relation.words) else {
                    continue;
                };
                let far = Far::new(Limits::from(relation.usual), Limits::from(relation.outer));
                let apart = self.between(*other, *event, Some(LeftOut::Distance(from, to)));
                let finding = Tried::new(vec![*event, *other], apart, far, &[]).finding();
                found.push(((source, sentence), finding));
            }
        }
        found
    }

    /// The time of a statement that others tell too, against what they say.
    fn times(&self, places: &BTreeMap<Teller, Place>) -> Vec<((SourceId, Span), Finding)> {
        let chronicles = self.timeline.chronicles.iter();
        let identities = chronicles.flat_map(|chronicle| &chronicle.incident.identities);
        let shared = identities.filter(|identity| !identity.likeness.is_copy());
        let ends = shared.flat_map(|Identity { first, second, .. }| [*first, *second]);
        ends.filter_map(|teller| {
            let told = self.timeline.told;
            let statement = told.statement(teller);
            let is_article = told.sources[teller.source as usize].kind() == Kind::Article;
            let place = *places.get(&teller).filter(|_| is_article)?;
            let far = Far::new(Limits::from(statement.own), Limits::from(statement.outer));
            let sentence = self
                .sentence(teller.source, statement.span)
                .filter(|_| is_placed(statement.own))?;
            let apart = self.when(teller, place, Some(LeftOut::Said(teller)));
            let finding = Tried::new(vec![place], apart, far, &[])
                .counted_from_time()
                .finding();
            Some(((teller.source, sentence), finding))
        })
        .collect()
    }

    /// A sentence that is a claim by itself, about events of its incident that are told elsewhere, or in it with a
    /// time of their own: `It took crews an hour to …`, `The roof fell at 3 p.m., an hour after …`
    fn sentences(&mut self, places: &BTreeMap<Teller, Place>) -> Vec<((SourceId, Span), Finding)> {
        let told = self.timeline.told;
        let mut found = Vec::new();
        for (source, read) in (0..).zip(told.sources) {
            let Body::Article(article) = &read.body else {
                continue;
            };
            let body = article.paragraphs.iter().filter(|it| it.role == Role::Body);
            for &sentence in body.flat_map(|paragraph| &paragraph.sentences) {
                let text = sentence.of(&read.text);
                let Some(claimed) = claim::told(text).filter(is_length) else {
                    continue;
                };
                let incidents = incidents_of(&told, places, (source, sentence));
                let timeline = self.timeline;
                let is_meant = |place: Place| {
                    let tellers = &timeline.event(place).tellers;
                    let is_known = |teller: &Teller| {
                        let statement = told.statement(*teller);
                        let is_elsewhere =
                            teller.source != source || !sentence.holds(statement.span);
                        is_elsewhere || is_placed(statement.own)
                    };
                    incidents.contains(&place.chronicle) && tellers.iter().any(is_known)
                };
                let finding = self.find(text, &claimed, &is_meant);
                if !finding.events.is_empty() {
                    found.push(((source, sentence), finding));
                }
            }
        }
        found
    }
}

/// The incidents that a sentence tells of, or that the statement before it does.
fn incidents_of(
    told: &Told,
    places: &BTreeMap<Teller, Place>,
    (source, sentence): (SourceId, Span),
) -> BTreeSet<usize> {
    let of_source = places.iter().filter(|(teller, _)| teller.source == source);
    let mut last = None;
    let mut found = BTreeSet::new();
    for (teller, place) in of_source {
        let span = told.statement(*teller).span;
        if span.start < sentence.start || last.is_none() {
            last = Some(place.chronicle);
        }
        if sentence.meets(span) {
            found.insert(place.chronicle);
        }
    }
    if found.is_empty() {
        found.extend(last);
    }
    found
}

/// Whether a time has both of its ends.
fn is_placed(time: Interval) -> bool {
    time.earliest.is_some() && time.latest.is_some()
}

/// Of two findings on one sentence the one that decides it is kept.
fn keep(
    found: &mut BTreeMap<(SourceId, Span), Finding>,
    place: (SourceId, Span),
    finding: Finding,
) {
    let rank = |finding: &Finding| match finding.verdict {
        Verdict::Contradicted => 2,
        Verdict::Supported => 1,
        Verdict::Undetermined => 0,
    };
    if found
        .get(&place)
        .is_none_or(|known| rank(known) < rank(&finding))
    {
        found.insert(place, finding);
    }
}

/// Whether a claim is of a length, and not of the order alone or of a time.
fn is_length(claimed: &Claimed) -> bool {
    match claimed.what {
        What::Apart { far, .. } => far != before() && far != after(),
        What::Lasted(_) => true,
        What::At { .. } => false,
    }
}
