//! The day that a clause's time counts from, and the day that its account goes on with.

use super::Walk;
use super::telling::Telling;
use crate::find::word::tokens;
use crate::find::{Clock, Day, Shift, When};
use crate::lexicon::has;
use crate::lexicon::prose::{CLAUSE_OPENERS, PRESS};
use crate::read::transcript::Meridiem;
use crate::resolve::anchor::Anchor;
use crate::resolve::point::Reading;
use crate::resolve::{Kind, Part as End, civil, clause};
use crate::span::Span;
use crate::time::Grain;
use chrono::{NaiveDate, NaiveDateTime};

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
        let own = clause::verb_words(self.text, telling.clause, when.span);
        let is_future = clause::is_future(self.text, own);
        let anchor = self.anchor(is_future, said);
        let points_back = matches!(when.day, Some(Day::Weekday(_, Shift::Nearest)))
            && self.points_back(when.span);
        if telling.is_report && points_back {
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
            .eve_of_morning(when, looks_back)
            .or_else(|| self.day_of_paragraph(telling, when))
            .or_else(|| self.day_of_news(telling.clause, when))
            .or(told);
        let today = match when.day {
            Some(Day::Weekday(..)) if points_back => self.around_story(),
            Some(Day::Date {
                year: None,
                month,
                day,
                weekday: None,
            }) if clause::is_aftermath(self.text, telling.clause) => self
                .date_of_story(month, day)
                .filter(|date| self.is_soon(*date)),
            // `The tip had been moving since Thursday`: before what the story has told
            // but `had not been told as of Monday` is of now
            Some(Day::Weekday(_, Shift::Nearest))
                if looks_back && !clause::is_denied(self.text, main) =>
            {
                let has_begun = self.accounts[self.current].begun.is_some();
                story.filter(|_| has_begun).or_else(|| self.long_past())
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
            today: today.or(anchor.today),
            told: told.or(anchor.told),
            ..anchor
        }
    }

    /// The day that the paragraph has told, for one that counts from it: `He was arrested on Feb. 9, and
    /// a knife was found the next day`; `that day` may be that of the paragraph before.
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
        let is_open = last.own.latest.is_none() || last.part == Some(End::Start);
        let opens = telling.sentence.start == self.paragraph.start;
        let is_that_day = opens && when.day == Some(Day::FromTold(0));
        let is_here = (is_that_day || self.paragraph.holds(last.span))
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
        /// `At approximately`
        const OPENING: usize = 2;
        let account = &self.accounts[self.current];
        // `At 4:10 p.m. on May 2 a dispatcher asked …` is of the day that the article is about
        // `At 4:10 p.m., a mate issued a mayday`, behind the day that the account has told
        let lead = Span {
            end: when.span.start.max(telling.sentence.start),
            ..telling.sentence
        };
        let opens = account.told.is_some() && tokens(self.text, lead).nth(OPENING).is_none();
        let is_of_story = account.is_settled
            || opens
            || when.day.is_some_and(|day| {
                let found = self.anchor(false, None).day(day);
                found.is_some() && found.map(|found| found.day) == self.main
            });
        let Some(clock) = when.clock.filter(|_| is_of_story) else {
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
        is_next && !self.is_for_press(telling.clause, when.span)
    }

    /// Whether what is said at a time is said of what is over: in a session, to the press.
    pub(super) fn is_for_press(&self, clause: Span, time: Span) -> bool {
        clause::names_session(self.text, clause, time)
            || tokens(self.text, clause).any(|word| has(PRESS, word.of(self.text)))
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
        // `The mill reopened at noon, and the road on Sunday`: the verb of the clause before
        let own = Span {
            end: phrase.start.max(telling.passage.start),
            ..telling.passage
        };
        let is_gapped = phrase.start > telling.sentence.start && !clause::tells(self.text, own);
        let words = if is_gapped {
            telling.sentence
        } else {
            telling.clause
        };
        let is_end = ahead.is_some_and(|days| 0 < days)
            && phrase.start > telling.sentence.start
            && clause::is_end(self.text, words);
        // `video that the city released last Wednesday`
        // `closed the road until Sunday` looks on to its end
        let is_last = self.out.statements[at].part == Some(End::End);
        let in_passing = ahead.is_some_and(|days| 0 < days)
            && (clause::is_attribute(self.text, lead) || is_last);
        let opens =
            opens && !is_end && !in_passing && ahead.is_none_or(|days| days <= FAR_AHEAD_DAYS);
        opens || is_back || (reading.grain < Grain::Day && !is_end && !is_last)
    }
}
