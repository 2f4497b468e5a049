//! Clocks: what has to be added to the stamps of a source to get the true time, and how that is known.
//!
//! A quote with a time in an article, a time of day that is spoken on the air, a transmission that
//! another recorder has too: each is an anchor, and allows some offsets. Anchors vote: the offsets that
//! most of them allow are those of the clock, the others are odd. A run of odd ones that agree among
//! themselves is a clock that was set anew, not an average.

use super::Teller;
use crate::resolve::Clock;
use crate::span::Span;

/// The clock of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceClock {
    /// What holds from which statement on, in their order; one at least.
    pub stretches: Vec<Stretch>,
    /// What the offsets were estimated from, in the order of the source.
    pub anchors: Vec<Anchor>,
}

/// What is known of a clock from one statement on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first statement that it holds for.
    pub from: u32,
    /// The offsets that can be true, as far as anything shows; `None` where nothing does.
    pub known: Option<Clock>,
    /// What is added to the stamps.
    pub applied: Clock,
    /// Why.
    pub basis: Basis,
}

/// How an offset is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The user has stated it.
    Given,
    /// Nothing speaks against the stamps as they are.
    AsStamped,
    /// It follows from anchors.
    Estimated,
    /// The clock was set anew somewhere here.
    Jump,
}

impl Basis {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Given => "given",
            Basis::AsStamped => "as stamped",
            Basis::Estimated => "estimated",
            Basis::Jump => "set anew here",
        }
    }
}

/// What shows by how much a clock is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The statement of the source.
    pub statement: u32,
    /// The offsets that it allows.
    pub allows: Clock,
    /// The same with its hedges at their widest.
    pub outer: Clock,
    /// What it is compared with.
    pub with: Reference,
    /// Whether it agrees with the clock as it was estimated.
    pub agrees: bool,
}

/// What a stamp is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A statement of another source about the same event.
    Statement(Teller),
    /// A time of day that is spoken in the transmission itself.
    Spoken(Span),
}

/// An anchor's offsets by its usual or by its widest reading.
type Width = fn(&Anchor) -> Clock;

/// Anchors that must agree for a clock to move: one can be wrong.
const FEWEST_ANCHORS: usize = 2;
/// Of so many anchors one at least agrees with the clock, or they show nothing.
const MINORITY: usize = 3;
/// Anchors in a row that show that a clock was set anew.
const FEWEST_AFTER_JUMP: usize = 3;

impl SourceClock {
    /// A clock that nothing is known of, or what the user has stated of it.
    pub fn new(given: Option<Clock>) -> Self {
        let stretch = Stretch {
            from: 0,
            known: given,
            applied: given.unwrap_or_default(),
            basis: if given.is_some() {
                Basis::Given
            } else {
                Basis::AsStamped
            },
        };
        SourceClock {
            stretches: vec![stretch],
            anchors: Vec::new(),
        }
    }

    /// The clock that some anchors show.
    ///
    /// ```
    /// use squelch::link::clock::{Anchor, Basis, Reference, SourceClock};
    /// use squelch::{resolve::Clock, span::Span};
    /// let anchor = |statement, least, most| Anchor {
    ///     statement,
    ///     allows: Clock { least, most },
    ///     outer: Clock { least, most },
    ///     with: Reference::Spoken(Span::default()),
    ///     agrees: false,
    /// };
    /// let anchors = vec![anchor(0, 100, 180), anchor(1, 140, 200), anchor(2, -900, -800)];
    /// let clock = SourceClock::estimate(anchors);
    /// assert_eq!(clock.stretches[0].applied, Clock { least: 140, most: 180 });
    /// assert!(!clock.anchors[2].agrees);
    /// ```
    pub fn estimate(mut anchors: Vec<Anchor>) -> Self {
        anchors.sort_by_key(|anchor| (anchor.statement, anchor.allows.least, anchor.allows.most));
        let width = width(&anchors);
        let common = vote(&anchors, width)
            .filter(|(_, count)| FEWEST_ANCHORS <= *count && anchors.len() <= MINORITY * count);
        let Some((offset, _)) = common else {
            for anchor in &mut anchors {
                anchor.agrees = anchor.outer.meets(Clock::default());
            }
            return SourceClock {
                anchors,
                ..SourceClock::new(None)
            };
        };
        let mut runs = vec![(0, offset)];
        let mut at = 0;
        while at < anchors.len() {
            let (_, current) = runs[runs.len() - 1];
            if anchors[at].outer.meets(current) {
                anchors[at].agrees = true;
                at += 1;
                continue;
            }
            // how far the row of odd ones goes, and whether they agree on another offset
            let odd = anchors[at..]
                .iter()
                .take_while(|anchor| !anchor.outer.meets(current))
                .count();
            match vote(&anchors[at..at + odd], width) {
                Some((offset, count)) if FEWEST_AFTER_JUMP <= count && 2 * odd < 3 * count => {
                    runs.push((at, offset));
                }
                _ => at += odd,
            }
        }
        let stretches = stretches(&anchors, &runs);
        SourceClock { stretches, anchors }
    }

    /// The clock with what is known of it as another estimate has it.
    #[must_use]
    pub fn known_as(mut self, other: &SourceClock) -> Self {
        for stretch in &mut self.stretches {
            stretch.known = other.stretch(stretch.from).known;
        }
        self
    }

    /// Keeps anchors beside a clock that does not follow from them.
    pub fn compare(&mut self, mut anchors: Vec<Anchor>) {
        anchors.sort_by_key(|anchor| (anchor.statement, anchor.allows.least, anchor.allows.most));
        for anchor in &mut anchors {
            anchor.agrees = anchor.outer.meets(self.applied(anchor.statement));
        }
        self.anchors = anchors;
    }

    /// Adds to the stamps all that can be true: they do not stand as they are.
    pub fn apply_known(&mut self) {
        for stretch in &mut self.stretches {
            if let Some(known) = stretch.known {
                stretch.applied = known;
                stretch.basis = Basis::Estimated;
            }
        }
    }

    /// What is added to the stamp of a statement.
    pub fn applied(&self, statement: u32) -> Clock {
        self.stretch(statement).applied
    }

    /// What can be added to the stamp of a statement, as far as anything shows.
    pub fn possible(&self, statement: u32) -> Clock {
        let stretch = self.stretch(statement);
        stretch.known.unwrap_or(stretch.applied)
    }

    /// What holds for a statement.
    pub fn stretch(&self, statement: u32) -> &Stretch {
        let behind = self
            .stretches
            .partition_point(|stretch| stretch.from <= statement);
        &self.stretches[behind.saturating_sub(1)]
    }

    /// All offsets that can be true anywhere in the source, as far as is known; those that follow from
    /// anchors in whole seconds.
    pub fn known(&self) -> Clock {
        let known = self.stretches.iter().map(|stretch| match stretch.basis {
            Basis::Given => stretch.applied,
            _ => stretch.known.unwrap_or(stretch.applied).in_seconds(),
        });
        known
            .reduce(|a, b| Clock {
                least: a.least.min(b.least),
                most: a.most.max(b.most),
            })
            .unwrap_or_default()
    }
}

/// One stretch a run of anchors, and between two of them one in which the clock was set anew.
fn stretches(anchors: &[Anchor], runs: &[(usize, Clock)]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (turn, &(first, offset)) in runs.iter().enumerate() {
        let basis = if offset.least <= 0 && 0 <= offset.most {
            Basis::AsStamped
        } else {
            Basis::Estimated
        };
        let stretch = Stretch {
            from: if turn == 0 {
                0
            } else {
                anchors[first].statement
            },
            known: Some(offset),
            applied: match basis {
                Basis::AsStamped => Clock::default(),
                _ => offset,
            },
            basis,
        };
        if let Some(before) = stretches.last().copied() {
            let last = anchors[..first].iter().rev().find(|anchor| anchor.agrees);
            let between = last.map_or(before.from, |anchor| anchor.statement) + 1;
            if between < stretch.from {
                let hull = Clock {
                    least: before.applied.least.min(stretch.applied.least),
                    most: before.applied.most.max(stretch.applied.most),
                };
                stretches.push(Stretch {
                    from: between,
                    known: Some(hull),
                    applied: hull,
                    basis: Basis::Jump,
                });
            }
        }
        stretches.push(stretch);
    }
    stretches
}

/// The usual reading of anchors, unless far more of them agree by their widest.
fn width(anchors: &[Anchor]) -> Width {
    let count = |width| vote(anchors, width).map_or(0, |(_, count)| count);
    let (usual, widest): (Width, Width) = (|anchor| anchor.allows, |anchor| anchor.outer);
    if 5 * count(usual) < 4 * count(widest) {
        widest
    } else {
        usual
    }
}

/// The offsets that most anchors allow, and how many do; of equals those nearest to none.
fn vote(anchors: &[Anchor], width: Width) -> Option<(Clock, usize)> {
    let mut ends: Vec<(i64, bool)> = anchors
        .iter()
        .map(width)
        .flat_map(|allowed| [(allowed.least, false), (allowed.most, true)])
        .collect();
    // at one offset all that begin there come before those that end there
    ends.sort_unstable();
    let mut best: Option<(usize, i64, Clock)> = None;
    let mut open = 0;
    for (at, &(least, is_end)) in ends.iter().enumerate() {
        if is_end {
            open -= 1;
            continue;
        }
        open += 1;
        // more are open at the next start
        let Some(&(most, true)) = ends.get(at + 1) else {
            continue;
        };
        let region = Clock { least, most };
        let off = if least <= 0 && 0 <= most {
            0
        } else {
            least.abs().min(most.abs())
        };
        let is_better =
            best.is_none_or(|(count, nearest, _)| count < open || (count == open && off < nearest));
        if is_better {
            best = Some((open, off, region));
        }
    }
    best.map(|(count, _, region)| (region, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(allowed: &[(i64, i64)]) -> Vec<Anchor> {
        let anchor = |(statement, &(least, most)): (usize, &(i64, i64))| Anchor {
            statement: 10 * statement as u32,
            allows: Clock { least, most },
            outer: Clock { least, most },
            with: Reference::Spoken(Span::default()),
            agrees: false,
        };
        allowed.iter().enumerate().map(anchor).collect()
    }

    fn offsets(clock: &SourceClock) -> Vec<(u32, i64, i64)> {
        let stretch = |it: &Stretch| (it.from, it.applied.least, it.applied.most);
        clock.stretches.iter().map(stretch).collect()
    }

    #[test]
    fn one_wrong_match_moves_no_clock() {
        let one = SourceClock::estimate(anchors(&[(300, 360)]));
        assert_eq!(offsets(&one), [(0, 0, 0)]);
        assert!(!one.anchors[0].agrees);
        let odd = SourceClock::estimate(anchors(&[(130, 190), (9_000, 9_060), (150, 210)]));
        assert_eq!(offsets(&odd), [(0, 150, 190)]);
        let agree: Vec<bool> = odd.anchors.iter().map(|anchor| anchor.agrees).collect();
        assert_eq!(agree, [true, false, true]);
    }

    #[test]
    fn stamps_stand_as_they_are_while_the_anchors_allow_it() {
        let clock = SourceClock::estimate(anchors(&[(-19_001, 40_000), (-50_000, 9_001)]));
        assert_eq!(offsets(&clock), [(0, 0, 0)]);
        assert_eq!(
            clock.known(),
            Clock {
                least: -20_000,
                most: 10_000
            }
        );
    }

    #[test]
    fn a_clock_that_was_set_anew_is_two_clocks() {
        let clock = SourceClock::estimate(anchors(&[
            (100, 160),
            (110, 170),
            (-700, -690),
            (120, 180),
            (500, 560),
            (510, 570),
            (520, 580),
        ]));
        assert_eq!(
            offsets(&clock),
            [(0, 120, 160), (31, 120, 560), (40, 520, 560)]
        );
        assert!(!clock.anchors[2].agrees && clock.anchors[6].agrees);
    }
}
