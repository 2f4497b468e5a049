//! Plain-text news articles: title, dateline, published lines, paragraphs, page furniture.
//!
//! Every line that is not blank belongs to exactly one paragraph. Nothing is dropped: a line of
//! furniture is a paragraph that says so.

use crate::lexicon::has;
use crate::lexicon::page::{APPEALS, NOTICES, PAGE_LINES, READER_WORDS};
use crate::span::Span;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_till};
use nom::character::complete::{char, space0};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many0_count;
use nom::{IResult, Parser};
use std::sync::LazyLock;

pub mod sentence;

/// An article as laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline.
    pub title: Option<Span>,
    /// What stands before the dash that opens the story: `KANSAS CITY, MO March 2 2024`.
    pub dateline: Option<Span>,
    /// All paragraphs in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph, or a line of a page that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Without the white space around it.
    pub span: Span,
    /// What it is for.
    pub role: Role,
    /// The sentences of a body paragraph, in order; empty otherwise.
    pub sentences: Vec<Span>,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// `By …`
    Byline,
    /// `Published March 2, 2024, 9 a.m.`, `Posted`, `and last updated`
    Published,
    /// Words that tell the story.
    Body,
    /// A line inside the story that is no sentence: `Timeline`, `1045 Hours`.
    Heading,
    /// Menus, players, credits, appeals.
    Furniture,
}

/// The layout of an article.
///
/// ```
/// use squelch::read::article::{Role, article};
/// let text = "Two hurt in fire\n\nBy A. Writer\n\nLAKESIDE — A fire broke out. Nobody died.\n";
/// let article = article(text);
/// assert_eq!(article.title.unwrap().of(text), "Two hurt in fire");
/// assert_eq!(article.dateline.unwrap().of(text), "LAKESIDE");
/// assert_eq!(article.paragraphs[2].role, Role::Body);
/// assert_eq!(article.paragraphs[2].sentences.len(), 2);
/// ```
pub fn article(text: &str) -> Article {
    let blocks = blocks(text);
    let first_body = blocks.iter().position(|block| is_story(block.of(text)));
    let title = title(text, &blocks, first_body);
    let mut article = Article {
        title,
        ..Article::default()
    };
    for (at, &span) in blocks.iter().enumerate() {
        let words = span.of(text);
        let role = if Some(span) == title {
            Role::Title
        } else if is_published(words) {
            Role::Published
        } else if words.len() < 160 && at < 12 && byline(words).is_ok() {
            Role::Byline
        } else if is_furniture(words) || first_body.is_some_and(|body| at < body) {
            Role::Furniture
        } else if is_sentence(words) || is_clause(words) {
            Role::Body
        } else {
            Role::Heading
        };
        let mut sentences = Vec::new();
        if role == Role::Body {
            let mut start = span.start as usize;
            if article.dateline.is_none()
                && Some(at) == first_body
                && let Ok((rest, place)) = dateline(words)
            {
                article.dateline = Some(Span::within(text, place).trim(text));
                start = Span::within(text, rest).start as usize;
            }
            sentences = sentence::sentences(text, Span::new(start, span.end as usize));
        }
        article.paragraphs.push(Paragraph {
            span,
            role,
            sentences,
        });
    }
    article
}

/// The blocks of a text: of the lines between blank lines, the wrapped ones joined, the others each by
/// itself.
fn blocks(text: &str) -> Vec<Span> {
    let lines = text
        .lines()
        .map(|line| Span::within(text, line).trim(text))
        .collect::<Vec<Span>>();
    let stands_alone = |line: &Span| {
        let words = line.of(text);
        words.is_empty() || is_published(words) || byline(words).is_ok()
    };
    let mut blocks = Vec::new();
    for run in lines.chunk_by(|a, b| !stands_alone(a) && !stands_alone(b)) {
        if is_wrapped(text, run) {
            blocks.push(run[0].join(run[run.len() - 1]));
        } else {
            blocks.extend(run.iter().filter(|line| !line.is_empty()));
        }
    }
    blocks
}

/// Whether lines are one paragraph: none is longer than a screen, and most are full and break off
/// inside a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    const LONGEST: usize = 110;
    const FULL: usize = 40;
    let length = |line: &Span| line.of(text).chars().count();
    let [before @ .., _] = lines else {
        return false;
    };
    let is_full = |line: &&Span| FULL <= length(line) && !ends_sentence(line.of(text));
    !before.is_empty()
        && lines.iter().all(|line| length(line) <= LONGEST)
        && before.len() <= 2 * before.iter().filter(is_full).count()
}

/// Whether a block tells part of the story, rather than something about the page.
fn is_story(words: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    /// `July 23, 2020 8:30 p.m.` ends in a full stop and tells nothing.
    const SHORTEST_WORD: usize = 3;
    let is_told = |word: &str| {
        word.starts_with(char::is_lowercase)
            && SHORTEST_WORD <= word.chars().take_while(|c| c.is_alphabetic()).count()
    };
    has_words(words, FEWEST_WORDS)
        && words.split_whitespace().any(is_told)
        && is_sentence(words)
        && !is_furniture(words)
        && !is_published(words)
        && byline(words).is_err()
}

/// Whether a block is a published line.
fn is_published(words: &str) -> bool {
    const LONGEST: usize = 160;
    words.len() < LONGEST && published(words).is_ok()
}

/// Whether a line ends as a sentence does, quotes and brackets set aside.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' '])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a block tells something: it ends as a sentence, or is too long for a label.
fn is_sentence(words: &str) -> bool {
    const LONGER_THAN_A_HEADLINE: usize = 25;
    (ends_sentence(words) && has_words(words, 2)) || has_words(words, LONGER_THAN_A_HEADLINE)
}

/// Whether a block inside the story goes on telling, without a mark at its end.
fn is_clause(words: &str) -> bool {
    const LONGER_THAN_A_HEADING: usize = 10;
    has_words(words, LONGER_THAN_A_HEADING)
}

/// The headline: of the lines before the story, the longest that is no sentence.
fn title(text: &str, blocks: &[Span], first_body: Option<usize>) -> Option<Span> {
    let before = &blocks[..first_body.unwrap_or(blocks.len().min(1))];
    let count = |span: &Span| {
        let words = span.of(text).split_whitespace();
        words
            .filter(|word| word.starts_with(char::is_alphabetic))
            .count()
    };
    before
        .iter()
        .filter(|span| {
            let words = span.of(text);
            3 <= count(span)
                && !is_published(words)
                && byline(words).is_err()
                && !is_furniture(words)
        })
        .rev()
        .max_by_key(|span| count(span))
        .copied()
}

/// `Published March 2, 2024`, `Posted`, `and last updated`, `Updated: …`
fn published(input: &str) -> IResult<&str, &str> {
    recognize((
        opt(tag_no_case("and ")),
        alt((
            tag_no_case("first published"),
            tag_no_case("originally published"),
            tag_no_case("published"),
            tag_no_case("posted"),
            tag_no_case("last updated"),
            tag_no_case("updated"),
        )),
        super::article::word_end,
    ))
    .parse(input)
}

/// `By A. Writer`
fn byline(input: &str) -> IResult<&str, &str> {
    const LONGEST_NAME: usize = 12;
    recognize((
        alt((tag("By "), tag("BY "))),
        verify(take_till(|c| c == '\n'), |rest: &str| {
            let name = rest.strip_prefix("the ").unwrap_or(rest);
            name.starts_with(char::is_uppercase)
                && !ends_sentence(rest)
                && rest.split_whitespace().count() <= LONGEST_NAME
        }),
    ))
    .parse(input)
}

/// `KANSAS CITY, MO March 2 2024 — `, `BINGHAMTON, New York (CNN) -- `
fn dateline(input: &str) -> IResult<&str, &str> {
    let place = verify(
        take_till(|c| matches!(c, '—' | '–' | '-' | '.' | '"' | '“')),
        |place: &str| {
            let first = place.split([' ', ',']).next().unwrap_or("");
            place.len() < 80
                && 3 <= first.len()
                && first
                    .chars()
                    .all(|c| c.is_uppercase() || matches!(c, '\'' | '’'))
        },
    );
    // `KANSAS CITY, Mo. —`, `LINDEN, N.J. (AP) —`
    let state = many0_count((char('.'), take_till(|c| matches!(c, '—' | '–' | '-' | '.'))));
    let dash = alt((tag("—"), tag("–"), tag("--"), tag("- ")));
    let (rest, place) = recognize((place, state)).parse(input)?;
    let (rest, _) = (dash, space0).parse(rest)?;
    Ok((rest, place))
}

pub(super) fn word_end(input: &str) -> IResult<&str, ()> {
    nom::combinator::not(nom::character::complete::alphanumeric1).parse(input)
}

/// How the names of pictures and films end.
const SUFFIXES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp4"];

static PAGE_AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(PAGE_LINES));
static NOTICE_AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(NOTICES));
static APPEAL_AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(APPEALS));

/// One search for any of some phrases, in any case.
fn phrases(list: &[&str]) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(list)
        .unwrap_or_else(|_| unreachable!("the phrases are few and fixed"))
}

/// Whether words are at least some many; only so many are counted.
fn has_words(words: &str, count: usize) -> bool {
    words.split_whitespace().nth(count - 1).is_some()
}

/// Whether a block is part of the page and not of the story.
fn is_furniture(words: &str) -> bool {
    const LONGEST_PAGE_LINE: usize = 16;
    const LONGEST_NOTICE: usize = 40;
    let is_counter = words.contains(':') && !words.contains(char::is_alphabetic);
    let is_file = SUFFIXES.iter().any(|suffix| {
        let start = words.len().saturating_sub(suffix.len());
        words
            .get(start..)
            .is_some_and(|end| end.eq_ignore_ascii_case(suffix))
    });
    let is_short = |longest: usize| !has_words(words, longest + 1);
    let is_page_line = || is_short(LONGEST_PAGE_LINE) && PAGE_AUTOMATON.is_match(words);
    let is_notice = || is_short(LONGEST_NOTICE) && NOTICE_AUTOMATON.is_match(words);
    let is_appeal = || {
        APPEAL_AUTOMATON.is_match(words)
            && words
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| has(READER_WORDS, word))
    };
    is_counter || is_file || is_notice() || is_page_line() || is_appeal()
}
