//! Remarks on what sources have in common: clocks that were estimated, spoken times that do not fit,
//! figures that differ between two tellings of one event.

use super::clock::{Basis, Reference};
use super::wording::{Vocabulary, Word};
use super::{Identity, Likeness, Teller, Told};
use crate::find::unit::{Call, labelled, units};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::radio::{DISPATCHERS, UNITS};
use crate::note::{Code, Note};
use crate::resolve::Clock;
use crate::span::Span;
use crate::time::SECOND;

/// The remarks of a run.
pub fn remarks(told: &Told) -> Vec<Note> {
    let mut notes = Vec::new();
    for (source, clock) in (0..).zip(told.clocks) {
        let teller = |index| Teller { source, index };
        for stretch in &clock.stretches {
            if matches!(stretch.basis, Basis::Estimated | Basis::Jump) {
                notes.push(estimated(told, teller(stretch.from), stretch.applied));
            }
        }
        for anchor in clock.anchors.iter().filter(|anchor| !anchor.agrees) {
            if let Reference::Spoken(span) = anchor.with {
                let line = teller(anchor.statement);
                let words = span.of(told.text(line)).trim_end_matches('.');
                notes.push(Note {
                    code: Code::OddTime,
                    source,
                    span,
                    message: format!("`{words}` does not fit the clock of this recording"),
                });
            }
        }
    }
    let mut vocabulary = Vocabulary::default();
    for identity in told.identities {
        notes.extend(differing(told, &mut vocabulary, identity));
        notes.extend(other_speaker(told, identity));
    }
    notes
}

/// The remark on a quote that is given to another unit than its transmission, or to a dispatcher.
fn other_speaker(told: &Told, identity: &Identity) -> Option<Note> {
    if identity.likeness != Likeness::Verbatim {
        return None;
    }
    let (quote, line) = (identity.first, identity.second);
    let words = told.statement(quote).speaker?;
    let by = Speaker::of(told.text(quote), words)?;
    let statement = told.statement(line);
    let label = statement.unit.or(statement.speaker)?;
    let said = Speaker::of(told.text(line), label)?;
    if by.may_be(&said) {
        return None;
    }
    let read = &told.sources[line.source as usize];
    Some(Note {
        code: Code::SpeakersDiffer,
        source: quote.source,
        span: told.statement(quote).span,
        message: format!(
            "is said by `{}` here and by `{}` in {}:{}",
            words.of(told.text(quote)),
            label.of(&read.text),
            read.path,
            read.line(statement.span.start)
        ),
    })
}

/// Who speaks, as far as an article and a label can name one alike.
enum Speaker {
    Dispatcher,
    Unit(Call),
}

impl Speaker {
    fn of(text: &str, words: Span) -> Option<Self> {
        let mut roles = tokens(text, words).map(|word| word.of(text));
        if roles.any(|word| has(DISPATCHERS, word)) {
            return Some(Speaker::Dispatcher);
        }
        let labelled = labelled(words.of(text));
        let unit = labelled.or_else(|| units(text, words).into_iter().next());
        // a kind without its number is any of its kind
        unit.filter(|unit| !matches!(unit, Call::Named(kind) if has(UNITS, kind)))
            .map(Speaker::Unit)
    }

    /// Whether both can be one: `Car 38` may be called `38`.
    fn may_be(&self, other: &Speaker) -> bool {
        let (Speaker::Unit(first), Speaker::Unit(second)) = (self, other) else {
            return matches!((self, other), (Speaker::Dispatcher, Speaker::Dispatcher));
        };
        match (first, second) {
            (Call::Named(first), Call::Named(second)) => first == second,
            _ => first.number() == second.number(),
        }
    }
}

fn estimated(told: &Told, from: Teller, applied: Clock) -> Note {
    let seconds = |milliseconds: i64| milliseconds.div_euclid(SECOND);
    Note {
        code: Code::ClockEstimated,
        source: from.source,
        span: told.statement(from).span,
        message: format!(
            "from here {:+} to {:+} s are added to the stamps, see `squelch clocks`; pass \
             `--clock {}=OFFSET` if you know better",
            seconds(applied.least),
            seconds(applied.most + SECOND - 1),
            told.sources[from.source as usize].path
        ),
    }
}

/// The remarks on two tellings that have another number beside the same word, one at each.
fn differing(told: &Told, vocabulary: &mut Vocabulary, identity: &Identity) -> Vec<Note> {
    if !matches!(identity.likeness, Likeness::Verbatim | Likeness::Retelling) {
        return Vec::new();
    }
    let [ours, theirs] = [identity.first, identity.second]
        .map(|teller| vocabulary.read(told.text(teller), told.statement(teller).span));
    let Some((first, second)) = other_figure(vocabulary, &ours, &theirs) else {
        return Vec::new();
    };
    let note = |teller: Teller, mine: &str, other: Teller, others: &str| {
        let read = &told.sources[other.source as usize];
        let line = read.line(told.statement(other).span.start);
        Note {
            code: Code::FiguresDiffer,
            source: teller.source,
            span: told.statement(teller).span,
            message: format!("says `{mine}` where {}:{line} says `{others}`", read.path),
        }
    };
    vec![
        note(identity.first, &first, identity.second, &second),
        note(identity.second, &second, identity.first, &first),
    ]
}

/// A number of each that the other does not have, beside the same word.
fn other_figure(
    vocabulary: &Vocabulary,
    ours: &[Word],
    theirs: &[Word],
) -> Option<(String, String)> {
    let figures = |words: &[Word], others: &[Word]| -> Vec<usize> {
        let is_own = |at: &usize| vocabulary.is_figure(words[*at]) && !others.contains(&words[*at]);
        (0..words.len()).filter(is_own).collect()
    };
    let shared = |at: usize, to: usize| {
        let behind = ours
            .get(at + 1)
            .is_some_and(|word| theirs.get(to + 1) == Some(word));
        let before = 0 < at && 0 < to && ours[at - 1] == theirs[to - 1];
        before || behind
    };
    let (mine, others) = (figures(ours, theirs), figures(theirs, ours));
    let mut pairs = mine
        .into_iter()
        .flat_map(|at| others.iter().map(move |to| (at, *to)));
    let (at, to) = pairs.find(|(at, to)| shared(*at, *to))?;
    let spelling = |word: Word| vocabulary.spelling(word).to_owned();
    Some((spelling(ours[at]), spelling(theirs[to])))
}
