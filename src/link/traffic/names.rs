//! Words by which an emergency is known: `Kestrel` of Kestrel Court, the people in it.

use super::cue::Cue;
use super::talk::{Talk, may_name};
use rustc_hash::FxHashMap;

/// The words that were said of emergencies.
#[derive(Debug, Default)]
pub struct Names(FxHashMap<String, Name>);

#[derive(Clone, Copy, Debug)]
struct Name {
    /// `None` for a word that is said of several, or of none.
    job: Option<usize>,
    /// Whether it names the place.
    is_place: bool,
}

impl Names {
    /// The one emergency that the words of a transmission name, by its place alone or by its people too.
    pub fn meant(
        &self,
        talk: &Talk,
        by_place: bool,
        is_open: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let known = talk.words.iter().filter_map(|word| {
            let name = self.0.get(&word.to_lowercase())?;
            let is_written_so = talk.is_lower || word.starts_with(char::is_uppercase);
            let is_wanted = is_written_so && (name.is_place || !by_place);
            name.job.filter(|job| is_wanted && is_open(*job))
        });
        let mut jobs: Vec<usize> = known.collect();
        jobs.sort_unstable();
        jobs.dedup();
        match jobs[..] {
            [job] => Some(job),
            _ => None,
        }
    }

    /// Learns from a transmission the words of its places, unless another emergency that does not end has
    /// them, and the names that are said; one that is said of two, or of none, tells nothing.
    pub fn learn(&mut self, job: Option<usize>, talk: &Talk, ends: impl Fn(usize) -> bool) {
        let places = talk
            .places
            .iter()
            .filter(|_| !talk.cues.has(Cue::Elsewhere));
        let streets = places.flat_map(|(_, place)| [Some(&place.name), place.cross.as_ref()]);
        let streets = streets.flatten().flat_map(|street| street.split(' '));
        let streets: Vec<&str> = streets.filter(|word| may_name(word)).collect();
        for word in &streets {
            let holder = self.0.get(*word).filter(|name| name.is_place);
            let is_free = holder.and_then(|name| name.job).is_none_or(&ends);
            if job.is_some() && is_free {
                let is_place = true;
                self.0.insert((*word).to_owned(), Name { job, is_place });
            }
        }
        for name in &talk.names {
            let word = name.to_lowercase();
            if streets.contains(&word.as_str()) {
                continue;
            }
            let is_place = false;
            let known = self.0.entry(word).or_insert(Name { job, is_place });
            if !known.is_place && known.job != job {
                known.job = None;
            }
        }
    }
}
