//! Flags that state something about a source: `[FILE=]VALUE`, split at the last `=`.

use super::gather::{Gathered, Input};
use super::{Error, InputArguments, kind};
use crate::case::{self, DATE_FORMS};
use crate::resolve::{Clock, Published};
use crate::time::{HOUR, MINUTE, SECOND, UnknownZone, Zone};
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
    case::moment(when).ok_or_else(|| Error::Flag {
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
        let clock = clock(offset).ok_or_else(|| {
            wrong("this is not an offset; write it as `+00:02:20` or `+00:02:20±5s`")
        })?;
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

/// `+00:02:20`, `-00:00:05±2s`, `+00:02:20+-1m`
fn clock(words: &str) -> Option<Clock> {
    let (offset, error) = match words.split_once('±').or_else(|| words.split_once("+-")) {
        Some((offset, error)) => (offset, length(error)?),
        None => (words, 0),
    };
    let (sign, digits) = match offset.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-" | "−", digits) => (-1, digits),
        _ => (1, offset),
    };
    let mut parts = digits.split(':').map(|part| part.parse::<i64>().ok());
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    let valid = parts.next().is_none()
        && (0..100).contains(&hours)
        && (0..60).contains(&minutes)
        && (0..60).contains(&seconds);
    let offset = sign * (hours * HOUR + minutes * MINUTE + seconds * SECOND);
    valid.then_some(Clock {
        least: offset - error,
        most: offset + error,
    })
}

/// `5s`, `1m`, `500ms`, `5`
fn length(words: &str) -> Option<i64> {
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let amount: i64 = digits
        .parse()
        .ok()
        .filter(|amount| (0..1_000_000).contains(amount))?;
    let unit = match &words[digits.len()..] {
        "ms" => 1,
        "" | "s" | "sec" => SECOND,
        "m" | "min" => MINUTE,
        _ => return None,
    };
    Some(amount * unit)
}
