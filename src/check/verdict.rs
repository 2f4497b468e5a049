//! From what is claimed and what the evidence allows to a verdict, and to what would turn it.

use super::far::Far;
use crate::solve::Limits;
use crate::solve::incident::{Apart, Link};

/// What the evidence says of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// However the evidence is read, the claim holds.
    Supported,
    /// However the evidence is read, it does not.
    Contradicted,
    /// The evidence allows both.
    #[default]
    Undetermined,
}

impl Verdict {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::Contradicted => "contradicted",
            Verdict::Undetermined => "undetermined",
        }
    }

    /// That of the denial of a claim.
    fn turned(self) -> Self {
        match self {
            Verdict::Supported => Verdict::Contradicted,
            Verdict::Contradicted => Verdict::Supported,
            Verdict::Undetermined => Verdict::Undetermined,
        }
    }
}

/// What would turn a verdict: by how much one end of what the evidence allows would have to move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// What the verdict would be.
    pub to: Verdict,
    /// Whether the lower end would have to move.
    pub is_least: bool,
    /// By how much, in milliseconds.
    pub by: i64,
    /// The weakest that gives that end; `None` where it is open, so that it is missing.
    pub link: Option<Link>,
}

/// What lies in a window of the evidence, against what a claim allows: supported if all of it is as usual,
/// contradicted if none of it is so even at the widest; the other way round for what is denied.
///
/// ```
/// use squelch::check::{far::Far, verdict::{Verdict, judge}};
/// use squelch::solve::Limits;
/// let within_three = Limits::between(-3, 3);
/// let far = Far::new(within_three, within_three);
/// assert_eq!(judge(far, Limits::between(1, 2)), Verdict::Supported);
/// assert_eq!(judge(far, Limits::between(2, 4)), Verdict::Undetermined);
/// assert_eq!(judge(far, Limits::between(4, 9)), Verdict::Contradicted);
/// ```
pub fn judge(claimed: Far, evidence: Limits) -> Verdict {
    let verdict = match (
        holds(claimed.usual, evidence),
        meets(claimed.outer, evidence),
    ) {
        (true, true) => Verdict::Supported,
        (false, false) => Verdict::Contradicted,
        _ => Verdict::Undetermined,
    };
    if claimed.denied {
        verdict.turned()
    } else {
        verdict
    }
}

/// Whether all of the evidence lies inside.
fn holds(claimed: Limits, evidence: Limits) -> bool {
    let least = claimed
        .at_least
        .is_none_or(|least| evidence.at_least.is_some_and(|it| least <= it));
    let most = claimed
        .at_most
        .is_none_or(|most| evidence.at_most.is_some_and(|it| it <= most));
    least && most
}

/// Whether some of the evidence lies inside.
fn meets(claimed: Limits, evidence: Limits) -> bool {
    let is_before = |a: Option<i64>, b: Option<i64>| a.zip(b).is_some_and(|(a, b)| a < b);
    !is_before(evidence.at_most, claimed.at_least) && !is_before(claimed.at_most, evidence.at_least)
}

/// The least change of one end that turns a verdict.
pub(super) fn flip(claimed: Far, evidence: &Apart) -> Option<Flip> {
    if claimed.denied {
        let plain = Far {
            denied: false,
            ..claimed
        };
        return flip(plain, evidence).map(|flip| Flip {
            to: flip.to.turned(),
            ..flip
        });
    }
    let limits = evidence.limits;
    let (usual, outer) = (claimed.usual, claimed.outer);
    let flip = |to, is_least, by: Option<i64>| {
        let links = if is_least {
            &evidence.at_least_by
        } else {
            &evidence.at_most_by
        };
        let link = links
            .iter()
            .min_by_key(|link| (link.strength, -link.width))
            .copied();
        by.map(|by| Flip {
            to,
            is_least,
            by,
            link,
        })
    };
    let minus = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a.saturating_sub(b));
    let nearest =
        |a: Option<Flip>, b: Option<Flip>| [a, b].into_iter().flatten().min_by_key(|it| it.by);
    match judge(claimed, limits) {
        Verdict::Supported => nearest(
            flip(
                Verdict::Undetermined,
                true,
                minus(limits.at_least, usual.at_least).map(|by| by + 1),
            ),
            flip(
                Verdict::Undetermined,
                false,
                minus(usual.at_most, limits.at_most).map(|by| by + 1),
            ),
        ),
        Verdict::Contradicted => {
            let below = minus(limits.at_least, outer.at_most).filter(|by| 0 < *by);
            let above = minus(outer.at_least, limits.at_most).filter(|by| 0 < *by);
            nearest(
                flip(Verdict::Undetermined, true, below),
                flip(Verdict::Undetermined, false, above),
            )
        }
        Verdict::Undetermined => undetermined(claimed, limits, &flip),
    }
}

/// What is missing to a verdict: the end that misses the claim by less.
fn undetermined(
    Far { usual, outer, .. }: Far,
    limits: Limits,
    flip: &dyn Fn(Verdict, bool, Option<i64>) -> Option<Flip>,
) -> Option<Flip> {
    let over = |more: Option<i64>, less: Option<i64>| {
        let by = more.zip(less).map(|(more, less)| more.saturating_sub(less));
        by.filter(|by| 0 < *by)
    };
    let [low, high] = [
        over(usual.at_least, limits.at_least),
        over(limits.at_most, usual.at_most),
    ];
    let is_open = (usual.at_least.is_some() && limits.at_least.is_none())
        || (usual.at_most.is_some() && limits.at_most.is_none());
    let supported = match (low, high) {
        (Some(by), None) if !is_open => flip(Verdict::Supported, true, Some(by)),
        (None, Some(by)) if !is_open => flip(Verdict::Supported, false, Some(by)),
        // both ends would have to move, which no single change does
        _ => None,
    };
    let contradicted = [
        flip(
            Verdict::Contradicted,
            false,
            over(limits.at_most, outer.at_least).map(|by| by + 1),
        ),
        flip(
            Verdict::Contradicted,
            true,
            over(outer.at_most, limits.at_least).map(|by| by + 1),
        ),
    ];
    let all = contradicted.into_iter().chain([supported]).flatten();
    all.min_by_key(|flip| flip.by)
}
