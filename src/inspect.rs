//! Each time mention of a source as it is read, before any timeline: its interval, what it was
//! counted from and why, and its annotation as TIMEX3.
//!
//! The day told is carried to bare clock times; a relation counts from the time told before it.

use crate::find::quote::quotes;
use crate::find::{
    Bound, Count, Day, Expression, Hedge, Mention, Mentions, Offset, Point, Side, Vague, Way, When,
    Window,
};
use crate::lexicon::time::{LengthUnit, Part};
use crate::note::{Code, Note, SourceId};
use crate::read::{Body, Source};
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::calendar::{self, unit_around};
use crate::resolve::clause;
use crate::resolve::point::{self, Reading};
use crate::resolve::published::{self, Own};
use crate::resolve::tense::{Tense, tense};
use crate::resolve::width::{self, Reach};
use crate::resolve::{Certainty, Setting, civil};
use crate::span::Span;
use crate::time::{Grain, Instant, Interval, SECOND, Zone};
use chrono::NaiveDate;
use timex::Timex;

pub mod print;
pub mod timex;

/// A mention as read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Which of the mentions.
    pub mention: Mention,
    /// What its words mean, if they name a place on the calendar.
    pub reading: Option<Reading>,
    /// What it was counted from.
    pub origin: Origin,
    /// Its annotation: none, one, or two for a range.
    pub timex: Vec<Timex>,
}

/// What a mention was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its own words say all.
    Words,
    /// The day of the words: the article's date.
    Today,
    /// The day last told.
    Told,
    /// The time last told.
    Event,
    /// Nothing: it is a length, a habit, or counts from an event.
    Nothing,
}

impl Origin {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Words => "words",
            Origin::Today => "publication",
            Origin::Told => "day told before",
            Origin::Event => "time told before",
            Origin::Nothing => "nothing",
        }
    }
}

/// What one source says of times, read.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// The mentions in the order of the source.
    pub reads: Vec<Read>,
    /// The zone of the source.
    pub zone: Zone,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// Reads each time mention of a source by itself.
///
/// ```
/// use squelch::{find, inspect, read::{Kind, Source}, resolve::{Published, Setting}};
/// let text = "Crews left at 1:12 p.m. Thursday. Two minutes later it rained.\n";
/// let source = Source::read("story.txt", text.into(), Some(Kind::Article)).unwrap();
/// let setting = Setting {
///     published: Some(Published::Day("2024-03-02".parse().unwrap())),
///     ..Setting::default()
/// };
/// let read = inspect::inspect(0, &source, &find::find(&source), &setting).reads;
/// assert_eq!(read[0].timex[0].value, "2024-02-29T13:12");
/// assert_eq!(read[1].reading.as_ref().unwrap().stated.unwrap().0 % 3_600_000, 14 * 60_000);
/// ```
pub fn inspect(
    id: SourceId,
    source: &Source,
    mentions: &Mentions,
    setting: &Setting,
) -> Inspection {
    let zone = setting.zone.unwrap_or(Zone::Floating);
    let Body::Article(article) = &source.body else {
        return Inspection {
            reads: Vec::new(),
            zone,
            notes: Vec::new(),
        };
    };
    let zone = setting
        .zone
        .or_else(|| crate::resolve::account::zone_in(article, mentions))
        .unwrap_or(zone);
    let own = published::own_date(id, source, article, mentions, zone, setting);
    let mut narrative = Narrative {
        id,
        text: &source.text,
        zone,
        told: None,
        dated: None,
        said: None,
        period: None,
        last: None,
        reads: Vec::with_capacity(mentions.all().len()),
        notes: own.notes.clone(),
        own,
    };
    for paragraph in &article.paragraphs {
        let whole = std::slice::from_ref(&paragraph.span);
        let sentences = if paragraph.sentences.is_empty() {
            whole
        } else {
            &paragraph.sentences
        };
        let dateline = article
            .dateline
            .filter(|dateline| paragraph.span.holds(*dateline));
        let told = narrative.told;
        for sentence in dateline.iter().chain(sentences) {
            narrative.sentence(paragraph.span, *sentence, mentions.within(*sentence));
        }
        // a look back holds for its paragraph
        narrative.told = narrative.told.max(told);
    }
    Inspection {
        reads: narrative.reads,
        zone,
        notes: narrative.notes,
    }
}

/// What a text has told so far.
struct Narrative<'a> {
    id: SourceId,
    text: &'a str,
    zone: Zone,
    own: Own,
    /// The day last told.
    told: Option<NaiveDate>,
    /// The day last told by its date.
    dated: Option<NaiveDate>,
    /// The first day and the unit of the last stretch longer than a day.
    period: Option<(NaiveDate, LengthUnit)>,
    /// The day on which somebody last said something, and the paragraph that says so.
    said: Option<(Span, NaiveDate)>,
    /// The last time told.
    last: Option<Reading>,
    reads: Vec<Read>,
    notes: Vec<Note>,
}

impl Narrative<'_> {
    /// Reads the mentions of a sentence; a distance from an event that the sentence dates comes last.
    fn sentence(&mut self, paragraph: Span, sentence: Span, mentions: &[Mention]) {
        let first = self.reads.len();
        self.hear(paragraph, sentence, mentions);
        for mention in mentions {
            self.mention(paragraph, sentence, mention);
        }
        for at in first + 1..self.reads.len() {
            self.count_from_next(at - 1);
        }
    }

    /// The day on which a sentence has somebody speak, where its quote counts from it.
    fn hear(&mut self, paragraph: Span, sentence: Span, mentions: &[Mention]) {
        let counted = |mention: &Mention| match mention.expression {
            Expression::Point(Point { when, .. }) => when.day,
            _ => None,
        };
        let deictic = |day| matches!(day, Some(Day::FromToday(_)));
        if !mentions.iter().any(|mention| deictic(counted(mention))) {
            return;
        }
        let anchor = Anchor {
            today: self.own.day,
            told: self.told,
            is_day_first: civil::is_day_first(self.zone),
            ..Anchor::default()
        };
        for mention in mentions {
            if let Some(day) = counted(mention).filter(|day| !deictic(Some(*day)))
                && clause::is_report(self.text, sentence, mention.span)
                && let Some(found) = anchor.day(day)
            {
                self.said = Some((paragraph, found.day));
            }
        }
    }

    /// `two weeks after a crash Feb. 14`, `13 minutes after the crew arrived at 1:20 p.m.`
    fn count_from_next(&mut self, at: usize) {
        let (Expression::Offset(offset), Expression::Point(point)) = (
            self.reads[at].mention.expression,
            self.reads[at + 1].mention.expression,
        ) else {
            return;
        };
        let between = Span {
            start: self.reads[at].mention.span.end,
            end: self.reads[at + 1].mention.span.start,
        };
        let counts = matches!(offset.way, Way::After | Way::Before) && !point.when.possessive;
        let (Some(length), Some(next)) = (offset.length, self.reads[at + 1].reading.as_ref())
        else {
            return;
        };
        if !counts || between.of(self.text).contains([',', ';']) || Grain::Day < next.grain {
            return;
        }
        let (usual, _) = width::reach(length, offset.hedge);
        let usual = if offset.way == Way::Before {
            back(usual)
        } else {
            usual
        };
        let shifted =
            |end: Option<Instant>, by: Option<i64>| end.zip(by).map(|(end, by)| end.plus(by));
        let interval = Interval {
            earliest: shifted(next.usual.earliest, usual.least),
            latest: shifted(next.usual.latest, usual.most),
        };
        let grain = next.grain;
        self.reads[at].reading = Some(plain(interval, None, grain));
        self.reads[at].origin = Origin::Event;
    }

    /// The day of the words: inside a quote that somebody said on another day, that day; a quote of no
    /// stated day that says `today` is of the day told.
    fn today(&self, paragraph: Span, mention: &Mention) -> Option<NaiveDate> {
        let Expression::Point(Point {
            when:
                When {
                    day: Some(Day::FromToday(days)),
                    ..
                },
            ..
        }) = mention.expression
        else {
            return self.own.day;
        };
        let said = self
            .said
            .filter(|(of, _)| *of == paragraph)
            .map(|(_, day)| day);
        let told = self.told.filter(|told| days == 0 && self.is_fresh(*told));
        let Some(day) = said.or(told).filter(|day| Some(*day) != self.own.day) else {
            return self.own.day;
        };
        let is_spoken = quotes(self.text, paragraph)
            .iter()
            .any(|quote| quote.outer.holds(mention.span));
        if is_spoken { Some(day) } else { self.own.day }
    }

    /// Whether a day lies so near to that of the words that people still say `today` of it.
    fn is_fresh(&self, day: NaiveDate) -> bool {
        const DAYS: i64 = 3;
        self.own
            .day
            .is_some_and(|today| (0..=DAYS).contains(&(today - day).num_days()))
    }

    /// The day of a bare clock time: the day told, but for that of somebody's saying.
    fn day_for(&self, sentence: Span, mention: &Mention) -> Option<NaiveDate> {
        let is_bare = matches!(mention.expression, Expression::Point(point) if point.when.day.is_none() && point.when.clock.is_some());
        if is_bare && clause::names_session(self.text, sentence, mention.span) {
            return self.said.map(|(_, day)| day).or(self.own.day);
        }
        self.told
    }

    fn mention(&mut self, paragraph: Span, sentence: Span, mention: &Mention) {
        let tense = tense(self.text, sentence, mention.span);
        let anchor = Anchor {
            today: self.today(paragraph, mention),
            told: self.day_for(sentence, mention),
            dated: self.dated,
            tense,
            period: self.period,
            is_day_first: civil::is_day_first(self.zone),
        };
        let (reading, origin) = self.read(sentence, mention, &anchor);
        let timex = timex::of(self.text, mention, &anchor, reading.as_ref());
        if let Some(reading) = &reading {
            self.note_codes(mention.span, reading);
            self.go_on((paragraph, sentence), mention, &anchor, reading);
        } else if mention.expression == Expression::Impossible {
            self.note_impossible(mention.span);
        }
        self.reads.push(Read {
            mention: mention.clone(),
            reading,
            origin,
            timex,
        });
    }

    /// The reading of a mention and what it counts from.
    fn read(
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
                (pair.map(|(start, end)| joined(start, &end)), origin_of(day))
            }
            Expression::Offset(offset) => self.read_offset(&offset, anchor),
            Expression::Same => {
                let around = Reach {
                    least: Some(-width::SAME_TIME.usual),
                    most: Some(width::SAME_TIME.usual),
                };
                (self.from_last(around, None), Origin::Event)
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
        let reading = point::read(point, anchor, self.zone, after.filter(|_| is_bare)).ok()?;
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
                    self.from_now((offset.hedge, length), is_back, usual, exact),
                    Origin::Today,
                )
            }
            Way::In if anchor.is_future() || self.is_alone() => (
                self.from_now((offset.hedge, length), false, usual, exact),
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
                        self.from_now((offset.hedge, length), is_back, usual, exact),
                        Origin::Today,
                    );
                }
                if LengthUnit::Day <= length.unit {
                    let day = self.told.or(self.own.day);
                    let reading = self.by_calendar(day, length, is_back);
                    return (
                        reading.map(|reading| as_counted(reading, length)),
                        Origin::Told,
                    );
                }
                (self.from_last(usual, exact), Origin::Event)
            }
            Way::In | Way::Within | Way::After | Way::Before => (None, Origin::Nothing),
        }
    }

    /// A distance from the moment of telling: by the calendar from days on.
    fn from_now(
        &self,
        (hedge, length): (Hedge, crate::find::Duration),
        is_back: bool,
        usual: Reach,
        exact: Option<i64>,
    ) -> Option<Reading> {
        if let (Hedge::About, Some(day), true) =
            (hedge, self.own.day, LengthUnit::Month <= length.unit)
        {
            // as far to each side as half of the unit
            let half = crate::find::unit_length(length.unit) / 2 / crate::time::DAY;
            let center = calendar::moved(day, length, is_back)?;
            let first = shift_days(center, -half)?;
            let interval = civil::days_of(self.zone, first, shift_days(center, half - 1)?);
            return Some(plain(interval, None, Grain::Month));
        }
        if LengthUnit::Day <= length.unit {
            let stated = self.own.interval.filter(|now| now.earliest == now.latest);
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
        length: crate::find::Duration,
        is_back: bool,
    ) -> Option<Reading> {
        if matches!(length.count, Count::Bare | Count::Few | Count::Moments) {
            return None;
        }
        let day = calendar::moved(day?, length, is_back)?;
        let (unit, grain) = match length.unit {
            LengthUnit::Month => (LengthUnit::Month, Grain::Month),
            LengthUnit::Year => (LengthUnit::Year, Grain::Year),
            LengthUnit::Decade | LengthUnit::Century => (LengthUnit::Year, Grain::Year),
            _ => (LengthUnit::Day, Grain::Day),
        };
        let stretch = unit_around(day, unit, 0)?;
        let interval = civil::days_of(self.zone, stretch.first, stretch.end.pred_opt()?);
        let day = (grain == Grain::Day).then_some(stretch.first);
        Some(Reading {
            day,
            ..plain(interval, None, grain)
        })
    }

    /// A distance from the time told before.
    fn from_last(&self, reach: Reach, exact: Option<i64>) -> Option<Reading> {
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
        let length = window.length;
        let known = !matches!(length.count, Count::Bare | Count::Few | Count::Moments);
        if !known || matches!(window.side, Side::Recent | Side::Inside) {
            return None;
        }
        let is_back = window.side == Side::Past;
        if length.unit < LengthUnit::Day {
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
    fn within(&self, length: crate::find::Duration) -> Option<Reading> {
        let first = self.own.day?;
        if length.unit < LengthUnit::Day {
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

    /// Lets the text go on from a time.
    fn go_on(
        &mut self,
        (paragraph, sentence): (Span, Span),
        mention: &Mention,
        anchor: &Anchor,
        reading: &Reading,
    ) {
        let when = match mention.expression {
            Expression::Point(point) => point.when,
            Expression::Between(first, _) | Expression::FromTo(first, _) => first,
            Expression::Offset(offset) if offset.way == Way::Later => {
                if reading.grain <= Grain::Minute {
                    self.last = Some(reading.clone());
                }
                return;
            }
            _ => return,
        };
        if Grain::Day < reading.grain {
            if let (Some(day), Some(first)) = (when.day, reading.usual.earliest) {
                self.go_on_from_period(day, first);
            }
            return;
        }
        if anchor.is_future() || self.is_aside(sentence, mention) {
            return;
        }
        if when.possessive && clause::names_session(self.text, sentence, mention.span) {
            self.said = reading.day.map(|day| (paragraph, day)).or(self.said);
            return;
        }
        let is_report = when.day.is_some() && clause::is_report(self.text, sentence, mention.span);
        if is_report {
            self.said = reading.day.map(|day| (paragraph, day)).or(self.said);
            return;
        }
        if matches!(
            when.day,
            Some(Day::Date {
                weekday: Some(_),
                ..
            })
        ) {
            self.dated = reading.day;
        }
        // `Tuesday's storm had soaked the hay`: an event named in passing turns nothing back
        if when.possessive && self.told.is_some() && reading.day < self.told {
            return;
        }
        self.told = match (when.day, reading.day, self.told) {
            (Some(_), Some(day), _) => Some(day),
            (None, Some(day), told) => told.map_or(Some(day), |told| Some(day.max(told))),
            _ => self.told,
        };
        if when.clock.is_some() {
            self.last = Some(reading.clone());
        }
    }

    /// What is told from before the story (`had been hired on Feb. 5`, `the second since Feb. 2`).
    fn is_aside(&self, sentence: Span, mention: &Mention) -> bool {
        let Expression::Point(point) = mention.expression else {
            return false;
        };
        let lead = Span {
            start: sentence.start,
            end: mention.span.start.max(sentence.start),
        };
        let clause_start = lead.of(self.text).rfind([',', ';']).unwrap_or(0);
        let is_perfect = lead.of(self.text)[clause_start..]
            .split_whitespace()
            .any(|word| word == "had");
        let bounds = matches!(point.bound, Bound::Since | Bound::Before);
        point.when.clock.is_none() && (bounds || is_perfect)
    }

    /// A quarter or a month told: `a year earlier` counts from it.
    fn go_on_from_period(&mut self, day: Day, first: Instant) {
        let is_period = matches!(day, Day::Quarter(..) | Day::Unit(LengthUnit::Quarter, ..));
        if is_period {
            self.period = Some((self.zone.civil(first).date(), LengthUnit::Quarter));
        }
    }

    fn note_codes(&mut self, span: Span, reading: &Reading) {
        for code in &reading.codes {
            self.notes.push(Note {
                code: *code,
                source: self.id,
                span,
                message: crate::resolve::remark::words(*code, span.of(self.text), reading),
            });
        }
    }

    fn note_impossible(&mut self, span: Span) {
        let message = crate::resolve::remark::no_such_time(span.of(self.text));
        self.notes.push(Note {
            code: Code::NoSuchTime,
            source: self.id,
            span,
            message,
        });
    }
}

/// What the words of a point leave open is taken from here.
fn origin_of(when: &When) -> Origin {
    match when.day {
        None | Some(Day::FromTold(_) | Day::OfMonth(..)) => Origin::Told,
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
fn as_counted(reading: Reading, length: crate::find::Duration) -> Reading {
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

fn back(reach: Reach) -> Reach {
    Reach {
        least: reach.most.map(|most| -most),
        most: reach.least.map(|least| -least),
    }
}

fn plain(interval: Interval, stated: Option<Instant>, grain: Grain) -> Reading {
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
