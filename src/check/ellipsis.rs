//! What a description leaves out because the one before it says so: `Ladder 2 arrived before Engine 7`, `Engine 7
//! arrived within a minute of being sent`.

use super::claim::Words;
use crate::find::unit::labelled;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::radio::UNITS;
use crate::span::Span;

/// Digits of an event's id, which are no unit's number.
const ID: usize = 8;

/// The words of a second description with those of the first that it stands for.
pub(super) fn completed(text: &str, first: &Words, second: &Words) -> Words {
    let is_unit = |word: &Span| {
        let word = word.of(text);
        let is_number = word.len() < ID && word.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            || has(UNITS, word)
            || has(UNITS, word.trim_end_matches('s'))
            || labelled(word).is_some()
    };
    let words =
        |all: &Words| -> Vec<Span> { all.iter().flat_map(|part| tokens(text, *part)).collect() };
    let (before, own) = (words(first), words(second));
    let is_unit_alone = !own.is_empty() && own.iter().all(is_unit);
    let stands_for_unit = own.first().is_some_and(|word| {
        matches!(
            word.of(text),
            "being" | "getting" | "having" | "it" | "its" | "their" | "they"
        )
    });
    let left_out =
        |word: &&Span| (is_unit_alone && !is_unit(word)) || (stands_for_unit && is_unit(word));
    let left_out = before.iter().filter(left_out).copied();
    second.iter().copied().chain(left_out).collect()
}
