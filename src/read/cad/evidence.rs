//! Whether a text is a dispatcher's record.

use super::columns::Columns;
use super::label;
use super::lead::{self, has_words};
use super::moment::Written;
use super::piece::{heading, pieces};
use crate::lexicon::field::CALL_FIELDS;
use crate::lexicon::has;
use crate::read::article::is_story;
use crate::read::log::lines;
use std::collections::BTreeSet;

/// So many lines show what a text is.
const SAMPLE: usize = 200;

/// So many bytes of a line are looked at.
const LONGEST: usize = 4096;
/// So many statuses with times in one line are no sentence.
const RUN: usize = 3;

/// What the first lines of a text show.
#[derive(Debug, Default)]
pub(super) struct Evidence<'a> {
    /// Statuses that a time follows, as no sentence has it: `Dispatched: 16:32`, `ER 16:32`
    statuses: BTreeSet<String>,
    /// Statuses that no time follows yet: `Arrive =`
    blanks: BTreeSet<String>,
    /// Statuses right behind the time that opens a line: `16:32:07...ONS`
    behind: usize,
    /// Labels of fields that only such records have.
    fields: BTreeSet<String>,
    /// Times and days with a label.
    timed: usize,
    /// Lines with any of them, and other lines of a record.
    told: usize,
    /// Sentences of somebody who tells a story.
    stories: usize,
    /// Lines that are not blank.
    lines: usize,
    /// The names of the columns of the lines below.
    columns: Option<Columns<'a>>,
    /// The status that the line before is, and nothing else.
    above: Option<String>,
}

impl<'a> Evidence<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut evidence = Evidence::default();
        for line in lines(text)
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE)
        {
            evidence.add(&line[..line.floor_char_boundary(LONGEST)]);
        }
        evidence
    }

    /// Several statuses with times, or one among the fields of a record, and no story around them.
    pub fn is_record(&self) -> bool {
        const FEW: usize = 2;
        const SOME: usize = 3;
        let (statuses, fields) = (self.statuses.len(), self.fields.len());
        let all = statuses + self.blanks.len();
        let is_told = FEW <= statuses
            || 0 < statuses && (FEW <= all || FEW <= fields)
            || SOME <= fields && 0 < self.timed
            || SOME <= self.behind && self.lines <= FEW * self.told;
        is_told && self.stories <= self.told && self.lines <= 4 * (self.told + self.stories) + 40
    }

    fn add(&mut self, line: &'a str) {
        self.lines += 1;
        let before = (self.statuses.len(), self.blanks.len(), self.fields.len());
        let words = line.trim();
        let pieces = pieces(line);
        let mut is_told = heading(line, &pieces).is_some();
        if let Some(columns) = Columns::of(line).filter(|_| pieces.is_empty()) {
            self.columns = Some(columns);
            return;
        }
        if let Some(columns) = self.columns.as_ref().filter(|it| it.has(line, &pieces)) {
            self.statuses.extend(columns.names());
            self.told += 1;
            return;
        }
        let above = self.above.take();
        let mut done = 0;
        let mut run = Vec::new();
        let mut run_behind = 0;
        for (at, piece) in pieces.iter().enumerate() {
            let gap = &line[done..piece.start];
            let leads = !has_words(gap);
            let next = pieces.get(at + 1).map_or(line.len(), |next| next.start);
            done = piece.end;
            let is_day = matches!(piece.written, Written::Day(_));
            let label = label::before(gap);
            if let Some(label) = label.filter(|label| label.is_known && !is_day) {
                let name = label.words.to_lowercase();
                let is_upper = !label.words.contains(char::is_lowercase);
                if label.is_tight || is_upper && !matches!(piece.written, Written::Figures(_)) {
                    self.statuses.insert(name);
                    is_told = true;
                } else if !label.is_prose || has_words(label.rest) {
                    run.push(name);
                }
            }
            let is_labelled = label.is_some_and(|label| label.is_tight);
            self.timed += usize::from(is_labelled && !matches!(piece.written, Written::Figures(_)));
            is_told |= is_labelled;
            let code = label::behind(&line[piece.end..next]);
            run_behind += usize::from(code.is_some());
            let is_upper = code.is_some_and(|it| !it.words.contains(char::is_lowercase));
            if leads && at == 0 && is_upper {
                self.behind += 1;
                is_told = true;
            }
            is_told |= leads && at == 0;
            if leads && at == 0 && lead::signature(&line[piece.end..]).is_some() {
                self.fields.insert("who typed it".to_owned());
            }
            if let Some(above) = above.as_ref().filter(|_| piece.words == words) {
                self.statuses.insert(above.clone());
            }
        }
        self.blanks_of(line);
        // no sentence has so many in turn
        if RUN <= run.len() {
            self.statuses.extend(run);
        }
        if RUN <= run_behind {
            self.behind += run_behind;
        }
        if pieces.is_empty() {
            let label = label::before(line.trim_end()).filter(|label| label.is_known);
            if let Some(label) = label.filter(|label| !has_words(label.rest)) {
                let name = label.words.to_lowercase();
                self.above = Some(name.clone());
                if label.is_tight && words.ends_with([':', '=']) {
                    self.blanks.insert(name);
                }
            }
        }
        self.field(words);
        let now = (self.statuses.len(), self.blanks.len(), self.fields.len());
        if is_told || now != before {
            self.told += 1;
        } else if is_story(words) {
            self.stories += 1;
        }
    }

    /// The statuses that have no time although others of the line have: `DISP: 16:32 - ER: - OUT: -`
    fn blanks_of(&mut self, line: &str) {
        for (at, mark) in line.match_indices([':', '=']) {
            let rest = line[at + mark.len()..].trim_start_matches([' ', '-', '/', '*', ';']);
            let is_blank = rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_digit());
            let label = label::before(&line[..at]).filter(|it| it.is_known && is_blank);
            // the next label follows, and no words
            let is_next = rest.is_empty() || {
                let next = rest.find([':', '=']).map_or("", |end| &rest[..end]);
                !next.is_empty() && !next.contains(char::is_whitespace)
                    || label::before(next).is_some_and(|it| it.is_known && !has_words(it.rest))
            };
            if let Some(label) = label.filter(|_| is_next) {
                self.blanks.insert(label.words.to_lowercase());
            }
        }
    }

    fn field(&mut self, line: &str) {
        for (at, _) in line.match_indices([':', '=', '#']) {
            let before = line[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
            let mut words = before.rsplit([' ', ';', '|', '\t']);
            let last = words.next().unwrap_or_default();
            let pair = words.next().map(|first| format!("{first} {last}"));
            let named = [Some(last.to_owned()), pair].into_iter().flatten();
            let known = named.map(|name| name.to_lowercase());
            self.fields
                .extend(known.filter(|name| has(CALL_FIELDS, name)));
        }
    }
}
