//! Word lists of the language and the trade, as data: compiled in, sorted, without doubles.
//!
//! A list is looked up by its lower-case word; rules about the words are code in the stages.

use std::ops::Deref;

pub mod beside;
pub mod dispatch;
pub mod emergency;
pub mod field;
pub mod holiday;
pub mod meaning;
pub mod mood;
pub mod page;
pub mod pair;
pub mod prose;
pub mod radio;
pub mod reached;
pub mod record;
pub mod speech;
pub mod status;
pub mod street;
pub mod tense;
pub mod time;
pub mod verb;
pub mod word;

/// The value of a word in a list that is sorted by its lower-case words.
///
/// ```
/// use squelch::lexicon::{look_up, time::MONTHS};
/// assert_eq!(look_up(MONTHS, "Sept"), Some(9));
/// assert_eq!(look_up(MONTHS, "Septic"), None);
/// ```
pub fn look_up<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    let folded = word.bytes().map(|byte| byte.to_ascii_lowercase());
    list.binary_search_by(|(entry, _)| entry.bytes().cmp(folded.clone()))
        .ok()
        .map(|at| list[at].1)
}

/// Words in lower case, sorted, with what tells most words that are none of them at a glance.
pub struct WordList {
    words: &'static [&'static str],
    glance: Glance,
    /// By the first letter, where the words that begin with it stand: from, up to.
    places: [(u16, u16); LETTERS],
}

impl WordList {
    /// The list of some words that are sorted and not empty.
    pub const fn new(words: &'static [&'static str]) -> WordList {
        let mut glance = Glance::EMPTY;
        let mut places = [(u16::MAX, 0); LETTERS];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            glance.lengths[letter(word[0])] |= length_bit(word);
            let place = &mut places[letter(word[0])];
            if (at as u16) < place.0 {
                place.0 = at as u16;
            }
            place.1 = at as u16 + 1;
            at += 1;
        }
        WordList {
            words,
            glance,
            places,
        }
    }
}

/// What letters and lengths words have: tells of most other words at a glance that they are none of them.
pub struct Glance {
    /// By the first letter, the lengths of the words that begin with it, a bit each.
    lengths: [u32; LETTERS],
}

impl Glance {
    const EMPTY: Glance = Glance {
        lengths: [0; LETTERS],
    };

    /// At the words of some lists.
    pub const fn of(lists: &[&WordList]) -> Glance {
        let mut glance = Glance::EMPTY;
        let mut at = 0;
        while at < lists.len() {
            let mut letter = 0;
            while letter < LETTERS {
                glance.lengths[letter] |= lists[at].glance.lengths[letter];
                letter += 1;
            }
            at += 1;
        }
        glance
    }

    /// Whether a word looks like one of them.
    pub fn may_hold(&self, word: &str) -> bool {
        let word = word.as_bytes();
        word.first()
            .is_some_and(|first| self.lengths[letter(*first)] & length_bit(word) != 0)
    }
}

impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.words
    }
}

/// How many numbers [`letter`] can give.
const LETTERS: usize = 32;

/// One number for both cases of a letter.
const fn letter(first: u8) -> usize {
    (first & 0x1f) as usize
}

const fn length_bit(word: &[u8]) -> u32 {
    1 << (word.len() & 0x1f)
}

/// Whether a list holds a word, in any case of its letters.
///
/// ```
/// use squelch::lexicon::{has, prose::SAYING};
/// assert!(has(SAYING, "Said"));
/// assert!(!has(SAYING, "sand"));
/// ```
pub fn has(list: &WordList, word: &str) -> bool {
    if !list.glance.may_hold(word) {
        return false;
    }
    let (from, to) = list.places[letter(word.as_bytes()[0])];
    list.words[usize::from(from)..usize::from(to)]
        .iter()
        .any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Whether a word begins with one of the stems of a sorted list, none of which begins with another.
pub fn has_stem(list: &[&str], word: &str) -> bool {
    let folded = word.bytes().map(|byte| byte.to_ascii_lowercase());
    // whatever stands between a stem and a word that begins with it begins with it too
    let behind = list.partition_point(|stem| stem.bytes().le(folded.clone()));
    list[..behind]
        .last()
        .is_some_and(|stem| starts_with(word, stem))
}

/// Whether a word starts with some letters in any case.
pub fn starts_with(word: &str, letters: &str) -> bool {
    word.as_bytes()
        .get(..letters.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(letters.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T>(name: &str, list: &[T], word: impl Fn(&T) -> &str) {
        for pair in list.windows(2) {
            let (a, b) = (word(&pair[0]), word(&pair[1]));
            assert!(a < b, "{name}: `{a}` stands before `{b}`");
        }
        for entry in list {
            assert_eq!(word(entry), word(entry).to_lowercase(), "{name}");
        }
    }

    #[test]
    fn a_unit_without_a_number_is_a_unit_word() {
        assert!(radio::LONE_UNITS.iter().all(|word| has(radio::UNITS, word)));
    }

    #[test]
    fn no_stem_begins_with_another() {
        let pairs = emergency::EMERGENCY.windows(2);
        for pair in pairs.chain(dispatch::COMPLAINTS.windows(2)) {
            assert!(!pair[1].starts_with(pair[0]), "{pair:?}");
        }
        assert!(has_stem(emergency::EMERGENCY, "Shootings"));
        assert!(!has_stem(emergency::EMERGENCY, "shoo"));
    }

    #[test]
    fn every_list_is_sorted_in_lower_case_and_without_doubles() {
        check("invented", speech::INVENTED, |entry| entry);
        check("of the page", speech::OF_THE_PAGE, |entry| entry);
        check("printed", speech::PRINTED, |entry| entry);
        check("months", time::MONTHS, |entry| entry.0);
        check("weekdays", time::WEEKDAYS, |entry| entry.0);
        check("numbers", time::NUMBERS, |entry| entry.0);
        check("ordinals", time::ORDINALS, |entry| entry.0);
        check("lengths", time::LENGTH_UNITS, |entry| entry.0);
        check("parts", time::DAY_PARTS, |entry| entry.0);
        check("zones", time::ZONES, |entry| entry.0);
        check("prepositions", beside::CLOCK_PREPOSITIONS, |entry| entry);
        check("numbered", beside::NUMBERED, |entry| entry);
        check("measures", beside::MEASURES, |entry| entry);
        check("scored", beside::SCORED, |entry| entry);
        check("books", beside::BOOKS, |entry| entry);
        check("articles", beside::ARTICLES, |entry| entry);
        check("determiners", beside::DETERMINERS, |entry| entry);
        check("no order", beside::NO_ORDER, |entry| entry);
        check("no tie", beside::NO_TIE, |entry| entry);
        check("suffixes", street::SUFFIXES, |entry| entry.0);
        check("directions", street::DIRECTIONS, |entry| entry.0);
        check("premises", street::PREMISES, |entry| entry);
        check("abbreviations", prose::ABBREVIATIONS, |entry| entry);
        check("saying", prose::SAYING, |entry| entry);
        check("answering", prose::ANSWERING, |entry| entry);
        check("calling", prose::CALLING, |entry| entry);
        check("voices", prose::VOICES, |entry| entry);
        check("press", prose::PRESS, |entry| entry);
        check("sessions", prose::SESSIONS, |entry| entry);
        check("irregular past", prose::IRREGULAR_PAST, |entry| entry);
        check("short weekdays", time::SHORT_WEEKDAYS, |entry| entry.0);
        check("change keys", page::CHANGE_KEYS, |entry| entry);
        check("date keys", page::DATE_KEYS, |entry| entry);
        check("published fields", page::PUBLISHED_FIELDS, |entry| entry);
        check("reader words", page::READER_WORDS, |entry| entry);
        check("clause openers", prose::CLAUSE_OPENERS, |entry| entry);
        check("no streets", street::OF_NO_STREET, |entry| entry);
        check("closing verbs", prose::CLOSING_SAYING, |entry| entry);
        check("habit", mood::HABIT, |entry| entry);
        check("to come", mood::TO_COME, |entry| entry);
        check("disputing", mood::DISPUTING, |entry| entry);
        check("running", mood::RUNNING, |entry| entry);
        check("valid", mood::VALID, |entry| entry);
        check("founding", mood::FOUNDING, |entry| entry);
        check("ordering", mood::ORDERING, |entry| entry);
        check("by rule", mood::BY_RULE, |entry| entry);
        check("hours", mood::HOURS, |entry| entry);
        check("routine", mood::ROUTINE, |entry| entry);
        check("known", beside::KNOWN, |entry| entry);
        check("growing", beside::GROWING, |entry| entry);
        check("standing", beside::STANDING, |entry| entry);
        check("readings", beside::READINGS, |entry| entry);
        check("dwelling", beside::DWELLING, |entry| entry);
        check("another", emergency::ANOTHER, |entry| entry);
        check("seeking", emergency::SEEKING, |entry| entry);
        check("finding", emergency::FINDING, |entry| entry);
        check("happenings", emergency::HAPPENINGS, |entry| entry);
        check("occurring", emergency::OCCURRING, |entry| entry);
        check("lasting", emergency::LASTING, |entry| entry);
        check("words of time", word::WORDS, |entry| entry.0);
        check("seasons", time::SEASONS, |entry| entry.0);
        check("announcing", tense::ANNOUNCING, |entry| entry);
        check("by neighbours", tense::BY_NEIGHBOURS, |entry| entry);
        check("deferring", tense::DEFERRING, |entry| entry);
        check("giving", tense::GIVING, |entry| entry);
        check("schedules", tense::SCHEDULES, |entry| entry);
        check("becoming", tense::BECOMING, |entry| entry);
        check("negations", tense::NEGATIONS, |entry| entry);
        check("modals", tense::MODALS, |entry| entry);
        check("future", mood::FUTURE, |entry| entry);
        check("emergency", emergency::EMERGENCY, |entry| entry);
        check("on scene", prose::ON_SCENE, |entry| entry);
        check("planning", prose::PLANNING, |entry| entry);
        check("participles", prose::PARTICIPLES, |entry| entry);
        check("ending", emergency::ENDING, |entry| entry);
        check("aftermath", emergency::AFTERMATH, |entry| entry);
        check("sending", dispatch::SENDING, |entry| entry);
        check("complaints", dispatch::COMPLAINTS, |entry| entry);
        check("clearing", dispatch::CLEARING, |entry| entry);
        check("not clearing", dispatch::NOT_CLEARING, |entry| entry);
        check("elsewhere", dispatch::ELSEWHERE, |entry| entry);
        check("chasing", dispatch::CHASING, |entry| entry);
        check("no street name", dispatch::NO_STREET_NAME, |entry| entry);
        check("stopping", dispatch::STOPPING, |entry| entry);
        check("first person", dispatch::FIRST_PERSON, |entry| entry);
        check("going", dispatch::GOING, |entry| entry);
        check("leaving", dispatch::LEAVING, |entry| entry);
        check("first calls", dispatch::FIRST_CALLS, |entry| entry);
        check("reported", dispatch::REPORTED, |entry| entry);
        check("ailing", dispatch::AILING, |entry| entry);
        check("statuses", dispatch::STATUSES, |entry| entry);
        check("answers", dispatch::ANSWERS, |entry| entry);
        check("referring", dispatch::REFERRING, |entry| entry);
        check("anybody", dispatch::ANYBODY, |entry| entry);
        check("working channels", dispatch::WORKING_CHANNELS, |entry| {
            entry.0
        });
        check("short units", radio::SHORT_UNITS, |entry| entry.0);
        check("no unit behind", radio::NO_UNIT_BEHIND, |entry| entry);
        check("unit words", radio::UNITS, |entry| entry);
        check("lone units", radio::LONE_UNITS, |entry| entry);
        check("unit letters", radio::UNIT_LETTERS, |entry| entry);
        check("phonetic", radio::PHONETIC, |entry| entry);
        check("channels", radio::CHANNELS, |entry| entry);
        check("roles", radio::ROLES, |entry| entry);
        check("dispatchers", radio::DISPATCHERS, |entry| entry);
        check("titles", radio::TITLES, |entry| entry);
        check("speech", radio::SPEECH, |entry| entry);
        check("microphones", radio::MICROPHONES, |entry| entry);
        check("fields", radio::FIELDS, |entry| entry);
        check("noise", radio::NOISE, |entry| entry);
        check("procedure", radio::PROCEDURE, |entry| entry);
        check("spellings", radio::SPELLINGS, |entry| entry.0);
        check("documents", prose::DOCUMENTS, |entry| entry);
        check("passing", prose::PASSING, |entry| entry);
        check("of a day", prose::OF_A_DAY, |entry| entry);
        check("faint", meaning::FAINT, |entry| entry);
        check("pairs", pair::PAIRS, |entry| entry.0);
        check("messages", meaning::MESSAGES, |entry| entry);
        check("parts of time", meaning::PARTS_OF_TIME, |entry| entry);
        check("extremes", meaning::EXTREMES, |entry| entry.0);
        for group in meaning::MEANINGS {
            let words: Vec<&str> = group.split(' ').collect();
            check("meanings", &words, |entry| entry);
        }
        check("status words", status::STATUSES, |entry| entry.0);
        check("status codes", status::CODES, |entry| entry.0);
        check("no status", reached::NO_STATUS, |entry| entry);
        check("wishes", reached::WISHES, |entry| entry);
        check("tying", reached::TYING, |entry| entry);
        check("nearly", reached::NEARLY, |entry| entry);
        check("lasting there", reached::LASTING, |entry| entry);
        check("told as past", reached::BACK, |entry| entry);
        check("asking", reached::ASKING, |entry| entry);
        check("asked", reached::ASKED, |entry| entry);
        check("later", reached::LATER, |entry| entry);
        check("filling", reached::FILLING, |entry| entry);
        check("responders", reached::RESPONDERS, |entry| entry);
        check("fires", reached::FIRES, |entry| entry);
        check("controls", reached::CONTROLS, |entry| entry);
        check("clear of", reached::CLEAR_OF, |entry| entry);
        check("clear behind", reached::CLEAR_BEHIND, |entry| entry);
        check("statuses of records", record::RECORD_STATUSES, |entry| {
            entry.0
        });
        check("status openers", record::STATUS_OPENERS, |entry| entry);
        check("arrivals", record::ARRIVALS, |entry| entry);
        check("time fillers", field::TIME_FILLERS, |entry| entry);
        check("record fields", field::RECORD_FIELDS, |entry| entry);
        check("call fields", field::CALL_FIELDS, |entry| entry);
        check("unit columns", field::UNIT_COLUMNS, |entry| entry);
        check("incident columns", field::INCIDENT_COLUMNS, |entry| entry);
        check("type columns", field::TYPE_COLUMNS, |entry| entry);
        check("address columns", field::ADDRESS_COLUMNS, |entry| entry);
        check("unit fields", field::UNIT_FIELDS, |entry| entry);
        check("other days", field::OTHER_DAYS, |entry| entry);
        check("stop words", prose::STOP_WORDS, |entry| entry);
        check("be", verb::BE, |entry| entry);
        check("beginning", verb::BEGINNING, |entry| entry);
        check("conceding", verb::CONCEDING, |entry| entry);
        check("telling of", verb::TELLING_OF, |entry| entry);
        check("found to be", verb::FOUND_TO_BE, |entry| entry);
        check("received", verb::RECEIVED, |entry| entry);
        check("hardly", verb::HARDLY, |entry| entry);
        check("opposites", verb::OPPOSITES, |entry| entry.0);
        check("helping", verb::HELPING, |entry| entry);
        check("ought", verb::OUGHT, |entry| entry);
        check("asking", verb::ASKING, |entry| entry);
        check("asked about", verb::ASKED_ABOUT, |entry| entry);
        check("unmet", verb::UNMET, |entry| entry);
        check("failing", verb::FAILING, |entry| entry);
        check("untrue", verb::UNTRUE, |entry| entry);
        check("commands", verb::COMMANDS, |entry| entry);
        check("small directions", verb::DIRECTIONS, |entry| entry);
        check("anybody", verb::ANYBODY, |entry| entry);
        check("states", verb::STATES, |entry| entry);
        check("nouns in ing", verb::NOUNS_IN_ING, |entry| entry);
    }
}
