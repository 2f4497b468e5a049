//! The article's own date: stated by the user, a published line, the dateline, a full date in the
//! text, or a year inferred from a weekday and a day.

use super::anchor::{is_weekday, shift_days};
use super::{Setting, civil, clause};
use crate::find::{Day, Expression, Mention, Mentions, Point};
use crate::note::{Code, Note, SourceId};
use crate::read::Source;
use crate::read::article::{Article, Role};
use crate::read::published::Published;
use crate::span::Span;
use crate::time::{HOUR, Instant, Interval, Zone};
use chrono::{Datelike, NaiveDate};

/// The article's own date, with what was assumed.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The day that `Thursday` counts back from.
    pub day: Option<NaiveDate>,
    /// The interval in which it was published; its end bounds what is told as past.
    pub interval: Option<Interval>,
    /// Whether the year is an assumption.
    pub is_assumed: bool,
    /// What was assumed.
    pub notes: Vec<Note>,
}

/// When an article was published, as far as anything says so.
pub fn own_date(
    id: SourceId,
    source: &Source,
    article: &Article,
    mentions: &Mentions,
    zone: Zone,
    setting: &Setting,
) -> Own {
    if let Some(published) = setting.published {
        return stated(published, zone);
    }
    let text = &source.text;
    if let Some((published, words)) = source.published {
        return on_page(id, text, published, words, zone);
    }
    let lines = article
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.role == Role::Published)
        .map(|paragraph| paragraph.span);
    // of `Published` and `Updated`, the later words may know more: the last line counts
    for span in lines.rev().chain(article.dateline) {
        if let Some(own) = dated(mentions.within(span), zone) {
            return own;
        }
    }
    // a line over the story that is nothing but a date: `12 March 2022, 16:45 GMT`
    let head = article
        .paragraphs
        .iter()
        .take_while(|paragraph| paragraph.role != Role::Body);
    for paragraph in head {
        let found = mentions.within(paragraph.span);
        // but not the day over the lines of a log
        if mentions.has_clock_under(text, paragraph.span) {
            continue;
        }
        let words: usize = found.iter().map(|mention| mention.span.len()).sum();
        if paragraph.span.len() <= 2 * words
            && let Some(own) = dated(found, zone)
        {
            return own;
        }
    }
    let told = Told::of(article, mentions);
    if let Some((mention, day)) = told.full_date() {
        let day = told.latest_report(text, day);
        return assumed(id, text, mention, day);
    }
    told.inferred_year(text, setting.until)
        .map(|inferred| inferred.own(id, text, zone))
        .unwrap_or_default()
}

fn stated(published: Published, zone: Zone) -> Own {
    let (day, interval) = match published {
        Published::Day(day) => (day, civil::days_of(zone, day, day)),
        Published::Civil(time) => {
            let instant = zone.last(time);
            (time.date(), at(instant))
        }
        Published::Absolute(instant, _) => (zone.civil(instant).date(), at(instant)),
    };
    Own {
        day: Some(day),
        interval: Some(interval),
        ..Own::default()
    }
}

/// What the data of a page state. Where the zone of the story is not known, a moment with an offset only
/// tells the day that it was there, and one in UTC not even that.
fn on_page(id: SourceId, text: &str, published: Published, words: Span, zone: Zone) -> Own {
    /// No clock of the world is further before UTC.
    const BEFORE: i64 = 14 * HOUR;
    let (Published::Absolute(instant, offset), Zone::Floating) = (published, zone) else {
        return stated(published, zone);
    };
    let day = Zone::Fixed(offset).civil(instant).date();
    if offset.local_minus_utc() != 0 {
        return stated(Published::Day(day), zone);
    }
    let own = stated(Published::Day(day), zone);
    Own {
        interval: own.interval.map(|it| Interval {
            latest: it.latest.max(Some(instant.plus(BEFORE))),
            ..it
        }),
        notes: vec![Note {
            code: Code::AssumedDate,
            source: id,
            span: words,
            message: format!(
                "`{}` is in UTC and the zone of the story is not known; days count from {day}; pass `--tz ZONE`",
                words.of(text)
            ),
        }],
        ..own
    }
}

/// The moment at which an article came out.
fn at(instant: Instant) -> Interval {
    Interval::new(instant, instant)
}

/// A date, with a time of day or without, in a published line or a dateline.
fn dated(mentions: &[Mention], zone: Zone) -> Option<Own> {
    mentions.iter().find_map(|mention| {
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return None;
        };
        let Some(Day::Date {
            year: Some(year),
            month,
            day,
            ..
        }) = when.day
        else {
            return None;
        };
        let day = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
        Some(match when.clock {
            Some(clock) => {
                let zone = civil::zone_of(when.zone, zone);
                let instant = zone.last(day.and_time(civil::time_of(clock)));
                Own {
                    day: Some(day),
                    interval: Some(at(instant)),
                    ..Own::default()
                }
            }
            None => stated(Published::Day(day), zone),
        })
    })
}

/// A full date in the text stands in for the article's own.
fn assumed(id: SourceId, text: &str, words: Span, day: NaiveDate) -> Own {
    Own {
        day: Some(day),
        // when it was published is not known, only what it counts from
        interval: None,
        is_assumed: false,
        notes: vec![Note {
            code: Code::AssumedDate,
            source: id,
            span: words,
            message: format!(
                "no publication date is stated; days count from {day}, after `{}`; pass `--published` to say otherwise",
                words.of(text)
            ),
        }],
    }
}

/// The days that the text tells, for want of a date of the article's own.
struct Told {
    mentions: Vec<(Mention, Span)>,
}

/// A year that was inferred.
struct Inferred {
    words: Span,
    /// The day that is told, in the last of the years.
    told: NaiveDate,
    /// Whether a weekday narrowed the years.
    has_weekday: bool,
    years: Vec<i32>,
    day: NaiveDate,
}

impl Told {
    fn of(article: &Article, found: &Mentions) -> Told {
        let mut mentions = Vec::new();
        for paragraph in &article.paragraphs {
            let spans = if paragraph.sentences.is_empty() {
                std::slice::from_ref(&paragraph.span)
            } else {
                &paragraph.sentences
            };
            for &span in spans {
                let told = found.within(span).iter().cloned();
                mentions.extend(told.map(|mention| (mention, span)));
            }
        }
        Told { mentions }
    }

    fn days(&self) -> impl Iterator<Item = (Span, Span, Day)> + '_ {
        self.mentions
            .iter()
            .filter_map(|(mention, sentence)| match mention.expression {
                Expression::Point(Point { when, .. }) => {
                    when.day.map(|day| (mention.span, *sentence, day))
                }
                _ => None,
            })
    }

    /// The first full date of the text.
    fn full_date(&self) -> Option<(Span, NaiveDate)> {
        self.days().find_map(|(span, _, day)| match day {
            Day::Date {
                year: Some(year),
                month,
                day,
                ..
            } => Some((
                span,
                NaiveDate::from_ymd_opt(year, month.into(), day.into())?,
            )),
            _ => None,
        })
    }

    /// The latest day within the week after `day` on which the text has somebody say something.
    fn latest_report(&self, text: &str, day: NaiveDate) -> NaiveDate {
        self.days()
            .filter_map(|(span, sentence, told)| match told {
                Day::Weekday(weekday, _) if clause::is_report(text, sentence, span) => (0..7)
                    .filter_map(|ahead| shift_days(day, ahead))
                    .find(|day| is_weekday(*day, weekday)),
                _ => None,
            })
            .max()
            .map_or(day, |latest| latest.max(day))
    }

    /// A year in which a day without a year falls on the weekday that is told of the same thing.
    fn inferred_year(&self, text: &str, until: i32) -> Option<Inferred> {
        const CALENDAR_CYCLE: i32 = 28;
        let bare = self
            .mentions
            .iter()
            .filter_map(|(mention, _)| match mention.expression {
                Expression::Point(Point { when, .. }) => match when.day {
                    Some(Day::Year(year)) => Some(year),
                    Some(Day::Month { year, .. }) => year,
                    _ => None,
                },
                _ => None,
            })
            .filter(|year| *year <= until)
            .max();
        let since = bare.unwrap_or(until - CALENDAR_CYCLE + 1);
        let (words, sentence, month, day, weekday) =
            self.days().find_map(|(span, sentence, told)| match told {
                Day::Date {
                    year: None,
                    month,
                    day,
                    weekday,
                } => Some((span, sentence, month, day, weekday)),
                _ => None,
            })?;
        let weekday = weekday.or_else(|| self.weekday_of(text, sentence));
        if weekday.is_none() && bare.is_none() {
            return None;
        }
        let dates: Vec<NaiveDate> = (since..=until)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
            .filter(|date| weekday.is_none_or(|weekday| is_weekday(*date, weekday)))
            .collect();
        let latest = *dates.last()?;
        Some(Inferred {
            words,
            told: latest,
            has_weekday: weekday.is_some(),
            years: dates.iter().map(Datelike::year).collect(),
            day: self.latest_report(text, latest),
        })
    }

    /// The weekday that is told of the same thing: of the sentences that share words with this one,
    /// that which shares most, of equals the first.
    fn weekday_of(&self, text: &str, sentence: Span) -> Option<u8> {
        /// Fewer words are shared by any two sentences on emergencies.
        const FEWEST_WORDS: usize = 2;
        let wanted = clause::stems(text, sentence);
        let shared = |span: Span| {
            let stems = clause::stems(text, span);
            wanted.iter().filter(|stem| stems.contains(stem)).count()
        };
        self.days()
            .filter_map(|(_, sentence, day)| match day {
                Day::Weekday(weekday, _) => Some((weekday, shared(sentence))),
                _ => None,
            })
            .filter(|(_, shared)| FEWEST_WORDS <= *shared)
            .reduce(|best, next| if best.1 < next.1 { next } else { best })
            .map(|(weekday, _)| weekday)
    }
}

impl Inferred {
    fn own(self, id: SourceId, text: &str, zone: Zone) -> Own {
        let years: Vec<String> = self.years.iter().map(i32::to_string).collect();
        let weekday = if self.has_weekday {
            self.told.format(" is a %A").to_string()
        } else {
            String::new()
        };
        let used = self.day.year();
        let message = format!(
            "no year is stated; `{}`{weekday} in {}; {used} is used, pass `--published` to say otherwise",
            self.words.of(text),
            years.join(", "),
        );
        Own {
            day: Some(self.day),
            interval: Some(civil::days_of(zone, self.day, self.day)),
            is_assumed: true,
            notes: vec![Note {
                code: Code::AssumedYear,
                source: id,
                span: self.words,
                message,
            }],
        }
    }
}
