//! Words around a status that say whether it is reached, and whose it is.

use super::WordList;

/// Words before a status by which it is denied, asked for, hoped for or told as lasting: `not yet on scene`,
/// `advise on scene`, `will be clear`, `still on scene`.
pub const NO_STATUS: &WordList = &WordList::new(&[
    "advise",
    "already",
    "any",
    "anybody",
    "anyone",
    "arent",
    "await",
    "awaiting",
    "can",
    "cancel",
    "canceled",
    "cancelled",
    "cannot",
    "cant",
    "could",
    "didnt",
    "disregard",
    "dont",
    "eta",
    "expect",
    "expected",
    "expecting",
    "failed",
    "gonna",
    "hasnt",
    "havent",
    "hope",
    "hoping",
    "if",
    "isnt",
    "may",
    "meet",
    "meeting",
    "might",
    "must",
    "negative",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "shall",
    "should",
    "still",
    "unable",
    "unless",
    "until",
    "wait",
    "waiting",
    "wasnt",
    "werent",
    "whether",
    "will",
    "without",
    "wont",
    "would",
]);

/// Words by which a status is wished for, but for the order of a dispatcher: `I need you to respond`.
pub const WISHES: &WordList = &WordList::new(&[
    "need",
    "needs",
    "request",
    "requesting",
    "requests",
    "want",
    "wants",
]);

/// Words that tie something else to a status: `when you are clear`, `two minutes after Engine 7 arrived`.
pub const TYING: &WordList = &WordList::new(&[
    "after", "as", "before", "once", "since", "until", "when", "while",
]);

/// Words right before a status that is not yet reached: `almost on scene`, `90 percent under control`.
pub const NEARLY: &WordList = &WordList::new(&[
    "about",
    "almost",
    "approaching",
    "be",
    "close",
    "mostly",
    "nearly",
    "partially",
    "partly",
    "percent",
]);

/// Words right before `on scene` of somebody who has been there for a while: `remains on scene`.
pub const LASTING: &WordList = &WordList::new(&[
    "back",
    "been",
    "remain",
    "remained",
    "remaining",
    "remains",
    "stay",
    "stayed",
    "staying",
    "stays",
]);

/// Words right before a status that tell of it as past, where the radio tells what is.
pub const BACK: &WordList = &WordList::new(&["had", "was", "were"]);

/// Words that open a question: `are you on scene`.
pub const ASKING: &WordList = &WordList::new(&[
    "are", "did", "do", "does", "how", "is", "was", "were", "what", "where", "which", "who",
    "whose", "why",
]);

/// Who is asked behind a word that opens a question: `are you`.
pub const ASKED: &WordList = &WordList::new(&[
    "all",
    "anybody",
    "anyone",
    "everybody",
    "everyone",
    "he",
    "i",
    "it",
    "she",
    "they",
    "we",
    "you",
]);

/// Words behind a status that put it at another time: `on scene shortly`, `arrived two minutes ago`.
pub const LATER: &WordList = &WordList::new(&[
    "ago",
    "earlier",
    "later",
    "momentarily",
    "shortly",
    "soon",
    "yet",
]);

/// Words between who it is and a status, which name nobody else: `Engine 7 has just arrived`, `show me`.
pub const FILLING: &WordList = &WordList::new(&[
    "advised",
    "advises",
    "advising",
    "affirmative",
    "also",
    "am",
    "and",
    "are",
    "back",
    "both",
    "calling",
    "copied",
    "copy",
    "crew",
    "finally",
    "first",
    "going",
    "had",
    "has",
    "have",
    "here",
    "i'm",
    "is",
    "just",
    "log",
    "made",
    "making",
    "mark",
    "marking",
    "marks",
    "me",
    "now",
    "ok",
    "okay",
    "pulling",
    "put",
    "received",
    "report",
    "reporting",
    "reports",
    "roger",
    "safely",
    "show",
    "showing",
    "shows",
    "then",
    "to",
    "uh",
    "um",
    "up",
    "was",
    "were",
    "yes",
    "you",
    "you're",
    "you've",
]);

/// Those who respond, where no unit is named: `the first crews arrived`.
pub const RESPONDERS: &WordList = &WordList::new(&[
    "ambulance",
    "ambulances",
    "battalion",
    "brigade",
    "command",
    "commander",
    "companies",
    "company",
    "cops",
    "crew",
    "crews",
    "department",
    "deputies",
    "deputy",
    "ems",
    "emts",
    "engine",
    "engines",
    "firefighter",
    "firefighters",
    "firemen",
    "helicopter",
    "medic",
    "medics",
    "officer",
    "officers",
    "paramedic",
    "paramedics",
    "patrol",
    "pd",
    "personnel",
    "police",
    "rescuers",
    "responders",
    "sheriff's",
    "squad",
    "swat",
    "trooper",
    "troopers",
    "unit",
    "units",
]);

/// What is brought under control: `had it under control`.
pub const FIRES: &WordList = &WordList::new(&[
    "blaze",
    "blazes",
    "fire",
    "fires",
    "flames",
    "incident",
    "inferno",
    "it",
    "scene",
    "situation",
    "this",
    "wildfire",
]);

/// What a unit is clear of when it is free again: `clear of the hospital`.
pub const CLEAR_OF: &WordList = &WordList::new(&[
    "alarm",
    "assignment",
    "call",
    "er",
    "hospital",
    "incident",
    "job",
    "location",
    "run",
    "scene",
]);

/// Words behind `clear` that leave it the status of a unit: `clear and available`, `clear at 10:15`.
pub const CLEAR_BEHIND: &WordList = &WordList::new(&[
    "about",
    "and",
    "around",
    "as",
    "at",
    "available",
    "back",
    "by",
    "in",
    "just",
    "now",
    "returning",
    "shortly",
]);

/// Words in the label of a desk from which units are sent: `Control`.
pub const CONTROLS: &WordList = &WordList::new(&[
    "base",
    "central",
    "communications",
    "control",
    "county",
    "headquarters",
]);
