//! Holidays of American news: their names, and the rules by which they fall.

use super::word::Word as W;

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// A day of a month.
    Fixed(u8, u8),
    /// The nth weekday of a month, from its end where negative: month, n, weekday from Monday, 0.
    Nth(u8, i8, u8),
    /// Days from Easter Sunday of the western churches.
    Easter(i8),
    /// The Tuesday after the first Monday of November.
    Election,
    /// Days from the fourth Thursday of November.
    Thanksgiving(i8),
}

/// What ends the name of a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Nothing: `Halloween`.
    Bare,
    /// `Day`, behind `'s` or not: `Labor Day`, `Valentine's Day`.
    Day,
    /// `Day` or nothing: `Thanksgiving`.
    DayOrBare,
    /// A weekday: `Good Friday`.
    Weekday(u8),
}

/// Holidays by name (5 U.S.C. § 6103 for those of the United States), the longer name first.
pub const HOLIDAYS: &[(&[W], Tail, Holiday)] = &[
    (&[W::Christmas, W::Eve], Tail::Bare, Holiday::Fixed(12, 24)),
    (&[W::Christmas], Tail::DayOrBare, Holiday::Fixed(12, 25)),
    (&[W::Xmas], Tail::DayOrBare, Holiday::Fixed(12, 25)),
    (&[W::Halloween], Tail::Bare, Holiday::Fixed(10, 31)),
    (
        &[W::Thanksgiving],
        Tail::DayOrBare,
        Holiday::Thanksgiving(0),
    ),
    (&[W::Black], Tail::Weekday(4), Holiday::Thanksgiving(1)),
    (&[W::Cyber], Tail::Weekday(0), Holiday::Thanksgiving(4)),
    (&[W::Labor], Tail::Day, Holiday::Nth(9, 1, 0)),
    (&[W::Memorial], Tail::Day, Holiday::Nth(5, -1, 0)),
    (&[W::Independence], Tail::Day, Holiday::Fixed(7, 4)),
    (&[W::Veterans], Tail::Day, Holiday::Fixed(11, 11)),
    (&[W::Columbus], Tail::Day, Holiday::Nth(10, 2, 0)),
    (
        &[W::Indigenous, W::Peoples],
        Tail::Day,
        Holiday::Nth(10, 2, 0),
    ),
    (&[W::Patriots], Tail::Day, Holiday::Nth(4, 3, 0)),
    (&[W::Patrick], Tail::Day, Holiday::Fixed(3, 17)),
    (
        &[W::Cinco, W::De, W::Mayo],
        Tail::Bare,
        Holiday::Fixed(5, 5),
    ),
    (&[W::Mardi, W::Gras], Tail::Bare, Holiday::Easter(-47)),
    (&[W::President], Tail::Day, Holiday::Nth(2, 3, 0)),
    (&[W::Presidents], Tail::Day, Holiday::Nth(2, 3, 0)),
    (&[W::Flag], Tail::Day, Holiday::Fixed(6, 14)),
    (&[W::Earth], Tail::Day, Holiday::Fixed(4, 22)),
    (&[W::Groundhog], Tail::Day, Holiday::Fixed(2, 2)),
    (&[W::Election], Tail::Day, Holiday::Election),
    (&[W::Boxing], Tail::Day, Holiday::Fixed(12, 26)),
    (&[W::Valentine], Tail::Day, Holiday::Fixed(2, 14)),
    (&[W::Mother], Tail::Day, Holiday::Nth(5, 2, 6)),
    (&[W::Father], Tail::Day, Holiday::Nth(6, 3, 6)),
    (&[W::Mothers], Tail::Day, Holiday::Nth(5, 2, 6)),
    (&[W::Fathers], Tail::Day, Holiday::Nth(6, 3, 6)),
    (&[W::Juneteenth], Tail::Bare, Holiday::Fixed(6, 19)),
    (&[W::Good], Tail::Weekday(4), Holiday::Easter(-2)),
    (&[W::Ash], Tail::Weekday(2), Holiday::Easter(-46)),
    (&[W::Palm], Tail::Weekday(6), Holiday::Easter(-7)),
    (&[W::Easter], Tail::Weekday(6), Holiday::Easter(0)),
    (&[W::Easter], Tail::Weekday(0), Holiday::Easter(1)),
    (&[W::Easter], Tail::Bare, Holiday::Easter(0)),
    (&[W::Mlk], Tail::Day, Holiday::Nth(1, 3, 0)),
    (
        &[W::Martin, W::Luther, W::King, W::Jr],
        Tail::Day,
        Holiday::Nth(1, 3, 0),
    ),
    (
        &[W::Martin, W::Luther, W::King],
        Tail::Day,
        Holiday::Nth(1, 3, 0),
    ),
];
