//! What people are called beside their names: `Chief Ana Rowe` is meant by `the chief`, and later by `Rowe`.

use crate::find::word::tokens;
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

    /// The roles of those whom a passage names.
    pub fn of(&self, text: &str, passage: Span) -> Vec<Span> {
        let roles = tokens(text, passage).filter_map(|word| self.0.get(word.of(text)));
        roles.flatten().copied().collect()
    }
}
