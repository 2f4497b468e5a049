//! Mentions → [`Statement`]s: what was written becomes an interval or a relation, once, here.

use crate::find::Mentions;
use crate::lexicon::status::Milestone;
use crate::note::{Note, SourceId};
use crate::read::{Body, Source};
use crate::span::Span;
use crate::time::{Grain, Instant, Interval, SECOND, Zone};
use latent::{Latent, Sequel};
use stamp::undated::Undated;

pub use crate::read::published::Published;

pub mod account;
pub mod anchor;
pub mod calendar;
pub mod civil;
pub mod clause;
pub mod latent;
pub mod point;
pub mod published;
pub mod remark;
pub mod stamp;
pub mod tense;
pub mod width;

/// The last year that a missing year may be, unless `--until` says otherwise: the release's.
pub const LATEST_YEAR: i32 = 2026;

/// What the user has said about a source.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The zone of the source, if stated.
    pub zone: Option<Zone>,
    /// When it was published, if stated.
    pub published: Option<Published>,
    /// What is added to its stamps, if stated.
    pub clock: Option<Clock>,
    /// When a recording started whose stamps count from there, if stated.
    pub start: Option<Published>,
    /// The last year that a missing year may be.
    pub until: i32,
}

/// What is added to the stamps of a source to get the true time, in milliseconds, both ends inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// At least this much.
    pub least: i64,
    /// At most this much.
    pub most: i64,
}

impl Clock {
    /// Whether the offset is known to the millisecond.
    pub fn is_exact(self) -> bool {
        self.least == self.most
    }

    /// Whether one offset can be that of both.
    pub fn meets(self, other: Clock) -> bool {
        self.least <= other.most && other.least <= self.most
    }

    /// The least interval of whole seconds that holds it.
    #[must_use]
    pub fn in_seconds(self) -> Clock {
        Clock {
            least: self.least.div_euclid(SECOND) * SECOND,
            most: -(-self.most).div_euclid(SECOND) * SECOND,
        }
    }

    /// Where a stamp's interval can lie in true time.
    #[must_use]
    pub fn corrected(self, stamp: Interval) -> Interval {
        stamp.widen(-self.least, self.most)
    }
}

impl Default for Setting {
    fn default() -> Self {
        Setting {
            zone: None,
            published: None,
            clock: None,
            start: None,
            until: LATEST_YEAR,
        }
    }
}

/// What one passage of one source says about one event.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// Which source.
    pub source: SourceId,
    /// The passage: a clause, a quote, a transmission.
    pub span: Span,
    /// The words that state the time, or the stamp.
    pub phrase: Option<Span>,
    /// What kind of thing happened.
    pub kind: Kind,
    /// Who speaks.
    pub speaker: Option<Span>,
    /// Which unit.
    pub unit: Option<Span>,
    /// On which channel.
    pub channel: Option<Span>,
    /// What a record calls it, by its standard name.
    pub milestone: Option<Milestone>,
    /// Its own reading, before the network.
    pub own: Interval,
    /// Its own reading at its widest.
    pub outer: Interval,
    /// The one instant that the words name.
    pub stated: Option<Instant>,
    /// How fine the time was stated.
    pub grain: Option<Grain>,
    /// How the time is known.
    pub certainty: Certainty,
    /// Which account of the source tells it; 0 is the main one.
    pub account: u32,
    /// Which end of a lasting event; the other end is the neighbouring statement.
    pub part: Option<Part>,
    /// Where its sound begins in the recording that it is from, in milliseconds.
    pub sound_at: Option<i64>,
}

impl Statement {
    /// What a passage tells before anything is known of its time.
    pub fn untimed(source: SourceId, span: Span, kind: Kind) -> Self {
        Statement {
            source,
            span,
            phrase: None,
            kind,
            speaker: None,
            unit: None,
            channel: None,
            milestone: None,
            own: Interval::OPEN,
            outer: Interval::OPEN,
            stated: None,
            grain: None,
            certainty: Certainty::Ordered,
            account: 0,
            part: None,
            sound_at: None,
        }
    }
}

/// What kind of thing a statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A transmission, or a quote of one.
    Radio,
    /// A call for help, or the dispatch of one.
    Call,
    /// Somebody said something, later and elsewhere.
    Statement,
    /// A happening told in prose, or what was typed into a record.
    Narrative,
    /// A status in a dispatcher's record.
    Status,
}

impl Kind {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Radio => "radio",
            Kind::Call => "call",
            Kind::Statement => "statement",
            Kind::Narrative => "narrative",
            Kind::Status => "status",
        }
    }
}

/// How a time is known, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Named by the words.
    Stated,
    /// Named with a hedge, or as a part of a day.
    Approximate,
    /// Follows from other statements, or from an assumption that a note names.
    Derived,
    /// Only its order is known.
    Ordered,
}

impl Certainty {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Stated => "stated",
            Certainty::Approximate => "approximate",
            Certainty::Derived => "derived",
            Certainty::Ordered => "ordered",
        }
    }
}

/// Which end of a lasting event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `from 9:30 p.m.`
    Start,
    /// `to 2 a.m.`
    End,
}

/// What ties two statements of one source: `least ≤ t(to) − t(from) ≤ most`.
#[derive(Clone, Copy, Debug)]
pub struct Relation {
    /// Index of the statement counted from.
    pub from: usize,
    /// Index of the statement that is placed.
    pub to: usize,
    /// The usual reading.
    pub usual: width::Reach,
    /// The widest reading.
    pub outer: width::Reach,
    /// What says so.
    pub tie: Tie,
    /// The words that say so.
    pub words: Span,
}

/// What makes a relation, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// One transmission quoted after the other.
    TextOrder,
    /// `Then`, `When officers arrived`
    OrderWord,
    /// `Two minutes later`, `Simultaneously`
    Distance,
}

/// A limit on one statement that does not come from its own time words.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Index of the statement.
    pub statement: usize,
    /// Where it must lie.
    pub within: Interval,
    /// Why.
    pub cause: Cause,
}

/// Why a [`Limit`] holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Told as past when the article was published.
    Published,
    /// Told of that day.
    Day,
}

/// Words that tell no event, with the reason.
#[derive(Clone, Copy, Debug)]
pub struct Unplaced {
    /// Which source.
    pub source: SourceId,
    /// The words.
    pub span: Span,
    /// Why.
    pub reason: Reason,
}

/// Why words tell no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// `no time stated`
    NoTime,
    /// The headline repeats the story.
    Headline,
    /// Menus, players, credits.
    Furniture,
    /// A byline, a published line, a dateline.
    AboutArticle,
    /// A heading.
    Heading,
    /// What is expected, scheduled or feared.
    Planned,
    /// Ages, habits, length of service.
    Background,
    /// A length of time that hangs on nothing.
    Length,
    /// `Thursday's shooting`: names an event that is told elsewhere.
    Reference,
    /// A time inside somebody's words that tells no event.
    Spoken,
    /// `Tuesday` with no date to count from.
    NoDate,
    /// A second time in the words around one quote.
    Beside,
    /// A day of the calendar that other lines stand under.
    DateHeading,
    /// What a file says of itself or of the recording.
    AboutRecording,
    /// What speech-to-text makes of silence.
    Invented,
    /// A line that no grammar reads.
    Unread,
    /// A relation to an event that is told nowhere.
    NoEvent,
}

impl Reason {
    /// Whether the words would tell an event if only its time were known.
    pub fn is_want_of_time(self) -> bool {
        matches!(
            self,
            Reason::NoTime | Reason::Length | Reason::NoDate | Reason::NoEvent
        )
    }

    /// As printed.
    pub fn words(self) -> &'static str {
        match self {
            Reason::NoTime => "no time stated",
            Reason::Headline => "headline",
            Reason::Furniture => "page furniture",
            Reason::AboutArticle => "says when or by whom the article was made",
            Reason::Heading => "heading",
            Reason::Planned => "planned, not told as past",
            Reason::Background => "background, no event of an incident",
            Reason::Length => "a length of time without a start",
            Reason::Reference => "refers to an event, tells none",
            Reason::Spoken => "inside somebody's words, tells no event",
            Reason::NoDate => "no date to count from",
            Reason::Beside => "a second time beside one quote",
            Reason::DateHeading => "date of the lines below it",
            Reason::AboutRecording => "about the recording or the file",
            Reason::Invented => "what speech-to-text makes of silence",
            Reason::Unread => "no grammar reads this line",
            Reason::NoEvent => "counts from an event that is not told",
        }
    }
}

/// What one source says, resolved.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The statements in the order of the source.
    pub statements: Vec<Statement>,
    /// What ties them to each other.
    pub relations: Vec<Relation>,
    /// What else limits them.
    pub limits: Vec<Limit>,
    /// What tells no event.
    pub unplaced: Vec<Unplaced>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// The zone of the source.
    pub zone: Zone,
    /// When it was published: the day's or the minute's interval.
    pub published: Option<Interval>,
    /// What is added to its stamps, if the user has stated it.
    pub clock: Option<Clock>,
    /// The stamps of a transcript of which no day is known.
    pub undated: Option<Undated>,
    /// The start that its stamps count from, where other sources show it: its clock says how well.
    pub start: Option<Instant>,
    /// Quotes and sentences that tell no event by themselves, in the order of the source.
    pub latent: Vec<Latent>,
    /// Which quote follows which.
    pub sequels: Vec<Sequel>,
}

/// Resolves one source.
///
/// ```
/// use squelch::find::find;
/// use squelch::read::Source;
/// use squelch::resolve::{resolve, Published, Setting};
/// let text = b"Crews were called at 1:12 p.m. Thursday.\n".to_vec();
/// let source = Source::read("story.txt", text, None).unwrap();
/// let setting = Setting {
///     zone: Some("America/Chicago".parse().unwrap()),
///     published: Some(Published::Day("2024-03-02".parse().unwrap())),
///     ..Setting::default()
/// };
/// let resolved = resolve(0, &source, &find(&source), &setting);
/// let stated = resolved.statements[0].stated.unwrap();
/// assert_eq!(resolved.zone.rfc3339(stated), "2024-02-29T13:12:00-06:00");
/// ```
pub fn resolve(id: SourceId, source: &Source, mentions: &Mentions, setting: &Setting) -> Resolved {
    match &source.body {
        Body::Transcript(transcript) => stamp::transcript(id, source, transcript, setting),
        Body::Article(article) => account::article(id, source, article, mentions, setting),
    }
}
