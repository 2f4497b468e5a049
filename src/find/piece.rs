//! The pieces of a point of time, each merged into what stands before it.

use super::calendar::stretch;
use super::clock::{bracketed, clock};
use super::date::{date, of_weekday_before};
use super::day_part::{self, degree, part, said_part};
use super::figures::{bare_hour, compact_clock, four_digits};
use super::holiday::{holiday, possessive};
use super::month::{bare_month, said_month};
use super::phrase::{In, Out, dash, mark, miss, one, tight, word};
use super::pick::picked;
use super::spoken::spoken;
use super::token::{Form, Kind, Token};
use super::weekday::{self, shifted};
use super::years::quarter_of_year;
use super::zone::{offset, zone};
use super::{Day, When};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

/// One piece, merged into what stands.
pub fn piece<'a>(input: &'a [Token], when: &When, said: bool) -> Out<'a, When> {
    let begins = input.first().is_some_and(|token| match token.kind {
        Kind::Word(word) => word.begins_piece(),
        _ => token.can_stand(),
    });
    if !begins {
        return miss(input);
    }
    let mut next = *when;
    // `2020 at 11 a.m.`: a time of day belongs to a day
    let is_daily = when.is_daily();
    if when.clock.is_none()
        && is_daily
        && let Ok((rest, clock)) = clock(input)
    {
        next.clock = Some(clock);
        let (rest, zone) = opt(zone).parse(rest)?;
        next.zone = zone;
        // `11:30 p.m. (5:30 p.m. ET)`: the same instant in another zone
        let zoned = (
            alt((super::clock::clock, four_digits)),
            opt(super::zone::zone),
        );
        let (rest, _) = opt(bracketed(zoned)).parse(rest)?;
        return Ok((rest, next));
    }
    let is_word = matches!(input[0].kind, Kind::Word(_) | Kind::Number(_));
    if is_word
        && when.day.is_none()
        && when.part.is_none()
        && let Ok((rest, (day, part))) = day_part::deictic(input)
    {
        (next.day, next.part) = (Some(day), Some(part));
        return Ok((rest, next));
    }
    if when.day.is_none()
        && let Ok((rest, picked)) = picked(input)
    {
        next = When {
            day: picked.day,
            pick: picked.pick,
            steps: picked.steps,
            frame: picked.frame,
            ..next
        };
        return Ok((rest, next));
    }
    if is_word
        && when.day.is_none()
        && let Ok((rest, (frame, day))) = framed(input)
    {
        (next.day, next.frame) = (Some(day), Some(frame));
        return Ok((rest, next));
    }
    if when.day.is_none()
        && let Ok((rest, (degree, day))) = dated(input, said || when.clock.is_some())
        && (day.is_daily() || (when.clock.is_none() && when.part.is_none()))
    {
        next.day = Some(day);
        next.degree = when.degree.or(degree);
        return Ok((rest, next));
    }
    if when.part.is_none()
        && is_daily
        && let Ok((rest, part)) = part_piece(input, when, said)
    {
        next.part = Some(part);
        return Ok((rest, next));
    }
    // `Friday of next week`, `June last year`
    if let Some(day) = when.day
        && when.frame.is_none()
        && when.pick.is_none()
        && !matches!(
            day,
            Day::Date { year: Some(_), .. } | Day::FromToday(_) | Day::FromTold(_)
        )
        && let Ok((rest, frame)) = stretch(input)
        && is_frame(day, frame)
    {
        next.frame = Some(frame);
        return Ok((rest, next));
    }
    miss(input)
}

/// A day or a quarter behind the stretch that it lies in.
fn framed(input: In) -> Out<(Day, Day)> {
    alt((weekday_of_week, quarter_of_year)).parse(input)
}

/// `next week on Friday`, `last week's Sunday`
fn weekday_of_week(input: In) -> Out<(Day, Day)> {
    let is_week = |day: &Day| matches!(day, Day::Unit(LengthUnit::Week, ..));
    let (rest, frame) = verify(super::calendar::shifted_unit, is_week).parse(input)?;
    let link = alt((
        possessive,
        value((), (opt(mark(',')), opt(dash), opt(word(W::On)))),
    ));
    let (rest, ((), name)) = (link, weekday::any_name).parse(rest)?;
    Ok((rest, (frame, Day::Weekday(name, super::Shift::Nearest))))
}

/// Whether a stretch can hold the day: `Monday of last week`, not `Monday last year's`.
fn is_frame(day: Day, frame: Day) -> bool {
    match (day, frame) {
        (
            Day::Weekday(..) | Day::OfMonth(..),
            Day::Unit(..) | Day::Month { .. } | Day::NearMonth(..),
        ) => true,
        (
            Day::Date { year: None, .. }
            | Day::Month { year: None, .. }
            | Day::Quarter(None, _)
            | Day::Season(None, ..),
            frame,
        ) => {
            matches!(frame, Day::Unit(LengthUnit::Year, ..) | Day::Year(_))
        }
        _ => false,
    }
}

/// `early Friday`, `mid-July`, `late last month`, `sometime next week`
fn dated(input: In, said: bool) -> Out<(Option<super::Degree>, Day)> {
    let (rest, _) = opt(word(W::Sometime)).parse(input)?;
    let (rest, degree) = opt(degree).parse(rest)?;
    let said = said || degree.is_some();
    let month = |input| {
        if said {
            said_month(input)
        } else {
            bare_month(input)
        }
    };
    let (rest, day) = match rest.first().map(|token| token.kind) {
        Some(Kind::Weekday(_) | Kind::ShortWeekday(_)) => alt((date, shifted)).parse(rest)?,
        Some(Kind::Month(_)) => alt((date, stretch, month)).parse(rest)?,
        Some(Kind::Digits(..)) => alt((date, stretch)).parse(rest)?,
        _ => alt((date, weekday::deictic, holiday, stretch, shifted, month)).parse(rest)?,
    };
    Ok((rest, (degree, day)))
}

/// `the afternoon` behind a day or a clock, `in the morning` where something says that it is a time.
fn part_piece<'a>(input: &'a [Token], when: &When, said: bool) -> Out<'a, super::DayPart> {
    if when.day.is_some() || when.clock.is_some() || said {
        said_part(input)
    } else {
        part(input)
    }
}

/// ` at 2`, ` @ 3:20`, ` at seven` behind a day or a part of it.
pub fn clock_behind<'a>(input: &'a [Token], when: &When) -> Out<'a, When> {
    let (rest, (_, ())) = (opt(mark(',')), alt((word(W::At), mark('@')))).parse(input)?;
    hour_piece(rest, when)
}

/// `, Jan. 16` behind `Thursday night`: the date of the weekday.
pub fn date_behind<'a>(input: &'a [Token], when: &When) -> Out<'a, When> {
    let Some(Day::Weekday(name, _)) = when.day else {
        return miss(input);
    };
    if when.part.is_none() && when.clock.is_none() {
        return miss(input);
    }
    let (rest, day) = preceded(opt(mark(',')), of_weekday_before(name)).parse(input)?;
    let day = Some(day);
    Ok((rest, When { day, ..*when }))
}

/// `05/31/2024-14:15`, `2024-05-31T14:15:00Z`: a clock joined to its date as machines write it.
pub fn clock_joined<'a>(input: &'a [Token], when: &When) -> Out<'a, When> {
    let is_date = matches!(
        when.day,
        Some(Day::Date { .. } | Day::Slashed { year: Some(_), .. })
    );
    let iso = one(|token| (token.kind == Kind::Word(W::T) && !token.spaced).then_some(()));
    let join = alt((iso, tight('-'), tight('.'), tight(':')));
    let (rest, ((), clock)) = (join, alt((clock, compact_clock))).parse(input)?;
    if is_date && when.clock.is_none() && !input[1].spaced {
        let (rest, zone) = opt(alt((zone, offset))).parse(rest)?;
        let clock = Some(clock);
        Ok((
            rest,
            When {
                clock,
                zone,
                ..*when
            },
        ))
    } else {
        miss(input)
    }
}

/// An hour alone, where a day or a part of it stands beside it.
pub fn hour_piece<'a>(input: &'a [Token], when: &When) -> Out<'a, When> {
    let is_bare = when.day.is_none() && when.part.is_none();
    if when.clock.is_some() || is_bare || !when.is_daily() {
        return miss(input);
    }
    let (rest, clock) = alt((four_digits, spoken, bare_hour)).parse(input)?;
    // `Friday at 9 of the sites`, `Monday at 12 Main Street`
    let counts = rest.first().is_some_and(|next| {
        next.spaced
            && (next.kind == Kind::Other
                || matches!(
                    next.kind,
                    Kind::Word(W::Of | W::Block | W::N) | Kind::Measure | Kind::Unit(_)
                ))
    });
    if counts
        && !(rest
            .first()
            .is_some_and(|next| next.form == Form::Lower && next.kind == Kind::Other)
            && clock.hour < 13
            && matches!(input[0].kind, Kind::Number(_)))
    {
        return miss(input);
    }
    Ok((
        rest,
        When {
            clock: Some(clock),
            ..*when
        },
    ))
}
