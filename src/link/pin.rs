//! Pins: which lines the user says are of one incident. They win over whatever the words show.

use super::traffic::Part;
use super::{Teller, Told};
use crate::note::SourceId;
use crate::read::Source;
use crate::resolve::Statement;
use std::ops::RangeInclusive;

/// What the user says of one incident.
#[derive(Clone, Debug, Default)]
pub struct Pin {
    /// What it is called.
    pub name: Option<String>,
    /// What is in it.
    pub members: Vec<Member>,
}

/// Lines that are in an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their source.
    pub source: SourceId,
    /// The lines, from 1, both ends inclusive.
    pub lines: RangeInclusive<usize>,
    /// Whether all of the incident is meant that has these lines; else these lines alone.
    pub is_whole: bool,
}

/// A member that two pins want: the incident that has its lines is pinned already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rival {
    /// Index of the pin.
    pub pin: usize,
    /// Index of its member.
    pub member: usize,
    /// Index of the pin that has the incident.
    pub holder: usize,
}

impl Member {
    /// Whether a statement of its source stands on its lines.
    pub fn has(&self, source: &Source, statement: &Statement) -> bool {
        self.lines.contains(&source.line(statement.span.start))
    }

    /// The statements that stand on its lines.
    pub fn tellers<'a>(&'a self, told: &Told<'a>) -> impl Iterator<Item = Teller> + 'a {
        let read = &told.sources[self.source as usize];
        let statements = &told.resolved[self.source as usize].statements;
        let source = self.source;
        (0..).zip(statements).filter_map(move |(index, statement)| {
            self.has(read, statement)
                .then_some(Teller { source, index })
        })
    }
}

/// Gives the statements that are pinned alone to their pins; what is pinned as a whole and belongs to no
/// incident is alone too. The first of two pins has what both name.
pub fn apply(told: &Told, pins: &[Pin], parts: &mut [Vec<Part>]) {
    let numbered = pins.iter().zip(0_u32..);
    for (pin, at) in numbered.collect::<Vec<_>>().into_iter().rev() {
        for member in &pin.members {
            for teller in member.tellers(told) {
                let part = &mut parts[teller.source as usize][teller.index as usize];
                if !member.is_whole || *part == Part::Unassigned {
                    *part = Part::Pinned(at);
                }
            }
        }
    }
}
