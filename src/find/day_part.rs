//! Parts of the day: `early afternoon`, `overnight`, `the early hours of`, `tonight`, `last night`.
//!
//! ```abnf
//! part     = [degree gap] name / "early hours" / "small hours" / "predawn"
//! deictic  = "tonight" / "last night" / "this " part / "that " part / "the next " part
//! ```

use super::word::{any_of, gap, listed, words};
use super::{Day, DayPart, Degree};
use crate::lexicon::time::{DAY_PARTS, Part};
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// `early `, `late `, `mid-`; `later` turns the account on and is no degree.
pub fn degree(input: &str) -> IResult<&str, Degree> {
    alt((
        terminated(
            any_of(&[
                ("very early", Degree::Early),
                ("early", Degree::Early),
                ("late", Degree::Late),
                ("mid", Degree::Mid),
                ("middle of the", Degree::Mid),
            ]),
            alt((gap, tag("-"))),
        ),
        value(Degree::Mid, (not(words("midnight")), tag("mid"))),
    ))
    .parse(input)
}

/// `afternoon`, `early afternoon`, `midmorning`, `early hours`
pub fn part(input: &str) -> IResult<&str, DayPart> {
    alt((
        small_hours,
        (opt(degree), name).map(|(degree, part)| DayPart { part, degree }),
    ))
    .parse(input)
}

fn name(input: &str) -> IResult<&str, Part> {
    alt((
        value(Part::SmallHours, words("pre-dawn hours")),
        value(Part::SmallHours, words("predawn hours")),
        value(Part::SmallHours, words("pre-dawn")),
        terminated(listed(DAY_PARTS), opt((gap, words("hours")))),
    ))
    .parse(input)
}

/// `early hours`, `early morning hours`, `small hours`, `wee hours`
fn small_hours(input: &str) -> IResult<&str, DayPart> {
    any_of(&[
        ("the early hours", Part::SmallHours),
        ("early hours", Part::SmallHours),
        ("the small hours", Part::SmallHours),
        ("small hours", Part::SmallHours),
        ("the wee hours", Part::SmallHours),
        ("wee hours", Part::SmallHours),
        ("predawn hours", Part::SmallHours),
    ])
    .map(|part| DayPart { part, degree: None })
    .parse(input)
}

/// `tonight`, `last night`, `early this morning`, `that night`, `the following morning`
pub fn deictic(input: &str) -> IResult<&str, (Day, DayPart)> {
    let (rest, outer) = opt(degree).parse(input)?;
    let (rest, (day, mut part)) = alt((tonight, determined)).parse(rest)?;
    part.degree = part.degree.or(outer);
    Ok((rest, (day, part)))
}

fn tonight(input: &str) -> IResult<&str, (Day, DayPart)> {
    const NIGHT: DayPart = DayPart {
        part: Part::Night,
        degree: None,
    };
    any_of(&[
        ("tonight", (Day::FromToday(0), NIGHT)),
        ("last night", (Day::FromToday(-1), NIGHT)),
    ])
    .parse(input)
}

/// `this morning`, `that night`, `the next afternoon`, `later that evening`, `yesterday evening`
fn determined(input: &str) -> IResult<&str, (Day, DayPart)> {
    let day = any_of(&[
        ("later that same", Day::FromTold(0)),
        ("later that", Day::FromTold(0)),
        ("earlier that", Day::FromTold(0)),
        ("that same", Day::FromTold(0)),
        ("the same", Day::FromTold(0)),
        ("that", Day::FromTold(0)),
        ("the following", Day::FromTold(1)),
        ("the next", Day::FromTold(1)),
        ("the previous", Day::FromTold(-1)),
        ("this", Day::FromToday(0)),
        ("yesterday", Day::FromToday(-1)),
        ("tomorrow", Day::FromToday(1)),
    ]);
    let clear = verify(part, |part| {
        !matches!(part.part, Part::Dawn | Part::Sundown)
    });
    (day, gap, clear)
        .map(|(day, _, part)| (day, part))
        .parse(input)
}
