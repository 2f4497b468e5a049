//! Sentences: where a full stop ends one, and where it belongs to `N. Elsea Smith Road`, `Cpl.`,
//! `p.m.` or `Feb. 29`.

use crate::lexicon::beside::CLOCK_PREPOSITIONS;
use crate::lexicon::time::{MONTHS, WEEKDAYS, ZONES};
use crate::lexicon::{has, look_up, prose::ABBREVIATIONS};
use crate::span::Span;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The sentences of `text[span]`, in order; together they hold every word of it.
///
/// ```
/// use squelch::read::article::sentence::sentences;
/// use squelch::span::Span;
/// let text = "Cpl. Ewing came at 5 p.m. Thursday. He left Feb. 29 from N. Mill Road.";
/// assert_eq!(sentences(text, Span::new(0, text.len())).len(), 2);
/// ```
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.start as usize;
    let end = span.end as usize;
    let mut at = start;
    let mut ellipsis = next_ellipsis(text, at, end);
    while let Some(mark) = next_mark(text, at, end, ellipsis) {
        let width = text[mark..].chars().next().map_or(1, char::len_utf8);
        at = mark + width;
        // `...”`, `!)`
        let closers = text[at..end]
            .find(|c: char| {
                !matches!(
                    c,
                    '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')' | ']'
                )
            })
            .unwrap_or(end - at);
        let after = at + closers;
        if after == end {
            break;
        }
        if ends_here(text, start, mark, after, end) {
            found.push(Span::new(start, after).trim(text));
            start = after;
        }
        at = after;
        if ellipsis.is_some_and(|ellipsis| ellipsis < at) {
            ellipsis = next_ellipsis(text, at, end);
        }
    }
    found.push(Span::new(start, end).trim(text));
    found.retain(|sentence| !sentence.is_empty());
    if found.iter().any(|sentence| LONGEST < sentence.len()) {
        return found
            .iter()
            .flat_map(|sentence| cut(text, *sentence))
            .collect();
    }
    found
}

/// No sentence that anybody reads is longer, in bytes; each is read again for each of its times.
const LONGEST: usize = 4_000;

/// A sentence without end, cut between words.
fn cut(text: &str, sentence: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while LONGEST < rest.len() {
        let limit = text.floor_char_boundary(rest.start as usize + LONGEST);
        let head = &text[rest.start as usize..limit];
        let gap = head.rfind(char::is_whitespace).filter(|at| 0 < *at);
        let end = gap.map_or(limit, |at| rest.start as usize + at);
        pieces.push(Span::new(rest.start as usize, end).trim(text));
        rest = Span::new(end, rest.end as usize).trim(text);
    }
    pieces.push(rest);
    pieces
}

/// The first mark from `from` on that can end a sentence; the next ellipsis is known.
fn next_mark(text: &str, from: usize, end: usize, ellipsis: Option<usize>) -> Option<usize> {
    let limit = ellipsis.unwrap_or(end);
    let stop = memchr::memchr3(b'.', b'!', b'?', &text.as_bytes()[from..limit]);
    stop.map(|stop| from + stop).or(ellipsis)
}

fn next_ellipsis(text: &str, from: usize, end: usize) -> Option<usize> {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new("…"));
    let found = FINDER.find(&text.as_bytes()[from..end]);
    found.map(|found| from + found)
}

/// Whether the mark at `mark`, with its closing quotes up to `after`, ends a sentence.
fn ends_here(text: &str, start: usize, mark: usize, after: usize, end: usize) -> bool {
    let next = text[after..end].trim_start();
    if next.len() == end - after {
        return false;
    }
    let opens = |c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '@')
    };
    if !next.starts_with(opens) {
        return false;
    }
    if !text[mark..].starts_with('.') || text[mark..after].len() != 1 {
        // a quote that ends inside a sentence goes on in small letters, caught above
        return true;
    }
    let before = &text[start..mark];
    let word_start = before
        .rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'))
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &before[word_start..];
    if word.eq_ignore_ascii_case("p.m") || word.eq_ignore_ascii_case("a.m") {
        let next_word = next
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        // `11:30 p.m. (5:30 p.m. ET) Monday`
        let goes_on = next.starts_with('(')
            || look_up(WEEKDAYS, next_word).is_some()
            || look_up(MONTHS, next_word).is_some()
            || matches!(next_word, "Eastern" | "Central" | "Mountain" | "Pacific")
            || next_word.chars().all(char::is_uppercase) && look_up(ZONES, next_word).is_some();
        return !goes_on && !is_time_alone(before);
    }
    if word.ends_with("hrs") && is_time_alone(before) {
        return false;
    }
    // `180 °C.` is no initial
    let initial = word.chars().count() == 1
        && word.starts_with(char::is_uppercase)
        && !before[..word_start].ends_with('°');
    let dotted = word.contains('.') && word.len() < 6 && word.starts_with(char::is_uppercase);
    !(initial || dotted || has(ABBREVIATIONS, word))
}

/// Whether some words only say when: `Shortly after 9 p.m`, `At 1827hrs`. A sentence opens with them and goes on.
fn is_time_alone(words: &str) -> bool {
    let mut words = words
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .peekable();
    let opens = words.peek().is_some_and(|word| is_beside_time(word));
    opens
        && words.all(|word| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || matches!(word, "a.m" | "p.m" | "hrs")
                || is_beside_time(word)
                || look_up(WEEKDAYS, word).is_some()
                || look_up(MONTHS, word).is_some()
        })
}

/// `at`, `Shortly`, `before`
fn is_beside_time(word: &str) -> bool {
    let word = word.to_lowercase();
    has(CLOCK_PREPOSITIONS, &word) || matches!(&*word, "just" | "on" | "shortly" | "soon")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_opens_a_sentence_does_not_end_it() {
        let count = |text: &str| sentences(text, Span::new(0, text.len())).len();
        assert_eq!(
            count("Shortly after 9 p.m. Engine 1 arrived. It rained."),
            2
        );
        assert_eq!(count("At 1827hrs. Truck 2 was sent to the mill."), 1);
        assert_eq!(count("On Friday at about 9:30 a.m. Chief Orr spoke."), 1);
        assert_eq!(count("Engine 1 left at 9 p.m. Engine 2 stayed."), 2);
        assert_eq!(count("They met at 9 p.m. Engine 2 stayed."), 2);
    }

    #[test]
    fn a_sentence_without_end_is_cut_between_words_and_loses_none() {
        let text = "it burned at noon – ".repeat(1_000);
        let found = sentences(&text, Span::new(0, text.len()));
        assert!(found.iter().all(|sentence| sentence.len() <= LONGEST));
        let words = |text: &str| text.split_whitespace().count();
        let kept: usize = found.iter().map(|sentence| words(sentence.of(&text))).sum();
        assert_eq!(kept, words(&text));
    }
}
