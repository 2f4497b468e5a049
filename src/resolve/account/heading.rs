//! Lines that are a time and nothing else: what stands under one happened then.
//!
//! A day reaches to the next heading, and so does a time of day over a blank line. One that stands right
//! over its words reaches to the next blank line, and one that opens a paragraph of a log to its end.

use super::Walk;
use super::live::Page;
use super::telling::{Telling, last_words};
use crate::find::{Day, Expression, Mention, Point, Shift};
use crate::read::article::{Paragraph, Role};
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::point::{self, Reading};
use crate::resolve::{Part, clause};
use crate::span::Span;
use crate::time::Grain;
use chrono::NaiveDate;

/// A time that stands over words, read once for all of them.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    words: Span,
    reading: Reading,
    /// The end of what lasted: `8:10 to 8:25`.
    end: Option<Reading>,
    /// Where the words under it end, if it stands right over them.
    reach: Option<u32>,
}

impl Walk<'_> {
    /// Goes on from the time that a paragraph is, if it is one and no more.
    pub(super) fn turn_to_heading(&mut self, paragraph: &Paragraph) -> bool {
        let may_head = |mention: &&Mention| match paragraph.role {
            Role::Heading => true,
            Role::Body => mention.has_clock(),
            Role::Furniture if self.page != Page::Log => false,
            // not when the page came out
            Role::Furniture if mention.has_clock() => {
                !mention.has_day() || self.is_before_page(mention)
            }
            // not the day of a story, over its first words
            Role::Furniture => self.mentions.has_clock_under(self.text, paragraph.span),
            Role::Title | Role::Byline | Role::Published => false,
        };
        let alone = self.mention_alone(paragraph.span).filter(may_head);
        let Some(mention) = alone.cloned() else {
            return false;
        };
        let Some((reading, end)) = self.read_heading(&mention) else {
            return false;
        };
        self.note_codes(mention.span, &reading);
        let has_clock = mention.has_clock();
        let account = &mut self.accounts[self.current];
        // a night goes on under the next day's name
        let goes_on = account.day.and_then(|day| day.succ_opt()) == reading.day;
        account.clock = if has_clock {
            reading.usual.earliest.or(reading.usual.latest)
        } else {
            account.clock.filter(|_| goes_on)
        };
        account.day = reading.day;
        account.is_settled = true;
        account.part = None;
        if is_date(&mention) {
            account.dated = reading.day;
        }
        let reach = has_clock.then(|| block_end(self.text, paragraph.span));
        self.heading = Some(Heading {
            words: mention.span,
            reading,
            end,
            reach: reach.flatten(),
        });
        true
    }

    /// Lets the time that opens a paragraph stand over the rest of it: `7:15 p.m.: A man finds the gate open.
    /// | He shuts it.`
    pub(super) fn stand_over_rest(&mut self, paragraph: &Paragraph) {
        let mention = self.opening_clock(paragraph).cloned();
        let Some(mention) = mention else {
            return;
        };
        if let Some((reading, end)) = self.read_heading(&mention) {
            self.heading = Some(Heading {
                words: mention.span,
                reading: end.map_or(reading.clone(), |end| reading.through(&end)),
                end: None,
                reach: Some(paragraph.span.end),
            });
        }
    }

    /// The time of day that opens a paragraph, as a sentence or with a mark behind it.
    pub(super) fn opening_clock(&self, paragraph: &Paragraph) -> Option<&Mention> {
        let first = self.mentions.within(paragraph.span).first()?;
        let opens = clause::heads_line(self.text, paragraph.span, first.span)
            || self.opens_with_stamp(paragraph);
        Some(first).filter(|first| opens && first.has_clock())
    }

    /// Whether the first of several sentences of a paragraph is a time of day: `7:15 p.m. | A man finds the
    /// gate open.`
    pub(super) fn opens_with_stamp(&self, paragraph: &Paragraph) -> bool {
        let [first, _, ..] = paragraph.sentences[..] else {
            return false;
        };
        self.mention_alone(first).is_some_and(Mention::has_clock)
    }

    /// Whether a time lies before the day on which the article came out.
    fn is_before_page(&self, mention: &Mention) -> bool {
        let reading = self.read_heading(mention);
        let day = reading.and_then(|(reading, _)| reading.day);
        day.is_some() && day < self.own.day
    }

    /// What a weekday over the lines of a log counts back from: it goes on from the day before it.
    fn week_of_log(&self, mention: &Mention) -> Option<NaiveDate> {
        const WEEK_DAYS: i64 = 6;
        let is_weekday = matches!(mention.expression, Expression::Point(Point { when, .. })
            if matches!(when.day, Some(Day::Weekday(_, Shift::Nearest))));
        let last = self.accounts[self.current].day;
        let last = last.filter(|_| is_weekday && self.page == Page::Log && self.heading.is_some());
        let week = last.and_then(|last| shift_days(last, WEEK_DAYS));
        let published = self.own.day.filter(|_| self.own.interval.is_some());
        match (week, published) {
            (Some(week), Some(published)) => Some(week.min(published)),
            (week, _) => week,
        }
    }

    /// What the time of a heading says, and the end of what lasted.
    fn read_heading(&self, mention: &Mention) -> Option<(Reading, Option<Reading>)> {
        let anchor = self.anchor(false, None);
        let anchor = Anchor {
            today: self.week_of_log(mention).or(anchor.today),
            ..anchor
        };
        let after = self.accounts[self.current].clock;
        match mention.expression {
            Expression::Point(point) => {
                let reading = self.read_past(&point, &anchor, after).ok()?;
                reading.day.is_some().then_some((reading, None))
            }
            Expression::FromTo(first, last) | Expression::Between(first, last) => {
                let read = point::read_pair(&first, &last, &anchor, self.zone, after).ok()?;
                let (start, end) = read;
                Some(if matches!(mention.expression, Expression::FromTo(..)) {
                    (start, Some(end))
                } else {
                    (start.through(&end), None)
                })
            }
            _ => None,
        }
    }

    /// Tells a clause by the time that stands over it; whether one does.
    pub(super) fn tell_under_heading(&mut self, telling: &Telling) -> bool {
        // what a log tells of a day has a time of its own
        let is_log = self.page == Page::Log;
        let is_under = |heading: &&mut Heading| match heading.reach {
            Some(reach) => telling.sentence.start < reach,
            None => !is_log || heading.reading.grain < Grain::Day,
        };
        let Some(heading) = self.heading.as_mut().filter(is_under) else {
            return false;
        };
        let (words, reading, end) = (heading.words, heading.reading.clone(), heading.end.take());
        // the first words have the ends of what lasted, and the others lie between them
        if let Some(end) = &end {
            heading.reading = reading.through(end);
        }
        let mut statement = telling.read(self, words, &reading);
        statement.part = end.as_ref().map(|_| Part::Start);
        self.settle(telling, statement, &reading, true);
        if let Some(end) = &end {
            let mut statement = telling.read(self, words, end);
            statement.part = Some(Part::End);
            statement.span = last_words(self.text, words);
            let end = self.settle(telling, statement, end, true);
            self.tie_in_order(end, words);
        }
        true
    }
}

/// Whether a time has a date.
fn is_date(mention: &Mention) -> bool {
    matches!(mention.expression, Expression::Point(Point { when, .. })
        if matches!(when.day, Some(Day::Date { .. })))
}

/// Where the lines right under a line end; nothing where a blank line follows it.
fn block_end(text: &str, line: Span) -> Option<u32> {
    let rest = &text[line.end as usize..];
    let is_blank = |line: &str| line.trim().is_empty();
    let mut lines = rest.split_inclusive('\n');
    let mut end = line.end as usize + lines.next()?.len();
    let mut has_words = false;
    for line in lines.take_while(|line| !is_blank(line)) {
        end += line.len();
        has_words = true;
    }
    has_words.then_some(end as u32)
}
