//! The grammar of a claim: which event is said to lie how far from which other, or when.
//!
//! ```abnf
//! claim    = part [("," / ";") ("and" / "but") claim / "and" claim]
//! part     = [event] [time] apart event [time] / lead event "," event / took / between / amid / lasted / at
//! apart    = [hedge] length ("after" / "before") / "within" length "of" / order
//! order    = "before" / "after" / "at the same time as" / "until" / "was followed by" / …
//! lead     = apart                                   ; `Within a minute of the call, the crew left`
//! took     = "it took" [event] length "to" event ("after" / "from") event
//!          / "it took" [event] length "from" event "to" event
//! between  = length "passed between" event "and" event / event "and" event "were" length "apart"
//! amid     = event "between" event "and" event
//! lasted   = event "lasted" length
//! at       = event time / time "," event             ; `by noon`, `between 1 and 2 p.m.`
//! ```

use super::far::Far;
use crate::find::Mention;
use crate::find::word::{tokens, word_before};
use crate::lexicon::has;
use crate::lexicon::prose::SAYING;
use crate::span::Span;
use scan::Form;

mod form;
mod part;
mod scan;

/// A claim as read, or a part of one.
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

/// Reads a claim: each part of it, all of which it says.
///
/// # Errors
///
/// The words that could not be read: those that no form has, or all.
///
/// ```
/// use squelch::check::claim::{What, read};
/// let text = "Police were inside within three minutes of the first call.";
/// let [claim] = &read(text).unwrap()[..] else { panic!() };
/// assert_eq!(claim.event[0].of(text), "Police were inside");
/// let What::Apart { other, far } = &claim.what else { panic!() };
/// assert_eq!(other[0].of(text), "the first call");
/// assert_eq!(far.usual.at_most, Some(180_000));
/// ```
pub fn read(text: &str) -> Result<Vec<Claimed>, Span> {
    part::parts(text, whole(text), &Words::new())
}

/// What a sentence of an article claims, whatever else it tells: the first distance or length in it, between
/// the clauses beside it.
pub(super) fn told(text: &str) -> Option<Claimed> {
    part::clauses(&Form::new(text, whole(text), &Words::new()))
}

/// A claim without the marks around it and without who makes it.
fn whole(text: &str) -> Span {
    let end = text
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!'))
        .len();
    let start = text.len() - text.trim_start().len();
    without_speaker(text, Span::new(start.min(end), end))
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
