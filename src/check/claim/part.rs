//! The parts of a claim: what is said of one event and another, and that no word of a time is left over.
//!
//! A claim holds if all of its parts do: `Crews arrived at 9 p.m., before the roof fell`, `Crews arrived at 9 p.m.
//! and the roof fell at 9:30`.

use super::scan::{Form, is_point, trimmed};
use super::{Claimed, What, Words};
use crate::check::order::denies;
use crate::find::word::tokens;
use crate::span::Span;

/// Words behind a comma at which a clause of its own begins.
const CLAUSES: [&str; 8] = ["and", "but", "so", "when", "where", "which", "who", "while"];

/// Words at which a clause begins that says which one is meant.
const RELATIVES: [&str; 6] = ["that", "when", "where", "which", "who", "whose"];

/// Every part of a claim, or its words that no part has; a part without an event of its own is about `subject`:
/// `Crews arrived after the call | but before the collapse`.
pub(super) fn parts(text: &str, whole: Span, subject: &Words) -> Result<Vec<Claimed>, Span> {
    let form = Form::new(text, whole, subject);
    for and in form.every(&["and", "but"]) {
        let first = trimmed(text, whole.start, and.start);
        let second = trimmed(text, and.end, whole.end);
        let Ok(mut all) = part(&Form::new(text, first, subject)) else {
            continue;
        };
        // what is denied of the one is not said of the other
        let subject = if denies(first.of(text)) {
            Words::new()
        } else {
            all[0].event.clone()
        };
        if let Ok(rest) = parts(text, second, &subject) {
            all.extend(rest);
            return Ok(all);
        }
    }
    part(&form)
}

/// One part, with the times that it gives its events beside what it says of them.
fn part(form: &Form) -> Result<Vec<Claimed>, Span> {
    let all = form.amid().or_else(|| form.read().map(|one| vec![one]));
    let mut all = all.ok_or_else(|| form.unread())?;
    let mut times: Vec<Claimed> = Vec::new();
    for claimed in &mut all {
        let Claimed { event, what } = claimed;
        let other = match what {
            What::Apart { other, .. } => Some(other),
            What::Lasted(_) | What::At { .. } => None,
        };
        for words in [Some(event), other].into_iter().flatten() {
            let time = timed(form, words).filter(|time| !times.contains(time));
            times.extend(time);
            if let Some(rest) = words.iter().find_map(|piece| form.left_over(*piece)) {
                return Err(rest);
            }
        }
    }
    all.extend(times);
    Ok(all)
}

/// Takes a time out of the words of an event at whose end it stands: `crews arrived | at 9 p.m.`, `On Saturday |
/// crews arrived`; the time of a clause inside is of something else: `the man who fell at 9 p.m.`
fn timed(form: &Form, words: &mut Words) -> Option<Claimed> {
    let text = form.text;
    // what is denied is all of it together, and no part of it
    if denies(form.whole.of(text)) {
        return None;
    }
    let (at, time, rest) = words.iter().enumerate().find_map(|(at, piece)| {
        let time = form.loose(*piece).find(|it| is_point(it))?;
        let before = trimmed(text, piece.start, time.span.start);
        let behind = trimmed(text, time.span.end, piece.end);
        let is_led = matches!(before.of(text), "" | "In" | "On" | "in" | "on");
        // but `Engine 4, which came at 9 p.m.`
        let has_clause = tokens(text, before).any(|word| {
            RELATIVES.contains(&word.of(text)) && !text[..word.start as usize].ends_with(", ")
        });
        match (is_led, behind.is_empty()) {
            (false, true) if !has_clause => Some((at, time, before)),
            (true, false) => Some((at, time, behind)),
            _ => None,
        }
    })?;
    words[at] = rest;
    Some(Claimed {
        event: words.clone(),
        what: What::At {
            time: time.clone(),
            denied: false,
        },
    })
}

/// What the first form of some words claims, of the clauses that stand beside it, without those further off and
/// without the times in them.
pub(super) fn clauses(form: &Form) -> Option<Claimed> {
    let text = form.text;
    let mut claimed = form.read()?;
    let event = &mut claimed.event;
    if let What::Apart { other, .. } = &mut claimed.what {
        let is_led = event[0].start < other[0].start;
        let near: fn(&str, Span) -> Span = if is_led { last_clause } else { first_clause };
        for piece in event.iter_mut() {
            *piece = near(text, *piece);
        }
        for piece in other.iter_mut() {
            *piece = first_clause(text, *piece);
        }
        timed(form, other);
    }
    timed(form, event);
    Some(claimed)
}

/// Up to where the next clause begins.
fn first_clause(text: &str, words: Span) -> Span {
    let next = breaks(text, words).next();
    next.map_or(words, |(comma, _)| Span {
        end: comma,
        ..words
    })
}

/// From where the last clause begins.
fn last_clause(text: &str, words: Span) -> Span {
    let last = breaks(text, words).last();
    last.map_or(words, |(_, start)| Span { start, ..words })
}

/// Where one clause ends and where the next begins, behind the word that opens it.
fn breaks(text: &str, words: Span) -> impl Iterator<Item = (u32, u32)> + '_ {
    let commas = words.of(text).match_indices(", ");
    commas.filter_map(move |(at, _)| {
        let comma = words.start + at as u32;
        let opener = tokens(
            text,
            Span {
                start: comma,
                ..words
            },
        )
        .next()?;
        CLAUSES
            .contains(&opener.of(text))
            .then_some((comma, opener.end))
    })
}
