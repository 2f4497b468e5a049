//! Words of order between two events: `before`, `until`, `at the same time as`.

use super::far::{Far, after, before};
use crate::find::word::{gap, tokens, words};
use crate::lexicon::has;
use crate::lexicon::tense::NEGATIONS;
use crate::resolve::width::SAME_TIME;
use crate::solve::Limits;
use crate::span::Span;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

/// A word of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Before,
    After,
    Same,
    Until,
    /// `not until after`: the denial is of what lies before.
    UntilAfter,
    When,
}

impl Order {
    /// How far an event of some words lies behind the second; `None` if that is not said.
    pub fn far(self, event: &str) -> Option<Far> {
        let denied = denies(event);
        match (self, denied) {
            // `had already left when`, `had not yet left when`
            (Order::When, false) => has_word(event, "already").then(before),
            (Order::When, true) => has_word(event, "yet").then(after),
            (Order::Before, false) | (Order::After, true) => Some(before()),
            (Order::After, false) | (Order::Before | Order::Until | Order::UntilAfter, true) => {
                Some(after())
            }
            (Order::Same, false) => Some(Far::new(
                Limits::between(-SAME_TIME.usual, SAME_TIME.usual),
                Limits::between(-SAME_TIME.outer(), SAME_TIME.outer()),
            )),
            (Order::Same, true) | (Order::Until | Order::UntilAfter, false) => None,
        }
    }
}

fn has_word(text: &str, wanted: &str) -> bool {
    tokens(text, Span::new(0, text.len())).any(|word| word.of(text) == wanted)
}

/// Whether some words say that a thing did not happen.
pub(super) fn denies(text: &str) -> bool {
    tokens(text, Span::new(0, text.len())).any(|word| {
        let word = word.of(text);
        has(NEGATIONS, word) || word.ends_with("n't") || word.ends_with("n’t")
    })
}

/// A word of order and the gap behind it.
pub(super) fn order(input: &str) -> IResult<&str, Order> {
    let same = alt((
        words("at the same time as"),
        words("at the same moment as"),
        words("simultaneously with"),
        words("just as"),
    ));
    let before = alt((
        words("earlier than"),
        words("ahead of"),
        words("prior to"),
        words("by the time"),
        words("before"),
    ));
    let after = alt((
        words("later than"),
        words("only once"),
        words("only when"),
        words("after"),
    ));
    let order = alt((
        value(Order::Same, same),
        value(Order::Before, before),
        value(Order::After, after),
        value(Order::UntilAfter, words("until after")),
        value(Order::Until, words("until")),
        value(Order::When, words("when")),
    ));
    (order, gap).map(|(order, _)| order).parse(input)
}

/// A verb of order and the gap behind it: `preceded` says before, `was preceded by` after.
pub(super) fn verb(input: &str) -> IResult<&str, Order> {
    let passive = opt((alt((words("was"), words("were"))), gap));
    let by = alt((
        value(Order::After, words("preceded by")),
        value(Order::Before, words("followed by")),
    ));
    let order = alt((
        (passive, by).map(|(_, order)| order),
        value(Order::Before, words("preceded")),
        value(Order::After, alt((words("followed"), words("following")))),
    ));
    (order, gap).map(|(order, _)| order).parse(input)
}
