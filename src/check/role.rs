//! What people are called beside their names: `Chief Ana Rowe` is meant by `the chief`, and later by `Rowe`.

use super::description::main_words;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::SAYING;
use crate::read::{Body, Source};
use crate::span::Span;
use std::collections::BTreeMap;

/// The roles of one source's people, by their last names.
#[derive(Debug, Default)]
pub(super) struct Roles(BTreeMap<String, Vec<Span>>);

impl Roles {
    /// The roles that an article gives with names; a transcript gives none.
    pub fn of_source(source: &Source) -> Self {
        let mut roles = Roles::default();
        if let Body::Article(article) = &source.body {
            let sentences = article
                .paragraphs
                .iter()
                .flat_map(|paragraph| &paragraph.sentences);
            sentences.for_each(|sentence| roles.sentence(&source.text, *sentence));
        }
        roles
    }

    /// `chief Ana Rowe`, `Chief Ana B. Rowe`: a name of two words at least, with what stands before it.
    fn sentence(&mut self, text: &str, sentence: Span) {
        let words: Vec<Span> = tokens(text, sentence).collect();
        let is_name = |word: &Span| word.of(text).starts_with(char::is_uppercase);
        self.apposed(text, &words);
        let mut at = 0;
        while at < words.len() {
            let length = words[at..].iter().take_while(|word| is_name(word)).count();
            let name = &words[at..at + length];
            let before = at.checked_sub(1).map(|before| words[before]);
            at += length.max(1);
            // the last two words are the name, unless only a small one stands before it
            let (roles, last) = match (before, name) {
                (_, [roles @ .., _, last]) if !roles.is_empty() => (roles.to_vec(), last),
                (Some(role), [_, last]) => (vec![role], last),
                _ => continue,
            };
            self.0
                .entry(last.of(text).to_owned())
                .or_default()
                .extend(roles);
        }
    }

    /// `Kestrel, a search helicopter,`, `the search helicopter, Kestrel,`: what stands between commas beside a name.
    fn apposed(&mut self, text: &str, words: &[Span]) {
        /// `the county's search and rescue helicopter`
        const MOST: usize = 6;
        let mark = |at: usize| {
            let end = words.get(at + 1).map_or(words[at].end, |next| next.start);
            text[words[at].end as usize..end as usize].starts_with(',')
        };
        let is_name = |word: &Span| word.of(text).starts_with(char::is_uppercase);
        for comma in (0..words.len()).filter(|at| mark(*at)) {
            let Some(length) =
                (1..=MOST).find(|length| comma + length < words.len() && mark(comma + length))
            else {
                continue;
            };
            let (before, behind) = (&words[..=comma], &words[comma + 1..=comma + length]);
            let opens =
                |word: &Span| matches!(word.of(text), "A" | "An" | "The" | "a" | "an" | "the");
            if behind.iter().all(is_name) {
                let start = before.iter().rposition(opens);
                let role = start.map_or(&[][..], |start| &before[start + 1..]);
                let is_near =
                    role.len() <= MOST && !role.iter().any(|word| has(SAYING, word.of(text)));
                self.name(text, behind[length - 1], if is_near { role } else { &[] });
            } else if opens(&behind[0]) && is_name(&before[comma]) {
                self.name(text, before[comma], &behind[1..]);
            }
        }
    }

    /// Up to where it says of what.
    fn name(&mut self, text: &str, name: Span, role: &[Span]) {
        let roles = self.0.entry(name.of(text).to_owned()).or_default();
        roles.extend(main_words(text, role));
    }

    /// The roles of those whom a passage names.
    pub fn of(&self, text: &str, passage: Span) -> Vec<Span> {
        let roles = tokens(text, passage).filter_map(|word| self.0.get(word.of(text)));
        roles.flatten().copied().collect()
    }
}
