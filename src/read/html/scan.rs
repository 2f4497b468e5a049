//! The tags and the words of HTML, with their places.
//!
//! As the tokenizer of the HTML Standard (§13.2.5) has them, as far as a page that is read and not shown
//! needs it: comments and what is no text (`script`, `style`, …) are passed over.

use std::ops::Range;

/// A part of a page.
#[derive(Debug)]
pub(in crate::read) enum Token<'a> {
    /// `<p class="lead">`
    Start(Tag<'a>),
    /// `</p>`
    End(&'a str),
    /// What stands between tags, as written.
    Text(Range<usize>),
}

/// A tag that opens an element.
#[derive(Debug)]
pub(in crate::read) struct Tag<'a> {
    /// Where it begins.
    pub from: usize,
    /// As written.
    pub name: &'a str,
    /// Names and where their values stand.
    attributes: Vec<(&'a str, Range<usize>)>,
    /// What stands in it, of an element without tags in it.
    pub content: Range<usize>,
}

/// Elements whose content has no tags: it ends with their own end tag alone. That of `svg` and
/// `template` has, and is no text of the page.
const RAW: &[&str] = &[
    "iframe", "noscript", "script", "style", "svg", "template", "textarea", "title",
];

impl Tag<'_> {
    /// Where the value of an attribute stands.
    pub fn attribute(&self, name: &str) -> Option<Range<usize>> {
        let mut all = self.attributes.iter();
        let found = all.find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    }
}

/// The parts of a page, in order.
pub(in crate::read) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &html[at..];
            if rest.is_empty() {
                return None;
            }
            if let Some(inside) = rest.strip_prefix("<!--") {
                at += inside.find("-->").map_or(rest.len(), |end| end + 7);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                at += rest.find('>').map_or(rest.len(), |end| end + 1);
            } else if let Some(name) = rest.strip_prefix("</").and_then(name) {
                at += rest.find('>').map_or(rest.len(), |end| end + 1);
                return Some(Token::End(name));
            } else if let Some(name) = rest.strip_prefix('<').and_then(name) {
                let (attributes, end) = attributes(html, at + 1 + name.len());
                let content = end..content_end(html, end, name);
                let from = at;
                at = content.end;
                return Some(Token::Start(Tag {
                    from,
                    name,
                    attributes,
                    content,
                }));
            } else {
                // a `<` that opens no tag is one of the words
                let mut marks = rest.char_indices().skip(1);
                let end = marks.find(|(_, c)| *c == '<').map_or(rest.len(), |it| it.0);
                let text = at..at + end;
                at = text.end;
                return Some(Token::Text(text));
            }
        }
    })
}

/// The name of a tag at the head of a text.
fn name(text: &str) -> Option<&str> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
    let name = &text[..text.find(is_end).unwrap_or(text.len())];
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then_some(name)
}

/// The attributes of a tag from behind its name on, and where it ends.
fn attributes(html: &str, from: usize) -> (Vec<(&str, Range<usize>)>, usize) {
    let mut attributes = Vec::new();
    let mut at = from;
    let skip = |at: usize, is_part: fn(char) -> bool| {
        at + html[at..].len() - html[at..].trim_start_matches(is_part).len()
    };
    loop {
        at = skip(at, |c| c.is_whitespace() || c == '/');
        match html[at..].chars().next() {
            None => return (attributes, at),
            Some('>') => return (attributes, at + 1),
            Some(first) => {
                // an `=` at its head is part of a name
                let behind = at + first.len_utf8();
                let end = skip(behind, |c| {
                    !(c.is_whitespace() || matches!(c, '/' | '>' | '='))
                });
                let name = &html[at..end];
                at = skip(end, char::is_whitespace);
                let mut value = end..end;
                if html[at..].starts_with('=') {
                    (value, at) = attribute_value(html, skip(at + 1, char::is_whitespace));
                }
                attributes.push((name, value));
            }
        }
    }
}

/// Where a value at some place stands, and where what belongs to it ends.
fn attribute_value(html: &str, at: usize) -> (Range<usize>, usize) {
    let rest = &html[at..];
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        let end = rest[1..].find(quote).map_or(html.len(), |end| at + 1 + end);
        return (at + 1..end, html.len().min(end + 1));
    }
    let is_end = |c: char| c.is_whitespace() || c == '>';
    let end = at + rest.find(is_end).unwrap_or(rest.len());
    (at..end, end)
}

/// Where the content of an element without tags ends; that of another begins there.
fn content_end(html: &str, from: usize, name: &str) -> usize {
    if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
        return from;
    }
    let mut ends = memchr::memmem::find_iter(&html.as_bytes()[from..], "</").map(|at| from + at);
    let is_own = |at: &usize| {
        let behind = html.get(at + 2..at + 2 + name.len());
        behind.is_some_and(|other| other.eq_ignore_ascii_case(name))
    };
    ends.find(is_own).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<String> {
        let told = |token| match token {
            Token::Start(tag) => {
                let class = tag.attribute("class").map(|class| &html[class]);
                format!(
                    "{} {} {}",
                    tag.name,
                    class.unwrap_or("-"),
                    &html[tag.content]
                )
            }
            Token::End(name) => format!("/{name}"),
            Token::Text(range) => html[range].to_owned(),
        };
        tokens(html).map(told).collect()
    }

    #[test]
    fn tags_and_words_are_told_apart() {
        assert_eq!(
            told("<P Class='a > b'>5 < 6<!-- <p> --><br/>x</P>"),
            ["P a > b ", "5 ", "< 6", "br - ", "x", "/P"]
        );
        assert_eq!(
            told("<script class=x>if (a<b) '</p>'</script>go"),
            ["script x if (a<b) '</p>'", "/script", "go"]
        );
    }

    #[test]
    fn a_page_may_break_off_anywhere() {
        let page = "<!doctype html><p class=\"a\" hidden x=y>é &amp; <b>go</b><!-- x --><script>a</script>";
        for end in (0..page.len()).filter(|end| page.is_char_boundary(*end)) {
            let parts = told(&page[..end]);
            assert!(parts.len() <= 9);
        }
    }
}
