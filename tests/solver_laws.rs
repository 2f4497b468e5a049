//! Laws of the solver, on small random networks against Floyd–Warshall over all nodes and the
//! origin.

use proptest::collection::vec;
use proptest::prelude::*;
use squelch::solve::{
    Conflict, Constraint, Limits, Network, Node, Side, Solution, Strength, Window, between, solve,
};

const STRENGTHS: [Strength; 7] = [
    Strength::TextOrder,
    Strength::RoleIdentity,
    Strength::OrderWord,
    Strength::Hedge,
    Strength::QuoteIdentity,
    Strength::ClockTime,
    Strength::Stamp,
];

/// The windows of all nodes, or `None` if the constraints are inconsistent.
fn brute(nodes: usize, constraints: &[(Constraint, Limits)]) -> Option<Vec<Window>> {
    let distances = distances(nodes, constraints);
    if distances
        .iter()
        .enumerate()
        .any(|(n, row)| row[n] < Some(0))
    {
        return None;
    }
    let window = |node: usize| Window {
        earliest: distances[node][nodes].map(|d| i64::try_from(-d).unwrap()),
        latest: distances[nodes][node].map(|d| i64::try_from(d).unwrap()),
    };
    Some((0..nodes).map(window).collect())
}

/// `distances[a][b]` is the most that `b` can be after `a`; the origin comes after all nodes.
fn distances(nodes: usize, constraints: &[(Constraint, Limits)]) -> Vec<Vec<Option<i128>>> {
    let mut distances = vec![vec![None; nodes + 1]; nodes + 1];
    for (node, row) in distances.iter_mut().enumerate() {
        row[node] = Some(0);
    }
    let mut shorten = |a: usize, b: usize, length: Option<i128>| {
        let old: &mut Option<i128> = &mut distances[a][b];
        *old = length.into_iter().chain(*old).min();
    };
    for (constraint, limits) in constraints {
        let from = constraint.from.map_or(nodes, |node| node.0 as usize);
        let to = constraint.to.0 as usize;
        shorten(from, to, limits.at_most.map(i128::from));
        shorten(to, from, limits.at_least.map(|least| -i128::from(least)));
    }
    for via in 0..=nodes {
        for a in 0..=nodes {
            for b in 0..=nodes {
                let round = distances[a][via].zip(distances[via][b]);
                let round = round.map(|(x, y): (i128, i128)| x + y);
                distances[a][b] = round.into_iter().chain(distances[a][b]).min();
            }
        }
    }
    distances
}

fn usual(constraints: &[Constraint]) -> Vec<(Constraint, Limits)> {
    constraints.iter().map(|c| (*c, c.usual)).collect()
}

/// The constraints at these indices with their outer limits.
fn outer(constraints: &[Constraint], indices: &[usize]) -> Vec<(Constraint, Limits)> {
    let chosen = indices.iter().map(|&index| constraints[index]);
    chosen.map(|c| (c, c.outer)).collect()
}

/// All that was not set aside, with the limits that the solution says it used.
fn in_force(constraints: &[Constraint], solution: &Solution) -> Vec<(Constraint, Limits)> {
    let limits = |(index, c): (usize, &Constraint)| {
        let aside = solution.conflicts.iter().any(|x| x.set_aside == index);
        let widened = solution.widened.contains(&index);
        (!aside).then_some((*c, if widened { c.outer } else { c.usual }))
    };
    constraints.iter().enumerate().filter_map(limits).collect()
}

fn network(nodes: usize, constraints: &[Constraint]) -> Network {
    let mut network = Network::new();
    for _ in 0..nodes {
        network.node();
    }
    for constraint in constraints {
        network.add(*constraint);
    }
    network
}

/// Limits in a small range, mostly but not always ones that something can meet.
fn limits() -> impl Strategy<Value = Limits> {
    let ends = (-10..=10_i64, -1..=8_i64, 0..6_u8);
    ends.prop_map(|(at_least, width, open)| Limits {
        at_least: (open != 0).then_some(at_least),
        at_most: (open != 1).then_some(at_least + width),
    })
}

fn constraint(nodes: usize) -> impl Strategy<Value = Constraint> {
    let node = 0..u32::try_from(nodes).unwrap();
    let ends = (proptest::option::weighted(0.7, node.clone()), node);
    let hedge = (0..2_u8, 0..6_i64, 0..6_i64);
    let rank = (0..STRENGTHS.len(), 0..4_u64);
    (ends, limits(), hedge, rank).prop_map(|((from, to), usual, hedge, (strength, place))| {
        let (hedged, before, after) = hedge;
        let slack = |by: i64| if hedged == 0 { 0 } else { by };
        Constraint {
            from: from.map(Node),
            to: Node(to),
            usual,
            outer: Limits {
                at_least: usual.at_least.map(|least| least - slack(before)),
                at_most: usual.at_most.map(|most| most + slack(after)),
            },
            strength: STRENGTHS[strength],
            place,
        }
    })
}

/// Any constraints, clashing more often than not.
fn wild() -> impl Strategy<Value = (usize, Vec<Constraint>)> {
    (1..=7_usize).prop_flat_map(|nodes| (Just(nodes), vec(constraint(nodes), 0..14)))
}

/// Constraints that a hidden truth fulfils.
fn tame() -> impl Strategy<Value = (usize, Vec<Constraint>)> {
    (wild(), vec(-20..20_i64, 7)).prop_map(|((nodes, mut constraints), truth)| {
        for c in &mut constraints {
            let from = c.from.map_or(0, |from| truth[from.0 as usize]);
            let distance = truth[c.to.0 as usize] - from;
            for limits in [&mut c.usual, &mut c.outer] {
                limits.at_least = limits.at_least.map(|least| distance - least.abs());
                limits.at_most = limits.at_most.map(|most| distance + most.abs());
            }
        }
        (nodes, constraints)
    })
}

fn within(inner: Window, outer: Window) -> bool {
    outer.earliest <= inner.earliest
        && (outer.latest.is_none() || (inner.latest.is_some() && inner.latest <= outer.latest))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn consistent_networks_have_the_windows_of_brute_force((nodes, constraints) in tame()) {
        let solution = solve(&network(nodes, &constraints));
        prop_assert_eq!(brute(nodes, &usual(&constraints)), Some(solution.windows));
        prop_assert!(solution.conflicts.is_empty() && solution.widened.is_empty());
    }

    #[test]
    fn two_nodes_are_as_far_apart_as_by_brute_force((nodes, constraints) in tame()) {
        let network = network(nodes, &constraints);
        let all: Vec<usize> = (0..constraints.len()).collect();
        let distances = distances(nodes, &outer(network.constraints(), &all));
        for (from, to) in (0..=nodes).flat_map(|from| (0..nodes).map(move |to| (from, to))) {
            let node = |number: usize| Node(u32::try_from(number).unwrap());
            let start = Some(node(from)).filter(|_| from < nodes);
            let found = between(&network, start, node(to), |_| true);
            let exact = |distance: Option<i128>| distance.map(|d| i64::try_from(d).unwrap());
            prop_assert_eq!(found.limits.at_most, exact(distances[from][to]));
            prop_assert_eq!(found.limits.at_least, exact(distances[to][from].map(|d| -d)));
            // the constraints that it names give each end alone
            for (chain, is_least) in [(&found.at_least_by, true), (&found.at_most_by, false)] {
                let alone = between(&network, start, node(to), |index| chain.contains(&index));
                let end = |limits: Limits| if is_least { limits.at_least } else { limits.at_most };
                prop_assert!(from == to || end(alone.limits) == end(found.limits));
            }
        }
    }

    #[test]
    fn the_verdict_is_that_of_brute_force((nodes, constraints) in wild()) {
        let network = network(nodes, &constraints);
        let solution = solve(&network);
        let all: Vec<usize> = (0..constraints.len()).collect();
        let holds = brute(nodes, &usual(network.constraints())).is_some();
        let holds_outer = brute(nodes, &outer(network.constraints(), &all)).is_some();
        let clean = solution.conflicts.is_empty();
        prop_assert_eq!(clean, holds_outer);
        prop_assert_eq!(clean && solution.widened.is_empty(), holds);
    }

    #[test]
    fn the_rest_is_consistent_and_gives_the_windows((nodes, constraints) in wild()) {
        let network = network(nodes, &constraints);
        let solution = solve(&network);
        let rest = in_force(network.constraints(), &solution);
        prop_assert_eq!(brute(nodes, &rest), Some(solution.windows));
    }

    #[test]
    fn a_conflict_is_a_minimal_set_with_outer_limits((nodes, constraints) in wild()) {
        let network = network(nodes, &constraints);
        let all = network.constraints();
        for conflict in solve(&network).conflicts {
            let Conflict { constraints: members, set_aside, off_by } = conflict;
            prop_assert!(members.is_sorted_by(|a, b| a < b));
            prop_assert!(brute(nodes, &outer(all, &members)).is_none());
            for gone in &members {
                let rest: Vec<usize> = members.iter().copied().filter(|m| m != gone).collect();
                prop_assert!(brute(nodes, &outer(all, &rest)).is_some());
            }
            let weakest = members.iter().map(|&m| all[m].strength).min().unwrap();
            prop_assert_eq!(all[set_aside].strength, weakest);
            let ties = members.iter().filter(|&&m| all[m].strength == weakest);
            let latest = ties.map(|&m| all[m].place).max().unwrap();
            prop_assert!(members.contains(&set_aside));
            prop_assert_eq!(all[set_aside].place, latest);
            // Loosening one member by what it misses, and by no less, lets all hold.
            prop_assert!(0 < off_by);
            for (by, holds) in [(off_by - 1, false), (off_by, true)] {
                let mut loose = outer(all, &members);
                let (_, limits) = &mut loose[0];
                limits.at_least = limits.at_least.map(|least| least - by);
                limits.at_most = limits.at_most.map(|most| most + by);
                prop_assert_eq!(brute(nodes, &loose).is_some(), holds);
            }
        }
    }

    #[test]
    fn only_what_clashes_is_widened((nodes, mut constraints) in wild()) {
        // All subsets are looked at below.
        constraints.truncate(7);
        let network = network(nodes, &constraints);
        let all = network.constraints();
        let solution = solve(&network);
        prop_assert!(solution.widened.is_sorted_by(|a, b| a < b));
        // The usual limits, or the outer ones where no time meets the usual ones.
        let narrow = |&c: &Constraint| {
            let meets = brute(nodes, &[(c, c.usual)]).is_some();
            (c, if meets { c.usual } else { c.outer })
        };
        let aside = |index: usize| solution.conflicts.iter().any(|x| x.set_aside == index);
        let kept: Vec<usize> = (0..all.len()).filter(|&index| !aside(index)).collect();
        let clashes: Vec<bool> = (0..1_usize << kept.len()).map(|set| {
            let members = (0..kept.len()).filter(|bit| set >> bit & 1 == 1);
            let members: Vec<_> = members.map(|bit| narrow(&all[kept[bit]])).collect();
            brute(nodes, &members).is_none()
        }).collect();
        for &index in &solution.widened {
            let c = all[index];
            prop_assert!(c.usual != c.outer && !aside(index));
            let own = kept.iter().position(|&kept| kept == index).unwrap();
            let in_minimal_clash = (0..clashes.len()).any(|set| {
                let smaller = (0..kept.len()).filter(|bit| set >> bit & 1 == 1);
                let mut smaller = smaller.map(|bit| clashes[set & !(1 << bit)]);
                set >> own & 1 == 1 && clashes[set] && !smaller.any(|clash| clash)
            });
            prop_assert!(in_minimal_clash || narrow(&c).1 != c.usual);
        }
    }

    #[test]
    fn a_proof_alone_gives_its_end_of_the_window((nodes, constraints) in wild()) {
        let network = network(nodes, &constraints);
        let all = network.constraints();
        let solution = solve(&network);
        for node in 0..nodes {
            for side in [Side::Earliest, Side::Latest] {
                let proof = solution.proof(Node(u32::try_from(node).unwrap()), side);
                let used = |&index: &usize| {
                    let widened = solution.widened.contains(&index);
                    (all[index], if widened { all[index].outer } else { all[index].usual })
                };
                let alone: Vec<_> = proof.iter().map(used).collect();
                let alone = brute(nodes, &alone).unwrap()[node];
                let window = solution.windows[node];
                match side {
                    Side::Earliest => prop_assert_eq!(alone.earliest, window.earliest),
                    Side::Latest => prop_assert_eq!(alone.latest, window.latest),
                }
                if let Some((&first, rest)) = proof.split_first() {
                    prop_assert!(all[first].from.is_none());
                    prop_assert!(rest.iter().all(|&index| all[index].from.is_some()));
                }
            }
        }
    }

    #[test]
    fn tightening_twice_changes_nothing((nodes, mut constraints) in tame()) {
        let windows = solve(&network(nodes, &constraints)).windows;
        for (node, window) in windows.iter().enumerate() {
            let limits = Limits { at_least: window.earliest, at_most: window.latest };
            constraints.push(Constraint {
                from: None,
                to: Node(u32::try_from(node).unwrap()),
                usual: limits,
                outer: limits,
                strength: Strength::Stamp,
                place: 0,
            });
        }
        let again = solve(&network(nodes, &constraints));
        prop_assert_eq!(again.windows, windows);
        prop_assert!(again.conflicts.is_empty());
    }

    #[test]
    fn the_order_of_constraints_does_not_matter(
        (nodes, constraints) in wild(),
        keys in vec(any::<u32>(), 14),
    ) {
        let mut shuffled: Vec<usize> = (0..constraints.len()).collect();
        shuffled.sort_by_key(|&index| keys[index]);
        let other: Vec<Constraint> = shuffled.iter().map(|&index| constraints[index]).collect();
        // Twins have different indices and the same content, so contents are compared.
        let told = |constraints: &[Constraint]| {
            let network = network(nodes, constraints);
            let solution = solve(&network);
            let contents = |indices: &[usize]| {
                let chosen = indices.iter().map(|&index| format!("{:?}", constraints[index]));
                let mut chosen: Vec<String> = chosen.collect();
                chosen.sort();
                chosen
            };
            let conflicts = solution.conflicts.iter();
            let conflicts = conflicts.map(|x| {
                (contents(&x.constraints), contents(&[x.set_aside]), x.off_by)
            });
            let conflicts: Vec<_> = conflicts.collect();
            let ends = (0..u32::try_from(nodes).unwrap()).flat_map(|node| {
                [(Node(node), Side::Earliest), (Node(node), Side::Latest)]
            });
            let proofs = ends.map(|(node, side)| {
                let proof = solution.proof(node, side);
                proof.iter().map(|&index| constraints[index]).collect::<Vec<_>>()
            });
            let proofs: Vec<_> = proofs.collect();
            (solution.windows.clone(), conflicts, contents(&solution.widened), proofs)
        };
        prop_assert_eq!(told(&constraints), told(&other));
    }

    #[test]
    fn one_constraint_more_never_widens_a_window((nodes, constraints) in tame()) {
        for some in 1..=constraints.len() {
            let before = solve(&network(nodes, &constraints[..some - 1])).windows;
            let after = solve(&network(nodes, &constraints[..some])).windows;
            prop_assert!(after.iter().zip(before).all(|(after, before)| within(*after, before)));
        }
    }

    #[test]
    fn the_ends_of_i64_do_no_harm(
        (nodes, mut constraints) in wild(),
        extremes in vec(0..5_usize, 56),
    ) {
        let value = |choice: usize, old: Option<i64>| match choice {
            0 => Some(i64::MIN),
            1 => Some(i64::MAX),
            2 => Some(0),
            _ => old,
        };
        for (c, choice) in constraints.iter_mut().zip(extremes.chunks(4)) {
            c.usual.at_least = value(choice[0], c.usual.at_least);
            c.usual.at_most = value(choice[1], c.usual.at_most);
            c.outer.at_least = value(choice[2], c.outer.at_least);
            c.outer.at_most = value(choice[3], c.outer.at_most);
        }
        let network = network(nodes, &constraints);
        let solution = solve(&network);
        let rest = in_force(network.constraints(), &solution);
        let exact = distances(nodes, &rest);
        for (node, window) in solution.windows.iter().enumerate() {
            let clamp = |d: i128| i64::try_from(d).unwrap_or(if d < 0 { i64::MIN } else { i64::MAX });
            prop_assert!(exact[node][node] == Some(0));
            prop_assert_eq!(window.earliest, exact[node][nodes].map(|d| clamp(-d)));
            prop_assert_eq!(window.latest, exact[nodes][node].map(clamp));
        }
        prop_assert!(solution.conflicts.iter().all(|conflict| 0 < conflict.off_by));
    }
}
