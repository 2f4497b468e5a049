//! How the corpus writes an expression.
//!
//! | notation | means |
//! |---|---|
//! | `1:12pm` `13:12` `1:12?` `noon` | a clock: with its half of the day, of 24 hours, open, in words |
//! | `-0600` `eastern` `zone` | a zone with its offset, a region, the local one |
//! | `2024-02-29` `??-02-29` `??-02` `day-6` | a date, one without its year, a month, a day of the month |
//! | `mon` `last-mon` `next-mon` | a weekday; before a date the weekday that was written with it |
//! | `today` `today-1` `told+1` | days from the day of the words, from the day last told |
//! | `early-afternoon` `late` `'s` | a part of the day, a degree without one, a possessive |
//! | `by` `before` `about` `soon-after` `soon-before` … | bounds and hedges, before what they touch |
//! | `A..B` `A->B` | between A and B, from A to B |
//! | `+2min` `-2min` | later and earlier than what was told |
//! | `+2min@` `-2min@` `+?@` | after and before what the words name; without a length |
//! | `within 2min` `2y ago` `for 2..3h` | the other lengths; `few-min` and `some-h` have no number, `&` one of two units |
//! | `year 2015` `same` `then` `when` | as they say |
//! | `this-month-1` `that-week` `last-summer ??` `??-Q4` | stretches: from the day of the words, of the day told, by name |
//! | `nth 1 tue of` `end of` `+2w of` `day-20 in` | a piece of what follows, a step from it, a day in it |
//! | `every thu` `past 2w` `next few-d` `now` `impossible` | a habit, a length beside now, no end, no such time |

use squelch::find::{
    Base, Bound, Clock, Count, Day, Degree, Duration, Every, Expression, Hedge, Offset, Pick,
    Point, Shift, Side, Vague, Way, When, Window, ZoneWord, unit_length,
};
use squelch::lexicon::time::{LengthUnit, Part};
use squelch::read::transcript::Meridiem;
use std::fmt::Write as _;

fn clock(clock: Clock) -> String {
    if clock.named {
        return if clock.hour == 12 { "noon" } else { "midnight" }.to_owned();
    }
    let mut out = format!("{}:{:02}", clock.hour, clock.minute);
    if let Some(second) = clock.second {
        let _ = write!(out, ":{second:02}");
    }
    out + match (clock.meridiem, clock.military) {
        (Some(Meridiem::Am), _) => "am",
        (Some(Meridiem::Pm), _) => "pm",
        (None, true) => "",
        (None, false) => "?",
    }
}

fn weekday(number: u8) -> &'static str {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][usize::from(number)]
}

fn year(year: Option<i32>) -> String {
    year.map_or("??".to_owned(), |year| year.to_string())
}

fn shifted(from: &str, days: i64) -> String {
    if days == 0 {
        from.to_owned()
    } else {
        format!("{from}{days:+}")
    }
}

fn day(day: Day) -> String {
    match day {
        Day::Date {
            year: y,
            month,
            day,
            weekday: name,
        } => {
            let name = name.map_or(String::new(), |name| format!("{} ", weekday(name)));
            format!("{name}{}-{month:02}-{day:02}", year(y))
        }
        Day::Slashed {
            first,
            second,
            year: y,
        } => format!("{first}/{second}/{}", year(y)),
        Day::OfMonth(day, name) => {
            let name = name.map_or(String::new(), |name| format!("{} ", weekday(name)));
            format!("{name}day-{day}")
        }
        Day::NearMonth(month, shift) => format!("{}month-{month:02}", near(shift)),
        Day::Year(year) => format!("year {year}"),
        Day::Years(first, count) => format!("years {first}+{count}"),
        Day::Quarter(y, quarter) => format!("{}-Q{quarter}", year(y)),
        Day::Half(y, half) => format!("{}-H{half}", year(y)),
        Day::Season(y, season, shift) => {
            format!("{}{season:?} {}", near(shift), year(y)).to_lowercase()
        }
        Day::Period(years) => shifted("period", years.into()),
        Day::Week(y, week) => format!("{}-W{week:02}", year(y)),
        Day::Unit(of, shift, base) => {
            let base = if base == Base::Today { "this" } else { "that" };
            shifted(&format!("{base}-{of:?}").to_lowercase(), shift.into())
        }
        Day::Holiday(holiday, y, shift) => {
            format!("{}{holiday:?} {}", near(shift), year(y)).to_lowercase()
        }
        Day::Month { year: y, month } => format!("{}-{month:02}", year(y)),
        Day::Weekday(name, shift) => format!("{}{}", near(shift), weekday(name)),
        Day::FromToday(days) => shifted("today", days),
        Day::FromTold(days) => shifted("told", days),
        Day::OfEvent(days) => shifted("event", days),
    }
}

fn near(shift: Shift) -> &'static str {
    match shift {
        Shift::Nearest => "",
        Shift::This => "this-",
        Shift::Last => "last-",
        Shift::Next => "next-",
        Shift::Coming => "coming-",
    }
}

fn pick(pick: Pick) -> String {
    match pick {
        Pick::Nth(n, unit) => format!("nth {n} {unit:?}").to_lowercase(),
        Pick::NthWeekday(n, name) => format!("nth {n} {}", weekday(name)),
        Pick::Several(n, unit) => format!("part {n} {unit:?}").to_lowercase(),
        Pick::WeekOf => "week".to_owned(),
        Pick::Weekend => "weekend".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn degree(degree: Degree) -> &'static str {
    match degree {
        Degree::Early => "early",
        Degree::Mid => "mid",
        Degree::Late => "late",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Morning => "morning",
        Part::Afternoon => "afternoon",
        Part::Evening => "evening",
        Part::Night => "night",
        Part::Overnight => "overnight",
        Part::SmallHours => "small-hours",
        Part::Dawn => "dawn",
        Part::Daybreak => "daybreak",
        Part::Sundown => "sundown",
    }
}

fn when(when: When) -> String {
    let mut out: Vec<String> = Vec::new();
    out.extend(when.clock.map(clock));
    out.extend(when.zone.map(|zone| match zone {
        ZoneWord::Offset(east) => format!("{:+03}{:02}", east / 60, east.abs() % 60),
        ZoneWord::Region(region) => format!("{region:?}").to_lowercase(),
        ZoneWord::Local => "zone".to_owned(),
    }));
    out.extend(when.degree.map(|end| degree(end).to_owned()));
    out.extend(when.pick.map(|piece| format!("{} of", pick(piece))));
    out.extend(when.steps.map(|steps| {
        let sign = if steps.is_back { "-" } else { "+" };
        format!("{sign}{} of", duration(steps.length))
    }));
    out.extend(when.day.map(day));
    out.extend(when.frame.map(|frame| format!("in {}", day(frame))));
    out.extend(when.part.map(|of| match of.degree {
        Some(end) => format!("{}-{}", degree(end), part(of.part)),
        None => part(of.part).to_owned(),
    }));
    out.join(" ") + if when.possessive { "'s" } else { "" }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::At => "",
        Bound::Before => "before ",
        Bound::By => "by ",
        Bound::After => "after ",
        Bound::Since => "since ",
        Bound::Until => "until ",
    }
}

fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "",
        Hedge::About => "about ",
        Hedge::ShortlyAfter => "soon-after ",
        Hedge::ShortlyBefore => "soon-before ",
        Hedge::Nearly => "nearly ",
        Hedge::AtMost => "at-most ",
        Hedge::AtLeast => "at-least ",
    }
}

fn duration(duration: Duration) -> String {
    let unit = unit_length(duration.unit);
    let name = match duration.unit {
        LengthUnit::Second => "s",
        LengthUnit::Minute => "min",
        LengthUnit::Hour => "h",
        LengthUnit::Day => "d",
        LengthUnit::Weekend => "we",
        LengthUnit::Week => "w",
        LengthUnit::Fortnight => "fortnight",
        LengthUnit::Month => "mo",
        LengthUnit::Quarter => "quarter",
        LengthUnit::Year => "y",
        LengthUnit::Decade => "decade",
        LengthUnit::Century => "century",
    };
    let amount = |length: i64| match length % unit {
        0 => format!("{}", length / unit),
        rest => format!("{}.{:02}", length / unit, rest * 100 / unit),
    };
    let mark = match duration.count {
        Count::Bare => "some-",
        Count::Few => "few-",
        Count::Moments => "moments-",
        Count::Composed => "&",
        Count::Number | Count::Range => "",
    };
    if mark.ends_with('-') {
        format!("{mark}{name}")
    } else if duration.least == duration.most {
        format!("{mark}{}{name}", amount(duration.least))
    } else {
        format!(
            "{mark}{}..{}{name}",
            amount(duration.least),
            amount(duration.most)
        )
    }
}

fn offset(offset: Offset) -> String {
    let length = offset.length.map_or("?".to_owned(), duration);
    let loose = hedge(offset.hedge);
    match offset.way {
        Way::Later => format!("{loose}+{length}"),
        Way::Earlier => format!("{loose}-{length}"),
        Way::After => format!("{loose}+{length}@"),
        Way::Before => format!("{loose}-{length}@"),
        Way::Within => format!("{loose}within {length}"),
        Way::Into => format!("{loose}+{length}@into"),
        Way::Ago => format!("{loose}{length} ago"),
        Way::FromNow => format!("{loose}{length} from-now"),
        Way::In => format!("{loose}in {length}"),
    }
}

/// An expression as the corpus writes it.
pub fn notation(expression: Expression) -> String {
    match expression {
        Expression::Point(Point {
            bound: side,
            hedge: loose,
            when: time,
        }) => format!("{}{}{}", bound(side), hedge(loose), when(time)),
        Expression::Between(first, last) => format!("{}..{}", when(first), when(last)),
        Expression::FromTo(first, last) => format!("{}->{}", when(first), when(last)),
        Expression::Offset(distance) => offset(distance),
        Expression::Same => "same".to_owned(),
        Expression::Then => "then".to_owned(),
        Expression::When => "when".to_owned(),
        Expression::Length(loose, length) => format!("for {}{}", hedge(loose), duration(length)),
        Expression::Window(Window {
            hedge: loose,
            length,
            side,
        }) => {
            let side = match side {
                Side::Past => "past",
                Side::Recent => "recent",
                Side::Next => "next",
                Side::Inside => "some",
            };
            format!("{side} {}{}", hedge(loose), duration(length))
        }
        Expression::Set(every) => match every {
            Every::Unit(count, unit) => format!("every {count} {unit:?}").to_lowercase(),
            Every::Weekday(name, of) => {
                let of = of.map_or(String::new(), |of| format!(" {}", part(of)));
                format!("every {}{of}", weekday(name))
            }
            Every::Part(of) => format!("every {}", part(of)),
            Every::Month(month) => format!("every ??-{month:02}"),
            Every::Season(season) => format!("every {season:?}").to_lowercase(),
        },
        Expression::Vague(Vague::Now) => "now".to_owned(),
        Expression::Vague(Vague::Past) => "past".to_owned(),
        Expression::Vague(Vague::Future) => "future".to_owned(),
        Expression::Stamp => "stamp".to_owned(),
        Expression::Impossible => "impossible".to_owned(),
    }
}
