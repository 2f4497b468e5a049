//! Mentions → readings: what the words mean, counted from what has been told.

use super::Origin;
use super::narrative::Narrative;
use crate::find::{
    Count, Day, Duration, Expression, Hedge, Mention, Offset, Pick, Point, Side, Vague, Way, When,
    Window, unit_length,
};
use crate::lexicon::time::{LengthUnit, Part};
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::calendar::{self, unit_around};
use crate::resolve::point::{self, Reading};
use crate::resolve::tense::Tense;
use crate::resolve::width::{self, Reach};
use crate::resolve::{Certainty, civil, clause};
use crate::span::Span;
use crate::time::{DAY, Grain, Instant, Interval, SECOND};
use chrono::NaiveDate;

impl Narrative<'_> {
    /// The reading of a mention and what it counts from.
    pub(super) fn read(
        &self,
        sentence: Span,
        mention: &Mention,
        anchor: &Anchor,
    ) -> (Option<Reading>, Origin) {
        match mention.expression {
            Expression::Point(point) => (
                self.read_point(sentence, &point, anchor),
                origin_of(&point.when),
            ),
            Expression::Between(first, last) | Expression::FromTo(first, last) => {
                let after = self.last.as_ref().and_then(|last| last.usual.earliest);
                let pair = point::read_pair(&first, &last, anchor, self.zone, after).ok();
                let day = if first.day.is_some() { &first } else { &last };
                let whole = pair.map(|(start, end)| joined(start, &end));
                let runs_on = |whole: &Reading| {
                    let ends = whole.usual.earliest.zip(whole.usual.latest);
                    ends.is_none_or(|(earliest, latest)| earliest < latest)
                };
                (whole.filter(runs_on), origin_of(day))
            }
            Expression::Offset(offset) => self.read_offset(&offset, anchor),
            Expression::Same => {
                let around = Reach {
                    least: Some(-width::SAME_TIME.usual),
                    most: Some(width::SAME_TIME.usual),
                };
                (self.count_from_told(around, None), Origin::Event)
            }
            Expression::Window(window) => (self.read_window(&window), Origin::Today),
            Expression::Vague(Vague::Now) => (self.now(), Origin::Today),
            _ => (None, Origin::Nothing),
        }
    }

    fn read_point(&self, sentence: Span, point: &Point, anchor: &Anchor) -> Option<Reading> {
        let is_bare = point.when.day.is_none();
        // `burned overnight`: the night that the day of the words ended
        let is_overnight = point
            .when
            .part
            .is_some_and(|part| part.part == Part::Overnight);
        if is_bare && is_overnight && self.told.is_none() && !anchor.is_future() {
            let eve = Anchor {
                told: self.own.day.and_then(|day| day.pred_opt()),
                ..*anchor
            };
            return point::read(point, &eve, self.zone, None).ok();
        }
        let after = self.last.as_ref().and_then(|last| last.usual.earliest);
        let mut reading = point::read(point, anchor, self.zone, after.filter(|_| is_bare)).ok()?;
        // what is left of a day begins now
        if matches!(point.when.pick, Some(Pick::Rest | Pick::Later))
            && matches!(anchor.tense, Tense::Open | Tense::Future)
            && let Some(now) = self.own.interval.filter(|now| now.earliest == now.latest)
            && reading.usual.latest > now.earliest
        {
            reading.usual.earliest = reading.usual.earliest.max(now.earliest);
        }
        // of the days that a bare clock time can be on, none lies after the article
        let published = self.own.interval.and_then(|interval| interval.latest);
        let is_late = published.is_some() && published <= reading.usual.earliest;
        let is_told = matches!(anchor.tense, Tense::Past | Tense::Loose)
            && clause::tells(self.text, sentence);
        if is_bare && is_late && is_told && self.told.is_none_or(|told| Some(told) == self.own.day)
        {
            let eve = Anchor {
                told: reading.day.and_then(|day| day.pred_opt()),
                ..*anchor
            };
            return point::read(point, &eve, self.zone, None).ok();
        }
        Some(reading)
    }

    fn read_offset(&self, offset: &Offset, anchor: &Anchor) -> (Option<Reading>, Origin) {
        let Some(length) = offset.length else {
            return (None, Origin::Nothing);
        };
        let (usual, _) = width::reach(length, offset.hedge);
        let exact = (length.least == length.most
            && length.count != Count::Bare
            && length.count != Count::Few)
            .then_some(length.least);
        match offset.way {
            Way::Ago | Way::FromNow => {
                let is_back = offset.way == Way::Ago;
                let usual = if is_back { back(usual) } else { usual };
                let exact = exact.map(|exact| if is_back { -exact } else { exact });
                (
                    self.count_from_now((offset.hedge, length), is_back, usual, exact),
                    Origin::Today,
                )
            }
            Way::In if anchor.is_future() || self.is_alone() => (
                self.count_from_now((offset.hedge, length), false, usual, exact),
                Origin::Today,
            ),
            Way::Within if anchor.is_future() || self.is_alone() => {
                (self.within(length), Origin::Today)
            }
            Way::Later | Way::Earlier => {
                let is_back = offset.way == Way::Earlier;
                let usual = if is_back { back(usual) } else { usual };
                let exact = exact.map(|exact| if is_back { -exact } else { exact });
                if length.unit < LengthUnit::Day && self.last.is_none() {
                    return (
                        self.count_from_now((offset.hedge, length), is_back, usual, exact),
                        Origin::Today,
                    );
                }
                if LengthUnit::Day <= length.unit {
                    let day = anchor.base_of(length.unit);
                    let reading = self.by_calendar(day, length, is_back);
                    return (
                        reading.map(|reading| as_counted(reading, length)),
                        Origin::Told,
                    );
                }
                (self.count_from_told(usual, exact), Origin::Event)
            }
            Way::In | Way::Within | Way::Into | Way::After | Way::Before => (None, Origin::Nothing),
        }
    }

    /// A distance from the moment of telling: by the calendar from days on.
    fn count_from_now(
        &self,
        (hedge, length): (Hedge, Duration),
        is_back: bool,
        usual: Reach,
        exact: Option<i64>,
    ) -> Option<Reading> {
        if let (Hedge::About, Some(day), true) =
            (hedge, self.own.day, LengthUnit::Month <= length.unit)
        {
            // as far to each side as half of the unit
            let half = unit_length(length.unit) / 2 / DAY;
            let center = calendar::moved(day, length, is_back)?;
            let first = shift_days(center, -half)?;
            let interval = civil::days_of(self.zone, first, shift_days(center, half - 1)?);
            return Some(plain(interval, None, Grain::Month));
        }
        if LengthUnit::Day <= length.unit {
            // a month is no fixed length
            let is_fixed = length.unit < LengthUnit::Month && length.least % DAY == 0;
            let stated = self
                .own
                .interval
                .filter(|now| is_fixed && now.earliest == now.latest);
            let stated = stated.and_then(|now| now.earliest).zip(exact);
            return Some(Reading {
                stated: stated.map(|(now, exact)| now.plus(exact)),
                ..self.by_calendar(self.own.day, length, is_back)?
            });
        }
        let now = self.own.interval?;
        // a day is no moment to count minutes from
        let is_moment = now.earliest == now.latest;
        let shifted =
            |end: Option<Instant>, by: Option<i64>| end.zip(by).map(|(end, by)| end.plus(by));
        Some(plain(
            Interval {
                earliest: shifted(now.earliest, usual.least),
                latest: shifted(now.latest, usual.most).map(|end| end.plus(SECOND)),
            },
            exact
                .filter(|_| is_moment)
                .and_then(|exact| shifted(now.earliest, Some(exact))),
            Grain::Minute,
        ))
    }

    /// Some days, weeks, months or years from a day: that day, or from months on that month or year.
    fn by_calendar(
        &self,
        day: Option<NaiveDate>,
        length: Duration,
        is_back: bool,
    ) -> Option<Reading> {
        if matches!(length.count, Count::Bare | Count::Few | Count::Moments) {
            return None;
        }
        let day = day?;
        // `a couple of days ago`: any of those that the words name
        let other = Duration {
            least: length.most,
            ..length
        };
        let ends = [
            calendar::moved(day, length, is_back)?,
            calendar::moved(day, other, is_back)?,
        ];
        let (unit, grain) = match length.unit {
            LengthUnit::Month => (LengthUnit::Month, Grain::Month),
            LengthUnit::Year | LengthUnit::Decade | LengthUnit::Century => {
                (LengthUnit::Year, Grain::Year)
            }
            _ => (LengthUnit::Day, Grain::Day),
        };
        let first = unit_around(ends[0].min(ends[1]), unit, 0)?;
        let last = unit_around(ends[0].max(ends[1]), unit, 0)?;
        let interval = civil::days_of(self.zone, first.first, last.end.pred_opt()?);
        let day = (grain == Grain::Day && first == last).then_some(first.first);
        Some(Reading {
            day,
            ..plain(interval, None, grain)
        })
    }

    /// A distance from the time told before.
    fn count_from_told(&self, reach: Reach, exact: Option<i64>) -> Option<Reading> {
        let last = self.last.as_ref()?;
        let shifted =
            |end: Option<Instant>, by: Option<i64>| end.zip(by).map(|(end, by)| end.plus(by));
        let stated = last.stated.zip(exact).map(|(from, by)| from.plus(by));
        let interval = Interval {
            earliest: shifted(last.usual.earliest, reach.least),
            latest: shifted(last.usual.latest, reach.most),
        };
        Some(Reading {
            day: last.day,
            certainty: Certainty::Derived,
            ..plain(interval, stated, last.grain)
        })
    }

    /// `the past two weeks`, `the next five days`, beside the day of the words.
    fn read_window(&self, window: &Window) -> Option<Reading> {
        let mut length = window.length;
        if matches!(length.count, Count::Bare | Count::Moments)
            || matches!(window.side, Side::Recent | Side::Inside)
        {
            return None;
        }
        // `the past few days` are at most as many as the table says
        if length.count == Count::Few {
            let most = width::reach(length, window.hedge).0.most?;
            (length.least, length.most) = (most, most);
        }
        let is_back = window.side == Side::Past;
        if length.unit < LengthUnit::Day || length.most < DAY {
            let now = self
                .own
                .interval
                .filter(|now| now.earliest == now.latest)?
                .earliest?;
            let other = now.plus(if is_back { -length.least } else { length.most });
            return Some(plain(
                Interval::new(now.min(other), now.max(other)),
                None,
                Grain::Minute,
            ));
        }
        let today = self.own.day?;
        let start = if is_back { today } else { today.succ_opt()? };
        let other = calendar::moved(start, length, is_back)?;
        let (first, end) = (start.min(other), start.max(other));
        let interval = civil::days_of(self.zone, first, end.pred_opt()?);
        Some(plain(interval, None, Grain::Day))
    }

    /// `within nine months`: from the day or the moment of the words on.
    fn within(&self, length: Duration) -> Option<Reading> {
        let first = self.own.day?;
        if length.unit < LengthUnit::Day || length.most < DAY {
            let now = self.own.interval?.earliest?;
            return Some(plain(
                Interval::new(now, now.plus(length.most)),
                None,
                Grain::Minute,
            ));
        }
        let end = calendar::moved(first, length, false)?;
        let interval = civil::days_of(self.zone, first, end.pred_opt()?);
        Some(plain(interval, None, Grain::Day))
    }

    /// The moment of telling.
    fn now(&self) -> Option<Reading> {
        let now = self.own.interval?;
        let is_moment = now.earliest == now.latest;
        let latest = now
            .latest
            .map(|end| end.plus(if is_moment { SECOND } else { 0 }));
        let grain = if is_moment { Grain::Second } else { Grain::Day };
        Some(plain(Interval { latest, ..now }, None, grain))
    }

    /// Whether the whole source is one expression, so that it is said of nothing but itself.
    fn is_alone(&self) -> bool {
        const LONGEST: usize = 60;
        self.text.len() < LONGEST && self.reads.is_empty()
    }
}

/// What the words of a point leave open is taken from here.
fn origin_of(when: &When) -> Origin {
    match when.day {
        None | Some(Day::FromTold(_) | Day::OfEvent(_) | Day::OfMonth(..)) => Origin::Told,
        Some(
            Day::Date { year: Some(_), .. }
            | Day::Month { year: Some(_), .. }
            | Day::Slashed { year: Some(_), .. }
            | Day::Year(_)
            | Day::Years(..)
            | Day::Quarter(Some(_), _)
            | Day::Half(Some(_), _)
            | Day::Season(Some(_), ..)
            | Day::Week(Some(_), _)
            | Day::Holiday(_, Some(_), _),
        ) => Origin::Words,
        Some(_) => Origin::Today,
    }
}

/// Weeks are counted to the nearest: some days to each side.
fn as_counted(reading: Reading, length: Duration) -> Reading {
    if length.unit != LengthUnit::Week {
        return reading;
    }
    let width = width::OFFSET_WEEKS.usual;
    Reading {
        usual: reading.usual.widen(width, width),
        ..reading
    }
}

/// From the start of one reading to the end of another.
fn joined(start: Reading, end: &Reading) -> Reading {
    let interval = Interval {
        earliest: start.usual.earliest,
        latest: end.usual.latest,
    };
    Reading {
        usual: interval,
        outer: interval,
        stated: None,
        certainty: start.certainty.max(Certainty::Approximate),
        ..start
    }
}

pub(super) fn back(reach: Reach) -> Reach {
    Reach {
        least: reach.most.map(|most| -most),
        most: reach.least.map(|least| -least),
    }
}

pub(super) fn plain(interval: Interval, stated: Option<Instant>, grain: Grain) -> Reading {
    Reading {
        usual: interval,
        outer: interval,
        stated,
        grain,
        certainty: Certainty::Approximate,
        day: None,
        codes: Vec::new(),
    }
}
