//! The blocks of a page: what stands on lines of its own.

use super::scan::{Tag, Token, tokens};
use crate::read::article::Role;
use crate::read::extract::Piece;
use crate::read::words;

/// Words of a page that stand on lines of their own.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// What it says.
    pub pieces: Vec<Piece>,
    /// The element that it stands in, in small letters.
    element: String,
    /// What it is for, where its element says so.
    pub role: Option<Role>,
    /// Whether it is part of the article.
    pub is_told: bool,
}

/// Elements that stand on lines of their own, or divide them (HTML Standard, §15.3), in order.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements that divide words on one line.
const CELLS: &[&str] = &["td", "th"];

impl Block {
    /// Whether it is the title in the head of the page, which the page does not show.
    pub fn is_head(&self) -> bool {
        self.element == "title"
    }

    /// Its words as the page shows them.
    pub fn says(&self, html: &str) -> String {
        self.pieces.iter().map(|piece| piece.says(html)).collect()
    }

    /// Whether it is the article's headline.
    pub fn is_title(&self) -> bool {
        self.role == Some(Role::Title)
    }

    /// Whether it is a heading of the first rank.
    pub fn is_headline(&self) -> bool {
        self.element == "h1"
    }

    fn of(element: &str) -> Self {
        let role = matches!(element, "h2" | "h3" | "h4" | "h5" | "h6").then_some(Role::Heading);
        Block {
            element: element.to_owned(),
            role,
            ..Block::default()
        }
    }
}

/// The blocks of a page that say anything, in order.
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    for token in tokens(html) {
        let name = match &token {
            Token::Text(range) => {
                add(html, range.clone(), &mut blocks);
                continue;
            }
            Token::Start(Tag { name, .. }) | Token::End(name) => name.to_ascii_lowercase(),
        };
        let name = name.as_str();
        if BLOCKS.binary_search(&name).is_ok() {
            blocks.push(Block::of(if let Token::Start(_) = token {
                name
            } else {
                ""
            }));
        }
        if let Token::Start(tag) = token {
            if name == "title" {
                add(html, tag.content, &mut blocks);
            } else if CELLS.contains(&name)
                && let Some(block) = blocks.last_mut()
            {
                words::space(tag.content, true, &mut block.pieces);
            }
        }
    }
    for block in &mut blocks {
        words::trim(&mut block.pieces);
    }
    blocks.retain(|block| !block.pieces.is_empty());
    blocks
}

fn add(html: &str, range: std::ops::Range<usize>, blocks: &mut [Block]) {
    if let Some(block) = blocks.last_mut() {
        words::add_html(html, range, &mut block.pieces);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_blocks_are_in_order() {
        assert!(BLOCKS.is_sorted());
    }

    #[test]
    fn a_block_is_a_line_of_the_page() {
        let html =
            "<title>T</title><div>a<p>b <b>c</b>d<br>e</p> <table><tr><td>1<td>2</tr></table>";
        let told: Vec<String> = blocks(html).iter().map(|block| block.says(html)).collect();
        assert_eq!(told, ["T", "a", "b cd", "e", "1 2"]);
    }
}
