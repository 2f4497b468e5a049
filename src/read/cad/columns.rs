//! Tables of units: one line names the statuses, the lines below it have their times.
//!
//! ```text
//! UNIT   DISPATCH  ENROUTE   ON-SCENE  AVAILABLE
//! E31    16:32:07  16:33:10  --:--:--  16:40:52
//! ```

use super::label::{self, Label};
use super::lead::has_words;
use super::line::Draft;
use super::moment::Written;
use super::piece::Piece;
use super::span;
use super::unit;
use crate::lexicon::field::UNIT_FIELDS;
use crate::lexicon::has;
use crate::read::transcript::{Entry, Record};

/// So many statuses beside each other head a table.
const FEWEST: usize = 3;
/// A time stands so many characters beside the name of its column at most.
const ASIDE: usize = 6;

/// The line that names the columns of a table.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    columns: Vec<Column<'a>>,
    /// What parts them, where they have no places of their own.
    mark: Option<char>,
}

/// The name of a column with its place.
#[derive(Debug)]
struct Column<'a> {
    start: usize,
    end: usize,
    words: &'a str,
    status: Option<Label<'a>>,
}

impl<'a> Columns<'a> {
    /// Reads the names of the columns of a table, if a line is nothing else.
    pub fn of(line: &'a str) -> Option<Self> {
        if line.contains([':', '=']) {
            return None;
        }
        let mark = ['\t', '|'].into_iter().find(|mark| line.contains(*mark));
        let columns: Vec<Column> = cells(line, mark)
            .into_iter()
            .map(|(start, words)| Column {
                start,
                end: start + words.len(),
                words,
                status: label::before(words).filter(|it| it.is_known && !has_words(it.rest)),
            })
            .collect();
        let count = columns.iter().filter(|it| it.status.is_some()).count();
        (FEWEST <= count).then_some(Columns { columns, mark })
    }

    /// The names of the statuses.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let statuses = self.columns.iter().filter(|it| it.status.is_some());
        statuses.map(|column| column.words.to_lowercase())
    }

    /// The column that each time of a row stands in, if a line is a row.
    fn row(&self, line: &str, pieces: &[Piece]) -> Option<Vec<&Column<'a>>> {
        let mut found: Vec<&Column> = Vec::new();
        let mut done = 0;
        for (at, piece) in pieces.iter().enumerate() {
            let gap = &line[done..piece.start];
            done = piece.end;
            if has_words(gap) && (at != 0 || self.unit(gap).is_none()) {
                return None;
            }
            let column = self.column(line, piece)?;
            if found.last().is_some_and(|last| column.start <= last.start) {
                return None;
            }
            found.push(column);
        }
        found.iter().any(|it| it.status.is_some()).then_some(found)
    }

    /// Whether a line is a row with a time.
    pub fn has(&self, line: &str, pieces: &[Piece]) -> bool {
        self.row(line, pieces).is_some()
    }

    fn column(&self, line: &str, piece: &Piece) -> Option<&Column<'a>> {
        if let Some(mark) = self.mark {
            // the mark at the head of a line parts nothing
            let before = line[..piece.start].trim_start_matches(['|', ' ']);
            return self.columns.get(before.matches(mark).count());
        }
        let aside = |it: &&Column| {
            let (start, end) = (it.start.abs_diff(piece.start), it.end.abs_diff(piece.end));
            start.min(end)
        };
        let nearest = self.columns.iter().min_by_key(aside)?;
        (aside(&nearest) <= ASIDE).then_some(nearest)
    }

    /// The unit at the head of a row: any word where the table says that it has units.
    fn unit<'b>(&self, words: &'b str) -> Option<&'b str> {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let is_of_units = self
            .columns
            .first()
            .is_some_and(|it| has(UNIT_FIELDS, it.words));
        let is_word = !words.contains(char::is_whitespace) && has_words(words);
        unit::of(words).or_else(|| Some(words).filter(|_| is_of_units && is_word))
    }
}

/// The cells of a line with their places: parted by a mark, or by two blanks.
fn cells(line: &str, mark: Option<char>) -> Vec<(usize, &str)> {
    let mark = mark.map_or("  ".to_owned(), |mark| mark.to_string());
    let parts = line.split(mark.as_str());
    let place = |part: &str| part.as_ptr() as usize - line.as_ptr() as usize;
    parts
        .map(|part| {
            (
                place(part) + part.len() - part.trim_start().len(),
                part.trim(),
            )
        })
        .filter(|(_, words)| has_words(words))
        .collect()
}

impl<'a> Draft<'a> {
    /// Takes a line for the names of the columns of the lines below.
    pub(super) fn names_columns(&mut self, line: &'a str) -> bool {
        let Some(columns) = Columns::of(line) else {
            return false;
        };
        self.close();
        self.columns = Some(columns);
        self.entries
            .push(Entry::About(span(self.text, line.trim())));
        true
    }

    /// Reads a line as a row of the table above it.
    pub(super) fn row(&mut self, line: &'a str, pieces: &[Piece<'a>]) -> bool {
        let Some(columns) = self.columns.take() else {
            return false;
        };
        let found = columns.row(line, pieces);
        let is_row = found.is_some();
        for (at, (column, piece)) in found.iter().flatten().zip(pieces).enumerate() {
            let time = span(self.text, piece.words);
            let unit = columns.unit(&line[..pieces[0].start]);
            let lead = unit.filter(|_| at == 0).map(|unit| span(self.text, unit));
            let all = lead.map_or(time, |lead| lead.join(time));
            match (&column.status, piece.written) {
                (Some(status), Written::Time(stamp) | Written::Figures(stamp)) => {
                    let record = Record::Status(status.milestone);
                    self.push(record, all, (piece, stamp), unit, time);
                    self.named.push((time, column.words));
                }
                _ => self.entries.push(Entry::About(all)),
            }
        }
        if let Some(last) = pieces.last().filter(|_| is_row) {
            self.leave(&line[last.end..]);
        }
        self.columns = Some(columns);
        is_row
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece::pieces;
    use super::*;

    fn read(head: &str, row: &str) -> Option<String> {
        let columns = Columns::of(head)?;
        let found = columns.row(row, &pieces(row))?;
        let words: Vec<&str> = found.iter().map(|column| column.words).collect();
        Some(words.join(","))
    }

    #[test]
    fn a_time_belongs_to_the_column_that_it_stands_in() {
        let head = "UNIT    DISPATCH  ENROUTE   ON-SCENE  AVAILABLE";
        let row = "E31     16:32:07  --:--:--  16:37:01  16:40:52";
        assert_eq!(read(head, row).unwrap(), "DISPATCH,ON-SCENE,AVAILABLE");
        let row = "CHIEF             16:34:30            16:40:52  12";
        assert_eq!(read(head, row).unwrap(), "ENROUTE,AVAILABLE");
        let head = "Unit\tDispatched\tEnroute\tArrived";
        assert_eq!(
            read(head, "E31\t16:32\t\t16:37").unwrap(),
            "Dispatched,Arrived"
        );
    }

    #[test]
    fn a_sentence_is_neither_head_nor_row() {
        assert!(Columns::of("engine one arrived and cleared the scene").is_none());
        assert!(Columns::of("Enroute:  Arrived:  Cleared:").is_none());
        let head = "UNIT    DISPATCH  ENROUTE   ON-SCENE";
        assert!(read(head, "16:45  smoke  from 16:32 on").is_none());
        assert!(read(head, "caller called back at 16:45").is_none());
    }
}
