//! How far apart two events are, and which statements say so.

use super::{Draft, Reason};
use crate::link::{Incident, Teller, Told};
use crate::resolve::Tie;
use crate::solve::{between, solve};

/// How much later one event is than another, with all widths at their outer values; order from the text alone
/// is no evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// At least so much later, in milliseconds, inclusive; `None` is open.
    pub at_least: Option<i64>,
    /// At most so much later.
    pub at_most: Option<i64>,
    /// The statements that give the lower end.
    pub at_least_by: Vec<Teller>,
    /// The statements that give the upper end.
    pub at_most_by: Vec<Teller>,
}

/// How much later the event of one statement is than that of another; `incidents` are those that have them.
pub fn apart(told: &Told, incidents: &[&Incident], from: Teller, to: Teller) -> Apart {
    let mut draft = Draft::new(told);
    let ends = [from, to].map(|teller| draft.node(teller));
    for incident in incidents {
        draft.collect(incident);
    }
    draft.readings();
    let aside: Vec<usize> = solve(&draft.network)
        .conflicts
        .iter()
        .map(|conflict| conflict.set_aside)
        .collect();
    let is_evidence = |index: usize| {
        let is_order = matches!(draft.reasons[index], Reason::Tie(_, _, Tie::TextOrder, _));
        !is_order && !aside.contains(&index)
    };
    let found = between(&draft.network, ends[0], ends[1], is_evidence);
    Apart {
        at_least: found.limits.at_least,
        at_most: found.limits.at_most,
        at_least_by: draft.tellers_of(&found.at_least_by),
        at_most_by: draft.tellers_of(&found.at_most_by),
    }
}
