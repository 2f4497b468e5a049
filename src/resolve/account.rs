//! The walk through an article: sentence by sentence, what each tells of which incident, and what
//! its times count from.
//!
//! An account is what one article tells of one incident: it has a day, a last time told and a last
//! event. A background story about an earlier emergency is an account of its own, so that its day
//! never becomes the day of the main one.

use super::anchor::Anchor;
use super::clause;
use super::published::{self, Own};
use super::{Clock, Reason, Resolved, Setting, Statement, Unplaced};
use crate::find::address::{self, Place};
use crate::find::quote::{self, Quote};
use crate::find::word::tokens;
use crate::find::{Day, Expression, Mention, Mentions, Point, When, ZoneWord};
use crate::lexicon::has;
use crate::lexicon::prose::ANOTHER;
use crate::note::SourceId;
use crate::read::Source;
use crate::read::article::{Article, Paragraph, Role};
use crate::span::Span;
use crate::time::{Instant, Zone};
use chrono::{FixedOffset, NaiveDate};
use telling::Telling;

mod distance;
mod limit;
mod role;
mod sentence;
mod telling;

/// What an article tells of one incident so far.
#[derive(Clone, Debug, Default)]
struct Account {
    /// The day last told.
    day: Option<NaiveDate>,
    /// The day last told by its date.
    dated: Option<NaiveDate>,
    /// The last statement with a time of its own.
    timed: Option<usize>,
    /// The last statement.
    told: Option<usize>,
    /// The last statement, if it quotes a transmission.
    quoted: Option<usize>,
    /// The last clock time told.
    clock: Option<Instant>,
    /// The places told of.
    places: Vec<Place>,
}

/// An article while it is walked through.
struct Walk<'a> {
    id: SourceId,
    text: &'a str,
    mentions: &'a Mentions,
    zone: Zone,
    own: Own,
    accounts: Vec<Account>,
    /// The account that is being told.
    current: usize,
    /// The day on which somebody last said something.
    said: Option<NaiveDate>,
    /// A time that stands as a heading over what follows.
    heading: Option<Mention>,
    out: Resolved,
}

/// The statements of an article.
pub fn article(
    id: SourceId,
    source: &Source,
    article: &Article,
    mentions: &Mentions,
    setting: &Setting,
) -> Resolved {
    let text = source.text.as_str();
    let zone = setting
        .zone
        .or_else(|| zone_in(article, mentions))
        .unwrap_or(Zone::Floating);
    let own = published::own_date(id, source, article, mentions, zone, setting);
    let mut walk = Walk {
        id,
        text,
        mentions,
        zone,
        accounts: vec![Account::default()],
        current: 0,
        said: None,
        heading: None,
        out: Resolved {
            statements: Vec::new(),
            relations: Vec::new(),
            limits: Vec::new(),
            unplaced: Vec::new(),
            notes: own.notes.clone(),
            zone,
            published: own.interval,
            clock: Clock::default(),
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
pub(crate) fn zone_in(article: &Article, mentions: &Mentions) -> Option<Zone> {
    let body = article.paragraphs.iter().filter(|p| p.role == Role::Body);
    body.flat_map(|paragraph| mentions.within(paragraph.span))
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
            for mention in self.mentions.within(*sentence) {
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
    fn anchor(&self, is_future: bool, told: Option<NaiveDate>) -> Anchor {
        Anchor {
            today: self.own.day,
            told: told
                .or(self.accounts[self.current].day)
                .or(self.accounts[0].day),
            dated: self.accounts[self.current].dated,
            is_future,
            is_open: false,
            period: None,
            is_day_first: super::civil::is_day_first(self.zone),
        }
    }

    fn leave_out(&mut self, span: Span, reason: Reason) {
        if !span.is_empty() {
            self.out.unplaced.push(Unplaced {
                source: self.id,
                span,
                reason,
            });
        }
    }

    fn push(&mut self, statement: Statement) -> usize {
        self.out.statements.push(statement);
        self.out.statements.len() - 1
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let reason = match paragraph.role {
            Role::Title => Reason::Headline,
            Role::Byline | Role::Published => Reason::AboutArticle,
            Role::Furniture => Reason::Furniture,
            Role::Heading => {
                self.heading = self
                    .mentions
                    .within(paragraph.span)
                    .iter()
                    .find(|mention| paragraph.span.len() <= mention.span.len() + 2)
                    .cloned();
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
        self.turn_away(sentence);
        self.turn_to(sentence);
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
            let start = sentence.start;
            self.leave_out_rest(Span { start, end }, before);
        }
        end
    }

    /// Lists the lines of a wrapped sentence that no statement from `first` on has words of.
    fn leave_out_rest(&mut self, whole: Span, first: usize) {
        for line in whole.of(self.text).split('\n') {
            let line = Span::within(self.text, line).trim(self.text);
            let told = self.out.statements[first..]
                .iter()
                .flat_map(|told| [Some(told.span), told.phrase])
                .flatten();
            let left = self
                .out
                .unplaced
                .iter()
                .rev()
                .take_while(|left| whole.start <= left.span.start);
            let mut known = told.chain(left.map(|left| left.span));
            if !known.any(|span| span.meets(line)) {
                self.leave_out(line, Reason::NoTime);
            }
        }
    }

    /// Turns to an account of its own where a sentence opens another emergency: `In an unrelated
    /// case, a barn burned`.
    fn turn_away(&mut self, sentence: Span) {
        /// The words that open a sentence.
        const OPENING: usize = 4;
        let words = tokens(self.text, sentence).map(|word| word.of(self.text));
        let opening: Vec<&str> = words.take(OPENING).collect();
        if (opening.starts_with(&["In", "another"])
            || opening.iter().any(|word| has(ANOTHER, word)))
            && clause::is_emergency(self.text, sentence)
        {
            self.accounts.push(Account {
                day: self.accounts[0].day,
                ..Account::default()
            });
            self.current = self.accounts.len() - 1;
        }
    }

    /// Turns back to the main account where a sentence speaks of its day or its place.
    fn turn_to(&mut self, sentence: Span) {
        if self.current == 0 {
            return;
        }
        let anchor = self.anchor(false, None);
        let main = self.accounts[0]
            .day
            .filter(|day| self.accounts[self.current].day != Some(*day));
        let of_its_day =
            self.mentions
                .within(sentence)
                .iter()
                .any(|mention| match mention.expression {
                    Expression::Point(Point { when, .. }) => when
                        .day
                        .and_then(|day| anchor.day(day))
                        .is_some_and(|found| main == Some(found.day)),
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

    /// Turns to the account that a dated clause belongs to: an earlier emergency is another one.
    fn turn_account(&mut self, telling: &Telling, when: &When) {
        const FAR_BACK_DAYS: i64 = 2;
        let Some(day) = when.day else {
            return;
        };
        let is_future = clause::is_future(self.text, telling.clause);
        let told = self.anchor(is_future, None).day(day).map(|found| found.day);
        let (Some(told), Some(main)) = (told, self.accounts[0].day) else {
            return;
        };
        let is_back = matches!(day, Day::Date { .. } | Day::Weekday(..))
            && FAR_BACK_DAYS <= main.signed_duration_since(told).num_days();
        let is_here = self.accounts[self.current].day == Some(told);
        if telling.is_report || !is_back {
            if !is_here {
                self.current = 0;
            }
            return;
        }
        let places = address::places(self.text, telling.clause);
        let elsewhere = !places.is_empty()
            && !places
                .iter()
                .any(|place| self.accounts[0].places.iter().any(|main| main.meets(place)));
        if !elsewhere && !clause::is_emergency(self.text, telling.sentence) {
            self.current = 0;
            return;
        }
        let known = (1..self.accounts.len()).find(|at| self.accounts[*at].day == Some(told));
        self.current = known.unwrap_or_else(|| {
            self.accounts.push(Account {
                day: Some(told),
                ..Account::default()
            });
            self.accounts.len() - 1
        });
    }
}
