//! The day that a clause's time counts from, and the day that its account goes on with.

use super::Walk;
use super::telling::Telling;
use crate::find::word::{tokens, word_before};
use crate::find::{Clock, Day, Shift, When};
use crate::lexicon::prose::{CLAUSE_OPENERS, PRESS, SAYING};
use crate::lexicon::time::{Part, WEEKDAYS};
use crate::lexicon::{has, look_up};
use crate::read::transcript::Meridiem;
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::point::Reading;
use crate::resolve::{Kind, civil, clause};
use crate::span::Span;
use crate::time::Grain;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

impl Walk<'_> {
    /// What the time of a clause counts from. Of a story told long after, weekdays and days without a
    /// year are the story's; of the court and the statements, the article's.
    pub(super) fn anchor_of(&self, telling: &Telling, when: &When) -> Anchor {
        // a session without a day is of the last that is told
        let story = self.accounts[self.current].day;
        let said = self
            .said
            .map(|said| {
                story
                    .filter(|day| Some(*day) <= self.own.day)
                    .map_or(said, |day| said.max(day))
            })
            .or(self.own.day)
            .filter(|_| telling.is_report && when.day.is_none());
        let own = clause::behind_quote(self.text, telling.clause, when.span);
        let is_future = clause::is_future(self.text, own);
        let anchor = self.anchor(is_future, said);
        if telling.is_report && self.is_known(when.span) && when.day.is_some() {
            let today = self.around_story().or(anchor.today);
            return Anchor { today, ..anchor };
        }
        if telling.is_report {
            // what is said goes on towards the article's own day
            let dated = anchor.dated.filter(|dated| self.said <= Some(*dated));
            return Anchor { dated, ..anchor };
        }
        if is_future {
            return anchor;
        }
        let main = self.main_words(telling.clause, when.span);
        let looks_back = clause::is_past_perfect(self.text, main);
        let anchor = Anchor {
            event: self.morrow_of_event(when).or(anchor.event),
            ..anchor
        };
        let told = self
            .eve(when)
            .or(self.aside)
            .or_else(|| self.morrow(telling, when))
            .or_else(|| self.day_of_clock(when).filter(|_| looks_back));
        let told = self
            .eve_of_morning(when)
            .or_else(|| self.day_of_paragraph(telling, when))
            .or(told);
        let today = match when.day {
            Some(Day::Weekday(_, Shift::Nearest)) if self.is_known(when.span) => {
                self.around_story()
            }
            Some(Day::Weekday(_, Shift::Nearest)) if self.points_back(when.span) => {
                self.week_of_story()
            }
            // `The tip had been moving since Thursday`: before what the story has told
            Some(Day::Weekday(_, Shift::Nearest)) if looks_back => {
                let account = &self.accounts[self.current];
                account.day.filter(|_| account.begun.is_some())
            }
            _ if clause::is_aftermath(self.text, telling.clause) => None,
            Some(Day::Weekday(_, Shift::Nearest))
                if !clause::is_said(self.text, telling.clause) =>
            {
                self.week_of_story()
            }
            Some(Day::Date {
                year: None,
                month,
                day,
                weekday: None,
            }) if when.frame.is_none() => self.date_of_story(month, day),
            Some(Day::Holiday(_, None, _)) => self.year_of_story(),
            _ => None,
        };
        Anchor {
            looks_back,
            part: anchor.part.filter(|_| !looks_back),
            today: today.or(anchor.today),
            told: told.or(anchor.told),
            ..anchor
        }
    }

    /// The day that the paragraph has told, for one that counts from it: `He was arrested on Feb. 9, and
    /// a knife was found the next day`.
    fn day_of_paragraph(&self, telling: &Telling, when: &When) -> Option<NaiveDate> {
        matches!(when.day, Some(Day::FromTold(_))).then_some(())?;
        let last = self.out.statements.last()?;
        // `On Monday he said so. A day later he took it back`: both days open their sentences
        let is_framed = |phrase: Option<Span>, sentence: Span| {
            phrase.is_some_and(|phrase| phrase.start <= sentence.start + "On ".len() as u32)
        };
        let is_said = last.kind == Kind::Statement
            && !(is_framed(last.phrase, last.span) && is_framed(Some(when.span), telling.sentence));
        // `The tip had been moving since Thursday. That morning …`: what lasted is of no one day
        let is_open = last.own.earliest.is_none() || last.own.latest.is_none();
        let is_here = self.paragraph.holds(last.span)
            && !last.span.meets(telling.passage)
            && !is_said
            && !is_open;
        let day = self.zone.civil(last.own.earliest?).date();
        (is_here && last.grain <= Some(Grain::Day)).then_some(day)
    }

    /// Whether a clock time at which somebody says something is the next of the story, and not that of a
    /// session or of the press: `At 2:51 p.m. a commander reported`.
    pub(super) fn goes_on_at(&self, telling: &Telling, when: &When) -> bool {
        const BACK_HOURS: i64 = 1;
        const AHEAD_HOURS: i64 = 6;
        /// What is told at length may be told to the press.
        const TOLD_HOURS: i64 = 3;
        const DAY_HOURS: i64 = 24;
        let account = &self.accounts[self.current];
        let Some(clock) = when.clock.filter(|_| account.is_settled) else {
            return false;
        };
        // `10:11:48`, behind 10:11 p.m., is of the evening
        let halves = if clock.is_halfless() && !self.is_24_hour {
            [Some(Meridiem::Am), Some(Meridiem::Pm)]
        } else {
            [clock.meridiem; 2]
        };
        let most = if clause::is_told_that(self.text, telling.clause, when.span) {
            TOLD_HOURS
        } else {
            AHEAD_HOURS
        };
        let is_near = |last: NaiveDateTime, meridiem| {
            let clock = Clock { meridiem, ..clock };
            let ahead = (last.date().and_time(civil::time_of(clock)) - last).num_hours();
            // `About midnight she radioed`, behind 11:20 p.m.
            let ahead = if ahead < -DAY_HOURS / 2 {
                ahead + DAY_HOURS
            } else {
                ahead
            };
            (-BACK_HOURS..most).contains(&ahead)
        };
        let is_next = account.clock.is_none_or(|last| {
            let last = self.zone.civil(last);
            halves.into_iter().any(|half| is_near(last, half))
        });
        is_next
            && !clause::names_session(self.text, telling.clause, when.span)
            && !tokens(self.text, telling.clause).any(|word| has(PRESS, word.of(self.text)))
    }

    /// Whether a weekday is that of the story by its own word: `at work that Saturday`, not `said that
    /// Saturday was quiet`.
    pub(super) fn points_back(&self, weekday: Span) -> bool {
        let lead = Span {
            start: self.paragraph.start.min(weekday.start),
            end: weekday.start,
        };
        let mut back = tokens(self.text, lead).rev().map(|word| word.of(self.text));
        back.next() == Some("that") && !back.next().is_some_and(|verb| has(SAYING, verb))
    }

    /// The day after an event of the night, for the small hours of its morning: `shot on the night of
    /// May 2 … 2 a.m. on the morning of the killing`.
    fn morrow_of_event(&self, when: &When) -> Option<NaiveDate> {
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
    /// 1:30. The next morning they set out again` is of the same date.
    fn eve_of_morning(&self, when: &When) -> Option<NaiveDate> {
        const SMALL_HOURS: u32 = 5;
        let is_next_morning = matches!(when.day, Some(Day::FromTold(1)))
            && when.part.is_some_and(|part| part.part == Part::Morning);
        let account = &self.accounts[self.current];
        let last = self.zone.civil(account.clock.filter(|_| is_next_morning)?);
        let begun = self.out.statements[account.begun?].own.earliest?;
        let is_night = Some(last.date()) == account.day
            && last.hour() < SMALL_HOURS
            && self.zone.civil(begun).date() < last.date();
        is_night.then(|| last.date().pred_opt()).flatten()
    }

    /// Whether a weekday is the one that readers know from the story: `locked up on the Friday`.
    fn is_known(&self, time: Span) -> bool {
        let is_name = |word: &Span| look_up(WEEKDAYS, word.of(self.text)).is_some();
        let name = tokens(self.text, time).find(is_name);
        name.is_some_and(|name| word_before(self.text, name.start as usize) == "the")
    }

    /// The last of the days around what the main account tells, of which each weekday has one.
    fn around_story(&self) -> Option<NaiveDate> {
        const HALF_A_WEEK: i64 = 3;
        shift_days(self.accounts[self.current].day?, HALF_A_WEEK)
    }

    /// The day of the first clock time, where the account has gone on to a day without one: what looks
    /// back from there counts from it.
    fn day_of_clock(&self, when: &When) -> Option<NaiveDate> {
        let account = &self.accounts[self.current];
        let is_bare = when.day.is_none() && when.clock.is_some();
        let begun = account.begun.filter(|_| is_bare && !account.is_settled)?;
        let first = self.out.statements[begun].own.earliest?;
        Some(self.zone.civil(first).date())
    }

    /// The day that the account has come to, where its date is long past.
    fn long_past(&self) -> Option<NaiveDate> {
        const LONG_PAST_DAYS: i64 = 14;
        let account = &self.accounts[self.current];
        let first = account.dated?.min(account.day?);
        let is_long_past = LONG_PAST_DAYS <= (self.own.day? - first).num_days();
        account.day.filter(|_| is_long_past)
    }

    /// The last day of the week that follows what the main account tells.
    fn week_of_story(&self) -> Option<NaiveDate> {
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
    fn year_of_story(&self) -> Option<NaiveDate> {
        const NEAR_DAYS: i64 = 60;
        let day = self.long_past().filter(|_| self.current == 0)?;
        shift_days(day, NEAR_DAYS).filter(|near| Some(*near) <= self.own.day)
    }

    /// A day without a year by the account's own year: the first that is not long before what it tells.
    fn date_of_story(&self, month: u8, day: u8) -> Option<NaiveDate> {
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

    /// The day on which the night of `overnight` began: in a lead the one before the article, in a story
    /// of small hours the one before them.
    fn eve(&self, when: &When) -> Option<NaiveDate> {
        const NOON: u32 = 12;
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
        let hour = self.zone.civil(self.opening?).hour();
        (hour < NOON).then(|| day.pred_opt()).flatten()
    }

    /// The day after the one that is told, where a story that goes on through the afternoon comes to the
    /// small hours, or one of the evening to the morning: `at 3 a.m.`, `at first light`.
    fn morrow(&self, telling: &Telling, when: &When) -> Option<NaiveDate> {
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
        let day = account.day?;
        let last = self.zone.civil(account.clock?);
        let followed = self.out.statements[account.timed?];
        let is_night = followed.grain == Some(Grain::PartOfDay);
        let is_next = if EVENING <= last.hour() {
            hour < NOON && (account.is_rising || is_night)
        } else {
            NOON <= last.hour() && hour < SMALL_HOURS && account.is_rising
        };
        let goes_on = last.date() == day
            && is_next
            && !clause::is_aftermath(self.text, followed.span)
            && !clause::is_past_perfect(self.text, telling.clause);
        goes_on.then(|| day.succ_opt()).flatten()
    }

    /// Whether a clause looks back to a day before the one that is told: `He had been dismissed June 3`.
    pub(super) fn is_remark(&self, telling: &Telling, phrase: Span, reading: &Reading) -> bool {
        let account = &self.accounts[self.current];
        let is_back = reading
            .day
            .zip(account.day)
            .is_some_and(|(day, told)| day < told);
        // the first that a story tells is no look back
        is_back
            && account.told.is_some()
            && clause::is_past_perfect(self.text, self.main_words(telling.clause, phrase))
    }

    /// The words of a clause that its time goes with: not those of a clause behind `that` or `who`.
    pub(super) fn main_words(&self, clause: Span, phrase: Span) -> Span {
        let lead = Span {
            start: clause.start,
            end: phrase.end.clamp(clause.start, clause.end),
        };
        if clause::tells(self.text, lead) {
            return lead;
        }
        let rest = Span {
            start: lead.end,
            end: clause.end,
        };
        let opener = tokens(self.text, rest).find(|word| has(CLAUSE_OPENERS, word.of(self.text)));
        Span {
            start: clause.start,
            end: opener.map_or(clause.end, |word| word.start),
        }
    }

    /// Whether the account goes on from the day of a statement: `On Saturday, …`, `at 10:31 a.m.
    /// Friday`; not from a later day in passing (`officials on Sunday were still looking`).
    pub(super) fn turns_day(&self, telling: &Telling, at: usize, reading: &Reading) -> bool {
        /// A report dated a month later is a remark.
        const FAR_AHEAD_DAYS: i64 = 14;
        let phrase = self.out.statements[at].phrase.unwrap_or_default();
        let lead = Span {
            start: telling.passage.start,
            end: phrase.start.max(telling.passage.start),
        };
        // `officials on Sunday were still looking`: the verb is still to come
        let opens = lead.len() <= "On ".len() || clause::tells(self.text, lead);
        let told = self.accounts[self.current].day;
        let ahead = told
            .zip(reading.day)
            .map(|(told, day)| (day - told).num_days());
        let is_back = ahead.is_none_or(|days| days <= 0);
        // `He died Friday`, `The road reopened Sunday`: what is told next is the emergency again
        let is_end = ahead.is_some_and(|days| 0 < days)
            && phrase.start > telling.sentence.start
            && clause::is_end(self.text, telling.clause);
        // `video that the city released last Wednesday`
        let in_passing =
            ahead.is_some_and(|days| 0 < days) && clause::is_attribute(self.text, lead);
        let opens =
            opens && !is_end && !in_passing && ahead.is_none_or(|days| days <= FAR_AHEAD_DAYS);
        opens || is_back || (reading.grain < Grain::Day && !is_end)
    }
}
