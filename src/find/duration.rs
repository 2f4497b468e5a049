//! Lengths of time: `two minutes`, `20-30 minutes`, `an hour and 16 minutes`, `half an hour`,
//! `a few minutes`, `moments`, `a 12-hour standoff`.
//!
//! ```abnf
//! duration = composed / half / counted / few / bare
//! composed = hours [","] gap ["and" gap] minutes / number "and a half" gap unit
//! counted  = (number / "a" / "an") ["-" / gap] unit / number ("-" / " to ") number gap unit
//! few      = ("a few" / "several" / "a couple of") gap unit
//! bare     = "seconds" / "moments" / "minutes" / "hours" / "days"
//! ```

use super::clock::{four_digits, hours};
use super::hedge;
use super::word::{any_of, dash_or_to, end, gap, listed, number, stop, words};
use super::{Count, Duration, Expression};
use crate::lexicon::time::{LENGTH_UNITS, LengthUnit};
use crate::time::{DAY, HOUR, MINUTE, SECOND};
use nom::branch::alt;
use nom::character::complete::char;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// The length of one unit in milliseconds; a month and a year are their usual mean.
pub fn unit_length(unit: LengthUnit) -> i64 {
    match unit {
        LengthUnit::Second => SECOND,
        LengthUnit::Minute => MINUTE,
        LengthUnit::Hour => HOUR,
        LengthUnit::Day => DAY,
        LengthUnit::Week => 7 * DAY,
        LengthUnit::Month => 30 * DAY,
        LengthUnit::Year => 365 * DAY,
    }
}

fn exact(amount: i64, unit: LengthUnit) -> Duration {
    ranged(amount, amount, unit, Count::Number)
}

fn ranged(least: i64, most: i64, unit: LengthUnit, count: Count) -> Duration {
    Duration {
        least: least.saturating_mul(unit_length(unit)),
        most: most.saturating_mul(unit_length(unit)),
        unit,
        count,
    }
}

/// Any length of time.
pub fn duration(input: &str) -> IResult<&str, Duration> {
    alt((composed, half, ranged_count, counted, few, bare)).parse(input)
}

/// `minutes`, `hr.`
fn unit(input: &str) -> IResult<&str, LengthUnit> {
    listed(LENGTH_UNITS).parse(input)
}

/// `13`, `two`, `a`, `an`, `one`
fn count(input: &str) -> IResult<&str, i64> {
    let article = value(1, alt((words("a"), words("an"))));
    alt((number.map(i64::from), article)).parse(input)
}

/// `13 minutes`, `a minute`, `12-hour`
fn counted(input: &str) -> IResult<&str, Duration> {
    let join = alt((value((), char('-')), value((), gap)));
    let no_age = not((alt((value((), char('-')), value((), gap))), words("old")));
    let old_unit = terminated(unit, not((char('-'), words("old"))));
    (count, join, old_unit, no_age)
        .map(|(count, (), unit, ())| exact(count, unit))
        .parse(input)
}

/// `20-30 minutes`, `two to three hours`, `five or six minutes`
fn ranged_count(input: &str) -> IResult<&str, Duration> {
    let or = value("", (gap, words("or"), gap));
    // `1300 to 1345 hours` are two times of day
    let mut clocks = not((four_digits, dash_or_to, four_digits, hours));
    let (input, ()) = clocks.parse(input)?;
    let (rest, (least, _, most, _, unit)) =
        (number, alt((or, dash_or_to)), number, gap, unit).parse(input)?;
    let (least, most) = (least.min(most), least.max(most));
    Ok((rest, ranged(least.into(), most.into(), unit, Count::Range)))
}

/// `an hour and 16 minutes`, `1 hour, 5 minutes`, `two and a half hours`, `an hour and a half`
fn composed(input: &str) -> IResult<&str, Duration> {
    let and = alt((
        value((), (opt(char(',')), gap, words("and"), gap)),
        value((), (char(','), gap)),
        value((), gap),
    ));
    let finer = verify(
        (counted, and, counted),
        |(first, (), second): &(Duration, (), Duration)| second.unit < first.unit,
    )
    .map(|(first, (), second)| Duration {
        least: first.least + second.least,
        most: first.most + second.most,
        unit: second.unit,
        count: Count::Composed,
    });
    let and_a_half = (gap, words("and a half"));
    let halves = (count, and_a_half, gap, unit).map(|(count, _, _, unit)| (count, unit));
    let behind =
        (count, gap, unit, (gap, words("and a half"))).map(|(count, _, unit, _)| (count, unit));
    let half = alt((halves, behind)).map(|(count, unit)| {
        let length = count * unit_length(unit) + unit_length(unit) / 2;
        Duration {
            least: length,
            most: length,
            unit,
            count: Count::Number,
        }
    });
    alt((half, finer)).parse(input)
}

/// `half an hour`, `a half-hour`, `half a minute`, `a quarter of an hour`
fn half(input: &str) -> IResult<&str, Duration> {
    let part = any_of(&[
        ("half an", 2),
        ("half a", 2),
        ("a half", 2),
        ("a quarter of an", 4),
        ("three quarters of an", 0),
    ]);
    let join = alt((value((), char('-')), value((), gap)));
    (part, join, unit)
        .map(|(part, (), unit)| {
            let whole = unit_length(unit);
            let length = if part == 0 {
                whole / 4 * 3
            } else {
                whole / part
            };
            Duration {
                least: length,
                most: length,
                unit,
                count: Count::Number,
            }
        })
        .parse(input)
}

/// `a few minutes`, `several hours`, `a couple of minutes`
fn few(input: &str) -> IResult<&str, Duration> {
    let few = any_of(&[
        ("just a few", ()),
        ("a few", ()),
        ("several", ()),
        ("a number of", ()),
    ]);
    let couple = any_of(&[("a couple of", ()), ("a couple", ())]);
    alt((
        (few, gap, unit).map(|((), _, unit)| ranged(1, 1, unit, Count::Few)),
        (couple, gap, unit).map(|((), _, unit)| ranged(2, 3, unit, Count::Range)),
    ))
    .parse(input)
}

/// `seconds`, `moments`, `minutes`, `hours`
fn bare(input: &str) -> IResult<&str, Duration> {
    any_of(&[
        ("seconds", (LengthUnit::Second, Count::Bare)),
        ("moments", (LengthUnit::Minute, Count::Moments)),
        ("a moment", (LengthUnit::Minute, Count::Moments)),
        ("minutes", (LengthUnit::Minute, Count::Bare)),
        ("hours", (LengthUnit::Hour, Count::Bare)),
        ("days", (LengthUnit::Day, Count::Bare)),
        ("weeks", (LengthUnit::Week, Count::Bare)),
        ("months", (LengthUnit::Month, Count::Bare)),
        ("years", (LengthUnit::Year, Count::Bare)),
    ])
    .map(|(unit, count)| ranged(1, 1, unit, count))
    .parse(input)
}

/// `for about 20-30 minutes`, `a 12-hour`: a length that hangs on nothing.
pub fn length(input: &str) -> IResult<&str, Expression> {
    let numbered = verify(duration, |duration| {
        !matches!(duration.count, Count::Bare | Count::Moments)
    });
    // `a second alarm`, `in a second car`
    let ordinal = not((alt((words("a"), words("an"))), gap, words("second")));
    let lead = opt((alt((words("for"), words("after"), words("in"))), gap));
    terminated(
        preceded((lead, opt(hedge::of_length), ordinal), numbered),
        (stop_of_abbreviation, end),
    )
    .map(Expression::Length)
    .parse(input)
}

fn stop_of_abbreviation(input: &str) -> IResult<&str, ()> {
    value((), opt(terminated(stop, not(end)))).parse(input)
}
