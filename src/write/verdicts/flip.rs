//! What would turn a verdict, in words.

use super::Page;
use crate::check::Finding;
use crate::check::verdict::{Flip, Verdict};
use crate::solve::incident::explain::Because;
use crate::time::SECOND;
use crate::write::length;

impl Page<'_> {
    /// What would turn the verdict.
    pub(super) fn flip(&self, found: &Finding) -> Option<String> {
        let Flip {
            to,
            is_least,
            by,
            link,
        } = found.flip?;
        let is_later = is_least != (to == Verdict::Undetermined);
        let to = to.name();
        let amount = at_least(by);
        let way = |is_later: bool| if is_later { "later" } else { "earlier" };
        let Some(link) = link else {
            let way = way(is_later);
            return Some(format!(
                "it would be {to} if something said that it was {amount} {way}"
            ));
        };
        let way = way(is_later == link.is_onward);
        let what = match link.because {
            Because::Said(teller) => format!("{} were {amount} {way}", self.quoted(teller)),
            Because::Published(teller) => {
                format!(
                    "the article of {} were published {amount} {way}",
                    self.quoted(teller)
                )
            }
            Because::Day(teller) => {
                format!("the day of {} were {amount} {way}", self.quoted(teller))
            }
            Because::Tied(from, to) => format!(
                "{}, counted from {}, were {amount} {way}",
                self.quoted(to),
                self.quoted(from)
            ),
            Because::Same(identity) => format!(
                "{} and {} were not one event",
                self.quoted(identity.first),
                self.quoted(identity.second)
            ),
            Because::Response(response) => format!(
                "{} did not answer {}",
                self.quoted(response.sent),
                self.quoted(response.call)
            ),
            Because::Clock(teller) => {
                let path = &self.timeline.told.sources[teller.source as usize].path;
                format!("the lines of {path} were {amount} {way} than its clock says")
            }
        };
        let width = match link.width {
            0 => String::new(),
            width => format!(
                " (its words are read {} wider here than usual)",
                length(width)
            ),
        };
        Some(format!("it would be {to} if {what}{width}"))
    }
}

/// So much, and no less: `9 min`, `more than 9 min`.
fn at_least(milliseconds: i64) -> String {
    /// An end of a window is its last millisecond.
    const ENDS: i64 = 2;
    let whole = milliseconds.div_euclid(SECOND) * SECOND;
    match milliseconds - whole {
        0 => length(whole),
        1..=ENDS if 0 < whole => format!("more than {}", length(whole)),
        _ => length(whole + SECOND),
    }
}
