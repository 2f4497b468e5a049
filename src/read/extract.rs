//! A text put together from pieces of a file, with the way back to them: the strings of a JSON file, the
//! words of a page.

use super::offset::OffsetMap;
use crate::span::Span;
use jsonc_parser::ast::StringLit;
use std::ops::Range;

/// A text while it is put together; each piece stands on lines of its own.
#[derive(Debug)]
pub(super) struct Extract<'a> {
    file: &'a str,
    text: String,
    pieces: Vec<(u32, u32)>,
}

/// Words of a file on their way into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where they stand in the file.
    pub range: Range<usize>,
    /// What they say, where that is not what is written: `&` for `&amp;`.
    pub says: Option<String>,
}

/// A text with its way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Extracted {
    /// The text.
    pub text: String,
    /// Where it lay in the file.
    pub map: OffsetMap,
}

impl<'a> Extract<'a> {
    /// No text yet, out of a file.
    pub fn of(file: &'a str) -> Self {
        Extract {
            file,
            text: String::new(),
            pieces: Vec::new(),
        }
    }

    /// What has been taken so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds words as they stand in the file; returns where they stand in the text.
    pub fn words(&mut self, range: Range<usize>) -> Span {
        let start = self.text.len();
        self.piece(range.start);
        self.text.push_str(&self.file[range.clone()]);
        self.end(start, range.end)
    }

    /// Adds the words of a cell of a table, in which a quotation mark is written twice (RFC 4180);
    /// returns where they stand in the text.
    pub fn cell(&mut self, range: Range<usize>) -> Span {
        let start = self.text.len();
        let mut at = range.start;
        for piece in self.file[range.clone()].split_inclusive("\"\"") {
            self.piece(at);
            self.text
                .push_str(piece.strip_suffix("\"\"").unwrap_or(piece));
            if piece.ends_with("\"\"") {
                self.text.push('"');
            }
            at += piece.len();
        }
        self.end(start, range.end)
    }

    /// Adds pieces as one; returns where they stand in the text. What stands between them is left out.
    pub fn pieces(&mut self, pieces: &[Piece]) -> Span {
        let start = self.text.len();
        for piece in pieces {
            self.piece(piece.range.start);
            self.text.push_str(piece.says(self.file));
            self.piece(piece.range.end);
        }
        self.end(start, pieces.last().map_or(0, |last| last.range.end))
    }

    /// Adds an empty line, which parts what is above it from what is below.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds words that stand for a place in the file, such as the name of a cell's column.
    pub fn stand_in(&mut self, words: &str, place: Range<usize>) -> Span {
        let start = self.text.len();
        self.piece(place.start);
        self.text.push_str(words);
        self.end(start, place.end)
    }

    /// Adds what a JSON string says; returns where it stands in the text, without white space around it.
    pub fn string(&mut self, literal: &StringLit) -> Span {
        let start = self.text.len();
        let end = self.content(literal);
        self.end(start, end).trim(&self.text)
    }

    /// Adds what some JSON strings say as one line, with a space before each that asks for it; returns
    /// where it stands in the text.
    pub fn joined<'b>(
        &mut self,
        literals: impl Iterator<Item = (&'b StringLit<'b>, bool)>,
    ) -> Span {
        let start = self.text.len();
        let mut end = 0;
        for (literal, is_apart) in literals {
            if is_apart && start < self.text.len() {
                self.piece(end);
                self.text.push(' ');
            }
            end = self.content(literal);
        }
        self.end(start, end).trim(&self.text)
    }

    /// Adds what a JSON string says; returns where it ends in the file.
    fn content(&mut self, literal: &StringLit) -> usize {
        // without the quotation marks
        let end = literal
            .range
            .end
            .saturating_sub(1)
            .max(literal.range.start + 1);
        let mut at = literal.range.start + 1;
        while at < end {
            let rest = &self.file[at..end];
            self.piece(at);
            let plain = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            self.text.push_str(&rest[..plain]);
            at += plain;
            if at < end {
                self.piece(at);
                let (c, length) = escape(&self.file[at..end]);
                self.text.push(c);
                at += length;
            }
        }
        end
    }

    /// Adds what a JSON string says that stands in JSON that was itself taken from a string, at a span of
    /// the text; returns where it stands in the text.
    pub fn nested(&mut self, outer: Span, literal: &StringLit) -> Span {
        let start = self.text.len();
        let from = outer.start as usize + literal.range.start + 1;
        let to = (outer.start as usize + literal.range.end)
            .saturating_sub(1)
            .max(from);
        let inner = self.text[from..to].to_owned();
        let mut at = 0;
        while let Some(first) = inner[at..].chars().next() {
            let (c, length) = match first {
                '\\' => escape(&inner[at..]),
                plain => (plain, plain.len_utf8()),
            };
            self.piece(self.place(from + at));
            self.text.push(c);
            at += length;
        }
        self.end(start, self.place(to)).trim(&self.text)
    }

    /// Where an offset of the text lies in the file.
    fn place(&self, offset: usize) -> usize {
        let begun = self
            .pieces
            .partition_point(|(text, _)| *text as usize <= offset);
        let piece = begun.checked_sub(1).map(|at| self.pieces[at]);
        piece.map_or(offset, |(text, raw)| {
            raw as usize + (offset - text as usize)
        })
    }

    /// The text, and where it lay.
    pub fn finish(self) -> Extracted {
        Extracted {
            text: self.text,
            map: OffsetMap::of(self.pieces),
        }
    }

    fn piece(&mut self, from: usize) {
        self.pieces.push((self.text.len() as u32, from as u32));
    }

    /// Ends a piece with a line break that stands for the place behind it.
    fn end(&mut self, start: usize, from: usize) -> Span {
        let span = Span::new(start, self.text.len());
        self.piece(from);
        self.text.push('\n');
        span
    }
}

impl Extracted {
    /// What was taken out of a text that was itself taken out of a file, as taken out of the file.
    #[must_use]
    pub fn out_of(self, outer: &Extracted) -> Extracted {
        let map = self.map.through(&outer.map, self.text.len() as u32);
        Extracted {
            text: self.text,
            map,
        }
    }
}

impl Piece {
    /// The words that it adds, out of a file.
    pub fn says<'a>(&'a self, file: &'a str) -> &'a str {
        match &self.says {
            Some(says) => says,
            None => &file[self.range.clone()],
        }
    }
}

/// The character that an escape at the head of a text means, and its length in bytes (RFC 8259, §7).
fn escape(text: &str) -> (char, usize) {
    let unit = |from: usize| {
        let digits = text.get(from..from + 4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    match text.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'u') => {
            let first = unit(2);
            let second = unit(8).filter(|_| text.get(6..8) == Some("\\u"));
            let pair = first
                .zip(second)
                .and_then(|(first, second)| char::decode_utf16([first, second]).next()?.ok());
            let alone = first.and_then(|unit| char::from_u32(u32::from(unit)));
            pair.filter(|c| 0xffff < u32::from(*c)).map_or_else(
                || {
                    (
                        alone.unwrap_or(char::REPLACEMENT_CHARACTER),
                        text.len().min(6),
                    )
                },
                |c| (c, 12),
            )
        }
        Some(byte) if byte.is_ascii() => (char::from(*byte), 2),
        _ => ('\\', 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::json;

    #[test]
    fn escapes_keep_their_places() {
        let file = r#"{"text": " Caf\u00e9 \ud83d\ude92 \"go\"", "tag": "E\n7"}"#;
        let value = json::parse(file).unwrap();
        let object = json::object(&value).unwrap();
        let mut extract = Extract::of(file);
        let text = extract.string(json::string(object, "text").unwrap());
        let tag = extract.string(json::string(object, "tag").unwrap());
        let taken = extract.finish();
        assert_eq!(text.of(&taken.text), "Café 🚒 \"go\"");
        assert_eq!(tag.of(&taken.text), "E\n7");
        let raw = taken.map.raw_span(text);
        assert_eq!(raw.of(file), r#"Caf\u00e9 \ud83d\ude92 \"go\""#);
        assert_eq!(taken.map.raw_span(tag).of(file), r"E\n7");
    }
}
