//! Words of radio transcripts: units, channels, roles, and what is no label.

use super::WordList;

/// Words that make a unit with the number after them: `Engine 7`.
pub const UNITS: &WordList = &WordList::new(&[
    "air",
    "ambulance",
    "battalion",
    "boat",
    "brush",
    "car",
    "chief",
    "cruiser",
    "engine",
    "hazmat",
    "helicopter",
    "k-9",
    "k9",
    "ladder",
    "marine",
    "medic",
    "patrol",
    "quint",
    "rescue",
    "snorkel",
    "squad",
    "squirt",
    "tanker",
    "tender",
    "tower",
    "truck",
    "unit",
    "utility",
    "wagon",
]);

/// Words that are a unit without a number: a vehicle, not a person or a place.
pub const LONE_UNITS: &WordList = &WordList::new(&[
    "ambulance",
    "battalion",
    "engine",
    "ladder",
    "rescue",
    "squad",
    "truck",
]);

/// Letters that make a unit with the digits after them: `E7`, `BC-6`.
pub const UNIT_LETTERS: &WordList = &WordList::new(&[
    "a", "amb", "b", "bat", "bc", "br", "dc", "e", "ems", "en", "eng", "l", "m", "med", "p", "q",
    "r", "res", "rs", "s", "sq", "t", "tk", "tr", "u",
]);

/// What the letters of a unit stand for: `E7` is Engine 7.
pub const SHORT_UNITS: &[(&str, &str)] = &[
    ("a", "ambulance"),
    ("amb", "ambulance"),
    ("b", "battalion"),
    ("bat", "battalion"),
    ("bc", "battalion"),
    ("br", "brush"),
    ("e", "engine"),
    ("en", "engine"),
    ("eng", "engine"),
    ("l", "ladder"),
    ("m", "medic"),
    ("med", "medic"),
    ("q", "quint"),
    ("r", "rescue"),
    ("res", "rescue"),
    ("s", "squad"),
    ("sq", "squad"),
    ("t", "truck"),
    ("tk", "truck"),
    ("tr", "truck"),
    ("u", "unit"),
];

/// Words behind which `car 3` and `engine` are things and no unit's name.
pub const NO_UNIT_BEHIND: &WordList = &WordList::new(&[
    "a", "an", "another", "any", "each", "every", "her", "his", "my", "no", "one", "second",
    "some", "that", "the", "their", "this", "three", "two", "your",
]);

/// Spelling words for letters, of police and of the international alphabet: `3-Adam-12`.
pub const PHONETIC: &WordList = &WordList::new(&[
    "adam", "alpha", "baker", "boy", "bravo", "charles", "charlie", "david", "delta", "echo",
    "edward", "foxtrot", "frank", "george", "golf", "henry", "hotel", "ida", "india", "john",
    "juliet", "kilo", "king", "lima", "lincoln", "mary", "mike", "nora", "november", "ocean",
    "oscar", "papa", "paul", "quebec", "queen", "robert", "romeo", "sam", "sierra", "tango", "tom",
    "uniform", "union", "victor", "whiskey", "william", "x-ray", "xray", "yankee", "yellow",
    "young", "zebra", "zulu",
]);

/// Words that name a channel rather than who speaks on it.
pub const CHANNELS: &WordList = &WordList::new(&[
    "channel",
    "dispatch",
    "fireground",
    "main",
    "ops",
    "simulcast",
    "tac",
    "tactical",
    "talkgroup",
]);

/// Who speaks, where a label is written without a capital: `dispatcher: go ahead`.
pub const ROLES: &WordList = &WordList::new(&[
    "caller",
    "captain",
    "chief",
    "command",
    "deputy",
    "dispatch",
    "dispatcher",
    "driver",
    "female",
    "firefighter",
    "lieutenant",
    "male",
    "medic",
    "officer",
    "operator",
    "paramedic",
    "police",
    "sergeant",
    "speaker",
    "trooper",
    "unknown",
    "voice",
]);

/// Who sends units, in an article or a label.
pub const DISPATCHERS: &WordList = &WordList::new(&[
    "controller",
    "dispatch",
    "dispatcher",
    "dispatchers",
    "operator",
]);

/// Short forms that keep their full stop inside a name: `Sgt. Alvarez`.
pub const TITLES: &WordList = &WordList::new(&[
    "asst", "capt", "cmdr", "cpl", "cpt", "dep", "det", "div", "dr", "insp", "jr", "lt", "maj",
    "mr", "mrs", "ms", "no", "ofc", "pvt", "sgt", "sr", "st", "supt", "tpr",
]);

/// Words of a sentence: what has one of them before its colon is speech, not a speaker.
pub const SPEECH: &WordList = &WordList::new(&[
    "advise",
    "advised",
    "advises",
    "affirmative",
    "am",
    "an",
    "are",
    "attention",
    "be",
    "been",
    "break",
    "code",
    "copy",
    "correction",
    "could",
    "did",
    "do",
    "does",
    "fired",
    "got",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "how",
    "i",
    "if",
    "is",
    "it",
    "its",
    "my",
    "need",
    "negative",
    "our",
    "repeat",
    "respond",
    "roger",
    "said",
    "say",
    "says",
    "seen",
    "she",
    "show",
    "signal",
    "stand",
    "that",
    "their",
    "there",
    "they",
    "this",
    "update",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "would",
    "you",
    "your",
]);

/// Microphones of a cockpit, as transcripts of its recording name them before the words.
pub const MICROPHONES: &WordList = &WordList::new(&["cam", "hot", "rdo"]);

/// Labels of a page or a form, which nobody speaks under: `Source: county archive`.
pub const FIELDS: &WordList = &WordList::new(&[
    "address",
    "audio",
    "case",
    "channel",
    "date",
    "day",
    "duration",
    "file",
    "frequency",
    "incident",
    "incident number",
    "location",
    "note",
    "notes",
    "posted",
    "published",
    "recorded",
    "source",
    "start",
    "time",
    "time zone",
    "timezone",
    "title",
    "transcribed by",
    "transcript",
    "updated",
    "url",
]);

/// Remarks of the typist that stand where a name may stand: `(inaudible)`.
pub const NOISE: &WordList = &WordList::new(&[
    "crosstalk",
    "garbled",
    "inaudible",
    "indistinct",
    "indistinguishable",
    "laughter",
    "noise",
    "pause",
    "phone rings",
    "silence",
    "static",
    "unclear",
    "unintelligible",
    "unreadable",
]);

/// Words of procedure, which nearly every transmission has: they tell no transmission from another.
pub const PROCEDURE: &WordList = &WordList::new(&[
    "ah", "ahead", "ahh", "copied", "copies", "copy", "er", "go", "hello", "it's", "ok", "okay",
    "please", "received", "roger", "sir", "thank", "thanks", "uh", "um", "yeah", "yes",
]);

/// Words that are spelt in more than one way, with the one that is compared.
pub const SPELLINGS: &[(&str, &str)] = &[
    ("alright", "right"),
    ("aok", "ok"),
    ("gonna", "going"),
    ("o.k", "ok"),
    ("okay", "ok"),
    ("yep", "yes"),
    ("yup", "yes"),
];
