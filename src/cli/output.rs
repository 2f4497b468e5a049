//! An output file: opened before the work, there only when it is whole.

use super::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where the output goes.
pub(super) enum Output {
    /// A file that appears whole or not at all.
    Whole {
        /// As given.
        path: PathBuf,
        /// The file that takes its place.
        target: PathBuf,
        /// What is written until then.
        file: tempfile::NamedTempFile,
    },
    /// A device or a pipe, which nothing may take the place of: `/dev/null`, `/dev/fd/3`.
    Stream {
        /// As given.
        path: PathBuf,
        /// Open for writing.
        file: fs::File,
    },
}

impl Output {
    /// Opens an output, so that a bad path costs no work.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let denied = |cause| denied(path, cause);
        // what a link points to is replaced, not the link
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&target) {
            Ok(there) if there.is_dir() => {
                return Err(denied(io::ErrorKind::IsADirectory.into()));
            }
            Ok(there) if !there.is_file() => {
                let file = fs::OpenOptions::new()
                    .write(true)
                    .open(path)
                    .map_err(denied)?;
                let path = path.to_owned();
                return Ok(Output::Stream { path, file });
            }
            _ => {}
        }
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        fs::metadata(folder).map_err(denied)?;
        let mut builder = tempfile::Builder::new();
        if let Some(permissions) = permissions(&target) {
            builder.permissions(permissions);
        }
        // the name of the temporary file, which the system's own words hold, tells the user nothing
        let file = builder
            .tempfile_in(folder)
            .map_err(|error| denied(error.kind().into()))?;
        Ok(Output::Whole {
            path: path.to_owned(),
            target,
            file,
        })
    }

    /// Writes the output.
    pub fn fill(self, work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        match self {
            Output::Whole { path, target, file } => {
                written(&path, file, work)?
                    .persist(target)
                    .map_err(|error| denied(&path, error.error))?;
            }
            Output::Stream { path, file } => {
                written(&path, file, work)?;
            }
        }
        Ok(())
    }
}

fn written<W: Write>(
    path: &Path,
    file: W,
    work: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<W, Error> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    work(&mut out).map_err(|cause| denied(path, cause))?;
    out.into_inner()
        .map_err(|error| denied(path, error.into_error()))
}

fn denied(path: &Path, cause: io::Error) -> Error {
    Error::Output {
        path: path.display().to_string(),
        cause,
    }
}

/// The permissions of a file that is there, else those of any new file.
fn permissions(path: &Path) -> Option<fs::Permissions> {
    let existing = fs::metadata(path)
        .ok()
        .map(|metadata| metadata.permissions());
    #[cfg(unix)]
    let new = {
        use std::os::unix::fs::PermissionsExt;
        Some(fs::Permissions::from_mode(0o666))
    };
    #[cfg(not(unix))]
    let new = None;
    existing.or(new)
}
