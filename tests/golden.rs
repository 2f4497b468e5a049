//! Whole runs of the program against files: standard output, standard error and the exit code.
//!
//! `UPDATE=1 cargo test --test golden` writes what comes out into `tests/golden`; review the
//! difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FORMATS: [&str; 3] = ["text", "csv", "json"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program on one folder: what it prints, and in a second text its exit code and its remarks.
fn run(folder: &str, format: &str) -> (Vec<u8>, Vec<u8>) {
    let output = Command::new(env!("CARGO_BIN_EXE_squelch"))
        .current_dir(root())
        .args(["timeline", folder, "--format", format])
        .output()
        .unwrap();
    let mut remarks = format!("exit code {}\n", output.status.code().unwrap()).into_bytes();
    remarks.extend(output.stderr);
    (output.stdout, remarks)
}

/// The first line in which two texts differ, from 1, and both readings of it.
fn difference(wanted: &str, found: &str) -> Option<(usize, String, String)> {
    let (mut wanted_lines, mut found_lines) = (wanted.lines(), found.lines());
    for number in 1.. {
        match (wanted_lines.next(), found_lines.next()) {
            (None, None) if wanted == found => return None,
            (None, None) => return Some((number, "(no line end)".into(), String::new())),
            (wanted, found) if wanted == found => {}
            (wanted, found) => {
                let line = |line: Option<&str>| line.unwrap_or("(nothing)").to_owned();
                return Some((number, line(wanted), line(found)));
            }
        }
    }
    None
}

/// Compares with a file, or writes it; what is wrong, if anything.
fn compare(path: &Path, found: &[u8]) -> Option<String> {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return None;
    }
    let name = path.strip_prefix(root()).unwrap().display();
    let again = "if this is right, run `UPDATE=1 cargo test --test golden` and review the diff";
    let Ok(wanted) = fs::read(path) else {
        return Some(format!("{name} is missing; {again}"));
    };
    let (wanted, found) = (
        String::from_utf8_lossy(&wanted),
        String::from_utf8_lossy(found),
    );
    let (line, wanted, found) = difference(&wanted, &found)?;
    Some(format!(
        "{name}:{line}: wanted {wanted:?}\n  found {found:?}\n  {again}"
    ))
}

fn golden(folder: &str, name: &str) -> Vec<String> {
    let folder_of_files = root().join("tests/golden");
    let mut wrong = Vec::new();
    for format in FORMATS {
        let (printed, remarks) = run(folder, format);
        let suffix = if format == "text" { "txt" } else { format };
        let files: [(PathBuf, Vec<u8>); 2] = [
            (folder_of_files.join(format!("{name}.{suffix}")), printed),
            (
                folder_of_files.join(format!("{name}.{suffix}.remarks")),
                remarks,
            ),
        ];
        wrong.extend(
            files
                .iter()
                .filter_map(|(path, found)| compare(path, found)),
        );
    }
    wrong
}

/// The folders of `samples`, in bytewise order.
fn samples() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("samples"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_seeds_come_out_as_they_did() {
    let wrong = golden("seeds", "seeds");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sample_comes_out_as_it_did() {
    let names = samples();
    assert!(!names.is_empty(), "samples/ has no folder");
    let wrong: Vec<String> = names
        .iter()
        .flat_map(|name| golden(&format!("samples/{name}"), name))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_golden_file_is_left_over() {
    let mut expected: Vec<String> = samples();
    expected.push("seeds".to_owned());
    for entry in fs::read_dir(root().join("tests/golden")).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let name = file.split('.').next().unwrap().to_owned();
        assert!(
            expected.contains(&name),
            "tests/golden/{file} belongs to no folder; remove it"
        );
    }
}

#[test]
fn a_difference_is_named_by_its_first_line() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(difference("a\nb\n", "a\nc\n").unwrap().0, 2);
    assert_eq!(difference("a\nb\n", "a\n").unwrap().0, 2);
    assert_eq!(difference("a\n", "a").unwrap().0, 2);
}
