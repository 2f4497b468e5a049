//! Words that say of a time whether it is over or to come.

use super::mood::FUTURE;
use super::prose::IRREGULAR_PAST;
use super::{Glance, WordList};

/// Verbs after which a day is one to come, in whatever tense they stand.
pub const ANNOUNCING: &WordList = &WordList::new(&["expected", "planned", "scheduled", "slated"]);

/// Verbs after which a day is one to come where `until` or `to` stands before it.
pub const DEFERRING: &WordList = &WordList::new(&["adjourned", "delayed", "extended", "postponed"]);

/// Verbs that give somebody `until` a day.
pub const GIVING: &WordList = &WordList::new(&["gave", "give", "given", "gives", "has", "have"]);

/// Verbs whose present tells what is to come, right before a day: `opens Tuesday`.
pub const SCHEDULES: &WordList = &WordList::new(&[
    "arrives",
    "begins",
    "closes",
    "continues",
    "departs",
    "ends",
    "expires",
    "lasts",
    "leaves",
    "meet",
    "meets",
    "opens",
    "reopens",
    "resumes",
    "returns",
    "runs",
    "starts",
]);

/// Verbs behind which `effective` is no word of what is to come.
pub const BECOMING: &WordList =
    &WordList::new(&["became", "become", "becomes", "been", "is", "was", "were"]);

/// Words that deny what a verb behind them tells.
pub const NEGATIONS: &WordList =
    &WordList::new(&["neither", "never", "no", "nobody", "none", "nor", "not"]);

/// Verbs of what may come.
pub const MODALS: &WordList = &WordList::new(&["could", "may", "might", "would"]);

/// Words whose neighbours decide what they say of a time.
pub const BY_NEIGHBOURS: &WordList = &WordList::new(&[
    "ahead", "are", "been", "could", "due", "for", "have", "is", "not", "place", "set", "sets",
    "setting", "to", "was",
]);

/// All of the words here, and those of what was and of what will be, but for forms in `-ed`.
pub static TELLING: Glance = Glance::of(&[
    ANNOUNCING,
    BY_NEIGHBOURS,
    DEFERRING,
    FUTURE,
    GIVING,
    IRREGULAR_PAST,
    MODALS,
    SCHEDULES,
]);
