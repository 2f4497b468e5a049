//! Times at which what a clause tells is still to come.

use super::Walk;
use crate::find::word::word_before;
use crate::find::{Bound, Day, Expression, Mention, Point};
use crate::lexicon::has;
use crate::lexicon::mood::{SET, VALID};
use crate::lexicon::tense::SCHEDULES;
use crate::resolve::clause;
use crate::span::Span;

impl Walk<'_> {
    /// Whether what a clause tells is still to come at its time.
    pub(super) fn is_planned(
        &self,
        sentence: Span,
        passage: Span,
        near: Span,
        mention: &Mention,
    ) -> bool {
        // `said on Tuesday that the city would pay`: it was said
        let is_report = clause::is_report(self.text, passage, mention.span)
            && !clause::is_future(self.text, near);
        let own = clause::verb_words(self.text, passage, mention.span);
        let is_announced =
            clause::is_announced(self.text, own) && clause::is_said(self.text, sentence);
        let is_future = !is_report && (is_announced || clause::is_future(self.text, own));
        // `The hearing is July 18`
        let is_dated = matches!(mention.expression, Expression::Point(Point { when, .. })
            if matches!(when.day, Some(Day::Date { .. } | Day::Weekday(..))));
        let before = Span {
            end: mention.span.start.clamp(near.start, near.end),
            ..near
        };
        // `The fair is now Monday`, `continues on Monday`
        let lead = self.text[..mention.span.start as usize].trim_end();
        let lead = [" now", " on"]
            .iter()
            .find_map(|small| lead.strip_suffix(small))
            .unwrap_or(lead);
        let verb = word_before(self.text, lead.len());
        let is_set = is_dated && (has(SET, verb) || has(SCHEDULES, verb));
        (is_future || is_set) && !self.is_told(mention)
            || clause::is_announced_by_infinitive(self.text, near)
            || clause::is_set_for(self.text, before)
            || self.lies_ahead(mention, near)
            || self.lasts_on(mention)
            || self.holds_until(mention, near)
    }

    /// Whether a time lies in the past whatever the verb: it has a full date before the article's own.
    pub(super) fn is_told(&self, mention: &Mention) -> bool {
        let (Expression::Point(Point { when, .. })
        | Expression::Between(when, _)
        | Expression::FromTo(when, _)) = mention.expression
        else {
            return false;
        };
        match when.day {
            Some(day @ Day::Date { year: Some(_), .. }) => self
                .anchor(true, None)
                .day(day)
                .zip(self.own.day)
                .is_some_and(|(found, today)| found.day < today),
            _ => false,
        }
    }

    /// Whether words without a verb say how long something is to hold: `under a watch, good until seven`.
    fn holds_until(&self, mention: &Mention, near: Span) -> bool {
        let is_until = matches!(mention.expression, Expression::Point(Point { bound, .. })
            if bound == Bound::Until);
        let lead = &self.text[near.start as usize..mention.span.start.max(near.start) as usize];
        let own = lead
            .trim_end_matches(' ')
            .rsplit(',')
            .next()
            .unwrap_or_default();
        is_until && has(VALID, word_before(own, own.len()))
    }

    /// Whether something is to last until a weekday that is still to come: read as past, it would lie
    /// before what the account tells.
    fn lasts_on(&self, mention: &Mention) -> bool {
        let Expression::Point(Point { bound, when, .. }) = mention.expression else {
            return false;
        };
        let weekday = when.day.filter(|day| matches!(day, Day::Weekday(..)));
        let found = weekday.and_then(|day| self.anchor(false, None).day(day));
        bound == Bound::Until
            && found
                .zip(self.main)
                .is_some_and(|(found, main)| found.day < main)
    }

    /// Whether a date behind the article's own has no verb that tells it as past: `with a trial date of
    /// Feb. 22, 2021`.
    fn lies_ahead(&self, mention: &Mention, near: Span) -> bool {
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return false;
        };
        let Some(day @ Day::Date { year: Some(_), .. }) = when.day else {
            return false;
        };
        let found = self.anchor(true, None).day(day);
        let is_ahead = found
            .zip(self.own.day)
            .is_some_and(|(found, today)| today < found.day);
        let words = near.of(self.text);
        let last = words.rfind([',', ';', '—']).map_or(near, |at| Span {
            start: near.start + at as u32,
            end: near.end,
        });
        is_ahead && !clause::tells(self.text, last)
    }
}
