//! Given the events, a verdict is exact: what all placements have is supported, what none has contradicted.

use crate::desk::{checked, with_timeline};
use proptest::collection::vec;
use proptest::prelude::*;
use squelch::check::far::Far;
use squelch::check::verdict::{Verdict, judge};
use squelch::solve::{Constraint, Limits, Network, Node, Strength, between, solve};

/// Nodes lie from 0 up to this.
const LAST: i64 = 6;

fn limits() -> impl Strategy<Value = Limits> {
    (prop::option::of(-4..=4_i64), prop::option::of(0..=4_i64)).prop_map(|(least, width)| Limits {
        at_least: least,
        at_most: width.map(|width| least.unwrap_or(-2) + width),
    })
}

fn holds(limits: Limits, distance: i64) -> bool {
    limits.at_least.is_none_or(|least| least <= distance)
        && limits.at_most.is_none_or(|most| distance <= most)
}

/// All placements of three nodes that fulfil some constraints.
fn placements(constraints: &[Constraint]) -> Vec<[i64; 3]> {
    let all =
        (0..=LAST).flat_map(|a| (0..=LAST).flat_map(move |b| (0..=LAST).map(move |c| [a, b, c])));
    let fits = |at: &[i64; 3]| {
        constraints.iter().all(|it| {
            let from = it.from.map_or(0, |from| at[from.0 as usize]);
            holds(it.outer, at[it.to.0 as usize] - from)
        })
    };
    all.filter(fits).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verdict_is_what_all_placements_have(
        edges in vec((0..3_u32, 0..3_u32, limits()), 0..5),
        claimed in limits(),
    ) {
        let mut network = Network::new();
        let nodes: Vec<Node> = (0..3).map(|_| network.node()).collect();
        let mut say = |from: Option<u32>, to: u32, limits: Limits| network.add(Constraint {
            from: from.map(Node),
            to: Node(to),
            usual: limits,
            outer: limits,
            strength: Strength::ClockTime,
            place: 0,
        });
        for node in 0..3 {
            say(None, node, Limits::between(0, LAST));
        }
        for (from, to, limits) in edges {
            if from != to {
                say(Some(from), to, limits);
            }
        }
        let all = placements(network.constraints());
        prop_assume!(!all.is_empty() && solve(&network).conflicts.is_empty());
        let found = between(&network, Some(nodes[0]), nodes[1], |_| true);
        let far = Far::new(claimed, claimed);
        let holding = all.iter().filter(|at| holds(claimed, at[1] - at[0])).count();
        let exact = match holding {
            0 => Verdict::Contradicted,
            some if some == all.len() => Verdict::Supported,
            _ => Verdict::Undetermined,
        };
        prop_assert_eq!(judge(far, found.limits), exact);
        let found = between(&network, None, nodes[2], |_| true);
        let holding = all.iter().filter(|at| holds(claimed, at[2])).count();
        let exact = match holding {
            0 => Verdict::Contradicted,
            some if some == all.len() => Verdict::Supported,
            _ => Verdict::Undetermined,
        };
        prop_assert_eq!(judge(far, found.limits), exact);
    }
}

/// What a claim with `within`, `less than` and so on says of a distance in seconds.
type Said = fn(i64, i64) -> bool;
const SAID: [(&str, Said); 5] = [
    ("{a} within {n} minutes of {b}", |far, minutes| {
        far.abs() <= 60 * minutes
    }),
    ("{a} less than {n} minutes after {b}", |far, minutes| {
        (0..=60 * minutes).contains(&far)
    }),
    ("{a} more than {n} minutes after {b}", |far, minutes| {
        60 * minutes <= far
    }),
    ("{a} at least {n} minutes before {b}", |far, minutes| {
        far <= -60 * minutes
    }),
    ("{a} before {b}", |far, _| far <= 0),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_claim_with_ids_is_judged_as_all_placements_are(
        first in 0..12_i64,
        second in 0..12_i64,
        minutes in 1..12_i64,
        form in 0..SAID.len(),
    ) {
        // both stamps have no seconds, so each line lies somewhere in its minute
        let log = format!(
            "[2025-05-03 14:{first:02}] Engine 7: water on the roof\n\
             [2025-05-03 14:{second:02}] Medic 3: leaving the yard\n"
        );
        let (said, holds) = SAID[form];
        let verdict = with_timeline(&[("log.txt", &log)], "2025-05-03", |timeline| {
            let id = |wanted: &str| {
                let mut events = timeline.chronicles.iter().flat_map(|chronicle| &chronicle.events);
                let is_wanted = |teller| timeline.told.words(teller).contains(wanted);
                events.find(|event| is_wanted(event.tellers[0])).unwrap().id.clone()
            };
            let claim = said
                .replace("{a}", &id("water"))
                .replace("{b}", &id("leaving"))
                .replace("{n}", &minutes.to_string());
            checked(timeline, &claim).found.unwrap().verdict
        });
        let seconds = (0..60).flat_map(|a| (0..60).map(move |b| 60 * (first - second) + a - b));
        let held: Vec<bool> = seconds.map(|far| holds(far, minutes)).collect();
        let exact = match (held.contains(&true), held.contains(&false)) {
            (true, false) => Verdict::Supported,
            (false, true) => Verdict::Contradicted,
            _ => Verdict::Undetermined,
        };
        prop_assert_eq!(verdict, exact);
    }
}
