//! What was said on the air: the transmissions of all transcripts by their words.

use super::Teller;
use super::wording::{Vocabulary, Word};
use crate::note::SourceId;
use crate::read::{Kind, Source};
use crate::resolve::Resolved;
use rustc_hash::FxHashMap;

/// The transmissions of a run, by their words.
#[derive(Debug, Default)]
pub struct Heard {
    /// The words of the run.
    pub vocabulary: Vocabulary,
    /// The words of each transmission, by source and statement; empty for articles.
    lines: Vec<Vec<Vec<Word>>>,
    /// The transmissions that have a word, in order.
    places: FxHashMap<Word, Vec<Teller>>,
}

/// How far transmissions are looked for that share a word with a passage.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// A word that more transmissions have finds none of them.
    pub common: u32,
    /// So many of the passage's rarest words are looked up.
    pub words: usize,
    /// Further words are looked up only while fewer transmissions were found.
    pub enough: usize,
}

impl Heard {
    /// Reads the transmissions of all transcripts.
    pub fn of(sources: &[Source], resolved: &[Resolved]) -> Self {
        let mut heard = Heard::default();
        for (at, (source, said)) in sources.iter().zip(resolved).enumerate() {
            let mut lines = Vec::new();
            if source.kind() == Kind::Transcript {
                lines.reserve(said.statements.len());
                for (index, statement) in said.statements.iter().enumerate() {
                    let teller = Teller {
                        source: at as u32,
                        index: index as u32,
                    };
                    let words = heard.vocabulary.read(&source.text, statement.span);
                    heard.vocabulary.count(&words);
                    for word in &words {
                        if heard.vocabulary.is_telling(*word) {
                            heard.places.entry(*word).or_default().push(teller);
                        }
                    }
                    lines.push(words);
                }
            }
            heard.lines.push(lines);
        }
        for places in heard.places.values_mut() {
            places.dedup();
        }
        heard
    }

    /// The words of a transmission.
    pub fn words(&self, teller: Teller) -> &[Word] {
        &self.lines[teller.source as usize][teller.index as usize]
    }

    /// The transmissions of some transcripts, by source and place.
    pub fn transmissions<'a>(
        &'a self,
        sources: &'a [SourceId],
    ) -> impl Iterator<Item = Teller> + 'a {
        sources.iter().flat_map(|&source| {
            let lines = self.lines[source as usize].len() as u32;
            (0..lines).map(move |index| Teller { source, index })
        })
    }

    /// The transmissions that share a telling word with a passage, by source and place: those of its
    /// rarest words first.
    pub fn candidates(
        &self,
        words: &[Word],
        search: Search,
        is_wanted: impl Fn(Teller) -> bool,
    ) -> Vec<Teller> {
        let mut telling: Vec<Word> = words
            .iter()
            .copied()
            .filter(|word| (1..=search.common).contains(&self.vocabulary.transmissions(*word)))
            .collect();
        telling.sort_by_key(|word| (self.vocabulary.transmissions(*word), *word));
        telling.dedup();
        let mut found = Vec::new();
        for word in telling.iter().take(search.words) {
            let places = self.places.get(word).map_or(&[][..], Vec::as_slice);
            if search.enough < found.len() {
                break;
            }
            found.extend(places.iter().copied().filter(|teller| is_wanted(*teller)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
