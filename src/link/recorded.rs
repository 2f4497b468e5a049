//! One transmission in two transcripts: two recorders of one channel, or an announcer who says again
//! what he hears.
//!
//! First the pairs that their words alone make certain show by how much the two clocks differ; then
//! what is said at one time by both is one transmission, where enough of its words are the same.

use super::align::{Alignment, align};
use super::heard::{Heard, Search};
use super::{Identity, Likeness, Teller, lag};
use crate::note::SourceId;
use crate::resolve::width::{RECORDED_TWICE, RETOLD};
use crate::time::{Instant, Interval, SECOND};
use rustc_hash::FxHashSet;

/// Transmissions are many: only rare words make one certain.
const SEARCH: Search = Search {
    common: 24,
    words: 4,
    enough: 48,
};
/// Words that tell one transmission from another which a certain pair shares at least.
const TELLING_WORDS: u32 = 3;
/// Percentage of both transmissions that a certain pair shares.
const CERTAIN: u32 = 70;
/// A pair is certain only if any other is less alike by this many percent.
const CLEARLY: u32 = 15;
/// Percentage of both that a pair at one time shares.
const AT_ONE_TIME: u32 = 50;
/// Certain pairs that show that two transcripts have the same talk.
const FEWEST_PAIRS: usize = 3;
/// Of so many transmissions of two transcripts of one talk, one at least makes a certain pair.
const STRANGERS: usize = 40;
/// Of so many transmissions of two recorders of one channel, one at least makes a certain pair.
const ALIKE: usize = 8;
/// Percentage of these pairs that they have at one time.
const MOSTLY: usize = 75;
/// Percentage of the shorter one that what is said again shares.
const SAID_AGAIN: u32 = 40;
/// Telling words that it shares at least.
const WORDS_SAID_AGAIN: u32 = 2;

/// The pairs of transmissions of two transcripts that their words make certain, by the second's place;
/// each may lie in many sources, ascending, if one recorder made them. `stamped` gives
/// a transmission the time of its stamp.
///
/// Words alone can deceive: where the stamps of the pairs do not go on alike, only those remain that
/// were said at one time.
pub fn certain(
    heard: &Heard,
    (first, second): (&[SourceId], &[SourceId]),
    stamped: impl Fn(Teller) -> Interval,
) -> Vec<Identity> {
    let best: Vec<(Teller, Teller)> = heard
        .transmissions(second)
        .filter_map(|line| Some((single(heard, line, first)?, line)))
        .collect();
    let mut pairs: Vec<Identity> = best
        .into_iter()
        .filter(|(a, b)| single(heard, *a, second) == Some(*b))
        .map(|(first, second)| Identity {
            first,
            second,
            likeness: Likeness::Recording,
        })
        .collect();
    let lag = |pair: &Identity| lag(stamped(pair.first), stamped(pair.second));
    let goes_on =
        |two: &&[Identity]| (lag(&two[0]) - lag(&two[1])).abs() <= 2 * RECORDED_TWICE.outer();
    let steady = pairs.windows(2).filter(goes_on).count();
    let lines = shorter(heard, (first, second));
    // one pair alone may be two units that say the same of themselves
    let is_alone = pairs.len() == 1;
    if is_alone || 2 * steady + 1 < pairs.len() || STRANGERS * pairs.len() < lines {
        pairs.retain(|pair| lag(pair).abs() <= RECORDED_TWICE.outer());
    }
    pairs
}

/// How many transmissions the shorter of two transcripts has.
fn shorter(heard: &Heard, (first, second): (&[SourceId], &[SourceId])) -> usize {
    let lines = |sources| heard.transmissions(sources).count();
    lines(first).min(lines(second))
}

/// The one transmission of a transcript that is like another one.
fn single(heard: &Heard, line: Teller, among: &[SourceId]) -> Option<Teller> {
    let words = heard.words(line);
    let mut alike: Vec<(u32, Teller)> = heard
        .candidates(words, SEARCH, |other| {
            among.binary_search(&other.source).is_ok()
        })
        .into_iter()
        .map(|other| (align(&heard.vocabulary, words, heard.words(other)), other))
        .filter(|(alignment, _)| {
            TELLING_WORDS <= alignment.telling && CERTAIN - CLEARLY <= alignment.likeness()
        })
        .map(|(alignment, other)| (alignment.likeness(), other))
        .collect();
    alike.sort_unstable();
    let (best, other) = alike.pop()?;
    let is_alone = alike.last().is_none_or(|(next, _)| next + CLEARLY <= best);
    (is_alone && CERTAIN <= best).then_some(other)
}

/// A pair that was said at one time.
#[derive(Clone, Copy)]
struct Meeting {
    pair: Identity,
    alignment: Alignment,
    /// How much later the second one is at least, in milliseconds.
    lag: i64,
    /// How far apart the middles of both are, in milliseconds.
    apart: i64,
}

impl Meeting {
    /// The better, the higher: a second between the two outweighs a word of twenty that differs.
    fn score(&self) -> i64 {
        i64::from(self.alignment.likeness()) - 5 * self.apart / SECOND
    }
}

/// The pairs of two transcripts of the same talk that are one transmission or its retelling, where
/// `placed` gives each its time by what the certain pairs show of the two clocks; `certain` are those
/// of [`certain`].
pub fn pairs(
    heard: &Heard,
    (first, second): (&[SourceId], &[SourceId]),
    certain: &[Identity],
    placed: impl Fn(Teller) -> Interval,
) -> Vec<Identity> {
    let lines = shorter(heard, (first, second));
    if certain.len() < FEWEST_PAIRS || STRANGERS * certain.len() < lines {
        return certain.to_vec();
    }
    let is_at_once = |pair: &&Identity| {
        lag(placed(pair.first), placed(pair.second)).abs() <= RECORDED_TWICE.usual
    };
    // on two recorders of one channel what is said a moment later is another transmission: a read-back
    let at_once = certain.iter().filter(is_at_once).count();
    let is_one_channel = lines <= ALIKE * certain.len() && MOSTLY * certain.len() <= 100 * at_once;
    let (close, again) = if is_one_channel {
        (RECORDED_TWICE.usual, false)
    } else {
        (RECORDED_TWICE.outer(), true)
    };
    let mut by_time: Vec<(Instant, Teller)> = heard
        .transmissions(first)
        .filter(|line| placed(*line).latest.is_some())
        .filter_map(|line| Some((placed(line).earliest?, line)))
        .collect();
    by_time.sort_unstable();
    let mut meetings = Vec::new();
    for line in heard.transmissions(second) {
        let words = heard.words(line);
        let Some((earliest, latest)) = placed(line).earliest.zip(placed(line).latest) else {
            continue;
        };
        let from = by_time.partition_point(|(at, _)| at.0 < earliest.0 - 2 * RETOLD.usual);
        let near = by_time[from..]
            .iter()
            .take_while(|(at, _)| at.0 <= latest.0 + RETOLD.usual)
            .map(|(_, other)| *other)
            .filter(|other| lag(placed(*other), placed(line)).abs() <= RETOLD.usual);
        for other in near {
            let alignment = align(&heard.vocabulary, words, heard.words(other));
            let lag = lag(placed(other), placed(line));
            let is_close = lag.abs() <= close && 0 < alignment.telling;
            let shorter = alignment.first.min(alignment.second).max(1);
            let is_again = again
                && WORDS_SAID_AGAIN <= alignment.telling
                && SAID_AGAIN <= 100 * alignment.shared / shorter;
            let likeness = if is_close && CERTAIN <= alignment.likeness() {
                Likeness::Recording
            } else if is_again || is_close && AT_ONE_TIME <= alignment.likeness() {
                Likeness::Retelling
            } else {
                continue;
            };
            let pair = Identity {
                first: other,
                second: line,
                likeness,
            };
            meetings.push(Meeting {
                pair,
                alignment,
                lag,
                apart: apart(placed(other), placed(line)),
            });
        }
    }
    // who says again what he hears is late every time
    let later = meetings.iter().filter(|meeting| 0 < meeting.lag).count();
    let second_is_later = meetings.iter().filter(|meeting| meeting.lag < 0).count() <= later;
    meetings.retain(|meeting| {
        let lag = if second_is_later {
            meeting.lag
        } else {
            -meeting.lag
        };
        -RECORDED_TWICE.outer() <= lag
    });
    // the same talk at no time in common: clocks that the user states and that cannot agree, as one pair
    // tells
    if meetings.is_empty() {
        certain[..1].to_vec()
    } else {
        one_each(meetings)
    }
}

/// How far the middles of two times are apart, in milliseconds; 0 where an end is open.
fn apart(first: Interval, second: Interval) -> i64 {
    let twice_middle = |time: Interval| Some(time.earliest?.0 + time.latest?.0);
    let both = twice_middle(first).zip(twice_middle(second));
    both.map_or(0, |(first, second)| (first - second).abs() / 2)
}

/// The best meetings, each transmission in one at most.
fn one_each(mut meetings: Vec<Meeting>) -> Vec<Identity> {
    meetings.sort_by_key(|meeting| {
        (
            std::cmp::Reverse(meeting.score()),
            meeting.pair.first,
            meeting.pair.second,
        )
    });
    let mut taken: FxHashSet<Teller> = FxHashSet::default();
    let mut pairs = Vec::new();
    for Meeting { pair, .. } in meetings {
        if !taken.contains(&pair.first) && !taken.contains(&pair.second) {
            taken.extend([pair.first, pair.second]);
            pairs.push(pair);
        }
    }
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    pairs
}
