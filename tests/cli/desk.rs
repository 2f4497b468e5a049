//! A folder of its own for one run of the program, and what that run said.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Two stamped lines, without a zone.
pub const LOG: &str = "[2025-05-03 14:02:30] Dispatch: Engine 7, respond\n\
                       [2025-05-03 14:03:00] Engine 7: en route\n";

/// The remark on [`LOG`] without `--tz`.
pub const NO_ZONE: &str = "note[zone-unknown]: log.txt:1:1: no time zone is stated; times are local \
                           and have no offset; pass `--tz ZONE`\n";

/// A temporary folder, in which the program runs.
pub struct Desk(TempDir);

/// What a run said.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    pub code: i32,
    pub printed: Vec<u8>,
    pub remarks: String,
}

impl Outcome {
    /// The standard output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.printed).unwrap()
    }
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Desk(tempfile::tempdir().unwrap())
    }

    /// A folder with [`LOG`] as `log.txt`.
    pub fn with_log() -> Self {
        Desk::new().file("log.txt", LOG)
    }

    /// The folder with one more file; folders in its name are made.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The folder with one more, empty folder.
    pub fn folder(self, name: &str) -> Self {
        fs::create_dir_all(self.0.path().join(name)).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// `squelch timeline` with the arguments, nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_on(b"", arguments)
    }

    /// `squelch timeline` with the arguments and standard input.
    pub fn run_on(&self, input: &[u8], arguments: &[&str]) -> Outcome {
        self.command("timeline", input, arguments)
    }

    /// One command with its arguments and standard input.
    pub fn command(&self, name: &str, input: &[u8], arguments: &[&str]) -> Outcome {
        let mut child = Command::new(env!("CARGO_BIN_EXE_squelch"))
            .current_dir(self.path())
            .arg(name)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // a run that ends before it reads has closed its end, which is no fault of the test
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Outcome {
            code: output.status.code().expect("ended by a signal"),
            printed: output.stdout,
            remarks: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
