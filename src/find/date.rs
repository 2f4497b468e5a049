//! Days: `Monday, Feb. 29, 2024`, `29 February`, `the sixth of September`, `2024-02-29`, `2/29/24`,
//! `last Thursday`, `yesterday`, `that day`, `July 2007`, and years alone.
//!
//! ```abnf
//! day      = [weekday [","] gap] date / weekday / deictic
//! date     = month gap dayno [[","] gap year] / dayno gap ["of" gap] month [[","] gap year]
//!          / year "-" 2DIGIT "-" 2DIGIT / 1*2DIGIT "/" 1*2DIGIT "/" (2DIGIT / 4DIGIT)
//! dayno    = 1*2DIGIT ["st" / "nd" / "rd" / "th"] / ordinal-word
//! deictic  = "today" / "yesterday" / "tomorrow" / ("that" / "same" / "next" / …) gap "day"
//! ```

use super::word::{any_of, capital, comma_gap, digits, end, gap, miss, stop, words};
use super::{Day, Expression, Shift};
use crate::lexicon::look_up;
use crate::lexicon::street::SUFFIXES;
use crate::lexicon::time::{MONTHS, ORDINALS, SHORT_WEEKDAYS, WEEKDAYS};
use crate::time::full_year;
use chrono::NaiveDate;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map_opt, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// `Monday, Feb. 29, 2024`, `Thursday`, `today`, `July 2007`
pub fn day(input: &str) -> IResult<&str, Day> {
    alt((
        weekday_date,
        date,
        month_year,
        in_month,
        weekday_day,
        deictic,
        of_month,
    ))
    .parse(input)
}

/// `Monday, Feb. 29`, `Monday 7 of September`, `Sun. Sept. 6`
fn weekday_date(input: &str) -> IResult<&str, Day> {
    let any_weekday = alt((weekday, terminated(short_weekday, stop)));
    let the = opt((words("the"), gap));
    let on = opt((words("on"), gap));
    let (rest, (weekday, _, _, _, date)) =
        (any_weekday, alt((comma_gap, gap)), on, the, date).parse(input)?;
    let date = match date {
        Day::Date {
            year, month, day, ..
        } => Day::Date {
            year,
            month,
            day,
            weekday: Some(weekday),
        },
        other => other,
    };
    Ok((rest, date))
}

/// `Thursday`, capitalised: `sunday` in a text that writes days in lower case is none.
/// `Friday Street` and `Sunday school` are names.
pub fn weekday(input: &str) -> IResult<&str, u8> {
    let name_goes_on = alt((
        value((), words("school")),
        value((), (words("night"), gap, capital, words("football"))),
        value((), (capital, verify(super::word::letters, is_suffix))),
    ));
    terminated(
        preceded(capital, super::word::listed(WEEKDAYS)),
        not(preceded(gap, name_goes_on)),
    )
    .parse(input)
}

fn is_suffix(word: &str) -> bool {
    look_up(SUFFIXES, word).is_some()
}

/// `Thurs`, `Sun`, without the full stop.
fn short_weekday(input: &str) -> IResult<&str, u8> {
    preceded(capital, super::word::listed(SHORT_WEEKDAYS)).parse(input)
}

/// `Thursday`, `last Thursday`, `next Thursday`, `this past Thursday`, `Thurs.`
fn weekday_day(input: &str) -> IResult<&str, Day> {
    let shift = any_of(&[
        ("this past", Shift::Nearest),
        ("this", Shift::Nearest),
        ("last", Shift::Last),
        ("next", Shift::Next),
    ]);
    let short = terminated(short_weekday, char('.'));
    (opt(terminated(shift, gap)), alt((weekday, short)))
        .map(|(shift, weekday)| Day::Weekday(weekday, shift.unwrap_or(Shift::Nearest)))
        .parse(input)
}

/// A month's name or abbreviation, capitalised: `may` and `march` are verbs.
fn month(input: &str) -> IResult<&str, u8> {
    preceded(capital, month_in_any_case).parse(input)
}

/// `September`, `sept.`: only a short form takes a full stop with it.
fn month_in_any_case(input: &str) -> IResult<&str, u8> {
    let (rest, word) = super::word::letters(input)?;
    let month = look_up(MONTHS, word).ok_or_else(|| miss(input))?;
    if is_short_month(word) {
        return stop.map(|_| month).parse(rest);
    }
    Ok((rest, month))
}

/// `Sept`, `Dec`; `May` is whole.
fn is_short_month(word: &str) -> bool {
    word.eq_ignore_ascii_case("sept") || (word.len() == 3 && !word.eq_ignore_ascii_case("may"))
}

/// `1` to `31`, `6th`, `sixth`
fn day_number(input: &str) -> IResult<&str, u8> {
    let suffix = alt((
        tag_no_case("st"),
        tag_no_case("nd"),
        tag_no_case("rd"),
        tag_no_case("th"),
    ));
    let number = terminated(digits(1, 2), (opt(suffix), end)).map(|day| day as u8);
    verify(alt((number, ordinal_word)), |day| (1..=31).contains(day)).parse(input)
}

/// `twenty-seventh` has fewer letters; a longer run of hyphens is not read again from each of them.
const LONGEST_ORDINAL: usize = 16;

/// `sixth`, `twenty-first`
fn ordinal_word(input: &str) -> IResult<&str, u8> {
    let letters = take_while_m_n(1, LONGEST_ORDINAL, |c: char| {
        c.is_ascii_alphabetic() || c == '-'
    });
    terminated(map_opt(letters, |word| look_up(ORDINALS, word)), end).parse(input)
}

/// A year of four digits, 1800 to 2099, not the start of a longer number or of an address.
fn year_number(input: &str) -> IResult<&str, i32> {
    verify(
        terminated(
            digits(4, 4),
            (
                end,
                not((one_of("-:/."), satisfy(|c| c.is_ascii_digit()))),
                not((char('-'), satisfy(char::is_alphanumeric))),
            ),
        ),
        |year| (1800..2100).contains(year),
    )
    .map(u32::cast_signed)
    .parse(input)
}

/// A date of the calendar; `Feb. 30` is none.
fn on_calendar(year: Option<i32>, month: u8, day: u8) -> Option<Day> {
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month.into(), day.into()).map(|_| Day::Date {
        year,
        month,
        day,
        weekday: None,
    })
}

/// `Feb. 29, 2024`, `29 February`, `2024-02-29`, `02/29/24`
pub fn date(input: &str) -> IResult<&str, Day> {
    alt((month_first, day_first, iso, slashed)).parse(input)
}

/// `Feb. 29, 2024`, `March 2 2024`, `March the 2nd`
fn month_first(input: &str) -> IResult<&str, Day> {
    let the = opt((words("the"), gap));
    let year = opt(preceded(comma_gap, year_number));
    let clock_follows = preceded(char(':'), satisfy(|c| c.is_ascii_digit()));
    map_opt(
        (
            month,
            gap,
            the,
            terminated(day_number, not(clock_follows)),
            year,
        ),
        |(month, _, _, day, year)| on_calendar(year, month, day),
    )
    .parse(input)
}

/// `29 February 2024`, `sixth of September`, `the 6th september`
fn day_first(input: &str) -> IResult<&str, Day> {
    let the = opt((words("the"), gap));
    let of = opt((words("of"), gap));
    // after a day even a month in small letters is a month, but for the verbs `may` and `march`
    let verb = not((digits(1, 2), gap, alt((tag("may"), tag("march"))), end));
    let month = month_in_any_case;
    let not_a_phrase = not(preceded(gap, alt((words("be"), words("have")))));
    let year = opt(preceded(comma_gap, year_number));
    map_opt(
        (
            the,
            preceded(verb, day_number),
            gap,
            of,
            month,
            not_a_phrase,
            year,
        ),
        |(_, day, _, _, month, (), year)| on_calendar(year, month, day),
    )
    .parse(input)
}

/// `2024-02-29`
fn iso(input: &str) -> IResult<&str, Day> {
    map_opt(
        (
            digits(4, 4),
            char('-'),
            digits(2, 2),
            char('-'),
            digits(2, 2),
            peek(end_or_t),
        ),
        |(year, _, month, _, day, ())| {
            on_calendar(Some(year.cast_signed()), month as u8, day as u8)
        },
    )
    .parse(input)
}

fn end_or_t(input: &str) -> IResult<&str, ()> {
    alt((value((), char('T')), end)).parse(input)
}

/// `02/29/24`, `2/29/2024`: month first, or day first where only that can be.
fn slashed(input: &str) -> IResult<&str, Day> {
    let year = alt((digits(4, 4), digits(2, 2).map(full_year)));
    map_opt(
        (digits(1, 2), char('/'), digits(1, 2), char('/'), year, end),
        |(first, _, second, _, year, ())| {
            let (first, second, year) = (first as u8, second as u8, Some(year.cast_signed()));
            on_calendar(year, first, second).or_else(|| on_calendar(year, second, first))
        },
    )
    .parse(input)
}

/// `July 2007`, `Sept. 2019`
fn month_year(input: &str) -> IResult<&str, Day> {
    let of = opt((words("of"), gap));
    (month, comma_gap, of, year_number)
        .map(|(month, _, _, year)| Day::Month {
            year: Some(year),
            month,
        })
        .parse(input)
}

/// `in August`: a month whose year is left open.
fn in_month(input: &str) -> IResult<&str, Day> {
    let whole = verify(super::word::letters, |word: &str| !is_short_month(word));
    let named = not(alt((
        value((), one_of("'’-")),
        value((), (gap, capital)),
        value((), (comma_gap, opt((words("of"), gap)), year_number)),
        value((), (gap, satisfy(|c| c.is_ascii_digit()))),
    )));
    preceded(
        (words("in"), gap, capital),
        terminated(map_opt(whole, |word| look_up(MONTHS, word)), named),
    )
    .map(|month| Day::Month { year: None, month })
    .parse(input)
}

/// `the sixth`, `the 6th`: a day of the month last told; only after `on`.
fn of_month(input: &str) -> IResult<&str, Day> {
    let suffixed = terminated(
        digits(1, 2),
        (
            alt((tag("st"), tag("nd"), tag("rd"), tag("th"))),
            end,
            not(preceded(gap, satisfy(char::is_alphabetic))),
        ),
    );
    let number = verify(suffixed.map(|day| day as u8), |day| (1..=31).contains(day));
    preceded((words("on the"), gap), number)
        .map(Day::OfMonth)
        .parse(input)
}

/// `today`, `yesterday`, `that day`, `the following day`
fn deictic(input: &str) -> IResult<&str, Day> {
    let day = any_of(&[
        ("earlier today", Day::FromToday(0)),
        ("later today", Day::FromToday(0)),
        ("today", Day::FromToday(0)),
        ("yesterday", Day::FromToday(-1)),
        ("tomorrow", Day::FromToday(1)),
        ("the same day", Day::FromTold(0)),
        ("that same day", Day::FromTold(0)),
        ("that day", Day::FromTold(0)),
        ("the following day", Day::FromTold(1)),
        ("the next day", Day::FromTold(1)),
        ("a day later", Day::FromTold(1)),
        ("one day later", Day::FromTold(1)),
        ("the previous day", Day::FromTold(-1)),
        ("a day earlier", Day::FromTold(-1)),
    ]);
    // `most of the day before crews came`: with words behind it, it is a day and a conjunction
    let alone = terminated(
        any_of(&[
            ("the day after", Day::FromTold(1)),
            ("the day before", Day::FromTold(-1)),
        ]),
        not(preceded(gap, satisfy(char::is_alphabetic))),
    );
    alt((day, alone)).parse(input)
}

/// `2015`, `in 2015`, `© 2024`: a year alone.
pub fn year(input: &str) -> IResult<&str, Expression> {
    let lead = opt(alt((
        value((), (words("in"), gap)),
        value((), (tag("©"), opt(gap))),
    )));
    let noun = not(preceded(
        gap,
        alt((words("block"), words("hours"), words("hrs"))),
    ));
    (lead, year_number, noun, not(preceded(gap, address_follows)))
        .map(|(_, year, (), ())| Expression::Year(year))
        .parse(input)
}

/// `N. Elsea`, `Main Street`: what follows a house number.
fn address_follows(input: &str) -> IResult<&str, ()> {
    value((), super::address::street_name).parse(input)
}
