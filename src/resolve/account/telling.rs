//! One clause told: its time is read, its account found, its ties to the events before it noted.

use super::{Walk, pace};
use crate::find::word::word_before;
use crate::find::{Bound, Clock, Day, Expression, Hedge, Mention, Offset, Point, Way, When};
use crate::lexicon::has;
use crate::lexicon::prose::{PASSING, STARTING};
use crate::lexicon::time::LengthUnit;
use crate::read::transcript::Meridiem;
use crate::resolve::anchor::Anchor;
use crate::resolve::point::{self, NoDate, Reading};
use crate::resolve::width::{self, Reach};
use crate::resolve::{Certainty, Kind, Part, Reason, Statement, Tie, clause};
use crate::span::Span;
use crate::time::{Instant, MINUTE};

/// A clause that is told.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    /// The words that stand for the event.
    pub passage: Span,
    /// The words that its time was found in.
    pub clause: Span,
    /// The sentence that they stand in.
    pub sentence: Span,
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
pub(in crate::resolve) const ONWARD: Reach = Reach {
    least: Some(0),
    most: None,
};

impl Telling {
    /// Whether a mention can place an event by itself.
    pub fn can_place(mention: &Mention) -> bool {
        match mention.expression {
            Expression::Point(Point { when, .. }) => {
                !when.possessive && when.is_daily() && !when.is_bare_part()
            }
            Expression::Between(first, last) | Expression::FromTo(first, last) => {
                first.is_daily() && last.is_daily()
            }
            Expression::Offset(Offset {
                length: Some(length),
                way,
                ..
            }) => match way {
                Way::Ago => length.unit < LengthUnit::Month,
                Way::In | Way::FromNow => false,
                _ => true,
            },
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

    pub(super) fn statement(&self, walk: &Walk, phrase: Option<Span>) -> Statement {
        Statement {
            phrase,
            speaker: self.speaker,
            account: walk.current as u32,
            ..Statement::untimed(walk.id, self.passage, self.kind)
        }
    }

    pub(super) fn read(&self, walk: &Walk, phrase: Span, reading: &Reading) -> Statement {
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
            Expression::Length(hedge, length) => {
                self.tell_wait(telling, mention.span, hedge, length)
            }
            Expression::Window(window) => {
                let offset = Offset {
                    hedge: Hedge::AtMost,
                    length: Some(window.length),
                    way: Way::Within,
                };
                self.tell_offset(telling, mention.span, &offset)
            }
            Expression::Set(_)
            | Expression::Vague(_)
            | Expression::Stamp
            | Expression::Impossible => Err(Reason::NoTime),
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
        self.limit_to_day(to, None);
        self.limit_to_past(to);
        self.accounts[self.current].told = Some(to);
    }

    pub(super) fn tell_point(
        &mut self,
        telling: &Telling,
        phrase: Span,
        point: &Point,
    ) -> Result<(), Reason> {
        let telling = &Telling {
            is_report: telling.is_report && !self.goes_on_at(telling, &point.when),
            order: telling
                .order
                .or(self.is_later(phrase, point).then_some(phrase)),
            ..*telling
        };
        self.turn_account(telling, &point.when);
        self.turn_to_retelling(telling, &point.when);
        let anchor = self.anchor_of(telling, &point.when);
        // `By midnight it had spread` looks on to midnight
        let anchor = Anchor {
            looks_back: anchor.looks_back && point.bound != Bound::By,
            ..anchor
        };
        let after = self
            .flashback
            .or(self.accounts[self.current].clock)
            .filter(|_| {
                !telling.is_report || point.when.clock.is_some_and(|clock| clock.is_halfless())
            });
        let denied = clause::is_denied(self.text, telling.clause);
        // `starting at 8 p.m.`, `has been there since 8 p.m.` name the start of something that lasted
        let opening = phrase.of(self.text).split(' ').next();
        let is_starting = opening.is_some_and(|word| has(STARTING, word))
            && clause::tells(self.text, telling.clause);
        let begins = point.bound == Bound::Since
            && (is_starting || !denied && clause::lasts(self.text, telling.clause, phrase));
        let point = &Point {
            bound: if begins || self.goes_by(phrase, point) {
                Bound::At
            } else {
                point.bound
            },
            ..*point
        };
        let reading = self.read_past(point, &anchor, after).map_err(|_| {
            self.note_no_date(phrase);
            Reason::NoDate
        })?;
        let mut statement = telling.read(self, phrase, &reading);
        if point.bound == Bound::Until && !denied {
            statement.part = Some(Part::End);
        }
        if begins {
            statement.part = Some(Part::Start);
        }
        self.note_codes(phrase, &reading);
        let is_dated = matches!(point.when.day, Some(Day::Date { .. }));
        if is_dated && !telling.is_report && !self.is_remark(telling, phrase, &reading) {
            self.accounts[self.current].dated = reading.day;
        }
        let at = self.settle(telling, statement, &reading, point.when.day.is_some());
        if point.bound == Bound::After && !telling.is_report {
            self.accounts[self.current].open = Some(at);
        }
        if let Some(order) = telling.order {
            self.tie_in_order(at, order);
        }
        Ok(())
    }

    /// `later that day`: not before what was told last.
    fn is_later(&self, phrase: Span, point: &Point) -> bool {
        let opening = phrase.of(self.text).split(' ').next();
        matches!(point.when.day, Some(Day::FromTold(0)))
            && opening.is_some_and(|word| word.eq_ignore_ascii_case("later"))
    }

    /// `a ship went by around noon`: the `by` is the verb's.
    fn goes_by(&self, phrase: Span, point: &Point) -> bool {
        point.bound == Bound::By && has(PASSING, word_before(self.text, phrase.start as usize))
    }

    /// What a point of time says: of the days that a bare clock time can be on, none lies after the
    /// article, nor does a half of the day.
    pub(super) fn read_past(
        &self,
        point: &Point,
        anchor: &Anchor,
        after: Option<Instant>,
    ) -> Result<Reading, NoDate> {
        let reading = point::read(point, anchor, self.zone, after)?;
        let Some(published) = self.published().and_then(|interval| interval.latest) else {
            return Ok(reading);
        };
        let is_over = |reading: &Reading| {
            let late = reading.usual.latest.map(|latest| latest.plus(-MINUTE));
            late.is_none_or(|late| late < published)
        };
        let mut again = Err(NoDate);
        // `by 10 p.m.` in an article of noon is of the day before
        let moment = reading.usual.earliest.or(reading.stated);
        if point.when.day.is_none() && moment >= Some(published) {
            let eve = Anchor {
                told: reading.day.and_then(|day| day.pred_opt()),
                ..*anchor
            };
            again = point::read(point, &eve, self.zone, None);
        } else if let Some(clock) = point.when.clock
            && pace::is_twofold(&reading)
            && !is_over(&reading)
        {
            let mut early = *point;
            early.when.clock = Some(Clock {
                meridiem: Some(Meridiem::Am),
                ..clock
            });
            again = point::read(&early, anchor, self.zone, after);
        }
        Ok(again.unwrap_or(reading))
    }

    pub(super) fn tell_range(
        &mut self,
        telling: &Telling,
        phrase: Span,
        first: &When,
        last: &When,
        lasts: bool,
    ) -> Result<(), Reason> {
        self.turn_account(telling, if first.day.is_some() { first } else { last });
        // of two days without a year, the first is the last one before the second
        let is_last = last.day.is_some() || first.day.is_none();
        let anchor = self.anchor_of(telling, if is_last { last } else { first });
        let after = self.accounts[self.current].clock;
        let (start, end) =
            point::read_pair(first, last, &anchor, self.zone, after).map_err(|_| {
                self.note_no_date(phrase);
                Reason::NoDate
            })?;
        self.note_codes(phrase, &start);
        let dated = first.day.or(last.day).is_some();
        if lasts {
            let mut from = telling.read(self, phrase, &start);
            from.part = Some(Part::Start);
            let from = self.settle(telling, from, &start, dated);
            let mut to = telling.read(self, phrase, &end);
            to.part = Some(Part::End);
            to.span = last_words(self.text, phrase);
            let to = self.settle(telling, to, &end, dated);
            self.tie(from, to, (ONWARD, ONWARD), Tie::OrderWord, phrase);
        } else {
            let whole = start.through(&end);
            let statement = telling.read(self, phrase, &whole);
            self.settle(telling, statement, &whole, dated);
        }
        Ok(())
    }

    /// Adds a statement with a time of its own and lets the account go on from it.
    pub(super) fn settle(
        &mut self,
        telling: &Telling,
        statement: Statement,
        reading: &Reading,
        is_dated: bool,
    ) -> usize {
        let phrase = statement.phrase.unwrap_or_default();
        let is_remark = self.is_remark(telling, phrase, reading);
        let at = self.push(statement);
        let half_open = reading.usual.earliest.is_none() || reading.usual.latest.is_none();
        let turns = self.turns_day(telling, at, reading);
        self.tie_loose_to_last(telling, at, reading);
        self.tie_open_to_next(telling, at, reading);
        self.limit_to_publication(at, telling);
        if is_remark && !telling.is_report && phrase.start <= telling.sentence.start {
            self.aside = reading.day;
        }
        if telling.is_report {
            if is_dated {
                self.said = reading.day.or(self.said);
            }
        } else if !is_remark && !self.is_behind(telling, reading) {
            self.go_on_from(telling, at, reading, is_dated.then_some(turns));
        }
        if half_open && let Some(day) = reading.day {
            self.limit_to(at, day);
            self.tie_to_beginning(telling, at);
        }
        self.order_calls(at);
        at
    }
}

/// The second half of `from 9:30 p.m. Thursday to 2 a.m. Friday`.
pub(super) fn last_words(text: &str, phrase: Span) -> Span {
    let words = phrase.of(text);
    let after = |marks: &[&str]| {
        let ends = marks
            .iter()
            .filter_map(|mark| words.rfind(mark).map(|at| at + mark.len()));
        ends.max()
    };
    let cut = after(&[" to ", " until ", " till ", " through "])
        .or_else(|| after(&["–", "—", "-"]))
        .unwrap_or(0);
    Span::within(text, &words[cut..])
}
