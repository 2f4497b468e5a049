//! Which event of an incident is which milestone, of which unit.

use crate::find::unit::{Call, labelled, units};
use crate::find::word::tokens;
use crate::lexicon::dispatch::ELSEWHERE;
use crate::lexicon::has;
use crate::lexicon::status::{Milestone, NO_STATUS, STATUSES};
use crate::read::Kind as SourceKind;
use crate::resolve::Kind;
use crate::span::Span;
use crate::timeline::{Event, Place, Timeline};
use std::collections::{BTreeMap, BTreeSet};

/// The milestones of an incident, by unit; those of no unit are the incident's alone.
#[derive(Debug, Default)]
pub(super) struct ByUnit(BTreeMap<Option<String>, Milestones>);

/// The events of each milestone, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Milestones(BTreeMap<Milestone, BTreeSet<Place>>);

impl Milestones {
    /// The first event of a milestone.
    pub fn first(&self, milestone: Milestone) -> Option<Place> {
        self.0.get(&milestone)?.first().copied()
    }

    /// The last event of a milestone.
    pub fn last(&self, milestone: Milestone) -> Option<Place> {
        self.0.get(&milestone)?.last().copied()
    }

    fn add(&mut self, milestone: Milestone, place: Place) {
        self.0.entry(milestone).or_default().insert(place);
    }
}

impl ByUnit {
    /// The units, by name.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.0.keys().flatten().map(String::as_str)
    }

    /// The milestones of one unit, or of all together.
    pub fn of(&self, unit: Option<&str>) -> Milestones {
        let mut all = Milestones::default();
        let mine = self
            .0
            .iter()
            .filter(|(name, _)| unit.is_none() || name.as_deref() == unit);
        for (milestone, places) in mine.flat_map(|(_, found)| &found.0) {
            all.0.entry(*milestone).or_default().extend(places);
        }
        all
    }
}

/// The milestones of one chronicle.
pub(super) fn milestones(timeline: &Timeline, chronicle: usize) -> ByUnit {
    let mut found = ByUnit::default();
    for (event, told) in timeline.chronicles[chronicle].events.iter().enumerate() {
        let place = Place { chronicle, event };
        for (unit, milestone) in said(timeline, told) {
            found.0.entry(unit).or_default().add(milestone, place);
        }
    }
    found
}

/// What an event says of units, or of the incident.
fn said(timeline: &Timeline, event: &Event) -> Vec<(Option<String>, Milestone)> {
    let told = timeline.told;
    let teller = event.tellers[0];
    let statement = told.statement(teller);
    let text = told.text(teller);
    let is_article = told.sources[teller.source as usize].kind() == SourceKind::Article;
    let milestone = match statement.kind {
        // a record says it by its own words, and its remarks are about anything
        Kind::Status => statement.milestone,
        Kind::Narrative if !is_article => None,
        _ => named(text, statement.span),
    };
    let Some(milestone) = milestone else {
        let is_call = statement.kind == Kind::Call;
        let call = (is_call && is_article).then_some((None, Milestone::CallReceived));
        return call.into_iter().collect();
    };
    if matches!(milestone, Milestone::CallReceived | Milestone::UnderControl) {
        return vec![(None, milestone)];
    }
    let own = statement.unit.and_then(|unit| labelled(unit.of(text)));
    let code = statement.unit.filter(|_| statement.kind == Kind::Status);
    let called = match own {
        Some(own) => vec![own],
        None if code.is_some() => code
            .map(|code| Call::Named(code.of(text).to_lowercase()))
            .into_iter()
            .collect(),
        None => units(text, statement.span),
    };
    let names: BTreeSet<Option<String>> = called
        .into_iter()
        .map(|call| match call {
            Call::Named(name) | Call::Number(name) => Some(name),
            Call::Perhaps(_) => None,
        })
        .collect();
    if names.is_empty() {
        return vec![(None, milestone)];
    }
    names.into_iter().map(|name| (name, milestone)).collect()
}

/// The milestone that some words name; the longest of those that start first.
fn named(text: &str, passage: Span) -> Option<Milestone> {
    let words: Vec<String> = tokens(text, passage)
        .map(|word| word.of(text).to_lowercase())
        .collect();
    // `en route to the hospital` is no way to the scene
    if words.iter().any(|word| has(ELSEWHERE, word)) || passage.of(text).ends_with('?') {
        return None;
    }
    (0..words.len()).find_map(|at| {
        let is_meant = at
            .checked_sub(1)
            .is_none_or(|before| !has(NO_STATUS, &words[before]));
        let longest = (1..=3).rev().filter(|count| at + count <= words.len());
        let mut found = longest.filter_map(|count| status(&words[at..at + count].join(" ")));
        found.next().filter(|_| is_meant)
    })
}

fn status(words: &str) -> Option<Milestone> {
    crate::lexicon::look_up(STATUSES, words)
}
