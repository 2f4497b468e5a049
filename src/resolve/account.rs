//! The walk through an article: sentence by sentence, what each tells of which incident, and what
//! its times count from.
//!
//! An account is what one article tells of one incident: it has a day, a last time told and a last
//! event. A background story about an earlier emergency is an account of its own, so that its day
//! never becomes the day of the main one.

use super::anchor::Anchor;
use super::published::{self, Own};
use super::tense::Tense;
use super::{Reason, Resolved, Setting, Statement, Unplaced};
use crate::find::address::{self, Place};
use crate::find::quote::{self, Quote};
use crate::find::{Expression, Mentions, Point, ZoneWord};
use crate::note::SourceId;
use crate::read::Source;
use crate::read::article::{Article, Paragraph, Role};
use crate::span::Span;
use crate::time::{Instant, Interval, Zone};
use background::History;
use calls::Calls;
use chrono::{FixedOffset, NaiveDate};
use heading::Heading;
use live::{Entry, Page};
use named::Waiting;

mod another;
mod background;
mod calls;
mod day;
mod distance;
mod heading;
mod kept;
mod limit;
mod live;
mod main_day;
mod named;
mod night;
mod pace;
mod parts;
mod planned;
mod present;
mod rise;
mod role;
mod sentence;
mod telling;
mod town;
mod turn;
mod week;

pub(super) use telling::ONWARD;

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
    /// The last statement, if it only says behind what it happened: `after midnight`.
    open: Option<usize>,
    /// The last clock time told.
    clock: Option<Instant>,
    /// The part of the day last told, until a clock time of it is.
    part: Option<Interval>,
    /// Whether the last two clock times told of its day rose, as a story goes on.
    is_rising: bool,
    /// The statement with the earliest clock time.
    begun: Option<usize>,
    /// Whether its day is more than a remark: a heading names it, or a clock time of it has been told.
    is_settled: bool,
    /// Statements of the first call for help, and of others.
    calls: Calls,
    /// The town that it was placed in.
    town: Option<Span>,
    /// The places told of.
    places: Vec<Place>,
}

/// An article while it is walked through.
struct Walk<'a> {
    id: SourceId,
    text: &'a str,
    mentions: &'a Mentions,
    zone: Zone,
    /// Whether the article writes its clock times in 24 hours.
    is_24_hour: bool,
    own: Own,
    accounts: Vec<Account>,
    /// The account that is being told.
    current: usize,
    /// The day that the article is about.
    main: Option<NaiveDate>,
    /// Where the words end that first tell that day.
    lead_end: u32,
    /// The first clock time that it tells of that day.
    opening: Option<Instant>,
    /// The earlier day that the paragraph has turned to in passing.
    aside: Option<NaiveDate>,
    /// The clock time that the paragraph has looked back to last.
    flashback: Option<Instant>,
    /// What the paragraph has told of a time before the story.
    history: History,
    /// The day on which somebody last said something.
    said: Option<NaiveDate>,
    /// The paragraph that is being told.
    paragraph: Span,
    /// Whether a heading stands right over it.
    is_under_heading: bool,
    /// Distances from events that are still to be told.
    waiting: Vec<Waiting>,
    /// A time that stands as a heading over what follows.
    heading: Option<Heading>,
    /// How the article is laid out.
    page: Page,
    /// The entry of a live page that is being told.
    entry: Entry,
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
        is_24_hour: super::civil::is_24_hour(text, mentions.all()),
        accounts: vec![Account::default()],
        current: 0,
        main: None,
        lead_end: 0,
        opening: None,
        aside: None,
        flashback: None,
        history: History::Untold,
        said: None,
        paragraph: Span::default(),
        is_under_heading: false,
        waiting: Vec::new(),
        heading: None,
        page: Page::Story,
        entry: Entry::default(),
        out: Resolved {
            statements: Vec::new(),
            relations: Vec::new(),
            limits: Vec::new(),
            unplaced: Vec::new(),
            notes: own.notes.clone(),
            zone,
            published: own.interval,
            clock: None,
            undated: None,
            start: None,
            latent: Vec::new(),
            sequels: Vec::new(),
        },
        own,
    };
    walk.page = walk.page_of(article);
    walk.begin(article);
    for paragraph in &article.paragraphs {
        walk.paragraph(paragraph);
    }
    walk.tell_waiting();
    if let Some(dateline) = article.dateline {
        walk.leave_out(dateline, Reason::AboutArticle);
    }
    walk.out
        .unplaced
        .sort_by_key(|unplaced| (unplaced.span.start, unplaced.span.end));
    walk.out.latent.sort_by_key(|latent| latent.span);
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
    /// What a time counts from in the account that is being told.
    fn anchor(&self, is_future: bool, told: Option<NaiveDate>) -> Anchor {
        Anchor {
            today: self.today(),
            posted: self.entry.stamp,
            looks_back: false,
            part: self.accounts[self.current].part,
            told: told
                .or(self.accounts[self.current].day)
                .or(self.accounts[0].day),
            dated: self.accounts[self.current].dated,
            event: self.event_day(),
            tense: if is_future {
                Tense::Future
            } else {
                Tense::Past
            },
            named: None,
            period: None,
            is_day_first: super::civil::is_day_first(self.zone),
            is_24_hour: self.is_24_hour,
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
        if self.turn_to_entry(paragraph) || self.turn_to_heading(paragraph) {
            self.leave_out(paragraph.span, Reason::Heading);
            return;
        }
        let reason = match paragraph.role {
            Role::Title => Reason::Headline,
            Role::Byline | Role::Published => Reason::AboutArticle,
            Role::Furniture => Reason::Furniture,
            Role::Heading => {
                self.leave_section();
                self.is_under_heading = true;
                Reason::Heading
            }
            Role::Body => {
                self.body(paragraph);
                self.is_under_heading = false;
                return;
            }
        };
        self.leave_out(paragraph.span, reason);
    }

    fn body(&mut self, paragraph: &Paragraph) {
        let quotes = quote::quotes(self.text, paragraph.span);
        self.history = History::Untold;
        self.aside = None;
        self.flashback = None;
        self.leave_lead();
        self.leave_remark();
        self.paragraph = paragraph.span;
        let heading = self.heading.clone();
        let is_stamped = self.page == Page::Log && self.opens_with_stamp(paragraph);
        let mut done = paragraph.span.start;
        for (at, &sentence) in paragraph.sentences.iter().enumerate() {
            if at == usize::from(!is_stamped) && self.page == Page::Log {
                self.stand_over_rest(paragraph);
            }
            if is_stamped && at == 0 {
                self.leave_out(sentence, Reason::Heading);
                done = sentence.end;
            }
            if sentence.end <= done {
                continue;
            }
            let next = paragraph.sentences.get(at + 1);
            let end = next
                .filter(|next| self.only_tells_time(sentence) && self.is_untimed(**next))
                .map_or(sentence.end, |next| next.end)
                .max(self.end_of_words(sentence, &quotes));
            let sentence = Span {
                start: sentence.start.max(done),
                end,
            }
            .trim(self.text);
            let told = self.sentence(paragraph, sentence, &quotes).max(done);
            self.keep_quotes(
                Span {
                    start: done,
                    end: told,
                },
                sentence,
                &quotes,
            );
            done = told;
        }
        self.heading = heading;
    }

    /// Tells one sentence; returns where what it told ends, a quote of several sentences included.
    fn sentence(&mut self, paragraph: &Paragraph, sentence: Span, quotes: &[Quote]) -> u32 {
        let before = self.out.statements.len();
        self.turn_away(sentence);
        self.turn_to(sentence);
        self.turn_to_weekend(sentence);
        self.turn_to_town(sentence);
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
            let reason = reason.unwrap_or(Reason::NoTime);
            if reason.is_want_of_time() {
                self.keep_sentence(whole);
            }
            self.leave_out(whole, reason);
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
}
