//! The program: runs [`squelch::cli`] and exits with its code.

use std::process::ExitCode;

fn main() -> ExitCode {
    squelch::cli::run()
}
