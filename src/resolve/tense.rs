//! What the verbs of a sentence say of when a time of it lies.

use super::clause::is_past;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::{ANNOUNCING, FUTURE, MODALS, PLANNING};
use crate::span::Span;

/// What the verbs of a sentence say of a time in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// It was: a past form stands beside it.
    #[default]
    Past,
    /// A past form stands farther off: `ordered the boy returned by Jan. 14`.
    Loose,
    /// No verb says.
    Open,
    /// It is to come.
    Future,
}

/// The tense of a time in its sentence: by the last verb before it, else by the first one behind it.
/// A bare verb that opens a sentence asks for something and tells nothing.
///
/// ```
/// use squelch::resolve::tense::{Tense, tense};
/// use squelch::span::Span;
/// let text = "The road will open, police said Friday.";
/// let sentence = Span::new(0, text.len());
/// let friday = Span::new(text.len() - 7, text.len() - 1);
/// assert_eq!(tense(text, sentence, friday), Tense::Past);
/// ```
pub fn tense(text: &str, sentence: Span, time: Span) -> Tense {
    /// Bytes between a verb and its own time are few.
    const NEAR: u32 = 12;
    let lead = Span {
        start: sentence.start,
        end: time.start.max(sentence.start),
    };
    let tail = Span {
        start: time.end,
        end: sentence.end.max(time.end),
    };
    // the verb that counts stands near the time: from there back
    let mut back = tokens(text, lead).rev().peekable();
    while let Some(word) = back.next() {
        if let Some(tense) = of_word(text, sentence, word, back.peek().copied()) {
            let is_far = tense == Tense::Past && NEAR < time.start - word.end;
            return if is_far { Tense::Loose } else { tense };
        }
    }
    let mut before = None;
    tokens(text, tail)
        .find_map(|word| of_word(text, sentence, word, before.replace(word)))
        .unwrap_or(Tense::Open)
}

/// What one word says, if it is a verb that says.
fn of_word(text: &str, sentence: Span, word: Span, before: Option<Span>) -> Option<Tense> {
    let words = word.of(text);
    let opens = word.start == sentence.start;
    let is_plan = words == "to"
        && before.is_some_and(|before| has(PLANNING, before.of(text)) || before.of(text) == "is");
    let will = (has(FUTURE, words) && !opens) || words.ends_with("'ll") || words.ends_with("’ll");
    let follows = |words: &[&str]| {
        let is_before =
            |word: &&str| before.is_some_and(|it| it.of(text).eq_ignore_ascii_case(word));
        words.iter().any(is_before)
    };
    let is_set = (words == "for" && follows(&["set"]))
        || (words == "due" && follows(&["are", "is", "was", "were"]));
    // `could not be saved`
    if words == "not" && follows(&["could"]) {
        return Some(Tense::Past);
    }
    if is_plan || is_set || will || has(ANNOUNCING, words) || has(MODALS, words) {
        Some(Tense::Future)
    } else if !opens && is_past(words) && !follows(&["be"]) {
        Some(Tense::Past)
    } else {
        None
    }
}
