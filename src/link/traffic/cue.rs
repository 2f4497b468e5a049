//! What single words show of the emergency that they are said about.

use crate::lexicon::dispatch::{
    ANYBODY, CHASING, CLEARING, COMPLAINTS, ELSEWHERE, FIRST_PERSON, GOING, NOT_CLEARING,
    REFERRING, SENDING, STOPPING, WORKING_CHANNELS,
};
use crate::lexicon::emergency::{ANOTHER, EMERGENCY, EMERGENCY_KINDS};
use crate::lexicon::{has, has_stem, look_up, starts_with};
use crate::span::Span;
use rustc_hash::FxHashMap;

/// What words show of their emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Somebody is sent, or says where he goes.
    Sends,
    /// Somebody says that he goes where others were sent.
    Goes,
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
    /// A unit begins a work of its own: `traffic stop`, `out with one`.
    Stops,
    /// Somebody speaks of himself: `I'm at the corner`.
    TellsOfItself,
    /// It has nothing to do with what is known: `an unrelated call`.
    Unrelated,
}

/// Some cues, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(u16);

impl Cues {
    /// Whether a cue is among them.
    pub fn has(self, cue: Cue) -> bool {
        self.0 & 1 << cue as u16 != 0
    }

    /// Adds a cue.
    pub fn add(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u16;
    }

    /// Takes a cue away.
    pub fn remove(&mut self, cue: Cue) {
        self.0 &= !(1 << cue as u16);
    }

    /// Adds all of some others.
    pub fn extend(&mut self, others: Cues) {
        self.0 |= others.0;
    }
}

/// What one word can show, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint {
    /// What it shows; [`Cue::Refers`], [`Cue::Clears`] and [`Cue::Stops`] hold only as the words around it allow.
    pub cues: Cues,
    /// The kinds of violence that it tells of, a bit each of [`EMERGENCY_KINDS`].
    pub kinds: u32,
    /// Before a number, the kind of channel that it names.
    pub channel: Option<&'static str>,
}

/// The words of a run: a shift has few of them, and each is looked up once.
#[derive(Debug, Default)]
pub struct Hints<'a>(FxHashMap<&'a str, Hint>);

impl<'a> Hints<'a> {
    /// What a word can show.
    pub fn of(&mut self, word: &'a str) -> Hint {
        *self.0.entry(word).or_insert_with(|| hint(word))
    }
}

fn hint(word: &str) -> Hint {
    let word = word
        .strip_suffix("'s")
        .or(word.strip_suffix("’s"))
        .unwrap_or(word);
    let is_emergency = has_stem(EMERGENCY, word);
    let shown = [
        (Cue::Sends, has(SENDING, word)),
        (Cue::Goes, has(GOING, word)),
        (Cue::AsksAnybody, has(ANYBODY, word)),
        (Cue::Elsewhere, has(ELSEWHERE, word)),
        (Cue::Refers, is_emergency),
        (
            Cue::Clears,
            has(CLEARING, word) || word.eq_ignore_ascii_case("service"),
        ),
        (Cue::Chases, has(CHASING, word)),
        (Cue::Complains, is_emergency || has_stem(COMPLAINTS, word)),
        (Cue::Stops, has(STOPPING, word)),
        (Cue::Unrelated, has(ANOTHER, word)),
        (
            Cue::TellsOfItself,
            has(FIRST_PERSON, &word.replace('’', "'")),
        ),
    ];
    let mut cues = Cues::default();
    let shown = shown.into_iter().filter(|(_, is_shown)| *is_shown);
    shown.for_each(|(cue, _)| cues.add(cue));
    let kinds = EMERGENCY_KINDS.iter().zip(0..);
    let told = kinds.filter(|(stems, _)| stems.iter().any(|stem| starts_with(word, stem)));
    Hint {
        cues,
        kinds: told.fold(0, |kinds, (_, kind)| kinds | 1 << kind),
        channel: look_up(WORKING_CHANNELS, word),
    }
}

/// `for the fire`: whether the two words before an emergency say that it is known.
pub fn refers(before: [&str; 2]) -> bool {
    before[1] == "the" && has(REFERRING, before[0])
}

/// `Engine 7 is clear`, `available`, `in service`; not `all clear`, `clear the building`.
pub fn clears(text: &str, word: Span, before: &str) -> bool {
    if word.of(text).eq_ignore_ascii_case("service") {
        return before.eq_ignore_ascii_case("in");
    }
    let rest = text[word.end as usize..].trim_start_matches([' ', '\n']);
    let after = rest.split(|c: char| !c.is_alphanumeric()).next();
    !has(NOT_CLEARING, before) && !after.is_some_and(|after| has(NOT_CLEARING, after))
}

/// `407, traffic.`, `a traffic stop`, `on a stop`, `out with one`; not `stop the fire`, `traffic is heavy`.
pub fn stops(text: &str, word: Span, before: &str) -> bool {
    let rest = text[word.end as usize..].trim_start_matches([' ', '-']);
    let after = rest.split(|c: char| !c.is_alphanumeric()).next();
    let after = after.unwrap_or_default();
    match word.of(text).to_ascii_lowercase().as_str() {
        "traffic" => {
            let is_all = before.bytes().all(|byte| byte.is_ascii_digit());
            after == "stop" || is_all && rest.trim_matches(['.', ',', '!']).is_empty()
        }
        "stop" => matches!(before, "a" | "subject" | "traffic" | "vehicle"),
        _ => {
            before == "out"
                && matches!(
                    after,
                    "a" | "one" | "two" | "three" | "him" | "her" | "them"
                )
        }
    }
}
