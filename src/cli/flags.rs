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
    each(&arguments.clock, |value, file, offset| {
        let flag = "--clock";
        let wrong = |message: &str| Error::Flag {
            flag,
            value: value.to_owned(),
            message: message.to_owned(),
        };
        let file = file.ok_or_else(|| wrong("no file is named; write `FILE=+00:02:20±5s`"))?;
        let clock = value::offset(offset)
            .ok_or_else(|| wrong(&format!("this is not an offset; {}", value::OFFSET_FORMS)))?;
        for at in matching(&canonical, &gathered.inputs, flag, value, Some(file))? {
            gathered.inputs[at].clock = Some(clock);
        }
        Ok(())
    })
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
