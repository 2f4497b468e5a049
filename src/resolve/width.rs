//! How wide each phrase is: the one table of conventions, each with its reason.
//!
//! A width has a usual and an outer value; the outer is twice the usual. Rows show the usual one; a
//! conflict must hold with the outer ones too, because a convention is not evidence.

use crate::find::{Count, Degree, Duration, Hedge, unit_length};
use crate::lexicon::time::{LengthUnit, Part};
use crate::time::{DAY, HOUR, MINUTE, SECOND};

pub mod recorder;

/// One convention, as `squelch widths` prints it.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// What was written.
    pub written: &'static str,
    /// The usual width in milliseconds to each side that is open.
    pub usual: i64,
    /// Why this wide.
    pub reason: &'static str,
}

/// `about 1:12 p.m.`
pub const ABOUT_ODD: Width = Width {
    written: "about X, X a minute that is no multiple of 5",
    usual: 2 * MINUTE,
    reason: "an unround number is meant closely (Krifka 2007)",
};
/// `about 1:40 p.m.`
pub const ABOUT_FIVE: Width = Width {
    written: "about X, X a multiple of 5 minutes",
    usual: 5 * MINUTE,
    reason: "the rounder the number, the looser its use (Krifka 2007)",
};
/// `about 1:30 p.m.`
pub const ABOUT_HALF: Width = Width {
    written: "about X, X a half hour",
    usual: 10 * MINUTE,
    reason: "the rounder the number, the looser its use (Krifka 2007)",
};
/// `about 1 p.m.`
pub const ABOUT_HOUR: Width = Width {
    written: "about X, X a full hour",
    usual: 15 * MINUTE,
    reason: "the rounder the number, the looser its use (Krifka 2007)",
};
/// `shortly after 1 p.m.`
pub const SHORTLY: Width = Width {
    written: "shortly, just, moments after or before X; nearly X",
    usual: 15 * MINUTE,
    reason: "a quarter of an hour is the next round mark",
};
/// `two minutes later`
pub const OFFSET_MINUTES: Width = Width {
    written: "N minutes later, N no multiple of 5",
    usual: MINUTE,
    reason: "both ends were rounded to the minute",
};
/// `ten minutes later`
pub const OFFSET_FIVE: Width = Width {
    written: "N minutes later, N a multiple of 5; half an hour",
    usual: 5 * MINUTE,
    reason: "counted in fives",
};
/// `an hour later`
pub const OFFSET_HOURS: Width = Width {
    written: "N hours later",
    usual: 15 * MINUTE,
    reason: "counted in hours and their quarters",
};
/// `about two hours later`
pub const OFFSET_ABOUT_HOURS: Width = Width {
    written: "about N hours later",
    usual: 30 * MINUTE,
    reason: "counted in hours and their halves",
};
/// `N days later`
pub const OFFSET_DAYS: Width = Width {
    written: "N days later",
    usual: DAY,
    reason: "days are counted whole, whatever the hours",
};
/// `N weeks later`
pub const OFFSET_WEEKS: Width = Width {
    written: "N weeks later",
    usual: 3 * DAY,
    reason: "weeks are counted to the nearest",
};
/// `meanwhile`
pub const SAME_TIME: Width = Width {
    written: "at that time, meanwhile, simultaneously",
    usual: 5 * MINUTE,
    reason: "told of the same moment, not measured",
};
/// `the dispatcher answered, “…”`
pub const REPLY: Width = Width {
    written: "a quote that answers the quote before it",
    usual: 2 * MINUTE,
    reason: "on the air an answer follows at once",
};
/// One transmission on two recorders.
pub const RECORDED_TWICE: Width = Width {
    written: "the start of one transmission on two recorders",
    usual: 2 * SECOND,
    reason: "each starts when it hears something",
};
/// An announcer who says what he hears.
pub const RETOLD: Width = Width {
    written: "what is heard on the air and said again by another",
    usual: 20 * SECOND,
    reason: "it is said after a sentence or two",
};
/// The table, in the order in which it is printed.
pub const TABLE: &[Width] = &[
    ABOUT_ODD,
    ABOUT_FIVE,
    ABOUT_HALF,
    ABOUT_HOUR,
    SHORTLY,
    OFFSET_MINUTES,
    OFFSET_FIVE,
    OFFSET_HOURS,
    OFFSET_ABOUT_HOURS,
    OFFSET_DAYS,
    OFFSET_WEEKS,
    SAME_TIME,
    REPLY,
    RECORDED_TWICE,
    RETOLD,
    recorder::MADE,
    recorder::TAIL,
    recorder::CALL,
    recorder::ARCHIVE,
];

impl Width {
    /// The width at which a conflict must still hold: twice the usual.
    pub fn outer(self) -> i64 {
        2 * self.usual
    }
}

/// How loosely `about` an hour and minute is meant: the rounder, the looser.
pub fn about(minute: u8) -> Width {
    match minute {
        0 => ABOUT_HOUR,
        30 => ABOUT_HALF,
        minute if minute % 5 == 0 => ABOUT_FIVE,
        _ => ABOUT_ODD,
    }
}

/// Hours of a part of the day from midnight: first (inclusive) to last (exclusive; over 24 is the
/// next day). Police news says "early Sunday morning" of 2 a.m., so a morning starts at midnight.
pub fn hours(part: Part, degree: Option<Degree>) -> (i64, i64) {
    match (part, degree) {
        (Part::Morning, None) => (0, 12),
        (Part::Morning, Some(Degree::Early)) => (0, 9),
        (Part::Morning, Some(Degree::Mid)) => (8, 11),
        (Part::Morning, Some(Degree::Late)) => (10, 12),
        (Part::Afternoon, None) => (12, 18),
        (Part::Afternoon, Some(Degree::Early)) => (12, 15),
        (Part::Afternoon, Some(Degree::Mid)) => (14, 16),
        (Part::Afternoon, Some(Degree::Late)) => (15, 18),
        (Part::Evening, None | Some(Degree::Mid)) => (17, 24),
        (Part::Evening, Some(Degree::Early)) => (17, 20),
        (Part::Evening, Some(Degree::Late)) => (20, 24),
        (Part::Night, None | Some(Degree::Mid)) => (18, 29),
        (Part::Night, Some(Degree::Early)) => (18, 23),
        (Part::Night, Some(Degree::Late)) => (21, 27),
        (Part::Overnight, _) => (20, 31),
        (Part::SmallHours, _) => (0, 6),
        (Part::Dawn, _) => (0, 7),
        (Part::Daybreak, _) => (4, 8),
        (Part::Sundown, _) => (12, 21),
    }
}

/// Hours of a day of which only `early` or `late` is said.
pub fn hours_of_degree(degree: Degree) -> (i64, i64) {
    match degree {
        Degree::Early => (0, 9),
        Degree::Mid => (11, 14),
        Degree::Late => (17, 24),
    }
}

/// From least to most, in milliseconds, both inclusive; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// At least so far.
    pub least: Option<i64>,
    /// At most so far.
    pub most: Option<i64>,
}

/// How far a length of time reaches, as usual and at its widest.
///
/// ```
/// use squelch::find::{Count, Duration, Hedge};
/// use squelch::lexicon::time::LengthUnit;
/// use squelch::resolve::width::reach;
/// let unit = LengthUnit::Minute;
/// let two = Duration { least: 120_000, most: 120_000, unit, count: Count::Number };
/// let (usual, outer) = reach(two, Hedge::Exact);
/// assert_eq!((usual.least, usual.most), (Some(60_000), Some(180_000)));
/// assert_eq!((outer.least, outer.most), (Some(0), Some(240_000)));
/// ```
pub fn reach(length: Duration, hedge: Hedge) -> (Reach, Reach) {
    let (least, most) = vague(length).unwrap_or((length.least, length.most));
    let width = offset_width(length, hedge);
    let between = |least: i64, most: i64| Reach {
        least: Some(least.max(0)),
        most: Some(most),
    };
    let around = |width: i64| between(least - width, most + width);
    let ranged = least < most;
    let slack = if ranged { 0 } else { width };
    match hedge {
        Hedge::AtMost => (between(0, most), between(0, 2 * most)),
        Hedge::AtLeast => (
            Reach {
                least: Some(least),
                most: None,
            },
            Reach {
                least: Some((least - width).max(0)),
                most: None,
            },
        ),
        Hedge::Nearly => {
            let width = SHORTLY.usual.min(least);
            (
                between(least - width, most),
                between(least - 2 * width, most + slack),
            )
        }
        _ if ranged => (around(0), around(width)),
        _ => (around(width), around(2 * width)),
    }
}

/// How far a length without a number reaches, in units of its unit: least and most.
const VAGUE: &[(Count, LengthUnit, i64, i64)] = &[
    (Count::Moments, LengthUnit::Minute, 0, 5),
    (Count::Bare, LengthUnit::Second, 0, 60),
    (Count::Bare, LengthUnit::Minute, 1, 15),
    (Count::Bare, LengthUnit::Hour, 1, 6),
    (Count::Bare, LengthUnit::Day, 1, 6),
    (Count::Bare, LengthUnit::Week, 1, 4),
    (Count::Bare, LengthUnit::Month, 1, 11),
    (Count::Bare, LengthUnit::Year, 1, 20),
    (Count::Few, LengthUnit::Second, 2, 10),
    (Count::Few, LengthUnit::Minute, 2, 10),
    (Count::Few, LengthUnit::Hour, 2, 6),
    (Count::Few, LengthUnit::Day, 2, 6),
    (Count::Few, LengthUnit::Week, 2, 6),
    (Count::Few, LengthUnit::Month, 2, 6),
    (Count::Few, LengthUnit::Year, 2, 6),
];

/// Least and most of a length without a number, in milliseconds.
fn vague(length: Duration) -> Option<(i64, i64)> {
    let unit = length.least;
    VAGUE
        .iter()
        .find(|row| (row.0, row.1) == (length.count, length.unit))
        .map(|row| (row.2 * unit, row.3 * unit))
}

/// The lines of `squelch widths`: what is written, how it is read, and why.
pub fn lines() -> Vec<(String, String, &'static str)> {
    let mut lines: Vec<(String, String, &str)> = TABLE
        .iter()
        .map(|width| {
            let usual = match width.usual {
                short if short < MINUTE => format!("{} s", short / SECOND),
                long => format!("{} min", long / MINUTE),
            };
            (width.written.to_owned(), usual, width.reason)
        })
        .collect();
    for &(count, unit, least, most) in VAGUE {
        let unit = format!("{unit:?}s").to_lowercase();
        let written = match count {
            Count::Moments => "moments later".to_owned(),
            Count::Few => format!("a few, several {unit} later"),
            _ => format!("{unit} later"),
        };
        lines.push((
            written,
            format!("{least} to {most} {unit}"),
            "no number is said",
        ));
    }
    let degrees = [
        None,
        Some(Degree::Early),
        Some(Degree::Mid),
        Some(Degree::Late),
    ];
    let parts = [Part::Morning, Part::Afternoon, Part::Evening, Part::Night];
    let by_degree = parts
        .iter()
        .flat_map(|part| degrees.map(|degree| (*part, degree)))
        // nobody says `mid evening` or `mid night`
        .filter(|row| !matches!(row, (Part::Evening | Part::Night, Some(Degree::Mid))));
    let plain = [
        Part::Overnight,
        Part::SmallHours,
        Part::Dawn,
        Part::Daybreak,
        Part::Sundown,
    ];
    for (part, degree) in by_degree.chain(plain.map(|part| (part, None))) {
        let (first, last) = hours(part, degree);
        let name = match part {
            Part::SmallHours => "small hours, predawn".to_owned(),
            Part::Dawn => "before dawn".to_owned(),
            Part::Sundown => "by sundown".to_owned(),
            part => format!("{part:?}").to_lowercase(),
        };
        let written = match degree {
            Some(degree) => format!("{degree:?} {name}").to_lowercase(),
            None => name,
        };
        let reason = match part {
            Part::Morning => "police news says early Sunday morning of 2 a.m.",
            _ => "as police news uses it",
        };
        lines.push((written, format!("{first:02} to {last:02} h"), reason));
    }
    lines
}

fn offset_width(length: Duration, hedge: Hedge) -> i64 {
    if let Some((least, most)) = vague(length) {
        return (most - least) / 2;
    }
    let minutes = length.least / MINUTE;
    // nobody rounds to nineteen seconds
    let is_counted = hedge == Hedge::Exact && length.least / SECOND % 5 != 0;
    match (length.count, length.unit) {
        (Count::Range, _) => (length.most - length.least) / 2,
        (Count::Composed, LengthUnit::Second | LengthUnit::Minute) => OFFSET_MINUTES.usual,
        (Count::Number, LengthUnit::Second) if is_counted => SECOND,
        (_, LengthUnit::Second) => (length.least / 2).clamp(5_000, OFFSET_MINUTES.usual),
        (_, LengthUnit::Minute) if minutes % 5 == 0 => OFFSET_FIVE.usual,
        (_, LengthUnit::Minute) => OFFSET_MINUTES.usual,
        (_, LengthUnit::Hour) if length.least < HOUR => OFFSET_FIVE.usual,
        (_, LengthUnit::Hour) if hedge == Hedge::About => OFFSET_ABOUT_HOURS.usual,
        (_, LengthUnit::Hour) => OFFSET_HOURS.usual,
        (_, LengthUnit::Day | LengthUnit::Weekend) => OFFSET_DAYS.usual,
        (_, LengthUnit::Week | LengthUnit::Fortnight) => OFFSET_WEEKS.usual,
        (_, unit) => unit_length(unit) / 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(count: Count, number: i64, hedge: Hedge) -> [Option<i64>; 4] {
        let length = Duration {
            least: number * MINUTE,
            most: number * MINUTE,
            unit: LengthUnit::Minute,
            count,
        };
        let (usual, outer) = reach(length, hedge);
        [usual.least, usual.most, outer.least, outer.most].map(|end| end.map(|end| end / MINUTE))
    }

    #[test]
    fn a_length_without_a_number_reaches_as_far_as_its_words() {
        let some = |ends: [i64; 4]| ends.map(Some);
        assert_eq!(minutes(Count::Bare, 1, Hedge::Exact), some([1, 15, 0, 22]));
        assert_eq!(minutes(Count::Few, 1, Hedge::Exact), some([2, 10, 0, 14]));
        assert_eq!(minutes(Count::Moments, 1, Hedge::Exact), some([0, 5, 0, 7]));
    }

    #[test]
    fn within_is_from_the_event_to_the_length_and_at_its_widest_to_twice() {
        let some = |ends: [i64; 4]| ends.map(Some);
        assert_eq!(minutes(Count::Number, 2, Hedge::AtMost), some([0, 2, 0, 4]));
        assert_eq!(minutes(Count::Bare, 1, Hedge::AtMost), some([0, 15, 0, 30]));
    }
}
