//! Whether words tell a happening at all, or what is to come, might have been, or is always so.

use super::tells;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::{
    BRINGING, CLAUSE_OPENERS, FUTURE, HABIT, HOURS, PLANNING, ROUTINE, SAYING, TO_COME,
};
use crate::span::Span;

/// Whether the words before a time speak of what is to come: `will resume at`, `is scheduled for`.
pub fn is_future(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    let phrase = |first: &str, second: &str| {
        words
            .windows(2)
            .any(|pair| pair[0] == first && pair[1] == second)
    };
    // `Will Parker called`: a name
    let name = |at: usize| 0 < at && words[at].starts_with(char::is_uppercase);
    let is_future =
        |word: &str| has(FUTURE, word) || word.ends_with("'ll") || word.ends_with("’ll");
    (0..words.len()).any(|at| is_future(words[at]) && !name(at))
        || ["is", "are", "was", "were", "been"]
            .iter()
            .any(|be| phrase(be, "scheduled") || phrase(be, "due") || phrase(be, "planned"))
        || ["adjourned", "delayed", "postponed"]
            .iter()
            .any(|off| phrase(off, "until") || phrase(off, "to"))
        || phrase("set", "for")
        || PLANNING.iter().any(|verb| phrase(verb, "to"))
}

/// Whether words speak of what was to come when somebody spoke: `the road would open at 6 p.m.`
pub fn is_announced(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    words
        .windows(2)
        .any(|pair| pair[0] == "would" && pair[1] != "have")
}

/// Whether words tell what might have been or was to be: `If officers had come`, `he might have lived`,
/// `no sign of what would happen`.
pub fn is_unreal(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    let opens = words
        .first()
        .is_some_and(|word| word.eq_ignore_ascii_case("if"));
    opens
        || words.windows(2).any(|pair| {
            let may = |word: &str| matches!(word, "would" | "could" | "might" | "should");
            may(pair[0]) && pair[1] == "have" || pair[0] == "what" && may(pair[1])
        })
}

/// Whether words order or announce what is to come by their infinitive: `three days of mourning, to
/// begin at midnight on`, `told a friend to expect her home by`; not `had to be rescued at`.
pub fn is_to_come(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    let last = words
        .windows(2)
        .rposition(|pair| pair[0] == "to" && has(TO_COME, pair[1]));
    last.is_some_and(|at| {
        let must = at
            .checked_sub(1)
            .is_some_and(|before| has(BRINGING, words[before]));
        let is_over = words[at + 2..]
            .iter()
            .any(|word| *word == "had" || *word == "was");
        !must && !is_over
    })
}

/// Whether words end in a clause that only says which thing is meant: `video that the city released`,
/// not `said that a man was shot`.
pub fn is_attribute(text: &str, lead: Span) -> bool {
    let words: Vec<&str> = tokens(text, lead).map(|word| word.of(text)).collect();
    let opener = words.iter().rposition(|word| has(CLAUSE_OPENERS, word));
    opener.is_some_and(|at| {
        let said = at
            .checked_sub(1)
            .is_none_or(|before| has(SAYING, words[before]));
        matches!(words[at], "that" | "which" | "who") && !said
    })
}

/// Whether a clause behind `which`, `who` or `that` says what is always so: `which serves from 4 p.m.`
pub fn is_always(text: &str, lead: Span) -> bool {
    let words: Vec<Span> = tokens(text, lead).collect();
    let opener = words
        .iter()
        .rposition(|word| matches!(word.of(text), "which" | "who" | "that" | "where"));
    opener.is_some_and(|at| {
        let clause = Span {
            start: words[at].start,
            end: lead.end,
        };
        let is_verb = |word: &str| word.ends_with('s') && !word.ends_with("ss");
        let next = words.get(at + 1).map_or("", |word| word.of(text));
        !tells(text, clause) && (is_verb(next) || has(HABIT, next))
    })
}

/// Whether the words of a time say that it is the usual one: `visiting hours, usually 9 a.m. to 2 p.m.`,
/// `On most days she was there by 7:40`, `staffed from 8 a.m.`
pub fn is_routine(text: &str, near: Span, time: Span) -> bool {
    /// How many words before a time can say so.
    const REACH: usize = 8;
    let lead = Span {
        start: near.start,
        end: time.start.max(near.start),
    };
    let words: Vec<&str> = tokens(text, lead)
        .rev()
        .take(REACH)
        .map(|word| word.of(text))
        .collect();
    let is_clock = time.of(text).contains(|c: char| c.is_ascii_digit());
    let on_most_days = words.windows(2).any(|pair| {
        pair[1].eq_ignore_ascii_case("most") && matches!(pair[0], "days" | "mornings" | "nights")
    });
    is_clock && words.first().is_some_and(|last| has(HOURS, last))
        || on_most_days
        || words.iter().any(|word| has(ROUTINE, word))
}

/// Whether words tell what is always so: `The store usually closes at 9 p.m.`
pub fn is_habit(text: &str, clause: Span) -> bool {
    !tells(text, clause) && tokens(text, clause).any(|word| has(HABIT, word.of(text)))
}

/// Whether words deny what they tell: `did not`, `never`, `no one has`.
pub fn is_denied(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| {
        let word = word.of(text);
        matches!(word, "not" | "never" | "nobody") || word.ends_with("n't") || word.ends_with("n’t")
    })
}
