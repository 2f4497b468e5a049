//! Laws of what comes out: events, readings, clocks.

use super::{config, inputs, read, rows};
use proptest::prelude::*;
use squelch::link::join;
use squelch::read::Kind;
use squelch::read::format::Choice;
use squelch::resolve::{Clock, Part, Resolved};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_event_is_at_no_time(inputs in inputs()) {
        let (sources, joined) = read(&inputs, None);
        let timeline = rows(&sources, &joined);
        for event in timeline.chronicles.iter().flat_map(|chronicle| &chronicle.events) {
            prop_assert!(!event.interval.is_empty(), "{event:?}");
        }
    }

    #[test]
    fn a_stated_instant_lies_in_the_reading_that_states_it(inputs in inputs()) {
        let (_, joined) = read(&inputs, None);
        for statement in joined.resolved.iter().flat_map(|resolved| &resolved.statements) {
            if let Some(stated) = statement.stated {
                prop_assert!(statement.outer.holds(stated), "{statement:?}");
            }
        }
    }

    #[test]
    fn what_lasts_does_not_end_before_it_starts(inputs in inputs()) {
        let (sources, joined) = read(&inputs, None);
        for chronicle in rows(&sources, &joined).chronicles {
            let ends = |part: Part| {
                let events = chronicle.events.iter();
                events.filter(move |event| event.part == Some(part) && event.of.is_some())
            };
            for (start, end) in ends(Part::Start).flat_map(|start| ends(Part::End).map(move |end| (start, end))) {
                let ordered = start.interval.earliest < end.interval.latest;
                prop_assert!(start.of != end.of || ordered || !chronicle.conflicts.is_empty(), "{start:?} {end:?}");
            }
        }
    }

    #[test]
    fn a_clock_that_is_off_moves_every_stamp_and_regroups_nothing(
        inputs in inputs(),
        offset in -7_200_000i64..7_200_000,
    ) {
        let (sources, joined) = read(&inputs[..1], Some(Choice::Kind(Kind::Transcript)));
        let windows = |offset: i64| {
            let clock = Some(Clock { least: offset, most: offset });
            let given = joined.resolved.iter().cloned();
            let given = given.map(|resolved| Resolved { clock, ..resolved });
            let joined = join(&sources, given.collect());
            let timeline = rows(&sources, &joined);
            let events = timeline.chronicles.iter().flat_map(|chronicle| &chronicle.events);
            let mut windows: Vec<_> = events.map(|event| (event.tellers.clone(), event.interval)).collect();
            windows.sort_by_key(|(tellers, _)| tellers.clone());
            windows
        };
        let (plain, shifted) = (windows(0), windows(offset));
        prop_assert_eq!(plain.len(), shifted.len());
        for ((tellers, was), (others, is)) in plain.iter().zip(&shifted) {
            prop_assert_eq!(tellers, others);
            prop_assert_eq!(was.widen(-offset, offset), *is);
        }
    }
}
