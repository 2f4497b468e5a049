//! Articles on a shift: which emergency each of their statements tells of.

use super::board::Job;
use super::{Part, majority};
use crate::find::address::{self, Place};
use crate::link::{Teller, Told};
use crate::note::SourceId;
use crate::read::Kind;
use crate::span::Span;
use crate::time::{HOUR, Instant, Interval};
use std::collections::BTreeMap;

/// What an article tells of an emergency lies within this of the talk about it, in milliseconds.
const NEAR: i64 = 12 * HOUR;

/// What an article quotes is where the transmission is, and what names the place of one emergency alone is
/// of that; if most of these are of one, so is all else that the account tells.
pub fn follow(told: &Told, jobs: &[Job], parts: &mut [Vec<Part>]) {
    let mut known: BTreeMap<(SourceId, u32), Vec<(u32, Part)>> = BTreeMap::new();
    for identity in told.identities {
        for (quote, line) in [
            (identity.first, identity.second),
            (identity.second, identity.first),
        ] {
            let is_quote = told.sources[quote.source as usize].kind() == Kind::Article;
            let part = parts[line.source as usize][line.index as usize];
            if is_quote && !matches!(part, Part::Account(_)) {
                let account = (quote.source, told.statement(quote).account);
                known.entry(account).or_default().push((quote.index, part));
            }
        }
    }
    for (source, said) in (0..).zip(told.resolved) {
        if told.sources[source as usize].kind() != Kind::Article {
            continue;
        }
        for index in 0..said.statements.len() as u32 {
            let teller = Teller { source, index };
            if let Some(job) = named(told, jobs, teller) {
                let account = (source, told.statement(teller).account);
                let known = known.entry(account).or_default();
                if known.iter().all(|(other, _)| *other != index) {
                    known.push((index, Part::Job(job)));
                }
            }
        }
    }
    for ((source, account), known) in known {
        let jobs: Vec<Option<u32>> = known.iter().map(|(_, part)| part.job()).collect();
        let parts = &mut parts[source as usize];
        if let Some(home) = majority(&jobs) {
            let mine = parts
                .iter_mut()
                .filter(|part| **part == Part::Account(account));
            mine.for_each(|part| *part = Part::Job(home));
        }
        for (index, part) in known {
            parts[index as usize] = part;
        }
    }
}

/// The one emergency whose place the paragraph of a statement names.
fn named(told: &Told, jobs: &[Job], teller: Teller) -> Option<u32> {
    let text = told.text(teller);
    let places = address::places(text, paragraph(text, told.statement(teller).span));
    let own = told.placed(teller);
    let is_there = |job: &&(u32, &Job)| {
        let last = Instant(job.1.last);
        // another fire at the same house, a year ago
        let is_near = !Interval::new(last, last)
            .widen(NEAR, NEAR)
            .and(own)
            .is_empty();
        let known = |place: &Place| job.1.places.iter().any(|(_, own)| own.meets(place));
        is_near && places.iter().any(known)
    };
    let numbered: Vec<(u32, &Job)> = (0..).zip(jobs).collect();
    let mut found = numbered.iter().filter(is_there);
    let (job, _) = found.next()?;
    found.next().is_none().then_some(*job)
}

/// The line of a text around some words.
fn paragraph(text: &str, words: Span) -> Span {
    let start = text[..words.start as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let end = text[words.end as usize..].find('\n');
    let end = end.map_or(text.len(), |at| words.end as usize + at);
    Span::new(start, end)
}
