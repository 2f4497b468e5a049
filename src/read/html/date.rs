//! When a page says that it was published.
//!
//! In the order of trust: `<meta property="article:published_time">` (Open Graph) and its like, JSON-LD's
//! `datePublished`, then `dateModified` (schema.org), `<time datetime="…">` (HTML Standard, §4.5.14).

use super::block::Block;
use super::scan::{Tag, Token, tokens};
use crate::lexicon::has;
use crate::lexicon::page::PUBLISHED_FIELDS;
use crate::read::article::is_story;
use crate::read::json;
use crate::read::page::Stated;
use crate::read::published::Published;
use crate::time::Zone;
use jsonc_parser::ast::{Object, Value};
use std::ops::Range;

/// The publication of a page, whose headline is one of its blocks; of one moment, the words that tell what
/// the clock of the place showed.
pub(super) fn published(html: &str, page: &[Block]) -> Option<Stated> {
    let tags = || start_tags(html);
    let meta = tags().filter_map(|tag| Stated::of(html, meta(html, &tag)?));
    let data = of_data(html, tags().filter(|tag| is_data(html, tag)));
    let time = of_time(html, tags(), page);
    let mut all = meta.chain(data).chain(time);
    let first = all.next()?;
    if first.is_change || zone_of(&first).is_none_or(|zone| zone != 0) {
        return Some(first);
    }
    let is_local = |other: &Stated| {
        let is_same =
            first.published.instant(Zone::Floating) == other.published.instant(Zone::Floating);
        is_same && zone_of(other).is_some_and(|zone| zone != 0)
    };
    let local = all.find(is_local);
    local.or(Some(first))
}

/// The offset of the zone that a moment is stated in, in seconds.
fn zone_of(stated: &Stated) -> Option<i32> {
    match stated.published {
        Published::Absolute(_, offset) => Some(offset.local_minus_utc()),
        _ => None,
    }
}

/// Where the head of a page states as its publication what no clock or calendar has.
pub(super) fn unread(html: &str) -> impl Iterator<Item = Range<usize>> {
    let stated = start_tags(html).filter_map(|tag| meta(html, &tag));
    stated.filter(|range| !range.is_empty() && Stated::of(html, range.clone()).is_none())
}

fn start_tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    tokens(html).filter_map(|token| match token {
        Token::Start(tag) => Some(tag),
        _ => None,
    })
}

/// `<meta property="article:published_time" content="2025-05-03T15:40:00-05:00">`: where the value stands.
fn meta(html: &str, tag: &Tag) -> Option<Range<usize>> {
    let is_meta = tag.name.eq_ignore_ascii_case("meta");
    let is_stated = ["property", "name", "itemprop"].iter().any(|field| {
        let value = tag.attribute(field).filter(|_| is_meta);
        value.is_some_and(|value| has(PUBLISHED_FIELDS, &html[value]))
    });
    tag.attribute("content").filter(|_| is_stated)
}

/// `<script type="application/ld+json">`
fn is_data(html: &str, tag: &Tag) -> bool {
    tag.name.eq_ignore_ascii_case("script")
        && tag
            .attribute("type")
            .is_some_and(|kind| html[kind].eq_ignore_ascii_case("application/ld+json"))
}

/// JSON-LD: the object that has a headline is the article, others are its pictures and its site.
fn of_data<'a>(html: &str, scripts: impl Iterator<Item = Tag<'a>>) -> Option<Stated> {
    let mut found = Vec::new();
    for script in scripts {
        let Ok(value) = json::parse(&html[script.content.clone()]) else {
            continue;
        };
        let mut objects = Vec::new();
        all_objects(&value, &mut objects);
        for object in objects {
            for (is_change, key) in [(false, "datePublished"), (true, "dateModified")] {
                let range = json::string(object, key).and_then(|_| json::range(object, key));
                let range =
                    range.map(|it| it.start + script.content.start..it.end + script.content.start);
                let stated = range.and_then(|range| Stated::of(html, range));
                let rank = (json::string(object, "headline").is_none(), is_change);
                found.extend(stated.map(|stated| {
                    (
                        rank,
                        Stated {
                            is_change,
                            ..stated
                        },
                    )
                }));
            }
        }
    }
    // of equals the first
    found
        .into_iter()
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, stated)| stated)
}

/// The objects of a value, from the outside in.
fn all_objects<'a, 'b>(value: &'b Value<'a>, into: &mut Vec<&'b Object<'a>>) {
    match value {
        Value::Object(object) => {
            into.push(object);
            for property in &object.properties {
                all_objects(&property.value, into);
            }
        }
        Value::Array(array) => {
            for element in &array.elements {
                all_objects(element, into);
            }
        }
        _ => {}
    }
}

/// `<time datetime="2025-05-03T15:40:00-05:00">`: the first below the headline; those above it may be of other
/// stories, and those inside the paragraphs tell of the story.
fn of_time<'a>(html: &str, tags: impl Iterator<Item = Tag<'a>>, page: &[Block]) -> Option<Stated> {
    let range = |block: &Block| {
        let first = block.pieces.first().map_or(0, |piece| piece.range.start);
        first..block.pieces.last().map_or(0, |piece| piece.range.end)
    };
    let title = page
        .iter()
        .find(|block| block.is_title())
        .map_or(0, |block| range(block).start);
    let is_inside = |at: usize| {
        let mut around = page.iter().filter(|block| range(block).contains(&at));
        around.any(|block| block.is_told && is_story(&block.says(html)))
    };
    tags.filter(|tag| tag.name.eq_ignore_ascii_case("time"))
        .filter_map(|tag| Stated::of(html, tag.attribute("datetime")?))
        .find(|stated| title < stated.range.start && !is_inside(stated.range.start))
}
