//! `squelch check --self`: what the articles claim themselves.

use crate::desk::{Desk, Outcome};

const STORY: &str = "\
Mill burns at Orr
By Ida Renn

A watchman called 911 at 9:14 p.m. Saturday, June 7, 2025.

The first engine arrived at 9:21 p.m. Part of the roof collapsed at 9:52 p.m.
";

#[test]
fn what_articles_claim_themselves_is_held_against_the_rest() {
    let other = "\
Fire at the mill
Published June 8, 2025

Part of the roof collapsed at 9:52 p.m. Saturday, ten minutes after the first engine arrived at the mill.

A watchman called 911 at 9:14 p.m. The first engine arrived at 9:21 p.m.

It took the first engine 40 minutes to arrive at the mill after the watchman called 911, police said.
";
    let outcome = Desk::new()
        .file("story.txt", STORY)
        .file("other.txt", other)
        .command("check", b"", &["--self", "story.txt", "other.txt"]);
    assert_eq!(outcome.code, 1, "{}", outcome.text());
    let text = outcome.text();
    assert!(
        text.contains("contradicted  other.txt:8  It took the first engine 40 minutes"),
        "{text}"
    );
    assert!(
        text.contains(
            "contradicted  other.txt:4  Part of the roof collapsed at 9:52 p.m. Saturday, ten"
        ),
        "{text}"
    );
    assert!(
        text.ends_with("2 told in the articles: 2 contradicted, 0 supported, 0 undetermined\n"),
        "{text}"
    );
}

/// What the articles of some names and texts claim themselves.
fn own(articles: &[(&str, &str)]) -> Outcome {
    let write = |desk: Desk, (name, text): &(&str, &str)| {
        let article = format!("Fire at Orr\nPublished June 8, 2025\n\n{text}\n");
        desk.file(name, &article)
    };
    let desk = articles.iter().fold(Desk::new(), write);
    let mut arguments = vec!["--self"];
    arguments.extend(articles.iter().map(|(name, _)| *name));
    desk.command("check", b"", &arguments)
}

#[test]
fn a_distance_is_held_against_the_time_that_stands_beside_it() {
    for sentence in [
        "The roof collapsed at 3:00 p.m., 20 minutes after crews arrived.",
        "The fire was under control at 5 p.m., six hours after crews arrived.",
    ] {
        let text = format!("Crews arrived at 2:10 p.m. Saturday. {sentence}");
        let outcome = own(&[("a.txt", &text)]);
        let text = outcome.text();
        assert!(
            text.starts_with(&format!("contradicted  a.txt:4  {sentence}")),
            "{text}"
        );
        assert_eq!(outcome.code, 1);
    }
}

#[test]
fn a_sentence_is_held_against_its_own_incident_alone() {
    let outcome = own(&[
        (
            "barn.txt",
            "A farmer called 911 at 1:20 p.m. Saturday when his barn in Lowick caught fire.\n\nThe fire was out \
             by evening. Crews arrived within ten minutes of the call, Chief Bo Lund said.",
        ),
        (
            "shed.txt",
            "A resident of Tarrant called 911 at 8:00 a.m. Aug. 16, 2024 about a shed fire.\n\nCrews arrived at \
             8:44 a.m. because a bridge was closed.",
        ),
    ]);
    assert_eq!(outcome.code, 0, "{}", outcome.text());
}

#[test]
fn a_description_ends_with_its_clause() {
    let outcome = own(&[
        (
            "a.txt",
            "A diver sank into a flooded shaft in Halm at 1:05 p.m. Saturday.\n\nHe was freed at 2:35 p.m. He \
             arrived at Ost Hospital at 4:20 p.m.",
        ),
        (
            "b.txt",
            "A diver was freed from a flooded shaft on Saturday an hour and a half after he sank, and he was taken \
             to Ost Hospital, where he arrived at 4:20 p.m.",
        ),
    ]);
    assert_eq!(outcome.code, 0, "{}", outcome.text());
}

#[test]
fn the_two_papers_of_the_sample_do_not_agree() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/quarry-rescue");
    let outcome = Desk::new().command("check", b"", &["--self", samples]);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome
            .text()
            .contains("courier.txt:13  Firefighters reached the climber at 4:15 p.m.")
    );
    assert!(
        outcome
            .text()
            .ends_with("2 contradicted, 5 supported, 1 undetermined\n"),
        "{}",
        outcome.text()
    );
}
