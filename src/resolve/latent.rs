//! Words that tell no event by themselves, because they have no time: `“start me a second alarm”`,
//! `The driver was pulled from the canal.` A transcript may have what they tell.

use super::account::ONWARD;
use super::width::{REPLY, Reach, SAME_TIME};
use super::{Cause, Kind, Limit, Relation, Resolved, Statement, Tie, Unplaced};
use crate::note::SourceId;
use crate::span::Span;
use crate::time::{Grain, Interval};

/// A quote or a sentence of an article that no statement is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latent {
    /// Which source.
    pub source: SourceId,
    /// The words; of a quote those between the marks.
    pub span: Span,
    /// The same with the marks around a quote.
    pub outer: Span,
    /// A quote is [`Kind::Radio`], as it stands for a transmission.
    pub kind: Kind,
    /// Who is said to have spoken.
    pub speaker: Option<Span>,
    /// Which account of the article it stands in.
    pub account: u32,
}

/// Two quotes of one paragraph, the one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sequel {
    /// The words of the one.
    pub before: Span,
    /// The words of the other.
    pub after: Span,
    /// Whether it answers: `the dispatcher answered, “…”`.
    pub is_reply: bool,
}

/// Where the statements of a source stand after some more have been made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// The new index of each old statement.
    pub old: Vec<u32>,
    /// The index of the statement made of each chosen latent one.
    pub new: Vec<u32>,
}

impl Resolved {
    /// Makes statements, without a time of their own, of some latent ones; `text` is that of the
    /// source, `chosen` are indices of [`Resolved::latent`], ascending. Then ties the quotes that follow each other.
    pub fn adopt(&mut self, text: &str, chosen: &[usize]) -> Moved {
        let mut moved = Moved::default();
        let mut waiting = chosen.iter().map(|at| self.latent[*at]).peekable();
        let mut statements = Vec::with_capacity(self.statements.len() + chosen.len());
        for statement in &self.statements {
            while let Some(latent) = waiting.next_if(|latent| latent.span < statement.span) {
                moved.new.push(statements.len() as u32);
                statements.push(latent.statement());
            }
            moved.old.push(statements.len() as u32);
            statements.push(*statement);
        }
        for latent in waiting {
            moved.new.push(statements.len() as u32);
            statements.push(latent.statement());
        }
        self.statements = statements;
        let place = |index: &mut usize| *index = moved.old[*index] as usize;
        for relation in &mut self.relations {
            place(&mut relation.from);
            place(&mut relation.to);
        }
        for limit in &mut self.limits {
            place(&mut limit.statement);
        }
        for (at, statement) in chosen.iter().zip(&moved.new) {
            self.limit_to_publication(*statement as usize);
            self.tie_to_frame(*statement as usize);
            self.release(text, self.latent[*at].outer);
        }
        self.tie_sequels(&moved.new);
        moved
    }

    fn limit_to_publication(&mut self, statement: usize) {
        if let Some(latest) = self.published.and_then(|published| published.latest) {
            self.limits.push(Limit {
                statement,
                within: Interval {
                    earliest: None,
                    latest: Some(latest),
                },
                cause: Cause::Published,
            });
        }
    }

    /// Ties a quote to the clock time of the words around it, if it is their only quote: `At 10:17 p.m.
    /// came the words: “…”`
    fn tie_to_frame(&mut self, quote: usize) {
        let span = self.statements[quote].span;
        let is_quote = self.statements[quote].kind == Kind::Radio;
        let quotes = |frame: Span| {
            let latent = self.latent.iter().filter(|it| it.kind == Kind::Radio);
            latent.filter(|it| frame.holds(it.span)).count()
        };
        let is_frame = |statement: &Statement| {
            let own = statement.own;
            statement.span.holds(span)
                && statement.span != span
                && statement.grain.is_some_and(|grain| grain <= Grain::Minute)
                && own.earliest.is_some()
                && own.latest.is_some()
                && quotes(statement.span) == 1
        };
        let Some(frame) = self
            .statements
            .iter()
            .position(is_frame)
            .filter(|_| is_quote)
        else {
            return;
        };
        let around = |width: i64| Reach {
            least: Some(-width),
            most: Some(width),
        };
        self.relations.push(Relation {
            from: frame,
            to: quote,
            usual: around(SAME_TIME.usual),
            outer: around(SAME_TIME.outer()),
            tie: Tie::Distance,
            words: span,
        });
    }

    /// Ties each quote that was made a statement to the one before it, and each answer to what it
    /// answers.
    fn tie_sequels(&mut self, new: &[u32]) {
        let told = |span: Span| {
            let at = self.statements.partition_point(|told| told.span < span);
            (self.statements.get(at)?.span == span).then_some(at)
        };
        let is_new = |at: usize| new.binary_search(&(at as u32)).is_ok();
        let mut relations = Vec::new();
        for sequel in &self.sequels {
            let (Some(from), Some(to)) = (told(sequel.before), told(sequel.after)) else {
                continue;
            };
            let (usual, outer, tie) = if sequel.is_reply {
                let within = |most| Reach {
                    least: Some(0),
                    most: Some(most),
                };
                (within(REPLY.usual), within(REPLY.outer()), Tie::Distance)
            } else if is_new(from) || is_new(to) {
                (ONWARD, ONWARD, Tie::TextOrder)
            } else {
                continue;
            };
            relations.push(Relation {
                from,
                to,
                usual,
                outer,
                tie,
                words: sequel.after,
            });
        }
        self.relations.extend(relations);
    }

    /// Takes words out of the list of those that tell no event.
    fn release(&mut self, text: &str, words: Span) {
        /// What is left of a sentence is listed only if it is more than marks.
        const FEWEST_BYTES: usize = 5;
        let is_listed = |left: &Unplaced| left.reason.is_want_of_time() && left.span.holds(words);
        let Some(at) = self.unplaced.iter().position(is_listed) else {
            return;
        };
        let left = self.unplaced.remove(at);
        let before = Span {
            start: left.span.start,
            end: words.start,
        };
        let after = Span {
            start: words.end,
            end: left.span.end,
        };
        let rest = [after, before].map(|span| span.trim(text)).into_iter();
        for span in rest.filter(|span| FEWEST_BYTES <= span.len()) {
            self.unplaced.insert(at, Unplaced { span, ..left });
        }
    }
}

impl Latent {
    fn statement(self) -> Statement {
        Statement {
            speaker: self.speaker,
            account: self.account,
            ..Statement::untimed(self.source, self.span, self.kind)
        }
    }
}
