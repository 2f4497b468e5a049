//! What was found: words of a source that name a time, and where they lie.

use super::{Expression, Point};
use crate::span::Span;

/// Words of a source that name a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words, in bytes of the source's text.
    pub span: Span,
    /// What they say.
    pub expression: Expression,
}

impl Mention {
    /// Whether a time is one of the day.
    pub fn has_clock(&self) -> bool {
        match self.expression {
            Expression::Point(Point { when, .. }) => when.clock.is_some(),
            Expression::FromTo(first, last) | Expression::Between(first, last) => {
                first.clock.is_some() && last.clock.is_some()
            }
            _ => false,
        }
    }

    /// Whether a time names its day.
    pub fn has_day(&self) -> bool {
        matches!(self.expression, Expression::Point(Point { when, .. }) if when.day.is_some())
    }
}

/// The time mentions of a source, sentence by sentence, in order and without overlap.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    pub(super) times: Vec<Mention>,
}

impl Mentions {
    /// The mentions that lie wholly inside a span.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self
            .times
            .partition_point(|mention| mention.span.start < span.start);
        let inside = &self.times[start..];
        &inside[..inside.partition_point(|mention| mention.span.end <= span.end)]
    }

    /// Whether the words right under a line are a time of day or open with one.
    pub fn has_clock_under(&self, text: &str, line: Span) -> bool {
        let next = self
            .times
            .partition_point(|mention| mention.span.start < line.end);
        let next = self.times.get(next);
        let clock = next.filter(|next| next.has_clock() && !next.has_day());
        clock.is_some_and(|next| {
            !text[line.end as usize..next.span.start as usize].contains(char::is_alphanumeric)
        })
    }

    /// All mentions, in order.
    pub fn all(&self) -> &[Mention] {
        &self.times
    }
}
