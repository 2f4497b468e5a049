//! Verdicts on claims: for reading, as a table, for programs.

use super::json::{Quoted, quoted};
use super::{Format, in_seconds, length, one_line};
use crate::check::verdict::Verdict;
use crate::check::{Checked, Finding, Missing, claim::FORMS};
use crate::link::Teller;
use crate::note::SourceId;
use crate::solve::Limits;
use crate::span::Span;
use crate::time::SECOND;
use crate::timeline::{Place, Timeline};
use csv::{Terminator, WriterBuilder};
use serde::Serialize;
use std::io::{self, Write};

mod flip;

/// Which verdicts are written for reading; a table has all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Each.
    All,
    /// Those that contradict, and how many there are of each.
    Misfits,
}

/// Writes what was found of some claims, in their order.
///
/// # Errors
///
/// What the writer reports.
pub fn write(
    timeline: &Timeline,
    checked: &[Checked],
    (format, shown): (Format, Shown),
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page { timeline };
    match format {
        Format::Text if shown == Shown::All => checked
            .iter()
            .try_for_each(|checked| page.text(checked, out)),
        Format::Text => page.misfits(checked, out),
        Format::Csv => page.table(checked, out).map_err(io::Error::other),
        Format::Json => {
            let verdicts = checked.iter().map(|checked| page.entry(checked)).collect();
            serde_json::to_writer_pretty(&mut *out, &Document { verdicts })?;
            writeln!(out)
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    verdicts: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    claim: &'a str,
    verdict: &'static str,
    at_least_s: Option<f64>,
    at_most_s: Option<f64>,
    events: Vec<&'a str>,
    evidence: Vec<Quoted<'a>>,
    missing: Option<String>,
    flip: Option<String>,
}

struct Page<'a> {
    timeline: &'a Timeline<'a>,
}

impl Page<'_> {
    fn misfits(&self, checked: &[Checked], out: &mut dyn Write) -> io::Result<()> {
        let of = |wanted| {
            checked
                .iter()
                .filter(move |checked| verdict(checked) == wanted)
        };
        for misfit in of(Verdict::Contradicted) {
            self.text(misfit, out)?;
        }
        let [wrong, right, open] = [
            Verdict::Contradicted,
            Verdict::Supported,
            Verdict::Undetermined,
        ]
        .map(|wanted| of(wanted).count());
        writeln!(
            out,
            "{} told in the articles: {wrong} contradicted, {right} supported, {open} undetermined",
            checked.len()
        )
    }

    fn text(&self, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
        let verdict = verdict(checked).name();
        writeln!(
            out,
            "{verdict}  {}  {}",
            checked.claim.id,
            one_line(&checked.claim.text)
        )?;
        let Ok(found) = &checked.found else {
            return writeln!(out, "  {}\n", unread(checked));
        };
        for place in &found.events {
            writeln!(out, "  {}", self.event(*place))?;
        }
        if let Some(window) = self.window(found) {
            writeln!(out, "  {window}")?;
        }
        let events = found.events.iter();
        let shown: Vec<_> = events
            .map(|place| self.words(self.teller(*place)))
            .collect();
        let evidence = self.evidence(found).into_iter();
        for words in evidence.filter(|words| !shown.contains(words)) {
            writeln!(out, "  by {}", self.passage(words))?;
        }
        let notes = [found.missing.as_ref().map(missing), self.flip(found)];
        for note in notes.into_iter().flatten() {
            writeln!(out, "  {note}")?;
        }
        writeln!(out)
    }

    fn table(&self, checked: &[Checked], out: &mut dyn Write) -> csv::Result<()> {
        let mut table = WriterBuilder::new()
            .terminator(Terminator::Any(b'\n'))
            .from_writer(out);
        table.write_record([
            "id",
            "claim",
            "verdict",
            "at_least_s",
            "at_most_s",
            "events",
            "evidence",
            "missing",
            "flip",
        ])?;
        for checked in checked {
            let entry = self.entry(checked);
            let seconds = |end: Option<f64>| end.map_or(String::new(), |end| end.to_string());
            let places = entry.evidence.iter();
            let places =
                places.map(|it| format!("{}:{} “{}”", it.source, it.line, one_line(it.text)));
            table.write_record([
                super::csv::harmless(entry.id).as_ref(),
                super::csv::harmless(entry.claim).as_ref(),
                entry.verdict,
                &seconds(entry.at_least_s),
                &seconds(entry.at_most_s),
                &entry.events.join("; "),
                &places.collect::<Vec<_>>().join("; "),
                &entry.missing.unwrap_or_default(),
                &entry.flip.unwrap_or_default(),
            ])?;
        }
        table.flush()?;
        Ok(())
    }

    fn entry<'b>(&'b self, checked: &'b Checked) -> Entry<'b> {
        let none = Finding::default();
        let found = checked.found.as_ref().unwrap_or(&none);
        let Limits { at_least, at_most } = found.limits;
        #[expect(
            clippy::cast_precision_loss,
            reason = "distances are far below 2^53 ms"
        )]
        let seconds = |end: Option<i64>| end.map(|end| end as f64 / SECOND as f64);
        let events = found.events.iter();
        Entry {
            id: &checked.claim.id,
            claim: &checked.claim.text,
            verdict: verdict(checked).name(),
            at_least_s: seconds(at_least),
            at_most_s: seconds(at_most),
            events: events
                .map(|place| self.timeline.event(*place).id.as_str())
                .collect(),
            evidence: self
                .evidence(found)
                .into_iter()
                .map(|words| self.shown(words))
                .collect(),
            missing: match &checked.found {
                Ok(found) => found.missing.as_ref().map(missing),
                Err(_) => Some(unread(checked)),
            },
            flip: self.flip(found),
        }
    }

    /// The passages that decide, by source and place.
    fn evidence(&self, found: &Finding) -> Vec<(SourceId, Span)> {
        let tellers = found.evidence.iter().map(|teller| self.words(*teller));
        let mut words: Vec<_> = tellers.chain(found.days.iter().copied()).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// A passage with the path of its source, because no list of sources stands beside it.
    fn shown(&self, (source, span): (SourceId, Span)) -> Quoted<'_> {
        Quoted {
            source: self.timeline.told.sources[source as usize].path.clone(),
            ..quoted(self.timeline, source, span)
        }
    }

    fn teller(&self, place: Place) -> Teller {
        self.timeline.event(place).tellers[0]
    }

    fn words(&self, teller: Teller) -> (SourceId, Span) {
        (teller.source, self.timeline.told.statement(teller).span)
    }

    fn quoted(&self, teller: Teller) -> String {
        self.passage(self.words(teller))
    }

    /// `story.txt:7 “Two minutes later, the crew arrived”`
    fn passage(&self, (source, span): (SourceId, Span)) -> String {
        let text = span.of(&self.timeline.told.sources[source as usize].text);
        let place = self.timeline.place(source, span);
        format!("{place} “{}”", one_line(text))
    }

    /// An event with the interval of its row.
    fn event(&self, place: Place) -> String {
        let event = self.timeline.event(place);
        let zone = self.timeline.chronicles[place.chronicle].incident.zone;
        let end = |end: Option<_>| end.map_or("open".to_owned(), |end| zone.rfc3339(end));
        let (earliest, latest) = (end(event.interval.earliest), end(event.interval.latest));
        format!(
            "{}  {}  {earliest} to {latest}",
            event.id,
            self.quoted(self.teller(place))
        )
    }

    /// How far apart the events lie, or an event from the time of the claim.
    fn window(&self, found: &Finding) -> Option<String> {
        found.claimed?;
        let (first, second) = match (found.time, &found.events[..]) {
            (Some(time), [place]) => {
                let zone = self.timeline.chronicles[place.chronicle].incident.zone;
                ("it".to_owned(), zone.rfc3339(time))
            }
            (None, [_, _]) => ("the first".to_owned(), "the second".to_owned()),
            _ => return None,
        };
        let Limits { at_least, at_most } = in_seconds(found.limits);
        let side = |end: i64| match end {
            0 => second.clone(),
            end if end < 0 => format!("{} before {second}", length(-end)),
            end => format!("{} after {second}", length(end)),
        };
        Some(match (at_least, at_most) {
            (None, None) => format!("nothing says how far {first} lies from {second}"),
            (Some(least), None) => format!("{first} lies not before {}", side(least)),
            (None, Some(most)) => format!("{first} lies not after {}", side(most)),
            (Some(least), Some(most)) => {
                format!("{first} lies between {} and {}", side(least), side(most))
            }
        })
    }
}

fn verdict(checked: &Checked) -> Verdict {
    let found = checked.found.as_ref();
    found.map_or(Verdict::Undetermined, |found| found.verdict)
}

fn unread(checked: &Checked) -> String {
    let words = checked
        .found
        .as_ref()
        .err()
        .map(|span| span.of(&checked.claim.text));
    match words.unwrap_or_default() {
        "" => format!("there is no claim here; {FORMS}"),
        words => format!("cannot read `{words}` as a claim about times; {FORMS}"),
    }
}

fn missing(missing: &Missing) -> String {
    match missing {
        Missing::NoEvent(words) => format!("no source tells of `{words}`"),
        Missing::Several(words) => {
            format!(
                "several events fit `{words}`, and not all lead to one verdict; name one by its id"
            )
        }
        Missing::Many(words, more) => {
            format!("these events fit `{words}`, and {more} more; name one by its id")
        }
        Missing::OneEvent => {
            "both descriptions fit one event best; name the other by its id".to_owned()
        }
        Missing::InPart => {
            "these events fit the words only in part; name them by their ids if they are meant"
                .to_owned()
        }
        Missing::NoEnds(words) => {
            format!("no source tells both the start and the end of `{words}`")
        }
        Missing::NoTime(words) => {
            format!("`{words}` is no time that these events can be compared with")
        }
        Missing::TwoTimes(words) => {
            format!(
                "`{words}` may mean two times that do not lead to one verdict; write a.m. or p.m. and the date"
            )
        }
        Missing::NoLeast => "no source says how much later it was at least".to_owned(),
        Missing::NoMost => "no source says how much later it was at most".to_owned(),
        Missing::TooWide => {
            "the sources allow both; a finer time of either would decide".to_owned()
        }
    }
}
