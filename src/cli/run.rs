//! The sources of a run, read and resolved, and the incidents that they tell of.

use super::gather::{Gathered, Input, gather};
use super::report::{remark, report_unreadable, report_untold};
use super::ruling::{Fault, Pinned};
use super::{Error, InputArguments, flags};
use crate::find::find;
use crate::link::{self, Incident, Told, traffic};
use crate::note::Note;
use crate::read::{Body, Source, accompany, give_sound};
use crate::resolve::{Resolved, Setting, resolve, stamp};
use crate::solve::incident::{self, Solved};
use rayon::prelude::*;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The sources of a run, read and resolved.
pub(super) struct Run {
    pub sources: Vec<Source>,
    pub resolved: Vec<Resolved>,
    pub notes: Vec<Note>,
    /// What is wrong with files of folders that could not be read.
    pub unreadable: Vec<Error>,
    pub statements: Statements,
    /// What the user calls the case.
    pub name: Option<String>,
}

/// What the user states of the incidents of a run.
#[derive(Default)]
pub(super) struct Statements {
    /// After how long a silence an emergency is over, in milliseconds, by source.
    pauses: Vec<i64>,
    pinned: Pinned,
    /// Whether something in a case file is wrong.
    pub is_faulty: bool,
}

impl Run {
    /// Reads and resolves all inputs.
    pub fn read(arguments: &InputArguments) -> Result<Run, Error> {
        let mut gathered = gather(&arguments.paths)?;
        flags::apply(&mut gathered, arguments)?;
        let zone = flags::zone(arguments.tz.as_deref())?;
        let Gathered {
            inputs,
            unreadable,
            sounds,
            mut rulings,
        } = gathered;
        let mut run = Run {
            sources: Vec::new(),
            resolved: Vec::new(),
            notes: Vec::new(),
            unreadable,
            statements: Statements::default(),
            name: rulings.name(),
        };
        run.statements.is_faulty = tell(std::mem::take(&mut rulings.faults))?;
        let read: Vec<_> = inputs.par_iter().map(Input::source).collect();
        let mut kept = Vec::with_capacity(inputs.len());
        for (input, source) in inputs.into_iter().zip(read) {
            match source {
                Ok(source) => {
                    kept.push(input);
                    run.sources.push(source);
                }
                Err(error) if input.is_named => return Err(error),
                Err(error) => run.unreadable.push(error),
            }
        }
        accompany(&mut run.sources);
        for (input, source) in kept.iter().zip(&mut run.sources) {
            source.citation = input.citation.clone();
            source.call_speakers(&input.speakers);
        }
        report_untold(&give_sound(&mut run.sources, &sounds));
        for (input, source) in kept.iter().zip(&run.sources) {
            if input.start.is_some() && !counts(source) {
                let message =
                    "`start` is for a recording whose times count from 0:00; remove it here";
                run.statements.is_faulty |= tell(vec![Fault {
                    error: Error::Input {
                        path: input.path.clone(),
                        message: message.to_owned(),
                    },
                    is_named: input.is_named,
                }])?;
            }
        }
        let setting = |input: &Input| Setting {
            zone: zone.or(input.zone),
            published: input.published,
            clock: input.clock,
            start: input.start,
            until: arguments.until,
        };
        run.resolved = (kept.par_iter().zip(&run.sources).enumerate())
            .map(|(id, (input, source))| resolve(id as u32, source, &find(source), &setting(input)))
            .collect();
        for (id, source) in (0..).zip(&run.sources) {
            run.notes.extend(remark(id, source));
        }
        let pause = |input: &Input| input.pause.unwrap_or(traffic::PAUSE);
        run.statements.pauses = kept.iter().map(pause).collect();
        let paths: Vec<PathBuf> = kept.iter().map(Input::canonical).collect();
        report_unreadable(&run.unreadable);
        if run.sources.is_empty() {
            return Err(Error::Input {
                path: arguments.paths.join(", "),
                message: "nothing here can be read; `squelch formats` lists what can".to_owned(),
            });
        }
        let read = (&run.sources[..], &run.resolved[..]);
        run.statements.pinned = rulings.pins(read, &paths);
        let faults = std::mem::take(&mut run.statements.pinned.faults);
        run.statements.is_faulty |= tell(faults)?;
        Ok(run)
    }
}

impl Statements {
    /// How a run ends that did its work.
    pub fn exit_code(&self) -> ExitCode {
        if self.is_faulty {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        }
    }

    /// The incidents of a run, solved.
    pub fn incidents(&mut self, told: &Told) -> Result<Vec<(Incident, Solved)>, Error> {
        let setting = link::Setting {
            pauses: std::mem::take(&mut self.pauses),
            pins: std::mem::take(&mut self.pinned.pins),
        };
        let (incidents, rivals) = link::link(told, &setting);
        let wrong = rivals.into_iter().map(|rival| self.pinned.wrong(rival));
        self.is_faulty |= tell(wrong.collect())?;
        let solve = |found| {
            let solved = incident::incident(told, &found);
            (found, solved)
        };
        Ok(incidents.into_iter().map(solve).collect())
    }
}

/// Whether the times of a source count from a recording's start.
fn counts(source: &Source) -> bool {
    match &source.body {
        Body::Transcript(transcript) => stamp::has_start(transcript),
        Body::Article(_) => false,
    }
}

/// Tells what is wrong with case files, if anything is; in one that the user named it ends the run.
pub(super) fn tell(faults: Vec<Fault>) -> Result<bool, Error> {
    let is_faulty = !faults.is_empty();
    for Fault { error, is_named } in faults {
        if is_named {
            return Err(error);
        }
        let _ = writeln!(io::stderr(), "squelch: {error}");
    }
    Ok(is_faulty)
}
