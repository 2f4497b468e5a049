//! Bytes → [`Source`]: what kind of text this is, where its lines or paragraphs lie.
//!
//! Reading never fails on content: what no grammar reads is kept with its place.

use crate::span::{Lines, Span};
use article::Article;
use offset::OffsetMap;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;
use transcript::Transcript;

pub mod article;
pub mod encoding;
pub mod offset;
pub mod transcript;

/// One input read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given; `-` for standard input.
    pub path: String,
    /// The decoded text, which all spans refer to.
    pub text: String,
    /// From places in the text to places in the bytes as given.
    map: OffsetMap,
    /// The encoding's name by the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// Where the lines of the text start.
    lines: Lines,
    /// What was read.
    pub body: Body,
    digest: OnceLock<[u8; 32]>,
}

/// What a source holds.
#[derive(Clone, Debug)]
pub enum Body {
    /// Stamped lines of radio traffic.
    Transcript(Transcript),
    /// Prose.
    Article(Article),
}

/// What kind of input a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Stamped lines of radio traffic.
    Transcript,
    /// Prose.
    Article,
}

impl Kind {
    /// The kind of a name: `transcript` or `article`.
    pub fn named(name: &str) -> Option<Kind> {
        match name {
            "transcript" => Some(Kind::Transcript),
            "article" => Some(Kind::Article),
            _ => None,
        }
    }

    /// `transcript` or `article`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Transcript => "transcript",
            Kind::Article => "article",
        }
    }
}

/// Why bytes cannot be read as a source.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// No text at all.
    #[error("this is not a text file; give a transcript or an article as plain text")]
    Binary,
    /// Spans count in 32 bits.
    #[error("the file has {bytes} bytes, the limit is 4294967295; split it")]
    TooLong {
        /// Its size.
        bytes: usize,
    },
}

impl Source {
    /// Reads the bytes of one input; its kind is told from its content unless given.
    ///
    /// ```
    /// use squelch::read::{Kind, Source};
    /// let log = b"[2025-05-03 14:02:30] Dispatch: Engine 7, respond\n".to_vec();
    /// let source = Source::read("scanner.txt", log, None).unwrap();
    /// assert_eq!(source.kind(), Kind::Transcript);
    /// ```
    ///
    /// # Errors
    ///
    /// Bytes that are no text, and texts of 4 GiB and more.
    pub fn read(path: &str, bytes: Vec<u8>, kind: Option<Kind>) -> Result<Source, Error> {
        if encoding::is_binary(&bytes) {
            return Err(Error::Binary);
        }
        if u32::try_from(bytes.len()).is_err() {
            return Err(Error::TooLong { bytes: bytes.len() });
        }
        let digest = OnceLock::new();
        if !encoding::is_plain(&bytes) {
            digest.get_or_init(|| Sha256::digest(&bytes).into());
        }
        let encoding::Decoded {
            text,
            map,
            encoding,
        } = encoding::decode(bytes);
        if u32::try_from(text.len()).is_err() {
            return Err(Error::TooLong { bytes: text.len() });
        }
        let kind = kind.unwrap_or_else(|| {
            if transcript::is_transcript(&text) {
                Kind::Transcript
            } else {
                Kind::Article
            }
        });
        let body = match kind {
            Kind::Transcript => Body::Transcript(transcript::transcript(&text)),
            Kind::Article => Body::Article(article::article(&text)),
        };
        Ok(Source {
            path: path.to_owned(),
            lines: Lines::of(&text),
            text,
            map,
            encoding,
            body,
            digest,
        })
    }

    /// The line of an offset in the text, from 1.
    pub fn line(&self, offset: u32) -> usize {
        self.lines.line(offset)
    }

    /// The line and the column of an offset in the text, both from 1, the column in characters.
    pub fn place(&self, offset: u32) -> (usize, usize) {
        self.lines.place(&self.text, offset)
    }

    /// The bytes as given that a span of the text was read from.
    pub fn raw(&self, span: Span) -> Span {
        self.map.raw_span(span)
    }

    /// SHA-256 of the bytes as given, which are those of the text unless they had to be decoded.
    pub fn digest(&self) -> [u8; 32] {
        *self
            .digest
            .get_or_init(|| Sha256::digest(self.text.as_bytes()).into())
    }

    /// Transcript or article.
    pub fn kind(&self) -> Kind {
        match self.body {
            Body::Transcript(_) => Kind::Transcript,
            Body::Article(_) => Kind::Article,
        }
    }

    /// The headline of an article.
    pub fn title(&self) -> Option<&str> {
        match &self.body {
            Body::Article(article) => article.title.map(|title| title.of(&self.text)),
            Body::Transcript(_) => None,
        }
    }

    /// The name of the file without its folders and its suffix.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Eight hex digits for what starts at a byte of this source as given: stable when other
    /// sources join the run.
    pub fn mark(&self, span: Span) -> String {
        let mut hash = Sha256::new();
        hash.update(self.digest());
        hash.update(u64::from(self.raw(span).start).to_le_bytes());
        hex(&hash.finalize()[..4])
    }
}

/// Two hex digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
