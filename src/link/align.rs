//! How much of some words another passage has, in their order: a local alignment.
//!
//! Smith & Waterman, "Identification of common molecular subsequences", 1981, with words for
//! letters: a word that both have counts by what it tells, a word of the passage that the quote leaves
//! out costs a little, and what stands before and after the quoted part costs nothing.

use super::wording::{Vocabulary, Word};

/// What two passages have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// What the words tell that both have.
    pub shared: u32,
    /// How many of these words tell one transmission from another.
    pub telling: u32,
    /// How many words of the second stand between these words.
    pub left_out: u32,
    /// What all words of the first tell.
    pub first: u32,
    /// What all words of the second tell.
    pub second: u32,
}

impl Alignment {
    /// The percentage of the first that the second has.
    pub fn coverage(self) -> u32 {
        100 * self.shared / self.first.max(1)
    }

    /// The percentage of both that both have (Dice 1945).
    pub fn likeness(self) -> u32 {
        200 * self.shared / (self.first + self.second).max(1)
    }
}

/// The state of an alignment that ends at a word of the second passage.
#[derive(Clone, Copy, Default)]
struct Run {
    /// Shared words less what was left out between them.
    score: u32,
    shared: u32,
    telling: u32,
}

impl Run {
    fn or(self, other: Run) -> Run {
        if self.score < other.score {
            other
        } else {
            self
        }
    }

    /// One more word of the passage that the quote leaves out.
    fn skip(self) -> Run {
        const LEFT_OUT: u32 = 1;
        match self.score.saturating_sub(LEFT_OUT) {
            0 => Run::default(),
            score => Run { score, ..self },
        }
    }
}

/// Aligns the words of a quote with those of a passage.
///
/// ```
/// use squelch::link::{align::align, wording::Vocabulary};
/// use squelch::span::Span;
/// let mut vocabulary = Vocabulary::default();
/// let mut read = |text: &str| vocabulary.read(text, Span::new(0, text.len()));
/// let quote = read("thick black smoke from every window");
/// let line = read("okay, we've got thick, heavy black smoke from every single window");
/// assert_eq!(align(&vocabulary, &quote, &line).coverage(), 100);
/// ```
pub fn align(vocabulary: &Vocabulary, quote: &[Word], passage: &[Word]) -> Alignment {
    let weights = |words: &[Word]| words.iter().map(|word| vocabulary.weight(*word)).sum();
    let mut best = Run::default();
    let mut row = vec![Run::default(); passage.len() + 1];
    for &word in quote {
        let weight = vocabulary.weight(word);
        let telling = u32::from(vocabulary.is_telling(word));
        let mut diagonal = Run::default();
        for (at, &other) in passage.iter().enumerate() {
            let above = row[at + 1];
            let mut run = above.or(row[at].skip());
            if vocabulary.is_akin(word, other) {
                run = run.or(Run {
                    score: diagonal.score + weight,
                    shared: diagonal.shared + weight,
                    telling: diagonal.telling + telling,
                });
            }
            diagonal = above;
            row[at + 1] = run;
            best = best.or(run);
        }
    }
    Alignment {
        shared: best.shared,
        telling: best.telling,
        left_out: best.shared - best.score,
        first: weights(quote),
        second: weights(passage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn aligned(quote: &str, passage: &str) -> Alignment {
        let mut vocabulary = Vocabulary::default();
        let mut read = |text: &str| vocabulary.read(text, Span::new(0, text.len()));
        let (quote, passage) = (read(quote), read(passage));
        align(&vocabulary, &quote, &passage)
    }

    #[test]
    fn dropped_and_misheard_words_leave_most_of_a_quote() {
        let passage = "Units be advised, shots fired four hundred block of Aldr, two victims down";
        let quote = "shots fired, 400 block of Alder, victims down";
        assert_eq!(aligned(quote, passage).coverage(), 100);
        assert!(aligned("suspect in custody, 400 block", passage).coverage() < 60);
    }

    #[test]
    fn the_same_words_in_another_order_are_no_quote() {
        let forward = aligned("Engine 7 relieves Ladder 2", "Engine 7 relieves Ladder 2");
        let backward = aligned("Engine 7 relieves Ladder 2", "Ladder 2 relieves Engine 7");
        assert_eq!(forward.likeness(), 100);
        assert!(backward.likeness() < 60);
    }

    #[test]
    fn words_scattered_over_a_long_passage_do_not_add_up() {
        let filler = "and then some more of it ".repeat(20);
        let passage = format!("the driver {filler} was pulled {filler} from the canal");
        assert!(aligned("the driver was pulled from the canal", &passage).coverage() < 60);
    }
}
