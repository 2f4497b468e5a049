//! Weekdays and days without a year that are of the story's own time, and not of the article's.

use super::Walk;
use crate::find::word::tokens;
use crate::lexicon::prose::SAYING;
use crate::lexicon::time::WEEKDAYS;
use crate::lexicon::{has, look_up};
use crate::resolve::anchor::shift_days;
use crate::span::Span;
use chrono::{Datelike, NaiveDate};

impl Walk<'_> {
    /// Whether a weekday is that of the story by its own word: `at work that Saturday`, `buried on the
    /// Monday`, not `said that Saturday was quiet`.
    pub(super) fn points_back(&self, weekday: Span) -> bool {
        let name = self.weekday_in(weekday).unwrap_or(weekday);
        let lead = Span {
            start: self.paragraph.start.min(name.start),
            end: name.start,
        };
        let mut back = tokens(self.text, lead).rev().map(|word| word.of(self.text));
        match back.next() {
            Some("that") => !back.next().is_some_and(|verb| has(SAYING, verb)),
            Some("the") => true,
            _ => false,
        }
    }

    /// The name of a weekday in a time.
    pub(super) fn weekday_in(&self, time: Span) -> Option<Span> {
        tokens(self.text, time).rfind(|word| look_up(WEEKDAYS, word.of(self.text)).is_some())
    }

    /// The last of the days around what the account tells, of which each weekday has one: `the Friday`, told
    /// of a Saturday, is the day before; of a Monday, the one that follows.
    pub(super) fn around_story(&self) -> Option<NaiveDate> {
        const AHEAD_DAYS: i64 = 4;
        let last = shift_days(self.accounts[self.current].day?, AHEAD_DAYS)?;
        Some(self.own.day.map_or(last, |today| last.min(today)))
    }

    /// The day that the account has come to, where it was dated or told by the clock, and is long past.
    pub(super) fn long_past(&self) -> Option<NaiveDate> {
        const LONG_PAST_DAYS: i64 = 14;
        let account = &self.accounts[self.current];
        let day = account.day?;
        let known = (account.is_settled || account.day == self.main).then_some(day);
        let first = account.dated.or(known)?.min(day);
        (LONG_PAST_DAYS <= (self.own.day? - first).num_days()).then_some(day)
    }

    /// The last day of the week that follows what the main account tells of long ago.
    pub(super) fn week_of_story(&self) -> Option<NaiveDate> {
        const WEEK_DAYS: i64 = 6;
        let day = self.long_past().filter(|_| self.current == 0)?;
        let end = shift_days(day, WEEK_DAYS).min(self.own.day)?;
        // `He resigned on Oct. 3. On Friday …`: that week is over
        let last = self
            .out
            .statements
            .last()
            .and_then(|told| told.own.earliest);
        let is_over = last.is_some_and(|last| end < self.zone.civil(last).date());
        (!is_over).then_some(end)
    }

    /// The last day by which what the main account tells has passed a holiday that lies near it.
    pub(super) fn year_of_story(&self) -> Option<NaiveDate> {
        const NEAR_DAYS: i64 = 60;
        let day = self.long_past().filter(|_| self.current == 0)?;
        shift_days(day, NEAR_DAYS).filter(|near| Some(*near) <= self.own.day)
    }

    /// A day without a year by the account's own year: the first that is not long before what it tells.
    pub(super) fn date_of_story(&self, month: u8, day: u8) -> Option<NaiveDate> {
        const BEFORE_DAYS: i64 = 60;
        /// What a story of another emergency tells lies this close.
        const AFTER_DAYS: i64 = 60;
        let told = self.long_past()?;
        (-1..=1)
            .filter_map(|years| {
                NaiveDate::from_ymd_opt(told.year() + years, month.into(), day.into())
            })
            .find(|date| -BEFORE_DAYS <= (*date - told).num_days())
            .filter(|date| self.current == 0 || (*date - told).num_days() <= AFTER_DAYS)
            .filter(|date| Some(*date) <= self.own.day)
    }

    /// Whether a date comes within two weeks of what the account tells: an arrest, a funeral.
    pub(super) fn is_soon(&self, date: NaiveDate) -> bool {
        const SOON_DAYS: i64 = 14;
        let told = self.accounts[self.current].day;
        told.is_some_and(|told| (0..=SOON_DAYS).contains(&(date - told).num_days()))
    }
}
