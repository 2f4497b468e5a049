//! Files of recorders and transcribers on the command line: folders of calls, sound, `squelch formats`.

use crate::desk::Desk;

const CALL: &str = r#"{"start_time": 1746282150, "stop_time": 1746282162, "call_length": 9, "talkgroup": 7,
 "talkgroup_tag": "North", "short_name": "lakeside",
 "srcList": [{"src": 12, "time": 1746282150, "pos": 0.0, "tag": "Engine 7"},
             {"src": 3, "time": 1746282158, "pos": 4.5, "tag": "Dispatch"}]}"#;
const CUES: &str = "1\n00:00:00,300 --> 00:00:04,000\nEngine 7 on scene, heavy smoke\n\n2\n00:00:05,000 --> \
                    00:00:08,000\nEngine 7 on scene, heavy smoke, copy\n";

fn desk() -> Desk {
    Desk::new()
        .folder("calls")
        .file("calls/7-1746282150_851.json", CALL)
        .file("calls/7-1746282150_851.srt", CUES)
        .file("calls/7-1746282150_851.mp3", "ID3 no words")
}

#[test]
fn a_call_and_its_transcript_are_one_and_its_sound_goes_with_it() {
    let outcome = desk().run(&["calls", "--tz", "America/Chicago", "--format", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.remarks);
    let text = outcome.text();
    assert!(text.contains("2025-05-03T09:22:30.300-05:00"), "{text}");
    // the silence between the two was cut out of the sound
    assert!(text.contains("2025-05-03T09:22:38.500-05:00"), "{text}");
    assert!(
        text.contains(r#""audio": "calls/7-1746282150_851.mp3""#),
        "{text}"
    );
    assert!(text.contains(r#""audio_offset_s": 5.0"#), "{text}");
    assert!(text.contains(r#""unit": "Engine 7""#), "{text}");
}

#[test]
fn sound_without_a_transcript_is_named_once() {
    let desk = desk()
        .file("calls/8.wav", "RIFF")
        .file("calls/9.wav", "RIFF");
    let outcome = desk.run(&["calls", "--tz", "UTC"]);
    assert_eq!(outcome.code, 0);
    assert!(
        outcome.remarks.contains(
            "note[no-transcript]: calls/8.wav: 2 recordings have no transcript beside them"
        ),
        "{}",
        outcome.remarks
    );
}

#[test]
fn json_that_is_damaged_or_of_another_tool_is_named_with_its_place() {
    let desk = desk()
        .file("calls/cut.json", &CALL[..90])
        .file("calls/other.json", r#"{"cats": 3, "dogs": {"big": 1}}"#);
    let outcome = desk.run(&["calls", "--tz", "UTC"]);
    assert_eq!(outcome.code, 0);
    assert!(
        outcome.remarks.contains(
            "note[unreadable]: calls/cut.json:2:2: this JSON is damaged: unterminated string literal; get \
             the file again, or cut it off before this place"
        ),
        "{}",
        outcome.remarks
    );
    assert!(
        outcome.remarks.contains(
            "note[unreadable]: calls/other.json: no format has this JSON (its keys are `cats`, `dogs`); \
             see `squelch formats`, or export it as SRT or text"
        ),
        "{}",
        outcome.remarks
    );
}

#[test]
fn formats_are_listed_and_can_be_named() {
    let desk = desk().file("odd.txt", CUES);
    let listed = desk.command("formats", b"", &[]);
    for name in ["trunk-recorder", "whisper", "subtitle", "log", "prose"] {
        assert!(
            listed.text().contains(&format!("{name} (")),
            "{}",
            listed.text()
        );
    }
    let outcome = desk.run(&["odd.txt", "--kind", "log", "--tz", "UTC"]);
    assert_eq!(outcome.code, 0, "{}", outcome.remarks);
}

#[test]
fn inspect_shows_how_each_line_is_read_and_what_is_left_out() {
    let desk = Desk::new().file(
        "a.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Engine 7>on scene\n",
    );
    let outcome = desk.command("inspect", b"", &["a.vtt"]);
    assert_eq!(
        outcome.text(),
        "a.vtt: read as subtitle, UTF-8\n\
         a.vtt:1:1  left out     \"WEBVTT\"  (about the recording or the file)\n\
         a.vtt:3:1  stamp        \"00:01.000\"  -  (no date to count from)\n\
         a.vtt:4:4  unit         \"Engine 7\"\n\
         a.vtt:4:13  words        \"on scene\"\n"
    );
}

#[test]
fn the_case_file_names_the_case_its_speakers_and_where_sources_are_from() {
    let case = "name = \"Fire at the mill\"\nzone = \"UTC\"\n\n[[source]]\npath = \"a.vtt\"\n\
                start = \"2025-05-03T14:00:00\"\nurl = \"https://example.org/a\"\nread = \"2025-05-04\"\n\
                note = \"sent by the county\"\nspeakers = { \"SPEAKER_00\" = \"Engine 7\" }\n";
    let cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v SPEAKER_00>on scene\n";
    let desk = Desk::new().file("case.toml", case).file("a.vtt", cues);
    let text = desk.run(&["case.toml"]);
    assert_eq!(
        text.text(),
        "Fire at the mill\n\na · Saturday, May 3, 2025 (UTC)\n1 event · 1 source: a.vtt\n\n \
         14:00:01              radio     Engine 7: on scene [a.vtt:4]\n\nNot placed (by line)\n \
         a.vtt: about the recording or the file 1\n\nSources\n a.vtt: https://example.org/a (read \
         2025-05-04); sent by the county\n"
    );
    let table = desk.run(&["case.toml", "--format", "csv"]);
    assert!(
        table
            .text()
            .contains("https://example.org/a (read 2025-05-04)"),
        "{}",
        table.text()
    );
    let wrong = Desk::new()
        .file(
            "case.toml",
            "[[source]]\npath = \"a.vtt\"\nread = \"soon\"\n",
        )
        .file("a.vtt", cues)
        .run(&["case.toml"]);
    assert_eq!(
        wrong.remarks,
        "squelch: case.toml:3:8: `soon` is not a day; write it as `2025-05-04`\n"
    );
}
