//! `squelch inspect`: one source, read by itself.

use super::gather::gather;
use super::report::{remark, report_notes};
use super::run::tell;
use super::{Error, InspectArguments, flags, kind, print};
use crate::find::find;
use crate::inspect;
use crate::resolve::Setting;
use std::process::ExitCode;

pub(super) fn print_inspection(arguments: &InspectArguments) -> Result<ExitCode, Error> {
    let mut gathered = gather(std::slice::from_ref(&arguments.path))?;
    let is_faulty = tell(std::mem::take(&mut gathered.rulings.faults))?;
    let (Some(mut input), true) = (gathered.inputs.pop(), gathered.inputs.is_empty()) else {
        return Err(Error::Input {
            path: arguments.path.clone(),
            message: "this is not one file; name one file, or `-`".to_owned(),
        });
    };
    if let Some(when) = &arguments.published {
        input.published = Some(flags::moment("--published", when, when)?);
    }
    if let Some(name) = &arguments.kind {
        input.kind = Some(kind("--kind", name, name)?);
    }
    let source = input.source()?;
    let setting = Setting {
        zone: flags::zone(arguments.tz.as_deref())?.or(input.zone),
        published: input.published,
        clock: input.clock,
        start: input.start,
        until: arguments.until,
    };
    let inspection = inspect::inspect(0, &source, &find(&source), &setting);
    print(|out| inspect::print::print(&source, &inspection, arguments.format, out))?;
    let remarks = remark(0, &source).into_iter().chain(inspection.notes);
    report_notes(std::slice::from_ref(&source), &remarks.collect::<Vec<_>>());
    Ok(if is_faulty {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    })
}
