//! Words beside a number, or beside an order word, that tell whether a time is meant.

use super::WordList;

/// Words after which a number with a colon is a time of day.
pub const CLOCK_PREPOSITIONS: &WordList = &WordList::new(&[
    "about",
    "after",
    "approximately",
    "around",
    "at",
    "before",
    "between",
    "by",
    "from",
    "since",
    "till",
    "to",
    "until",
]);

/// Words before what a clock shows or a record has: `stamped 12:25`.
pub const READINGS: &WordList = &WordList::new(&[
    "marked",
    "read",
    "reads",
    "said",
    "showed",
    "shows",
    "stamped",
    "timed",
    "timestamped",
]);

/// Words before `at` and the number of a house.
pub const DWELLING: &WordList = &WordList::new(&[
    "home", "house", "live", "lived", "lives", "living", "reside", "resided", "resides",
]);

/// Verbs of a count that comes `to` a number: `The toll rose to nine`.
pub const GROWING: &WordList = &WordList::new(&[
    "climbed",
    "climbs",
    "fell",
    "grew",
    "grown",
    "increased",
    "jumped",
    "rise",
    "risen",
    "rises",
    "rose",
    "swelled",
]);

/// Words before `at` and a number that is an age, a count or a place: `The toll stood at nine`, `died at 7`,
/// `ranked at 5`.
pub const STANDING: &WordList = &WordList::new(&[
    "age",
    "aged",
    "ages",
    "am",
    "are",
    "be",
    "been",
    "capped",
    "count",
    "dead",
    "die",
    "died",
    "dies",
    "estimated",
    "fixed",
    "held",
    "is",
    "listed",
    "married",
    "number",
    "orphaned",
    "put",
    "rank",
    "ranked",
    "rated",
    "remained",
    "remains",
    "score",
    "seeded",
    "set",
    "stand",
    "standing",
    "stands",
    "stayed",
    "stays",
    "stood",
    "toll",
    "total",
    "valued",
    "was",
    "were",
]);

/// Nouns that a number behind them names, so that it is no time: `Highway 291`.
pub const NUMBERED: &WordList = &WordList::new(&[
    "apartment",
    "apt",
    "badge",
    "box",
    "building",
    "bus",
    "car",
    "case",
    "channel",
    "chapter",
    "district",
    "engine",
    "exit",
    "extension",
    "flight",
    "floor",
    "form",
    "gate",
    "grade",
    "highway",
    "interstate",
    "invoice",
    "ladder",
    "line",
    "lot",
    "marker",
    "medic",
    "mile",
    "model",
    "no",
    "number",
    "operation",
    "order",
    "page",
    "psalm",
    "room",
    "route",
    "section",
    "sector",
    "serial",
    "squad",
    "station",
    "suite",
    "tanker",
    "tower",
    "train",
    "truck",
    "unit",
    "verse",
    "version",
    "ward",
    "zone",
]);

/// What a number before it counts: `at 1900 feet`, `2015 people`.
pub const MEASURES: &[&str] = &[
    "acres",
    "cents",
    "degrees",
    "dollars",
    "feet",
    "fps",
    "gallons",
    "hp",
    "inches",
    "kg",
    "khz",
    "kilometers",
    "km",
    "kph",
    "lbs",
    "meters",
    "metres",
    "mhz",
    "miles",
    "mph",
    "people",
    "percent",
    "points",
    "pounds",
    "psi",
    "rounds",
    "rpm",
    "shares",
    "tonnes",
    "tons",
    "volts",
    "votes",
    "watts",
    "yards",
];

/// Words after which a number with a colon is a score or a ratio.
pub const SCORED: &WordList = &WordList::new(&[
    "beat", "defeat", "drew", "ended", "finished", "leading", "led", "loss", "lost", "ratio",
    "scale", "score", "scored", "tied", "trailing", "victory", "win", "winning", "won",
]);

/// Books that are cited by chapter and verse: `Genesis 22:14`.
pub const BOOKS: &WordList = &WordList::new(&[
    "acts",
    "chronicles",
    "corinthians",
    "daniel",
    "deuteronomy",
    "ecclesiastes",
    "exodus",
    "ezekiel",
    "genesis",
    "hebrews",
    "isaiah",
    "jeremiah",
    "job",
    "john",
    "joshua",
    "judges",
    "kings",
    "leviticus",
    "luke",
    "mark",
    "matthew",
    "numbers",
    "proverbs",
    "psalm",
    "psalms",
    "quran",
    "revelation",
    "romans",
    "samuel",
    "sura",
    "surah",
]);

/// Words between which and a noun a number is a year: `the 2015 floods`.
pub const DETERMINERS: &WordList = &WordList::new(&[
    "a", "after", "an", "before", "during", "for", "her", "his", "in", "its", "our", "since",
    "that", "the", "their", "these", "this", "those", "until",
]);

/// Words before a noun that a month tells which one it is: `the May vote`.
pub const ARTICLES: &WordList = &WordList::new(&[
    "a", "an", "her", "his", "its", "our", "that", "the", "their", "this",
]);

/// Words that open a sentence on somebody who has been told of.
pub const KNOWN: &WordList = &WordList::new(&[
    "he", "her", "his", "it", "she", "the", "their", "they", "those",
]);

/// Words that make `then` a point and not a step: `by then`, `until then`.
pub const NO_ORDER: &WordList = &WordList::new(&[
    "as", "back", "by", "even", "no", "since", "the", "till", "until",
]);

/// Words that make `once` or `when` no tie: `at once`, `more than once`, `since when`.
pub const NO_TIE: &WordList = &WordList::new(&[
    "at", "just", "least", "not", "only", "since", "than", "until",
]);
