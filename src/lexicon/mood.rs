//! Words by which a clause tells no happening: what is to come, what is so by rule, what is always so.

use super::WordList;

/// Words that speak of what is to come.
pub const FUTURE: &WordList =
    &WordList::new(&["expects", "plans", "shall", "will", "won't", "won’t"]);

/// Words right before a day by which something is set for it: `The trial is on Monday`.
pub const SET: &WordList = &WordList::new(&["are", "is"]);

/// Words before `expect` by which people are told what will not be: `do not expect light before Sunday`.
pub const WARNING: &WordList = &WordList::new(&["don't", "don’t", "not"]);

/// Verbs behind `to` by which something is to come.
pub const TO_COME: &WordList = &WordList::new(&[
    "be", "begin", "close", "continue", "ease", "end", "expect", "last", "open", "reopen",
    "resume", "return", "start",
]);

/// Participles before a year that tells how old something is, or where somebody comes from.
pub const FOUNDING: &WordList = &WordList::new(&[
    "born",
    "built",
    "completed",
    "constructed",
    "elected",
    "erected",
    "established",
    "founded",
    "hired",
    "installed",
    "made",
    "opened",
]);

/// Verbs by which somebody has something done.
pub const ORDERING: &WordList = &WordList::new(&[
    "asked",
    "directed",
    "instructed",
    "ordered",
    "required",
    "urged",
    "warned",
]);

/// Participles that behind `is` and `are` tell what is so by rule.
pub const BY_RULE: &WordList = &WordList::new(&[
    "asked",
    "expected",
    "held",
    "offered",
    "planned",
    "scheduled",
    "staffed",
]);

/// Words right before hours that are always the same.
pub const HOURS: &WordList = &WordList::new(&["hours", "open", "staffed"]);

/// Words that say that something is mostly so.
pub const ROUTINE: &WordList = &WordList::new(&[
    "always",
    "generally",
    "normally",
    "often",
    "typically",
    "usually",
]);

/// Verbs of what is always so: opening hours, instructions.
pub const HABIT: &WordList = &WordList::new(&[
    "are", "begins", "call", "can", "closes", "ends", "is", "meets", "open", "opens", "runs",
    "starts", "usually", "visit",
]);

/// What holds `until` a time that is still to come: `a permit good until 5 p.m.`
pub const VALID: &WordList = &WordList::new(&["effect", "effective", "force", "good", "valid"]);

/// Words before `that` by which somebody denies what follows.
pub const DISPUTING: &WordList = &WordList::new(&[
    "allegation",
    "allegations",
    "claims",
    "denied",
    "denies",
    "disputed",
    "disputes",
    "rumor",
    "rumors",
    "rumour",
    "rumours",
    "suggestion",
    "suggestions",
]);

/// The present of what begins and ends as a rule.
pub const RUNNING: &WordList = &WordList::new(&[
    "begin", "begins", "close", "closes", "end", "ends", "open", "opens", "run", "runs", "start",
    "starts",
]);
