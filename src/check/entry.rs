//! What the words of an event are: its clause, its sentence, its paragraph.

use super::clause::{Form, clause};
use super::mood::without;
use super::passage::Passage;
use super::role::Roles;
use super::wording::Wording;
use crate::find::word::tokens;
use crate::lexicon::meaning::{EXTREMES, Extreme};
use crate::lexicon::radio::DISPATCHERS;
use crate::lexicon::{has, look_up};
use crate::link::Teller;
use crate::read::Body;
use crate::resolve::Kind;
use crate::span::Span;
use crate::timeline::{Event, Place, Timeline};

/// An event by its words.
pub(super) struct Entry {
    pub place: Place,
    /// The words of all who tell it.
    pub words: Passage,
    /// Whether it is words about something, said later.
    pub is_saying: bool,
    /// Whether it is told to be the first, or the last.
    pub extremes: Vec<Extreme>,
}

/// Which extremes a passage names, outside of its time.
fn extremes(text: &str, passage: Span, phrase: Span) -> impl Iterator<Item = Extreme> {
    tokens(text, passage)
        .filter(move |word| !phrase.holds(*word))
        .filter_map(|word| look_up(EXTREMES, word.of(text)))
}

/// The words of an event.
pub(super) fn entry(
    timeline: &Timeline,
    place: Place,
    event: &Event,
    roles: &[Roles],
    wording: &mut Wording,
) -> Entry {
    let told = timeline.told;
    let mut words = Passage::default();
    let mut is_saying = true;
    let mut found = Vec::new();
    for &teller in &event.tellers {
        let statement = told.statement(teller);
        let text = told.text(teller);
        is_saying &= statement.kind == Kind::Statement;
        let phrase = statement.phrase.unwrap_or_default();
        let main = main_clause(text, statement.span, statement.phrase);
        found.extend(extremes(text, main, phrase));
        let surroundings = surroundings(timeline, teller);
        let is_radio = surroundings.is_none() || statement.kind == Kind::Radio;
        words.tell(text, main, phrase, is_radio, wording);
        // what the dispatcher says is no dispatch of anybody
        let is_desk =
            |words: &Span| tokens(text, *words).any(|word| has(DISPATCHERS, word.of(text)));
        let speaker = statement.speaker.filter(|words| !is_desk(words));
        for part in [speaker, statement.unit].into_iter().flatten() {
            words.complete(text, part, wording);
        }
        // a transmission is all that there is, and its stamp tells of no other
        let Some((sentence, around)) = surroundings else {
            continue;
        };
        words.own.extend(wording.read(text, tokens(text, phrase)));
        // a passage without a verb is told by its sentence: `and at the fence at 4:25`
        if !is_radio && clause(text, &without(main, phrase)).form == Form::Noun {
            let lead = Span {
                start: sentence.start.min(main.start),
                end: main.start,
            };
            let (told, lead) = last_told(text, lead);
            words.complete(text, lead, wording);
            words.lead(text, told, lead, wording);
        }
        for role in roles[teller.source as usize].of(text, main) {
            words.own.extend(wording.read(text, tokens(text, role)));
        }
        words.surround(text, sentence.join(statement.span), around, wording);
    }
    Entry {
        place,
        words: words.sorted(),
        is_saying,
        extremes: found,
    }
}

/// The clause of a passage that its time is of: up to the word that opens one about something else, `officers
/// arrived | after the call`, `the call came at 9:14 | and crews left`; a relative one that has the time, `a blast
/// | that hurt nine Friday, | was heard`.
pub(super) fn main_clause(text: &str, passage: Span, phrase: Option<Span>) -> Span {
    let phrase = phrase.unwrap_or_default();
    let is_told = passage.start <= phrase.start && !phrase.is_empty();
    let counts_from = is_told
        && tokens(text, phrase)
            .last()
            .is_some_and(|word| is_counting(word.of(text)));
    let opener = tokens(text, passage).skip(1).find(|word| {
        let is_behind = phrase.end <= word.start;
        match word.of(text) {
            "after" | "before" | "until" => !phrase.holds(*word),
            "and" | "but" => is_told && is_behind,
            _ => false,
        }
    });
    let end = opener.map_or(passage.end, |word| word.start);
    if is_told && text[phrase.end as usize..].starts_with(", ") && phrase.end < end {
        let before = Span {
            start: passage.start,
            end: phrase.start,
        };
        let relative = tokens(text, before)
            .skip(1)
            .filter(|word| matches!(word.of(text), "that" | "who"));
        if let Some(relative) = relative.last() {
            return Span {
                start: relative.start,
                end: phrase.end,
            };
        }
    }
    Span {
        start: passage.start,
        end: if counts_from && passage.start < phrase.start {
            end.min(phrase.end)
        } else {
            end
        },
    }
}

/// The last of some clauses that has a verb, with those before it if one of them says who: `Crews left at 9 and | a
/// chief went in two minutes later,`, `Crews went in and | found a man and`.
fn last_told(text: &str, lead: Span) -> (Span, Span) {
    let openers: Vec<Span> = tokens(text, lead)
        .filter(|word| matches!(word.of(text), "and" | "but" | "while"))
        .collect();
    let parts = openers.iter().rev().map(|opener| Span {
        start: opener.end,
        ..lead
    });
    let mut told = parts.map(|part| (part, clause(text, &[part])));
    match told.find(|(_, read)| read.form != Form::Noun) {
        Some((part, read)) if read.subject.is_empty() => (part, lead),
        Some((part, _)) => (part, part),
        None => (lead, lead),
    }
}

/// Whether what stands behind a word is what a time counts from: `two minutes after | the call`.
fn is_counting(word: &str) -> bool {
    matches!(
        word,
        "after" | "before" | "following" | "into" | "of" | "to"
    )
}

/// The sentence of a statement in an article, and its paragraph with the one before it.
fn surroundings(timeline: &Timeline, teller: Teller) -> Option<(Span, Span)> {
    let told = timeline.told;
    let span = told.statement(teller).span;
    let Body::Article(article) = &told.sources[teller.source as usize].body else {
        return None;
    };
    let paragraphs = &article.paragraphs;
    let at = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
    let paragraph = paragraphs.get(at)?;
    let sentences = &paragraph.sentences;
    let sentence = sentences.iter().find(|sentence| span.start < sentence.end);
    let before = &paragraphs[at.saturating_sub(1)];
    let around = Span {
        start: before.span.start,
        end: paragraph.span.end,
    };
    Some((sentence.copied().unwrap_or(span), around))
}
