//! Times that tell nothing of the incident: another year's emergencies, the dates of documents,
//! what somebody quotes of the days to come.

use super::Walk;
use super::parts::is_since;
use super::telling::Telling;
use crate::find::quote::Quote;
use crate::find::word::{tokens, word_before};
use crate::find::{Day, Expression, Mention, Point, Shift, When};
use crate::lexicon::has;
use crate::lexicon::prose::{DOCUMENTS, OF_A_DAY};
use crate::resolve::clause;
use crate::span::Span;
use chrono::Datelike;

/// What a paragraph has told of a time before the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum History {
    /// Nothing.
    Untold,
    /// An emergency in passing: what points back to it is of it.
    Recalled,
    /// Another month, in which all that follows lies: `In June, …`
    Framed,
}

impl Walk<'_> {
    /// Whether a time is no more than the date of a document: `a report dated Oct. 4`, `Date of report:
    /// Oct. 4`, `date 2024-10-04`, `Ann Lee has more. – Oct. 4`, but not `In a letter dated Oct. 4, she wrote`.
    pub(super) fn dates_document(&self, sentence: Span, time: Span) -> bool {
        let lead = &self.text[..time.start as usize];
        let line = lead.rfind('\n').map_or(lead, |at| &lead[at..]).trim();
        let is_head = line == "date";
        let is_label = line.ends_with(':')
            && line
                .trim_end_matches(':')
                .split(' ')
                .any(|word| has(DOCUMENTS, word));
        let is_credit = time.end == sentence.end
            && line
                .strip_suffix(['–', '—', '-'])
                .is_some_and(|words| words.trim_end().ends_with(['.', '!', '?']));
        is_head
            || is_label
            || is_credit
            || clause::is_dated_document(self.text, time)
                && !clause::is_written_on(self.text, sentence, time)
    }

    /// Whether a weekday is any of its name: `on a Saturday`, `one Friday`; not before the emergency that it
    /// is the day of: `a Saturday night crash`.
    pub(super) fn is_any_weekday(&self, mention: &Mention) -> bool {
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return false;
        };
        let start = self.weekday_in(mention.span).unwrap_or(mention.span).start;
        matches!(when.day, Some(Day::Weekday(..)))
            && is_article(word_before(self.text, start as usize))
            && !self.dates_noun(mention.span)
    }

    /// Whether a time stands before the noun of an emergency, in one phrase with it: `a Friday afternoon |
    /// bomb threat`, not `on a Friday afternoon, a fire`.
    fn dates_noun(&self, time: Span) -> bool {
        /// `two-car highway crash`
        const LONGEST: usize = 3;
        let rest = Span {
            start: time.end,
            end: self.paragraph.end.max(time.end),
        };
        let mut end = time.end;
        let is_joined = |word: &Span| {
            let gap = &self.text[end as usize..word.start as usize];
            end = word.end;
            matches!(gap, " " | "-")
        };
        let nouns = tokens(self.text, rest)
            .take(LONGEST)
            .take_while(is_joined)
            .take_while(|word| !clause::is_past(word.of(self.text)))
            .last();
        nouns.is_some_and(|last| {
            clause::names_happening(
                self.text,
                Span {
                    end: last.end,
                    ..rest
                },
            )
        })
    }

    /// Whether a weekday says only what the day of the story was like: `on a wet November Tuesday`.
    pub(super) fn is_described(&self, mention: &Mention) -> bool {
        let Expression::Point(Point { when, .. }) = mention.expression else {
            return false;
        };
        let end = self.weekday_in(mention.span).unwrap_or(mention.span).start;
        let lead = Span {
            start: self.paragraph.start.min(end),
            end,
        };
        let mut back = tokens(self.text, lead)
            .rev()
            .map(|word| word.of(self.text))
            .peekable();
        let is_like = |word: &str| has(OF_A_DAY, word) || clause::is_season(word);
        matches!(when.day, Some(Day::Weekday(_, Shift::Nearest)))
            && back.next_if(|word| is_like(word)).is_some()
            && back.find(|word| !is_like(word)).is_some_and(is_article)
    }

    /// The times of a sentence, but for the weekdays that only say what the day was like.
    pub(super) fn times(&self, sentence: Span) -> Vec<Mention> {
        let mentions = self.mentions.within(sentence).iter();
        mentions
            .map(|mention| match mention.expression {
                Expression::Point(point) if self.is_described(mention) => {
                    let when = When {
                        day: None,
                        ..point.when
                    };
                    Mention {
                        expression: Expression::Point(Point { when, ..point }),
                        ..mention.clone()
                    }
                }
                _ => mention.clone(),
            })
            .collect()
    }

    /// Whether a quoted time is part of what the words announce, threaten or recall without telling:
    /// the sentence that is quoted has no past form.
    pub(super) fn is_only_spoken(&self, sentence: Span, time: Span, quotes: &[Quote]) -> bool {
        let around = quotes.iter().find(|quote| quote.outer.holds(time));
        around.is_some_and(|quote| {
            let words = Span {
                start: quote.inner.start.max(sentence.start),
                end: quote.inner.end.min(sentence.end),
            };
            !clause::tells(self.text, words)
        })
    }

    /// Whether a sentence tells an emergency of a year or a month before the incident's own: `Last
    /// year, a fire in the same building`, `the deadliest shooting since 2009`.
    pub(super) fn tells_history(&self, sentence: Span) -> bool {
        let mentions = self.mentions.within(sentence);
        // `on Friday, April 14 last year` has a date: it is that year's
        let is_dated = mentions.iter().any(|mention| {
            matches!(mention.expression, Expression::Point(Point { when, .. })
                if matches!(when.day, Some(Day::Date { .. })))
        });
        clause::is_emergency(self.text, sentence)
            && (self.names_last_year(sentence) && !is_dated
                || mentions.iter().any(|year| self.frames(year, mentions)))
    }

    /// Whether an earlier year is that of what its sentence tells: not of how old a thing is, and not the
    /// last of its kind beside a clock time.
    fn frames(&self, year: &Mention, mentions: &[Mention]) -> bool {
        let is_last = is_since(year) && mentions.iter().any(Telling::has_clock);
        let is_apart = || {
            mentions
                .iter()
                .any(|time| !self.is_of_year(time, Some(year)))
        };
        self.is_earlier_year(year) && !self.is_remote(year) && !is_last && !is_apart()
    }

    /// Whether a mention is of a year, or a month, that was over before the incident.
    fn is_earlier_year(&self, mention: &Mention) -> bool {
        let Some(main) = self.main.or(self.own.day) else {
            return false;
        };
        match mention.expression {
            Expression::Point(Point { when, .. }) => match when.day {
                Some(Day::Year(year) | Day::Holiday(_, Some(year), _)) => year < main.year(),
                Some(Day::Month {
                    year: Some(year),
                    month,
                }) => (year, u32::from(month)) < (main.year(), main.month()),
                _ => false,
            },
            _ => false,
        }
    }

    /// `Last year`, `last August`, `the previous winter`: a season that is over, without its year.
    fn names_last_year(&self, sentence: Span) -> bool {
        /// `last November` is the incident's own in an article of June.
        const STALE_DAYS: i64 = 60;
        let age = self
            .own
            .day
            .zip(self.main)
            .map(|(today, main)| (today - main).num_days());
        if age.is_some_and(|age| STALE_DAYS <= age) {
            return false;
        }
        let words: Vec<&str> = tokens(self.text, sentence)
            .map(|word| word.of(self.text))
            .collect();
        words.windows(2).any(|pair| {
            let is_last = ["last", "previous"]
                .iter()
                .any(|last| pair[0].eq_ignore_ascii_case(last));
            is_last && clause::is_season(pair[1])
        })
    }

    /// Whether a sentence opens with another month than the story's: `In June, a smaller crane fell`.
    fn opens_other_month(&self, sentence: Span) -> bool {
        let first = self.mentions.within(sentence).first();
        let opens = |mention: &&Mention| mention.span.start <= sentence.start + "In ".len() as u32;
        let month = first
            .filter(opens)
            .and_then(|mention| match mention.expression {
                Expression::Point(Point { when, .. }) => when.day,
                _ => None,
            });
        matches!(month, Some(Day::Month { month, .. })
            if self.main.is_some_and(|main| main.month() != u32::from(month)))
    }

    /// Whether a sentence has a clock time and no day, so that it takes that of the words before it.
    fn has_bare_clock(&self, sentence: Span) -> bool {
        let points = self.mentions.within(sentence).iter();
        let whens: Vec<When> = points
            .filter_map(|mention| match mention.expression {
                Expression::Point(Point { when, .. }) => Some(when),
                _ => None,
            })
            .collect();
        whens.iter().any(|when| when.clock.is_some()) && whens.iter().all(|when| when.day.is_none())
    }

    /// Whether a sentence is about another year's emergency, or goes on with it: `That fire started at
    /// 3 a.m.`, `It fell at 9 a.m.` behind `In June`.
    pub(super) fn turns_to_history(&mut self, sentence: Span) -> bool {
        /// The words that open a sentence.
        const OPENING: usize = 4;
        let opening = tokens(self.text, sentence).take(OPENING);
        let points_back = opening.map(|word| word.of(self.text)).any(|word| {
            ["that", "those", "then"]
                .iter()
                .any(|back| word.eq_ignore_ascii_case(back))
        });
        let goes_on = match self.history {
            History::Untold => false,
            History::Recalled => points_back,
            History::Framed => self.has_bare_clock(sentence),
        };
        if self.opens_other_month(sentence) {
            self.history = History::Framed;
        } else if self.tells_history(sentence) || self.looks_far_back(sentence) {
            self.history = History::Recalled;
        }
        self.tells_history(sentence) || goes_on
    }

    /// Whether a sentence recalls a date long before the incident: `It had leaked on June 2, 2011`.
    fn looks_far_back(&self, sentence: Span) -> bool {
        const FAR_BACK_DAYS: i64 = 30;
        let anchor = self.anchor(false, None);
        let mut mentions = self.mentions.within(sentence).iter();
        clause::is_past_perfect(self.text, sentence)
            && mentions.any(|mention| match mention.expression {
                Expression::Point(Point { when, .. }) => {
                    let day = when.day.filter(|day| matches!(day, Day::Date { .. }));
                    let found = day.and_then(|day| anchor.day(day));
                    found
                        .zip(self.main)
                        .is_some_and(|(found, main)| FAR_BACK_DAYS <= (main - found.day).num_days())
                }
                _ => false,
            })
    }
}

/// `a`, `one`, `any`
fn is_article(word: &str) -> bool {
    ["a", "any", "one"]
        .iter()
        .any(|any| word.eq_ignore_ascii_case(any))
}
