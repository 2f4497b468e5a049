//! The TIMEX3 value of a length of time: `P2Y`, `PT1H16M`, `PXD`.

use crate::find::{Count, Duration, unit_length};
use crate::lexicon::time::LengthUnit;
use std::fmt::Write as _;

/// The value of a length.
pub(super) fn length_value(length: Duration) -> String {
    const UNITS: [LengthUnit; 7] = [
        LengthUnit::Year,
        LengthUnit::Month,
        LengthUnit::Week,
        LengthUnit::Day,
        LengthUnit::Hour,
        LengthUnit::Minute,
        LengthUnit::Second,
    ];
    let code = |unit| match unit {
        LengthUnit::Second => ("T", "S", 1),
        LengthUnit::Minute => ("T", "M", 1),
        LengthUnit::Hour => ("T", "H", 1),
        LengthUnit::Day => ("", "D", 1),
        LengthUnit::Weekend => ("", "WE", 1),
        LengthUnit::Week => ("", "W", 1),
        LengthUnit::Fortnight => ("", "W", 2),
        LengthUnit::Month => ("", "M", 1),
        LengthUnit::Quarter => ("", "Q", 1),
        LengthUnit::Year => ("", "Y", 1),
        LengthUnit::Decade => ("", "Y", 10),
        LengthUnit::Century => ("", "Y", 100),
    };
    if length.count == Count::Moments {
        return "PTXS".to_owned();
    }
    if matches!(length.count, Count::Bare | Count::Few) {
        let (time, letter, _) = code(length.unit);
        return format!("P{time}X{letter}");
    }
    let whole = unit_length(length.unit);
    let is_whole = length.least % whole == 0 && length.count != Count::Composed;
    if is_whole {
        let (time, letter, factor) = code(length.unit);
        return format!("P{time}{}{letter}", length.least / whole * factor);
    }
    if LengthUnit::Decade <= length.unit && length.count == Count::Number {
        let (_, letter, factor) = code(length.unit);
        return format!("P{}{letter}", (length.least * factor + whole / 2) / whole);
    }
    if length.unit == LengthUnit::Year && length.count == Count::Number {
        let months = (length.least * 12 + whole / 2) / whole;
        return format!("P{}Y{}M", months / 12, months % 12);
    }
    let mut rest = length.least;
    let mut out = "P".to_owned();
    let mut in_time = false;
    for unit in UNITS {
        // a half of a month or of a year is counted in months, of a day in hours
        let count = rest / unit_length(unit);
        if count == 0 || (unit == LengthUnit::Week && length.unit != LengthUnit::Week) {
            continue;
        }
        let (time, letter, _) = code(unit);
        if !time.is_empty() && !in_time {
            out.push('T');
            in_time = true;
        }
        let _ = write!(out, "{count}{letter}");
        rest -= count * unit_length(unit);
        if rest < unit_length(LengthUnit::Day) && LengthUnit::Week < unit {
            break;
        }
    }
    out
}
