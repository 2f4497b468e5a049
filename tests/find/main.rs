//! What `find` sees in invented sentences: `tests/corpus/find/*.txt`, a file per family.
//!
//! A line is `SENTENCE => MENTIONS`. `MENTIONS` is a list of `"words" NOTATION` with `; ` between
//! them, or `-` where nothing may be found. All mentions of a sentence are compared. In a sentence
//! `<nbsp>` is a no-break space and `<nl>` a line break. `UPDATE=1 cargo test --test find` rewrites
//! the right-hand sides.
//!
//! `address.txt` lists places, `spoken_address.txt` those of talk, `unit.txt` units, `call_number.txt` the numbers of emergencies,
//! `quote.txt` quotes and who says them, every other file times, in the notation of
//! `notation.rs`.

use notation::notation;
use squelch::find::address::{Place, places, spoken_places};
use squelch::find::call_number::call_number;
use squelch::find::quote::{attribution, quotes};
use squelch::find::times;
use squelch::find::unit::{Call, units};
use squelch::span::Span;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

mod notation;

/// The one place that touches the library: what a family finds in a sentence.
fn found(family: &str, sentence: &str) -> String {
    let whole = Span::new(0, sentence.len());
    let mut out: Vec<String> = Vec::new();
    let read = if family == "address" {
        places
    } else {
        spoken_places
    };
    match family {
        "address" | "spoken_address" => {
            let place = |place: Place| {
                let number = place.number.map_or(String::new(), |number| {
                    format!("{number}{} ", if place.block { "-block" } else { "" })
                });
                let cross = place.cross.map_or(String::new(), |it| format!(" x {it}"));
                let words = place.span.of(sentence);
                format!("\"{words}\" {number}{}{cross}", place.name)
            };
            out.extend(read(sentence, whole).into_iter().map(place));
        }
        "unit" => out.extend(units(sentence, whole).into_iter().map(|call| match call {
            Call::Named(name) => name,
            Call::Number(number) => format!("number {number}"),
            Call::Perhaps(number) => format!("perhaps {number}"),
        })),
        "call_number" => out.extend(call_number(sentence, whole)),
        "quote" => {
            let mut told = String::new();
            let mut from = 0;
            for quote in quotes(sentence, whole) {
                out.push(format!("\"{}\" quote", quote.inner.of(sentence)));
                told += &sentence[from..quote.outer.range().start];
                told += " \u{201d} ";
                from = quote.outer.range().end;
            }
            told += &sentence[from..];
            let clause = Span::new(0, told.len());
            if let Some(by) = attribution(&told, clause, &[]) {
                let speaker = by.speaker.map_or("nobody", |speaker| speaker.of(&told));
                let voice = if by.is_voice { "voice " } else { "" };
                out.push(format!("\"{}\" {voice}by {speaker}", by.verb.of(&told)));
            }
        }
        _ => out.extend(times(sentence, whole).into_iter().map(|mention| {
            format!(
                "\"{}\" {}",
                mention.span.of(sentence),
                notation(mention.expression)
            )
        })),
    }
    if out.is_empty() {
        "-".to_owned()
    } else {
        out.join("; ")
            .replace('\u{a0}', "<nbsp>")
            .replace('\n', "<nl>")
    }
}

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/find");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus is a folder")
        .map(|entry| entry.expect("its entries can be read").path())
        .collect();
    files.sort();
    files
}

#[test]
fn every_sentence_of_the_corpus_has_the_mentions_beside_it() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    let (mut lines, mut negatives) = (0, 0);
    for file in corpus() {
        let family = file.file_stem().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(&file).expect("a corpus file is UTF-8");
        let mut rewritten = String::new();
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                rewritten += line;
                rewritten.push('\n');
                continue;
            }
            let (sentence, expected) = line.split_once(" => ").unwrap_or((line, ""));
            let plain = sentence.replace("<nbsp>", "\u{a0}").replace("<nl>", "\n");
            let found = found(&family, &plain);
            lines += 1;
            negatives += usize::from(found == "-");
            let _ = writeln!(rewritten, "{sentence} => {found}");
            if found != expected {
                let _ = writeln!(
                    wrong,
                    "tests/corpus/find/{family}.txt:{}: {sentence}\n  expected {expected}\n  found    {found}",
                    at + 1
                );
            }
        }
        if update {
            std::fs::write(&file, rewritten).expect("a corpus file can be written");
        }
    }
    assert!(update || wrong.is_empty(), "\n{wrong}");
    assert!(
        lines <= 2 * negatives,
        "only {negatives} of {lines} sentences have nothing to find; half of them must"
    );
}
