//! What cannot be before what set it off: units are sent on a report after the first call for help.

use super::{Teller, Told};
use crate::find::word::tokens;
use crate::lexicon::dispatch::{FIRST_CALLS, REPORTED};
use crate::lexicon::has;
use crate::read::Kind;

/// A call for help and the transmission that sends units on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// The words that tell of the first call.
    pub call: Teller,
    /// The transmission that sends units.
    pub sent: Teller,
}

/// The response to the first call of an incident, as far as its articles tell of one; `sent` are the
/// transmissions that sent units to an emergency first, each with its other recordings.
pub fn responses(told: &Told, tellers: &[Teller], sent: &[Vec<Teller>]) -> Vec<Response> {
    let is_mine = |teller: &&Teller| tellers.binary_search(teller).is_ok();
    let first = sent.iter().filter_map(|copies| {
        let on_report = |teller: &&Teller| {
            let words = told.statement(**teller).span;
            let text = told.text(**teller);
            tokens(text, words).any(|word| has(REPORTED, word.of(text)))
        };
        copies.iter().filter(is_mine).find(on_report)
    });
    let Some(sent) = first.min_by_key(|teller| told.placed(**teller).earliest) else {
        return Vec::new();
    };
    let tells_of_first = |teller: &&Teller| {
        told.sources[teller.source as usize].kind() == Kind::Article
            && is_first_call(told.words(**teller))
    };
    let calls = tellers.iter().filter(tells_of_first);
    calls
        .map(|call| Response {
            call: *call,
            sent: *sent,
        })
        .collect()
}

/// Whether words tell of the first call for help: `the first 911 call came`.
fn is_first_call(words: &str) -> bool {
    /// `first emergency 911 calls`
    const BETWEEN: usize = 3;
    let mut words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.any(|word| word.eq_ignore_ascii_case("first"))
        && words.take(BETWEEN).any(|word| has(FIRST_CALLS, word))
}
