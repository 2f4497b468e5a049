//! A call and the transcript of its sound, in two files of one name: `7-1746282150_851000000.json` beside
//! `7-1746282150_851000000.srt`.

use super::format::Remark;
use super::recording::{Basis, Moment, Recording};
use super::segment::LATE;
use super::transcript::{Entry, Stamp, Transcript, Transmission};
use super::{Body, Source, article, log, name_of, trunk_recorder};
use crate::note::Code;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Gives each transcript that lies beside a call of the same name what the call says of it: when its
/// sound was recorded, on which channel, and which unit speaks. The call itself then tells no event.
///
/// ```
/// use squelch::read::{Source, accompany};
/// let call = br#"{"start_time": 1746282150, "talkgroup": 7, "talkgroup_tag": "North",
///     "srcList": [{"src": 12, "time": 1746282150, "pos": 0.0, "tag": "Engine 7"}]}"#;
/// let mut sources = [
///     Source::read("calls/7-1746282150_1.json", call.to_vec(), None).unwrap(),
///     Source::read("calls/7-1746282150_1.txt", b"On scene.\n".to_vec(), None).unwrap(),
/// ];
/// accompany(&mut sources);
/// assert!(sources[1].recording.is_some());
/// ```
pub fn accompany(sources: &mut [Source]) {
    let calls: BTreeMap<String, Call> = sources
        .iter()
        .zip(0..)
        .filter_map(|(source, at)| {
            let stem = stems(&source.path).next()?;
            Some((stem.to_owned(), Call::of(source, at)?))
        })
        .collect();
    let mut told = BTreeSet::new();
    for source in sources.iter_mut() {
        let call = stems(&source.path).find_map(|stem| calls.get(stem));
        let is_open = |source: &Source| {
            let named = |it: &Recording| matches!(it.basis, Basis::Name(_));
            !source.is_chosen && source.recording.as_ref().is_none_or(named)
        };
        if let Some(call) = call.filter(|_| is_open(source)) {
            source.belong_to(call);
            told.insert(call.at);
        }
    }
    for at in told {
        if let Body::Transcript(transcript) = &mut sources[at].body {
            for entry in &mut transcript.entries {
                *entry = Entry::About(entry.span());
            }
        }
    }
}

/// Gives each transcript the sound file of its name, and returns the sound that no transcript is of;
/// `sounds` are paths.
///
/// ```
/// use squelch::read::{Source, give_sound};
/// let mut sources = [Source::read("a/7.srt", b"1\n00:00:01,000 --> 00:00:02,000\nGo\n".to_vec(), None).unwrap()];
/// let sounds = ["a/7.mp3".to_owned(), "a/8.mp3".to_owned()];
/// assert_eq!(give_sound(&mut sources, &sounds), ["a/8.mp3"]);
/// assert_eq!(sources[0].sound.as_deref(), Some("a/7.mp3"));
/// ```
pub fn give_sound<'a>(sources: &mut [Source], sounds: &'a [String]) -> Vec<&'a str> {
    let by_stem = sounds
        .iter()
        .map(|path| (stems(path).next().unwrap_or(path), path));
    let by_stem: BTreeMap<&str, &String> = by_stem.collect();
    let mut told = BTreeSet::new();
    for source in sources {
        let sound = stems(&source.path).find_map(|stem| by_stem.get(stem));
        if let (Some(sound), Body::Transcript(_)) = (sound, &source.body) {
            source.sound = Some((*sound).clone());
            told.insert(sound.as_str());
        }
    }
    let untold = sounds.iter().map(String::as_str);
    untold.filter(|sound| !told.contains(sound)).collect()
}

/// The path without its last ending, without its last two, and so on: `7.wav` and `7` for `7.wav.srt`.
fn stems(path: &str) -> impl Iterator<Item = &str> {
    let folder = path.len() - name_of(path).len();
    let dots = path.rmatch_indices('.').map(|(at, _)| at);
    dots.take_while(move |at| folder < *at)
        .map(|at| &path[..at])
}

/// What a call says of its sound.
struct Call {
    /// Its index.
    at: usize,
    name: String,
    recorder: Option<String>,
    recording: Recording,
    channel: Option<String>,
    /// Who speaks in each piece of the recording.
    units: Vec<Option<String>>,
    /// When it started, as written.
    start: String,
    /// In milliseconds, from the first instant that it can have started at.
    length: i64,
}

impl Call {
    /// A source that is one call without words.
    fn of(source: &Source, at: usize) -> Option<Call> {
        let recording = source.recording.clone()?;
        let Body::Transcript(transcript) = &source.body else {
            return None;
        };
        if source.format.name != trunk_recorder::FORMAT.name {
            return None;
        }
        let lines: Vec<&Transmission> = transcript.lines().collect();
        let first = lines.first()?;
        let words = |span: Span| span.of(&source.text).to_owned();
        Some(Call {
            at,
            name: name_of(&source.path).to_owned(),
            recorder: source.recorder.clone(),
            channel: first.channel.map(words),
            units: lines.iter().map(|line| line.unit.map(words)).collect(),
            start: first.stamp.map(|(_, span)| words(span))?,
            length: recording.length?,
            recording,
        })
    }

    /// Whether times of segments cannot be those of the call's sound.
    fn belies(&self, transcript: &Transcript) -> bool {
        let last = transcript.lines().filter_map(|line| match line.stamp?.0 {
            Stamp::Offset { since_start, .. } => Some(since_start),
            _ => None,
        });
        last.max().is_some_and(|last| self.length + LATE < last)
    }
}

impl Source {
    /// Takes over what a call says of the sound that this is a transcript of.
    fn belong_to(&mut self, call: &Call) {
        if self.format.name == article::FORMAT.name {
            self.body = Body::Transcript(log::spoken(&self.text));
        }
        let Body::Transcript(mut transcript) =
            std::mem::replace(&mut self.body, Body::Transcript(Transcript::default()))
        else {
            return;
        };
        let is_order = call.belies(&transcript);
        if is_order {
            self.remark(
                Code::OrderOnly,
                format!(
                    "times end after the call in `{}`; they give the order alone",
                    call.name
                ),
            );
        }
        let start = self.append(&call.start);
        let channel = call.channel.as_ref().map(|words| self.append(words));
        let units: Vec<Option<Span>> = call
            .units
            .iter()
            .map(|unit| unit.as_ref().map(|words| self.append(words)))
            .collect();
        let Some((Moment::Instant(at), grain)) =
            (call.recording.pieces.first()).map(|piece| (piece.at, piece.grain))
        else {
            return;
        };
        let first = Stamp::Moment { at, grain };
        let whole = Stamp::Moment {
            at,
            grain: call.length,
        };
        // a call of one voice begins with its one line
        let is_one = units.len() == 1 && transcript.lines().count() == 1;
        let whole = if is_one { first } else { whole };
        let mut is_untimed = false;
        for line in transcript.lines_mut() {
            // the call has a better name for it than the name of a file
            line.channel = channel.or(line.channel);
            let piece = match line.stamp {
                Some((Stamp::Offset { since_start, .. }, _)) if !is_order => {
                    Some(call.recording.index(since_start))
                }
                _ => {
                    line.stamp = Some((whole, start));
                    is_untimed = true;
                    Some(0).filter(|_| units.len() == 1)
                }
            };
            line.unit = line.unit.or(piece.and_then(|at| *units.get(at)?));
        }
        if is_untimed {
            self.remark(
                Code::RecordingStart,
                format!("`{}` says when it was recorded", call.name),
            );
        }
        self.body = Body::Transcript(transcript);
        self.recorder.clone_from(&call.recorder);
        self.recording = Some(Recording {
            basis: Basis::Beside(call.name.clone()),
            ..call.recording.clone()
        });
    }

    fn remark(&mut self, code: Code, message: String) {
        self.remarks.push(Remark {
            code,
            span: Span::default(),
            message,
        });
    }
}
