//! Words as they sound: the form in which a quote and the transmission that it quotes are compared.
//!
//! Speech-to-text writes `400 block`, an editor `four hundred block`; one writes `10-4`, the other
//! `ten four`. Numbers are compared by their digits, other words by their spelling, and a word tells
//! the more the rarer it is among all transmissions (Spärck Jones, "A statistical interpretation of
//! term specificity and its application in retrieval", 1972).

use crate::find::word::tokens;
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::radio::{PROCEDURE, SPELLINGS};
use crate::lexicon::time::NUMBERS;
use crate::lexicon::{has, look_up};
use crate::span::Span;
use rustc_hash::FxHashMap;

/// A word of the run, by its number in the [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u32);

#[derive(Clone, Debug)]
struct Entry {
    spelling: String,
    /// How many transmissions have it.
    transmissions: u32,
    /// It tells no transmission from another: `the`, `copy`.
    is_small: bool,
}

/// All words of a run, and how often they are said.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: FxHashMap<String, Word>,
    entries: Vec<Entry>,
    transmissions: u32,
}

/// The first letters of a word that tell it from others: `responding` and `responded` are one.
const STEM: usize = 6;

impl Vocabulary {
    /// The words of a passage as they sound; what stands in brackets was not said.
    ///
    /// ```
    /// use squelch::{link::wording::Vocabulary, span::Span};
    /// let mut vocabulary = Vocabulary::default();
    /// let mut read = |text: &str| vocabulary.read(text, Span::new(0, text.len()));
    /// assert_eq!(read("Shots fired, 400 block"), read("shots fired four hundred block"));
    /// assert_eq!(read("10-4, we're okay [static]"), read("ten four, we're OK"));
    /// ```
    pub fn read(&mut self, text: &str, span: Span) -> Vec<Word> {
        let mut words = Vec::new();
        let mut number = Number::default();
        let mut before = span.start;
        let has_brackets = span.of(text).contains(['[', '<']);
        for token in tokens(text, span) {
            let between = &text[before as usize..token.start as usize];
            before = token.end;
            if has_brackets && is_bracketed(text, span, token) {
                continue;
            }
            if number.ends(between) {
                words.extend(number.take().map(|digits| self.word(&digits)));
            }
            let token = token.of(text);
            if token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                self.add(&token.to_ascii_lowercase(), &mut number, &mut words);
            } else {
                for piece in pieces(token) {
                    self.add(&piece, &mut number, &mut words);
                }
            }
        }
        words.extend(number.take().map(|digits| self.word(&digits)));
        words
    }

    /// Takes in one more piece of a passage, as part of a number or as a word.
    fn add(&mut self, piece: &str, number: &mut Number, words: &mut Vec<Word>) {
        if number.add(piece) {
            return;
        }
        words.extend(number.take().map(|digits| self.word(&digits)));
        words.push(self.word(look_up(SPELLINGS, piece).unwrap_or(piece)));
    }

    /// Counts the words of one transmission.
    pub fn count(&mut self, words: &[Word]) {
        self.transmissions += 1;
        let mut once = words.to_vec();
        once.sort_unstable();
        once.dedup();
        for word in once {
            self.entries[word.0 as usize].transmissions += 1;
        }
    }

    fn word(&mut self, spelling: &str) -> Word {
        if let Some(word) = self.words.get(spelling) {
            return *word;
        }
        let word = Word(self.entries.len() as u32);
        self.entries.push(Entry {
            is_small: has(STOP_WORDS, spelling) || has(PROCEDURE, spelling),
            spelling: spelling.to_owned(),
            transmissions: 0,
        });
        self.words.insert(spelling.to_owned(), word);
        word
    }

    /// How much a word tells: a small one 1, another 2 and one more for each time that the
    /// transmissions that have it are halved.
    pub fn weight(&self, word: Word) -> u32 {
        let entry = &self.entries[word.0 as usize];
        if entry.is_small {
            return 1;
        }
        let share = self.transmissions / entry.transmissions.max(1);
        2 + share.max(1).ilog2()
    }

    /// Whether a word tells one transmission from another.
    pub fn is_telling(&self, word: Word) -> bool {
        !self.entries[word.0 as usize].is_small
    }

    /// The word as it is compared: in lower case, a number in digits.
    pub fn spelling(&self, word: Word) -> &str {
        &self.entries[word.0 as usize].spelling
    }

    /// How many transmissions have a word.
    pub fn transmissions(&self, word: Word) -> u32 {
        self.entries[word.0 as usize].transmissions
    }

    /// Whether a word is a number.
    pub fn is_figure(&self, word: Word) -> bool {
        self.spelling(word)
            .starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether two words can be one that was heard or inflected otherwise: `responding` and
    /// `responded`, `Larkspur` and `Larksper`. Numbers are one only if they are the same.
    pub fn is_akin(&self, a: Word, b: Word) -> bool {
        if a == b {
            return true;
        }
        if self.is_figure(a) || self.is_figure(b) {
            return false;
        }
        let [a, b] = [a, b].map(|word| self.spelling(word));
        if a.as_bytes()[0] != b.as_bytes()[0] {
            return false;
        }
        let shorter = a.len().min(b.len());
        if STEM <= shorter && a.as_bytes()[..STEM] == b.as_bytes()[..STEM] {
            return true;
        }
        let slips = match shorter {
            0..=3 => return false,
            4..=6 => 1,
            _ => 2,
        };
        a.len().abs_diff(b.len()) <= slips && strsim::osa_distance(a, b) <= slips
    }
}

/// Whether a word stands in square or angle brackets: `[inaudible]`, `<static>`.
fn is_bracketed(text: &str, span: Span, token: Span) -> bool {
    let before = &text[span.start as usize..token.start as usize];
    let after = &text[token.end as usize..span.end as usize];
    before
        .rfind(['[', '<'])
        .is_some_and(|at| !before[at..].contains([']', '>']))
        && after.contains([']', '>'])
}

/// The parts of a written word in lower case: `10-4` is `10` and `4`, `30mph` is `30` and `mph`; but
/// `pick-up` is `pickup`, and `7th` stays whole.
fn pieces(token: &str) -> Vec<String> {
    let token = token.to_lowercase().replace('’', "'");
    let is_count = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_digit()) || look_up(NUMBERS, part).is_some()
    };
    if !token.split('-').any(is_count) {
        return vec![token.replace('-', "")];
    }
    let mut pieces = Vec::new();
    for part in token.split('-') {
        let figures = part
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(part.len());
        let is_ordinal = matches!(&part[figures..], "st" | "nd" | "rd" | "th");
        let (head, tail) = part.split_at(if is_ordinal { 0 } else { figures });
        let whole = [head, tail].into_iter().filter(|piece| !piece.is_empty());
        pieces.extend(whole.map(str::to_owned));
    }
    pieces
}

/// A number while it is heard: `four hundred`, `six oh three`, `twelve fifty-five`.
#[derive(Default)]
struct Number {
    digits: String,
    /// The value of the last group, while a smaller one can still join it: `twenty`, then `three`.
    open: Option<u32>,
}

impl Number {
    /// Takes in one more word, if it is part of a number.
    fn add(&mut self, word: &str) -> bool {
        let is_figures = word.starts_with(|c: char| c.is_ascii_digit())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        if is_figures {
            self.close();
            self.digits.push_str(word);
            return true;
        }
        let is_running = self.open.is_some() || !self.digits.is_empty();
        match (word, self.open) {
            ("hundred", Some(value)) if value < 100 => self.open = Some(value * 100),
            ("thousand", Some(value)) if value < 1_000 => self.open = Some(value * 1_000),
            ("hundred", None) if is_running => self.digits.push_str("00"),
            ("thousand", None) if is_running => self.digits.push_str("000"),
            ("oh" | "zero", _) if is_running => {
                self.close();
                self.digits.push('0');
            }
            _ => {
                let Some(value) = look_up(NUMBERS, word) else {
                    return false;
                };
                match self.open {
                    Some(open) if joins(open, value) => self.open = Some(open + value),
                    _ => {
                        self.close();
                        self.open = Some(value);
                    }
                }
            }
        }
        true
    }

    fn close(&mut self) {
        if let Some(value) = self.open.take() {
            self.digits.push_str(&value.to_string());
        }
    }

    /// Whether the marks between two words end a number: `603. 12:55` is two, `30,000` is one.
    fn ends(&self, between: &str) -> bool {
        let joins_digits = between == "," && self.open.is_none();
        between.contains([',', ';', '?', '!', '"', '\n']) && !joins_digits || between.contains(". ")
    }

    /// The digits of the number that has ended.
    fn take(&mut self) -> Option<String> {
        self.close();
        (!self.digits.is_empty()).then(|| std::mem::take(&mut self.digits))
    }
}

/// Whether a smaller number is said into a larger one: `twenty | three`, `four hundred | twelve`.
fn joins(open: u32, value: u32) -> bool {
    let room = match open {
        0..100 => 10,
        _ if open.is_multiple_of(1_000) => 1_000,
        _ => 100,
    };
    20 <= open && open.is_multiple_of(room) && value < room
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let words = vocabulary.read(text, Span::new(0, text.len()));
        let spelling = |word: &Word| vocabulary.spelling(*word).to_owned();
        words.iter().map(spelling).collect()
    }

    #[test]
    fn numbers_are_read_by_their_digits_however_they_are_said() {
        let same = [
            ("six oh three", "603"),
            ("twelve fifty-five hours", "12:55 hours"),
            ("thirty thousand feet", "30,000 feet"),
            ("four hundred and", "400 and"),
            ("eleven hundred block", "1100 block"),
            ("twenty three", "23"),
            ("four hundred twelve", "412"),
            ("A-OK", "okay"),
            ("pick-up", "pickup"),
        ];
        for (spoken, written) in same {
            assert_eq!(spelt(spoken), spelt(written), "{spoken}");
        }
        assert_eq!(spelt("10-4, 603. 12:55."), ["104", "603", "1255"]);
        assert_eq!(spelt("the 7th, 1.5km"), ["the", "7th", "1.5", "km"]);
    }

    #[test]
    fn words_heard_otherwise_are_akin_and_other_numbers_are_not() {
        let mut vocabulary = Vocabulary::default();
        let mut akin = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|word| vocabulary.read(word, Span::new(0, word.len()))[0]);
            vocabulary.is_akin(a, b)
        };
        assert!(akin("responding", "responded"));
        assert!(akin("Larkspur", "Larksper"));
        assert!(!akin("412", "413"));
        assert!(!akin("east", "west"));
        assert!(!akin("Engine", "entry"));
    }
}
