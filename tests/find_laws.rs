//! What holds for any text at all: nothing panics, places lie in the text, whole characters, in order.

use proptest::prelude::*;
use squelch::find::address::places;
use squelch::find::quote::{attribution, quotes};
use squelch::find::times;
use squelch::read::article::article;
use squelch::read::encoding::decode;
use squelch::span::Span;

/// Words and marks that rules look at, so that random texts reach deep into the grammar.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\u{a0}",
    ",",
    ".",
    ":",
    "-",
    "–",
    "/",
    "'",
    "’",
    "‘",
    "\"",
    "“",
    "”",
    "(",
    "~",
    "©",
    "é",
    "½",
    "🚒",
    "0",
    "1",
    "12",
    "31",
    "59",
    "1312",
    "2024",
    "02",
    "99999999999",
    "p.m.",
    "am",
    "hours",
    "CST",
    "noon",
    "midnight",
    "at",
    "about",
    "around",
    "shortly",
    "after",
    "before",
    "by",
    "until",
    "between",
    "and",
    "from",
    "to",
    "in",
    "on",
    "the",
    "of",
    "a",
    "an",
    "few",
    "several",
    "half",
    "hour",
    "minutes",
    "later",
    "ago",
    "within",
    "Then",
    "when",
    "once",
    "that",
    "time",
    "Thursday",
    "last",
    "next",
    "Feb.",
    "March",
    "May",
    "sixth",
    "29th",
    "early",
    "late",
    "afternoon",
    "night",
    "today",
    "yesterday",
    "block",
    "N.",
    "Larch",
    "Road",
    "Highway",
    "School",
    "said",
    "Engine",
    "voice",
    "twenty",
    "five",
    "o'clock",
    "or so",
    "-ish",
    "BY",
    "LAKESIDE —",
];

/// Expressions that are found whole.
const VALID: &[&str] = &[
    "by about 2 a.m. Friday, March 1, 2024",
    "between 12.31am and 12.52am on the sixth of September",
    "from 9:30 p.m. Thursday to 2 a.m. Friday",
    "nearly an hour and 16 minutes after",
    "the early hours of Sunday, Dec. 14",
    "shortly after 1312 hours CST",
    "at a quarter past 5 o’clock in the morning",
    "no later than 7\u{a0}p.m. yesterday evening or so",
    "two and a half to three hours later",
    "© 2024, 2024-02-29T, 02/29/24, ~1:12 p.m.-ish",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    prop_oneof![
        any::<String>(),
        pieces.clone().prop_map(|pieces| pieces.concat()),
        pieces.prop_map(|pieces| pieces.join(" ")),
    ]
}

/// In bounds, on character boundaries, not empty, in order, without overlap.
fn orderly(text: &str, spans: impl IntoIterator<Item = Span>) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in spans {
        let range = span.range();
        prop_assert!(range.start < range.end, "{span:?} is empty");
        prop_assert!(end <= range.start, "{span:?} starts before {end}");
        prop_assert!(text.get(range.clone()).is_some(), "{span:?} is no place");
        end = range.end;
    }
    Ok(())
}

fn holds_everywhere(text: &str) -> Result<(), TestCaseError> {
    let whole = Span::new(0, text.len());
    let mentions = times(text, whole);
    orderly(text, mentions.iter().map(|mention| mention.span))?;
    orderly(text, places(text, whole).iter().map(|place| place.span))?;
    let spoken = quotes(text, whole);
    orderly(text, spoken.iter().map(|quote| quote.outer))?;
    orderly(text, spoken.iter().map(|quote| quote.inner))?;
    for quote in spoken {
        prop_assert!(quote.outer.holds(quote.inner));
    }
    let skip: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    if let Some(by) = attribution(text, whole, &skip) {
        prop_assert!(text.get(by.verb.range()).is_some());
        prop_assert!(
            by.speaker
                .is_none_or(|name| text.get(name.range()).is_some())
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_found_in_any_text_has_its_place(text in text()) {
        holds_everywhere(&text)?;
    }

    #[test]
    fn a_part_of_a_text_is_searched_within_its_bounds(text in text(), a: usize, b: usize) {
        let cut = |at: usize| {
            let at = at % (text.len() + 1);
            (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
        };
        let (a, b) = (cut(a), cut(b));
        let part = Span::new(a.min(b), a.max(b));
        for found in times(&text, part) {
            prop_assert!(part.holds(found.span));
        }
        for place in places(&text, part) {
            prop_assert!(part.holds(place.span));
        }
        for quote in quotes(&text, part) {
            prop_assert!(part.holds(quote.outer));
        }
    }

    #[test]
    fn an_article_is_laid_out_in_order(text in text()) {
        let laid = article(&text);
        orderly(&text, laid.paragraphs.iter().map(|paragraph| paragraph.span))?;
        for paragraph in &laid.paragraphs {
            orderly(&text, paragraph.sentences.iter().copied())?;
            for sentence in &paragraph.sentences {
                prop_assert!(paragraph.span.holds(*sentence));
            }
        }
        for span in laid.title.iter().chain(&laid.dateline) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }

    #[test]
    fn any_bytes_decode_with_places_that_grow(
        mark in prop::sample::select(vec![&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]),
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [mark, &body].concat();
        let length = bytes.len();
        let decoded = decode(bytes);
        let mut last = 0;
        for (at, _) in decoded.text.char_indices().chain([(decoded.text.len(), ' ')]) {
            let raw = decoded.map.raw(at as u32) as usize;
            prop_assert!(last <= raw, "{at} lies at {raw}, the one before at {last}");
            prop_assert!(raw <= length, "{at} lies at {raw} of {length}");
            last = raw;
        }
    }

    #[test]
    fn valid_utf_8_is_kept(text in any::<String>()) {
        prop_assume!(!text.starts_with('\u{feff}'));
        let decoded = decode(text.clone().into_bytes());
        for at in 0..=text.len() {
            prop_assert_eq!(decoded.map.raw(at as u32), at as u32);
        }
        prop_assert_eq!(decoded.text, text);
    }
}

#[test]
fn every_prefix_and_suffix_of_an_expression_is_fine() {
    for valid in VALID {
        assert!(
            !times(valid, Span::new(0, valid.len())).is_empty(),
            "{valid}"
        );
        for (at, _) in valid.char_indices() {
            holds_everywhere(&valid[..at]).expect(valid);
            holds_everywhere(&valid[at..]).expect(valid);
        }
    }
}

/// What starts something everywhere and ends nowhere. Nothing is timed: a search that is quadratic
/// does not come to its end within anybody's patience where the build is optimised.
#[test]
fn a_long_text_that_repeats_itself_is_searched_in_linear_time() {
    let length = if cfg!(debug_assertions) {
        1 << 12
    } else {
        1 << 20
    };
    for unit in [
        "1",
        "a ",
        "12 ",
        "1:30-",
        "5pm-",
        "second-",
        "Aa-",
        "N. ",
        "Oak ",
        "\"",
        "'",
        "“",
        "‘A ",
        " ",
        "at ",
        "on the ",
        "from 9 to ",
        "20-",
        "1312-",
        "an hour and ",
        "a\u{a0}",
        "2015,",
        "9th ",
        "five-",
    ] {
        let text = unit.repeat(length / unit.len());
        let whole = Span::new(0, text.len());
        for found in times(&text, whole) {
            assert!(whole.holds(found.span));
        }
        for place in places(&text, whole) {
            assert!(whole.holds(place.span));
        }
        for quote in quotes(&text, whole) {
            assert!(whole.holds(quote.outer));
        }
    }
}
