//! Units as records name them.

use super::label::words;
use super::lead::has_words;
use crate::lexicon::field::{RECORD_FIELDS, UNIT_FIELDS};
use crate::lexicon::has;
use crate::read::log::line::is_unit;

/// The unit that some words are, without the marks around them: `E31`, `BAT 1`, `BS18-1`, `SJF3 -`.
pub(super) fn of(text: &str) -> Option<&str> {
    const LONGEST_CODE: usize = 10;
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() || LONGEST_CODE + 4 < words.len() {
        return None;
    }
    let is_code = |code: &str| {
        code.len() <= LONGEST_CODE
            && code.bytes().any(|byte| byte.is_ascii_digit())
            && code.bytes().any(|byte| byte.is_ascii_uppercase())
            && code
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let is_pair = || {
        words.split_once(' ').is_some_and(|(kind, number)| {
            kind.len() <= 6
                && kind.bytes().all(|byte| byte.is_ascii_uppercase())
                && !has(RECORD_FIELDS, kind)
                && !number.is_empty()
                && number.len() <= 4
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    (is_unit(words) || is_code(words) || is_pair()).then_some(words)
}

/// The unit at the end of some words, and what stands before it.
pub(super) fn last(words: &str) -> Option<(&str, &str)> {
    let words = words.trim_end();
    let last = words
        .rfind([';', '|', ',', '\t', ':', '#'])
        .map_or(0, |at| at + 1);
    let last = words.rfind("  ").map_or(last, |at| last.max(at + 2));
    let last = words.rfind("//").map_or(last, |at| last.max(at + 2));
    let (others, segment) = words.split_at(last);
    // `E31: Dsp`
    let segment = if has_words(segment) { segment } else { words };
    let others = if segment.len() == words.len() {
        ""
    } else {
        others
    };
    // `Unit E31 Dsp`
    let named = segment.split_whitespace().next().filter(|first| {
        let first = first.trim_matches(|c: char| !c.is_alphanumeric());
        has(UNIT_FIELDS, first)
    });
    let behind = named.map(|first| &segment[segment.find(first).unwrap_or(0) + first.len()..]);
    let unit = behind.and_then(of).or_else(|| of(segment))?;
    let is_label = others
        .split(|c: char| !c.is_alphanumeric())
        .all(|word| word.is_empty() || has(UNIT_FIELDS, word));
    Some((unit, if is_label { "" } else { others }))
}

/// The unit that some words begin with, before a number: `E31  25001234`, `Unit E31 # 25-1234`.
pub(super) fn first(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let first = if has(UNIT_FIELDS, first) {
        words.next()?
    } else {
        first
    };
    let is_number = |word: &str| !word.contains(char::is_alphabetic);
    of(first).filter(|_| words.all(is_number))
}

/// The unit that a line names and nothing else: `Unit # BAT 1`, `Unit: 4512`, `------UNIT TIMES------Unit # R1`.
pub(super) fn heading(line: &str) -> Option<&str> {
    let line = line
        .rsplit_once("--")
        .map_or(line, |(_, behind)| behind)
        .trim();
    let words = words(line);
    let count = (1..=2).rev().find(|count| {
        let named = words.get(..*count).unwrap_or_default();
        let texts: Vec<&str> = named.iter().map(|word| word.text).collect();
        texts.len() == *count && has(UNIT_FIELDS, &texts.join(" "))
    });
    let Some(count) = count else {
        let name = line.strip_suffix(':').unwrap_or(line);
        let has_number = name.bytes().any(|byte| byte.is_ascii_digit());
        return of(name).filter(|unit| has_number && unit.len() == name.len());
    };
    let rest = line[words[count - 1].end()..].trim_matches(|c: char| !c.is_alphanumeric());
    let is_number =
        !rest.is_empty() && rest.len() <= 6 && rest.bytes().all(|it| it.is_ascii_digit());
    if is_number { Some(rest) } else { of(rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_heads_a_block() {
        assert_eq!(heading("Unit # BAT 1"), Some("BAT 1"));
        assert_eq!(heading("-----UNIT TIMES-----Unit # R1"), Some("R1"));
        assert_eq!(heading("Unit: 4512"), Some("4512"));
        assert_eq!(heading("E31:"), Some("E31"));
        assert_eq!(heading("Units: E1 E2"), None);
        assert_eq!(heading("Remarks:"), None);
    }
}
