//! Lines that are a time and nothing else: what stands under one happened then.
//!
//! A day reaches to the next heading, and so does a time of day over a blank line. One that stands right
//! over its words reaches to the next blank line, and one that opens a paragraph of a log to its end.

use super::Walk;
use super::live::Page;
use super::telling::{Telling, last_words};
use crate::find::{Day, Expression, Mention, Point};
use crate::read::article::{Paragraph, Role};
use crate::resolve::point::{self, Reading};
use crate::resolve::{Part, clause};
use crate::span::Span;

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
            Role::Body => has_clock(mention),
            Role::Furniture if has_clock(mention) => self.page == Page::Log && !has_day(mention),
            Role::Furniture => self.page == Page::Log && self.stands_over_clock(paragraph.span),
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
        let has_clock = has_clock(&mention);
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

    /// Whether the words under a line open with a time of day: not those of a story under its own date.
    fn stands_over_clock(&self, line: Span) -> bool {
        let rest = Span {
            start: line.end,
            end: self.text.len() as u32,
        };
        self.mentions.within(rest).first().is_some_and(|next| {
            let between = &self.text[line.end as usize..next.span.start as usize];
            has_clock(next) && !has_day(next) && !between.contains(char::is_alphanumeric)
        })
    }

    /// Lets the time that opens a paragraph of a log stand over the rest of it: `7:15 p.m.: A man finds the
    /// gate open. | He shuts it.`
    pub(super) fn stand_over_rest(&mut self, paragraph: Span) {
        let Some(mention) = self.opening_clock(paragraph).cloned() else {
            return;
        };
        if let Some((reading, end)) = self.read_heading(&mention) {
            self.heading = Some(Heading {
                words: mention.span,
                reading: end.map_or(reading.clone(), |end| reading.through(&end)),
                end: None,
                reach: Some(paragraph.end),
            });
        }
    }

    /// The time of day that opens a paragraph with a mark behind it.
    pub(super) fn opening_clock(&self, paragraph: Span) -> Option<&Mention> {
        let first = self.mentions.within(paragraph).first()?;
        let opens = clause::heads_line(self.text, paragraph, first.span);
        Some(first).filter(|first| opens && has_clock(first))
    }

    /// What the time of a heading says, and the end of what lasted.
    fn read_heading(&self, mention: &Mention) -> Option<(Reading, Option<Reading>)> {
        let anchor = self.anchor(false, None);
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
        let is_under = |heading: &&mut Heading| {
            heading
                .reach
                .is_none_or(|reach| telling.sentence.start < reach)
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

/// Whether a time is one of the day.
pub(super) fn has_clock(mention: &Mention) -> bool {
    match mention.expression {
        Expression::Point(Point { when, .. }) => when.clock.is_some(),
        Expression::FromTo(first, last) | Expression::Between(first, last) => {
            first.clock.is_some() && last.clock.is_some()
        }
        _ => false,
    }
}

/// Whether a time names its day.
fn has_day(mention: &Mention) -> bool {
    matches!(mention.expression, Expression::Point(Point { when, .. }) if when.day.is_some())
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
