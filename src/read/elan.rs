//! ELAN's annotations (`.eaf`, EUDICO Annotation Format 3.0): tiers of annotations whose times are those of time
//! slots, in milliseconds from the recording's start.
//!
//! A `REF_ANNOTATION` has the time of the annotation that it refers to; a slot may have none.

use super::Kind;
use super::extract::Piece;
use super::format::{File, Format, Reader, Reading};
use super::html::add_text;
use super::json::milliseconds;
use super::tiers::{Annotation, reading};
use super::words::trim;
use crate::span::Span;
use quick_xml::Reader as Xml;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// ELAN's annotations.
pub(super) const FORMAT: Format = Format {
    name: "elan",
    kind: Kind::Transcript,
    looks: "XML with `<ANNOTATION_DOCUMENT`",
    takes: "the words of each annotation, the time of its first slot (milliseconds from the recording's start), and \
            `PARTICIPANT` or `TIER_ID` as the speaker",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    const HEAD: usize = 2048;
    let head = &file.text[..file.text.floor_char_boundary(HEAD)];
    head.trim_start().starts_with('<') && head.contains("<ANNOTATION_DOCUMENT")
}

type Time = (i64, Option<i64>, Range<usize>);

/// The document as far as it is read.
#[derive(Default)]
struct Draft {
    /// The value of each time slot and where it stands.
    slots: BTreeMap<String, (i64, Range<usize>)>,
    speaker: Vec<Piece>,
    /// The annotation that is open: its id and its time.
    open: Option<(String, Option<Time>)>,
    /// The times of annotations, to which others refer.
    times: BTreeMap<String, Option<Time>>,
    annotations: Vec<Annotation>,
    unread: Vec<Range<usize>>,
    /// Values of time slots that are none.
    no_times: Vec<Range<usize>>,
}

fn read(file: &File) -> Reading {
    let text = file.text;
    let mut xml = Xml::from_str(text);
    let mut draft = Draft::default();
    // where the words of an annotation begin
    let mut begun = None;
    loop {
        let before = place(&xml);
        match xml.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                if tag.name().as_ref() == "ANNOTATION_VALUE" {
                    begun = Some(place(&xml));
                } else {
                    draft.open_tag(text, before, &tag);
                }
            }
            Ok(Event::End(tag)) if tag.name().as_ref() == "ANNOTATION_VALUE" => {
                if let Some(begun) = begun.take() {
                    draft.words(text, begun..before);
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                // what is behind the damage is not read
                let rest = Span::new(before, text.len()).trim(text);
                draft
                    .unread
                    .extend(Some(rest.range()).filter(|rest| !rest.is_empty()));
                break;
            }
        }
    }
    // words whose end is missing
    if let Some(begun) = begun {
        draft.words(text, begun..text.len());
    }
    reading(text, draft.annotations, &draft.unread, &draft.no_times)
}

fn place(xml: &Xml<&[u8]>) -> usize {
    usize::try_from(xml.buffer_position()).unwrap_or(usize::MAX)
}

impl Draft {
    fn open_tag(&mut self, text: &str, at: usize, tag: &BytesStart) {
        let value = |name: &str| attribute(text, at, tag, name);
        let said = |name: &str| value(name).map(|range| text[range].to_owned());
        match tag.name().as_ref() {
            "TIME_SLOT" => {
                let Some(range) = value("TIME_VALUE").filter(|range| !range.is_empty()) else {
                    return;
                };
                match slot_time(&text[range.clone()]).zip(said("TIME_SLOT_ID")) {
                    Some((time, id)) => {
                        self.slots.insert(id, (time, range));
                    }
                    None => self.no_times.push(range),
                }
            }
            "TIER" => {
                let name = value("PARTICIPANT")
                    .filter(|name| !name.is_empty())
                    .or_else(|| value("TIER_ID"));
                self.speaker.clear();
                self.speaker
                    .extend(name.map(|range| Piece { range, says: None }));
            }
            "ALIGNABLE_ANNOTATION" => {
                let slot = |name: &str| self.slots.get(&said(name)?).cloned();
                let end = slot("TIME_SLOT_REF2").map(|(end, _)| end);
                let time = slot("TIME_SLOT_REF1").map(|(start, range)| (start, end, range));
                self.open = said("ANNOTATION_ID").map(|id| (id, time));
            }
            "REF_ANNOTATION" => {
                let time =
                    said("ANNOTATION_REF").and_then(|id| self.times.get(&id).cloned().flatten());
                self.open = said("ANNOTATION_ID").map(|id| (id, time));
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        let mut words = Vec::new();
        add_text(text, range, &mut words);
        trim(&mut words);
        let time = self.open.take().and_then(|(id, time)| {
            self.times.insert(id, time.clone());
            time
        });
        self.annotations.push(Annotation {
            time,
            speaker: self.speaker.clone(),
            words,
        });
    }
}

/// The value of a time slot, which no recording has before its start.
fn slot_time(written: &str) -> Option<i64> {
    let value: f64 = written.parse().ok()?;
    milliseconds(value / 1000.0).filter(|at| 0 <= *at)
}

/// Where the value of an attribute stands in the file, whose tag begins at some place.
fn attribute(text: &str, at: usize, tag: &BytesStart, name: &str) -> Option<Range<usize>> {
    let mut all = tag.attributes().flatten();
    let value = all.find(|it| it.key.as_ref() == name)?.value;
    // the same words in the tag as it stands in the file
    let written = &text[at..];
    let key = written.find(&format!("{name}="))? + name.len() + 1;
    let from = at + key + 1;
    let range = from..from + value.len();
    (text.get(range.clone())? == value).then_some(range)
}
