//! Page furniture: menus, players, credits, appeals to the reader.

use crate::lexicon::has;
use crate::lexicon::page::{APPEALS, NOTICES, PAGE_LINES, READER_WORDS};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

static PHRASES: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(&[NOTICES, APPEALS].concat()));
static LINES: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(PAGE_LINES));
static REMARKS: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(NOTICES));
static REQUESTS: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(APPEALS));

/// All phrases at once. The vectorised search serves only leftmost matches of exact letters; what it
/// finds is rare, so that an automaton that is built sooner does.
fn any_of(phrases: &[&str]) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostFirst)
        .build(phrases)
        .expect("a list of phrases fits into an automaton")
}

/// Whether a block of `count` words is part of the page and not of the story.
pub(super) fn is_furniture(words: &str, count: usize) -> bool {
    const LONGEST_PAGE_LINE: usize = 16;
    const LONGEST_NOTICE: usize = 40;
    const FILES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp4"];
    let lower = words.to_ascii_lowercase();
    let is_counter = || lower.contains(':') && !lower.contains(char::is_alphabetic);
    let is_file = || FILES.iter().any(|suffix| lower.ends_with(suffix));
    let is_to_reader = || {
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| has(READER_WORDS, word))
    };
    // most blocks hold no phrase of either list, and one look tells so
    let is_told = || {
        PHRASES.is_match(&lower)
            && ((count <= LONGEST_NOTICE && REMARKS.is_match(&lower))
                || (REQUESTS.is_match(&lower) && is_to_reader()))
    };
    let is_page_line = || count <= LONGEST_PAGE_LINE && LINES.is_match(&lower);
    is_counter() || is_file() || is_page_line() || is_told()
}
