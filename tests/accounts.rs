//! What prose tells: the events of short texts and of whole stories, with their times, and what is no
//! event. Every text of `tests/corpus/accounts` was made for this; its first file says how one is
//! written.

use serde_json::Value;
use squelch::find::find;
use squelch::link::{self, join, link};
use squelch::read::Source;
use squelch::resolve::{Published, Setting, resolve};
use squelch::solve::incident;
use squelch::timeline::timeline;
use squelch::write::{Format, Rows, Style, write};
use std::path::Path;

/// A text with what a careful reader takes from it.
struct Case {
    title: String,
    published: String,
    text: String,
    wanted: Vec<String>,
}

/// The cases of a file: `==== title | published` (a day or a moment), the text, `----`, the rows.
fn cases(file: &str) -> Vec<Case> {
    let parts = file.split("\n==== ").skip(1);
    parts
        .map(|part| {
            let (head, rest) = part.split_once('\n').unwrap();
            let (title, published) = head.split_once(" | ").unwrap();
            let (text, wanted) = rest.split_once("\n----\n").unwrap();
            Case {
                title: title.to_owned(),
                published: published.trim().to_owned(),
                text: format!("{text}\n"),
                wanted: wanted
                    .lines()
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
            }
        })
        .collect()
}

/// The timeline of one text, as JSON.
fn run(case: &Case) -> Value {
    let source = Source::read("story.txt", case.text.clone().into(), None).unwrap();
    let setting = Setting {
        published: Some(match case.published.parse() {
            Ok(day) => Published::Day(day),
            Err(_) => Published::Civil(case.published.parse().unwrap()),
        }),
        ..Setting::default()
    };
    let resolved = vec![resolve(0, &source, &find(&source), &setting)];
    let sources = [source];
    let joined = join(&sources, resolved);
    let told = joined.told(&sources);
    let solved = link(&told, &link::Setting::default())
        .0
        .into_iter()
        .map(|found| {
            let solved = incident::incident(&told, &found);
            (found, solved)
        })
        .collect();
    let style = Style {
        format: Format::Json,
        rows: Rows::Events,
        excel: false,
    };
    let mut out = Vec::new();
    write(&timeline(told, solved, Vec::new()), style, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// The events with a statement that has the words, each with its incident.
fn events<'a>(output: &'a Value, words: &str) -> Vec<(&'a Value, &'a Value)> {
    let list = |value: &'a Value| value.as_array().unwrap().iter();
    list(&output["incidents"])
        .flat_map(|incident| list(&incident["events"]).map(move |event| (incident, event)))
        .filter(|(_, event)| {
            list(&event["statements"]).any(|said| said["text"].as_str().unwrap().contains(words))
        })
        .collect()
}

/// `2024-05-03 14:00` as the output writes it, with its seconds or without; a time alone is on the day of
/// the row's first.
fn spelled(time: &str, day: &str) -> String {
    let is_day = time.len() == day.len();
    let (day, clock) = match time.split_once(' ') {
        Some((day, clock)) => (day, clock),
        None if is_day => (time, "00:00"),
        None => (day, time),
    };
    let seconds = if clock.matches(':').count() < 2 {
        ":00"
    } else {
        ""
    };
    format!("{day}T{clock}{seconds}")
}

/// Whether some statement has its time from the words.
fn has_time(output: &Value, words: &str) -> bool {
    let mut all = events(output, "").into_iter();
    all.any(|(_, event)| {
        let statements = event["statements"].as_array().unwrap();
        statements
            .iter()
            .filter_map(|said| said["time_phrase"].as_str())
            .any(|phrase| phrase.contains(words))
    })
}

/// What a row wants and the output does not have.
fn miss(output: &Value, row: &str) -> Option<String> {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    match cells[..] {
        ["no event", words] => {
            let found = events(output, words);
            (!found.is_empty()).then(|| format!("`{words}` is no event"))
        }
        ["no time", words] => has_time(output, words).then(|| format!("`{words}` is no time")),
        ["apart" | "together", first, second] => {
            let incident = |words| {
                let found = events(output, words);
                found.first().map(|(incident, _)| incident["id"].clone())
            };
            let (first_id, second_id) = (incident(first), incident(second));
            let found = first_id.is_some() && second_id.is_some();
            let is_one = first_id == second_id;
            (!found || is_one != (cells[0] == "together")).then(|| row.to_owned())
        }
        [words, earliest, latest] => {
            let day = &earliest[..10];
            let wanted = (spelled(earliest, day), spelled(latest, day));
            let found = events(output, words);
            let [(_, event)] = found[..] else {
                return Some(format!("`{words}`: {} events, wanted one", found.len()));
            };
            let end = |name: &str| event[name].as_str().unwrap_or("open").to_owned();
            let times = (end("earliest"), end("latest"));
            (times != wanted).then(|| format!("`{words}`: {times:?}, wanted {wanted:?}"))
        }
        _ => Some(format!("`{row}` is no row")),
    }
}

/// What the cases of one file want and do not get.
fn missing(file: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for case in cases(file) {
        let output = run(&case);
        let misses = case.wanted.iter().filter_map(|row| {
            let words = row.split('|').nth(1).map_or("", str::trim);
            let is_denied = row.starts_with("no ");
            // what is to be missing must be there to be missed
            (is_denied && !case.text.contains(words))
                .then(|| format!("`{words}` does not stand in the text"))
                .or_else(|| miss(&output, row))
        });
        missing.extend(misses.map(|miss| format!("{}: {miss}", case.title)));
    }
    missing
}

#[test]
fn prose_tells_what_a_careful_reader_takes_from_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/accounts");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = std::fs::read_to_string(&path).unwrap();
        let missing = missing(&file);
        assert!(
            missing.is_empty(),
            "{}\n{}",
            path.display(),
            missing.join("\n")
        );
        checked += cases(&file).len();
    }
    assert!(20 < checked, "{checked}");
}

#[test]
fn a_row_that_is_not_so_is_reported() {
    let file = "\n==== a call | 2024-05-04\nA caller dialed 911 at 2:05 p.m. Friday.\n----\n\
        A caller | 2024-05-03 14:06 | 14:07\nno event | A caller\nA nurse | 2024-05-03 14:05 | 14:06\n";
    assert_eq!(missing(file).len(), 3);
}
