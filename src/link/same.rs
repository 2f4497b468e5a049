//! One event told twice in prose: a caption printed twice, the same arrival in two papers.

use super::story::Story;
use super::{Identity, Likeness, Teller, Told, lag};
use crate::find::word::tokens;
use crate::lexicon::look_up;
use crate::lexicon::time::{NUMBERS, ORDINALS};
use crate::read::Kind as SourceKind;
use crate::resolve::{Kind, clause};
use crate::span::Span;
use crate::time::HOUR;
use std::collections::BTreeMap;

/// Words that a near-verbatim quote has at least.
const QUOTE_WORDS: usize = 3;
/// Percentage of telling words that two clauses about one happening have in common.
const ROLE_SHARE: usize = 60;
/// The same of the shorter clause, where both name one minute.
const ROLE_SHARE_AT_ONE_TIME: usize = 33;
/// Telling words that they share at least.
const ROLE_WORDS: usize = 3;

/// Which statements of one incident tell one event.
pub fn identities(told: &Told, stories: &[&Story]) -> Vec<Identity> {
    let mut found = Vec::new();
    for (at, story) in stories.iter().enumerate() {
        if story.kind == SourceKind::Article {
            found.extend(repeats(told, story));
        }
        for other in &stories[at + 1..] {
            if (story.kind, other.kind) == (SourceKind::Article, SourceKind::Article) {
                found.extend(retold(told, story, other));
            }
        }
    }
    found
}

/// A passage printed twice in one article.
fn repeats(told: &Told, story: &Story) -> Vec<Identity> {
    let mut seen: BTreeMap<Vec<String>, Teller> = BTreeMap::new();
    let mut found = Vec::new();
    for &teller in &story.tellers {
        let statement = told.statement(teller);
        let key = spoken(told.text(teller), statement.span);
        // `left two minutes later` of two crews is not one event: the passage must have its time
        let is_placed = statement.own.earliest.is_some() && statement.own.latest.is_some();
        if key.len() < QUOTE_WORDS || !is_placed {
            continue;
        }
        match seen.get(&key) {
            Some(&first) if told.statement(first).own == statement.own => found.push(Identity {
                first,
                second: teller,
                likeness: Likeness::Copy,
            }),
            _ => {
                seen.insert(key, teller);
            }
        }
    }
    found
}

/// Words as spoken: lower case, numbers in digits.
fn spoken(text: &str, span: Span) -> Vec<String> {
    tokens(text, span)
        .map(|word| {
            let word = word.of(text).to_lowercase().replace('’', "'");
            look_up(NUMBERS, &word).map_or(word, |number| number.to_string())
        })
        .collect()
}

/// How far the readings of two statements lie apart at least, in milliseconds; `None` where an end of
/// one is open.
fn apart(told: &Told, a: Teller, b: Teller) -> Option<i64> {
    let widest = |teller: Teller| {
        let reading = told.clock(teller).corrected(told.statement(teller).outer);
        reading.earliest.and(reading.latest).map(|_| reading)
    };
    Some(lag(widest(a)?, widest(b)?).abs())
}

/// Clauses of two articles that tell one happening.
fn retold(told: &Told, first: &Story, second: &Story) -> Vec<Identity> {
    let telling = |story: &Story| {
        story
            .tellers
            .iter()
            .map(|teller| (*teller, essence(told, *teller)))
            .filter(|(_, stems)| ROLE_WORDS <= stems.len())
            .collect::<Vec<_>>()
    };
    let others = telling(second);
    let mut found: Vec<Identity> = Vec::new();
    for (teller, stems) in telling(first) {
        let statement = told.statement(teller);
        let mut best: Option<(usize, Teller)> = None;
        for (other, theirs) in &others {
            let kind = told.statement(*other).kind;
            if (statement.kind == Kind::Statement) != (kind == Kind::Statement) {
                continue;
            }
            let shared = stems.iter().filter(|stem| theirs.contains(stem)).count();
            let at_one_time =
                statement.stated.is_some() && statement.stated == told.statement(*other).stated;
            let (share, least) = if at_one_time {
                (
                    100 * shared / stems.len().min(theirs.len()),
                    ROLE_SHARE_AT_ONE_TIME,
                )
            } else {
                (100 * shared / stems.len().max(theirs.len()), ROLE_SHARE)
            };
            let near = apart(told, teller, *other).is_some_and(|apart| apart <= 6 * HOUR);
            let better = best.is_none_or(|(most, _)| most < share);
            let near = near && !differ_in_number(told, teller, *other);
            if near && ROLE_WORDS <= shared && least <= share && better {
                best = Some((share, *other));
            }
        }
        let taken = best.is_some_and(|(_, other)| found.iter().any(|known| known.second == other));
        if let (Some((_, other)), false) = (best, taken) {
            let likeness = if is_reprint(told, teller, other) {
                Likeness::Copy
            } else {
                Likeness::Role
            };
            found.push(Identity {
                first: teller,
                second: other,
                likeness,
            });
        }
    }
    found
}

/// Whether two passages are one text, as a news agency sends it to many papers.
fn is_reprint(told: &Told, a: Teller, b: Teller) -> bool {
    /// Fewer words can be the same by chance.
    const FEWEST_WORDS: usize = 8;
    let [a, b] = [a, b].map(|teller| spoken(told.text(teller), told.statement(teller).span));
    FEWEST_WORDS <= a.len() && a == b
}

/// Whether two passages count differently: the first engine is not the second.
fn differ_in_number(told: &Told, a: Teller, b: Teller) -> bool {
    let numbers = |teller: Teller| {
        let text = told.text(teller);
        let statement = told.statement(teller);
        let phrase = statement.phrase.unwrap_or_default();
        tokens(text, main_clause(text, statement.span))
            .filter(|word| !phrase.holds(*word))
            .map(|word| word.of(text).to_lowercase())
            .filter(|word| {
                look_up(NUMBERS, word).is_some()
                    || look_up(ORDINALS, word).is_some()
                    || word.starts_with(|c: char| c.is_ascii_digit())
            })
            .collect::<Vec<_>>()
    };
    let (a, b) = (numbers(a), numbers(b));
    !a.is_empty() && !b.is_empty() && a != b
}

/// A passage up to the word that opens a clause beside it: `died | after his bus hit a wall`.
fn main_clause(text: &str, passage: Span) -> Span {
    let opener = tokens(text, passage)
        .skip(1)
        .find(|word| matches!(word.of(text), "after" | "before" | "when" | "while" | "as"));
    Span {
        start: passage.start,
        end: opener.map_or(passage.end, |word| word.start),
    }
}

/// The telling words of a passage's main clause without those of its time.
fn essence(told: &Told, teller: Teller) -> Vec<String> {
    let statement = told.statement(teller);
    let text = told.text(teller);
    let passage = main_clause(text, statement.span);
    let phrase = statement.phrase.unwrap_or_default();
    let before = Span {
        start: passage.start,
        end: phrase.start.clamp(passage.start, passage.end),
    };
    let after = Span {
        start: phrase.end.clamp(passage.start, passage.end),
        end: passage.end,
    };
    let mut stems = if phrase.is_empty() {
        clause::stems(text, passage)
    } else {
        let mut stems = clause::stems(text, before);
        stems.extend(clause::stems(text, after));
        stems
    };
    stems.sort();
    stems.dedup();
    stems
}
