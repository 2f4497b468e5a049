//! Response intervals: how long from one milestone of a response to the next, per unit and for the incident.
//!
//! A milestone is what a transmission, a record or a sentence says in so many words; an interval lies between
//! the first of each, as a range at the widest reading. What nobody says is open, and no number.

use crate::lexicon::status::Milestone;
use crate::link::Teller;
use crate::solve::Limits;
use crate::solve::incident::apart;
use crate::time::Instant;
use crate::timeline::{Place, Timeline};
use definition::{DEFINITIONS, Definition, Of};
use milestone::{Milestones, milestones};

pub mod definition;
mod milestone;
mod piece;
mod who;

/// One interval of one response.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Index of the chronicle.
    pub chronicle: usize,
    /// Which unit: `engine 7`; `None` is the incident.
    pub unit: Option<String>,
    /// What it is.
    pub definition: &'static Definition,
    /// The event that starts it; `None` where nobody tells of it.
    pub from: Option<Place>,
    /// The event that ends it.
    pub to: Option<Place>,
    /// How long it is at the widest reading, in milliseconds, both ends inclusive; open where an end is missing.
    pub limits: Limits,
    /// From the one named instant to the other, in milliseconds, where both are named.
    pub stated: Option<i64>,
    /// Whether the end is told of before the start, so that there is no length at all.
    pub is_reversed: bool,
}

/// The intervals of each incident that has a milestone, in the order of incidents, the incident before its
/// units, units by name.
pub fn intervals(timeline: &Timeline) -> Vec<Stretch> {
    let chronicles = 0..timeline.chronicles.len();
    chronicles
        .flat_map(|chronicle| {
            let found = milestones(timeline, chronicle);
            let all = found.of(None);
            let of_incident = stretches(timeline, chronicle, (None, &all), &all);
            let units: Vec<_> = found
                .units()
                .flat_map(|unit| {
                    let own = found.of(Some(unit));
                    stretches(timeline, chronicle, (Some(unit), &own), &all)
                })
                .collect();
            of_incident.into_iter().chain(units)
        })
        .collect()
}

/// The intervals of a unit, or of the incident, whose call is that of the incident.
fn stretches(
    timeline: &Timeline,
    chronicle: usize,
    (unit, own): (Option<&str>, &Milestones),
    incident: &Milestones,
) -> Vec<Stretch> {
    let of = if unit.is_some() {
        Of::Unit
    } else {
        Of::Incident
    };
    let mine = DEFINITIONS.iter().filter(|definition| definition.of == of);
    mine.filter_map(|definition| {
        let place = |milestone: Milestone| match milestone {
            Milestone::CallReceived => incident.first(milestone),
            // an incident lasts until its last unit is free
            Milestone::Cleared if unit.is_none() => own.last(milestone),
            milestone => own.first(milestone),
        };
        let (from, to) = (place(definition.from), place(definition.to));
        let is_told = match of {
            // each unit that is sent has its row, also one that never came
            Of::Unit => from.is_some() || to.is_some(),
            Of::Incident => from.is_some() && to.is_some(),
        };
        is_told.then(|| stretch(timeline, chronicle, unit, definition, (from, to)))
    })
    .collect()
}

fn stretch(
    timeline: &Timeline,
    chronicle: usize,
    unit: Option<&str>,
    definition: &'static Definition,
    (from, to): (Option<Place>, Option<Place>),
) -> Stretch {
    let teller = |place: Place| timeline.event(place).tellers[0];
    let named = |teller: Teller| -> Option<Instant> {
        let stated = timeline.told.statement(teller).stated?;
        // a clock that is off by one amount says so of the moment that it names
        let clock = timeline.told.clock(teller);
        clock.is_exact().then(|| stated.plus(clock.least))
    };
    let ends = from.zip(to).map(|(from, to)| (teller(from), teller(to)));
    let incident = &timeline.chronicles[chronicle].incident;
    let limits = ends.map_or(Limits::OPEN, |(from, to)| {
        apart(&timeline.told, &[incident], (Some(from), to), None).limits
    });
    // a length is never below zero: such a side is no bound of it
    let length = |side: Option<i64>| side.filter(|side| 0 <= *side);
    Stretch {
        chronicle,
        unit: unit.map(str::to_owned),
        definition,
        from,
        to,
        limits: Limits {
            at_least: length(limits.at_least),
            at_most: length(limits.at_most),
        },
        stated: length(ends.and_then(|(from, to)| Some(named(to)?.0 - named(from)?.0))),
        is_reversed: limits.at_most.is_some_and(|most| most < 0),
    }
}
