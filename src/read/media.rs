//! Files that are no text: what they are, by the bytes that they open with, and what helps.

use super::Error;
use super::encoding::is_binary;
use memchr::memmem::find;

const RECORDING: &str = "transcribe it first, and give the transcript";
const ARCHIVE: &str = "unpack it, and give what is in it";
const PICTURE: &str = "give its words as text";
const CONVERT: &str = "save it as `.docx` or as plain text";
const PDF: &str = "run `pdftotext -layout FILE - | squelch timeline -`";
const SHEET: &str = "save it as CSV";
const DATABASE: &str = "export its tables as CSV or JSON";

/// What a file opens with, behind so many bytes, what that is, and what helps.
const SIGNATURES: &[(usize, &[u8], &str, &str)] = &[
    (
        0,
        b"\x1a\x45\xdf\xa3",
        "a Matroska or WebM recording",
        RECORDING,
    ),
    (0, b"\x1f\x8b", "a gzip archive", ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", ARCHIVE),
    (0, b"\x89PNG", "a PNG picture", PICTURE),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a document of an old Office",
        CONVERT,
    ),
    (0, b"\xfd7zXZ\0", "an xz archive", ARCHIVE),
    (0, b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (0, b"\xff\xf2", "an mp3 recording", RECORDING),
    (0, b"\xff\xf3", "an mp3 recording", RECORDING),
    (0, b"\xff\xfa", "an mp3 recording", RECORDING),
    (0, b"\xff\xfb", "an mp3 recording", RECORDING),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", ARCHIVE),
    (0, b"BZh", "a bzip2 archive", ARCHIVE),
    (0, b"GIF8", "a GIF picture", PICTURE),
    (0, b"ID3", "an mp3 recording", RECORDING),
    (0, b"OggS", "an Ogg recording", RECORDING),
    (0, b"Rar!", "a RAR archive", ARCHIVE),
    (0, b"SQLite format 3\0", "an SQLite database", DATABASE),
    (0, b"fLaC", "a FLAC recording", RECORDING),
    (4, b"ftyp", "an MP4 recording", RECORDING),
    (8, b"WAVE", "a WAV recording", RECORDING),
    (8, b"WEBP", "a WebP picture", PICTURE),
    (257, b"ustar", "a tar archive", ARCHIVE),
];

/// What a ZIP archive holds, by the name of a file in it.
const PACKED: &[(&[u8], &str, &str)] = &[
    (b"xl/workbook", "an Excel workbook", SHEET),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument sheet",
        SHEET,
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.text",
        "an OpenDocument text",
        CONVERT,
    ),
    (b"ppt/presentation", "a presentation", CONVERT),
];

/// Text that only a program shows as it is meant.
const WRAPPED: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF file", PDF),
    (b"{\\rtf", "an RTF document", CONVERT),
];

/// Why bytes are no text that can be read, if they are none.
pub(super) fn refusal(bytes: &[u8]) -> Option<Error> {
    let foreign = |what, remedy| Some(Error::Foreign { what, remedy });
    if let Some((_, what, remedy)) = WRAPPED.iter().find(|(head, ..)| bytes.starts_with(head)) {
        return foreign(what, remedy);
    }
    if !is_binary(bytes) && str::from_utf8(bytes).is_ok() {
        return None;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let mut kinds = PACKED.iter();
        return match kinds.find(|(name, ..)| find(bytes, name).is_some()) {
            Some((_, what, remedy)) => foreign(what, remedy),
            None => foreign("a ZIP archive", ARCHIVE),
        };
    }
    let mut known = SIGNATURES.iter();
    let known =
        known.find(|(at, head, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(head)));
    match known {
        Some((_, _, what, remedy)) => foreign(what, remedy),
        None => is_binary(bytes).then_some(Error::Binary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_is_named() {
        let said = |bytes: &[u8]| {
            refusal(bytes)
                .map(|error| error.to_string())
                .unwrap_or_default()
        };
        assert!(said(b"ID3\x03\0\0").starts_with("this is an mp3 recording; transcribe it first"));
        assert!(said(b"\0\0\0\x20ftypM4A ").starts_with("this is an MP4 recording"));
        assert!(said(b"%PDF-1.7 text").contains("pdftotext"));
        assert!(
            said(b"PK\x03\x04\0\0calls.json\xff").starts_with("this is a ZIP archive; unpack it")
        );
        assert!(
            said(b"PK\x03\x04\0\0xl/workbook.xml")
                .starts_with("this is an Excel workbook; save it as CSV")
        );
        assert!(said(b"a\0b").starts_with("this is not a text file"));
        assert_eq!(said(b"ID3 was heard at noon"), "");
        assert_eq!(said(b"caf\xe9 at noon"), "");
    }
}
