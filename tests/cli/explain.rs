//! `squelch explain`: the chain of statements behind each end of an interval.

use crate::desk::Desk;

const STORY: &str = "Published May 4, 2025\n\n\
                     At 2:02 p.m. Saturday, May 3, 2025, a garage caught fire. Two minutes later, a \
                     neighbor called 911.\n";

/// The id of the event whose row has some words.
fn id(desk: &Desk, words: &str) -> String {
    let table = desk.run(&["story.txt", "--tz", "America/Chicago", "--format", "csv"]);
    let row = table
        .text()
        .lines()
        .find(|row| row.contains(words))
        .unwrap();
    row.split(',').nth(1).unwrap().to_owned()
}

#[test]
fn each_end_is_a_chain_of_quoted_statements() {
    let desk = Desk::new().file("story.txt", STORY);
    let id = id(&desk, "neighbor");
    let arguments = [id.as_str(), "story.txt", "--tz", "America/Chicago"];
    let outcome = desk.command("explain", b"", &arguments);
    let expected = format!(
        "\
{id} “Two minutes later, a neighbor called 911.”
  told by story.txt:3 “Two minutes later, a neighbor called 911.”

not before 2025-05-03T14:03:00-05:00, because
  story.txt:3 “At 2:02 p.m. Saturday, May 3, 2025, a garage caught fire.” says `At 2:02 p.m. Saturday, May 3, 2025`
    so 2025-05-03T14:02:00-05:00; if that is wrong, not before: 2025-05-03T00:00:00-05:00
  story.txt:3 “Two minutes later, a neighbor called 911.” counts from story.txt:3 “At 2:02 p.m. Saturday, May 3, 2025, a garage caught fire.”: 1 min later
    so 2025-05-03T14:03:00-05:00; if that is wrong, not before: 2025-05-03T00:00:00-05:00

before 2025-05-03T14:06:00-05:00, because
  story.txt:3 “At 2:02 p.m. Saturday, May 3, 2025, a garage caught fire.” says `At 2:02 p.m. Saturday, May 3, 2025`
    so 2025-05-03T14:03:00-05:00; if that is wrong, before: 2025-05-04T06:00:00-05:00
  story.txt:3 “Two minutes later, a neighbor called 911.” counts from story.txt:3 “At 2:02 p.m. Saturday, May 3, 2025, a garage caught fire.”: 3 min later
    so 2025-05-03T14:06:00-05:00; if that is wrong, before: 2025-05-04T06:00:00-05:00
"
    );
    assert_eq!(outcome.text(), expected);
    assert_eq!(outcome.code, 0);
}

#[test]
fn an_id_that_no_event_has_is_refused() {
    let desk = Desk::new().file("story.txt", STORY);
    let outcome = desk.command("explain", b"", &["00000000", "story.txt"]);
    let message = "squelch: 00000000: no event has this id; take one from \
                   `squelch timeline --format csv`\n";
    assert!(outcome.remarks.ends_with(message), "{}", outcome.remarks);
    assert_eq!((outcome.text(), outcome.code), ("", 2));
}
