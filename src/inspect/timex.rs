//! TIMEX3 values (ISO 24617-1, `TimeML` 1.2.1; values as in ISO 8601 with the extensions of TIDES).

use crate::find::{
    Bound, Clock, Count, Day, Degree, Duration, Every, Expression, Hedge, Mention, Offset, Pick,
    Point, Vague, Way, When, Window, unit_length,
};
use crate::lexicon::time::{LengthUnit, Part, Season};
use crate::resolve::anchor::Anchor;
use crate::resolve::calendar::{self, Stretch, unit_around};
use crate::resolve::civil;
use crate::resolve::point::Reading;
use crate::span::Span;
use crate::time::{Grain, Zone};
use chrono::{Datelike, NaiveDate};
use std::fmt::Write as _;

mod length;
use length::length_value;

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
        Expression::Point(point) => of_point(&point, anchor, day).into_iter().collect(),
        Expression::Between(first, last) | Expression::FromTo(first, last) => {
            let point = |when| Point {
                bound: Bound::At,
                hedge: Hedge::Exact,
                when,
            };
            let ends = [first, last].map(|when| of_point(&point(when), anchor, day));
            ends.into_iter().flatten().collect()
        }
        Expression::Length(hedge, length) => {
            vec![duration(trimmed(text, mention.span), hedge, length)]
        }
        Expression::Window(window) => vec![of_window(mention.span, &window)],
        Expression::Offset(offset) => of_offset(text, mention.span, &offset, anchor)
            .into_iter()
            .collect(),
        Expression::Set(every) => vec![of_set(mention.span, every)],
        Expression::Vague(vague) => vec![Timex {
            span: trimmed(text, mention.span),
            kind: "DATE",
            value: reference(vague).to_owned(),
            modifier: None,
        }],
        Expression::Then if mention.span.of(text).eq_ignore_ascii_case("soon") => vec![Timex {
            span: mention.span,
            kind: "DATE",
            value: reference(Vague::Future).to_owned(),
            modifier: None,
        }],
        _ => Vec::new(),
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
    const BEHIND: &[&str] = &[" after", " before", " following", " prior to", " of"];
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

fn of_point(point: &Point, anchor: &Anchor, day: Option<NaiveDate>) -> Option<Timex> {
    let when = point.when;
    let stretch = match when.day {
        Some(_) => anchor.stretch(&When {
            degree: None,
            pick: coarse(when.pick),
            ..when
        })?,
        None => Stretch::day(day.or(anchor.told)?),
    };
    let first = if when.day.is_none() || when.clock.is_some() {
        day.unwrap_or(stretch.first)
    } else {
        stretch.first
    };
    let (kind, value) = match (when.clock, when.part) {
        (Some(clock), part) => (
            "TIME",
            format!("{first}T{}", time(clock, part.map(|part| part.part))),
        ),
        (None, Some(part)) => (
            "TIME",
            format!("{}T{}", stretch.first, part_of_day(part.part)),
        ),
        (None, None) => ("DATE", value_of(when.day?, &stretch)),
    };
    let modifier = match (
        point.hedge,
        when.degree,
        when.pick,
        when.part.and_then(|part| part.degree),
    ) {
        (_, Some(Degree::Early), _, _)
        | (_, _, Some(Pick::Begin), _)
        | (_, _, _, Some(Degree::Early)) => Some("START"),
        (_, Some(Degree::Mid), _, _) | (_, _, _, Some(Degree::Mid)) => Some("MID"),
        (_, Some(Degree::Late), _, _)
        | (_, _, Some(Pick::End), _)
        | (_, _, _, Some(Degree::Late)) => Some("END"),
        (Hedge::About, ..) => Some("APPROX"),
        (Hedge::ShortlyAfter, ..) => Some("AFTER"),
        (Hedge::ShortlyBefore, ..) => Some("BEFORE"),
        _ => None,
    };
    Some(Timex {
        span: when.span,
        kind,
        value,
        modifier,
    })
}

/// An edge is told by the modifier, and the value is that of the whole.
fn coarse(pick: Option<Pick>) -> Option<Pick> {
    pick.filter(|pick| {
        matches!(
            pick,
            Pick::Nth(..) | Pick::NthWeekday(..) | Pick::Several(..) | Pick::WeekOf | Pick::Weekend
        )
    })
}

fn time(clock: Clock, part: Option<Part>) -> String {
    let mut hour = civil::hour_of(clock.hour, clock.meridiem);
    let is_late =
        part.is_some_and(|part| matches!(part, Part::Afternoon | Part::Evening | Part::Night));
    if clock.meridiem.is_none() && !clock.military && hour < 12 && is_late {
        hour += 12;
    }
    let mut out = format!("{hour:02}:{:02}", clock.minute);
    if let Some(second) = clock.second {
        let _ = write!(out, ":{second:02}");
    }
    out
}

fn part_of_day(part: Part) -> &'static str {
    match part {
        Part::Morning | Part::SmallHours | Part::Dawn | Part::Daybreak => "MO",
        Part::Afternoon => "AF",
        Part::Evening | Part::Sundown => "EV",
        Part::Night | Part::Overnight => "NI",
    }
}

/// The value of a stretch of the calendar.
fn value_of(day: Day, stretch: &Stretch) -> String {
    let first = stretch.first;
    match (day, stretch.unit) {
        (Day::Season(_, season, _), LengthUnit::Quarter) => {
            format!("{}-{}", first.year(), season_code(season))
        }
        (Day::Half(_, half), LengthUnit::Quarter) => format!("{}-H{half}", first.year()),
        _ => value_of_unit(first, stretch.unit),
    }
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

/// The value of the unit that a day lies in.
fn value_of_unit(day: NaiveDate, unit: LengthUnit) -> String {
    let year = day.year();
    let week = day.iso_week();
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour | LengthUnit::Day => {
            day.to_string()
        }
        LengthUnit::Weekend => format!("{}-W{:02}-WE", week.year(), week.week()),
        LengthUnit::Week | LengthUnit::Fortnight => format!("{}-W{:02}", week.year(), week.week()),
        LengthUnit::Month => format!("{year:04}-{:02}", day.month()),
        LengthUnit::Quarter => format!("{year:04}-Q{}", day.month0() / 3 + 1),
        LengthUnit::Year => format!("{year:04}"),
        LengthUnit::Decade => format!("{:03}", year / 10),
        LengthUnit::Century => format!("{:02}", year / 100),
    }
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

fn of_window(span: Span, window: &Window) -> Timex {
    duration(span, window.hedge, window.length)
}

fn of_offset(text: &str, span: Span, offset: &Offset, anchor: &Anchor) -> Option<Timex> {
    let length = offset.length?;
    let inner = trimmed(text, span);
    let is_back = matches!(offset.way, Way::Ago | Way::Earlier);
    let base = match offset.way {
        Way::Ago | Way::FromNow => anchor.today,
        Way::Later | Way::Earlier => anchor.told.or(anchor.today),
        Way::After | Way::Before | Way::Within | Way::In => {
            return Some(duration(inner, offset.hedge, length));
        }
    };
    let modifier = (offset.hedge == Hedge::About).then_some("APPROX");
    let is_vague = matches!(length.count, Count::Bare | Count::Few | Count::Moments);
    if is_vague && LengthUnit::Day <= length.unit {
        let value = if is_back { Vague::Past } else { Vague::Future };
        return Some(Timex {
            span,
            kind: "DATE",
            value: reference(value).to_owned(),
            modifier,
        });
    }
    if length.unit < LengthUnit::Day {
        return Some(duration(span, offset.hedge, length));
    }
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
    let day = calendar::moved(base?, length, is_back)?;
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
