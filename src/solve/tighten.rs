//! Shortest paths: potentials or a negative cycle, then the distances to and from the origin.
//!
//! A constraint from `a` to `b` is an edge `a -> b` of length `at_most` and an edge `b -> a` of
//! length `-at_least` (Dechter, Meiri & Pearl 1991). Lengths are summed in `i128`, where no path
//! over `i64` limits overflows.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::network::{Arc, Limits, Part};

/// An end of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The earliest instant, inclusive.
    Earliest,
    /// The latest instant, inclusive.
    Latest,
}

/// Which of a constraint's limits an edge stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    AtLeast,
    AtMost,
}

/// One edge: a limit of a part's constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hop {
    pub constraint: usize,
    pub limit: Limit,
}

impl Hop {
    /// The edge along an arc, or against it when looking back from the origin.
    fn along(arc: Arc, side: Side) -> Self {
        let limit = if arc.at_from == (side == Side::Latest) {
            Limit::AtMost
        } else {
            Limit::AtLeast
        };
        Self {
            constraint: arc.constraint,
            limit,
        }
    }

    /// Its length in milliseconds; `None` is no edge at all.
    pub fn length(self, limits: &[Limits]) -> Option<i128> {
        let limits = limits[self.constraint];
        match self.limit {
            Limit::AtLeast => limits.at_least.map(|least| -i128::from(least)),
            Limit::AtMost => limits.at_most.map(i128::from),
        }
    }
}

/// Heights under which no edge is shorter than the drop that it spans: they exist if and only if
/// the edges have no negative cycle.
///
/// Any heights will do to start from, so those found before a clash serve again after it, and only
/// nodes that were touched are looked at.
pub(super) struct Potentials {
    height: Vec<i128>,
    unscanned: Vec<bool>,
}

impl Potentials {
    pub fn new(nodes: usize) -> Self {
        Self {
            height: vec![0; nodes],
            unscanned: vec![true; nodes],
        }
    }

    /// Says that an edge of this node has become shorter.
    pub fn disturb(&mut self, node: usize) {
        self.unscanned[node] = true;
    }

    /// Bellman–Ford with a queue; the tree of last improvements is taken apart below each improved
    /// node, so a cycle is seen when it closes and no node is looked at in vain (Tarjan, "Shortest
    /// paths", 1981; Cherkassky & Goldberg, "Negative-cycle detection algorithms", 1999).
    ///
    /// # Errors
    ///
    /// The edges of a negative cycle that visits no node twice.
    pub fn relax(&mut self, part: &Part, limits: &[Limits]) -> Result<(), Vec<Hop>> {
        let mut tree = Tree::new(part.nodes.len());
        let mut reached_by: Vec<Option<(usize, Hop)>> = vec![None; part.nodes.len()];
        let mut queue = VecDeque::new();
        let mut queued = self.unscanned.clone();
        for (node, _) in queued.iter().enumerate().filter(|(_, queued)| **queued) {
            tree.hang(node, tree.root());
            queue.push_back(node);
        }
        while let Some(node) = queue.pop_front() {
            queued[node] = false;
            if !tree.holds(node) {
                continue;
            }
            for &arc in part.arcs(node) {
                let hop = Hop::along(arc, Side::Latest);
                let Some(length) = hop.length(limits) else {
                    continue;
                };
                let height = self.height[node] + length;
                if self.height[arc.other] <= height {
                    continue;
                }
                if tree.cut(arc.other, node) == Cut::FoundStem {
                    let mut cycle = vec![hop];
                    let mut at = node;
                    while at != arc.other {
                        let Some((before, hop)) = reached_by[at] else {
                            break;
                        };
                        cycle.push(hop);
                        at = before;
                    }
                    return Err(cycle);
                }
                self.height[arc.other] = height;
                self.unscanned[arc.other] = true;
                reached_by[arc.other] = Some((node, hop));
                tree.hang(arc.other, node);
                if !queued[arc.other] {
                    queued[arc.other] = true;
                    queue.push_back(arc.other);
                }
            }
            self.unscanned[node] = false;
        }
        Ok(())
    }
}

#[derive(PartialEq, Eq)]
enum Cut {
    Done,
    /// The node that was to become the parent hangs below.
    FoundStem,
}

/// A tree as the ring of its nodes in preorder; the root comes after all nodes.
struct Tree {
    next: Vec<usize>,
    previous: Vec<usize>,
    /// 0 is the root or outside.
    depth: Vec<usize>,
}

impl Tree {
    fn new(nodes: usize) -> Self {
        Self {
            next: vec![nodes; nodes + 1],
            previous: vec![nodes; nodes + 1],
            depth: vec![0; nodes + 1],
        }
    }

    fn root(&self) -> usize {
        self.depth.len() - 1
    }

    fn holds(&self, node: usize) -> bool {
        0 < self.depth[node]
    }

    fn hang(&mut self, node: usize, parent: usize) {
        let after = self.next[parent];
        self.next[parent] = node;
        self.previous[node] = parent;
        self.next[node] = after;
        self.previous[after] = node;
        self.depth[node] = self.depth[parent] + 1;
    }

    /// Takes out a node and all below it.
    fn cut(&mut self, node: usize, stem: usize) -> Cut {
        let depth = self.depth[node];
        if depth == 0 {
            return Cut::Done;
        }
        self.depth[node] = 0;
        let mut after = self.next[node];
        while depth < self.depth[after] {
            if after == stem {
                return Cut::FoundStem;
            }
            self.depth[after] = 0;
            after = self.next[after];
        }
        let before = self.previous[node];
        self.next[before] = after;
        self.previous[after] = before;
        Cut::Done
    }
}

/// How the origin and a node are joined by the shortest path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// From the origin for the latest side, to the origin for the earliest; milliseconds.
    pub distance: i128,
    hops: u32,
    /// The edge at the node's end of the path.
    pub hop: Hop,
    /// The node at the other end of that edge; `None` is the origin.
    pub before: Option<usize>,
}

/// The shortest path of each node from the origin (latest) or to it (earliest), of equal ones one
/// with the fewest edges, so that proofs are short. Under potentials all edges are non-negative
/// and the nearest node is final (Dijkstra 1959; Johnson, "Efficient algorithms for shortest
/// paths in sparse networks", 1977), which keeps long parts near linear.
///
/// Bounds are the first distances and no edges, so a clash through the origin does no harm here.
pub(super) fn reach(
    part: &Part,
    limits: &[Limits],
    potentials: &Potentials,
    side: Side,
) -> Vec<Option<Reach>> {
    let mut best: Vec<Option<Reach>> = vec![None; part.nodes.len()];
    let mut last = vec![false; part.nodes.len()];
    let mut heap = BinaryHeap::new();
    let mut offer = |heap: &mut BinaryHeap<_>, node: usize, reach: Reach| {
        let found = &mut best[node];
        if found.is_none_or(|old| (reach.distance, reach.hops) < (old.distance, old.hops)) {
            *found = Some(reach);
            let reduced = match side {
                Side::Earliest => reach.distance + potentials.height[node],
                Side::Latest => reach.distance - potentials.height[node],
            };
            heap.push(Reverse((reduced, reach.hops, node, reach.distance)));
        }
    };
    let limit = match side {
        Side::Earliest => Limit::AtLeast,
        Side::Latest => Limit::AtMost,
    };
    for (constraint, &(from, to)) in part.ends.iter().enumerate() {
        let hop = Hop { constraint, limit };
        if let (None, Some(distance)) = (from, hop.length(limits)) {
            let reach = Reach {
                distance,
                hops: 1,
                hop,
                before: None,
            };
            offer(&mut heap, to, reach);
        }
    }
    while let Some(Reverse((_, hops, node, distance))) = heap.pop() {
        if last[node] {
            continue;
        }
        last[node] = true;
        for &arc in part.arcs(node) {
            let hop = Hop::along(arc, side);
            if let Some(length) = hop.length(limits) {
                let reach = Reach {
                    distance: distance + length,
                    hops: hops + 1,
                    hop,
                    before: Some(node),
                };
                offer(&mut heap, arc.other, reach);
            }
        }
    }
    best
}
