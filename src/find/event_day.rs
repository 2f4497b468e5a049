//! Days that are named by what happened on them: `on the evening of the raid`, `at 6:10 on the day
//! before the crash`, `the day before the raid`. Which words name a happening only the text says.
//!
//! ```abnf
//! event-day = "the" gap ("day" / part) gap ("of" / "before" / "after") gap "the" *2(gap word) gap event
//! ```

use super::word::{tokens, tokens_before};
use super::{Day, DayPart, Expression, Mention, Point, When};
use crate::lexicon::emergency::{EMERGENCY, HAPPENINGS};
use crate::lexicon::time::{DAY_PARTS, Part};
use crate::lexicon::{has, has_stem, look_up};
use crate::span::Span;
use memchr::memmem;

/// What links a day to its happening, with the days between.
const LINKS: &[(&str, i64)] = &[(" of the ", 0), (" before the ", -1), (" after the ", 1)];

/// Words that may stand before the noun: `the deadly train crash`.
const BEFORE_NOUN: usize = 2;

/// Adds the days of happenings to what is found in some sentences; a clock time beside one is of it.
pub fn add(text: &str, sentences: &[Span], found: &mut Vec<Mention>) {
    let mut added = Vec::new();
    let finders: Vec<_> = LINKS
        .iter()
        .map(|(link, days)| (memmem::Finder::new(link), *link, *days))
        .collect();
    for sentence in sentences {
        for (finder, link, days) in &finders {
            for at in finder.find_iter(sentence.of(text).as_bytes()) {
                let at = sentence.start + at as u32;
                if let Some(mention) = event_day(text, *sentence, (at, link), *days) {
                    added.extend(place(text, mention, found));
                }
            }
        }
    }
    super::merge(found, added);
}

/// The day that ends before a link, with the happening behind it.
fn event_day(text: &str, sentence: Span, (at, link): (u32, &str), days: i64) -> Option<Mention> {
    let mut back = tokens_before(text, sentence, at).rev();
    let (noun, the) = (back.next()?, back.next()?);
    let part = look_up(DAY_PARTS, noun.of(text)).filter(|part| {
        matches!(
            part,
            Part::Morning | Part::Afternoon | Part::Evening | Part::Night
        )
    });
    let is_day = noun.of(text) == "day" || part.is_some();
    if !is_day || noun.end != at || !the.of(text).eq_ignore_ascii_case("the") {
        return None;
    }
    let rest = Span {
        start: at + link.len() as u32,
        end: sentence.end,
    };
    let event = tokens(text, rest)
        .take(BEFORE_NOUN + 1)
        .take_while(|word| {
            let gap = &text[rest.start as usize..word.start as usize];
            word.of(text).starts_with(char::is_lowercase) && !gap.contains([',', ';', '.', '—'])
        })
        .find(|word| has_stem(EMERGENCY, word.of(text)) || has(HAPPENINGS, word.of(text)))?;
    let span = the.join(event);
    let when = When {
        day: Some(Day::OfEvent(days)),
        part: part.map(|part| DayPart { part, degree: None }),
        span,
        ..When::default()
    };
    Some(Mention {
        span,
        expression: Expression::Point(Point {
            when,
            ..Point::default()
        }),
    })
}

/// Gives a day to the clock time right before it or behind it; gives it back where it stands alone.
fn place(text: &str, day: Mention, found: &mut [Mention]) -> Option<Mention> {
    let at = found.partition_point(|other| other.span.start < day.span.start);
    let is_beside = |first: Span, second: Span| {
        let between = &text[first.end as usize..second.start as usize];
        matches!(
            between.trim(),
            "" | "," | "at" | ", at" | "on" | ", on" | "in"
        )
    };
    let before = at.checked_sub(1);
    // `at 3 o'clock on the morning` of it
    if let Some(at) = before
        && is_clock(&found[at])
        && found[at].span.meets(day.span)
        && found[at].span.end <= day.span.end
    {
        found[at] = joined(&found[at], &day);
        return None;
    }
    if before.is_some_and(|before| found[before].span.meets(day.span))
        || found.get(at).is_some_and(|next| next.span.meets(day.span))
    {
        return None;
    }
    let beside = [before, Some(at)].into_iter().flatten().find(|&at| {
        found.get(at).is_some_and(|clock| {
            let (first, second) = if clock.span.start < day.span.start {
                (clock.span, day.span)
            } else {
                (day.span, clock.span)
            };
            is_clock(clock) && is_beside(first, second)
        })
    });
    match beside {
        Some(at) => {
            found[at] = joined(&found[at], &day);
            None
        }
        None => Some(day),
    }
}

/// Whether a mention is a clock time without a day.
fn is_clock(mention: &Mention) -> bool {
    matches!(mention.expression, Expression::Point(Point { when, .. })
        if when.clock.is_some() && when.day.is_none())
}

/// A clock time on a day, as one mention.
fn joined(clock: &Mention, day: &Mention) -> Mention {
    let (Expression::Point(point), Expression::Point(on)) = (clock.expression, day.expression)
    else {
        return clock.clone();
    };
    let span = clock.span.join(day.span);
    let when = When {
        day: on.when.day,
        part: point.when.part.or(on.when.part),
        span,
        ..point.when
    };
    Mention {
        span,
        expression: Expression::Point(Point { when, ..point }),
    }
}
