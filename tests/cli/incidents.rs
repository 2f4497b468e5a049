//! Which incident: a shift's traffic split into its emergencies, and what the case file says of them.

use crate::desk::{Desk, Outcome};
use serde_json::Value;
use std::collections::BTreeMap;

/// Two emergencies that overlap on one channel, and talk that belongs to none.
const SHIFT: &str = "\
[2025-05-03 14:00:10] <Main> Engine 7, Medic 3, respond to 415 Harbor Street for a kitchen fire. Incident 25-0101.
[2025-05-03 14:00:20] <Main> Engine 7 responding.
[2025-05-03 14:02:00] <Main> Car 41, burglary alarm at Highway 291 and Larkspur Lane.
[2025-05-03 14:02:06] <Main> 10-4.
[2025-05-03 14:03:00] <Main> Car 58, out of service for fuel.
[2025-05-03 14:03:05] <Main> Copy.
[2025-05-03 14:04:00] <Main> Engine 7 on scene, smoke showing.
[2025-05-03 14:05:00] <Main> For Larkspur Lane and Highway 291, the owner is on the way.
[2025-05-03 14:06:00] <Main> Medic 3, you can clear, incident 25-0101.
[2025-05-03 14:07:00] <Main> Car 41 is clear, no report.
[2025-05-03 14:08:00] <Main> Fire is out at 415 Harbor St, Engine 7 is available.
";

/// The incident of each line of a source.
fn incidents(outcome: &Outcome, path: &str) -> BTreeMap<u64, String> {
    let out: Value = serde_json::from_slice(&outcome.printed).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let sources = list(&out["sources"]);
    let id = sources
        .iter()
        .find(|source| source["path"] == path)
        .unwrap()["id"]
        .clone();
    let mut found = BTreeMap::new();
    for incident in list(&out["incidents"]) {
        let events = list(&incident["events"]);
        for statement in events.iter().flat_map(|event| list(&event["statements"])) {
            if statement["source"] == id {
                let line = statement["line"].as_u64().unwrap();
                found.insert(line, incident["id"].as_str().unwrap().to_owned());
            }
        }
    }
    found
}

fn of_lines(outcome: &Outcome, path: &str, lines: &[u64]) -> Vec<String> {
    let found = incidents(outcome, path);
    lines.iter().map(|line| found[line].clone()).collect()
}

const FIRE: &str = "2025-05-03-415-harbor-street";
const ALARM: &str = "2025-05-03-highway-291-and-larkspur-lane";
const REST: &str = "unassigned";

#[test]
fn a_shift_is_split_by_number_place_unit_and_answer() {
    let desk = Desk::new().file("log.txt", SHIFT);
    let outcome = desk.run(&["log.txt", "--format", "json"]);
    let all: Vec<u64> = (1..=11).collect();
    assert_eq!(
        of_lines(&outcome, "log.txt", &all),
        [
            FIRE, FIRE, ALARM, ALARM, REST, REST, FIRE, ALARM, FIRE, ALARM, FIRE
        ]
    );
}

#[test]
fn one_emergency_that_moves_is_one_incident() {
    let chase = "\
[2025-05-03 22:00:10] Dispatch: Car 41, robbery at 88 Foundry Avenue, a gray van left north.
[2025-05-03 22:01:30] Car 41: I am behind it on Foundry Avenue, he is not stopping, in pursuit.
[2025-05-03 22:04:00] Car 58: He went through the fence at 12 Quarry Road, we have a crash.
[2025-05-03 22:04:30] Dispatch: Medic 6, respond to 12 Quarry Road for a crash.
[2025-05-03 22:09:00] Medic 6: Medic 6 on scene, one patient.
";
    let alarm = "[2025-05-03 22:02:00] Dispatch: Engine 3, burglary alarm at 9 Elm Street.\n";
    let outcome = Desk::new()
        .file("log.txt", format!("{chase}{alarm}"))
        .run(&["log.txt", "--format", "json"]);
    let mut found = incidents(&outcome, "log.txt");
    let other = found.remove(&6).unwrap();
    assert_eq!(found.len(), 5);
    assert!(
        found
            .values()
            .all(|incident| *incident == found[&1] && *incident != other),
        "{found:?}"
    );
}

#[test]
fn an_article_goes_with_the_emergency_that_it_quotes() {
    let story = "A kitchen burns\n\nPublished May 4, 2025\n\nAt 2:04 p.m. on Saturday, May 3, \
        2025, a firefighter reported: “Engine 7 on scene, smoke showing.” The house stood empty.\n";
    let desk = Desk::new().file("log.txt", SHIFT).file("story.txt", story);
    let outcome = desk.run(&["log.txt", "story.txt", "--format", "json"]);
    assert_eq!(of_lines(&outcome, "story.txt", &[5]), [FIRE]);
    assert_eq!(of_lines(&outcome, "log.txt", &[1, 3]), [FIRE, ALARM]);
}

#[test]
fn a_silence_ends_an_emergency_as_the_case_file_says() {
    let log = "\
[2025-05-03 14:00:00] Engine 7, respond to 415 Harbor Street for a kitchen fire.
[2025-05-03 14:01:00] Engine 9, smoke reported at 80 Beacon Street.
[2025-05-03 14:30:00] Engine 4, respond to 415 Harbor Street for a gas odor.
";
    let desk = Desk::new().file("log.txt", log);
    let outcome = desk.run(&["log.txt", "--format", "json"]);
    assert_eq!(of_lines(&outcome, "log.txt", &[1, 3]), [FIRE, FIRE]);
    let desk = desk.file("case.toml", "pause = \"20m\"\n");
    let outcome = desk.run(&["log.txt", "--format", "json"]);
    let again = format!("{FIRE}-2");
    assert_eq!(of_lines(&outcome, "log.txt", &[1, 3]), [FIRE, &again]);
}

fn with_case(case: &str) -> (Desk, Outcome) {
    let desk = Desk::new().file("log.txt", SHIFT).file("case.toml", case);
    let outcome = desk.run(&["log.txt", "--format", "json"]);
    (desk, outcome)
}

#[test]
fn the_user_names_merges_splits_and_pins_incidents() {
    let (_, named) = with_case("[[incident]]\nname = \"Harbor fire\"\nwhole = [\"log.txt:7\"]\n");
    let fire = "2025-05-03-harbor-fire";
    assert_eq!(of_lines(&named, "log.txt", &[1, 3, 7]), [fire, ALARM, fire]);

    let (_, merged) = with_case("[[incident]]\nwhole = [\"log.txt:1\", \"log.txt:3\"]\n");
    assert_eq!(of_lines(&merged, "log.txt", &[1, 3, 5]), [FIRE, FIRE, REST]);

    let (_, split) = with_case("[[incident]]\nname = \"Fuel\"\nlines = [\"log.txt:5-7\"]\n");
    let fuel = "2025-05-03-fuel";
    assert_eq!(
        of_lines(&split, "log.txt", &[1, 5, 6, 7, 11]),
        [FIRE, fuel, fuel, fuel, FIRE]
    );

    let (_, all) = with_case("[[incident]]\nlines = [\"log.txt\"]\n");
    let found = incidents(&all, "log.txt");
    assert!(
        found.values().all(|incident| *incident == found[&1]),
        "{found:?}"
    );
}

#[test]
fn two_names_for_one_incident_are_told_and_the_rest_is_printed() {
    let case = "[[incident]]\nname = \"Fire\"\nwhole = [\"log.txt:1\"]\n\
        [[incident]]\nname = \"Smoke\"\nwhole = [\"log.txt:7\"]\n";
    let (_, outcome) = with_case(case);
    let message = "squelch: case.toml:6:10: this incident is also that of line 3; make one entry of \
        them, or list `lines`";
    assert_eq!(outcome.remarks.lines().next(), Some(message));
    assert_eq!(outcome.code, 2);
    let fire = "2025-05-03-fire";
    assert_eq!(
        of_lines(&outcome, "log.txt", &[1, 3, 7]),
        [fire, ALARM, fire]
    );
}

#[test]
fn what_is_wrong_with_pins_is_told_at_its_place() {
    let told = |case: &str, message: &str| {
        let (desk, outcome) = with_case(case);
        let message = format!("squelch: case.toml:{message}");
        assert_eq!(outcome.remarks.lines().next(), Some(message.as_str()));
        assert_eq!(outcome.code, 2);
        assert_eq!(incidents(&outcome, "log.txt").len(), 11);
        let named = desk
            .file(
                "case.toml",
                format!("[[source]]\npath = \"log.txt\"\n{case}"),
            )
            .run(&["case.toml", "--format", "json"]);
        assert_eq!((named.code, named.text()), (2, ""));
    };
    told(
        "[[incident]]\nlines = [\"log.txt:12-x\"]\n",
        "2:10: `log.txt:12-x` is not a place of a source; write it as `log.txt`, `log.txt:12` or \
         `log.txt:1-40`",
    );
    told(
        "[[incident]]\nlines = [\"none.txt\"]\n",
        "2:10: `none.txt` is not a file of this folder; correct the path",
    );
    told(
        "[[incident]]\nlines = [\"log.txt:90\"]\n",
        "2:10: `log.txt` has 11 lines; correct the number",
    );
    told(
        "[[incident]]\nlines = [\"log.txt:1-4\"]\n[[incident]]\nwhole = [\"log.txt:4\"]\n",
        "4:10: `log.txt:4` is in two lists, first on line 2; remove one",
    );
    told(
        "[[incident]]\nname = \"A\"\nlines = [\"log.txt:1\"]\n[[incident]]\nname = \"A\"\nlines = [\"log.txt:2\"]\n",
        "5:8: two incidents are called `A`; make one entry of them",
    );
    told(
        "[[incident]]\nname = \"A\"\n",
        "1:1: this incident has nothing in it; add `whole` or `lines`",
    );
    told(
        "[[incident]]\nlines = \"log.txt\"\n",
        "2:9: `lines` is a list; write `lines = [\"…\"]`",
    );
    told(
        "pause = \"soon\"\n",
        "1:9: `soon` is not a length of time; write it as `90s`, `45m` or `2h`",
    );
}

#[test]
fn units_that_are_sent_before_the_first_call_are_a_conflict() {
    let log = "\
[2025-05-03 14:02:30] Dispatch: Engine 7, respond to 415 Harbor Street for a reported kitchen fire.
[2025-05-03 14:08:00] Engine 7: Engine 7 on scene, smoke showing.
";
    let story = |first: &str| {
        format!(
            "A kitchen burns\n\nPublished May 4, 2025\n\n{first} came at 2:05 p.m. Saturday, May 3, \
             2025, from a neighbor at 415 Harbor Street.\n"
        )
    };
    let conflicts = |first: &str| {
        let desk = Desk::new()
            .file("log.txt", log)
            .file("story.txt", story(first));
        let outcome = desk.run(&["log.txt", "story.txt", "--tz", "America/Chicago"]);
        outcome.text().matches("cannot all hold").count()
    };
    assert_eq!(conflicts("The first 911 call"), 1);
    // a later one may come after the units were sent
    assert_eq!(conflicts("Another 911 call"), 0);
}

#[test]
fn an_article_about_a_night_tells_of_each_emergency_in_its_paragraph() {
    let story = "A busy night\n\nPublished June 14, 2025\n\n\
        At 8:04 p.m. on Friday, June 13, 2025, a stove caught fire at 500 Oak Street.\n\n\
        At 8:21 p.m., a woman fell at her home on Birch Lane.\n\n\
        At 8:31 p.m., a car struck a pole at 910 Maple Street.\n\n\
        At 11:30 p.m., the crews had a late supper.\n";
    let log = "\
[2025-06-13 20:05:00] <Main> Engine 1, kitchen fire, 500 Oak Street.
[2025-06-13 20:22:00] <Main> Medic 5, fall victim, 22 Birch Lane.
[2025-06-13 20:32:00] <Main> Engine 4, car crash, 910 Maple Street.
";
    let desk = Desk::new().file("log.txt", log).file("story.txt", story);
    let outcome = desk.run(&["log.txt", "story.txt", "--format", "json"]);
    let lines = of_lines(&outcome, "log.txt", &[1, 2, 3]);
    assert_eq!(of_lines(&outcome, "story.txt", &[5, 7, 9]), lines);
    assert_eq!(
        lines
            .iter()
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
        3
    );
    assert!(!lines.contains(&of_lines(&outcome, "story.txt", &[11])[0]));
}

#[test]
fn departments_with_the_same_unit_names_are_kept_apart() {
    let lakeside = "\
[2025-06-13 10:00:10] <Lakeside> Engine 1, kitchen fire, 500 Oak Street.
[2025-06-13 10:04:00] <Lakeside> Engine 1 on scene, light smoke.
[2025-06-13 10:06:00] <Lakeside> Engine 2, odor of gas, 33 Pine Road.
[2025-06-13 10:14:00] <Lakeside> Engine 1 is clear.
";
    let hilltown = "\
[2025-06-13 10:01:10] <Hilltown> Engine 1, car crash, Route 9 and Mill Road.
[2025-06-13 10:05:00] <Hilltown> Engine 1 on scene, two cars.
[2025-06-13 10:07:00] <Hilltown> Medic 4, chest pain, 71 Elm Street.
[2025-06-13 10:16:00] <Hilltown> Engine 1 is clear.
";
    let desk = Desk::new()
        .file("lakeside.txt", lakeside)
        .file("hilltown.txt", hilltown);
    let outcome = desk.run(&["lakeside.txt", "hilltown.txt", "--format", "json"]);
    for path in ["lakeside.txt", "hilltown.txt"] {
        let found = of_lines(&outcome, path, &[1, 2, 4]);
        assert!(
            found.iter().all(|incident| *incident == found[0]),
            "{path}: {found:?}"
        );
    }
    let first = |path| of_lines(&outcome, path, &[1]);
    assert_ne!(first("lakeside.txt"), first("hilltown.txt"));
}

#[test]
fn violence_elsewhere_is_another_emergency_once_the_first_is_silent() {
    let log = "\
[2025-06-13 10:00:10] <Main> Medic 1, heart attack, 5 Gunnison Avenue.
[2025-06-13 10:05:10] <Main> Medic 2, heart attack, 900 Gunther Road.
[2025-06-13 10:10:00] <Main> Car 9, shots fired, 100 Oak Street.
[2025-06-13 10:12:00] <Main> Car 4, shots fired, 120 Pine Street.
[2025-06-13 10:40:00] <Main> Car 7, shots fired, 9000 Harbor Road.
[2025-06-13 10:41:00] <Main> Car 3, unrelated shots fired, 12 Birch Lane.
";
    let desk = Desk::new().file("log.txt", log);
    let outcome = desk.run(&["log.txt", "--format", "json"]);
    let found = of_lines(&outcome, "log.txt", &[1, 2, 3, 4, 5, 6]);
    assert_eq!(found[2], found[3]);
    let all: std::collections::BTreeSet<&String> = found.iter().collect();
    assert_eq!(all.len(), 5, "{found:?}");
}
