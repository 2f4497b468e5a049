//! Paths → inputs: files, folders with their case files, standard input.
//!
//! Folders are walked in bytewise order, without links, dotfiles, README and LICENSE files; a
//! `case.toml` rules its folder and those below it.

use super::Error;
use crate::case::{self, Case};
use crate::read::Kind;
use crate::resolve::{Clock, Published};
use crate::time::Zone;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// One file to read, with what is stated about it.
#[derive(Debug)]
pub(super) struct Input {
    /// As given; below a folder joined with `/`.
    pub path: String,
    /// Whether the user named it, so that a fault in it ends the run.
    pub is_named: bool,
    pub zone: Option<Zone>,
    pub published: Option<Published>,
    pub kind: Option<Kind>,
    pub clock: Option<Clock>,
}

/// All inputs of a run.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// By path, bytewise.
    pub inputs: Vec<Input>,
    /// Files of folders that cannot be read, with the reason.
    pub unreadable: Vec<(String, String)>,
}

const STDIN: &str = "-";
const CASE_FILE: &str = "case.toml";

impl Input {
    fn new(path: String, is_named: bool) -> Self {
        Input {
            path,
            is_named,
            zone: None,
            published: None,
            kind: None,
            clock: None,
        }
    }

    /// The bytes of the input.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        if self.path == STDIN {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
        fs::read(&self.path)
    }

    /// The path by which two names of one file are told to be the same.
    pub fn canonical(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| PathBuf::from(&self.path))
    }
}

/// The inputs that paths name, each file once, in an order that does not depend on theirs.
pub(super) fn gather(paths: &[String]) -> Result<Gathered, Error> {
    let mut gathered = Gathered::default();
    for path in paths {
        if path == STDIN {
            gathered.inputs.push(Input::new(path.clone(), true));
            continue;
        }
        let metadata = fs::metadata(path).map_err(|cause| Error::Path {
            path: path.clone(),
            cause,
        })?;
        let has_suffix = Path::new(path)
            .extension()
            .is_some_and(|suffix| suffix == "toml");
        if metadata.is_dir() {
            let folder = path.trim_end_matches('/');
            let folder = if folder.is_empty() { "/" } else { folder };
            let before = gathered.inputs.len() + gathered.unreadable.len();
            let outer = governing(folder)?;
            walk(folder, &outer.iter().collect::<Vec<_>>(), &mut gathered)?;
            if before == gathered.inputs.len() + gathered.unreadable.len() {
                return Err(Error::Input {
                    path: path.clone(),
                    message: "no sources in this folder; put transcripts or articles there"
                        .to_owned(),
                });
            }
        } else if has_suffix {
            from_case_file(path, &mut gathered)?;
        } else {
            let mut input = Input::new(path.clone(), true);
            for ruling in &rulings_for(path, None)? {
                ruling.apply(&mut input);
            }
            gathered.inputs.push(input);
        }
    }
    gathered.inputs.sort_by(|a, b| a.path.cmp(&b.path));
    let mut seen = BTreeSet::new();
    gathered
        .inputs
        .retain(|input| seen.insert(input.canonical()));
    gathered.unreadable.sort();
    Ok(gathered)
}

fn folder_of(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".to_owned(),
        Some((folder, _)) => folder.to_owned(),
        None => ".".to_owned(),
    }
}

/// A case file with the folder that it rules.
struct Ruling {
    folder: PathBuf,
    case: Case,
}

impl Ruling {
    /// Overrides what a case file further out has stated.
    fn apply(&self, input: &mut Input) {
        input.zone = self.case.zone.or(input.zone);
        let canonical = input.canonical();
        for source in &self.case.sources {
            let named = fs::canonicalize(self.folder.join(&source.path));
            if named.is_ok_and(|named| named == canonical) {
                input.published = source.published.or(input.published);
                input.kind = source.kind.or(input.kind);
                input.clock = source.clock.or(input.clock);
            }
        }
    }
}

/// The case file of one folder; each of its sources must be there.
fn ruling_of(folder: &str) -> Result<Option<Ruling>, Error> {
    let path = joined(folder, CASE_FILE);
    if !Path::new(&path).is_file() {
        return Ok(None);
    }
    parse(&path, folder, &text_of(&path)?).map(Some)
}

fn parse(path: &str, folder: &str, text: &str) -> Result<Ruling, Error> {
    let wrong = |error| Error::Case {
        path: path.to_owned(),
        error,
    };
    let case = case::read(text).map_err(wrong)?;
    for source in &case.sources {
        if !Path::new(folder).join(&source.path).is_file() {
            let (line, column) = source.place;
            let message = format!(
                "`{}` is not a file of this folder; correct the path",
                source.path
            );
            return Err(wrong(case::Error {
                line,
                column,
                message,
            }));
        }
    }
    Ok(Ruling {
        folder: PathBuf::from(folder),
        case,
    })
}

/// The case files of the folders around a folder, the outermost first.
fn governing(folder: &str) -> Result<Vec<Ruling>, Error> {
    let Ok(canonical) = fs::canonicalize(folder) else {
        return Ok(Vec::new());
    };
    let mut rulings = Vec::new();
    for outer in canonical.ancestors().skip(1) {
        rulings.extend(ruling_of(&outer.to_string_lossy())?);
    }
    rulings.reverse();
    Ok(rulings)
}

/// The case files that rule a file, the outermost first; `named` is one that the user gave, which
/// rules its folder whatever its name is.
fn rulings_for(path: &str, named: Option<&Path>) -> Result<Vec<Ruling>, Error> {
    let folder = folder_of(path);
    let mut rulings = governing(&folder)?;
    rulings.extend(ruling_of(&folder)?);
    if let Some(named) = named {
        let name = named.to_string_lossy();
        let home = folder_of(&name);
        let inner = fs::canonicalize(&home).map_or(0, |home| {
            let is_outer = |ruling: &&Ruling| {
                fs::canonicalize(&ruling.folder).is_ok_and(|folder| home.starts_with(folder))
            };
            rulings.iter().take_while(is_outer).count()
        });
        rulings.insert(inner, parse(&name, &home, &text_of(&name)?)?);
    }
    Ok(rulings)
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

fn joined(folder: &str, name: &str) -> String {
    match folder {
        "." => name.to_owned(),
        _ if folder.ends_with('/') => format!("{folder}{name}"),
        _ => format!("{folder}/{name}"),
    }
}

/// Adds the sources of a folder and of those below it.
fn walk(folder: &str, outer: &[&Ruling], gathered: &mut Gathered) -> Result<(), Error> {
    let denied = |cause| Error::Path {
        path: folder.to_owned(),
        cause,
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(denied)? {
        let entry = entry.map_err(denied)?;
        let kind = entry.file_type().map_err(denied)?;
        names.push((entry.file_name().to_string_lossy().into_owned(), kind));
    }
    names.sort_by(|a, b| a.0.cmp(&b.0));
    let own = ruling_of(folder)?;
    let rulings: Vec<&Ruling> = outer.iter().copied().chain(&own).collect();
    for (name, kind) in names {
        let skipped = name.starts_with('.')
            || name.starts_with("README")
            || name.starts_with("LICENSE")
            || name == CASE_FILE;
        if skipped {
            continue;
        }
        let path = joined(folder, &name);
        if kind.is_dir() {
            match walk(&path, &rulings, gathered) {
                Err(Error::Path { path, cause }) => {
                    gathered.unreadable.push((path, cause.to_string()));
                }
                outcome => outcome?,
            }
        } else if kind.is_file() {
            let mut input = Input::new(path, false);
            for ruling in &rulings {
                ruling.apply(&mut input);
            }
            gathered.inputs.push(input);
        }
    }
    Ok(())
}

/// The sources that a case file names.
fn from_case_file(path: &str, gathered: &mut Gathered) -> Result<(), Error> {
    let folder = folder_of(path);
    let ruling = parse(path, &folder, &text_of(path)?)?;
    if ruling.case.sources.is_empty() {
        return Err(Error::Input {
            path: path.to_owned(),
            message: "this case file names no sources; add `[[source]]` entries with a `path`"
                .to_owned(),
        });
    }
    for source in &ruling.case.sources {
        let mut input = Input::new(joined(&folder, &source.path), true);
        for ruling in &rulings_for(&input.path, Some(Path::new(path)))? {
            ruling.apply(&mut input);
        }
        gathered.inputs.push(input);
    }
    Ok(())
}
