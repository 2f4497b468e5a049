//! Why an interval is as it is: the constraints that give each of its ends, and what each is worth.

use super::{Draft, Reason};
use crate::link::response::Response;
use crate::link::{Identity, Incident, Teller, Told};
use crate::solve::{Limits, Node, Side, Solution, solve};
use crate::time::Instant;

/// Why one statement's event lies where it lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What gives its earliest instant, from the origin of time to the event; empty if that is open.
    pub earliest: Vec<Step>,
    /// What gives its latest instant, which is inclusive here; empty if that is open.
    pub latest: Vec<Step>,
}

/// One constraint of a proof.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Where it comes from.
    pub because: Because,
    /// How much it adds to the bound before it, in milliseconds; for the first the bound itself.
    pub adds: i64,
    /// The bound with it.
    pub bound: Instant,
    /// The bound of the event if this constraint did not hold; `None` if it would be open.
    pub without: Option<Instant>,
    /// Whether it holds with its hedges at their widest only.
    pub is_widened: bool,
}

/// Where a constraint comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Because {
    /// The words or the stamp of a statement.
    Said(Teller),
    /// A statement is told as past when its article was published.
    Published(Teller),
    /// A statement is told of that day.
    Day(Teller),
    /// Words that tie the second statement to the first.
    Tied(Teller, Teller),
    /// Two statements tell one event.
    Same(Identity),
    /// Units are sent on a call for help.
    Response(Response),
    /// What is added to the stamps of a source, that of this statement among them.
    Clock(Teller),
}

impl Because {
    /// The statements whose words it rests on; a clock has none.
    pub fn tellers(self) -> Vec<Teller> {
        match self {
            Because::Said(teller) | Because::Published(teller) | Because::Day(teller) => {
                vec![teller]
            }
            Because::Tied(from, to) => vec![from, to],
            Because::Same(identity) => vec![identity.first, identity.second],
            Because::Response(response) => vec![response.call, response.sent],
            Because::Clock(_) => Vec::new(),
        }
    }
}

/// Explains the event that a statement of an incident tells.
pub fn explain(told: &Told, incident: &Incident, teller: Teller) -> Explanation {
    let mut draft = Draft::new(told);
    let node = draft.node(teller);
    draft.fill(incident);
    let solution = solve(&draft.network);
    let proof = |side| draft.proof(&solution, node, side);
    Explanation {
        earliest: proof(Side::Earliest),
        latest: proof(Side::Latest),
    }
}

impl Draft<'_> {
    fn proof(&self, solution: &Solution, node: Node, side: Side) -> Vec<Step> {
        let constraints = self.network.constraints();
        let mut at: Option<Node> = None;
        let mut bound = 0;
        let mut steps = Vec::new();
        for index in solution.proof(node, side) {
            let constraint = &constraints[index];
            let is_widened = solution.widened.binary_search(&index).is_ok();
            let Limits { at_least, at_most } = if is_widened {
                constraint.outer
            } else {
                constraint.usual
            };
            let is_onward = constraint.from == at;
            let adds = match (side, is_onward) {
                (Side::Earliest, true) => at_least,
                (Side::Earliest, false) => at_most.map(|most| -most),
                (Side::Latest, true) => at_most,
                (Side::Latest, false) => at_least.map(|least| -least),
            };
            let adds = adds.unwrap_or_default();
            at = if is_onward {
                Some(constraint.to)
            } else {
                constraint.from
            };
            bound += adds;
            steps.push(Step {
                because: self.because(index),
                adds,
                bound: Instant(bound),
                without: self.without(index, node, side),
                is_widened,
            });
        }
        steps
    }

    pub(super) fn because(&self, index: usize) -> Because {
        match self.reasons[index] {
            Reason::Own(teller) => Because::Said(teller),
            Reason::Published(teller) => Because::Published(teller),
            Reason::Day(teller) => Because::Day(teller),
            Reason::Tie(from, to, ..) => Because::Tied(from, to),
            Reason::Same(identity) => Because::Same(identity),
            Reason::Response(response) => Because::Response(response),
            Reason::Clock(teller) => Because::Clock(teller),
        }
    }

    /// One end of a node's window if a constraint did not hold.
    fn without(&self, left_out: usize, node: Node, side: Side) -> Option<Instant> {
        let network = self.network.keeping(|index| index != left_out);
        let window = solve(&network).windows[node.0 as usize];
        match side {
            Side::Earliest => window.earliest.map(Instant),
            Side::Latest => window.latest.map(Instant),
        }
    }
}
