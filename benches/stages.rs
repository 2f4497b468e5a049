//! Each stage alone and all together, on an invented transcript and an invented article.
//!
//! `cargo bench`; see `README.md` beside this file.

mod invented;

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use squelch::find::find;
use squelch::inspect::{self, print::Form};
use squelch::link::{self, Incident, Told, join, link};
use squelch::read::format::Choice;
use squelch::read::{Body, Kind, Source};
use squelch::resolve::{Published, Setting, resolve};
use squelch::solve::incident::{Solved, incident};
use squelch::timeline::{Timeline, timeline};
use squelch::write::{Format, Rows, Style, write};
use std::hint::black_box;
use std::io::{self, Write};

const TRANSCRIPT_LINES: u64 = 5_000;
const ARTICLE_PARAGRAPHS: u64 = 200;
/// Somewhat more than 16 MB.
const NEWS_PARAGRAPHS: u64 = 90_000;
const SEED: u64 = 20_250_503;

/// A writer that counts, so that nothing is optimised away and no memory is measured.
#[derive(Default)]
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn setting() -> Setting {
    Setting {
        zone: "America/Chicago".parse().ok(),
        published: "2025-05-04".parse().ok().map(Published::Day),
        ..Setting::default()
    }
}

fn read(path: &str, text: &str) -> Source {
    Source::read(path, text.as_bytes().to_vec(), None).expect("the invented text is text")
}

fn solved(told: &Told, incidents: Vec<Incident>) -> Vec<(Incident, Solved)> {
    incidents
        .into_iter()
        .map(|found| {
            let solved = incident(told, &found);
            (found, solved)
        })
        .collect()
}

fn rows(told: Told<'_>, solved: Vec<(Incident, Solved)>) -> Timeline<'_> {
    timeline(told, solved, Vec::new())
}

fn written(timeline: &Timeline, format: Format) -> usize {
    let style = Style {
        format,
        rows: Rows::Events,
        excel: false,
    };
    let mut count = Count::default();
    write(timeline, style, &mut count).expect("counting cannot fail");
    count.0
}

fn all(path: &str, text: &str) -> usize {
    let sources = [read(path, text)];
    let resolved = vec![resolve(0, &sources[0], &find(&sources[0]), &setting())];
    let joined = join(&sources, resolved);
    let told = joined.told(&sources);
    written(
        &rows(
            told,
            solved(&told, link(&told, &link::Setting::default()).0),
        ),
        Format::Csv,
    )
}

fn stages(group: &mut BenchmarkGroup<WallTime>, path: &str, text: &str) {
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("read", |bench| bench.iter(|| read(path, black_box(text))));
    let sources = [read(path, text)];
    // the stamps of a transcript are read with its lines; only prose is searched
    if matches!(sources[0].body, Body::Article(_)) {
        group.bench_function("find", |bench| {
            bench.iter(|| find(black_box(&sources[0])));
        });
    }
    let mentions = find(&sources[0]);
    let setting = setting();
    group.bench_function("resolve", |bench| {
        bench.iter(|| resolve(0, black_box(&sources[0]), &mentions, &setting));
    });
    let resolved = vec![resolve(0, &sources[0], &mentions, &setting)];
    group.bench_function("join", |bench| {
        bench.iter_batched(
            || resolved.clone(),
            |resolved| join(&sources, resolved),
            criterion::BatchSize::LargeInput,
        );
    });
    let joined = join(&sources, resolved);
    let told = joined.told(&sources);
    group.bench_function("link", |bench| {
        bench.iter(|| link(black_box(&told), &link::Setting::default()));
    });
    let incidents = link(&told, &link::Setting::default()).0;
    group.bench_function("solve", |bench| {
        bench.iter_batched(
            || incidents.clone(),
            |incidents| solved(&told, incidents),
            criterion::BatchSize::LargeInput,
        );
    });
    let solved = solved(&told, incidents);
    group.bench_function("timeline", |bench| {
        bench.iter_batched(
            || solved.clone(),
            |solved| rows(told, solved),
            criterion::BatchSize::LargeInput,
        );
    });
    let timeline = rows(told, solved);
    for (name, format) in [
        ("write csv", Format::Csv),
        ("write text", Format::Text),
        ("write json", Format::Json),
    ] {
        group.bench_function(name, |bench| {
            bench.iter(|| written(black_box(&timeline), format));
        });
    }
    group.bench_function("all", |bench| bench.iter(|| all(path, black_box(text))));
}

fn transcript(criterion: &mut Criterion) {
    let text = invented::transcript(TRANSCRIPT_LINES, SEED);
    let mut group = criterion.benchmark_group("transcript");
    stages(&mut group, "log.txt", &text);
    group.finish();
}

fn article(criterion: &mut Criterion) {
    let text = invented::article(ARTICLE_PARAGRAPHS, SEED);
    let mut group = criterion.benchmark_group("article");
    stages(&mut group, "story.txt", &text);
    group.finish();
}

/// Reads, inspects and prints as JSON lines, as the command does.
fn inspected(text: &str, setting: &Setting) -> usize {
    let source = Source::read(
        "news.txt",
        text.as_bytes().to_vec(),
        Some(Choice::Kind(Kind::Article)),
    )
    .expect("the invented text is text");
    let inspection = inspect::inspect(0, &source, &find(&source), setting);
    let mut count = Count::default();
    inspect::print::print(&source, &inspection, Form::Jsonl, &mut count)
        .expect("counting cannot fail");
    count.0
}

/// The same throughput at each length shows that the cost is linear.
fn lengths(criterion: &mut Criterion) {
    let setting = setting();
    let whole = invented::article(NEWS_PARAGRAPHS, SEED);
    let mut group = criterion.benchmark_group("inspect");
    for megabytes in [1, 4, 16] {
        let cut = whole.floor_char_boundary(megabytes * 1_000_000);
        let text = &whole[..cut];
        assert!(cut < whole.len(), "the invented text is too short");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(
            BenchmarkId::from_parameter(format!("{megabytes} MB")),
            text,
            |bench, text| bench.iter(|| inspected(black_box(text), &setting)),
        );
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = transcript, article, lengths
}
criterion_main!(benches);
