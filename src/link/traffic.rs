//! Raw traffic of a shift → emergencies: which transmissions belong to which, as a dispatcher's board
//! would have it.
//!
//! All transcripts of a run are heard as one stream, in the order of their true times, and the
//! recordings of one transmission as one. What dispatchers go by decides, the strongest first: the number
//! under which an emergency is filed, its address, the work that a unit has from its dispatch until it is
//! clear, the channel given to it, and what was said right before. A source is split only if two
//! emergencies or more were opened on it; the calls of one recorder are as one source.

use super::groups::Groups;
use super::recorder::recorders;
use super::{Identity, Likeness, Teller, Told};
use crate::note::SourceId;
use crate::read::Kind;
use crate::resolve::{Resolved, Statement};
use crate::time::HOUR;
use board::{Board, Channel, Heard, Job};
use cue::Hints;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use talk::{Talk, channel};

mod article;
mod board;
mod crew;
mod cue;
mod names;
mod opening;
mod talk;

/// An emergency that nobody speaks of for an hour is over, unless the user says otherwise: most calls of
/// fire, medical and police units are cleared within it.
pub const PAUSE: i64 = HOUR;

/// Where a statement belongs by the traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Nothing splits its account.
    Account(u32),
    /// Nothing splits the calls of its recorder.
    Recorder(u32),
    /// One emergency of those that the traffic tells of.
    Job(u32),
    /// None of them.
    Unassigned,
    /// What the user has pinned: index of the pin.
    Pinned(u32),
}

impl Part {
    /// The emergency.
    fn job(self) -> Option<u32> {
        match self {
            Part::Job(job) => Some(job),
            _ => None,
        }
    }
}

/// The traffic of a run on a dispatcher's board.
#[derive(Debug)]
pub struct Traffic {
    /// The part of each statement, by source.
    pub parts: Vec<Vec<Part>>,
    /// The transmissions that opened an emergency, each with its other recordings.
    pub sent: Vec<Vec<Teller>>,
    /// Where each emergency is, in words: the place of its dispatch.
    places: Vec<Option<String>>,
}

impl Traffic {
    /// Where the emergency of a part is, in words.
    pub fn place(&self, part: Part) -> Option<&str> {
        self.places[part.job()? as usize].as_deref()
    }
}

/// Reads the traffic of a run; `pauses` says for each source after how long a silence an emergency is over,
/// in milliseconds.
pub fn traffic(told: &Told, pauses: &[i64]) -> Traffic {
    let accounts = |said: &Resolved| {
        let accounts = said.statements.iter();
        accounts.map(|it| Part::Account(it.account)).collect()
    };
    let mut traffic = Traffic {
        parts: told.resolved.iter().map(accounts).collect(),
        sent: Vec::new(),
        places: Vec::new(),
    };
    let mut shift = Shift::default();
    for sources in streams(told) {
        shift.hear(told, &sources, pauses);
    }
    let recorders = recorders(told.sources);
    let jobs = |sources: &[SourceId]| {
        let jobs = sources.iter().filter_map(|source| shift.jobs.get(source));
        jobs.flatten().copied().collect::<Vec<Option<u32>>>()
    };
    let is_shared = |sources: &[SourceId]| {
        1 < jobs(sources)
            .iter()
            .flatten()
            .collect::<BTreeSet<_>>()
            .len()
    };
    let is_split = recorders.iter().any(|mine| is_shared(mine));
    for (mine, number) in recorders.iter().zip(0..) {
        let whole = if is_shared(mine) {
            None
        } else if let Some(job) = majority(&jobs(mine)).filter(|_| is_split) {
            Some(Part::Job(job))
        } else if 1 < mine.len() {
            Some(Part::Recorder(number))
        } else {
            continue;
        };
        for source in mine {
            let known = shift.jobs.get(source).map_or(&[][..], Vec::as_slice);
            let parts = traffic.parts[*source as usize].iter_mut();
            for (part, job) in parts.zip(known) {
                *part = whole.unwrap_or(job.map_or(Part::Unassigned, Part::Job));
            }
        }
    }
    traffic.sent = shift.sent;
    if !is_split {
        return traffic;
    }
    article::follow(told, &shift.board, &mut traffic.parts);
    traffic.places = shift.board.iter().map(|job| place_of(told, job)).collect();
    traffic
}

/// The transcripts that are heard together: all that have a day, and each other one by itself.
fn streams(told: &Told) -> Vec<Vec<SourceId>> {
    let transcripts = (0..told.sources.len() as SourceId)
        .filter(|source| told.sources[*source as usize].kind() == Kind::Transcript);
    let is_dated = |source: &SourceId| told.resolved[*source as usize].undated.is_none();
    let (dated, undated): (Vec<SourceId>, Vec<SourceId>) = transcripts.partition(is_dated);
    let alone = undated.into_iter().map(|source| vec![source]);
    [dated].into_iter().chain(alone).collect()
}

/// The traffic of all transcripts as it was heard.
#[derive(Default)]
struct Shift {
    /// The emergency of each transmission, by transcript.
    jobs: BTreeMap<SourceId, Vec<Option<u32>>>,
    /// The emergencies.
    board: Vec<Job>,
    /// The transmissions that opened them, each with its other recordings.
    sent: Vec<Vec<Teller>>,
}

impl Shift {
    /// Hears some transcripts as one stream.
    fn hear(&mut self, told: &Told, sources: &[SourceId], pauses: &[i64]) {
        let lines = lines(told, sources);
        let firsts = one_transmission(told, &lines);
        let mut heard: Vec<(usize, usize)> = firsts.into_iter().zip(0..).collect();
        heard.sort_unstable();
        let mut board = Board::new();
        let mut hints = Hints::default();
        for source in sources {
            let said = &told.resolved[*source as usize];
            self.jobs.insert(*source, vec![None; said.statements.len()]);
        }
        let has_labels: Vec<bool> = told.resolved.iter().map(has_labels).collect();
        for copies in heard.chunk_by(|a, b| a.0 == b.0) {
            let tellers = copies.iter().map(|(_, line)| lines[*line].1);
            let mut talk = Talk::default();
            let mut channels: Vec<Channel> = Vec::new();
            for teller in tellers.clone() {
                let statement = told.statement(teller);
                let text = told.text(teller);
                talk.add(Talk::of(text, statement, &mut hints));
                let named = statement.channel.map(|span| channel(span.of(text)));
                let named = named.filter(|_| !has_labels[teller.source as usize]);
                channels.push((teller.source, named.unwrap_or_default()));
            }
            let known = board.jobs.len();
            let source = channels[0].0;
            let job = board.hear(Heard {
                talk: &talk,
                at: lines[copies[0].1].0,
                channels: &channels,
                pause: pauses[source as usize],
            });
            if known < board.jobs.len() {
                self.sent.push(tellers.clone().collect());
            }
            let job = job.map(|job| (self.board.len() + job) as u32);
            for teller in tellers {
                if let Some(jobs) = self.jobs.get_mut(&teller.source) {
                    jobs[teller.index as usize] = job;
                }
            }
        }
        self.board.extend(board.jobs);
    }
}

/// Whether the labels of a transcript say who speaks: `Dispatch:` beside `Engine 7:` is no channel.
fn has_labels(said: &Resolved) -> bool {
    let speaks =
        |it: &Statement| it.channel.is_none() && (it.unit.is_some() || it.speaker.is_some());
    said.statements.iter().any(speaks)
}

/// For each line the first one that is a recording of the same transmission.
fn one_transmission(told: &Told, lines: &[(i64, Teller)]) -> Vec<usize> {
    let mut recordings = Groups::new(lines.len());
    let is_copy = |identity: &&Identity| identity.likeness == Likeness::Recording;
    let mut copies = told.identities.iter().filter(is_copy).peekable();
    if copies.peek().is_some() {
        let lines = lines.iter().map(|(_, teller)| *teller);
        let position: FxHashMap<Teller, usize> = lines.zip(0..).collect();
        for identity in copies {
            let place = |teller| position.get(&teller).copied();
            if let (Some(a), Some(b)) = (place(identity.first), place(identity.second)) {
                recordings.join(a, b);
            }
        }
    }
    recordings.firsts()
}

/// The time of lines before any that has one; what is counted from it does not overflow.
const BEFORE_ALL: i64 = i64::MIN / 4;

/// The transmissions of some transcripts in the order of their true times; one without a time comes right
/// after the one before it.
fn lines(told: &Told, sources: &[SourceId]) -> Vec<(i64, Teller)> {
    let mut lines = Vec::new();
    for &source in sources {
        let said = &told.resolved[source as usize];
        let mut at = BEFORE_ALL;
        for index in 0..said.statements.len() as u32 {
            let teller = Teller { source, index };
            let placed = match &said.undated {
                Some(undated) => undated.stamps[index as usize],
                None => told.placed(teller),
            };
            at = match (placed.earliest, placed.latest) {
                // the middle: a clock that is known less well is not before the others
                (Some(earliest), Some(latest)) => i64::midpoint(earliest.0, latest.0),
                (end, other) => end.or(other).map_or(at, |time| time.0),
            };
            lines.push((at, teller));
        }
    }
    lines.sort_unstable();
    lines
}

/// The emergency of more than half of some transmissions.
fn majority(jobs: &[Option<u32>]) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for job in jobs.iter().flatten() {
        *counts.entry(*job).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| jobs.len() < 2 * count)
        .map(|(job, _)| job)
}

/// The words of the place to which units were sent first.
fn place_of(told: &Told, job: &Job) -> Option<String> {
    let (source, place) = job.places.first()?;
    Some(
        place
            .span
            .of(&told.sources[*source as usize].text)
            .to_owned(),
    )
}
