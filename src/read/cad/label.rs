//! What stands beside a time: a status, another label, a unit.

use super::unit;
use crate::lexicon::field::{RECORD_FIELDS, TIME_FILLERS};
use crate::lexicon::record::{RECORD_STATUSES, STATUS_OPENERS};
use crate::lexicon::status::Milestone;
use crate::lexicon::{has, look_up};

/// A status as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// `Enroute`, `Time Out`
    pub words: &'a str,
    /// Its standard name, if it has one.
    pub milestone: Option<Milestone>,
    /// Whether it is a status that records are known to have.
    pub is_known: bool,
    /// Whether a mark parts it from its time, or nothing does.
    pub is_tight: bool,
    /// Whether `at` stands between it and its time, as in prose.
    pub is_prose: bool,
    /// The words before it, or behind it.
    pub rest: &'a str,
}

/// A label and its unit have fewer bytes.
const FARTHEST: usize = 160;
/// So many words make a status at most.
const LONGEST: usize = 4;

/// A word with its place.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    start: usize,
    pub text: &'a str,
}

impl Word<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text: letters and figures.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    words_from(text, 0)
}

/// The words of a text from an offset on.
fn words_from(text: &str, mut at: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    while let Some(start) = text[at..].find(char::is_alphanumeric) {
        let start = at + start;
        let end = text[start..]
            .find(|c: char| !c.is_alphanumeric())
            .map_or(text.len(), |length| start + length);
        words.push(Word {
            start,
            text: &text[start..end],
        });
        at = end;
    }
    words
}

/// The status that some words name in full, in any case.
pub(super) fn status(words: &str) -> Option<Known> {
    look_up(RECORD_STATUSES, words).map(Known)
}

/// A status that records are known to have, with its standard name, if it has one.
#[derive(Clone, Copy)]
pub(super) struct Known(pub Option<Milestone>);

fn status_of(words: &[Word]) -> Option<Known> {
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    status(&texts.join(" ")).or_else(|| match texts[..] {
        // `DispatchTime`
        [word] => {
            let filler = TIME_FILLERS.iter().find(|filler| {
                word.len() > filler.len()
                    && word
                        .get(word.len() - filler.len()..)
                        .is_some_and(|tail| 2 < filler.len() && tail.eq_ignore_ascii_case(filler))
            })?;
            status(&word[..word.len() - filler.len()])
        }
        // `Arrive 1`; the second of its kind is another place
        [.., number] if texts.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            let first = status(texts[0])?;
            Some(Known(first.0.filter(|_| number == "1")))
        }
        _ => None,
    })
}

/// The first word of some words.
pub(super) fn first(text: &str) -> &str {
    words(text).first().map_or("", |word| word.text)
}

/// Whether a character ends a label before it: what stands on its other side is another's.
fn parts(c: char) -> bool {
    matches!(c, ';' | '|' | '\t' | ',' | '\n' | ')' | ']' | '>' | '"')
}

/// The label right before a time, at the end of `text`.
pub(super) fn before(text: &str) -> Option<Label<'_>> {
    let trimmed = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks = &text[trimmed.len()..];
    if marks.contains(['\n', ';', '|', ']', ')']) {
        return None;
    }
    let is_marked = marks.contains([':', '=', '.', '-', '–', '—', '>', '/', '#', '~', '@', '*']);
    let is_tight = is_marked || marks.is_empty() && !trimmed.is_empty();
    // what stands far before a time is no label of it
    let from = trimmed.floor_char_boundary(trimmed.len().saturating_sub(FARTHEST));
    let words = words_from(trimmed, from);
    // from the last mark that parts labels on
    let first = words
        .windows(2)
        .rposition(|pair| {
            let between = &trimmed[pair[0].end()..pair[1].start];
            between.contains(parts) || between.contains([':', '='])
        })
        .map_or(0, |at| at + 1);
    let all = &words[first..];
    let fillers = all
        .iter()
        .rev()
        .take_while(|word| has(TIME_FILLERS, word.text))
        .count();
    let named = &all[..all.len() - fillers];
    let label = |from: usize, found: Option<Known>| {
        let start = all[from].start;
        Label {
            words: &trimmed[start..],
            milestone: found.and_then(|known| known.0),
            is_known: found.is_some(),
            is_tight: is_tight && !is_prose(&all[all.len() - fillers..]),
            is_prose: is_prose(&all[all.len() - fillers..]),
            rest: &text[..start],
        }
    };
    let most = named.len().min(LONGEST);
    let found = (1..=most).rev().find_map(|count| {
        let from = named.len() - count;
        is_run(trimmed, &named[from..]).then_some(())?;
        let found = status_of(&named[from..])?;
        // `First Unit On` of `First Unit On Scene`
        let openers = (0..from).rev().take_while(|at| {
            has(STATUS_OPENERS, named[*at].text) && is_run(trimmed, &named[*at..=from])
        });
        Some(label(openers.last().unwrap_or(from), Some(found)))
    });
    if found.is_some() {
        return found;
    }
    if named.is_empty() {
        return (0 < fillers).then(|| label(0, None));
    }
    // a label that nobody knows stands behind two blanks, at most
    let from = (0..named.len())
        .rev()
        .take_while(|at| is_run(trimmed, &named[*at..]))
        .last()?;
    let is_name =
        named.len() - from <= LONGEST && named[from].text.starts_with(char::is_alphabetic);
    (is_marked && is_name).then(|| label(from, None))
}

/// `time`, `date` belong to a label; `at` belongs to prose.
fn is_prose(fillers: &[Word]) -> bool {
    let is_at = |word: &Word| {
        ["at", "on"]
            .iter()
            .any(|it| word.text.eq_ignore_ascii_case(it))
    };
    fillers.iter().any(is_at)
}

/// Whether nothing but a blank or a mark inside a word stands between some words.
fn is_run(text: &str, words: &[Word]) -> bool {
    words.windows(2).all(|pair| {
        let between = &text[pair[0].end()..pair[1].start];
        between.chars().count() == 1 && !between.contains(parts)
    })
}

/// The status right behind a time, at the start of `text`, with a unit before or behind it or without.
pub(super) fn behind(text: &str) -> Option<Label<'_>> {
    let words = words(&text[..text.floor_char_boundary(FARTHEST)]);
    let first = words.first()?;
    let start = |skipped: usize| (skipped <= words.len()).then_some(skipped);
    for from in [0, 1, 2].into_iter().filter_map(start) {
        let skipped = &text[first.start..words.get(from).map_or(text.len(), |word| word.start)];
        if from != 0 && unit::of(skipped).is_none() {
            continue;
        }
        let most = (words.len() - from).min(LONGEST);
        let found = (1..=most).rev().find_map(|count| {
            let named = &words[from..from + count];
            is_run(text, named).then_some(())?;
            Some((named, status_of(named)?))
        });
        let Some((named, Known(milestone))) = found else {
            continue;
        };
        let end = named[named.len() - 1].end();
        let rest = if from == 0 { &text[end..] } else { skipped };
        // more words make it a remark
        if unit::of(&text[end..]).is_none() && text[end..].contains(char::is_alphanumeric) {
            return None;
        }
        return Some(Label {
            words: &text[named[0].start..end],
            milestone,
            is_known: true,
            is_tight: true,
            is_prose: false,
            rest,
        });
    }
    None
}

/// Whether a line begins with the label of a known field: `ADDR: 12 Elm St`; how many words it has.
pub(super) fn is_field(line: &str) -> bool {
    let Some((label, _)) = line.split_once([':', '=', '#']) else {
        return false;
    };
    let words = words(label);
    let last = words.len().min(LONGEST);
    (1..=last).any(|count| {
        let texts: Vec<&str> = words[words.len() - count..]
            .iter()
            .map(|word| word.text)
            .collect();
        count == words.len() && has(RECORD_FIELDS, &texts.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<(&str, Option<Milestone>)> {
        let label = before(text)?;
        label.is_known.then_some((label.words, label.milestone))
    }

    #[test]
    fn a_status_stands_before_its_time_in_any_spelling() {
        let en_route = Some(Milestone::EnRoute);
        assert_eq!(known("/ ENROUTE: "), Some(("ENROUTE", en_route)));
        assert_eq!(
            known("First En-Route Time = "),
            Some(("First En-Route Time", en_route))
        );
        assert_eq!(
            known("FIRST_ENROUTE_DTTM,"),
            Some(("FIRST_ENROUTE_DTTM", en_route))
        );
        assert_eq!(
            known("On Scene: "),
            Some(("On Scene", Some(Milestone::OnScene)))
        );
        assert_eq!(known("E7 ER "), Some(("ER", en_route)));
        assert_eq!(
            known("Available"),
            Some(("Available", Some(Milestone::Cleared)))
        );
        assert_eq!(
            known("//OnScene---"),
            Some(("OnScene", Some(Milestone::OnScene)))
        );
        assert_eq!(
            known("AT DEST "),
            Some(("AT DEST", Some(Milestone::AtDestination)))
        );
        assert_eq!(
            known("DispatchTime:"),
            Some(("DispatchTime", Some(Milestone::Dispatched)))
        );
        assert_eq!(known("Arrive 2: "), Some(("Arrive 2", None)));
        assert_eq!(known("ADDR: 12 ELM ST "), None);
    }

    #[test]
    fn a_label_that_nobody_knows_needs_a_mark() {
        let label = before("AMR PATCHED: ").unwrap();
        assert!(!label.is_known && label.words == "AMR PATCHED");
        assert_eq!(before("caller said "), None);
        assert_eq!(before("30pm -> "), None);
        assert_eq!(before("4512; Time: ").unwrap().words, "Time");
    }

    #[test]
    fn a_status_stands_behind_its_time_with_a_unit_or_without() {
        let found = |text| behind(text).map(|label| (label.words, unit::of(label.rest)));
        assert_eq!(found("...ASGN"), Some(("ASGN", None)));
        assert_eq!(found(" E31 ENR"), Some(("ENR", Some("E31"))));
        assert_eq!(found(" Enroute E31"), Some(("Enroute", Some("E31"))));
        assert_eq!(found(" DISPATCH ADVISED OF A SECOND CALLER"), None);
        assert_eq!(found(" smoke showing"), None);
    }
}
