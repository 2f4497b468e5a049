//! What is noted of a time: one sentence for each code, with the words and what was made of them.

use super::point::Reading;
use crate::note::Code;
use crate::time::{HOUR, Interval};

/// The message of a note on a reading.
pub fn words(code: Code, words: &str, reading: &Reading) -> String {
    let day = reading.day.map_or_else(String::new, |day| day.to_string());
    let Interval { earliest, latest } = reading.usual;
    let length = earliest.zip(latest).map_or(0, |(from, to)| to.0 - from.0);
    let keeps_both = 6 * HOUR < length;
    match code {
        Code::SummerTimeTwice => {
            format!("`{words}` comes twice on {day}; both readings are kept")
        }
        Code::SummerTimeGap => {
            format!("`{words}` does not exist on {day}; read as a clock that was not put forward")
        }
        Code::WeekdayMismatch => {
            format!("the weekday of `{words}` is not that of {day}; the date is used")
        }
        Code::AssumedYear => {
            format!("`{words}` is read as {day}, the last year in which weekday and day agree")
        }
        Code::AssumedOrder => {
            format!("`{words}` is read as {day}; `--tz` says whether month or day come first")
        }
        Code::AssumedMeridiem => {
            let read = if keeps_both {
                "both readings are kept"
            } else {
                "read by what is told before it"
            };
            format!("`{words}` has no a.m. or p.m.; {read}")
        }
        _ => format!("`{words}` is read as {day}"),
    }
}

/// The message of a note on words that look like a time.
pub fn no_such_time(words: &str) -> String {
    format!("`{words}` is no time of any clock or calendar; it is left out")
}
