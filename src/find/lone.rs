//! A source that is one expression and nothing else: what is asked about is a time, whatever it
//! would be in a sentence (`7 - 8`, `the 24`, `2-15`), and a clock is read as its digits say.
//!
//! ```abnf
//! lone = point / range / clock / hour dash hour / the day / month / m "-" d / [day] sign duration
//! ```

use super::date::{bare_of_month, date};
use super::day_part::said_part;
use super::duration::duration;
use super::figures::bare_hour;
use super::month::said_month;
use super::numeric_date::bare_slashed;
use super::phrase::{In, Out, dash, mark, miss, span_of, word};
use super::spoken::spoken;
use super::weekday::{deictic, shifted};
use super::{Day, Expression, Hedge, Offset, Point, Steps, Way, When, point, range};
use crate::lexicon::time::LengthUnit;
use crate::lexicon::word::Word as W;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

/// The whole of some tokens as one time.
pub fn lone(input: In) -> Option<Expression> {
    let families = [
        whole_range,
        whole_point,
        whole_hours,
        whole_clock,
        whole_day,
        whole_part,
        whole_sum,
    ];
    families.iter().find_map(|family| {
        let (rest, found) = family(input).ok()?;
        rest.iter()
            .all(|token| !token.is_word())
            .then(|| literal(found))
    })
}

/// A clock without a.m. or p.m. as its digits say.
fn literal(expression: Expression) -> Expression {
    let read = |mut when: When| {
        if let Some(clock) = when.clock.as_mut()
            && when.part.is_none()
        {
            clock.military |= clock.meridiem.is_none();
        }
        when
    };
    match expression {
        Expression::Point(point) => Expression::Point(Point {
            when: read(point.when),
            ..point
        }),
        Expression::Between(first, last) => Expression::Between(read(first), read(last)),
        Expression::FromTo(first, last) => {
            let (first, mut last) = (read(first), read(last));
            // `11:30-1:30` runs over noon
            if let (Some(a), Some(b)) = (first.clock, last.clock.as_mut())
                && last.day.is_none()
                && (b.hour < a.hour && b.hour < 12 && a.hour <= 12)
                && a.meridiem.is_none()
            {
                b.hour += 12;
            }
            Expression::FromTo(first, last)
        }
        other => other,
    }
}

fn whole_range(input: In) -> Out<Expression> {
    range::range(input)
}

fn whole_point(input: In) -> Out<Expression> {
    point::point.map(Expression::Point).parse(input)
}

fn plain(input: In, rest: In, day: Option<Day>) -> When {
    When {
        day,
        span: span_of(input, rest),
        ..When::default()
    }
}

/// A time with nothing that hedges or bounds it.
fn bare(when: When) -> Expression {
    Expression::Point(Point {
        when,
        ..Point::default()
    })
}

/// `7 - 8`
fn whole_hours(input: In) -> Out<Expression> {
    let at = |input, rest, clock| When {
        clock: Some(clock),
        ..plain(input, rest, None)
    };
    let (after, first) = bare_hour(input)?;
    let (behind, ()) = dash(after)?;
    let (rest, last) = bare_hour(behind)?;
    let ends = (at(input, after, first), at(behind, rest, last));
    Ok((rest, Expression::FromTo(ends.0, ends.1)))
}

/// `ten thirty`
fn whole_clock(input: In) -> Out<Expression> {
    let (rest, (_, clock)) = (opt(word(W::At)), spoken).parse(input)?;
    let when = When {
        clock: Some(clock),
        ..plain(input, rest, None)
    };
    Ok((rest, bare(when)))
}

/// `the 24`, `2-15`, `May`
fn whole_day(input: In) -> Out<Expression> {
    let (rest, day) = alt((bare_slashed, bare_of_month, said_month)).parse(input)?;
    if rest.len() == input.len() {
        return miss(input);
    }
    let when = plain(input, rest, Some(day));
    Ok((rest, bare(when)))
}

/// `+2 months, 5 days`, `-10 days`, `next Tuesday +10 days`: counted from the day or from now.
fn whole_sum(input: In) -> Out<Expression> {
    let (at_sign, day) = opt(alt((date, deictic, shifted))).parse(input)?;
    let sign = alt((value(false, mark('+')), value(true, dash)));
    let (rest, (is_back, length)) = (sign, duration).parse(at_sign)?;
    let Some(day) = day else {
        let way = if is_back { Way::Ago } else { Way::FromNow };
        let offset = Offset {
            hedge: Hedge::Exact,
            length: Some(length),
            way,
        };
        return Ok((rest, Expression::Offset(offset)));
    };
    if length.unit < LengthUnit::Day {
        return miss(input);
    }
    let steps = Some(Steps {
        length,
        is_back,
        hedge: Hedge::Exact,
    });
    let when = When {
        steps,
        ..plain(input, rest, Some(day))
    };
    Ok((rest, bare(when)))
}

/// `mid afternoon`
fn whole_part(input: In) -> Out<Expression> {
    let (rest, part) = said_part(input)?;
    let when = When {
        part: Some(part),
        ..plain(input, rest, None)
    };
    Ok((rest, bare(when)))
}
