//! Flags that state something about a source: `[FILE=]VALUE`, split at the last `=`.

use super::gather::{Gathered, Input};
use super::{Error, InputArguments, kind};
use crate::case::value::{self, DATE_FORMS};
use crate::resolve::Published;
use crate::time::{UnknownZone, Zone};
use std::fs;
use std::path::PathBuf;

/// The zone of `--tz`.
pub(super) fn zone(value: Option<&str>) -> Result<Option<Zone>, Error> {
    value
        .map(|value| {
            value.parse().map_err(|error: UnknownZone| Error::Flag {
                flag: "--tz",
                value: value.to_owned(),
                message: error.to_string(),
            })
        })
        .transpose()
}

/// The moment that a flag names.
pub(super) fn moment(flag: &'static str, value: &str, when: &str) -> Result<Published, Error> {
    value::moment(when).ok_or_else(|| Error::Flag {
        flag,
        value: value.to_owned(),
        message: format!("`{when}` is not a date; {DATE_FORMS}"),
    })
}

/// Applies the flags to the inputs that they name.
pub(super) fn apply(gathered: &mut Gathered, arguments: &InputArguments) -> Result<(), Error> {
    let canonical: Vec<PathBuf> = gathered.inputs.iter().map(Input::canonical).collect();
    // a flag without a file first: one with a file is the more exact
    each(&arguments.published, |value, file, when| {
        let flag = "--published";
        let moment = moment(flag, value, when)?;
        for at in matching(&canonical, &gathered.inputs, flag, value, file)? {
            gathered.inputs[at].published = Some(moment);
        }
        Ok(())
    })?;
    each(&arguments.kind, |value, file, name| {
        let named = kind("--kind", value, name)?;
        for at in matching(&canonical, &gathered.inputs, "--kind", value, file)? {
            gathered.inputs[at].kind = Some(named);
        }
        Ok(())
    })?;
    each(&arguments.clock, |value, file, words| {
        let (flag, forms) = ("--clock", value::OFFSET_FORMS);
        let (file, clock) = of_file(
            flag,
            value,
            (file, words),
            value::offset,
            ("an offset", forms, "+00:02:20±5s"),
        )?;
        for at in matching(&canonical, &gathered.inputs, flag, value, Some(file))? {
            gathered.inputs[at].clock = Some(clock);
        }
        Ok(())
    })?;
    each(&arguments.start, |value, file, words| {
        let (flag, forms) = ("--start", value::START_FORMS);
        let (file, start) = of_file(
            flag,
            value,
            (file, words),
            value::start,
            ("a moment", forms, "2024-03-02T09:00"),
        )?;
        for at in matching(&canonical, &gathered.inputs, flag, value, Some(file))? {
            gathered.inputs[at].start = Some(start);
        }
        Ok(())
    })
}

/// The file of a flag that needs one, and its value.
fn of_file<'a, T>(
    flag: &'static str,
    value: &str,
    (file, words): (Option<&'a str>, &str),
    read: impl Fn(&str) -> Option<T>,
    (kind, forms, example): (&str, &str, &str),
) -> Result<(&'a str, T), Error> {
    let wrong = |message: String| Error::Flag {
        flag,
        value: value.to_owned(),
        message,
    };
    let file = file.ok_or_else(|| wrong(format!("no file is named; write `FILE={example}`")))?;
    let read = read(words).ok_or_else(|| wrong(format!("this is not {kind}; {forms}")))?;
    Ok((file, read))
}

/// Takes apart `[FILE=]VALUE`, those without a file first.
fn each(
    values: &[String],
    mut work: impl FnMut(&str, Option<&str>, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    let (general, single): (Vec<&String>, Vec<&String>) =
        values.iter().partition(|value| !value.contains('='));
    for value in general.into_iter().chain(single) {
        match value.rsplit_once('=') {
            Some((file, rest)) => work(value, Some(file), rest)?,
            None => work(value, None, value)?,
        }
    }
    Ok(())
}

/// The inputs that a flag's file names, by canonical path; all, where it names none.
fn matching(
    canonical: &[PathBuf],
    inputs: &[Input],
    flag: &'static str,
    value: &str,
    file: Option<&str>,
) -> Result<Vec<usize>, Error> {
    let Some(file) = file else {
        return Ok((0..canonical.len()).collect());
    };
    let wanted = fs::canonicalize(file).unwrap_or_else(|_| PathBuf::from(file));
    let found: Vec<usize> = canonical
        .iter()
        .enumerate()
        .filter(|(at, path)| **path == wanted || inputs[*at].path == file)
        .map(|(at, _)| at)
        .collect();
    if found.is_empty() {
        return Err(Error::Flag {
            flag,
            value: value.to_owned(),
            message: format!("`{file}` is none of the sources; name one of them as in PATH"),
        });
    }
    Ok(found)
}
