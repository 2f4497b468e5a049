//! Words of news prose: abbreviations, verbs of saying and calling, nameless voices.

/// Abbreviations whose full stop ends no sentence, without it.
pub const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "apt", "asst", "aug", "ave", "blvd", "brig", "ca", "calif", "capt", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "ct", "dec", "del", "dep", "dept", "det", "dr", "est",
    "etc", "feb", "fla", "ft", "ga", "gen", "gov", "hon", "hwy", "ill", "inc", "ind", "insp",
    "jan", "jr", "jul", "jun", "kan", "ky", "la", "lt", "ltd", "maj", "mar", "mass", "md",
    "messrs", "mich", "minn", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nos",
    "nov", "oct", "okla", "ore", "pa", "pfc", "pres", "prof", "pvt", "rd", "rep", "rev", "sen",
    "sep", "sept", "sgt", "sr", "st", "supt", "tenn", "tex", "va", "vs", "vt", "wash", "wis",
    "wyo",
];

/// Verbs that report what somebody says, in the past tense of news and as participles.
pub const SAYING: &[&str] = &[
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
    "spoke",
    "stated",
    "stressed",
    "told",
    "tweeted",
    "warned",
    "wrote",
    "yelled",
];

/// Words that by themselves tell of an emergency call.
pub const CALLING: &[&str] = &["911", "called", "caller", "callers", "dialed", "dispatched"];

/// Who speaks on the air without a name.
pub const VOICES: &[&str] = &[
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
];

/// Occasions on which people speak: a time beside one times what is said there.
pub const SESSIONS: &[&str] = &[
    "address",
    "briefing",
    "conference",
    "hearing",
    "interview",
    "meeting",
    "statement",
    "tweet",
    "update",
];

/// Past forms that do not end in `ed`, of the verbs that tell happenings.
pub const IRREGULAR_PAST: &[&str] = &[
    "ate", "became", "began", "blew", "bought", "broke", "brought", "built", "burst", "came",
    "caught", "chose", "cut", "did", "drew", "drove", "fell", "felt", "fled", "flew", "forgot",
    "fought", "found", "gave", "got", "grew", "had", "heard", "held", "hid", "hit", "hurt", "kept",
    "knew", "laid", "led", "left", "lost", "made", "met", "paid", "put", "ran", "rang", "rode",
    "rose", "said", "sank", "sat", "saw", "sent", "set", "shook", "shot", "shut", "slid", "spoke",
    "spotted", "spread", "stood", "struck", "stuck", "swam", "swept", "swung", "thought", "threw",
    "told", "took", "went", "were", "woke", "won", "wrote",
];

/// Words too common to tell one event from another.
pub const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "before", "but", "by", "can", "could", "did", "do", "for", "from", "had", "has", "have", "he",
    "her", "him", "his", "i", "if", "in", "into", "is", "it", "its", "later", "more", "near", "no",
    "not", "now", "of", "on", "one", "or", "our", "out", "over", "said", "she", "so", "some",
    "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "told", "two",
    "up", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with",
    "would", "you",
];

/// Words that speak of what is to come.
pub const FUTURE: &[&str] = &["expects", "plans", "shall", "will"];

/// Stems of words that tell of an emergency, by which a background story is told from a remark.
pub const EMERGENCY: &[&str] = &[
    "accident",
    "arson",
    "attack",
    "blast",
    "blaze",
    "bomb",
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
    "standoff",
    "struck",
    "tornado",
    "wreck",
];
