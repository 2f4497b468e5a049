//! Words around a verb: what helps it, and what keeps it from telling that a thing happened.

use super::WordList;

/// Forms of `be`, with which a verb is passive, goes on, or is a state.
pub const BE: &WordList =
    &WordList::new(&["am", "are", "be", "been", "being", "is", "was", "were"]);

/// Other verbs that help one behind them.
pub const HELPING: &WordList = &WordList::new(&[
    "did", "do", "does", "get", "getting", "got", "had", "has", "have", "having",
]);

/// Words that open a clause about something else, before a comma.
pub const CONCEDING: &WordList = &WordList::new(&[
    "although", "despite", "once", "since", "though", "unless", "without",
]);

/// Verbs of how far another has come: `began to sound`.
pub const BEGINNING: &WordList = &WordList::new(&[
    "began",
    "begin",
    "begun",
    "continued",
    "started",
    "starting",
]);

/// Participles by which something is said of somebody: `was reported dead`.
pub const TELLING_OF: &WordList = &WordList::new(&[
    "believed",
    "confirmed",
    "declared",
    "feared",
    "found",
    "listed",
    "presumed",
    "pronounced",
    "reported",
]);

/// Those of them by which somebody finds it out, at a time of its own.
pub const FOUND_TO_BE: &WordList =
    &WordList::new(&["confirmed", "declared", "identified", "pronounced"]);

/// Participles by which a message comes to somebody: `the call was logged`.
pub const RECEIVED: &WordList =
    &WordList::new(&["answered", "logged", "made", "placed", "received", "taken"]);

/// Verbs of what ought to be, may be or is to come; `could` is of what was, unless `have` is behind it.
pub const OUGHT: &WordList = &WordList::new(&[
    "can", "cannot", "may", "might", "must", "ought", "shall", "should", "will", "would",
]);

/// Words by which a question without its mark begins, where who is meant stands right behind.
pub const ASKING: &WordList = &WordList::new(&[
    "are", "can", "could", "did", "do", "does", "has", "have", "is", "was", "were", "will", "would",
]);

/// Words for who or what is asked about, right behind the verb of a question.
pub const ASKED_ABOUT: &WordList = &WordList::new(&[
    "a",
    "all",
    "an",
    "any",
    "anybody",
    "anyone",
    "anything",
    "everybody",
    "everyone",
    "he",
    "it",
    "our",
    "she",
    "somebody",
    "someone",
    "that",
    "the",
    "their",
    "there",
    "these",
    "they",
    "this",
    "those",
    "we",
    "you",
    "your",
]);

/// Verbs behind which `to` or a form in `-ing` tells what need not have come about.
pub const UNMET: &WordList = &WordList::new(&[
    "about",
    "agreed",
    "aimed",
    "aiming",
    "asked",
    "asking",
    "attempt",
    "attempted",
    "attempting",
    "attempts",
    "decided",
    "directed",
    "due",
    "expect",
    "expected",
    "failed",
    "failing",
    "going",
    "hoped",
    "hoping",
    "instructed",
    "intended",
    "intending",
    "meant",
    "need",
    "needed",
    "needs",
    "offered",
    "ordered",
    "plan",
    "planned",
    "planning",
    "plans",
    "prepare",
    "prepared",
    "preparing",
    "ready",
    "refused",
    "requested",
    "requesting",
    "scheduled",
    "set",
    "slated",
    "supposed",
    "threatened",
    "threatening",
    "told",
    "tried",
    "try",
    "trying",
    "unable",
    "urged",
    "waited",
    "waiting",
    "want",
    "wanted",
    "wants",
    "warned",
]);

/// Verbs that deny what stands behind their `to`.
pub const FAILING: &WordList = &WordList::new(&["fail", "failed", "failing", "fails", "unable"]);

/// Words before a verb by which it is not wholly so.
pub const HARDLY: &WordList =
    &WordList::new(&["almost", "barely", "few", "hardly", "nearly", "scarcely"]);

/// Small words behind a verb, each with the one that turns it round: `turned on`, `turned off`.
pub const OPPOSITES: &[(&str, &str)] = &[
    ("down", "up"),
    ("in", "out"),
    ("inside", "outside"),
    ("into", "out"),
    ("off", "on"),
    ("on", "off"),
    ("out", "in"),
    ("outside", "inside"),
    ("up", "down"),
];

/// Words by which a claim says that something is not so.
pub const UNTRUE: &WordList = &WordList::new(&["false", "incorrect", "untrue", "wrong"]);

/// Bare verbs by which somebody is told on the air to do something, where who or what, or a small word of
/// direction, stands right behind.
pub const COMMANDS: &WordList = &WordList::new(&[
    "abandon",
    "advise",
    "attack",
    "bring",
    "call",
    "cancel",
    "check",
    "clear",
    "close",
    "come",
    "contact",
    "continue",
    "cover",
    "cut",
    "deploy",
    "drop",
    "enter",
    "evacuate",
    "extend",
    "extinguish",
    "find",
    "force",
    "get",
    "give",
    "go",
    "hit",
    "hold",
    "keep",
    "knock",
    "lay",
    "leave",
    "locate",
    "lock",
    "make",
    "meet",
    "move",
    "notify",
    "open",
    "pick",
    "pull",
    "put",
    "reach",
    "remove",
    "report",
    "rescue",
    "respond",
    "search",
    "secure",
    "send",
    "set",
    "shut",
    "split",
    "stage",
    "start",
    "stop",
    "stretch",
    "switch",
    "take",
    "transport",
    "turn",
    "use",
    "vent",
    "ventilate",
    "wait",
    "watch",
    "withdraw",
]);

/// Small words right behind a bare verb of a command.
pub const DIRECTIONS: &WordList = &WordList::new(&[
    "all", "at", "back", "down", "for", "from", "in", "inside", "into", "off", "on", "out",
    "those", "to", "up", "with",
]);

/// Who acts in an account without being anybody: not to be looked for by name.
pub const ANYBODY: &WordList = &WordList::new(&[
    "anybody",
    "anyone",
    "authorities",
    "crew",
    "crews",
    "everybody",
    "everyone",
    "he",
    "it",
    "officials",
    "one",
    "people",
    "personnel",
    "rescuers",
    "responders",
    "searchers",
    "she",
    "somebody",
    "someone",
    "team",
    "teams",
    "they",
    "units",
    "we",
    "who",
]);

/// What somebody or something is for a while: it holds from when it came about.
pub const STATES: &WordList = &WordList::new(&[
    "ablaze",
    "afloat",
    "aground",
    "airborne",
    "alight",
    "alive",
    "aware",
    "away",
    "barricaded",
    "blocked",
    "closed",
    "conscious",
    "controlled",
    "dead",
    "detained",
    "gone",
    "here",
    "inside",
    "locked",
    "missing",
    "open",
    "outside",
    "ready",
    "safe",
    "sealed",
    "shut",
    "stranded",
    "surrounded",
    "there",
    "trapped",
    "unconscious",
]);

/// Nouns that end as verbs do that go on.
pub const NOUNS_IN_ING: &WordList = &WordList::new(&[
    "anything",
    "building",
    "ceiling",
    "during",
    "evening",
    "everything",
    "morning",
    "nothing",
    "railing",
    "siding",
    "something",
    "wing",
]);
