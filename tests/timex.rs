//! What TIMEX3 says of each time of a short article: `tests/corpus/timex.txt`.
//!
//! A line is `PUBLISHED | TEXT => ANNOTATIONS`. `ANNOTATIONS` is a list of `"words" TYPE VALUE`, with
//! the modifier behind it where there is one, and `; ` between them, for the whole text.

use squelch::find::find;
use squelch::inspect::inspect;
use squelch::read::format::Choice;
use squelch::read::{Kind, Source};
use squelch::resolve::{Published, Setting};
use std::path::Path;

const CORPUS: &str = "tests/corpus/timex.txt";

/// The one place that touches the library: the annotations of a text.
fn annotations(published: &str, text: &str) -> String {
    let day = published.parse().expect("the line begins with a day");
    let setting = Setting {
        published: Some(Published::Day(day)),
        ..Setting::default()
    };
    let source = Source::read(
        "story.txt",
        format!("{text}\n").into(),
        Some(Choice::Kind(Kind::Article)),
    )
    .expect("the text is an article");
    let reads = inspect(0, &source, &find(&source), &setting).reads;
    let all: Vec<String> = reads
        .iter()
        .flat_map(|read| &read.timex)
        .map(|timex| {
            let words = timex.span.of(&source.text);
            let modifier = timex
                .modifier
                .map_or(String::new(), |name| format!(" {name}"));
            format!("\"{words}\" {} {}{modifier}", timex.kind, timex.value)
        })
        .collect();
    all.join("; ")
}

#[test]
fn every_time_of_the_corpus_is_annotated_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS);
    let corpus = std::fs::read_to_string(path).expect("the corpus can be read");
    let lines = corpus.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for (at, line) in lines {
        let (left, expected) = line.split_once(" => ").expect("a line has annotations");
        let (published, text) = left.split_once(" | ").expect("a line has a day");
        let found = annotations(published, text);
        if found != expected {
            let place = at + 1;
            wrong.push(format!(
                "{CORPUS}:{place}: {left}\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
