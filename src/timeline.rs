//! The ordered rows that every writer sees.

use crate::link::{Incident, Teller, Told, remarks};
use crate::note::{Code, Note};
use crate::resolve::{Part, Statement, Unplaced};
use crate::solve::incident::{Conflict, Solved};
use crate::time::{Instant, Interval};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Everything that a run has to say.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// What the user calls the case.
    pub name: Option<String>,
    /// The sources and what each says.
    pub told: Told<'a>,
    /// One chronicle an incident, in the order of their first time.
    pub chronicles: Vec<Chronicle>,
    /// All remarks, by source and place.
    pub notes: Vec<Note>,
    /// All words that tell no event, by source and place.
    pub unplaced: Vec<Unplaced>,
}

/// The ordered events of one incident.
#[derive(Clone, Debug)]
pub struct Chronicle {
    /// The incident.
    pub incident: Incident,
    /// Its events, in order.
    pub events: Vec<Event>,
    /// What cannot all hold.
    pub conflicts: Vec<Conflict>,
}

/// An event of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of its chronicle.
    pub chronicle: usize,
    /// Index among the events of the chronicle.
    pub event: usize,
}

impl Timeline<'_> {
    /// The event of a place.
    pub fn event(&self, place: Place) -> &Event {
        &self.chronicles[place.chronicle].events[place.event]
    }
}

/// A thing that happened once, told by one or more statements.
#[derive(Clone, Debug)]
pub struct Event {
    /// Eight hex digits that survive other sources.
    pub id: String,
    /// When, as far as everything together says.
    pub interval: Interval,
    /// Who tells it; the one with the best clock first.
    pub tellers: Vec<Teller>,
    /// Those of them that bear no witness of their own: another recording of one transmission, a text
    /// printed again.
    pub copies: Vec<Teller>,
    /// Which end of a lasting event.
    pub part: Option<Part>,
    /// The id of the lasting event.
    pub of: Option<String>,
    /// Remarks on its statements, as indices of [`Timeline::notes`].
    pub notes: Vec<usize>,
}

/// Puts the solved incidents in order; `notes` are remarks from outside of the sources' words.
pub fn timeline(
    told: Told<'_>,
    incidents: Vec<(Incident, Solved)>,
    mut notes: Vec<Note>,
) -> Timeline<'_> {
    let mut unplaced = Vec::new();
    for resolved in told.resolved {
        notes.extend(resolved.notes.iter().cloned());
        unplaced.extend(resolved.unplaced.iter().copied());
    }
    notes.extend(remarks(&told));
    for (incident, solved) in &incidents {
        notes.extend(loose_notes(&told, incident, solved));
    }
    notes.sort_by(|a, b| {
        let key = |note: &Note| (note.source, note.span, note.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    notes.dedup();
    unplaced.sort_by_key(|unplaced| (unplaced.source, unplaced.span));
    let by_source = NoteIndex::of(&notes);
    let chronicles = incidents
        .into_iter()
        .map(|(incident, solved)| chronicle(&told, incident, solved, &notes, &by_source))
        .collect();
    Timeline {
        name: None,
        told,
        chronicles,
        notes,
        unplaced,
    }
}

/// Remarks that only the whole incident shows: hedges at their widest, a zone that nobody stated.
fn loose_notes(told: &Told, incident: &Incident, solved: &Solved) -> Vec<Note> {
    let mut notes: Vec<Note> = solved
        .widened
        .iter()
        .map(|teller| {
            let statement = told.statement(*teller);
            Note {
                code: Code::WithinHedges,
                source: teller.source,
                span: statement.phrase.unwrap_or(statement.span),
                message: "agrees with the other statements only when read at its widest".to_owned(),
            }
        })
        .collect();
    if !incident.zone.is_absolute() {
        let sources: BTreeSet<u32> = incident
            .tellers
            .iter()
            .map(|teller| teller.source)
            .collect();
        notes.extend(sources.into_iter().map(Note::zone_unknown));
    }
    notes
}

/// Where the notes of each source lie.
struct NoteIndex(BTreeMap<u32, (usize, usize)>);

impl NoteIndex {
    fn of(notes: &[Note]) -> Self {
        let mut index = BTreeMap::new();
        for (at, note) in notes.iter().enumerate() {
            let range = index.entry(note.source).or_insert((at, at));
            range.1 = at + 1;
        }
        NoteIndex(index)
    }

    /// The notes on the words of a statement.
    fn on(&self, notes: &[Note], source: u32, statement: &Statement) -> Vec<usize> {
        let Some(&(first, last)) = self.0.get(&source) else {
            return Vec::new();
        };
        let notes = &notes[first..last];
        let mut found = Vec::new();
        for span in [Some(statement.span), statement.phrase]
            .into_iter()
            .flatten()
        {
            let start = notes.partition_point(|note| note.span.start < span.start);
            found.extend(
                notes[start..]
                    .iter()
                    .take_while(|note| note.span.start < span.end)
                    .zip(first + start..)
                    .filter(|(note, _)| !note.span.is_empty())
                    .map(|(_, at)| at),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn chronicle(
    told: &Told,
    incident: Incident,
    solved: Solved,
    notes: &[Note],
    index: &NoteIndex,
) -> Chronicle {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, event) in solved.event.iter().enumerate() {
        members.entry(*event).or_default().push(at);
    }
    let twins = twins(&incident);
    let mut event_of = vec![0; incident.tellers.len()];
    let mut events: Vec<Event> = Vec::with_capacity(members.len());
    for group in members.into_values() {
        for &at in &group {
            event_of[at] = events.len();
        }
        let mut ranked = group;
        ranked.sort_by_key(|at| rank(told, incident.tellers[*at]));
        let moment = solved.moment[ranked[0]];
        let interval = ranked
            .iter()
            .filter(|at| solved.moment[**at] == moment)
            .map(|at| solved.windows[*at])
            .reduce(Interval::and)
            .unwrap_or(Interval::OPEN);
        let tellers: Vec<Teller> = ranked.iter().map(|at| incident.tellers[*at]).collect();
        let copies = (1..tellers.len())
            .filter(|at| {
                let others = twins.get(&tellers[*at]).into_iter().flatten();
                others
                    .into_iter()
                    .any(|other| tellers[..*at].contains(other))
            })
            .map(|at| tellers[at])
            .collect();
        let best = tellers[0];
        let statement = told.statement(best);
        let mut remarks: Vec<usize> = tellers
            .iter()
            .flat_map(|teller| index.on(notes, teller.source, told.statement(*teller)))
            .collect();
        remarks.sort_unstable();
        remarks.dedup();
        events.push(Event {
            id: mark(told, best),
            interval,
            part: statement.part,
            of: lasting(told, best).map(|start| mark(told, start)),
            copies,
            tellers,
            notes: remarks,
        });
    }
    let order = ordered(told, &events, &solved.order, &event_of);
    let mut slots: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    let events = order.iter().filter_map(|at| slots[*at].take()).collect();
    Chronicle {
        incident,
        events,
        conflicts: solved.conflicts,
    }
}

/// For each teller that is one text or one transmission with others, these others.
fn twins(incident: &Incident) -> BTreeMap<Teller, Vec<Teller>> {
    let mut twins: BTreeMap<Teller, Vec<Teller>> = BTreeMap::new();
    for identity in &incident.identities {
        if identity.likeness.is_copy() {
            twins
                .entry(identity.first)
                .or_default()
                .push(identity.second);
            twins
                .entry(identity.second)
                .or_default()
                .push(identity.first);
        }
    }
    twins
}

fn mark(told: &Told, teller: Teller) -> String {
    told.sources[teller.source as usize].mark(told.statement(teller).span)
}

/// The statement that starts the lasting event which this one starts or ends.
fn lasting(told: &Told, teller: Teller) -> Option<Teller> {
    let statement = told.statement(teller);
    match statement.part? {
        Part::Start => Some(teller),
        Part::End => {
            let before = Teller {
                index: teller.index.checked_sub(1)?,
                ..teller
            };
            let start = told.statement(before);
            (start.part == Some(Part::Start) && start.phrase == statement.phrase).then_some(before)
        }
    }
}

/// The best clock first: how sure, how fine, then by source and place.
fn rank(told: &Told, teller: Teller) -> impl Ord + use<> {
    let statement = told.statement(teller);
    (
        statement.certainty,
        statement.grain.map_or(9, |grain| grain as u8),
        teller,
    )
}

/// The order of rows: earliest, then best, then latest, then source order; where words say that one
/// event is not before another, that holds.
fn ordered(
    told: &Told,
    events: &[Event],
    order: &[(usize, usize)],
    event_of: &[usize],
) -> Vec<usize> {
    let last = Instant(i64::MAX);
    let key = |at: &usize| {
        let event = &events[*at];
        let Interval { earliest, latest } = event.interval;
        let stated = told.statement(event.tellers[0]).stated;
        (
            earliest.or(latest).unwrap_or(last),
            stated.unwrap_or(last),
            latest.unwrap_or(last),
            event.tellers.iter().min().copied(),
        )
    };
    let mut rows: Vec<usize> = (0..events.len()).collect();
    rows.sort_by_cached_key(key);
    if order.is_empty() {
        return rows;
    }
    let mut place = vec![0; events.len()];
    for (at, row) in rows.iter().enumerate() {
        place[*row] = at;
    }
    let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut waiting = vec![0usize; events.len()];
    let pairs: BTreeSet<(usize, usize)> = order
        .iter()
        .map(|(a, b)| (event_of[*a], event_of[*b]))
        .filter(|(a, b)| a != b)
        .collect();
    for (a, b) in pairs {
        after.entry(a).or_default().push(b);
        waiting[b] += 1;
    }
    let mut ready: BinaryHeap<Reverse<usize>> = rows
        .iter()
        .filter(|row| waiting[**row] == 0)
        .map(|row| Reverse(place[*row]))
        .collect();
    let mut sorted = Vec::with_capacity(rows.len());
    while let Some(Reverse(at)) = ready.pop() {
        let row = rows[at];
        sorted.push(row);
        for next in after.get(&row).into_iter().flatten() {
            waiting[*next] -= 1;
            if waiting[*next] == 0 {
                ready.push(Reverse(place[*next]));
            }
        }
    }
    // what the words put in a circle keeps the order of its times
    let left: Vec<usize> = rows
        .iter()
        .copied()
        .filter(|row| 0 < waiting[*row])
        .collect();
    sorted.extend(left);
    sorted
}
