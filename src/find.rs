//! Source → mentions: what was written about times, places and speech; nothing is resolved here.
//!
//! Only places where something can start (a digit, or a trigger word found with one automaton) are
//! visited; there the families are tried, and the longest reading wins.

#![allow(
    clippy::missing_errors_doc,
    reason = "an error of a grammar function means that nothing is here, and no more"
)]

use crate::read::{Body, Source};
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
mod expression;
mod hedge;
mod point;
pub mod quote;
mod relation;
pub(crate) mod word;

pub use expression::{
    Bound, Clock, Count, Day, DayPart, Degree, Duration, Expression, Hedge, Offset, Point, Shift,
    Way, When, ZoneWord,
};

/// Words of a source that name a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words, in bytes of the source's text.
    pub span: Span,
    /// What they say.
    pub expression: Expression,
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

/// The time mentions of a source, sentence by sentence, in order and without overlap.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    times: Vec<Mention>,
}

impl Mentions {
    /// The mentions that lie wholly inside a span.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self
            .times
            .partition_point(|mention| mention.span.start < span.start);
        let inside = &self.times[start..];
        &inside[..inside.partition_point(|mention| mention.span.end <= span.end)]
    }
}

/// Finds what a source says of times. A transcript's times are its stamps, which `read` has found.
///
/// ```
/// use squelch::{find, read::Source, span::Span};
/// let text = "The call went out at 1:15 p.m. Thursday. Two minutes later, officers arrived.\n";
/// let source = Source::read("story.txt", text.into(), None).unwrap();
/// let mentions = find::find(&source);
/// assert_eq!(mentions.within(Span::new(0, text.len())).len(), 2);
/// ```
pub fn find(source: &Source) -> Mentions {
    let Body::Article(article) = &source.body else {
        return Mentions::default();
    };
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        if paragraph.sentences.is_empty() {
            found.extend(times(&source.text, paragraph.span));
        }
        // a dateline stands before the first sentence of its paragraph
        let dateline = article
            .dateline
            .filter(|dateline| paragraph.span.holds(*dateline));
        for span in dateline.iter().chain(&paragraph.sentences) {
            found.extend(times(&source.text, *span));
        }
    }
    Mentions { times: found }
}

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
        if word::is_idle(&text[start..end]) {
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
