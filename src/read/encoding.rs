//! Bytes → text, with a map from places in the text back to places in the bytes.
//!
//! UTF-8 with a byte order mark or without, UTF-16 with one, else Windows-1252 (the WHATWG Encoding
//! Standard's reading of Latin-1, in which every byte means something).

use super::offset::OffsetMap;
use encoding_rs::{Encoding, UTF_8};

/// The name of the encoding that any bytes have, for want of another.
pub const WINDOWS_1252: &str = "windows-1252";

/// A decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where it lay in the bytes.
    pub map: OffsetMap,
    /// The encoding's name by the WHATWG Encoding Standard.
    pub encoding: &'static str,
}

/// Whether bytes are no text at all: a NUL byte without a byte order mark says so.
pub fn is_binary(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_none()
        && memchr::memchr(0, &bytes[..bytes.len().min(8192)]).is_some()
}

/// Whether bytes are the bytes of their text: UTF-8 without a byte order mark.
pub fn is_plain(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_none() && str::from_utf8(bytes).is_ok()
}

/// The text of some bytes; it cannot fail, what has no meaning becomes U+FFFD.
///
/// ```
/// use squelch::read::encoding::decode;
/// let decoded = decode(b"caf\xe9 at noon".to_vec());
/// assert_eq!(decoded.text, "café at noon");
/// assert_eq!(decoded.map.raw(6), 5);
/// ```
pub fn decode(bytes: Vec<u8>) -> Decoded {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.drain(..mark);
                Decoded {
                    text,
                    map: OffsetMap::of(vec![(0, mark as u32)]),
                    encoding: UTF_8.name(),
                }
            }
            Err(broken) => by_pieces(broken.as_bytes(), UTF_8, mark),
        },
        Some((encoding, mark)) => by_pieces(&bytes, encoding, mark),
        None => match String::from_utf8(bytes) {
            Ok(text) => Decoded {
                text,
                map: OffsetMap::default(),
                encoding: UTF_8.name(),
            },
            Err(other) => by_pieces(other.as_bytes(), encoding_rs::WINDOWS_1252, 0),
        },
    }
}

/// Decodes run by run, so that each change of step between text and bytes is noted.
fn by_pieces(bytes: &[u8], encoding: &'static Encoding, mark: usize) -> Decoded {
    let wide = !encoding.is_ascii_compatible();
    let mut text = String::with_capacity(bytes.len());
    let mut pieces = vec![(0, mark as u32)];
    let mut at = mark;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let plain = if wide {
            0
        } else {
            rest.iter().take_while(|byte| byte.is_ascii()).count()
        };
        if 0 < plain {
            text.push_str(&String::from_utf8_lossy(&rest[..plain]));
            at += plain;
            continue;
        }
        let step = step_of(rest, encoding);
        let (decoded, _) = encoding.decode_without_bom_handling(&rest[..step]);
        text.push_str(&decoded);
        at += step;
        pieces.push((text.len() as u32, at as u32));
    }
    Decoded {
        text,
        map: OffsetMap::of(pieces),
        encoding: encoding.name(),
    }
}

/// The bytes of one character.
fn step_of(rest: &[u8], encoding: &'static Encoding) -> usize {
    let step = if encoding == UTF_8 {
        rest.utf8_chunks().next().map_or(1, |chunk| {
            chunk
                .valid()
                .chars()
                .next()
                .map_or(chunk.invalid().len(), char::len_utf8)
        })
    } else if encoding == encoding_rs::WINDOWS_1252 {
        1
    } else {
        let unit = |at: usize| match rest.get(at..at + 2) {
            Some(&[a, b]) if encoding == encoding_rs::UTF_16BE => u16::from_be_bytes([a, b]),
            Some(&[a, b]) => u16::from_le_bytes([a, b]),
            _ => 0,
        };
        let pair = (0xd800..0xdc00).contains(&unit(0)) && (0xdc00..0xe000).contains(&unit(2));
        if pair { 4 } else { 2 }
    };
    step.clamp(1, rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn utf_16_keeps_its_places() {
        let bytes: Vec<u8> = "\u{feff}né 5"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let decoded = decode(bytes);
        assert_eq!(decoded.text, "né 5");
        assert_eq!(decoded.map.raw(4), 8);
    }

    #[test]
    fn a_byte_order_mark_moves_every_place() {
        let decoded = decode(b"\xef\xbb\xbfat noon".to_vec());
        assert_eq!(decoded.text, "at noon");
        assert_eq!(decoded.map.raw_span(Span::new(3, 7)), Span::new(6, 10));
    }

    #[test]
    fn broken_utf_8_is_read_as_windows_1252() {
        let decoded = decode(b"\x93Copy,\x94 he said".to_vec());
        assert_eq!(decoded.text, "“Copy,” he said");
        assert_eq!(decoded.map.raw("“Copy,”".len() as u32), 7);
    }
}
