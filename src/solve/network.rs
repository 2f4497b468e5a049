//! Nodes and the constraints between them, cut into connected parts.
//!
//! `9:02 at the desk` bounds a node, `two minutes later` joins two.

use crate::resolve::width::Reach;
use crate::time::Interval;
use std::cmp::Reverse;

/// A point of time to be found: an event's instant, or the offset of a source's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(pub u32);

/// How far apart two nodes may be, in milliseconds; both ends are inclusive, `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Limits {
    /// The least distance, inclusive, in milliseconds.
    pub at_least: Option<i64>,
    /// The greatest distance, inclusive, in milliseconds.
    pub at_most: Option<i64>,
}

impl Limits {
    /// Limits that say nothing.
    pub const OPEN: Self = Self {
        at_least: None,
        at_most: None,
    };

    /// From `at_least` to `at_most` milliseconds, both inclusive.
    pub fn between(at_least: i64, at_most: i64) -> Self {
        Self {
            at_least: Some(at_least),
            at_most: Some(at_most),
        }
    }

    /// The same distance counted the other way round.
    #[must_use]
    pub fn negated(self) -> Self {
        let negated = |limit: Option<i64>| limit.map(i64::saturating_neg);
        Self {
            at_least: negated(self.at_most),
            at_most: negated(self.at_least),
        }
    }

    /// Distances from `start`, which both ends are counted from with it.
    #[must_use]
    pub fn counted_from(self, start: i64) -> Self {
        let counted = |limit: Option<i64>| limit.map(|limit| limit.saturating_sub(start));
        Self {
            at_least: counted(self.at_least),
            at_most: counted(self.at_most),
        }
    }

    /// The narrowest limits that contain both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            at_least: self.at_least.zip(other.at_least).map(|(a, b)| a.min(b)),
            at_most: self.at_most.zip(other.at_most).map(|(a, b)| a.max(b)),
        }
    }
}

/// Half-open to closed: to the last millisecond that is possible.
impl From<Interval> for Limits {
    fn from(interval: Interval) -> Self {
        Self {
            at_least: interval.earliest.map(|earliest| earliest.0),
            at_most: interval.latest.map(|latest| latest.0.saturating_sub(1)),
        }
    }
}

impl From<Reach> for Limits {
    fn from(reach: Reach) -> Self {
        Self {
            at_least: reach.least,
            at_most: reach.most,
        }
    }
}

/// How much a constraint is worth when not all can hold, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// One sentence stands after the other.
    TextOrder,
    /// The same unit does the same thing in two sources.
    RoleIdentity,
    /// "Then", "after".
    OrderWord,
    /// "About two minutes later".
    Hedge,
    /// Two sources quote nearly the same words.
    QuoteIdentity,
    /// "At 1:12 p.m."
    ClockTime,
    /// `13:12:07` at the head of a line of a log.
    Stamp,
}

/// `at_least <= t(to) - t(from) <= at_most`, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Constraint {
    /// Where the distance is counted from; `None` is the origin of time.
    pub from: Option<Node>,
    /// Where the distance is counted to.
    pub to: Node,
    /// The limits that the words usually mean.
    pub usual: Limits,
    /// The limits that the words can mean at the very most; they contain `usual`.
    pub outer: Limits,
    /// What it is worth against others.
    pub strength: Strength,
    /// The rank of its place over all sources; of equal strength the later one is set aside first.
    pub place: u64,
}

/// A Simple Temporal Network (Dechter, Meiri & Pearl, "Temporal constraint networks", 1991).
///
/// ```
/// use squelch::solve::{Constraint, Limits, Network, Strength};
///
/// let mut network = Network::new();
/// let call = network.node();
/// let noon = Limits::between(43_200_000, 43_259_999);
/// let index = network.add(Constraint {
///     from: None,
///     to: call,
///     usual: noon,
///     outer: noon,
///     strength: Strength::ClockTime,
///     place: 0,
/// });
/// assert_eq!(network.constraints()[index].to, call);
/// assert_eq!(network.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Network {
    nodes: u32,
    constraints: Vec<Constraint>,
}

impl Network {
    /// A network without nodes.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new node, numbered from 0.
    pub fn node(&mut self) -> Node {
        let node = Node(self.nodes);
        self.nodes += 1;
        node
    }

    /// Adds a constraint and returns its index. Outer limits that do not contain the usual ones
    /// are stretched until they do.
    ///
    /// # Panics
    ///
    /// If one of its nodes is not of this network.
    pub fn add(&mut self, constraint: Constraint) -> usize {
        let last = constraint.from.max(Some(constraint.to));
        assert!(last < Some(Node(self.nodes)), "a node of another network");
        self.constraints.push(Constraint {
            outer: constraint.outer.hull(constraint.usual),
            ..constraint
        });
        self.constraints.len() - 1
    }

    /// The same nodes with some of the constraints, told by their indices, in their order.
    #[must_use]
    pub fn keeping(&self, is_kept: impl Fn(usize) -> bool) -> Self {
        let kept = (0..self.constraints.len()).filter(|index| is_kept(*index));
        Self {
            nodes: self.nodes,
            constraints: kept.map(|index| self.constraints[index]).collect(),
        }
    }

    /// All constraints, in the order in which they were added.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.nodes as usize
    }

    /// Whether it has no nodes.
    pub fn is_empty(&self) -> bool {
        self.nodes == 0
    }

    /// Indices of all constraints, the strongest first; the index decides between twins alone, so
    /// whatever goes by this order does not depend on the order of adding.
    pub(super) fn strongest_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.constraints.len()).collect();
        order.sort_by_key(|&index| {
            let c = &self.constraints[index];
            (
                (Reverse(c.strength), c.place),
                (c.from, c.to, c.usual, c.outer, index),
            )
        });
        order
    }
}

/// One end of a constraint between two nodes, seen from the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub constraint: usize,
    pub other: usize,
    /// The arc lies at the `from` end of its constraint.
    pub at_from: bool,
}

/// A connected part; inside it, nodes and constraints are numbered from 0.
#[derive(Debug)]
pub(super) struct Part {
    /// The network's nodes, ascending.
    pub nodes: Vec<Node>,
    /// Indices into the network's constraints, the strongest first.
    pub members: Vec<usize>,
    /// The ends of each member.
    pub ends: Vec<(Option<usize>, usize)>,
    arcs: Vec<Arc>,
    /// The arcs of node `n` are `arcs[starts[n]..starts[n + 1]]`.
    starts: Vec<usize>,
}

impl Part {
    fn new(nodes: Vec<Node>, members: Vec<usize>, ends: Vec<(Option<usize>, usize)>) -> Self {
        let mut starts = vec![0; nodes.len() + 1];
        let joins = || {
            ends.iter()
                .enumerate()
                .filter_map(|(constraint, &(from, to))| Some((constraint, from?, to)))
                .filter(|&(_, from, to)| from != to)
        };
        for (_, from, to) in joins() {
            starts[from + 1] += 1;
            starts[to + 1] += 1;
        }
        for node in 0..nodes.len() {
            starts[node + 1] += starts[node];
        }
        let blank = Arc {
            constraint: 0,
            other: 0,
            at_from: false,
        };
        let mut arcs = vec![blank; starts[nodes.len()]];
        let mut free = starts.clone();
        for (constraint, from, to) in joins() {
            for (node, other, at_from) in [(from, to, true), (to, from, false)] {
                arcs[free[node]] = Arc {
                    constraint,
                    other,
                    at_from,
                };
                free[node] += 1;
            }
        }
        Self {
            nodes,
            members,
            ends,
            arcs,
            starts,
        }
    }

    /// The constraints that join a node with another one, the strongest first.
    pub fn arcs(&self, node: usize) -> &[Arc] {
        &self.arcs[self.starts[node]..self.starts[node + 1]]
    }
}

/// The connected parts, by their first node. The origin joins nothing, and a node that no
/// constraint joins with another one is a part only if it is `wanted`.
pub(super) fn parts(network: &Network, order: &[usize], mut wanted: Vec<bool>) -> Vec<Part> {
    let mut sets = Sets((0..network.len()).collect());
    for constraint in network.constraints() {
        if let Some(from) = constraint.from {
            let (from, to) = (from.0 as usize, constraint.to.0 as usize);
            wanted[from] = true;
            wanted[to] = true;
            sets.join(from, to);
        }
    }
    let mut part_of_root = vec![None; network.len()];
    let mut place = vec![(0, 0); network.len()];
    let mut contents: Vec<(Vec<Node>, Vec<usize>, Vec<_>)> = Vec::new();
    for (index, node) in (0..network.nodes).map(Node).enumerate() {
        if wanted[index] {
            let part = *part_of_root[sets.root(index)].get_or_insert(contents.len());
            if part == contents.len() {
                contents.push((Vec::new(), Vec::new(), Vec::new()));
            }
            place[index] = (part, contents[part].0.len());
            contents[part].0.push(node);
        }
    }
    for &index in order {
        let constraint = &network.constraints[index];
        let to = constraint.to.0 as usize;
        if wanted[to] {
            let (part, to) = place[to];
            contents[part].1.push(index);
            let from = constraint.from.map(|from| place[from.0 as usize].1);
            contents[part].2.push((from, to));
        }
    }
    contents
        .into_iter()
        .map(|(nodes, members, ends)| Part::new(nodes, members, ends))
        .collect()
}

/// Disjoint sets of nodes; the smallest of a set is its root, and paths are halved on the way
/// (Tarjan & van Leeuwen, "Worst-case analysis of set union algorithms", 1984).
struct Sets(Vec<usize>);

impl Sets {
    fn root(&mut self, mut node: usize) -> usize {
        while self.0[node] != node {
            self.0[node] = self.0[self.0[node]];
            node = self.0[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
