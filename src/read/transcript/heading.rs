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
pub(super) fn heading(line: &str) -> Option<NaiveDate> {
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

fn bare(words: &str) -> &str {
    words
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '-' | '=' | '_' | '~'))
}

fn after_field<'a>(words: &'a str, field: &str) -> Option<&'a str> {
    let (head, rest) = words.split_once(':')?;
    bare(head).eq_ignore_ascii_case(field).then_some(rest)
}
