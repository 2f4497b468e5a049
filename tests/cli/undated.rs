//! Recordings of which nobody wrote the day or the start: others show it. Reports without their own date.

use crate::desk::{Desk, Outcome};
use serde_json::Value;

const STORY: &str = "\
A night at the mill

Published June 8, 2025

At 9:14 p.m. on Saturday, June 7, 2025, a dispatcher said: “Engine 3, Truck 8, respond to the \
grist mill on Alder Street for a reported fire.”

At 9:20 p.m., a captain reported: “We have heavy fire through the roof of the grist mill.”
";

/// What was said, with the seconds from its start.
const SAID: [(u32, &str); 3] = [
    (
        4,
        "Engine 3, Truck 8, respond to the grist mill on Alder Street for a reported fire.",
    ),
    (41, "Engine 3 is on the way."),
    (
        372,
        "We have heavy fire through the roof of the grist mill.",
    ),
];

fn log(stamp: impl Fn(u32) -> String) -> String {
    let line = |(at, words): &(u32, &str)| format!("{} Dispatch: {words}", stamp(*at));
    SAID.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn run(log: &str, arguments: &[&str]) -> Outcome {
    let desk = Desk::new().file("log.txt", log).file("story.txt", STORY);
    let common = ["log.txt", "--tz", "America/Denver", "--format", "json"];
    desk.run(&[&common[..], arguments].concat())
}

fn events(outcome: &Outcome) -> Vec<(String, Value, Value)> {
    let out: Value = serde_json::from_slice(&outcome.printed).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let incidents = list(&out["incidents"]);
    let events = incidents
        .iter()
        .flat_map(|incident| list(&incident["events"]));
    events
        .filter(|event| {
            list(&event["statements"])
                .iter()
                .any(|it| it["source"] == "s1")
        })
        .map(|event| {
            let [earliest, latest] = ["earliest", "latest"].map(|key| event[key].clone());
            let text: String = event["text"].as_str().unwrap().chars().take(9).collect();
            (text, earliest, latest)
        })
        .collect()
}

#[test]
fn a_recording_that_counts_from_naught_lies_where_its_quotes_put_it() {
    let by_hours = log(|at| format!("00:{:02}:{:02}", at / 60, at % 60));
    let by_minutes = log(|at| format!("{}:{:02}", at / 60, at % 60));
    for log in [by_hours, by_minutes] {
        let outcome = run(&log, &["story.txt"]);
        // 9:14 holds the fourth second, 9:20 the 372nd: the start is 9:13:55 to 9:14:48
        let expected = |text: &str, earliest: &str, latest: &str| {
            let time = |words: &str| Value::from(format!("2025-06-07T{words}-06:00"));
            (text.to_owned(), time(earliest), time(latest))
        };
        assert_eq!(
            events(&outcome),
            [
                expected("Engine 3,", "21:14:00", "21:14:52.999"),
                expected("Engine 3 ", "21:14:36.001", "21:15:29.999"),
                expected("We have h", "21:20:07.001", "21:21:00"),
            ]
        );
    }
}

#[test]
fn a_log_without_a_day_has_that_of_its_quotes() {
    let log = log(|at| format!("21:{:02}:{:02}", 14 + at / 60, at % 60));
    let outcome = run(&log, &["story.txt"]);
    assert_eq!(events(&outcome)[1].1, "2025-06-07T21:14:41-06:00");
    let message = "note[assumed-date]: log.txt:1:20: the day of this transcript is not written; it \
        follows from 2 lines that other sources have too";
    assert!(outcome.remarks.contains(message), "{}", outcome.remarks);
}

#[test]
fn one_quote_is_not_enough_to_place_a_recording() {
    let log = "00:00:04 Dispatch: Engine 3, Truck 8, respond to the grist mill on Alder Street for a \
        reported fire.\n00:00:41 Dispatch: Engine 3 is on the way.\n00:02:00 Dispatch: Copy.\n";
    let outcome = run(log, &["story.txt"]);
    assert_eq!(events(&outcome)[1].1, Value::Null);
}

#[test]
fn a_start_that_the_user_states_goes_before_all_else() {
    let log = log(|at| format!("{}:{:02}", at / 60, at % 60));
    let outcome = run(&log, &["--start", "log.txt=2025-06-07T21:14:10"]);
    assert_eq!(events(&outcome)[2].1, "2025-06-07T21:20:22-06:00");
    let refused = run(&log, &["--start", "log.txt=2025-06-07"]);
    assert_eq!(
        refused.remarks,
        "squelch: --start log.txt=2025-06-07: this is not a moment; write `2024-03-02T09:00` or \
         `2024-03-02T09:00:30-06:00`\n"
    );
}

#[test]
fn a_start_with_an_offset_gives_the_recording_its_zone() {
    let log = log(|at| format!("{}:{:02}", at / 60, at % 60));
    let desk = Desk::new().file("log.txt", log);
    let start = "log.txt=2025-06-07T21:14:10-06:00";
    let outcome = desk.run(&["log.txt", "--start", start, "--format", "json"]);
    assert_eq!(events(&outcome)[2].1, "2025-06-07T21:20:22-06:00");
    assert_eq!(outcome.remarks, "");
}

#[test]
fn a_start_where_times_are_those_of_a_clock_is_refused() {
    let log = log(|at| format!("[2025-06-07 21:{:02}:{:02}]", 14 + at / 60, at % 60));
    let refused = run(&log, &["--start", "log.txt=2025-06-07T21:14:10"]);
    let message = "squelch: log.txt: `start` is for a recording whose times count from 0:00; remove it \
                   here\n";
    assert_eq!((refused.remarks.as_str(), refused.code), (message, 2));
}

#[test]
fn a_day_alone_does_not_date_times_that_count_from_naught() {
    let by_minutes = log(|at| format!("{}:{:02}", at / 60, at % 60));
    let outcome = run(
        &by_minutes,
        &["story.txt", "--published", "log.txt=2025-06-07"],
    );
    assert_eq!(events(&outcome)[0].1, "2025-06-07T21:14:00-06:00");
}

#[test]
fn a_stated_clock_is_part_of_what_places_a_recording() {
    let by_minutes = log(|at| format!("{}:{:02}", at / 60, at % 60));
    let plain = run(&by_minutes, &["story.txt"]);
    let off = run(&by_minutes, &["story.txt", "--clock", "log.txt=+00:01:00"]);
    let third = |outcome: &Outcome| events(outcome)[2].clone();
    assert_eq!(third(&plain).1, "2025-06-07T21:20:07.001-06:00");
    assert!(!String::from_utf8_lossy(&off.printed).contains("cannot all hold"));
}

#[test]
fn the_days_over_the_lines_of_a_report_are_not_its_own_date() {
    let report = "\
A night at the mill
By Ida Renn, The Orr Echo

Saturday, June 7, 2025

9:14 p.m.: A baker smells smoke and calls the mill.
9:20 p.m.: Its roof is on fire.

Sunday

12:40 a.m.: The roof falls in.
";
    let outcome = Desk::new()
        .file("report.txt", report)
        .run(&["report.txt", "--format", "json"]);
    assert!(
        outcome.remarks.contains("note[assumed-date]"),
        "{}",
        outcome.remarks
    );
    let found: Vec<String> = events(&outcome)
        .iter()
        .map(|(_, earliest, _)| earliest.as_str().unwrap_or("open").to_owned())
        .collect();
    let wanted = [
        "2025-06-07T21:14:00",
        "2025-06-07T21:20:00",
        "2025-06-08T00:40:00",
    ];
    assert_eq!(found, wanted);
}
