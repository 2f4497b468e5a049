//! `squelch inspect`: what it prints of each mention, and what it says of those that are none.

use crate::desk::{Desk, LOG};

const STORY: &str = "Crews left at 1:12 p.m. Thursday.\n\nTwo minutes later it rained in Ä-dorf. \
                     The form says 25:61 p.m. by mistake.\n";

fn inspect(arguments: &[&str]) -> crate::desk::Outcome {
    let desk = Desk::new().file("story.txt", STORY);
    let fixed = [
        "story.txt",
        "--published",
        "2024-03-02",
        "--tz",
        "America/Chicago",
    ];
    desk.command("inspect", b"", &[&fixed, arguments].concat())
}

#[test]
fn a_line_of_json_holds_the_reading_and_its_annotation() {
    let outcome = inspect(&["--format", "jsonl"]);
    let lines: Vec<&str> = outcome.text().lines().collect();
    let first = concat!(
        r#"{"source":"story.txt","line":1,"start":11,"end":32,"text":"at 1:12 p.m. Thursday","#,
        r#""kind":"time","earliest":"2024-02-29T13:12:00-06:00","latest":"2024-02-29T13:13:00-06:00","#,
        r#""stated":"2024-02-29T13:12:00-06:00","grain":"minute","anchor":"publication","#,
        r#""placed":true,"reason":"counted from the day of the words","#,
        r#""timex":[{"start":14,"end":32,"type":"TIME","value":"2024-02-29T13:12"}]}"#,
    );
    assert_eq!(lines[0], first);
    assert!(lines[1].contains(r#""stated":"2024-02-29T13:14:00-06:00""#));
    assert!(lines[1].contains(r#""anchor":"time told before""#));
    assert!(lines[2].contains(r#""kind":"no-such-time","earliest":null"#));
    assert_eq!(lines.len(), 3);
}

#[test]
fn what_looks_like_a_time_and_is_none_is_noted() {
    let outcome = inspect(&[]);
    assert_eq!(
        outcome.remarks,
        "note[no-such-time]: story.txt:3:54: `25:61 p.m.` is no time of any clock or calendar; it is \
         left out\n"
    );
}

#[test]
fn the_timeline_notes_it_too() {
    let desk = Desk::new().file("story.txt", STORY);
    let outcome = desk.run(&[
        "story.txt",
        "--published",
        "2024-03-02",
        "--tz",
        "America/Chicago",
    ]);
    assert!(
        outcome
            .remarks
            .contains("note[no-such-time]: story.txt:3:54: `25:61 p.m.`")
    );
}

#[test]
fn the_timeml_form_is_the_text_with_elements() {
    let outcome = inspect(&["--format", "timeml"]);
    let element =
        r#"at <TIMEX3 tid="t1" type="TIME" value="2024-02-29T13:12">1:12 p.m. Thursday</TIMEX3>."#;
    assert!(outcome.text().contains(element), "{}", outcome.text());
}

#[test]
fn a_transcript_shows_its_stamps_and_units() {
    let desk = Desk::new().file("log.txt", LOG);
    let outcome = desk.command("inspect", b"", &["log.txt", "--tz", "UTC"]);
    let first = "log.txt:1:1  stamp        \"[2025-05-03 14:02:30]\"  2025-05-03T14:02:30+00:00 to \
                 2025-05-03T14:02:31+00:00  (stamped)";
    assert_eq!(outcome.text().lines().nth(1), Some(first));
    assert!(outcome.text().contains("unit         \"Engine 7\""));
}

#[test]
fn standard_input_nothing_and_a_folder() {
    let desk = Desk::new().folder("empty");
    let piped = desk.command("inspect", b"It burned at noon.", &["-", "--tz", "UTC"]);
    assert!(piped.text().contains("\n-:1:11  time"));
    let empty = desk.command("inspect", b"", &["-"]);
    assert_eq!((empty.text(), empty.code), ("-: read as prose, UTF-8\n", 0));
    let folder = desk.command("inspect", b"", &["empty"]);
    assert_eq!(folder.code, 2);
    assert_eq!(
        folder.remarks,
        "squelch: empty: no sources in this folder; put transcripts or articles there\n"
    );
}
