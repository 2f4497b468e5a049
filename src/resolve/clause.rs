//! Clauses: which words of a sentence belong to which of its times, and what they tell.

use crate::find::word::{tokens, tokens_before};
use crate::lexicon::emergency::{
    AFTERMATH, EMERGENCY, EMERGENCY_KINDS, ENDING, FIRE_SERVICE, HAPPENINGS,
};
use crate::lexicon::mood::BY_RULE;
use crate::lexicon::prose::{CALLING, CLAUSE_OPENERS, IRREGULAR_PAST, PARTICIPLES, STOP_WORDS};
use crate::lexicon::time::MONTHS;
use crate::lexicon::{has, has_stem, look_up, starts_with};
use crate::span::Span;

mod mood;
mod passage;
mod report;

pub use mood::{
    is_always, is_announced, is_announced_by_infinitive, is_attribute, is_denied, is_disputed,
    is_future, is_habit, is_opening, is_routine, is_set_for, is_shift, is_unreal,
};
pub use passage::{
    before_that, behind_quote, is_broken_in_on, main_clause, passages, relative_before, verb_words,
};
pub use report::{
    is_dated_document, is_report, is_said, is_source, is_told_that, is_written_on, names_session,
};

/// Whether a word is a past form: `fired`, `went`, `was`.
pub fn is_past(word: &str) -> bool {
    let regular = word.starts_with(char::is_lowercase)
        && 4 <= word.len()
        && word.ends_with("ed")
        && !word.ends_with("eed");
    regular || word == "was" || has(IRREGULAR_PAST, word)
}

/// Whether the words have a past form, so that they can tell a happening; not that of `to be built`
/// and of what is so by rule (`is staffed`).
pub fn tells(text: &str, clause: Span) -> bool {
    let is_adverb = |word: &str| word.ends_with("ly") || matches!(word, "not" | "also" | "still");
    let mut be = None;
    tokens(text, clause).any(|word| {
        let word = word.of(text);
        let is_untold = match be {
            Some("are" | "is") => has(BY_RULE, word),
            Some(_) => true,
            None => false,
        };
        let found = is_past(word) && !is_untold;
        be = match word {
            "are" | "be" | "being" | "is" => Some(word),
            word if is_adverb(word) => be,
            _ => None,
        };
        found
    })
}

/// Whether the words look back from what the account tells: `had been dismissed`, `had already left`.
pub fn is_past_perfect(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    let is_adverb = |word: &&&str| {
        word.ends_with("ly") || matches!(**word, "not" | "never" | "already" | "also" | "just")
    };
    let is_participle = |word: &&str| is_past(word) || has(PARTICIPLES, word);
    // `they’d lost it`, not `they’d go`
    let is_had = |word: &str| {
        word.eq_ignore_ascii_case("had") || word.ends_with("'d") || word.ends_with("’d")
    };
    (0..words.len()).any(|at| {
        is_had(words[at])
            && words[at + 1..]
                .iter()
                .find(|word| !is_adverb(word))
                .is_some_and(is_participle)
    })
}

/// Whether the verb before a time is of a state that began then: `had been waiting since 10:19`.
pub fn lasts(text: &str, clause: Span, time: Span) -> bool {
    let words: Vec<&str> = tokens_before(text, clause, time.start)
        .map(|word| word.of(text))
        .collect();
    let opens = words.first().is_some_and(|word| *word == "There");
    let been = words
        .windows(2)
        .rposition(|pair| matches!(pair[0], "had" | "has" | "have") && pair[1] == "been");
    !opens && been.is_some_and(|at| !words[at..].iter().any(|word| has(CLAUSE_OPENERS, word)))
}

/// The word by which a passage goes on from the one before it: `and again at 9`.
pub fn opens_again(text: &str, passage: Span) -> Option<Span> {
    tokens(text, passage)
        .next()
        .filter(|word| word.of(text) == "again")
}

/// Whether words tell what followed an emergency: the arrest, the court, the funerals.
pub fn is_aftermath(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| has(AFTERMATH, word.of(text)))
}

/// Whether words tell how it ended: a death in hospital, a road open again, a court.
pub fn is_end(text: &str, clause: Span) -> bool {
    is_aftermath(text, clause) || tokens(text, clause).any(|word| has(ENDING, word.of(text)))
}

/// Whether a time heads the line that tells what happened then: `• 10:42 p.m. – A deputy arrives`.
pub fn heads_line(text: &str, line: Span, time: Span) -> bool {
    let lead = text[line.start as usize..time.start as usize].trim();
    let rest = text[time.end as usize..line.end as usize].trim_start();
    !lead.contains(char::is_alphanumeric) && rest.starts_with(['–', '—', '-', ':', '|'])
}

/// Whether a word names a stretch of the year: `year`, `winter`, `August`.
pub fn is_season(word: &str) -> bool {
    matches!(
        word,
        "year" | "spring" | "summer" | "fall" | "autumn" | "winter" | "month"
    ) || word.starts_with(char::is_uppercase) && look_up(MONTHS, word).is_some()
}

/// Whether words tell of an emergency: not those that name who comes to one (`the fire chief`).
pub fn is_emergency(text: &str, span: Span) -> bool {
    tokens(text, span)
        .any(|word| has_stem(EMERGENCY, word.of(text)) && !names_service(text, span, word))
}

/// Whether words name what an account can be about: an emergency, a pursuit, an outage.
pub fn names_happening(text: &str, span: Span) -> bool {
    is_emergency(text, span) || tokens(text, span).any(|word| has(HAPPENINGS, word.of(text)))
}

/// Whether a word is the `fire` of those who fight one: `the fire chief`.
pub fn names_service(text: &str, span: Span, word: Span) -> bool {
    let rest = Span {
        start: word.end,
        end: span.end.max(word.end),
    };
    word.of(text).eq_ignore_ascii_case("fire")
        && tokens(text, rest)
            .next()
            .is_some_and(|next| has(FIRE_SERVICE, next.of(text)))
}

/// Whether words tell of the kind of emergency that a noun names: `the shooting`, of `was shot`.
pub fn tells_of(text: &str, span: Span, noun: &str) -> bool {
    let starts = |word: &str, stems: &[&str]| stems.iter().any(|stem| starts_with(word, stem));
    let kinds = EMERGENCY_KINDS.iter().filter(|stems| starts(noun, stems));
    kinds
        .into_iter()
        .any(|stems| tokens(text, span).any(|word| starts(word.of(text), stems)))
}

/// Whether words tell of a call for help: `called 911`, `The call went out`.
pub fn is_call(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    let noun = words.windows(2).any(|pair| {
        matches!(pair[0], "call" | "calls") && matches!(pair[1], "came" | "went" | "was" | "were")
            || matches!(pair[0], "received" | "got" | "took") && pair[1].starts_with("call")
    });
    noun || words.iter().any(|word| has(CALLING, word))
}

/// Whether two stems are of one word: `call` and `calle`d.
pub fn is_akin(a: &str, b: &str) -> bool {
    const SHORTEST: usize = 4;
    a == b || (SHORTEST <= a.len().min(b.len()) && (a.starts_with(b) || b.starts_with(a)))
}

/// The words that tell one event from another, cut to their first five letters, in lower case.
pub fn stems(text: &str, span: Span) -> Vec<String> {
    tokens(text, span)
        .map(|word| word.of(text).to_lowercase())
        .filter(|word| !has(STOP_WORDS, word) && 3 <= word.len())
        .map(|word| word.chars().take(5).collect())
        .collect()
}
