//! Stories by the emergency that they tell of.

use super::groups::Groups;
use super::story::Story;
use super::traffic::Part;
use super::{Teller, Told};
use crate::note::SourceId;
use std::collections::BTreeMap;

/// Stories in groups, one an emergency; no two stories that the traffic keeps apart are in one group.
#[derive(Debug)]
pub struct Emergencies {
    /// By number.
    pub stories: Groups,
    /// Of the first story of each group, the part of the traffic that it is.
    parts: Vec<Option<Part>>,
}

impl Emergencies {
    /// Puts together the stories of one part of the traffic, then those that tell one event in the same
    /// words, then those that are alike, the most alike first; `parts` are those of the statements.
    pub fn of(told: &Told, stories: &[Story], parts: &[Vec<Part>]) -> Self {
        let mut found = Emergencies {
            stories: Groups::new(stories.len()),
            parts: stories
                .iter()
                .map(|story| story.part.of_traffic())
                .collect(),
        };
        let mut first: BTreeMap<Part, usize> = BTreeMap::new();
        for (at, story) in stories.iter().enumerate() {
            if let Some(part) = story.part.of_traffic() {
                found.join(*first.entry(part).or_insert(at), at);
            }
        }
        for (a, b) in telling_one_event(told, stories, parts) {
            found.join(a, b);
        }
        let mut alike: Vec<(usize, usize, usize)> = Vec::new();
        for a in 0..stories.len() {
            for b in a + 1..stories.len() {
                if found.may_join(a, b)
                    && let Some(rank) = stories[a].meets(&stories[b])
                {
                    alike.push((rank, a, b));
                }
            }
        }
        alike.sort_unstable();
        for (_, a, b) in alike {
            found.join(a, b);
        }
        found
    }

    /// Whether two stories are in two groups that the traffic does not keep apart.
    fn may_join(&mut self, a: usize, b: usize) -> bool {
        let [a, b] = [a, b].map(|story| self.stories.first(story));
        let is_alone = |part| part == Some(Part::Unassigned);
        match (self.parts[a], self.parts[b]) {
            (Some(first), Some(second)) => a != b && first == second,
            (first, second) => a != b && !is_alone(first) && !is_alone(second),
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        if self.may_join(a, b) {
            let [a, b] = [a, b].map(|story| self.stories.first(story));
            self.stories.join(a, b);
            self.parts[a.min(b)] = self.parts[a].or(self.parts[b]);
        }
    }
}

/// Pairs of stories that tell one event in the same words.
fn telling_one_event(told: &Told, stories: &[Story], parts: &[Vec<Part>]) -> Vec<(usize, usize)> {
    let by_part: BTreeMap<(SourceId, Part), usize> = stories
        .iter()
        .zip(0..)
        .map(|(story, at)| ((story.source, story.part), at))
        .collect();
    let story = |teller: Teller| {
        let part = parts[teller.source as usize][teller.index as usize];
        by_part.get(&(teller.source, part)).copied()
    };
    let mut pairs: Vec<(usize, usize)> = told
        .identities
        .iter()
        .filter_map(|identity| Some((story(identity.first)?, story(identity.second)?)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
