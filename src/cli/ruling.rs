//! Case files: which rule a source, what is wrong with them, and which lines they pin.
//!
//! One that the user names must be right. What is wrong with another is told, and the rest goes on.

use super::Error;
use super::gather::{Input, folder_of, joined};
use crate::case::{self, Case, Member};
use crate::link::pin::{self, Pin, Rival};
use crate::read::{Citation, Source};
use crate::resolve::Resolved;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The name of a case file that rules its folder.
pub(super) const CASE_FILE: &str = "case.toml";

/// A case file with the folder that it rules.
#[derive(Debug)]
pub(super) struct Ruling {
    path: String,
    /// Whether the user named it.
    is_named: bool,
    folder: PathBuf,
    case: Case,
    /// By the canonical path of a source, its entry.
    entries: BTreeMap<PathBuf, usize>,
}

/// The case files of a run, each read once.
#[derive(Debug, Default)]
pub(super) struct Rulings {
    known: BTreeMap<PathBuf, Option<Rc<Ruling>>>,
    /// What is wrong with those that the user did not name.
    pub faults: Vec<Fault>,
}

/// What is wrong with a case file.
#[derive(Debug)]
pub(super) struct Fault {
    pub error: Error,
    /// Whether the user named the file.
    pub is_named: bool,
}

/// The pins of a run, each with the members of the case file that state it.
#[derive(Debug, Default)]
pub(super) struct Pinned {
    /// What is in which incident.
    pub pins: Vec<Pin>,
    origins: Vec<(Rc<Ruling>, Vec<Member>)>,
    /// Lines that their sources do not have.
    pub faults: Vec<Fault>,
}

impl Ruling {
    /// Overrides what a case file further out has stated.
    pub fn apply(&self, input: &mut Input) {
        input.zone = self.case.zone.or(input.zone);
        input.pause = self.case.pause.or(input.pause);
        let canonical = input.canonical();
        if let Some(entry) = self.entries.get(&canonical) {
            let source = &self.case.sources[*entry];
            input.published = source.published.or(input.published);
            input.kind = source.kind.or(input.kind);
            input.clock = source.clock.or(input.clock);
            input.start = source.start.or(input.start);
            let stated = source.citation.clone();
            input.citation = Citation {
                url: stated.url.or(input.citation.url.take()),
                read: stated.read.or(input.citation.read),
                note: stated.note.or(input.citation.note.take()),
            };
            input.speakers.extend(source.speakers.iter().cloned());
        }
    }

    /// The paths of its sources, as they are shown.
    pub fn sources(&self) -> impl Iterator<Item = String> {
        let folder = folder_of(&self.path);
        let sources = self.case.sources.iter();
        sources.map(move |source| joined(&folder, &source.path))
    }

    /// The canonical path of a file that it names.
    fn canonical(&self, path: &str) -> Option<PathBuf> {
        fs::canonicalize(self.folder.join(path)).ok()
    }

    fn wrong(&self, (line, column): (usize, usize), message: String) -> Fault {
        let error = case::Error {
            line,
            column,
            message,
        };
        Fault {
            error: Error::Case {
                path: self.path.clone(),
                error,
            },
            is_named: self.is_named,
        }
    }
}

impl Rulings {
    /// The case file of a folder.
    pub fn of(&mut self, folder: &str) -> Option<Rc<Ruling>> {
        let path = joined(folder, CASE_FILE);
        if !Path::new(&path).is_file() {
            return None;
        }
        let key = canonical(&path);
        if !self.known.contains_key(&key) {
            let ruling = match text_of(&path) {
                Ok(text) => {
                    let (ruling, faults) = parse(&path, false, &text);
                    self.faults.extend(faults);
                    Some(Rc::new(ruling))
                }
                Err(error) => {
                    let is_named = false;
                    self.faults.push(Fault { error, is_named });
                    None
                }
            };
            self.known.insert(key.clone(), ruling);
        }
        self.known[&key].clone()
    }

    /// The case file that the user names.
    pub fn named(&mut self, path: &str) -> Result<Rc<Ruling>, Error> {
        let (ruling, faults) = parse(path, true, &text_of(path)?);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault.error);
        }
        let ruling = Rc::new(ruling);
        self.known.insert(canonical(path), Some(ruling.clone()));
        Ok(ruling)
    }

    /// The case files of the folders around a folder, the outermost first.
    pub fn around(&mut self, folder: &str) -> Vec<Rc<Ruling>> {
        let Ok(canonical) = fs::canonicalize(folder) else {
            return Vec::new();
        };
        let outer = canonical.ancestors().skip(1);
        let mut rulings: Vec<Rc<Ruling>> = outer
            .filter_map(|outer| self.of(&outer.to_string_lossy()))
            .collect();
        rulings.reverse();
        rulings
    }

    /// The case files that rule a file, the outermost first; `named` is one that the user gave, which
    /// rules its folder whatever its name is.
    pub fn over(&mut self, path: &str, named: Option<&Rc<Ruling>>) -> Vec<Rc<Ruling>> {
        let folder = folder_of(path);
        let mut rulings = self.around(&folder);
        rulings.extend(self.of(&folder));
        if let Some(named) = named {
            let inner = fs::canonicalize(&named.folder).map_or(0, |home| {
                let is_outer = |ruling: &&Rc<Ruling>| {
                    fs::canonicalize(&ruling.folder).is_ok_and(|folder| home.starts_with(folder))
                };
                rulings.iter().take_while(is_outer).count()
            });
            rulings.insert(inner, named.clone());
        }
        rulings
    }

    /// What the outermost case file calls the case.
    pub fn name(&self) -> Option<String> {
        let mut named: Vec<_> = self
            .known
            .iter()
            .filter_map(|(path, ruling)| Some((path, ruling.as_ref()?.case.name.as_ref()?)))
            .collect();
        named.sort_by_key(|(path, _)| (path.components().count(), *path));
        named.first().map(|(_, name)| (*name).clone())
    }

    /// The pins for the sources of a run, whose canonical paths are given; those of the inner case files
    /// first.
    pub fn pins(&self, (sources, resolved): (&[Source], &[Resolved]), paths: &[PathBuf]) -> Pinned {
        let mut pinned = Pinned::default();
        let by_path: BTreeMap<&PathBuf, usize> = paths.iter().zip(0..).collect();
        let depth = |path: &PathBuf| Reverse(path.components().count());
        let mut rulings: Vec<_> = self.known.iter().collect();
        rulings.sort_by_key(|(path, _)| (depth(path), (*path).clone()));
        for ruling in rulings
            .into_iter()
            .filter_map(|(_, ruling)| ruling.as_ref())
        {
            for incident in &ruling.case.incidents {
                let mut members = Vec::new();
                let mut origin = Vec::new();
                for member in &incident.members {
                    let named = ruling.canonical(&member.path);
                    let Some(&id) = named.and_then(|named| by_path.get(&named)) else {
                        continue;
                    };
                    let text = sources[id].text.trim_end();
                    let last = sources[id].line(text.len() as u32);
                    if last < *member.lines.start() {
                        let message =
                            format!("`{}` has {last} lines; correct the number", member.path);
                        pinned.faults.push(ruling.wrong(member.place, message));
                        continue;
                    }
                    let pinned_lines = pin::Member {
                        source: id as u32,
                        lines: member.lines.clone(),
                        is_whole: member.is_whole,
                    };
                    if !resolved[id]
                        .statements
                        .iter()
                        .any(|it| pinned_lines.has(&sources[id], it))
                    {
                        let message =
                            "nothing on these lines is an event; name other lines".to_owned();
                        pinned.faults.push(ruling.wrong(member.place, message));
                        continue;
                    }
                    members.push(pinned_lines);
                    origin.push(member.clone());
                }
                pinned.pins.push(Pin {
                    name: incident.name.clone(),
                    members,
                });
                pinned.origins.push((ruling.clone(), origin));
            }
        }
        pinned
    }
}

impl Pinned {
    /// What is said of two entries that want one incident.
    pub fn wrong(&self, rival: Rival) -> Fault {
        let (ruling, members) = &self.origins[rival.pin];
        let (holding, holders) = &self.origins[rival.holder];
        let line = holders.first().map_or(0, |member| member.place.0);
        let place = if holding.path == ruling.path {
            format!("line {line}")
        } else {
            format!("{}:{line}", holding.path)
        };
        let message = format!(
            "this incident is also that of {place}; make one entry of them, or list `lines`"
        );
        ruling.wrong(members[rival.member].place, message)
    }
}

/// Reads a case file; each source that it names must be there.
fn parse(path: &str, is_named: bool, text: &str) -> (Ruling, Vec<Fault>) {
    let (case, errors) = case::read(text);
    let mut ruling = Ruling {
        path: path.to_owned(),
        is_named,
        folder: PathBuf::from(folder_of(path)),
        case,
        entries: BTreeMap::new(),
    };
    let mut missing: Vec<(String, (usize, usize))> = Vec::new();
    let folder = ruling.folder.clone();
    let mut is_there = |path: &String, place: (usize, usize)| {
        let is_file = folder.join(path).is_file();
        if !is_file {
            missing.push((path.clone(), place));
        }
        is_file
    };
    let sources = &mut ruling.case.sources;
    sources.retain(|source| is_there(&source.path, source.place));
    for incident in &mut ruling.case.incidents {
        let members = &mut incident.members;
        members.retain(|member| is_there(&member.path, member.place));
    }
    let named = ruling.case.sources.iter().zip(0..);
    ruling.entries = named
        .filter_map(|(source, at)| Some((ruling.canonical(&source.path)?, at)))
        .collect();
    let wrong = |error: case::Error| ruling.wrong((error.line, error.column), error.message);
    let mut faults: Vec<Fault> = errors.into_iter().map(wrong).collect();
    faults.extend(missing.into_iter().map(|(file, place)| {
        let message = format!("`{file}` is not a file of this folder; correct the path");
        ruling.wrong(place, message)
    }));
    (ruling, faults)
}

fn canonical(path: &str) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path))
}

/// The text of a case file.
fn text_of(path: &str) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::Path {
        path: path.to_owned(),
        cause,
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let read = String::from_utf8_lossy(valid);
        let (line, column) = crate::span::Lines::of(&read).place(&read, read.len() as u32);
        Error::Case {
            path: path.to_owned(),
            error: case::Error {
                line,
                column,
                message: "this is no UTF-8; save the file as UTF-8".to_owned(),
            },
        }
    })
}
