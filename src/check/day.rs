//! What gives an event its day where its own words name none: `Saturday`, told before, and when the article was
//! published.

use crate::find::{self, Day, Expression};
use crate::link::{Teller, Told};
use crate::note::SourceId;
use crate::read::Body;
use crate::read::article::Role;
use crate::span::Span;

/// The words that give a statement of an article its day, but for its own.
pub(super) fn day_of(told: &Told, teller: Teller) -> Vec<(SourceId, Span)> {
    let source = teller.source;
    let read = &told.sources[source as usize];
    let Body::Article(article) = &read.body else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let before = (0..=teller.index)
        .rev()
        .map(|index| Teller { source, index });
    let named = before
        .map(|teller| (teller, told.statement(teller)))
        .find_map(|(teller, it)| Some((teller, it.span, day(&read.text, it.phrase?)?)));
    if let Some((by, span, _)) = named
        && by != teller
    {
        found.push((source, span));
    }
    let is_dated = matches!(named, Some((_, _, Day::Date { year: Some(_), .. })));
    let mut paragraphs = article.paragraphs.iter();
    let published = paragraphs.find(|it| it.role == Role::Published);
    let published = published.map(|it| it.span).or(article.dateline);
    found.extend(published.filter(|_| !is_dated).map(|span| (source, span)));
    found
}

/// The day that the words of a time name.
fn day(text: &str, phrase: Span) -> Option<Day> {
    let times = find::times(text, phrase).into_iter();
    times.rev().find_map(|time| match time.expression {
        Expression::Point(point) => point.when.day,
        _ => None,
    })
}
