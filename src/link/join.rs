//! What sources have in common, over a whole run: quotes and the transmissions that they quote, one
//! transmission on two recorders, and the clocks that follow from both.

use super::anchors::{between, clocks, placed, spoken, stamped};
use super::clock::SourceClock;
use super::heard::Heard;
use super::quoted::{Match, Passage, Passages};
use super::recorded;
use super::recorder::recorders;
use super::{Identity, Likeness, Teller, Told, patched, undated};
use crate::note::SourceId;
use crate::read::{Kind, Source};
use crate::resolve::Resolved;
use crate::time::{HOUR, Interval};

/// All that a run's sources say, and what they have in common.
#[derive(Clone, Debug)]
pub struct Joined {
    /// What each source says; quotes that a transmission was found for have become statements.
    pub resolved: Vec<Resolved>,
    /// Statements of different sources that tell one event.
    pub identities: Vec<Identity>,
    /// The clock of each source.
    pub clocks: Vec<SourceClock>,
}

impl Joined {
    /// The statements of the run.
    pub fn told<'a>(&'a self, sources: &'a [Source]) -> Told<'a> {
        Told {
            sources,
            resolved: &self.resolved,
            identities: &self.identities,
            clocks: &self.clocks,
        }
    }
}

/// Finds what the sources of a run have in common.
///
/// ```
/// use squelch::{find, link, read::Source, resolve};
/// let read = |path: &str, text: &str| Source::read(path, text.into(), None).unwrap();
/// let sources = [
///     read("log.txt", "[2025-05-03 14:02:30] Dispatch: Flames showing from the back bedroom\n"),
///     read("story.txt", "A captain spoke of “flames showing from the back bedroom.”\n"),
/// ];
/// let setting = resolve::Setting::default();
/// let resolved = sources.iter().zip(0..);
/// let resolved = resolved.map(|(source, id)| {
///     resolve::resolve(id, source, &find::find(source), &setting)
/// });
/// let joined = link::join(&sources, resolved.collect());
/// assert_eq!(joined.identities.len(), 1);
/// ```
pub fn join(sources: &[Source], mut resolved: Vec<Resolved>) -> Joined {
    let recorders = recorders(sources);
    let patched = recorders.iter();
    let patched = patched.flat_map(|mine| patched::pairs(mine, sources, &resolved));
    let patched: Vec<Identity> = patched.collect();
    if sources.len() < 2 || recorders.is_empty() {
        let clocks = clocks(&resolved, &spoken(sources, &resolved), &[], &[]);
        return Joined {
            resolved,
            identities: patched,
            clocks,
        };
    }
    let mut heard = Heard::of(sources, &resolved);
    let passages = Passages::of(sources, &resolved, &mut heard);
    let by_words = passages.matches(|_| Interval::OPEN);
    let pairs = certain_pairs(&heard, &resolved, &recorders);
    let certain: Vec<Identity> = pairs.iter().flat_map(|(_, pairs)| pairs.clone()).collect();
    undated::date(sources, &mut resolved, &quotes(&told(&by_words)), &certain);
    let spoken = spoken(sources, &resolved);
    // the clocks that the words show tell which of several transmissions is meant
    let clocked = clocks(&resolved, &spoken, &quotes(&told(&by_words)), &certain);
    let placed = |line: Teller| placed(&resolved, &clocked, line);
    let matches = passages.matches(placed);
    let pairs: Vec<Identity> = pairs
        .iter()
        .flat_map(|(of, certain)| {
            let is_given = |sources: &[SourceId]| {
                let mut clocks = sources.iter().map(|at| resolved[*at as usize].clock);
                clocks.all(|clock| clock.is_some())
            };
            let between = between(&resolved, certain);
            let by_pairs = |line: Teller| {
                let stamp = stamped(&resolved, line);
                if of.0.binary_search(&line.source).is_ok() {
                    stamp
                } else {
                    between.possible(line.index).corrected(stamp)
                }
            };
            // what the user states of both is not to be doubted here: the solver tells if it cannot be
            if is_given(of.0) && is_given(of.1) {
                recorded::pairs(&heard, *of, certain, placed)
            } else {
                recorded::pairs(&heard, *of, certain, by_pairs)
            }
        })
        .collect();
    let recordings: Vec<Identity> = pairs
        .iter()
        .filter(|pair| pair.likeness == Likeness::Recording)
        .copied()
        .collect();
    let mut identities = pairs;
    identities.extend(patched);
    let joined = adopt(sources, &mut resolved, &matches);
    identities.extend(&joined);
    let quotes = quotes(&joined);
    let clocks = clocks(&resolved, &spoken, &quotes, &recordings);
    Joined {
        resolved,
        identities,
        clocks,
    }
}

/// Two transcripts of one talk, each in one source or in many of one recorder.
type Two<'a> = (&'a [SourceId], &'a [SourceId]);

/// The pairs of each two recorders' transcripts that their words make certain.
fn certain_pairs<'a>(
    heard: &Heard,
    resolved: &[Resolved],
    recorders: &'a [Vec<SourceId>],
) -> Vec<(Two<'a>, Vec<Identity>)> {
    let hours: Vec<Option<Hours>> = recorders
        .iter()
        .map(|mine| Hours::of(resolved, mine))
        .collect();
    let mut pairs = Vec::new();
    for (at, first) in recorders.iter().enumerate() {
        for (next, second) in recorders.iter().enumerate().skip(at + 1) {
            if overlap(hours[at], hours[next]) {
                let two = (&first[..], &second[..]);
                let certain = recorded::certain(heard, two, |line| stamped(resolved, line));
                pairs.push((two, certain));
            }
        }
    }
    pairs
}

/// The hours of a transcript.
#[derive(Clone, Copy)]
struct Hours {
    span: Interval,
    is_absolute: bool,
}

impl Hours {
    /// From the first to the last time of some transcripts of one recorder, if they have any.
    fn of(resolved: &[Resolved], sources: &[SourceId]) -> Option<Hours> {
        let read = || sources.iter().map(|source| &resolved[*source as usize]);
        let own = read().flat_map(|said| said.statements.iter().map(|statement| statement.own));
        let span = own
            .filter(|own| own.earliest.is_some() && own.latest.is_some())
            .reduce(Interval::or)?;
        let is_absolute = read().all(|said| said.zone.is_absolute());
        Some(Hours { span, is_absolute })
    }
}

/// Whether two transcripts can have the same talk: their hours meet, or one has none.
fn overlap(first: Option<Hours>, second: Option<Hours>) -> bool {
    let (Some(first), Some(second)) = (first, second) else {
        return true;
    };
    let near = first.span.widen(12 * HOUR, 12 * HOUR);
    first.is_absolute == second.is_absolute && !near.and(second.span).is_empty()
}

/// The quotes among some matches, with their transmissions.
fn quotes(matched: &[Identity]) -> Vec<(Teller, Teller)> {
    let quotes = matched.iter();
    let quotes = quotes.filter(|identity| identity.likeness == Likeness::Verbatim);
    quotes
        .map(|identity| (identity.first, identity.second))
        .collect()
}

/// The matches of statements, before any is made of latent ones.
fn told(matches: &[Match]) -> Vec<Identity> {
    let identity = |found: &Match| match found.passage {
        Passage::Told(index) => Some(found.identity(index)),
        Passage::Latent(_) => None,
    };
    matches.iter().filter_map(identity).collect()
}

/// Makes statements of the latent ones that a transmission was found for.
fn adopt(sources: &[Source], resolved: &mut [Resolved], matches: &[Match]) -> Vec<Identity> {
    let mut identities = Vec::new();
    let articles = (0..).zip(sources).zip(resolved);
    for ((source, read), said) in articles.filter(|((_, read), _)| read.kind() == Kind::Article) {
        let mine = || matches.iter().filter(|found| found.source == source);
        let chosen: Vec<usize> = mine()
            .filter_map(|found| match found.passage {
                Passage::Latent(at) => Some(at as usize),
                Passage::Told(_) => None,
            })
            .collect();
        let moved = said.adopt(&read.text, &chosen);
        let mut new = moved.new.iter();
        identities.extend(mine().filter_map(|found| {
            let index = match found.passage {
                Passage::Told(at) => moved.old.get(at as usize),
                Passage::Latent(_) => new.next(),
            };
            Some(found.identity(*index?))
        }));
    }
    identities
}
