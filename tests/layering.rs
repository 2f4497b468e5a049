//! The direction of the data: the order of the `mod` lines in `src/lib.rs` is the order in which
//! data moves, and a stage uses only the stages above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MOST_LINES: usize = 400;

/// One stage that names another.
#[derive(Debug, PartialEq, Eq)]
struct Arrow {
    line: usize,
    to: String,
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files of `src`, as paths below it, in bytewise order.
fn rust_files() -> Vec<String> {
    fn walk(folder: &Path, below: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else if Path::new(&name).extension().is_some_and(|it| it == "rs") {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    walk(&source_root(), "", &mut found);
    found.sort();
    found
}

/// `read/transcript/line.rs` belongs to `read`.
fn stage_of(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The stages that `lib.rs` lists, in its order.
fn stages(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| {
            let line = line.trim_start().trim_start_matches("pub ");
            let name = line.strip_prefix("mod ")?.split(';').next()?;
            Some(name.trim().to_owned())
        })
        .collect()
}

/// The text with comments and strings blanked out, so that only code names stages; every line
/// keeps its number.
fn code_alone(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string_length(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find('\'').map_or(rest.len(), |end| end + 2)
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        code.extend(rest[..length].chars().filter(|c| *c == '\n'));
        rest = &rest[length..];
    }
    code
}

/// The length of the string literal that `rest` starts with.
fn string_length(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Every stage that a file names: `crate::find::word`, `crate::{case, time::{HOUR}}`, and
/// `super::super::find` where that leads to the root.
fn arrows(file: &str, text: &str, stages: &[String]) -> Vec<Arrow> {
    let code = code_alone(text);
    let depth = file.split('/').count();
    let mut found = Vec::new();
    let mut note = |at: usize, name: &str| {
        if stages.iter().any(|stage| stage == name) {
            found.push(Arrow {
                line: code[..at].matches('\n').count() + 1,
                to: name.to_owned(),
            });
        }
    };
    let up = "super::".repeat(depth);
    for (start, root) in code.match_indices("crate::").chain(code.match_indices(&up)) {
        let after = start + root.len();
        for (at, name) in heads(&code[after..]) {
            note(after + at, name);
        }
    }
    found.sort_by_key(|arrow| arrow.line);
    found
}

/// The first name of a path, or of each path of a group in braces, with its place.
fn heads(path: &str) -> Vec<(usize, &str)> {
    if !path.starts_with('{') {
        return vec![(0, name(path))];
    }
    let mut found = Vec::new();
    let (mut open, mut is_head) = (0, true);
    for (at, c) in path.char_indices() {
        match c {
            '{' => open += 1,
            '}' => open -= 1,
            ',' => is_head = open == 1,
            _ if is_head && !c.is_whitespace() => {
                found.push((at, name(&path[at..])));
                is_head = false;
            }
            _ => {}
        }
        if open == 0 {
            break;
        }
    }
    found
}

fn name(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    &path[..end.unwrap_or(path.len())]
}

/// `file:line` of each arrow that runs against the data.
fn backward(file: &str, text: &str, stages: &[String]) -> Vec<String> {
    let rank = |name: &str| stages.iter().position(|stage| stage == name);
    let own = rank(stage_of(file));
    arrows(file, text, stages)
        .into_iter()
        .filter(|arrow| own < rank(&arrow.to))
        .map(|Arrow { line, to }| {
            let from = stage_of(file);
            format!("src/{file}:{line}: `{from}` uses `{to}`, which stands below it in src/lib.rs")
        })
        .collect()
}

#[test]
fn no_stage_uses_one_that_stands_below_it() {
    let stages = stages(&fs::read_to_string(source_root().join("lib.rs")).unwrap());
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in rust_files() {
        let text = fs::read_to_string(source_root().join(&file)).unwrap();
        if ["lib.rs", "main.rs"].contains(&file.as_str()) {
            continue;
        }
        seen += arrows(&file, &text, &stages).len();
        wrong.extend(backward(&file, &text, &stages));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // a checker that finds no arrows at all has lost its eyes
    assert!(50 < seen, "only {seen} arrows found in src");
}

#[test]
fn the_run_and_the_case_file_stand_last() {
    let stages = stages(&fs::read_to_string(source_root().join("lib.rs")).unwrap());
    let last: Vec<&str> = stages.iter().rev().take(2).map(String::as_str).collect();
    assert_eq!(last, ["cli", "case"], "the last `mod` lines of src/lib.rs");
}

#[test]
fn the_map_lists_exactly_the_stages_of_the_source() {
    let listed = stages(&fs::read_to_string(source_root().join("lib.rs")).unwrap());
    let unique: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(unique.len(), listed.len(), "a stage is listed twice");
    let files = rust_files();
    let present: BTreeSet<&str> = files
        .iter()
        .map(|file| stage_of(file))
        .filter(|stage| !["lib", "main"].contains(stage))
        .collect();
    assert_eq!(unique, present);
    for stage in unique {
        let file = format!("{stage}.rs");
        assert!(files.contains(&file), "src/{stage}/ has no src/{file}");
    }
}

#[test]
fn the_program_uses_the_run_alone() {
    let main = fs::read_to_string(source_root().join("main.rs")).unwrap();
    let code = code_alone(&main);
    let used: BTreeSet<&str> = code
        .match_indices("squelch::")
        .flat_map(|(at, path)| heads(&code[at + path.len()..]))
        .map(|(_, name)| name)
        .collect();
    assert_eq!(used, BTreeSet::from(["cli"]));
}

#[test]
fn no_file_is_too_long_to_read_at_once() {
    let long: Vec<String> = rust_files()
        .into_iter()
        .filter_map(|file| {
            let text = fs::read_to_string(source_root().join(&file)).unwrap();
            let lines = text.lines().count();
            (MOST_LINES < lines).then(|| format!("src/{file}: {lines} lines, at most {MOST_LINES}"))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

fn made_up() -> Vec<String> {
    stages("pub mod span;\npub mod read;\n\nmod find;\npub mod cli;\n")
}

#[test]
fn an_arrow_that_runs_back_is_found_with_its_line() {
    let text = "//! Reads.\n\nuse crate::span::Span;\nuse crate::find::word;\n";
    assert_eq!(
        backward("read/article.rs", text, &made_up()),
        ["src/read/article.rs:4: `read` uses `find`, which stands below it in src/lib.rs"]
    );
}

#[test]
fn an_arrow_hides_neither_in_a_group_nor_inside_a_line_nor_behind_super() {
    let group = "use crate::{\n    span::{Lines, Span},\n    find,\n};\n";
    assert_eq!(backward("read.rs", group, &made_up()).len(), 1);
    assert!(backward("read.rs", group, &made_up())[0].starts_with("src/read.rs:3:"));
    let inline = "fn read() {\n    crate::cli::run();\n}\n";
    assert_eq!(backward("find.rs", inline, &made_up()).len(), 1);
    let relative = "use super::super::find::word;\n";
    assert_eq!(backward("read/article.rs", relative, &made_up()).len(), 1);
    let after_a_quote = "fn is_mark(c: char) -> bool { c == '\"' }\nuse crate::cli;\n";
    assert_eq!(backward("read.rs", after_a_quote, &made_up()).len(), 1);
}

#[test]
fn what_runs_with_the_data_or_is_no_code_is_no_arrow_back() {
    for text in [
        "use crate::span::Span;\nuse super::article;\n",
        "/// `crate::find::find` follows.\n// crate::cli\n/* crate::cli */\n",
        "const TEXT: &str = \"crate::cli::run\";\n",
        "use crate::read::find;\n",
    ] {
        assert_eq!(backward("read/article.rs", text, &made_up()), [""; 0]);
    }
}
