//! Nothing is lost: every line of every source is in the timeline or listed as unplaced with its
//! reason, and every place leads back to the bytes as given.

use serde_json::Value;
use squelch::read::{Body, Source, transcript::Entry};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The transmissions of the transcripts, counted by hand.
const TRANSMISSIONS: [(&str, usize); 6] = [
    ("samples/depot-outage/log.txt", 19),
    ("samples/freight-yard-leak/mixed.txt", 20),
    ("samples/harbor-street-fire/scanner.txt", 26),
    ("samples/mill-road-chase/radio.txt", 26),
    ("samples/tower-radio/ground.txt", 14),
    ("samples/tower-radio/tower.txt", 22),
];

/// A quoted place of the output.
struct Place {
    start: usize,
    end: usize,
    line: usize,
    text: String,
}

/// One source with all that the output says of it.
struct Ledger {
    path: String,
    raw: Vec<u8>,
    statements: Vec<Place>,
    unplaced: Vec<(Place, String)>,
}

fn place(value: &Value) -> Place {
    let number = |key: &str| usize::try_from(value[key].as_u64().unwrap()).unwrap();
    Place {
        start: number("start"),
        end: number("end"),
        line: number("line"),
        text: value["text"].as_str().unwrap().to_owned(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The ledgers of one run over everything.
fn ledgers() -> Vec<Ledger> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_squelch"))
        .current_dir(root)
        .args(["timeline", "seeds", "samples", "--format", "json"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let output: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut ledgers = BTreeMap::new();
    for source in list(&output["sources"]) {
        let path = source["path"].as_str().unwrap().to_owned();
        let ledger = Ledger {
            raw: fs::read(root.join(&path)).unwrap(),
            path,
            statements: Vec::new(),
            unplaced: Vec::new(),
        };
        ledgers.insert(source["id"].as_str().unwrap().to_owned(), ledger);
    }
    for incident in list(&output["incidents"]) {
        for event in list(&incident["events"]) {
            for statement in list(&event["statements"]) {
                let source = statement["source"].as_str().unwrap();
                let ledger = ledgers.get_mut(source).unwrap();
                ledger.statements.push(place(statement));
            }
        }
    }
    for unplaced in list(&output["unplaced"]) {
        let ledger = ledgers.get_mut(unplaced["source"].as_str().unwrap());
        let reason = unplaced["reason"].as_str().unwrap().to_owned();
        ledger.unwrap().unplaced.push((place(unplaced), reason));
    }
    ledgers.into_values().collect()
}

impl Ledger {
    fn places(&self) -> impl Iterator<Item = &Place> {
        let unplaced = self.unplaced.iter().map(|(place, _)| place);
        self.statements.iter().chain(unplaced)
    }

    /// The lines of the source that are not blank: number, first byte, end.
    fn lines(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let mut start = 0;
        let lines = self.raw.split(|byte| *byte == b'\n').map(move |line| {
            let from = start;
            start += line.len() + 1;
            (from, line)
        });
        (1..)
            .zip(lines)
            .filter(|(_, (_, line))| !line.trim_ascii().is_empty())
            .map(|(number, (from, line))| (number, from, from + line.len()))
    }

    /// The lines that neither a statement nor an unplaced entry touches.
    fn lost(&self) -> Vec<usize> {
        self.lines()
            .filter(|(_, start, end)| {
                !self
                    .places()
                    .any(|place| place.start < *end && *start < place.end)
            })
            .map(|(number, ..)| number)
            .collect()
    }
}

#[test]
fn every_line_is_told_or_listed() {
    let ledgers = ledgers();
    assert_eq!(ledgers.len(), 3 + 12, "sources of seeds and samples");
    let mut lines = 0;
    for ledger in &ledgers {
        lines += ledger.lines().count();
        assert_eq!(ledger.lost(), [0; 0], "lost lines of {}", ledger.path);
    }
    assert!(300 < lines, "only {lines} lines were counted");
}

#[test]
fn a_line_that_nothing_touches_is_counted_as_lost() {
    let mut ledger = ledgers().remove(0);
    let (number, start, end) = ledger.lines().nth(3).unwrap();
    let meets = |place: &Place| place.start < end && start < place.end;
    ledger.statements.retain(|place| !meets(place));
    ledger.unplaced.retain(|(place, _)| !meets(place));
    assert!(ledger.lost().contains(&number));
}

#[test]
fn every_transmission_is_one_statement() {
    let ledgers = ledgers();
    for (path, count) in TRANSMISSIONS {
        let ledger = ledgers.iter().find(|ledger| ledger.path == path).unwrap();
        assert_eq!(ledger.statements.len(), count, "{path}");
        let source = Source::read(path, ledger.raw.clone(), None).unwrap();
        let Body::Transcript(transcript) = &source.body else {
            panic!("{path} is read as an article");
        };
        let mut starts: Vec<usize> = ledger.statements.iter().map(|it| it.start).collect();
        starts.sort_unstable();
        let mut transmissions = transcript.entries.iter().filter_map(|entry| match entry {
            Entry::Line(transmission) => Some(source.raw(transmission.span).range()),
            _ => None,
        });
        for start in starts {
            let range = transmissions.next().unwrap();
            assert!(
                range.contains(&start),
                "{path}: {start} is not in {range:?}"
            );
        }
        assert_eq!(transmissions.next(), None, "{path}");
    }
}

#[test]
fn offsets_cut_the_quoted_words_out_of_the_bytes_as_given() {
    for ledger in ledgers() {
        for place in ledger.places() {
            let Place {
                start, end, line, ..
            } = *place;
            let cut = std::str::from_utf8(&ledger.raw[start..end]).unwrap();
            assert_eq!(cut, place.text, "{}:{line}", ledger.path);
            let breaks = ledger.raw[..start].iter().filter(|byte| **byte == b'\n');
            assert_eq!(breaks.count() + 1, line, "{}: {start}", ledger.path);
            assert!(!cut.trim().is_empty(), "{}:{line}", ledger.path);
        }
    }
}

#[test]
fn every_unplaced_entry_has_its_reason() {
    for ledger in ledgers() {
        for (place, reason) in &ledger.unplaced {
            assert!(
                reason.contains(char::is_alphabetic),
                "{}:{}: {reason:?}",
                ledger.path,
                place.line
            );
        }
    }
}

#[test]
fn no_words_are_listed_twice() {
    for ledger in ledgers() {
        let mut spans: Vec<(usize, usize)> = ledger
            .unplaced
            .iter()
            .map(|(place, _)| (place.start, place.end))
            .collect();
        let count = spans.len();
        spans.sort_unstable();
        spans.dedup();
        assert_eq!(spans.len(), count, "{}", ledger.path);
    }
}
