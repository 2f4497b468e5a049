//! Times of day in words: `half past five`, `15 minutes past 3pm`, `thirteen twelve hours`, `ten thirty`.
//!
//! ```abnf
//! past   = ("half" / "quarter" / number ["minutes"]) ("past" / "after" / "to" / "before") clock
//! spoken = ["oh" / "zero"] number gap (number / "oh" gap number / "hundred") ["hours"]
//! ```

use super::Clock;
use super::clock::{clock_on_twelve, french, hour_number, hours, meridiem, named, oclock, of};
use super::number::{integer, small};
use super::phrase::{In, Out, any_word, dash, miss, unit, word};
use super::token::Kind;
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::read::transcript::Meridiem;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `half past five`, `a quarter to 6 a.m.`, `15 minutes past 3pm`, `ten to seven`, `five till midnight`
pub fn past(input: In) -> Out<Clock> {
    let minutes = verify(unit, |unit| *unit == LengthUnit::Minute);
    let counted = terminated(
        verify(integer, |minute| (1..60).contains(minute)),
        opt(minutes),
    );
    let part = alt((
        value(30, word(W::Half)),
        value(15, preceded(opt(word(W::A)), word(W::Quarter))),
        counted,
    ));
    let side = alt((
        value(1, any_word(&[W::Past, W::After])),
        value(-1, any_word(&[W::To, W::Before, W::Til, W::Till])),
    ));
    let whole = alt((
        clock_on_twelve,
        oclock,
        named,
        french,
        hour_number.map(|hour| of(hour, 0)),
    ));
    let (rest, (minute, side, clock)) = (part, side, whole).parse(input)?;
    let digits = matches!(input[0].kind, Kind::Digits(..));
    let says_minutes = matches!(input[1].kind, Kind::Unit(_));
    // `5 to 6 p.m.` is a range, and `10 to 12 hours` count something
    let is_range =
        digits && !says_minutes && (minute < 13 || (side < 0 && !clock.named && minute % 15 != 0));
    let is_count = unit(rest).is_ok()
        || (digits
            && !says_minutes
            && clock.meridiem.is_none()
            && !clock.named
            && !is_oclock(input, rest));
    if clock.minute != 0 || is_range || is_count {
        return miss(input);
    }
    let (half, meridiem) = preceded_meridiem(rest, clock);
    let minutes = i32::from(clock.hour) * 60 + side * minute.cast_signed();
    Ok((half, moved(Clock { meridiem, ..clock }, minutes)))
}

/// Whether the last of what was read is `o'clock`.
fn is_oclock(input: In, rest: In) -> bool {
    let last = input[..input.len() - rest.len()].last();
    last.is_some_and(|token| matches!(token.kind, Kind::Word(W::Clock | W::Oclock)))
}

fn preceded_meridiem(rest: In<'_>, clock: Clock) -> (In<'_>, Option<Meridiem>) {
    match meridiem(rest) {
        Ok((after, half)) if clock.meridiem.is_none() => (after, Some(half)),
        _ => (rest, clock.meridiem),
    }
}

/// A clock moved to some minutes from the start of its half of the day.
fn moved(clock: Clock, minutes: i32) -> Clock {
    let (hour, minute) = (minutes.div_euclid(60), minutes.rem_euclid(60) as u8);
    let is_before = hour < i32::from(clock.hour);
    // `quarter to 12 a.m.` lies in the half before the one that it names
    let meridiem = match clock.meridiem {
        Some(half) if is_before && clock.hour == 12 => Some(match half {
            Meridiem::Am => Meridiem::Pm,
            Meridiem::Pm => Meridiem::Am,
        }),
        half => half,
    };
    let limit = if clock.military { 24 } else { 12 };
    let hour = match hour {
        0 if limit == 12 => 12,
        hour => hour.rem_euclid(24),
    };
    Clock {
        hour: hour.unsigned_abs() as u8,
        minute,
        named: false,
        has_minute: true,
        meridiem,
        ..clock
    }
}

/// `eight forty am`, `ten thirty p m`, `seven p.m.`
pub fn spoken_twelve(input: In) -> Out<Clock> {
    let minute = opt(preceded(opt(dash), spoken_minute));
    let (rest, (hour, minute, half)) = (small, minute, meridiem).parse(input)?;
    let military = 12 < hour;
    if 23 < hour || hour == 0 {
        return miss(input);
    }
    let meridiem = Some(half).filter(|_| !military);
    Ok((
        rest,
        Clock {
            meridiem,
            military,
            has_minute: minute.is_some(),
            ..of(hour, minute.unwrap_or(0))
        },
    ))
}

/// `thirty`, `oh five`, `zero three`, `o three`
fn spoken_minute(input: In) -> Out<u32> {
    let zero = preceded(
        (any_word(&[W::Oh, W::O, W::Zero]), opt(dash)),
        verify(small, |minute| *minute < 10),
    );
    alt((verify(small, |minute| (10..60).contains(minute)), zero)).parse(input)
}

/// `thirteen twelve hours`, `oh five thirty hours`
pub fn spoken_military(input: In) -> Out<Clock> {
    terminated(spoken, hours)
        .map(|clock| Clock {
            military: true,
            ..clock
        })
        .parse(input)
}

/// `ten thirty`, `twelve oh three`, `oh five thirty`: only where a word says that a time follows.
pub fn spoken(input: In) -> Out<Clock> {
    let leading = opt(any_word(&[W::Oh, W::O, W::Zero]));
    let (rest, (zero, hour)) = (leading, verify(small, |hour| *hour < 24)).parse(input)?;
    let (rest, minute) =
        preceded(opt(dash), alt((spoken_minute, value(0, word(W::Hundred))))).parse(rest)?;
    // `twenty thirty` is a year, and `ten twenty` apples are counted
    if 20 <= hour && zero.is_none() && input.len() - rest.len() == 2 && hour % 10 == 0 {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            military: zero.is_some() || 12 < hour,
            has_minute: true,
            ..of(hour, minute)
        },
    ))
}
