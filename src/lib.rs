//! `squelch` reads dispatch-radio transcripts and news articles, merges what they say into one
//! ordered timeline per incident, and says of each time how it is known.
//!
//! # The way of the data
//!
//! ```text
//! bytes ─ read ─▶ Source ─ find ─▶ Mention ─ resolve ─▶ Statement ─ link ─▶ Incident
//!       ─ solve ─▶ intervals, conflicts ─ timeline ─▶ ordered events ─ write ─▶ text, CSV, JSON
//!                                                     ├─ check ◀─ claims
//!                                                     └─ intervals
//! ```
//!
//! A stage is a verb and a module; the `mod` lines below stand in the order in which the data moves,
//! and a stage uses only those above it. Stages between `read` and `write` cannot fail: they return a
//! result and notes.
//!
//! # What always holds
//!
//! 1. Nothing invented: every bound of every interval follows from quoted words or a stated setting.
//! 2. Nothing lost: each line of each input is in a timeline, or listed as unplaced with its reason.
//! 3. Nothing hidden: each assumption is a note at its place.
//! 4. Same input, same bytes: no clock of the run, no hash order, no network.
//!
//! # From bytes to a timeline
//!
//! ```
//! use squelch::find::find;
//! use squelch::link::{self, join, link};
//! use squelch::read::Source;
//! use squelch::resolve::{Published, Setting, resolve};
//! use squelch::solve::incident;
//! use squelch::timeline::timeline;
//! use squelch::write::{Format, Rows, Style, write};
//!
//! let story = "The call went out at 1:15 p.m. Thursday. Two minutes later, officers arrived.\n";
//! let source = Source::read("story.txt", story.into(), None).unwrap();
//! let setting = Setting {
//!     zone: Some("America/Chicago".parse().unwrap()),
//!     published: Some(Published::Day("2024-03-02".parse().unwrap())),
//!     ..Setting::default()
//! };
//! let resolved = vec![resolve(0, &source, &find(&source), &setting)];
//! let sources = [source];
//! let joined = join(&sources, resolved);
//! let told = joined.told(&sources);
//! let (incidents, _) = link(&told, &link::Setting::default());
//! let solved = incidents
//!     .into_iter()
//!     .map(|found| { let solved = incident::incident(&told, &found); (found, solved) })
//!     .collect();
//! let timeline = timeline(told, solved, Vec::new());
//!
//! let mut out = Vec::new();
//! let style = Style { format: Format::Csv, rows: Rows::Events, excel: false };
//! write(&timeline, style, &mut out).unwrap();
//! let table = String::from_utf8(out).unwrap();
//! assert!(table.contains("2024-02-29T13:16:00-06:00,2024-02-29T13:19:00-06:00"));
//! ```

// The ground: a place, an instant, a remark, a word.
pub mod span;

pub mod time;

pub mod note;

pub mod lexicon;

// The stages, in the order in which the data moves; blank lines keep rustfmt from sorting them.
pub mod read;

pub mod find;

pub mod resolve;

pub mod inspect;

pub mod link;

pub mod solve;

pub mod timeline;

pub mod check;

pub mod intervals;

pub mod write;

// The user's side: the case file, the command line.
pub mod case;

pub mod cli;
