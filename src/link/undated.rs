//! Transcripts of which no day is known: quotes with a time, and other recordings, show when they were
//! made.

use super::anchors::offsets;
use super::clock::{Anchor, Basis, Reference, SourceClock};
use super::{Identity, Likeness, Teller};
use crate::note::{Code, Note, SourceId};
use crate::read::{Body, Source};
use crate::resolve::stamp::undated::Undated;
use crate::resolve::{Certainty, Published, Resolved, Setting, stamp};
use crate::time::{HOUR, Instant, Interval, SECOND, Zone};

/// Gives the transcripts that have none their day, or the start that their stamps count from, where
/// enough of what they have in common with others agrees on it: `quotes` with their transmissions, and
/// the `recordings` of one transmission.
pub fn date(
    sources: &[Source],
    resolved: &mut [Resolved],
    quotes: &[(Teller, Teller)],
    recordings: &[Identity],
) {
    let in_common = InCommon { quotes, recordings };
    // one that was dated can date another
    while (0..resolved.len()).any(|at| date_one(&sources[at], resolved, at as SourceId, in_common))
    {
    }
}

/// What transcripts have in common with other sources.
#[derive(Clone, Copy)]
struct InCommon<'a> {
    quotes: &'a [(Teller, Teller)],
    recordings: &'a [Identity],
}

/// Dates one transcript; whether that could be done.
fn date_one(source: &Source, resolved: &mut [Resolved], id: SourceId, found: InCommon) -> bool {
    let said = &resolved[id as usize];
    let (Some(undated), Body::Transcript(transcript)) = (&said.undated, &source.body) else {
        return false;
    };
    let clock = SourceClock::estimate(anchors(resolved, id, undated, found));
    let stretch = clock.stretches[0];
    if stretch.basis != Basis::Estimated {
        return false;
    }
    let middle = Instant(i64::midpoint(stretch.applied.least, stretch.applied.most));
    let mut setting = Setting {
        zone: Some(said.zone).filter(|zone| *zone != Zone::Floating),
        clock: said.clock,
        ..Setting::default()
    };
    let (what, start) = if undated.counts {
        let start = Instant(middle.0.div_euclid(SECOND) * SECOND);
        setting.start = Some(Published::Civil(said.zone.civil(start)));
        ("start", Some(start))
    } else {
        // midnight by a clock that may be fast or slow is nearest to noon of its day
        let noon = said.zone.civil(middle.plus(12 * HOUR));
        setting.published = Some(Published::Day(noon.date()));
        ("day", None)
    };
    let agreeing = clock.anchors.iter().filter(|anchor| anchor.agrees).count();
    let message = format!(
        "the {what} of this transcript is not written; it follows from {agreeing} lines that other \
         sources have too"
    );
    let span = said.statements[0].span;
    let mut dated = stamp::transcript(id, source, transcript, &setting);
    dated.start = start;
    if start.is_some() {
        for statement in &mut dated.statements {
            statement.stated = None;
            statement.certainty = statement.certainty.max(Certainty::Derived);
        }
    }
    dated.notes.push(Note {
        code: Code::AssumedDate,
        source: id,
        span,
        message,
    });
    resolved[id as usize] = dated;
    true
}

/// What shows when a transcript was made: what has to be added to its stamps.
fn anchors(resolved: &[Resolved], id: SourceId, undated: &Undated, found: InCommon) -> Vec<Anchor> {
    let anchor = |with: Teller, line: Teller, slack: (i64, i64)| {
        let said = &resolved[with.source as usize].statements[with.index as usize];
        let clock = resolved[id as usize].clock.unwrap_or_default();
        let stamp = clock.corrected(undated.stamps[line.index as usize]);
        let within = |time: Interval, slack: i64| offsets(stamp, time.widen(slack, slack));
        Some(Anchor {
            statement: line.index,
            allows: within(said.own, slack.0)?,
            outer: within(said.outer, slack.1)?,
            with: Reference::Statement(with),
            agrees: false,
        })
    };
    let mut anchors = Vec::new();
    for (quote, line) in found.quotes.iter().filter(|(_, line)| line.source == id) {
        anchors.extend(anchor(*quote, *line, (0, 0)));
    }
    for pair in found.recordings {
        for (other, line) in [(pair.first, pair.second), (pair.second, pair.first)] {
            if line.source == id {
                anchors.extend(anchor(other, line, Likeness::Recording.apart()));
            }
        }
    }
    anchors
}
