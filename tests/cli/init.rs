//! `squelch init`: the case file that it writes, and what it never does.

use crate::desk::Desk;
use std::fs;

const STORY: &str =
    "Mill burns in Orr\n\nPublished June 8, 2025\n\nA watchman called 911 at 9:14 p.m. Saturday.\n";
const CUES: &str = "1\n00:00:01,000 --> 00:00:02,000\nEngine 7 on scene\n";

#[test]
fn a_case_file_has_each_source_with_what_was_found() {
    let desk = Desk::new()
        .file("mill/story.txt", STORY)
        .file("mill/a.srt", CUES);
    let outcome = desk.command("init", b"", &["mill"]);
    assert_eq!(
        (outcome.code, outcome.text()),
        (0, ""),
        "{}",
        outcome.remarks
    );
    let written = fs::read_to_string(desk.path().join("mill/case.toml")).unwrap();
    let told = "\n# name = \"what the case is to be called\"\n# zone = \"America/Chicago\"   # none is stated: fill \
                it in\n\n[[source]]\npath = \"a.srt\"\n# kind = \"subtitle\"\n# start = \"2025-05-04T09:00:00\"   # \
                not found: fill it in\n\n[[source]]\npath = \"story.txt\"\n# kind = \"prose\"\n# headline: Mill burns \
                in Orr\n# published = \"2025-06-08T00:00:00\"\n";
    assert!(written.ends_with(told), "{written}");
}

#[test]
fn the_case_file_tells_the_same_timeline_as_the_folder() {
    let desk = Desk::new()
        .file("mill/story.txt", STORY)
        .file("mill/a.srt", CUES);
    let folder = desk.run(&["mill"]);
    desk.command("init", b"", &["mill"]);
    let case = desk.run(&["mill/case.toml"]);
    assert_eq!(case.text(), folder.text());
    assert_eq!(case.code, 0, "{}", case.remarks);
}

#[test]
fn a_case_file_that_is_there_is_left_alone() {
    let desk = Desk::new()
        .file("mill/story.txt", STORY)
        .file("mill/case.toml", "zone = \"UTC\"\n");
    let outcome = desk.command("init", b"", &["mill"]);
    assert_eq!(outcome.code, 2);
    assert_eq!(
        outcome.remarks,
        "squelch: mill/case.toml: this file is there already; move it away, or name another place with `-o`\n"
    );
    let other = desk.command("init", b"", &["mill", "-o", "other.toml"]);
    assert_eq!(other.code, 0, "{}", other.remarks);
    let written = fs::read_to_string(desk.path().join("other.toml")).unwrap();
    assert!(written.contains("path = \"mill/story.txt\""), "{written}");
    assert!(written.contains("# zone = \"UTC\""), "{written}");
}
