//! Words of dispatching: what sends a unit, what it is sent for, what ends its work, and what names a
//! place that is none of an emergency.

use super::WordList;

/// Words that send a unit somewhere, or by which it says where it goes.
pub const SENDING: &WordList = &WordList::new(&[
    "alarm",
    "assigned",
    "assist",
    "caller",
    "check",
    "dispatched",
    "due",
    "handle",
    "head",
    "investigate",
    "proceed",
    "report",
    "reported",
    "reporting",
    "reports",
    "respond",
    "responding",
    "route",
    "start",
    "take",
    "toned",
    "tones",
]);

/// Stems of what units are sent for that no word of an emergency names.
pub const COMPLAINTS: &[&str] = &[
    "alarm",
    "allerg",
    "assault",
    "bleed",
    "breath",
    "burglar",
    "cardiac",
    "chok",
    "diabetic",
    "disturbance",
    "domestic",
    "fall",
    "fell",
    "fight",
    "flame",
    "gas",
    "lift",
    "lockout",
    "medical",
    "odor",
    "pain",
    "prowler",
    "seizure",
    "shoplift",
    "sick",
    "smoke",
    "stop",
    "stroke",
    "suspicious",
    "theft",
    "trapped",
    "trespass",
    "unconscious",
    "unresponsive",
    "vandal",
    "water",
    "welfare",
    "wire",
];

/// Words by which a unit ends its work on an emergency.
pub const CLEARING: &WordList = &WordList::new(&[
    "10-8",
    "available",
    "clear",
    "cleared",
    "clearing",
    "returning",
]);

/// Words around `clear` that make it something else: `all clear`, `stand clear`, `clear the building`.
pub const NOT_CLEARING: &WordList = &WordList::new(&[
    "all", "entry", "for", "keep", "look", "looks", "not", "on", "over", "primary", "search",
    "stand", "stay", "the", "to", "until",
]);

/// Words of a place where units wait, pass, or bring people: no emergency is there.
pub const ELSEWHERE: &WordList = &WordList::new(&[
    "barricade",
    "break",
    "close",
    "cover",
    "detour",
    "fuel",
    "garage",
    "hospital",
    "hydrant",
    "landing",
    "lunch",
    "meal",
    "perimeter",
    "quarters",
    "relocate",
    "shop",
    "stage",
    "staged",
    "staging",
    "training",
    "transport",
    "transporting",
]);

/// Words of an emergency that moves: what it leads to elsewhere is a part of it.
pub const CHASING: &WordList = &WordList::new(&[
    "chase", "chased", "chasing", "fled", "fleeing", "flight", "pursued", "pursuing", "pursuit",
]);

/// Words behind which `the` names an emergency that is known: `for the shooting`, `with the chase`.
pub const REFERRING: &WordList = &WordList::new(&["after", "for", "from", "into", "on", "with"]);

/// Words that are asked of whoever is free: `any unit near Pike Street`.
pub const ANYBODY: &WordList =
    &WordList::new(&["any", "anyone", "available", "closest", "nearest"]);

/// Words behind `switch to` and before a number that name a channel for one emergency.
pub const WORKING_CHANNELS: &[(&str, &str)] = &[
    ("ch", "channel"),
    ("channel", "channel"),
    ("fireground", "fireground"),
    ("ops", "ops"),
    ("tac", "tac"),
    ("tactical", "tac"),
    ("talkgroup", "talkgroup"),
    ("tg", "talkgroup"),
];
