//! What a text has told so far, and how it goes on from each time.

use super::reading::{back, plain};
use super::timex;
use super::{Origin, Read};
use crate::find::quote::{Quote, quotes};
use crate::find::{Bound, Day, Expression, Mention, Pick, Point, Side, Way, When};
use crate::lexicon::time::LengthUnit;
use crate::note::{Code, Note, SourceId};
use crate::resolve::anchor::Anchor;
use crate::resolve::point::Reading;
use crate::resolve::published::Own;
use crate::resolve::tense::tense;
use crate::resolve::width::{self};
use crate::resolve::{civil, clause, remark};
use crate::span::Span;
use crate::time::{Grain, Instant, Interval, Zone};
use chrono::NaiveDate;

/// What a text has told so far.
pub(super) struct Narrative<'a> {
    pub(super) id: SourceId,
    pub(super) text: &'a str,
    pub(super) zone: Zone,
    /// Whether the text writes its clock times in 24 hours.
    pub(super) is_24_hour: bool,
    pub(super) own: Own,
    /// The day last told.
    pub(super) told: Option<NaiveDate>,
    /// The day last told by its date.
    pub(super) dated: Option<NaiveDate>,
    /// The first day of the month or year last named, if no day was told since.
    pub(super) named: Option<NaiveDate>,
    /// The first day and the unit of the last stretch longer than a day.
    pub(super) period: Option<(NaiveDate, LengthUnit)>,
    /// The day on which somebody last said something, and the paragraph that says so.
    pub(super) said: Option<(Span, NaiveDate)>,
    /// The quotes of the paragraph in which they were last asked for.
    pub(super) quoted: (Span, Vec<Quote>),
    /// The last time told.
    pub(super) last: Option<Reading>,
    pub(super) reads: Vec<Read>,
    pub(super) notes: Vec<Note>,
}

impl Narrative<'_> {
    /// Reads the mentions of a sentence; a distance from an event that the sentence dates comes last.
    pub(super) fn sentence(&mut self, paragraph: Span, sentence: Span, mentions: &[Mention]) {
        let first = self.reads.len();
        self.hear(paragraph, sentence, mentions);
        for mention in mentions {
            self.mention(paragraph, sentence, mention);
        }
        for at in first + 1..self.reads.len() {
            self.count_from_next(at - 1);
        }
    }

    /// A look far back holds for its paragraph, and a headline or a published line tells no day.
    pub(super) fn end_paragraph(&mut self, told: Option<NaiveDate>, is_body: bool) {
        const FAR_DAYS: i64 = 3;
        let back = told
            .zip(self.told)
            .map(|(told, now)| (told - now).num_days());
        if !is_body || back.is_some_and(|days| FAR_DAYS < days) {
            self.told = told;
        }
    }

    /// The day on which a sentence has somebody speak, where its quote counts from it.
    fn hear(&mut self, paragraph: Span, sentence: Span, mentions: &[Mention]) {
        let counted = |mention: &Mention| match mention.expression {
            Expression::Point(Point { when, .. }) => when.day,
            _ => None,
        };
        let deictic = |day| matches!(day, Some(Day::FromToday(_)));
        if !mentions.iter().any(|mention| deictic(counted(mention))) {
            return;
        }
        let anchor = Anchor {
            today: self.own.day,
            told: self.told,
            is_day_first: civil::is_day_first(self.zone),
            is_24_hour: self.is_24_hour,
            ..Anchor::default()
        };
        for mention in mentions {
            if let Some(day) = counted(mention).filter(|day| !deictic(Some(*day)))
                && clause::is_report(self.text, sentence, mention.span)
                && let Some(found) = anchor.day(day)
            {
                self.said = Some((paragraph, found.day));
            }
        }
    }

    /// `two weeks after a crash Feb. 14`, `13 minutes after the crew arrived at 1:20 p.m.`
    fn count_from_next(&mut self, at: usize) {
        let (Expression::Offset(offset), Expression::Point(point)) = (
            self.reads[at].mention.expression,
            self.reads[at + 1].mention.expression,
        ) else {
            return;
        };
        let between = Span {
            start: self.reads[at].mention.span.end,
            end: self.reads[at + 1].mention.span.start,
        };
        let counts = matches!(offset.way, Way::After | Way::Before) && !point.when.possessive;
        let (Some(length), Some(next)) = (offset.length, self.reads[at + 1].reading.as_ref())
        else {
            return;
        };
        if !counts || between.of(self.text).contains([',', ';']) || Grain::Day < next.grain {
            return;
        }
        let (usual, _) = width::reach(length, offset.hedge);
        let usual = if offset.way == Way::Before {
            back(usual)
        } else {
            usual
        };
        let shifted =
            |end: Option<Instant>, by: Option<i64>| end.zip(by).map(|(end, by)| end.plus(by));
        let interval = Interval {
            earliest: shifted(next.usual.earliest, usual.least),
            latest: shifted(next.usual.latest, usual.most),
        };
        let grain = next.grain;
        self.reads[at].reading = Some(plain(interval, None, grain));
        self.reads[at].origin = Origin::Event;
    }

    /// The day of the words: inside a quote that somebody said on another day, that day; a quote of no
    /// stated day that says `today` is of the day told.
    fn today(&mut self, paragraph: Span, mention: &Mention) -> Option<NaiveDate> {
        let Expression::Point(Point {
            when:
                When {
                    day: Some(Day::FromToday(days)),
                    ..
                },
            ..
        }) = mention.expression
        else {
            return self.own.day;
        };
        let said = self
            .said
            .filter(|(of, _)| *of == paragraph)
            .map(|(_, day)| day);
        let told = self.told.filter(|told| days == 0 && self.is_fresh(*told));
        let Some(day) = said.or(told).filter(|day| Some(*day) != self.own.day) else {
            return self.own.day;
        };
        if self.quoted.0 != paragraph {
            self.quoted = (paragraph, quotes(self.text, paragraph));
        }
        let quotes = &self.quoted.1;
        let next = quotes.partition_point(|quote| quote.outer.start <= mention.span.start);
        let is_spoken = next
            .checked_sub(1)
            .is_some_and(|at| quotes[at].outer.holds(mention.span));
        if is_spoken { Some(day) } else { self.own.day }
    }

    /// Whether a day lies so near to that of the words that people still say `today` of it.
    fn is_fresh(&self, day: NaiveDate) -> bool {
        const DAYS: i64 = 3;
        self.own
            .day
            .is_some_and(|today| (0..=DAYS).contains(&(today - day).num_days()))
    }

    /// The day of a bare clock time: the day told, but for that of somebody's saying.
    fn day_for(&self, sentence: Span, mention: &Mention) -> Option<NaiveDate> {
        let is_bare = matches!(mention.expression, Expression::Point(point) if point.when.day.is_none() && point.when.clock.is_some());
        if is_bare && clause::names_session(self.text, sentence, mention.span) {
            return self.said.map(|(_, day)| day).or(self.own.day);
        }
        self.told
    }

    fn mention(&mut self, paragraph: Span, sentence: Span, mention: &Mention) {
        let tense = tense(self.text, sentence, mention.span);
        let anchor = Anchor {
            today: self.today(paragraph, mention),
            looks_back: false,
            part: None,
            posted: None,
            told: self.day_for(sentence, mention),
            dated: self.dated,
            event: None,
            named: self.named,
            tense,
            period: self.period,
            is_day_first: civil::is_day_first(self.zone),
            is_24_hour: self.is_24_hour,
        };
        let (reading, origin) = self.read(sentence, mention, &anchor);
        let timex = timex::of(self.text, mention, &anchor, reading.as_ref());
        if let Some(reading) = &reading {
            self.note_codes(mention.span, reading);
            self.go_on((paragraph, sentence), mention, &anchor, reading);
        } else if mention.expression == Expression::Impossible {
            self.note_impossible(mention.span);
        }
        if spans_quarters(&mention.expression) {
            self.period = None;
        }
        self.reads.push(Read {
            mention: mention.clone(),
            reading,
            origin,
            timex,
        });
    }

    /// Lets the text go on from a time.
    fn go_on(
        &mut self,
        (paragraph, sentence): (Span, Span),
        mention: &Mention,
        anchor: &Anchor,
        reading: &Reading,
    ) {
        let when = match mention.expression {
            Expression::Point(point) => point.when,
            Expression::Between(first, _) | Expression::FromTo(first, _) => first,
            Expression::Offset(offset) if offset.way == Way::Later => {
                if reading.grain <= Grain::Minute {
                    self.last = Some(reading.clone());
                }
                return;
            }
            _ => return,
        };
        if Grain::Day < reading.grain {
            if let (Some(day), Some(first)) = (when.day, reading.usual.earliest) {
                // `the 1988 period` is what the period told is compared with
                let compares = matches!(when.frame, Some(Day::Year(_) | Day::Unit(_, ..0, _)));
                self.go_on_from_period(day, first, !compares && !anchor.is_future());
            }
            return;
        }
        if anchor.is_future() || self.is_aside(sentence, mention) {
            return;
        }
        if when.possessive && clause::names_session(self.text, sentence, mention.span) {
            self.said = reading.day.map(|day| (paragraph, day)).or(self.said);
            return;
        }
        let is_report = when.day.is_some() && clause::is_report(self.text, sentence, mention.span);
        if is_report {
            self.said = reading.day.map(|day| (paragraph, day)).or(self.said);
            return;
        }
        if matches!(
            when.day,
            Some(Day::Date {
                weekday: Some(_),
                ..
            })
        ) {
            self.dated = reading.day;
        }
        // `Tuesday's storm had soaked the hay`: an event named in passing turns nothing back
        if when.possessive && self.told.is_some() && reading.day < self.told {
            return;
        }
        self.named = None;
        self.told = match (when.day, reading.day, self.told) {
            (Some(_), Some(day), _) => Some(day),
            (None, Some(day), told) => told.map_or(Some(day), |told| Some(day.max(told))),
            _ => self.told,
        };
        if when.clock.is_some() {
            self.last = Some(reading.clone());
        }
    }

    /// What is told from before the story (`had been hired on Feb. 5`, `the second since Feb. 2`).
    fn is_aside(&self, sentence: Span, mention: &Mention) -> bool {
        let Expression::Point(point) = mention.expression else {
            return false;
        };
        let lead = Span {
            start: sentence.start,
            end: mention.span.start.max(sentence.start),
        };
        let clause_start = lead.of(self.text).rfind([',', ';']).unwrap_or(0);
        let is_perfect = lead.of(self.text)[clause_start..]
            .split_whitespace()
            .any(|word| word == "had");
        let bounds = matches!(point.bound, Bound::Since | Bound::Before);
        point.when.clock.is_none() && (bounds || is_perfect)
    }

    /// A quarter told: `a year earlier` counts from it. A month or a year: `that year` is it.
    fn go_on_from_period(&mut self, day: Day, first: Instant, is_told: bool) {
        let first = self.zone.civil(first).date();
        match day {
            Day::Quarter(..) | Day::Unit(LengthUnit::Quarter, ..) if is_told => {
                self.period = Some((first, LengthUnit::Quarter));
            }
            Day::Month { .. }
            | Day::NearMonth(..)
            | Day::Year(_)
            | Day::Unit(LengthUnit::Month | LengthUnit::Year, ..) => self.named = Some(first),
            _ => {}
        }
    }

    fn note_codes(&mut self, span: Span, reading: &Reading) {
        for code in &reading.codes {
            self.notes.push(Note {
                code: *code,
                source: self.id,
                span,
                message: remark::words(*code, span.of(self.text), reading),
            });
        }
    }

    fn note_impossible(&mut self, span: Span) {
        let message = remark::no_such_time(span.of(self.text));
        self.notes.push(Note {
            code: Code::NoSuchTime,
            source: self.id,
            span,
            message,
        });
    }
}

/// `the first nine months`: after it, `a year earlier` counts from no quarter.
fn spans_quarters(expression: &Expression) -> bool {
    match expression {
        Expression::Window(window) => {
            window.side == Side::Inside && window.length.unit == LengthUnit::Month
        }
        Expression::Point(point) => {
            matches!(point.when.pick, Some(Pick::Several(_, LengthUnit::Month)))
        }
        _ => false,
    }
}
