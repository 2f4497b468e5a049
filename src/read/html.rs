//! Articles as saved HTML.
//!
//! Which of a page's blocks are the article is found as Mozilla's Readability does (`dom_smoothie`);
//! its words are then found again in the file, without white space and tags, so that each keeps its place.
//! All other blocks are the page's furniture.

use super::Kind;
use super::article::{Role, is_story, role_above};
use super::extract::Piece;
use super::format::{File, Format, Reader, Reading};
use super::page::Page;
use super::words::{add_html, is_blank};
use block::{Block, blocks};
use dom_smoothie::Readability;
use std::ops::Range;

mod block;
mod date;
pub(super) mod scan;

/// A web page.
pub(super) const FORMAT: Format = Format {
    name: "html",
    kind: Kind::Article,
    looks: "`<!DOCTYPE html>`, `<html` or `<body` and the like at its head",
    takes: "the headline and the paragraphs of the article; when it was published, by `article:published_time`, by \
            JSON-LD's `datePublished` or `dateModified`, or by `<time datetime>`; the rest of the page kept apart",
    reader: Reader::Text { fits, read },
};

/// Elements of which one opens near the head of a page.
const OPENINGS: &[&str] = &[
    "<!doctype html",
    "<article",
    "<body",
    "<div",
    "<head>",
    "<html",
    "<main",
    "<meta",
    "<p>",
    "<p ",
];

fn fits(file: &File) -> bool {
    const HEAD: usize = 2048;
    let text = file.text.trim_start();
    let head = text[..text.floor_char_boundary(HEAD)].to_ascii_lowercase();
    head.starts_with('<') && OPENINGS.iter().any(|opening| head.contains(opening))
}

fn read(file: &File) -> Reading {
    let html = file.text;
    let mut blocks = blocks(html);
    let (title, body) = readable(html);
    mark(html, &mut blocks, &title, &body);
    let mut page = Page::of(html);
    for block in blocks.iter().filter(|block| block.is_told) {
        page.tell(&block.pieces, block.role);
    }
    let story = blocks
        .iter()
        .position(|block| block.is_told && is_story(&block.says(html)));
    for (at, block) in blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| !block.is_told)
    {
        let is_above = story.is_some_and(|story| at < story) && !block.is_head();
        let role = role_above(&block.says(html)).filter(|_| is_above);
        page.leave(&block.pieces, role.unwrap_or(Role::Furniture));
    }
    for range in date::unread(html) {
        page.no_date(range);
    }
    if let Some(stated) = date::published(html, &blocks) {
        page.published(&stated);
    }
    page.finish()
}

/// The title and the words of the article, without white space.
fn readable(html: &str) -> (String, String) {
    let article = Readability::new(html, None, None).and_then(|mut page| page.parse());
    article.map_or_else(
        |_| <(String, String)>::default(),
        |article| (solid(&article.title), solid(&article.text_content)),
    )
}

fn solid(words: &str) -> String {
    words.chars().filter(|c| !is_blank(*c)).collect()
}

/// Marks the blocks that the article is made of, in their order, and its title.
fn mark(html: &str, page: &mut [Block], title: &str, body: &str) {
    let words: Vec<String> = page.iter().map(|block| solid(&block.says(html))).collect();
    let title = page
        .iter()
        .zip(&words)
        .position(|(block, words)| !block.is_head() && !title.is_empty() && words == title)
        .or_else(|| page.iter().position(Block::is_headline))
        .or_else(|| page.iter().position(Block::is_head));
    if body.is_empty() {
        for block in page.iter_mut() {
            block.is_told = !block.is_head();
        }
    }
    let mut rest = body;
    for at in 0..page.len() {
        if Some(at) == title || page[at].is_head() {
            continue;
        }
        let told = &words[at];
        if let Some(behind) = rest.strip_prefix(told.as_str()) {
            rest = behind;
            page[at].is_told = true;
        } else if let Some(behind) = found_later(rest, &words[at..]) {
            rest = behind;
            page[at].is_told = true;
        }
    }
    if let Some(title) = title {
        page[title].is_told = true;
        page[title].role = Some(Role::Title);
    }
}

/// What follows the first of some blocks in the article's words, where none of the later ones comes
/// before it: words of a menu may stand in the article too.
fn found_later<'a>(rest: &'a str, words: &[String]) -> Option<&'a str> {
    const SHORTEST: usize = 30;
    let (first, later) = words.split_first()?;
    if first.len() < SHORTEST {
        return None;
    }
    let at = rest.find(first.as_str())?;
    let is_due = |words: &String| SHORTEST <= words.len() && rest.starts_with(words.as_str());
    (!later.iter().any(is_due)).then(|| &rest[at + first.len()..])
}

/// Adds the words of a piece of HTML inside another file to the pieces of a block.
pub(super) fn add_text(file: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let from = range.start;
    for token in scan::tokens(&file[range]) {
        if let scan::Token::Text(text) = token {
            add_html(file, from + text.start..from + text.end, pieces);
        }
    }
}
