//! How an account goes on: the day and the clock time that the next times of it are read by.

use super::Walk;
use super::telling::Telling;
use crate::find::Point;
use crate::find::word::tokens;
use crate::resolve::point::Reading;
use crate::resolve::width::{self, Reach};
use crate::resolve::{Part, clause};
use crate::span::Span;
use crate::time::{Grain, Instant};
use chrono::{NaiveDate, NaiveTime, Timelike};

impl Walk<'_> {
    /// What the account counts from after a statement of a happening; `turns` is whether it goes on from
    /// its day, where its own words name one.
    pub(super) fn go_on_from(
        &mut self,
        telling: &Telling,
        at: usize,
        reading: &Reading,
        turns: Option<bool>,
    ) {
        let usual = reading.usual;
        let is_clock = reading.grain <= Grain::Minute;
        // a time in two readings is no step of the story, and neither is a look back: `She had heard it
        // at 7`
        let is_open = is_clock && reading.stated.is_none() && is_twofold(reading);
        // `by midnight` is still of the evening
        let by = reading.stated.filter(|by| {
            let time = self.zone.civil(*by).time();
            is_clock && time != NaiveTime::MIN
        });
        let moment = usual.earliest.or(by).filter(|_| !is_open);
        let phrase = self.out.statements[at].phrase.unwrap_or_default();
        let steps_back = turns != Some(true)
            && moment < self.accounts[self.current].clock
            && clause::is_past_perfect(self.text, self.main_words(telling.clause, phrase));
        if steps_back && is_clock {
            self.flashback = moment;
        }
        // a look back goes on in the plain past: `He had left at 5. The log put it at 3:38.`
        let is_within_look = self.flashback.is_some()
            && turns != Some(true)
            && moment < self.accounts[self.current].clock;
        let steps_back = steps_back || is_within_look;
        let evening = moment.and_then(|moment| self.evening_before(moment));
        let account = &mut self.accounts[self.current];
        let told_on = account.day;
        let had_told = account.told.replace(at).is_some();
        let is_closed = usual.earliest.is_some() && usual.latest.is_some();
        // `who had been waiting since 10:04` is no event that others count from
        let is_aside = steps_back && self.out.statements[at].part == Some(Part::Start);
        if is_closed && !is_aside {
            account.timed = Some(at);
        }
        let day = match turns {
            Some(true) => reading.day,
            None if !is_open && moment.or(usual.earliest).is_some() => {
                reading.day.zip(told_on).map(|(day, told)| day.max(told))
            }
            _ => None,
        };
        account.day = day.or(told_on);
        account.is_settled = is_clock || account.is_settled && account.day == told_on;
        let begun = account
            .begun
            .map(|begun| self.out.statements[begun].own.earliest);
        if is_clock && is_closed && begun.is_none_or(|begun| usual.earliest < begun) {
            account.begun = Some(at);
        }
        if turns == Some(false) || steps_back || is_open {
            return;
        }
        if let Some(moment) = moment.filter(|_| is_clock) {
            let last = account.clock.filter(|_| had_told);
            account.is_rising = last.is_some_and(|last| last < moment);
        }
        let is_part = reading.grain == Grain::PartOfDay;
        // `that morning`, told after a clock time of it, is no step back
        let is_within = is_part && usual.earliest <= account.clock && account.clock < usual.latest;
        if reading.grain <= Grain::PartOfDay && !is_within {
            account.clock = moment.or(account.clock);
        }
        // `before seven`, told of a morning, leaves it open
        if is_part || moment.is_some() {
            account.part = Some(usual).filter(|_| is_part && is_closed);
        }
        if let Some(evening) = evening.filter(|_| turns.is_none()) {
            account.day = Some(evening);
            // its small hours have been told: they come again
            account.is_rising = true;
        }
    }

    /// Whether a clause only says behind what the sentence's main clause lies, so that the account goes on
    /// from that one: `A boy was found at 8 a.m. Sunday | after the boat sank on Saturday`.
    pub(super) fn is_behind(&self, telling: &Telling, reading: &Reading) -> bool {
        let account = &self.accounts[self.current];
        let is_back = reading.usual.earliest < account.clock
            || reading.day.is_some() && reading.day < account.day;
        let opener = tokens(self.text, telling.passage).next();
        telling.sentence.start < telling.passage.start
            && is_back
            && opener.is_some_and(|word| word.of(self.text) == "after")
    }

    /// Whether a story that has told a clock time of its day goes on into a part of the same day, which opens a
    /// sentence: `During the afternoon, officers spoke to him`; not back to one, and into no other day.
    pub(super) fn goes_on_into(&self, sentence: Span, time: Span, point: &Point) -> bool {
        const SMALL_HOURS: i64 = 6;
        let account = &self.accounts[self.current];
        let Some((part, clock)) = point.when.part.zip(account.clock) else {
            return false;
        };
        let clock = self.zone.civil(clock);
        let hour = i64::from(clock.hour());
        let (_, end) = width::hours(part.part, part.degree);
        let is_ahead = SMALL_HOURS <= hour && hour < end;
        let behind = Span {
            start: time.end,
            end: sentence.end.max(time.end),
        };
        time.start == sentence.start
            && account.is_settled
            && account.day == Some(clock.date())
            && is_ahead
            && clause::tells(self.text, behind)
            && !clause::is_past_perfect(self.text, behind)
            && !clause::is_report(self.text, sentence, time)
    }

    /// The day of a moment in the evening before the small hours that the account has come to.
    fn evening_before(&self, moment: Instant) -> Option<NaiveDate> {
        const SMALL_HOURS: u32 = 6;
        const EVENING: u32 = 18;
        let account = &self.accounts[self.current];
        let last = self.zone.civil(account.clock?);
        let next = self.zone.civil(moment);
        let is_night = Some(last.date()) == account.day
            && last.hour() < SMALL_HOURS
            && EVENING <= next.hour()
            && next.date().succ_opt() == account.day;
        is_night.then_some(next.date())
    }

    /// Moves the clock of the account on by a distance from its last time: `Half an hour later`.
    pub(super) fn go_on_by(&mut self, account: usize, from: usize, reach: Reach) {
        let is_clock = self.out.statements[from].grain <= Some(Grain::Minute);
        let account = &mut self.accounts[account];
        if let (Some(clock), Some(least)) = (account.clock, reach.least)
            && is_clock
            && account.timed == Some(from)
        {
            account.clock = Some(clock.plus(least));
            account.is_rising = true;
        }
    }
}

/// Whether a clock time was kept in both halves of the day.
pub(super) fn is_twofold(reading: &Reading) -> bool {
    const HALF_A_DAY: i64 = crate::time::DAY / 2;
    let ends = reading.usual.earliest.zip(reading.usual.latest);
    ends.is_some_and(|(earliest, latest)| HALF_A_DAY <= latest.0 - earliest.0)
}
