//! What the articles claim themselves: their distances, lengths and times, each against the rest of the evidence.

use super::claim::{self, Claimed, What};
use super::decide::Tried;
use super::far::{Far, after, before};
use super::verdict::Verdict;
use super::{Checked, Checker, Claim, Finding, asserted};
use crate::link::{Identity, Teller};
use crate::note::SourceId;
use crate::read::article::Role;
use crate::read::{Body, Kind};
use crate::resolve::Tie;
use crate::solve::Limits;
use crate::solve::incident::LeftOut;
use crate::span::Span;
use crate::timeline::Place;
use std::collections::BTreeMap;

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
        for (place, finding) in self.sentences() {
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
                let far = Far {
                    usual: Limits::from(relation.usual),
                    outer: Limits::from(relation.outer),
                };
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
            let far = Far {
                usual: Limits::from(statement.own),
                outer: Limits::from(statement.outer),
            };
            let is_placed = far.usual.at_least.is_some() && far.usual.at_most.is_some();
            let sentence = self
                .sentence(teller.source, statement.span)
                .filter(|_| is_placed)?;
            let apart = self.when(teller, place, Some(LeftOut::Said(teller)));
            let finding = Tried::new(vec![place], apart, far, &[])
                .counted_from_time()
                .finding();
            Some(((teller.source, sentence), finding))
        })
        .collect()
    }

    /// A sentence that is a claim by itself, about events that others tell: `It took crews an hour to …`
    fn sentences(&mut self) -> Vec<((SourceId, Span), Finding)> {
        let sources = self.timeline.told.sources;
        let mut found = Vec::new();
        for (source, read) in (0..).zip(sources) {
            let Body::Article(article) = &read.body else {
                continue;
            };
            let body = article.paragraphs.iter().filter(|it| it.role == Role::Body);
            for &sentence in body.flat_map(|paragraph| &paragraph.sentences) {
                let text = sentence.of(&read.text);
                // what should have been, or was denied, is no claim of what was
                let read = claim::read(text).and_then(|claimed| asserted(text, claimed));
                let Some(claimed) = read.ok().filter(is_length) else {
                    continue;
                };
                let timeline = self.timeline;
                let is_elsewhere = |place: Place| {
                    timeline.event(place).tellers.iter().any(|teller| {
                        teller.source != source
                            || !sentence.holds(timeline.told.statement(*teller).span)
                    })
                };
                let finding = self.find(text, &claimed, &is_elsewhere);
                if !finding.events.is_empty() {
                    found.push(((source, sentence), finding));
                }
            }
        }
        found
    }
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
