//! Each time mention of a source as it is read, before any timeline: its interval, what it was
//! counted from and why, and its annotation as TIMEX3.
//!
//! The day told is carried to bare clock times; a relation counts from the time told before it.

use crate::find::address::places;
use crate::find::{Expression, Mention, Mentions};
use crate::note::{Note, SourceId};
use crate::read::article::Role;
use crate::read::transcript::Entry;
use crate::read::{Body, Source};
use crate::resolve::point::Reading;
use crate::resolve::{Setting, Statement, civil, published, resolve};
use crate::span::Span;
use crate::time::Zone;
use narrative::Narrative;
use timex::Timex;

mod narrative;
pub mod print;
mod reading;
pub mod timex;

/// A mention as read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Which of the mentions.
    pub mention: Mention,
    /// What its words mean, if they name a place on the calendar.
    pub reading: Option<Reading>,
    /// What it was counted from.
    pub origin: Origin,
    /// Its annotation: none, one, or two for a range.
    pub timex: Vec<Timex>,
}

/// What a mention was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its own words say all.
    Words,
    /// The day of the words: the article's date.
    Today,
    /// The day last told.
    Told,
    /// The time last told.
    Event,
    /// The line's own stamp, with the date of the log.
    Stamp,
    /// Nothing: it is a length, a habit, or counts from an event.
    Nothing,
}

impl Origin {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Words => "words",
            Origin::Today => "publication",
            Origin::Told => "day told before",
            Origin::Event => "time told before",
            Origin::Stamp => "stamp",
            Origin::Nothing => "nothing",
        }
    }
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// `1111 N. Mill Road`
    Place,
    /// `Engine 4`
    Unit,
}

/// What one source says of times, read.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// The mentions in the order of the source.
    pub reads: Vec<Read>,
    /// The zone of the source.
    pub zone: Zone,
    /// Remarks.
    pub notes: Vec<Note>,
}

/// Reads each time mention of a source by itself.
///
/// ```
/// use squelch::read::format::Choice;
/// use squelch::{find, inspect, read::{Kind, Source}, resolve::{Published, Setting}};
/// let text = "Crews left at 1:12 p.m. Thursday. Two minutes later it rained.\n";
/// let source = Source::read("story.txt", text.into(), Some(Choice::Kind(Kind::Article))).unwrap();
/// let setting = Setting {
///     published: Some(Published::Day("2024-03-02".parse().unwrap())),
///     ..Setting::default()
/// };
/// let read = inspect::inspect(0, &source, &find::find(&source), &setting).reads;
/// assert_eq!(read[0].timex[0].value, "2024-02-29T13:12");
/// assert_eq!(read[1].reading.as_ref().unwrap().stated.unwrap().0 % 3_600_000, 14 * 60_000);
/// ```
pub fn inspect(
    id: SourceId,
    source: &Source,
    mentions: &Mentions,
    setting: &Setting,
) -> Inspection {
    let Body::Article(article) = &source.body else {
        return stamps(id, source, mentions, setting);
    };
    let zone = setting
        .zone
        .or_else(|| crate::resolve::account::zone_in(article, mentions))
        .unwrap_or(Zone::Floating);
    let own = published::own_date(id, source, article, mentions, zone, setting);
    let mut narrative = Narrative {
        id,
        text: &source.text,
        zone,
        is_24_hour: civil::is_24_hour(&source.text, mentions.all()),
        told: None,
        dated: None,
        named: None,
        said: None,
        quoted: (Span::default(), Vec::new()),
        period: None,
        last: None,
        reads: Vec::with_capacity(mentions.all().len()),
        notes: own.notes.clone(),
        own,
    };
    let mut ahead = mentions.all();
    for paragraph in &article.paragraphs {
        let whole = std::slice::from_ref(&paragraph.span);
        let sentences = if paragraph.sentences.is_empty() {
            whole
        } else {
            &paragraph.sentences
        };
        let dateline = article
            .dateline
            .filter(|dateline| paragraph.span.holds(*dateline));
        let told = narrative.told;
        for sentence in dateline.iter().chain(sentences) {
            let inside = next_within(&mut ahead, *sentence);
            narrative.sentence(paragraph.span, *sentence, inside);
        }
        narrative.end_paragraph(told, paragraph.role == Role::Body);
    }
    let is_placed = narrative.reads.iter().any(|read| read.reading.is_some());
    if zone == Zone::Floating && is_placed {
        narrative.notes.push(Note::zone_unknown(id));
    }
    Inspection {
        reads: narrative.reads,
        zone,
        notes: narrative.notes,
    }
}

/// The mentions inside the next span of a text that is walked in order.
fn next_within<'a>(ahead: &mut &'a [Mention], span: Span) -> &'a [Mention] {
    let is_before = |mention: &&Mention| mention.span.start < span.start;
    let is_inside = |mention: &&Mention| mention.span.end <= span.end;
    let rest = &ahead[ahead.iter().take_while(is_before).count()..];
    let (inside, later) = rest.split_at(rest.iter().take_while(is_inside).count());
    *ahead = later;
    inside
}

/// A transcript's times are its stamps, as the timeline reads them.
fn stamps(id: SourceId, source: &Source, mentions: &Mentions, setting: &Setting) -> Inspection {
    let resolved = resolve(id, source, mentions, setting);
    let read = |statement: &Statement| {
        let span = statement.phrase?;
        let reading = Reading {
            usual: statement.own,
            outer: statement.outer,
            stated: statement.stated,
            grain: statement.grain?,
            certainty: statement.certainty,
            day: None,
            codes: Vec::new(),
        };
        let timex = timex::of_stamp(span, &reading, resolved.zone);
        Some(Read {
            mention: Mention {
                span,
                expression: Expression::Stamp,
            },
            reading: Some(reading),
            origin: Origin::Stamp,
            timex: timex.into_iter().collect(),
        })
    };
    Inspection {
        reads: resolved.statements.iter().filter_map(read).collect(),
        zone: resolved.zone,
        notes: resolved.notes,
    }
}

/// What names a place or a unit in a source, in order.
pub fn names(source: &Source) -> Vec<(Span, Name)> {
    let of_place = |span: Span| {
        let found = places(&source.text, span).into_iter();
        found.map(|place| (place.span, Name::Place))
    };
    let mut names: Vec<(Span, Name)> = match &source.body {
        Body::Article(article) => article
            .paragraphs
            .iter()
            .flat_map(|paragraph| of_place(paragraph.span))
            .collect(),
        Body::Transcript(transcript) => transcript
            .entries
            .iter()
            .flat_map(|entry| match entry {
                Entry::Line(line) | Entry::Record(_, line) => {
                    let unit = line.unit.map(|unit| (unit, Name::Unit));
                    unit.into_iter().chain(of_place(line.text)).collect()
                }
                _ => Vec::new(),
            })
            .collect(),
    };
    names.sort_unstable_by_key(|(span, _)| *span);
    names
}
