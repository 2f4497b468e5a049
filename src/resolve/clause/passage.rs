//! Which words of a sentence belong to which of its times.

use super::{is_past, tells};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::mood::FUTURE;
use crate::lexicon::prose::{CLAUSE_OPENERS, CLOSING_SAYING, SAYING};
use crate::span::Span;

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
        let opener = opener_between(text, gap).map(|word| word.start);
        let mark = text[gap.range()]
            .rfind([',', ';', '—'])
            .map(|at| gap.start + at as u32);
        // `The account released June 19 says | a guard rang at 4:41 p.m.`
        let said = || tokens(text, gap).rfind(|word| has(SAYING, word.of(text)));
        let start = opener.max(mark).or_else(|| said().map(|word| word.end));
        let start = start.unwrap_or(pair[1].start);
        // `…, opening the case on Monday, said | the alarm rang at 2`
        let verb = tokens(text, Span { start, ..gap })
            .next()
            .filter(|word| Some(start) == mark && has(SAYING, word.of(text)));
        starts.push(verb.map_or(start, |verb| verb.end));
    }
    starts
        .iter()
        .enumerate()
        .map(|(at, &start)| {
            let end = starts.get(at + 1).copied().unwrap_or(sentence.end);
            tidy(text, Span { start, end }, times.get(at).copied())
        })
        .collect()
}

/// The word at which the clause of the second of two times starts: `was held at 11 a.m. | and would be
/// brought before a judge on Monday`.
fn opener_between(text: &str, gap: Span) -> Option<Span> {
    let opens = |word: &Span| has(CLAUSE_OPENERS, word.of(text));
    let last = tokens(text, gap).rfind(opens)?;
    let has_verb = |start: u32| {
        let clause = Span {
            start,
            end: gap.end,
        };
        tokens(text, clause).any(|word| {
            let word = word.of(text);
            is_past(word) || has(FUTURE, word) || matches!(word, "would" | "is" | "are")
        })
    };
    let is_small = matches!(last.of(text), "after" | "before" | "until");
    if is_small && !has_verb(last.start) {
        let mut openers = tokens(text, gap)
            .filter(opens)
            .filter(|word| has_verb(word.start));
        return openers.next_back().or(Some(last));
    }
    Some(last)
}

/// A passage without the marks at its ends; a quotation mark goes where its other half is missing.
fn tidy(text: &str, span: Span, time: Option<Span>) -> Span {
    const MARKS: &[char] = &[' ', ',', ';', '—', '–', '•', '*', '\n', '\u{a0}'];
    const OPEN: &[char] = &['“', '"'];
    const CLOSE: &[char] = &['”', '"'];
    /// Words that tie a clause to the one before and tell nothing.
    const LINKS: &[&str] = &["and ", "but ", "that "];
    let mut words = span.of(text).trim_matches(MARKS);
    for link in LINKS {
        // `that night he died`: the word is the time's own
        words = words
            .strip_prefix(link)
            .filter(|rest| time.is_none_or(|time| Span::within(text, rest).start <= time.start))
            .unwrap_or(words);
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
        // `A caller, at 2:12 p.m., reported smoke`
        .filter(|at| {
            let kept = Span {
                start: sentence.start,
                end: *at,
            };
            tells(text, kept)
        })
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

/// A passage without what is quoted before its time: `“It’s going to be bad,” he said at 7:19 p.m.`
pub fn behind_quote(text: &str, passage: Span, time: Span) -> Span {
    let lead = &text[passage.start.min(time.start) as usize..time.start as usize];
    // a mark behind a letter or a stop closes
    let closed = lead
        .char_indices()
        .rev()
        .find(|(at, mark)| {
            matches!(mark, '”' | '"') && !lead[..*at].ends_with(|c: char| c.is_whitespace())
        })
        .map(|(at, _)| at);
    let start = closed.map_or(passage.start, |at| passage.start + at as u32);
    Span { start, ..passage }
}

/// The words of a passage whose verb says when its time lies: a clause in the past that a `who` or `that`
/// opens around it (`They will examine the barge | that sank on Sunday`), and else those of the main clause.
pub fn verb_words(text: &str, passage: Span, time: Span) -> Span {
    let passage = behind_quote(text, passage, time);
    relative_before(text, passage, time)
        .filter(|own| tells(text, *own))
        .unwrap_or_else(|| without_reason(text, passage, time))
}

/// A passage up to the word behind its time that gives a reason, goes on to another deed or opens another
/// clause: `was sent at 5:06 | because it had been set to wait`, `came at 2 p.m. | and said he would pay`,
/// `At 4 p.m. the bridge was shut, | which will cost the town a day`.
pub fn without_reason(text: &str, passage: Span, time: Span) -> Span {
    let rest = Span {
        start: time.end.clamp(passage.start, passage.end),
        end: passage.end,
    };
    let words: Vec<Span> = tokens(text, rest).collect();
    let lead = Span {
        end: rest.start,
        ..passage
    };
    let mut told = tells(text, lead);
    let ends = (0..words.len()).find(|at| {
        let word = words[*at].of(text);
        let is_apart = text[..words[*at].start as usize].trim_end().ends_with(',');
        let is_end = match word {
            "because" | "although" => true,
            "and" => words.get(at + 1).is_some_and(|next| is_past(next.of(text))),
            "that" | "which" | "who" => told,
            // `left at 9 a.m., | planning to return at noon`
            participle => told && is_apart && participle.ends_with("ing"),
        };
        told |= is_past(word);
        is_end
    });
    let end = ends.map_or(passage.end, |at| words[at].start);
    let main = &text[rest.start as usize..end.max(rest.start) as usize];
    Span {
        start: passage.start,
        end: main.find(';').map_or(end, |at| rest.start + at as u32),
    }
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

/// A passage up to its first `that`: `The pilot reports | that he lost an engine`.
pub fn before_that(text: &str, passage: Span) -> Span {
    let that = tokens(text, passage).find(|word| word.of(text) == "that");
    Span {
        end: that.map_or(passage.end, |word| word.start),
        ..passage
    }
}

/// Whether a clause behind a time tells what broke in on what had just been so: `They had just sat down on
/// Monday | when the roof fell`.
pub fn is_broken_in_on(text: &str, sentence: Span, time: Span) -> bool {
    let rest = Span {
        start: time.end,
        end: sentence.end.max(time.end),
    };
    let when = tokens(text, rest).find(|word| word.of(text) == "when");
    when.is_some_and(|when| {
        tells(
            text,
            Span {
                start: when.end,
                ..rest
            },
        )
    })
}

/// The clause that a `who` or `that` before a time opens, up to the time: `a clerk | who was shot on May
/// 2`.
pub fn relative_before(text: &str, passage: Span, time: Span) -> Option<Span> {
    let opener = tokens(text, passage)
        .take_while(|word| word.start < time.start)
        .filter(|word| matches!(word.of(text), "that" | "when" | "which" | "who"))
        .last()?;
    Some(Span {
        start: opener.start,
        end: time.end.max(opener.end),
    })
}
