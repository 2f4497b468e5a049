//! How far the time in the name of a recording may be from what it is of.

use super::Width;
use crate::time::{MINUTE, SECOND};

/// A recording that is named after the moment at which its file was made.
pub const MADE: Width = Width {
    written: "the start of a call before its file was made (trunk-recorder)",
    usual: 20 * SECOND,
    reason: "files of conventional channels are made up to 17 s after the call's start",
};
/// The end of a call of which only its last segment is known.
pub const TAIL: Width = Width {
    written: "the end of a call beside that of its last segment",
    usual: 3 * SECOND,
    reason: "a recorder waits for more, and speech-to-text runs over the end of the sound",
};
/// A call of which only one end is known.
pub const CALL: Width = Width {
    written: "the length of a call of which one end is known",
    usual: MINUTE,
    reason: "time-out timers of radios stop a transmission after 60 s",
};
/// A stream that an archive keeps.
pub const ARCHIVE: Width = Width {
    written: "the start of an archived stream (Broadcastify)",
    usual: MINUTE,
    reason: "streams come 30 to 60 s late, by no clock that anybody states",
};
