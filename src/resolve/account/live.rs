//! Live pages: entries under the time at which each was posted, the latest first.
//!
//! The words of an entry count from its stamp: `20 minutes ago`, `this afternoon`, a clock time without
//! a.m. or p.m. A page whose stamps rise is a log of what happened then, and no live page.

use super::{Account, Walk};
use crate::find::{Day, Expression, Mention, Point, When};
use crate::read::article::{Article, Paragraph, Role};
use crate::resolve::{civil, clause};
use crate::span::Span;
use crate::time::{Instant, Interval};
use chrono::{NaiveDate, NaiveTime};

/// How an article is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// As prose, with a heading here and there.
    Story,
    /// As entries under their stamps, the latest first.
    Live,
    /// As paragraphs under the times of what they tell, in the order of the day.
    Log,
}

/// The entry of a live page that is being told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The day that stands as a heading over it.
    day: Option<NaiveDate>,
    /// When it was posted.
    pub stamp: Option<Instant>,
}

impl Walk<'_> {
    /// Whether the times that stand alone over the paragraphs of an article fall, from one to the next
    /// under each day, over midnight too.
    fn is_live_page(&self, article: &Article) -> bool {
        const DAY_SECONDS: i64 = 24 * 60 * 60;
        let stamps = article
            .paragraphs
            .iter()
            .filter_map(|paragraph| self.time_alone(paragraph))
            .map(|when| when.clock.map(civil::time_of))
            .collect::<Vec<Option<NaiveTime>>>();
        let steps = stamps
            .windows(2)
            .filter_map(|pair| Some((pair[0]?, pair[1]?)));
        let (falls, rises): (Vec<_>, Vec<_>) =
            steps
                .filter(|(last, next)| last != next)
                .partition(|(last, next)| {
                    (*last - *next).num_seconds().rem_euclid(DAY_SECONDS) < DAY_SECONDS / 2
                });
        rises.len() < falls.len()
    }

    /// The time that a paragraph is and nothing else, or that opens a heading: `3:20 p.m.`, `Monday, May
    /// 6`, `3:20 p.m. | Road closed`.
    fn time_alone(&self, paragraph: &Paragraph) -> Option<When> {
        if matches!(paragraph.role, Role::Title | Role::Byline | Role::Published) {
            return None;
        }
        let opens = || {
            let first = self.mentions.within(paragraph.span).first()?;
            let is_heading = paragraph.role == Role::Heading;
            (is_heading && clause::heads_line(self.text, paragraph.span, first.span))
                .then_some(first)
        };
        let mention = self.mention_alone(paragraph.span).or_else(opens)?;
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return None;
        };
        let is_stamp = when
            .clock
            .is_some_and(|clock| clock.meridiem.is_some() || clock.military);
        (is_stamp || when.clock.is_none() && when.day.is_some()).then_some(when)
    }

    /// How an article is laid out.
    pub(super) fn page_of(&self, article: &Article) -> Page {
        if self.is_live_page(article) {
            Page::Live
        } else if self.is_log_page(article) {
            Page::Log
        } else {
            Page::Story
        }
    }

    /// Whether times of day stand over many paragraphs of an article, or open them.
    fn is_log_page(&self, article: &Article) -> bool {
        const FEWEST_STAMPS: usize = 3;
        let stamps = article.paragraphs.iter().filter(|paragraph| {
            let alone = self.mention_alone(paragraph.span);
            alone.is_some_and(Mention::has_clock) || self.opening_clock(paragraph).is_some()
        });
        FEWEST_STAMPS <= stamps.count()
    }

    /// The mention that some words are and nothing else, but for marks around it and a remark in brackets
    /// behind it: `Sunday (local time)`.
    pub(super) fn mention_alone(&self, words: Span) -> Option<&Mention> {
        let [mention] = self.mentions.within(words) else {
            return None;
        };
        let is_bare = |from: u32, to: u32| {
            !self.text[from as usize..to as usize].contains(char::is_alphanumeric)
        };
        let tail = self.text[mention.span.end as usize..words.end as usize].trim();
        let is_remark = tail
            .strip_prefix('(')
            .and_then(|tail| tail.strip_suffix(')'))
            .is_some_and(|remark| !remark.contains(['(', ')']));
        let is_alone = is_bare(words.start, mention.span.start)
            && (is_remark || is_bare(mention.span.end, words.end));
        is_alone.then_some(mention)
    }

    /// Turns to the entry that a stamp of a live page opens, or to the day of the entries below; whether
    /// the paragraph is such a line.
    pub(super) fn turn_to_entry(&mut self, paragraph: &Paragraph) -> bool {
        /// A stamp that rises by less is out of its turn.
        const EVE_HOURS: i64 = 6;
        let Some(when) = self
            .time_alone(paragraph)
            .filter(|_| self.page == Page::Live)
        else {
            return false;
        };
        let named = when.day.and_then(|day| self.day_of_page(day));
        let Some(clock) = when.clock else {
            self.entry = Entry {
                day: named.or(self.entry.day),
                stamp: None,
            };
            return true;
        };
        let time = civil::time_of(clock);
        let last = self.entry.stamp.map(|stamp| self.zone.civil(stamp));
        let day = named.or_else(|| {
            let day = self.entry.day.or(self.own.day)?;
            // the entry before midnight stands below the one behind it
            let is_eve = last.is_some_and(|last| {
                last.date() == day && EVE_HOURS <= (time - last.time()).num_hours()
            });
            if is_eve { day.pred_opt() } else { Some(day) }
        });
        let zone = civil::zone_of(when.zone, self.zone);
        self.entry = Entry {
            day,
            stamp: day.map(|day| zone.last(day.and_time(time))),
        };
        self.current = 0;
        self.heading = None;
        let main = &self.accounts[0];
        self.accounts[0] = Account {
            day: day.or(main.day),
            is_settled: true,
            begun: main.begun,
            calls: main.calls.clone(),
            town: main.town,
            places: main.places.clone(),
            ..Account::default()
        };
        true
    }

    /// The day that a heading names, by the article's own.
    fn day_of_page(&self, day: Day) -> Option<NaiveDate> {
        self.anchor(false, None).day(day).map(|found| found.day)
    }

    /// When what is being told was published: the stamp of its entry, or else the article's own date.
    pub(super) fn published(&self) -> Option<Interval> {
        let posted = self.entry.stamp.map(|stamp| Interval::new(stamp, stamp));
        posted.or(self.out.published)
    }

    /// The day that the words being told count from.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        let posted = self.entry.stamp.map(|stamp| self.zone.civil(stamp).date());
        posted.or(self.own.day)
    }
}
