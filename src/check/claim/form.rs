//! The forms of one part of a claim.

use super::scan::{Form, is_point};
use super::{Claimed, What, Words};
use crate::check::far::{Far, after, before, distance};
use crate::check::order::{Order, denies, order, verb};
use crate::find::word::{tokens, word_before, words};
use crate::find::{Expression, Hedge, Offset, Way};
use crate::span::Span;
use nom::Parser;

impl Form<'_> {
    /// What the words claim by the first form that they have.
    pub fn read(&self) -> Option<Claimed> {
        self.took()
            .or_else(|| self.between())
            .or_else(|| self.lasted())
            .or_else(|| self.apart())
            .or_else(|| self.ordered())
            .or_else(|| self.at())
    }

    /// `Crews left between the call and the collapse`: after the one, and before the other.
    pub fn amid(&self) -> Option<Vec<Claimed>> {
        let between = *self.every(&["between"]).first()?;
        let and = self.find(between.end, "and")?;
        let event = self.described(self.whole.start, between.start);
        let is_measured = self.times.iter().any(|it| event.holds(it.span));
        if is_measured || denies(event.of(self.text)) {
            return None;
        }
        let first = self.described(between.end, and.start);
        let last = self.described(and.end, self.whole.end);
        let claims = [(first, after()), (last, before())];
        let claims = claims.map(|(other, far)| self.both(vec![event], vec![other], far));
        claims.into_iter().collect()
    }

    /// `It took officers 42 minutes to enter after the first call`
    fn took(&self) -> Option<Claimed> {
        let (rest, ()) = words("it took").parse(self.from(self.whole.start)).ok()?;
        let from = self.whole.end - rest.len() as u32;
        let (length, far) = self.length()?;
        let who = self.described(from, length.start);
        let end = self.whole.end;
        // `an hour from the call to enter`
        let is_led = words("from")
            .parse(self.from(length.end).trim_start())
            .is_ok();
        let (does, other) = if is_led {
            let (from, to) = (self.find(length.end, "from")?, self.find(length.end, "to")?);
            (
                self.described(to.end, end),
                self.described(from.end, to.start),
            )
        } else {
            let after = self.orders(length.end, order);
            let after = after.into_iter().find(|it| it.order == Order::After);
            let split = match after {
                Some(found) => found.span,
                None => self.find(length.end, "from")?,
            };
            (
                self.described(length.end, split.start),
                self.described(split.end, end),
            )
        };
        let event: Words = [who, does]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        self.both(event, vec![other], far)
    }

    /// `Ten minutes passed between the call and the entry`
    fn between(&self) -> Option<Claimed> {
        let (length, far) = self.length()?;
        let text = self.text;
        let is_apart = words("apart")
            .parse(self.from(length.end).trim_start())
            .is_ok();
        let (from, until) = if is_apart {
            (self.whole.start, length.start)
        } else {
            let at = self.find(self.whole.start, "between")?;
            (
                at.end,
                if length.start < at.start {
                    self.whole.end
                } else {
                    length.start
                },
            )
        };
        let and = self.find(from, "and").filter(|and| and.end <= until)?;
        let last = self.described(and.end, until);
        let last = match last
            .of(text)
            .strip_suffix(" were")
            .or(last.of(text).strip_suffix(" was"))
        {
            Some(less) => Span::new(last.start as usize, last.start as usize + less.len()),
            None => last,
        };
        let far = Far {
            either_way: is_apart,
            ..far
        };
        self.both(vec![last], vec![self.described(from, and.start)], far)
    }

    /// `The standoff lasted more than five hours`
    fn lasted(&self) -> Option<Claimed> {
        let (length, far) = self.length()?;
        let verb = ["lasted", "went on for", "continued for"];
        let verb = verb
            .iter()
            .find_map(|verb| self.find(self.whole.start, verb))?;
        let event = self.described(self.whole.start, verb.start);
        let is_whole = verb.end <= length.start && !event.is_empty();
        is_whole.then(|| Claimed {
            event: self.named(vec![event]),
            what: What::Lasted(far),
        })
    }

    /// `Crews left less than a minute after the call`
    fn apart(&self) -> Option<Claimed> {
        self.times.iter().find_map(|mention| {
            let Expression::Offset(offset) = mention.expression else {
                return None;
            };
            let (offset, span) = self.whole_distance(offset, mention.span)?;
            let exact = self.exact(span);
            let (event, other) = self.around(exact.unwrap_or(span))?;
            // `not until an hour after` is as far as it says, and no nearer
            let is_until =
                word_before(self.text, span.start as usize).eq_ignore_ascii_case("until");
            let denied = denies(event[0].of(self.text)) && !is_until;
            let far = match (exact, offset.length, offset.way) {
                (Some(_), _, _) if denied => return None,
                (Some(_), Some(length), Way::After) => Far::exactly(length),
                (Some(_), Some(length), Way::Before) => Far::exactly(length).negated(),
                _ => distance(&offset, denied)?,
            };
            self.both(event, other, far)
        })
    }

    /// A distance with what belongs to it behind its words: `went in | less than a minute | after`, where `in` is no
    /// part of it; `seven minutes later | than`; `less than a minute before | or after`.
    fn whole_distance(&self, offset: Offset, span: Span) -> Option<(Offset, Span)> {
        let behind = self.from(span.end).trim_start();
        let until = |rest: &str| self.whole.end - rest.len() as u32;
        let turned = |way: Way, end: u32| Some((Offset { way, ..offset }, Span { end, ..span }));
        let other_side = match offset.way {
            Way::After => "or before",
            Way::Before => "or after",
            Way::Later | Way::Earlier => "than",
            Way::In => {
                let Ok((rest, order)) = order(behind) else {
                    return Some((offset, span));
                };
                let way = match order {
                    Order::After => Way::After,
                    Order::Before => Way::Before,
                    _ => return Some((offset, span)),
                };
                let start = tokens(self.text, span).next()?.end;
                let (offset, span) = turned(way, until(rest))?;
                return Some((offset, Span { start, ..span }));
            }
            _ => return Some((offset, span)),
        };
        let Ok((rest, ())) = words(other_side).parse(behind) else {
            return Some((offset, span));
        };
        match (offset.way, offset.hedge) {
            (Way::Later, _) => turned(Way::After, until(rest)),
            (Way::Earlier, _) => turned(Way::Before, until(rest)),
            (_, Hedge::AtMost) => turned(Way::Within, until(rest)),
            // on one side or the other, and not in between
            _ => None,
        }
    }

    /// The words of a length with `exactly` before it.
    fn exact(&self, span: Span) -> Option<Span> {
        let word = word_before(self.text, span.start as usize);
        let is_exact = ["exactly", "precisely"]
            .iter()
            .any(|it| it.eq_ignore_ascii_case(word));
        is_exact.then(|| Span::within(self.text, word).join(span))
    }

    /// `Crews left before the call`; a verb of order (`followed`) only where no other word says it.
    fn ordered(&self) -> Option<Claimed> {
        let start = self.whole.start;
        let mut orders = self.orders(start, order);
        orders.extend(self.orders(start, verb));
        orders.into_iter().find_map(|found| {
            let (event, other) = self.around(found.span)?;
            let far = found.order.far(event[0].of(self.text))?;
            self.both(event, other, far)
        })
    }

    /// `Crews left at 4:41 a.m.`
    fn at(&self) -> Option<Claimed> {
        let mut times = self.loose(self.whole).chain(&self.times);
        let time = times.rfind(|it| is_point(it))?;
        let before = self.described(self.whole.start, time.span.start);
        let behind = self.described(time.span.end, self.whole.end);
        let mut event: Words = [before, behind]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        if event.is_empty() {
            event.clone_from(self.subject);
        }
        let denied = event.iter().any(|words| denies(words.of(self.text)));
        let is_until = word_before(self.text, time.span.start as usize) == "until";
        // `not until after noon` is after noon; `until after noon` is the end of something
        if event.is_empty() || (is_until && !denied) {
            return None;
        }
        Some(Claimed {
            event: self.named(event),
            what: What::At {
                time: time.clone(),
                denied: denied && !is_until,
            },
        })
    }

    /// The words before a distance and those behind it; those up to a comma and the rest where it leads.
    fn around(&self, middle: Span) -> Option<(Words, Words)> {
        let first = self.described(self.whole.start, middle.start);
        let last = self.described(middle.end, self.whole.end);
        if !first.is_empty() {
            return (!last.is_empty()).then(|| (vec![first], vec![last]));
        }
        let Some(comma) = last.of(self.text).find(", ") else {
            let is_about = !self.subject.is_empty() && !last.is_empty();
            return is_about.then(|| (self.subject.clone(), vec![last]));
        };
        let comma = last.start + comma as u32;
        let (led, main) = (
            self.described(last.start, comma),
            self.described(comma + 1, last.end),
        );
        Some((vec![main], vec![led]))
    }

    /// A claim of two events; a time is none.
    fn both(&self, event: Words, other: Words, far: Far) -> Option<Claimed> {
        let is_event = |words: &Words| {
            let mut all = words.iter().flat_map(|piece| tokens(self.text, *piece));
            all.any(|word| !self.times.iter().any(|time| time.span.meets(word)))
        };
        (is_event(&event) && is_event(&other)).then(|| Claimed {
            event: self.named(event),
            what: What::Apart {
                other: self.named(other),
                far,
            },
        })
    }

    /// The one length of time that stands by itself, and how far it reaches.
    fn length(&self) -> Option<(Span, Far)> {
        self.times
            .iter()
            .find_map(|mention| match mention.expression {
                Expression::Length(hedge, length) => Some(match self.exact(mention.span) {
                    Some(span) => (span, Far::exactly(length)),
                    None => (mention.span, Far::of(length, hedge)),
                }),
                _ => None,
            })
    }
}
