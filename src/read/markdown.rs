//! Markdown (`CommonMark`), with front matter as static site generators have it.
//!
//! ```abnf
//! front = "---" LF *( key ":" value LF ) ( "---" / "..." ) LF    ; YAML
//!       / "+++" LF *( key "=" value LF ) "+++" LF                ; TOML
//! ```
//!
//! Of the front matter the lines `title`, `date` and their like are read, one key a line.

use super::Kind;
use super::article::Role;
use super::extract::Piece;
use super::format::{File, Format, Reader, Reading};
use super::html;
use super::log::{is_log, lines};
use super::page::{Page, Stated};
use crate::lexicon::has;
use crate::lexicon::page::{CHANGE_KEYS, DATE_KEYS};
use crate::span::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Markdown.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    kind: Kind::Article,
    looks: "front matter between `---` or `+++` with a `title` or a `date`; a name in `.md`",
    takes: "the headline (`title`, else `# …`), the day or moment of publication (`date`), and the paragraphs without \
            their marks",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    let is_named = || {
        let ending = file.name.rsplit_once('.').map(|(_, ending)| ending);
        ending
            .is_some_and(|it| it.eq_ignore_ascii_case("md") || it.eq_ignore_ascii_case("markdown"))
    };
    let front = front(file.text);
    let knows = |front: &Front| {
        let mut keys = front.fields.iter().map(|(key, _)| *key);
        keys.any(|key| {
            key.eq_ignore_ascii_case("title") || has(DATE_KEYS, key) || has(CHANGE_KEYS, key)
        })
    };
    let body = front.as_ref().map_or(0, |front| front.end);
    (front.as_ref().is_some_and(knows) || is_named()) && !is_log(&file.text[body..])
}

/// The front matter of a file.
struct Front<'a> {
    /// Keys and where their values stand, without quotation marks.
    fields: Vec<(&'a str, Range<usize>)>,
    /// Lines that are no key and value.
    others: Vec<&'a str>,
    /// Where what follows it begins.
    end: usize,
}

fn front(text: &str) -> Option<Front<'_>> {
    const MOST_LINES: usize = 200;
    let mut rows = lines(text).take(MOST_LINES);
    let (ends, mark): (&[&str], _) = match rows.next()?.trim_end() {
        "---" => (&["---", "..."], ':'),
        "+++" => (&["+++"], '='),
        _ => return None,
    };
    let mut front = Front {
        fields: Vec::new(),
        others: Vec::new(),
        end: 0,
    };
    for line in rows {
        if ends.contains(&line.trim_end()) {
            front.end = Span::within(text, line).end as usize;
            return Some(front);
        }
        let pair = line
            .split_once(mark)
            .filter(|(key, _)| !key.starts_with(char::is_whitespace));
        match pair {
            Some((key, value)) => {
                let value = value.trim().trim_matches(['"', '\'']);
                front
                    .fields
                    .push((key.trim(), Span::within(text, value).range()));
            }
            None => front
                .others
                .extend(Some(line.trim()).filter(|line| !line.is_empty())),
        }
    }
    None
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let front = front(text);
    let body = front.as_ref().map_or(0, |front| front.end);
    let mut draft = Draft {
        text,
        page: Page::of(text),
        has_title: false,
        role: None,
        pieces: Vec::new(),
        aside: Vec::new(),
        pictures: 0,
    };
    let whole = |range: Range<usize>| [Piece { range, says: None }];
    for (key, value) in front.iter().flat_map(|front| &front.fields) {
        if key.eq_ignore_ascii_case("title") && !value.is_empty() && !draft.has_title {
            draft.page.tell(&whole(value.clone()), Some(Role::Title));
            draft.has_title = true;
        }
    }
    let events = Parser::new_ext(
        &text[body..],
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    );
    for (event, range) in events.into_offset_iter() {
        draft.add(event, body + range.start..body + range.end);
    }
    draft.end_block();
    let Draft {
        mut page, aside, ..
    } = draft;
    for pieces in aside {
        page.leave(&pieces, Role::Furniture);
    }
    let mut stated: Option<Stated> = None;
    for (key, value) in front.iter().flat_map(|front| &front.fields) {
        let is_change = has(CHANGE_KEYS, key);
        let read = Stated::of(text, value.clone()).filter(|_| is_change || has(DATE_KEYS, key));
        match read {
            Some(read)
                if stated
                    .as_ref()
                    .is_none_or(|before| before.is_change && !is_change) =>
            {
                stated = Some(Stated { is_change, ..read });
            }
            _ if has(DATE_KEYS, key) && !value.is_empty() => {
                page.leave(&whole(value.clone()), Role::Published);
            }
            _ if key.eq_ignore_ascii_case("title") || value.is_empty() => {}
            _ => page.leave(&whole(value.clone()), Role::Furniture),
        }
    }
    for line in front.iter().flat_map(|front| &front.others) {
        page.leave(&whole(Span::within(text, line).range()), Role::Furniture);
    }
    if let Some(stated) = stated {
        page.published(&stated);
    }
    page.finish()
}

/// The story as far as it is read.
struct Draft<'a> {
    text: &'a str,
    page: Page<'a>,
    has_title: bool,
    /// What the open block is for.
    role: Option<Role>,
    pieces: Vec<Piece>,
    /// What pictures are said to show.
    aside: Vec<Vec<Piece>>,
    /// So many pictures are open.
    pictures: usize,
}

impl Draft<'_> {
    fn add(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                self.pictures += 1;
                self.aside.push(Vec::new());
            }
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_block();
                let is_title = level == HeadingLevel::H1 && !self.has_title;
                self.has_title |= is_title;
                self.role = Some(if is_title { Role::Title } else { Role::Heading });
            }
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::TableCell,
            )
            | Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) => {}
            Event::End(TagEnd::TableCell) | Event::SoftBreak => self.words(" ", range),
            Event::Start(_) | Event::End(_) | Event::HardBreak | Event::Rule => self.end_block(),
            Event::Html(_) | Event::InlineHtml(_) => {
                html::add_text(self.text, range, &mut self.pieces);
            }
            Event::Text(words) | Event::Code(words) => {
                // each line of code is a line
                let is_line = words.ends_with('\n');
                self.words(&words, range);
                if is_line {
                    self.end_block();
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        let words = words.trim_end_matches('\n');
        let written = &self.text[range.clone()];
        let inside = written
            .find(words)
            .map(|at| range.start + at..range.start + at + words.len());
        let piece = match inside {
            Some(range) => Piece { range, says: None },
            None => Piece {
                range,
                says: Some(words.to_owned()),
            },
        };
        match self.aside.last_mut().filter(|_| 0 < self.pictures) {
            Some(aside) => aside.push(piece),
            None => self.pieces.push(piece),
        }
    }

    fn end_block(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let says = |piece: &Piece| !piece.says(self.text).trim().is_empty();
        if pieces.iter().any(says) {
            self.page.tell(&pieces, self.role);
        }
        self.role = None;
    }
}
