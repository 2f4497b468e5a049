//! How far apart two nodes are: the network as it is seen from one of them.

use super::{Constraint, Limits, Network, Node, Side, Solution, solve};

/// How much later one node is than another, in milliseconds, both ends inclusive, with what says so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Between {
    /// How much later it is; `None` is open.
    pub limits: Limits,
    /// The constraints that give the lower end, as indices; empty if that is open.
    pub at_least_by: Vec<usize>,
    /// The constraints that give the upper end.
    pub at_most_by: Vec<usize>,
}

/// How much later `to` is than `from`, by some of the constraints of a network at their widest; those that
/// are wanted must be able to hold together. Where `from` is `None`, when `to` is.
///
/// ```
/// use squelch::solve::{Constraint, Limits, Network, Strength, between};
/// let mut network = Network::new();
/// let (call, police, arrest) = (network.node(), network.node(), network.node());
/// let mut say = |from, to, least, most| {
///     let limits = Limits::between(least, most);
///     let (usual, outer, strength) = (limits, limits, Strength::Hedge);
///     network.add(Constraint { from, to, usual, outer, strength, place: 0 })
/// };
/// say(Some(call), police, 1, 3);
/// say(Some(police), arrest, 10, 20);
/// let found = between(&network, Some(call), arrest, |_| true);
/// assert_eq!(found.limits, Limits::between(11, 23));
/// assert_eq!(found.at_most_by, [0, 1]);
/// ```
pub fn between(
    network: &Network,
    from: Option<Node>,
    to: Node,
    is_wanted: impl Fn(usize) -> bool,
) -> Between {
    if from == Some(to) {
        return Between {
            limits: Limits::between(0, 0),
            ..Between::default()
        };
    }
    let mut seen = Network::new();
    for _ in 0..network.len() {
        seen.node();
    }
    let origin = seen.node();
    let mut indices = Vec::new();
    for (index, constraint) in network.constraints().iter().enumerate() {
        if is_wanted(index)
            && let Some(turned) = turned(constraint, from, origin)
        {
            seen.add(turned);
            indices.push(index);
        }
    }
    let solution = solve(&seen);
    let window = solution.windows[to.0 as usize];
    let by = |side| -> Vec<usize> {
        let chain = Solution::proof(&solution, to, side).into_iter();
        chain.map(|at| indices[at]).collect()
    };
    Between {
        limits: Limits {
            at_least: window.earliest,
            at_most: window.latest,
        },
        at_least_by: by(Side::Earliest),
        at_most_by: by(Side::Latest),
    }
}

/// A constraint at its widest where `from` is the origin and the origin a node; `None` for one that says
/// nothing there.
fn turned(constraint: &Constraint, from: Option<Node>, origin: Node) -> Option<Constraint> {
    let limits = constraint.outer;
    let Some(from) = from else {
        return Some(Constraint {
            usual: limits,
            ..*constraint
        });
    };
    let start = constraint.from.unwrap_or(origin);
    let (start, to, limits) = if constraint.to == from {
        (from, start, limits.negated())
    } else {
        (start, constraint.to, limits)
    };
    (start != to).then_some(Constraint {
        from: Some(start).filter(|start| *start != from),
        to,
        usual: limits,
        outer: limits,
        ..*constraint
    })
}
