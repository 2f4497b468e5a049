//! `Arrived` beside `On Scene`: the arrival at the hospital.

use super::label;
use crate::lexicon::has;
use crate::lexicon::record::ARRIVALS;
use crate::lexicon::status::Milestone;
use crate::note::Code;
use crate::read::format::Remark;
use crate::read::transcript::{Entry, Record, Stamp, Transmission};

/// Takes the arrivals of a unit, or of a report, that has reached the scene by another name and left it, for
/// those at the hospital.
pub(super) fn at_hospital(text: &str, entries: &mut [Entry]) -> Vec<Remark> {
    let statuses: Vec<(Option<&str>, Milestone, bool, Option<Stamp>)> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Record(Record::Status(Some(milestone)), line) => Some((
                unit(text, line),
                *milestone,
                is_arrival(text, line),
                line.stamp.map(|(stamp, _)| stamp),
            )),
            _ => None,
        })
        .collect();
    let mut remarks = Vec::new();
    for entry in entries {
        let Entry::Record(Record::Status(milestone), line) = entry else {
            continue;
        };
        if *milestone != Some(Milestone::OnScene) || !is_arrival(text, line) {
            continue;
        }
        let mine = || statuses.iter().filter(|it| it.0 == unit(text, line));
        let stamp = line.stamp.map(|(stamp, _)| stamp);
        let has_come = mine().any(|(_, milestone, is_arrival, at)| {
            *milestone == Milestone::OnScene && !is_arrival && *at != stamp
        });
        let has_left = mine().any(|it| it.1 == Milestone::LeftScene);
        if has_come && has_left {
            *milestone = Some(Milestone::AtDestination);
            let words = line.text.of(text);
            remarks.push(Remark {
                code: Code::AssumedStatus,
                span: line.text,
                message: format!(
                    "`{words}` stands beside an arrival on the scene; it is read as the arrival at the hospital"
                ),
            });
        }
    }
    remarks
}

fn unit<'a>(text: &'a str, line: &Transmission) -> Option<&'a str> {
    line.unit.map(|unit| unit.of(text))
}

/// Whether a status says that a unit has come and not where to.
fn is_arrival(text: &str, line: &Transmission) -> bool {
    let words = label::first(line.text.of(text));
    has(ARRIVALS, words)
}
