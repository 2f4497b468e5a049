//! Statements → incidents: which statements tell of the same event, which stories of the same
//! emergency, and what the sources' clocks show.
//!
//! Nothing is merged here: that two statements tell one event is a constraint with its reason, which
//! the solver may set aside.

use crate::note::SourceId;
use crate::read::Source;
use crate::resolve::width::{RECORDED_TWICE, RETOLD};
use crate::resolve::{Clock, Resolved};
use crate::time::{Instant, Interval, Zone};
use chrono::NaiveDate;
use clock::SourceClock;
use emergencies::Emergencies;
use pin::{Pin, Rival};
use response::Response;

pub mod align;
mod anchors;
pub mod clock;
pub mod emergencies;
pub mod groups;
pub mod heard;
pub mod incident;
mod join;
pub mod patched;
pub mod pin;
pub mod quoted;
pub mod recorded;
pub mod recorder;
mod remark;
pub mod response;
pub mod same;
pub mod story;
pub mod traffic;
pub mod undated;
pub mod wording;

pub use join::{Joined, join};
pub use remark::remarks;

/// A statement of the run: which source, and which of its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Teller {
    /// Which source.
    pub source: SourceId,
    /// Index among the statements of that source.
    pub index: u32,
}

/// What makes two statements tell one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The one.
    pub first: Teller,
    /// The other.
    pub second: Teller,
    /// Why.
    pub likeness: Likeness,
}

/// Why two statements tell one event, the weaker first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They say the same of the same people in other words.
    Role,
    /// One says again what the other was heard to say.
    Retelling,
    /// They have nearly the same words.
    Verbatim,
    /// They are one transmission on two recorders.
    Recording,
    /// They are one text printed twice.
    Copy,
}

impl Likeness {
    /// How far the two can lie apart, as usual and at the widest, in milliseconds.
    pub fn apart(self) -> (i64, i64) {
        match self {
            Likeness::Role | Likeness::Verbatim | Likeness::Copy => (0, 0),
            Likeness::Recording => (RECORDED_TWICE.usual, RECORDED_TWICE.outer()),
            Likeness::Retelling => (RETOLD.usual, RETOLD.outer()),
        }
    }

    /// Whether the second bears no witness of its own: the first is all that both rest on.
    pub fn is_copy(self) -> bool {
        matches!(self, Likeness::Recording | Likeness::Copy)
    }
}

/// The statements about one emergency.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Stable for the same sources: day and place, in letters, digits and hyphens.
    pub id: String,
    /// What a reader calls it: as the user names it, else the headline, the place, or the name of the
    /// file.
    pub label: String,
    /// Whether the user has named it.
    pub is_named: bool,
    /// Where, as written.
    pub place: Option<String>,
    /// The day on which it began, in its own zone.
    pub date: Option<NaiveDate>,
    /// The zone of its times.
    pub zone: Zone,
    /// Its statements, by source and place.
    pub tellers: Vec<Teller>,
    /// Which of them tell one event.
    pub identities: Vec<Identity>,
    /// The responses to its first call.
    pub responses: Vec<Response>,
}

/// All statements of a run, by source.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The sources.
    pub sources: &'a [Source],
    /// What each says.
    pub resolved: &'a [Resolved],
    /// Statements of different sources that tell one event by their words.
    pub identities: &'a [Identity],
    /// The clock of each source.
    pub clocks: &'a [SourceClock],
}

impl<'a> Told<'a> {
    /// The statement of a teller.
    pub fn statement(&self, teller: Teller) -> &'a crate::resolve::Statement {
        &self.resolved[teller.source as usize].statements[teller.index as usize]
    }

    /// The own reading of a teller: as stamped, unless its source has no time but that of others.
    pub fn reading(&self, teller: Teller) -> Interval {
        match self.resolved[teller.source as usize].start {
            Some(_) => self.placed(teller),
            None => self.statement(teller).own,
        }
    }

    /// The own reading of a teller in true time: a stamp by its source's clock.
    pub fn placed(&self, teller: Teller) -> Interval {
        self.clock(teller).corrected(self.statement(teller).own)
    }

    /// What is added to the stamp of a teller.
    pub fn clock(&self, teller: Teller) -> Clock {
        self.clocks[teller.source as usize].applied(teller.index)
    }

    /// The text of the source of a teller.
    pub fn text(&self, teller: Teller) -> &'a str {
        &self.sources[teller.source as usize].text
    }

    /// The words of a teller's passage.
    pub fn words(&self, teller: Teller) -> &'a str {
        self.statement(teller).span.of(self.text(teller))
    }
}

/// By how much one reading lies behind another at least, in milliseconds; negative where it lies before,
/// 0 where they can meet.
fn lag(first: Interval, second: Interval) -> i64 {
    let gap = |end: Option<Instant>, start: Option<Instant>| {
        let ends = end.zip(start);
        ends.map_or(0, |(end, start)| (start.0 - end.0).max(0))
    };
    gap(first.latest, second.earliest) - gap(second.latest, first.earliest)
}

/// What the user states of incidents.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// After how long a silence an emergency is over, in milliseconds, by source; an hour for those that are
    /// not listed.
    pub pauses: Vec<i64>,
    /// What is in which incident.
    pub pins: Vec<Pin>,
}

/// Groups the statements of a run into incidents, in the order of their first time; with them the pins
/// that want what another has.
///
/// ```
/// use squelch::{find, link, read::Source, resolve};
/// let text = b"[2025-05-03 14:02:30] Dispatch: Engine 7, respond\n".to_vec();
/// let sources = [Source::read("scanner.txt", text, None).unwrap()];
/// let mentions = find::find(&sources[0]);
/// let setting = resolve::Setting::default();
/// let resolved = vec![resolve::resolve(0, &sources[0], &mentions, &setting)];
/// let joined = link::join(&sources, resolved);
/// let (incidents, _) = link::link(&joined.told(&sources), &link::Setting::default());
/// assert_eq!(incidents[0].label, "scanner");
/// ```
pub fn link(told: &Told, setting: &Setting) -> (Vec<Incident>, Vec<Rival>) {
    let mut pauses = setting.pauses.clone();
    pauses.resize(told.sources.len(), traffic::PAUSE);
    let mut traffic = traffic::traffic(told, &pauses);
    pin::apply(told, &setting.pins, &mut traffic.parts);
    let stories = story::stories(told, &traffic.parts);
    let emergencies = Emergencies::of(told, &stories, &traffic.parts, &setting.pins);
    let groups = (&emergencies, &setting.pins[..]);
    let incidents = incident::incidents(told, &stories, &traffic, groups);
    (incidents, emergencies.rivals)
}
