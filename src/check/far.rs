//! How far apart two events are said to be.

use crate::find::{Duration, Hedge, Offset, Way};
use crate::resolve::width::reach;
use crate::solve::Limits;
use crate::time::{MINUTE, SECOND};

/// How far apart two events are said to be, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Far {
    /// What the words usually mean: what lies inside supports the claim.
    pub usual: Limits,
    /// What they can mean at the very most: what lies outside contradicts it.
    pub outer: Limits,
    /// Whether the claim is that it was not so.
    pub denied: bool,
    /// Whether it is not said which of the two comes first: `an hour apart`.
    pub either_way: bool,
}

impl Far {
    /// What the words usually mean, and at the very most.
    pub fn new(usual: Limits, outer: Limits) -> Self {
        Far {
            usual,
            outer,
            denied: false,
            either_way: false,
        }
    }

    /// Of a distance of which it is not said which comes first, that on the side to which the evidence reaches
    /// further: what does not lie there lies on neither.
    pub(super) fn towards(self, evidence: Limits) -> Self {
        let reach = |end: Option<i64>| end.unwrap_or(i64::MAX);
        let back = reach(evidence.at_least.map(i64::saturating_neg));
        if self.either_way && reach(evidence.at_most) < back {
            self.negated()
        } else {
            self
        }
    }

    /// So long; a limit is what a claim says, and no looser.
    pub(super) fn of(length: Duration, hedge: Hedge) -> Self {
        let (usual, outer) = reach(length, hedge);
        let is_limit = matches!(hedge, Hedge::AtMost | Hedge::AtLeast);
        Far::new(usual.into(), if is_limit { usual } else { outer }.into())
    }

    /// `exactly six minutes`: to the second; as far as the nearest minute, where both ends were told to the minute.
    pub(super) fn exactly(length: Duration) -> Self {
        let around = |width: i64| Limits::between(length.least - width, length.most + width);
        Far::new(around(SECOND), around(MINUTE))
    }

    /// The same the other way round.
    pub(super) fn negated(self) -> Self {
        Far {
            usual: self.usual.negated(),
            outer: self.outer.negated(),
            ..self
        }
    }
}

/// Not after; what is at one time for certain is neither before nor after.
pub(super) fn before() -> Far {
    let at_most = |at_most| Limits {
        at_least: None,
        at_most: Some(at_most),
    };
    Far::new(at_most(0), at_most(-1))
}

/// Not before.
pub(super) fn after() -> Far {
    before().negated()
}

/// How far an event lies behind another by a distance; `None` for one that is counted from something else, or
/// that is denied and has no other side.
pub(super) fn distance(offset: &Offset, denied: bool) -> Option<Far> {
    let Some(length) = offset.length else {
        // `shortly after` is after; how shortly nobody can prove
        return match offset.way {
            Way::After => Some(if denied { before() } else { after() }),
            Way::Before => Some(if denied { after() } else { before() }),
            _ => None,
        };
    };
    if offset.way == Way::Within {
        let within = Limits::between(-length.most, length.most);
        // what is not within an hour may lie on either side
        return Some(Far {
            denied,
            ..Far::new(within, within)
        });
    }
    let hedge = match (offset.hedge, denied) {
        (Hedge::AtMost, true) => Hedge::AtLeast,
        (Hedge::AtLeast, true) => Hedge::AtMost,
        (_, true) => return None,
        (hedge, false) => hedge,
    };
    let later = Far::of(length, hedge);
    match offset.way {
        Way::After => Some(later),
        Way::Before => Some(later.negated()),
        _ => None,
    }
}
