//! Constraints between instants become the tightest windows, or conflicts with their proof.
//!
//! `at 1:12 p.m. a shot was heard. Two minutes later police arrived.`
//!
//! A Simple Temporal Network (Dechter, Meiri & Pearl, "Temporal constraint networks", 1991): the
//! shortest paths to and from the origin of time are the windows, the paths are their proofs, and a
//! negative cycle is a set of constraints that cannot all hold.

mod between;
mod conflict;
pub mod incident;
mod network;
mod tighten;

pub use between::{Between, between};
pub use conflict::Conflict;
pub use network::{Constraint, Limits, Network, Node, Strength};
pub use tighten::Side;

use tighten::Reach;

/// When a node can be, in milliseconds; both ends are inclusive, `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The earliest instant, inclusive, in milliseconds.
    pub earliest: Option<i64>,
    /// The latest instant, inclusive, in milliseconds.
    pub latest: Option<i64>,
}

/// The last step of a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    constraint: usize,
    /// `None` is the origin.
    before: Option<Node>,
}

/// What the constraints of a network say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The window of each node, by its number.
    pub windows: Vec<Window>,
    /// What could not all hold: the connected parts by their first node, each in the order of
    /// settling.
    pub conflicts: Vec<Conflict>,
    /// Indices, ascending, of the constraints that hold with their outer limits only, because the
    /// usual ones clashed.
    pub widened: Vec<usize>,
    earliest: Vec<Option<Step>>,
    latest: Vec<Option<Step>>,
}

impl Solution {
    /// The constraints that give one end of a node's window, as a chain of indices from the origin
    /// to the node; empty if that end is open. Of equally tight chains it is one with the fewest
    /// constraints.
    ///
    /// ```
    /// use squelch::solve::{Constraint, Limits, Network, Side, Strength, solve};
    ///
    /// let mut network = Network::new();
    /// let (shot, police) = (network.node(), network.node());
    /// let mut say = |from, to, limits, strength| {
    ///     let (usual, outer) = (limits, limits);
    ///     network.add(Constraint { from, to, usual, outer, strength, place: 0 })
    /// };
    /// let at = say(None, shot, Limits::between(0, 59_999), Strength::ClockTime);
    /// let later = say(Some(shot), police, Limits::between(60_000, 180_000), Strength::Hedge);
    ///
    /// let solution = solve(&network);
    /// assert_eq!(solution.proof(police, Side::Earliest), [at, later]);
    /// ```
    pub fn proof(&self, node: Node, side: Side) -> Vec<usize> {
        let steps = match side {
            Side::Earliest => &self.earliest,
            Side::Latest => &self.latest,
        };
        let mut chain = Vec::new();
        let mut at = Some(node);
        while let Some(step) = at.and_then(|node| *steps.get(node.0 as usize)?) {
            chain.push(step.constraint);
            at = step.before;
        }
        chain.reverse();
        chain
    }
}

/// Finds the tightest window of each node.
///
/// Where not all can hold, the constraints of a clash get their outer limits; if these clash too,
/// the weakest is set aside, reported and the rest solved again, so windows always come of a
/// consistent rest. Of several clashes through the origin the worst is settled first. Instants are
/// exact on the way; a window's end outside of `i64` is given as the nearest `i64`.
///
/// The order in which constraints were added decides between twins alone. A node that no
/// constraint joins with another one costs no more than its bounds.
///
/// ```
/// use squelch::solve::{Constraint, Limits, Network, Strength, Window, solve};
///
/// let mut network = Network::new();
/// let (shot, police) = (network.node(), network.node());
/// let mut say = |from, to, limits, strength| {
///     let (usual, outer) = (limits, limits);
///     network.add(Constraint { from, to, usual, outer, strength, place: 0 })
/// };
/// say(None, shot, Limits::between(0, 59_999), Strength::ClockTime);
/// say(Some(shot), police, Limits::between(60_000, 180_000), Strength::Hedge);
///
/// let window = Window { earliest: Some(60_000), latest: Some(239_999) };
/// assert_eq!(solve(&network).windows[1], window);
/// ```
pub fn solve(network: &Network) -> Solution {
    let order = network.strongest_first();
    let mut solution = clamp(network, &order);
    let clashing = solution
        .windows
        .iter()
        .map(|window| {
            let ends = window.earliest.zip(window.latest);
            ends.is_some_and(|(earliest, latest)| latest < earliest)
        })
        .collect();
    for part in network::parts(network, &order, clashing) {
        let settled = conflict::settle(network, &part);
        let step = |reach: Reach| Step {
            constraint: part.members[reach.hop.constraint],
            before: reach.before.map(|before| part.nodes[before]),
        };
        let ends = settled.earliest.into_iter().zip(settled.latest);
        for (node, (earliest, latest)) in part.nodes.iter().zip(ends) {
            let node = node.0 as usize;
            solution.windows[node] = Window {
                earliest: earliest.map(|reach| nearest(-reach.distance)),
                latest: latest.map(|reach| nearest(reach.distance)),
            };
            solution.earliest[node] = earliest.map(step);
            solution.latest[node] = latest.map(step);
        }
        solution.conflicts.extend(settled.conflicts);
        solution.widened.extend(settled.widened);
    }
    solution.widened.sort_unstable();
    solution
}

/// What the bounds alone say, which is all there is to nodes without edges.
fn clamp(network: &Network, order: &[usize]) -> Solution {
    let mut solution = Solution {
        windows: vec![Window::default(); network.len()],
        conflicts: Vec::new(),
        widened: Vec::new(),
        earliest: vec![None; network.len()],
        latest: vec![None; network.len()],
    };
    for &index in order {
        let constraint = &network.constraints()[index];
        if constraint.from.is_some() {
            continue;
        }
        let node = constraint.to.0 as usize;
        let window = &mut solution.windows[node];
        let step = Some(Step {
            constraint: index,
            before: None,
        });
        let Limits { at_least, at_most } = constraint.usual;
        if let Some(at_least) = at_least
            && window.earliest.is_none_or(|earliest| earliest < at_least)
        {
            window.earliest = Some(at_least);
            solution.earliest[node] = step;
        }
        if let Some(at_most) = at_most
            && window.latest.is_none_or(|latest| at_most < latest)
        {
            window.latest = Some(at_most);
            solution.latest[node] = step;
        }
    }
    solution
}

fn nearest(instant: i128) -> i64 {
    let farthest = if instant < 0 { i64::MIN } else { i64::MAX };
    i64::try_from(instant).unwrap_or(farthest)
}
