//! Clauses that an article ties to another by their order, without an event of their own: `police were called |
//! after shots were fired`.

use super::clause::{Form, clause};
use super::entry::main_clause;
use super::passage::Passage;
use super::wording::Wording;
use crate::find::word::tokens;
use crate::lexicon::has;
use crate::lexicon::prose::CLAUSE_OPENERS;
use crate::read::Body;
use crate::read::article::Role;
use crate::span::Span;
use crate::timeline::Timeline;

/// All of them.
pub(super) fn untold(timeline: &Timeline, wording: &mut Wording) -> Vec<Passage> {
    let told = timeline.told;
    let mut found = Vec::new();
    for (source, resolved) in told.sources.iter().zip(told.resolved) {
        let Body::Article(article) = &source.body else {
            continue;
        };
        let text = &source.text;
        let statements = resolved.statements.iter();
        let events: Vec<Span> = statements
            .map(|it| main_clause(text, it.span, it.phrase))
            .collect();
        let mut before = None;
        for paragraph in article.paragraphs.iter().filter(|it| it.role == Role::Body) {
            let around = before.replace(paragraph.span).unwrap_or(paragraph.span);
            let around = around.join(paragraph.span);
            for sentence in &paragraph.sentences {
                let clauses = clauses(text, *sentence).into_iter();
                let untold = clauses.filter(|clause| !events.iter().any(|it| it.meets(*clause)));
                for part in untold.filter(|part| clause(text, &[*part]).form != Form::Noun) {
                    let mut passage = Passage::default();
                    passage.tell(text, part, Span::default(), false, wording);
                    passage.surround(text, *sentence, around, wording);
                    found.push(passage.sorted());
                }
            }
        }
    }
    found
}

/// The clauses of a sentence that lie before or behind another.
fn clauses(text: &str, sentence: Span) -> Vec<Span> {
    let openers = tokens(text, sentence).filter(|word| has(CLAUSE_OPENERS, word.of(text)));
    let openers: Vec<Span> = openers.collect();
    let ends = openers.iter().skip(1).map(|next| next.start);
    let ends = ends.chain([sentence.end]);
    let orders = |opener: &&Span| matches!(opener.of(text), "after" | "before" | "until");
    let parts = openers.iter().zip(ends);
    parts
        .filter(|(opener, _)| orders(opener))
        .map(|(opener, end)| Span {
            start: opener.end,
            end,
        })
        .collect()
}
