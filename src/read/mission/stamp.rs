//! The stamp of a turn in mission time, as it was typed, or as a program has read it off a scanned page.
//!
//! ```abnf
//! typed   = [ "[" ] [ "-" ] 1*3DIGIT 3( mark 2DIGIT ) [ "]" ]   ; days, hours, minutes, seconds
//! scanned = [ "-" ] group *( *1mark group ) gap speaker         ; days are left out where it has 6 or 7 figures
//! mark    = ":" / SP
//! ```

use crate::time::{DAY, HOUR, MINUTE, SECOND};
use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, satisfy, space1};
use nom::combinator::{consumed, eof, not, opt, peek, recognize, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// When a turn was, as its line begins.
pub(super) struct Stamp<'a> {
    pub written: &'a str,
    /// In milliseconds, unless no clock shows it.
    pub since_start: Option<i64>,
    /// How fine it is: the figures that cannot be read make it coarse.
    pub grain: i64,
    /// What stands behind it.
    pub rest: &'a str,
}

/// The stamp that a line begins with.
pub(super) fn stamp(line: &str) -> Option<Stamp<'_>> {
    let Ok((rest, (written, since_start))) = consumed(typed).parse(line) else {
        return scanned(line);
    };
    Some(Stamp {
        written,
        since_start: Some(since_start),
        grain: SECOND,
        rest: rest.trim_start(),
    })
}

/// Whether a line opens with a stamp that shows a time: `42 38 43 P …`, `055:55:19 LMP …`, `O2 07 55 4_ CC …`
pub(super) fn is_shown(line: &str) -> bool {
    stamp(line).is_some_and(|stamp| stamp.since_start.is_some())
}

/// `[02:07:55:42]`, `02 07 55 20`, `102:07:55:42`, in milliseconds
pub(super) fn typed(input: &str) -> IResult<&str, i64> {
    let bracketed = delimited(char('['), alt((elapsed(':'), elapsed(' '))), char(']'));
    let end = || alt((value((), space1), value((), eof)));
    let bare = terminated(alt((elapsed(':'), elapsed(' '))), peek(end()));
    alt((bracketed, bare)).parse(input)
}

fn elapsed<'a>(
    mark: char,
) -> impl Parser<&'a str, Output = i64, Error = nom::error::Error<&'a str>> {
    let digits = |least, most| {
        take_while_m_n(least, most, |c: char| c.is_ascii_digit()).map_res(str::parse::<i64>)
    };
    let fifth = (char(mark), digit1);
    (
        opt(char('-')),
        digits(1, 3),
        preceded(char(mark), digits(2, 2)),
        preceded(char(mark), digits(2, 2)),
        terminated(preceded(char(mark), digits(2, 2)), not(fifth)),
    )
        .map_opt(|(sign, days, hours, minutes, seconds)| {
            let since = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
            let is_time = hours < 24 && minutes < 60 && seconds < 60;
            is_time.then_some(if sign.is_some() { -since } else { since })
        })
}

/// `O0 00 45 03 LMP`, `05.13 29 4_ CDR`, `49 0418 CC`: letters that look like figures, figures that cannot be
/// read, and marks that are lost; a speaker must stand behind them.
fn scanned(line: &str) -> Option<Stamp<'_>> {
    const MARKS: [char; 3] = [' ', '.', ':'];
    let (is_before, figures) = match line.strip_prefix('-') {
        Some(figures) => (true, figures),
        None => (false, line),
    };
    let end = figures.find(|c| figure(c).is_none() && !MARKS.contains(&c))?;
    let (figures, rest) = figures.split_at(end);
    let is_parted = figures.ends_with(MARKS);
    let figures = figures.trim_end_matches(MARKS);
    let mut groups = figures.split(MARKS).map(str::len);
    let is_grouped = groups.next().is_some_and(|first| 2 <= first)
        && groups.all(|group| 2 <= group && group.is_multiple_of(2));
    let read: Vec<Figure> = figures.chars().filter_map(figure).collect();
    let fewest = if figures.contains(':') { 7 } else { 6 };
    let lost = read
        .iter()
        .filter(|figure| **figure == Figure::Lost)
        .count();
    let is_stamp = (fewest..=9).contains(&read.len()) && 2 * lost < read.len();
    if !is_parted || !is_grouped || !is_stamp || column(rest).is_err() {
        return None;
    }
    let (since_start, grain) = since_start(&read);
    Some(Stamp {
        written: &line[..figures.len() + usize::from(is_before)],
        since_start: since_start.map(|since| if is_before { -since } else { since }),
        grain,
        rest,
    })
}

/// A figure of a scanned page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Is(i64),
    /// It cannot be read.
    Lost,
}

fn figure(c: char) -> Option<Figure> {
    match c {
        'O' | 'o' => Some(Figure::Is(0)),
        'I' | 'l' | '|' => Some(Figure::Is(1)),
        '_' | '*' => Some(Figure::Lost),
        _ => c.to_digit(10).map(|digit| Figure::Is(i64::from(digit))),
    }
}

/// The time that figures show, and how fine it is; from the first that cannot be read on, it is not known.
fn since_start(read: &[Figure]) -> (Option<i64>, i64) {
    const GRAINS: [i64; 4] = [10 * SECOND, MINUTE, 10 * MINUTE, HOUR];
    let known = read
        .iter()
        .position(|figure| *figure == Figure::Lost)
        .unwrap_or(read.len());
    let grain = match (read.len() - known).checked_sub(1) {
        None => SECOND,
        Some(place) => match GRAINS.get(place) {
            Some(grain) => *grain,
            None => return (None, SECOND),
        },
    };
    let number = |from: usize, to: usize| {
        let digits = (from..to).map(|at| match read[at] {
            Figure::Is(digit) if at < known => digit,
            _ => 0,
        });
        digits.fold(0, |number, digit| 10 * number + digit)
    };
    let last = read.len();
    let days = if last < 8 { 0 } else { last - 6 };
    let (hours, minutes, seconds) = (
        number(days, last - 4),
        number(last - 4, last - 2),
        number(last - 2, last),
    );
    let is_time = (days == 0 || hours < 24) && minutes < 60 && seconds < 60;
    let since = number(0, days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
    (is_time.then_some(since), grain)
}

/// `CMP`, `P`, a speaker in a column of its own; `I` begins a sentence
pub(super) fn column(input: &str) -> IResult<&str, &str> {
    let name = take_while_m_n(2, 8, |c: char| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || c == '/'
    });
    let begins = peek(take_while1(|c: char| c.is_ascii_uppercase()));
    let letter = satisfy(|c| c.is_ascii_alphabetic() && !"AIai".contains(c));
    terminated(
        alt((preceded(begins, name), recognize(letter))),
        alt((space1, eof)),
    )
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mission_time_has_days() {
        let read = |line| typed(line).map(|(_, since)| since).ok();
        let since = 2 * DAY + 7 * HOUR + 55 * MINUTE + 42 * SECOND;
        assert_eq!(read("[02:07:55:42]"), Some(since));
        assert_eq!(read("002:07:55:42 CC"), Some(since));
        assert_eq!(read("02 07 55 42 CMP yes"), Some(since));
        assert_eq!(read("[-00:00:00:10]"), Some(-10 * SECOND));
        assert_eq!(read("02:27:55:42"), None);
        assert_eq!(read("07:55:42 CC"), None);
        assert_eq!(read("01 23 45 67 89"), None);
        assert_eq!(read("02 07 55 42 89"), None);
    }

    #[test]
    fn a_scanned_stamp_is_as_fine_as_it_can_be_read() {
        let read = |line| scanned(line).map(|stamp| (stamp.since_start, stamp.grain, stamp.rest));
        let since = 2 * DAY + 7 * HOUR + 55 * MINUTE;
        let at = |since, grain, rest| Some((Some(since), grain, rest));
        assert_eq!(
            read("O2 07 55 42 CMP no"),
            at(since + 42 * SECOND, SECOND, "CMP no")
        );
        assert_eq!(
            read("O2.0755 42 CC no"),
            at(since + 42 * SECOND, SECOND, "CC no")
        );
        assert_eq!(
            read("02 07 55 4_ CC no"),
            at(since + 40 * SECOND, 10 * SECOND, "CC no")
        );
        assert_eq!(read("02 07 55 _2 CC no"), at(since, MINUTE, "CC no"));
        assert_eq!(
            read("31 02 07 P no"),
            at(31 * HOUR + 2 * MINUTE + 7 * SECOND, SECOND, "P no")
        );
        assert_eq!(
            read("131:02:07 CDR no"),
            at(131 * HOUR + 2 * MINUTE + 7 * SECOND, SECOND, "CDR no")
        );
        assert_eq!(read("-00 00 10 CC no"), at(-10 * SECOND, SECOND, "CC no"));
        assert_eq!(read("31 72 07 P no"), Some((None, SECOND, "P no")));
        for other in [
            "14:02:07 CC no",
            "31 02 07 I think",
            "31 02 07 The door",
            "3 1 0 2 0 7 GO at",
            "31 02 CC no",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
