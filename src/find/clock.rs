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
use super::figures::{four_digits, run};
use super::number::{digits, short_digits, small};
use super::phrase::{
    In, Out, Phrases, any_of, any_word, dash, ends_word, mark, miss, one, part_name, phrase, tight,
    unit, word,
};
use super::spoken::{past, spoken_military, spoken_twelve};
use super::token::{Form, Kind, Token};
use crate::lexicon::time::{LengthUnit, Part};
use crate::lexicon::word::Word as W;
use crate::read::transcript::Meridiem;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
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
pub fn hour(input: In) -> Out<u32> {
    verify(short_digits, |hour| *hour < 24).parse(input)
}

/// `00` to `59`, two digits right behind their mark.
pub fn sixtieth(input: In) -> Out<u32> {
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
    let spelled: Out<_> = (opt(mark('.')), word(W::M)).parse(rest);
    let rest = match (whole, spelled) {
        // `pm.` at the end of a sentence leaves the stop to it
        (true, _) => rest,
        // `p. m.`, `p . m .`: what is written apart ends apart
        (false, Ok((behind, (Some(()), ())))) if rest[0].spaced => opt(mark('.')).parse(behind)?.0,
        (false, Ok((behind, _))) => opt(tight('.')).parse(behind)?.0,
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
pub fn clock_on_twelve(input: In) -> Out<Clock> {
    let minutes = preceded(alt((tight(':'), tight('.'))), sixtieth);
    let seconds = preceded(tight(':'), sixtieth);
    let plain = (hour, opt(minutes), opt(seconds)).map(|(hour, minute, second)| Clock {
        second: second.map(|second| second as u8),
        has_minute: minute.is_some(),
        ..of(hour, minute.unwrap_or(0))
    });
    let ish = opt(preceded(opt(dash), word(W::Ish)));
    let in_the = opt(phrase(&[W::In, W::The]));
    let (rest, (clock, _, _, half)) = (alt((plain, run)), ish, in_the, meridiem).parse(input)?;
    // `00:15 a.m.` is the first hour of a day
    let is_first = clock.hour == 0 && clock.has_minute && half == Meridiem::Am;
    if 12 < clock.hour || (clock.hour == 0 && !is_first) {
        return miss(input);
    }
    Ok((
        rest,
        Clock {
            hour: if is_first { 12 } else { clock.hour },
            meridiem: Some(half),
            ..clock
        },
    ))
}

/// `1312 hours`, `0005 hrs`, `1530h`
fn military(input: In) -> Out<Clock> {
    let letter = one(|token| (token.kind == Kind::Word(W::H) && !token.spaced).then_some(()));
    terminated(four_digits, alt((hours, letter))).parse(input)
}

/// ` hours`, ` hrs` behind a time of four digits.
pub fn hours(input: In) -> Out<()> {
    verify(unit, |unit| *unit == LengthUnit::Hour)
        .map(|_| ())
        .parse(input)
}

/// `15h`, `13h30`, `16h00`
pub fn french(input: In) -> Out<Clock> {
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

/// `08: 30 GMT`: a page that spaces its colons; the zone says that it is a time.
fn sixtieth_apart(input: In) -> Out<u32> {
    let (rest, (minute, digits)) = digits(input)?;
    let is_zoned = rest.first().is_some_and(|token| {
        matches!(token.kind, Kind::Zone(_)) && matches!(token.form, Form::Upper)
    });
    if is_zoned && digits == 2 && minute < 60 {
        Ok((rest, minute))
    } else {
        miss(input)
    }
}

/// `13:12`, `1:12:30`; not the start of `1:12:30:05`, `1:12.5`, `1:12%`.
fn colon(input: In) -> Out<Clock> {
    let seconds = opt(preceded(tight(':'), sixtieth));
    let has_two = input.first().is_some_and(|token| token.len() == 2);
    let apart = verify(sixtieth_apart, |_| has_two);
    let minutes = alt((sixtieth, apart));
    let (rest, (hour, (), minute, second)) = (hour, tight(':'), minutes, seconds).parse(input)?;
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
        // `15:30:00Z`
        [
            Token {
                kind: Kind::Zone(_),
                form: Form::Upper | Form::Capital,
                ..
            },
            ..,
        ] => false,
        _ => !ends_word(rest),
    };
    // `13:12 p.m.` is a slip of the pen, and nobody can say of which half
    if longer || meridiem(rest).is_ok() {
        return miss(input);
    }
    let leading_zero = input[0].len() == 2 && hour < 10;
    let military = 12 < hour || hour == 0 || leading_zero;
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

/// `noon`, `midnight`, `mid day`, `mid-night`
pub fn named(input: In) -> Out<Clock> {
    const NAMES: &Phrases<u32> = &Phrases::new(&[
        (&[W::Noon], 12),
        (&[W::Noonish], 12),
        (&[W::Midday], 12),
        (&[W::Midnight], 0),
    ]);
    let mid_day = (
        word(W::Mid),
        opt(dash),
        verify(unit, |unit| *unit == LengthUnit::Day),
    )
        .map(|_| 12);
    let mid_night = (
        word(W::Mid),
        opt(dash),
        verify(part_name, |part| *part == Part::Night),
    )
        .map(|_| 0);
    alt((any_of(NAMES), mid_day, mid_night))
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
pub fn hour_number(input: In) -> Out<u32> {
    verify(alt((short_digits, small)), |hour| (1..=12).contains(hour)).parse(input)
}

/// `5 o'clock`, `five o’clock p.m.`, `7 oclock`
pub fn oclock(input: In) -> Out<Clock> {
    let clock = (any_word(&[W::O]), opt(tight('\'')), word(W::Clock)).map(|_| ());
    (hour_number, alt((clock, word(W::Oclock))), opt(meridiem))
        .map(|(hour, (), meridiem)| Clock {
            meridiem,
            ..of(hour, 0)
        })
        .parse(input)
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

/// `25:61 p.m.`, `13:12 p.m.`, `24:75`: written like a time, and none.
pub fn impossible(input: In) -> Out<()> {
    let pair = (
        short_digits,
        tight(':'),
        verify(digits, |(_, count)| *count == 2),
    );
    // `0 p.m.`, `13 p.m.`; `75 pm` is another unit
    let hour_alone = verify(short_digits, |hour| *hour <= 24).map(|hour| (hour, 0));
    let written = pair.map(|(hour, (), (minute, _))| (hour, minute));
    let (rest, ((hour, minute), _)) = (alt((written, hour_alone)), meridiem).parse(input)?;
    let whole = !matches!(
        input[input.len() - rest.len() - 1].kind,
        Kind::Word(W::A | W::P)
    );
    if whole && (59 < minute || !(1..=12).contains(&hour)) && clock_on_twelve(input).is_err() {
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
