//! Word lists as data, in one place: lower case, sorted, without doubles.
//!
//! A rule that needs words asks [`has`]; the lists say nothing of grammar.

/// Days of the week and their short forms.
pub const WEEKDAYS: &[&str] = &[
    "fri",
    "friday",
    "mon",
    "monday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
];

/// Months and their short forms, each with its number.
pub const MONTHS: &[(&str, u8)] = &[
    ("apr", 4),
    ("april", 4),
    ("aug", 8),
    ("august", 8),
    ("dec", 12),
    ("december", 12),
    ("feb", 2),
    ("february", 2),
    ("jan", 1),
    ("january", 1),
    ("jul", 7),
    ("july", 7),
    ("jun", 6),
    ("june", 6),
    ("mar", 3),
    ("march", 3),
    ("may", 5),
    ("nov", 11),
    ("november", 11),
    ("oct", 10),
    ("october", 10),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
];

/// Words that make a unit with the number after them: `Engine 7`.
pub const UNITS: &[&str] = &[
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
];

/// Words that are a unit without a number: a vehicle, not a person or a place.
pub const LONE_UNITS: &[&str] = &[
    "ambulance",
    "battalion",
    "engine",
    "ladder",
    "rescue",
    "squad",
    "truck",
];

/// Letters that make a unit with the digits after them: `E7`, `BC-6`.
pub const UNIT_LETTERS: &[&str] = &[
    "a", "amb", "b", "bat", "bc", "br", "dc", "e", "ems", "en", "eng", "l", "m", "med", "p", "q",
    "r", "res", "rs", "s", "sq", "t", "tk", "tr", "u",
];

/// Numbers that a unit may have in words: `Battalion Three`.
pub const NUMBERS: &[&str] = &[
    "eight", "eleven", "five", "four", "nine", "one", "seven", "six", "ten", "three", "twelve",
    "two",
];

/// Spelling words for letters, of police and of the international alphabet: `3-Adam-12`.
pub const PHONETIC: &[&str] = &[
    "adam", "alpha", "baker", "boy", "bravo", "charles", "charlie", "david", "delta", "echo",
    "edward", "foxtrot", "frank", "george", "golf", "henry", "hotel", "ida", "india", "john",
    "juliet", "kilo", "king", "lima", "lincoln", "mary", "mike", "nora", "november", "ocean",
    "oscar", "papa", "paul", "quebec", "queen", "robert", "romeo", "sam", "sierra", "tango", "tom",
    "uniform", "union", "victor", "whiskey", "william", "x-ray", "xray", "yankee", "yellow",
    "young", "zebra", "zulu",
];

/// Words that name a channel rather than who speaks on it.
pub const CHANNELS: &[&str] = &[
    "channel",
    "dispatch",
    "fireground",
    "main",
    "ops",
    "simulcast",
    "tac",
    "tactical",
    "talkgroup",
];

/// Who speaks, where a label is written without a capital: `dispatcher: go ahead`.
pub const ROLES: &[&str] = &[
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
];

/// Short forms that keep their full stop inside a name: `Sgt. Alvarez`.
pub const TITLES: &[&str] = &[
    "asst", "capt", "cmdr", "cpl", "cpt", "dep", "det", "div", "dr", "insp", "jr", "lt", "maj",
    "mr", "mrs", "ms", "no", "ofc", "pvt", "sgt", "sr", "st", "supt", "tpr",
];

/// Words of a sentence: what has one of them before its colon is speech, not a speaker.
pub const SPEECH: &[&str] = &[
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
];

/// Labels of a page or a form, which nobody speaks under: `Source: county archive`.
pub const FIELDS: &[&str] = &[
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
];

/// Remarks of the typist that stand where a name may stand: `(inaudible)`.
pub const NOISE: &[&str] = &[
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
];

/// Whether a sorted list has `word`, in any mix of case.
///
/// ```
/// use squelch::lexicon::{UNITS, has};
/// assert!(has(UNITS, "Engine"));
/// assert!(!has(UNITS, "Command"));
/// ```
pub fn has(list: &[&str], word: &str) -> bool {
    list.binary_search_by(|entry| order(entry, word)).is_ok()
}

/// The number of a month, from its name or its short form without the full stop.
///
/// ```
/// assert_eq!(squelch::lexicon::month("Sept"), Some(9));
/// ```
pub fn month(word: &str) -> Option<u8> {
    let at = MONTHS.binary_search_by(|(entry, _)| order(entry, word));
    at.ok().map(|at| MONTHS[at].1)
}

fn order(entry: &str, word: &str) -> std::cmp::Ordering {
    let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
    entry.bytes().cmp(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_lower_case_and_sorted_without_doubles() {
        let months: Vec<&str> = MONTHS.iter().map(|(name, _)| *name).collect();
        let lists = [
            WEEKDAYS,
            &months,
            UNITS,
            LONE_UNITS,
            UNIT_LETTERS,
            NUMBERS,
            PHONETIC,
            CHANNELS,
            ROLES,
            TITLES,
            SPEECH,
            FIELDS,
            NOISE,
        ];
        for list in lists {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "`{}` before `{}`", pair[0], pair[1]);
            }
            for word in list {
                assert_eq!(*word, word.to_lowercase());
            }
        }
    }

    #[test]
    fn a_unit_without_a_number_is_a_unit_word() {
        assert!(LONE_UNITS.iter().all(|word| has(UNITS, word)));
    }
}
