//! How far apart two events are, or when one is, and what says so.

use super::explain::Because;
use super::{Draft, Reason};
use crate::link::{Incident, Teller, Told};
use crate::resolve::Tie;
use crate::solve::{Limits, Node, Side, Strength, between, solve};

/// How much later one event is than another, with all widths at their outer values; order from the text alone
/// is no evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apart {
    /// How much later, in milliseconds, both ends inclusive; `None` is open.
    pub limits: Limits,
    /// What gives the lower end.
    pub at_least_by: Vec<Link>,
    /// What gives the upper end.
    pub at_most_by: Vec<Link>,
}

/// One constraint behind an end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Where it comes from.
    pub because: Because,
    /// How much it is worth.
    pub strength: Strength,
    /// Whether a later time of it makes the distance greater; the other way round where the first event hangs on it.
    pub is_onward: bool,
    /// How much wider it is at its widest than usual, on the side that counts, in milliseconds.
    pub width: i64,
}

/// What is left out of the evidence, to test it against the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// What a statement says of when.
    Said(Teller),
    /// What is said of how far the second statement lies from the first.
    Distance(Teller, Teller),
}

impl LeftOut {
    fn is(self, reason: Reason) -> bool {
        match reason {
            Reason::Own(teller) => self == LeftOut::Said(teller),
            Reason::Tie(from, to, Tie::Distance, _) => self == LeftOut::Distance(from, to),
            _ => false,
        }
    }
}

/// How much later the event of one statement is than that of another, or when it is without another.
/// `incidents` are those that have them.
pub fn apart(
    told: &Told,
    incidents: &[&Incident],
    (from, to): (Option<Teller>, Teller),
    left_out: Option<LeftOut>,
) -> Apart {
    let mut draft = Draft::new(told);
    let from = from.map(|teller| draft.node(teller));
    let to = draft.node(to);
    for incident in incidents {
        draft.collect(incident);
    }
    draft.readings();
    if let Some(left_out) = left_out {
        draft.leave_out(left_out);
    }
    let mut is_evidence: Vec<bool> = draft
        .reasons
        .iter()
        .map(|reason| !matches!(reason, Reason::Tie(_, _, Tie::TextOrder, _)))
        .collect();
    for conflict in solve(&draft.network).conflicts {
        is_evidence[conflict.set_aside] = false;
    }
    let found = between(&draft.network, from, to, |index| is_evidence[index]);
    Apart {
        limits: found.limits,
        at_least_by: draft.links(from, &found.at_least_by, Side::Earliest),
        at_most_by: draft.links(from, &found.at_most_by, Side::Latest),
    }
}

impl Draft<'_> {
    fn leave_out(&mut self, left_out: LeftOut) {
        let is_kept = |index: usize| !left_out.is(self.reasons[index]);
        self.network = self.network.keeping(is_kept);
        self.reasons.retain(|reason| !left_out.is(*reason));
    }

    /// The constraints behind one end, on the way from one node to another.
    fn links(&self, from: Option<Node>, by: &[usize], side: Side) -> Vec<Link> {
        let mut at = from;
        let link = |index: &usize| {
            let constraint = &self.network.constraints()[*index];
            let is_onward = constraint.from == at;
            at = if is_onward {
                Some(constraint.to)
            } else {
                constraint.from
            };
            let (usual, outer) = (constraint.usual, constraint.outer);
            let [usual, outer] = [usual, outer].map(|limits| {
                if (side == Side::Earliest) == is_onward {
                    limits.at_least
                } else {
                    limits.at_most
                }
            });
            let width = outer.zip(usual);
            Link {
                because: self.because(*index),
                strength: constraint.strength,
                is_onward,
                width: width.map_or(0, |(outer, usual)| {
                    outer.saturating_sub(usual).saturating_abs()
                }),
            }
        };
        by.iter().map(link).collect()
    }
}

impl Apart {
    /// The statements behind both ends, by source and place.
    pub fn tellers(&self) -> Vec<Teller> {
        let links = self.at_least_by.iter().chain(&self.at_most_by);
        let mut tellers: Vec<Teller> = links.flat_map(|link| link.because.tellers()).collect();
        tellers.sort_unstable();
        tellers.dedup();
        tellers
    }
}
