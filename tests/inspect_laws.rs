//! Laws of every reading, whatever words of time stand side by side.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use squelch::find::find;
use squelch::inspect::inspect;
use squelch::read::format::Choice;
use squelch::read::{Kind, Source};
use squelch::resolve::{Published, Setting, resolve};
use squelch::time::Interval;

const WORDS: &[&str] = &[
    "1",
    "3",
    "12",
    "13",
    "24",
    "29",
    "31",
    "45",
    "99",
    "1312",
    "2016",
    "2024",
    "20240229",
    "0005",
    "5:30",
    "13:12",
    "9.30",
    "02/29/24",
    "11/20",
    "2024-02-29",
    "a.m.",
    "p.m.",
    "p . m .",
    "hours",
    "minutes",
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "by",
    "from",
    "to",
    "until",
    "between",
    "and",
    "or",
    "before",
    "after",
    "since",
    "about",
    "shortly",
    "nearly",
    "less than",
    "within",
    "last",
    "next",
    "this",
    "past",
    "few",
    "several",
    "half",
    "quarter",
    "past",
    "noon",
    "midnight",
    "morning",
    "night",
    "overnight",
    "dawn",
    "today",
    "tomorrow",
    "yesterday",
    "Thursday",
    "Mon",
    "Sundays",
    "Feb.",
    "February",
    "May",
    "dec",
    "day",
    "days",
    "week",
    "weekend",
    "months",
    "year",
    "years",
    "decade",
    "later",
    "earlier",
    "ago",
    "from now",
    "now",
    "first",
    "second",
    "third",
    "21st",
    "the end of",
    "the rest of",
    "all",
    "every",
    "daily",
    "Labor Day",
    "Thanksgiving",
    "Easter",
    "CST",
    "UTC",
    "T",
    "Z",
    "Q3",
    "H1",
    "spring",
    "two",
    "twenty",
    "nineteen",
    "oh",
    "hundred",
    "thousand",
    "million",
    "'s",
    "then",
    "will meet",
    "met",
    "that",
    "said",
    "which",
    "who",
    "fire",
    "was",
    "to be",
    "“We fled,”",
    "Zoë",
    "שריפה",
];
const JOINS: &[&str] = &[
    " ", " ", " ", " ", " ", ", ", ". ", "", "-", "–", "/", ":", " (", ") ",
];
const DAYS: &[&str] = &[
    "2024-03-02",
    "2024-02-29",
    "2023-01-01",
    "0001-01-01",
    "9999-12-31",
];
const ZONES: &[&str] = &[
    "UTC",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
];

/// Words of time in any order.
fn text() -> impl Strategy<Value = String> {
    vec((select(WORDS), select(JOINS)), 1..16).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, join)| [word, join])
            .collect()
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    let zone = proptest::option::of(select(ZONES));
    (zone, select(DAYS), 0..2_u8).prop_map(|(zone, day, at_hour)| Setting {
        zone: zone.map(|zone| zone.parse().expect("the zone is known")),
        published: Some(if at_hour == 0 {
            Published::Day(day.parse().expect("a day"))
        } else {
            Published::Civil(format!("{day}T16:12:00").parse().expect("a moment"))
        }),
        ..Setting::default()
    })
}

fn runs_on(interval: Interval) -> bool {
    let ends = interval.earliest.zip(interval.latest);
    ends.is_none_or(|(earliest, latest)| earliest < latest)
}

fn article(text: &str) -> Source {
    Source::read(
        "a.txt",
        text.to_owned().into(),
        Some(Choice::Kind(Kind::Article)),
    )
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_reading_runs_on_and_holds_what_it_states(text in text(), setting in setting()) {
        let source = article(&text);
        let inspection = inspect(0, &source, &find(&source), &setting);
        let annotations: Vec<_> = inspection.reads.iter().flat_map(|read| &read.timex).collect();
        for pair in annotations.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} of {text:?}");
        }
        for read in &inspection.reads {
            let words = read.mention.span.of(&source.text);
            for timex in &read.timex {
                prop_assert!(!timex.span.of(&source.text).is_empty(), "{words:?} of {text:?}");
            }
            let Some(reading) = &read.reading else {
                continue;
            };
            prop_assert!(runs_on(reading.usual), "{words:?} of {text:?}: {:?}", reading.usual);
            prop_assert!(runs_on(reading.outer), "{words:?} of {text:?}: {:?}", reading.outer);
            if let Some(stated) = reading.stated {
                let early = reading.usual.earliest.is_some_and(|earliest| stated < earliest);
                let late = reading.usual.latest.is_some_and(|latest| latest <= stated);
                prop_assert!(!early && !late, "{words:?} of {text:?}: {stated:?} is not in {:?}", reading.usual);
            }
        }
    }

    #[test]
    fn an_account_of_any_words_runs_on(text in text(), setting in setting()) {
        let source = article(&text);
        for statement in resolve(0, &source, &find(&source), &setting).statements {
            let words = statement.span.of(&source.text);
            prop_assert!(runs_on(statement.own), "{words:?} of {text:?}: {:?}", statement.own);
            prop_assert!(runs_on(statement.outer), "{words:?} of {text:?}: {:?}", statement.outer);
        }
    }
}
