//! Which words open a new emergency on the board.

use super::board::{Board, Heard, Job, Said, Words};
use super::cue::Cue;

/// The kinds of emergencies of which a second place minutes later is a part: shots, knives, blasts;
/// bits as in [`super::cue::Hint::kinds`].
const MOVING: u32 = 0b1011;

impl Board {
    /// A new emergency: a unit that has no work, or anybody, is sent for something to a place that is none
    /// of those known. What one that moves leads to is that one.
    pub(super) fn opened(&mut self, said: Said) -> Option<usize> {
        let Heard { talk, at, .. } = said.heard;
        let is_known = [Cue::Elsewhere, Cue::Refers, Cue::Clears];
        if is_known.into_iter().any(|cue| talk.cues.has(cue)) {
            return None;
        }
        let is_stop = talk.cues.has(Cue::Stops) && !said.units.is_empty();
        if !is_stop && !self.is_call(said) || !self.is_for_somebody(said) {
            return None;
        }
        // what a unit finds while others are at work is of what they work on
        let is_quiet = self.open.iter().all(|job| self.is_silent(*job, at));
        let is_found = talk.cues.has(Cue::TellsOfItself) && !is_stop && !is_quiet;
        self.led(said)
            .or_else(|| (!is_found).then(|| self.open_one(said)))
    }

    /// Whether somebody is told of something at a place where nothing is known, or under a number of its own.
    fn is_call(&self, said: Said) -> bool {
        let Heard { talk, at, .. } = said.heard;
        let has_house = talk.places.iter().any(|(_, place)| place.number.is_some());
        let is_quiet = self.open.iter().all(|job| self.is_silent(*job, at));
        let is_told =
            talk.cues.has(Cue::Complains) || talk.cues.has(Cue::Sends) && (has_house || is_quiet);
        let is_somewhere = !talk.places.is_empty() && self.placed(talk, false).is_none();
        is_told && (is_somewhere || is_filed(said))
    }

    /// Whether it is said to a unit that can come.
    fn is_for_somebody(&self, said: Said) -> bool {
        let Heard { talk, at, .. } = said.heard;
        let is_free = |unit: &String| {
            let work = self.work_of(unit, said.sources);
            work.is_none_or(|job| self.is_silent(job, at))
        };
        let is_exact = talk.places.iter().any(|(_, place)| place.is_exact());
        // a dispatcher who has just called a unit names none
        let is_read = said.units.is_empty() && is_exact && self.named(talk, false).is_none();
        // one at work is sent elsewhere by words that have nothing of its work
        let is_other =
            talk.cues.has(Cue::Complains) && is_exact && self.named(talk, true).is_none();
        let is_sent = said
            .units
            .first()
            .is_some_and(|unit| is_free(unit) || is_other);
        is_filed(said) || is_read || is_sent || talk.cues.has(Cue::AsksAnybody)
    }

    /// The emergency that goes on and leads to what is told: a chase to its crash, shots to more shots.
    fn led(&self, said: Said) -> Option<usize> {
        let Heard { talk, at, .. } = said.heard;
        if talk.cues.has(Cue::Unrelated) {
            return None;
        }
        let leads_here = |job: &usize| {
            let Job { kinds, moves, .. } = &self.jobs[*job];
            let is_same = kinds & talk.kinds & MOVING != 0;
            let is_other_scene = kinds & MOVING != 0 && said.units.is_empty();
            let is_its_end = *moves && talk.kinds != 0;
            !self.is_silent(*job, at) && (is_same || is_other_scene || is_its_end)
        };
        let led = self.open.iter().copied().filter(leads_here);
        led.max_by_key(|job| self.jobs[*job].last)
    }

    fn open_one(&mut self, said: Said) -> usize {
        let Heard {
            at,
            channels,
            pause,
            ..
        } = said.heard;
        let job = self.jobs.len();
        self.jobs.push(Job::new(pause));
        self.open.push(job);
        for channel in channels {
            self.shared.insert(channel.1.clone());
            let job = Some(job);
            self.sent.insert(channel.clone(), Words { job, at });
        }
        job
    }
}

/// Whether it is said to a unit under a number of its own.
fn is_filed(said: Said) -> bool {
    said.heard.talk.number.is_some() && !said.units.is_empty()
}
