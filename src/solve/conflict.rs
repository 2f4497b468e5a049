//! What to do when not all can hold: widen the hedges, else set the weakest aside.

use std::collections::BTreeMap;

use super::network::{Limits, Network, Part};
use super::tighten::{Hop, Potentials, Reach, Side, reach};

/// Constraints that cannot all hold, not even with their outer limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Indices, ascending. All together are inconsistent with their outer limits; without any one
    /// of them the others are consistent.
    pub constraints: Vec<usize>,
    /// The weakest of them, which the rest is solved without.
    pub set_aside: usize,
    /// By how much they miss with their outer limits, in milliseconds; more than 0.
    pub off_by: i64,
}

/// A part in which all that was not set aside holds.
pub(super) struct Settled {
    pub earliest: Vec<Option<Reach>>,
    pub latest: Vec<Option<Reach>>,
    pub conflicts: Vec<Conflict>,
    /// Indices into the network's constraints.
    pub widened: Vec<usize>,
}

/// Solves a part again and again, each time without the clashes found, until none is left.
///
/// It ends: a clash either widens a constraint or sets one aside, and only setting aside, which
/// happens once per constraint, undoes a widening.
pub(super) fn settle(network: &Network, part: &Part) -> Settled {
    let mut court = Court::new(network, part);
    let mut potentials = Potentials::new(part.nodes.len());
    loop {
        while let Err(cycle) = potentials.relax(part, &court.limits) {
            court.judge(&cycle, &mut potentials);
        }
        let latest = reach(part, &court.limits, &potentials, Side::Latest);
        let earliest = reach(part, &court.limits, &potentials, Side::Earliest);
        let cycles = cycles_through_origin(&earliest, &latest);
        if cycles.is_empty() {
            let widened = court.widened();
            return Settled {
                earliest,
                latest,
                conflicts: court.conflicts,
                widened,
            };
        }
        for cycle in cycles {
            court.judge(&cycle, &mut potentials);
        }
    }
}

/// The state of each constraint of a part while clashes are being settled.
struct Court<'a> {
    part: &'a Part,
    /// The usual limits, or the outer ones where the usual ones hold nothing.
    narrow: Vec<Limits>,
    outer: Vec<Limits>,
    /// The limits in force; open when set aside.
    limits: Vec<Limits>,
    set_aside: Vec<bool>,
    /// The usual limits of these hold nothing, whatever else is said.
    empty: Vec<usize>,
    /// For each clash that outer limits closed, all its constraints, ascending.
    widenings: Vec<Vec<usize>>,
    /// In how many of `widenings` each constraint is.
    uses: Vec<usize>,
    conflicts: Vec<Conflict>,
}

impl<'a> Court<'a> {
    fn new(network: &Network, part: &'a Part) -> Self {
        let constraints = || part.members.iter().map(|&c| &network.constraints()[c]);
        let narrow: Vec<_> = constraints().map(|c| c.usual).collect();
        let mut court = Self {
            part,
            limits: narrow.clone(),
            narrow,
            outer: constraints().map(|c| c.outer).collect(),
            set_aside: vec![false; part.members.len()],
            empty: Vec::new(),
            widenings: Vec::new(),
            uses: vec![0; part.members.len()],
            conflicts: Vec::new(),
        };
        // From here on each constraint alone can hold, which `judge` relies on.
        for (constraint, &(from, to)) in part.ends.iter().enumerate() {
            let loops = from == Some(to);
            if 0 < miss_alone(court.narrow[constraint], loops) {
                let miss = miss_alone(court.outer[constraint], loops);
                if 0 < miss {
                    court.set_aside(&[constraint], constraint, miss);
                } else {
                    court.narrow[constraint] = court.outer[constraint];
                    court.limits[constraint] = court.outer[constraint];
                    court.empty.push(constraint);
                }
            }
        }
        court
    }

    /// Settles a negative cycle that visits no node twice, the origin included.
    ///
    /// Its constraints are a minimal set: without one of them the rest is a path, and constraints
    /// that can each hold alone can all hold along a path. For the same reason they are
    /// inconsistent with their outer limits exactly if the cycle is negative with those; the
    /// cycle in the other direction is longer than this one is short.
    fn judge(&mut self, cycle: &[Hop], potentials: &mut Potentials) {
        let length = cycle.iter().map(|hop| hop.length(&self.outer));
        let length = length.sum::<Option<i128>>().filter(|&length| length < 0);
        let mut members: Vec<usize> = cycle.iter().map(|hop| hop.constraint).collect();
        members.sort_unstable();
        let Some(length) = length else {
            for &constraint in &members {
                self.uses[constraint] += 1;
                self.limits[constraint] = self.outer[constraint];
            }
            self.widenings.push(members);
            return;
        };
        if let Some(&weakest) = members.last() {
            self.set_aside(&members, weakest, -length);
            self.narrow_again(weakest, potentials);
        }
    }

    fn set_aside(&mut self, members: &[usize], weakest: usize, miss: i128) {
        let mut constraints: Vec<_> = members.iter().map(|&c| self.part.members[c]).collect();
        constraints.sort_unstable();
        self.conflicts.push(Conflict {
            constraints,
            set_aside: self.part.members[weakest],
            off_by: i64::try_from(miss).unwrap_or(i64::MAX),
        });
        self.set_aside[weakest] = true;
        self.limits[weakest] = Limits::OPEN;
    }

    /// Takes back the widenings for clashes that are none without this constraint. All others
    /// stay: their cycles are negative with the usual limits, whatever becomes of the rest.
    fn narrow_again(&mut self, set_aside: usize, potentials: &mut Potentials) {
        let widenings = std::mem::take(&mut self.widenings).into_iter();
        let (gone, kept): (Vec<_>, Vec<_>) =
            widenings.partition(|widening| widening.binary_search(&set_aside).is_ok());
        self.widenings = kept;
        for constraint in gone.into_iter().flatten() {
            self.uses[constraint] -= 1;
            if self.uses[constraint] == 0 && !self.set_aside[constraint] {
                self.limits[constraint] = self.narrow[constraint];
                let (from, to) = self.part.ends[constraint];
                potentials.disturb(to);
                if let Some(from) = from {
                    potentials.disturb(from);
                }
            }
        }
    }

    fn widened(&self) -> Vec<usize> {
        let used =
            (0..self.uses.len()).filter(|&c| 0 < self.uses[c] && self.outer[c] != self.narrow[c]);
        used.chain(self.empty.iter().copied())
            .filter(|&c| !self.set_aside[c])
            .map(|c| self.part.members[c])
            .collect()
    }
}

/// By how much a constraint misses on its own; 0 or less if it can hold.
fn miss_alone(limits: Limits, loops: bool) -> i128 {
    let least = limits.at_least.map(i128::from);
    let most = limits.at_most.map(i128::from);
    let miss = if loops {
        least.max(most.map(|most| -most))
    } else {
        least.zip(most).map(|(least, most)| least - most)
    };
    miss.unwrap_or(0)
}

/// Cycles of the nodes that would have to be later than they can be, the worst first. They share
/// no node, so that settling one leaves the others as they are.
fn cycles_through_origin(earliest: &[Option<Reach>], latest: &[Option<Reach>]) -> Vec<Vec<Hop>> {
    let mut clashes: Vec<(i128, usize)> = earliest
        .iter()
        .zip(latest)
        .enumerate()
        .filter_map(|(node, (earliest, latest))| {
            let slack = (*earliest)?.distance + (*latest)?.distance;
            (slack < 0).then_some((slack, node))
        })
        .collect();
    clashes.sort_unstable();
    let mut spent = vec![false; latest.len()];
    let mut cycles = Vec::new();
    for (_, node) in clashes {
        let from_origin = path(latest, node, &spent);
        let to_origin = path(earliest, node, &spent);
        // Also those of a path that ran into a spent node: its clash is for the next round, and no
        // node is walked over twice in one.
        let whole = from_origin.whole && to_origin.whole;
        for (node, _) in from_origin.hops.iter().chain(&to_origin.hops) {
            spent[*node] = true;
        }
        if whole {
            cycles.push(close(&from_origin.hops, &to_origin.hops));
        }
    }
    cycles
}

/// A shortest path, read from the node to the origin; each edge with its end nearer the node.
struct Path {
    hops: Vec<(usize, Hop)>,
    /// It does not meet a spent node.
    whole: bool,
}

fn path(reach: &[Option<Reach>], node: usize, spent: &[bool]) -> Path {
    let mut hops = Vec::new();
    let mut at = Some(node);
    while let Some(node) = at {
        let Some(reach) = reach[node].filter(|_| !spent[node]) else {
            return Path { hops, whole: false };
        };
        hops.push((node, reach.hop));
        at = reach.before;
    }
    Path { hops, whole: true }
}

/// The two paths as one cycle that visits no node twice. What is cut away between two visits of
/// one node is a cycle without the origin, which is not negative, so what is left still is.
fn close(from_origin: &[(usize, Hop)], to_origin: &[(usize, Hop)]) -> Vec<Hop> {
    let places: BTreeMap<usize, usize> = from_origin
        .iter()
        .enumerate()
        .map(|(place, &(node, _))| (node, place))
        .collect();
    let meeting = to_origin
        .iter()
        .enumerate()
        .rev()
        .find_map(|(back, (node, _))| Some((*places.get(node)?, back)));
    let (forth, back) = meeting.unwrap_or((0, 0));
    from_origin[forth..]
        .iter()
        .chain(&to_origin[back..])
        .map(|&(_, hop)| hop)
        .collect()
}
