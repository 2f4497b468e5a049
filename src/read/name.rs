//! What the name of a recording says of it: recorders name their files after a moment, and some after
//! the channel and the radio too.
//!
//! ```abnf
//! sdrtrunk  = compact *label [ "_TO_" channel ] [ "_FROM_" radio ] [ "_TONES" *label ] [ "_V" 1*DIGIT ]
//! trunk     = talkgroup "-" 10DIGIT [ "." 1*3DIGIT ] "_" *label
//! feed      = 12DIGIT "-" 1*DIGIT "-" 1*DIGIT
//! any       = *label ( compact / dashed ) [ "Z" ] *label
//! compact   = 8DIGIT ( "_" / "-" / "T" / SP ) 6DIGIT
//! dashed    = 4DIGIT 2( mark 2DIGIT ) ( "_" / "-" / "T" / SP ) 2DIGIT 2( mark 2DIGIT )
//! ```

use super::format::{File, Format, Reader, Reading, Remark};
use super::log::{is_log, spoken};
use super::recording::{Basis, Moment, Named, Piece, Recording};
use super::transcript::Stamp;
use super::{Body, Kind, Source, name_of, trunk_recorder};
use crate::note::Code;
use crate::span::Span;
use crate::time::{Instant, MINUTE, SECOND};
use chrono::{NaiveDate, NaiveDateTime};
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{consumed, eof, fail, not, opt};
use nom::sequence::{delimited, preceded, separated_pair, terminated};
use nom::{IResult, Parser};

/// The words of a call in a plain text that is named as a recorder names the call's sound.
pub(super) const FORMAT: Format = Format {
    name: "call-text",
    kind: Kind::Transcript,
    looks: "a plain `.txt` with SDRTrunk's name (`20250503_142230…_TO_7_FROM_12.txt`) or trunk-recorder's (`7-1746282150_851012500….txt`)",
    takes: "the words; from the name the channel, the unit, and when the call ended (SDRTrunk) or its file was made (trunk-recorder)",
    reader: Reader::Text { fits, read },
};

fn fits(file: &File) -> bool {
    let is_call = |name: Name| matches!(name.named, Named::End | Named::Made);
    let is_text = file.name.to_ascii_lowercase().ends_with(".txt");
    is_text && Name::of(file.name).is_some_and(is_call) && !is_log(file.text)
}

fn read(file: &File) -> Reading {
    Reading::plain(Body::Transcript(spoken(file.text)))
}

impl Source {
    /// Takes from the file's name what nothing in the file says: when it was recorded, on which channel,
    /// and who speaks. Stamps that are times of day stand for themselves.
    pub(super) fn take_name(&mut self) {
        let path = self.path.clone();
        let (Some(name), None, Body::Transcript(transcript)) =
            (Name::of(name_of(&path)), &self.recording, &self.body)
        else {
            return;
        };
        let stamps = || transcript.lines().map(|line| line.stamp);
        let is_counted = stamps().any(|stamp| matches!(stamp, Some((Stamp::Offset { .. }, _))));
        let is_untimed = stamps().all(|stamp| stamp.is_none());
        let length = transcript.length;
        if !is_counted && !is_untimed {
            return;
        }
        self.recording = Some(Recording {
            pieces: vec![Piece {
                offset: 0,
                at: name.at,
                grain: name.grain,
            }],
            length,
            basis: Basis::Name(name.named),
        });
        self.recorder = match name.named {
            Named::End => Some("SDRTrunk".to_owned()),
            Named::Made => Some(trunk_recorder::FORMAT.name.to_owned()),
            Named::Start | Named::Archived => None,
        };
        let stamp = self.append(name.words);
        let channel = name.channel.map(|words| self.append(words));
        let unit = name.unit.map(|words| self.append(words));
        if let Body::Transcript(transcript) = &mut self.body {
            for line in transcript.lines_mut() {
                line.channel = line.channel.or(channel);
                line.unit = line.unit.or(unit);
                if is_untimed {
                    line.stamp = Some((Stamp::Within, stamp));
                }
            }
        }
    }
}

/// What is to be said of a call if the file that trunk-recorder made of it has a time in its name that
/// is far from that of the call: one of the two is wrong, or the file was made late.
pub(super) fn compare(name: &str, key: &str, started: i64) -> Option<Remark> {
    /// They may differ by so much without a word.
    const SLACK: i64 = 2 * SECOND;
    let Name {
        named: Named::Made,
        at: Moment::Instant(made),
        ..
    } = Name::of(name)?
    else {
        return None;
    };
    let by = (made.0 - started).abs();
    (SLACK < by).then(|| Remark {
        code: Code::TimesDiffer,
        span: Span::default(),
        message: format!(
            "the file's name has a time {} s from `{key}`; `{key}` is used",
            by / SECOND
        ),
    })
}

/// A name that has a moment.
#[derive(Debug, PartialEq, Eq)]
struct Name<'a> {
    /// What the moment is of the recording.
    named: Named,
    at: Moment,
    /// How fine it is, in milliseconds.
    grain: i64,
    /// The words that say so.
    words: &'a str,
    channel: Option<&'a str>,
    unit: Option<&'a str>,
}

type Read<'a, T> = IResult<&'a str, T>;

impl<'a> Name<'a> {
    /// Of a file, without its folders.
    fn of(file: &'a str) -> Option<Name<'a>> {
        let stem = stem(file);
        let known = alt((sdrtrunk, recorded, feed)).parse(stem);
        known.ok().map(|(_, name)| name).or_else(|| any(stem))
    }
}

/// A name without its endings: `7-1.5_2.0` of `7-1.5_2.0.mp3.txt`
fn stem(file: &str) -> &str {
    const LONGEST: usize = 5;
    let is_ending = |ending: &str| {
        ending.len() <= LONGEST
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    match file.rsplit_once('.') {
        Some((rest, ending)) if is_ending(ending) => stem(rest),
        _ => file,
    }
}

/// `20250503_142230Lakeside_North_TO_7_FROM_12`: local time, when the finished call was written
/// (`SDRTrunk`, `AudioRecordingManager`).
fn sdrtrunk(input: &str) -> Read<'_, Name<'_>> {
    let (rest, (words, time)) = consumed(compact).parse(input)?;
    let part = |mark: &str| {
        let (_, value) = rest.split_once(mark)?;
        let ends = ["_FROM_", "_TONES", "_V", "_TO_"];
        let end = ends.iter().filter_map(|end| value.find(end)).min();
        let value = &value[..end.unwrap_or(value.len())];
        (!value.is_empty()).then_some(value)
    };
    let (channel, unit) = (part("_TO_"), part("_FROM_"));
    if channel.or(unit).is_none() {
        return fail().parse(rest);
    }
    Ok((
        "",
        Name {
            named: Named::End,
            at: Moment::Civil(time),
            grain: SECOND,
            words,
            channel,
            unit,
        },
    ))
}

/// `7-1746282150_851012500.0-call_3`: seconds since the epoch, when the file was made (trunk-recorder,
/// `call_concluder.cc`).
fn recorded(input: &str) -> Read<'_, Name<'_>> {
    let epoch = (digits(10, 10), opt(preceded(char('.'), digits(1, 3))));
    let name = separated_pair(digit1, char('-'), terminated(consumed(epoch), char('_')));
    name.map_opt(|(talkgroup, (words, (seconds, fraction)))| {
        let seconds: i64 = seconds.parse().ok()?;
        let below: i64 = format!("{:0<3}", fraction.unwrap_or("")).parse().ok()?;
        Some(Name {
            named: Named::Made,
            at: Moment::Instant(Instant(seconds * SECOND + below)),
            grain: fraction.map_or(SECOND, |_| 1),
            words,
            channel: Some(talkgroup),
            unit: None,
        })
    })
    .parse(input)
}

/// `202505031421-373175-5318`: local time, when an archive of a feed began (Broadcastify).
fn feed(input: &str) -> Read<'_, Name<'_>> {
    let time =
        (digits(8, 8), digits(4, 4)).map_opt(|(day, time)| moment(day, &format!("{time}00")));
    let number = || preceded(char('-'), digit1);
    (consumed(time), number(), number(), eof)
        .map(|((words, time), ..)| Name {
            named: Named::Archived,
            at: Moment::Civil(time),
            grain: MINUTE,
            words,
            channel: None,
            unit: None,
        })
        .parse(input)
}

/// `Pier 2025-05-03_14-22-30`: when a recording was started, as most programs name it.
fn any(stem: &str) -> Option<Name<'_>> {
    let is_inside = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|at| stem.as_bytes()[at].is_ascii_digit())
    };
    let mut starts = stem
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !is_inside(*at));
    starts.find_map(|(at, _)| {
        let stamp = (alt((compact, dashed)), opt(char('Z')), not(digit1));
        let (_, (words, (time, zulu, ()))) = consumed(stamp).parse(&stem[at..]).ok()?;
        let at = match zulu {
            Some(_) => Moment::Instant(Instant(time.and_utc().timestamp_millis())),
            None => Moment::Civil(time),
        };
        Some(Name {
            named: Named::Start,
            at,
            grain: SECOND,
            words,
            channel: None,
            unit: None,
        })
    })
}

/// `20250503_142230`
fn compact(input: &str) -> Read<'_, NaiveDateTime> {
    separated_pair(digits(8, 8), gap, digits(6, 6))
        .map_opt(|(day, time)| moment(day, time))
        .parse(input)
}

/// `2025-05-03_14-22-30`
fn dashed(input: &str) -> Read<'_, NaiveDateTime> {
    let pair = || delimited(one_of("-_.:"), digits(2, 2), not(digit1));
    let day = (digits(4, 4), pair(), pair());
    let time = (digits(2, 2), pair(), pair());
    separated_pair(day, gap, time)
        .map_opt(|((year, month, day), (hour, minute, second))| {
            moment(
                &format!("{year}{month}{day}"),
                &format!("{hour}{minute}{second}"),
            )
        })
        .parse(input)
}

fn gap(input: &str) -> Read<'_, char> {
    one_of("_-T ").parse(input)
}

fn digits<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit())
}

/// `20250503` and `142230`, if there is such a time and radios were recorded then.
fn moment(day: &str, time: &str) -> Option<NaiveDateTime> {
    let number = |digits: &str, from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let year = number(day, 0, 4).filter(|year| (1980..2100).contains(year))?;
    let day = NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        number(day, 4, 6)?,
        number(day, 6, 8)?,
    )?;
    day.and_hms_opt(
        number(time, 0, 2)?,
        number(time, 2, 4)?,
        number(time, 4, 6)?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(file: &str) -> Option<(Named, String, Option<&str>, Option<&str>)> {
        let name = Name::of(file)?;
        let at = match name.at {
            Moment::Civil(time) => time.to_string(),
            Moment::Instant(at) => at.0.to_string(),
        };
        Some((name.named, at, name.channel, name.unit))
    }

    #[test]
    fn sdrtrunk_names_say_when_a_call_ended() {
        let end =
            |channel, unit| Some((Named::End, "2025-05-03 14:22:30".to_owned(), channel, unit));
        assert_eq!(
            told("20250503_142230Lake_North-Control__TO_52_FROM_99.mp3"),
            end(Some("52"), Some("99"))
        );
        assert_eq!(told("20250503_142230_TO_52.txt"), end(Some("52"), None));
        assert_eq!(
            told("20250503_142230_Lake_TO_[52,53]_FROM_99_TONES_A_B_V2.mp3.txt"),
            end(Some("[52,53]"), Some("99"))
        );
    }

    #[test]
    fn trunk_recorder_names_say_when_a_file_was_made() {
        let made = |at: &str| Some((Named::Made, at.to_owned(), Some("7"), None));
        assert_eq!(
            told("7-1746282150_851012500.0-call_3.txt"),
            made("1746282150000")
        );
        assert_eq!(
            told("7-1746282150.37_851012500-call_3.wav"),
            made("1746282150370")
        );
        assert_eq!(told("7-174628215_851012500.wav"), None);
    }

    #[test]
    fn other_names_say_when_a_recording_was_started() {
        let feed = (
            Named::Archived,
            "2025-05-03 14:21:00".to_owned(),
            None,
            None,
        );
        assert_eq!(told("202505031421-373175-5318.mp3"), Some(feed));
        let start = |at: &str| Some((Named::Start, at.to_owned(), None, None));
        assert_eq!(
            told("Pier 2025-05-03_14-22-30.srt"),
            start("2025-05-03 14:22:30")
        );
        assert_eq!(
            told("pier_20250503-142230.json"),
            start("2025-05-03 14:22:30")
        );
        assert_eq!(told("pier_20250503T142230Z.json"), start("1746282150000"));
        for none in [
            "2025-05-03.srt",
            "20251303_142230.srt",
            "120250503_1422301.srt",
            "tape.srt",
        ] {
            assert_eq!(told(none), None, "{none}");
        }
    }
}
