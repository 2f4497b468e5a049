//! Lines without a stamp: they lie between those that have one.

use super::Log;
use crate::resolve::width::Reach;
use crate::resolve::{Relation, Statement, Tie};
use crate::time::{Instant, Interval};

impl Log<'_> {
    /// Untimed lines lie between the timed ones around them.
    pub(super) fn place_untimed(&mut self) {
        let timed = |statement: &Statement| statement.own.earliest.is_some();
        let mut before: Option<Instant> = None;
        let mut lower = Vec::with_capacity(self.statements.len());
        for statement in &self.statements {
            lower.push(before);
            if timed(statement) {
                before = statement.own.earliest;
            }
        }
        let mut after: Option<Instant> = None;
        for (statement, lower) in self.statements.iter_mut().zip(lower).rev() {
            if statement.own.earliest.is_some() {
                after = statement.own.latest;
                continue;
            }
            let between = Interval {
                earliest: lower,
                latest: after,
            };
            // a late line follows: what it bounds is not known
            let interval = if between.is_empty() {
                Interval {
                    latest: None,
                    ..between
                }
            } else {
                between
            };
            statement.own = interval;
            statement.outer = interval;
        }
    }

    /// Lines before the first that has a time are not after it.
    pub(super) fn opening(&self) -> Vec<Relation> {
        let has_start = |statement: &Statement| statement.own.earliest.is_some();
        let first = self.statements.iter().position(has_start).unwrap_or(0);
        let onward = Reach {
            least: Some(0),
            most: None,
        };
        (0..first)
            .map(|from| Relation {
                from,
                to: from + 1,
                usual: onward,
                outer: onward,
                tie: Tie::TextOrder,
                words: self.statements[from].span,
            })
            .collect()
    }
}
