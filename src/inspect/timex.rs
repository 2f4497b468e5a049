//! TIMEX3 values (ISO 24617-1, `TimeML` 1.2.1; values as in ISO 8601 with the extensions of TIDES).

use crate::find::{
    Count, Duration, Every, Expression, Hedge, Mention, Offset, Point, Side, Vague, Way, When,
    Window, unit_length,
};
use crate::lexicon::time::LengthUnit;
use crate::resolve::anchor::Anchor;
use crate::resolve::calendar::{self, unit_around};
use crate::resolve::point::Reading;
use crate::span::Span;
use crate::time::{Grain, Zone};

mod length;
mod point;
mod value;
use length::length_value;
use point::{in_two, of_point};
use value::{part_of_day, season_code, value_of_unit};

/// One annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// The words, without preposition.
    pub span: Span,
    /// `DATE`, `TIME`, `DURATION` or `SET`
    pub kind: &'static str,
    /// `1998-02-13`, `PT20M`, `PRESENT_REF`
    pub value: String,
    /// `APPROX`, `BEFORE`, `START`
    pub modifier: Option<&'static str>,
}

/// The annotations of a mention.
pub fn of(text: &str, mention: &Mention, anchor: &Anchor, reading: Option<&Reading>) -> Vec<Timex> {
    let day = reading.and_then(|reading| reading.day);
    match mention.expression {
        Expression::Point(point) => match in_two(text, &point, anchor, day) {
            Some(pair) => pair.into(),
            None => of_point(text, &point, anchor, day).into_iter().collect(),
        },
        Expression::Between(first, last) | Expression::FromTo(first, last) => {
            let end = |when: When| {
                let point = Point {
                    when,
                    ..Point::default()
                };
                if when.span.of(text).eq_ignore_ascii_case("now") {
                    Some(of_vague(when.span, Vague::Now))
                } else {
                    of_point(text, &point, anchor, day)
                }
            };
            [first, last].into_iter().filter_map(end).collect()
        }
        Expression::Length(hedge, length) => {
            vec![duration(trimmed(text, mention.span), hedge, length)]
        }
        Expression::Window(window) => vec![of_window(text, mention.span, &window)],
        Expression::Offset(offset) => of_offset(text, mention.span, &offset, anchor)
            .into_iter()
            .collect(),
        Expression::Set(every) => vec![of_set(mention.span, every)],
        Expression::Vague(vague) => vec![of_vague(trimmed(text, mention.span), vague)],
        Expression::Then if mention.span.of(text).eq_ignore_ascii_case("soon") => {
            vec![of_vague(mention.span, Vague::Future)]
        }
        _ => Vec::new(),
    }
}

fn of_vague(span: Span, vague: Vague) -> Timex {
    Timex {
        span,
        kind: "DATE",
        value: reference(vague).to_owned(),
        modifier: None,
    }
}

/// The annotation of a stamp that names one instant.
pub fn of_stamp(span: Span, reading: &Reading, zone: Zone) -> Option<Timex> {
    let civil = zone.civil(reading.stated?);
    let form = if reading.grain == Grain::Second {
        "%Y-%m-%dT%H:%M:%S"
    } else {
        "%Y-%m-%dT%H:%M"
    };
    Some(Timex {
        span,
        kind: "TIME",
        value: civil.format(form).to_string(),
        modifier: None,
    })
}

fn reference(vague: Vague) -> &'static str {
    match vague {
        Vague::Now => "PRESENT_REF",
        Vague::Past => "PAST_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// The words of a length or a distance without the small words around it.
fn trimmed(text: &str, span: Span) -> Span {
    const BEFORE: &[&str] = &[
        "for ", "after ", "in ", "within ", "over ", "during ", "by ",
    ];
    const BEHIND: &[&str] = &[
        " after",
        " before",
        " following",
        " prior to",
        " of",
        " into",
    ];
    let mut words = span.of(text);
    for lead in BEFORE {
        if words
            .get(..lead.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(lead))
            && *lead != "over "
        {
            words = &words[lead.len()..];
        }
    }
    for tail in BEHIND {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    Span::within(text, words.trim())
}

fn duration(span: Span, hedge: Hedge, length: Duration) -> Timex {
    let modifier = match hedge {
        Hedge::About => Some("APPROX"),
        Hedge::Nearly => Some("LESS_THAN"),
        Hedge::AtMost => Some("EQUAL_OR_LESS"),
        Hedge::AtLeast => Some("EQUAL_OR_MORE"),
        _ => None,
    };
    Timex {
        span,
        kind: "DURATION",
        value: length_value(length),
        modifier,
    }
}

fn of_window(text: &str, span: Span, window: &Window) -> Timex {
    // `the two-week strike`, but `the two weeks`
    let is_modifier = window.side == Side::Inside
        && window.length.count == Count::Number
        && !span.of(text).ends_with('s');
    let span = if is_modifier {
        without_article(text, span)
    } else {
        span
    };
    duration(span, window.hedge, window.length)
}

/// The words of a time that stands before its noun, without the article of the noun.
fn without_article(text: &str, span: Span) -> Span {
    let words = span.of(text);
    match words.get(..4) {
        Some(the) if the.eq_ignore_ascii_case("the ") => Span::within(text, &words[4..]),
        _ => span,
    }
}

fn of_offset(text: &str, span: Span, offset: &Offset, anchor: &Anchor) -> Option<Timex> {
    let length = offset.length?;
    let inner = trimmed(text, span);
    let is_back = matches!(offset.way, Way::Ago | Way::Earlier);
    let base = match offset.way {
        Way::Ago | Way::FromNow => Some(anchor.today?),
        Way::Later | Way::Earlier => anchor.base_of(length.unit),
        Way::After | Way::Before | Way::Within | Way::Into | Way::In => {
            return Some(duration(inner, offset.hedge, length));
        }
    };
    let modifier = (offset.hedge == Hedge::About).then_some("APPROX");
    let is_vague = matches!(length.count, Count::Bare | Count::Few | Count::Moments);
    if is_vague && LengthUnit::Day <= length.unit && offset.way == Way::Ago {
        return Some(Timex {
            modifier,
            ..of_vague(span, Vague::Past)
        });
    }
    // `days later`, `two weeks later` than a month: nobody knows when, but how far
    let Some(base) = base.filter(|_| !is_vague && LengthUnit::Day <= length.unit) else {
        return Some(duration(span, offset.hedge, length));
    };
    // `a year earlier` than a quarter that is told is that quarter
    if let (Some((first, unit)), LengthUnit::Year) = (anchor.period, length.unit) {
        let day = calendar::moved(first, length, is_back)?;
        return Some(Timex {
            span,
            kind: "DATE",
            value: value_of_unit(day, unit),
            modifier,
        });
    }
    let day = calendar::moved(base, length, is_back)?;
    let unit = match length.unit {
        LengthUnit::Decade | LengthUnit::Century => LengthUnit::Year,
        unit => unit,
    };
    let value = value_of_unit(
        unit_around(day, unit, 0).map_or(day, |stretch| {
            if unit <= LengthUnit::Day {
                day
            } else {
                stretch.first
            }
        }),
        unit,
    );
    Some(Timex {
        span,
        kind: "DATE",
        value,
        modifier,
    })
}

fn of_set(span: Span, every: Every) -> Timex {
    let value = match every {
        Every::Unit(count, unit) => length_value(Duration {
            least: count * unit_length(unit),
            most: count * unit_length(unit),
            unit,
            count: Count::Number,
        }),
        Every::Weekday(name, part) => {
            let part = part.map_or(String::new(), |part| format!("T{}", part_of_day(part)));
            format!("XXXX-WXX-{}{part}", name + 1)
        }
        Every::Part(part) => format!("XXXX-XX-XXT{}", part_of_day(part)),
        Every::Month(month) => format!("XXXX-{month:02}"),
        Every::Season(season) => format!("XXXX-{}", season_code(season)),
    };
    Timex {
        span,
        kind: "SET",
        value,
        modifier: None,
    }
}
