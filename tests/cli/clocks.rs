//! `squelch clocks`: by how much clocks are off, and how that shows.

use crate::desk::Desk;

/// A recorder that is 2 min 20 s slow, and a story with the true minutes.
fn slow() -> Desk {
    Desk::new()
        .file(
            "log.txt",
            "[2025-05-03 13:59:50] Dispatch: Engine 7, smoke from the roof at 415 Foundry Street\n\
             [2025-05-03 14:04:05] Engine 7: heavy fire showing from the second floor, start a second alarm\n\
             [2025-05-03 14:09:12] Engine 7: one victim coming down the rear ladder\n\
             [2025-05-03 14:20:15] Dispatch: Received, Engine 7. 1422 hours.\n",
        )
        .file(
            "story.txt",
            "Published May 4, 2025\n\n\
             At 2:02 p.m. Saturday, a dispatcher said: “Engine 7, smoke from the roof at 415 Foundry Street.”\n\n\
             At 2:06 p.m., a captain said: “Heavy fire showing from the second floor, start a second alarm.”\n\n\
             At 2:45 p.m., a captain said: “One victim coming down the rear ladder.”\n",
        )
}

#[test]
fn a_slow_clock_is_found_and_the_odd_anchor_moves_nothing() {
    let outcome = slow().command("clocks", b"", &["log.txt", "story.txt"]);
    let expected = "\
log.txt
  add +00:02:09 to +00:02:45 (estimated)
    log.txt:1 is story.txt:3 “Engine 7, smoke from the roof at 415 Foundry Street.”: allows +00:02:09 to +00:03:10; fits
    log.txt:2 is story.txt:5 “Heavy fire showing from the second floor, start a second alarm.”: allows +00:01:54 to +00:02:55; fits
    log.txt:3 is story.txt:7 “One victim coming down the rear ladder.”: allows +00:35:47 to +00:36:48; odd, off by 33 min 2 s
    log.txt:4 says 1422 hours: allows +00:01:44 to +00:02:45; fits
";
    assert_eq!(outcome.text(), expected);
    assert_eq!(outcome.code, 0);
}

#[test]
fn the_odd_anchor_is_a_conflict_and_the_estimate_a_note() {
    let outcome = slow().run(&["log.txt", "story.txt", "--tz", "America/Chicago"]);
    let text = outcome.text();
    assert!(
        text.contains("log.txt (clock +00:02:09 to +00:02:45)"),
        "{text}"
    );
    assert!(
        text.contains("cannot all hold; they miss by at least 33 min 2 s"),
        "{text}"
    );
    let note = "note[clock-estimated]: log.txt:1:33: from here +129 to +165 s are added";
    assert!(outcome.remarks.contains(note), "{}", outcome.remarks);
}

#[test]
fn a_stated_clock_goes_before_all_anchors() {
    let arguments = ["log.txt", "story.txt", "--clock", "log.txt=+00:02:20±5s"];
    let outcome = slow().command("clocks", b"", &arguments);
    let text = outcome.text();
    assert!(text.starts_with("log.txt\n  add +00:02:15 to +00:02:25 (given)\n"));
    // what the anchors say of it is shown all the same
    assert!(
        text.contains("allows +00:35:47 to +00:36:48; odd, off by 33 min 22 s\n"),
        "{text}"
    );
}

#[test]
fn a_log_alone_has_nothing_to_be_compared_with() {
    let outcome = Desk::with_log().command("clocks", b"", &["log.txt"]);
    assert_eq!(
        outcome.text(),
        "log.txt\n  add +00:00:00 (nothing to compare it with)\n"
    );
}

#[test]
fn an_article_has_no_clock() {
    let desk = Desk::new().file("story.txt", "A fire burned a garage on Friday.\n");
    let outcome = desk.command("clocks", b"", &["story.txt"]);
    let expected = "no transcript is among the sources; an article has no clock\n";
    assert_eq!((outcome.text(), outcome.code), (expected, 0));
}

#[test]
fn stated_clocks_that_cannot_agree_are_a_conflict_that_names_both() {
    let log = "[2025-05-03 14:02:30] Main: Engine 7, smoke from the roof at 415 Foundry Street\n\
               [2025-05-03 14:04:05] Main: heavy fire showing from the second floor\n\
               [2025-05-03 14:09:12] Main: one victim coming down the rear ladder\n";
    let desk = Desk::new().file("north.txt", log).file("south.txt", log);
    let paths = [
        "north.txt",
        "south.txt",
        "--tz",
        "America/Chicago",
        "--format",
        "csv",
    ];
    let clocks = [
        "--clock",
        "north.txt=+00:00:00",
        "--clock",
        "south.txt=+00:05:00",
    ];
    let outcome = desk.run(&[&paths[..], &clocks].concat());
    assert_eq!(outcome.text().lines().count(), 1 + 6, "nothing is lost");
    let strict = desk.run(&[&paths[..4], &clocks, &["--strict"]].concat());
    assert_eq!(strict.code, 1);
    let words = strict
        .text()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let conflict = "cannot all hold; they miss by at least 4 min 55 s: north.txt:1";
    assert!(
        words.contains(conflict) && words.contains("; south.txt:1"),
        "{words}"
    );
    // one pair of lines tells it as well as three
    assert_eq!(words.matches("cannot all hold").count(), 1);
}
