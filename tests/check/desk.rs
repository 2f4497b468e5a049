//! Sources in memory, and what is found of claims about them.

use squelch::check::{Checked, Checker, Claim};
use squelch::find::find;
use squelch::link::{self, join, link};
use squelch::read::Source;
use squelch::resolve::{Published, Setting, resolve};
use squelch::solve::incident;
use squelch::timeline::{Timeline, timeline};

/// Does some work with the timeline of some sources, each a name and a text, published on a day.
pub fn with_timeline<T>(
    sources: &[(&str, &str)],
    day: &str,
    work: impl FnOnce(&Timeline) -> T,
) -> T {
    let setting = Setting {
        zone: Some("America/Denver".parse().unwrap()),
        published: Some(Published::Day(day.parse().unwrap())),
        ..Setting::default()
    };
    let sources: Vec<Source> = sources
        .iter()
        .map(|(name, text)| Source::read(name, text.as_bytes().to_vec(), None).unwrap())
        .collect();
    let resolved = (0..)
        .zip(&sources)
        .map(|(id, source)| resolve(id, source, &find(source), &setting));
    let resolved = resolved.collect();
    let joined = join(&sources, resolved);
    let told = joined.told(&sources);
    let (incidents, _) = link(&told, &link::Setting::default());
    let solved = incidents.into_iter().map(|found| {
        let solved = incident::incident(&told, &found);
        (found, solved)
    });
    let solved = solved.collect();
    work(&timeline(told, solved, Vec::new()))
}

/// What is found of one claim.
pub fn checked(timeline: &Timeline, text: &str) -> Checked {
    let claim = Claim {
        id: "1".to_owned(),
        text: text.to_owned(),
    };
    Checker::new(timeline).check(claim)
}
