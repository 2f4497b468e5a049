//! Which event of an incident is which milestone, of which unit.

use super::piece::pieces;
use super::who::{Speaker, whose};
use crate::find::unit::{Call, labelled};
use crate::lexicon::status::Milestone;
use crate::read::Kind as SourceKind;
use crate::resolve::{Kind, Statement};
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
    match statement.kind {
        // a record says it by its own words, and its remarks are about anything
        Kind::Status => return of_record(statement, text).into_iter().collect(),
        Kind::Narrative if !is_article => return Vec::new(),
        // what somebody says later has the time of the saying
        Kind::Statement if is_article => return Vec::new(),
        _ => {}
    }
    let label = statement.unit.or(statement.speaker);
    // `Engine 7 on scene.` below `2121 Hours`: a record in an article
    let is_stamped = statement
        .phrase
        .is_some_and(|time| !statement.span.holds(time));
    let speaker = match label.map(|label| Speaker::labelled(label.of(text))) {
        None if is_article && is_stamped => Speaker::Record,
        _ if is_article && statement.kind != Kind::Radio => Speaker::Prose,
        Some(speaker) => speaker,
        None => Speaker::Record,
    };
    let mut found = Vec::new();
    for piece in pieces(text, statement.span) {
        let statuses = piece.statuses(text, matches!(speaker, Speaker::Prose));
        let whose = whose(text, statement.span, &piece, &statuses, &speaker);
        for (status, whose) in statuses.iter().zip(whose) {
            let at = piece.span(status.at.clone()).unwrap_or(statement.span);
            let of = whose.into_iter().map(|name| (name, status.milestone, at));
            found.extend(of);
        }
    }
    if matches!(speaker, Speaker::Prose) {
        found = nearest(found, statement.phrase);
    }
    let is_call = match speaker {
        Speaker::Caller => true,
        _ => is_article && statement.kind == Kind::Call && found.is_empty(),
    };
    let call = is_call.then_some((None, Milestone::CallReceived));
    let found = found
        .into_iter()
        .map(|(name, milestone, _)| (name, milestone));
    found.chain(call).collect()
}

/// The milestone of a record's status, of its unit: a code counts as a name.
fn of_record(statement: &Statement, text: &str) -> Option<(Option<String>, Milestone)> {
    let milestone = statement.milestone?;
    if matches!(milestone, Milestone::CallReceived | Milestone::UnderControl) {
        return Some((None, milestone));
    }
    let unit = statement.unit.map(|unit| unit.of(text));
    let name = unit.and_then(|unit| match labelled(unit) {
        Some(Call::Named(name) | Call::Number(name)) => Some(name),
        Some(Call::Perhaps(_)) => None,
        None => Some(unit.to_lowercase()),
    });
    Some((name, milestone))
}

type Named = (Option<String>, Milestone, Span);

/// The time of a sentence is that of the status that stands nearest to it.
fn nearest(found: Vec<Named>, time: Option<Span>) -> Vec<Named> {
    let far = |(_, _, at): &Named| {
        time.map_or(at.start, |time| {
            time.start.saturating_sub(at.end) + at.start.saturating_sub(time.end)
        })
    };
    let least = found.iter().map(far).min();
    found
        .into_iter()
        .filter(|named| Some(far(named)) == least)
        .collect()
}
