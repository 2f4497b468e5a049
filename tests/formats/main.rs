//! Each input format: the samples of `formats/<name>/`, read as the file beside each says.
//!
//! `x.srt.read` holds the reading of `x.srt`: its format, each entry with its time, who speaks, and the
//! words with the line and the column that they stand on; what is left out, with the reason; what is
//! remarked; or why it cannot be read. `UPDATE=1 cargo test` writes it; review the difference.

use squelch::find::find;
use squelch::note::{Code, Note};
use squelch::read::format::FORMATS;
use squelch::read::{Source, accompany};
use squelch::resolve::{Published, Resolved, Setting, Statement, resolve};
use squelch::span::Span;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const ENDING: &str = "read";

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

/// The samples of each format, by folder.
fn folders() -> Vec<(String, Vec<PathBuf>)> {
    let mut folders: Vec<_> = fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|folder| {
            let mut files: Vec<PathBuf> = fs::read_dir(&folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_none_or(|ending| ending != ENDING))
                .collect();
            files.sort();
            (name_of(&folder), files)
        })
        .collect();
    folders.sort();
    folders
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_sample_is_read_as_the_file_beside_it_says() {
    let mut wrong = Vec::new();
    for (folder, files) in folders() {
        let raw: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
        let read = files.iter().zip(&raw);
        let read: Vec<_> = read
            .map(|(file, bytes)| Source::read(&name_of(file), bytes.clone(), None))
            .collect();
        let mut sources: Vec<Source> = read.iter().flatten().cloned().collect();
        accompany(&mut sources);
        for ((file, bytes), read) in files.iter().zip(&raw).zip(&read) {
            let said = if let Err(error) = read {
                let place = error.place();
                let place = place.map_or(String::new(), |(line, at)| format!("{line}:{at}: "));
                format!("error {place}{error}\n")
            } else {
                let name = name_of(file);
                let source = sources.iter().find(|source| source.path == name);
                reading(source.unwrap(), bytes)
            };
            let beside = file.with_file_name(format!("{}.{ENDING}", name_of(file)));
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&beside, &said).unwrap();
            } else if fs::read_to_string(&beside).unwrap_or_default() != said {
                wrong.push(format!("{folder}/{}:\n{said}", name_of(file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_format_has_samples_and_none_is_of_an_unknown_one() {
    let sampled: BTreeSet<String> = folders().into_iter().map(|(folder, _)| folder).collect();
    let known: BTreeSet<String> = FORMATS
        .iter()
        .map(|format| format.name.to_owned())
        .collect();
    assert_eq!(sampled, known);
}

#[test]
fn no_sample_fits_two_formats() {
    for (folder, files) in folders() {
        for file in files {
            let source = Source::read(&name_of(&file), fs::read(&file).unwrap(), None);
            let remarks = source.map(|source| source.remarks).unwrap_or_default();
            let two = remarks.iter().any(|remark| remark.code == Code::TwoFormats);
            assert!(!two, "{folder}/{}", name_of(&file));
        }
    }
}

#[test]
fn plain_logs_and_stories_stay_what_they_are() {
    fn walk(folder: &Path, check: &mut impl FnMut(&Path)) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, check);
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                check(&path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in [
        "samples",
        "seeds",
        "tests/corpus/accounts",
        "tests/corpus/check",
    ] {
        walk(&root.join(folder), &mut |path| {
            seen += 1;
            let source = Source::read(&name_of(path), fs::read(path).unwrap(), None).unwrap();
            let name = source.format.name;
            let is_plain = matches!(name, "log" | "prose");
            assert!(is_plain, "{} is read as {name}", path.display());
        });
    }
    assert!(10 < seen, "{seen} files");
}

#[test]
fn a_start_that_is_stated_goes_before_that_of_the_name() {
    let cue = b"1\n00:00:01,500 --> 00:00:03,000\ncopy\n".to_vec();
    let source = Source::read("20250503_142230_TO_52.srt", cue, None).unwrap();
    let told = |start| {
        let setting = Setting {
            start,
            ..Setting::default()
        };
        let resolved = resolve(0, &source, &find(&source), &setting);
        time(&resolved, 0)
    };
    assert_eq!(told(None), "2025-05-03T14:22:24.500/2025-05-03T14:22:31");
    let start = Published::Civil("2025-05-03T14:00:00".parse().unwrap());
    assert_eq!(
        told(Some(start)),
        "2025-05-03T14:00:01.500/2025-05-03T14:00:01.501"
    );
}

/// What is read from a source.
fn reading(source: &Source, bytes: &[u8]) -> String {
    let resolved = resolve(0, source, &find(source), &Setting::default());
    let mut said = format!("format {}\n", source.format.name);
    for (at, statement) in resolved.statements.iter().enumerate() {
        let time = time(&resolved, at);
        writeln!(said, "{time}{}", told(source, statement, bytes)).unwrap();
    }
    for left in &resolved.unplaced {
        let words = quoted(source, left.span, bytes);
        writeln!(said, "left out ({}) {words}", left.reason.words()).unwrap();
    }
    for remark in &source.remarks {
        let (line, column) = source.place(remark.span.start);
        writeln!(
            said,
            "note[{}] {line}:{column} {}",
            remark.code, remark.message
        )
        .unwrap();
    }
    for Note {
        code,
        span,
        message,
        ..
    } in &resolved.notes
    {
        let (line, column) = source.place(span.start);
        writeln!(said, "note[{code}] {line}:{column} {message}").unwrap();
    }
    said
}

/// When a statement was, or how long after the start of a recording of which no start is known.
fn time(resolved: &Resolved, at: usize) -> String {
    let own = resolved.statements[at].own;
    if let Some(undated) = &resolved.undated {
        let after = undated.stamps[at].earliest.map(|after| after.0);
        return after.map_or("order only".to_owned(), |after| format!("+{after} ms"));
    }
    let end = |end: Option<_>| end.map_or("…".to_owned(), |end| resolved.zone.rfc3339(end));
    format!("{}/{}", end(own.earliest), end(own.latest))
}

fn told(source: &Source, statement: &Statement, bytes: &[u8]) -> String {
    let mut said = String::new();
    let parts = [
        ("channel", statement.channel),
        ("speaker", statement.speaker),
        ("unit", statement.unit),
    ];
    for (name, span) in parts {
        if let Some(span) = span {
            write!(said, " {name}={}", span.of(&source.text)).unwrap();
        }
    }
    write!(said, " {}", quoted(source, statement.span, bytes)).unwrap();
    said
}

/// Words with their place; where the file has them otherwise, as it has them too.
fn quoted(source: &Source, span: Span, bytes: &[u8]) -> String {
    let (line, column) = source.place(span.start);
    let words = span.of(&source.text);
    let raw = if source.is_unpacked {
        words.into()
    } else {
        String::from_utf8_lossy(&bytes[source.raw(span).range()])
    };
    let raw = if raw == words {
        String::new()
    } else {
        format!(" raw {raw:?}")
    };
    format!("{line}:{column} {words:?}{raw}")
}

/// What stands in a damaged file instead of one of its bytes.
const GARBAGE: [u8; 6] = [b'"', b'9', b'{', b':', 0xff, b'\n'];
/// In so many places each sample is cut, and in so many it is changed.
const PLACES: usize = 24;

#[test]
fn a_sample_that_is_cut_or_changed_anywhere_is_read_or_refused_and_its_places_are_in_the_file() {
    for (folder, files) in folders() {
        for file in files {
            let bytes = fs::read(&file).unwrap();
            let at = |place: usize| place * bytes.len() / PLACES;
            let cut = (0..PLACES).map(|place| bytes[..at(place)].to_vec());
            let changed = (0..PLACES).map(|place| {
                let mut bytes = bytes.clone();
                if let Some(byte) = bytes.get_mut(at(place)) {
                    *byte = GARBAGE[place % GARBAGE.len()];
                }
                bytes
            });
            for damaged in cut.chain(changed) {
                let Ok(source) = Source::read(&name_of(&file), damaged.clone(), None) else {
                    continue;
                };
                let resolved = resolve(0, &source, &find(&source), &Setting::default());
                let told = resolved.statements.iter().map(|statement| statement.span);
                let left = resolved.unplaced.iter().map(|left| left.span);
                for span in told.chain(left) {
                    let raw = source.raw(span);
                    let is_inside = raw.start <= raw.end && raw.end as usize <= damaged.len();
                    assert!(
                        is_inside || source.is_unpacked,
                        "{folder}/{}: {raw:?}",
                        name_of(&file)
                    );
                }
            }
        }
    }
}
