//! A table of a case file while it is read: what cannot be read is told at its place and left out.

use super::Error;
use crate::span::Lines;
use std::ops::Range;
use std::rc::Rc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table with its text, and where faults are told.
pub struct Table<'a, 'b> {
    text: &'a str,
    lines: Rc<Lines>,
    keys: &'a DeTable<'a>,
    span: Range<usize>,
    errors: &'b mut Vec<Error>,
}

impl<'a, 'b> Table<'a, 'b> {
    /// The table of a whole file.
    pub fn new(text: &'a str, table: &'a DeTable<'a>, errors: &'b mut Vec<Error>) -> Self {
        Table {
            text,
            lines: Rc::new(Lines::of(text)),
            keys: table,
            span: 0..0,
            errors,
        }
    }

    /// Tells of each key that is none of those known.
    pub fn knows(&mut self, keys: &[&str]) {
        for key in self.keys.keys() {
            if !keys.contains(&key.get_ref().as_ref()) {
                let known = keys.join("`, `");
                let message = format!("`{}` is no key here; the keys are `{known}`", key.get_ref());
                self.wrong(key.span(), message);
            }
        }
    }

    /// Whether it has a key.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    /// Whether a key has something in its list, or is no list at all.
    pub fn has_items(&self, key: &str) -> bool {
        self.keys
            .get(key)
            .is_some_and(|value| match value.get_ref() {
                DeValue::Array(list) => !list.is_empty(),
                _ => true,
            })
    }

    /// Tells what is wrong at a place.
    pub fn wrong(&mut self, span: Range<usize>, message: String) {
        let (line, column) = self.place(&span);
        self.errors.push(Error {
            line,
            column,
            message,
        });
    }

    /// Tells what is wrong with the table.
    pub fn wrong_here(&mut self, message: String) {
        self.wrong(self.span.clone(), message);
    }

    /// The line and column of a place, both from 1.
    pub fn place(&self, span: &Range<usize>) -> (usize, usize) {
        let start = span.start.min(self.text.len()) as u32;
        self.lines.place(self.text, start)
    }

    /// The words of a key and where they stand.
    pub fn text(&mut self, key: &str) -> Option<(String, Range<usize>)> {
        let value = self.keys.get(key)?;
        self.words(value)
    }

    /// The same of a key that must be there.
    pub fn required(&mut self, key: &str) -> Option<(String, Range<usize>)> {
        if !self.has(key) {
            self.wrong_here(format!("`{key}` is missing; add it"));
        }
        self.text(key)
    }

    /// The value of a key, as a function reads its words.
    pub fn value<T>(&mut self, key: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let (words, span) = self.text(key)?;
        read(&words)
            .map_err(|message| self.wrong(span, message))
            .ok()
    }

    /// The words of a list and where each stands.
    pub fn list(&mut self, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.keys.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong(
                value.span(),
                format!("`{key}` is a list; write `{key} = [\"…\"]`"),
            );
            return Vec::new();
        };
        list.iter().filter_map(|value| self.words(value)).collect()
    }

    /// The keys of a table and the words of each.
    pub fn pairs(&mut self, key: &str) -> Vec<(String, String)> {
        let Some(value) = self.keys.get(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!("`{key}` is a table; write `{key} = {{ \"…\" = \"…\" }}`");
            self.wrong(value.span(), message);
            return Vec::new();
        };
        let pair = |(name, value): (&Spanned<_>, _)| {
            let name: &std::borrow::Cow<str> = name.get_ref();
            Some((name.to_string(), self.words(value)?.0))
        };
        table.iter().filter_map(pair).collect()
    }

    /// The tables of a key, in their order.
    pub fn each(&mut self, key: &str, mut read: impl FnMut(Table<'a, '_>)) {
        let Some(value) = self.keys.get(key) else {
            return;
        };
        let list = match value.get_ref() {
            DeValue::Array(list) => &list[..],
            _ => &[],
        };
        for entry in list {
            if let DeValue::Table(table) = entry.get_ref() {
                read(Table {
                    text: self.text,
                    lines: self.lines.clone(),
                    keys: table,
                    span: entry.span(),
                    errors: self.errors,
                });
            }
        }
        let are_tables = |entry: &Spanned<DeValue>| matches!(entry.get_ref(), DeValue::Table(_));
        if list.is_empty() || !list.iter().all(are_tables) {
            self.wrong(
                value.span(),
                format!("`{key}` is a list of tables; write `[[{key}]]`"),
            );
        }
    }

    fn words(&mut self, value: &Spanned<DeValue>) -> Option<(String, Range<usize>)> {
        if let DeValue::String(words) = value.get_ref() {
            return Some((words.to_string(), value.span()));
        }
        let message = "this is no text; write it in quotation marks".to_owned();
        self.wrong(value.span(), message);
        None
    }
}
