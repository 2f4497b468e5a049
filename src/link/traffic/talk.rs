//! What a transmission says to a dispatcher's board: who speaks to whom, of which place, and whether it
//! sends a unit or sets one free.

use super::cue::{Cue, Cues, Hint, Hints, clears, refers};
use crate::find::address::{self, Place};
use crate::find::call_number::call_number;
use crate::find::unit::{compared, units};
use crate::find::word::{gap, tokens};
use crate::lexicon::dispatch::WORKING_CHANNELS;
use crate::lexicon::radio::UNITS;
use crate::lexicon::{has, look_up};
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
    /// What its words show.
    pub cues: Cues,
    /// The kinds of violence that it tells of, bits as in [`Hint::kinds`].
    pub kinds: u32,
}

impl Talk {
    /// Reads one transmission; `hints` are those of the words of the run.
    pub fn of<'a>(text: &'a str, statement: &Statement, hints: &mut Hints<'a>) -> Self {
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
                talk.cues.add(Cue::AsksAnybody);
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
            talk.cues.extend(cues);
            talk.kinds |= kinds;
            if let Some(kind) = channel
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
        self.cues.extend(other.cues);
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
