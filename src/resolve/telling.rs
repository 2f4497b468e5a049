//! One clause told: its time is read, its account found, its ties to the events before it noted.

use super::account::{Account, Walk};
use super::point::{self, Reading};
use super::width::{self, Reach};
use super::{Cause, Certainty, Kind, Limit, Part, Reason, Relation, Statement, Tie, civil, clause};
use crate::find::address;
use crate::find::{Bound, Day, Expression, Mention, Offset, Point, Way, When};
use crate::lexicon::time::LengthUnit;
use crate::note::{Code, Note};
use crate::span::Span;
use crate::time::{Grain, Interval};
use chrono::NaiveDate;

/// A clause that is told.
pub(super) struct Telling {
    /// The words that stand for the event.
    pub passage: Span,
    /// The words that its time was found in.
    pub clause: Span,
    pub kind: Kind,
    pub speaker: Option<Span>,
    /// Whether the time is that of somebody's saying.
    pub is_report: bool,
    /// An order word that stands before the time.
    pub order: Option<Span>,
    /// The statement that its distance counts from, where the sentence itself tells it.
    pub from: Option<usize>,
}

/// How far an order word reaches: not before.
const ONWARD: Reach = Reach {
    least: Some(0),
    most: None,
};

impl Telling {
    /// Whether a mention can place an event by itself.
    pub fn can_place(mention: &Mention) -> bool {
        match mention.expression {
            Expression::Point(Point { when, .. }) => !when.possessive,
            Expression::Between(..) | Expression::FromTo(..) => true,
            Expression::Offset(Offset {
                length: Some(length),
                way,
                ..
            }) => way != Way::Ago || length.unit < LengthUnit::Month,
            _ => false,
        }
    }

    /// Whether a mention places an event within its day.
    pub fn has_clock(mention: &Mention) -> bool {
        match mention.expression {
            Expression::Point(Point { when, .. }) => when.clock.is_some(),
            Expression::Offset(offset) => offset.way != Way::Ago && Telling::can_place(mention),
            _ => false,
        }
    }

    fn statement(&self, walk: &Walk, phrase: Option<Span>) -> Statement {
        Statement {
            source: walk.id,
            span: self.passage,
            phrase,
            kind: self.kind,
            speaker: self.speaker,
            unit: None,
            channel: None,
            own: Interval::OPEN,
            outer: Interval::OPEN,
            stated: None,
            grain: None,
            certainty: Certainty::Ordered,
            account: walk.current as u32,
            part: None,
        }
    }

    fn read(&self, walk: &Walk, phrase: Span, reading: &Reading) -> Statement {
        Statement {
            own: reading.usual,
            outer: reading.outer,
            stated: reading.stated,
            grain: Some(reading.grain),
            certainty: if walk.own.is_assumed {
                Certainty::Derived
            } else {
                reading.certainty
            },
            ..self.statement(walk, Some(phrase))
        }
    }
}

impl Walk<'_> {
    /// Tells a clause by its mention.
    pub(super) fn tell(&mut self, telling: &Telling, mention: &Mention) -> Result<(), Reason> {
        match mention.expression {
            Expression::Point(point) => self.tell_point(telling, mention.span, &point),
            Expression::Between(first, last) => {
                self.tell_range(telling, mention.span, &first, &last, false)
            }
            Expression::FromTo(first, last) => {
                self.tell_range(telling, mention.span, &first, &last, true)
            }
            Expression::Offset(offset) => self.tell_offset(telling, mention.span, &offset),
            Expression::Same => {
                let around = |width: i64| Reach {
                    least: Some(-width),
                    most: Some(width),
                };
                let usual = around(width::SAME_TIME.usual);
                let outer = around(width::SAME_TIME.outer());
                let from = self.accounts[self.current].told;
                self.tell_from(telling, mention.span, from, (usual, outer), Tie::Distance)
            }
            Expression::Then | Expression::When => {
                let from = self.accounts[self.current].told;
                self.tell_from(
                    telling,
                    mention.span,
                    from,
                    (ONWARD, ONWARD),
                    Tie::OrderWord,
                )
            }
            Expression::Length(_) | Expression::Year(_) => Err(Reason::NoTime),
        }
    }

    /// The next of some quoted transmissions, without any word of time.
    pub(super) fn tell_in_turn(&mut self, telling: &Telling) {
        let statement = telling.statement(self, None);
        let account = &self.accounts[self.current];
        let from = account.told.filter(|told| account.quoted != Some(*told));
        let to = self.push(statement);
        // after another quote the order is noted for both
        if let Some(from) = from {
            self.tie(from, to, (ONWARD, ONWARD), Tie::TextOrder, telling.passage);
        }
        self.limit_to_day(to);
        self.accounts[self.current].told = Some(to);
    }

    fn tell_point(&mut self, telling: &Telling, phrase: Span, point: &Point) -> Result<(), Reason> {
        let anchor_day = if telling.is_report && point.when.day.is_none() {
            self.said.or(self.own.day)
        } else {
            None
        };
        self.turn_account(telling, &point.when);
        let is_future = clause::is_future(self.text, telling.clause);
        let anchor = self.anchor(is_future, anchor_day);
        let after = self.accounts[self.current]
            .clock
            .filter(|_| !telling.is_report);
        let denied = clause::is_denied(self.text, telling.clause);
        let reading = point::read(point, &anchor, self.zone, after).map_err(|_| {
            self.note_no_date(phrase);
            Reason::NoDate
        })?;
        let mut statement = telling.read(self, phrase, &reading);
        if point.bound == Bound::Until && !denied {
            statement.part = Some(Part::End);
        }
        self.note_codes(phrase, &reading);
        if !telling.is_report && matches!(point.when.day, Some(Day::Date { .. })) {
            self.accounts[self.current].dated = reading.day;
        }
        let at = self.settle(telling, statement, &reading, point.when.day.is_some());
        if let Some(order) = telling.order {
            self.tie_in_order(at, order);
        }
        Ok(())
    }

    fn tell_range(
        &mut self,
        telling: &Telling,
        phrase: Span,
        first: &When,
        last: &When,
        lasts: bool,
    ) -> Result<(), Reason> {
        self.turn_account(telling, first);
        let anchor = self.anchor(false, None);
        let after = self.accounts[self.current].clock;
        let (start, end) =
            point::read_pair(first, last, &anchor, self.zone, after).map_err(|_| {
                self.note_no_date(phrase);
                Reason::NoDate
            })?;
        self.note_codes(phrase, &start);
        let dated = first.day.is_some();
        if lasts {
            let mut from = telling.read(self, phrase, &start);
            from.part = Some(Part::Start);
            self.settle(telling, from, &start, dated);
            let mut to = telling.read(self, phrase, &end);
            to.part = Some(Part::End);
            to.span = last_words(self.text, phrase);
            self.settle(telling, to, &end, dated);
        } else {
            let whole = Reading {
                usual: start.usual.or(end.usual),
                outer: start.outer.or(end.outer),
                stated: None,
                certainty: start.certainty.max(Certainty::Approximate),
                ..start.clone()
            };
            let statement = telling.read(self, phrase, &whole);
            self.settle(telling, statement, &whole, dated);
        }
        Ok(())
    }

    fn tell_offset(
        &mut self,
        telling: &Telling,
        phrase: Span,
        offset: &Offset,
    ) -> Result<(), Reason> {
        let account = &self.accounts[self.current];
        let reach = |way: Way| match (offset.length, way) {
            (Some(length), Way::Within) => {
                let most = |outer: bool| Reach {
                    least: Some(0),
                    most: Some(if outer { 2 * length.most } else { length.most }),
                };
                (most(false), most(true))
            }
            (Some(length), _) => width::reach(length, offset.hedge),
            (None, _) => (ONWARD, ONWARD),
        };
        let (usual, outer) = reach(offset.way);
        match offset.way {
            Way::Ago => self.tell_ago(telling, phrase, (usual, outer)),
            Way::Later => {
                let from = account
                    .timed
                    .or(account.told.filter(|_| offset.length.is_none()));
                self.tell_from(telling, phrase, from, (usual, outer), Tie::Distance)
            }
            Way::Earlier => {
                let from = account.timed;
                self.tell_from(
                    telling,
                    phrase,
                    from,
                    (back(usual), back(outer)),
                    Tie::Distance,
                )
            }
            Way::After | Way::Before | Way::Within => {
                let words = Span {
                    start: phrase.end,
                    end: telling.clause.end.max(phrase.end),
                };
                let from = telling
                    .from
                    .or_else(|| self.named(words, telling))
                    .or(account.timed.filter(|_| offset.way == Way::Within));
                let reaches = if offset.way == Way::Before {
                    (back(usual), back(outer))
                } else {
                    (usual, outer)
                };
                self.tell_from(telling, phrase, from, reaches, Tie::Distance)
            }
        }
    }

    /// `two hours ago`, `three days ago`: back from the moment of telling.
    fn tell_ago(
        &mut self,
        telling: &Telling,
        phrase: Span,
        (usual, outer): (Reach, Reach),
    ) -> Result<(), Reason> {
        let now = self.out.published.ok_or(Reason::NoDate)?;
        let before = |reach: Reach| Interval {
            earliest: now
                .earliest
                .zip(reach.most)
                .map(|(now, most)| now.plus(-most)),
            latest: now
                .latest
                .zip(reach.least)
                .map(|(now, least)| now.plus(-least)),
        };
        let reading = Reading {
            usual: before(usual),
            outer: before(outer),
            stated: None,
            grain: Grain::Hour,
            certainty: Certainty::Approximate,
            day: None,
            codes: Vec::new(),
        };
        let statement = telling.read(self, phrase, &reading);
        self.settle(telling, statement, &reading, true);
        Ok(())
    }

    /// Places a clause by its distance from another statement.
    fn tell_from(
        &mut self,
        telling: &Telling,
        phrase: Span,
        from: Option<usize>,
        reaches: (Reach, Reach),
        tie: Tie,
    ) -> Result<(), Reason> {
        let from = from.ok_or(Reason::NoEvent)?;
        let mut statement = telling.statement(self, Some(phrase));
        statement.account = self.out.statements[from].account;
        let exact = reaches.0.least.zip(reaches.0.most).is_some();
        if exact {
            statement.certainty = Certainty::Derived;
            statement.grain = self.out.statements[from].grain;
        }
        let to = self.push(statement);
        self.tie(from, to, reaches, tie, phrase);
        if let Some(order) = telling.order.filter(|order| *order != phrase) {
            self.tie_in_order(to, order);
        }
        self.limit_to_day(to);
        let account = &mut self.accounts[statement.account as usize];
        account.told = Some(to);
        if exact && tie == Tie::Distance {
            account.timed = Some(to);
        }
        Ok(())
    }

    fn tie(&mut self, from: usize, to: usize, reaches: (Reach, Reach), tie: Tie, words: Span) {
        self.out.relations.push(Relation {
            from,
            to,
            usual: reaches.0,
            outer: reaches.1,
            tie,
            words,
        });
    }

    /// `Then, at 1:15 p.m.`: not before the event told before.
    fn tie_in_order(&mut self, to: usize, words: Span) {
        let account = self.out.statements[to].account;
        let before = (0..to)
            .rev()
            .find(|at| self.out.statements[*at].account == account);
        if let Some(from) = before {
            self.tie(from, to, (ONWARD, ONWARD), Tie::OrderWord, words);
        }
    }

    /// One quoted transmission stands after another: where one has no time of its own, in that order.
    pub(super) fn tie_quotes(&mut self, before: Option<usize>, to: usize) {
        let untimed = |at: usize| self.out.statements[at].own.is_open();
        let Some(from) = before.filter(|from| untimed(*from) || untimed(to)) else {
            return;
        };
        let words = self.out.statements[to].span;
        self.tie(from, to, (ONWARD, ONWARD), Tie::TextOrder, words);
    }

    /// The statement of this account that words name: it has at least half of their telling words.
    fn named(&self, words: Span, telling: &Telling) -> Option<usize> {
        const WORDS: usize = 6;
        let wanted = clause::stems(self.text, words);
        let wanted = &wanted[..wanted.len().min(WORDS)];
        let account = self.current as u32;
        self.out
            .statements
            .iter()
            .enumerate()
            .filter(|(_, told)| told.account == account && told.span != telling.passage)
            .map(|(at, told)| {
                let stems = clause::stems(self.text, told.span);
                let shared = wanted.iter().filter(|stem| stems.contains(stem)).count();
                (shared, at)
            })
            .filter(|(shared, _)| 0 < *shared && wanted.len() <= 2 * shared)
            .max()
            .map(|(_, at)| at)
    }

    /// Adds a statement with a time of its own and lets the account go on from it.
    fn settle(
        &mut self,
        telling: &Telling,
        statement: Statement,
        reading: &Reading,
        is_dated: bool,
    ) -> usize {
        let at = self.push(statement);
        let half_open = reading.usual.earliest.is_none() || reading.usual.latest.is_none();
        let turns = self.turns_day(telling, at, reading);
        self.limit_to_publication(at, telling);
        if telling.is_report {
            if is_dated {
                self.said = reading.day.or(self.said);
            }
        } else {
            let account = &mut self.accounts[self.current];
            account.told = Some(at);
            if !half_open {
                account.timed = Some(at);
            }
            if is_dated {
                if turns {
                    account.day = reading.day.or(account.day);
                }
            } else if let (Some(day), Some(told)) = (reading.day, account.day) {
                account.day = Some(day.max(told));
            }
            if reading.grain <= Grain::PartOfDay {
                account.clock = reading.usual.earliest.or(account.clock);
            }
        }
        if half_open && let Some(day) = reading.day {
            self.limit_to(at, day);
        }
        at
    }

    /// Whether the account goes on from the day of a statement: `On Saturday, …`, `at 10:31 a.m.
    /// Friday`; not from a later day in passing (`officials on Sunday were still looking`).
    fn turns_day(&self, telling: &Telling, at: usize, reading: &Reading) -> bool {
        let phrase = self.out.statements[at].phrase.unwrap_or_default();
        let opens = phrase.start <= telling.passage.start + 4;
        let is_back = self.accounts[self.current]
            .day
            .zip(reading.day)
            .is_none_or(|(told, day)| day <= told);
        opens || is_back || reading.grain < Grain::Day
    }

    /// What is told as past was over when the article came out.
    fn limit_to_publication(&mut self, at: usize, telling: &Telling) {
        let Some(published) = self.out.published.and_then(|interval| interval.latest) else {
            return;
        };
        let statement = self.out.statements[at];
        if statement
            .own
            .earliest
            .is_some_and(|earliest| published <= earliest)
        {
            let phrase = statement.phrase.unwrap_or(telling.passage);
            let message = format!(
                "`{}` lies after the article's own date; check `--published`",
                phrase.of(self.text)
            );
            self.note(Code::AfterPublication, phrase, message);
            return;
        }
        self.out.limits.push(Limit {
            statement: at,
            within: Interval {
                earliest: None,
                latest: Some(published),
            },
            cause: Cause::Published,
        });
    }

    /// What is told of a day without a time of its own lies within it.
    fn limit_to_day(&mut self, at: usize) {
        let account = self.out.statements[at].account as usize;
        if let Some(day) = self.accounts[account].day {
            self.limit_to(at, day);
        }
        if let Some(published) = self.out.published.and_then(|interval| interval.latest) {
            self.out.limits.push(Limit {
                statement: at,
                within: Interval {
                    earliest: None,
                    latest: Some(published),
                },
                cause: Cause::Published,
            });
        }
    }

    fn limit_to(&mut self, at: usize, day: NaiveDate) {
        /// An incident's night belongs to its day.
        const HOURS: (i64, i64) = (0, 30);
        self.out.limits.push(Limit {
            statement: at,
            within: civil::hours_of(self.zone, day, HOURS),
            cause: Cause::Day,
        });
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
        if telling.is_report || !is_back {
            self.current = 0;
            return;
        }
        let places = address::places(self.text, telling.clause);
        let elsewhere = !places.is_empty()
            && !places
                .iter()
                .any(|place| self.accounts[0].places.iter().any(|main| main.meets(place)));
        if !elsewhere && !clause::is_emergency(self.text, telling.clause) {
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

    fn note(&mut self, code: Code, span: Span, message: String) {
        self.out.notes.push(Note {
            code,
            source: self.id,
            span,
            message,
        });
    }

    fn note_no_date(&mut self, phrase: Span) {
        let words = phrase.of(self.text);
        let message = format!(
            "`{words}` has no date to count from; add a `Published` line, or pass `--published YYYY-MM-DD`"
        );
        self.note(Code::AssumedDate, phrase, message);
    }

    fn note_codes(&mut self, phrase: Span, reading: &Reading) {
        let words = phrase.of(self.text);
        let day = reading.day.map_or_else(String::new, |day| day.to_string());
        for code in &reading.codes {
            let message = match code {
                Code::SummerTimeTwice => {
                    format!("`{words}` comes twice on {day}; both readings are kept")
                }
                Code::SummerTimeGap => format!(
                    "`{words}` does not exist on {day}; read as a clock that was not put forward"
                ),
                Code::WeekdayMismatch => {
                    format!("the weekday of `{words}` is not that of {day}; the date is used")
                }
                Code::AssumedYear => {
                    format!(
                        "`{words}` is read as {day}, the last year in which weekday and day agree"
                    )
                }
                Code::AssumedMeridiem => {
                    format!("`{words}` has no a.m. or p.m.; read by what is told before it")
                }
                _ => format!("`{words}` is read as {day}"),
            };
            self.note(*code, phrase, message);
        }
    }
}

/// The same distance in the other direction.
fn back(reach: Reach) -> Reach {
    Reach {
        least: reach.most.map(|most| -most),
        most: reach.least.map(|least| -least),
    }
}

/// The second half of `from 9:30 p.m. Thursday to 2 a.m. Friday`.
fn last_words(text: &str, phrase: Span) -> Span {
    let words = phrase.of(text);
    let cut = [" to ", " until ", " till ", " through ", "–", "—", "-"]
        .iter()
        .filter_map(|mark| words.rfind(mark).map(|at| at + mark.len()))
        .max()
        .unwrap_or(0);
    Span::within(text, &words[cut..])
}
