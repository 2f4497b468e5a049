//! Speech: what stands in quotation marks, and who said it with which verb.
//!
//! ```abnf
//! quote       = open words [close]         ; without a close it ends with its paragraph
//! attribution = speaker gap verb / verb gap speaker
//! ```
//!
//! Accepted: `said Cpl. Justin Ewing, a spokesman`, `someone said`, `Another voice said:`,
//! `came the call:`, `The call went out about 1:12 p.m., …, saying:`.

use super::word::tokens;
use crate::lexicon::prose::{SAYING, VOICES};
use crate::lexicon::radio::ROLES;
use crate::lexicon::{WordList, has};
use crate::span::Span;

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words between the marks.
    pub inner: Span,
    /// With the marks.
    pub outer: Span,
}

/// The quotes of one paragraph, in order. A quote without its closing mark ends with the paragraph.
///
/// ```
/// use squelch::{find::quote::quotes, span::Span};
/// let text = "A voice said: “Officer down.” Then: “Send help";
/// let found = quotes(text, Span::new(0, text.len()));
/// assert_eq!(found[0].inner.of(text), "Officer down.");
/// assert_eq!(found[1].inner.of(text), "Send help");
/// ```
pub fn quotes(text: &str, paragraph: Span) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut at = paragraph.start as usize;
    let end = paragraph.end as usize;
    while let Some(open) = text[at..end].find(['"', '“', '‘', '\'']) {
        let open = at + open;
        let mark = text[open..].chars().next().unwrap_or('"');
        let start = open + mark.len_utf8();
        if !opens(text, open, mark) {
            at = start;
            continue;
        }
        let (inner_end, close_end) = closing(text, start, end, mark);
        let inner = Span::new(start, inner_end).trim(text);
        if !inner.is_empty() {
            found.push(Quote {
                inner,
                outer: Span::new(open, close_end),
            });
        }
        at = close_end.max(start);
    }
    found
}

/// Whether a mark opens a quote: a straight or single one must stand before a word and after none.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let free =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '\'' | '“'));
    let after = text[at + mark.len_utf8()..].chars().next();
    match mark {
        // `3“ line`: inches
        '“' => !before.is_some_and(char::is_numeric),
        '"' => free || before == Some(','),
        _ => free && after.is_some_and(|c| c.is_uppercase() || c == '\''),
    }
}

/// Where a quote ends: before its closing mark, and after it.
fn closing(text: &str, start: usize, end: usize, mark: char) -> (usize, usize) {
    let closers: &[char] = match mark {
        '“' => &['”', '“', '"'],
        '"' => &['"', '”'],
        '‘' => &['’'],
        _ => &['\'', '’'],
    };
    let single = matches!(mark, '‘' | '\'');
    let mut at = start;
    while let Some(found) = text[at..end].find(closers) {
        let close = at + found;
        let c = text[close..].chars().next().unwrap_or('"');
        let after = close + c.len_utf8();
        // an apostrophe closes nothing: a closing single mark follows punctuation
        let punctuated = text[..close].ends_with([',', '.', '!', '?', '…']);
        let word_follows = text[after..end].starts_with(char::is_alphanumeric);
        if !single || (punctuated && !word_follows) {
            // a second opening mark: the first quote was never closed
            let end_of_quote = if c == '“' { close } else { after };
            return (close, end_of_quote);
        }
        at = after;
    }
    (end, end)
}

/// Who said something, with which verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The verb: `said`.
    pub verb: Span,
    /// `Cpl. Justin Ewing`, `someone`; `None` where nobody is named.
    pub speaker: Option<Span>,
    /// A nameless voice on the air, or words that say that it was heard there.
    pub is_voice: bool,
    /// Somebody on duty without a name: `the captain of the first engine`.
    pub is_role: bool,
}

/// Words that say that what follows went over the air.
const ON_AIR: &[&str] = &[
    "over the radio",
    "on the radio",
    "radio traffic",
    "radio transmission",
    "scanner",
    "dispatch audio",
    "audio captured",
    "call went out",
    "came the call",
    "recording",
    "call came",
    "radioed",
    "broadcast",
    "heard:",
    "heard over",
    "heard saying",
];

/// Who speaks in `text[clause]`, the words around a quote or a told statement.
///
/// `skip` is what may not be taken for the speaker: the time mentions of the clause.
pub fn attribution(text: &str, clause: Span, skip: &[Span]) -> Option<Attribution> {
    let words = clause.of(text);
    let lower = words.to_lowercase();
    let on_air = ON_AIR.iter().any(|phrase| lower.contains(phrase));
    let mut verbs = tokens(text, clause).filter(|word| has(SAYING, word.of(text)));
    let verb = verbs.next();
    let Some(verb) = verb else {
        return on_air.then(|| Attribution {
            verb: Span::new(clause.start as usize, clause.start as usize),
            speaker: None,
            is_voice: true,
            is_role: false,
        });
    };
    let after = name_after(
        text,
        Span {
            start: verb.end,
            end: clause.end,
        },
    );
    let before = noun_before(
        text,
        Span {
            start: clause.start,
            end: verb.start,
        },
        skip,
    );
    let speaker = match (after, before) {
        (Some(name), None) => Some(name),
        (Some(name), Some(noun)) if noun.len() < 3 => Some(name),
        // `…, said Cpl. Justin Ewing`: right before the verb a clause ends
        (Some(name), _)
            if text[..verb.start as usize]
                .trim_end()
                .ends_with([',', '”', '"', '\'', '’']) =>
        {
            Some(name)
        }
        (_, noun) => noun,
    };
    let is_one_of = |list| speaker.is_some_and(|speaker| is_nameless(speaker.of(text), list));
    Some(Attribution {
        verb,
        speaker,
        is_voice: on_air || is_one_of(VOICES),
        is_role: is_one_of(ROLES),
    })
}

/// `someone`, `another voice`, `the captain of the first engine`: no proper name, and a listed noun.
fn is_nameless(speaker: &str, list: &WordList) -> bool {
    let proper = speaker
        .split(' ')
        .skip(1)
        .any(|word| word.starts_with(char::is_uppercase));
    let head = speaker
        .split(' ')
        .take_while(|word| !matches!(*word, "of" | "for" | "with" | "in" | "at" | "on" | "from"))
        .last();
    !proper && head.is_some_and(|head| has(list, head))
}

/// `Cpl. Justin Ewing` after a verb: capitalised words up to a comma or a small word.
fn name_after(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let start = words.len() - words.trim_start().len();
    let mut end = start;
    let mut at = start;
    for word in words[start..].split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let joins = matches!(bare, "of" | "de" | "van" | "la" | "von");
        if !(bare.starts_with(char::is_uppercase) || (joins && start < end)) {
            break;
        }
        at += word.len();
        end = at - (word.len() - bare.len());
        if bare.ends_with([',', ':', ';', '”', '"', '!', '?']) {
            break;
        }
    }
    let name = words[start..end]
        .trim_end_matches([',', '.', ':', ';', '”', '"', '!', '?'])
        .trim_end_matches(" of");
    let weekday = crate::lexicon::look_up(crate::lexicon::time::WEEKDAYS, name).is_some();
    (!name.is_empty() && !weekday).then(|| Span::within(text, name))
}

/// The noun phrase right before a verb: back to a comma, a quote, a small linking word.
fn noun_before(text: &str, span: Span, skip: &[Span]) -> Option<Span> {
    const BREAKS: &WordList = &WordList::new(&[
        "after", "and", "as", "because", "but", "if", "later", "so", "that", "then", "when",
        "where", "which", "while", "who",
    ]);
    const ADVERBS: &WordList =
        &WordList::new(&["also", "had", "has", "have", "later", "then", "was", "were"]);
    let mut start = span.start as usize;
    for mention in skip {
        if span.holds(*mention) {
            start = start.max(mention.end as usize);
        }
    }
    let words = &text[start..span.end as usize];
    if words.trim_end().ends_with([',', ';', ':']) {
        return None;
    }
    let cut = words
        .rfind([',', ';', ':', '”', '“', '"', '(', '—'])
        .map_or(0, |at| {
            at + words[at..].chars().next().map_or(1, char::len_utf8)
        });
    let mut phrase: Vec<&str> = words[cut..].split_whitespace().collect();
    while phrase.last().is_some_and(|word| has(ADVERBS, word)) {
        phrase.pop();
    }
    if let Some(at) = phrase.iter().rposition(|word| has(BREAKS, word)) {
        phrase.drain(..=at);
    }
    let first = phrase.first()?;
    let last = phrase.last()?;
    Some(Span::within(text, first).join(Span::within(text, last)))
}
