//! A line that is a time of day and nothing else, over the words that tell what happened then: `• 8:02`,
//! `About 10`, `2 or so`.
//!
//! ```abnf
//! heading = *mark (range / point / hour)
//! hour    = hedge bare-hour / bare-hour suffix
//! ```

use super::figures::bare_hour;
use super::phrase::{In, Out, span_of};
use super::token::Token;
use super::{Expression, Point, When, hedge, point, range};
use crate::read::article::{Paragraph, Role};
use nom::Parser;
use nom::branch::alt;

/// Whether a line of the story stands right over the words of the next, no blank line between.
pub fn stands_over(text: &str, line: &Paragraph, next: &Paragraph) -> bool {
    let between = &text[line.span.end as usize..next.span.start as usize];
    let is_of_story = matches!(line.role, Role::Heading | Role::Furniture);
    is_of_story && next.role == Role::Body && between.matches('\n').count() == 1
}

/// The time that a line is, and where its tokens start and end.
pub fn heading(line: In) -> Option<(usize, usize, Expression)> {
    let start = line.iter().position(Token::is_word)?;
    let input = &line[start..];
    let families = [range::range, whole_point, hour];
    families.iter().find_map(|family| {
        let (rest, found) = family(input).ok()?;
        let is_whole = rest.iter().all(|token| !token.is_word());
        (is_whole && has_clock(&found)).then_some((start, line.len() - rest.len(), found))
    })
}

fn whole_point(input: In) -> Out<Expression> {
    point::point.map(Expression::Point).parse(input)
}

/// `About 10`, `2 or so`
fn hour(input: In) -> Out<Expression> {
    let behind = (bare_hour, hedge::suffix).map(|(clock, hedge)| (hedge, clock));
    let (rest, (hedge, clock)) = alt(((hedge::of_point, bare_hour), behind)).parse(input)?;
    let when = When {
        clock: Some(clock),
        span: span_of(input, rest),
        ..When::default()
    };
    let point = Point {
        hedge,
        when,
        ..Point::default()
    };
    Ok((rest, Expression::Point(point)))
}

/// Whether a time names an hour that a clock shows: no counter of a player begins at `0:00`.
fn has_clock(expression: &Expression) -> bool {
    let is_hour = |when: &When| {
        when.clock
            .is_some_and(|clock| clock.military || 0 < clock.hour)
    };
    match expression {
        Expression::Point(point) => is_hour(&point.when),
        Expression::Between(first, last) | Expression::FromTo(first, last) => {
            is_hour(first) && is_hour(last)
        }
        _ => false,
    }
}
