//! Which incident: stories that share hours, and a place, people or words, tell of one emergency.

use super::emergencies::Emergencies;
use super::pin::Pin;
use super::response::responses;
use super::story::Story;
use super::traffic::{Part, Traffic};
use super::{Identity, Incident, Teller, Told, same};
use crate::read::Kind;
use crate::time::{Interval, Zone};
use std::collections::BTreeMap;

/// The id of the incident that has what belongs to none.
pub const UNASSIGNED: &str = "unassigned";

/// The incidents of a run, in the order of their first time; what belongs to none comes last.
pub fn incidents(
    told: &Told,
    stories: &[Story],
    traffic: &Traffic,
    (emergencies, pins): (&Emergencies, &[Pin]),
) -> Vec<Incident> {
    let groups = emergencies.firsts();
    let mut members: BTreeMap<usize, Vec<&Story>> = BTreeMap::new();
    for (first, story) in groups.into_iter().zip(stories) {
        members.entry(first).or_default().push(story);
    }
    let mut shared = by_incident(told, &members);
    let mut found: Vec<(Interval, Incident)> = members
        .into_iter()
        .map(|(first, members)| {
            let pin = emergencies.pin_of(first).map(|pin| &pins[pin]);
            let identities = shared.remove(&first).unwrap_or_default();
            incident(told, &members, (traffic, pin), identities)
        })
        .collect();
    found.sort_by_cached_key(|(core, incident)| {
        let earliest = core.earliest.map_or(i64::MAX, |at| at.0);
        let is_rest = incident.id == UNASSIGNED;
        (is_rest, earliest, incident.tellers[0])
    });
    let mut incidents: Vec<Incident> = found.into_iter().map(|(_, incident)| incident).collect();
    name(&mut incidents);
    incidents
}

/// The identities of the run, by the first story of the incident that has both statements.
fn by_incident(
    told: &Told,
    members: &BTreeMap<usize, Vec<&Story>>,
) -> BTreeMap<usize, Vec<Identity>> {
    let sizes = told.resolved.iter().map(|said| said.statements.len());
    let mut incident_of: Vec<Vec<usize>> = sizes.map(|size| vec![usize::MAX; size]).collect();
    for (first, stories) in members {
        for teller in stories.iter().flat_map(|story| &story.tellers) {
            incident_of[teller.source as usize][teller.index as usize] = *first;
        }
    }
    let of = |teller: Teller| incident_of[teller.source as usize][teller.index as usize];
    let mut found: BTreeMap<usize, Vec<Identity>> = BTreeMap::new();
    for identity in told.identities {
        let incident = of(identity.first);
        if incident == of(identity.second) {
            found.entry(incident).or_default().push(*identity);
        }
    }
    found
}

fn incident(
    told: &Told,
    members: &[&Story],
    (traffic, pin): (&Traffic, Option<&Pin>),
    shared: Vec<Identity>,
) -> (Interval, Incident) {
    let mut tellers: Vec<Teller> = members
        .iter()
        .flat_map(|story| story.tellers.clone())
        .collect();
    tellers.sort_unstable();
    let core = members
        .iter()
        .map(|story| story.core)
        .filter(|core| !core.is_open())
        .reduce(Interval::or)
        .unwrap_or(Interval::OPEN);
    let mut identities = same::identities(told, members);
    identities.extend(shared);
    let responses = responses(told, &tellers, &traffic.sent);
    let zone = zone(members);
    let is_rest = members.iter().any(|story| story.part == Part::Unassigned);
    let place = if is_rest {
        None
    } else {
        place(told, members, traffic)
    };
    let named = pin.and_then(|pin| pin.name.clone());
    let is_named = named.is_some();
    let incident = Incident {
        id: if is_rest { UNASSIGNED } else { "" }.to_owned(),
        label: named.unwrap_or_else(|| label(told, members, place.as_deref())),
        is_named,
        place,
        date: core.earliest.map(|earliest| zone.civil(earliest).date()),
        zone,
        tellers,
        identities,
        responses,
    };
    (core, incident)
}

/// Where units were sent; else the place that is named most.
fn place(told: &Told, members: &[&Story], traffic: &Traffic) -> Option<String> {
    let sent = members.iter().find_map(|story| traffic.place(story.part));
    let named = || {
        members.iter().find_map(|story| {
            let place = story.places.first()?;
            Some(place.span.of(&told.sources[story.source as usize].text))
        })
    };
    let place = sent.or_else(named)?;
    Some(place.trim_end_matches('.').to_owned())
}

/// The zone that most says: a named one before an offset.
fn zone(members: &[&Story]) -> Zone {
    let zones = || members.iter().map(|story| story.zone);
    zones()
        .find(|zone| matches!(zone, Zone::Named(_)))
        .or_else(|| zones().find(|zone| zone.is_absolute()))
        .unwrap_or(Zone::Floating)
}

/// The headline of a main story; of a part of the traffic and of a background story its place or first
/// words; else a file's name.
fn label(told: &Told, members: &[&Story], place: Option<&str>) -> String {
    let source = |story: &Story| &told.sources[story.source as usize];
    let headline = members
        .iter()
        .filter(|story| story.kind == Kind::Article && story.is_main)
        .find_map(|story| source(story).title());
    let is_whole = members
        .iter()
        .any(|story| story.is_main && matches!(story.part, Part::Account(0) | Part::Recorder(_)));
    if members.iter().any(|story| story.part == Part::Unassigned) {
        return "Unassigned".to_owned();
    }
    match (headline, place) {
        (Some(headline), _) => headline.to_owned(),
        (None, _) if is_whole => members.first().map_or_else(String::new, |story| {
            let source = source(story);
            let recorder = source.recorder.as_deref();
            recorder.unwrap_or_else(|| source.stem()).to_owned()
        }),
        (None, Some(place)) => place.to_owned(),
        (None, None) => members
            .iter()
            .find_map(|story| story.tellers.first())
            .map_or_else(String::new, |teller| beginning(told.words(*teller))),
    }
}

/// The first words of a passage, as a label.
fn beginning(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut label = String::new();
    for word in words.split_whitespace() {
        if LONGEST < label.chars().count() + 1 + word.chars().count() {
            return format!("{} …", label.trim_end_matches([',', ';']));
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
    label.trim_end_matches('.').to_owned()
}

/// Gives each incident an id of its day and its place or label; twins are numbered.
fn name(incidents: &mut [Incident]) {
    let mut taken: Vec<String> = Vec::new();
    for incident in incidents
        .iter_mut()
        .filter(|incident| incident.id.is_empty())
    {
        let place = incident.place.as_deref().filter(|_| !incident.is_named);
        let words = place.unwrap_or(&incident.label);
        let day = incident.date.map(|date| date.to_string());
        let base = slug(&format!("{} {words}", day.unwrap_or_default()));
        let mut id = base.clone();
        let mut twin = 2;
        while taken.contains(&id) {
            id = format!("{base}-{twin}");
            twin += 1;
        }
        taken.push(id.clone());
        incident.id = id;
    }
}

/// Letters, digits and hyphens, at most sixty.
fn slug(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if LONGEST <= slug.chars().count() {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}
