//! Who works on what. Two departments of one run may both have an Engine 1, so what a source itself said of
//! a unit comes first.

use crate::find::unit::Call;
use crate::note::SourceId;
use rustc_hash::FxHashMap;

/// What a unit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The emergency.
    pub job: usize,
    /// When it was done with it, in milliseconds.
    pub cleared: Option<i64>,
}

/// The units of a run.
#[derive(Debug, Default)]
pub struct Crew {
    duties: BySource<Duty>,
    /// The unit that was named last with a number: `medic 41` of `41`.
    called: BySource<String>,
}

impl Crew {
    /// The units that are called in some sources: `41` is the unit that was named last with this number.
    pub fn resolve(&mut self, calls: &[Call], sources: &[SourceId]) -> Vec<String> {
        for call in calls {
            if let Call::Named(name) = call
                && let Some((_, number)) = name.rsplit_once(' ')
            {
                self.called.put(number, sources, name);
            }
        }
        let mut units: Vec<String> = Vec::new();
        for call in calls {
            let named = self.called.get(call.number(), sources);
            let unit = match call {
                Call::Named(name) => name.clone(),
                Call::Number(number) => named.unwrap_or_else(|| number.clone()),
                Call::Perhaps(number) => match named {
                    Some(name) => name,
                    None if self.duty(number, sources).is_some() => number.clone(),
                    None => continue,
                },
            };
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// What a unit does or did last, as some sources have it.
    pub fn duty(&self, unit: &str, sources: &[SourceId]) -> Option<Duty> {
        self.duties.get(unit, sources)
    }

    /// Writes down what a unit does, as some sources have it; that it is done with something is so for all.
    pub fn set(&mut self, unit: &str, sources: &[SourceId], duty: Duty) {
        self.duties.put(unit, sources, &duty);
        let others = self.duties.0.get_mut(unit).into_iter().flatten();
        let same = others.filter(|(_, other)| other.job == duty.job);
        same.for_each(|(_, other)| *other = duty);
    }
}

/// Things by name and by the source that told of them.
#[derive(Debug)]
struct BySource<T>(FxHashMap<String, Vec<(SourceId, T)>>);

impl<T> Default for BySource<T> {
    fn default() -> Self {
        BySource(FxHashMap::default())
    }
}

impl<T: Clone + PartialEq> BySource<T> {
    /// What one of some sources had last; else what all others have, if that is one thing.
    fn get(&self, name: &str, sources: &[SourceId]) -> Option<T> {
        let known = self.0.get(name)?;
        // the last comes last
        let own = known.iter().rfind(|(source, _)| sources.contains(source));
        let is_one = || known.iter().all(|(_, thing)| *thing == known[0].1);
        own.or_else(|| known.first().filter(|_| is_one()))
            .map(|(_, thing)| thing.clone())
    }

    fn put(&mut self, name: &str, sources: &[SourceId], thing: &T) {
        let known = self.0.entry(name.to_owned()).or_default();
        known.retain(|(source, _)| !sources.contains(source));
        known.extend(sources.iter().map(|source| (*source, thing.clone())));
    }
}
