//! Words of emergencies, of their kinds, and of what follows them.

use super::WordList;

/// Stems of words that tell of an emergency, by which a background story is told from a remark.
pub const EMERGENCY: &[&str] = &[
    "accident",
    "arson",
    "attack",
    "blast",
    "blaze",
    "bomb",
    "burn",
    "collaps",
    "collision",
    "crash",
    "derail",
    "drown",
    "explo",
    "fatal",
    "fire",
    "flood",
    "gun",
    "hostage",
    "hurt",
    "injur",
    "kidnap",
    "kill",
    "massacre",
    "murder",
    "overdos",
    "rampage",
    "rescue",
    "riot",
    "robber",
    "shoot",
    "shot",
    "slain",
    "spill",
    "stab",
    "stampede",
    "standoff",
    "struck",
    "tornado",
    "wreck",
];

/// Nouns that name what an account is about and are no emergency by their stem alone.
pub const HAPPENINGS: &WordList = &WordList::new(&[
    "avalanche",
    "burglary",
    "chase",
    "disappearance",
    "disaster",
    "earthquake",
    "eruption",
    "escape",
    "evacuation",
    "heist",
    "incident",
    "landslide",
    "outage",
    "pursuit",
    "quake",
    "raid",
    "siege",
    "sinking",
    "storm",
    "theft",
    "tragedy",
]);

/// Stems of words that tell one kind of emergency, by what `the crash` is recognised as `collided`.
pub const EMERGENCY_KINDS: &[&[&str]] = &[
    &[
        "attack", "gun", "kill", "massacre", "murder", "rampage", "shoot", "shot", "slain",
    ],
    &["attack", "kill", "knife", "slash", "slain", "stab"],
    &[
        "accident",
        "collision",
        "collid",
        "crash",
        "derail",
        "struck",
        "wreck",
    ],
    &["attack", "blast", "bomb", "deton", "explo"],
    &["arson", "blaze", "burn", "fire", "flame"],
    &["hold-up", "holdup", "robber", "robbed"],
];

/// Words behind `fire` in the names of those who fight one.
pub const FIRE_SERVICE: &WordList = &WordList::new(&[
    "chief",
    "crew",
    "crews",
    "department",
    "district",
    "engine",
    "engines",
    "hall",
    "marshal",
    "officials",
    "service",
    "station",
]);

/// Words of what follows an emergency: its day is not the emergency's.
pub const AFTERMATH: &WordList = &WordList::new(&[
    "anniversary",
    "arraigned",
    "arraignment",
    "arrested",
    "autopsy",
    "charged",
    "convicted",
    "court",
    "custody",
    "funeral",
    "funerals",
    "hearing",
    "indicted",
    "inquest",
    "inquiry",
    "judge",
    "jurors",
    "jury",
    "lawsuit",
    "memorial",
    "mourned",
    "mourners",
    "pleaded",
    "pled",
    "sentenced",
    "sued",
    "surrendered",
    "testified",
    "testimony",
    "trial",
    "verdict",
    "vigil",
]);

/// Words by which a sentence turns to another emergency.
pub const ANOTHER: &WordList = &WordList::new(&["separate", "separately", "unrelated"]);

/// Words of how an emergency ended for people and places.
pub const ENDING: &WordList = &WordList::new(&[
    "condition",
    "died",
    "discharged",
    "hospitalized",
    "recovered",
    "recovering",
    "remained",
    "reopened",
    "resumed",
    "still",
]);

/// What a story of a search speaks of until somebody is found.
pub const SEEKING: &WordList = &WordList::new(&[
    "fugitive",
    "hunt",
    "hunted",
    "manhunt",
    "missing",
    "overdue",
    "search",
    "searched",
    "searchers",
    "searching",
]);

/// How a search ends.
pub const FINDING: &WordList = &WordList::new(&[
    "apprehended",
    "captured",
    "caught",
    "found",
    "located",
    "recovered",
    "rescued",
    "surrendered",
]);

/// What lasts from its first moment on, so that time is counted into it: `into the standoff`.
pub const LASTING: &WordList = &WordList::new(&[
    "attack",
    "blaze",
    "call",
    "chase",
    "crisis",
    "emergency",
    "event",
    "fire",
    "flight",
    "incident",
    "mission",
    "operation",
    "ordeal",
    "pursuit",
    "rampage",
    "rescue",
    "response",
    "search",
    "shooting",
    "siege",
    "standoff",
    "voyage",
]);

/// What happenings do: `ten minutes after it began`.
pub const OCCURRING: &WordList = &WordList::new(&[
    "began", "came", "ended", "happened", "hit", "opened", "started", "stopped", "struck", "went",
]);
