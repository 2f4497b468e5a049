//! Whether words that a family accepted are a time where they stand.

use super::month::{is_a_name_too, may_modify};
use super::token::{Form, Kind, Token};
use super::{Day, Expression, Point, Shift};
use crate::lexicon::beside::{
    ARTICLES, BOOKS, CLOCK_PREPOSITIONS, DETERMINERS, DWELLING, NO_ORDER, NO_TIE, NUMBERED, SCORED,
};
use crate::lexicon::word::Word as W;
use crate::lexicon::{WordList, has};

/// Where an expression stands: the tokens of its sentence, and which of them are its own.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The text of the source.
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// The first token of the expression, inclusive.
    pub start: usize,
    /// The last, exclusive.
    pub end: usize,
}

impl Place<'_> {
    /// Whether a word or a number can start at a token: it is not the inside of something longer.
    pub fn can_start(&self) -> bool {
        let token = &self.tokens[self.start];
        let Some(before) = self.start.checked_sub(1).map(|at| &self.tokens[at]) else {
            return true;
        };
        if token.spaced {
            return true;
        }
        let is_number = matches!(token.kind, Kind::Digits(..));
        match before.kind {
            // `3:16`, `P3T-19`, `2.5`, `1/2`, `#12`, `$1.50`
            Kind::Mark(':' | '.' | '/' | '-' | '–' | ',') if is_number => {
                let of_word = |token: &Token| match before.kind {
                    // `he wrote:30 December`
                    Kind::Mark(':') => matches!(token.kind, Kind::Digits(..)),
                    _ => token.is_word(),
                };
                let inside =
                    self.start >= 2 && !before.spaced && of_word(&self.tokens[self.start - 2]);
                !inside || before.kind == Kind::Mark('–')
            }
            Kind::Mark('$' | '£' | '€' | '#' | '\'' | '@') => !is_number,
            Kind::Mark(_) => true,
            _ => false,
        }
    }

    /// Whether the expression ends where a word ends.
    pub fn ends_well(&self, expression: &Expression) -> bool {
        let rest = &self.tokens[self.end..];
        let goes_on = rest
            .first()
            .is_some_and(|next| !next.spaced && next.is_word());
        // `now-closed mills`, `the month-old pump`
        let is_joined = matches!(rest, [dash, next, ..]
            if dash.kind == Kind::Mark('-') && !dash.spaced && !next.spaced && next.is_word());
        let joins = match expression {
            Expression::Length(..) | Expression::Vague(_) | Expression::Set(_) => true,
            Expression::Point(point) => point.when.day.is_some_and(|day| {
                matches!(day, Day::Unit(..) | Day::Season(..) | Day::Holiday(..))
            }),
            _ => false,
        };
        !(goes_on || (is_joined && joins))
    }

    /// The word before, or nothing; a mark is none.
    fn before(&self) -> &str {
        let before = match &self.tokens[..self.start] {
            // `No. 5`
            [.., no, stop] if stop.kind == Kind::Mark('.') && !stop.spaced => no,
            [.., before] => before,
            [] => return "",
        };
        if before.is_word() {
            before.span().of(self.text)
        } else {
            ""
        }
    }

    fn after(&self) -> Option<&Token> {
        self.tokens
            .get(self.end)
            .filter(|token| token.spaced && token.is_word())
    }

    /// Whether the words are a time where they stand.
    pub fn is_time(&self, expression: &Expression) -> bool {
        let first = &self.tokens[self.start];
        let digit_first = matches!(first.kind, Kind::Digits(..));
        // `the 11 p.m. to 7 a.m. shift`
        let is_shift = self
            .after()
            .is_some_and(|after| ["shift", "shifts"].contains(&after.span().of(self.text)));
        match expression {
            Expression::FromTo(..) | Expression::Between(..) | Expression::Point(_) if is_shift => {
                false
            }
            Expression::Point(point) => self.is_point(point, digit_first),
            Expression::FromTo(a, b) if digit_first => {
                let plain = |day: Option<Day>| matches!(day, Some(Day::Slashed { year: None, .. }));
                let bare = a.clock.is_none() && plain(a.day) && plain(b.day);
                !(has(NUMBERED, self.before()) || has(SCORED, self.before()))
                    && (!bare || self.is_said())
            }
            Expression::Then => !has(NO_ORDER, self.before()),
            Expression::When => !has(NO_TIE, self.before()),
            Expression::Length(..) => self.is_length(),
            Expression::Set(_) => !self.is_noun(first),
            Expression::Vague(_) => self.is_vague(),
            _ => true,
        }
    }

    /// `lives at 1909`: the number of a house.
    fn is_house(&self, point: &Point) -> bool {
        let in_figures = matches!(self.tokens[self.end - 1].kind, Kind::Digits(_, 4));
        point.when.clock.is_some() && in_figures && has(DWELLING, self.before())
    }

    /// `Her labor day was long`: a holiday in small letters needs a word that a date follows, or an end.
    fn is_common_noun(&self, day: Option<Day>) -> bool {
        let is_small = self.tokens[self.start].form == Form::Lower;
        let is_holiday = matches!(day, Some(Day::Holiday(_, None, Shift::Nearest)));
        let is_noun = self
            .after()
            .is_some_and(|after| after.kind == Kind::Other || !self.is_said());
        is_holiday && is_small && is_noun
    }

    /// Whether a word that a date follows stands before: `on 2/15`, `from 1960-1961`.
    fn is_said(&self) -> bool {
        let before = self.before();
        [
            "on", "by", "since", "until", "before", "after", "from", "in", "between", "through",
            "to", "over",
        ]
        .iter()
        .any(|word| before.eq_ignore_ascii_case(word))
    }

    /// Whether `it was` or `that was` stands before.
    fn is_it(&self) -> bool {
        let word = |at: usize| self.tokens[at].span().of(self.text);
        self.start.checked_sub(2).is_some_and(|it| {
            ["it", "that"]
                .iter()
                .any(|subject| word(it).eq_ignore_ascii_case(subject))
                && ["is", "was"].contains(&word(it + 1))
        })
    }

    /// `it was twenty to eight and the yard was lit`: the time that it was, to five minutes, and then the
    /// clause ends; not `it was ten to one against us`.
    fn is_told_by_it(&self, point: &Point) -> bool {
        let is_round = point.when.clock.is_some_and(|clock| {
            const ROUND: u8 = 5;
            clock.has_minute && clock.minute.is_multiple_of(ROUND)
        });
        // `it was ten till noon by the clock`
        let ends = self.tokens.get(self.end).is_none_or(|next| {
            matches!(next.kind, Kind::Mark('.' | ',' | ';'))
                || ["and", "but", "by", "when"].contains(&next.span().of(self.text))
        });
        self.is_it() && is_round && ends
    }

    fn is_point(&self, point: &Point, digit_first: bool) -> bool {
        let when = point.when;
        let is_bare_day = when.clock.is_none()
            && when.part.is_none()
            && when.pick.is_none()
            && when.steps.is_none();
        if let (Some(Day::Year(_)), true) = (when.day, is_bare_day && when.frame.is_none()) {
            return self.is_year(digit_first);
        }
        if let (Some(Day::Slashed { year: None, .. }), true) = (when.day, is_bare_day) {
            // `Friday 5/12`, but `Monday 12-4` is a score
            let is_named = !digit_first && self.has_slash();
            let is_said = is_named || self.is_said() || self.goes_on_from_figures();
            return is_said && !digit_counts(self);
        }
        if is_bare_day && (self.names_something(when.day) || self.is_common_noun(when.day)) {
            return false;
        }
        if !digit_first {
            // `ten to one against`: spoken numbers are a time behind a preposition
            let is_open = when
                .clock
                .is_some_and(|clock| clock.meridiem.is_none() && !clock.named && !clock.military);
            let is_spoken = matches!(self.tokens[self.start].kind, Kind::Number(_)) && is_open;
            let alone = when.day.is_none() && when.part.is_none();
            // `I made a better one this morning`
            let is_count = when.clock.is_some_and(|clock| !clock.has_minute);
            let is_number = is_spoken && (alone || is_count);
            let is_said = has(CLOCK_PREPOSITIONS, self.before()) || self.is_told_by_it(point);
            return !(is_number || self.is_house(point)) || !self.is_house(point) && is_said;
        }
        if has(NUMBERED, self.before()) {
            return false;
        }
        let Some(clock) = when.clock else {
            return true;
        };
        // `1:12`, `1:12:30`: a score, a mix or a lap, unless a word says that it is a time
        let next = self.tokens[self.start + 1].kind;
        let is_colon = matches!(next, Kind::Mark(mark) if mark != '-');
        let bare = is_colon
            && clock.meridiem.is_none()
            && !clock.named
            && (!clock.military || (clock.second.is_some() && clock.hour < 13));
        let first = &self.tokens[self.start];
        let last = &self.tokens[self.end - 1];
        // `unit 4a`: a letter alone is half of a day behind minutes or a preposition
        let by_letter = matches!(last.kind, Kind::Word(W::A | W::P)) && !clock.has_minute;
        if by_letter && !has(CLOCK_PREPOSITIONS, self.before()) {
            return false;
        }
        let zero = clock.hour == 0 && clock.military && first.len() == 1;
        let alone = when.day.is_none() && when.part.is_none() && when.zone.is_none();
        let score =
            clock.meridiem.is_none() && (has(SCORED, self.before()) || has(BOOKS, self.before()));
        // `It was 7:24 before a train came`
        let is_said = has(CLOCK_PREPOSITIONS, self.before())
            || (self.is_it() && first.len() <= 2 && clock.has_minute);
        let unsaid = score || (bare && !is_said);
        !(zero || (alone && unsaid))
    }

    fn has_slash(&self) -> bool {
        let own = &self.tokens[self.start..self.end];
        own.iter().any(|token| token.kind == Kind::Mark('/'))
    }

    /// `11/22` of `on 11/20, 11/22 or 11/25`: behind dates in figures that a word before them says.
    fn goes_on_from_figures(&self) -> bool {
        let before = &self.tokens[..self.start];
        let joined =
            |token: &Token| matches!(token.kind, Kind::Mark(',') | Kind::Word(W::Or | W::And));
        let figures = before.len()
            - before
                .iter()
                .rev()
                .take_while(|token| joined(token))
                .count();
        let is_date = matches!(
            before[..figures],
            [
                ..,
                Token {
                    kind: Kind::Digits(_, 1 | 2),
                    ..
                },
                Token {
                    kind: Kind::Mark('/'),
                    ..
                },
                Token {
                    kind: Kind::Digits(_, 1 | 2),
                    ..
                }
            ]
        );
        if figures == self.start || !is_date {
            return false;
        }
        let first = Place {
            start: figures - 3,
            ..*self
        };
        first.is_said() || first.goes_on_from_figures()
    }

    /// `the daily was printed late`: a newspaper; but `a daily walk`.
    fn is_noun(&self, first: &Token) -> bool {
        let is_adverb = matches!(first.kind, Kind::Word(_)) && self.end - self.start == 1;
        let noun_follows = self.after().is_some_and(|after| {
            after.form == Form::Lower
                && after.kind == Kind::Other
                && !is_verb(after.span().of(self.text))
        });
        is_adverb
            && !noun_follows
            && ["the", "a"]
                .iter()
                .any(|word| self.before().eq_ignore_ascii_case(word))
    }

    /// A year counts nothing and numbers nothing.
    fn is_year(&self, digit_first: bool) -> bool {
        let before = self.before();
        let counts = self.after().is_some_and(|after| {
            let plural = after.form == Form::Lower
                && after.kind == Kind::Other
                && is_plural(after.span().of(self.text));
            let measures = matches!(after.kind, Kind::Measure | Kind::Unit(_));
            measures
                || matches!(after.kind, Kind::Word(W::Block))
                || (plural && !has(DETERMINERS, before))
                || self.is_address()
        });
        let money = self
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(self.tokens[at].kind, Kind::Mark('$' | '£' | '€')));
        // `ABC 2000`, `ISO 1998`: a name with its number
        let named = self.start.checked_sub(1).is_some_and(|at| {
            let token = &self.tokens[at];
            token.form == Form::Upper && token.kind == Kind::Other
        });
        // `lives at 1909`
        let is_number = before.eq_ignore_ascii_case("at");
        !(money || named || is_number || has(NUMBERED, before) || (digit_first && counts))
    }

    /// `2015 N. Elsea`, `1945 Main Street`: what follows a house number.
    fn is_address(&self) -> bool {
        let rest = self
            .tokens
            .get(self.end)
            .map_or("", |token| &self.text[token.start as usize..]);
        super::address::street_name(rest).is_ok()
    }

    /// `Friday Street`, `the Sunday school`, `Thursday Night Football`, `the Christmas tree`.
    fn names_something(&self, day: Option<Day>) -> bool {
        let Some(after) = self.after() else {
            return false;
        };
        let words = after.span().of(self.text);
        match day {
            Some(Day::Weekday(..)) if self.end - self.start == 1 => {
                let is_street = after.form != Form::Lower && super::address::is_suffix(words);
                let is_show = matches!(after.kind, Kind::Part(_)) && after.form != Form::Lower;
                is_street || is_show || is_named_by_day(words)
            }
            // `the May vote`, and not `May said`
            Some(Day::Month { year: None, .. }) if self.end - self.start == 1 => {
                is_a_name_too(&self.tokens[self.start])
                    && may_modify(&self.tokens[self.start..])
                    && !has(ARTICLES, self.before())
            }
            // a noun behind a holiday or a season is what is told of
            Some(Day::Holiday(..) | Day::Season(None, ..)) => {
                after.kind == Kind::Other
                    && !is_verb(words)
                    && !self.before().eq_ignore_ascii_case("on")
            }
            _ => false,
        }
    }

    /// `a second alarm`, `in a second car`: an ordinal.
    fn is_length(&self) -> bool {
        self.tokens[self.end - 1].kind != Kind::Word(W::Second)
    }

    /// `past the gate`, `for future use`: adjectives that only time nouns follow are read elsewhere.
    fn is_vague(&self) -> bool {
        let words = &self.tokens[self.start..self.end];
        let is_adjective =
            matches!(words, [one] if matches!(one.kind, Kind::Word(W::Current | W::Recent)));
        !is_adjective || self.after().is_some_and(|after| after.form == Form::Lower)
    }
}

/// `Friday prayers`, `Sunday school`: a name that a weekday begins.
fn is_named_by_day(word: &str) -> bool {
    ["School", "school", "Mass", "Service"].contains(&word)
}

fn digit_counts(place: &Place) -> bool {
    place
        .after()
        .is_some_and(|after| after.form == Form::Lower && after.kind == Kind::Other)
}

/// Whether a word behind a time begins what is told: `was`, `killed`, `brought`.
fn is_verb(word: &str) -> bool {
    const BE: &WordList =
        &WordList::new(&["had", "has", "is", "was", "were", "when", "where", "will"]);
    word.ends_with("ed") || has(BE, word)
}

/// `pages`, `votes`: a noun in small letters that a number before it may count.
fn is_plural(word: &str) -> bool {
    4 < word.len() && word.ends_with('s') && !word.ends_with("ss")
}
