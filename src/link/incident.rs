//! Which incident: stories that share hours, and a place, people or words, tell of one emergency.

use super::groups::Groups;
use super::story::Story;
use super::{Incident, Teller, Told, same};
use crate::read::Kind;
use crate::time::{Interval, Zone};
use std::collections::{BTreeMap, BTreeSet};

/// The incidents of a run, in the order of their first time.
pub fn incidents(told: &Told, stories: &[Story]) -> Vec<Incident> {
    let mut groups = Groups::new(stories.len());
    for (a, b) in joined(told, stories) {
        groups.join(a, b);
    }
    for a in 0..stories.len() {
        for b in a + 1..stories.len() {
            if groups.first(a) != groups.first(b) && stories[a].meets(&stories[b]) {
                groups.join(a, b);
            }
        }
    }
    let group = groups.firsts();
    let mut found: Vec<(Interval, Incident)> = (0..stories.len())
        .filter(|at| group[*at] == *at)
        .map(|at| {
            let members: Vec<&Story> = stories
                .iter()
                .zip(&group)
                .filter(|(_, key)| **key == at)
                .map(|(story, _)| story)
                .collect();
            incident(told, &members)
        })
        .collect();
    found.sort_by(|(a, first), (b, second)| {
        let open = |interval: &Interval| interval.earliest.map_or(i64::MAX, |at| at.0);
        (open(a), &first.label, &first.tellers).cmp(&(open(b), &second.label, &second.tellers))
    });
    let mut incidents: Vec<Incident> = found.into_iter().map(|(_, incident)| incident).collect();
    name(&mut incidents);
    incidents
}

/// The stories that tell one event in the same words.
fn joined(told: &Told, stories: &[Story]) -> BTreeSet<(usize, usize)> {
    let by_account: BTreeMap<(u32, u32), usize> = stories
        .iter()
        .zip(0..)
        .map(|(story, at)| ((story.source, story.account), at))
        .collect();
    let story = |teller: Teller| {
        let account = told.statement(teller).account;
        by_account.get(&(teller.source, account)).copied()
    };
    let identities = told.identities.iter();
    identities
        .filter_map(|identity| Some((story(identity.first)?, story(identity.second)?)))
        .filter(|(a, b)| a != b)
        .collect()
}

fn incident(told: &Told, members: &[&Story]) -> (Interval, Incident) {
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
    let is_mine = |teller: &Teller| tellers.binary_search(teller).is_ok();
    let mine = told.identities.iter();
    identities.extend(mine.filter(|it| is_mine(&it.first) && is_mine(&it.second)));
    let zone = zone(members);
    let place = members.iter().find_map(|story| {
        story
            .places
            .first()
            .map(|place| place.span.of(&told.sources[story.source as usize].text))
    });
    let place = place.map(|place| place.trim_end_matches('.').to_owned());
    let incident = Incident {
        id: String::new(),
        label: label(told, members, place.as_deref()),
        place,
        date: core.earliest.map(|earliest| zone.civil(earliest).date()),
        zone,
        tellers,
        identities,
    };
    (core, incident)
}

/// The zone that most says: a named one before an offset.
fn zone(members: &[&Story]) -> Zone {
    let zones = || members.iter().map(|story| story.zone);
    zones()
        .find(|zone| matches!(zone, Zone::Named(_)))
        .or_else(|| zones().find(|zone| zone.is_absolute()))
        .unwrap_or(Zone::Floating)
}

/// The headline of a main story; of a background story its place or first words; else a file's name.
fn label(told: &Told, members: &[&Story], place: Option<&str>) -> String {
    let source = |story: &Story| &told.sources[story.source as usize];
    let headline = members
        .iter()
        .filter(|story| story.kind == Kind::Article && story.account == 0)
        .find_map(|story| source(story).title());
    let background = members.iter().all(|story| 0 < story.account);
    match (headline, place) {
        (Some(headline), _) => headline.to_owned(),
        (None, Some(place)) if background => place.to_owned(),
        (None, None) if background => members
            .iter()
            .find_map(|story| story.tellers.first())
            .map_or_else(String::new, |teller| beginning(told.words(*teller))),
        _ => members
            .first()
            .map_or_else(String::new, |story| source(story).stem().to_owned()),
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
    for incident in incidents {
        let words = incident.place.as_deref().unwrap_or(&incident.label);
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
