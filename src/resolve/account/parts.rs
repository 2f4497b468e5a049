//! The times of one sentence beside each other: which are one time in two parts, which only gloss
//! another, which belong to another year.

use super::Walk;
use crate::find::word::{tokens, word_before};
use crate::find::{Bound, Count, Day, Expression, Mention, Offset, Point, Way, When};
use crate::lexicon::has;
use crate::lexicon::mood::FOUNDING;
use crate::lexicon::prose::CLAUSE_OPENERS;
use crate::lexicon::time::LengthUnit;
use crate::resolve::{Reason, clause};
use crate::span::Span;
use crate::time::DAY;
use chrono::Datelike;

impl Walk<'_> {
    /// Joins a day and a clock time that one clause parts (`On May 17, a man was stabbed just after
    /// midnight`, `a 9 a.m. briefing Tuesday`) to the one time that they are.
    pub(super) fn join_parts(&self, sentence: Span, placed: &mut Vec<Mention>) {
        let mut at = 0;
        while at + 1 < placed.len() {
            match self.joined(sentence, &placed[at], &placed[at + 1]) {
                Some(joined) => {
                    placed[at] = joined;
                    placed.remove(at + 1);
                }
                None => at += 1,
            }
        }
    }

    fn joined(&self, sentence: Span, first: &Mention, second: &Mention) -> Option<Mention> {
        /// Words of a place between a day and its clock time.
        const LONGEST_PLACE: usize = 6;
        if let Some(joined) = self.days_on(first, second) {
            return Some(joined);
        }
        let (Expression::Point(a), Expression::Point(b)) = (first.expression, second.expression)
        else {
            return None;
        };
        let between = Span {
            start: first.span.end,
            end: second.span.start,
        };
        if let Some(when) = self.with_gloss(&a, &b, between) {
            let mut span = first.span.join(second.span);
            span.end += u32::from(self.text[span.end as usize..].starts_with(')'));
            return Some(Mention {
                span,
                expression: Expression::Point(Point { when, ..a }),
            });
        }
        let is_day = |point: &Point| {
            let when = point.when;
            when.day.is_some() && when.clock.is_none() && when.part.is_none() && !when.possessive
        };
        let is_clock = |point: &Point| point.when.clock.is_some() && point.when.day.is_none();
        // `at 4:31 a.m. that Friday`
        let parts = tokens(self.text, between).any(|word| has(CLAUSE_OPENERS, word.of(self.text)))
            && !(between.of(self.text).trim() == "that" && self.points_back(b.when.span));
        let said = clause::is_report(self.text, sentence, first.span);
        let lead = self.text[sentence.start as usize..first.span.start as usize].trim();
        let near = tokens(self.text, between).nth(2).is_none();
        if parts || between.of(self.text).contains(';') {
            return None;
        }
        // `arrested on Feb. 5 at his sister's house, at about 3 a.m.`
        let is_beside = tokens(self.text, between).nth(LONGEST_PLACE).is_none()
            && !clause::tells(self.text, between);
        if is_day(&a) && is_clock(&b) && !said && (lead.len() <= "On".len() || is_beside) {
            let when = When {
                day: a.when.day,
                ..b.when
            };
            let expression = Expression::Point(Point { when, ..b });
            return Some(Mention {
                span: second.span,
                expression,
            });
        }
        if is_clock(&a) && is_day(&b) && near && !between.of(self.text).contains(',') {
            // the words before a weekday say whether it is the story's
            let span = if self.points_back(b.when.span) {
                b.when.span
            } else {
                a.when.span
            };
            let when = When {
                day: b.when.day,
                span,
                ..a.when
            };
            let expression = Expression::Point(Point { when, ..a });
            return Some(Mention {
                span: first.span,
                expression,
            });
        }
        None
    }

    /// `Two days later, at 6:11 p.m.`: that time, so many days on.
    fn days_on(&self, first: &Mention, second: &Mention) -> Option<Mention> {
        let (Expression::Offset(offset), Expression::Point(point)) =
            (first.expression, second.expression)
        else {
            return None;
        };
        let between = &self.text[first.span.end as usize..second.span.start as usize];
        let is_clock = point.when.clock.is_some() && point.when.day.is_none();
        let length = offset.length.filter(|length| {
            length.unit == LengthUnit::Day
                && length.count == Count::Number
                && length.least == length.most
        })?;
        let days = match offset.way {
            Way::Later => length.least / DAY,
            Way::Earlier => -length.least / DAY,
            _ => return None,
        };
        let is_beside = matches!(between.trim(), "" | "," | ", at" | "at");
        (is_clock && is_beside).then_some(Mention {
            span: second.span,
            expression: Expression::Point(Point {
                when: When {
                    day: Some(Day::FromTold(days)),
                    ..point.when
                },
                ..point
            }),
        })
    }

    /// Leaves out a distance in apposition to a time: `at 4:55 a.m., seven hours after the alarm`,
    /// `Two minutes later, at 3:17 p.m.`, `12 minutes later (1356)`.
    pub(super) fn drop_glosses(&self, placed: &mut Vec<Mention>, missed: &mut Vec<(Span, Reason)>) {
        let is_distance = |mention: &Mention| {
            matches!(mention.expression, Expression::Offset(offset)
                if offset.length.is_some_and(|length| length.unit < LengthUnit::Day))
        };
        let is_point = |mention: &Mention| matches!(mention.expression, Expression::Point(_));
        let mut at = 0;
        while at + 1 < placed.len() {
            let (first, second) = (&placed[at], &placed[at + 1]);
            let between = &self.text[first.span.end as usize..second.span.start as usize];
            let stands_beside = matches!(
                between.trim_end(),
                "" | "," | " (" | ", or" | ", at" | " at" | " –" | " —" | "—" | " -"
            );
            let gloss = if is_point(first) && is_distance(second) {
                Some(at + 1)
            } else if is_distance(first) && is_point(second) {
                Some(at)
            } else {
                None
            };
            match gloss.filter(|_| stands_beside) {
                Some(gloss) => missed.push((placed.remove(gloss).span, Reason::Reference)),
                None => at += 1,
            }
        }
    }

    /// `On Thursday, just a day after a boy was held, | the school was shut`: where a sentence opens with a day,
    /// what it counts from lies so many days before it; the distance, its words, and those of the main clause.
    pub(super) fn counted_back(
        &self,
        sentence: Span,
        day: &Mention,
        distance: &Mention,
    ) -> Option<(Mention, Span, Span)> {
        let (Expression::Point(point), Expression::Offset(offset)) =
            (day.expression, distance.expression)
        else {
            return None;
        };
        let lead = self.text[sentence.start as usize..day.span.start as usize].trim();
        let between = &self.text[day.span.end as usize..distance.span.start as usize];
        let is_day = point.when.day.is_some() && lead.len() <= "On".len();
        let is_gloss = matches!(between.trim(), "," | ", just" | ", only" | ", barely");
        let is_days = offset
            .length
            .is_some_and(|length| matches!(length.unit, LengthUnit::Day | LengthUnit::Week));
        let way = match offset.way {
            Way::After => Way::Earlier,
            Way::Before => Way::Later,
            _ => return None,
        };
        let rest = &self.text[distance.span.end as usize..sentence.end as usize];
        let (event, main) = rest.match_indices(',').find_map(|(at, _)| {
            let comma = distance.span.end + at as u32;
            let event = Span {
                end: comma,
                ..distance.span
            };
            let main = Span {
                start: comma + 1,
                ..sentence
            }
            .trim(self.text);
            let are_told = clause::tells(self.text, event) && clause::tells(self.text, main);
            are_told.then_some((event, main))
        })?;
        let distance = Mention {
            span: distance.span,
            expression: Expression::Offset(Offset { way, ..offset }),
        };
        (is_day && is_gloss && is_days).then_some((distance, event, main))
    }

    /// A day with another name of it in brackets behind it: `tomorrow (Tuesday)`, `Saturday night (4 June)`.
    fn with_gloss(&self, day: &Point, gloss: &Point, between: Span) -> Option<When> {
        let (first, second) = (day.when, gloss.when);
        let is_gloss = between.of(self.text).trim() == "("
            && first.day.is_some()
            && second.clock.is_none()
            && second.part.is_none();
        let dated = second.day.filter(|day| matches!(day, Day::Date { .. }));
        let named = second.day.and(first.day);
        let day = dated.or(named).filter(|_| is_gloss)?;
        Some(When {
            day: Some(day),
            ..first
        })
    }

    /// Leaves out distances that remark on a dated event (`The fire comes two weeks after a crash
    /// Feb. 14`): the words before them tell nothing.
    pub(super) fn drop_remarks(
        &self,
        sentence: Span,
        placed: &mut Vec<Mention>,
        missed: &mut Vec<(Span, Reason)>,
    ) {
        let mut at = 0;
        while at + 1 < placed.len() {
            let span = placed[at].span;
            let lead = Span {
                start: sentence.start,
                end: span.start,
            };
            let is_remark = !lead.trim(self.text).is_empty() && !clause::tells(self.text, lead);
            if is_remark && self.counts_from_next(&placed[at], &placed[at + 1]) {
                missed.push((span, Reason::Reference));
                placed.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// Leaves out what a sentence tells of an earlier year (`In 1996, it burned on July 4`): no day of
    /// it is the incident's.
    pub(super) fn drop_history(
        &self,
        is_history: bool,
        mentions: &[Mention],
        placed: &mut Vec<Mention>,
        missed: &mut Vec<(Span, Reason)>,
    ) {
        let today = self.own.day.map(|day| day.year());
        let is_past = |mention: &Mention| {
            matches!(mention.expression, Expression::Point(Point { when: When { day: Some(Day::Year(year)), .. }, .. }) if today.is_some_and(|today| year < today))
                && !self.is_remote(mention)
        };
        let other = mentions
            .iter()
            .find(|mention| is_past(mention) || self.is_any_weekday(mention));
        if is_history || other.is_some() {
            let (kept, left): (Vec<Mention>, Vec<Mention>) =
                placed.drain(..).partition(|mention| {
                    self.is_told(mention) || !is_history && !self.is_of_year(mention, other)
                });
            missed.extend(
                left.iter()
                    .map(|mention| (mention.span, Reason::Background)),
            );
            *placed = kept;
        }
    }

    /// Whether a year tells of a thing and not of what happens: `built in 1903`.
    pub(super) fn is_remote(&self, year: &Mention) -> bool {
        has(FOUNDING, word_before(self.text, year.span.start as usize))
    }

    /// Whether a time of a sentence is of the year that it names: not where the year stands behind it in a
    /// clause of its own (`It crested at 3:40 a.m., above the record set in 1993`).
    pub(super) fn is_of_year(&self, mention: &Mention, year: Option<&Mention>) -> bool {
        year.is_none_or(|year| {
            let is_day = |when: When| when.clock.is_some() || when.day.is_some_and(Day::is_daily);
            let is_timed = match mention.expression {
                Expression::Point(Point { when, .. })
                | Expression::Between(when, _)
                | Expression::FromTo(when, _) => is_day(when),
                _ => true,
            };
            let is_apart = mention.span.end <= year.span.start
                && self.text[mention.span.end as usize..year.span.start as usize].contains(',');
            !(is_timed && is_apart)
        })
    }

    /// Whether a distance counts from the event whose time stands next in the sentence.
    pub(super) fn counts_from_next(&self, mention: &Mention, next: &Mention) -> bool {
        let counts = matches!(mention.expression, Expression::Offset(offset)
            if matches!(offset.way, Way::After | Way::Before));
        let between = &self.text[mention.span.end as usize..next.span.start as usize];
        // `three minutes after the first call, which came in at 2:27 p.m.`
        let (lead, of_it) = between.split_once(", which ").unwrap_or((between, ""));
        let is_one = !lead.contains([',', ';']) && !of_it.contains([',', ';']);
        let Expression::Point(Point { bound, .. }) = next.expression else {
            return false;
        };
        // `ten minutes after he was found and was in a bed by noon`
        let is_of_other =
            bound == Bound::By && self.has_second_clause(mention.span.end, next.span.start);
        counts && is_one && !is_of_other
    }

    /// Whether the words of an event go on with a verb of its own: `(15 minutes after) he was found and was
    /// in a bed`.
    fn has_second_clause(&self, start: u32, end: u32) -> bool {
        let mut words = tokens(self.text, Span { start, end }).map(|word| word.of(self.text));
        words.any(clause::is_past)
            && words.by_ref().any(|word| word == "and")
            && words.any(clause::is_past)
    }
}

/// `the worst since 1993`
pub(super) fn is_since(mention: &Mention) -> bool {
    matches!(mention.expression, Expression::Point(Point { bound, .. }) if bound == Bound::Since)
}
