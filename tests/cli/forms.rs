//! Outputs whatever the form of the input: standard input, encodings, line ends, the order of the
//! paths, spreadsheets, conflicts, closed pipes.

use crate::desk::{Desk, LOG, Outcome};
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

const HEADER: &str = "incident,event,earliest,latest,stated,grain,certainty,kind,speaker,unit,\
                      channel,text,source,line,time_phrase,also_in,notes";

fn original(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The two papers that differ by an hour, under their case file.
fn papers() -> Desk {
    let mut desk = Desk::new();
    for name in ["case.toml", "courier.txt", "gazette.txt"] {
        desk = desk.file(name, original(&format!("samples/quarry-rescue/{name}")));
    }
    desk
}

/// The statements of a run with their own words: line, first byte, end, text.
fn statements(outcome: &Outcome) -> Vec<(u64, usize, usize, String)> {
    let document: Value = serde_json::from_slice(&outcome.printed).unwrap();
    let mut found = Vec::new();
    for incident in document["incidents"].as_array().unwrap() {
        for event in incident["events"].as_array().unwrap() {
            for said in event["statements"].as_array().unwrap() {
                let place = |key: &str| usize::try_from(said[key].as_u64().unwrap()).unwrap();
                let text = said["text"].as_str().unwrap().to_owned();
                found.push((
                    said["line"].as_u64().unwrap(),
                    place("start"),
                    place("end"),
                    text,
                ));
            }
        }
    }
    found
}

/// The rows of a CSV output, without its header.
fn table(outcome: &Outcome) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(outcome.printed.as_slice());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn a_conflict_is_a_result_and_only_strict_makes_it_a_fault() {
    let desk = papers();
    let outcome = desk.run(&["."]);
    assert_eq!(outcome.code, 0);
    assert!(outcome.text().contains(" ! "), "{}", outcome.text());
    let strict = desk.run(&[".", "--strict"]);
    assert_eq!((strict.code, &strict.printed), (1, &outcome.printed));
    let one_paper = desk.run(&["gazette.txt", "--strict"]);
    assert_eq!(one_paper.code, 0);
}

#[test]
fn standard_input_is_a_source_like_any_other() {
    let desk = Desk::new();
    let outcome = desk.run_on(LOG.as_bytes(), &["-", "--format", "csv"]);
    assert_eq!(outcome.code, 0);
    let rows = table(&outcome);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (&rows[0][11], &rows[0][12], &rows[0][13]),
        ("Engine 7, respond", "-", "1")
    );
    let dated = desk.run_on(
        LOG.as_bytes(),
        &["-", "--published=-=2025-05-03", "--kind=-=transcript"],
    );
    assert_eq!(dated.code, 0, "{}", dated.remarks);
}

#[test]
fn an_empty_source_gives_an_empty_table() {
    let desk = Desk::new()
        .file("empty.txt", "")
        .file("blank.txt", "\n \r\n\t\n");
    for name in ["empty.txt", "blank.txt"] {
        let outcome = desk.run(&[name, "--format", "csv"]);
        assert_eq!(
            (outcome.code, outcome.text()),
            (0, format!("{HEADER}\n").as_str())
        );
        let outcome = desk.run(&[name, "--format", "json"]);
        assert_eq!((outcome.code, statements(&outcome).len()), (0, 0));
        assert_eq!(desk.run(&[name]).code, 0);
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_only_move_the_offsets() {
    let marked = format!("\u{feff}{}", LOG.replace('\n', "\r\n"));
    let desk = Desk::new().file("log.txt", &marked);
    let found = statements(&desk.run(&["log.txt", "--format", "json"]));
    let words: Vec<&str> = found.iter().map(|(.., text)| text.as_str()).collect();
    assert_eq!(words, ["Engine 7, respond", "en route"]);
    for (_, start, end, text) in &found {
        assert_eq!(&marked.as_bytes()[*start..*end], text.as_bytes());
    }
}

#[test]
fn offsets_count_the_bytes_as_given_whatever_their_encoding() {
    let raw = b"[2025-05-03 14:02:30] Dispatch: caf\xe9 on fire, \x93copy\x94\n\
                [2025-05-03 14:03:00] Engine 7: at the caf\xe9\n";
    let desk = Desk::new().file("log.txt", raw);
    let found = statements(&desk.run(&["log.txt", "--format", "json"]));
    let words: Vec<&str> = found.iter().map(|(.., text)| text.as_str()).collect();
    assert_eq!(words, ["café on fire, “copy”", "at the café"]);
    let cut = |at: usize| &raw[found[at].1..found[at].2];
    assert_eq!(cut(0), b"caf\xe9 on fire, \x93copy\x94");
    assert_eq!(cut(1), b"at the caf\xe9");
}

#[test]
fn sixteen_bit_text_is_read_with_its_offsets() {
    let raw: Vec<u8> = format!("\u{feff}{LOG}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let desk = Desk::new().file("log.txt", &raw);
    let found = statements(&desk.run(&["log.txt", "--format", "json"]));
    assert_eq!(found.len(), 2);
    for (_, start, end, text) in found {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(raw[start..end], wide);
    }
}

#[test]
fn a_spreadsheet_gets_a_mark_crlf_and_local_times() {
    let desk = Desk::with_log();
    let excel = desk.run(&[
        "log.txt",
        "--format",
        "csv",
        "--excel",
        "--tz",
        "America/Chicago",
    ]);
    let text = excel.text();
    assert!(text.starts_with(&format!("\u{feff}{HEADER},utc_offset\r\n")));
    assert!(
        text.lines()
            .nth(1)
            .is_some_and(|row| row.ends_with(",UTC-05:00"))
    );
    assert!(text.lines().count() == text.matches("\r\n").count());
    assert!(
        text.contains(",2025-05-03 14:02:30,2025-05-03 14:02:31,"),
        "{text}"
    );
    let plain = desk.run(&["log.txt", "--format", "csv", "--tz", "America/Chicago"]);
    assert!(plain.text().starts_with(&format!("{HEADER}\n")));
    assert!(
        plain
            .text()
            .contains(",2025-05-03T14:02:30-05:00,2025-05-03T14:02:31-05:00,")
    );
    assert!(!plain.text().contains('\r'));
}

#[test]
fn a_cell_that_would_start_a_formula_is_made_harmless() {
    let log = "[2025-05-03 14:02:30] Dispatch: =1+1\n\
               [2025-05-03 14:03:00] Engine 7: -unreadable- say again\n\
               [2025-05-03 14:04:00] Engine 7: +1 patient\n\
               [2025-05-03 14:05:00] Engine 7: @home, \"a\"\n\
               [2025-05-03 14:06:00] Engine 7: 2 = 2\n";
    let desk = Desk::new().file("log.txt", log);
    for arguments in [
        &["log.txt", "--format", "csv"][..],
        &["log.txt", "--format", "csv", "--excel"],
    ] {
        let rows = table(&desk.run(arguments));
        let words: Vec<&str> = rows.iter().map(|row| &row[11]).collect();
        let harmless = [
            "'=1+1",
            "'-unreadable- say again",
            "'+1 patient",
            "'@home, \"a\"",
            "2 = 2",
        ];
        assert_eq!(words, harmless);
        let is_formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!rows.iter().any(|row| row.iter().any(is_formula)));
    }
    // programs get the words as they are
    let json = statements(&desk.run(&["log.txt", "--format", "json"]));
    assert_eq!(json[0].3, "=1+1");
}

#[test]
fn rows_are_events_or_on_demand_statements() {
    let desk = papers();
    let events = table(&desk.run(&[".", "--format", "csv"]));
    let rows = table(&desk.run(&[".", "--format", "csv", "--rows", "statements"]));
    let json = statements(&desk.run(&[".", "--format", "json"]));
    assert_eq!(rows.len(), json.len());
    let joined: usize = events
        .iter()
        .map(|row| row[15].matches(".txt:").count())
        .sum();
    assert_eq!(events.len() + joined, rows.len());
    assert!(0 < joined, "no event of the papers has two statements");
    assert!(rows.iter().all(|row| row[15].is_empty()));
    let call: Vec<&str> = rows
        .iter()
        .filter(|row| row[11].contains("called 911 at 2:31 p.m."))
        .map(|row| &row[12])
        .collect();
    assert_eq!(call, ["courier.txt", "gazette.txt"]);
}

#[test]
fn the_order_of_the_paths_does_not_matter() {
    let desk = papers();
    for format in ["text", "csv", "json"] {
        let one = desk.run(&["gazette.txt", "courier.txt", "--format", format]);
        let other = desk.run(&["courier.txt", "gazette.txt", "--format", format]);
        assert_eq!(one, other);
        assert_eq!(one, desk.run(&[".", "--format", format]));
        assert_eq!(one, desk.run(&["case.toml", "--format", format]));
    }
}

#[test]
fn a_file_named_twice_counts_once() {
    let desk = Desk::with_log();
    let once = desk.run(&["log.txt"]);
    assert_eq!(desk.run(&["log.txt", "log.txt"]), once);
    let spelled = desk.run(&["log.txt", ".", "./log.txt", "--format", "csv"]);
    assert_eq!(table(&spelled).len(), 2);
}

#[test]
fn a_year_that_nobody_stated_is_named_with_its_rivals() {
    let desk = Desk::new().file("oval-springs.txt", original("seeds/oval-springs.txt"));
    let outcome = desk.run(&["oval-springs.txt", "--tz", "America/Chicago"]);
    assert_eq!(outcome.code, 0);
    let note = outcome
        .remarks
        .lines()
        .find(|line| line.starts_with("note[assumed-year]: oval-springs.txt:7:1: "))
        .expect(&outcome.remarks);
    assert!(note.contains("2019, 2024; 2024 is used"), "{note}");
    assert!(note.contains("`--published`"), "{note}");
    let until = [
        "oval-springs.txt",
        "--tz",
        "America/Chicago",
        "--until",
        "2020",
    ];
    let earlier = desk.run(&until);
    assert!(!earlier.text().contains("2024"), "{}", earlier.text());
    assert!(earlier.text().contains("November 7, 2019"));
    let dated = [
        "oval-springs.txt",
        "--tz",
        "-06:00",
        "--published",
        "2024-11-08",
    ];
    assert!(!desk.run(&dated).remarks.contains("assumed-year"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault_of_ours() {
    // more than any pipe holds
    let log = LOG.repeat(2_000);
    let desk = Desk::new().file("log.txt", log);
    for format in ["text", "csv", "json"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_squelch"))
            .current_dir(desk.path())
            .args(["timeline", "log.txt", "--format", format, "--tz", "UTC"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 64];
        let mut pipe = child.stdout.take().unwrap();
        pipe.read_exact(&mut first).unwrap();
        drop(pipe);
        let mut remarks = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut remarks)
            .unwrap();
        let status = child.wait().unwrap();
        assert_eq!((remarks.as_str(), status.code()), ("", Some(0)), "{format}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_replaces_what_a_link_points_to_and_no_device() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let desk = Desk::with_log();
    std::fs::write(desk.path().join("real.csv"), "old").unwrap();
    symlink("real.csv", desk.path().join("link.csv")).unwrap();
    let outcome = desk.run(&["log.txt", "--format", "csv", "-o", "link.csv"]);
    assert_eq!(outcome.code, 0, "{}", outcome.remarks);
    let link = std::fs::symlink_metadata(desk.path().join("link.csv")).unwrap();
    assert!(link.file_type().is_symlink());
    let real = std::fs::read_to_string(desk.path().join("real.csv")).unwrap();
    assert!(real.starts_with(HEADER));

    // a pipe of the test's own, so that a fault here harms nothing of the machine
    let pipe = desk.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).unwrap()
    });
    let outcome = desk.run(&["log.txt", "--format", "csv", "-o", "pipe"]);
    assert_eq!(outcome.code, 0, "{}", outcome.remarks);
    assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert_eq!(reader.join().unwrap(), real);
}
