//! A simulated shift of a city's radio, of which the truth is known: emergencies that overlap on one
//! channel, recorders with clocks that are off, words that were not understood, and an article that quotes some of the traffic, twice with a
//! wrong time. The program sees the files alone.

use city::{Said, traffic};
use dice::Dice;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

mod city;
mod dice;

/// Quotes with a right time, and planted ones with a wrong time.
const QUOTES: usize = 14;
const PLANTED: usize = 2;
/// By how much a planted time is wrong, in minutes.
const WRONG_BY: i64 = 45;

fn stamp(seconds: i64) -> String {
    let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
    format!("2025-05-03 {hour:02}:{minute:02}:{:02}", seconds % 60)
}

/// What one recorder has: the text, and of each line the transmission that it is.
fn recorder(dice: &mut Dice, said: &[Said], slow_by: i64) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut lines = Vec::new();
    for (
        id,
        Said {
            at, channel, words, ..
        },
    ) in said.iter().enumerate()
    {
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
        writeln!(text, "[{}] <{channel}> {}", stamp(at), heard.join(" ")).unwrap();
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
    // what is worth a quote: a read-back repeats it, and short words are said all day
    let telling: Vec<usize> = (0..said.len())
        .filter(|id| 45 < said[*id].words.len() && !said[*id].words.starts_with("Copy"))
        .filter(|id| said.iter().filter(|it| it.words == said[*id].words).count() == 1)
        .collect();
    for turn in 0..QUOTES + PLANTED {
        let id = telling[turn * telling.len() / (QUOTES + PLANTED)];
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

/// What `squelch clocks` prints of a shift.
fn clocks(folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_squelch"))
        .current_dir(folder)
        .args(["clocks", "--tz", "America/Chicago"])
        .args(["story.txt", "north.txt", "south.txt", "west.txt"])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The seconds of the two offsets behind some words: `-00:00:12 to +00:00:08`.
fn offsets(line: &str, behind: &str) -> Option<(i64, i64)> {
    let words = &line[line.find(behind)? + behind.len()..];
    let mut found = words.split(" to ").map(|offset| {
        let sign = if offset.starts_with('-') { -1 } else { 1 };
        let parts = offset[1..9].split(':');
        sign * parts.fold(0, |sum, part| 60 * sum + part.parse::<i64>().unwrap())
    });
    Some((found.next()?, found.next()?))
}

/// The recorders whose interval is not what the anchors that fit it have in common.
fn loose_clocks(printed: &str) -> Vec<String> {
    let is_loose = |block: &&str| {
        let mut lines = block.lines().skip(1);
        let clock = lines.next().unwrap();
        let known = offsets(clock, "anchors allow ").or_else(|| offsets(clock, "add "));
        let fitting = lines.filter(|line| line.ends_with("; fits"));
        let windows = fitting.filter_map(|line| offsets(line, "allows "));
        let common = windows.reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
        common.is_none() || common != known
    };
    let blocks = printed.split("\n\n").filter(is_loose);
    blocks
        .map(|block| block.lines().take(2).collect())
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What a run made of one shift.
#[derive(Default, Debug)]
struct Score {
    /// Pairs of statements: in one emergency, put into one incident, and both.
    pairs: [usize; 3],
    quotes: usize,
    found: usize,
    wrong: Vec<String>,
    clocks_missed: Vec<String>,
    planted_missed: Vec<String>,
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
    let quote_of = |words: &str| quotes.iter().find(|quote| quote.words == words);
    let emergency = |statement: &Value| -> Option<usize> {
        let line = statement["line"].as_u64().unwrap() as usize;
        let id = match lines.get(path(statement).as_str()) {
            Some(ids) => ids[line - 1],
            None => quote_of(statement["text"].as_str()?)?.id,
        };
        said[id].emergency
    };
    score.pairs = pairs(&out, emergency);
    let planted: Vec<&Quoted> = quotes.iter().filter(|quote| quote.is_wrong).collect();
    let conflicts: Vec<&Value> = list(&out["incidents"])
        .iter()
        .flat_map(|it| list(&it["conflicts"]))
        .collect();
    let tells = |conflict: &Value, quote: &Quoted| {
        let mut statements = list(&conflict["statements"]).iter();
        statements.any(|it| it["text"] == quote.words.as_str())
    };
    for quote in &planted {
        if !conflicts.iter().any(|conflict| tells(conflict, quote)) {
            score.planted_missed.push(quote.words.clone());
        }
    }
    for conflict in conflicts {
        if !planted.iter().any(|quote| tells(conflict, quote)) {
            score.false_conflicts.push(conflict["message"].to_string());
        }
    }
    score
}

/// Pairs of statements that are in one emergency, that were put into one incident, and both.
fn pairs(out: &Value, emergency: impl Fn(&Value) -> Option<usize>) -> [usize; 3] {
    let mut counts: BTreeMap<(Option<&str>, Option<usize>), usize> = BTreeMap::new();
    for incident in list(&out["incidents"]) {
        let id = incident["id"].as_str().filter(|id| *id != "unassigned");
        for event in list(&incident["events"]) {
            for statement in list(&event["statements"]) {
                *counts.entry((id, emergency(statement))).or_default() += 1;
            }
        }
    }
    let pairs = |keys: Vec<(String, usize)>| -> usize {
        let mut sums: BTreeMap<String, usize> = BTreeMap::new();
        for (key, count) in keys {
            *sums.entry(key).or_default() += count;
        }
        sums.values().map(|count| count * (count - 1) / 2).sum()
    };
    let counts = || {
        counts
            .iter()
            .map(|((id, truth), count)| (*id, *truth, *count))
    };
    let truly = counts().filter_map(|(_, truth, count)| Some((truth?.to_string(), count)));
    let put = counts().filter_map(|(id, _, count)| Some((id?.to_owned(), count)));
    let both =
        counts().filter_map(|(id, truth, count)| Some((format!("{} {}", id?, truth?), count)));
    [
        pairs(truly.collect()),
        pairs(put.collect()),
        pairs(both.collect()),
    ]
}

fn told_by(event: &Value, words: &str) -> bool {
    let mut statements = list(&event["statements"]).iter();
    statements.any(|it| it["text"].as_str().is_some_and(|text| text.contains(words)))
}

#[test]
fn ten_shifts_are_put_together_as_they_were() {
    let mut quotes = 0;
    let mut found = 0;
    let mut pairs = [0; 3];
    let mut wrong: Vec<String> = Vec::new();
    for seed in 1..=10 {
        let folder = tempfile::tempdir().unwrap();
        let score = score(seed, folder.path());
        let mut fault = |what: &str| wrong.push(format!("seed {seed}: {what}"));
        score
            .wrong
            .iter()
            .for_each(|it| fault(&format!("joined wrongly: {it}")));
        score.clocks_missed.iter().for_each(|it| fault(it));
        score
            .planted_missed
            .iter()
            .for_each(|it| fault(&format!("not contradicted: {it}")));
        score
            .false_conflicts
            .iter()
            .for_each(|it| fault(&format!("no contradiction: {it}")));
        for clock in loose_clocks(&clocks(folder.path())) {
            fault(&format!("not what its anchors allow: {clock}"));
        }
        let [truly, put, both] = score.pairs;
        if 100 * 2 * both < 90 * (truly + put) {
            fault("fewer than nine of ten pairs are as they were");
        }
        quotes += score.quotes;
        found += score.found;
        for (sum, count) in pairs.iter_mut().zip(score.pairs) {
            *sum += count;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        95 * quotes <= 100 * found,
        "{found} of {quotes} quotes were found"
    );
    let [truly, put, both] = pairs;
    assert!(
        95 * (truly + put) <= 100 * 2 * both,
        "{both} of {truly} pairs are in one incident, and {} that are in none",
        put - both
    );
}
