//! Whether a time is that of what happened or of somebody's telling it.

use super::is_past;
use crate::find::word::{tokens, tokens_before, tokens_behind, word_before};
use crate::lexicon::prose::{CLAUSE_OPENERS, SAYING, SESSIONS};
use crate::lexicon::time::MONTHS;
use crate::lexicon::{has, look_up};
use crate::span::Span;

/// Whether a time is that of somebody's saying: `said Friday that`, `Early Friday, police announced`,
/// `in a 12:30 p.m. press conference`, `at Friday's news conference`.
pub fn is_report(text: &str, clause: Span, time: Span) -> bool {
    names_session(text, clause, time)
        || is_source(text, clause, time)
        || is_said_at(text, clause, time)
        || is_told_that(text, clause, time)
        || is_written_on(text, clause, time)
        || is_of_speaker(text, clause, time)
}

/// Whether a time is the date of a document: `a letter dated Monday`.
pub fn is_dated_document(text: &str, time: Span) -> bool {
    word_before(text, time.start as usize) == "dated"
}

/// Whether the date of a document is when somebody wrote it: `In a letter dated Monday, the mayor wrote`.
pub fn is_written_on(text: &str, clause: Span, time: Span) -> bool {
    /// `, the fire chief wrote`
    const NAME: usize = 5;
    let rest = Span {
        start: time.end,
        end: clause.end.max(time.end),
    };
    let mut next = tokens(text, rest).take(NAME);
    is_dated_document(text, time)
        && rest.of(text).starts_with(',')
        && next.any(|word| has(SAYING, word.of(text)))
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
        || has(SESSIONS, word_before(text, trimmed(text, time)))
        || is_update(text, time)
}

/// `UPDATE, 2:15 p.m.:`, as a page says when its words were added.
fn is_update(text: &str, time: Span) -> bool {
    let lead = text[..time.start as usize].trim_end_matches([' ', ',', ':', '(']);
    ["update", "updated"]
        .iter()
        .any(|word| word_before(text, lead.len()).eq_ignore_ascii_case(word))
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

/// Whether somebody says at a time what follows it: `told reporters at the gate at 3 a.m. that all was
/// over`.
pub fn is_told_that(text: &str, clause: Span, time: Span) -> bool {
    let behind = tokens_behind(text, clause, time.end).take(2);
    let behind: Vec<&str> = behind.map(|word| word.of(text)).collect();
    let is_verb = |word: &Span| is_past(word.of(text)) || has(SAYING, word.of(text));
    let mut lead = tokens_before(text, clause, time.start).rev();
    // `that Friday` is a day
    matches!(behind[..], ["that", next] if !next.ends_with("day"))
        && lead
            .find(is_verb)
            .is_some_and(|verb| is_active(text, clause, verb))
}

/// Whether a word is a verb by which its subject says something.
fn is_active(text: &str, clause: Span, word: Span) -> bool {
    let lead = Span {
        start: clause.start,
        end: word.start.max(clause.start),
    };
    has(SAYING, word.of(text)) && !is_passive(text, lead) && !is_deed(text, clause, word)
}

fn is_said_at(text: &str, clause: Span, time: Span) -> bool {
    let lead = |word: Span| Span {
        start: clause.start,
        end: word.start.max(clause.start),
    };
    let active = |word: Span| is_active(text, clause, word);
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
            // `It lasted, they said, from 5:52 p.m.`: the saying is an aside
            return !text[word.end as usize..].starts_with(',')
                && !opens_content(text, clause, time);
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
    let is_day = !has_digit(text, time) || is_dated(text, time);
    let mut behind = tokens_behind(text, clause, time.end).peekable();
    if is_day && behind.peek().copied().is_some_and(active) {
        return true;
    }
    // the time opens the clause, and the first verb after it is one of saying
    let opens = tokens(text, lead(time)).all(|word| word.len() <= 5 && !is_past(word.of(text)));
    // `At 3 p.m., police said, a man ran out`: the saying is an aside
    let is_aside = |verb: &Span| {
        text[time.end as usize..].starts_with(',') && text[verb.end as usize..].starts_with(',')
    };
    opens
        && behind
            .find(|word| is_past(word.of(text)))
            .filter(|verb| !is_aside(verb))
            .is_some_and(active)
}

/// Whether a time of day opens what is said: `Police said around 1:20 p.m., a boat left the pier`; not `said
/// at 1:20 p.m., as the boat left` and not `said at 1:20 p.m., adding that it had`.
fn opens_content(text: &str, clause: Span, time: Span) -> bool {
    let rest = Span {
        start: time.end,
        end: clause.end.max(time.end),
    };
    let words = time.of(text);
    let is_clock = has_digit(text, time) && !is_dated(text, time)
        || words.ends_with("noon")
        || words.ends_with("midnight");
    let next = tokens(text, rest).next().map_or("", |word| word.of(text));
    is_clock
        && rest.of(text).starts_with(',')
        && !next.ends_with("ing")
        && !has(CLAUSE_OPENERS, next)
        && super::tells(text, rest)
}

fn has_digit(text: &str, time: Span) -> bool {
    time.of(text).contains(|c: char| c.is_ascii_digit())
}

/// Whether a time names its month: `June 19`.
fn is_dated(text: &str, time: Span) -> bool {
    let mut words = time.of(text).split(' ');
    words.any(|word| look_up(MONTHS, word.trim_end_matches(['.', ','])).is_some())
}

/// Whether a time is of what somebody was doing who speaks: `Giving evidence on Tuesday, a diver said`, `was
/// asked`.
fn is_of_speaker(text: &str, clause: Span, time: Span) -> bool {
    let words: Vec<Span> = tokens_before(text, clause, time.start).collect();
    let own = words.iter().rposition(|word| {
        text[word.end as usize..time.start as usize].starts_with([',', ';', '—'])
            || has(CLAUSE_OPENERS, word.of(text))
    });
    let is_participle = words.get(own.map_or(0, |at| at + 1)).is_some_and(|word| {
        let word = word.of(text);
        word.ends_with("ing") && !word.eq_ignore_ascii_case("during")
    });
    // the verb may stand in the passage of another time
    let rest = &text[time.end as usize..];
    let rest = Span::within(text, rest.split(['.', '“', '\n']).next().unwrap_or(rest));
    let verb = tokens(text, rest)
        .map(|word| word.of(text))
        .find(|word| is_past(word) && !matches!(*word, "was" | "were"));
    is_participle
        && text[time.end as usize..].starts_with(',')
        && verb.is_some_and(|verb| has(SAYING, verb))
}
