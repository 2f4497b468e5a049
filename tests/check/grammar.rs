//! The grammar of claims.

use squelch::check::claim::{Claimed, What, Words, read};
use squelch::solve::Limits;
use squelch::time::{HOUR, MINUTE, SECOND};

const BEFORE: Limits = Limits {
    at_least: None,
    at_most: Some(0),
};
const AFTER: Limits = Limits {
    at_least: Some(0),
    at_most: None,
};

/// A claim of one part.
fn one(text: &str) -> Claimed {
    let mut parts = read(text).unwrap();
    assert_eq!(parts.len(), 1, "{text}");
    parts.remove(0)
}

fn apart(text: &str) -> (String, String, Limits) {
    let claim = one(text);
    let What::Apart { other, far } = claim.what else {
        panic!("{claim:?}");
    };
    let told = |words: Words| {
        words
            .iter()
            .map(|it| it.of(text))
            .collect::<Vec<_>>()
            .join(" … ")
    };
    (told(claim.event), told(other), far.usual)
}

fn least(minutes: i64) -> Limits {
    Limits {
        at_least: Some(minutes * MINUTE),
        at_most: None,
    }
}

#[test]
fn a_claim_is_two_events_and_how_far_apart_they_are() {
    let rows = [
        (
            "Crews left within three minutes of the call.",
            "Crews left",
            "the call",
            Limits::between(-3 * MINUTE, 3 * MINUTE),
        ),
        (
            "Within three minutes of the call, crews left",
            "crews left",
            "the call",
            Limits::between(-3 * MINUTE, 3 * MINUTE),
        ),
        (
            "He was held more than two hours after the blast",
            "He was held",
            "the blast",
            least(120),
        ),
        (
            "He was held less than two hours before or after the blast",
            "He was held",
            "the blast",
            Limits::between(-2 * HOUR, 2 * HOUR),
        ),
        (
            "He was held exactly two minutes later than the blast",
            "He was held",
            "the blast",
            Limits::between(2 * MINUTE - SECOND, 2 * MINUTE + SECOND),
        ),
        (
            "He was not held until more than two hours after the blast",
            "He was not held",
            "the blast",
            least(120),
        ),
        (
            "The crew left before the roof fell",
            "The crew left",
            "the roof fell",
            BEFORE,
        ),
        (
            "Before the roof fell, the crew left",
            "the crew left",
            "the roof fell",
            BEFORE,
        ),
        (
            "Officers did not enter until the fire was out",
            "Officers did not enter",
            "the fire was out",
            AFTER,
        ),
        (
            "Officers did not enter until after the fire was out",
            "Officers did not enter",
            "the fire was out",
            AFTER,
        ),
        (
            "By the time the fire was out, officers had entered",
            "officers had entered",
            "the fire was out",
            BEFORE,
        ),
        (
            "The call was followed by the entry",
            "The call",
            "the entry",
            BEFORE,
        ),
        (
            "The entry was preceded by the call",
            "The entry",
            "the call",
            AFTER,
        ),
        (
            "The entry followed the call",
            "The entry",
            "the call",
            AFTER,
        ),
        (
            "0c2f91ab did not happen before 7be01d44",
            "0c2f91ab",
            "7be01d44",
            AFTER,
        ),
        (
            "It took the crew more than an hour from the call to reach the roof",
            "the crew … reach the roof",
            "the call",
            least(60),
        ),
        (
            "It took the crew 12 minutes to reach the roof after the call",
            "the crew … to reach the roof",
            "the call",
            Limits::between(11 * MINUTE, 13 * MINUTE),
        ),
        (
            "Over an hour passed between the call and the entry",
            "the entry",
            "the call",
            least(60),
        ),
        (
            "The call and the entry were at least an hour apart",
            "the entry",
            "The call",
            least(60),
        ),
    ];
    for (text, event, other, usual) in rows {
        let found = apart(text);
        assert_eq!(found, (event.to_owned(), other.to_owned(), usual), "{text}");
    }
}

#[test]
fn what_is_not_within_a_distance_lies_on_either_side_of_it() {
    let claim = one("He was not held within two hours of the blast");
    let What::Apart { far, .. } = claim.what else {
        panic!("{claim:?}");
    };
    let within = Limits::between(-2 * HOUR, 2 * HOUR);
    assert_eq!((far.usual, far.denied), (within, true));
}

#[test]
fn a_claim_may_have_several_parts() {
    for (text, events) in [
        (
            "Crews arrived at 9 p.m. and the roof fell at 9:30 p.m.",
            &["Crews arrived", "the roof fell"][..],
        ),
        (
            "Crews arrived at 9 p.m., before the roof fell",
            &["Crews arrived", "Crews arrived"],
        ),
        (
            "Crews arrived before the roof fell at 9:30 p.m.",
            &["Crews arrived", "the roof fell"],
        ),
        (
            "Crews arrived before the roof fell but after the call",
            &["Crews arrived", "Crews arrived"],
        ),
        (
            "Crews arrived after 6 p.m. and before 7 p.m.",
            &["Crews arrived", "Crews arrived"],
        ),
        (
            "On Saturday, crews arrived before the roof fell",
            &["crews arrived", "crews arrived"],
        ),
        (
            "The mayor spoke between the call and the collapse",
            &["The mayor spoke", "The mayor spoke"],
        ),
        (
            "Ten minutes passed between the call and the collapse",
            &["the collapse"],
        ),
    ] {
        let parts = read(text).unwrap();
        let found: Vec<&str> = parts.iter().map(|part| part.event[0].of(text)).collect();
        assert_eq!(found, events, "{text}");
    }
}

#[test]
fn what_no_part_of_a_claim_uses_is_pointed_at() {
    for (text, rest) in [
        (
            "Crews arrived before the roof fell or after the call",
            "after the call",
        ),
        (
            "Crews arrived ten minutes after the call, an hour before the roof fell",
            "an hour before",
        ),
        (
            "The boy was trapped for two hours before crews arrived",
            "for two hours",
        ),
        (
            "Crews freed the boy who fell at 9 p.m. before the roof fell",
            "at 9 p.m.",
        ),
        (
            "Crews did not arrive at 9 p.m., before the roof fell",
            "at 9 p.m.",
        ),
        (
            "Crews arrived before the roof fell, and the mayor wept",
            "and the mayor wept",
        ),
        ("Crews arrived at 9 p.m. and left", "and left"),
    ] {
        let found = read(text).unwrap_err();
        assert_eq!(found.of(text), rest, "{text}");
    }
}

#[test]
fn a_claim_may_be_of_a_length() {
    let claim = one("The siege lasted more than five hours.");
    let What::Lasted(far) = claim.what else {
        panic!("{claim:?}");
    };
    assert_eq!(far.usual.at_least, Some(5 * HOUR));
}

#[test]
fn a_claim_may_be_of_a_time() {
    for text in [
        "The clerk was told at 4:41 a.m.",
        "At 4:41 a.m., the clerk was told",
    ] {
        let claim = one(text);
        let What::At { time, denied } = claim.what else {
            panic!("{claim:?}");
        };
        assert!(time.span.of(text).to_lowercase().starts_with("at 4:41 a.m"));
        assert!(!denied);
    }
}

#[test]
fn what_is_no_claim_of_time_is_not_read() {
    for text in [
        "The call was loud.",
        "",
        " ",
        "Within three minutes of",
        "before",
        "at noon",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn who_claims_it_is_no_part_of_the_event() {
    let (_, other, _) =
        apart("The ledge was clear less than an hour after the call, the county said.");
    assert_eq!(other, "the call");
}

#[test]
fn every_piece_of_a_claim_is_read_or_refused() {
    let claim =
        "It took the crew 12 minutes to reach the roof after “the call”, police said at 4:41 a.m.";
    for (at, _) in claim.char_indices() {
        let _ = read(&claim[at..]);
        let _ = read(&claim[..at]);
    }
}
