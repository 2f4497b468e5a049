//! Whether words tell a happening at all, or what is to come, might have been, or is always so.

use super::{is_past, tells};
use crate::find::word::tokens;
use crate::lexicon::beside::ARTICLES;
use crate::lexicon::mood::{
    DISPUTING, FUTURE, HABIT, HOURS, ORDERING, ROUTINE, RUNNING, TO_COME, WARNING,
};
use crate::lexicon::prose::{CLAUSE_OPENERS, PLANNING, SAYING};
use crate::lexicon::tense::ANNOUNCING;
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
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
        || ["is", "are", "was", "were", "been", "not"]
            .iter()
            .any(|be| {
                ["expected", "planned", "scheduled", "slated"]
                    .iter()
                    .any(|plan| phrase(be, plan))
            })
        || ["adjourned", "delayed", "postponed"]
            .iter()
            .any(|off| phrase(off, "until") || phrase(off, "to"))
        || ["planned", "scheduled", "set"]
            .iter()
            .any(|fixed| phrase(fixed, "for"))
        || words.windows(3).any(|part| {
            let is_asked = matches!(part[0], "is" | "are") && has(ORDERING, part[1]);
            part == ["put", "off", "until"] || is_asked && part[2] == "to"
        })
        || words
            .windows(2)
            .any(|pair| has(WARNING, pair[0]) && pair[1] == "expect")
        || PLANNING.iter().any(|verb| phrase(verb, "to"))
        || (0..words.len()).any(|at| is_due(&words, at))
        // `The intention being to land by noon`
        || words
            .iter()
            .position(|word| *word == "intention")
            .is_some_and(|at| words[at..].contains(&"to"))
}

/// Whether a word is the `due` of what is to come: `is due in court`, `a trial due to begin`; not that of
/// a cause: `due to the wind`, `due to rough seas`.
fn is_due(words: &[&str], at: usize) -> bool {
    if words[at] != "due" {
        return false;
    }
    let is_said = at
        .checked_sub(1)
        .is_some_and(|be| matches!(words[be], "are" | "been" | "is" | "not" | "was" | "were"));
    match words.get(at + 1..) {
        Some(["to", next, ..]) if has(ARTICLES, next) => false,
        Some(["to", next, ..]) => is_said || has(TO_COME, next),
        _ => is_said,
    }
}

/// Whether words speak of what was to come when somebody spoke: `the road would open at 6 p.m.`
pub fn is_announced(text: &str, clause: Span) -> bool {
    let words: Vec<&str> = tokens(text, clause).map(|word| word.of(text)).collect();
    words
        .windows(2)
        .any(|pair| pair[0] == "would" && pair[1] != "have")
}

/// Whether words tell what might have been or was to be: `If officers had come`, `he might have lived`,
/// `no sign of what would happen`, `his shift should have ended`.
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

/// Whether words deny what they go on to tell: `denied that he had called`, `a rumor that guards left`.
pub fn is_disputed(text: &str, lead: Span) -> bool {
    /// `a suggestion, widely shared, that`
    const BEHIND: usize = 4;
    let words: Vec<&str> = tokens(text, lead).map(|word| word.of(text)).collect();
    let that = words.iter().rposition(|word| *word == "that");
    // `disputed that in an interview`
    let opens = |at: &usize| {
        let next = words.get(at + 1);
        next.is_some_and(|next| !matches!(*next, "at" | "during" | "in" | "on" | "to"))
    };
    that.filter(opens).is_some_and(|at| {
        words[at.saturating_sub(BEHIND)..at]
            .iter()
            .any(|word| has(DISPUTING, word))
    })
}

/// Whether a clause behind `that` or `which` says when something begins or ends as a rule: `shifts that
/// begin at 7 a.m.`
pub fn is_shift(text: &str, lead: Span) -> bool {
    let mut back = tokens(text, lead).rev().map(|word| word.of(text));
    back.next().is_some_and(|verb| has(RUNNING, verb))
        && matches!(back.next(), Some("that" | "which"))
}

/// Whether words order or announce what is to come by their infinitive: `three days of mourning, to
/// begin at midnight on`, `ordered a second exit to be built within`, `Rain to ease by`; not `cut a hole
/// to open the roof at`.
pub fn is_announced_by_infinitive(text: &str, clause: Span) -> bool {
    let words: Vec<Span> = tokens(text, clause).collect();
    let word = |at: usize| words[at].of(text);
    let last = (1..words.len())
        .rev()
        .find(|at| word(at - 1) == "to" && has(TO_COME, word(*at)));
    last.is_some_and(|verb| {
        let to = words[verb - 1];
        let is_apart = text[clause.start as usize..to.start as usize]
            .trim_end()
            .ends_with(',');
        let lead = Span {
            end: to.start,
            ..clause
        };
        let is_ordered =
            word(verb) == "be" && tokens(text, lead).any(|word| has(ORDERING, word.of(text)));
        is_apart || is_ordered || word(verb) == "expect" || !tells(text, clause)
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

/// Whether hours are those of a clause that says what is always so: `which serves from 4 p.m. to 10
/// p.m.`
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
        let mut behind = words[at + 1..].iter().map(|word| word.of(text));
        let next = behind.find(|word| !has(ROUTINE, word)).unwrap_or_default();
        !tells(text, clause) && (is_verb(next) || has(HABIT, next))
    })
}

/// Whether hours stand right behind a word that says that they are always the same: `visiting hours 9
/// a.m. to 2 p.m.`, `staffed from 8 a.m. to 6 p.m.`; not `for two hours`.
pub fn is_opening(text: &str, lead: Span) -> bool {
    let mut words = tokens(text, lead).rev().map(|word| word.of(text));
    let last = words.next().unwrap_or_default();
    let is_count = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) || look_up(NUMBERS, word).is_some()
    };
    has(HOURS, last) && !words.next().is_some_and(is_count)
}

/// Whether the words of a time say that it is the usual one: `visits, usually 9 a.m. to 2 p.m.`, `he
/// usually came at 7`, `On most days she was there by 7:40`. On one day nobody `used to` do anything: `the
/// gate that they used to get in on Monday`.
pub fn is_routine(text: &str, sentence: Span, lead: Span, is_one_day: bool) -> bool {
    let opening: Vec<&str> = tokens(text, sentence)
        .take("On most days".split(' ').count())
        .map(|word| word.of(text))
        .collect();
    if matches!(opening[..], ["On", "most", "days" | "mornings" | "nights"]) {
        return true;
    }
    // the words of the time's own clause, back to its verb and the adverb before that
    let own = text[lead.range()]
        .rfind([',', ';', '—'])
        .map_or(lead, |at| Span {
            start: lead.start + at as u32,
            ..lead
        });
    let mut back = tokens(text, own).rev().map(|word| word.of(text));
    let mut behind = None;
    while let Some(word) = back.next() {
        // `said that pupils don't come until 8:30`
        if matches!(word, "doesn't" | "doesn’t" | "don't" | "don’t") {
            return !is_one_day;
        }
        if has(ROUTINE, word) {
            // `normally shuts at 10`, but `a normally quiet street`
            return behind.is_none_or(|verb: &str| verb.ends_with('s'));
        }
        // `The bell used to ring at 8`, but `a key that was used to open it at 8`
        if word == "used" && behind == Some("to") {
            return !is_one_day
                && !back
                    .next()
                    .is_some_and(|be| matches!(be, "be" | "been" | "is" | "was" | "were"));
        }
        if is_past(word) {
            return back.next().is_some_and(|adverb| has(ROUTINE, adverb));
        }
        behind = Some(word);
    }
    false
}

/// Whether words tell what is always so: `The store usually closes at 9 p.m.`
pub fn is_habit(text: &str, clause: Span) -> bool {
    !tells(text, clause) && tokens(text, clause).any(|word| has(HABIT, word.of(text)))
}

/// Whether a time is one for which something has been set: `has scheduled a hearing for 10 a.m.`
pub fn is_set_for(text: &str, lead: Span) -> bool {
    let mut back = tokens(text, lead).rev().map(|word| word.of(text));
    back.next() == Some("for") && back.any(|word| has(ANNOUNCING, word))
}

/// Whether words deny what they tell: `did not`, `never`, `no one has`.
pub fn is_denied(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| {
        let word = word.of(text);
        matches!(word, "not" | "never" | "nobody" | "Nobody")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    })
}
