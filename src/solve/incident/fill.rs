//! All that is said of an incident, as constraints.

use super::{Draft, Reason, is_stamped};
use crate::link::{Incident, Likeness, Teller};
use crate::resolve::{Cause, Certainty, Statement, Tie};
use crate::solve::{Constraint, Limits, Node, Strength};
use crate::time::Grain;

impl Draft<'_> {
    /// Adds all that is said of the nodes, and the nodes of what is tied to others.
    pub(super) fn fill(&mut self, incident: &Incident) {
        self.collect(incident);
        self.readings();
    }

    /// Adds all that an incident says of more than one statement, or of its limits.
    pub(super) fn collect(&mut self, incident: &Incident) {
        self.relations(incident);
        self.identities(incident);
        self.responses(incident);
        self.limits(incident);
    }

    fn relations(&mut self, incident: &Incident) {
        for &source in &sources(incident) {
            let resolved = &self.told.resolved[source as usize];
            for relation in &resolved.relations {
                let teller = |index: usize| Teller {
                    source,
                    index: index as u32,
                };
                let (from, to) = (teller(relation.from), teller(relation.to));
                if incident.tellers.binary_search(&from).is_err()
                    || incident.tellers.binary_search(&to).is_err()
                {
                    continue;
                }
                let strength = match relation.tie {
                    Tie::TextOrder => Strength::TextOrder,
                    Tie::OrderWord => Strength::OrderWord,
                    Tie::Distance => Strength::Hedge,
                };
                let constraint = Constraint {
                    from: Some(self.node(from)),
                    to: self.node(to),
                    usual: relation.usual.into(),
                    outer: relation.outer.into(),
                    strength,
                    place: self.place(to),
                };
                let onward = relation.usual.least.is_some_and(|least| 0 <= least);
                self.add(constraint, Reason::Tie(from, to, relation.tie, onward));
            }
        }
    }

    fn identities(&mut self, incident: &Incident) {
        for identity in &incident.identities {
            let (usual, outer) = identity.likeness.apart();
            let constraint = Constraint {
                from: Some(self.node(identity.first)),
                to: self.node(identity.second),
                usual: Limits::between(-usual, usual),
                outer: Limits::between(-outer, outer),
                strength: match identity.likeness {
                    Likeness::Role | Likeness::Retelling => Strength::RoleIdentity,
                    Likeness::Verbatim | Likeness::Recording | Likeness::Copy => {
                        Strength::QuoteIdentity
                    }
                },
                place: self.place(identity.first).max(self.place(identity.second)),
            };
            self.add(constraint, Reason::Same(*identity));
        }
    }

    fn responses(&mut self, incident: &Incident) {
        let onward = Limits {
            at_least: Some(0),
            at_most: None,
        };
        for response in &incident.responses {
            let constraint = Constraint {
                from: Some(self.node(response.call)),
                to: self.node(response.sent),
                usual: onward,
                outer: onward,
                strength: Strength::OrderWord,
                place: self.place(response.call).max(self.place(response.sent)),
            };
            self.add(constraint, Reason::Response(*response));
        }
    }

    fn limits(&mut self, incident: &Incident) {
        for &source in &sources(incident) {
            let resolved = &self.told.resolved[source as usize];
            for limit in &resolved.limits {
                let teller = Teller {
                    source,
                    index: limit.statement as u32,
                };
                if incident.tellers.binary_search(&teller).is_err() {
                    continue;
                }
                let closed = Limits::from(limit.within);
                let (outer, reason) = match limit.cause {
                    // an incident's day is a convention, and gives way to what is said
                    Cause::Day => (Limits::OPEN, Reason::Day(teller)),
                    Cause::Published => (closed, Reason::Published(teller)),
                };
                let constraint = Constraint {
                    from: None,
                    to: self.node(teller),
                    usual: closed,
                    outer,
                    strength: Strength::Hedge,
                    place: self.place(teller),
                };
                self.add(constraint, reason);
            }
        }
    }

    /// The own reading of each node, against the origin or against its clock.
    pub(super) fn readings(&mut self) {
        let nodes: Vec<(Teller, Node)> = self.nodes.iter().map(|(a, b)| (*a, *b)).collect();
        for (teller, node) in nodes {
            let statement = self.told.statement(teller);
            let clock = self.told.clock(teller);
            let stamped = is_stamped(self.told, teller);
            let mut constraint = Constraint {
                from: None,
                to: node,
                usual: Limits::from(statement.own),
                outer: Limits::from(statement.outer),
                strength: strength(statement, stamped),
                place: self.place(teller),
            };
            if clock.is_exact() {
                constraint.usual = Limits::from(clock.corrected(statement.own));
                constraint.outer = Limits::from(clock.corrected(statement.outer));
            } else {
                constraint.from = Some(self.offset(teller));
            }
            self.add(constraint, Reason::Own(teller));
        }
    }
}

fn sources(incident: &Incident) -> Vec<u32> {
    let mut sources: Vec<u32> = incident
        .tellers
        .iter()
        .map(|teller| teller.source)
        .collect();
    sources.dedup();
    sources
}

fn strength(statement: &Statement, stamped: bool) -> Strength {
    match (statement.certainty, statement.grain) {
        (Certainty::Stated, _) if stamped => Strength::Stamp,
        (Certainty::Stated, Some(Grain::Second | Grain::Minute)) => Strength::ClockTime,
        _ => Strength::Hedge,
    }
}
