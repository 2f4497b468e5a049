//! Words of time: months, weekdays, numbers, parts of the day, zones.

/// Month names and their abbreviations (AP and CAD usage), without their full stop.
pub const MONTHS: &[(&str, u8)] = &[
    ("apr", 4),
    ("april", 4),
    ("aug", 8),
    ("august", 8),
    ("dec", 12),
    ("december", 12),
    ("feb", 2),
    ("february", 2),
    ("jan", 1),
    ("january", 1),
    ("jul", 7),
    ("july", 7),
    ("jun", 6),
    ("june", 6),
    ("mar", 3),
    ("march", 3),
    ("may", 5),
    ("nov", 11),
    ("november", 11),
    ("oct", 10),
    ("october", 10),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
];

/// Weekdays by their number from Monday, 0, as chrono counts them.
pub const WEEKDAYS: &[(&str, u8)] = &[
    ("friday", 4),
    ("monday", 0),
    ("saturday", 5),
    ("sunday", 6),
    ("thursday", 3),
    ("tuesday", 1),
    ("wednesday", 2),
];

/// Weekday abbreviations; in prose they count only before a full stop or a date.
pub const SHORT_WEEKDAYS: &[(&str, u8)] = &[
    ("fri", 4),
    ("mon", 0),
    ("sat", 5),
    ("sun", 6),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("tue", 1),
    ("tues", 1),
    ("wed", 2),
];

/// Number words up to ninety.
pub const NUMBERS: &[(&str, u32)] = &[
    ("eight", 8),
    ("eighteen", 18),
    ("eighty", 80),
    ("eleven", 11),
    ("fifteen", 15),
    ("fifty", 50),
    ("five", 5),
    ("forty", 40),
    ("four", 4),
    ("fourteen", 14),
    ("nine", 9),
    ("nineteen", 19),
    ("ninety", 90),
    ("one", 1),
    ("seven", 7),
    ("seventeen", 17),
    ("seventy", 70),
    ("six", 6),
    ("sixteen", 16),
    ("sixty", 60),
    ("ten", 10),
    ("thirteen", 13),
    ("thirty", 30),
    ("three", 3),
    ("twelve", 12),
    ("twenty", 20),
    ("two", 2),
];

/// Ordinal words, but for `first` and `second`, which have other senses too.
pub const ORDINALS: &[(&str, u8)] = &[
    ("eighteenth", 18),
    ("eighth", 8),
    ("eleventh", 11),
    ("fifteenth", 15),
    ("fifth", 5),
    ("fourteenth", 14),
    ("fourth", 4),
    ("nineteenth", 19),
    ("ninth", 9),
    ("seventeenth", 17),
    ("seventh", 7),
    ("sixteenth", 16),
    ("sixth", 6),
    ("tenth", 10),
    ("third", 3),
    ("thirteenth", 13),
    ("thirtieth", 30),
    ("twelfth", 12),
    ("twentieth", 20),
];

/// The unit of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LengthUnit {
    /// `seconds`
    Second,
    /// `minutes`
    Minute,
    /// `hours`
    Hour,
    /// `days`
    Day,
    /// `weekends`
    Weekend,
    /// `weeks`
    Week,
    /// `fortnights`
    Fortnight,
    /// `months`
    Month,
    /// `quarters`
    Quarter,
    /// `years`
    Year,
    /// `decades`
    Decade,
    /// `centuries`
    Century,
}

/// Units of length with their abbreviations, without their full stop.
pub const LENGTH_UNITS: &[(&str, LengthUnit)] = &[
    ("centuries", LengthUnit::Century),
    ("century", LengthUnit::Century),
    ("day", LengthUnit::Day),
    ("days", LengthUnit::Day),
    ("decade", LengthUnit::Decade),
    ("decades", LengthUnit::Decade),
    ("fortnight", LengthUnit::Fortnight),
    ("fortnights", LengthUnit::Fortnight),
    ("hour", LengthUnit::Hour),
    ("hours", LengthUnit::Hour),
    ("hr", LengthUnit::Hour),
    ("hrs", LengthUnit::Hour),
    ("min", LengthUnit::Minute),
    ("mins", LengthUnit::Minute),
    ("minute", LengthUnit::Minute),
    ("minutes", LengthUnit::Minute),
    ("month", LengthUnit::Month),
    ("months", LengthUnit::Month),
    ("qtr", LengthUnit::Quarter),
    ("quarters", LengthUnit::Quarter),
    ("sec", LengthUnit::Second),
    ("seconds", LengthUnit::Second),
    ("secs", LengthUnit::Second),
    ("week", LengthUnit::Week),
    ("weekend", LengthUnit::Weekend),
    ("weekends", LengthUnit::Weekend),
    ("weeks", LengthUnit::Week),
    ("year", LengthUnit::Year),
    ("years", LengthUnit::Year),
    ("yr", LengthUnit::Year),
    ("yrs", LengthUnit::Year),
];

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `morning`
    Morning,
    /// `afternoon`
    Afternoon,
    /// `evening`
    Evening,
    /// `night`
    Night,
    /// `overnight`
    Overnight,
    /// `early hours`, `small hours`, `predawn`
    SmallHours,
    /// `dawn`, of `before dawn`
    Dawn,
    /// `daybreak`, `sunrise`
    Daybreak,
    /// `sundown`, `nightfall`
    Sundown,
}

/// Parts of the day.
pub const DAY_PARTS: &[(&str, Part)] = &[
    ("afternoon", Part::Afternoon),
    ("afternoons", Part::Afternoon),
    ("dawn", Part::Dawn),
    ("daybreak", Part::Daybreak),
    ("dusk", Part::Sundown),
    ("evening", Part::Evening),
    ("evenings", Part::Evening),
    ("morning", Part::Morning),
    ("mornings", Part::Morning),
    ("night", Part::Night),
    ("nightfall", Part::Sundown),
    ("nights", Part::Night),
    ("overnight", Part::Overnight),
    ("predawn", Part::SmallHours),
    ("sundown", Part::Sundown),
    ("sunrise", Part::Daybreak),
    ("sunset", Part::Sundown),
    ("sunup", Part::Daybreak),
];

/// A region of North America whose clocks go together, summer time included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// `ET`, `Eastern time`
    Eastern,
    /// `CT`, `Central time`
    Central,
    /// `MT`, `mountain time`
    Mountain,
    /// `PT`, `Pacific time`
    Pacific,
}

/// A zone as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneWord {
    /// `CST`: minutes east of Greenwich.
    Offset(i32),
    /// `ET`: summer time is left open.
    Region(Region),
    /// `local time`: the zone of the source.
    Local,
}

/// Zone words of news and radio; of those with two senses, the North American one (NIST SP 432).
pub const ZONES: &[(&str, ZoneWord)] = &[
    ("acdt", ZoneWord::Offset(630)),
    ("acst", ZoneWord::Offset(570)),
    ("adt", ZoneWord::Offset(-180)),
    ("aedt", ZoneWord::Offset(660)),
    ("aest", ZoneWord::Offset(600)),
    ("akdt", ZoneWord::Offset(-480)),
    ("akst", ZoneWord::Offset(-540)),
    ("ast", ZoneWord::Offset(-240)),
    ("awst", ZoneWord::Offset(480)),
    ("bst", ZoneWord::Offset(60)),
    ("cdt", ZoneWord::Offset(-300)),
    ("cest", ZoneWord::Offset(120)),
    ("cet", ZoneWord::Offset(60)),
    ("cst", ZoneWord::Offset(-360)),
    ("ct", ZoneWord::Region(Region::Central)),
    ("edt", ZoneWord::Offset(-240)),
    ("eest", ZoneWord::Offset(180)),
    ("eet", ZoneWord::Offset(120)),
    ("est", ZoneWord::Offset(-300)),
    ("et", ZoneWord::Region(Region::Eastern)),
    ("gmt", ZoneWord::Offset(0)),
    ("hst", ZoneWord::Offset(-600)),
    ("ist", ZoneWord::Offset(330)),
    ("jst", ZoneWord::Offset(540)),
    ("mdt", ZoneWord::Offset(-360)),
    ("mst", ZoneWord::Offset(-420)),
    ("mt", ZoneWord::Region(Region::Mountain)),
    ("ndt", ZoneWord::Offset(-150)),
    ("nst", ZoneWord::Offset(-210)),
    ("nzdt", ZoneWord::Offset(780)),
    ("nzst", ZoneWord::Offset(720)),
    ("pdt", ZoneWord::Offset(-420)),
    ("pst", ZoneWord::Offset(-480)),
    ("pt", ZoneWord::Region(Region::Pacific)),
    ("sast", ZoneWord::Offset(120)),
    ("utc", ZoneWord::Offset(0)),
    ("z", ZoneWord::Offset(0)),
    ("zulu", ZoneWord::Offset(0)),
];

/// A season, as the north of the world has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// `spring`: March to May
    Spring,
    /// `summer`: June to August
    Summer,
    /// `fall`, `autumn`: September to November
    Fall,
    /// `winter`: December to February
    Winter,
}

/// Seasons.
pub const SEASONS: &[(&str, Season)] = &[
    ("autumn", Season::Fall),
    ("fall", Season::Fall),
    ("spring", Season::Spring),
    ("summer", Season::Summer),
    ("summers", Season::Summer),
    ("winter", Season::Winter),
    ("winters", Season::Winter),
];
