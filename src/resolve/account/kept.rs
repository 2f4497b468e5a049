//! Quotes and sentences without a time are kept, for the transcript that may have what they tell.

use super::Walk;
use crate::find::quote::{self, Quote};
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::ANSWERING;
use crate::resolve::latent::{Latent, Sequel};
use crate::resolve::{Kind, clause};
use crate::span::Span;

/// Words that are kept at least.
const FEWEST_WORDS: usize = 3;

impl Walk<'_> {
    /// Keeps the quotes that begin in what a sentence has told and of which it has made no statement,
    /// and notes which quote of the paragraph follows which.
    pub(super) fn keep_quotes(&mut self, told: Span, sentence: Span, quotes: &[Quote]) {
        for (turn, quote) in quotes.iter().enumerate() {
            if quote.outer.start < told.start || told.end <= quote.outer.start {
                continue;
            }
            let before = turn.checked_sub(1).map(|turn| quotes[turn]);
            if let Some(before) = before {
                self.out.sequels.push(Sequel {
                    before: before.inner,
                    after: quote.inner,
                    is_reply: is_reply(self.text, sentence, before, *quote),
                });
            }
            let mut lately = self.out.statements.iter().rev();
            let is_told = lately
                .by_ref()
                .take_while(|statement| told.start <= statement.span.end)
                .any(|statement| statement.span == quote.inner);
            if !is_told {
                let clause = sentence.join(quote.outer);
                let attribution = quote::attribution(self.text, clause, &[]);
                let speaker = attribution.and_then(|attribution| attribution.speaker);
                self.keep((quote.inner, quote.outer), Kind::Radio, speaker);
            }
        }
    }

    /// Keeps a sentence of which no statement has been made.
    pub(super) fn keep_sentence(&mut self, sentence: Span) {
        if clause::tells(self.text, sentence) && !clause::is_future(self.text, sentence) {
            self.keep((sentence, sentence), Kind::Narrative, None);
        }
    }

    fn keep(&mut self, (span, outer): (Span, Span), kind: Kind, speaker: Option<Span>) {
        if FEWEST_WORDS <= tokens(self.text, span).count() {
            self.out.latent.push(Latent {
                source: self.id,
                span,
                outer,
                kind,
                speaker,
                account: self.current as u32,
            });
        }
    }
}

/// Whether the words around a quote say that it answers the one before: `to which the captain replied,
/// “…”`.
fn is_reply(text: &str, sentence: Span, before: Quote, quote: Quote) -> bool {
    /// `…,” the dispatcher on duty answered`
    const BEHIND: usize = 5;
    let answers = |word: Span| has(ANSWERING, word.of(text));
    let lead = Span {
        start: before.outer.end.max(sentence.start),
        end: quote.outer.start.max(sentence.start),
    };
    let tail = Span {
        start: quote.outer.end,
        end: sentence.end.max(quote.outer.end),
    };
    match tokens(text, lead).next_back() {
        Some(verb) => answers(verb),
        None => tokens(text, tail).take(BEHIND).any(answers),
    }
}
