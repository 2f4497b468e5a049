//! The day that an article is about.

use super::Walk;
use super::telling::Telling;
use crate::find::word::tokens;
use crate::find::{Day, Expression, Mention, Point, When};
use crate::lexicon::emergency::{FINDING, SEEKING};
use crate::lexicon::has;
use crate::read::article::{Article, Role};
use crate::resolve::{civil, clause, point};
use crate::span::Span;
use crate::time::Instant;
use chrono::NaiveDate;

/// A day on which an article has something happen.
#[derive(Clone, Copy)]
struct TellingDay {
    day: NaiveDate,
    /// Where its words end.
    end: u32,
    clock: Option<Instant>,
    rank: Rank,
}

/// How likely a story starts from a day, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Something happens on it.
    Told,
    /// Words of a court or of an arrest date the emergency, long past: `charged in the death of a clerk on
    /// May 2, 2022`.
    Emergency,
    /// Somebody says something on it at a time of day, and not to the press: `reported at 9:45 a.m. on May
    /// 2`.
    Said,
    /// An arrest, a court's session, something earlier.
    Aside,
}

impl Walk<'_> {
    /// Starts the main account on the day that the article is about: the first of those that it most
    /// likely starts from.
    pub(super) fn begin(&mut self, article: &Article) {
        let bodies = article.paragraphs.iter().filter(|p| p.role == Role::Body);
        let sentences = bodies.flat_map(|paragraph| &paragraph.sentences);
        let told: Vec<TellingDay> = sentences
            .flat_map(|sentence| self.telling_days(*sentence))
            .collect();
        let mut first = self.first_day(&told);
        if let Some(day) = self.stated_day() {
            self.accounts[0].is_settled = true;
            first = Some(TellingDay {
                day,
                end: 0,
                clock: None,
                rank: Rank::Told,
            });
        }
        let headed = || self.day_of_heading(article);
        self.main = first.as_ref().map(|told| told.day).or_else(headed);
        self.lead_end = first.map_or(0, |told| told.end);
        self.opening = first.and_then(|told| told.clock);
        self.accounts[0].day = self.main.or(self.own.day);
        self.accounts[0].clock = self.opening;
    }

    /// The first day on which something happens; one of what is told in passing, if no other day is told
    /// or more clock times follow it: `was arrested early Wednesday … It was the second such ride: on
    /// Feb. 8, …`
    fn first_day(&self, told: &[TellingDay]) -> Option<TellingDay> {
        let first = told.first()?;
        let best = told.iter().map(|told| told.rank).min()?;
        let at = told.iter().position(|told| told.rank == best)?;
        let clocks = |at: usize| {
            let day = told[at].day;
            let next = told[at..].iter().find(|next| next.day != day);
            let end = next.map_or(self.text.len() as u32, |next| next.end);
            let start = told[at].end.min(end);
            let bare = self.mentions.within(Span { start, end }).iter();
            bare.filter(|mention| is_bare_clock(mention)).count()
        };
        let is_first = 0 < at && clocks(at) < clocks(0);
        Some(if is_first { *first } else { told[at] })
    }

    /// The article's own day, for the end of a search that its lead tells by the clock before any day of the
    /// story: `A missing rider was found about 2 p.m.`, where the search began the day before.
    pub(super) fn day_of_news(&self, clause: Span, when: &When) -> Option<NaiveDate> {
        let clock = when.clock.filter(|_| when.day.is_none())?;
        let published = self.out.published?;
        // nothing says of a day whether two o'clock was over
        let is_moment = published.earliest == published.latest;
        let today = self.own.day.filter(|_| is_moment && !clock.is_halfless())?;
        let found = self.zone.last(today.and_time(civil::time_of(clock)));
        let lead = Span::new(0, when.span.start as usize);
        let any =
            |words: Span, list| tokens(self.text, words).any(|word| has(list, word.of(self.text)));
        let is_news = when.span.end <= self.lead_end
            && self.main < Some(today)
            && Some(found) < published.latest
            && any(clause, FINDING)
            && any(lead, SEEKING);
        is_news.then_some(today)
    }

    /// Turns back to the main day with a paragraph that goes back to the emergency behind a later day without a
    /// clock time: `The road was opened on Wednesday. | The first barge sank around 5 p.m.`
    pub(super) fn turn_to_retelling(&mut self, telling: &Telling, when: &When) {
        let account = &self.accounts[self.current];
        let is_later = self.current == 0 && self.main < account.day && !account.is_settled;
        let happening = clause::main_clause(self.text, telling.clause);
        let is_retold = is_later
            && when.day.is_none()
            && when.clock.is_some()
            && telling.sentence.start == self.paragraph.start
            && self.opens_on_known(telling.sentence)
            && clause::is_emergency(self.text, happening)
            && !clause::is_aftermath(self.text, happening);
        if is_retold {
            let main = &mut self.accounts[0];
            main.day = self.main;
            main.clock = self.opening;
            main.part = None;
        }
    }

    /// The day that the words over a story name in full, where the story itself names none: `Rescue
    /// 6/25/2011`.
    fn day_of_heading(&self, article: &Article) -> Option<NaiveDate> {
        let over = article
            .paragraphs
            .iter()
            .take_while(|paragraph| paragraph.role != Role::Body);
        let anchor = self.anchor(false, None);
        over.flat_map(|paragraph| self.mentions.within(paragraph.span))
            .filter_map(|mention| match mention.expression {
                Expression::Point(Point { when, .. }) => when.day,
                _ => None,
            })
            .filter(|day| {
                matches!(
                    day,
                    Day::Date { year: Some(_), .. } | Day::Slashed { year: Some(_), .. }
                )
            })
            .filter_map(|day| anchor.day(day))
            .map(|found| found.day)
            .find(|day| Some(*day) < self.own.day)
    }

    /// The day of a report's own head: `Date: Tuesday, February 27, 2024`; not the article's.
    fn stated_day(&self) -> Option<NaiveDate> {
        const LABELS: &[&str] = &["Date:", "Date of incident:", "Incident date:", "Occurred:"];
        let days = self.mentions.all().iter().filter_map(|mention| {
            let Expression::Point(Point { when, .. }) = mention.expression else {
                return None;
            };
            let day = when
                .day
                .filter(|day| matches!(day, Day::Date { year: Some(_), .. }))?;
            let before = self.text[..mention.span.start as usize].trim_end();
            let is_labelled = LABELS.iter().any(|label| {
                let start = before.len().checked_sub(label.len());
                start.is_some_and(|at| {
                    before
                        .get(at..)
                        .is_some_and(|word| word.eq_ignore_ascii_case(label))
                        && (at == 0 || before[..at].ends_with('\n'))
                })
            });
            self.anchor(false, None).day(day).filter(|_| is_labelled)
        });
        days.map(|found| found.day)
            .find(|day| Some(*day) < self.own.day)
    }

    /// The day of the emergency that the account tells: `on the day of the crash`.
    pub(super) fn event_day(&self) -> Option<NaiveDate> {
        match self.current {
            0 => self.main,
            other => self.accounts[other].day,
        }
    }

    /// Whether words tell what people did after an emergency that they name: `searched the banks on
    /// Sunday for people missing after a flood`; not what came of one told without a day of its own:
    /// `On Sunday a deckhand died after he was struck by a boom`.
    fn follows_emergency(&self, words: Span, time: Span) -> bool {
        let happening = clause::main_clause(self.text, words);
        let behind = Span {
            start: happening.end,
            end: words.end,
        };
        let is_told_here = time.end <= behind.start && clause::tells(self.text, behind);
        !clause::is_emergency(self.text, happening)
            && clause::is_emergency(self.text, behind)
            && !is_told_here
    }

    /// Whether the words of a time are of what followed an emergency, or look back: not those of a
    /// clause that tells the emergency itself (`will stand trial for the death of a clerk who was shot on
    /// the night of May 2`).
    fn is_looked_back_on(&self, sentence: Span, words: Span, time: Span) -> bool {
        let own = clause::relative_before(self.text, words, time)
            .filter(|own| clause::tells(self.text, *own) && clause::is_emergency(self.text, *own))
            .unwrap_or(words);
        clause::is_aftermath(self.text, own)
            || clause::is_past_perfect(self.text, own)
                && !clause::is_broken_in_on(self.text, sentence, time)
    }

    /// Whether words of an emergency end in its date, of long before the article.
    fn dates_emergency(&self, words: Span, mention: &Mention, day: NaiveDate) -> bool {
        const LONG_BEFORE_DAYS: i64 = 14;
        let is_long_before = self
            .own
            .day
            .is_some_and(|today| LONG_BEFORE_DAYS <= (today - day).num_days());
        let lead = Span {
            end: mention.span.start.max(words.start),
            ..words
        };
        is_long_before && self.is_told(mention) && clause::is_emergency(self.text, lead)
    }

    /// The days that a sentence tells happenings of.
    fn telling_days(&self, sentence: Span) -> Vec<TellingDay> {
        let mentions = self.mentions.within(sentence);
        let anchor = self.anchor(false, None);
        let of_another_year = self.tells_history(sentence);
        let mut found = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            let Expression::Point(point) = mention.expression else {
                continue;
            };
            let lead = Span {
                end: mention.span.end,
                ..sentence
            };
            let lead = clause::verb_words(self.text, lead, mention.span);
            if !names_day(&point)
                || is_weekday(&point) && self.points_back(point.when.span)
                || self.is_described(mention)
                || self.is_any_weekday(mention)
                || self.dates_document(sentence, mention.span)
                || clause::is_future(self.text, lead)
            {
                continue;
            }
            let Some(day) = anchor.day_of(&point.when) else {
                continue;
            };
            let is_said = clause::is_report(self.text, sentence, mention.span);
            if is_said && (point.when.clock.is_none() || self.is_for_press(sentence, mention.span))
            {
                continue;
            }
            let words = around(self.text, sentence, mentions, at);
            let reading = point::read(&point, &anchor, self.zone, None).ok();
            let is_aside = of_another_year
                || !(clause::tells(self.text, sentence)
                    || clause::is_emergency(self.text, sentence)
                    || self.is_told(mention))
                || self.follows_emergency(words, mention.span)
                || self.is_looked_back_on(sentence, words, mention.span);
            let rank = if is_said {
                Rank::Said
            } else if !is_aside {
                Rank::Told
            } else if !of_another_year && self.dates_emergency(words, mention, day.day) {
                Rank::Emergency
            } else {
                Rank::Aside
            };
            found.push(TellingDay {
                day: day.day,
                rank,
                end: mention.span.end,
                clock: reading
                    .filter(|_| point.when.clock.is_some())
                    .and_then(|reading| reading.usual.earliest.or(reading.usual.latest)),
            });
        }
        found
    }
}

/// Whether a mention is a clock time without a day.
fn is_bare_clock(mention: &Mention) -> bool {
    matches!(mention.expression, Expression::Point(Point { when, .. })
        if when.clock.is_some() && when.day.is_none())
}

/// Whether a time names the day of a happening: `Thursday`, `May 3`, `last night`, `this morning`.
fn names_day(point: &Point) -> bool {
    match point.when.day {
        Some(Day::Date { .. } | Day::Weekday(..)) => true,
        Some(Day::FromToday(days)) => days < 0 || point.when.part.is_some(),
        _ => false,
    }
}

/// `Monday`
fn is_weekday(point: &Point) -> bool {
    matches!(point.when.day, Some(Day::Weekday(..)))
}

/// The words that a time of a sentence goes with: those behind it where it opens the sentence, else
/// those since the time before.
fn around(text: &str, sentence: Span, mentions: &[Mention], at: usize) -> Span {
    let mention = mentions[at].span;
    let lead = &text[sentence.start as usize..mention.start as usize];
    let opens = lead.trim().len() <= "On".len();
    let next = mentions
        .get(at + 1)
        .map_or(sentence.end, |next| next.span.start);
    let last = at
        .checked_sub(1)
        .map_or(sentence.start, |last| mentions[last].span.end);
    Span {
        start: last,
        end: if opens { next } else { mention.end },
    }
}
