//! One line in, what it says out: `corpus/transcript_lines.txt`; and the laws of the whole text.
//!
//! `UPDATE=1 cargo test` writes what comes out into the corpus; review the difference.

use proptest::prelude::*;
use squelch::read::log::{is_log, log};
use squelch::read::transcript::{ClockStamp, Entry, Meridiem, Stamp, Transcript, Transmission};
use squelch::span::Span;
use std::fmt::Write;

const CORPUS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/corpus/transcript_lines.txt"
);

#[test]
fn every_line_of_the_corpus_says_what_stands_below_it() {
    let corpus = std::fs::read_to_string(CORPUS).unwrap();
    let mut found = String::new();
    let mut lines = corpus.lines().peekable();
    while let Some(line) = lines.next() {
        writeln!(found, "{line}").unwrap();
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        while lines.next_if(|line| line.starts_with("    ")).is_some() {}
        let text = line
            .replace("{lf}", "\n")
            .replace("{nbsp}", "\u{a0}")
            .replace("{nnbsp}", "\u{202f}");
        for entry in &log(&text).entries {
            writeln!(found, "    {}", told(&text, entry)).unwrap();
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(CORPUS, found).unwrap();
        return;
    }
    for (number, (wanted, found)) in corpus.lines().zip(found.lines()).enumerate() {
        assert_eq!(wanted, found, "line {} of the corpus", number + 1);
    }
    assert_eq!(corpus.lines().count(), found.lines().count());
}

fn told(text: &str, entry: &Entry) -> String {
    match entry {
        Entry::Heading { date, .. } => format!("heading {date}"),
        Entry::Unread(_) => "unread".to_owned(),
        Entry::Record(..) | Entry::Incident(_) | Entry::About(_) | Entry::Invented(_) => {
            panic!("a log has none")
        }
        Entry::Line(line) => {
            let stamp = line.stamp.map(|(stamp, _)| match stamp {
                Stamp::Clock(stamp) => clock(stamp),
                Stamp::Offset { .. } | Stamp::Within | Stamp::Moment { .. } => {
                    panic!("a log has clock times")
                }
            });
            let parts = [
                Some(stamp.unwrap_or("untimed".to_owned())),
                part(text, "channel", line.channel),
                part(text, "speaker", line.speaker),
                part(text, "unit", line.unit),
                part(text, "text", Some(line.text)),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            parts.join(" | ")
        }
    }
}

fn part(text: &str, name: &str, span: Option<Span>) -> Option<String> {
    span.map(|span| format!("{name}={}", span.of(text).replace('\n', "{lf}")))
}

fn clock(stamp: ClockStamp) -> String {
    let mut told = String::new();
    if let Some(date) = stamp.date {
        write!(told, "{date} ").unwrap();
    }
    if let Some((month, day)) = stamp.day {
        write!(told, "--{month:02}-{day:02} ").unwrap();
    }
    write!(told, "{:02}:{:02}", stamp.hour, stamp.minute).unwrap();
    if let Some(second) = stamp.second {
        write!(told, ":{second:02}").unwrap();
    }
    if let Some(millisecond) = stamp.millisecond {
        write!(told, ".{millisecond:03}").unwrap();
    }
    match stamp.meridiem {
        Some(Meridiem::Am) => told.push_str(" AM"),
        Some(Meridiem::Pm) => told.push_str(" PM"),
        None => {}
    }
    if let Some(offset) = stamp.offset {
        write!(told, " {offset}").unwrap();
    }
    told
}

fn lines_of(read: &Transcript) -> Vec<&Transmission> {
    let lines = read.entries.iter().filter_map(|entry| match entry {
        Entry::Line(line) => Some(line),
        _ => None,
    });
    lines.collect()
}

#[test]
fn one_line_with_channel_and_unit_makes_the_lone_names_of_the_file_channels() {
    let text = "13:12:04 North Desk: go ahead\n13:12:09 North Desk (Engine 7): on scene\n";
    let read = log(text);
    for line in lines_of(&read) {
        assert_eq!(line.channel.unwrap().of(text), "North Desk");
        assert_eq!(line.speaker, None);
    }
}

#[test]
fn a_typists_remark_in_parentheses_makes_no_channel() {
    let text = "13:12:04 Lee: go ahead\n13:12:09 Lee (off mic): wait\n13:12:15 Ruiz: copy\n";
    let read = log(text);
    assert_eq!(lines_of(&read)[0].speaker.unwrap().of(text), "Lee");
    assert_eq!(lines_of(&read)[2].speaker.unwrap().of(text), "Ruiz");
}

#[test]
fn windows_line_ends_are_in_no_span() {
    let text = "13:12:04 Unit 12: copy\r\nand go\r\n\r\nOctober 10, 2025\r\n";
    let read = log(text);
    assert_eq!(lines_of(&read)[0].text.of(text), "copy\r\nand go");
    assert!(
        matches!(read.entries[1], Entry::Heading { span, .. } if span.of(text) == "October 10, 2025")
    );
}

#[test]
fn stamps_alone_make_no_transcript() {
    let timeline = "0915 Hours\nThe bell rang and two crews left.\n0918 Hours\nSmoke was seen.\n";
    assert!(!is_log(&timeline.repeat(10)));
    let page = "9:05 p.m. ET\nCrews report progress\n8:40 p.m. ET\nTwo roads are shut.\n";
    assert!(!is_log(&page.repeat(10)));
}

#[test]
fn a_transcript_may_have_more_lines_without_a_stamp_than_with() {
    let minute = "14:02 – Clerk: go ahead\nCaller: smoke at the pier\n\nClerk: which pier?\n";
    assert!(is_log(&minute.repeat(3)));
    let hour = format!(
        "14:02 – Clerk: go ahead\n{}",
        "Caller: smoke at the pier\n".repeat(9)
    );
    assert!(is_log(&hour.repeat(3)));
    let prose = format!(
        "14:02 – Clerk: go ahead\n{}",
        "Smoke rose at the pier.\n".repeat(9)
    );
    assert!(!is_log(&prose.repeat(3)));
    assert!(!is_log(
        "A man called.\nHe waited.\n13:12:04 Unit 12: copy\n"
    ));
    assert!(!is_log(""));
}

#[test]
fn what_is_written_up_under_a_byline_or_an_opening_is_no_transcript() {
    let head = "Ice takes three boats\nBy Lena Orth, The Coaster\n\nFriday, May 3\n\n";
    let told = "6:30 p.m.: A warden hears the ice crack.\n7:15 p.m. - She tied up the gate.\n";
    assert!(!is_log(&format!("{head}{}", told.repeat(3))));
    let spoken = "6:30 p.m. Warden: The ice is going out.\n6:31 p.m. Port: Copy, warden.\n";
    assert!(is_log(&format!("{head}{}", spoken.repeat(3))));
    let radio = "18:30 ice going out at the slip\n18:31 copy, on my way\n";
    assert!(is_log(&format!("{head}{}", radio.repeat(3))));
    let logged = "[6:30 p.m.] The ice is going out.\n[6:31 p.m.] On my way.\n";
    assert!(is_log(&format!("{head}{}", logged.repeat(3))));
    let opening = "The boom at Cole Reach was old when it parted.\n\n";
    assert!(!is_log(&format!("{opening}{}", told.repeat(3))));
    assert!(is_log(&format!("{opening}{}", spoken.repeat(3))));
    assert!(is_log(&told.repeat(3)));
}

/// Text made of pieces that the grammar knows, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[2024-02-29 13:12:04]",
        "13:12",
        ":04",
        "1:12 p.m.",
        "2/29/24",
        "T",
        "Z",
        "1312 hours",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "-",
        " – ",
        ": ",
        ":",
        "(",
        ")",
        "[",
        "]",
        "<TAC-2>",
        "Unit 12",
        "IPD Dispatch",
        "Engine 7",
        "October 10, 2025",
        "Date: ",
        "# ",
        "é",
        "\u{202f}",
        "99999999999",
        "copy",
        ".",
        ",",
        "3-Adam-12",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn laws(text: &str) -> Result<(), TestCaseError> {
    is_log(text);
    let mut spans = Vec::new();
    for entry in log(text).entries {
        match entry {
            Entry::Heading { span, .. } | Entry::Unread(span) => spans.push(span),
            Entry::Record(..) | Entry::Incident(_) | Entry::About(_) | Entry::Invented(_) => {
                panic!("a log has none")
            }
            Entry::Line(line) => {
                spans.push(line.span);
                let stamp = line.stamp.map(|(_, span)| span);
                let parts = [
                    stamp,
                    line.channel,
                    line.speaker,
                    line.unit,
                    Some(line.text),
                ];
                for part in parts.into_iter().flatten() {
                    prop_assert!(text.get(part.range()).is_some());
                    prop_assert!(line.span.holds(part), "{part:?} in {:?}", line.span);
                }
            }
        }
    }
    for span in &spans {
        prop_assert!(!span.is_empty());
        let words = text.get(span.range());
        prop_assert!(words.is_some_and(|words| words.trim() == words));
    }
    for pair in spans.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start);
    }
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let line = Span::within(text, line.trim());
        prop_assert_eq!(spans.iter().filter(|span| span.holds(line)).count(), 1);
        prop_assert_eq!(spans.iter().filter(|span| span.meets(line)).count(), 1);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_string_is_covered_line_by_line(text in "(?s).{0,200}") {
        laws(&text)?;
    }

    #[test]
    fn any_mix_of_known_pieces_is_covered_line_by_line(text in pieces()) {
        laws(&text)?;
    }
}

#[test]
fn the_title_of_a_log_names_its_day_before_the_first_stamp_alone() {
    let text = "Wed Aug 20 2025 - Harlow main channel\n[12:47:32] Dispatch: All units\nas said on May 2, 2024\n\nprinted Aug 30 2025\n";
    let entries = log(text).entries;
    let Entry::Heading { date, .. } = entries[0] else {
        panic!("{:?}", entries[0]);
    };
    assert_eq!(date.to_string(), "2025-08-20");
    assert!(matches!(entries[1], Entry::Line(_)));
    assert!(matches!(entries[2], Entry::Unread(_)), "{:?}", entries[2]);
}
