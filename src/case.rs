//! The case file, `case.toml`: the zone and the sources of a folder and the incidents that they tell of,
//! as the user states them.
//!
//! ```toml
//! name = "Fire at the mill"
//! zone = "America/Chicago"
//! pause = "45m"                      # an emergency that nobody speaks of for longer is over
//!
//! [[source]]
//! path = "story.txt"
//! published = "2024-03-02T09:00"
//! kind = "article"
//! url = "https://example.org/fire"    # cited in every row that stands on it
//! read = "2024-03-03"
//!
//! [[source]]
//! path = "log.txt"
//! speakers = { "SPEAKER_00" = "Dispatch", "700012" = "Engine 7" }
//! note = "sent by the county on request"
//!
//! [[incident]]
//! name = "Kitchen fire"
//! whole = ["story.txt", "log.txt:3"] # the incidents that have these lines are one
//!
//! [[incident]]
//! lines = ["log.txt:40-62"]          # just these lines are one
//! ```

use crate::read::Citation;
use crate::read::format::Choice;
use crate::resolve::{Clock, Published};
use crate::time::{UnknownZone, Zone};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use table::Table;

mod table;
pub mod value;

/// What a case file states.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// What the user calls it.
    pub name: Option<String>,
    /// The zone of all its sources.
    pub zone: Option<Zone>,
    /// An emergency that nobody speaks of for longer is over, in milliseconds.
    pub pause: Option<i64>,
    /// What it states about single sources.
    pub sources: Vec<CaseSource>,
    /// What it states about incidents.
    pub incidents: Vec<CaseIncident>,
    /// On which line each source is listed.
    listed: BTreeMap<String, usize>,
}

/// What a case file states about one source.
#[derive(Clone, Debug)]
pub struct CaseSource {
    /// The path, from the case file's folder.
    pub path: String,
    /// Where in the case file the path stands: line and column, from 1.
    pub place: (usize, usize),
    /// When it was published.
    pub published: Option<Published>,
    /// What it is: a kind of source, or a format.
    pub kind: Option<Choice>,
    /// What is added to its stamps.
    pub clock: Option<Clock>,
    /// When the recording started whose stamps count from there.
    pub start: Option<Published>,
    /// Where it is from.
    pub citation: Citation,
    /// What who speaks is to be called, by the name as written.
    pub speakers: Vec<(String, String)>,
}

/// What a case file states about one incident.
#[derive(Clone, Debug)]
pub struct CaseIncident {
    /// What it is called.
    pub name: Option<String>,
    /// What is in it.
    pub members: Vec<Member>,
}

/// Lines that a case file puts into an incident.
#[derive(Clone, Debug)]
pub struct Member {
    /// The path of their source, from the case file's folder.
    pub path: String,
    /// The lines.
    pub lines: RangeInclusive<usize>,
    /// Whether all of the incident is meant that has these lines.
    pub is_whole: bool,
    /// Where in the case file they are named: line and column, from 1.
    pub place: (usize, usize),
}

/// What is wrong with a case file, at its line and column, both from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct Error {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// Reads a case file: what it states, and what is wrong with it, in its order. What cannot be read is
/// left out: no TOML, an unknown key, a zone, a time or a kind that is none, a path or a name that is
/// there twice.
///
/// ```
/// let (case, errors) = squelch::case::read("zone = \"America/Chicago\"\npuase = \"45m\"\n");
/// assert_eq!(case.zone.unwrap().to_string(), "America/Chicago");
/// assert_eq!((errors[0].line, errors[0].column), (2, 1));
/// ```
pub fn read(text: &str) -> (Case, Vec<Error>) {
    let mut errors = Vec::new();
    let mut case = Case::default();
    match toml::de::DeTable::parse(text) {
        Ok(file) => {
            let table = Table::new(text, file.get_ref(), &mut errors);
            case.read(table);
        }
        Err(error) => {
            let first = error.message().lines().next().unwrap_or_default();
            let message = format!("{first}; see the README for the form of a case file");
            errors.push(at(text, error.span().unwrap_or_default(), message));
        }
    }
    errors.sort_by_key(|error| (error.line, error.column));
    (case, errors)
}

impl Case {
    fn read(&mut self, mut file: Table) {
        file.knows(&["name", "zone", "pause", "source", "incident"]);
        self.name = file.text("name").map(|(name, _)| name);
        self.zone = file.value("zone", |words| {
            words
                .parse()
                .map_err(|error: UnknownZone| error.to_string())
        });
        self.pause = file.value("pause", |words| {
            value::length(words)
                .ok_or_else(|| none_of(words, "length of time", value::LENGTH_FORMS))
        });
        file.each("source", |entry| self.read_source(entry));
        file.each("incident", |entry| self.read_incident(entry));
    }

    fn read_source(&mut self, mut entry: Table) {
        entry.knows(&[
            "path",
            "published",
            "kind",
            "clock",
            "start",
            "url",
            "read",
            "note",
            "speakers",
        ]);
        let Some((path, span)) = entry.required("path") else {
            return;
        };
        let path = plain(&path);
        if let Some(line) = self.listed.get(&path) {
            entry.wrong(
                span,
                format!("`{path}` is listed twice, first on line {line}; remove one"),
            );
            return;
        }
        let published = entry.value("published", |words| {
            value::moment(words).ok_or_else(|| none_of(words, "date", value::DATE_FORMS))
        });
        let kind = entry.value("kind", |words| {
            Choice::named(words).ok_or_else(|| none_of(words, "kind of source", KINDS))
        });
        let clock = entry.value("clock", |words| {
            value::offset(words).ok_or_else(|| none_of(words, "offset", value::OFFSET_FORMS))
        });
        let start = entry.value("start", |words| {
            value::start(words).ok_or_else(|| none_of(words, "moment", value::START_FORMS))
        });
        let citation = Citation {
            url: entry.text("url").map(|(url, _)| url),
            read: entry.value("read", |words| {
                let day = words.parse();
                day.map_err(|_| none_of(words, "day", "write it as `2025-05-04`"))
            }),
            note: entry.text("note").map(|(note, _)| note),
        };
        let speakers = entry.pairs("speakers");
        let place = entry.place(&span);
        self.listed.insert(path.clone(), place.0);
        self.sources.push(CaseSource {
            path,
            place,
            published,
            kind,
            clock,
            start,
            citation,
            speakers,
        });
    }

    fn read_incident(&mut self, mut entry: Table) {
        entry.knows(&["name", "whole", "lines"]);
        let named = entry.text("name");
        let is_taken = |name: &String| {
            let mut others = self.incidents.iter();
            others.any(|incident| incident.name.as_ref() == Some(name))
        };
        if let Some((name, span)) = named.as_ref().filter(|(name, _)| is_taken(name)) {
            let message = format!("two incidents are called `{name}`; make one entry of them");
            entry.wrong(span.clone(), message);
            return;
        }
        if let Some((_, span)) = named.as_ref().filter(|(name, _)| !is_name(name)) {
            entry.wrong(
                span.clone(),
                "a name has letters or digits; write one".to_owned(),
            );
            return;
        }
        let mut members: Vec<Member> = Vec::new();
        for (key, is_whole) in [("whole", true), ("lines", false)] {
            for (words, span) in entry.list(key) {
                let Some((path, lines)) = value::place(&words) else {
                    entry.wrong(
                        span,
                        none_of(&words, "place of a source", value::PLACE_FORMS),
                    );
                    continue;
                };
                let member = Member {
                    path: plain(path),
                    lines,
                    is_whole,
                    place: entry.place(&span),
                };
                match self
                    .holder(&member)
                    .or(members.iter().find(|it: &&Member| it.meets(&member)))
                {
                    Some(first) => {
                        let line = first.place.0;
                        let message =
                            format!("`{words}` is in two lists, first on line {line}; remove one");
                        entry.wrong(span, message);
                    }
                    None => members.push(member),
                }
            }
        }
        if !["whole", "lines"].iter().any(|key| entry.has_items(key)) {
            entry.wrong_here("this incident has nothing in it; add `whole` or `lines`".to_owned());
            return;
        }
        self.incidents.push(CaseIncident {
            name: named.map(|(name, _)| name),
            members,
        });
    }

    /// What has lines of a member already.
    fn holder(&self, member: &Member) -> Option<&Member> {
        let mut members = self.incidents.iter().flat_map(|incident| &incident.members);
        members.find(|known| known.meets(member))
    }
}

impl Member {
    fn meets(&self, other: &Member) -> bool {
        let (mine, theirs) = (&self.lines, &other.lines);
        self.path == other.path && mine.start() <= theirs.end() && theirs.start() <= mine.end()
    }
}

fn is_name(words: &str) -> bool {
    words.contains(char::is_alphanumeric)
}

/// A path without what leads nowhere: `./log.txt` is `log.txt`.
fn plain(path: &str) -> String {
    let parts = path.split('/').filter(|part| *part != ".");
    parts.collect::<Vec<_>>().join("/")
}

/// The remedy for a kind that is none.
pub const KINDS: &str =
    "write `transcript`, `article`, or the name of a format from `squelch formats`";

/// What is said of a value that cannot be read.
fn none_of(words: &str, kind: &str, forms: &str) -> String {
    let article = if kind.starts_with('o') { "an" } else { "a" };
    format!("`{words}` is not {article} {kind}; {forms}")
}

fn at(text: &str, span: Range<usize>, message: String) -> Error {
    let lines = crate::span::Lines::of(text);
    let (line, column) = lines.place(text, span.start.min(text.len()) as u32);
    Error {
        line,
        column,
        message,
    }
}
