//! The README's sessions are what the program prints.

use std::fs;
use std::process::Command;

/// The command lines and the outputs of the `console` blocks of a text.
fn sessions(readme: &str) -> Vec<(Vec<String>, String)> {
    let mut sessions = Vec::new();
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        let (command, output) = block.split_once('\n').unwrap();
        let words = command.strip_prefix("$ squelch ").unwrap();
        sessions.push((arguments(words), output.to_owned()));
    }
    sessions
}

/// The words of a command line; what stands in quotation marks is one.
fn arguments(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            1 => vec![part.to_owned()],
            _ => part.split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}

#[test]
fn the_sessions_of_the_readme_are_what_the_program_prints() {
    let root = env!("CARGO_MANIFEST_DIR");
    let readme = fs::read_to_string(format!("{root}/README.md")).unwrap();
    let sessions = sessions(&readme);
    assert!(!sessions.is_empty());
    for (arguments, expected) in sessions {
        let outcome = Command::new(env!("CARGO_BIN_EXE_squelch"))
            .current_dir(root)
            .args(&arguments)
            .output()
            .unwrap();
        let printed = String::from_utf8(outcome.stdout).unwrap();
        assert_eq!(printed, expected, "squelch {}", arguments.join(" "));
    }
}
