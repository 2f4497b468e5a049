//! Words by what they mean: two words agree if they are forms of one, or mean one thing.

use crate::lexicon::meaning::{ARRIVING, CALLING, FAINT, MEANINGS, ON_THE_AIR, SENDING};
use crate::lexicon::pair::PAIRS;
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::radio::{SHORT_UNITS, UNITS};
use crate::lexicon::{has, look_up};
use crate::span::Span;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

/// A word of a passage, by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(u32);

/// The words of a run, each with the groups that it belongs to.
pub(super) struct Wording {
    stemmer: Stemmer,
    terms: FxHashMap<String, Term>,
    /// By term, the groups of [`MEANINGS`].
    groups: Vec<Vec<u16>>,
    /// By term, whether it is part of a unit's name.
    of_unit: Vec<bool>,
    /// By term, how many passages have it.
    passages: Vec<u32>,
    /// By group, how many passages have one of its words.
    in_group: Vec<u32>,
    all: u32,
}

/// How much a word of the lexicon tells that no passage says: another may mean the same.
const UNKNOWN: f64 = 1.5;
/// How much of a word another one says that only means the same.
const SAME_MEANING: f64 = 0.8;

impl Wording {
    /// The words of the lexicon, before any passage.
    pub fn new() -> Self {
        let mut wording = Wording {
            // Porter's second stemmer for English, snowballstem.org/algorithms/english/stemmer.html
            stemmer: Stemmer::create(Algorithm::English),
            terms: FxHashMap::default(),
            groups: Vec::new(),
            of_unit: Vec::new(),
            passages: Vec::new(),
            in_group: vec![0; MEANINGS.len()],
            all: 0,
        };
        for (group, words) in (0..).zip(MEANINGS) {
            for word in words.split(' ') {
                let term = wording.term(word);
                let groups = &mut wording.groups[term.0 as usize];
                if !groups.contains(&group) {
                    groups.push(group);
                }
            }
        }
        wording
    }

    /// What a word means.
    pub fn term(&mut self, word: &str) -> Term {
        let stem = self.stemmer.stem(word);
        if let Some(term) = self.terms.get(stem.as_ref()) {
            return *term;
        }
        let term = Term(self.groups.len() as u32);
        self.terms.insert(stem.into_owned(), term);
        self.groups.push(Vec::new());
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        self.of_unit.push(is_number || has(UNITS, word));
        self.passages.push(0);
        term
    }

    /// The telling ones of some words, in their order; two that mean one thing together are one.
    pub fn read(&mut self, text: &str, words: impl IntoIterator<Item = Span>) -> Vec<Term> {
        let found = self.read_each(text, words).into_iter();
        found.map(|(_, term)| term).collect()
    }

    /// The same, each with its word, or the first of its two.
    pub fn read_each(
        &mut self,
        text: &str,
        words: impl IntoIterator<Item = Span>,
    ) -> Vec<(Span, Term)> {
        let words: Vec<(Span, String)> = words
            .into_iter()
            .flat_map(|word| {
                let written = word.of(text);
                // `fire's out`; behind what is only owned it says nothing
                let is = written.ends_with("'s") || written.ends_with("’s");
                let parts = written.split('-').map(plain);
                parts
                    .chain(is.then(|| "is".to_owned()))
                    .map(move |part| (word, part))
            })
            .flat_map(|(span, word)| match unit(&word) {
                Some([kind, number]) => vec![(span, kind), (span, number)],
                None => vec![(span, word)],
            })
            .filter(|(_, word)| !word.is_empty())
            .collect();
        let mut terms = Vec::new();
        let mut rest = &words[..];
        while let Some(((span, word), behind)) = rest.split_first() {
            let pair = behind.first().map(|(_, next)| format!("{word} {next}"));
            let meaning = pair.and_then(|pair| look_up(PAIRS, &pair));
            rest = if meaning.is_some() {
                &behind[1..]
            } else {
                behind
            };
            let is_telling = !has(STOP_WORDS, word) && !has(FAINT, word);
            if let Some(word) = meaning.or(Some(word.as_str()).filter(|_| is_telling)) {
                terms.push((*span, self.term(word)));
            }
        }
        terms
    }

    /// Counts the words of one passage.
    pub fn count(&mut self, terms: &[Term]) {
        self.all += 1;
        let mut groups: FxHashSet<u16> = FxHashSet::default();
        for term in terms {
            self.passages[term.0 as usize] += 1;
            groups.extend(&self.groups[term.0 as usize]);
        }
        for group in groups {
            self.in_group[usize::from(group)] += 1;
        }
    }

    /// How much a word of a claim tells: the rarer, the more (Spärck Jones 1972); one of the lexicon
    /// that nothing says tells little.
    pub fn weight(&self, term: Term) -> f64 {
        let groups = self.groups[term.0 as usize].iter();
        let in_groups = groups.map(|group| self.in_group[usize::from(*group)]).max();
        let passages = self.passages[term.0 as usize].max(in_groups.unwrap_or_default());
        let rarity = 1.0 + (f64::from(self.all) / f64::from(passages.max(1))).ln();
        // a word of the lexicon may mean what is said in others; any other names what nobody tells of
        match passages {
            0 if self.groups[term.0 as usize].is_empty() => 2.2_f64.min(rarity),
            0 => UNKNOWN.min(rarity),
            _ => rarity,
        }
    }

    /// Whether a word is part of a unit's name.
    pub fn is_of_unit(&self, term: Term) -> bool {
        self.of_unit[term.0 as usize]
    }

    /// Whether a word is of a call for help, or of what is sent on it.
    pub fn is_call(&self, term: Term) -> bool {
        self.is_among(term, CALLING) || self.is_sending(term)
    }

    /// Whether a word is of sending units.
    pub fn is_sending(&self, term: Term) -> bool {
        self.is_among(term, SENDING)
    }

    /// Whether a word says of a message that it comes or goes.
    pub fn is_passing_on(&self, term: Term) -> bool {
        self.is_among(term, ARRIVING) || self.is_among(term, ON_THE_AIR)
    }

    fn is_among(&self, term: Term, meaning: &str) -> bool {
        let mut groups = self.groups[term.0 as usize].iter();
        groups.any(|group| MEANINGS[usize::from(*group)] == meaning)
    }

    /// Whether some words, sorted or not, say a word or what means the same.
    pub fn is_said(&self, term: Term, by: &[Term]) -> bool {
        by.contains(&term) || self.means(term, by)
    }

    /// How much of a word some words say, from 0 to 1.
    pub fn said(&self, term: Term, by: &[Term]) -> f64 {
        if by.binary_search(&term).is_ok() {
            return 1.0;
        }
        if self.means(term, by) {
            SAME_MEANING
        } else {
            0.0
        }
    }

    /// Whether one of some words means the same as a word.
    fn means(&self, term: Term, by: &[Term]) -> bool {
        let groups = &self.groups[term.0 as usize];
        by.iter().any(|other| {
            let others = &self.groups[other.0 as usize];
            groups.iter().any(|group| others.contains(group))
        })
    }
}

/// A word in lower case without what inflects its end in writing: `Friday's`.
fn plain(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.trim_end_matches("'s").trim_matches('\'').to_owned()
}

/// `e26`: the word for the unit and its number.
fn unit(word: &str) -> Option<[String; 2]> {
    let number = word.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = word.split_at(number);
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let kind = look_up(SHORT_UNITS, letters).filter(|_| is_number)?;
    Some([kind.to_owned(), number.to_owned()])
}
