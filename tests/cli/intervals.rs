//! `squelch intervals`: from one milestone of a response to the next, against a table made by hand.

use crate::desk::Desk;

const CAD: &str = "\
Saturday, June 7, 2025

21:14:05 Call received, smoke at the mill
21:15:10 Engine 7 dispatched
21:15:10 Medic 3 dispatched
21:16:25 Engine 7 enroute
21:16:40 Medic 3 enroute
21:17:00 Dispatch: Medic 3, advise when on scene
21:20:55 Engine 7 on scene
21:21:30 Engine 7: Medic 3 is not on scene yet
21:24:00 Medic 3 en route to the hospital with another patient
21:52:30 Engine 7: fire is under control
22:10:05 Engine 7 available
";

fn run(arguments: &[&str]) -> String {
    let outcome = Desk::new().file("cad.txt", CAD).command(
        "intervals",
        b"",
        &[&["cad.txt", "--tz", "America/Denver"], arguments].concat(),
    );
    assert_eq!((outcome.code, outcome.remarks.as_str()), (0, ""));
    outcome.text().to_owned()
}

#[test]
fn two_units_of_a_record_agree_with_a_table_made_by_hand() {
    let table = run(&["--format", "csv"]);
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect())
        .collect();
    let found: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| [row[1], row[2], row[3], row[4], row[5]])
        .collect();
    let wanted = [
        ["", "alarm handling", "65", "64.001", "65.999"],
        ["", "total response", "410", "409.001", "410.999"],
        ["", "arrival to control", "1895", "1894.001", "1895.999"],
        ["", "call to last unit free", "3360", "3359.001", "3360.999"],
        ["engine 7", "alarm handling", "65", "64.001", "65.999"],
        ["engine 7", "turnout", "75", "74.001", "75.999"],
        ["engine 7", "travel", "270", "269.001", "270.999"],
        ["engine 7", "response", "345", "344.001", "345.999"],
        ["engine 7", "arrival to patient", "", "", ""],
        ["engine 7", "time on call", "3295", "3294.001", "3295.999"],
        ["medic 3", "alarm handling", "65", "64.001", "65.999"],
        ["medic 3", "turnout", "90", "89.001", "90.999"],
        // it never arrived: no number
        ["medic 3", "travel", "", "", ""],
        ["medic 3", "response", "", "", ""],
        ["medic 3", "time on call", "", "", ""],
    ];
    assert_eq!(found, wanted);
    assert_eq!(rows[7][6..9], ["dispatched", rows[4][10], "cad.txt:4"]);
}

#[test]
fn what_is_measured_is_printed_with_its_standard() {
    let text = run(&[]);
    assert!(
        text.contains("    turnout                1 min 14 s to 1 min 16 s"),
        "{text}"
    );
    assert!(
        text.contains("    travel                 open: nobody tells `on scene`"),
        "{text}"
    );
    assert!(
        text.contains("unit: from `dispatched` to `en route` (NFPA 1710)"),
        "{text}"
    );
    assert!(
        text.contains("on scene               NEMSIS eTimes.06 unit arrived on scene"),
        "{text}"
    );
}

#[test]
fn a_story_without_a_response_has_no_interval() {
    let outcome = Desk::new()
        .file(
            "story.txt",
            "A bridge closed at 9:14 p.m. Saturday, June 7, 2025.\n",
        )
        .command("intervals", b"", &["story.txt"]);
    assert!(
        outcome
            .text()
            .starts_with("no source tells of two milestones of a response\n")
    );
}

#[test]
fn what_is_told_out_of_order_has_no_length() {
    let log = "Saturday, June 7, 2025\n\n18:00:00 Engine 7 on scene\n18:02:21 Call received\n\
               18:05:00 Engine 7 dispatched\n18:05:00 Engine 7 enroute\n";
    let run = |format: &str| {
        let outcome = Desk::new().file("log.txt", log).command(
            "intervals",
            b"",
            &["log.txt", "--tz", "America/Denver", "--format", format],
        );
        outcome.text().to_owned()
    };
    let text = run("text");
    assert!(
        text.contains("    total response         out of order: no length "),
        "{text}"
    );
    // which of two lines of one second came first is not told
    assert!(
        text.contains("    turnout                at most 1 s "),
        "{text}"
    );
    let table = run("csv");
    assert!(!table.contains(",-"), "{table}");
    let row = table.lines().find(|row| row.contains("total response"));
    let row = row.unwrap();
    assert!(row.contains(",total response,,,,"), "{row}");
    assert!(row.ends_with(",out of order"), "{row}");
}

#[test]
fn a_chronology_in_an_article_is_read_as_a_record() {
    let report = "Report on a mill fire\n\nPublished June 8, 2025\n\n\
                  On June 7, 2025, a mill burned at Orr.\n\n\
                  2114 Hours\nDispatch sends Engine 7 and Truck 2 to the mill.\n\n\
                  2121 Hours\nEngine 7 on scene. Truck 2 is not yet on scene.\n\n\
                  2123 Hours\nTruck 2 and Battalion 1 on scene.\n";
    let outcome = Desk::new().file("report.txt", report).command(
        "intervals",
        b"",
        &["report.txt", "--tz", "America/Denver"],
    );
    let responses: Vec<&str> = outcome
        .text()
        .lines()
        .filter(|row| row.starts_with("    response "))
        .map(str::trim)
        .collect();
    let wanted = [
        "response               open: nobody tells `dispatched`    report.txt:14",
        "response               6 min to 8 min                     report.txt:8 to report.txt:11",
        "response               8 min to 10 min                    report.txt:8 to report.txt:14",
    ];
    assert_eq!(responses, wanted);
}
