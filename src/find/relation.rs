//! Relations to another event: `Two minutes later`, `13 minutes after`, `within minutes of`,
//! `shortly after`, `at that time`, `then`, `when`.
//!
//! ```abnf
//! relation = offset / within / vague / same / order / tie
//! offset   = [hedge] duration gap ("later" / "earlier" / "after" / "before" / "ago" / …)
//! within   = "within" gap duration [gap "of"]
//! vague    = "shortly" gap ("after" / "before") / "a short time later" / …
//! ```

use super::duration::duration;
use super::hedge;
use super::word::{any_of, gap, listed, words};
use super::{Expression, Hedge, Offset, Way};
use crate::lexicon::time::LENGTH_UNITS;
use nom::branch::alt;
use nom::character::complete::{char, satisfy};
use nom::combinator::{not, opt, peek, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// Any relation.
pub fn relation(input: &str) -> IResult<&str, Expression> {
    // `the then-mayor`, `a once-busy pier`
    let compound = (char('-'), satisfy(char::is_alphabetic));
    terminated(
        alt((offset, within, vague, same, order, tie)),
        not(compound),
    )
    .parse(input)
}

/// `Two minutes later`, `about 20 minutes before`, `nearly an hour after`, `two years ago`
fn offset(input: &str) -> IResult<&str, Expression> {
    let way = any_of(&[
        ("later", Way::Later),
        ("afterwards", Way::Later),
        ("afterward", Way::Later),
        ("thereafter", Way::Later),
        ("earlier", Way::Earlier),
        ("beforehand", Way::Earlier),
        ("previously", Way::Earlier),
        ("after", Way::After),
        ("following", Way::After),
        ("before", Way::Before),
        ("prior to", Way::Before),
        ("ago", Way::Ago),
    ]);
    (opt(hedge::of_length), duration, gap, way)
        .map(|(hedge, length, _, way)| {
            Expression::Offset(Offset {
                hedge: hedge.unwrap_or_default(),
                length: Some(length),
                way,
            })
        })
        .parse(input)
}

/// `within two minutes`, `within minutes of`, `within the hour` is none.
fn within(input: &str) -> IResult<&str, Expression> {
    let of = opt((gap, words("of")));
    (words("within"), gap, opt(hedge::of_length), duration, of)
        .map(|((), _, hedge, length, _)| {
            Expression::Offset(Offset {
                hedge: hedge.unwrap_or(Hedge::AtMost),
                length: Some(length),
                way: Way::Within,
            })
        })
        .parse(input)
}

/// `shortly after`, `soon afterward`, `a short time later`: a direction without a length.
fn vague(input: &str) -> IResult<&str, Expression> {
    any_of(&[
        ("a short time later", Way::Later),
        ("a short while later", Way::Later),
        ("a little later", Way::Later),
        ("some time later", Way::Later),
        ("sometime later", Way::Later),
        ("not long afterwards", Way::Later),
        ("not long afterward", Way::Later),
        ("not long after", Way::After),
        ("not long before", Way::Before),
        ("shortly afterwards", Way::Later),
        ("shortly afterward", Way::Later),
        ("shortly thereafter", Way::Later),
        ("soon afterwards", Way::Later),
        ("soon afterward", Way::Later),
        ("soon after", Way::After),
        ("shortly after", Way::After),
        ("right after", Way::After),
        ("just after", Way::After),
        ("shortly before", Way::Before),
        ("right before", Way::Before),
        ("just before", Way::Before),
    ])
    .map(|way| {
        Expression::Offset(Offset {
            hedge: Hedge::Exact,
            length: None,
            way,
        })
    })
    .parse(input)
}

/// `At that time`, `Meanwhile`, `Simultaneously`
fn same(input: &str) -> IResult<&str, Expression> {
    value(
        Expression::Same,
        any_of(&[
            ("at about that same time", ()),
            ("at about that time", ()),
            ("at about the same time", ()),
            ("at around the same time", ()),
            ("at around that time", ()),
            ("around that time", ()),
            ("around the same time", ()),
            ("about that time", ()),
            ("about this time", ()),
            ("about the same time", ()),
            ("at that same time", ()),
            ("at that time", ()),
            ("at the same time", ()),
            ("at this time", ()),
            ("at that moment", ()),
            ("at that point", ()),
            ("at this point", ()),
            ("meanwhile", ()),
            ("just then", ()),
            ("simultaneously", ()),
        ]),
    )
    .parse(input)
}

/// `Then`, `Eventually`, `Afterward`
fn order(input: &str) -> IResult<&str, Expression> {
    value(
        Expression::Then,
        any_of(&[
            ("and then", ()),
            ("then", ()),
            ("eventually", ()),
            ("finally", ()),
            ("afterwards", ()),
            ("afterward", ()),
            ("after that", ()),
            ("soon", ()),
            ("later", ()),
        ]),
    )
    .parse(input)
}

/// `When officers arrived`, `Once inside`: only the word; the clause is found by who walks the text.
fn tie(input: &str) -> IResult<&str, Expression> {
    let plain = any_of(&[("when", ()), ("as soon as", ()), ("by the time", ())]);
    let adverb = any_of(&[
        ("again", ()),
        ("more", ()),
        ("every", ()),
        ("per", ()),
        ("possible", ()),
        ("in a while", ()),
    ]);
    let rate = (alt((words("a"), words("an"))), gap, listed(LENGTH_UNITS));
    let no_clause = preceded(gap, alt((adverb, value((), rate))));
    // `once` without a clause behind it counts: `once a week`, `at once.`
    let once = terminated(words("once"), peek((gap, satisfy(char::is_alphanumeric))));
    value(
        Expression::When,
        terminated(alt((plain, once)), not(no_clause)),
    )
    .parse(input)
}
