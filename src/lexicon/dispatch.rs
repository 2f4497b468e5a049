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
    "divert",
    "diverting",
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

/// What comes first behind `the first`, where somebody called for help.
pub const FIRST_CALLS: &WordList = &WordList::new(&["alarm", "call", "caller", "callers", "calls"]);

/// Words by which units are sent on what somebody reported.
pub const REPORTED: &WordList = &WordList::new(&[
    "caller",
    "callers",
    "report",
    "reported",
    "reporting",
    "reports",
]);

/// Words by which a unit says that it goes where others were sent.
pub const GOING: &WordList = &WordList::new(&["enroute", "responding", "rolling", "route", "way"]);

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
    "missing",
    "odor",
    "pain",
    "prowler",
    "seizure",
    "shoplift",
    "sick",
    "smoke",
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

/// Words before an attack that is an illness.
pub const AILING: &WordList = &WordList::new(&["asthma", "cardiac", "heart", "panic"]);

/// Words before a place that somebody leaves.
pub const LEAVING: &WordList = &WordList::new(&["from", "leaving"]);

/// Words around `clear` that make it something else: `all clear`, `stand clear`, `clear the building`.
pub const NOT_CLEARING: &WordList = &WordList::new(&[
    "all", "entry", "for", "keep", "look", "looks", "not", "on", "over", "primary", "search",
    "stand", "stay", "the", "to", "until",
]);

/// Words of a place where units wait, pass, or bring people: no emergency is there.
pub const ELSEWHERE: &WordList = &WordList::new(&[
    "barricade",
    "close",
    "detour",
    "hospital",
    "hydrant",
    "landing",
    "perimeter",
    "relocate",
    "stage",
    "staged",
    "staging",
    "transport",
    "transporting",
]);

/// Words behind a call sign that opens a transmission without a comma: `fifty one is on scene`.
pub const STATUSES: &WordList = &WordList::new(&[
    "also",
    "and",
    "arriving",
    "at",
    "available",
    "clear",
    "copies",
    "copy",
    "county",
    "direct",
    "dispatch",
    "en",
    "from",
    "go",
    "has",
    "in",
    "is",
    "on",
    "out",
    "picking",
    "received",
    "responding",
    "returning",
    "show",
    "staged",
    "to",
    "with",
]);

/// Words of an answer before a call sign that is all the rest: `okay 603`.
pub const ANSWERS: &WordList = &WordList::new(&[
    "10-4",
    "affirmative",
    "alright",
    "by",
    "clear",
    "copy",
    "direct",
    "four",
    "go",
    "good",
    "negative",
    "ok",
    "okay",
    "received",
    "right",
    "roger",
    "stand",
    "ten",
    "thank",
    "thanks",
    "you",
]);

/// Words around a place that are no name of it: what stands before one, what is counted, who speaks.
pub const NO_STREET_NAME: &WordList = &WordList::new(&[
    "a", "an", "at", "block", "blocks", "by", "caller", "channel", "command", "copy", "county",
    "dispatch", "down", "feet", "foot", "for", "from", "gallons", "go", "hours", "in", "minute",
    "minutes", "near", "number", "of", "off", "okay", "on", "out", "people", "received", "seconds",
    "the", "to", "units", "with", "yards", "year", "years",
]);

/// Words of an emergency that moves: what it leads to elsewhere is a part of it.
pub const CHASING: &WordList = &WordList::new(&[
    "chase", "chased", "chasing", "fled", "fleeing", "flight", "pursued", "pursuing", "pursuit",
]);

/// Words behind which `the` names an emergency that is known: `for the shooting`, `with the chase`.
pub const REFERRING: &WordList = &WordList::new(&["after", "for", "from", "into", "on", "with"]);

/// Words by which a unit may say that it begins a work of its own: `traffic stop`, `out with one`.
pub const STOPPING: &WordList = &WordList::new(&["stop", "traffic", "with"]);

/// Words by which somebody speaks of himself.
pub const FIRST_PERSON: &WordList = &WordList::new(&[
    "i", "i'd", "i'll", "i'm", "i've", "my", "our", "us", "we", "we'd", "we'll", "we're", "we've",
]);

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
