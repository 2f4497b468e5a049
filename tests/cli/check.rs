//! `squelch check`: claims from the command line and from a table.

use crate::desk::{Desk, Outcome};
use serde_json::Value;

const STORY: &str = "\
Mill burns at Orr
By Ida Renn

A watchman called 911 at 9:14 p.m. Saturday, June 7, 2025.

The first engine arrived at 9:21 p.m. Part of the roof collapsed at 9:52 p.m.
";

fn desk() -> Desk {
    Desk::new().file("story.txt", STORY)
}

fn check(arguments: &[&str]) -> Outcome {
    desk().command("check", b"", arguments)
}

fn verdicts(outcome: &Outcome) -> Vec<Value> {
    let document: Value = serde_json::from_slice(&outcome.printed).unwrap();
    document["verdicts"].as_array().unwrap().clone()
}

const FORMS: &str = "write `EVENT before EVENT`, `EVENT within DURATION of EVENT`, `EVENT more than DURATION \
                     after EVENT`, `EVENT lasted DURATION` or `EVENT at TIME`";

#[test]
fn a_verdict_has_its_bounds_its_events_and_its_evidence() {
    let claim = "The engine arrived within ten minutes of the 911 call";
    let outcome = check(&[claim, "story.txt", "--format", "json"]);
    assert_eq!((outcome.code, outcome.remarks.as_str()), (0, ""));
    let found = &verdicts(&outcome)[0];
    assert_eq!(found["verdict"], "supported");
    assert_eq!(found["at_least_s"], 360.001);
    assert_eq!(found["at_most_s"], 479.999);
    assert_eq!(found["events"].as_array().unwrap().len(), 2);
    let quotes = found["evidence"].as_array().unwrap();
    for quote in quotes {
        let [start, end] = ["start", "end"].map(|end| quote[end].as_u64().unwrap() as usize);
        assert_eq!(quote["text"], STORY[start..end]);
        assert_eq!(quote["source"], "story.txt");
    }
    assert_eq!(quotes.len(), 2);
    assert_eq!(found["missing"], Value::Null);
    assert!(found["flip"].as_str().unwrap().ends_with(
        "“A watchman called 911 at 9:14 p.m. Saturday, June 7, 2025.” were more than 2 min earlier"
    ));
}

#[test]
fn what_would_turn_a_verdict_turns_it_and_no_less_does() {
    let rows = [
        // `within ten minutes`: `more than 2 min earlier`
        (
            "The engine arrived within ten minutes of the 911 call",
            "9:14",
            "9:12",
            "supported",
        ),
        (
            "The engine arrived within ten minutes of the 911 call",
            "9:14",
            "9:11",
            "undetermined",
        ),
        // `by 9:09 p.m.`: `more than 11 min earlier`
        (
            "The engine arrived by 9:09 p.m.",
            "9:21",
            "9:10",
            "contradicted",
        ),
        (
            "The engine arrived by 9:09 p.m.",
            "9:21",
            "9:09",
            "supported",
        ),
    ];
    for (claim, told, changed, wanted) in rows {
        let desk = Desk::new().file("story.txt", STORY.replace(told, changed));
        let outcome = desk.command("check", b"", &[claim, "story.txt", "--format", "json"]);
        assert_eq!(
            verdicts(&outcome)[0]["verdict"],
            wanted,
            "{claim} {changed}"
        );
    }
    let text = check(&["The engine arrived by 9:09 p.m.", "story.txt"]);
    assert!(
        text.text()
            .contains("9:21 p.m.” were more than 11 min earlier"),
        "{}",
        text.text()
    );
}

#[test]
fn a_width_is_told_only_where_it_decides() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/quarry-rescue");
    let claim =
        "The helicopter landed at the hospital less than 15 minutes after it lifted the climber";
    let outcome = Desk::new().command("check", b"", &[claim, samples]);
    let text = outcome.text();
    assert!(
        text.contains("“The helicopter landed at St. Brannoc Hospital just before 5 p.m.” were 10 min earlier\n"),
        "{text}"
    );
}

#[test]
fn a_contradicted_claim_ends_with_1_and_says_by_what() {
    let outcome = check(&["The roof collapsed before the engine arrived", "story.txt"]);
    assert_eq!(outcome.code, 1);
    let text = outcome.text();
    assert!(
        text.starts_with("contradicted  1  The roof collapsed before the engine arrived\n"),
        "{text}"
    );
    assert!(
        text.contains("the first lies between 30 min after the second and 32 min after the second"),
        "{text}"
    );
    assert!(
        text.contains("story.txt:6 “Part of the roof collapsed at 9:52 p.m.”"),
        "{text}"
    );
}

#[test]
fn the_words_that_give_the_day_are_evidence_of_it() {
    let text = "Wall falls at Orr\nPublished June 8, 2025\n\nA guard called 911 at 9:14 p.m. Saturday. The wall fell \
                at 9:21 p.m.\n";
    let desk = Desk::new().file("wall.txt", text);
    let claim = "The wall fell on June 8, 2025";
    let outcome = desk.command("check", b"", &[claim, "wall.txt", "--format", "json"]);
    let found = &verdicts(&outcome)[0];
    assert_eq!(found["verdict"], "contradicted");
    let quotes = found["evidence"].as_array().unwrap().iter();
    let quotes: Vec<&str> = quotes.map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(
        quotes,
        [
            "Published June 8, 2025",
            "A guard called 911 at 9:14 p.m. Saturday.",
            "The wall fell at 9:21 p.m."
        ]
    );
    let outcome = desk.command(
        "check",
        b"",
        &["The wall fell at 9:21 p.m.", "wall.txt", "--format", "json"],
    );
    let found = &verdicts(&outcome)[0];
    assert_eq!(found["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn of_too_many_events_the_first_are_named() {
    let lines = (10..22).map(|minute| {
        format!("[2025-06-07 14:{minute}:00] Engine 5: on scene, water on the roof.\n")
    });
    let desk = Desk::new().file("log.txt", lines.collect::<String>());
    let claim = "Engine 5 put water on the roof before 2:15 p.m.";
    let outcome = desk.command("check", b"", &[claim, "log.txt", "--format", "json"]);
    let found = &verdicts(&outcome)[0];
    assert_eq!(found["events"].as_array().unwrap().len(), 8);
    assert_eq!(
        found["missing"],
        "these events fit `Engine 5 put water on the roof`, and 4 more; name one by its id"
    );
}

#[test]
fn an_id_names_its_event() {
    let claim = "The engine arrived before the roof collapsed";
    let found = verdicts(&check(&[claim, "story.txt", "--format", "json"]));
    let [engine, roof] = [0, 1].map(|at| found[0]["events"][at].as_str().unwrap().to_owned());
    let claim = format!("{roof} more than half an hour after {engine}");
    let found = verdicts(&check(&[&claim, "story.txt", "--format", "json"]));
    assert_eq!(found[0]["verdict"], "supported");
    assert_eq!(found[0]["events"][0], roof.as_str());
}

#[test]
fn what_cannot_be_read_is_pointed_at_and_the_rest_is_answered() {
    let claims = "id,claim\na,The engine was red\nb,The roof collapsed at 9:52 p.m.\nc,\n";
    let outcome = desk().file("claims.csv", claims).command(
        "check",
        b"",
        &["--claims", "claims.csv", "story.txt", "--format", "json"],
    );
    assert_eq!(outcome.code, 2);
    let told = format!(
        "squelch: claims.csv:2:3: cannot read `The engine was red` as a claim about times; {FORMS}\n\
         squelch: claims.csv:4:1: there is no claim here; {FORMS}\n"
    );
    assert_eq!(outcome.remarks, told);
    let found: Vec<Value> = verdicts(&outcome)
        .iter()
        .map(|it| it["verdict"].clone())
        .collect();
    assert_eq!(found, ["undetermined", "supported", "undetermined"]);
}

#[test]
fn a_claim_about_what_nobody_tells_is_undetermined_and_says_so() {
    let outcome = check(&[
        "The mayor spoke before the roof collapsed",
        "story.txt",
        "--format",
        "csv",
    ]);
    assert_eq!(outcome.code, 0);
    let row = outcome.text().lines().nth(1).unwrap().to_owned();
    assert_eq!(
        row,
        "1,The mayor spoke before the roof collapsed,undetermined,,,,,no source tells of `The mayor spoke`,"
    );
}

#[test]
fn a_table_that_cannot_be_used_is_refused_with_its_line() {
    let rows = [
        (
            "",
            "claims.csv:1:1: there is no column `id`; name the columns `id,claim` in this line",
        ),
        (
            "id,text\n1,x\n",
            "claims.csv:1:1: there is no column `claim`; name the columns `id,claim` in this line",
        ),
        (
            "id,claim\n",
            "claims.csv:1:1: there is no claim here; write one a line below `id,claim`",
        ),
        (
            "id,claim\n1,x before y\n2,x\n1,y\n",
            "claims.csv:4:1: `1` is also the id of line 2; give each claim its own",
        ),
        (
            "id,claim\n ,x before y\n",
            "claims.csv:2:1: this claim has no id; give it one of its own",
        ),
        (
            "id,claim\n1,the roof fell at 9:52 p.m., after the call\n",
            "claims.csv:2:1: the header names 2 columns, this row has 3; quote cells that hold commas",
        ),
        (
            "id,claim\n1,x before y\n2,\"x before y\n3,y before x\n",
            "claims.csv:3:1: a quotation mark opens a cell here and none closes it; close it, and double those \
             inside",
        ),
    ];
    for (table, message) in rows {
        let desk = desk().file("claims.csv", table);
        let outcome = desk.command("check", b"", &["--claims", "claims.csv", "story.txt"]);
        let told = format!("squelch: {message}\n");
        assert_eq!(
            (outcome.code, outcome.remarks.as_str(), outcome.text()),
            (2, told.as_str(), "")
        );
    }
}

#[test]
fn a_claim_of_two_lines_is_pointed_at_in_one() {
    let desk = desk().file("claims.csv", "id,claim\n1,\"the roof\nwas red\"\n");
    let outcome = desk.command("check", b"", &["--claims", "claims.csv", "story.txt"]);
    let told = format!(
        "squelch: claims.csv:2:4: cannot read `the roof was red` as a claim about times; {FORMS}\n"
    );
    assert_eq!((outcome.code, outcome.remarks), (2, told));
}

#[test]
fn a_claim_without_a_source_is_refused() {
    let outcome = check(&["The roof collapsed at 9:52 p.m."]);
    let told = "squelch: The roof collapsed at 9:52 p.m.: no source is named to check this with; name transcripts \
                or articles after the claim\n";
    assert_eq!((outcome.code, outcome.remarks.as_str()), (2, told));
}
