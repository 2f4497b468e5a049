//! The zone that a log states for all its stamps, as transcripts of cockpit recordings do.
//!
//! `Times are expressed in UTC`, `All times are given in eastern daylight time (EDT)`
//!
//! ```abnf
//! stated = "times are " [ "expressed " / "given " / "shown " / "stated " ] "in " [ "the " ] zone
//! zone   = region " " ( "standard" / "daylight" ) " time" / "coordinated universal time"
//!        / "greenwich mean time" / letters                      ; `UTC`, `CDT`
//! ```

use crate::lexicon::look_up;
use crate::lexicon::time::{ZONES, ZoneWord};
use chrono::FixedOffset;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::{opt, value};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

const LEAD: &str = "times are ";

/// The zone that a line states for all stamps.
pub(super) fn stated(line: &str) -> Option<FixedOffset> {
    let lower = line.to_ascii_lowercase();
    let (_, behind) = lower.split_once(LEAD)?;
    let verb = opt(alt((
        tag("expressed "),
        tag("given "),
        tag("shown "),
        tag("stated "),
    )));
    let (_, minutes) = preceded((verb, tag("in "), opt(tag("the "))), zone)
        .parse(behind)
        .ok()?;
    FixedOffset::east_opt(minutes * 60)
}

/// In minutes before UTC's.
fn zone(input: &str) -> IResult<&str, i32> {
    alt((regional, universal, letters)).parse(input)
}

/// `eastern daylight time`
fn regional(input: &str) -> IResult<&str, i32> {
    let region = alt((
        value(-5, tag("eastern")),
        value(-6, tag("central")),
        value(-7, tag("mountain")),
        value(-8, tag("pacific")),
    ));
    let kind = alt((value(0, tag("standard")), value(1, tag("daylight"))));
    (region, delimited(tag(" "), kind, tag(" time")))
        .map(|(hours, summer): (i32, i32)| (hours + summer) * 60)
        .parse(input)
}

/// `coordinated universal time`
fn universal(input: &str) -> IResult<&str, i32> {
    value(
        0,
        alt((
            tag("coordinated universal time"),
            tag("greenwich mean time"),
        )),
    )
    .parse(input)
}

/// `utc`, `cdt`; what `ET` is depends on the day
fn letters(input: &str) -> IResult<&str, i32> {
    take_while1(|c: char| c.is_ascii_alphabetic())
        .map_opt(|word| match look_up(ZONES, word) {
            Some(ZoneWord::Offset(minutes)) => Some(minutes),
            _ => None,
        })
        .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_states_its_zone() {
        let hours = |line| stated(line).map(|zone| zone.local_minus_utc() / 3600);
        assert_eq!(
            hours("Times are expressed in UTC, two hours behind the island's."),
            Some(0)
        );
        assert_eq!(hours("All times are central daylight time."), None);
        assert_eq!(
            hours("All times are given in Central Daylight Time (CDT)"),
            Some(-5)
        );
        assert_eq!(hours("times are in EST"), Some(-5));
        assert_eq!(hours("Times are in minutes"), None);
    }
}
