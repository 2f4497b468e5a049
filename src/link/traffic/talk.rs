//! What a transmission says to a dispatcher's board: who speaks to whom, of which place, and whether it
//! sends a unit or sets one free.

use super::cue::{Cue, Cues, Hint, Hints, clears, refers, stops};
use crate::find::address::{self, Place, is_suffix};
use crate::find::call_number::call_number;
use crate::find::unit::{Call, labelled, units};
use crate::find::word::{gap, tokens};
use crate::lexicon::dispatch::{AILING, ANSWERS, LEAVING, WORKING_CHANNELS};
use crate::lexicon::prose::STOP_WORDS;
use crate::lexicon::radio::{CHANNELS, NOISE, PROCEDURE, ROLES, UNITS};
use crate::lexicon::street::OF_NO_STREET;
use crate::lexicon::time::{MONTHS, WEEKDAYS};
use crate::lexicon::{has, look_up};
use crate::note::SourceId;
use crate::resolve::Statement;
use crate::span::Span;
use nom::character::complete::digit1;
use nom::{IResult, Parser};

/// A transmission, or the recordings of one, as far as it tells which emergency it belongs to.
#[derive(Clone, Debug, Default)]
pub struct Talk<'a> {
    /// The units that speak or are spoken to, the speaker first.
    pub units: Vec<Call>,
    /// The places that it names, with the source that has the words.
    pub places: Vec<(SourceId, Place)>,
    /// The number under which an emergency is filed.
    pub number: Option<String>,
    /// The channel that it names for an emergency.
    pub channel: Option<String>,
    /// Its words and those of its speaker that may name something.
    pub words: Vec<&'a str>,
    /// Those of them that do, by their capital inside a sentence.
    pub names: Vec<&'a str>,
    /// Whether it is written without capitals.
    pub is_lower: bool,
    /// What its words show.
    pub cues: Cues,
    /// The kinds of violence that it tells of, bits as in [`Hint::kinds`].
    pub kinds: u32,
}

impl<'a> Talk<'a> {
    /// Reads one transmission; `hints` are those of the words of the run.
    pub fn of(text: &'a str, statement: &Statement, hints: &mut Hints<'a>) -> Self {
        let mut talk = Talk::default();
        if let Some(speaker) = statement.unit.or(statement.speaker) {
            match labelled(speaker.of(text)) {
                Some(unit) => talk.units.push(unit),
                None => talk
                    .words
                    .extend(tokens(text, speaker).map(|word| word.of(text))),
            }
        }
        for unit in units(text, statement.span) {
            match unit {
                Call::Named(kind) if has(UNITS, &kind) => talk.cues.add(Cue::AsksAnybody),
                unit if talk.units.contains(&unit) => {}
                unit => talk.units.push(unit),
            }
        }
        let places = address::spoken_places(text, statement.span).into_iter();
        talk.places = places.map(|place| (statement.source, place)).collect();
        talk.number = call_number(text, statement.span);
        talk.is_lower = statement.span.of(text).starts_with(char::is_lowercase);
        talk.read_words(text, statement.span, hints);
        talk
    }

    fn read_words(&mut self, text: &'a str, span: Span, hints: &mut Hints<'a>) {
        let text = &text[..span.end as usize];
        let mut before = ["", ""];
        for token in tokens(text, span) {
            let word = token.of(text);
            let Hint {
                mut cues,
                kinds,
                channel,
            } = hints.of(word);
            if cues.has(Cue::Refers) && !refers(before) {
                cues.remove(Cue::Refers);
            }
            if cues.has(Cue::Clears) && !clears(text, token, before[1]) {
                cues.remove(Cue::Clears);
            }
            if cues.has(Cue::Stops) && !stops(text, token, before[1]) {
                cues.remove(Cue::Stops);
            }
            self.cues.extend(cues);
            // `Gunnison Avenue` is no gun, and a heart attack no attack
            let is_name = self.places.iter().any(|(_, place)| place.span.holds(token));
            if !is_name && !has(AILING, before[1]) {
                self.kinds |= kinds;
            }
            if let Some(kind) = channel
                && let Ok((_, number)) = channel_number(&text[token.end as usize..])
            {
                self.channel = Some(format!("{kind} {number}"));
            }
            if may_name(word) && !has(LEAVING, before[1]) {
                self.words.push(word);
                let ahead = text[span.start as usize..token.start as usize].trim_end();
                let opens = ahead.is_empty() || ahead.ends_with(['.', '?', '!', ':']);
                if !opens && word.starts_with(char::is_uppercase) {
                    self.names.push(word);
                }
            }
            before = [before[1], word];
        }
    }

    /// Adds what another recording of the same transmission has.
    pub fn add(&mut self, other: Talk<'a>) {
        for unit in other.units {
            if !self.units.contains(&unit) {
                self.units.push(unit);
            }
        }
        add_places(&mut self.places, other.places);
        self.number = self.number.take().or(other.number);
        self.channel = self.channel.take().or(other.channel);
        self.words.extend(other.words);
        self.names.extend(other.names);
        self.is_lower |= other.is_lower;
        self.cues.extend(other.cues);
        self.kinds |= other.kinds;
    }
}

/// Whether a word can be the name of a place or of somebody: no unit, role, channel, day or common word.
pub fn may_name(word: &str) -> bool {
    4 <= word.len()
        && !word.contains(|c: char| c.is_ascii_digit())
        && !has(STOP_WORDS, word)
        && !has(UNITS, word.strip_suffix('s').unwrap_or(word))
        && !has(ROLES, word)
        && !has(PROCEDURE, word)
        && !has(ANSWERS, word)
        && !has(NOISE, word)
        && !has(CHANNELS, word)
        && !is_suffix(word)
        && !has(OF_NO_STREET, word)
        && look_up(MONTHS, word).is_none()
        && look_up(WEEKDAYS, word).is_none()
}

/// Adds places to those that are known; of two that meet the more exact one stays.
pub fn add_places(
    known: &mut Vec<(SourceId, Place)>,
    more: impl IntoIterator<Item = (SourceId, Place)>,
) {
    for place in more {
        match known.iter_mut().find(|it| it.1.meets(&place.1)) {
            Some(own) if !own.1.is_exact() && place.1.is_exact() => *own = place,
            Some(_) => {}
            None => known.push(place),
        }
    }
}

/// ` 2`, `-2` of `tac 2`, `TAC-2`
fn channel_number(input: &str) -> IResult<&str, &str> {
    let rest = input
        .strip_prefix('-')
        .map_or_else(|| gap(input).map(|(rest, _)| rest), Ok)?;
    digit1.parse(rest)
}

/// The form by which channels are compared: `TAC-2` and `Tactical 2` are `tac 2`.
pub fn channel(words: &str) -> String {
    let parts = words.split(|c: char| !c.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty());
    let parts: Vec<String> = parts
        .map(|part| {
            look_up(WORKING_CHANNELS, part).map_or_else(|| part.to_lowercase(), str::to_owned)
        })
        .collect();
    parts.join(" ")
}
