//! Clauses: which words of a sentence belong to which of its times, and what they tell.

use crate::find::word::{tokens, tokens_before, tokens_behind, word_before};
use crate::lexicon::emergency::{AFTERMATH, EMERGENCY, EMERGENCY_KINDS, ENDING, FIRE_SERVICE};
use crate::lexicon::mood::BY_RULE;
use crate::lexicon::prose::{
    CALLING, CLAUSE_OPENERS, IRREGULAR_PAST, PARTICIPLES, SAYING, SESSIONS, STOP_WORDS,
};
use crate::lexicon::time::MONTHS;
use crate::lexicon::{has, has_stem, look_up, starts_with};
use crate::span::Span;

mod mood;
mod passage;

pub use mood::{
    is_always, is_announced, is_announced_by_infinitive, is_attribute, is_denied, is_disputed,
    is_future, is_habit, is_opening, is_routine, is_shift, is_unreal,
};
pub use passage::{behind_quote, main_clause, passages, relative_before, without_reason};

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
    (0..words.len()).any(|at| {
        words[at].eq_ignore_ascii_case("had")
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

/// Whether a time is that of somebody's saying: `said Friday that`, `Early Friday, police announced`,
/// `in a 12:30 p.m. press conference`, `at Friday's news conference`.
pub fn is_report(text: &str, clause: Span, time: Span) -> bool {
    names_session(text, clause, time)
        || is_source(text, clause, time)
        || is_said_at(text, clause, time)
}

/// Whether a time is that of where something was learnt from: `according to a recording made public on
/// Friday`.
pub fn is_source(text: &str, clause: Span, time: Span) -> bool {
    let lead = &text[clause.start.min(time.start) as usize..time.start as usize];
    let own = lead.rfind([',', ';']).map_or(lead, |at| &lead[at..]);
    own.contains("according to ") || own.contains("According to ")
}

/// Whether the nouns right after a time name an occasion for speech.
pub fn names_session(text: &str, clause: Span, time: Span) -> bool {
    let after = Span {
        start: time.end,
        end: clause.end,
    };
    let right =
        |word: Span| !text[time.end as usize..word.start as usize].contains([',', '.', ';']);
    tokens(text, after)
        .take(3)
        .take_while(|word| right(*word))
        .any(|word| has(SESSIONS, word.of(text)))
        || ["conference", "briefing", "hearing"].contains(&word_before(text, trimmed(text, time)))
}

/// The start of a time mention without its own small words.
fn trimmed(text: &str, time: Span) -> usize {
    let words = time.of(text);
    let skipped = ["on ", "at ", "in "]
        .iter()
        .find(|lead| words.to_ascii_lowercase().starts_with(**lead))
        .map_or(0, |lead| lead.len());
    let start = time.start as usize + skipped;
    let before = text[..start].trim_end();
    let lead = word_before(text, start);
    if matches!(lead, "on" | "at" | "in") {
        before.len() - lead.len()
    } else {
        start
    }
}

/// Whether the words before a participle make it passive: `was told`, `was not even told`.
fn is_passive(text: &str, before: Span) -> bool {
    let small = |word: &&str| matches!(*word, "not" | "never" | "even" | "also" | "first");
    let mut back = tokens(text, before).rev().map(|word| word.of(text));
    back.find(|word| !small(word))
        .is_some_and(|word| matches!(word, "are" | "be" | "been" | "is" | "was" | "were"))
}

/// `acknowledged a high-temperature alarm`: nothing is said.
fn is_deed(text: &str, clause: Span, word: Span) -> bool {
    let rest = Span {
        start: word.end,
        end: clause.end.max(word.end),
    };
    let next = tokens(text, rest).next().map_or("", |next| next.of(text));
    word.of(text) == "acknowledged" && matches!(next, "a" | "an" | "the")
}

/// Whether somebody says what the words tell.
pub fn is_said(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| has(SAYING, word.of(text)))
}

fn is_said_at(text: &str, clause: Span, time: Span) -> bool {
    let lead = |word: Span| Span {
        start: clause.start,
        end: word.start.max(clause.start),
    };
    let active = |word: Span| {
        has(SAYING, word.of(text)) && !is_passive(text, lead(word)) && !is_deed(text, clause, word)
    };
    // the verb stands right before the time, a few small words or a name between
    let small = |word: Span| {
        word.len() <= 3
            || matches!(
                word.of(text),
                "reporters" | "early" | "late" | "later" | "them"
            )
            || ["told ", "told a ", "told an ", "told the "]
                .iter()
                .any(|told| text[..word.start as usize].ends_with(told))
    };
    let mut between = 0;
    for word in tokens_before(text, clause, time.start).rev() {
        if active(word) {
            return true;
        }
        // `told the Harbor Board on Thursday`; `has read 2:47 since Thursday` has another time
        let is_name = word.of(text).starts_with(char::is_uppercase);
        let is_clock = text[..word.start as usize].ends_with(':');
        between += usize::from(!is_name);
        if !(is_name || small(word)) || is_clock || 3 < between {
            break;
        }
    }
    // `The sheriff on Tuesday released a report`
    let is_day = !time.of(text).contains(|c: char| c.is_ascii_digit());
    let mut behind = tokens_behind(text, clause, time.end).peekable();
    if is_day && behind.peek().copied().is_some_and(active) {
        return true;
    }
    if is_of_speaker(text, clause, time) {
        return true;
    }
    // the time opens the clause, and the first verb after it is one of saying
    let opens = tokens(text, lead(time)).all(|word| word.len() <= 5 && !is_past(word.of(text)));
    // `At midnight, she said, the lamp went out`: it went out then
    let is_aside = |verb: Span| {
        let follows = |at: u32| text[at as usize..].starts_with(',');
        follows(time.end) && follows(verb.end)
    };
    opens
        && behind
            .find(|word| is_past(word.of(text)))
            .is_some_and(|verb| active(verb) && !is_aside(verb))
}

/// Whether a time is of what somebody was doing who speaks: `told reporters at the scene before 3 a.m.`,
/// `Giving evidence on Tuesday, a diver said`.
fn is_of_speaker(text: &str, clause: Span, time: Span) -> bool {
    let words: Vec<Span> = tokens_before(text, clause, time.start).collect();
    let own = words.iter().rposition(|word| {
        text[word.end as usize..time.start as usize].starts_with([',', ';', '—'])
            || has(CLAUSE_OPENERS, word.of(text))
    });
    let own = &words[own.map_or(0, |at| at + 1)..];
    if own.iter().any(|word| word.of(text) == "reporters") {
        return own.iter().any(|word| has(SAYING, word.of(text)));
    }
    let is_participle = own.first().is_some_and(|word| {
        let word = word.of(text);
        word.ends_with("ing") && !word.eq_ignore_ascii_case("during")
    });
    // the verb may stand in the passage of another time
    let rest = &text[time.end as usize..];
    let rest = Span::within(text, rest.split(['.', '“', '\n']).next().unwrap_or(rest));
    let mut behind = tokens(text, rest);
    is_participle
        && text[time.end as usize..].starts_with(',')
        && behind
            .find(|word| is_past(word.of(text)))
            .is_some_and(|word| has(SAYING, word.of(text)))
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
