//! Plain-text news articles: title, dateline, published lines, paragraphs, page furniture.
//!
//! Every line that is not blank belongs to exactly one paragraph. Nothing is dropped: a line of
//! furniture is a paragraph that says so.

use super::format::{Format, Reader, Reading};
use super::{Body, Kind};
use crate::span::Span;
use furniture::is_furniture;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till};
use nom::character::complete::{char, space0};
use nom::combinator::{recognize, verify};
use nom::multi::many0_count;
use nom::{IResult, Parser};

mod furniture;
pub mod sentence;

/// Prose without marks.
pub(super) const FORMAT: Format = Format {
    name: "prose",
    kind: Kind::Article,
    looks: "any other text",
    takes: "the headline, the dateline, the published line, paragraphs and sentences; page furniture kept apart",
    reader: Reader::Text {
        fits: |_| true,
        read: |file| Reading::plain(Body::Article(article(file.text))),
    },
};

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

impl Article {
    /// Adds paragraphs that are no part of the story, behind it.
    pub(super) fn add(&mut self, others: impl Iterator<Item = (Span, Role)>) {
        self.paragraphs.extend(others.map(|(span, role)| Paragraph {
            span,
            role,
            sentences: Vec::new(),
        }));
    }
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
    let blocks: Vec<Layout> = blocks(text).into_iter().map(|span| (span, None)).collect();
    layout(text, &blocks)
}

/// A block of an article, and what it is for where its file says so.
pub(super) type Layout = (Span, Option<Role>);

/// The layout of blocks, in order.
pub(super) fn layout(text: &str, blocks: &[Layout]) -> Article {
    let is_body = |(span, role): &Layout| match role {
        Some(role) => *role == Role::Body,
        None => is_story(span.of(text)),
    };
    let first_body = blocks.iter().position(is_body);
    let stated = blocks.iter().find(|(_, role)| *role == Some(Role::Title));
    let title = stated
        .map(|(span, _)| *span)
        .or_else(|| title(text, blocks, first_body));
    let mut article = Article {
        title,
        ..Article::default()
    };
    for (at, &(span, stated)) in blocks.iter().enumerate() {
        let words = span.of(text);
        let count = count_words(words);
        let role = if Some(span) == title {
            Role::Title
        } else if let Some(role) = stated {
            role
        } else if is_published(words) {
            Role::Published
        } else if words.len() < 160 && at < 12 && byline(words).is_ok() {
            Role::Byline
        } else if is_furniture(words, count) || first_body.is_some_and(|body| at < body) {
            Role::Furniture
        } else if is_sentence(words, count) || is_clause(count) {
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

/// What a block above the story is for, if not for the page: it names the author or the day.
pub(super) fn role_above(words: &str) -> Option<Role> {
    if is_published(words) {
        Some(Role::Published)
    } else {
        byline(words).is_ok().then_some(Role::Byline)
    }
}

/// A line without the white space around it.
struct Line {
    span: Span,
    /// Blank, or of a kind that is never wrapped.
    stands_alone: bool,
}

impl Line {
    fn new(text: &str, span: Span) -> Line {
        let words = span.of(text);
        Line {
            span,
            stands_alone: words.is_empty() || is_published(words) || byline(words).is_ok(),
        }
    }
}

/// The blocks of a text: of the lines between blank lines, the wrapped ones joined, the others each by
/// itself.
fn blocks(text: &str) -> Vec<Span> {
    let lines = text
        .lines()
        .map(|line| Line::new(text, Span::within(text, line).trim(text)))
        .collect::<Vec<Line>>();
    let mut blocks = Vec::new();
    for run in lines.chunk_by(|a, b| !a.stands_alone && !b.stands_alone) {
        if is_wrapped(text, run) {
            blocks.push(run[0].span.join(run[run.len() - 1].span));
        } else {
            blocks.extend(
                run.iter()
                    .map(|line| line.span)
                    .filter(|span| !span.is_empty()),
            );
        }
    }
    blocks
}

/// Whether lines are one paragraph: none is longer than a screen, and most are full and break off
/// inside a sentence.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    const LONGEST: usize = 110;
    const FULL: usize = 40;
    let length = |line: &Line| line.span.of(text).chars().count();
    let [before @ .., _] = lines else {
        return false;
    };
    let is_full = |line: &&Line| FULL <= length(line) && !ends_sentence(line.span.of(text));
    !before.is_empty()
        && lines.iter().all(|line| length(line) <= LONGEST)
        && before.len() <= 2 * before.iter().filter(is_full).count()
}

/// Whether a block tells part of the story, rather than something about the page.
pub(super) fn is_story(words: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    /// `July 23, 2020 8:30 p.m.` ends in a full stop and tells nothing.
    const SHORTEST_WORD: usize = 3;
    let is_told = |word: &str| {
        word.starts_with(char::is_lowercase)
            && SHORTEST_WORD <= word.chars().take_while(|c| c.is_alphabetic()).count()
    };
    let count = count_words(words);
    FEWEST_WORDS <= count
        && words.split_whitespace().any(is_told)
        && is_sentence(words, count)
        && !is_furniture(words, count)
        && !is_published(words)
        && byline(words).is_err()
}

/// Whether a block is a published line.
fn is_published(words: &str) -> bool {
    const LONGEST: usize = 160;
    words.len() < LONGEST && opens_published(words)
}

/// The count of words, as white space divides them.
fn count_words(words: &str) -> usize {
    const RUN: usize = u8::MAX as usize;
    if !words.is_ascii() {
        return words.split_whitespace().count();
    }
    // without a branch for each byte, and in runs whose count is a byte, many are counted at once
    let is_space = |byte: u8| byte == b' ' || byte.wrapping_sub(b'\t') < 5;
    let bytes = words.as_bytes();
    let Some((&first, behind)) = bytes.split_first() else {
        return 0;
    };
    let starts = bytes
        .chunks(RUN)
        .zip(behind.chunks(RUN))
        .map(|(before, run)| {
            let pairs = before.iter().zip(run);
            let starts = pairs.map(|(&before, &byte)| u8::from(is_space(before) & !is_space(byte)));
            usize::from(starts.sum::<u8>())
        });
    usize::from(!is_space(first)) + starts.sum::<usize>()
}

/// Whether a line ends as a sentence does, quotes and brackets set aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' '])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a block tells something: it ends as a sentence, or is too long for a label.
fn is_sentence(words: &str, count: usize) -> bool {
    const LONGER_THAN_A_HEADLINE: usize = 25;
    (2 <= count && ends_sentence(words)) || LONGER_THAN_A_HEADLINE <= count
}

/// Whether a block inside the story goes on telling, without a mark at its end.
fn is_clause(count: usize) -> bool {
    const LONGER_THAN_A_HEADING: usize = 10;
    LONGER_THAN_A_HEADING <= count
}

/// The headline: of the lines before the story, the longest that is no sentence.
fn title(text: &str, blocks: &[Layout], first_body: Option<usize>) -> Option<Span> {
    const LONGEST_HEADLINE: usize = 400;
    let before = &blocks[..first_body.unwrap_or(blocks.len().min(1))];
    let count = |span: &Span| {
        let words = span.of(text).split_whitespace();
        words
            .filter(|word| word.starts_with(char::is_alphabetic))
            .count()
    };
    before
        .iter()
        .filter(|(_, role)| role.is_none())
        .map(|(span, _)| span)
        .filter(|span| {
            let words = span.of(text);
            span.len() <= LONGEST_HEADLINE
                && 3 <= count(span)
                && !is_published(words)
                && byline(words).is_err()
                && !is_furniture(words, count_words(words))
        })
        .rev()
        .max_by_key(|span| count(span))
        .copied()
}

/// `Published March 2, 2024`, `Posted`, `and last updated`, `Updated: …`
fn opens_published(words: &str) -> bool {
    const LEADS: &[&str] = &[
        "first published",
        "originally published",
        "published",
        "posted",
        "last updated",
        "updated",
    ];
    let words = behind(words, "and ").unwrap_or(words);
    LEADS
        .iter()
        .find_map(|lead| behind(words, lead))
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// What follows a lead in any case of its letters.
fn behind<'a>(words: &'a str, lead: &str) -> Option<&'a str> {
    let (head, rest) = words.split_at_checked(lead.len())?;
    head.eq_ignore_ascii_case(lead).then_some(rest)
}

/// `By A. Writer`
pub(super) fn byline(input: &str) -> IResult<&str, &str> {
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
