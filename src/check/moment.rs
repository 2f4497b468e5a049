//! What a claimed time means for an event: the reading that lies nearest to it.

use super::far::Far;
use crate::find::{Bound, Expression, Mention, Point, When};
use crate::resolve::anchor::{Anchor, shift_days};
use crate::resolve::point::{self, Reading};
use crate::solve::Limits;
use crate::time::Zone;
use chrono::NaiveDate;

/// The days that a time without its own day may be of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The first on which the event may lie.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// When the words of the claim are said, at the latest.
    pub today: NaiveDate,
    pub zone: Zone,
}

/// More days are not tried: an event that may lie on so many has no day.
const MOST_DAYS: usize = 4;

/// What a claimed time allows, in milliseconds of absolute time; of the days on which it may be, that nearest
/// to the event. `None` where the claim denies a time that has no other side, or the words give none.
pub(super) fn far(time: &Mention, denied: bool, days: &Days, event: Limits) -> Option<Far> {
    let first = shift_days(days.first, -1)?;
    let days_of_event = std::iter::successors(Some(first), NaiveDate::succ_opt);
    days_of_event
        .take_while(|day| day.pred_opt().is_some_and(|before| before <= days.last))
        .take(MOST_DAYS)
        .filter_map(|day| {
            let anchor = Anchor {
                today: Some(days.today),
                told: Some(day),
                ..Anchor::default()
            };
            let named = read_plain(time, &anchor, days.zone)?;
            Some((miss(&named, event), read(time, denied, &anchor, days.zone)?))
        })
        .min_by_key(|(miss, _)| *miss)
        .map(|(_, reading)| Far {
            usual: Limits::from(reading.usual),
            outer: Limits::from(reading.outer),
        })
}

/// The time that the words name, whatever side of it they leave.
fn read_plain(time: &Mention, anchor: &Anchor, zone: Zone) -> Option<Reading> {
    match time.expression {
        Expression::Point(point) => {
            let bound = Bound::At;
            point::read(&Point { bound, ..point }, anchor, zone, None).ok()
        }
        _ => read(time, false, anchor, zone),
    }
}

fn read(time: &Mention, denied: bool, anchor: &Anchor, zone: Zone) -> Option<Reading> {
    match time.expression {
        Expression::Point(point) => {
            let bound = if denied {
                other_side(point.bound)?
            } else {
                point.bound
            };
            let point = Point { bound, ..point };
            point::read(&point, anchor, zone, None).ok()
        }
        Expression::Between(first, last) if !denied => {
            let pair: (&When, &When) = (&first, &last);
            let (first, last) = point::read_pair(pair.0, pair.1, anchor, zone, None).ok()?;
            Some(first.through(&last))
        }
        _ => None,
    }
}

/// What is left if something did not happen on one side of a time.
fn other_side(bound: Bound) -> Option<Bound> {
    match bound {
        Bound::Before | Bound::Until => Some(Bound::Since),
        Bound::By => Some(Bound::After),
        Bound::After | Bound::Since => Some(Bound::Before),
        Bound::At => None,
    }
}

/// How far the time that is named lies from an event.
fn miss(reading: &Reading, event: Limits) -> u64 {
    let named = match reading.stated {
        Some(stated) => Limits::between(stated.0, stated.0),
        None => Limits::from(reading.usual),
    };
    let gap = |end: Option<i64>, start: Option<i64>| match (end, start) {
        (Some(end), Some(start)) if end < start => start.abs_diff(end),
        _ => 0,
    };
    gap(named.at_most, event.at_least).max(gap(event.at_most, named.at_least))
}
