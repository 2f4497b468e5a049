//! Arguments and the run: which files, which settings, which output. Only here files are touched.

use crate::case;
use crate::inspect::print::Form;
use crate::intervals::intervals;
use crate::link;
use crate::read::format::{Choice, FORMATS};
use crate::resolve::{LATEST_YEAR, width};
use crate::solve::incident::explain::explain;
use crate::timeline::timeline;
use crate::write::{
    Format, Rows, Style, Table, write, write_clocks, write_explanation, write_intervals,
};
use clap::{Args, Parser, Subcommand};
use output::Output;
use report::report_notes;
use run::Run;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

mod check;
mod flags;
mod gather;
mod init;
mod inspect;
mod output;
mod report;
mod ruling;
mod run;

/// Merge radio transcripts and news articles into one ordered timeline per incident.
#[derive(Parser)]
#[command(name = "squelch", version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the ordered timeline of each incident
    Timeline(TimelineArguments),
    /// Print why an event lies where it lies: what gives each end of its interval
    Explain(ExplainArguments),
    /// Check what is claimed of times: supported, contradicted or undetermined, with the evidence
    #[command(
        override_usage = "squelch check \"CLAIM\" PATH...\n       squelch check --claims FILE PATH..."
    )]
    Check(CheckArguments),
    /// Print the response intervals of each unit and incident, as ranges
    Intervals(IntervalArguments),
    /// Print by how much the clock of each transcript is off, and what shows it
    Clocks(InputArguments),
    /// Print each time expression of one source as it is read
    Inspect(InspectArguments),
    /// Write a case file for some sources, with what is found of each
    Init(InitArguments),
    /// Print what formats are read: what each is told by and what is taken from it
    Formats,
    /// Print how wide each phrase is read, and why
    Widths,
}

#[derive(Args)]
struct InputArguments {
    /// Files, folders, case files, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// The zone of all sources, such as America/Chicago or -06:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    tz: Option<String>,
    /// When an article was published, or the day on which a transcript starts
    #[arg(long, value_name = "[FILE=]WHEN", allow_hyphen_values = true)]
    published: Vec<String>,
    /// What to add to the stamps of a file, such as log.txt=+00:02:20±5s
    #[arg(long, value_name = "FILE=OFFSET[±E]", allow_hyphen_values = true)]
    clock: Vec<String>,
    /// When a recording started whose times count from 0:00, such as call.txt=2025-05-03T14:02
    #[arg(long, value_name = "FILE=WHEN", allow_hyphen_values = true)]
    start: Vec<String>,
    /// What an input is: transcript, article, or a format from `squelch formats`
    #[arg(long, value_name = "[FILE=]KIND", allow_hyphen_values = true)]
    kind: Vec<String>,
    /// The last year that a missing year may be
    #[arg(long, value_name = "YEAR", default_value_t = LATEST_YEAR,
        value_parser = clap::value_parser!(i32).range(1..=9999))]
    until: i32,
}

#[derive(Args)]
struct TimelineArguments {
    #[command(flatten)]
    input: InputArguments,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What the rows of a table are
    #[arg(long, value_enum, default_value_t = Rows::Events)]
    rows: Rows,
    /// CSV that spreadsheets open without loss
    #[arg(long)]
    excel: bool,
    /// Exit with 1 if there are conflicts, with 2 if a file in a folder could not be read
    #[arg(long)]
    strict: bool,
}

#[derive(Args)]
struct ExplainArguments {
    /// The id of the event, from `squelch timeline --format csv`
    #[arg(value_name = "EVENT")]
    event: String,
    #[command(flatten)]
    input: InputArguments,
}

#[derive(Args)]
struct CheckArguments {
    /// A table of claims, CSV with the columns `id` and `claim`, or `-`
    #[arg(long, value_name = "FILE")]
    claims: Option<String>,
    /// Check what the articles themselves say of distances, lengths and times against the rest of the evidence
    #[arg(long = "self", conflicts_with = "claims")]
    own: bool,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    input: InputArguments,
}

#[derive(Args)]
struct IntervalArguments {
    #[command(flatten)]
    input: InputArguments,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Table::Text)]
    format: Table,
}

#[derive(Args)]
struct InitArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Where to write it instead of `case.toml` in the folder of the sources
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args)]
struct InspectArguments {
    /// A file, or `-` for standard input
    #[arg(value_name = "FILE")]
    path: String,
    /// The zone of the source, such as America/Chicago or -06:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    tz: Option<String>,
    /// When an article was published
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    published: Option<String>,
    /// What the input is: transcript, article, or a format from `squelch formats`
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// The last year that a missing year may be
    #[arg(long, value_name = "YEAR", default_value_t = LATEST_YEAR,
        value_parser = clap::value_parser!(i32).range(1..=9999))]
    until: i32,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// What stops a run; each message says what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that cannot be read.
    #[error("{path}: {cause}; check the path")]
    Path {
        /// As given.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
    /// A path that is not what can be read.
    #[error("{path}: {message}")]
    Input {
        /// As given.
        path: String,
        /// What is wrong, and what to do.
        message: String,
    },
    /// A flag whose value cannot be used.
    #[error("{flag} {value}: {message}")]
    Flag {
        /// `--tz`
        flag: &'static str,
        /// As given.
        value: String,
        /// What is wrong, and what to do.
        message: String,
    },
    /// A case file that cannot be used.
    #[error("{path}:{error}")]
    Case {
        /// The case file.
        path: String,
        /// What is wrong with it.
        error: case::Error,
    },
    /// A table of claims that cannot be used.
    #[error("{path}:{line}:{column}: {message}")]
    Claims {
        /// The table, or `claim` for one on the command line.
        path: String,
        /// From 1.
        line: u64,
        /// From 1, in characters.
        column: usize,
        /// What is wrong, and what to do.
        message: String,
    },
    /// An output that cannot be written.
    #[error("cannot write `{path}`: {cause}; name another place")]
    Output {
        /// The file, or `standard output`.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Timeline(arguments) => print_timeline(&arguments),
        Command::Explain(arguments) => print_explanation(&arguments),
        Command::Check(arguments) => check::print_verdicts(arguments),
        Command::Intervals(arguments) => print_intervals(&arguments),
        Command::Clocks(arguments) => print_clocks(&arguments),
        Command::Inspect(arguments) => inspect::print_inspection(&arguments),
        Command::Init(arguments) => init::write_case_file(&arguments),
        Command::Formats => print_formats(),
        Command::Widths => print_widths(),
    };
    match outcome {
        Ok(code) => code,
        Err(Error::Output { cause, .. }) if cause.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "squelch: {error}");
            ExitCode::from(2)
        }
    }
}

fn print_timeline(arguments: &TimelineArguments) -> Result<ExitCode, Error> {
    // the output is opened before the work, so that a bad path costs no time
    let output = arguments
        .output
        .as_deref()
        .map(Output::create)
        .transpose()?;
    let mut run = Run::read(&arguments.input)?;
    let joined = link::join(&run.sources, run.resolved);
    let told = joined.told(&run.sources);
    let mut timeline = timeline(told, run.statements.incidents(&told)?, run.notes);
    timeline.name = run.name;
    let style = Style {
        format: arguments.format,
        rows: arguments.rows,
        excel: arguments.excel,
    };
    match output {
        Some(output) => output.fill(|out| write(&timeline, style, out))?,
        None => print(|out| write(&timeline, style, out))?,
    }
    report_notes(timeline.told.sources, &timeline.notes);
    let conflicts = timeline
        .chronicles
        .iter()
        .any(|chronicle| !chronicle.conflicts.is_empty());
    Ok(match arguments.strict {
        true if !run.unreadable.is_empty() => ExitCode::from(2),
        true if conflicts && !run.statements.is_faulty => ExitCode::from(1),
        _ => run.statements.exit_code(),
    })
}

fn print_explanation(arguments: &ExplainArguments) -> Result<ExitCode, Error> {
    let mut run = Run::read(&arguments.input)?;
    let joined = link::join(&run.sources, run.resolved);
    let told = joined.told(&run.sources);
    let timeline = timeline(told, run.statements.incidents(&told)?, run.notes);
    let mut events = timeline.chronicles.iter().flat_map(|chronicle| {
        let events = chronicle.events.iter();
        events.map(move |event| (chronicle, event))
    });
    let found = events.find(|(_, event)| event.id == arguments.event);
    let Some((chronicle, event)) = found else {
        return Err(Error::Input {
            path: arguments.event.clone(),
            message: "no event has this id; take one from `squelch timeline --format csv`"
                .to_owned(),
        });
    };
    let why = explain(&told, &chronicle.incident, event.tellers[0]);
    print(|out| write_explanation(&timeline, (chronicle, event), &why, out))?;
    Ok(run.statements.exit_code())
}

fn print_intervals(arguments: &IntervalArguments) -> Result<ExitCode, Error> {
    let mut run = Run::read(&arguments.input)?;
    let joined = link::join(&run.sources, run.resolved);
    let told = joined.told(&run.sources);
    let timeline = timeline(told, run.statements.incidents(&told)?, run.notes);
    let found = intervals(&timeline);
    print(|out| write_intervals(&timeline, &found, arguments.format, out))?;
    Ok(run.statements.exit_code())
}

fn print_clocks(arguments: &InputArguments) -> Result<ExitCode, Error> {
    let run = Run::read(arguments)?;
    let joined = link::join(&run.sources, run.resolved);
    print(|out| write_clocks(joined.told(&run.sources), out))?;
    Ok(run.statements.exit_code())
}

fn print_formats() -> Result<ExitCode, Error> {
    print(|out| {
        for format in FORMATS {
            writeln!(out, "{} ({})", format.name, format.kind.name())?;
            writeln!(out, "    told by: {}", format.looks)?;
            writeln!(out, "    taken:   {}", format.takes)?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

fn print_widths() -> Result<ExitCode, Error> {
    print(|out| {
        for (written, read, reason) in width::lines() {
            writeln!(out, "{written:<50} {read:<18} {reason}")?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

fn print(work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    work(&mut out)
        .and_then(|()| out.flush())
        .map_err(|cause| Error::Output {
            path: "standard output".to_owned(),
            cause,
        })
}

/// The kind that a flag or a case file names.
fn kind(flag: &'static str, value: &str, name: &str) -> Result<Choice, Error> {
    Choice::named(name).ok_or_else(|| Error::Flag {
        flag,
        value: value.to_owned(),
        message: format!("`{name}` is not a kind of source; {}", case::KINDS),
    })
}
