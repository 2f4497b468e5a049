//! `oTranscribe`'s exchange format (`.otr`): JSON whose `text` is HTML in which each stamp is
//! `<span class="timestamp" data-timestamp="12.3">0:12</span>`, in seconds from the recording's start.

use super::extract::{Extract, Piece};
use super::format::{File, Format, Reader, Reading};
use super::html::add_text;
use super::html::scan::{Token, tokens};
use super::json::{self, milliseconds};
use super::log::line::labelled;
use super::segment::{Segment, transcript};
use super::words::trim;
use super::{Body, Kind};
use crate::span::Span;
use jsonc_parser::ast::Value;
use std::ops::Range;

/// oTranscribe's exchange format.
pub(super) const FORMAT: Format = Format {
    name: "otranscribe",
    kind: Kind::Transcript,
    looks: "JSON whose `text` has `data-timestamp=\"…\"`",
    takes: "the words behind each stamp, the stamp (seconds from the recording's start) and the name before a colon",
    reader: Reader::Json { fits, read },
};

fn fits(value: &Value) -> bool {
    let text = json::object(value).and_then(|object| json::string(object, "text"));
    text.is_some_and(|text| text.value.contains("data-timestamp="))
}

/// What stands behind one stamp.
struct Turn {
    time: Option<(i64, Range<usize>)>,
    /// Where its words begin.
    from: usize,
}

fn read(file: &File, value: &Value) -> Reading {
    let mut outer = Extract::of(file.text);
    if let Some(text) = json::object(value).and_then(|object| json::string(object, "text")) {
        outer.string(text);
    }
    let outer = outer.finish();
    let html = outer.text.as_str();
    let mut turns = vec![Turn {
        time: None,
        from: 0,
    }];
    let mut ends = Vec::new();
    let mut is_stamp = false;
    let mut at = 0;
    for token in tokens(html) {
        match token {
            Token::Start(tag) => {
                at = tag.content.end;
                let stamp = tag.attribute("data-timestamp");
                is_stamp = stamp.is_some();
                if let Some(range) = stamp {
                    ends.push(tag.from);
                    let start = html[range.clone()]
                        .trim()
                        .parse()
                        .ok()
                        .and_then(milliseconds);
                    turns.push(Turn {
                        time: start
                            .filter(|start| 0 <= *start)
                            .map(|start| (start, range)),
                        from: at,
                    });
                }
            }
            Token::Text(range) => {
                at = range.end;
                // what the stamp shows is the stamp again
                if let Some(turn) = turns.last_mut().filter(|_| is_stamp) {
                    turn.from = at;
                }
                is_stamp = false;
            }
            Token::End(_) => is_stamp = false,
        }
    }
    ends.push(html.len().max(at));
    let mut extract = Extract::of(html);
    let segments: Vec<Segment> = turns
        .into_iter()
        .zip(ends)
        .filter_map(|(turn, end)| segment(html, turn, end, &mut extract))
        .collect();
    let (read, remarks) = transcript(extract.text(), &segments);
    Reading {
        extracted: Some(extract.finish().out_of(&outer)),
        remarks,
        ..Reading::plain(Body::Transcript(read))
    }
}

fn segment(html: &str, turn: Turn, end: usize, extract: &mut Extract) -> Option<Segment> {
    let mut words: Vec<Piece> = Vec::new();
    add_text(html, turn.from..end, &mut words);
    trim(&mut words);
    if words.is_empty() {
        return None;
    }
    let time = turn
        .time
        .map(|(start, range)| (start, None, extract.words(range)));
    let span = extract.pieces(&words);
    let said = span.of(extract.text());
    let within = |part: &str| Span::within(extract.text(), part);
    let label = labelled(said);
    let speaker = label.as_ref().and_then(|line| line.label.name).map(within);
    Some(Segment {
        span,
        time,
        grain: 1,
        speaker,
        text: label
            .as_ref()
            .map_or(span, |line| within(line.text))
            .trim(extract.text()),
    })
}
