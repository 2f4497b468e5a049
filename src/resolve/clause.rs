//! Clauses: which words of a sentence belong to which of its times, and what they tell.

use crate::find::word::{tokens, word_before};
use crate::lexicon::emergency::{AFTERMATH, EMERGENCY, EMERGENCY_KINDS, ENDING};
use crate::lexicon::prose::{
    CALLING, CLAUSE_OPENERS, CLOSING_SAYING, FUTURE, HABIT, IRREGULAR_PAST, PARTICIPLES, PLANNING,
    SAYING, SESSIONS, STOP_WORDS,
};
use crate::lexicon::time::MONTHS;
use crate::lexicon::{has, has_stem, look_up, starts_with};
use crate::span::Span;

/// Whether a word is a past form: `fired`, `went`, `was`.
pub fn is_past(word: &str) -> bool {
    let regular = word.starts_with(char::is_lowercase)
        && 4 <= word.len()
        && word.ends_with("ed")
        && !word.ends_with("eed");
    regular || word == "was" || has(IRREGULAR_PAST, word)
}

/// Whether the words have a past form, so that they can tell a happening.
pub fn tells(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| is_past(word.of(text)))
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

/// Whether words tell what followed an emergency: the arrest, the court, the funerals.
pub fn is_aftermath(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| has(AFTERMATH, word.of(text)))
}

/// Whether words tell how it ended: a death in hospital, a road open again, a court.
pub fn is_end(text: &str, clause: Span) -> bool {
    is_aftermath(text, clause) || tokens(text, clause).any(|word| has(ENDING, word.of(text)))
}

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
            let may = |word: &str| matches!(word, "would" | "could" | "might");
            may(pair[0]) && pair[1] == "have" || pair[0] == "what" && may(pair[1])
        })
}

/// Whether words tell what is always so: `The store usually closes at 9 p.m.`
pub fn is_habit(text: &str, clause: Span) -> bool {
    !tells(text, clause) && tokens(text, clause).any(|word| has(HABIT, word.of(text)))
}

/// A passage up to the word behind which it names another event: `Officers came | after the alarm`.
pub fn main_clause(text: &str, passage: Span) -> Span {
    let opener = tokens(text, passage)
        .skip(1)
        .find(|word| matches!(word.of(text), "after" | "before"));
    Span {
        start: passage.start,
        end: opener.map_or(passage.end, |word| word.start),
    }
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

/// Whether words deny what they tell: `did not`, `never`, `no one has`.
pub fn is_denied(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| {
        let word = word.of(text);
        matches!(word, "not" | "never" | "nobody") || word.ends_with("n't") || word.ends_with("n’t")
    })
}

/// Whether words tell of an emergency.
pub fn is_emergency(text: &str, span: Span) -> bool {
    tokens(text, span).any(|word| has_stem(EMERGENCY, word.of(text)))
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
    names_session(text, clause, time) || is_said_at(text, clause, time)
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
fn is_passive(text: &str, before: &[Span]) -> bool {
    let small = |word: &&str| matches!(*word, "not" | "never" | "even" | "also" | "first");
    let mut back = before.iter().rev().map(|word| word.of(text));
    back.find(|word| !small(word))
        .is_some_and(|word| matches!(word, "was" | "were" | "been" | "be"))
}

/// Whether somebody says what the words tell.
pub fn is_said(text: &str, clause: Span) -> bool {
    tokens(text, clause).any(|word| has(SAYING, word.of(text)))
}

fn is_said_at(text: &str, clause: Span, time: Span) -> bool {
    let words: Vec<Span> = tokens(text, clause).collect();
    let active = |at: usize| has(SAYING, words[at].of(text)) && !is_passive(text, &words[..at]);
    let before = words.iter().rposition(|word| word.end <= time.start);
    // the verb stands right before the time, one small word or a name between
    if let Some(last) = before {
        let small = |at: usize| {
            let word = words[at].of(text);
            word.len() <= 3
                || matches!(word, "reporters" | "early" | "late" | "later" | "them")
                || text[..words[at].start as usize].ends_with("told ")
        };
        let mut at = last;
        loop {
            if active(at) {
                return true;
            }
            if !small(at) || at == 0 || 2 < last - at {
                break;
            }
            at -= 1;
        }
    }
    // `The sheriff on Tuesday released a report`
    let is_day = !time.of(text).contains(|c: char| c.is_ascii_digit());
    let next = words.iter().position(|word| time.end <= word.start);
    if is_day && next.is_some_and(active) {
        return true;
    }
    // the time opens the clause, and the first verb after it is one of saying
    let opens = tokens(
        text,
        Span {
            start: clause.start,
            end: time.start,
        },
    )
    .all(|word| word.len() <= 5 && !is_past(word.of(text)));
    if !opens {
        return false;
    }
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| time.end <= word.start)
        .find(|(_, word)| is_past(word.of(text)))
        .is_some_and(|(at, _)| active(at))
}

/// The passage of each of some times of a sentence: the clause around it.
///
/// Between two times the last place where a clause can start divides them.
pub fn passages(text: &str, sentence: Span, times: &[Span]) -> Vec<Span> {
    let sentence = without_attribution(text, sentence, times);
    let mut starts = vec![sentence.start];
    for pair in times.windows(2) {
        let gap = Span {
            start: pair[0].end,
            end: pair[1].start,
        };
        let opener = tokens(text, gap)
            .rfind(|word| has(CLAUSE_OPENERS, word.of(text)))
            .map(|word| word.start);
        let mark = text[gap.range()]
            .rfind([',', ';', '—'])
            .map(|at| gap.start + at as u32);
        starts.push(opener.max(mark).unwrap_or(pair[1].start));
    }
    starts
        .iter()
        .enumerate()
        .map(|(at, &start)| {
            let end = starts.get(at + 1).copied().unwrap_or(sentence.end);
            tidy(text, Span { start, end })
        })
        .collect()
}

/// A passage without the marks at its ends; a quotation mark goes where its other half is missing.
fn tidy(text: &str, span: Span) -> Span {
    const MARKS: &[char] = &[' ', ',', ';', '—', '–', '•', '*', '\n', '\u{a0}'];
    const OPEN: &[char] = &['“', '"'];
    const CLOSE: &[char] = &['”', '"'];
    /// Words that tie a clause to the one before and tell nothing.
    const LINKS: &[&str] = &["and ", "but ", "that "];
    let mut words = span.of(text).trim_matches(MARKS);
    for link in LINKS {
        words = words.strip_prefix(link).unwrap_or(words);
    }
    if words.starts_with(OPEN)
        && words.matches(CLOSE).count() == usize::from(words.starts_with('"'))
    {
        words = words.trim_start_matches(OPEN);
    }
    if words.ends_with(CLOSE) && words.matches(OPEN).count() == usize::from(words.ends_with('"')) {
        words = words.trim_end_matches(CLOSE);
    }
    Span::within(text, words.trim_matches(MARKS))
}

/// A sentence without `, said Cpl. Ewing, a spokesman …` at its end, unless a time stands there.
fn without_attribution(text: &str, sentence: Span, times: &[Span]) -> Span {
    /// Words of `, Fire Capt. Ann Lee said`.
    const LONGEST_NAME: usize = 6;
    let words = sentence.of(text);
    let last_time = times.last().map_or(sentence.start, |time| time.end);
    let cut = words
        .match_indices(", ")
        .map(|(at, _)| sentence.start + at as u32)
        .filter(|at| last_time <= *at)
        .find(|at| {
            let rest = Span {
                start: *at,
                end: sentence.end,
            };
            let mut next = tokens(text, rest);
            let first = next.next().map_or("", |word| word.of(text));
            let short = tokens(text, rest).nth(LONGEST_NAME).is_none();
            has(SAYING, first)
                || (short
                    && tokens(text, rest)
                        .last()
                        .is_some_and(|word| has(CLOSING_SAYING, word.of(text))))
        });
    Span {
        start: sentence.start,
        end: cut.unwrap_or(sentence.end),
    }
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
