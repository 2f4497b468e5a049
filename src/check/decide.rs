//! From what was found for each choice of events to one finding.

use super::event::Candidate;
use super::far::Far;
use super::verdict::{Verdict, flip, judge};
use super::{Finding, Missing};
use crate::solve::Limits;
use crate::solve::incident::Apart;
use crate::time::Instant;
use crate::timeline::{Place, Timeline};

/// What was found for one choice of events.
pub(super) struct Tried {
    pub events: Vec<Place>,
    apart: Apart,
    far: Far,
    verdict: Verdict,
    time: Option<Instant>,
    /// Why there is no verdict, if its words may mean several times.
    unclear: Option<Missing>,
    /// How much of the words the event has that has less of them.
    fit: f64,
}

impl Tried {
    /// What follows from the events that some candidates are.
    pub fn new(events: Vec<Place>, mut apart: Apart, far: Far, by: &[&Candidate]) -> Self {
        // what is told to be so by then may have come about at any time before
        let is_over = |at: usize| by.get(at).is_some_and(|candidate| candidate.is_over);
        if is_over(0) {
            apart.limits.at_least = None;
        }
        if is_over(1) {
            apart.limits.at_most = None;
        }
        let far = far.towards(apart.limits);
        Tried {
            verdict: judge(far, apart.limits),
            events,
            apart,
            far,
            fit: by.iter().map(|candidate| candidate.fit).fold(1.0, f64::min),
            time: None,
            unclear: None,
        }
    }

    /// One of several readings of a time, if all lead to its verdict.
    pub fn agreed(readings: Vec<Tried>, unclear: Missing) -> Option<Self> {
        let is_agreed = readings
            .windows(2)
            .all(|two| two[0].verdict == two[1].verdict);
        let first = readings.into_iter().next()?;
        Some(if is_agreed {
            first
        } else {
            Tried {
                verdict: Verdict::Undetermined,
                unclear: Some(unclear),
                ..first
            }
        })
    }

    /// The verdict with what it rests on.
    pub fn finding(self) -> Finding {
        let is_open = self.verdict == Verdict::Undetermined;
        let flip = flip(self.far, &self.apart).filter(|_| self.unclear.is_none());
        Finding {
            verdict: self.verdict,
            limits: self.apart.limits,
            claimed: Some(self.far),
            time: self.time,
            evidence: self.apart.tellers(),
            missing: is_open.then(|| self.unclear.clone().unwrap_or_else(|| missing(&self))),
            flip,
            events: self.events,
            days: Vec::new(),
        }
    }

    /// With distances from the claimed time, in place of instants.
    pub fn counted_from_time(mut self) -> Self {
        let Far { usual, outer, .. } = self.far;
        let Limits { at_least, at_most } = if usual.at_most.is_none() {
            outer
        } else {
            usual
        };
        let time = at_least.or(at_most.map(|last| last.saturating_add(1)));
        if let Some(time) = time {
            self.time = Some(Instant(time));
            let limits = [
                &mut self.apart.limits,
                &mut self.far.usual,
                &mut self.far.outer,
            ];
            for limits in limits {
                *limits = limits.counted_from(time);
            }
        }
        self
    }
}

fn missing(tried: &Tried) -> Missing {
    let (usual, limits) = (tried.far.usual, tried.apart.limits);
    let ends = [usual.at_least.is_some(), usual.at_most.is_some()];
    // what is denied of one side leaves the other
    let [needs_least, needs_most] = match ends {
        [least, most] if tried.far.denied => [!least, !most],
        plain => plain,
    };
    if needs_least && limits.at_least.is_none() {
        Missing::NoLeast
    } else if needs_most && limits.at_most.is_none() {
        Missing::NoMost
    } else {
        Missing::TooWide
    }
}

/// An event that has less of the words that mean it is not enough for a verdict.
const CERTAIN_FIT: f64 = 0.45;

/// Where both descriptions mean one event best, each leaves out those of its others that lack one of its words
/// which that event has: these are not meant as well.
pub(super) fn apart_in_words(
    mut events: Vec<Candidate>,
    mut others: Vec<Candidate>,
) -> (Vec<Candidate>, Vec<Candidate>) {
    if events[0].place == others[0].place {
        for found in [&mut events, &mut others] {
            let all = found[0].has.clone();
            found.retain(|candidate| all.iter().all(|term| candidate.has.contains(term)));
        }
    }
    (events, others)
}

/// No verdict, because more events fit some words than can be meant.
pub(super) fn too_many(events: &[Candidate], most: usize, words: String) -> Finding {
    Finding {
        events: events[..most].iter().map(|it| it.place).collect(),
        ..nothing(Missing::Many(words, events.len() - most))
    }
}

/// No verdict, for a reason.
pub(super) fn nothing(missing: Missing) -> Finding {
    Finding {
        missing: Some(missing),
        ..Finding::default()
    }
}

/// The verdict to which all choices lead, but for those that may be of the same events told twice.
pub(super) fn decide(
    timeline: &Timeline,
    mut tried: Vec<Tried>,
    several: Missing,
    none: Missing,
) -> Finding {
    if tried.is_empty() {
        return nothing(none);
    }
    let is_clear = |it: &Tried| it.verdict != Verdict::Undetermined;
    let clear: Vec<Vec<Place>> = tried
        .iter()
        .filter(|it| is_clear(it))
        .map(|it| it.events.clone())
        .collect();
    let best = tried.iter().position(is_clear).unwrap_or(0);
    let best = tried.remove(best);
    let verdict = best.verdict;
    let is_open = |it: &Tried| {
        !is_clear(it)
            && clear
                .iter()
                .any(|events| may_be_one(timeline, &it.events, events))
    };
    if tried
        .iter()
        .any(|other| other.verdict != verdict && !is_open(other))
    {
        let all = tried.into_iter().chain([best]);
        let mut events: Vec<Place> = all.flat_map(|it| it.events).collect();
        events.sort_unstable();
        events.dedup();
        return Finding {
            events,
            ..nothing(several)
        };
    }
    if best.fit < CERTAIN_FIT && verdict != Verdict::Undetermined {
        return Finding {
            events: best.events,
            ..nothing(Missing::InPart)
        };
    }
    best.finding()
}

/// Whether events may be others told twice: each meets its other.
fn may_be_one(timeline: &Timeline, events: &[Place], others: &[Place]) -> bool {
    let window = |place: &Place| timeline.event(*place).interval;
    let pairs = events.iter().zip(others);
    pairs
        .into_iter()
        .all(|(a, b)| a == b || !window(a).and(window(b)).is_empty())
}
