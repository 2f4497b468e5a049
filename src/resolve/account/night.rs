//! Nights that lie on two days: what is told of them goes on to the next, or is of the one before.

use super::Walk;
use super::telling::Telling;
use crate::find::{Day, Expression, Point, When};
use crate::lexicon::time::Part;
use crate::read::transcript::Meridiem;
use crate::resolve::{Kind, civil, clause};
use crate::span::Span;
use crate::time::Grain;
use chrono::{NaiveDate, Timelike};

impl Walk<'_> {
    /// The day on which the night of `overnight` began: in a lead the one before the article, in a story
    /// of small hours the one before them.
    pub(super) fn eve(&self, when: &When) -> Option<NaiveDate> {
        const NOON: u32 = 12;
        const MORNING: u32 = 9;
        let is_overnight = when.part.is_some_and(|part| part.part == Part::Overnight);
        if !is_overnight || when.day.is_some() || when.clock.is_some() {
            return None;
        }
        let account = &self.accounts[self.current];
        let day = account.day?;
        let is_new = (self.own.day? - day).num_days() <= 7;
        if is_new && (account.told.is_none() || Some(day) == self.own.day) {
            return self.own.day?.pred_opt();
        }
        let hour = |at| self.zone.civil(at).hour();
        // behind the hours of a morning the next night is meant
        let is_day = account.clock.is_some_and(|last| MORNING <= hour(last));
        (hour(self.opening?) < NOON && !is_day)
            .then(|| day.pred_opt())
            .flatten()
    }

    /// The day after the one that is told, where a story that goes on through the afternoon comes to the
    /// small hours, or one of the evening to the morning: `at 3 a.m.`, `at first light`.
    pub(super) fn morrow(&self, telling: &Telling, when: &When) -> Option<NaiveDate> {
        const SMALL_HOURS: u32 = 6;
        const NOON: u32 = 12;
        const EVENING: u32 = 18;
        let hour = match (when.day, when.clock, when.part) {
            (None, Some(clock), _) if clock.meridiem == Some(Meridiem::Am) => {
                civil::time_of(clock).hour()
            }
            (None, None, Some(part))
                if matches!(part.part, Part::Dawn | Part::Daybreak | Part::SmallHours) =>
            {
                0
            }
            _ => return None,
        };
        let account = &self.accounts[self.current];
        let day = account.day.filter(|_| self.flashback.is_none())?;
        let last = self.zone.civil(account.clock?);
        let followed = self.out.statements[account.timed?];
        let is_night = followed.grain == Some(Grain::PartOfDay);
        let is_next = if EVENING <= last.hour() {
            // the eve of the day that the article is about leads to it
            let is_eve = day.succ_opt() == self.main;
            let has_passed = self.passes_night(followed.span.end, telling.sentence.start);
            let is_known = account.is_rising || is_night || is_eve || has_passed;
            hour < NOON && (is_known || self.has_ended_after(day, hour))
        } else {
            NOON <= last.hour() && hour < SMALL_HOURS && account.is_rising
        };
        let goes_on = last.date() == day
            && is_next
            && !clause::is_aftermath(self.text, followed.span)
            && !clause::is_past_perfect(self.text, telling.clause);
        goes_on.then(|| day.succ_opt()).flatten()
    }

    /// Whether the words between two places of the text speak of a night that passed: `They talked to him
    /// through the night. At 6 a.m. a crew came`.
    fn passes_night(&self, start: u32, end: u32) -> bool {
        let between = Span {
            start: start.min(end),
            end,
        };
        let mut mentions = self.mentions.within(between).iter();
        mentions.any(|mention| {
            let words = mention.span.of(self.text).to_ascii_lowercase();
            let is_through = words.contains("through") || words == "overnight";
            is_through
                && matches!(mention.expression, Expression::Point(Point { when, .. })
                    if when.day.is_none()
                        && when.part.is_some_and(|part| matches!(part.part, Part::Night | Part::Overnight)))
        })
    }

    /// Whether the account has told, before it went back to a day, a clock time of the day after that lies
    /// behind an hour: `He gave up at 10:30 a.m. Thursday. … A caller rang at 9 p.m. Wednesday. A crew came
    /// about 6 a.m.`
    fn has_ended_after(&self, day: NaiveDate, hour: u32) -> bool {
        let told = self.out.statements.iter();
        told.filter(|told| told.account as usize == self.current)
            .filter(|told| told.kind != Kind::Statement && told.grain <= Some(Grain::Minute))
            .filter_map(|told| told.own.earliest)
            .map(|start| self.zone.civil(start))
            .any(|start| Some(start.date()) == day.succ_opt() && hour < start.hour())
    }

    /// The day after an event of the night, for the small hours of its morning: `shot on the night of
    /// May 2 … 2 a.m. on the morning of the killing`.
    pub(super) fn morrow_of_event(&self, when: &When) -> Option<NaiveDate> {
        const SMALL_HOURS: u8 = 6;
        const EVENING: u32 = 18;
        let is_morning = matches!(when.day, Some(Day::OfEvent(0)))
            && when.part.is_some_and(|part| part.part == Part::Morning)
            && when.clock.is_some_and(|clock| clock.hour < SMALL_HOURS);
        let day = self.event_day().filter(|_| is_morning)?;
        let mut told = self.out.statements.iter();
        let is_night = told.any(|told| {
            let start = told.own.earliest.map(|start| self.zone.civil(start));
            told.grain == Some(Grain::PartOfDay)
                && told.account as usize == self.current
                && start.is_some_and(|start| start.date() == day && EVENING <= start.hour())
        });
        is_night.then(|| day.succ_opt()).flatten()
    }

    /// The day before the small hours that the account has come to from an evening: `They turned back at
    /// 1:30. The next morning they set out again` is of the same date, and `They had been out earlier that
    /// day` of the eve's.
    pub(super) fn eve_of_morning(&self, when: &When, looks_back: bool) -> Option<NaiveDate> {
        const SMALL_HOURS: u32 = 5;
        let is_next_morning = matches!(when.day, Some(Day::FromTold(1)))
            && when.part.is_some_and(|part| part.part == Part::Morning);
        let is_that_day =
            looks_back && when.part.is_none() && matches!(when.day, Some(Day::FromTold(0)));
        let account = &self.accounts[self.current];
        let clock = account.clock.filter(|_| is_next_morning || is_that_day);
        let last = self.zone.civil(clock?);
        let begun = self.out.statements[account.begun?].own.earliest?;
        let is_night = Some(last.date()) == account.day
            && last.hour() < SMALL_HOURS
            && self.zone.civil(begun).date() < last.date();
        is_night.then(|| last.date().pred_opt()).flatten()
    }

    /// The day of the first clock time, where the account has gone on to a day without one: what looks
    /// back from there counts from it.
    pub(super) fn day_of_clock(&self, when: &When) -> Option<NaiveDate> {
        let account = &self.accounts[self.current];
        let is_bare = when.day.is_none() && when.clock.is_some();
        let begun = account.begun.filter(|_| is_bare && !account.is_settled)?;
        let first = self.out.statements[begun].own.earliest?;
        Some(self.zone.civil(first).date())
    }
}
