//! Places: `1111 N. Elsea Smith Road`, `the 700 block of North Frandsen Road`,
//! `Highway 291 and Larkspur Lane`, `Oval Springs Apartment complex`.
//!
//! ```abnf
//! address      = number gap ["block of" gap] street
//! street       = [direction gap] 1*4(Name gap) suffix / ["State"] "Highway" gap number
//! intersection = crossing gap ("and" / "&" / "near" / "at") gap ( street / Name )
//! crossing     = street / Ordinal                      ; `5th and Main`
//! premises     = 1*4(Name gap) premises-word
//! ```

use super::word::{
    capital, digits, end, gap, letters, miss, starts_word, stop, word_before, words,
};
use crate::lexicon::street::{DIRECTIONS, OF_NO_STREET, PREMISES, SUFFIXES};
use crate::lexicon::{WordList, has, look_up};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{map_opt, not, opt, recognize, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, preceded, separated_pair, terminated};
use nom::{IResult, Parser};

mod spoken;

pub use spoken::spoken_places;

/// Words of a source that name a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words.
    pub span: Span,
    /// House number, or the block's number.
    pub number: Option<u32>,
    /// Whether `number` is a block's.
    pub block: bool,
    /// The street or premises in the form by which places are compared: lower case, standard
    /// suffix, directions shortened.
    pub name: String,
    /// The other street of a crossing, in the same form.
    pub cross: Option<String>,
}

impl Place {
    /// Whether it is a spot: a house, a block or a crossing, not a whole street.
    pub fn is_exact(&self) -> bool {
        self.number.is_some() || self.cross.is_some()
    }

    /// Whether two mentions can mean the same spot: the same street, and a house number that lies
    /// in the block (1111 lies in the 1100 block), or no number on one side; a crossing lies on both
    /// of its streets.
    pub fn meets(&self, other: &Place) -> bool {
        let streets = |place: &Place| [Some(place.name.clone()), place.cross.clone()];
        let (mine, theirs) = (streets(self), streets(other));
        let is_on = |street: &Option<String>, streets: &[Option<String>]| {
            let street = street.as_deref();
            street.is_none_or(|street| streets.iter().flatten().any(|it| is_one_street(street, it)))
        };
        match (&self.cross, &other.cross) {
            (Some(_), Some(_)) => mine.iter().all(|street| is_on(street, &theirs)),
            // a house on one street of a crossing need not be near it
            (Some(_), None) => other.number.is_none() && is_on(&theirs[0], &mine),
            (None, Some(_)) => self.number.is_none() && is_on(&mine[0], &theirs),
            (None, None) => {
                is_one_street(&self.name, &other.name)
                    && match (self.number, other.number) {
                        (Some(a), Some(b)) if self.block || other.block => a / 100 == b / 100,
                        (Some(a), Some(b)) => a == b,
                        _ => true,
                    }
            }
        }
    }
}

/// Whether two names are those of one street, be its direction or its suffix named or not; a North Oak
/// Street is no South Oak Street.
fn is_one_street(a: &str, b: &str) -> bool {
    let is_direction = |word: &&str| DIRECTIONS.iter().any(|(_, short)| short == word);
    let is_suffix = |word: &&str| SUFFIXES.iter().any(|(_, short)| short == word);
    let directions = |name: &str| -> Vec<String> {
        let words = name.split(' ').filter(is_direction);
        words.map(str::to_owned).collect()
    };
    let (of_a, of_b) = (directions(a), directions(b));
    if !of_a.is_empty() && !of_b.is_empty() && of_a != of_b {
        return false;
    }
    let bare = |name: &str| -> Vec<String> {
        let words = name.split(' ').filter(|word| !is_direction(word));
        words.map(str::to_owned).collect()
    };
    let (a, b) = (bare(a), bare(b));
    let has_suffix = |name: &[String]| name.last().is_some_and(|last| is_suffix(&last.as_str()));
    match (has_suffix(&a), has_suffix(&b)) {
        (true, false) => a[..a.len() - 1] == b[..],
        (false, true) => a[..] == b[..b.len() - 1],
        _ => a == b,
    }
}

/// The places of `text[span]`, in order, without overlap.
///
/// ```
/// use squelch::{find::address::places, span::Span};
/// let text = "Crews met at 1111 N. Mill Road, in the 1100 block of North Mill Rd.";
/// let found = places(text, Span::new(0, text.len()));
/// assert_eq!(found.len(), 2);
/// assert!(found[0].meets(&found[1]));
/// ```
pub fn places(text: &str, span: Span) -> Vec<Place> {
    scan(text, span, |input, _| {
        if input.starts_with(char::is_lowercase) {
            return Err(miss(input));
        }
        place(input)
    })
}

/// Reads places wherever a grammar, given the text from there on and the word before, finds one.
fn scan<'a>(
    text: &'a str,
    span: Span,
    read: impl Fn(&'a str, &'a str) -> IResult<&'a str, Named<'a>>,
) -> Vec<Place> {
    let mut found = Vec::new();
    let text = &text[..span.end as usize];
    let mut at = span.start as usize;
    while at < text.len() {
        let here = &text[at..];
        let first = here.chars().next().unwrap_or(' ');
        let step = first.len_utf8();
        if (first.is_ascii_alphanumeric() || first.is_uppercase())
            && starts_word(text, at)
            && let Ok((rest, named)) = read(here, word_before(text, at))
        {
            let length = here.len() - rest.len();
            found.push(Place {
                span: Span::new(at, at + length),
                number: named.number,
                block: named.is_block,
                name: normal(named.street),
                cross: named.cross.map(normal),
            });
            at += length;
            continue;
        }
        at += step;
        // inside a word nothing starts
        if first.is_alphanumeric() {
            at += here[step..]
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(here.len() - step);
        }
    }
    found
}

/// A street without a number.
fn plain(street: &str) -> Named<'_> {
    Named {
        number: None,
        is_block: false,
        street,
        cross: None,
    }
}

/// A place as written.
struct Named<'a> {
    number: Option<u32>,
    is_block: bool,
    street: &'a str,
    cross: Option<&'a str>,
}

fn place(input: &str) -> IResult<&str, Named<'_>> {
    let block = preceded((gap, words("block"), gap), opt((words("of"), gap)));
    let numbered = (
        digits(1, 5),
        alt((value(true, block), value(false, gap))),
        street,
    );
    let numbered = numbered.map(|(number, is_block, street)| Named {
        number: Some(number),
        is_block,
        street,
        cross: None,
    });
    let crossing = intersection.map(|(street, cross)| Named {
        cross: Some(cross),
        ..plain(street)
    });
    alt((numbered, crossing, street.map(plain), premises.map(plain))).parse(input)
}

/// `North Elsea Smith Road`, `Missouri Highway 291`
fn street(input: &str) -> IResult<&str, &str> {
    alt((recognize(numbered_road), street_name)).parse(input)
}

/// `N. `, `North `
fn direction(input: &str) -> IResult<&str, ()> {
    let word = map_opt(letters, |word| look_up(DIRECTIONS, word));
    value((), (word, stop, gap)).parse(input)
}

/// `N. Elsea Smith Road`, `38th Street`
pub fn street_name(input: &str) -> IResult<&str, &str> {
    let name = terminated(
        verify(proper, |word: &str| {
            look_up(SUFFIXES, word).is_none() && !has(OF_NO_STREET, word)
        }),
        (stop, gap),
    );
    let suffix = alt((
        terminated(verify(letters, is_short_suffix), stop),
        preceded(
            capital,
            verify(letters, |word: &str| look_up(SUFFIXES, word).is_some()),
        ),
    ));
    let patrol = (gap, words("patrol"));
    recognize((opt(direction), many_m_n(1, 4, name), suffix, not(patrol))).parse(input)
}

/// `Rd`, `St`, `Ave`: a suffix that is written with a full stop.
fn is_short_suffix(word: &str) -> bool {
    word.len() <= 4
        && word.starts_with(char::is_uppercase)
        && !matches!(word, "Lane" | "Loop" | "Pike" | "Road" | "Row" | "Way")
        && look_up(SUFFIXES, word).is_some()
}

/// `Missouri Highway 291`, `Interstate 70`, `Route 9`, `U.S. 24`
fn numbered_road(input: &str) -> IResult<&str, ()> {
    alt((highway, preceded((proper, gap), highway))).parse(input)
}

/// `Highway 291`, `I-70`
fn highway(input: &str) -> IResult<&str, ()> {
    let kind = alt((
        tag("State Highway"),
        tag("Highway"),
        tag("Hwy."),
        tag("Hwy"),
        tag("Interstate"),
        tag("Route"),
        tag("U.S."),
        tag("I-"),
    ));
    value((), (kind, opt(gap), digits(1, 3), end)).parse(input)
}

/// `Missouri Highway 291 and Larkspur Lane`, `5th and Main`
fn intersection(input: &str) -> IResult<&str, (&str, &str)> {
    let and = alt((
        words("and"),
        words("at"),
        words("near"),
        value((), char('&')),
    ));
    let and = delimited(gap, and, gap);
    if let Ok((rest, first)) = street(input) {
        return preceded(and, alt((street, proper)))
            .map(|cross| (first, cross))
            .parse(rest);
    }
    // `the 5th and 6th` are days
    let cross = verify(alt((street, proper)), |name: &str| {
        name.starts_with(char::is_uppercase)
    });
    separated_pair(ordinal, and, cross).parse(input)
}

/// `Oval Springs Apartment complex`, `Union Station`
fn premises(input: &str) -> IResult<&str, &str> {
    let name = terminated(verify(proper, |word: &str| !has(PREMISES, word)), gap);
    let kind = verify(letters, |word: &str| {
        has(PREMISES, word) && word.starts_with(char::is_uppercase)
    });
    let more = opt((gap, alt((words("complex"), words("building")))));
    recognize((many_m_n(1, 4, name), kind, more)).parse(input)
}

/// A word of a name has fewer letters; what is longer is read once and not from each of its hyphens.
const LONGEST_NAME: usize = 40;

/// Words that open a sentence right before a place and are no part of it: `On Mill Road`.
const BEFORE_NAMES: &WordList = &WordList::new(&[
    "after", "along", "and", "at", "before", "behind", "by", "for", "from", "in", "inside", "near",
    "off", "on", "outside", "the", "to",
]);

/// `Elsea`, `O'Neil`, `38th`: a word of a name.
fn proper(input: &str) -> IResult<&str, &str> {
    let name = recognize((
        satisfy(char::is_uppercase),
        take_while_m_n(1, LONGEST_NAME, |c: char| {
            c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
        }),
    ));
    let name = verify(name, |word: &str| !has(BEFORE_NAMES, word));
    alt((ordinal, name)).parse(input)
}

/// `38th`
fn ordinal(input: &str) -> IResult<&str, &str> {
    let suffix = alt((tag("st"), tag("nd"), tag("rd"), tag("th")));
    recognize((digits_any, suffix, end)).parse(input)
}

fn digits_any(input: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 3, |c: char| c.is_ascii_digit()).parse(input)
}

/// The form by which names of places are compared.
fn normal(name: &str) -> String {
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        look_up(DIRECTIONS, word)
            .or_else(|| look_up(SUFFIXES, word))
            .map_or_else(
                || {
                    // `Apartments` and `Apartment complex` are one place
                    let lower = word.to_lowercase();
                    if has(PREMISES, &lower) {
                        lower.strip_suffix('s').unwrap_or(&lower).to_owned()
                    } else {
                        lower
                    }
                },
                str::to_owned,
            )
    };
    name.split_whitespace()
        .map(word)
        .filter(|word| !word.is_empty() && word != "complex")
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a word ends the name of a street.
pub fn is_suffix(word: &str) -> bool {
    look_up(SUFFIXES, word).is_some()
}
