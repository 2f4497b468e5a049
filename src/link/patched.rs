//! One transmission on two channels of one transcript: dispatchers patch channels together.

use super::align::align;
use super::wording::Vocabulary;
use super::{Identity, Likeness, Teller, lag};
use crate::note::SourceId;
use crate::read::Source;
use crate::resolve::Resolved;
use crate::resolve::width::RECORDED_TWICE;

/// Words that tell one transmission from another which both have at least: `10-4` is said on every
/// channel.
const TELLING_WORDS: u32 = 3;
/// Percentage of both that they share.
const SHARED: u32 = 70;

/// The pairs of transmissions of one transcript that are one: nearly the same words at one time on two
/// channels; each is in one pair at most.
pub fn pairs(id: SourceId, source: &Source, said: &Resolved) -> Vec<Identity> {
    let statement = |index: u32| &said.statements[index as usize];
    let has_time = |index: &u32| statement(*index).own.earliest.is_some();
    let mut by_time: Vec<u32> = (0..said.statements.len() as u32).filter(has_time).collect();
    by_time.sort_by_key(|index| (statement(*index).own.earliest, *index));
    let channel = |index: u32| {
        let span = statement(index).channel;
        span.map(|span| span.of(&source.text))
    };
    let mut vocabulary = Vocabulary::default();
    let mut is_one = |first: u32, second: u32| {
        let [first, second] =
            [first, second].map(|index| vocabulary.read(&source.text, statement(index).span));
        let alignment = align(&vocabulary, &first, &second);
        TELLING_WORDS <= alignment.telling && SHARED <= alignment.likeness()
    };
    let mut is_taken = vec![false; said.statements.len()];
    let mut pairs = Vec::new();
    for (at, &first) in by_time.iter().enumerate() {
        if is_taken[first as usize] {
            continue;
        }
        let time = statement(first).own;
        let at_once = |second: &&u32| lag(time, statement(**second).own) <= RECORDED_TWICE.usual;
        let near = by_time[at + 1..].iter().take_while(at_once);
        let elsewhere = near.filter(|second| channel(first) != channel(**second));
        let mut free = elsewhere.filter(|second| !is_taken[**second as usize]);
        if let Some(&second) = free.find(|second| is_one(first, **second)) {
            is_taken[second as usize] = true;
            let teller = |index| Teller { source: id, index };
            pairs.push(Identity {
                first: teller(first),
                second: teller(second),
                likeness: Likeness::Recording,
            });
        }
    }
    pairs
}
