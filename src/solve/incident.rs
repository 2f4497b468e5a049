//! The statements of an incident as a network, and what its solution says of them.
//!
//! A statement with one exact stamp on a trusted clock that nothing ties to another needs no network.

use super::{Constraint, Limits, Network, Node, Solution, Strength, solve};
use crate::link::groups::Groups;
use crate::link::response::Response;
use crate::link::{Identity, Incident, Teller, Told};
use crate::resolve::{Clock, Tie};
use crate::time::{Instant, Interval};
use std::collections::BTreeMap;

mod apart;
pub mod explain;
mod fill;

pub use apart::{Apart, LeftOut, Link, apart};

/// An incident solved.
#[derive(Clone, Debug, Default)]
pub struct Solved {
    /// The solved interval of each statement, in the order of the incident's tellers.
    pub windows: Vec<Interval>,
    /// For each statement the first that tells the same event, as an index of the same kind.
    pub event: Vec<usize>,
    /// The same for those that tell it of the same moment: a retelling comes later.
    pub moment: Vec<usize>,
    /// Pairs of such indices: the first is not after the second.
    pub order: Vec<(usize, usize)>,
    /// What cannot all hold.
    pub conflicts: Vec<Conflict>,
    /// Statements that hold only with their hedges at their widest.
    pub widened: Vec<Teller>,
}

/// Statements that cannot all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The statements, by source and place.
    pub tellers: Vec<Teller>,
    /// By how much they miss at least, in milliseconds.
    pub off_by: i64,
}

/// Where a constraint comes from.
#[derive(Clone, Copy, Debug)]
enum Reason {
    Own(Teller),
    Tie(Teller, Teller, Tie, bool),
    Same(Identity),
    Response(Response),
    Published(Teller),
    Day(Teller),
    Clock(Teller),
}

/// Solves one incident.
pub fn incident(told: &Told, incident: &Incident) -> Solved {
    let mut draft = Draft::new(told);
    draft.fill(incident);
    draft.solved(incident)
}

struct Draft<'a> {
    told: &'a Told<'a>,
    network: Network,
    reasons: Vec<Reason>,
    nodes: BTreeMap<Teller, Node>,
    /// By source and the first statement of a stretch of its clock.
    offsets: BTreeMap<(u32, u32), Node>,
}

impl<'a> Draft<'a> {
    fn new(told: &'a Told<'a>) -> Self {
        Draft {
            told,
            network: Network::new(),
            reasons: Vec::new(),
            nodes: BTreeMap::new(),
            offsets: BTreeMap::new(),
        }
    }

    fn node(&mut self, teller: Teller) -> Node {
        *self
            .nodes
            .entry(teller)
            .or_insert_with(|| self.network.node())
    }

    fn place(&self, teller: Teller) -> u64 {
        u64::from(teller.source) << 32 | u64::from(self.told.statement(teller).span.start)
    }

    fn add(&mut self, constraint: Constraint, reason: Reason) {
        self.network.add(constraint);
        self.reasons.push(reason);
    }

    /// The node of the clock that stamped a statement.
    fn offset(&mut self, teller: Teller) -> Node {
        let key = self.stretch(teller);
        if let Some(node) = self.offsets.get(&key) {
            return *node;
        }
        let node = self.network.node();
        self.offsets.insert(key, node);
        let clock = self.told.clock(teller);
        let limits = Limits::between(clock.least, clock.most);
        let constraint = Constraint {
            from: None,
            to: node,
            usual: limits,
            outer: limits,
            strength: Strength::Stamp,
            place: u64::from(teller.source) << 32 | u64::from(key.1),
        };
        self.add(constraint, Reason::Clock(teller));
        node
    }

    /// The source, and the first statement that the clock of a statement holds for.
    fn stretch(&self, teller: Teller) -> (u32, u32) {
        let clock = &self.told.clocks[teller.source as usize];
        (teller.source, clock.stretch(teller.index).from)
    }

    /// When a statement can be that nothing ties to another: its stamp by its clock.
    fn untied(&self, teller: Teller, solution: &Solution) -> Interval {
        let mut clock = self.told.clock(teller);
        if let Some(node) = self.offsets.get(&self.stretch(teller)) {
            let window = solution.windows[node.0 as usize];
            clock = Clock {
                least: window.earliest.unwrap_or(clock.least),
                most: window.latest.unwrap_or(clock.most),
            };
        }
        clock.corrected(self.told.statement(teller).own)
    }

    fn solved(self, incident: &Incident) -> Solved {
        let solution = solve(&self.network);
        let index = |teller: Teller| incident.tellers.binary_search(&teller).ok();
        let windows = incident
            .tellers
            .iter()
            .map(|teller| {
                if let Some(node) = self.nodes.get(teller) {
                    let window = solution.windows[node.0 as usize];
                    Interval {
                        earliest: window.earliest.map(Instant),
                        latest: window
                            .latest
                            .map(|latest| Instant(latest.saturating_add(1))),
                    }
                } else {
                    self.untied(*teller, &solution)
                }
            })
            .collect();
        let mut aside = vec![false; self.reasons.len()];
        for conflict in &solution.conflicts {
            aside[conflict.set_aside] = true;
        }
        let mut event = Groups::new(incident.tellers.len());
        let mut moment = event.clone();
        let mut order = Vec::new();
        for (at, reason) in self.reasons.iter().enumerate() {
            if aside[at] {
                continue;
            }
            match *reason {
                Reason::Same(identity) => {
                    if let (Some(a), Some(b)) = (index(identity.first), index(identity.second)) {
                        event.join(a, b);
                        if identity.likeness.apart() == (0, 0) {
                            moment.join(a, b);
                        }
                    }
                }
                Reason::Tie(from, to, _, onward) => {
                    if let (Some(from), Some(to)) = (index(from), index(to)) {
                        order.push(if onward { (from, to) } else { (to, from) });
                    }
                }
                Reason::Response(response) => {
                    order.extend(index(response.call).zip(index(response.sent)));
                }
                _ => {}
            }
        }
        let conflicts = solution
            .conflicts
            .iter()
            .filter(|conflict| {
                !matches!(
                    self.reasons[conflict.set_aside],
                    Reason::Tie(_, _, Tie::TextOrder, _)
                )
            })
            .map(|conflict| Conflict {
                tellers: self.tellers_of(&conflict.constraints),
                off_by: conflict.off_by,
            })
            .collect();
        let hedged: Vec<usize> = solution
            .widened
            .iter()
            .copied()
            .filter(|at| !matches!(self.reasons[*at], Reason::Day(_)))
            .collect();
        Solved {
            windows,
            event: event.firsts(),
            moment: moment.firsts(),
            order,
            conflicts,
            widened: self.tellers_of(&hedged),
        }
    }

    fn tellers_of(&self, constraints: &[usize]) -> Vec<Teller> {
        let tellers = constraints
            .iter()
            .flat_map(|at| self.because(*at).tellers());
        let mut tellers: Vec<Teller> = tellers.collect();
        tellers.sort_unstable();
        tellers.dedup();
        tellers
    }
}

/// Whether a teller's time was read off its source's clock.
fn is_stamped(told: &Told, teller: Teller) -> bool {
    told.sources[teller.source as usize].kind() == crate::read::Kind::Transcript
}
