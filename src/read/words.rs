//! The words of a laid-out file as they are meant: white space is one blank, and in HTML `&amp;` is `&`.

use super::extract::Piece;
use std::ops::Range;

/// White space and marks without a width, by which two forms of one text may differ.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        )
}

/// Adds the words at some place of a page of HTML to the pieces of a block.
pub(super) fn add_html(html: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &html[at..range.end];
        let mark = rest.find('&').unwrap_or(rest.len());
        add(html, at..at + mark, pieces);
        at += mark;
        if let Some((says, length)) = entity(&rest[mark..]) {
            let range = at..at + length;
            at += length;
            if says.chars().all(is_blank) {
                space(range, says.contains(char::is_whitespace), pieces);
            } else {
                pieces.push(Piece {
                    range,
                    says: Some(says),
                });
            }
        } else if mark < rest.len() {
            // one that opens no entity is one of the words
            add(html, at..at + 1, pieces);
            at += 1;
        }
    }
}

/// Adds the words at some place of a text to the pieces of a block.
pub(super) fn add(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        if 0 < blank {
            space(
                at..at + blank,
                rest[..blank].contains(char::is_whitespace),
                pieces,
            );
            at += blank;
        } else {
            let end = rest.find(is_blank).unwrap_or(rest.len());
            pieces.push(Piece {
                range: at..at + end,
                says: None,
            });
            at += end;
        }
    }
}

/// Takes away white space at the end of a block.
pub(super) fn trim(pieces: &mut Vec<Piece>) {
    pieces.pop_if(|piece| piece.says.as_deref() == Some(" "));
}

/// White space parts words; marks without a width do not.
pub(super) fn space(range: Range<usize>, parts: bool, pieces: &mut Vec<Piece>) {
    let is_parted = pieces
        .last()
        .is_none_or(|last| last.says.as_deref() == Some(" "));
    if parts && !is_parted {
        pieces.push(Piece {
            range,
            says: Some(" ".to_owned()),
        });
    }
}

/// The longest name of a character is `CounterClockwiseContourIntegral`.
const LONGEST_NAME: usize = 32;

/// What a character reference at the head of a text says, and its length (HTML Standard, §13.5).
fn entity(text: &str) -> Option<(String, usize)> {
    let name = text.strip_prefix('&')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = name
        .bytes()
        .take(LONGEST_NAME)
        .take_while(|byte| is_part(char::from(*byte)))
        .count();
    let (name, behind) = name.split_at(length);
    let says = match name.strip_prefix('#') {
        Some(number) => character(number)?.to_string(),
        None => quick_xml::escape::resolve_html5_entity(name)?.to_owned(),
    };
    let is_closed = behind.starts_with(';');
    // `&copy=1` is part of an address, `&amp ` is a slip
    let is_slip = behind.is_empty() || behind.starts_with(char::is_whitespace);
    (is_closed || is_slip).then_some((says, 1 + length + usize::from(is_closed)))
}

/// The character of `8217` or `x2019`; 128 to 159 are those of Windows-1252.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        return encoding_rs::WINDOWS_1252.decode(&[byte]).0.chars().next();
    }
    Some(
        char::from_u32(code)
            .filter(|c| *c != '\0')
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut pieces = Vec::new();
        add_html(html, 0..html.len(), &mut pieces);
        pieces.iter().map(|piece| piece.says(html)).collect()
    }

    #[test]
    fn entities_say_their_characters() {
        assert_eq!(shown("Smith &amp; Co"), "Smith & Co");
        assert_eq!(shown("&#8220;go&#x201D;&#148;"), "“go””");
        assert_eq!(
            shown("a & b &c; &amp=1 &#99999999;"),
            "a & b &c; &amp=1 \u{fffd}"
        );
        assert_eq!(shown(" 5\n\t&nbsp;p.m.\u{200b} "), "5 p.m. ");
        assert_eq!(shown("&"), "&");
    }
}
