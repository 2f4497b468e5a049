//! The text of a PDF file as `pdftotext -layout` prints it: a form feed ends each page, paragraphs are
//! wrapped, and long words are divided by a hyphen at the end of a line.
//!
//! Running heads and page numbers are furniture. Columns beside each other are not taken apart.

use super::Kind;
use super::article::{Role, ends_sentence};
use super::extract::Piece;
use super::format::{File, Format, Reader, Reading};
use super::log::{is_log, lines};
use super::page::Page;
use super::words;
use crate::span::Span;
use std::collections::BTreeMap;

/// The text of a PDF file.
pub(super) const FORMAT: Format = Format {
    name: "pdf-text",
    kind: Kind::Article,
    looks: "a form feed at the end of each page",
    takes: "paragraphs over lines and pages, words without the hyphen that divides them; running heads and page \
            numbers kept apart",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    file.text.contains(FEED) && !is_log(file.text)
}

/// Ends a page.
const FEED: char = '\u{c}';

fn read(file: &File) -> Reading {
    let text = file.text;
    let pages: Vec<Vec<&str>> = text.split(FEED).map(|page| lines(page).collect()).collect();
    let running = running(&pages);
    let width = lines(text)
        .map(|line| line.trim_end().chars().count())
        .max();
    let mut draft = Draft {
        text,
        width: width.unwrap_or(0),
        paragraphs: Vec::new(),
        others: Vec::new(),
    };
    for page in &pages {
        draft.page(page, &running);
    }
    let mut page = Page::of(text);
    for paragraph in &draft.paragraphs {
        page.tell(&draft.pieces(paragraph), None);
    }
    for line in &draft.others {
        page.leave(&draft.pieces(&[line]), Role::Furniture);
    }
    page.finish()
}

/// How often the first and the last lines of pages return, figures set aside.
fn running(pages: &[Vec<&str>]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for page in pages {
        for line in edges(page) {
            *counts.entry(shape(line)).or_default() += 1;
        }
    }
    counts
}

/// The first and the last line of a page that say anything.
fn edges<'a>(page: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let says = |line: &&&str| !line.trim().is_empty();
    let first = page.iter().find(says).copied();
    let last = page.iter().rfind(says).copied();
    let last = last.filter(|last| first.is_some_and(|first| !std::ptr::eq(first, *last)));
    first.into_iter().chain(last)
}

fn shape(line: &str) -> String {
    let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let words: Vec<String> = line
        .split_whitespace()
        .map(|word| word.chars().map(digit).collect())
        .collect();
    words.join(" ")
}

/// `3`, `- 3 -`, `Page 3 of 7`
fn is_page_number(line: &str) -> bool {
    let mut words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_part = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit())
            || word.eq_ignore_ascii_case("page")
            || word.eq_ignore_ascii_case("of")
    };
    line.contains(|c: char| c.is_ascii_digit()) && !line.contains(':') && words.all(is_part)
}

struct Draft<'a> {
    text: &'a str,
    /// Of the widest line, in characters.
    width: usize,
    paragraphs: Vec<Vec<&'a str>>,
    others: Vec<&'a str>,
}

impl<'a> Draft<'a> {
    fn page(&mut self, page: &[&'a str], running: &BTreeMap<String, usize>) {
        let edges: Vec<&str> = edges(page).collect();
        let is_edge = |line: &str| {
            let is_edge = edges.iter().any(|edge| std::ptr::eq(*edge, line));
            is_edge
                && (is_page_number(line)
                    || running.get(&shape(line)).is_some_and(|count| 1 < *count))
        };
        let mut is_first = true;
        for run in page.split(|line| line.trim().is_empty()) {
            let margin = run.iter().map(|line| indent(line)).min().unwrap_or(0);
            let mut before: Option<&str> = None;
            for &line in run {
                if is_edge(line) {
                    self.others.push(line);
                    continue;
                }
                let goes_on = match before {
                    Some(before) => !self.is_short(before) && !opens(line, before, margin),
                    None => {
                        is_first
                            && self.is_cut()
                            && line.trim_start().starts_with(char::is_lowercase)
                    }
                };
                match self.paragraphs.last_mut().filter(|_| goes_on) {
                    Some(paragraph) => paragraph.push(line),
                    None => self.paragraphs.push(vec![line]),
                }
                before = Some(line);
                is_first = false;
            }
        }
    }

    /// Whether a line ends so early that no word of a next line was wrapped.
    fn is_short(&self, line: &str) -> bool {
        line.trim_end().chars().count() * 5 < self.width * 3
    }

    /// Whether the last paragraph breaks off inside a sentence.
    fn is_cut(&self) -> bool {
        let last = self
            .paragraphs
            .last()
            .and_then(|paragraph| paragraph.last());
        last.is_some_and(|line| !self.is_short(line) && !ends_sentence(line.trim_end()))
    }

    /// The words of lines, those that a hyphen divides joined.
    fn pieces(&self, lines: &[&str]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let whole = Span::within(self.text, line).trim(self.text);
            let next = lines.get(at + 1).map(|next| next.trim_start());
            let end = if next.is_some_and(|next| self.is_divided(line.trim_end(), next)) {
                whole.end as usize - 1
            } else {
                whole.end as usize
            };
            words::add(self.text, whole.start as usize..end, &mut pieces);
            let is_hyphened = line.trim_end().ends_with('-');
            if let Some(next) = next.filter(|_| !is_hyphened) {
                let gap = whole.end as usize..Span::within(self.text, next).start as usize;
                words::space(gap, true, &mut pieces);
            }
        }
        words::trim(&mut pieces);
        pieces
    }

    /// Whether the hyphen at the end of a line only divides a word: one that is also written with it
    /// elsewhere keeps it.
    fn is_divided(&self, line: &str, next: &str) -> bool {
        let letters = |c: char| c.is_alphabetic();
        let Some(head) = line.strip_suffix('-') else {
            return false;
        };
        let from = head.trim_end_matches(letters).len();
        let tail = &next[..next.len() - next.trim_start_matches(letters).len()];
        let is_word = from < head.len() && tail.starts_with(char::is_lowercase);
        is_word && !self.text.contains(&format!("{}-{tail}", &head[from..]))
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line is set in, as the first of a paragraph is.
fn opens(line: &str, before: &str, margin: usize) -> bool {
    const STEP: usize = 2;
    margin + STEP <= indent(line) && indent(before) < margin + STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_nothing_but_that() {
        assert!(is_page_number("   - 12 -"));
        assert!(is_page_number("Page 3 of 7"));
        assert!(!is_page_number("12:30"));
        assert!(!is_page_number("Engine 3"));
    }
}
