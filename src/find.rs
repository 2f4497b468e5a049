//! Source → mentions: what was written about times, places and speech; nothing is resolved here.
//!
//! Only places where something can start (a digit, or a trigger word found with one automaton) are
//! visited; there the families are tried, and the longest reading wins.

#![allow(
    clippy::missing_errors_doc,
    reason = "an error of a grammar function means that nothing is here, and no more"
)]

use crate::lexicon::time::{LengthUnit, Part};
use crate::read::transcript::Meridiem;
use crate::span::Span;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind};
use nom::Parser;
use nom::branch::alt;
use std::sync::LazyLock;

pub mod address;
mod clock;
mod date;
mod day_part;
mod duration;
mod hedge;
mod point;
pub mod quote;
mod relation;
pub(crate) mod word;

/// Words of a source that name a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words, in bytes of the source's text.
    pub span: Span,
    /// What they say.
    pub expression: Expression,
}

/// What a time expression says, as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expression {
    /// `shortly before 5 p.m. Thursday`
    Point(Point),
    /// `between 1 and 1:30 p.m.`
    Between(When, When),
    /// `from 9:30 p.m. Thursday to 2 a.m. Friday`
    FromTo(When, When),
    /// `Two minutes later`
    Offset(Offset),
    /// `At that time`, `Simultaneously`
    Same,
    /// `Then`, `Eventually`
    Then,
    /// `When officers arrived`: the word that ties the clause to the account.
    When,
    /// `for 20-30 minutes`, `a 12-hour standoff`: a length without a place.
    Length(Duration),
    /// `in 2015`, `© 2024`
    Year(i32),
}

/// A time on the calendar with what hedges and bounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// `by`, `before`, `since`
    pub bound: Bound,
    /// `about`, `shortly after`
    pub hedge: Hedge,
    /// The time itself.
    pub when: When,
}

/// What a preposition says of the side on which the event lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// `at 5 p.m.`, or no word
    #[default]
    At,
    /// `before 5 p.m.`, `prior to 5 p.m.`
    Before,
    /// `by 5 p.m.`
    By,
    /// `after 5 p.m.`
    After,
    /// `since 5 p.m.`
    Since,
    /// `until 5 p.m.`
    Until,
}

/// How loosely a time or a length is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hedge {
    /// No word.
    #[default]
    Exact,
    /// `about`, `around`, `or so`
    About,
    /// `shortly after`, `just after`
    ShortlyAfter,
    /// `shortly before`, `just before`
    ShortlyBefore,
    /// `nearly`, `almost`
    Nearly,
    /// `less than`, `within`, `under`
    AtMost,
    /// `at least`, `more than`, `over`
    AtLeast,
}

/// A place on the calendar, as far as it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct When {
    /// `1:12 p.m.`
    pub clock: Option<Clock>,
    /// `Thursday`, `Feb. 29, 2024`, `today`
    pub day: Option<Day>,
    /// `early afternoon`
    pub part: Option<DayPart>,
    /// `early` or `late` without a part of the day: `late Friday`
    pub degree: Option<Degree>,
    /// `CST`
    pub zone: Option<ZoneWord>,
    /// `Thursday's`: the words say whose event is meant, not when one happened.
    pub possessive: bool,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23; 1 to 12 with a meridiem or while it is open.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: Option<u8>,
    /// `a.m.`, `p.m.`; `None` when none is written and `hour` may be either.
    pub meridiem: Option<Meridiem>,
    /// Written so that only the 24-hour reading is possible: `1312 hours`, `13:12`, `0005`.
    pub military: bool,
    /// `noon` and `midnight` are words, not readings of a clock.
    pub named: bool,
}

/// A zone as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneWord {
    /// `CST`: minutes east of Greenwich.
    Offset(i32),
    /// `ET`, `local time`: the zone of the source.
    Local,
}

/// A day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// `Monday, Feb. 29, 2024`
    Date {
        /// `2024`
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// From Monday, 0.
        weekday: Option<u8>,
    },
    /// `the sixth`, `the 6th` after `on`
    OfMonth(u8),
    /// `July 2007`
    Month {
        /// `2007`
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
    },
    /// `Thursday`
    Weekday(u8, Shift),
    /// `today`, `this morning`, `tonight`: days from the day of the words.
    FromToday(i64),
    /// `that day`, `the following morning`: days from the day last told.
    FromTold(i64),
}

/// Which of the weekdays of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// `Thursday`
    Nearest,
    /// `last Thursday`
    Last,
    /// `next Thursday`
    Next,
}

/// A part of the day with its degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayPart {
    /// `afternoon`
    pub part: Part,
    /// `early`
    pub degree: Option<Degree>,
}

/// Which end of a part of the day, or of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    /// `early`
    Early,
    /// `mid`
    Mid,
    /// `late`
    Late,
}

/// A length of time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The least that the words allow, in milliseconds.
    pub least: i64,
    /// The most that the words allow, in milliseconds.
    pub most: i64,
    /// The finest unit named.
    pub unit: LengthUnit,
    /// How the number was given.
    pub count: Count,
}

/// How the number of a length was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// `13 minutes`
    Number,
    /// `an hour and 16 minutes`: the more units, the more exact.
    Composed,
    /// `20-30 minutes`
    Range,
    /// `a few minutes`, `several minutes`
    Few,
    /// `minutes`, `hours`, `moments`
    Bare,
}

/// A distance from another event or from the moment of telling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offset {
    /// `about`, `nearly`, `less than`
    pub hedge: Hedge,
    /// How far; `None` for `shortly after the crash`.
    pub length: Option<Duration>,
    /// In which direction and from what.
    pub way: Way,
}

/// Direction and anchor of an [`Offset`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `two minutes later`: after the event told before.
    Later,
    /// `ten minutes earlier`: before the event told before.
    Earlier,
    /// `13 minutes after the crew arrived`: after the event that the words name.
    After,
    /// `20 minutes before the shooting`
    Before,
    /// `within minutes of the call`
    Within,
    /// `two years ago`: before the moment of telling.
    Ago,
}

/// How the words begin at which an expression can start; a digit can start one too. One that ends in
/// a blank is a word too common to be visited inside longer words; any gap may follow it.
const TRIGGERS: &[&str] = &[
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a ", "about", "after", "afternoo",
    "afterwar", "almost", "an ", "another", "approxim", "apr", "around", "as", "at ", "aug",
    "before", "beginnin", "between", "by", "circa", "close to", "couple", "dawn", "daybreak",
    "days", "dec", "dusk", "earlier", "early", "eight", "eleven", "evening", "eventual", "feb",
    "few", "fif", "finally", "five", "for", "forty", "four", "fri", "from", "half", "hours", "in ",
    "jan", "jul", "jun", "just", "last", "late", "less", "little", "ma", "meanwhil", "mid",
    "midnight", "minutes", "moments", "mon", "more", "morning", "nearly", "next", "night",
    "nightfal", "nine", "nint", "no ", "noon", "not ", "nov", "oct", "on ", "once", "one", "over",
    "overnigh", "past ", "pre-dawn", "predawn", "prior", "quarter", "right", "roughly", "sat",
    "second", "seconds", "sep", "seven", "several", "shortly", "simultan", "since", "six", "small",
    "some", "soon", "starting", "sun", "sundown", "sunrise", "sunset", "ten", "that", "the ",
    "then", "thir", "this", "three", "thu", "till", "today", "tomorrow", "tonight", "tue", "twe",
    "two", "under", "until", "up until", "wed", "wee ", "weeks", "when", "within", "years",
    "yesterda", "~", "©",
];

static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let patterns = TRIGGERS.iter().flat_map(|word| {
        let (stem, gaps) = match word.strip_suffix(' ') {
            Some(stem) => (stem, word::GAPS),
            None => (*word, &[""][..]),
        };
        gaps.iter().map(move |gap| format!("{stem}{gap}"))
    });
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostFirst)
        .build(patterns)
        .unwrap_or_else(|_| unreachable!("the trigger words are few and fixed"))
});

/// The time mentions of `text[span]`, in order, without overlap.
///
/// ```
/// use squelch::{find, span::Span};
/// let text = "Officers were called shortly before 5 p.m. Thursday.";
/// let mentions = find::times(text, Span::new(0, text.len()));
/// assert_eq!(mentions[0].span.of(text), "shortly before 5 p.m. Thursday");
/// ```
pub fn times(text: &str, span: Span) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = span.start as usize;
    let end = span.end as usize;
    while let Some(found) = AUTOMATON.find(
        Input::new(&text[..end])
            .range(at..end)
            .anchored(Anchored::No),
    ) {
        let start = found.start();
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        if !word::starts_word(text, start) {
            continue;
        }
        if let Some((expression, length)) = expression(&text[start..end]) {
            let words = Span::new(start, start + length);
            if word::is_time(text, words, &expression) {
                mentions.push(Mention {
                    span: words,
                    expression,
                });
                at = words.end as usize;
            }
        }
    }
    mentions
}

/// The longest expression at the start of `input`, with its length in bytes.
pub fn expression(input: &str) -> Option<(Expression, usize)> {
    type Family = fn(&str) -> nom::IResult<&str, Expression>;
    let families: [Family; 4] = [
        |input| alt((point::from_to, point::between)).parse(input),
        |input| point::point.map(Expression::Point).parse(input),
        |input| relation::relation(input),
        |input| alt((duration::length, date::year)).parse(input),
    ];
    families
        .iter()
        .filter_map(|family| family(input).ok())
        .map(|(rest, expression)| (expression, input.len() - rest.len()))
        .rev()
        .max_by_key(|(_, length)| *length)
}
