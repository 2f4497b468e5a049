//! Why an event lies where it lies, for reading: the chain of statements behind each of its ends.

use super::{length, offsets, one_line};
use crate::link::{Likeness, Teller};
use crate::solve::incident::explain::{Because, Explanation, Step};
use crate::time::Instant;
use crate::timeline::{Chronicle, Event, Timeline};
use std::io::{self, Write};

/// Writes an event, and what gives its two ends.
///
/// # Errors
///
/// What the writer reports.
pub fn write(
    timeline: &Timeline,
    (chronicle, event): (&Chronicle, &Event),
    explanation: &Explanation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page {
        timeline,
        chronicle,
    };
    let told = timeline.told;
    writeln!(
        out,
        "{} “{}”",
        event.id,
        one_line(told.words(event.tellers[0]))
    )?;
    for teller in &event.tellers {
        writeln!(out, "  told by {}", page.quoted(*teller))?;
    }
    let ends = [
        ("not before", event.interval.earliest, &explanation.earliest),
        ("before", event.interval.latest, &explanation.latest),
    ];
    for (side, end, steps) in ends {
        match end {
            None => writeln!(out, "\n{side}: open, nothing said bounds it")?,
            Some(end) => writeln!(out, "\n{side} {}, because", page.time(end))?,
        }
        for step in steps {
            page.step(side, step, out)?;
        }
    }
    let is_of_event = |teller: &Teller| event.tellers.contains(teller);
    for conflict in &chronicle.conflicts {
        if conflict.tellers.iter().any(is_of_event) {
            writeln!(out, "\n! {}", timeline.message(conflict))?;
        }
    }
    Ok(())
}

struct Page<'a> {
    timeline: &'a Timeline<'a>,
    chronicle: &'a Chronicle,
}

impl Page<'_> {
    fn time(&self, instant: Instant) -> String {
        self.chronicle.incident.zone.rfc3339(instant)
    }

    /// `story.txt:7 “Two minutes later, the crew arrived”`
    fn quoted(&self, teller: Teller) -> String {
        let told = self.timeline.told;
        let statement = told.statement(teller);
        let place = self.timeline.place(teller.source, statement.span);
        format!("{place} “{}”", one_line(told.words(teller)))
    }

    fn step(&self, side: &str, step: &Step, out: &mut dyn Write) -> io::Result<()> {
        let (reason, is_clock) = self.reason(step);
        let widest = if step.is_widened {
            ", read at its widest"
        } else {
            ""
        };
        writeln!(out, "  {reason}{widest}")?;
        if is_clock {
            return Ok(());
        }
        // an exclusive end is printed as one
        let shown = |instant: Instant| match side {
            "before" => self.time(instant.plus(1)),
            _ => self.time(instant),
        };
        let without = match step.without {
            None => "open".to_owned(),
            Some(instant) => shown(instant),
        };
        writeln!(
            out,
            "    so {}; if that is wrong, {side}: {without}",
            shown(step.bound)
        )
    }

    /// What a step says, and whether it is the offset of a clock, which is no time.
    fn reason(&self, step: &Step) -> (String, bool) {
        let told = self.timeline.told;
        let distance = match step.adds {
            0 => "at one time".to_owned(),
            later if 0 < later => format!("{} later", length(later)),
            sooner => format!("{} before", length(-sooner)),
        };
        let words = match step.because {
            Because::Said(teller) => {
                let statement = told.statement(teller);
                let phrase = statement
                    .phrase
                    .map(|phrase| one_line(phrase.of(told.text(teller))));
                match phrase {
                    Some(phrase) => format!("{} says `{phrase}`", self.quoted(teller)),
                    None => format!("{} stands between its neighbours", self.quoted(teller)),
                }
            }
            Because::Published(teller) => {
                format!(
                    "{} is told as past when it was published",
                    self.quoted(teller)
                )
            }
            Because::Day(teller) => format!("{} is told of this day", self.quoted(teller)),
            Because::Tied(from, to) => {
                format!(
                    "{} counts from {}: {distance}",
                    self.quoted(to),
                    self.quoted(from)
                )
            }
            Because::Same(identity) => {
                let why = match identity.likeness {
                    Likeness::Role => "tell the same",
                    Likeness::Retelling => "are a transmission and its retelling",
                    Likeness::Verbatim => "have the same words",
                    Likeness::Recording => "are one transmission on two recorders",
                    Likeness::Copy => "are one text printed twice",
                };
                let (first, second) = (self.quoted(identity.first), self.quoted(identity.second));
                format!("{first} and {second} {why}: {distance}")
            }
            Because::Response(response) => {
                let (call, sent) = (self.quoted(response.call), self.quoted(response.sent));
                format!("{sent} sends units on a report, and {call} tells of the first call")
            }
            Because::Clock(teller) => {
                let path = &told.sources[teller.source as usize].path;
                let clock = offsets(told.clock(teller));
                let words =
                    format!("{clock} are added to the stamps of {path}, see `squelch clocks`");
                return (words, true);
            }
        };
        (words, false)
    }
}
