//! Paths → inputs: files, folders with their case files, standard input.
//!
//! Folders are walked in bytewise order, without links, dotfiles, README and LICENSE files; a
//! `case.toml` rules its folder and those below it. Sound is set aside: a transcript may be of it.

use super::Error;
use super::ruling::{CASE_FILE, Ruling, Rulings};
use crate::read::format::Choice;
use crate::read::{Citation, Source};
use crate::resolve::{Clock, Published};
use crate::time::Zone;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One file to read, with what is stated about it.
#[derive(Debug)]
pub(super) struct Input {
    /// As given; below a folder joined with `/`.
    pub path: String,
    /// Whether the user named it, so that a fault in it ends the run.
    pub is_named: bool,
    pub zone: Option<Zone>,
    pub published: Option<Published>,
    pub kind: Option<Choice>,
    pub clock: Option<Clock>,
    pub start: Option<Published>,
    /// After how long a silence an emergency is over, in milliseconds.
    pub pause: Option<i64>,
    pub citation: Citation,
    /// What who speaks is to be called, by the name as written.
    pub speakers: Vec<(String, String)>,
}

/// All inputs of a run.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// By path, bytewise.
    pub inputs: Vec<Input>,
    /// What is wrong with folders that cannot be read.
    pub unreadable: Vec<Error>,
    /// Files of folders that are sound, which has to be transcribed before it can be read.
    pub sounds: Vec<String>,
    /// The case files that rule them.
    pub rulings: Rulings,
}

/// Endings of files that are sound.
const SOUND: [&str; 9] = [
    "aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav", "wma",
];

const STDIN: &str = "-";

impl Input {
    fn new(path: String, is_named: bool) -> Self {
        Input {
            path,
            is_named,
            zone: None,
            published: None,
            kind: None,
            clock: None,
            start: None,
            pause: None,
            citation: Citation::default(),
            speakers: Vec::new(),
        }
    }

    /// The source that the input is.
    pub fn source(&self) -> Result<Source, Error> {
        let bytes = self.bytes().map_err(|cause| Error::Path {
            path: self.path.clone(),
            cause,
        })?;
        Source::read(&self.path, bytes, self.kind).map_err(|error| Error::Input {
            path: match error.place() {
                Some((line, column)) => format!("{}:{line}:{column}", self.path),
                None => self.path.clone(),
            },
            message: error.to_string(),
        })
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
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
            let outer = gathered.rulings.around(folder);
            walk(folder, &outer, &mut gathered)?;
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
            for ruling in gathered.rulings.over(path, None) {
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
    gathered.unreadable.sort_by_cached_key(Error::to_string);
    gathered.sounds.sort();
    Ok(gathered)
}

/// The folder of a file, as it is shown.
pub(super) fn folder_of(path: &str) -> String {
    match path.rsplit_once('/') {
        Some(("", _)) => "/".to_owned(),
        Some((folder, _)) => folder.to_owned(),
        None => ".".to_owned(),
    }
}

/// A name in a folder, as it is shown.
pub(super) fn joined(folder: &str, name: &str) -> String {
    match folder {
        "." => name.to_owned(),
        _ if folder.ends_with('/') => format!("{folder}{name}"),
        _ => format!("{folder}/{name}"),
    }
}

/// Adds the sources of a folder and of those below it.
fn walk(folder: &str, outer: &[Rc<Ruling>], gathered: &mut Gathered) -> Result<(), Error> {
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
    let own = gathered.rulings.of(folder);
    let rulings: Vec<Rc<Ruling>> = outer.iter().cloned().chain(own).collect();
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
                Err(error @ Error::Path { .. }) => gathered.unreadable.push(error),
                outcome => outcome?,
            }
        } else if kind.is_file() && is_sound(&path) {
            gathered.sounds.push(path);
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

/// Whether a file is sound, by its name.
fn is_sound(path: &str) -> bool {
    let ending = Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| SOUND.contains(&&*ending.to_ascii_lowercase()))
}

/// The sources that a case file names.
fn from_case_file(path: &str, gathered: &mut Gathered) -> Result<(), Error> {
    let named = gathered.rulings.named(path)?;
    let sources: Vec<String> = named.sources().collect();
    if sources.is_empty() {
        return Err(Error::Input {
            path: path.to_owned(),
            message: "this case file names no sources; add `[[source]]` entries with a `path`"
                .to_owned(),
        });
    }
    for source in sources {
        let mut input = Input::new(source, true);
        for ruling in gathered.rulings.over(&input.path, Some(&named)) {
            ruling.apply(&mut input);
        }
        gathered.inputs.push(input);
    }
    Ok(())
}
