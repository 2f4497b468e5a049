//! Bad input: the exact message with its remedy, exit code 2, and nothing on standard output.

use crate::desk::{Desk, LOG, NO_ZONE};
use std::fs;

const ZONES: &str = "write an offset such as `-05:00` or a name such as `America/New_York`";
const DATES: &str = "write `2024-03-02`, `2024-03-02T09:00` or `2024-03-02T09:00-06:00`";
const FORM: &str = "see the README for the form of a case file";

/// The run must say just this, and nothing else.
fn refuses(desk: &Desk, arguments: &[&str], message: &str) {
    let outcome = desk.run(arguments);
    assert_eq!(outcome.remarks, format!("squelch: {message}\n"));
    assert_eq!(outcome.text(), "", "{arguments:?} prints");
    assert_eq!(outcome.code, 2, "{arguments:?}");
}

/// The run must refuse, in the words of the parser of arguments.
fn refuses_arguments(desk: &Desk, arguments: &[&str], first_line: &str) {
    let outcome = desk.run(arguments);
    assert_eq!(outcome.remarks.lines().next(), Some(first_line));
    assert_eq!(outcome.text(), "", "{arguments:?} prints");
    assert_eq!(outcome.code, 2, "{arguments:?}");
}

/// A case file that the user names must be right; with another the rest is printed.
fn refuses_case(case: &str, message: &str) {
    let desk = Desk::with_log().file("case.toml", case);
    refuses(&desk, &["case.toml"], &format!("case.toml:{message}"));
    for path in [".", "log.txt"] {
        let outcome = desk.run(&[path, "--tz", "America/Chicago"]);
        assert_eq!(outcome.remarks, format!("squelch: case.toml:{message}\n"));
        assert!(outcome.text().contains("14:02:30"), "{path} prints");
        assert_eq!(outcome.code, 2, "{path}");
    }
}

#[test]
fn without_a_path_there_is_nothing_to_do() {
    refuses_arguments(
        &Desk::with_log(),
        &[],
        "error: the following required arguments were not provided:",
    );
}

#[test]
fn a_missing_path_is_named() {
    refuses(
        &Desk::with_log(),
        &["log.txt", "missing.txt"],
        "missing.txt: No such file or directory (os error 2); check the path",
    );
}

#[test]
fn a_folder_without_sources_is_named() {
    let desk = Desk::new()
        .folder("empty")
        .file("notes/README.md", "Read me.\n")
        .file("hidden/.log.txt", LOG)
        .file("ruled/case.toml", "zone = \"America/Chicago\"\n");
    for folder in ["empty", "notes", "hidden", "ruled"] {
        let message = "no sources in this folder; put transcripts or articles there";
        refuses(&desk, &[folder], &format!("{folder}: {message}"));
    }
}

#[test]
fn a_binary_file_that_is_named_ends_the_run() {
    refuses(
        &Desk::with_log().file("scan.bin", b"a\0b"),
        &["log.txt", "scan.bin"],
        "scan.bin: this is not a text file; give a transcript or an article as plain text",
    );
}

#[test]
fn a_binary_file_in_a_folder_is_a_note_and_the_rest_goes_on() {
    let desk = Desk::new()
        .file("box/log.txt", LOG)
        .file("box/scan.bin", b"a\0b");
    let note = "note[unreadable]: box/scan.bin: this is not a text file; \
                give a transcript or an article as plain text\n";
    let outcome = desk.run(&["box", "--tz", "America/Chicago"]);
    assert_eq!(outcome.remarks, note);
    assert!(outcome.text().contains("Dispatch: Engine 7, respond"));
    assert_eq!(outcome.code, 0);
    let strict = desk.run(&["box", "--tz", "America/Chicago", "--strict"]);
    assert_eq!((strict.code, &strict.printed), (2, &outcome.printed));
}

#[test]
fn a_folder_in_which_nothing_can_be_read_ends_the_run() {
    let outcome = Desk::new().file("box/scan.bin", b"a\0b").run(&["box"]);
    let expected = "note[unreadable]: box/scan.bin: this is not a text file; give a transcript or an article as plain text\n\
                    squelch: box: nothing here can be read; `squelch formats` lists what can\n";
    assert_eq!((outcome.code, outcome.text()), (2, ""));
    assert_eq!(outcome.remarks, expected);
}

#[test]
fn an_unknown_zone_is_shown_with_two_that_are_known() {
    let wrong = format!("`EDX` is not a known time zone; {ZONES}");
    let desk = Desk::with_log();
    refuses(
        &desk,
        &["log.txt", "--tz", "EDX"],
        &format!("--tz EDX: {wrong}"),
    );
    refuses_case("zone = \"EDX\"\n", &format!("1:8: {wrong}"));
}

#[test]
fn an_impossible_date_is_shown_with_its_forms() {
    let desk = Desk::with_log();
    for value in ["2024-02-30", "log.txt=2024-02-30"] {
        refuses(
            &desk,
            &["log.txt", "--published", value],
            &format!("--published {value}: `2024-02-30` is not a date; {DATES}"),
        );
    }
    refuses_case(
        "[[source]]\npath = \"log.txt\"\npublished = \"2024-02-30\"\n",
        &format!("3:13: `2024-02-30` is not a date; {DATES}"),
    );
}

#[test]
fn a_flag_for_a_file_that_is_no_source_is_refused() {
    let desk = Desk::with_log().file("other.txt", LOG);
    for (flag, value) in [
        ("--published", "other.txt=2024-03-02"),
        ("--clock", "other.txt=+00:00:05"),
        ("--kind", "other.txt=article"),
    ] {
        refuses(
            &desk,
            &["log.txt", flag, value],
            &format!(
                "{flag} {value}: `other.txt` is none of the sources; name one of them as in PATH"
            ),
        );
    }
}

#[test]
fn a_kind_that_is_none_is_refused() {
    let wrong = "`poem` is not a kind of source; write `transcript`, `article`, or the name of a format \
                 from `squelch formats`";
    let desk = Desk::with_log();
    for value in ["poem", "log.txt=poem"] {
        let message = format!("--kind {value}: {wrong}");
        refuses(&desk, &["log.txt", "--kind", value], &message);
    }
    refuses_case(
        "[[source]]\npath = \"log.txt\"\nkind = \"poem\"\n",
        &format!("3:8: {wrong}"),
    );
}

#[test]
fn a_clock_that_is_no_offset_is_refused() {
    let desk = Desk::with_log();
    for offset in ["soon", "+00:00:05±5y", "+00:75:00", "+5", "+00:00:05±", ""] {
        let value = format!("log.txt={offset}");
        let message = "this is not an offset; write it as `+00:02:20` or `+00:02:20±5s`";
        refuses(
            &desk,
            &["log.txt", "--clock", &value],
            &format!("--clock {value}: {message}"),
        );
    }
    refuses(
        &desk,
        &["log.txt", "--clock", "+00:00:05"],
        "--clock +00:00:05: no file is named; write `FILE=+00:02:20±5s`",
    );
}

#[test]
fn an_unknown_key_of_a_case_file_is_shown_with_those_that_are_known() {
    refuses_case(
        "zone = \"America/Chicago\"\nzoen = \"x\"\n",
        "2:1: `zoen` is no key here; the keys are `name`, `zone`, `pause`, `source`, `incident`",
    );
}

#[test]
fn a_case_file_that_is_no_toml_is_refused_at_its_place() {
    refuses_case(
        "[[source\n",
        &format!("1:9: unclosed array table, expected `]]`; {FORM}"),
    );
    refuses_case(
        "zone = 5\n",
        "1:8: this is no text; write it in quotation marks",
    );
}

#[test]
fn a_case_file_may_name_only_files_that_are_there_and_each_once() {
    refuses_case(
        "[[source]]\npath = \"none.txt\"\n",
        "2:8: `none.txt` is not a file of this folder; correct the path",
    );
    refuses_case(
        "[[source]]\npath = \"log.txt\"\n[[source]]\npath = \"log.txt\"\n",
        "4:8: `log.txt` is listed twice, first on line 2; remove one",
    );
}

#[test]
fn a_case_file_given_as_a_path_must_name_sources() {
    refuses(
        &Desk::with_log().file("case.toml", "zone = \"America/Chicago\"\n"),
        &["case.toml"],
        "case.toml: this case file names no sources; add `[[source]]` entries with a `path`",
    );
}

#[test]
fn a_word_that_is_no_choice_is_refused_with_the_choices() {
    let desk = Desk::with_log();
    let wrong = desk.run(&["log.txt", "--format", "yaml"]);
    assert_eq!((wrong.code, wrong.text()), (2, ""));
    let lines: Vec<&str> = wrong.remarks.lines().take(2).collect();
    assert_eq!(
        lines[0],
        "error: invalid value 'yaml' for '--format <FORMAT>'"
    );
    assert!(lines[1].contains("possible values: text, csv, json"));
    refuses_arguments(
        &desk,
        &["log.txt", "--rows", "words"],
        "error: invalid value 'words' for '--rows <ROWS>'",
    );
    refuses_arguments(
        &desk,
        &["log.txt", "--nope"],
        "error: unexpected argument '--nope' found",
    );
}

#[test]
fn an_output_in_a_folder_that_is_not_there_is_refused_before_the_work() {
    let desk = Desk::with_log();
    let outcome = desk.run(&["log.txt", "-o", "nowhere/out.csv"]);
    let start = "squelch: cannot write `nowhere/out.csv`: No such file or directory";
    assert!(outcome.remarks.starts_with(start), "{}", outcome.remarks);
    assert_eq!((outcome.code, outcome.text()), (2, ""));
    // not even the remarks of the work
    assert_eq!(outcome.remarks.lines().count(), 1);
    refuses(
        &desk,
        &["log.txt", "-o", "."],
        "cannot write `.`: is a directory; name another place",
    );
    let left: Vec<_> = fs::read_dir(desk.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["log.txt"]);
}

#[test]
fn a_run_that_fails_leaves_the_old_output_as_it_was() {
    let desk = Desk::with_log()
        .file("out.csv", "kept\n")
        .file("scan.bin", b"a\0b");
    let outcome = desk.run(&["log.txt", "scan.bin", "-o", "out.csv"]);
    assert_eq!(outcome.code, 2);
    let kept = fs::read_to_string(desk.path().join("out.csv")).unwrap();
    assert_eq!(kept, "kept\n");
}

#[test]
fn remarks_go_beside_the_data_and_never_into_it() {
    let desk = Desk::with_log();
    let outcome = desk.run(&["log.txt", "--format", "csv"]);
    assert_eq!(outcome.remarks, NO_ZONE);
    assert_eq!(outcome.code, 0);
    assert!(!outcome.text().contains("note["));
    let into_file = desk.run(&["log.txt", "--format", "csv", "-o", "out.csv"]);
    assert_eq!(
        (into_file.text(), into_file.remarks.as_str()),
        ("", NO_ZONE)
    );
    let written = fs::read(desk.path().join("out.csv")).unwrap();
    assert_eq!(written, outcome.printed);
}

#[test]
fn an_offset_in_a_case_file_that_is_none_is_refused_at_its_place() {
    refuses_case(
        "[[source]]\npath = \"log.txt\"\nclock = \"2 min\"\n",
        "3:9: `2 min` is not an offset; write it as `+00:02:20` or `+00:02:20±5s`",
    );
}
