//! Pieces of a stretch of the calendar: `the first Tuesday of October`, `the end of last week`,
//! `the last four months of 2021`, `the week of April 10`, `two weeks after tomorrow`.
//!
//! ```abnf
//! pick  = [the] (nth / edge / several) ("of" / "in") frame / "the week of" day
//! nth   = (ordinal / "last") (weekday / unit)
//! edge  = "beginning" / "end" / "rest" / "earlier" / "later"
//! steps = [hedge] duration ("after" / "from" / "before") day
//! ```

use super::calendar::{coarse_unit, shifted_unit, stretch, week_of};
use super::date::date;
use super::duration::duration;
use super::holiday::{holiday, possessive};
use super::month::{month, said_month};
use super::number::{integer, ordinal, short_digits};
use super::phrase::{In, Out, Phrases, any_of, any_word, miss, one, phrase, tight, unit, word};
use super::token::Kind;
use super::weekday::{deictic, shifted, the_day, weekday};
use super::{Base, Day, Pick, Shift, Steps, When};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

/// A day or a stretch that a piece can be picked of.
fn frame(input: In) -> Out<Day> {
    alt((stretch, bare_unit, said_month)).parse(input)
}

/// `month` of `the end of month`
fn bare_unit(input: In) -> Out<Day> {
    let (rest, unit) = preceded(opt(word(W::My)), coarse_unit).parse(input)?;
    Ok((rest, Day::Unit(unit, 0, Base::Told)))
}

/// A piece and what it is picked of.
pub fn picked(input: In) -> Out<When> {
    match input.first().map(|token| token.kind) {
        Some(Kind::Digits(..) | Kind::Number(_)) => alt((nth_of, day_of, stepped)).parse(input),
        Some(Kind::Ordinal(_)) => alt((nth_of, day_of)).parse(input),
        Some(Kind::Unit(_)) => alt((year_end, week, stepped, holiday_weekend)).parse(input),
        Some(Kind::Weekday(_)) => weekday_after_next(input),
        Some(Kind::Month(_)) => holiday_weekend(input),
        Some(Kind::Word(W::The)) => match input.get(1).map(|token| token.kind) {
            Some(Kind::Digits(..) | Kind::Number(_) | Kind::Ordinal(_)) => {
                alt((nth_of, day_of, holiday_weekend)).parse(input)
            }
            Some(Kind::Unit(_)) => alt((year_end, week, stepped, holiday_weekend)).parse(input),
            Some(Kind::Word(_)) => {
                alt((nth_of, day_of, edge_of, several_of, holiday_weekend)).parse(input)
            }
            _ => miss(input),
        },
        Some(Kind::Word(_)) => alt((
            nth_of,
            day_of,
            edge_of,
            year_end,
            several_of,
            week,
            turned,
            stepped,
            holiday_weekend,
        ))
        .parse(input),
        _ => miss(input),
    }
}

/// `the first Tuesday of October 2014`, `the last day of the month`, `third week of 2027`
fn nth_of(input: In) -> Out<When> {
    let which = alt((
        value(-1, any_word(&[W::Last, W::Final])),
        (ordinal, opt(word(W::Last))).map(|(n, last)| {
            let n = n.cast_signed();
            if last.is_some() { -n } else { n }
        }),
    ));
    let (rest, (_, nth)) = (opt(word(W::The)), which).parse(input)?;
    let (rest, pick) = alt((
        weekday.map(move |name| Pick::NthWeekday(nth, name)),
        unit.map(move |unit| Pick::Nth(nth, unit)),
    ))
    .parse(rest)?;
    let apart = |day: &Day| matches!(day, Day::Unit(_, shift, _) if *shift != 0);
    // `the first week of jan`
    let short_month = month.map(|month| Day::Month { year: None, month });
    let (rest, frame) = alt((
        preceded(any_word(&[W::Of, W::In]), alt((frame, short_month))),
        verify(shifted_unit, apart),
    ))
    .parse(rest)?;
    Ok((
        rest,
        When {
            pick: Some(pick),
            day: Some(frame),
            ..When::default()
        },
    ))
}

/// `the 20th of next month`, `20 of this month`, `the 15th day of last month`
fn day_of(input: In) -> Out<When> {
    let number = verify(alt((ordinal, short_digits.map(|day| day as u8))), |day| {
        (1..=31).contains(day)
    });
    let day = opt(verify(unit, |unit| *unit == LengthUnit::Day));
    let is_month = |day: &Day| matches!(day, Day::Unit(LengthUnit::Month, ..));
    let (rest, (_, number, _, (), frame)) = (
        opt(word(W::The)),
        number,
        day,
        word(W::Of),
        verify(frame, is_month),
    )
        .parse(input)?;
    let day = Some(Day::OfMonth(number, None));
    Ok((
        rest,
        When {
            day,
            frame: Some(frame),
            ..When::default()
        },
    ))
}

/// `the end of 1999`, `the beginning of next week`, `year-end`
fn edge_of(input: In) -> Out<When> {
    const EDGES: &Phrases<Pick> = &Phrases::new(&[
        (&[W::The, W::Beginning], Pick::Begin),
        (&[W::The, W::Start], Pick::Begin),
        (&[W::The, W::End], Pick::End),
        (&[W::The, W::Close], Pick::End),
        (&[W::The, W::Rest], Pick::Rest),
        (&[W::The, W::Remainder], Pick::Rest),
        (&[W::Beginning], Pick::Begin),
        (&[W::Start], Pick::Begin),
        (&[W::End], Pick::End),
        (&[W::Rest], Pick::Rest),
    ]);
    let of = (opt(word(W::Of)), opt(word(W::Around)));
    let day = alt((frame, deictic, shifted, the_day));
    let (rest, (pick, (of, _), day)) = (any_of(EDGES), of, day).parse(input)?;
    if of.is_none() && !matches!(day, Day::Unit(..)) {
        return miss(input);
    }
    Ok((
        rest,
        When {
            pick: Some(pick),
            day: Some(day),
            ..When::default()
        },
    ))
}

/// `year-end`, `the year's end`: of the year of the words.
fn year_end(input: In) -> Out<When> {
    let year = verify(unit, |unit| *unit == LengthUnit::Year);
    let join = alt((possessive, value((), opt(tight('-')))));
    let (rest, _) = (opt(word(W::The)), year, join, word(W::End)).parse(input)?;
    let day = Some(Day::Unit(LengthUnit::Year, 0, Base::Today));
    Ok((
        rest,
        When {
            pick: Some(Pick::End),
            day,
            ..When::default()
        },
    ))
}

/// `the last four months of 2021`, `the first two weeks of May`
fn several_of(input: In) -> Out<When> {
    let sign = alt((
        value(-1, any_word(&[W::Last, W::Final])),
        value(1, word(W::First)),
    ));
    let (rest, (_, sign, count, unit, (), frame)) = (
        opt(word(W::The)),
        sign,
        integer,
        unit,
        any_word(&[W::Of, W::In]),
        frame,
    )
        .parse(input)?;
    if 100 < count {
        return miss(input);
    }
    let pick = Pick::Several(sign * count as i8, unit);
    Ok((
        rest,
        When {
            pick: Some(pick),
            day: Some(frame),
            ..When::default()
        },
    ))
}

/// `the week of April 10th`
fn week(input: In) -> Out<When> {
    let the_day = preceded(opt(word(W::The)), ordinal).map(|day| Day::OfMonth(day, None));
    let (rest, ((), day)) = (week_of, alt((date, shifted, the_day))).parse(input)?;
    Ok((
        rest,
        When {
            pick: Some(Pick::WeekOf),
            day: Some(day),
            ..When::default()
        },
    ))
}

/// `Labor Day weekend`, `the weekend of May 5`
fn holiday_weekend(input: In) -> Out<When> {
    let weekend = || verify(unit, |unit| *unit == LengthUnit::Weekend);
    let of_day = (opt(word(W::The)), weekend(), word(W::Of), date).map(|read| read.3);
    alt((
        (alt((holiday, date)), weekend()).map(|(day, _)| day),
        of_day,
    ))
    .map(|day| When {
        pick: Some(Pick::Weekend),
        day: Some(day),
        ..When::default()
    })
    .parse(input)
}

/// `earlier this week`, `later in the year`
fn turned(input: In) -> Out<When> {
    const TURNS: &Phrases<Pick> = &Phrases::new(&[
        (&[W::Earlier, W::In], Pick::Earlier),
        (&[W::Later, W::In], Pick::Later),
        (&[W::Earlier], Pick::Earlier),
        (&[W::Later], Pick::Later),
    ]);
    let (rest, (pick, day)) = (any_of(TURNS), frame).parse(input)?;
    let in_this = matches!(day, Day::Unit(..));
    if !in_this {
        return miss(input);
    }
    Ok((
        rest,
        When {
            pick: Some(pick),
            day: Some(day),
            ..When::default()
        },
    ))
}

/// `two days after tomorrow`, `three weeks from Monday`, `a week before Jan. 3`, `3 fridays from now`
fn stepped(input: In) -> Out<When> {
    const SIDES: &Phrases<bool> = &Phrases::new(&[
        (&[W::After], false),
        (&[W::From], false),
        (&[W::Before], true),
        (&[W::Prior, W::To], true),
    ]);
    if let Ok(found) = weekdays_from_now(input) {
        return Ok(found);
    }
    let the_day =
        (word(W::The), verify(unit, |unit| *unit == LengthUnit::Day)).map(|_| super::Duration {
            least: crate::time::DAY,
            most: crate::time::DAY,
            unit: LengthUnit::Day,
            count: super::Count::Number,
        });
    let (rest, (hedge, length, is_back)) = (
        opt(super::hedge::of_length),
        alt((duration, the_day)),
        any_of(SIDES),
    )
        .parse(input)?;
    if length.unit < LengthUnit::Day {
        return miss(input);
    }
    let (rest, day) = alt((date, deictic, shifted, holiday)).parse(rest)?;
    let steps = Some(Steps {
        length,
        is_back,
        hedge: hedge.unwrap_or_default(),
    });
    Ok((
        rest,
        When {
            steps,
            day: Some(day),
            ..When::default()
        },
    ))
}

/// `3 fridays from now`, `two Mondays ago`
fn weekdays_from_now(input: In) -> Out<When> {
    const SIDES: &Phrases<bool> = &Phrases::new(&[(&[W::From, W::Now], false), (&[W::Ago], true)]);
    let plural = one(|token| match token.kind {
        Kind::Weekday(name) | Kind::Weekdays(name) => Some(name),
        _ => None,
    });
    let count = verify(integer, |count| (1..100).contains(count));
    let (rest, (count, name, is_back)) = (count, plural, any_of(SIDES)).parse(input)?;
    Ok((rest, weeks_beyond(name, count - 1, is_back)))
}

/// `Monday after next`
fn weekday_after_next(input: In) -> Out<When> {
    (weekday, phrase(&[W::After, W::Next]))
        .map(|(name, ())| weeks_beyond(name, 1, false))
        .parse(input)
}

/// The weekday some weeks beyond the next or the last one.
fn weeks_beyond(name: u8, weeks: u32, is_back: bool) -> When {
    let length = i64::from(weeks) * 7 * crate::time::DAY;
    let steps = Some(Steps {
        length: super::Duration {
            least: length,
            most: length,
            unit: LengthUnit::Week,
            count: super::Count::Number,
        },
        is_back,
        hedge: super::Hedge::Exact,
    });
    let shift = if is_back { Shift::Last } else { Shift::Coming };
    When {
        steps,
        day: Some(Day::Weekday(name, shift)),
        ..When::default()
    }
}
