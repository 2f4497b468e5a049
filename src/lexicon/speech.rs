//! What speech-to-text writes where nobody speaks.

use super::WordList;

/// How lines begin that programs of speech-to-text print beside what they hear.
pub static PRINTED: &[&str] = &[
    "detected language",
    "detecting language",
    "ggml_",
    "main:",
    "output_",
    "system_info:",
    "whisper_",
];

/// How the lines of a typed transcript begin that are of its pages, not of the talk.
pub static OF_THE_PAGE: &WordList =
    &WordList::new(&["comment", "page", "section", "speakers", "tape"]);

/// Whole segments, without punctuation, that speech-to-text makes of silence and noise: endings of the
/// films that it has learnt from. What could be said on the air is not among them.
///
/// Known from reports on faster-whisper, whisper.cpp and the cleaning lists of transcribers of radio.
pub static INVENTED: &WordList = &WordList::new(&[
    "dont forget to like and subscribe",
    "dont forget to subscribe",
    "like and subscribe",
    "please like and subscribe",
    "please subscribe",
    "please subscribe to my channel",
    "please subscribe to our channel",
    "see you in the next video",
    "subscribe to my channel",
    "subscribe to our channel",
    "subtitles by the amaraorg community",
    "thank you for watching",
    "thank you for watching this video",
    "thank you very much for watching",
    "thanks for listening and please subscribe",
    "thanks for watching",
    "thanks for watching and see you next time",
    "thanks for watching this video",
    "transcribed by httpsotterai",
    "well be right back after this",
]);
