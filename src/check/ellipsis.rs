//! What a description leaves out because the one before it says so: `Ladder 2 arrived before Engine 7`, `Engine 7
//! arrived within a minute of being sent`.

use super::claim::Words;
use super::clause;
use crate::find::unit::labelled;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::radio::UNITS;
use crate::span::Span;

/// Digits of an event's id, which are no unit's number.
const ID: usize = 8;

/// The words of a second description with those of the first that it stands for.
pub(super) fn completed(text: &str, first: &Words, second: &Words) -> Words {
    let words =
        |all: &Words| -> Vec<Span> { all.iter().flat_map(|part| tokens(text, *part)).collect() };
    let (before, own) = (words(first), words(second));
    let is_kind = |word: &str| has(UNITS, word) || has(UNITS, word.trim_end_matches('s'));
    let is_unit = |all: &[Span], at: usize| {
        let word = all[at].of(text);
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            // the number of a street is no unit's: `Engine 7 was sent to 12 Orr Road`
            let kind = all[..at].last().map(|before| before.of(text));
            return word.len() < ID && kind.is_none_or(is_kind);
        }
        is_kind(word) || labelled(word).is_some()
    };
    let is_unit_alone = !own.is_empty() && (0..own.len()).all(|at| is_unit(&own, at));
    let stands_for_unit = own.first().is_some_and(|word| {
        matches!(
            word.of(text),
            "being" | "getting" | "having" | "it" | "its" | "their" | "they"
        )
    });
    let left_out: Words = if stands_for_unit {
        let units = (0..before.len()).filter(|at| is_unit(&before, *at));
        units.map(|at| before[at]).collect()
    } else if is_unit_alone {
        clause::claimed(text, first).predicate
    } else {
        Words::new()
    };
    second.iter().copied().chain(left_out).collect()
}
