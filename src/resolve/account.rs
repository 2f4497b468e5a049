//! The walk through an article: sentence by sentence, what each tells of which incident, and what
//! its times count from.
//!
//! An account is what one article tells of one incident: it has a day, a last time told and a last
//! event. A background story about an earlier emergency is an account of its own, so that its day
//! never becomes the day of the main one.

use super::anchor::Anchor;
use super::clause;
use super::published::{self, Own};
use super::telling::Telling;
use super::{Kind, Reason, Relation, Resolved, Setting, Statement, Unplaced};
use crate::find::address::{self, Place};
use crate::find::quote::{self, Attribution, Quote};
use crate::find::{self, Day, Expression, Mention, Point, ZoneWord};
use crate::note::SourceId;
use crate::read::Source;
use crate::read::article::{Article, Paragraph, Role};
use crate::span::Span;
use crate::time::{Instant, Zone};
use chrono::{FixedOffset, NaiveDate};

/// What an article tells of one incident so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Account {
    /// The day last told.
    pub day: Option<NaiveDate>,
    /// The day last told by its date.
    pub dated: Option<NaiveDate>,
    /// The last statement with a time of its own.
    pub timed: Option<usize>,
    /// The last statement.
    pub told: Option<usize>,
    /// The last statement, if it quotes a transmission.
    pub quoted: Option<usize>,
    /// The last clock time told.
    pub clock: Option<Instant>,
    /// The places told of.
    pub places: Vec<Place>,
}

/// An article while it is walked through.
pub(super) struct Walk<'a> {
    pub id: SourceId,
    pub text: &'a str,
    pub zone: Zone,
    pub own: Own,
    pub accounts: Vec<Account>,
    /// The account that is being told.
    pub current: usize,
    /// The day on which somebody last said something.
    pub said: Option<NaiveDate>,
    /// A time that stands as a heading over what follows.
    pub heading: Option<Mention>,
    pub out: Resolved,
}

/// The statements of an article.
pub fn article(id: SourceId, source: &Source, article: &Article, setting: &Setting) -> Resolved {
    let text = source.text.as_str();
    let zone = setting
        .zone
        .or_else(|| zone_in(text, article))
        .unwrap_or(Zone::Floating);
    let own = published::own_date(id, source, article, zone, setting);
    let mut walk = Walk {
        id,
        text,
        zone,
        accounts: vec![Account::default()],
        current: 0,
        said: None,
        heading: None,
        out: Resolved {
            statements: Vec::new(),
            relations: Vec::<Relation>::new(),
            limits: Vec::new(),
            unplaced: Vec::new(),
            notes: own.notes.clone(),
            zone,
            published: own.interval,
        },
        own,
    };
    walk.accounts[0].day = walk.main_day(article).or(walk.own.day);
    for paragraph in &article.paragraphs {
        walk.paragraph(paragraph);
    }
    if let Some(dateline) = article.dateline {
        walk.leave_out(dateline, Reason::AboutArticle);
    }
    walk.out
        .unplaced
        .sort_by_key(|unplaced| (unplaced.span.start, unplaced.span.end));
    walk.out
}

/// The zone that the text itself writes behind a time.
fn zone_in(text: &str, article: &Article) -> Option<Zone> {
    let body = article.paragraphs.iter().filter(|p| p.role == Role::Body);
    body.flat_map(|paragraph| find::times(text, paragraph.span))
        .find_map(|mention| match mention.expression {
            Expression::Point(Point { when, .. }) => match when.zone {
                Some(ZoneWord::Offset(minutes)) => {
                    FixedOffset::east_opt(minutes * 60).map(Zone::Fixed)
                }
                _ => None,
            },
            _ => None,
        })
}

impl Walk<'_> {
    /// The day that the article is about: the first that it tells of a happening.
    fn main_day(&self, article: &Article) -> Option<NaiveDate> {
        let anchor = self.anchor(false, None);
        let bodies = article.paragraphs.iter().filter(|p| p.role == Role::Body);
        for sentence in bodies.flat_map(|paragraph| &paragraph.sentences) {
            let mentions = find::times(self.text, *sentence);
            for mention in &mentions {
                let Expression::Point(Point { when, .. }) = mention.expression else {
                    continue;
                };
                let stated = matches!(when.day, Some(Day::Date { .. } | Day::Weekday(..)));
                let report = clause::is_report(self.text, *sentence, mention.span);
                let lead = Span {
                    start: sentence.start,
                    end: mention.span.end,
                };
                if stated && !report && !clause::is_future(self.text, lead) {
                    return when
                        .day
                        .and_then(|day| anchor.day(day))
                        .map(|found| found.day);
                }
            }
        }
        None
    }

    /// What a time counts from in the account that is being told.
    pub fn anchor(&self, is_future: bool, told: Option<NaiveDate>) -> Anchor {
        Anchor {
            today: self.own.day,
            told: told
                .or(self.accounts[self.current].day)
                .or(self.accounts[0].day),
            dated: self.accounts[self.current].dated,
            is_future,
        }
    }

    pub fn leave_out(&mut self, span: Span, reason: Reason) {
        if !span.is_empty() {
            self.out.unplaced.push(Unplaced {
                source: self.id,
                span,
                reason,
            });
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let reason = match paragraph.role {
            Role::Title => Reason::Headline,
            Role::Byline | Role::Published => Reason::AboutArticle,
            Role::Furniture => Reason::Furniture,
            Role::Heading => {
                self.heading = find::times(self.text, paragraph.span)
                    .into_iter()
                    .find(|mention| paragraph.span.len() <= mention.span.len() + 2);
                Reason::Heading
            }
            Role::Body => {
                self.body(paragraph);
                return;
            }
        };
        self.leave_out(paragraph.span, reason);
    }

    fn body(&mut self, paragraph: &Paragraph) {
        let quotes = quote::quotes(self.text, paragraph.span);
        let mut done = paragraph.span.start;
        for &sentence in &paragraph.sentences {
            if sentence.end <= done {
                continue;
            }
            let sentence = Span {
                start: sentence.start.max(done),
                end: sentence.end,
            }
            .trim(self.text);
            done = self.sentence(paragraph, sentence, &quotes).max(done);
        }
    }

    /// Tells one sentence; returns where what it told ends, a quote of several sentences included.
    fn sentence(&mut self, paragraph: &Paragraph, sentence: Span, quotes: &[Quote]) -> u32 {
        let before = self.out.statements.len();
        let mentions = find::times(self.text, sentence);
        self.turn_to(sentence, &mentions);
        let voice = quotes
            .iter()
            .filter(|quote| sentence.start <= quote.outer.start && quote.outer.start < sentence.end)
            .find_map(|quote| self.voice(paragraph, sentence, *quote));
        let (end, missed) = match voice {
            Some((quote, frame, attribution)) => {
                let told = self.transmission(quote, frame, attribution);
                let whole = sentence.join(quote.outer).join(frame);
                let missed = told.err().map(|why| (whole, why));
                (whole.end, Vec::from_iter(missed))
            }
            None => (sentence.end, self.narrative(sentence, quotes)),
        };
        if voice.is_none() && before < self.out.statements.len() {
            self.accounts[self.current].quoted = None;
        }
        if self.out.statements.len() == before {
            let reason = missed.iter().map(|(_, why)| *why).max();
            let whole = Span {
                start: sentence.start,
                end,
            };
            self.leave_out(whole, reason.unwrap_or(Reason::NoTime));
        } else {
            for (span, reason) in missed {
                self.leave_out(span, reason);
            }
            let found = address::places(self.text, sentence);
            let account = self.out.statements[before].account as usize;
            self.accounts[account].places.extend(found);
        }
        end
    }

    /// Turns back to the main account where a sentence speaks of its day or its place.
    fn turn_to(&mut self, sentence: Span, mentions: &[Mention]) {
        if self.current == 0 {
            return;
        }
        let anchor = self.anchor(false, None);
        let main = self.accounts[0].day;
        let of_its_day = mentions.iter().any(|mention| match mention.expression {
            Expression::Point(Point { when, .. }) => when
                .day
                .and_then(|day| anchor.day(day))
                .is_some_and(|found| Some(found.day) == main),
            _ => false,
        });
        let here = address::places(self.text, sentence);
        let at_its_place = here
            .iter()
            .any(|place| self.accounts[0].places.iter().any(|main| main.meets(place)));
        if of_its_day || at_its_place {
            self.current = 0;
        }
    }

    /// A quote of a transmission: the quote, the words around it, and who speaks.
    fn voice(
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
        let times = find::times(self.text, frame);
        let skip: Vec<Span> = times.iter().map(|mention| mention.span).collect();
        let attribution = quote::attribution(self.text, frame, &skip)?;
        // somebody on duty is quoted from the air where the quote has a time of its own
        let is_timed = times.iter().any(Telling::has_clock);
        let is_transmission = attribution.is_voice || (attribution.is_role && is_timed);
        is_transmission.then_some((quote, frame, attribution))
    }

    /// Tells a quoted transmission by the times of the words around it, or else in its turn.
    fn transmission(
        &mut self,
        quote: Quote,
        frame: Span,
        attribution: Attribution,
    ) -> Result<(), Reason> {
        let mentions = find::times(self.text, frame);
        let is_account = self.accounts.iter().any(|account| account.timed.is_some());
        let timed = mentions.iter().find(|mention| Telling::can_place(mention));
        let ordered = mentions
            .iter()
            .find(|mention| matches!(mention.expression, Expression::Then | Expression::Same));
        let telling = Telling {
            passage: quote.inner,
            clause: frame,
            kind: Kind::Radio,
            speaker: attribution.speaker,
            is_report: false,
            order: ordered.map(|mention| mention.span),
            from: None,
        };
        match timed.or(ordered.filter(|_| is_account)) {
            Some(mention) => self.tell(&telling, mention),
            None if is_account => {
                self.tell_in_turn(&telling);
                Ok(())
            }
            None => Err(Reason::NoTime),
        }?;
        let to = self.out.statements.len() - 1;
        let account = self.out.statements[to].account as usize;
        let before = self.accounts[account].quoted.replace(to);
        self.tie_quotes(before, to);
        Ok(())
    }

    /// Tells the clauses of a sentence of prose; returns what it does not tell, and why.
    fn narrative(&mut self, sentence: Span, quotes: &[Quote]) -> Vec<(Span, Reason)> {
        let mentions = find::times(self.text, sentence);
        let mut missed = Vec::new();
        let mut order = None;
        let mut placed: Vec<&Mention> = Vec::new();
        for mention in &mentions {
            match self.role(sentence, mention, quotes) {
                Ok(true) => placed.push(mention),
                Ok(false) => order = order.or(Some(mention)),
                Err(why) => missed.push((mention.span, why)),
            }
        }
        let speaker = quote::attribution(self.text, sentence, &[])
            .and_then(|attribution| attribution.speaker);
        let mut telling = Telling {
            passage: sentence,
            clause: sentence,
            kind: self.kind(sentence, false),
            speaker,
            is_report: false,
            order: None,
            from: None,
        };
        if placed.is_empty() {
            let heading = self.heading.clone();
            let is_account = self.accounts[self.current].told.is_some();
            let order = order.filter(|_| is_account && clause::tells(self.text, sentence));
            if order.is_some() && clause::is_future(self.text, sentence) {
                missed.push((sentence, Reason::Planned));
                return missed;
            }
            if let Some(mention) = heading.as_ref().or(order) {
                telling.passage = clause::passages(self.text, sentence, &[mention.span])[0];
                let told = self.tell(&telling, mention);
                missed.extend(told.err().map(|why| (sentence, why)));
            }
            return missed;
        }
        let times: Vec<Span> = placed.iter().map(|mention| mention.span).collect();
        let passages = clause::passages(self.text, sentence, &times);
        // `13 minutes after the crew arrived at 1:20`: what is counted from is told first
        let mut turns: Vec<usize> = (0..placed.len()).collect();
        for at in 1..placed.len() {
            if self.counts_from_next(placed[at - 1], placed[at]) {
                turns.swap(at - 1, at);
            }
        }
        for at in turns {
            let (mention, passage) = (placed[at], passages[at]);
            if clause::is_future(self.text, passage) && !self.is_told(mention) {
                missed.push((passage, Reason::Planned));
                continue;
            }
            let counts_from_next =
                at + 1 < placed.len() && self.counts_from_next(mention, placed[at + 1]);
            let lead = Span {
                start: passage.start,
                end: mention.span.start.max(passage.start),
            };
            let is_remark = !lead.is_empty() && !clause::tells(self.text, lead);
            if counts_from_next && is_remark {
                missed.push((passage, Reason::Reference));
                continue;
            }
            let is_report = clause::is_report(self.text, passage, mention.span);
            telling = Telling {
                passage,
                clause: passage,
                kind: self.kind(passage, is_report),
                speaker,
                is_report,
                order: order.take().map(|mention| mention.span),
                from: counts_from_next.then(|| self.out.statements.len().saturating_sub(1)),
            };
            let told = self.tell(&telling, mention);
            missed.extend(told.err().map(|why| (passage, why)));
        }
        missed
    }

    /// Whether a distance counts from the event whose time stands next in the sentence.
    fn counts_from_next(&self, mention: &Mention, next: &Mention) -> bool {
        let counts = matches!(mention.expression, Expression::Offset(offset)
            if matches!(offset.way, find::Way::After | find::Way::Before));
        let between = &self.text[mention.span.end as usize..next.span.start as usize];
        counts && matches!(next.expression, Expression::Point(_)) && !between.contains([',', ';'])
    }

    /// Whether a time can only be told as past: it has a clock or a day, and the quote is of a voice.
    fn is_told(&self, mention: &Mention) -> bool {
        match mention.expression {
            Expression::Point(Point { when, .. }) => {
                matches!(when.day, Some(Day::Date { year: Some(_), .. }))
                    && self
                        .anchor(true, None)
                        .day(when.day.unwrap_or(Day::FromToday(0)))
                        .zip(self.own.day)
                        .is_some_and(|(found, today)| found.day < today)
            }
            Expression::Offset(_) => false,
            _ => true,
        }
    }

    fn kind(&self, passage: Span, is_report: bool) -> Kind {
        if is_report {
            Kind::Statement
        } else if clause::is_call(self.text, passage) {
            Kind::Call
        } else {
            Kind::Narrative
        }
    }

    /// What a mention does in its sentence: places an event (`true`), ties it to the one before
    /// (`false`), or neither, and why.
    fn role(&self, sentence: Span, mention: &Mention, quotes: &[Quote]) -> Result<bool, Reason> {
        let span = mention.span;
        let spoken = quotes.iter().any(|quote| quote.outer.holds(span));
        let opens = {
            let lead = self.text[sentence.start as usize..span.start as usize]
                .trim_end_matches(['“', '"', '‘', '\'', ' ']);
            lead.is_empty() || lead.ends_with([',', ';', '—'])
        };
        match mention.expression {
            Expression::Length(_) => Err(Reason::Length),
            Expression::Year(_) => Err(Reason::Background),
            Expression::Point(point) => self.role_of_point(sentence, span, &point, spoken),
            Expression::Between(..) | Expression::FromTo(..) => Ok(true),
            Expression::Offset(_) if Telling::can_place(mention) => Ok(true),
            Expression::Offset(_) if spoken => Err(Reason::Spoken),
            Expression::Offset(offset) if offset.way == find::Way::Ago => Err(Reason::Background),
            Expression::Offset(_) if opens => Ok(false),
            Expression::Offset(_) => Err(Reason::NoTime),
            Expression::When if span.start == sentence.start => Ok(false),
            Expression::Same if opens && !spoken => Ok(false),
            Expression::Then if !spoken && (opens || self.then_happened(sentence, span)) => {
                Ok(false)
            }
            _ => Err(Reason::NoTime),
        }
    }

    fn role_of_point(
        &self,
        sentence: Span,
        span: Span,
        point: &Point,
        spoken: bool,
    ) -> Result<bool, Reason> {
        let when = point.when;
        if matches!(when.day, Some(Day::Month { .. })) {
            return Err(Reason::Background);
        }
        if when.possessive && !clause::names_session(self.text, sentence, span) {
            return Err(Reason::Reference);
        }
        let vague =
            when.clock.is_none() && matches!(when.day, Some(Day::FromToday(_) | Day::FromTold(_)));
        if spoken && vague {
            return Err(Reason::Spoken);
        }
        // `10:00 p.m. to 6:00 a.m.` of a shift, `every Thursday`, `Thursdays`
        let before = find::word::word_before(self.text, span.start as usize);
        if matches!(before, "every" | "each" | "most") {
            return Err(Reason::Background);
        }
        Ok(true)
    }

    /// `police then received calls`: a past form follows.
    fn then_happened(&self, sentence: Span, span: Span) -> bool {
        let after = Span {
            start: span.end,
            end: sentence.end,
        };
        let before = find::word::word_before(self.text, span.start as usize);
        let linked = matches!(before, "and" | "by" | "back" | "since" | "until");
        let next = find::word::tokens(self.text, after).next();
        !linked && next.is_some_and(|word| clause::is_past(word.of(self.text)))
    }

    pub fn push(&mut self, statement: Statement) -> usize {
        self.out.statements.push(statement);
        self.out.statements.len() - 1
    }
}
