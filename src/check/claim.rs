//! The grammar of a claim: which event is said to lie how far from which other, or when.
//!
//! ```abnf
//! claim    = event apart event / lead event "," event / took / between / lasted / at
//! apart    = [hedge] length ("after" / "before") / "within" length "of" / order
//! order    = "before" / "after" / "at the same time as" / "until" / …
//! lead     = apart                                   ; `Within a minute of the call, the crew left`
//! took     = "it took" [event] length "to" event ("after" / "from") event
//! between  = length "passed between" event "and" event / event "and" event "were" length "apart"
//! lasted   = event "lasted" length
//! at       = event time / time "," event             ; `by noon`, `between 1 and 2 p.m.`
//! ```

use super::far::{Far, distance};
use super::order::{Order, denies, order};
use crate::find::word::{starts_word, tokens, word_before, words};
use crate::find::{self, Expression, Mention, Offset, Way};
use crate::lexicon::has;
use crate::lexicon::prose::SAYING;
use crate::span::Span;
use nom::Parser;

/// A claim as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed {
    /// The words of the event that it is about.
    pub event: Words,
    /// What it says of it.
    pub what: What,
}

/// The words of an event, in one or two pieces.
pub type Words = Vec<Span>;

/// What a claim says of its event.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// So much later than another; negative is earlier.
    Apart {
        /// The words of the other event.
        other: Words,
        /// How far.
        far: Far,
    },
    /// From its start to its end.
    Lasted(Far),
    /// At a time.
    At {
        /// The words of the time.
        time: Mention,
        /// Whether the claim is that it was not then.
        denied: bool,
    },
}

/// The forms that the grammar reads, for those whose claim it does not.
pub const FORMS: &str = "write `EVENT before EVENT`, `EVENT within DURATION of EVENT`, `EVENT more than \
                         DURATION after EVENT`, `EVENT lasted DURATION` or `EVENT at TIME`";

/// Reads a claim.
///
/// # Errors
///
/// The words that could not be read: those that are left where a form begins, or all.
///
/// ```
/// use squelch::check::claim::{What, read};
/// let text = "Police were inside within three minutes of the first call.";
/// let claim = read(text).unwrap();
/// assert_eq!(claim.event[0].of(text), "Police were inside");
/// let What::Apart { other, far } = claim.what else { panic!() };
/// assert_eq!(other[0].of(text), "the first call");
/// assert_eq!(far.usual.at_most, Some(180_000));
/// ```
pub fn read(text: &str) -> Result<Claimed, Span> {
    let end = text
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!'))
        .len();
    let start = text.len() - text.trim_start().len();
    let whole = without_speaker(text, Span::new(start.min(end), end));
    let claim = Claim {
        text,
        whole,
        times: find::times(text, whole),
    };
    claim
        .took()
        .or_else(|| claim.between())
        .or_else(|| claim.lasted())
        .or_else(|| claim.apart())
        .or_else(|| claim.ordered())
        .or_else(|| claim.at())
        .ok_or_else(|| claim.unread())
}

/// A claim without the words that say whose it is: `…, police said`.
fn without_speaker(text: &str, claim: Span) -> Span {
    const MOST_WORDS: usize = 8;
    let words = claim.of(text);
    let Some(comma) = words.rfind(", ") else {
        return claim;
    };
    let rest = Span {
        start: claim.start + comma as u32,
        end: claim.end,
    };
    let is_told = |word: Span| matches!(word_before(text, word.start as usize), "was" | "were");
    let is_speaker = tokens(text, rest).count() <= MOST_WORDS
        && tokens(text, rest).any(|word| has(SAYING, word.of(text)) && !is_told(word));
    Span {
        end: if is_speaker { rest.start } else { claim.end },
        ..claim
    }
}

struct Claim<'a> {
    text: &'a str,
    whole: Span,
    times: Vec<Mention>,
}

impl Claim<'_> {
    /// `It took officers 42 minutes to enter after the first call`
    fn took(&self) -> Option<Claimed> {
        let (rest, ()) = words("it took").parse(self.from(self.whole.start)).ok()?;
        let from = self.whole.end - rest.len() as u32;
        let (length, far) = self.length()?;
        let who = self.trimmed(from, length.start);
        let is_after = |(_, found): &(usize, Found)| found.order == Order::After;
        let after = self.orders(length.end).find(is_after);
        let split = match after {
            Some((at, found)) => Span::new(at, found.end as usize),
            None => self.find(length.end, "from")?,
        };
        let does = self.trimmed(length.end, split.start);
        let other = self.trimmed(split.end, self.whole.end);
        let event: Words = [who, does]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        both(event, vec![other], far)
    }

    /// `Ten minutes passed between the call and the entry`
    fn between(&self) -> Option<Claimed> {
        let (length, far) = self.length()?;
        let text = self.text;
        let is_apart = words("apart")
            .parse(self.from(length.end).trim_start())
            .is_ok();
        let (from, until) = if is_apart {
            (self.whole.start, length.start)
        } else {
            let at = self.find(self.whole.start, "between")?;
            (
                at.end,
                if length.start < at.start {
                    self.whole.end
                } else {
                    length.start
                },
            )
        };
        let and = self.find(from, "and").filter(|and| and.end <= until)?;
        let last = self.trimmed(and.end, until);
        let last = match last
            .of(text)
            .strip_suffix(" were")
            .or(last.of(text).strip_suffix(" was"))
        {
            Some(less) => Span::new(last.start as usize, last.start as usize + less.len()),
            None => last,
        };
        both(vec![last], vec![self.trimmed(from, and.start)], far)
    }

    /// `The standoff lasted more than five hours`
    fn lasted(&self) -> Option<Claimed> {
        let (length, far) = self.length()?;
        let verb = ["lasted", "went on for", "continued for"];
        let verb = verb
            .iter()
            .find_map(|verb| self.find(self.whole.start, verb))?;
        let event = self.trimmed(self.whole.start, verb.start);
        let is_whole = verb.end <= length.start && !event.is_empty();
        is_whole.then(|| Claimed {
            event: vec![event],
            what: What::Lasted(far),
        })
    }

    /// `Crews left less than a minute after the call`
    fn apart(&self) -> Option<Claimed> {
        self.times.iter().find_map(|mention| {
            let Expression::Offset(offset) = mention.expression else {
                return None;
            };
            let (offset, span) = self
                .went_in(offset, mention.span)
                .unwrap_or((offset, mention.span));
            let (event, other) = self.around(span)?;
            // `not until an hour after` is as far as it says, and no nearer
            let is_until =
                word_before(self.text, span.start as usize).eq_ignore_ascii_case("until");
            let denied = denies(event[0].of(self.text)) && !is_until;
            both(event, other, distance(&offset, denied)?)
        })
    }

    /// `Crews went in less than a minute after the call`: `in` is no part of the distance.
    fn went_in(&self, offset: Offset, span: Span) -> Option<(Offset, Span)> {
        let behind = self.from(span.end).trim_start();
        let (rest, order) = order(behind).ok().filter(|_| offset.way == Way::In)?;
        let way = match order {
            Order::After => Way::After,
            Order::Before => Way::Before,
            _ => return None,
        };
        let lead = tokens(self.text, span).next()?;
        let span = Span {
            start: lead.end,
            end: self.whole.end - rest.len() as u32,
        };
        Some((Offset { way, ..offset }, span))
    }

    /// `Crews left before the call`
    fn ordered(&self) -> Option<Claimed> {
        self.orders(self.whole.start).find_map(|(at, found)| {
            let (event, other) = self.around(Span {
                start: at as u32,
                end: found.end,
            })?;
            let far = found.order.far(event[0].of(self.text))?;
            both(event, other, far)
        })
    }

    /// `Crews left at 4:41 a.m.`
    fn at(&self) -> Option<Claimed> {
        let is_time = |it: &&Mention| {
            matches!(
                it.expression,
                Expression::Point(_) | Expression::Between(..)
            )
        };
        let time = self.times.iter().rev().find(is_time)?;
        let before = self.trimmed(self.whole.start, time.span.start);
        let behind = self.trimmed(time.span.end, self.whole.end);
        let event: Words = [before, behind]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        let denied = event.iter().any(|words| denies(words.of(self.text)));
        let what = What::At {
            time: time.clone(),
            denied,
        };
        (!event.is_empty()).then_some(Claimed { event, what })
    }

    /// The words before a distance and those behind it; those up to a comma and the rest where it leads.
    fn around(&self, middle: Span) -> Option<(Words, Words)> {
        let first = self.trimmed(self.whole.start, middle.start);
        let last = self.trimmed(middle.end, self.whole.end);
        if !first.is_empty() {
            return (!last.is_empty()).then(|| (vec![first], vec![last]));
        }
        let comma = last.start + last.of(self.text).find(", ")? as u32;
        let (led, main) = (
            self.trimmed(last.start, comma),
            self.trimmed(comma + 1, last.end),
        );
        Some((vec![main], vec![led]))
    }

    /// The one length of time that stands by itself, and how far it reaches.
    fn length(&self) -> Option<(Span, Far)> {
        self.times
            .iter()
            .find_map(|mention| match mention.expression {
                Expression::Length(hedge, length) => Some((mention.span, Far::of(length, hedge))),
                _ => None,
            })
    }

    /// The words of order that are no part of a time, from a byte on.
    fn orders(&self, from: u32) -> impl Iterator<Item = (usize, Found)> {
        let places = self
            .from(from)
            .char_indices()
            .map(move |(at, _)| from as usize + at);
        places
            .filter(|at| starts_word(self.text, *at))
            .filter(|at| !self.times.iter().any(|it| it.span.range().contains(at)))
            .filter_map(|at| {
                let (rest, order) = order(self.from(at as u32)).ok()?;
                let end = self.whole.end - rest.len() as u32;
                Some((at, Found { order, end }))
            })
    }

    fn find(&self, from: u32, wanted: &'static str) -> Option<Span> {
        let mut places = self.from(from).char_indices();
        places.find_map(|(at, _)| {
            let at = from + at as u32;
            let is_word = starts_word(self.text, at as usize);
            let (rest, ()) = words(wanted)
                .parse(self.from(at))
                .ok()
                .filter(|_| is_word)?;
            Some(Span {
                start: at,
                end: self.whole.end - rest.len() as u32,
            })
        })
    }

    /// The words from a byte on to the end of the claim.
    fn from(&self, at: u32) -> &str {
        &self.text[at as usize..self.whole.end as usize]
    }

    fn trimmed(&self, start: u32, end: u32) -> Span {
        let text = &self.text[start as usize..end.max(start) as usize];
        let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':');
        let from = start as usize + text.len() - text.trim_start_matches(is_mark).len();
        Span::new(from, from + text.trim_matches(is_mark).len())
    }

    /// What no form has: what stands behind the last time, or everything.
    fn unread(&self) -> Span {
        let behind = self
            .times
            .last()
            .map(|last| self.trimmed(last.span.end, self.whole.end));
        behind.filter(|rest| !rest.is_empty()).unwrap_or(self.whole)
    }
}

/// A word of order, and where it ends.
struct Found {
    order: Order,
    end: u32,
}

fn both(event: Words, other: Words, far: Far) -> Option<Claimed> {
    let is_empty = |words: &Words| words.iter().all(|words| words.is_empty());
    (!is_empty(&event) && !is_empty(&other)).then_some(Claimed {
        event,
        what: What::Apart { other, far },
    })
}
