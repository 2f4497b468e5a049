//! Laws of the whole way from bytes to bytes, on random texts: it cannot fail, every place lies in
//! its source, no line is lost, and the same input gives the same bytes.

mod events;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use squelch::find::find;
use squelch::link::{self, Joined, join, link};
use squelch::read::format::Choice;
use squelch::read::{Kind, Source};
use squelch::resolve::{Published, Resolved, Setting, Statement, resolve};
use squelch::solve::incident::{Solved, incident};
use squelch::span::Span;
use squelch::timeline::{Timeline, timeline};
use squelch::write::{Format, Rows, Style, write};

const STAMPS: &[&str] = &[
    "[2025-05-03 14:02:30] ",
    "[2025-02-30 25:61:61] ",
    "2026-01-15T13:12:04-06:00 ",
    "9999-12-31T23:59:59.999Z ",
    "[07:33] <TAC-2> ",
    "0731:02 ",
    "23:59:59 ",
    "00:00:00.000 ",
    "1:05:18 AM - ",
    "12:00 p.m. — ",
    "1314 hours: ",
    "[Mon] ",
];
const SPEAKERS: &[&str] = &[
    "Dispatch: ",
    "Engine 7: ",
    "IPD Dispatch (Unit 12): ",
    "Captain to First Officer: ",
    ": ",
    "",
];
const DATES: &[&str] = &[
    "Sunday, November 2, 2025",
    "Friday, October 10, 2025",
    "Thursday, March 1, 2024",
    "Feb. 30, 2024",
    "Feb. 22",
    "March 9, 2025, 2:30 a.m.",
    "November 2, 2025, about 1:30 a.m.",
    "January 1, 0000",
    "Dec. 31, 99999",
    "KANSAS CITY, MO March 2 2024 — ",
    "Published Saturday, May 3, 2025, 6:45 p.m.",
    "Posted Thursday",
    "© 2024",
];
const CLAUSES: &[&str] = &[
    "Police came at 1:12 p.m. Thursday",
    "Two minutes later a voice said",
    "about a million hours after",
    "Then, around 1:40 p.m., someone said",
    "He fled shortly before midnight Friday",
    "Not until 25:99 p.m. did officers leave",
    "from 9:30 p.m. to 2 a.m.",
    "between noon and midnight",
    "the night before last",
    "As of shortly before 5 p.m. nobody had",
    "At that time, officers arrived",
    "99999999999999999999 years later",
    "four hundred billion weeks earlier",
    "-5 minutes later",
    "in the 700 block of North Frandsen Road",
    "1111 N. Elsea Smith Road",
    "a 32-year-old said Friday that",
    "less than an hour after",
    "0:00 0:00",
    "by 5 p.m. EST",
    "12:60 a.m.",
    "two zero zero zero hours",
];
const QUOTES: &[&str] = &[
    "“Units are on the way to you.”",
    "\"Gunshot wound on this one.\" ",
    "“not closed",
    "closed”",
    "'",
    "\"\"",
    "‘’“”",
];
const JUNK: &[&str] = &[
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "e\u{301}",
    "👩‍🚒",
    "İı",
    "ﬁ",
    "１２:３０",
    "٣:٣٠",
    "½",
    "\u{10ffff}",
    "…",
    "--",
    "=",
    "|",
    "&amp;",
];
const BREAKS: &[&str] = &[
    " ", " ", " ", ". ", ", ", "\n", "\n", "\n\n", "\r\n", "\r", "\t",
];

/// A text of fragments, most of them sensible in themselves.
fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        4 => select(STAMPS).prop_map(str::to_owned),
        3 => select(SPEAKERS).prop_map(str::to_owned),
        3 => select(DATES).prop_map(str::to_owned),
        6 => select(CLAUSES).prop_map(str::to_owned),
        3 => select(QUOTES).prop_map(str::to_owned),
        2 => select(JUNK).prop_map(str::to_owned),
        1 => any::<u64>().prop_map(|number| number.to_string()),
        1 => ".{0,12}",
    ];
    vec((fragment, select(BREAKS)), 0..40).prop_map(|parts| {
        let mut text = String::new();
        for (fragment, pause) in parts {
            text.push_str(&fragment);
            text.push_str(pause);
        }
        text
    })
}

/// A transcript whose lines are whole, so that its reader is met and not only that of prose.
fn log() -> impl Strategy<Value = String> {
    let line = (select(STAMPS), select(SPEAKERS), select(CLAUSES)).prop_map(|(a, b, c)| [a, b, c]);
    vec(line, 1..20).prop_map(|lines| {
        let lines: Vec<String> = lines.iter().map(|line| line.concat()).collect();
        lines.join("\n")
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    const ZONES: &[&str] = &["America/Chicago", "America/New_York", "-06:00", "UTC"];
    const DAYS: &[&str] = &["2024-03-02", "2025-11-02", "0001-01-01", "9999-12-31"];
    let zone = proptest::option::of(select(ZONES));
    let published = proptest::option::of(select(DAYS));
    (zone, published).prop_map(|(zone, day)| Setting {
        zone: zone.map(|zone| zone.parse().unwrap()),
        published: day.map(|day| Published::Day(day.parse().unwrap())),
        ..Setting::default()
    })
}

/// The bytes of a source, shown as text in a report.
#[derive(Clone)]
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match std::str::from_utf8(&self.0) {
            Ok(text) => write!(f, "{text:?}"),
            Err(_) => write!(f, "{:x?}", self.0),
        }
    }
}

/// Sources, each with what is stated of it.
fn inputs() -> impl Strategy<Value = Vec<(Bytes, Setting)>> {
    let bytes = prop_oneof![
        4 => text().prop_map(String::into_bytes),
        2 => log().prop_map(String::into_bytes),
        // cut anywhere, so that it may be no UTF-8
        1 => (text(), any::<proptest::sample::Index>()).prop_map(|(text, at)| {
            let mut bytes = text.into_bytes();
            bytes.truncate(at.index(bytes.len() + 1));
            bytes
        }),
        1 => text().prop_map(|text| {
            let marked = format!("\u{feff}{text}");
            marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }),
        1 => vec(any::<u8>(), 0..200),
    ];
    vec((bytes.prop_map(Bytes), setting()), 1..4)
}

/// What can be read of the inputs, resolved and joined.
fn read(inputs: &[(Bytes, Setting)], kind: Option<Choice>) -> (Vec<Source>, Joined) {
    let mut sources = Vec::new();
    let mut resolved = Vec::new();
    for (bytes, setting) in inputs {
        let path = format!("{}.txt", sources.len());
        // bytes that are no text are refused, which is right
        if let Ok(source) = Source::read(&path, bytes.0.clone(), kind) {
            resolved.push(resolve(
                sources.len() as u32,
                &source,
                &find(&source),
                setting,
            ));
            sources.push(source);
        }
    }
    let joined = join(&sources, resolved);
    (sources, joined)
}

/// The rest of the way, up to the rows.
fn rows<'a>(sources: &'a [Source], joined: &'a Joined) -> Timeline<'a> {
    let told = joined.told(sources);
    let incidents = link(&told, &link::Setting::default())
        .0
        .into_iter()
        .map(|found| {
            let solved: Solved = incident(&told, &found);
            (found, solved)
        })
        .collect();
    timeline(told, incidents, Vec::new())
}

/// The output of every writer.
fn written(timeline: &Timeline) -> Vec<Vec<u8>> {
    let mut outputs = Vec::new();
    for format in [Format::Text, Format::Csv, Format::Json] {
        for rows in [Rows::Events, Rows::Statements] {
            for excel in [false, true] {
                let style = Style {
                    format,
                    rows,
                    excel,
                };
                let mut out = Vec::new();
                write(timeline, style, &mut out).unwrap();
                outputs.push(out);
            }
        }
    }
    outputs
}

/// Whether a span lies in a text, on its characters.
fn is_in(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

/// The spans of a source's statements and unplaced words.
fn told(resolved: &Resolved) -> Vec<Span> {
    // a stamp or a label may stand alone on its line, above the words
    let statements = resolved.statements.iter().flat_map(|statement| {
        let Statement {
            span,
            phrase,
            speaker,
            unit,
            channel,
            ..
        } = *statement;
        [Some(span), phrase, speaker, unit, channel]
    });
    let unplaced = resolved.unplaced.iter().map(|unplaced| unplaced.span);
    statements.flatten().chain(unplaced).collect()
}

/// The first line with letters or digits that no span touches.
fn lost_line<'a>(text: &'a str, spans: &[Span]) -> Option<&'a str> {
    text.split('\n').find(|line| {
        let own = Span::within(text, line);
        line.contains(|c: char| c.is_ascii_alphanumeric())
            && !spans.iter().any(|span| span.meets(own))
    })
}

/// A failure is printed with its input; a file of it would lie among the tests.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_way_from_bytes_to_bytes_cannot_fail_and_gives_the_same_again(
        inputs in inputs(),
        kind in select(&[None, None, Some(Choice::Kind(Kind::Article)), Some(Choice::Kind(Kind::Transcript))][..]),
    ) {
        let (sources, joined) = read(&inputs, kind);
        let first = written(&rows(&sources, &joined));
        let (sources, joined) = read(&inputs, kind);
        prop_assert!(first == written(&rows(&sources, &joined)));
    }

    #[test]
    fn every_place_lies_in_its_source_on_whole_characters(inputs in inputs()) {
        let (sources, joined) = read(&inputs, None);
        for (source, resolved) in sources.iter().zip(&joined.resolved) {
            for statement in &resolved.statements {
                let parts = [statement.phrase, statement.speaker, statement.unit, statement.channel];
                for span in parts.into_iter().flatten().chain([statement.span]) {
                    prop_assert!(is_in(span, &source.text), "{span:?} of {:?}", source.text);
                }
                prop_assert!(!statement.span.is_empty());
            }
            for span in resolved.unplaced.iter().map(|unplaced| unplaced.span) {
                prop_assert!(is_in(span, &source.text), "{span:?} of {:?}", source.text);
            }
            for span in resolved.notes.iter().map(|note| note.span) {
                prop_assert!(is_in(span, &source.text), "{span:?} of {:?}", source.text);
            }
        }
    }

    #[test]
    fn places_in_the_bytes_as_given_never_run_backwards(inputs in inputs()) {
        let (sources, joined) = read(&inputs, None);
        for ((source, resolved), (bytes, _)) in sources.iter().zip(&joined.resolved).zip(
            inputs.iter().filter(|(bytes, _)| Source::read("", bytes.0.clone(), None).is_ok()),
        ) {
            for span in told(resolved) {
                let raw = source.raw(span);
                prop_assert!(raw.start <= raw.end, "{span:?} is {raw:?}");
                prop_assert!(raw.end as usize <= bytes.0.len(), "{raw:?} of {} bytes", bytes.0.len());
            }
        }
    }

    #[test]
    fn no_line_is_lost(
        inputs in inputs(),
        kind in select(&[None, Some(Choice::Kind(Kind::Article)), Some(Choice::Kind(Kind::Transcript))][..]),
    ) {
        let (sources, joined) = read(&inputs, kind);
        for (source, resolved) in sources.iter().zip(&joined.resolved) {
            let lost = lost_line(&source.text, &told(resolved));
            prop_assert!(lost.is_none(), "lost {lost:?} of {:?}", source.text);
        }
    }

    #[test]
    fn every_statement_is_one_row_or_part_of_one(inputs in inputs()) {
        let (sources, joined) = read(&inputs, None);
        let timeline = rows(&sources, &joined);
        let mut tellers: Vec<_> = timeline
            .chronicles
            .iter()
            .flat_map(|chronicle| &chronicle.events)
            .flat_map(|event| event.tellers.iter().copied())
            .collect();
        let count: usize = joined.resolved.iter().map(|resolved| resolved.statements.len()).sum();
        prop_assert_eq!(tellers.len(), count);
        tellers.sort_unstable();
        tellers.dedup();
        prop_assert_eq!(tellers.len(), count);
    }
}

#[test]
fn texts_that_once_stopped_the_run_do_so_no_more() {
    for text in [
        // a distance from words that tell no event of their own
        "less than an hour after Feb. 22 \"\"\n",
        // a stamp more than a day before the line above it, then one without a day
        "2026-01-15T13:12:04-06:00 Dispatch: a\n[2025-05-03 14:02:30] b\n[07:33] <TAC-2> c\n",
    ] {
        let inputs = [(Bytes(text.into()), Setting::default())];
        let (sources, joined) = read(&inputs, None);
        assert!(!written(&rows(&sources, &joined)).is_empty());
    }
}

#[test]
fn a_lost_line_is_found() {
    let text = "kept\n\n - \nlost\n";
    assert_eq!(lost_line(text, &[Span::new(0, 4)]), Some("lost"));
    assert_eq!(lost_line(text, &[Span::new(0, 4), Span::new(13, 14)]), None);
}
