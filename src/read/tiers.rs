//! Annotations in tiers, one tier a speaker, as linguists' programs keep them: put in the order of their times.

use super::Body;
use super::extract::{Extract, Piece};
use super::format::Reading;
use super::segment::{Segment, no_time, transcript};
use super::transcript::Entry;
use crate::span::Span;
use std::ops::Range;

/// One annotation as written.
#[derive(Debug)]
pub(super) struct Annotation {
    /// When it starts and ends, in milliseconds from the recording's start, and where its start stands.
    pub time: Option<(i64, Option<i64>, Range<usize>)>,
    /// The name of its tier.
    pub speaker: Vec<Piece>,
    /// What it says.
    pub words: Vec<Piece>,
}

/// What annotations say, in the order of their times, where else something stands that is not
/// read, and where a time should stand and does not.
pub(super) fn reading(
    file: &str,
    mut annotations: Vec<Annotation>,
    unread: &[Range<usize>],
    no_times: &[Range<usize>],
) -> Reading {
    // one without a time stays behind what it stands behind
    let mut last = i64::MIN;
    let mut keyed: Vec<(i64, Annotation)> = annotations
        .drain(..)
        .map(|annotation| {
            last = annotation.time.as_ref().map_or(last, |(start, ..)| *start);
            (last, annotation)
        })
        .collect();
    keyed.sort_by_key(|(start, _)| *start);
    let mut extract = Extract::of(file);
    let segments: Vec<Segment> = keyed
        .into_iter()
        .filter(|(_, it)| {
            it.words
                .iter()
                .any(|piece| !piece.says(file).trim().is_empty())
        })
        .map(|(_, annotation)| {
            let time = annotation
                .time
                .map(|(start, end, words)| (start, end, extract.words(words)));
            let speaker = Some(extract.pieces(&annotation.speaker)).filter(|name| !name.is_empty());
            let text = extract.pieces(&annotation.words);
            let text = text.trim(extract.text());
            Segment {
                span: text,
                time,
                grain: 1,
                speaker,
                text,
            }
        })
        .collect();
    let unread: Vec<Entry> = unread
        .iter()
        .map(|range| Entry::Unread(extract.words(range.clone())))
        .collect();
    let no_times: Vec<Span> = no_times
        .iter()
        .map(|range| extract.words(range.clone()))
        .collect();
    let (mut read, mut remarks) = transcript(extract.text(), &segments);
    remarks.extend(
        no_times
            .into_iter()
            .map(|span| no_time(extract.text(), span)),
    );
    read.entries.extend(unread);
    Reading {
        extracted: Some(extract.finish()),
        remarks,
        ..Reading::plain(Body::Transcript(read))
    }
}
