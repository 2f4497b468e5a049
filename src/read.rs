//! Bytes → [`Source`]: what kind of text this is, where its lines or paragraphs lie.
//!
//! Reading never fails on content: what no grammar reads is kept with its place.

use crate::note::Code;
use crate::span::{Lines, Span};
pub use beside::{accompany, give_sound};
pub use citation::Citation;
pub use error::Error;

use article::Article;
use format::{Choice, File, Format, Remark};
use offset::OffsetMap;
use published::Published;
use recording::Recording;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;
use transcript::Transcript;

pub mod article;
mod assemblyai;
mod aws_transcribe;
mod beside;
mod broadcastify;
mod cad;
mod cad_csv;
mod call;
mod citation;
mod console;
mod deepgram;
mod docx;
mod elan;
mod elapsed;
pub mod encoding;
mod error;
mod extract;
pub mod format;
mod google_speech;
mod html;
mod ispyfire;
mod json;
mod label_track;
pub mod log;
mod lrc;
mod markdown;
mod media;
mod mission;
mod name;
pub mod offset;
mod openmhz;
mod otranscribe;
mod page;
mod pdf_text;
pub mod published;
mod rdio_scanner;
pub mod recording;
mod segment;
mod speech;
mod subtitle;
mod textgrid;
mod tiers;
pub mod transcript;
mod trunk_recorder;
mod trunk_transcribe;
mod whisper;
mod whisper_cpp;
mod whisper_table;
mod whisperx_text;
mod words;

/// One input read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given; `-` for standard input.
    pub path: String,
    /// The text, which all spans refer to: that of the file, or what was taken out of it.
    pub text: String,
    /// The file that the text was taken out of, if it is not all text.
    file: Option<Origin>,
    /// From places in the text of the file to places in the bytes as given.
    map: OffsetMap,
    /// The encoding's name by the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// Where the lines of the file start.
    lines: Lines,
    /// As what it was read.
    pub format: &'static Format,
    /// What was read.
    pub body: Body,
    /// When the recording was made that its stamps count from, where anything says so.
    pub recording: Option<Recording>,
    /// The path of the sound that it is a transcript of, where that lies beside it.
    pub sound: Option<String>,
    /// The recorder that made it with others, if it is one call of many.
    pub recorder: Option<String>,
    /// Where it is from, as the user states.
    pub citation: Citation,
    /// When the data of a page say that it was published, and the words that do.
    pub published: Option<(Published, Span)>,
    /// What its format has to say of it.
    pub remarks: Vec<Remark>,
    /// Whether the user has said what it is.
    is_chosen: bool,
    /// Whether its text was unpacked from a document: places, lines and bytes then count in that text.
    pub is_unpacked: bool,
    digest: OnceLock<[u8; 32]>,
}

/// The file that a text was taken out of.
#[derive(Clone, Debug)]
struct Origin {
    text: String,
    /// From places in the text that was taken out to places in that of the file.
    map: OffsetMap,
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

impl Source {
    /// Reads the bytes of one input; its format is told from its content, then from its name, as far as
    /// the user leaves it open.
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
    /// Bytes that are no text and no Word document, texts of 4 GiB and more, and JSON that is damaged or of another tool.
    pub fn read(path: &str, bytes: Vec<u8>, choice: Option<Choice>) -> Result<Source, Error> {
        let unpacked = docx::text(&bytes).transpose()?;
        if let Some(refusal) = media::refusal(&bytes).filter(|_| unpacked.is_none()) {
            return Err(refusal);
        }
        if u32::try_from(bytes.len()).is_err() {
            return Err(Error::TooLong { bytes: bytes.len() });
        }
        let digest = OnceLock::new();
        let is_unpacked = unpacked.is_some();
        if is_unpacked || !encoding::is_plain(&bytes) {
            digest.get_or_init(|| Sha256::digest(&bytes).into());
        }
        let encoding::Decoded {
            text,
            map,
            encoding,
        } = encoding::decode(unpacked.map_or(bytes, String::into_bytes));
        if u32::try_from(text.len()).is_err() {
            return Err(Error::TooLong { bytes: text.len() });
        }
        let file = File::new(name_of(path), &text);
        let (format, others) = format::format_of(&file, choice)?;
        let mut reading = format.read(&file)?;
        if !others.is_empty() {
            reading.remarks.push(Remark {
                code: Code::TwoFormats,
                span: Span::default(),
                message: format!(
                    "this is read as `{}` and could be `{}`; pass `--kind` to choose",
                    format.name,
                    others.join("` or `")
                ),
            });
        }
        let lines = Lines::of(&text);
        let (text, file) = match reading.extracted {
            None => (text, None),
            Some(taken) => {
                let map = taken.map;
                (taken.text, Some(Origin { text, map }))
            }
        };
        let mut source = Source {
            path: path.to_owned(),
            text,
            file,
            map,
            encoding,
            lines,
            format,
            body: reading.body,
            recording: reading.recording,
            sound: None,
            citation: Citation::default(),
            recorder: reading.recorder,
            published: reading.published,
            remarks: reading.remarks,
            is_chosen: choice.is_some(),
            is_unpacked,
            digest,
        };
        source.take_name();
        Ok(source)
    }

    /// The line of an offset in the text, from 1.
    pub fn line(&self, offset: u32) -> usize {
        self.lines.line(self.in_file(offset).1)
    }

    /// The line and the column of an offset in the text, both from 1, the column in characters.
    pub fn place(&self, offset: u32) -> (usize, usize) {
        let (text, offset) = self.in_file(offset);
        self.lines.place(text, offset)
    }

    /// The text of the file, and where an offset of the text lies in it.
    fn in_file(&self, offset: u32) -> (&str, u32) {
        match &self.file {
            Some(file) => (&file.text, file.map.raw(offset)),
            None => (&self.text, offset),
        }
    }

    /// The bytes as given that a span of the text was read from; those of its text in a Word document.
    pub fn raw(&self, span: Span) -> Span {
        let in_file = self.file.as_ref().map(|file| file.map.raw_span(span));
        self.map.raw_span(in_file.unwrap_or(span))
    }

    /// Adds words to the text that the file does not have; they stand for its end.
    fn append(&mut self, words: &str) -> Span {
        self.digest();
        let file = self.file.get_or_insert_with(|| Origin {
            text: self.text.clone(),
            map: OffsetMap::of(vec![(0, 0)]),
        });
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.text.push('\n');
        let place = file.text.len() as u32;
        file.map
            .add_nowhere(span.start, self.text.len() as u32, place);
        span
    }

    /// Calls who speaks by the names that the user gives, each for one as it is written.
    ///
    /// ```
    /// use squelch::read::{Body, Source};
    /// let cue = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v SPEAKER_00>on scene\n".to_vec();
    /// let mut source = Source::read("a.vtt", cue, None).unwrap();
    /// source.call_speakers(&[("SPEAKER_00".to_owned(), "Engine 7".to_owned())]);
    /// let Body::Transcript(transcript) = &source.body else { panic!("cues") };
    /// assert_eq!(transcript.lines().next().unwrap().unit.unwrap().of(&source.text), "Engine 7");
    /// ```
    pub fn call_speakers(&mut self, names: &[(String, String)]) {
        if names.is_empty() {
            return;
        }
        let Body::Transcript(transcript) = &mut self.body else {
            return;
        };
        let mut transcript = std::mem::take(transcript);
        for (written, name) in names {
            let is_written =
                |span: Option<Span>| span.is_some_and(|it| it.of(&self.text) == written);
            let meant: Vec<bool> = transcript
                .lines()
                .map(|line| is_written(line.speaker) || is_written(line.unit))
                .collect();
            if !meant.contains(&true) {
                continue;
            }
            let span = Some(self.append(name));
            let is_unit = log::line::is_unit(name);
            for (line, _) in transcript
                .lines_mut()
                .zip(meant)
                .filter(|(_, meant)| *meant)
            {
                line.unit = span.filter(|_| is_unit);
                line.speaker = span.filter(|_| !is_unit);
            }
        }
        self.body = Body::Transcript(transcript);
    }

    /// SHA-256 of the bytes as given, which are those of the text unless they had to be decoded.
    pub fn digest(&self) -> [u8; 32] {
        *self
            .digest
            .get_or_init(|| Sha256::digest(self.in_file(0).0.as_bytes()).into())
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
        let name = name_of(&self.path);
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

/// The name of a file without its folders.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Two hex digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
