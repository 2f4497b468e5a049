//! Whose a status is: the unit's that stands right before it, else the speaker's or the unit's that is spoken
//! to; where somebody else is named, nobody's.

use super::piece::{Piece, Status, is_filling, is_of_unit};
use crate::find::unit::{Call, labelled, units};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::SAYING;
use crate::lexicon::radio::DISPATCHERS;
use crate::lexicon::reached::{CONTROLS, RESPONDERS};
use crate::lexicon::status::Milestone;
use crate::span::Span;
use std::collections::BTreeSet;

/// The units of a status; `None` is the incident's alone.
pub(super) type Whose = BTreeSet<Option<String>>;

/// Who says a passage.
pub(super) enum Speaker {
    /// Nobody: a record.
    Record,
    /// An article.
    Prose,
    /// A unit.
    Unit(Option<String>),
    /// Who calls for help.
    Caller,
    /// Who sends units: nothing that it says is of itself.
    Dispatcher,
    /// Somebody else on the radio.
    Somebody,
}

impl Speaker {
    /// By its label.
    pub fn labelled(label: &str) -> Self {
        if let Some(call) = labelled(label) {
            return Speaker::Unit(name(call));
        }
        let is = |role: &dyn Fn(&str) -> bool| {
            tokens(label, Span::new(0, label.len())).any(|word| role(word.of(label)))
        };
        if is(&|word| word.eq_ignore_ascii_case("caller")) {
            Speaker::Caller
        } else if is(&|word| has(DISPATCHERS, word) || has(CONTROLS, word)) {
            Speaker::Dispatcher
        } else {
            Speaker::Somebody
        }
    }
}

/// Whose the statuses of one piece are, in order; the empty set is nobody's of whom anything is known.
pub(super) fn whose(
    text: &str,
    passage: Span,
    piece: &Piece,
    statuses: &[Status],
    speaker: &Speaker,
) -> Vec<Whose> {
    let scene = Scene {
        text,
        passage,
        piece,
        speaker,
    };
    let mut found: Vec<Whose> = Vec::new();
    let mut floor = 0;
    for status in statuses {
        let whose = scene.whose(status, floor, found.last());
        found.push(whose);
        floor = status.at.end;
    }
    found
}

/// Where a status stands.
struct Scene<'a> {
    text: &'a str,
    passage: Span,
    piece: &'a Piece,
    speaker: &'a Speaker,
}

impl Scene<'_> {
    /// Whose a status is that stands behind word `floor`, where the one before it ends.
    fn whose(&self, status: &Status, floor: usize, last: Option<&Whose>) -> Whose {
        let words = &self.piece.words;
        // who calls for help sees somebody come, and knows nothing of the response
        if matches!(self.speaker, Speaker::Caller) {
            return Whose::new();
        }
        match status.milestone {
            Milestone::UnderControl => return incident(),
            Milestone::CallReceived => return self.of_call(),
            Milestone::Dispatched if words[status.at.clone()] == ["respond"] => {
                return self.ordered();
            }
            _ => {}
        }
        let floor = floor.max(self.piece.opening(status));
        let run = (floor..status.at.start)
            .rev()
            .take_while(|at| is_filling(&words[*at]))
            .last()
            .unwrap_or(status.at.start);
        let near = self.named(run, status);
        if !near.is_empty() {
            return near;
        }
        if run == floor {
            return last.cloned().unwrap_or_else(|| self.unnamed(run, status));
        }
        self.named_by_role(run, status)
    }

    /// The units in the words right before a status; whoever stands behind `to` is spoken to.
    fn named(&self, run: usize, status: &Status) -> Whose {
        let Some(near) = self.piece.span(run..status.at.end) else {
            return Whose::new();
        };
        let mut words = run..status.at.start;
        let to = words.find(|at| self.piece.words[*at] == "to");
        let end = to.map_or(near.end, |to| self.piece.spans[to].start);
        let mut named = self.names(Span { end, ..near });
        if run == 0 && self.piece.words[0] == "and" {
            named.extend(self.listed());
        }
        named
    }

    /// The units of a list before its last: `Engine 7, Truck 2, and Medic 3 on scene`.
    fn listed(&self) -> Whose {
        let list = Span {
            start: self.piece.sentence,
            end: self.piece.spans[0].start.max(self.piece.sentence),
        };
        let mut words = tokens(self.text, list).map(|word| word.of(self.text).to_lowercase());
        if words.all(|word| is_of_unit(&word)) {
            self.names(list)
        } else {
            Whose::new()
        }
    }

    /// Whose a status is that has nobody before it in its piece: `Engine 7: on scene`, `Engine 7, on scene`.
    fn unnamed(&self, run: usize, status: &Status) -> Whose {
        let is_of_other = self.piece.words[run..status.at.start]
            .iter()
            .any(|word| matches!(word.as_str(), "you" | "you're" | "you've"));
        match self.speaker {
            Speaker::Unit(name) if !is_of_other => [name.clone()].into(),
            Speaker::Prose => self.before_in_prose(status),
            _ => {
                let called = self.called();
                if !called.is_empty() {
                    return called;
                }
                let behind = self.right_behind(status);
                match self.speaker {
                    _ if !behind.is_empty() => behind,
                    Speaker::Record | Speaker::Somebody => incident(),
                    _ => Whose::new(),
                }
            }
        }
    }

    /// The units that are called before the piece: `Engine 7, you are on scene`.
    fn called(&self) -> Whose {
        let end = self.piece.spans[0].start;
        let before = Span {
            end: end.max(self.passage.start),
            ..self.passage
        };
        let to = tokens(self.text, before).find(|word| word.of(self.text) == "to");
        // `Engine 7 to Battalion 1, on scene`
        let caller = to.map(|to| {
            self.names(Span {
                end: to.start,
                ..before
            })
        });
        caller
            .filter(|caller| !caller.is_empty())
            .unwrap_or_else(|| self.names(before))
    }

    /// `Enroute E7`
    fn right_behind(&self, status: &Status) -> Whose {
        let words = &self.piece.words;
        let is_unit = words
            .get(status.at.end)
            .is_some_and(|next| is_of_unit(next));
        let rest = self.piece.span(status.at.end..words.len());
        rest.filter(|_| is_unit)
            .map_or_else(Whose::new, |rest| self.names(rest))
    }

    /// Those of whom a sentence of prose tells before the piece: `Engine 1, a pumper, arrived`.
    fn before_in_prose(&self, status: &Status) -> Whose {
        let sentence = Span {
            start: self.piece.sentence,
            end: self.piece.spans[status.at.start].start,
        };
        let before = self.named_or_role(sentence);
        if before.is_empty() {
            self.sent(status)
        } else {
            before
        }
    }

    /// Those whom somebody sends: `Dispatchers sent Engine 1`, `The county dispatched crews`.
    fn sent(&self, status: &Status) -> Whose {
        let behind = status.at.end..self.piece.words.len();
        let Some(behind) = self.piece.span(behind) else {
            return Whose::new();
        };
        if status.milestone != Milestone::Dispatched {
            return Whose::new();
        }
        self.named_or_role(behind)
    }

    /// The units that some words name; in prose, `the first fire engine` is none that can be told from others.
    fn names(&self, words: Span) -> Whose {
        let is_prose = matches!(self.speaker, Speaker::Prose);
        let told = |name: &String| !is_prose || name.contains(|c: char| c.is_ascii_digit());
        units(self.text, words)
            .into_iter()
            .map(|call| name(call).filter(told))
            .collect()
    }

    /// The units that some words name, or the incident if they name others who respond.
    fn named_or_role(&self, words: Span) -> Whose {
        let named = self.names(words);
        if named.is_empty() && responds(tokens(self.text, words).map(|word| word.of(self.text))) {
            return incident();
        }
        named
    }

    /// Whose a status is where other words than a unit's stand before it: the incident's if they name those
    /// who respond, and those of the units that somebody sent.
    fn named_by_role(&self, run: usize, status: &Status) -> Whose {
        let words = &self.piece.words;
        let sent = self.sent(status);
        if !sent.is_empty() {
            return sent;
        }
        // `police on scene report a fire` is no arrival
        let is_prose = matches!(self.speaker, Speaker::Prose);
        let is_told = is_prose || run < status.at.start || words.len() == status.at.end;
        if is_told && responds(words[..run].iter().map(String::as_str)) {
            incident()
        } else {
            Whose::new()
        }
    }

    /// The units that a dispatcher orders; a unit's order sends nobody.
    fn ordered(&self) -> Whose {
        if matches!(self.speaker, Speaker::Unit(_)) {
            return Whose::new();
        }
        let named = self.names(self.passage);
        if named.is_empty() && !matches!(self.speaker, Speaker::Prose) {
            incident()
        } else {
            named
        }
    }

    /// Only a record and an article tell of the call itself; on the radio it is talked about.
    fn of_call(&self) -> Whose {
        match self.speaker {
            Speaker::Record | Speaker::Prose => incident(),
            _ => Whose::new(),
        }
    }
}

fn incident() -> Whose {
    [None].into()
}

/// A number that may be a unit's is none that can be told from others.
fn name(call: Call) -> Option<String> {
    match call {
        Call::Named(name) | Call::Number(name) => Some(name),
        Call::Perhaps(_) => None,
    }
}

/// Whether words name those who respond, as who does it and not as who says it.
fn responds<'a>(words: impl DoubleEndedIterator<Item = &'a str>) -> bool {
    words
        .rev()
        .take_while(|word| !has(SAYING, word) && *word != "that")
        .any(|word| has(RESPONDERS, word))
}
