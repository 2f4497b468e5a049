//! The board that a dispatcher keeps: which emergencies are open, and which unit works on which.

use super::crew::{Crew, Duty};
use super::cue::Cue;
use super::names::Names;
use super::talk::{Talk, add_places};
use crate::find::address::Place;
use crate::note::SourceId;
use crate::time::{MINUTE, SECOND};
use rustc_hash::{FxHashMap, FxHashSet};

/// An answer without a call sign belongs to what was said this short a time before it on its channel.
const ANSWER: i64 = 30 * SECOND;
/// A unit at work that is sent to another place after so long a silence is on another emergency.
const LULL: i64 = 10 * MINUTE;
/// One emergency on the board.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// Where it is, with the source that has the words; the place of its dispatch first.
    pub places: Vec<(SourceId, Place)>,
    /// Streets that were spoken of: it may have gone there, and nothing new is there.
    streets: Vec<(SourceId, Place)>,
    /// Whether it is filed under a number.
    is_filed: bool,
    /// The kinds of violence that were told of it.
    pub(super) kinds: u32,
    /// Whether it is a chase.
    pub(super) moves: bool,
    /// When it was spoken of last, in milliseconds.
    pub last: i64,
    /// The units that came to it, and whether each is at work.
    crew: FxHashMap<String, bool>,
    /// After so long a silence it is over, in milliseconds.
    pause: i64,
}

impl Job {
    /// One that nothing is known of yet.
    pub(super) fn new(pause: i64) -> Self {
        Job {
            pause,
            ..Job::default()
        }
    }

    /// Whether all units that came to it are done with it.
    fn is_done(&self) -> bool {
        !self.crew.is_empty() && !self.crew.values().any(|is_at_work| *is_at_work)
    }
}

/// The last words on a channel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub job: Option<usize>,
    pub at: i64,
}

/// A channel of a source, by the form in which channels are compared.
pub type Channel = (u32, String);

/// The board while the traffic goes on.
#[derive(Debug)]
pub struct Board {
    /// The emergencies, in the order of their first words.
    pub jobs: Vec<Job>,
    /// Those that are not over.
    pub(super) open: Vec<usize>,
    crew: Crew,
    /// Words by which an emergency is known: `Kestrel` of Kestrel Court.
    names: Names,
    heard: FxHashMap<Channel, Words>,
    /// When and for what units were sent last on a channel.
    pub(super) sent: FxHashMap<Channel, Words>,
    /// The names of channels on which emergencies were opened: they belong to none.
    pub(super) shared: FxHashSet<String>,
    /// The emergency that a channel was given to last.
    given: FxHashMap<String, usize>,
    /// The emergencies by the numbers under which they are filed.
    filed: FxHashMap<String, usize>,
}

/// A transmission that a board hears.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// What it says.
    pub talk: &'a Talk<'a>,
    /// When, in milliseconds; never before the one before.
    pub at: i64,
    /// The channels on which it was heard.
    pub channels: &'a [Channel],
    /// After so long a silence an emergency that it opens is over, in milliseconds.
    pub pause: i64,
}

/// A transmission with its units as the board knows them.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub heard: Heard<'a>,
    pub units: &'a [String],
    pub sources: &'a [SourceId],
}

impl Board {
    /// A board without any emergency.
    pub fn new() -> Self {
        Board {
            jobs: Vec::new(),
            open: Vec::new(),
            crew: Crew::default(),
            names: Names::default(),
            heard: FxHashMap::default(),
            sent: FxHashMap::default(),
            shared: FxHashSet::default(),
            given: FxHashMap::default(),
            filed: FxHashMap::default(),
        }
    }

    /// Which emergency a transmission belongs to, if any.
    pub fn hear(&mut self, heard: Heard) -> Option<usize> {
        let Heard {
            talk, at, channels, ..
        } = heard;
        let jobs = &self.jobs;
        self.open
            .retain(|job| at - jobs[*job].last <= jobs[*job].pause);
        let sources: Vec<SourceId> = channels.iter().map(|(source, _)| *source).collect();
        let units = self.crew.resolve(&talk.units, &sources);
        let known = self.jobs.len();
        let said = Said {
            heard,
            units: &units,
            sources: &sources,
        };
        let job = self
            .filed(talk)
            .or_else(|| self.placed(talk, true))
            .or_else(|| self.opened(said))
            .or_else(|| self.diverted(talk))
            .or_else(|| self.crewed(said))
            .or_else(|| self.joined(said))
            .or_else(|| self.named(talk, false))
            .or_else(|| self.placed(talk, false))
            .or_else(|| self.channelled(channels))
            .or_else(|| self.answered(said))
            .or_else(|| self.alone(said));
        if let Some(job) = job {
            self.note(job, said, known < self.jobs.len());
        }
        let mut names = std::mem::take(&mut self.names);
        let ends = |job: usize| !self.open.contains(&job) || self.jobs[job].is_done();
        names.learn(job, talk, ends);
        self.names = names;
        for channel in channels {
            self.heard.insert(channel.clone(), Words { job, at });
        }
        job
    }

    /// By the number under which it is filed.
    fn filed(&self, talk: &Talk) -> Option<usize> {
        self.filed.get(talk.number.as_ref()?).copied()
    }

    /// By its place: an exact one, a house or a crossing, or by the street alone.
    pub(super) fn placed(&self, talk: &Talk, exact: bool) -> Option<usize> {
        let is_filed_anew = talk.cues.has(Cue::Sends) && talk.number.is_some();
        let wanted = talk.places.iter().map(|(_, place)| place);
        let wanted = wanted.filter(|place| !exact || place.is_exact());
        let meets = |job: &&usize| {
            let job = &self.jobs[**job];
            let is_another = is_filed_anew && job.is_filed;
            let knows = |place: &Place| {
                let streets = if place.is_exact() {
                    &[][..]
                } else {
                    &job.streets
                };
                let mut known = job.places.iter().chain(streets);
                known.any(|(_, known)| known.meets(place))
            };
            !is_another && wanted.clone().any(knows)
        };
        let found = self.open.iter().filter(meets);
        found.max_by_key(|job| self.jobs[**job].last).copied()
    }

    /// By the first of its units that is at work, or just was.
    fn crewed(&self, said: Said) -> Option<usize> {
        said.units.iter().find_map(|unit| {
            let duty = self.crew.duty(unit, said.sources)?;
            let is_done = |cleared| 2 * ANSWER < said.heard.at - cleared;
            let is_there = !duty.cleared.is_some_and(is_done) && self.open.contains(&duty.job);
            is_there.then_some(duty.job)
        })
    }

    /// A unit that nobody named and that goes, right after others were sent on its channel: its station was
    /// called, or it was meant by words that were not understood.
    fn joined(&self, said: Said) -> Option<usize> {
        let Heard {
            talk, at, channels, ..
        } = said.heard;
        let goes = talk.cues.has(Cue::Goes) && !talk.units.is_empty() && talk.places.is_empty();
        let sent = channels.iter().filter_map(|channel| self.sent.get(channel));
        let last = sent.max_by_key(|words| words.at).filter(|_| goes)?;
        last.job
            .filter(|job| at - last.at <= 2 * ANSWER && self.open.contains(job))
    }

    /// Where a unit is sent while it may work on another.
    fn diverted(&self, talk: &Talk) -> Option<usize> {
        let is_sent = talk.cues.has(Cue::Sends) && !talk.units.is_empty();
        is_sent.then(|| self.named(talk, true).or_else(|| self.placed(talk, false)))?
    }

    /// By words that name its place, or its people too, if they name one emergency alone.
    pub(super) fn named(&self, talk: &Talk, by_place: bool) -> Option<usize> {
        self.names
            .meant(talk, by_place, |job| self.open.contains(&job))
    }

    /// By a channel that was given to it, or on which nobody opens any.
    fn channelled(&self, channels: &[Channel]) -> Option<usize> {
        let goes_on = |job: &usize| self.open.contains(job) && !self.jobs[*job].is_done();
        channels.iter().find_map(|channel| {
            let given = self.given.get(&channel.1).copied();
            let last = || self.heard.get(channel).and_then(|words| words.job);
            let is_shared = self.shared.contains(&channel.1);
            let last = || last().filter(|_| !is_shared);
            given.filter(goes_on).or_else(|| last().filter(goes_on))
        })
    }

    /// As the answer to what was said right before on the same channel.
    fn answered(&self, said: Said) -> Option<usize> {
        let Heard {
            talk, at, channels, ..
        } = said.heard;
        let last = self.last_words(channels)?;
        let job = last.job.filter(|_| at - last.at <= ANSWER)?;
        let nobody_came = self.jobs[job].crew.is_empty();
        let says_nothing_else = talk.places.is_empty() && (said.units.is_empty() || nobody_came);
        (says_nothing_else && self.open.contains(&job)).then_some(job)
    }

    /// The only one that is open, for words that name nothing else and answer nothing else.
    fn alone(&self, said: Said) -> Option<usize> {
        let Heard {
            talk, at, channels, ..
        } = said.heard;
        let &[job] = &self.open[..] else {
            return None;
        };
        let names_nothing = said.units.is_empty() && talk.places.is_empty();
        let last = self.last_words(channels);
        let is_answer = last.is_some_and(|last| at - last.at <= ANSWER);
        (names_nothing && !is_answer && !self.is_silent(job, at)).then_some(job)
    }

    /// The last words on some channels.
    fn last_words(&self, channels: &[Channel]) -> Option<Words> {
        let words = channels
            .iter()
            .filter_map(|channel| self.heard.get(channel));
        words.max_by_key(|words| words.at).copied()
    }

    /// What a unit works on, as some sources have it.
    pub(super) fn work_of(&self, unit: &str, sources: &[SourceId]) -> Option<usize> {
        let duty = self.crew.duty(unit, sources)?;
        let is_at_work = duty.cleared.is_none() && self.open.contains(&duty.job);
        is_at_work.then_some(duty.job)
    }

    pub(super) fn is_silent(&self, job: usize, at: i64) -> bool {
        LULL < at - self.jobs[job].last
    }

    /// Writes down what a transmission says of its emergency; whether it opened it.
    fn note(&mut self, job: usize, said: Said, is_new: bool) {
        let Heard { talk, at, .. } = said.heard;
        if !self.open.contains(&job) {
            self.open.push(job);
        }
        let known = &mut self.jobs[job];
        known.last = at;
        known.kinds |= talk.kinds;
        known.moves |= talk.cues.has(Cue::Chases);
        if let Some(number) = &talk.number {
            known.is_filed = true;
            self.filed.entry(number.clone()).or_insert(job);
        }
        let is_first = known.places.is_empty();
        let is_there = !talk.cues.has(Cue::Elsewhere);
        for place in talk.places.iter().filter(|_| is_there).cloned() {
            let list = if place.1.is_exact() || is_first {
                &mut known.places
            } else {
                &mut known.streets
            };
            add_places(list, [place]);
        }
        if let Some(channel) = &talk.channel {
            self.given.insert(channel.clone(), job);
        }
        let sends = is_new || talk.cues.has(Cue::Sends);
        for (turn, unit) in said.units.iter().enumerate() {
            // who is spoken to first is sent elsewhere; others may only be spoken of
            self.note_unit(job, said, unit, sends && (is_new || turn == 0));
        }
    }

    /// Writes down what a unit does by a transmission of an emergency, to which it may be sent.
    fn note_unit(&mut self, job: usize, said: Said, unit: &str, is_sent: bool) {
        let Heard { talk, at, .. } = said.heard;
        let work = self.work_of(unit, said.sources);
        let duty = self.crew.duty(unit, said.sources);
        // `10-4, 409 is clear` sends nobody back
        let is_echo = duty.is_some_and(|duty| {
            let just_left = |cleared| at - cleared <= 2 * ANSWER;
            duty.job == job && duty.cleared.is_some_and(just_left)
        });
        let comes = is_sent || work.is_none() && (!is_echo || talk.cues.has(Cue::Sends));
        let cleared = talk.cues.has(Cue::Clears).then_some(at);
        if cleared.is_none() && (!comes || work == Some(job)) {
            return;
        }
        if let Some(left) = work.filter(|left| *left != job) {
            self.jobs[left].crew.insert(unit.to_owned(), false);
        }
        self.jobs[job]
            .crew
            .insert(unit.to_owned(), cleared.is_none());
        self.crew.set(unit, said.sources, Duty { job, cleared });
    }
}
