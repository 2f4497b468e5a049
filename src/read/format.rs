//! The input formats: what each is told by and what is taken from it.

use super::extract::Extracted;
use super::published::Published;
use super::recording::Recording;
use super::{Body, Error, Kind, json};
use super::{
    article, assemblyai, aws_transcribe, broadcastify, cad, cad_csv, console, deepgram, elan,
    elapsed, google_speech, html, ispyfire, label_track, log, lrc, markdown, mission, name,
    openmhz, otranscribe, pdf_text, rdio_scanner, subtitle, textgrid, trunk_recorder,
    trunk_transcribe, whisper, whisper_cpp, whisper_table, whisperx_text,
};
use crate::note::Code;
use crate::span::Span;
use jsonc_parser::ast::Value;
use std::cell::OnceCell;

/// One input format.
#[derive(Debug)]
pub struct Format {
    /// As `--kind` takes it.
    pub name: &'static str,
    /// What a source of this format holds.
    pub kind: Kind,
    /// What it is told by.
    pub looks: &'static str,
    /// What is taken from it.
    pub takes: &'static str,
    /// How it is told and read.
    pub(super) reader: Reader,
}

/// How a format is told and read.
#[derive(Debug)]
pub(super) enum Reader {
    /// From the text of a file.
    Text {
        /// Whether a file has the format.
        fits: fn(&File) -> bool,
        /// Reads a file as it.
        read: fn(&File) -> Reading,
    },
    /// From the value that a file of JSON holds.
    Json {
        /// Whether a value has the format.
        fits: fn(&Value) -> bool,
        /// Reads a file as it.
        read: fn(&File, &Value) -> Reading,
    },
}

impl Format {
    fn fits(&self, file: &File) -> bool {
        match self.reader {
            Reader::Text { fits, .. } => fits(file),
            Reader::Json { fits, .. } => file.json().is_some_and(fits),
        }
    }

    /// Reads a file as this format, if it can be: JSON must be whole.
    pub(super) fn read(&self, file: &File) -> Result<Reading, Error> {
        match self.reader {
            Reader::Text { read, .. } => Ok(read(file)),
            Reader::Json { read, .. } => match file.json() {
                Some(value) => Ok(read(file, value)),
                None => Err(foreign(file)),
            },
        }
    }
}

/// All formats, in the order in which they are tried; the last fits any text.
pub const FORMATS: &[&Format] = &[
    &trunk_recorder::FORMAT,
    &trunk_transcribe::FORMAT,
    &rdio_scanner::FORMAT,
    &openmhz::FORMAT,
    &broadcastify::FORMAT,
    &ispyfire::FORMAT,
    &whisper::FORMAT,
    &whisper_cpp::FORMAT,
    &aws_transcribe::FORMAT,
    &assemblyai::FORMAT,
    &deepgram::FORMAT,
    &google_speech::FORMAT,
    &otranscribe::FORMAT,
    &subtitle::FORMAT,
    &console::FORMAT,
    &whisper_table::FORMAT,
    &lrc::FORMAT,
    &whisperx_text::FORMAT,
    &label_track::FORMAT,
    &elan::FORMAT,
    &textgrid::FORMAT,
    &mission::FORMAT,
    &elapsed::FORMAT,
    &html::FORMAT,
    &markdown::FORMAT,
    &pdf_text::FORMAT,
    &cad_csv::FORMAT,
    &cad::FORMAT,
    &name::FORMAT,
    &log::FORMAT,
    &article::FORMAT,
];

/// So many at the end of [`FORMATS`] have nothing of their own to be told by.
const PLAIN: usize = 3;

/// What the user says that an input is.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// Any format of this kind.
    Kind(Kind),
    /// This one.
    Format(&'static Format),
}

/// A file while its format is told.
pub(super) struct File<'a> {
    /// Its name, without its folders.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    json: OnceCell<Option<Value<'a>>>,
}

/// What was read from a file.
#[derive(Debug)]
pub(super) struct Reading {
    /// What it holds; spans are into the text that was taken out, or into that of the file.
    pub body: Body,
    /// The text that was taken out of it, if it is not all text.
    pub extracted: Option<Extracted>,
    /// When the recording was made that its stamps count from.
    pub recording: Option<Recording>,
    /// The recorder that made it with others, if it is one call of many.
    pub recorder: Option<String>,
    /// When it says that it was published, and the words that do.
    pub published: Option<(Published, Span)>,
    /// What is to be said of it.
    pub remarks: Vec<Remark>,
}

/// A remark on a source, at a place in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What kind of remark.
    pub code: Code,
    /// Where.
    pub span: Span,
    /// One sentence without a full stop.
    pub message: String,
}

impl Choice {
    /// What a name means: that of a format, `transcript` or `article`.
    ///
    /// ```
    /// use squelch::read::format::Choice;
    /// assert!(matches!(Choice::named("article"), Some(Choice::Kind(_))));
    /// assert!(matches!(Choice::named("trunk-recorder"), Some(Choice::Format(_))));
    /// assert!(Choice::named("song").is_none());
    /// ```
    pub fn named(name: &str) -> Option<Choice> {
        let format = || FORMATS.iter().find(|format| format.name == name);
        Kind::named(name)
            .map(Choice::Kind)
            .or_else(|| format().map(|format| Choice::Format(format)))
    }

    fn allows(self, format: &Format) -> bool {
        match self {
            Choice::Kind(kind) => format.kind == kind,
            Choice::Format(chosen) => format.name == chosen.name,
        }
    }
}

impl<'a> File<'a> {
    pub fn new(name: &'a str, text: &'a str) -> Self {
        File {
            name,
            text,
            json: OnceCell::new(),
        }
    }

    /// The value that it holds, if it is JSON.
    pub fn json(&self) -> Option<&Value<'a>> {
        let value = self.json.get_or_init(|| {
            json::is_json(self.text)
                .then(|| json::parse(self.text).ok())
                .flatten()
        });
        value.as_ref()
    }
}

impl Reading {
    /// What a text of nothing but its body says.
    pub fn plain(body: Body) -> Self {
        Reading {
            body,
            extracted: None,
            recording: None,
            recorder: None,
            published: None,
            remarks: Vec::new(),
        }
    }
}

/// The format of a file and the others that it could have as well, by its content first and its name
/// second.
pub(super) fn format_of(
    file: &File,
    choice: Option<Choice>,
) -> Result<(&'static Format, Vec<&'static str>), Error> {
    if let Some(Choice::Format(format)) = choice {
        return Ok((format, Vec::new()));
    }
    let (own, plain) = FORMATS.split_at(FORMATS.len() - PLAIN);
    let is_allowed = |format: &&&Format| choice.is_none_or(|choice| choice.allows(format));
    let mut fitting = own
        .iter()
        .filter(is_allowed)
        .filter(|format| format.fits(file));
    if let Some(first) = fitting.next() {
        return Ok((first, fitting.map(|format| format.name).collect()));
    }
    if json::is_json(file.text) {
        return Err(foreign(file));
    }
    // the last of the kind that the user names fits whatever it is
    let mut plain = plain.iter().filter(is_allowed).peekable();
    let mut last = plain.peek().copied();
    for format in plain {
        last = Some(format);
        if format.fits(file) {
            break;
        }
    }
    Ok((last.unwrap_or(&FORMATS[FORMATS.len() - 1]), Vec::new()))
}

/// What is wrong with JSON that no format fits.
fn foreign(file: &File) -> Error {
    const SHOWN: usize = 6;
    match json::parse(file.text) {
        Err(error) => Error::Json {
            line: error.line_display(),
            column: error.column_display(),
            cause: error.kind().to_string().to_lowercase(),
        },
        Ok(value) => {
            let keys: Vec<String> = json::objects(&value)
                .take(1)
                .flat_map(|object| &object.properties)
                .take(SHOWN)
                .map(|property| format!("`{}`", property.name.as_str()))
                .collect();
            Error::ForeignJson {
                keys: keys.join(", "),
            }
        }
    }
}
