//! Claims → verdicts: whether the evidence of a timeline allows a claim about its times.
//!
//! A verdict is a proof: it holds with all widths at their outer values, and order from the text alone is no
//! evidence. Which event the words of a claim mean is found by their meaning; if more than one event fits, a
//! verdict is given only where all of them lead to it.

use crate::link::{Incident, Teller};
use crate::note::SourceId;
use crate::solve::Limits;
use crate::solve::incident::{Apart, LeftOut, apart};
use crate::span::Span;
use crate::time::Instant;
use crate::timeline::{Place, Timeline};
use claim::{Claimed, What, Words};
use clause::{Form, asserted};
use day::day_of;
use decide::{Tried, apart_in_words, decide, nothing, too_many};
use ellipsis::completed;
use event::{Candidate, Catalogue};
use far::{Far, after};
use moment::Days;
use verdict::{Flip, Verdict};

mod act;
pub mod claim;
mod clause;
mod day;
mod decide;
mod description;
mod ellipsis;
mod entry;
mod event;
pub mod far;
mod moment;
mod mood;
mod order;
mod own;
mod passage;
mod role;
mod untold;
pub mod verdict;
mod wording;

/// What a user wants checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// How the user names it.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// What the evidence says of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// How much later the first event is than the second, or than the time, with all widths at their outer
    /// values, in milliseconds, both ends inclusive; negative is earlier, `None` is open.
    pub limits: Limits,
    /// What the claim allows, in the same terms.
    pub claimed: Option<Far>,
    /// The time that a claim of a time counts from: where it begins, or ends.
    pub time: Option<Instant>,
    /// The events that the claim is about.
    pub events: Vec<Place>,
    /// The statements behind the two ends, by source and place.
    pub evidence: Vec<Teller>,
    /// The words that give the events their days, where the claim is of one.
    pub days: Vec<(SourceId, Span)>,
    /// Why there is no verdict, if there is none.
    pub missing: Option<Missing>,
    /// What would turn it.
    pub flip: Option<Flip>,
}

/// Why there is no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No source tells such an event.
    NoEvent(String),
    /// Several events fit almost as well, and do not agree.
    Several(String),
    /// More events fit than are tried: so many more than those named.
    Many(String, usize),
    /// Both descriptions fit the same event best.
    OneEvent,
    /// The events have only some of the words that mean them.
    InPart,
    /// No source tells both the start and the end of it.
    NoEnds(String),
    /// The words give no time that can be compared.
    NoTime(String),
    /// The words may be of several times, which do not lead to one verdict.
    TwoTimes(String),
    /// Nothing says how much later it was at least.
    NoLeast,
    /// Nothing says how much later it was at most.
    NoMost,
    /// The evidence reaches over the limit of the claim.
    TooWide,
}

/// A claim with what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The claim.
    pub claim: Claim,
    /// What the evidence says, or the words of the claim that could not be read, in bytes of its text.
    pub found: Result<Finding, Span>,
}

/// A timeline with its events by their words.
pub struct Checker<'a> {
    timeline: &'a Timeline<'a>,
    catalogue: Catalogue<'a>,
}

/// So many events are tried for each description; more are too many for one to be meant.
const MOST_RIVALS: usize = 8;

impl<'a> Checker<'a> {
    /// For the claims about a timeline.
    ///
    /// ```
    /// # use squelch::{find::find, link, read::Source, resolve, solve::incident, timeline::timeline};
    /// use squelch::check::{Checker, Claim, verdict::Verdict};
    /// # let log = "[2025-05-03 14:02:30] Dispatch: Engine 7, respond to a kitchen fire\n\
    /// #            [2025-05-03 14:08:35] Engine 7: on scene\n";
    /// # let sources = [Source::read("log.txt", log.into(), None).unwrap()];
    /// # let setting = resolve::Setting::default();
    /// # let resolved = vec![resolve::resolve(0, &sources[0], &find(&sources[0]), &setting)];
    /// # let joined = link::join(&sources, resolved);
    /// # let told = joined.told(&sources);
    /// # let (incidents, _) = link::link(&told, &link::Setting::default());
    /// # let solved = incidents.into_iter()
    /// #     .map(|found| { let solved = incident::incident(&told, &found); (found, solved) }).collect();
    /// let timeline = timeline(told, solved, Vec::new());
    /// let claim = Claim {
    ///     id: "1".to_owned(),
    ///     text: "Engine 7 arrived within seven minutes of the dispatch to the kitchen fire".to_owned(),
    /// };
    /// let checked = Checker::new(&timeline).check(claim);
    /// assert_eq!(checked.found.unwrap().verdict, Verdict::Supported);
    /// ```
    pub fn new(timeline: &'a Timeline<'a>) -> Self {
        Checker {
            timeline,
            catalogue: Catalogue::new(timeline),
        }
    }

    /// Checks a claim.
    pub fn check(&mut self, claim: Claim) -> Checked {
        let read = claim::read(&claim.text);
        let found = read.and_then(|parts| {
            let asserted = parts.into_iter().map(|part| asserted(&claim.text, part));
            let parts: Vec<Claimed> = asserted.collect::<Result<_, _>>()?;
            let findings = parts
                .iter()
                .map(|part| self.find(&claim.text, part, &|_| true));
            Ok(together(findings.collect()))
        });
        Checked { claim, found }
    }

    /// What the evidence says of a claim about some of the events.
    fn find(&mut self, text: &str, claimed: &Claimed, is_meant: &dyn Fn(Place) -> bool) -> Finding {
        let mut candidates = |words: &Words| self.catalogue.find(text, words, is_meant);
        let events = candidates(&claimed.event);
        let words = told(text, &claimed.event);
        if events.is_empty() {
            return nothing(Missing::NoEvent(words));
        }
        if MOST_RIVALS < events.len() {
            return too_many(&events, MOST_RIVALS, words);
        }
        let is_state = clause::claimed(text, &claimed.event).form == Form::State;
        let (tried, words, none) = match &claimed.what {
            What::Apart { other, far } => {
                let others = candidates(&completed(text, &claimed.event, other));
                if others.is_empty() {
                    return nothing(Missing::NoEvent(told(text, other)));
                }
                if MOST_RIVALS < others.len() {
                    return too_many(&others, MOST_RIVALS, told(text, other));
                }
                let (events, others) = apart_in_words(events, others);
                let words = if events.len() == 1 {
                    told(text, other)
                } else {
                    words
                };
                let far = if is_state && !is_distance(*far) {
                    lasting(*far)
                } else {
                    *far
                };
                (self.apart(&events, &others, far), words, Missing::OneEvent)
            }
            What::Lasted(far) => {
                let none = Missing::NoEnds(words.clone());
                (self.lasted(&events, *far), words, none)
            }
            What::At { time, denied } => {
                let named = time.span.of(text).to_owned();
                let at = |candidate: &Candidate| {
                    let found = self.when(self.teller(candidate.place), candidate.place, None);
                    let days = self.days(candidate.place, found.limits)?;
                    // an end that no evidence gives still says which day is meant
                    let window = self.timeline.event(candidate.place).interval;
                    let near = Limits {
                        at_least: found.limits.at_least.or(window.earliest.map(|it| it.0)),
                        at_most: found.limits.at_most.or(window.latest.map(|it| it.0)),
                    };
                    let fars = moment::fars(time, *denied, &days, near);
                    let readings = fars.into_iter().map(|far| {
                        let far = if is_state && !denied {
                            lasting(far)
                        } else {
                            far
                        };
                        let events = vec![candidate.place];
                        Tried::new(events, found.clone(), far, &[candidate]).counted_from_time()
                    });
                    Tried::agreed(readings.collect(), Missing::TwoTimes(named.clone()))
                };
                let tried = events.iter().filter_map(at).collect();
                (tried, words, Missing::NoTime(named))
            }
        };
        let mut finding = decide(self.timeline, tried, Missing::Several(words), none);
        if matches!(&claimed.what, What::At { time, .. } if time.has_day()) {
            let tellers = finding.evidence.iter();
            finding.days = tellers
                .flat_map(|teller| day_of(&self.timeline.told, *teller))
                .collect();
            finding.days.sort_unstable();
            finding.days.dedup();
        }
        finding
    }

    /// Every choice of two different events.
    fn apart(&self, events: &[Candidate], others: &[Candidate], far: Far) -> Vec<Tried> {
        let pairs = others
            .iter()
            .flat_map(|other| events.iter().map(move |event| (event, other)));
        let mut pairs: Vec<_> = pairs
            .filter(|(event, other)| event.place != other.place)
            .collect();
        pairs.sort_by(|a, b| (b.0.fit + b.1.fit).total_cmp(&(a.0.fit + a.1.fit)));
        pairs
            .into_iter()
            .map(|(event, other)| {
                let found = self.between(other.place, event.place, None);
                Tried::new(vec![event.place, other.place], found, far, &[event, other])
            })
            .collect()
    }

    /// The start and the end of each lasting event.
    fn lasted(&self, events: &[Candidate], far: Far) -> Vec<Tried> {
        let ends = |candidate: &Candidate| {
            let chronicle = &self.timeline.chronicles[candidate.place.chronicle];
            let of = chronicle.events[candidate.place.event].of.as_ref()?;
            let mut ends = (0..chronicle.events.len())
                .filter(|event| chronicle.events[*event].of.as_ref() == Some(of))
                .map(|event| Place {
                    event,
                    ..candidate.place
                });
            let (start, end) = (ends.next()?, ends.next()?);
            let found = self.between(start, end, None);
            Some(Tried::new(vec![start, end], found, far, &[candidate]))
        };
        let mut all: Vec<Tried> = events.iter().filter_map(ends).collect();
        all.dedup_by(|a, b| a.events == b.events);
        all
    }

    fn teller(&self, place: Place) -> Teller {
        self.timeline.event(place).tellers[0]
    }

    fn incident(&self, place: Place) -> &Incident {
        &self.timeline.chronicles[place.chronicle].incident
    }

    fn between(&self, from: Place, to: Place, left_out: Option<LeftOut>) -> Apart {
        let mut incidents = vec![self.incident(from), self.incident(to)];
        incidents.dedup_by_key(|incident| &incident.id);
        let ends = (Some(self.teller(from)), self.teller(to));
        apart(&self.timeline.told, &incidents, ends, left_out)
    }

    fn when(&self, teller: Teller, place: Place, left_out: Option<LeftOut>) -> Apart {
        let ends = (None, teller);
        apart(&self.timeline.told, &[self.incident(place)], ends, left_out)
    }

    /// The days on which an event may lie.
    fn days(&self, place: Place, limits: Limits) -> Option<Days> {
        let incident = self.incident(place);
        let zone = incident.zone;
        let day = |end: Option<i64>| end.map(|end| zone.civil(Instant(end)).date());
        let first = day(limits.at_least)
            .or(incident.date)
            .or(day(limits.at_most))?;
        let last = day(limits.at_most).unwrap_or(first);
        let events = self.timeline.chronicles[place.chronicle].events.iter();
        let ends = events.filter_map(|event| event.interval.latest.or(event.interval.earliest));
        let today = ends.max().map_or(last, |end| zone.civil(end).date());
        Some(Days {
            first,
            last,
            today,
            zone,
        })
    }
}

/// The finding on a claim of some parts: that of the one which is wrong, or else of one that is open; where all
/// hold, of the one which would turn first, with the evidence of all.
fn together(mut parts: Vec<Finding>) -> Finding {
    let rank = |part: &Finding| match part.verdict {
        Verdict::Contradicted => (0, 0),
        Verdict::Undetermined => (1, 0),
        Verdict::Supported => (2, part.flip.map_or(i64::MAX, |flip| flip.by)),
    };
    parts.sort_by_key(rank);
    let mut parts = parts.into_iter();
    let mut first = parts.next().unwrap_or_default();
    if first.verdict == Verdict::Supported {
        for part in parts {
            first.evidence.extend(part.evidence);
            first.days.extend(part.days);
        }
        first.evidence.sort_unstable();
        first.evidence.dedup();
        first.days.sort_unstable();
        first.days.dedup();
    }
    first
}

/// What holds for a while may have come about before: `Officers were inside at 7:50` is no matter of when they
/// went in, if they had.
fn lasting(far: Far) -> Far {
    Far {
        outer: Limits {
            at_least: None,
            ..far.outer
        },
        ..far
    }
}

/// Whether two events are said to lie so far apart, and not only in which order, or together.
fn is_distance(far: Far) -> bool {
    let is_around = far.usual == far.usual.negated() && far.usual != far.outer;
    far != after() && !is_around
}

fn told(text: &str, words: &Words) -> String {
    let words: Vec<&str> = words.iter().map(|span| span.of(text)).collect();
    words.join(" … ")
}
