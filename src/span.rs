//! Places in a source: byte spans into its decoded text, and lines and columns for the reader.

use std::ops::Range;

/// A half-open range of bytes in the decoded text of one source, on character boundaries.
///
/// ```
/// use squelch::span::Span;
/// let span = Span::new(4, 8);
/// assert_eq!(span.of("at 11:47pm"), "1:47");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte, inclusive.
    pub start: u32,
    /// Last byte, exclusive.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` (inclusive) to byte `end` (exclusive).
    pub fn new(start: usize, end: usize) -> Self {
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The span that `part` occupies in `whole`, of which it must be a slice.
    ///
    /// ```
    /// use squelch::span::Span;
    /// let whole = "at noon";
    /// assert_eq!(Span::within(whole, &whole[3..]), Span::new(3, 7));
    /// ```
    pub fn within(whole: &str, part: &str) -> Self {
        let start = part.as_ptr() as usize - whole.as_ptr() as usize;
        Span::new(start, start + part.len())
    }

    /// The words of this span in the text that it belongs to.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span as a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Where each line of a text starts, to turn an offset into a line and a column.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// The line starts of `text`; a line ends with LF.
    pub fn of(text: &str) -> Self {
        let starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1))
            .collect();
        Lines { starts }
    }

    /// The line of a byte offset, counted from 1.
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The line and the column of a byte offset, both counted from 1, the column in characters.
    ///
    /// ```
    /// use squelch::span::Lines;
    /// let text = "Café\nat noon";
    /// assert_eq!(Lines::of(text).place(text, 9), (2, 4));
    /// ```
    pub fn place(&self, text: &str, offset: u32) -> (usize, usize) {
        let line = self.line(offset);
        let start = self.starts[line - 1] as usize;
        (line, text[start..offset as usize].chars().count() + 1)
    }
}
