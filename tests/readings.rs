//! What each time of a short article means: `tests/corpus/readings.txt`.
//!
//! A line is `PUBLISHED | TEXT => READINGS`. `PUBLISHED` is a day or a moment, with the zone of the
//! source behind it where it has one: `2025-11-03 America/New_York`. `READINGS` is a list of
//! `"words" EARLIEST..LATEST` with `; ` between them, for all mentions of the text; `-` stands for the
//! interval of a mention that has none. The latest is exclusive; on the day of the earliest it is
//! written without its day, at midnight without its clock. An open side is empty. Where the source
//! has a zone, each moment has its offset.

use squelch::find::find;
use squelch::inspect::inspect;
use squelch::read::format::Choice;
use squelch::read::{Kind, Source};
use squelch::resolve::{Published, Setting};
use squelch::time::{Instant, Interval, Zone};
use std::fmt::Write as _;
use std::path::Path;

const CORPUS: &str = "tests/corpus/readings.txt";

/// `2024-03-02`, `2024-03-02T09:00`
fn published(word: &str) -> Published {
    if let Ok(day) = word.parse() {
        return Published::Day(day);
    }
    let moment = format!("{word}:00").parse();
    Published::Civil(moment.unwrap_or_else(|_| panic!("`{word}` is no day and no moment")))
}

/// A moment as its day and its clock; no clock at midnight, no offset in floating time.
fn moment(instant: Instant, zone: Zone) -> (String, String) {
    let civil = zone.civil(instant);
    let mut clock = civil.format("T%H:%M:%S").to_string();
    if let Some(minutes) = clock.strip_suffix(":00") {
        clock.truncate(minutes.len());
    }
    if zone.is_absolute() {
        let written = zone.rfc3339(instant);
        let offset = written
            .rfind(['+', '-', 'Z'])
            .map_or("", |at| &written[at..]);
        clock += offset;
    } else if clock == "T00:00" {
        clock.clear();
    }
    (civil.date().to_string(), clock)
}

fn interval(interval: Interval, zone: Zone) -> String {
    let first = interval.earliest.map(|instant| moment(instant, zone));
    let last = interval.latest.map(|instant| moment(instant, zone));
    let mut out = first
        .as_ref()
        .map_or(String::new(), |(day, clock)| format!("{day}{clock}"));
    out += "..";
    match (first, last) {
        (Some((first, _)), Some((last, clock))) if first == last && !clock.is_empty() => {
            out += &clock[1..];
        }
        (_, Some((last, clock))) => out += &(last + &clock),
        (_, None) => {}
    }
    out
}

/// The one place that touches the library: the readings of a text.
fn readings(head: &str, text: &str) -> String {
    let (when, zone) = match head.split_once(' ') {
        Some((when, zone)) => (when, Some(zone)),
        None => (head, None),
    };
    let zone = zone.map(|zone| zone.parse().expect("the zone of the line is known"));
    let setting = Setting {
        zone,
        published: Some(published(when)),
        ..Setting::default()
    };
    let source = Source::read(
        "story.txt",
        format!("{text}\n").into(),
        Some(Choice::Kind(Kind::Article)),
    )
    .expect("the text is an article");
    let inspection = inspect(0, &source, &find(&source), &setting);
    let shown = zone.unwrap_or(Zone::Floating);
    let all: Vec<String> = inspection
        .reads
        .iter()
        .map(|read| {
            let words = read.mention.span.of(&source.text);
            let reading = read.reading.as_ref();
            let usual = reading.map_or("-".to_owned(), |reading| interval(reading.usual, shown));
            format!("\"{words}\" {usual}")
        })
        .collect();
    all.join("; ")
}

/// How many lines were compared, and those that read otherwise, each with its place.
fn wrong(corpus: &str) -> (usize, String) {
    let (mut compared, mut wrong) = (0, String::new());
    for (at, line) in corpus.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        compared += 1;
        let place = format!("{CORPUS}:{}", at + 1);
        let parts = line.split_once(" => ").and_then(|(left, expected)| {
            let (head, text) = left.split_once(" | ")?;
            Some((head, text, expected))
        });
        let Some((head, text, expected)) = parts else {
            let _ = writeln!(wrong, "{place}: not `PUBLISHED | TEXT => READINGS`: {line}");
            continue;
        };
        let found = readings(head, text);
        if found != expected {
            let _ = writeln!(
                wrong,
                "{place}: {head} | {text}\n  expected {expected}\n  found    {found}"
            );
        }
    }
    (compared, wrong)
}

#[test]
fn every_time_of_the_corpus_reads_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS);
    let corpus = std::fs::read_to_string(path).expect("the corpus can be read");
    let (compared, wrong) = wrong(&corpus);
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(60 < compared, "only {compared} lines in {CORPUS}");
}

#[test]
fn a_line_that_reads_otherwise_is_reported_with_its_place() {
    let corpus = "# a minute late, a mention too few, no line at all, and one that is so\n\
        2024-03-02 | It rained at 1:12 p.m. Friday. => \"at 1:12 p.m. Friday\" 2024-03-01T13:13..13:14\n\
        2024-03-02 | It rained at 1:12 p.m. Friday. => \n\
        It rained.\n\
        2024-03-02 | It rained at 1:12 p.m. Friday. => \"at 1:12 p.m. Friday\" 2024-03-01T13:12..13:13\n";
    let (compared, wrong) = wrong(corpus);
    assert_eq!(compared, 4);
    let places = [2, 3, 4, 5].map(|line| wrong.contains(&format!("{CORPUS}:{line}: ")));
    assert_eq!(places, [true, true, true, false], "{wrong}");
}
