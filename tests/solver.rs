//! The solver on small stories, and on long ones.

use squelch::solve::{Conflict, Constraint, Limits, Network, Node, Side, Strength, Window, solve};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// `from` to `to` in the usual limits; the outer ones are `slack` wider on both sides. Places
/// rise with each call.
fn say(
    network: &mut Network,
    (from, to): (Option<Node>, Node),
    usual: Limits,
    slack: i64,
    strength: Strength,
) -> usize {
    let place = network.constraints().len() as u64;
    network.add(Constraint {
        from,
        to,
        usual,
        outer: Limits {
            at_least: usual.at_least.map(|least| least - slack),
            at_most: usual.at_most.map(|most| most + slack),
        },
        strength,
        place,
    })
}

fn stamp(network: &mut Network, node: Node, at: i64) -> usize {
    let limits = Limits::between(at, at + SECOND - 1);
    say(network, (None, node), limits, 0, Strength::Stamp)
}

fn after(network: &mut Network, a: Node, b: Node, strength: Strength) -> usize {
    let limits = Limits {
        at_least: Some(0),
        at_most: None,
    };
    say(network, (Some(a), b), limits, 0, strength)
}

/// "Two minutes later": the outer limits are twice as wide.
fn two_minutes_later(network: &mut Network, a: Node, b: Node) -> usize {
    let limits = Limits::between(MINUTE, 3 * MINUTE);
    say(network, (Some(a), b), limits, MINUTE, Strength::Hedge)
}

fn window(earliest: i64, latest: i64) -> Window {
    Window {
        earliest: Some(earliest),
        latest: Some(latest),
    }
}

#[test]
fn two_minutes_later_counts_from_the_event_before() {
    let mut network = Network::new();
    let (shot, police) = (network.node(), network.node());
    let at = stamp(&mut network, shot, HOUR);
    let later = two_minutes_later(&mut network, shot, police);
    let solution = solve(&network);
    let expected = window(HOUR + MINUTE, HOUR + 3 * MINUTE + SECOND - 1);
    assert_eq!(solution.windows[1], expected);
    assert_eq!(solution.proof(police, Side::Latest), [at, later]);
    assert_eq!(solution.proof(shot, Side::Earliest), [at]);
}

#[test]
fn a_later_event_bounds_the_ones_before() {
    let mut network = Network::new();
    let (call, arrival) = (network.node(), network.node());
    let order = after(&mut network, call, arrival, Strength::OrderWord);
    let at = stamp(&mut network, arrival, HOUR);
    let solution = solve(&network);
    assert_eq!(solution.windows[0].earliest, None);
    assert_eq!(solution.windows[0].latest, Some(HOUR + SECOND - 1));
    assert_eq!(solution.proof(call, Side::Latest), [at, order]);
    assert!(solution.proof(call, Side::Earliest).is_empty());
}

#[test]
fn of_equally_tight_proofs_the_shortest_is_given() {
    let mut network = Network::new();
    let [a, b, c, d] = [(); 4].map(|()| network.node());
    let same = Limits::between(0, 0);
    for (from, to) in [(a, b), (b, d)] {
        let ends = (Some(from), to);
        say(&mut network, ends, same, 0, Strength::QuoteIdentity);
    }
    let near = say(&mut network, (Some(c), d), same, 0, Strength::TextOrder);
    stamp(&mut network, a, HOUR);
    let at = stamp(&mut network, c, HOUR);
    for side in [Side::Earliest, Side::Latest] {
        assert_eq!(solve(&network).proof(d, side), [at, near]);
    }
}

#[test]
fn a_hedge_that_closes_the_gap_is_widened_and_no_conflict() {
    let mut network = Network::new();
    let (shot, police) = (network.node(), network.node());
    stamp(&mut network, shot, 0);
    let later = two_minutes_later(&mut network, shot, police);
    stamp(&mut network, police, 3 * MINUTE + 30 * SECOND);
    let solution = solve(&network);
    assert_eq!(solution.widened, [later]);
    assert!(solution.conflicts.is_empty());
    let at = 3 * MINUTE + 30 * SECOND;
    assert_eq!(solution.windows[1], window(at, at + SECOND - 1));
}

#[test]
fn an_hours_contradiction_is_a_conflict_with_its_size() {
    let mut network = Network::new();
    let (shot, police) = (network.node(), network.node());
    let first = stamp(&mut network, shot, 0);
    let later = two_minutes_later(&mut network, shot, police);
    let second = stamp(&mut network, police, HOUR);
    let solution = solve(&network);
    let conflict = Conflict {
        constraints: vec![first, later, second],
        set_aside: later,
        off_by: HOUR - (4 * MINUTE + SECOND - 1),
    };
    assert_eq!(solution.conflicts, [conflict]);
    assert!(solution.widened.is_empty());
    assert_eq!(solution.windows[1], window(HOUR, HOUR + SECOND - 1));
}

#[test]
fn the_weakest_is_set_aside_first() {
    let mut network = Network::new();
    let (a, b) = (network.node(), network.node());
    let noon = Limits::between(12 * HOUR, 12 * HOUR + MINUTE - 1);
    let told = say(&mut network, (None, b), noon, 0, Strength::ClockTime);
    stamp(&mut network, a, 13 * HOUR);
    let same = Limits::between(0, 0);
    say(&mut network, (Some(a), b), same, 0, Strength::QuoteIdentity);
    let quote = after(&mut network, a, b, Strength::TextOrder);
    let conflicts = solve(&network).conflicts;
    assert_eq!(conflicts[0].set_aside, 2);
    assert_eq!(conflicts[1].set_aside, quote);
    assert!(
        conflicts
            .iter()
            .all(|conflict| conflict.constraints.contains(&told))
    );
}

#[test]
fn of_equals_the_later_place_is_set_aside() {
    for places in [[1, 2], [2, 1]] {
        let mut network = Network::new();
        let node = network.node();
        for (place, at) in places.into_iter().zip([0, HOUR]) {
            let limits = Limits::between(at, at + SECOND - 1);
            network.add(Constraint {
                from: None,
                to: node,
                usual: limits,
                outer: limits,
                strength: Strength::Stamp,
                place,
            });
        }
        let conflict = &solve(&network).conflicts[0];
        assert_eq!(places[conflict.set_aside], 2);
        assert_eq!(conflict.constraints, [0, 1]);
    }
}

#[test]
fn a_cycle_of_relations_alone_is_found() {
    let mut network = Network::new();
    let nodes = [network.node(), network.node(), network.node()];
    let later = Limits {
        at_least: Some(1),
        at_most: None,
    };
    for (from, to) in [(0, 1), (1, 2), (2, 0)] {
        let ends = (Some(nodes[from]), nodes[to]);
        say(&mut network, ends, later, 0, Strength::OrderWord);
    }
    let solution = solve(&network);
    let conflict = Conflict {
        constraints: vec![0, 1, 2],
        set_aside: 2,
        off_by: 3,
    };
    assert_eq!(solution.conflicts, [conflict]);
    assert_eq!(solution.windows, [Window::default(); 3]);
}

#[test]
fn a_hedge_widened_for_a_statement_that_is_set_aside_is_usual_again() {
    let mut network = Network::new();
    let (shot, police) = (network.node(), network.node());
    let later = two_minutes_later(&mut network, shot, police);
    let limits = Limits::between(210 * SECOND, 210 * SECOND);
    let ends = (Some(shot), police);
    let wrong = say(&mut network, ends, limits, 0, Strength::TextOrder);
    assert_eq!(solve(&network).widened, [later]);

    stamp(&mut network, shot, 0);
    stamp(&mut network, police, 2 * MINUTE);
    let solution = solve(&network);
    assert_eq!(solution.conflicts.len(), 1);
    assert_eq!(solution.conflicts[0].set_aside, wrong);
    assert!(solution.widened.is_empty());
}

#[test]
fn a_clash_leaves_other_parts_alone() {
    let mut network = Network::new();
    let (a, b, alone) = (network.node(), network.node(), network.node());
    stamp(&mut network, a, HOUR);
    stamp(&mut network, b, 0);
    let order = after(&mut network, a, b, Strength::TextOrder);
    stamp(&mut network, alone, 5);
    let solution = solve(&network);
    assert_eq!(solution.conflicts[0].set_aside, order);
    assert_eq!(solution.windows[2], window(5, SECOND + 4));
}

#[test]
fn limits_that_nothing_meets_are_a_conflict_of_one() {
    let mut network = Network::new();
    let node = network.node();
    let nothing = Limits::between(10, 4);
    say(&mut network, (None, node), nothing, 2, Strength::Stamp);
    say(
        &mut network,
        (Some(node), node),
        Limits::between(7, 9),
        0,
        Strength::Stamp,
    );
    let conflicts = solve(&network).conflicts;
    let misses: Vec<_> = conflicts
        .iter()
        .map(|c| (&c.constraints[..], c.off_by))
        .collect();
    assert_eq!(misses, [(&[0][..], 2), (&[1][..], 7)]);
}

#[test]
fn a_network_without_nodes_has_no_windows() {
    assert!(Network::new().is_empty());
    assert!(solve(&Network::new()).windows.is_empty());
}

#[test]
#[should_panic(expected = "a node of another network")]
fn a_node_of_another_network_is_refused() {
    stamp(&mut Network::new(), Node(0), 0);
}

const MANY: usize = 200_000;

#[test]
fn a_long_chain_of_relations_is_solved_from_either_end() {
    for backward in [false, true] {
        let mut network = Network::new();
        let mut nodes: Vec<Node> = (0..MANY).map(|_| network.node()).collect();
        if backward {
            nodes.reverse();
        }
        for pair in nodes.windows(2) {
            two_minutes_later(&mut network, pair[0], pair[1]);
        }
        stamp(&mut network, nodes[0], 0);
        let solution = solve(&network);
        let last = solution.windows[nodes[MANY - 1].0 as usize];
        let steps = i64::try_from(MANY - 1).unwrap();
        assert_eq!(
            last,
            window(steps * MINUTE, steps * 3 * MINUTE + SECOND - 1)
        );
        assert_eq!(solution.proof(nodes[MANY - 1], Side::Latest).len(), MANY);
    }
}

#[test]
fn a_long_log_with_lines_out_of_order_is_solved() {
    let mut network = Network::new();
    let nodes: Vec<Node> = (0..MANY).map(|_| network.node()).collect();
    let mut late = 0;
    for (line, &node) in nodes.iter().enumerate() {
        // Each hundredth line is stamped ten seconds late.
        let wrong = line % 100 == 50;
        late += usize::from(wrong);
        let line = i64::try_from(line).unwrap();
        stamp(
            &mut network,
            node,
            line * SECOND + if wrong { 10 * SECOND } else { 0 },
        );
    }
    for pair in nodes.windows(2) {
        after(&mut network, pair[0], pair[1], Strength::TextOrder);
    }
    let solution = solve(&network);
    assert_eq!(solution.conflicts.len(), late);
    assert!(solution.widened.is_empty());
}

#[test]
fn a_contradiction_at_the_ends_of_a_long_chain_names_the_whole_chain() {
    let mut network = Network::new();
    let nodes: Vec<Node> = (0..MANY).map(|_| network.node()).collect();
    for pair in nodes.windows(2) {
        after(&mut network, pair[0], pair[1], Strength::TextOrder);
    }
    stamp(&mut network, nodes[0], HOUR);
    stamp(&mut network, nodes[MANY - 1], 0);
    let conflicts = solve(&network).conflicts;
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].constraints.len(), MANY + 1);
    assert_eq!(conflicts[0].set_aside, MANY - 2);
}
