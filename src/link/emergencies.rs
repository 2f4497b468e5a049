//! Stories by the emergency that they tell of.

use super::groups::Groups;
use super::pin::{Pin, Rival};
use super::story::Story;
use super::traffic::Part;
use super::{Teller, Told};
use crate::note::SourceId;
use std::collections::BTreeMap;

/// Stories in groups, one an emergency; no two that the user or the traffic keeps apart are in one group.
#[derive(Debug)]
pub struct Emergencies {
    groups: Groups,
    /// What is known of each group, by its first story.
    known: Vec<Known>,
    /// What two pins want.
    pub rivals: Vec<Rival>,
}

/// What keeps a group apart from others.
#[derive(Clone, Debug, Default)]
struct Known {
    /// The part of the traffic that it is.
    part: Option<Part>,
    /// The pin that it has.
    pin: Option<usize>,
    /// The pins that took lines of one of its sources.
    left_by: Vec<usize>,
}

impl Emergencies {
    /// Puts together what the user pins, the stories of one part of the traffic, then those that tell one
    /// event in the same words, then those that are alike, the most alike first; `parts` are those of the
    /// statements.
    pub fn of(told: &Told, stories: &[Story], parts: &[Vec<Part>], pins: &[Pin]) -> Self {
        let mut pinned: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
        for story in stories {
            if let Part::Pinned(pin) = story.part {
                pinned.entry(story.source).or_default().push(pin as usize);
            }
        }
        let mut found = Emergencies {
            groups: Groups::new(stories.len()),
            known: stories
                .iter()
                .map(|story| Known::of(story, &pinned))
                .collect(),
            rivals: Vec::new(),
        };
        let mut first: BTreeMap<Part, usize> = BTreeMap::new();
        for (at, story) in stories.iter().enumerate() {
            if !matches!(story.part, Part::Account(_)) {
                found.join(*first.entry(story.part).or_insert(at), at);
            }
        }
        let by_part: BTreeMap<(SourceId, Part), usize> = stories
            .iter()
            .zip(0..)
            .map(|(story, at)| ((story.source, story.part), at))
            .collect();
        let story = |teller: Teller| {
            let part = parts[teller.source as usize][teller.index as usize];
            by_part.get(&(teller.source, part)).copied()
        };
        found.pin(told, pins, story);
        let mut same: Vec<(usize, usize)> = told
            .identities
            .iter()
            .filter_map(|identity| Some((story(identity.first)?, story(identity.second)?)))
            .collect();
        same.sort_unstable();
        same.dedup();
        for (a, b) in same {
            found.join(a, b);
        }
        for (a, b) in found.alike(stories) {
            found.join(a, b);
        }
        found
    }

    /// For each story the first of its group.
    pub fn firsts(&self) -> Vec<usize> {
        self.groups.clone().firsts()
    }

    /// The pin of the group of a story.
    pub fn pin_of(&self, first: usize) -> Option<usize> {
        self.known[first].pin
    }

    /// Joins the stories that each pin names.
    fn pin(&mut self, told: &Told, pins: &[Pin], story: impl Fn(Teller) -> Option<usize>) {
        for (at, pin) in pins.iter().enumerate() {
            let mut home: Option<usize> = None;
            for (number, member) in pin.members.iter().enumerate() {
                let mut rival = None;
                for story in member.tellers(told).filter_map(&story) {
                    let first = self.groups.first(story);
                    match self.known[first].pin {
                        Some(holder) if holder != at => rival = Some(holder),
                        _ => {
                            let home = *home.get_or_insert(first);
                            self.known[first].pin = Some(at);
                            self.unite(home, first);
                        }
                    }
                }
                self.rivals.extend(rival.map(|holder| Rival {
                    pin: at,
                    member: number,
                    holder,
                }));
            }
        }
    }

    /// Pairs of stories of two groups that are alike, the most alike first.
    fn alike(&self, stories: &[Story]) -> Vec<(usize, usize)> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (first, story) in self.firsts().into_iter().zip(0..) {
            members.entry(first).or_default().push(story);
        }
        let members: Vec<(usize, Vec<usize>)> = members.into_iter().collect();
        let mut alike: Vec<(usize, usize, usize)> = Vec::new();
        for (at, (first, mine)) in members.iter().enumerate() {
            for (other, theirs) in &members[at + 1..] {
                if !self.known[*first].may_join(&self.known[*other]) {
                    continue;
                }
                for &a in mine {
                    let meeting = theirs.iter().filter_map(|&b| {
                        let rank = stories[a].meets(&stories[b])?;
                        Some((rank, a.min(b), a.max(b)))
                    });
                    alike.extend(meeting);
                }
            }
        }
        alike.sort_unstable();
        alike.into_iter().map(|(_, a, b)| (a, b)).collect()
    }

    /// Whether two stories are in two groups that nothing keeps apart.
    fn may_join(&mut self, a: usize, b: usize) -> bool {
        let [a, b] = [a, b].map(|story| self.groups.first(story));
        a != b && self.known[a].may_join(&self.known[b])
    }

    fn join(&mut self, a: usize, b: usize) {
        if self.may_join(a, b) {
            self.unite(a, b);
        }
    }

    fn unite(&mut self, a: usize, b: usize) {
        let [a, b] = [a, b].map(|story| self.groups.first(story));
        if a != b {
            self.groups.join(a, b);
            let other = std::mem::take(&mut self.known[a.max(b)]);
            self.known[a.min(b)].add(other);
        }
    }
}

impl Known {
    /// `pinned` are the pins that took lines, by source.
    fn of(story: &Story, pinned: &BTreeMap<SourceId, Vec<usize>>) -> Self {
        let (part, pin) = match story.part {
            Part::Account(_) | Part::Recorder(_) => (None, None),
            Part::Pinned(pin) => (None, Some(pin as usize)),
            part => (Some(part), None),
        };
        let pins = pinned.get(&story.source).into_iter().flatten().copied();
        Known {
            part,
            pin,
            left_by: pins.filter(|other| Some(*other) != pin).collect(),
        }
    }

    /// Whether nothing keeps two groups apart; what belongs to no emergency joins none.
    fn may_join(&self, other: &Known) -> bool {
        let left =
            |one: &Known, other: &Known| one.pin.is_some_and(|pin| other.left_by.contains(&pin));
        if left(self, other) || left(other, self) {
            return false;
        }
        let one_pin = self.pin.is_none() || other.pin.is_none() || self.pin == other.pin;
        let is_alone = |known: &Known| known.part == Some(Part::Unassigned);
        let one_part = match (self.part, other.part) {
            (Some(first), Some(second)) => first == second,
            _ => !is_alone(self) && !is_alone(other),
        };
        one_pin && one_part
    }

    fn add(&mut self, other: Known) {
        self.part = self.part.or(other.part);
        self.pin = self.pin.or(other.pin);
        self.left_by.extend(other.left_by);
    }
}
