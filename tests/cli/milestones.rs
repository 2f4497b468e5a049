//! Which words are a milestone of a response, and whose: `tests/corpus/milestones`.

use crate::desk::Desk;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The milestones of line `line` of a source, as `squelch intervals` names its ends.
fn found(source: &str, line: usize) -> String {
    let arguments = ["log.txt", "--tz", "America/Denver", "--format", "csv"];
    let desk = Desk::new().file("log.txt", source);
    let outcome = desk.command("intervals", b"", &arguments);
    let here = format!("log.txt:{line}");
    let mut table = csv::Reader::from_reader(outcome.text().as_bytes());
    let columns = table.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let ends = [("from", "from_source"), ("to", "to_source")];
    let mut told = BTreeSet::new();
    for row in table.records().map(Result::unwrap) {
        for (end, source) in ends {
            let milestone = row[column(end)].to_owned();
            if row[column(source)] == here {
                // each unit has the call of the incident
                let is_call = milestone == "call received";
                let unit = if is_call { "" } else { &row[column("unit")] };
                told.insert((milestone, unit.to_owned()));
            }
        }
    }
    // what is a unit's is the incident's too
    let of_unit = |milestone: &String| {
        told.iter()
            .any(|(other, unit)| other == milestone && !unit.is_empty())
    };
    let mut names: Vec<String> = told
        .iter()
        .filter(|(milestone, unit)| !unit.is_empty() || !of_unit(milestone))
        .map(|(milestone, unit)| format!("{unit} {milestone}").trim_start().to_owned())
        .collect();
    names.sort();
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join("; ")
    }
}

/// Holds a corpus against what is found when each of its lines stands in a source.
fn check(corpus: &str, line: usize, source: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(corpus);
    let corpus = fs::read_to_string(path).unwrap();
    let cases = corpus.lines().filter(|case| !case.starts_with('#'));
    let missed: Vec<String> = cases
        .filter_map(|case| {
            let (words, wanted) = case.split_once(" => ").unwrap();
            let found = found(&source(words), line);
            (found != wanted).then(|| format!("{words}\n  wanted {wanted}\n  found  {found}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_line_of_a_log_is_the_milestone_that_it_tells_as_reached() {
    check("tests/corpus/milestones/radio.txt", 3, |words| {
        format!(
            "Saturday, June 7, 2025\n\n18:09:00 {words}\n18:20:00 Call received\n\
             19:00:00 Engine 99 on scene\n"
        )
    });
}

#[test]
fn a_sentence_of_an_article_is_the_milestone_that_it_tells_as_past() {
    check("tests/corpus/milestones/prose.txt", 5, |words| {
        format!(
            "Fire at the mill\n\nPublished June 8, 2025\n\nA fire broke out at the mill on Saturday, \
             June 7, 2025. {words}\n\nEngine 99 arrived at 11 p.m. A neighbor called 911 at 10:59 p.m.\n"
        )
    });
}
