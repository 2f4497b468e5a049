//! Copies: one text printed twice, one transmission recorded twice. They are kept, and no witness more.

use crate::desk::Desk;

/// The column `also_in` of the first row that has some words.
fn also_in(desk: &Desk, paths: &[&str], words: &str) -> String {
    let flags = ["--tz", "America/Chicago", "--format", "csv"];
    let arguments: Vec<&str> = paths.iter().chain(&flags).copied().collect();
    let table = desk.run(&arguments).printed;
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let also_in = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "also_in")
        .unwrap();
    let mut rows = reader.records().map(Result::unwrap);
    let row = rows.find(|row| row[11].contains(words)).unwrap();
    row[also_in].to_owned()
}

#[test]
fn a_paragraph_of_an_agency_in_two_papers_is_a_copy() {
    let told = "At 2:02 p.m. Saturday, May 3, 2025, a garage behind the cannery on Foundry Street \
                caught fire.\n";
    let desk = Desk::new()
        .file("one.txt", format!("Published May 4, 2025\n\n{told}"))
        .file("two.txt", format!("Published May 4, 2025\n\n{told}"));
    let found = also_in(&desk, &["one.txt", "two.txt"], "cannery");
    assert_eq!(found, "two.txt:3 (copy)");
}

#[test]
fn the_same_told_in_other_words_is_a_second_witness() {
    let desk = Desk::new()
        .file(
            "one.txt",
            "Published May 4, 2025\n\nAt 2:02 p.m. Saturday, a garage behind the cannery on \
             Foundry Street caught fire.\n",
        )
        .file(
            "two.txt",
            "Published May 4, 2025\n\nA garage behind the Foundry Street cannery caught fire at \
             2:02 p.m. Saturday.\n",
        );
    let found = also_in(&desk, &["one.txt", "two.txt"], "cannery");
    assert_eq!(found, "two.txt:3");
}

#[test]
fn one_transmission_on_two_recorders_is_a_copy() {
    let lines = [
        (
            "14:02:30",
            "Engine 7, smoke from the roof at 415 Foundry Street",
        ),
        (
            "14:04:05",
            "heavy fire showing from the second floor, start a second alarm",
        ),
        ("14:09:12", "one victim coming down the rear ladder"),
    ];
    let log = |late: &str| -> String {
        let stamped = lines
            .iter()
            .map(|(at, words)| format!("[2025-05-03 {at}{late}] Main: {words}\n"));
        stamped.collect()
    };
    let desk = Desk::new()
        .file("north.txt", log(""))
        .file("south.txt", log(".500"));
    let found = also_in(&desk, &["north.txt", "south.txt"], "rear ladder");
    assert_eq!(found, "south.txt:3 (copy)");
}

#[test]
fn one_transmission_on_two_patched_channels_is_a_copy() {
    let log = "\
[14:02:30] <Dispatch> Engine 7, smoke from the roof at 415 Foundry Street.
[14:02:31] <Metro> Engine 7, smoke from the roof at 415 Foundry Street.
[14:02:40] <Dispatch> Copy.
[14:02:41] <Metro> Copy.
[14:03:10] <Dispatch> Engine 7, smoke from the roof at 415 Foundry Street.
";
    let desk = Desk::new().file("log.txt", format!("May 3, 2025\n{log}"));
    let copied = also_in(&desk, &["log.txt"], "smoke from the roof");
    assert_eq!(copied, "log.txt:3 (copy)");
    // `copy` is said on every channel, and a call that is said again is another
    let table = desk.run(&["log.txt", "--tz", "America/Chicago", "--format", "csv"]);
    assert_eq!(table.text().lines().count(), 1 + 4);
}

#[test]
fn a_quote_that_is_given_to_another_speaker_is_remarked() {
    let log = "[2025-05-03 14:04:05] Engine 7: We have heavy fire from the second floor windows.\n";
    let remarks = |who: &str| {
        let story = format!(
            "Published May 4, 2025\n\nAt 2:04 p.m. Saturday, {who} said: “We have heavy fire from the \
             second floor windows.”\n"
        );
        let desk = Desk::new().file("log.txt", log).file("story.txt", story);
        desk.run(&["log.txt", "story.txt", "--tz", "America/Chicago"])
            .remarks
    };
    let message = "note[speakers-differ]: story.txt:3:52: is said by `the crew of Engine 4` here and by \
                   `Engine 7` in log.txt:1\n";
    assert_eq!(remarks("the crew of Engine 4"), message);
    assert_eq!(remarks("the crew of Engine 7"), "");
    assert_eq!(remarks("a captain"), "");
    assert!(remarks("a dispatcher").contains("speakers-differ"));
}
