//! The text of a Word document (`.docx`; ECMA-376, Office Open XML, part 1, §17): a ZIP archive whose
//! `word/document.xml` has a `w:p` for each paragraph.
//!
//! A paragraph becomes a line, a tab and a cell of a table a tab, a line break a line break. What was deleted
//! and kept as a change is not read. The text is then told and read as any other; its places count in
//! the text, for those in the archive would lead nobody to the words.

use super::Error;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The part of the archive that holds the text.
const PART: &str = "word/document.xml";

/// No document of words is longer, in bytes.
const MOST: u64 = 1 << 28;

/// The text of a document, if the bytes are one.
///
/// # Errors
///
/// A document whose text cannot be unpacked.
pub(super) fn text(bytes: &[u8]) -> Option<Result<String, Error>> {
    bytes.starts_with(b"PK").then_some(())?;
    memchr::memmem::find(bytes, PART.as_bytes())?;
    let damaged = |cause: String| Error::Document { cause };
    let unpacked = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()));
    Some(unpacked.and_then(|mut archive| {
        let part = archive
            .by_name(PART)
            .map_err(|error| damaged(error.to_string()))?;
        let mut xml = Vec::new();
        let read = part.take(MOST).read_to_end(&mut xml);
        read.map_err(|error| damaged(error.to_string()))?;
        paragraphs(&String::from_utf8_lossy(&xml)).map_err(damaged)
    }))
}

/// The paragraphs of a document's XML, a line each.
fn paragraphs(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    // whether what is written is shown: `w:t`, and not `w:delText` or `w:instrText`
    let mut is_shown = false;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) if tag.name().as_ref() == "w:t" => is_shown = true,
            Event::Empty(tag) | Event::Start(tag) => match tag.name().as_ref() {
                "w:tab" => text.push('\t'),
                "w:br" | "w:cr" => text.push('\n'),
                "w:noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => is_shown = false,
                // a paragraph that ends a cell goes on in the next
                "w:tc" => {
                    let end = text.trim_end_matches('\n').len();
                    text.truncate(end);
                    text.push('\t');
                }
                "w:p" | "w:tr" => text.push('\n'),
                _ => {}
            },
            Event::Text(words) if is_shown => {
                text.push_str(&words);
            }
            Event::GeneralRef(reference) if is_shown => match reference.resolve_char_ref() {
                Ok(Some(c)) => text.push(c),
                _ => text.push_str(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_a_line() {
        let xml = "<w:document><w:body><w:p><w:r><w:t>Fire &amp; sm</w:t></w:r><w:r><w:t xml:space=\"preserve\">oke \
                   at</w:t><w:tab/><w:t>5&#x2019;</w:t></w:r></w:p><w:del><w:delText>gone</w:delText></w:del><w:tbl>\
                   <w:tr><w:tc><w:p><w:r><w:t>14:02</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Go</w:t></w:r></w:p>\
                   </w:tc></w:tr></w:tbl></w:body></w:document>";
        assert_eq!(
            paragraphs(xml).unwrap(),
            "Fire & smoke at\t5’\n14:02\tGo\t\n"
        );
        assert_eq!(paragraphs("<w:p><w:t>a</w:t>").unwrap(), "a");
        assert!(paragraphs("<w:p></w:q>").is_err());
    }

    #[test]
    fn another_archive_is_no_document() {
        assert!(text(b"PK\x03\x04 xl/workbook.xml").is_none());
        assert!(matches!(
            text(b"PK\x03\x04 word/document.xml"),
            Some(Err(_))
        ));
    }
}
