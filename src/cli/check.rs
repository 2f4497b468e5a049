//! `squelch check`: where the claims come from, and what the run ends with.

use super::run::Run;
use super::{CheckArguments, Error, print};
use crate::check::verdict::Verdict;
use crate::check::{Checked, Checker, Claim, claim::FORMS};
use crate::link;
use crate::timeline::timeline;
use crate::write::{Shown, write_verdicts};
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// A claim, and where it stands.
struct Listed {
    claim: Claim,
    path: String,
    line: u64,
    /// Of its first character, from 1.
    column: usize,
}

pub(super) fn print_verdicts(mut arguments: CheckArguments) -> Result<ExitCode, Error> {
    let listed = match &arguments.claims {
        Some(path) => from_table(path)?,
        None if arguments.own => Vec::new(),
        None => vec![from_words(arguments.input.paths.remove(0))],
    };
    if arguments.input.paths.is_empty() {
        return Err(Error::Input {
            path: listed[0].claim.text.clone(),
            message: "no source is named to check this with; name transcripts or articles after the claim"
                .to_owned(),
        });
    }
    let mut run = Run::read(&arguments.input)?;
    let joined = link::join(&run.sources, run.resolved);
    let told = joined.told(&run.sources);
    let timeline = timeline(told, run.statements.incidents(&told)?, run.notes);
    let mut checker = Checker::new(&timeline);
    let found: Vec<Checked> = if arguments.own {
        checker.own()
    } else {
        let claims = listed.iter().map(|it| it.claim.clone());
        claims.map(|claim| checker.check(claim)).collect()
    };
    let shown = if arguments.own {
        Shown::Misfits
    } else {
        Shown::All
    };
    print(|out| write_verdicts(&timeline, &found, (arguments.format, shown), out))?;
    let mut is_read = true;
    for (listed, checked) in listed.iter().zip(&found) {
        if let Err(unread) = checked.found {
            is_read = false;
            let _ = writeln!(
                io::stderr(),
                "squelch: {}",
                listed.unread(unread.of(&listed.claim.text))
            );
        }
    }
    let is_contradicted = |checked: &Checked| {
        let found = checked.found.as_ref();
        found.is_ok_and(|found| found.verdict == Verdict::Contradicted)
    };
    Ok(if !is_read {
        ExitCode::from(2)
    } else if !run.statements.is_faulty && found.iter().any(is_contradicted) {
        ExitCode::from(1)
    } else {
        run.statements.exit_code()
    })
}

impl Listed {
    /// Points at the words of a claim that could not be read.
    fn unread(&self, words: &str) -> Error {
        let before = self.claim.text.find(words).unwrap_or_default();
        let message = match words {
            "" => format!("there is no claim here; {FORMS}"),
            words => {
                let words: Vec<&str> = words.split_whitespace().collect();
                let words = words.join(" ");
                format!("cannot read `{words}` as a claim about times; {FORMS}")
            }
        };
        Error::Claims {
            path: self.path.clone(),
            line: self.line,
            column: self.column + self.claim.text[..before].chars().count(),
            message,
        }
    }
}

fn from_words(text: String) -> Listed {
    let claim = Claim {
        id: "1".to_owned(),
        text,
    };
    Listed {
        claim,
        path: "claim".to_owned(),
        line: 1,
        column: 1,
    }
}

/// The claims of a table with the columns `id` and `claim`.
fn from_table(path: &str) -> Result<Vec<Listed>, Error> {
    let text = text_of(path)?;
    let wrong = |line: u64, column: usize, message: String| Error::Claims {
        path: path.to_owned(),
        line,
        column,
        message,
    };
    let not_csv = |error: csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        wrong(
            line,
            1,
            format!("this row is no CSV: {error}; quote cells that hold commas or quotes"),
        )
    };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(not_csv)?.clone();
    let column = |name: &str| {
        let is_named = |header: &str| header.trim().eq_ignore_ascii_case(name);
        headers.iter().position(is_named).ok_or_else(|| {
            let message =
                format!("there is no column `{name}`; name the columns `id,claim` in this line");
            wrong(1, 1, message)
        })
    };
    let (id, words) = (column("id")?, column("claim")?);
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut listed = Vec::new();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(not_csv)? {
        let start = record
            .position()
            .map_or(0, |position| position.byte() as usize);
        let line = record.position().map_or(1, csv::Position::line);
        let end = reader.position().byte() as usize;
        let row = text.get(start..end).unwrap_or_default();
        if let Some(message) = broken(&record, &headers, row) {
            return Err(wrong(line, 1, message));
        }
        let claim = Claim {
            id: record.get(id).unwrap_or_default().trim().to_owned(),
            text: record.get(words).unwrap_or_default().trim().to_owned(),
        };
        if claim.id.is_empty() {
            return Err(wrong(
                line,
                1,
                "this claim has no id; give it one of its own".to_owned(),
            ));
        }
        if let Some(first) = seen.insert(claim.id.clone(), line) {
            let message = format!(
                "`{}` is also the id of line {first}; give each claim its own",
                claim.id
            );
            return Err(wrong(line, 1, message));
        }
        let column = row.find(&claim.text).unwrap_or_default();
        listed.push(Listed {
            column: row[..column].chars().count() + 1,
            path: path.to_owned(),
            line,
            claim,
        });
    }
    if listed.is_empty() {
        let message = "there is no claim here; write one a line below `id,claim`".to_owned();
        return Err(wrong(1, 1, message));
    }
    Ok(listed)
}

/// Why a row may not say what was meant: a comma or a quotation mark that is none of the table's.
fn broken(record: &StringRecord, headers: &StringRecord, row: &str) -> Option<String> {
    let quotes = row.bytes().filter(|byte| *byte == b'"').count();
    let is_quoted = row.trim_start().starts_with('"') || row.contains(",\"");
    if is_quoted && quotes % 2 == 1 {
        return Some(
            "a quotation mark opens a cell here and none closes it; close it, and double those inside"
                .to_owned(),
        );
    }
    let (cells, columns) = (record.len(), headers.len());
    (cells != columns).then(|| {
        format!(
            "the header names {columns} columns, this row has {cells}; quote cells that hold commas"
        )
    })
}

fn text_of(path: &str) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
        path => fs::read(path),
    };
    let bytes = read.map_err(|cause| Error::Path {
        path: path.to_owned(),
        cause,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| Error::Input {
        path: path.to_owned(),
        message: "this is not UTF-8; save the claims as CSV in UTF-8".to_owned(),
    })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
