//! What a time does in its sentence: it places an event, ties one to the event before, or neither.

use super::Walk;
use super::telling::Telling;
use crate::find::quote::Quote;
use crate::find::word::{tokens, word_before};
use crate::find::{Day, Expression, Mention, Point, Way};
use crate::resolve::{Reason, clause};
use crate::span::Span;

/// What a mention does in its sentence.
pub(super) enum Role {
    /// It says when something happened.
    Places,
    /// It ties what the sentence tells to the event before.
    Ties,
    /// Neither, and why.
    Idle(Reason),
}

impl Walk<'_> {
    /// What a mention does in its sentence.
    pub(super) fn role(&self, sentence: Span, mention: &Mention, quotes: &[Quote]) -> Role {
        let span = mention.span;
        let spoken = quotes.iter().any(|quote| quote.outer.holds(span));
        let opens = {
            let lead = self.text[sentence.start as usize..span.start as usize]
                .trim_end_matches(['“', '"', '‘', '\'', ' ']);
            lead.is_empty() || lead.ends_with([',', ';', '—'])
        };
        match mention.expression {
            Expression::Length(_) => Role::Idle(Reason::Length),
            Expression::Year(_) => Role::Idle(Reason::Background),
            Expression::Point(_) if self.is_any_weekday(mention) => Role::Idle(Reason::Background),
            Expression::Point(_) if self.is_only_spoken(sentence, span, quotes) => {
                Role::Idle(Reason::Spoken)
            }
            Expression::Point(point) => self.role_of_point(sentence, span, &point, spoken),
            _ if Telling::can_place(mention) => Role::Places,
            Expression::Offset(_) if spoken => Role::Idle(Reason::Spoken),
            Expression::Offset(offset) if offset.way == Way::Ago => Role::Idle(Reason::Background),
            Expression::Offset(_) | Expression::Same if opens && !spoken => Role::Ties,
            Expression::When if span.start == sentence.start => Role::Ties,
            Expression::Then if !spoken && (opens || self.then_happened(sentence, span)) => {
                Role::Ties
            }
            _ => Role::Idle(Reason::NoTime),
        }
    }

    pub(super) fn role_of_point(
        &self,
        sentence: Span,
        span: Span,
        point: &Point,
        spoken: bool,
    ) -> Role {
        let when = point.when;
        if matches!(when.day, Some(Day::Month { .. })) || self.dates_document(span) {
            return Role::Idle(Reason::Background);
        }
        if when.possessive && !clause::names_session(self.text, sentence, span) {
            return Role::Idle(Reason::Reference);
        }
        let vague =
            when.clock.is_none() && matches!(when.day, Some(Day::FromToday(_) | Day::FromTold(_)));
        if spoken && vague {
            return Role::Idle(Reason::Spoken);
        }
        // `10:00 p.m. to 6:00 a.m.` of a shift, `every Thursday`, `Thursdays`
        let before = word_before(self.text, span.start as usize);
        if matches!(before, "every" | "each" | "most") {
            return Role::Idle(Reason::Background);
        }
        Role::Places
    }

    /// `police then received calls`: a past form follows.
    pub(super) fn then_happened(&self, sentence: Span, span: Span) -> bool {
        let after = Span {
            start: span.end,
            end: sentence.end,
        };
        let before = word_before(self.text, span.start as usize);
        let linked = matches!(before, "and" | "by" | "back" | "since" | "until");
        let next = tokens(self.text, after).next();
        !linked && next.is_some_and(|word| clause::is_past(word.of(self.text)))
    }
}
