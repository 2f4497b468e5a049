//! One sentence: a quoted transmission, or clauses of prose with their times.

use super::Walk;
use super::role::Role;
use super::telling::Telling;
use crate::find::quote::{self, Attribution, Quote};
use crate::find::word::{tokens, word_before};
use crate::find::{Day, Expression, Mention, Point, Way};
use crate::lexicon::has;
use crate::lexicon::prose::{ON_SCENE, SAYING};
use crate::note::Code;
use crate::read::article::Paragraph;
use crate::resolve::{Kind, Reason, clause, remark};
use crate::span::Span;

impl Walk<'_> {
    /// A quote of a transmission: the quote, the words around it, and who speaks.
    pub(super) fn voice(
        &self,
        paragraph: &Paragraph,
        sentence: Span,
        quote: Quote,
    ) -> Option<(Quote, Span, Attribution)> {
        let lead = Span {
            start: sentence.start,
            end: quote.outer.start,
        }
        .trim(self.text);
        let last = paragraph
            .sentences
            .iter()
            .find(|sentence| quote.outer.end <= sentence.end)
            .map_or(quote.outer.end, |sentence| sentence.end);
        let tail = Span {
            start: quote.outer.end,
            end: last.max(quote.outer.end),
        };
        let frame = if lead.len() < 3 { tail } else { lead };
        let times = self.mentions.within(frame);
        let skip: Vec<Span> = times.iter().map(|mention| mention.span).collect();
        let attribution = quote::attribution(self.text, frame, &skip)?;
        // somebody on duty is quoted from the air where the quote has a time of its own
        let is_timed = times.iter().any(Telling::has_clock);
        let is_part = is_part(self.text, lead, quote);
        let is_transmission =
            !is_part && (attribution.is_voice || (attribution.is_role && is_timed));
        is_transmission.then_some((quote, frame, attribution))
    }

    /// Where a sentence ends that somebody's words go on from: `At 4:12 p.m., Moss says, “Hold. | Send a second
    /// boat.”`; they are few, so that its passage stays short.
    pub(super) fn end_of_words(&self, sentence: Span, quotes: &[Quote]) -> u32 {
        const LONGEST: usize = 160;
        let opened = quotes.iter().rev().find(|quote| {
            let lead = Span {
                end: quote.outer.start.max(sentence.start),
                ..sentence
            };
            sentence.holds(Span {
                end: quote.outer.start,
                start: quote.outer.start,
            }) && quote.outer.len() <= LONGEST
                && lead.of(self.text).trim_end().ends_with([',', ':'])
                && self.mentions.within(lead).iter().any(Telling::has_clock)
        });
        opened.map_or(sentence.end, |quote| quote.outer.end.max(sentence.end))
    }

    /// Tells a quoted transmission by the times of the words around it, or else in its turn.
    pub(super) fn transmission(
        &mut self,
        quote: Quote,
        frame: Span,
        attribution: Attribution,
    ) -> Result<(), Reason> {
        let mentions = self.mentions.within(frame);
        let is_account = self.accounts.iter().any(|account| account.timed.is_some());
        // of several times, the one that stands next to the quote; not that of the recording
        let mut placing = mentions.iter().filter(|mention| {
            Telling::can_place(mention) && !clause::is_source(self.text, frame, mention.span)
        });
        let timed = if frame.end <= quote.inner.start {
            placing.next_back()
        } else {
            placing.next()
        };
        let ordered = mentions
            .iter()
            .find(|mention| matches!(mention.expression, Expression::Then | Expression::Same));
        let telling = Telling {
            passage: quote.inner,
            clause: frame,
            sentence: frame,
            kind: Kind::Radio,
            speaker: attribution.speaker,
            is_report: false,
            order: ordered.map(|mention| mention.span),
            from: None,
        };
        match timed.or(ordered.filter(|_| is_account)) {
            Some(mention) => self.tell(&telling, mention),
            None if self.tell_under_heading(&telling) => Ok(()),
            None if is_account => {
                self.tell_in_turn(&telling);
                Ok(())
            }
            None => Err(Reason::NoTime),
        }?;
        let others = mentions
            .iter()
            .filter(|mention| Telling::can_place(mention));
        for other in others.filter(|other| Some(other.span) != timed.map(|timed| timed.span)) {
            self.leave_out(other.span, Reason::Beside);
        }
        let to = self.out.statements.len() - 1;
        let account = self.out.statements[to].account as usize;
        let before = self.accounts[account].quoted.replace(to);
        self.tie_quotes(before, to);
        Ok(())
    }

    /// Tells the clauses of a sentence of prose; returns what it does not tell, and why.
    pub(super) fn narrative(&mut self, sentence: Span, quotes: &[Quote]) -> Vec<(Span, Reason)> {
        let mentions = &self.times(sentence)[..];
        let is_history = self.turns_to_history(sentence);
        let mut missed = Vec::new();
        let mut order = None;
        let mut placed: Vec<Mention> = Vec::new();
        for mention in mentions {
            if mention.expression == Expression::Impossible {
                let message = remark::no_such_time(mention.span.of(self.text));
                self.note(Code::NoSuchTime, mention.span, message);
            }
            match self.role(sentence, mention, quotes) {
                Role::Places => placed.push(mention.clone()),
                Role::Ties => order = order.or(Some(mention)),
                Role::Idle(why) => missed.push((mention.span, why)),
            }
        }
        let speaker = quote::attribution(self.text, sentence, &[])
            .and_then(|attribution| attribution.speaker);
        let telling = Telling {
            passage: sentence,
            clause: sentence,
            sentence,
            kind: self.kind(sentence, false),
            speaker,
            is_report: false,
            order: None,
            from: None,
        };
        let whole = Telling {
            passage: clause::passages(self.text, sentence, &[])[0],
            ..telling
        };
        if placed.is_empty() {
            let is_account = self.accounts[self.current].told.is_some();
            let order = order.filter(|_| {
                is_account
                    && (clause::tells(self.text, sentence)
                        || self.is_in_present()
                        || self.heading.is_some())
                    && !names_period(mentions)
            });
            let is_to_come = |mention: &Mention| {
                clause::is_future(
                    self.text,
                    clause::verb_words(self.text, sentence, mention.span),
                )
            };
            if order.is_some_and(is_to_come) {
                missed.push((sentence, Reason::Planned));
                return missed;
            }
            // `Shortly afterward` under a time is not at that time
            let is_counted = order.is_some_and(|mention| {
                matches!(mention.expression, Expression::Offset(_) | Expression::Same)
            });
            let is_of_heading = !is_counted
                && !mentions.iter().any(has_time)
                && !clause::is_past_perfect(self.text, sentence);
            if is_of_heading && self.tell_under_heading(&whole) {
                return missed;
            }
            if let Some(mention) = order {
                let passage = clause::passages(self.text, sentence, &[mention.span])[0];
                let told = self.tell(&Telling { passage, ..telling }, mention);
                missed.extend(told.err().map(|why| (sentence, why)));
            } else if is_account {
                self.tell_first_call(&telling);
            }
            return missed;
        }
        self.join_parts(sentence, &mut placed);
        self.drop_glosses(&mut placed, &mut missed);
        self.drop_remarks(sentence, &mut placed, &mut missed);
        self.drop_history(is_history, mentions, &mut placed, &mut missed);
        // `At 4 p.m. it fell, shortly after the wind rose` says nothing of what was told before
        let counts = |mention: &&Mention| {
            matches!(mention.expression, Expression::Offset(offset)
                if matches!(offset.way, Way::After | Way::Before))
        };
        let order = order.filter(|mention| !counts(mention));
        let telling = Telling {
            order: order.map(|mention| mention.span),
            ..telling
        };
        let told = self.out.statements.len();
        missed.extend(self.clauses(&telling, &placed));
        // `The band, which was to start at 9, walks on`
        let is_aside = |mention: &Mention| {
            clause::relative_before(self.text, sentence, mention.span).is_some()
        };
        if told == self.out.statements.len() && !placed.is_empty() && placed.iter().all(is_aside) {
            self.tell_under_heading(&whole);
        }
        missed
    }

    /// Tells the clauses of a sentence, one for each time; returns what it does not tell, and why.
    fn clauses(&mut self, whole: &Telling, placed: &[Mention]) -> Vec<(Span, Reason)> {
        let sentence = whole.sentence;
        let mut missed = Vec::new();
        let mut order = whole.order;
        let times: Vec<Span> = placed.iter().map(|mention| mention.span).collect();
        let mut placed = placed.to_vec();
        let mut passages = clause::passages(self.text, sentence, &times);
        // what a passage shows, where that is less than what its time is read by
        let mut shown = vec![None; placed.len()];
        for at in 1..placed.len() {
            let back = self.counted_back(sentence, &placed[at - 1], &placed[at]);
            if let Some((distance, event, main)) = back {
                placed[at] = distance;
                passages[at] = event;
                passages[at - 1] = sentence;
                shown[at - 1] = Some(main);
            }
        }
        // `13 minutes after the crew arrived at 1:20`: what is counted from is told first
        let counts: Vec<bool> = (0..placed.len())
            .map(|at| {
                placed
                    .get(at + 1)
                    .is_some_and(|next| self.counts_from_next(&placed[at], next))
            })
            .collect();
        for at in (0..placed.len()).filter(|at| counts[*at]) {
            passages[at + 1].start = times[at].end;
            passages[at + 1] = passages[at + 1].trim(self.text);
        }
        let mut turns: Vec<usize> = (0..placed.len()).collect();
        turns.sort_by_key(|at| if counts[*at] { 2 * at + 3 } else { 2 * at });
        let mut told_as: Vec<Option<usize>> = vec![None; placed.len()];
        for at in turns {
            let (mention, passage) = (&placed[at], passages[at]);
            if let Some(why) = self.untold(sentence, passage, mention) {
                missed.push((passage, why));
                continue;
            }
            let is_report = clause::is_report(self.text, passage, mention.span)
                && !self.is_on_scene(passage, mention);
            let telling = Telling {
                passage: shown[at].unwrap_or(passage),
                kind: self.kind(passage, is_report),
                clause: passage,
                is_report,
                order: order.take().or(clause::opens_again(self.text, passage)),
                from: told_as
                    .get(at + 1)
                    .copied()
                    .flatten()
                    .filter(|_| counts[at]),
                ..*whole
            };
            let first = self.out.statements.len();
            match self.tell(&telling, mention) {
                Ok(()) => told_as[at] = Some(first),
                Err(why) => missed.push((passage, why)),
            }
        }
        missed
    }

    /// Why a clause tells no happening: it is planned, might have been, or is always so.
    fn untold(&self, sentence: Span, passage: Span, mention: &Mention) -> Option<Reason> {
        let passage = clause::behind_quote(self.text, passage, mention.span);
        // a verb far behind the time is another clause's
        let near = Span {
            start: passage.start,
            end: passage.end.min(mention.span.end),
        };
        if self.is_planned(sentence, passage, near, mention) {
            return Some(Reason::Planned);
        }
        let is_range = matches!(
            mention.expression,
            Expression::FromTo(..) | Expression::Between(..)
        );
        let lead = Span {
            start: near.start,
            end: mention.span.start.clamp(near.start, near.end),
        };
        // `On Monday he denied | that he had been there at 4`
        let said = Span {
            start: sentence.start,
            end: lead.end,
        };
        // under a day as its heading the present tells what happened, and `A man is dead after a fire`
        let is_step = matches!(mention.expression, Expression::Offset(offset)
            if matches!(offset.way, Way::Later | Way::Earlier));
        let is_habit = clause::is_habit(self.text, sentence)
            && !is_step
            && self.heading.is_none()
            && !self.is_present_of_story(sentence, mention)
            && (is_range || !clause::is_emergency(self.text, sentence))
            && !self.is_told(mention)
            && !clause::heads_line(self.text, sentence, mention.span);
        let is_hours =
            is_range && (clause::is_opening(self.text, lead) || clause::is_always(self.text, lead));
        let is_one_day = matches!(mention.expression, Expression::Point(Point { when, .. })
            if matches!(when.day, Some(Day::Date { .. } | Day::Weekday(..))));
        let is_background = is_habit
            || is_hours
            || clause::is_routine(self.text, sentence, lead, is_one_day)
            || clause::is_unreal(self.text, near)
            || clause::is_disputed(self.text, said)
            || clause::is_shift(self.text, lead)
            || self.is_idle_hour(passage, mention);
        is_background.then_some(Reason::Background)
    }

    /// Whether somebody speaks in the incident, by its own clock: `At 3:10 p.m. he radioed that`.
    fn is_on_scene(&self, passage: Span, mention: &Mention) -> bool {
        let is_undated = matches!(mention.expression, Expression::Point(Point { when, .. })
            if when.clock.is_some() && when.day.is_none());
        is_undated
            && !clause::names_session(self.text, passage, mention.span)
            && tokens(self.text, passage).any(|word| has(ON_SCENE, word.of(self.text)))
    }

    pub(super) fn kind(&self, passage: Span, is_report: bool) -> Kind {
        if is_report {
            Kind::Statement
        } else if clause::is_call(self.text, passage) {
            Kind::Call
        } else {
            Kind::Narrative
        }
    }
}

/// Whether a time is of its own, be it told or not: `over the next minute`, `every spring`.
fn has_time(mention: &Mention) -> bool {
    matches!(
        mention.expression,
        Expression::Point(_)
            | Expression::Between(..)
            | Expression::FromTo(..)
            | Expression::Window(_)
            | Expression::Set(_)
    )
}

/// Whether a month or a year of its own parts a sentence from the day told: `Then, in July 1990, …`
fn names_period(mentions: &[Mention]) -> bool {
    mentions.iter().any(|mention| {
        matches!(mention.expression, Expression::Point(Point { when, .. })
            if when.day.is_some_and(|day| !day.is_daily()))
    })
}

/// Whether a quote is a few words of the sentence around it: `described as “armed and dangerous.”`
fn is_part(text: &str, lead: Span, quote: Quote) -> bool {
    let opens = lead.of(text).is_empty() || lead.of(text).ends_with([',', ':']);
    let is_said = has(SAYING, word_before(text, quote.outer.start as usize));
    quote.inner.of(text).starts_with(char::is_lowercase) && !opens && !is_said
}
