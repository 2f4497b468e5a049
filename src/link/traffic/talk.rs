//! What a transmission says to a dispatcher's board: who speaks to whom, of which place, and whether it
//! sends a unit or sets one free.

use crate::find::address::{self, Place};
use crate::find::call_number::call_number;
use crate::find::unit::{compared, units};
use crate::find::word::{gap, tokens};
use crate::lexicon::dispatch::{
    ANYBODY, CHASING, CLEARING, COMPLAINTS, ELSEWHERE, NOT_CLEARING, REFERRING, SENDING,
    WORKING_CHANNELS,
};
use crate::lexicon::emergency::{EMERGENCY, EMERGENCY_KINDS};
use crate::lexicon::radio::UNITS;
use crate::lexicon::{has, has_stem, look_up, starts_with};
use crate::note::SourceId;
use crate::resolve::Statement;
use nom::character::complete::digit1;
use nom::{IResult, Parser};

/// A transmission, or the recordings of one, as far as it tells which emergency it belongs to.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// The units that speak or are spoken to, the speaker first, in the form by which they are compared.
    pub units: Vec<String>,
    /// The places that it names, with the source that has the words.
    pub places: Vec<(SourceId, Place)>,
    /// The number under which an emergency is filed.
    pub number: Option<String>,
    /// The channel that it names for an emergency.
    pub channel: Option<String>,
    /// Who speaks, where that is no unit: `harbor command`.
    pub speaker: Option<String>,
    cues: [bool; CUES],
    /// The kinds of violence that it tells of, a bit each of [`EMERGENCY_KINDS`].
    pub kinds: u32,
}

/// What words show of their emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Somebody is sent, or says where he goes.
    Sends,
    /// Whoever is free is asked, or a unit whose number was not understood.
    AsksAnybody,
    /// The place is where units wait or pass.
    Elsewhere,
    /// The emergency is known: `for the shooting`.
    Refers,
    /// A unit ends its work.
    Clears,
    /// An emergency moves.
    Chases,
    /// What somebody is sent for is named: `a burglary alarm`.
    Complains,
}

const CUES: usize = Cue::Complains as usize + 1;

impl Talk {
    /// Whether its words show something.
    pub fn has(&self, cue: Cue) -> bool {
        self.cues[cue as usize]
    }

    /// Reads one transmission.
    pub fn of(text: &str, statement: &Statement) -> Self {
        let mut talk = Talk::default();
        let speaker = statement.unit.or(statement.speaker);
        if let Some(words) = speaker.map(|span| span.of(text)) {
            match compared(words) {
                Some(unit) => talk.units.push(unit),
                None => talk.speaker = Some(words.to_lowercase()),
            }
        }
        for unit in units(text, statement.span) {
            if has(UNITS, &unit) {
                talk.cues[Cue::AsksAnybody as usize] = true;
            } else if !talk.units.contains(&unit) {
                talk.units.push(unit);
            }
        }
        let places = address::places(text, statement.span).into_iter();
        talk.places = places.map(|place| (statement.source, place)).collect();
        talk.number = call_number(text, statement.span);
        let mut before = ["", ""];
        for token in tokens(text, statement.span) {
            let word = token.of(text);
            let is_emergency = has_stem(EMERGENCY, word);
            let refers = before[1] == "the" && has(REFERRING, before[0]) && is_emergency;
            let shown = [
                (Cue::Sends, has(SENDING, word)),
                (Cue::Complains, is_emergency || has_stem(COMPLAINTS, word)),
                (Cue::Chases, has(CHASING, word)),
                (Cue::AsksAnybody, has(ANYBODY, word)),
                (Cue::Elsewhere, has(ELSEWHERE, word)),
                (Cue::Refers, refers),
                (
                    Cue::Clears,
                    clears(text, token.end as usize, before[1], word),
                ),
            ];
            for (cue, is_shown) in shown {
                talk.cues[cue as usize] |= is_shown;
            }
            if is_emergency {
                talk.kinds |= kinds(word);
            }
            if let Some(kind) = look_up(WORKING_CHANNELS, word)
                && let Ok((_, number)) = channel_number(&text[token.end as usize..])
            {
                talk.channel = Some(format!("{kind} {number}"));
            }
            before = [before[1], word];
        }
        talk
    }

    /// Adds what another recording of the same transmission has.
    pub fn add(&mut self, other: Talk) {
        for unit in other.units {
            if !self.units.contains(&unit) {
                self.units.push(unit);
            }
        }
        add_places(&mut self.places, other.places);
        self.number = self.number.take().or(other.number);
        self.channel = self.channel.take().or(other.channel);
        self.speaker = self.speaker.take().or(other.speaker);
        for (cue, is_shown) in self.cues.iter_mut().zip(other.cues) {
            *cue |= is_shown;
        }
        self.kinds |= other.kinds;
    }
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

/// The kinds of violence that a word tells of.
fn kinds(word: &str) -> u32 {
    let kinds = EMERGENCY_KINDS.iter().zip(0..);
    let told = kinds.filter(|(stems, _)| stems.iter().any(|stem| starts_with(word, stem)));
    told.fold(0, |kinds, (_, kind)| kinds | 1 << kind)
}

/// `Engine 7 is clear`, `available`, `in service`; not `all clear`, `clear the building`.
fn clears(text: &str, end: usize, before: &str, word: &str) -> bool {
    if word.eq_ignore_ascii_case("service") {
        return before.eq_ignore_ascii_case("in");
    }
    if !has(CLEARING, word) || has(NOT_CLEARING, before) {
        return false;
    }
    let rest = text[end..].trim_start_matches([' ', '\n']);
    let after = rest.split(|c: char| !c.is_alphanumeric()).next();
    !after.is_some_and(|after| has(NOT_CLEARING, after))
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
