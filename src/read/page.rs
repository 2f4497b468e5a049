//! A text that a laid-out file shows: the blocks of its story, then what stands around them.

use super::Body;
use super::article::{Layout, Role, layout};
use super::extract::{Extract, Piece};
use super::format::{Reading, Remark};
use super::log::heading::heading;
use super::log::{is_log, log};
use super::published::Published;
use crate::note::Code;
use crate::span::Span;
use std::ops::Range;

/// The text while it is put together.
#[derive(Debug)]
pub(super) struct Page<'a> {
    file: &'a str,
    extract: Extract<'a>,
    story: Vec<Layout>,
    others: Vec<(Span, Role)>,
    published: Option<(Published, Span)>,
    remarks: Vec<Remark>,
}

/// When a page was published, as it states it.
#[derive(Debug)]
pub(super) struct Stated {
    /// The moment or the day.
    pub published: Published,
    /// Where the words stand that say so.
    pub range: Range<usize>,
    /// Whether they say when the page was changed.
    pub is_change: bool,
}

impl Stated {
    /// What the words at some place state.
    pub fn of(file: &str, range: Range<usize>) -> Option<Stated> {
        let words = file.get(range.clone())?;
        // `3/4/2025` is of March to some and of April to others
        let in_words = || heading(words).filter(|_| words.contains(char::is_alphabetic));
        Some(Stated {
            published: Published::written(words).or_else(|| in_words().map(Published::Day))?,
            range,
            is_change: false,
        })
    }
}

impl<'a> Page<'a> {
    /// No text yet, out of a file.
    pub fn of(file: &'a str) -> Self {
        Page {
            file,
            extract: Extract::of(file),
            story: Vec::new(),
            others: Vec::new(),
            published: None,
            remarks: Vec::new(),
        }
    }

    /// Adds a block of the story; all of them come before the others.
    pub fn tell(&mut self, pieces: &[Piece], role: Option<Role>) {
        let span = self.extract.pieces(pieces);
        self.extract.gap();
        self.story.push((span, role));
    }

    /// Adds a block that stands beside the story.
    pub fn leave(&mut self, pieces: &[Piece], role: Role) {
        let span = self.extract.pieces(pieces);
        self.others.push((span, role));
    }

    /// Adds words that should say when it was published and name no day.
    pub fn no_date(&mut self, range: Range<usize>) {
        let written = &self.file[range.clone()];
        let message = format!("`{written}` is no time of any clock or calendar; it is left out");
        let span = self.extract.words(range);
        self.others.push((span, Role::Published));
        self.remark(Code::NoSuchTime, span, message);
    }

    /// Adds when it was published; a change only stands in for want of better.
    pub fn published(&mut self, stated: &Stated) {
        let words = self.extract.words(stated.range.clone());
        self.others.push((words, Role::Published));
        self.published = Some((stated.published, words));
        if stated.is_change {
            let written = &self.file[stated.range.clone()];
            let message = format!(
                "it is only stated when this was changed, `{written}`; days count from it; pass `--published` to \
                 say otherwise"
            );
            self.remark(Code::AssumedDate, words, message);
        }
    }

    /// The story, which is an article or a log.
    pub fn finish(self) -> Reading {
        let text = self.extract.text();
        let end = self.story.last().map_or(0, |(span, _)| span.end);
        let body = if is_log(&text[..end as usize]) {
            Body::Transcript(log(text))
        } else {
            let mut article = layout(text, &self.story);
            article.add(self.others.into_iter());
            Body::Article(article)
        };
        Reading {
            extracted: Some(self.extract.finish()),
            published: self.published,
            remarks: self.remarks,
            ..Reading::plain(body)
        }
    }

    fn remark(&mut self, code: Code, span: Span, message: String) {
        self.remarks.push(Remark {
            code,
            span,
            message,
        });
    }
}
