//! What a time does in its sentence: it places an event, ties one to the event before, or neither.

use super::Walk;
use super::distance::is_shortly;
use super::telling::Telling;
use crate::find::quote::Quote;
use crate::find::word::{tokens, word_before};
use crate::find::{Day, Duration, Expression, Hedge, Mention, Offset, Point, Side, Way, Window};
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::has;
use crate::lexicon::time::LengthUnit;
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
            Expression::Length(_, length) if self.is_wait(sentence, span, length) => Role::Places,
            Expression::Length(..) => Role::Idle(Reason::Length),
            Expression::Window(window) if !spoken && self.is_next(sentence, span, window) => {
                Role::Places
            }
            Expression::Window(_) | Expression::Set(_) => Role::Idle(Reason::Background),
            Expression::Point(_) if self.is_any_weekday(mention) => Role::Idle(Reason::Background),
            Expression::Point(_) if self.is_only_spoken(sentence, span, quotes) => {
                Role::Idle(Reason::Spoken)
            }
            Expression::Point(point) => self.role_of_point(sentence, span, &point, spoken),
            _ if Telling::can_place(mention) => Role::Places,
            Expression::Offset(_) if !spoken && self.is_before_time(sentence, mention) => {
                Role::Places
            }
            Expression::Offset(offset)
                if !spoken && !opens && self.closes(sentence, span, offset) =>
            {
                Role::Places
            }
            Expression::Offset(offset)
                if !spoken && self.counts_from_told(sentence, span, offset) =>
            {
                Role::Places
            }
            Expression::Offset(_) if spoken => Role::Idle(Reason::Spoken),
            Expression::Offset(offset) if offset.way == Way::Ago => Role::Idle(Reason::Background),
            Expression::Offset(_) | Expression::Same if opens && !spoken => Role::Ties,
            // `started up the stairs at about that time`
            Expression::Same if !spoken && self.names_time(sentence, span) => Role::Places,
            Expression::When if is_question(self.text, sentence) => Role::Idle(Reason::NoTime),
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
        let is_loose_part = when.is_bare_part() && !self.goes_on_into(sentence, span, point);
        if !when.is_daily() || is_loose_part || self.dates_document(sentence, span) {
            return Role::Idle(Reason::Background);
        }
        // `The July 5 date was called off`: a day that is spoken of
        let rest = &self.text[span.end as usize..sentence.end as usize];
        if when.clock.is_none() && rest.starts_with(" date ") {
            return Role::Idle(Reason::Reference);
        }
        // `the midnight show`: a word for the thing; not `a noon briefing`
        let is_attribute = when.clock.is_some_and(|clock| clock.named)
            && has(ARTICLES, word_before(self.text, span.start as usize))
            && rest.starts_with(' ')
            && rest.trim_start().starts_with(char::is_lowercase);
        if (is_attribute || when.possessive) && !clause::names_session(self.text, sentence, span) {
            return Role::Idle(Reason::Reference);
        }
        let vague = when.clock.is_none()
            && matches!(
                when.day,
                Some(Day::FromToday(_) | Day::FromTold(_) | Day::OfEvent(_))
            );
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

    /// `at about that time`, not `meanwhile` and not `at the same time as the other`.
    fn names_time(&self, sentence: Span, span: Span) -> bool {
        let words = span.of(self.text);
        let rest = &self.text[span.end as usize..sentence.end as usize];
        (words.ends_with(" time") || words.ends_with(" moment")) && !rest.starts_with(" as ")
    }

    /// `did not go in for 40 minutes`: a wait within the incident.
    fn is_wait(&self, sentence: Span, span: Span, length: Duration) -> bool {
        let lead = Span {
            start: sentence.start,
            end: span.start,
        };
        let words = span.of(self.text);
        let for_some_time = words.starts_with("for ") || word_before(words, 0) == "for";
        let near = self.text[lead.range()]
            .rfind([',', ';', '—'])
            .map_or(lead, |at| Span {
                start: lead.start + at as u32,
                end: lead.end,
            });
        let is_past = tokens(self.text, near).any(|word| {
            matches!(
                word.of(self.text),
                "did" | "was" | "were" | "didn't" | "didn’t"
            )
        });
        for_some_time
            && length.unit < LengthUnit::Day
            && is_past
            && clause::is_denied(self.text, near)
    }

    /// `Six calls came in the next minute`: within that of what was told last.
    fn is_next(&self, sentence: Span, span: Span, window: Window) -> bool {
        let lead = Span {
            start: sentence.start,
            end: span.start,
        };
        let words = if lead.trim(self.text).len() <= "Within".len() {
            sentence
        } else {
            lead
        };
        window.side == Side::Next
            && window.length.unit < LengthUnit::Day
            && clause::tells(self.text, words)
            && !clause::is_future(self.text, sentence)
            && !clause::is_announced(self.text, sentence)
    }

    /// `shortly before the blast at 8:30 p.m.`: a direction from the event whose time stands next.
    fn is_before_time(&self, sentence: Span, mention: &Mention) -> bool {
        let after = Span {
            start: mention.span.end,
            end: sentence.end,
        };
        let next = self.mentions.within(after).first();
        next.is_some_and(|next| self.counts_from_next(mention, next))
    }

    /// `Officers came soon after the call`: shortly from an event that the account has told.
    fn counts_from_told(&self, sentence: Span, span: Span, offset: Offset) -> bool {
        let rest = &self.text[span.end as usize..sentence.end as usize];
        let words = rest.split([',', ';']).next().unwrap_or(rest);
        offset.length.is_none()
            && matches!(offset.way, Way::After | Way::Before)
            && is_shortly(self.text, span)
            && self.has_told(Span::within(self.text, words))
    }

    /// `The boat sank shortly after.`, `and was found a short time later`: a direction without a length that
    /// ends what it places.
    fn closes(&self, sentence: Span, span: Span, offset: Offset) -> bool {
        let lead = Span {
            start: sentence.start,
            end: span.start,
        };
        let rest = self.text[span.end as usize..sentence.end as usize].trim_start();
        let ends = rest.is_empty() || rest.starts_with(['.', ',', ';']);
        offset.length.is_none()
            && offset.way == Way::Later
            && ends
            && clause::tells(self.text, lead)
            && !clause::is_future(self.text, lead)
    }

    /// Whether an hour without more stands behind no verb that tells a happening: `I go to bed at 9`.
    pub(super) fn is_idle_hour(&self, passage: Span, mention: &Mention) -> bool {
        /// Words of an opening without a verb.
        const OPENING: usize = 3;
        let Expression::Point(Point { hedge, when, .. }) = mention.expression else {
            return false;
        };
        let is_bare = when.clock.is_some_and(|clock| {
            !clock.has_minute && clock.is_halfless() && !clock.named && !clock.military
        });
        let is_loose = matches!(hedge, Hedge::Exact | Hedge::About);
        let lead = Span {
            end: mention.span.start.max(passage.start),
            ..passage
        };
        // `At some point before two, he left`
        let is_apart = self.text[mention.span.end as usize..].starts_with(',')
            && tokens(self.text, lead).nth(OPENING).is_none();
        let words = if lead.is_empty() || is_apart {
            passage
        } else {
            lead
        };
        is_bare
            && is_loose
            && when.day.is_none()
            && when.part.is_none()
            && passage.holds(mention.span)
            && !clause::tells(self.text, words)
    }

    /// Whether a sentence says what time it was and no more: `It was 3:05 a.m.`
    pub(super) fn only_tells_time(&self, sentence: Span) -> bool {
        let [mention] = self.mentions.within(sentence) else {
            return false;
        };
        let is_clock =
            matches!(mention.expression, Expression::Point(point) if point.when.clock.is_some());
        let lead = &self.text[sentence.start as usize..mention.span.start as usize];
        let rest = &self.text[mention.span.end as usize..sentence.end as usize];
        is_clock
            && matches!(lead.trim(), "It was" | "The time was")
            && rest.trim_matches(['.', ' ']).is_empty()
    }

    /// Whether a sentence has no time of its own, so that it can take that of the sentence before.
    pub(super) fn is_untimed(&self, sentence: Span) -> bool {
        clause::tells(self.text, sentence)
            && !self
                .mentions
                .within(sentence)
                .iter()
                .any(Telling::can_place)
    }

    /// `police then received calls`: a past form follows, or a present one where the story is in it.
    pub(super) fn then_happened(&self, sentence: Span, span: Span) -> bool {
        let after = Span {
            start: span.end,
            end: sentence.end,
        };
        let before = word_before(self.text, span.start as usize);
        let linked = matches!(before, "and" | "by" | "back" | "since" | "until");
        let next = tokens(self.text, after).next();
        let is_verb =
            |word: &str| clause::is_past(word) || word.ends_with('s') && self.is_in_present();
        !linked && next.is_some_and(|word| is_verb(word.of(self.text)))
    }
}

/// `When did it happen?`
fn is_question(text: &str, sentence: Span) -> bool {
    sentence.of(text).trim_end().ends_with('?')
}
