//! What a careful reader expects of the seeds and the samples, written down before the program
//! was run: the time of each main point, and what belongs together.
//!
//! Independent of `tests/golden`: those say what came out, this says what is so.

use serde_json::Value;
use std::process::Command;

/// `source | a piece of the passage | earliest | latest`; its own first lines say more.
const EVENTS: &str = include_str!("truth/events.txt");

/// What a statement says on its own, where the other sources narrow its event.
const OWN_READINGS: &str = "
harbor-street-fire/story.txt | respond to 415 Harbor Street  | 2025-05-03 14:02 | 14:03
harbor-street-fire/story.txt | a second caller now says      | 2025-05-03 14:02 | 14:07
harbor-street-fire/story.txt | coming out the front door     | 2025-05-03 14:12 | 14:13
harbor-street-fire/story.txt | Fire is under control         | 2025-05-03 14:15 | 14:26
mill-road-chase/article.txt  | called police about 11:45     | 2025-10-10 23:40 | 23:51
quarry-rescue/gazette.txt    | a helicopter lifted Aldren    | 2025-06-14 16:45 | 16:56
quarry-rescue/courier.txt    | landed at St. Brannoc         | 2025-06-14 16:45 | 17:00
";

/// Two passages that tell one event; the event then has both as its statements.
const ONE_EVENT: &str = "
harbor-street-fire/story.txt | respond to 415 Harbor   | harbor-street-fire/scanner.txt | respond to 415 Harbor
harbor-street-fire/story.txt | a second caller now     | harbor-street-fire/scanner.txt | a second caller now
harbor-street-fire/story.txt | heavy smoke showing     | harbor-street-fire/scanner.txt | heavy smoke showing
harbor-street-fire/story.txt | coming out the front    | harbor-street-fire/scanner.txt | coming out the front
harbor-street-fire/story.txt | Fire is under control   | harbor-street-fire/scanner.txt | Fire is under control.
mill-road-chase/article.txt  | I have the pickup       | mill-road-chase/radio.txt      | I have the pickup
quarry-rescue/gazette.txt    | called 911 at 2:31 p.m. | quarry-rescue/courier.txt      | called 911 at 2:31 p.m.
quarry-rescue/gazette.txt    | arrived at 2:48 p.m.    | quarry-rescue/courier.txt      | to the gate at 2:48 p.m.
quarry-rescue/gazette.txt    | a helicopter lifted     | quarry-rescue/courier.txt      | a helicopter lifted
";

/// Passages that stand in incidents of their own, apart from the story that recalls them.
const APART: &str = "
eviction-recount.txt         | about 4:40 p.m. Feb. 22  | first fired shortly after 1 p.m.
eviction-recount.txt         | Super Bowl rally         | first fired shortly after 1 p.m.
harbor-street-fire/story.txt | space heater set fire    | shortly after 2 p.m.
mill-road-chase/article.txt  | cyclist was killed       | struck the railing
quarry-rescue/gazette.txt    | broke an ankle           | reached the climber
";

/// Two passages of one emergency.
const TOGETHER: &str = "
tower-radio/tower.txt        | cleared to land, runway 27, the trucks | tower-radio/ground.txt      | Crash 1 copies, rolling
eviction-kcur.txt            | Gunfire broke out    | eviction-recount.txt        | Units are on the way to you
depot-outage/log.txt         | all lights are out   | depot-outage/bulletin.txt   | The lights went out
quarry-rescue/gazette.txt    | reached the climber  | quarry-rescue/courier.txt   | reached the climber
mill-road-chase/radio.txt    | Strips are down.     | mill-road-chase/article.txt | struck the railing
";

/// The rows of the ground's minute-grained log and the tower's stamps, as they interleave.
const TOWER_AND_GROUND: &str = "tower 3 4 5 6 7 8 9 | ground 3 4 | tower 10 11 12 | ground 5 6 | \
    tower 13 14 | ground 7 8 | tower 15 16 17 | ground 9 | tower 18 | ground 10 11 | \
    tower 19 20 21 22 | ground 12 | tower 23 | ground 13 14 15 | tower 24 | ground 16";

/// The output of one run over everything.
fn run() -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_squelch"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["timeline", "seeds", "samples", "--format", "json"])
        .output()
        .unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A statement found in the output, with the event and the incident that hold it.
#[derive(Clone, Copy)]
struct Found<'a> {
    incident: &'a Value,
    event: &'a Value,
    statement: &'a Value,
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The path of the source of a statement.
fn path<'a>(output: &'a Value, statement: &Value) -> &'a str {
    let source = list(&output["sources"])
        .iter()
        .find(|source| source["id"] == statement["source"]);
    source.unwrap()["path"].as_str().unwrap()
}

/// The one statement of a source whose passage has the words.
fn find<'a>(output: &'a Value, source: &str, words: &str) -> Result<Found<'a>, String> {
    let mut found = Vec::new();
    for incident in list(&output["incidents"]) {
        for event in list(&incident["events"]) {
            for statement in list(&event["statements"]) {
                let is_there = path(output, statement).ends_with(&format!("/{source}"))
                    && statement["text"].as_str().unwrap().contains(words);
                if is_there {
                    found.push(Found {
                        incident,
                        event,
                        statement,
                    });
                }
            }
        }
    }
    // a caption told twice is one event with two statements
    found.dedup_by_key(|found| found.event["id"].as_str().unwrap());
    match found[..] {
        [found] => Ok(found),
        _ => Err(format!(
            "{source} “{words}”: {} events, wanted one",
            found.len()
        )),
    }
}

/// The rows of a table, cells without their padding.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('|').map(str::trim).collect())
}

/// `2024-02-29 13:10` or `13:10 -05:00` as the output writes it, the offset only where stated.
fn spelled(time: &str, day: &str) -> String {
    let (time, offset) = time
        .split_once(" -")
        .map_or((time, String::new()), |(time, offset)| {
            (time, format!("-{offset}"))
        });
    let (day, clock) = time.split_once(' ').unwrap_or((day, time));
    let seconds = if clock.len() == "13:10".len() {
        ":00"
    } else {
        ""
    };
    format!("{day}T{clock}{seconds}{offset}")
}

/// Whether a time of the output is the wanted one; an offset counts only where it is wanted.
fn is_same(found: &Value, wanted: &str) -> bool {
    let found = found.as_str().unwrap_or("open");
    let offset = "-05:00".len();
    let local = &found[..found.len().saturating_sub(offset)];
    found == wanted || local == wanted
}

/// The rows of a table that the times of the output do not bear out.
fn wrong_times(output: &Value, table: &str, of: fn(Found) -> &Value) -> Vec<String> {
    let check = |row: Vec<&str>| -> Result<(), String> {
        let [source, words, earliest, latest] = row[..] else {
            return Err(format!("{row:?} is not a row"));
        };
        let day = &earliest[..10];
        let (earliest, latest) = (spelled(earliest, day), spelled(latest, day));
        let found = of(find(output, source, words)?);
        if is_same(&found["earliest"], &earliest) && is_same(&found["latest"], &latest) {
            return Ok(());
        }
        Err(format!(
            "{source} “{words}”: wanted {earliest} to {latest}, found {} to {}",
            found["earliest"], found["latest"]
        ))
    };
    rows(table).filter_map(|row| check(row).err()).collect()
}

#[test]
fn every_event_lies_where_a_careful_reader_puts_it() {
    let output = run();
    let wrong = wrong_times(&output, EVENTS, |found| found.event);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_row_that_is_not_so_is_reported() {
    let output = run();
    for row in [
        "oval-springs.txt | Early Thursday night | 2024-11-07 18:00 | 23:01",
        "oval-springs.txt | Early Thursday night | 2024-11-07 18:01 | 23:00",
        "oval-springs.txt | Early Thursday dawn  | 2024-11-07 18:00 | 23:00",
        "depot-outage/bulletin.txt | 1:52 a.m. EST | 2025-11-02 01:52 -04:00 | 01:53 -05:00",
    ] {
        let wrong = wrong_times(&output, row, |found| found.event);
        assert_eq!(wrong.len(), 1, "{row}");
    }
}

#[test]
fn a_statement_keeps_its_own_reading_beside_the_narrower_one() {
    let output = run();
    let wrong = wrong_times(&output, OWN_READINGS, |found| found.statement);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_told_twice_is_one_event_with_both_statements() {
    let output = run();
    for row in rows(ONE_EVENT) {
        let first = find(&output, row[0], row[1]).unwrap();
        let second = find(&output, row[2], row[3]).unwrap();
        assert_eq!(first.event["id"], second.event["id"], "{row:?}");
        assert_eq!(list(&first.event["statements"]).len(), 2, "{row:?}");
    }
    let caption = find(&output, "eviction-kcur.txt", "came to the aid").unwrap();
    assert_eq!(list(&caption.event["statements"]).len(), 2);
}

#[test]
fn another_emergency_is_an_incident_of_its_own() {
    let output = run();
    for row in rows(APART) {
        let recalled = find(&output, row[0], row[1]).unwrap().incident;
        let told = find(&output, row[0], row[2]).unwrap().incident;
        assert_ne!(recalled["id"], told["id"], "{row:?}");
        assert_eq!(list(&recalled["events"]).len(), 1, "{row:?}");
    }
}

#[test]
fn sources_of_one_emergency_are_one_incident() {
    let output = run();
    for row in rows(TOGETHER) {
        let first = find(&output, row[0], row[1]).unwrap().incident;
        let second = find(&output, row[2], row[3]).unwrap().incident;
        assert_eq!(first["id"], second["id"], "{row:?}");
    }
    // two told by the seeds, six by the samples, those that they recall, and three of the shift with the
    // list of what belongs to none
    let recalled = rows(APART).count();
    assert_eq!(list(&output["incidents"]).len(), 2 + 6 + recalled + 4);
}

#[test]
fn the_one_conflict_is_the_hour_between_the_two_papers() {
    let output = run();
    let conflicts: Vec<&Value> = list(&output["incidents"])
        .iter()
        .flat_map(|incident| list(&incident["conflicts"]))
        .collect();
    let [conflict] = conflicts[..] else {
        panic!("{} conflicts, wanted one: {conflicts:?}", conflicts.len());
    };
    let mut sides: Vec<(&str, u64)> = list(&conflict["statements"])
        .iter()
        .map(|side| (path(&output, side), side["line"].as_u64().unwrap()))
        .collect();
    sides.sort_unstable();
    assert_eq!(
        sides,
        [
            ("samples/quarry-rescue/courier.txt", 13),
            ("samples/quarry-rescue/gazette.txt", 13)
        ]
    );
    // two minutes, an hour apart: they miss each other by the hour less a minute's grain
    let off_by = conflict["off_by_s"].as_i64().unwrap();
    assert!((59 * 60..=60 * 60).contains(&off_by), "off by {off_by} s");
}

/// The lines of one folder's transcripts, in the order of the rows.
fn lines_in_order(output: &Value, folder: &str) -> Vec<(String, u64)> {
    list(&output["incidents"])
        .iter()
        .flat_map(|incident| list(&incident["events"]))
        .flat_map(|event| list(&event["statements"]))
        .map(|said| {
            (
                path(output, said).to_owned(),
                said["line"].as_u64().unwrap(),
            )
        })
        .filter_map(|(path, line)| {
            let name = path.strip_prefix(&format!("samples/{folder}/"))?;
            Some((name.trim_end_matches(".txt").to_owned(), line))
        })
        .collect()
}

#[test]
fn two_logs_of_one_clock_interleave_by_their_stamps() {
    let mut wanted = Vec::new();
    for run in TOWER_AND_GROUND.split('|') {
        let mut words = run.split_whitespace();
        let name = words.next().unwrap();
        wanted.extend(words.map(|line| (name.to_owned(), line.parse::<u64>().unwrap())));
    }
    assert_eq!(lines_in_order(&run(), "tower-radio"), wanted);
}

#[test]
fn a_repeated_hour_and_every_stamp_shape_keep_the_order_of_the_lines() {
    let output = run();
    let of = |folder: &str, name: &str| -> Vec<u64> {
        let lines = lines_in_order(&output, folder);
        let own = lines.into_iter().filter(|(source, _)| source == name);
        own.map(|(_, line)| line).collect()
    };
    assert_eq!(of("depot-outage", "log"), (3..=21).collect::<Vec<_>>());
    assert_eq!(
        of("freight-yard-leak", "mixed"),
        (3..=22).collect::<Vec<_>>()
    );
    // line 13 came late, lines 9 and 25 belong to the lines above them
    let chase = [3, 4, 5, 6, 7, 8, 10, 13, 11, 12]
        .into_iter()
        .chain(14..=24)
        .chain(26..=30);
    assert_eq!(of("mill-road-chase", "radio"), chase.collect::<Vec<_>>());
}

#[test]
fn what_had_to_be_assumed_is_a_note_at_its_line() {
    let output = run();
    let has = |code: &str, source: &str, line: u64| {
        list(&output["notes"]).iter().any(|note| {
            note["code"] == code
                && note["line"] == line
                && path(&output, note) == format!("samples/{source}")
        })
    };
    assert!(has("late-line", "mill-road-chase/radio.txt", 13));
    assert!(has("midnight", "mill-road-chase/radio.txt", 16));
    assert!(has("summer-time-twice", "depot-outage/bulletin.txt", 9));
    assert!(has("assumed-meridiem", "freight-yard-leak/mixed.txt", 16));
}

#[test]
fn every_time_has_the_offset_of_its_place_and_season() {
    let offsets = [
        ("seeds/", "-06:00"),
        ("samples/harbor-street-fire/", "-04:00"),
        ("samples/mill-road-chase/", "-05:00"),
        ("samples/quarry-rescue/", "-06:00"),
        ("samples/tower-radio/", "-05:00"),
        ("samples/freight-yard-leak/", "-06:00"),
    ];
    let output = run();
    let mut checked = 0;
    for incident in list(&output["incidents"]) {
        for event in list(&incident["events"]) {
            let source = path(&output, &event["statements"][0]);
            let Some((_, offset)) = offsets.iter().find(|(place, _)| source.starts_with(place))
            else {
                continue;
            };
            // the background fire of January stands in winter
            let winter = event["earliest"]
                .as_str()
                .is_some_and(|time| time.starts_with("2025-01"));
            let offset = if winter { "-05:00" } else { offset };
            for end in ["earliest", "latest"] {
                let time = event[end].as_str().unwrap();
                assert!(time.ends_with(offset), "{source}: {time}");
                checked += 1;
            }
        }
    }
    assert!(100 < checked, "{checked}");
}
