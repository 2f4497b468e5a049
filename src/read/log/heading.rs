//! Date headings: a whole line that names a day.
//!
//! `Friday, October 10, 2025`, `10 October 2025`, `2025-10-10`, `Date: 10/10/2025`, `## 2025-10-10`,
//! `--- October 10, 2025 ---`
//!
//! ```abnf
//! heading   = *mark [ ( "Date" / "Day" ) ":" ] [ weekday [","] ] ( numeric / worded ) *( mark / ":" )
//! mark      = "#" / "*" / "-" / "=" / "_" / "~" / white space
//! ```

use super::line::date::{Day, numeric, worded};
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::all_consuming;

/// More than any heading has.
const LONGEST: usize = 80;

/// The day that a whole line names.
pub(in crate::read) fn heading(line: &str) -> Option<NaiveDate> {
    let plausible = line.len() <= LONGEST && line.bytes().any(|byte| byte.is_ascii_digit());
    if !plausible {
        return None;
    }
    let words = bare(bare(line).trim_end_matches(':'));
    let words = ["date", "day"]
        .into_iter()
        .find_map(|field| after_field(words, field))
        .map_or(words, bare);
    let day = alt((numeric.map(Day::Full), worded));
    match all_consuming(day).parse(words).ok()?.1 {
        Day::Full(date) => Some(date),
        Day::Yearless(..) => None,
    }
}

/// The one day that a line without stamp and label names among other words: `Main channel, Friday
/// May 2, 2025`.
pub(super) fn dated(line: &str) -> Option<NaiveDate> {
    if LONGEST < line.len() {
        return None;
    }
    let mut days = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let found = alt((numeric.map(Day::Full), worded)).parse(rest);
        if let Ok((after, Day::Full(date))) = found {
            // `2025-05-02 the gate is open` is an entry of a diary, not its title
            let opens = rest.len() == line.len();
            if opens && after.trim_start().starts_with(char::is_alphabetic) {
                return None;
            }
            days.push(date);
            rest = after;
        }
        // on to the next word
        let word = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let gap = rest[word..]
            .find(char::is_alphanumeric)
            .unwrap_or(rest.len() - word);
        rest = &rest[word + gap..];
    }
    match days[..] {
        [day] => Some(day),
        _ => None,
    }
}

fn bare(words: &str) -> &str {
    words
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '-' | '=' | '_' | '~'))
}

fn after_field<'a>(words: &'a str, field: &str) -> Option<&'a str> {
    let (head, rest) = words.split_once(':')?;
    bare(head).eq_ignore_ascii_case(field).then_some(rest)
}
