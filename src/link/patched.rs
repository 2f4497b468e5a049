//! One transmission on two channels of one recorder: dispatchers patch channels together.

use super::align::align;
use super::wording::Vocabulary;
use super::{Identity, Likeness, Teller, lag};
use crate::note::SourceId;
use crate::read::Source;
use crate::resolve::Resolved;
use crate::resolve::width::RECORDED_TWICE;
use rustc_hash::FxHashSet;

/// Words that tell one transmission from another which both have at least: `10-4` is said on every
/// channel.
const TELLING_WORDS: u32 = 3;
/// Percentage of both that they share.
const SHARED: u32 = 70;

/// The pairs of transmissions of one recorder's transcripts that are one: nearly the same words at one
/// time on two channels; each is in one pair at most.
pub fn pairs(mine: &[SourceId], sources: &[Source], resolved: &[Resolved]) -> Vec<Identity> {
    let statement = |line: Teller| &resolved[line.source as usize].statements[line.index as usize];
    let text = |line: Teller| &sources[line.source as usize].text;
    let lines = mine.iter().flat_map(|&source| {
        let statements = resolved[source as usize].statements.len() as u32;
        (0..statements).map(move |index| Teller { source, index })
    });
    let mut by_time: Vec<Teller> = lines
        .filter(|line| statement(*line).own.earliest.is_some())
        .collect();
    by_time.sort_by_key(|line| (statement(*line).own.earliest, *line));
    let channel = |line: Teller| statement(line).channel.map(|span| span.of(text(line)));
    let mut vocabulary = Vocabulary::default();
    let mut is_one = |first: Teller, second: Teller| {
        let [first, second] =
            [first, second].map(|line| vocabulary.read(text(line), statement(line).span));
        let alignment = align(&vocabulary, &first, &second);
        TELLING_WORDS <= alignment.telling && SHARED <= alignment.likeness()
    };
    let mut taken: FxHashSet<Teller> = FxHashSet::default();
    let mut pairs = Vec::new();
    for (at, &first) in by_time.iter().enumerate() {
        if taken.contains(&first) {
            continue;
        }
        let time = statement(first).own;
        let at_once = |second: &&Teller| lag(time, statement(**second).own) <= RECORDED_TWICE.usual;
        let near = by_time[at + 1..].iter().take_while(at_once);
        let elsewhere = near.filter(|second| channel(first) != channel(**second));
        let mut free = elsewhere.filter(|second| !taken.contains(second));
        if let Some(&second) = free.find(|second| is_one(first, **second)) {
            taken.extend([first, second]);
            pairs.push(Identity {
                first,
                second,
                likeness: Likeness::Recording,
            });
        }
    }
    pairs
}
