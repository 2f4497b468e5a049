//! Anchors: what shows by how much the clock of a transcript is off.

use super::clock::{Anchor, Reference, SourceClock};
use super::{Identity, Likeness, Teller};
use crate::find::sign_off::{SignOff, sign_off};
use crate::read::{Kind, Source};
use crate::resolve::{Clock, Resolved, Statement};
use crate::time::{Instant, Interval, MINUTE, Zone};
use chrono::{NaiveTime, TimeDelta};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The clocks of all sources: those that the user states, then those that most anchors speak of, then
/// those that are known by them; `spoken` are the anchors that each source has in itself.
pub fn clocks(
    resolved: &[Resolved],
    spoken: &[Option<Vec<Anchor>>],
    quotes: &[(Teller, Teller)],
    recordings: &[Identity],
) -> Vec<SourceClock> {
    let mut clocks: Vec<SourceClock> = resolved
        .iter()
        .map(|said| SourceClock::new(said.clock))
        .collect();
    let mut anchors: Vec<Vec<Anchor>> = spoken
        .iter()
        .map(|own| own.clone().unwrap_or_default())
        .collect();
    for (quote, line) in quotes {
        let said = &resolved[quote.source as usize].statements[quote.index as usize];
        anchors[line.source as usize].extend(anchor(
            resolved,
            *line,
            (said.own, said.outer),
            *quote,
        ));
    }
    // what is added by convention to one clock is not known of another that is compared with it
    let mut cautious = anchors.clone();
    let compared = recordings.iter().flat_map(|pair| [pair.first, pair.second]);
    let compared: BTreeSet<usize> = compared.map(|line| line.source as usize).collect();
    // what has no anchor and gives none stands as it is stamped
    let mut open: Vec<usize> = (0..resolved.len())
        .filter(|at| spoken[*at].is_some())
        .filter(|at| {
            resolved[*at].clock.is_some() || !anchors[*at].is_empty() || compared.contains(at)
        })
        .collect();
    loop {
        let next = (0..open.len()).min_by_key(|place| {
            let at = open[*place];
            let is_given = resolved[at].clock.is_some();
            (!is_given, Reverse(anchors[at].len()), at)
        });
        let Some(at) = next.map(|place| open.remove(place)) else {
            break clocks;
        };
        if resolved[at].clock.is_none() {
            let known = SourceClock::estimate(std::mem::take(&mut cautious[at]));
            clocks[at] = SourceClock::estimate(std::mem::take(&mut anchors[at])).known_as(&known);
            if resolved[at].start.is_some() {
                clocks[at].apply_known();
            }
        } else {
            clocks[at].compare(std::mem::take(&mut anchors[at]));
        }
        for pair in recordings {
            for (known, line) in [(pair.first, pair.second), (pair.second, pair.first)] {
                let other = line.source as usize;
                if known.source as usize != at || !open.contains(&other) {
                    continue;
                }
                let stamp = stamped(resolved, known);
                let stretch = clocks[at].stretch(known.index);
                let anchor = |clock: Clock| {
                    let time = clock.corrected(stamp);
                    let within = |slack| time.widen(slack, slack);
                    let (usual, outer) = Likeness::Recording.apart();
                    anchor(resolved, line, (within(usual), within(outer)), known)
                };
                anchors[other].extend(anchor(stretch.applied));
                cautious[other].extend(anchor(stretch.known.unwrap_or(stretch.applied)));
            }
        }
    }
}

/// The clock of the second of two transcripts against the stamps of the first, by transmissions that
/// both have.
pub fn between(resolved: &[Resolved], pairs: &[Identity]) -> SourceClock {
    let anchors = pairs.iter().filter_map(|pair| {
        let time = stamped(resolved, pair.first);
        let within = |slack| time.widen(slack, slack);
        let (usual, outer) = Likeness::Recording.apart();
        anchor(
            resolved,
            pair.second,
            (within(usual), within(outer)),
            pair.first,
        )
    });
    SourceClock::estimate(anchors.collect())
}

/// The offsets that a line's stamp allows, if it was said at a known time; the time as usual and at its
/// widest.
fn anchor(
    resolved: &[Resolved],
    line: Teller,
    (usual, outer): (Interval, Interval),
    with: Teller,
) -> Option<Anchor> {
    let stamp = stamped(resolved, line);
    Some(Anchor {
        statement: line.index,
        allows: offsets(stamp, usual)?,
        outer: offsets(stamp, outer)?,
        with: Reference::Statement(with),
        agrees: false,
    })
}

/// What can be added to a stamp so that it can be at a time; in milliseconds, both ends inclusive.
pub fn offsets(stamp: Interval, time: Interval) -> Option<Clock> {
    Some(Clock {
        least: time.earliest?.0 - stamp.latest?.0 + 1,
        most: time.latest?.0 - stamp.earliest?.0 - 1,
    })
}

/// The times of day that are spoken in each transcript; an article has no clock.
pub fn spoken(sources: &[Source], resolved: &[Resolved]) -> Vec<Option<Vec<Anchor>>> {
    let of_source = |(source, said): (&Source, &Resolved)| {
        (source.kind() == Kind::Transcript).then(|| spoken_in(source, said))
    };
    sources.iter().zip(resolved).map(of_source).collect()
}

/// The times of day that are spoken in a transcript, if the numbers that end its transmissions are
/// times of day: the clock goes on between two of them as the stamps do.
fn spoken_in(source: &Source, said: &Resolved) -> Vec<Anchor> {
    let anchor = |(index, statement): (usize, &Statement)| {
        let stamp = statement.own;
        let time = sign_off(&source.text, statement.span)?;
        let minute = nearest(&time, stamp.earliest?, said.zone)?;
        let said = Interval::new(minute, minute.plus(MINUTE));
        Some(Anchor {
            statement: index as u32,
            allows: offsets(stamp, said)?,
            outer: offsets(stamp, said.widen(MINUTE, MINUTE))?,
            with: Reference::Spoken(time.span),
            agrees: false,
        })
    };
    let anchors: Vec<Anchor> = said
        .statements
        .iter()
        .enumerate()
        .filter_map(anchor)
        .collect();
    let goes_on = |pair: &&[Anchor]| pair[0].outer.meets(pair[1].outer);
    let steady = anchors.windows(2).filter(goes_on).count();
    if 2 * steady + 1 < anchors.len() {
        Vec::new()
    } else {
        anchors
    }
}

/// The minute that a spoken time of day means, nearest to a stamp.
fn nearest(time: &SignOff, stamp: Instant, zone: Zone) -> Option<Instant> {
    let day = zone.civil(stamp).date();
    let is_open = !time.is_24_hour && time.hour <= 12;
    let halves: &[u8] = if is_open { &[0, 12] } else { &[0] };
    let days = (-1..=1).filter_map(|shift| day.checked_add_signed(TimeDelta::days(shift)));
    days.flat_map(|day| halves.iter().map(move |half| (day, *half)))
        .filter_map(|(day, half)| {
            let hour = (time.hour + half) % 24;
            let time = NaiveTime::from_hms_opt(hour.into(), time.minute.into(), 0)?;
            Some(zone.first(day.and_time(time)))
        })
        .min_by_key(|minute| (minute.0 - stamp.0).abs())
}

/// The time of a transmission by its stamp.
pub fn stamped(resolved: &[Resolved], line: Teller) -> Interval {
    resolved[line.source as usize].statements[line.index as usize].own
}

/// The true time of a transmission, as far as its clock is known.
pub fn placed(resolved: &[Resolved], clocks: &[SourceClock], line: Teller) -> Interval {
    let clock = clocks[line.source as usize].applied(line.index);
    clock.corrected(stamped(resolved, line))
}
