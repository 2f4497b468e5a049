//! `squelch init`: a case file for some sources, which is never written over another.

use super::output::Output;
use super::run::Run;
use super::{Error, InitArguments, ruling::CASE_FILE};
use crate::link;
use crate::write::write_case_file as write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn write_case_file(arguments: &InitArguments) -> Result<ExitCode, Error> {
    let path = match &arguments.output {
        Some(path) => path.clone(),
        None => home(&arguments.input.paths).join(CASE_FILE),
    };
    if path.exists() {
        return Err(Error::Input {
            path: path.display().to_string(),
            message: "this file is there already; move it away, or name another place with `-o`"
                .to_owned(),
        });
    }
    let output = Output::create(&path)?;
    let run = Run::read(&arguments.input)?;
    let joined = link::join(&run.sources, run.resolved);
    let told = joined.told(&run.sources);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let sources = told.sources.iter();
    let paths: Vec<String> = sources
        .map(|source| seen_from(folder, &source.path))
        .collect();
    output.fill(|out| write(&told, &paths, out))?;
    Ok(run.statements.exit_code())
}

/// The folder that a case file of some paths rules: the only one that is named, else this one.
fn home(paths: &[String]) -> PathBuf {
    match paths {
        [folder] if Path::new(folder).is_dir() => PathBuf::from(folder),
        _ => PathBuf::from("."),
    }
}

/// A path as it is written in a case file of a folder: below it, else in full.
fn seen_from(folder: &Path, path: &str) -> String {
    let (Ok(folder), Ok(full)) = (fs::canonicalize(folder), fs::canonicalize(path)) else {
        return path.to_owned();
    };
    full.strip_prefix(&folder)
        .unwrap_or(&full)
        .display()
        .to_string()
}
