//! An output file: opened before the work, there only when it is whole.

use super::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file that appears whole or not at all.
pub(super) struct Output {
    path: PathBuf,
    file: tempfile::NamedTempFile,
}

impl Output {
    pub fn create(path: &Path) -> Result<Self, Error> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // the name of the temporary file, which the system's own words hold, tells the user nothing
        let denied = |source: io::Error| Error::Output {
            path: path.display().to_string(),
            cause: source.kind().into(),
        };
        if path.is_dir() {
            return Err(denied(io::ErrorKind::IsADirectory.into()));
        }
        if let Err(missing) = fs::metadata(folder) {
            return Err(Error::Output {
                path: path.display().to_string(),
                cause: missing,
            });
        }
        let mut builder = tempfile::Builder::new();
        if let Some(permissions) = permissions(path) {
            builder.permissions(permissions);
        }
        Ok(Output {
            file: builder.tempfile_in(folder).map_err(denied)?,
            path: path.to_owned(),
        })
    }

    pub fn fill(self, work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        let denied = |cause| Error::Output {
            path: self.path.display().to_string(),
            cause,
        };
        let mut out = BufWriter::with_capacity(1 << 16, self.file);
        work(&mut out).map_err(denied)?;
        let file = out
            .into_inner()
            .map_err(|error| denied(error.into_error()))?;
        file.persist(&self.path)
            .map_err(|error| denied(error.error))?;
        Ok(())
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
