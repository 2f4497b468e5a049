//! Times of day: `1:12 p.m.`, `12.31am`, `7pm`, `13:12:30`, `1312 hours`, `noon`, `half past three`.
//!
//! ```abnf
//! clock    = twelve / military / colon / named / o'clock / past / spoken / french
//! twelve   = hour [(":" / ".") minute [":" second]] [gap] meridiem
//! meridiem = ("a" / "p") ["."] ["m" ["."]] / "in the" gap "am"
//! military = 4DIGIT gap ("hours" / "hrs")
//! colon    = hour ":" minute [":" second]
//! named    = ["12" gap] ("noon" / "midnight" / "midday")
//! o'clock  = hour-number gap "o'clock"
//! past     = ("half" / "quarter" / number ["minutes"]) ("past" / "after" / "to" / "before") clock
//! spoken   = "thirteen twelve" / "oh five thirty" ["hours"]  ; with what follows
//! french   = hour "h" [minute]
//! ```

use super::Clock;
use super::number::{digits, integer, short_digits, small};
use super::phrase::{
    In, Out, any_of, any_word, dash, ends_word, mark, miss, one, phrase, tight, unit, word,
};
use super::token::{Kind, Token};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use crate::read::transcript::Meridiem;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, value, verify};
use nom::sequence::{preceded, terminated};

/// `1:12 p.m.`, `1312 hours`, `noon`: what is a time of day by itself.
pub fn clock(input: In) -> Out<Clock> {
    match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..)) => alt((
            past,
            clock_on_twelve,
            military,
            french,
            colon,
            noon_of_twelve,
            oclock,
            ish,
        ))
        .parse(input),
        Some(Kind::Number(_)) => alt((past, spoken_twelve, spoken_military, oclock)).parse(input),
        Some(Kind::Word(_)) => alt((named, past, spoken_military)).parse(input),
        _ => miss(input),
    }
}

/// A clock of which only hour and minute are known.
pub fn of(hour: u32, minute: u32) -> Clock {
    Clock {
        hour: hour as u8,
        minute: minute as u8,
        ..Clock::default()
    }
}

/// `0` to `23`, one digit or two.
fn hour(input: In) -> Out<u32> {
    verify(short_digits, |hour| *hour < 24).parse(input)
}

/// `00` to `59`, two digits right behind their mark.
fn sixtieth(input: In) -> Out<u32> {
    one(|token| match token.kind {
        Kind::Digits(value, 2) if value < 60 && !token.spaced => Some(value),
        _ => None,
    })
    .parse(input)
}

/// `a.m.`, `PM`, `p`, `a`: right behind digits a letter is enough.
pub fn meridiem(input: In) -> Out<Meridiem> {
    let (rest, half) = one(|token| match token.kind {
        Kind::Word(W::Am | W::A) => Some(Meridiem::Am),
        Kind::Word(W::Pm | W::P) => Some(Meridiem::Pm),
        _ => None,
    })
    .parse(input)?;
    let whole = matches!(input[0].kind, Kind::Word(W::Am | W::Pm));
    let dotted: Out<_> = (
        tight('.'),
        one(|token| (token.kind == Kind::Word(W::M) && !token.spaced).then_some(())),
    )
        .parse(rest);
    let spelled: Out<_> =
        one(|token| (token.kind == Kind::Word(W::M) && token.spaced).then_some(())).parse(rest);
    let rest = match (whole, dotted, spelled) {
        // `pm.` at the end of a sentence leaves the stop to it
        (true, ..) => rest,
        (false, Ok((rest, _)), _) => opt(tight('.')).parse(rest)?.0,
        (false, _, Ok((rest, ()))) => rest,
        _ if !input[0].spaced && ends_word(rest) => rest,
        _ => return miss(input),
    };
    if ends_word(rest) {
        Ok((rest, half))
    } else {
        miss(input)
    }
}

/// `1:12 p.m.`, `12.31am`, `7pm`, `1:12:30 PM`, `340pm`, `3 in the PM`
fn clock_on_twelve(input: In) -> Out<Clock> {
    let minutes = preceded(alt((tight(':'), tight('.'))), sixtieth);
    let seconds = preceded(tight(':'), sixtieth);
    let plain = (hour, opt(minutes), opt(seconds)).map(|(hour, minute, second)| Clock {
        second: second.map(|second| second as u8),
        has_minute: minute.is_some(),
        ..of(hour, minute.unwrap_or(0))
    });
    let run = verify(digits, |(value, count)| {
        matches!(count, 3 | 4) && value % 100 < 60 && (1..=12).contains(&(value / 100))
    })
    .map(|(value, _)| Clock {
        has_minute: true,
        ..of(value / 100, value % 100)
    });
    let ish = opt(preceded(opt(dash), word(W::Ish)));
    let in_the = opt(phrase(&[W::In, W::The]));
    let (rest, (clock, _, _, half)) = (alt((plain, run)), ish, in_the, meridiem).parse(input)?;
    if 12 < clock.hour || clock.hour == 0 {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            meridiem: Some(half),
            ..clock
        },
    ))
}

/// `1312 hours`, `0005 hrs`
fn military(input: In) -> Out<Clock> {
    terminated(four_digits, hours).parse(input)
}

/// ` hours`, ` hrs` behind a time of four digits.
pub fn hours(input: In) -> Out<()> {
    verify(unit, |unit| *unit == LengthUnit::Hour)
        .map(|_| ())
        .parse(input)
}

/// `1312`, `0005`: only where the words before them say that a time follows.
pub fn four_digits(input: In) -> Out<Clock> {
    verify(digits, |(value, count)| {
        *count == 4 && *value < 2400 && value % 100 < 60
    })
    .map(|(value, _)| Clock {
        military: true,
        has_minute: true,
        ..of(value / 100, value % 100)
    })
    .parse(input)
}

/// `18.52`, `00.06`, as British papers write: only after `at`.
pub fn dotted(input: In) -> Out<Clock> {
    let (rest, ((hour, count), (), minute)) = (digits, tight('.'), sixtieth).parse(input)?;
    let goes_on =
        matches!(rest, [a, b, ..] if a.kind == Kind::Mark('.') && !b.spaced && b.is_word());
    if 2 < count || 23 < hour || goes_on || !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            military: count == 2,
            has_minute: true,
            ..of(hour, minute)
        },
    ))
}

/// `15h`, `13h30`, `16h00`
fn french(input: In) -> Out<Clock> {
    let letter = one(|token| (token.kind == Kind::Word(W::H) && !token.spaced).then_some(()));
    let (rest, (hour, (), minute)) = (hour, letter, opt(sixtieth)).parse(input)?;
    if !ends_word(rest) {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            military: true,
            has_minute: true,
            ..of(hour, minute.unwrap_or(0))
        },
    ))
}

/// `13:12`, `1:12:30`; not the start of `1:12:30:05`, `1:12.5`, `1:12%`.
fn colon(input: In) -> Out<Clock> {
    let seconds = opt(preceded(tight(':'), sixtieth));
    let (rest, (hour, (), minute, second)) = (hour, tight(':'), sixtieth, seconds).parse(input)?;
    let longer = match rest {
        [
            Token {
                kind: Kind::Mark(':' | '.' | ','),
                spaced: false,
                ..
            },
            next,
            ..,
        ] => !next.spaced && matches!(next.kind, Kind::Digits(..)),
        [
            Token {
                kind: Kind::Mark('%'),
                spaced: false,
                ..
            },
            ..,
        ] => true,
        _ => !ends_word(rest),
    };
    // `13:12 p.m.` is a slip of the pen, and nobody can say of which half
    if longer || meridiem(rest).is_ok() {
        return miss(input);
    }
    let leading_zero = input[0].len() == 2 && hour < 10;
    let military = 12 < hour || hour == 0 || leading_zero || second.is_some();
    Ok((
        rest,
        Clock {
            military,
            has_minute: true,
            second: second.map(|second| second as u8),
            ..of(hour, minute)
        },
    ))
}

/// `noon`, `midnight`, `mid day`
fn named(input: In) -> Out<Clock> {
    const NAMES: &[(&[W], u32)] = &[
        (&[W::Noon], 12),
        (&[W::Noonish], 12),
        (&[W::Midday], 12),
        (&[W::Midnight], 0),
    ];
    let mid_day = (
        word(W::Mid),
        opt(dash),
        verify(unit, |unit| *unit == LengthUnit::Day),
    )
        .map(|_| 12);
    alt((any_of(NAMES), mid_day))
        .map(|hour| Clock {
            named: true,
            military: true,
            ..of(hour, 0)
        })
        .parse(input)
}

/// `12 noon`, `12 midnight`
fn noon_of_twelve(input: In) -> Out<Clock> {
    preceded(verify(short_digits, |hour| *hour == 12), named).parse(input)
}

/// `5`, `five`: an hour of twelve.
fn hour_number(input: In) -> Out<u32> {
    verify(alt((short_digits, small)), |hour| (1..=12).contains(hour)).parse(input)
}

/// `5 o'clock`, `five o’clock p.m.`, `7 oclock`
fn oclock(input: In) -> Out<Clock> {
    let clock = (any_word(&[W::O]), opt(tight('\'')), word(W::Clock)).map(|_| ());
    (hour_number, alt((clock, word(W::Oclock))), opt(meridiem))
        .map(|(hour, (), meridiem)| Clock {
            meridiem,
            ..of(hour, 0)
        })
        .parse(input)
}

/// `half past five`, `a quarter to 6 a.m.`, `15 minutes past 3pm`, `ten to seven`
fn past(input: In) -> Out<Clock> {
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
        value(-1, any_word(&[W::To, W::Before, W::Til])),
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
        hour: hour as u8,
        minute,
        named: false,
        has_minute: true,
        meridiem,
        ..clock
    }
}

/// `eight forty am`, `ten thirty p m`, `seven p.m.`
fn spoken_twelve(input: In) -> Out<Clock> {
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
fn spoken_military(input: In) -> Out<Clock> {
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

/// `9-ish`, `9:30ish`: the clock without its suffix.
fn ish(input: In) -> Out<Clock> {
    let minutes = opt(preceded(tight(':'), sixtieth));
    let hour = verify(short_digits, |hour| (1..=12).contains(hour));
    let (rest, (hour, minute)) = (hour, minutes).parse(input)?;
    not(not((opt(dash), word(W::Ish)))).parse(rest)?;
    Ok((
        rest,
        Clock {
            has_minute: minute.is_some(),
            ..of(hour, minute.unwrap_or(0))
        },
    ))
}

/// `1`, `eleven`: an hour alone, where the words around it say that a time is meant.
pub fn bare_hour(input: In) -> Out<Clock> {
    let (rest, hour) = verify(alt((short_digits, small)), |hour| *hour < 24).parse(input)?;
    let goes_on = match rest {
        [
            Token {
                kind: Kind::Mark(':' | '.' | ','),
                ..
            },
            next,
            ..,
        ] => !next.spaced && matches!(next.kind, Kind::Digits(..)),
        [
            Token {
                kind: Kind::Mark('%' | '°' | '$' | '/'),
                ..
            },
            ..,
        ] => true,
        _ => !ends_word(rest),
    };
    if goes_on {
        miss(input)
    } else {
        Ok((rest, of(hour, 0)))
    }
}

/// `25:61 p.m.`, `13:12 p.m.`, `24:75`: written like a time, and none.
pub fn impossible(input: In) -> Out<()> {
    let pair = (
        short_digits,
        tight(':'),
        verify(digits, |(_, count)| *count == 2),
    );
    let hour_alone = short_digits.map(|hour| (hour, 0));
    let written = pair.map(|(hour, (), (minute, _))| (hour, minute));
    let (rest, ((hour, minute), _)) = (alt((written, hour_alone)), meridiem).parse(input)?;
    let whole = !matches!(
        input[input.len() - rest.len() - 1].kind,
        Kind::Word(W::A | W::P)
    );
    if whole && (59 < minute || !(1..=12).contains(&hour)) {
        Ok((rest, ()))
    } else {
        miss(input)
    }
}

/// An open bracket around what a parser reads.
pub fn bracketed<'a, T>(
    parser: impl Parser<In<'a>, Output = T, Error = nom::error::Error<In<'a>>>,
) -> impl Parser<In<'a>, Output = T, Error = nom::error::Error<In<'a>>> {
    nom::sequence::delimited(mark('('), parser, mark(')'))
}
