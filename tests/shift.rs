//! A simulated shift of a city's radio, of which the truth is known: recorders with clocks that are
//! off, words that were not understood, and an article that quotes some of the traffic, twice with a
//! wrong time. The program sees the files alone.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Seconds from midnight to the first transmission.
const START: i64 = 13 * 3600;
/// Transmissions of a shift.
const TRANSMISSIONS: usize = 260;
/// Quotes with a right time, and planted ones with a wrong time.
const QUOTES: usize = 14;
const PLANTED: usize = 2;
/// By how much a planted time is wrong, in minutes.
const WRONG_BY: i64 = 45;

/// Numbers that look random and are the same in each run (`SplitMix64`, Steele, Lea & Flood 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// As far as `most` seconds.
    fn seconds(&mut self, most: u32) -> i64 {
        i64::try_from(self.roll(most as usize)).unwrap()
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

const UNITS: &[&str] = &[
    "Engine 7",
    "Engine 12",
    "Ladder 2",
    "Medic 3",
    "Medic 14",
    "Battalion 1",
    "Car 41",
    "Car 58",
];
const STREETS: &[&str] = &[
    "Larkspur", "Delaney", "Quarry", "Mulberry", "Harbor", "Foundry", "Pike", "Orchard", "Winslow",
    "Tanner", "Beacon", "Cobalt", "Juniper", "Ferry", "Granary", "Holloway",
];
const THINGS: &[&str] = &[
    "smoke from the roof",
    "two cars with heavy damage",
    "a man down on the sidewalk",
    "water in the basement",
    "a gas odor in the stairwell",
    "one occupant trapped",
    "wires across the driveway",
    "a dog in the culvert",
    "flames at the rear porch",
    "a child locked in a van",
    "an elevator stuck with three people",
    "a fight behind the bar",
];
const ROUTINE: &[&str] = &[
    "10-4.",
    "Copy.",
    "Go ahead.",
    "Stand by.",
    "Copy that, thank you.",
];

/// One transmission as it was said: when, and what.
struct Said {
    at: i64,
    words: String,
}

fn traffic(dice: &mut Dice) -> Vec<Said> {
    let mut at = START;
    let mut said: Vec<Said> = Vec::new();
    for turn in 0..TRANSMISSIONS {
        at += 20 + dice.seconds(50);
        let words = match dice.roll(10) {
            0..3 => dice.pick(ROUTINE).to_owned(),
            // a read-back: nearly the words of the transmission before
            3 if 0 < turn && said[turn - 1].words.len() > 30 => {
                let before = &said[turn - 1].words;
                let heard: Vec<&str> = before.split(' ').take(5).collect();
                format!("Copy, {}", heard.join(" ").trim_end_matches([',', '.']))
            }
            _ => format!(
                "{}, {} {} {} Street, caller reports {}, use channel {}.",
                dice.pick(UNITS),
                dice.pick(&["respond to", "check", "you are first due at", "start for"]),
                100 + 10 * dice.roll(90),
                dice.pick(STREETS),
                dice.pick(THINGS),
                2 + dice.roll(8)
            ),
        };
        said.push(Said { at, words });
    }
    said
}

fn stamp(seconds: i64) -> String {
    let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
    format!("2025-05-03 {hour:02}:{minute:02}:{:02}", seconds % 60)
}

/// What one recorder has: the text, and of each line the transmission that it is.
fn recorder(dice: &mut Dice, said: &[Said], slow_by: i64) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut lines = Vec::new();
    for (id, Said { at, words }) in said.iter().enumerate() {
        if dice.roll(12) == 0 {
            continue;
        }
        let heard: Vec<&str> = words
            .split(' ')
            .map(|word| {
                if dice.roll(25) == 0 {
                    "[inaudible]"
                } else {
                    word
                }
            })
            .collect();
        let at = at - slow_by + dice.seconds(2);
        writeln!(text, "[{}] Main: {}", stamp(at), heard.join(" ")).unwrap();
        lines.push(id);
    }
    (text, lines)
}

/// A quote of the article: its words, the transmission, and whether its time is wrong.
struct Quoted {
    words: String,
    id: usize,
    is_wrong: bool,
}

fn article(dice: &mut Dice, said: &[Said]) -> (String, Vec<Quoted>) {
    let mut text = "A long afternoon on Main\n\nPublished May 4, 2025\n\nLAKESIDE — The \
        department answered call after call on Saturday, May 3, 2025, as recordings of its radio \
        show.\n\n"
        .to_owned();
    let mut quotes: Vec<Quoted> = Vec::new();
    let step = said.len() / (QUOTES + PLANTED);
    for turn in 0..QUOTES + PLANTED {
        let rest = (turn * step..said.len()).find(|id| 60 < said[*id].words.len());
        let id = rest.unwrap();
        let is_wrong = turn % 8 == 5;
        let off = if is_wrong { WRONG_BY } else { 0 };
        let minute = said[id].at / 60 + off;
        let words: Vec<&str> = said[id]
            .words
            .split(' ')
            .filter(|_| dice.roll(20) != 0)
            .collect();
        let words = words.join(" ");
        let about = if turn % 3 == 1 { "About" } else { "At" };
        let (hour, minute) = (minute / 60 - 12, minute % 60);
        writeln!(
            text,
            "{about} {hour}:{minute:02} p.m., a dispatcher said: “{words}”\n"
        )
        .unwrap();
        quotes.push(Quoted {
            words,
            id,
            is_wrong,
        });
    }
    text.push_str(
        "Nobody on the radio ever said “the bridge has collapsed into the canal with a school bus.”\n",
    );
    (text, quotes)
}

fn run(folder: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_squelch"))
        .current_dir(folder)
        .args(["timeline", "--tz", "America/Chicago", "--format", "json"])
        .args(["story.txt", "north.txt", "south.txt", "west.txt"])
        .output()
        .unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What a run made of one shift.
#[derive(Default, Debug)]
struct Score {
    quotes: usize,
    found: usize,
    wrong: Vec<String>,
    clocks_missed: Vec<String>,
    planted_found: usize,
    false_conflicts: Vec<String>,
}

fn score(seed: u64, folder: &Path) -> Score {
    let dice = &mut Dice(seed);
    let said = traffic(dice);
    let offsets = [
        ("north.txt", dice.seconds(400) - 200),
        ("south.txt", dice.seconds(400) - 200),
        ("west.txt", 0),
    ];
    let mut lines: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (name, slow_by) in offsets {
        let (text, ids) = recorder(dice, &said, slow_by);
        fs::write(folder.join(name), text).unwrap();
        lines.insert(name, ids);
    }
    let (text, quotes) = article(dice, &said);
    fs::write(folder.join("story.txt"), text).unwrap();
    let out = run(folder);
    let mut score = Score::default();
    let sources: BTreeMap<&str, &Value> = list(&out["sources"])
        .iter()
        .map(|source| (source["id"].as_str().unwrap(), source))
        .collect();
    for (name, slow_by) in offsets {
        let source = sources.values().find(|source| source["path"] == name);
        let clock = &source.unwrap()["clock"];
        let [least, most] =
            ["offset_min_s", "offset_max_s"].map(|key| clock[key].as_f64().unwrap());
        let slow_by = f64::from(i32::try_from(slow_by).unwrap());
        if !(least <= slow_by && slow_by <= most) {
            let miss = format!("{name}: {slow_by} is not in {least} to {most}");
            score.clocks_missed.push(miss);
        }
    }
    let path = |statement: &Value| {
        let source = sources[statement["source"].as_str().unwrap()];
        source["path"].as_str().unwrap().to_owned()
    };
    let heard = |event: &Value| -> Vec<usize> {
        let statements = list(&event["statements"]).iter();
        let lines = statements.filter_map(|statement| {
            let line = statement["line"].as_u64().unwrap() as usize;
            Some(lines.get(path(statement).as_str())?[line - 1])
        });
        lines.collect()
    };
    let events = || {
        list(&out["incidents"])
            .iter()
            .flat_map(|it| list(&it["events"]))
    };
    let told = |event: &Value, words: &str| {
        let statements = list(&event["statements"]).iter();
        statements
            .into_iter()
            .any(|it| path(it) == "story.txt" && it["text"] == words)
    };
    for quote in &quotes {
        let found = events().find(|event| told(event, &quote.words));
        let ids = found.map(heard).unwrap_or_default();
        if !quote.is_wrong {
            score.quotes += 1;
            score.found += usize::from(ids.contains(&quote.id));
        }
        if ids.iter().any(|id| *id != quote.id) {
            score.wrong.push(quote.words.clone());
        }
    }
    for event in events().filter(|event| told_by(event, "the bridge has collapsed")) {
        if !heard(event).is_empty() {
            score.wrong.push(event["text"].to_string());
        }
    }
    let planted: Vec<&Quoted> = quotes.iter().filter(|quote| quote.is_wrong).collect();
    let mut found = vec![false; planted.len()];
    for conflict in list(&out["incidents"])
        .iter()
        .flat_map(|it| list(&it["conflicts"]))
    {
        let of = |quote: &Quoted| {
            list(&conflict["statements"])
                .iter()
                .any(|it| it["text"] == quote.words.as_str())
        };
        match planted.iter().position(|quote| of(quote)) {
            Some(at) => found[at] = true,
            None => score.false_conflicts.push(conflict["message"].to_string()),
        }
    }
    score.planted_found = found.into_iter().filter(|found| *found).count();
    score
}

fn told_by(event: &Value, words: &str) -> bool {
    let mut statements = list(&event["statements"]).iter();
    statements.any(|it| it["text"].as_str().is_some_and(|text| text.contains(words)))
}

#[test]
fn ten_shifts_are_put_together_as_they_were() {
    let mut quotes = 0;
    let mut found = 0;
    for seed in 1..=10 {
        let folder = tempfile::tempdir().unwrap();
        let score = score(seed, folder.path());
        assert_eq!(score.wrong, [""; 0], "seed {seed}: joined wrongly");
        assert_eq!(score.clocks_missed, [""; 0], "seed {seed}: clocks");
        assert_eq!(
            score.planted_found, PLANTED,
            "seed {seed}: planted contradictions"
        );
        assert_eq!(score.false_conflicts, [""; 0], "seed {seed}: conflicts");
        quotes += score.quotes;
        found += score.found;
    }
    assert!(
        95 * quotes <= 100 * found,
        "{found} of {quotes} quotes were found"
    );
}
