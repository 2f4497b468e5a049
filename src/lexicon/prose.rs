//! Words of news prose: abbreviations, verbs of saying and calling, nameless voices.

use super::WordList;

/// Abbreviations whose full stop ends no sentence, without it.
pub const ABBREVIATIONS: &WordList = &WordList::new(&[
    "adm", "apr", "apt", "asst", "aug", "ave", "blvd", "brig", "ca", "calif", "capt", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "ct", "dec", "del", "dep", "dept", "det", "dr", "est",
    "etc", "feb", "fla", "ft", "ga", "gen", "gov", "hon", "hwy", "ill", "inc", "ind", "insp",
    "jan", "jr", "jul", "jun", "kan", "ky", "la", "lt", "ltd", "maj", "mar", "mass", "md",
    "messrs", "mich", "minn", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nos",
    "nov", "oct", "okla", "ore", "pa", "pfc", "pres", "prof", "pvt", "rd", "rep", "rev", "sen",
    "sep", "sept", "sgt", "sr", "st", "supt", "tenn", "tex", "va", "vs", "vt", "wash", "wis",
    "wyo",
]);

/// Verbs that report what somebody says, in the past tense of news and as participles.
pub const SAYING: &WordList = &WordList::new(&[
    "acknowledged",
    "added",
    "admitted",
    "advised",
    "announced",
    "argued",
    "asked",
    "claimed",
    "concluded",
    "confirmed",
    "declared",
    "declined",
    "denied",
    "described",
    "emphasized",
    "explained",
    "informed",
    "insisted",
    "issued",
    "noted",
    "posted",
    "radioed",
    "recalled",
    "refused",
    "reiterated",
    "released",
    "repeated",
    "replied",
    "reported",
    "revealed",
    "said",
    "saying",
    "says",
    "speaking",
    "spoke",
    "stated",
    "stressed",
    "testified",
    "told",
    "tweeted",
    "warned",
    "wrote",
    "yelled",
]);

/// Words that by themselves tell of an emergency call.
pub const CALLING: &WordList =
    &WordList::new(&["911", "called", "caller", "callers", "dialed", "dispatched"]);

/// Who speaks on the air without a name.
pub const VOICES: &WordList = &WordList::new(&[
    "caller",
    "controller",
    "crew",
    "dispatch",
    "dispatcher",
    "dispatchers",
    "firefighter",
    "medic",
    "officer",
    "operator",
    "paramedic",
    "pilot",
    "responder",
    "somebody",
    "someone",
    "unit",
    "voice",
    "voices",
]);

/// Occasions on which people speak: a time beside one times what is said there.
pub const SESSIONS: &WordList = &WordList::new(&[
    "account",
    "address",
    "briefing",
    "conference",
    "hearing",
    "interview",
    "meeting",
    "statement",
    "timeline",
    "tweet",
    "update",
]);

/// Past forms that do not end in `ed`, of the verbs that tell happenings.
pub const IRREGULAR_PAST: &WordList = &WordList::new(&[
    "ate",
    "beat",
    "became",
    "began",
    "bent",
    "bit",
    "bled",
    "blew",
    "bought",
    "broke",
    "brought",
    "built",
    "burst",
    "came",
    "caught",
    "chose",
    "clung",
    "crept",
    "cut",
    "dealt",
    "did",
    "dove",
    "drank",
    "drew",
    "drove",
    "dug",
    "fed",
    "fell",
    "felt",
    "fit",
    "fled",
    "flew",
    "flung",
    "forgave",
    "forgot",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "had",
    "heard",
    "held",
    "hid",
    "hit",
    "hung",
    "hurt",
    "kept",
    "knelt",
    "knew",
    "laid",
    "lay",
    "leapt",
    "led",
    "left",
    "lent",
    "lit",
    "lost",
    "made",
    "meant",
    "met",
    "mistook",
    "overcame",
    "overheard",
    "overtook",
    "paid",
    "put",
    "quit",
    "ran",
    "rang",
    "read",
    "rode",
    "rose",
    "said",
    "sang",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shed",
    "shone",
    "shook",
    "shot",
    "shut",
    "slept",
    "slew",
    "slid",
    "sold",
    "sought",
    "sowed",
    "sped",
    "spent",
    "split",
    "spoke",
    "sprang",
    "spread",
    "spun",
    "stank",
    "stole",
    "stood",
    "strode",
    "struck",
    "stuck",
    "stung",
    "swam",
    "swept",
    "swore",
    "swung",
    "taught",
    "thought",
    "threw",
    "thrust",
    "told",
    "took",
    "tore",
    "understood",
    "undertook",
    "went",
    "wept",
    "were",
    "withdrew",
    "woke",
    "won",
    "wore",
    "wrote",
]);

/// Words too common to tell one event from another.
pub const STOP_WORDS: &WordList = &WordList::new(&[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "before", "but", "by", "can", "could", "did", "do", "for", "from", "had", "has", "have", "he",
    "her", "him", "his", "i", "if", "in", "into", "is", "it", "its", "later", "more", "near", "no",
    "not", "now", "of", "on", "one", "or", "our", "out", "over", "said", "she", "so", "some",
    "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "told", "two",
    "up", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with",
    "would", "you",
]);

/// Words that speak of what is to come.
pub const FUTURE: &WordList = &WordList::new(&["expects", "plans", "shall", "will"]);

/// Verbs behind `to` by which something is to come.
pub const TO_COME: &WordList = &WordList::new(&[
    "be", "begin", "close", "continue", "ease", "end", "expect", "last", "open", "reopen",
    "resume", "return", "start",
]);

/// Words before such a `to` behind which it came to pass: `had to be`, `continued to be`.
pub const BRINGING: &WordList = &WordList::new(&[
    "appeared",
    "began",
    "continued",
    "had",
    "happened",
    "managed",
    "needed",
    "proved",
    "seemed",
    "started",
    "turned",
]);

/// Words right before hours that are always the same.
pub const HOURS: &WordList = &WordList::new(&["dismissal", "hours", "open", "staffed"]);

/// Words that say that something is mostly so.
pub const ROUTINE: &WordList = &WordList::new(&[
    "always",
    "generally",
    "normally",
    "often",
    "typically",
    "usually",
]);

/// Words at which a new clause can start.
pub const CLAUSE_OPENERS: &WordList = &WordList::new(&[
    "after", "and", "as", "because", "before", "but", "that", "then", "until", "when", "where",
    "which", "while", "who",
]);

/// Verbs that end a sentence with who said it: `…, police said`.
pub const CLOSING_SAYING: &WordList = &WordList::new(&[
    "added",
    "announced",
    "confirmed",
    "reported",
    "said",
    "says",
    "told",
    "wrote",
]);

/// Verbs of what is always so: opening hours, instructions.
pub const HABIT: &WordList = &WordList::new(&[
    "are", "begins", "call", "can", "closes", "ends", "is", "meets", "open", "opens", "runs",
    "starts", "usually", "visit",
]);

/// Participles of irregular verbs that are no past forms by themselves: `had gone`, `is taken`.
pub const PARTICIPLES: &WordList = &WordList::new(&[
    "beaten",
    "become",
    "been",
    "begun",
    "bitten",
    "blown",
    "broken",
    "chosen",
    "come",
    "done",
    "drawn",
    "driven",
    "eaten",
    "fallen",
    "flown",
    "forgotten",
    "frozen",
    "given",
    "gone",
    "grown",
    "hidden",
    "known",
    "mistaken",
    "overrun",
    "overtaken",
    "ridden",
    "risen",
    "run",
    "seen",
    "shaken",
    "shown",
    "slain",
    "spoken",
    "stolen",
    "stricken",
    "sunk",
    "swollen",
    "taken",
    "thrown",
    "torn",
    "withdrawn",
    "woken",
    "worn",
    "written",
]);

/// Verbs of saying that belong to an incident rather than to its telling.
pub const ON_SCENE: &WordList =
    &WordList::new(&["radioed", "replied", "shouted", "texted", "yelled"]);

/// Words that speak of what is to come where `to` follows: `set to`, `was to`, `hope to`.
pub const PLANNING: &WordList = &WordList::new(&[
    "expect", "expected", "going", "hope", "hoped", "hopes", "intend", "intended", "intends", "is",
    "plan", "planned", "planning", "set", "supposed", "was", "were",
]);

/// Verbs after which a day is one to come, in whatever tense they stand.
pub const ANNOUNCING: &WordList = &WordList::new(&[
    "delayed",
    "expected",
    "extended",
    "planned",
    "postponed",
    "scheduled",
    "slated",
]);

/// Verbs of what may come.
pub const MODALS: &WordList = &WordList::new(&["could", "may", "might", "would"]);
