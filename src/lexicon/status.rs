//! Words by which units, dispatchers and their records say how far a response has come.

/// A moment of a response that records name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// Somebody calls for help.
    CallReceived,
    /// A unit is told to go.
    Dispatched,
    /// A unit moves.
    EnRoute,
    /// A unit has come.
    OnScene,
    /// Somebody is with the patient.
    AtPatient,
    /// The fire does not grow any more.
    UnderControl,
    /// A unit is free again.
    Cleared,
}

impl Milestone {
    /// All, in the order in which they should come.
    pub const ALL: [Milestone; 7] = [
        Milestone::CallReceived,
        Milestone::Dispatched,
        Milestone::EnRoute,
        Milestone::OnScene,
        Milestone::AtPatient,
        Milestone::UnderControl,
        Milestone::Cleared,
    ];

    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Milestone::CallReceived => "call received",
            Milestone::Dispatched => "dispatched",
            Milestone::EnRoute => "en route",
            Milestone::OnScene => "on scene",
            Milestone::AtPatient => "at patient",
            Milestone::UnderControl => "under control",
            Milestone::Cleared => "cleared",
        }
    }

    /// The field of a standard that records it: NEMSIS 3.5 `eTimes`, NERIS tactic timestamps.
    pub fn standard(self) -> &'static str {
        match self {
            Milestone::CallReceived => "NEMSIS eTimes.01 PSAP call",
            Milestone::Dispatched => "NEMSIS eTimes.03 unit notified by dispatch",
            Milestone::EnRoute => "NEMSIS eTimes.05 unit en route",
            Milestone::OnScene => "NEMSIS eTimes.06 unit arrived on scene",
            Milestone::AtPatient => "NEMSIS eTimes.07 arrived at patient",
            Milestone::UnderControl => "NERIS fire_under_control",
            Milestone::Cleared => "NEMSIS eTimes.13 unit back in service",
        }
    }
}

/// Words that name a milestone in what is said or recorded, in lower case, sorted; a blank is any gap.
pub const STATUSES: &[(&str, Milestone)] = &[
    ("911 call", Milestone::CallReceived),
    ("arrived", Milestone::OnScene),
    ("arrived at patient", Milestone::AtPatient),
    ("arrives", Milestone::OnScene),
    ("arriving", Milestone::OnScene),
    ("arv", Milestone::OnScene),
    ("at patient", Milestone::AtPatient),
    ("at patient's side", Milestone::AtPatient),
    ("at scene", Milestone::OnScene),
    ("at the patient", Milestone::AtPatient),
    ("avail", Milestone::Cleared),
    ("available", Milestone::Cleared),
    ("call came in", Milestone::CallReceived),
    ("call received", Milestone::CallReceived),
    ("called 911", Milestone::CallReceived),
    ("calls came in", Milestone::CallReceived),
    ("clear", Milestone::Cleared),
    ("cleared", Milestone::Cleared),
    ("clearing", Milestone::Cleared),
    ("clr", Milestone::Cleared),
    ("dialed 911", Milestone::CallReceived),
    ("disp", Milestone::Dispatched),
    ("dispatch sent", Milestone::Dispatched),
    ("dispatched", Milestone::Dispatched),
    ("dispatcher sent", Milestone::Dispatched),
    ("dispatchers sent", Milestone::Dispatched),
    ("dsp", Milestone::Dispatched),
    ("en route", Milestone::EnRoute),
    ("enr", Milestone::EnRoute),
    ("enroute", Milestone::EnRoute),
    ("enrt", Milestone::EnRoute),
    ("got here", Milestone::OnScene),
    ("got there", Milestone::OnScene),
    ("got to the scene", Milestone::OnScene),
    ("in service", Milestone::Cleared),
    ("on location", Milestone::OnScene),
    ("on scene", Milestone::OnScene),
    ("on the scene", Milestone::OnScene),
    ("on the way", Milestone::EnRoute),
    ("on-scene", Milestone::OnScene),
    ("ons", Milestone::OnScene),
    ("onsc", Milestone::OnScene),
    ("onscene", Milestone::OnScene),
    ("patient contact", Milestone::AtPatient),
    ("rcvd", Milestone::CallReceived),
    ("reached the address", Milestone::OnScene),
    ("reached the building", Milestone::OnScene),
    ("reached the house", Milestone::OnScene),
    ("reached the injured", Milestone::AtPatient),
    ("reached the patient", Milestone::AtPatient),
    ("reached the patients", Milestone::AtPatient),
    ("reached the scene", Milestone::OnScene),
    ("reached the victim", Milestone::AtPatient),
    ("reached the victims", Milestone::AtPatient),
    ("respond", Milestone::Dispatched),
    ("responding", Milestone::EnRoute),
    ("under control", Milestone::UnderControl),
    ("was sent", Milestone::Dispatched),
    ("were sent", Milestone::Dispatched),
    ("with the patient", Milestone::AtPatient),
];

/// The most words of a status.
pub const LONGEST_STATUS: usize = 4;

/// Short codes of records that are a status in capitals where nothing but a unit stands beside them: `E7 OS`.
pub const CODES: &[(&str, Milestone)] = &[
    ("aor", Milestone::Cleared),
    ("arr", Milestone::OnScene),
    ("arrive", Milestone::OnScene),
    ("assigned", Milestone::Dispatched),
    ("er", Milestone::EnRoute),
    ("os", Milestone::OnScene),
    ("resp", Milestone::EnRoute),
];

/// Words before a status by which it is denied, asked for, hoped for or told as lasting: `not yet on scene`,
/// `advise on scene`, `will be clear`, `still on scene`.
pub const NO_STATUS: &super::WordList = &super::WordList::new(&[
    "advise",
    "already",
    "any",
    "anybody",
    "anyone",
    "await",
    "awaiting",
    "can",
    "cancel",
    "canceled",
    "cancelled",
    "cannot",
    "could",
    "disregard",
    "eta",
    "expect",
    "expected",
    "expecting",
    "failed",
    "going",
    "gonna",
    "hope",
    "hoping",
    "if",
    "may",
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
    "whether",
    "will",
    "without",
    "would",
]);

/// Words by which a status is wished for, but for the order of a dispatcher: `I need you to respond`.
pub const WISHES: &super::WordList = &super::WordList::new(&[
    "need",
    "needs",
    "request",
    "requesting",
    "requests",
    "want",
    "wants",
]);

/// Words that tie something else to a status: `when you are clear`, `two minutes after Engine 7 arrived`.
pub const TYING: &super::WordList = &super::WordList::new(&[
    "after", "as", "before", "once", "since", "until", "when", "while",
]);

/// Words right before a status that is not yet reached: `almost on scene`, `90 percent under control`.
pub const NEARLY: &super::WordList = &super::WordList::new(&[
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
pub const LASTING: &super::WordList = &super::WordList::new(&[
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

/// Words that open a question: `are you on scene`.
pub const ASKING: &super::WordList = &super::WordList::new(&[
    "are", "did", "do", "does", "how", "is", "was", "were", "what", "where", "which", "who",
    "whose", "why",
]);

/// Who is asked behind a word that opens a question: `are you`.
pub const ASKED: &super::WordList = &super::WordList::new(&[
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
pub const LATER: &super::WordList = &super::WordList::new(&[
    "ago",
    "earlier",
    "later",
    "momentarily",
    "shortly",
    "soon",
    "yet",
]);

/// Words between who it is and a status, which name nobody else: `Engine 7 has just arrived`, `show me`.
pub const FILLING: &super::WordList = &super::WordList::new(&[
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
pub const RESPONDERS: &super::WordList = &super::WordList::new(&[
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
pub const FIRES: &super::WordList = &super::WordList::new(&[
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
pub const CLEAR_OF: &super::WordList = &super::WordList::new(&[
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
pub const CLEAR_BEHIND: &super::WordList = &super::WordList::new(&[
    "about",
    "and",
    "around",
    "as",
    "at",
    "available",
    "back",
    "by",
    "from",
    "in",
    "just",
    "now",
    "of",
    "returning",
    "shortly",
    "the",
    "this",
]);
