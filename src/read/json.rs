//! JSON with places, read leniently: a number may be written as a string, a key may be missing.

use jsonc_parser::ast::{Array, Object, StringLit, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// JSON as RFC 8259 has it, without the liberties that its dialects take.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: true,
    allow_extended_string_escapes: false,
};

/// Whether a text begins as JSON does that holds records, and as no stamped line does.
pub(super) fn is_json(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    match marks.next() {
        Some('{') => matches!(marks.next(), Some('"' | '}')),
        Some('[') => matches!(marks.next(), Some('{' | ']')),
        _ => false,
    }
}

/// The value that a text holds.
pub(super) fn parse(text: &str) -> Result<Value<'_>, ParseError> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT)?;
    Ok(parsed.value.unwrap_or(Value::NullKeyword(null(text))))
}

fn null(text: &str) -> jsonc_parser::ast::NullKeyword {
    jsonc_parser::ast::NullKeyword {
        range: Range::from_byte_index(text.len()),
    }
}

/// A value that is an object.
pub(super) fn object<'a, 'b>(value: &'b Value<'a>) -> Option<&'b Object<'a>> {
    value.as_object()
}

/// The value of a key, unless it is null.
pub(super) fn get<'a, 'b>(object: &'b Object<'a>, key: &str) -> Option<&'b Value<'a>> {
    let value = &object.get(key)?.value;
    (!matches!(value, Value::NullKeyword(_))).then_some(value)
}

/// The object of a key of a value.
pub(super) fn part<'a, 'b>(value: &'b Value<'a>, key: &str) -> Option<&'b Object<'a>> {
    get(object(value)?, key)?.as_object()
}

/// The string of a key, if it says anything.
pub(super) fn string<'a, 'b>(object: &'b Object<'a>, key: &str) -> Option<&'b StringLit<'a>> {
    let literal = get(object, key)?.as_string_lit()?;
    (!literal.value.trim().is_empty()).then_some(literal)
}

/// The array of a key.
pub(super) fn array<'a, 'b>(object: &'b Object<'a>, key: &str) -> Option<&'b Array<'a>> {
    get(object, key)?.as_array()
}

/// What the array of a key holds.
pub(super) fn elements<'a, 'b>(object: &'b Object<'a>, key: &str) -> &'b [Value<'a>] {
    array(object, key).map_or(&[], |array| &array.elements)
}

/// The objects of an array, or the one that a value is.
pub(super) fn objects<'a, 'b>(value: &'b Value<'a>) -> impl Iterator<Item = &'b Object<'a>> {
    let (one, many) = match value {
        Value::Object(object) => (Some(object), &[][..]),
        Value::Array(array) => (None, &array.elements[..]),
        _ => (None, &[][..]),
    };
    one.into_iter()
        .chain(many.iter().filter_map(Value::as_object))
}

/// The objects of an array, of the array that an object has under a key, or the one that a value is.
pub(super) fn listed<'a, 'b>(
    value: &'b Value<'a>,
    key: &str,
) -> impl Iterator<Item = &'b Object<'a>> {
    let list = object(value).and_then(|object| get(object, key));
    objects(list.unwrap_or(value))
}

/// The objects of the array of a key.
pub(super) fn records<'a, 'b>(
    object: &'b Object<'a>,
    key: &str,
) -> impl Iterator<Item = &'b Object<'a>> {
    get(object, key).into_iter().flat_map(objects)
}

/// The number of a key, also where it is written as a string.
pub(super) fn number(object: &Object, key: &str) -> Option<f64> {
    number_of(get(object, key)?)
}

/// The number that a value is, also where it is written as a string.
pub(super) fn number_of(value: &Value) -> Option<f64> {
    let written = match value {
        Value::NumberLit(number) => number.value,
        Value::StringLit(string) => string.value.trim(),
        _ => return None,
    };
    written
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// Where the value of a key stands, a string without its quotation marks.
pub(super) fn range(object: &Object, key: &str) -> Option<std::ops::Range<usize>> {
    get(object, key).map(range_of)
}

/// Where a value stands, a string without its quotation marks.
pub(super) fn range_of(value: &Value) -> std::ops::Range<usize> {
    let Range { start, end } = value.range();
    match value {
        Value::StringLit(_) => start + 1..end - 1,
        _ => start..end,
    }
}

/// The name or the number that a value is, as written.
pub(super) fn written<'b>(value: &'b Value) -> Option<&'b str> {
    match value {
        Value::StringLit(literal) => Some(&literal.value),
        Value::NumberLit(number) => Some(number.value),
        _ => None,
    }
}

/// Seconds in milliseconds, if they are so many as a recorder can mean.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the limit is far below 2^63"
)]
pub(super) fn milliseconds(seconds: f64) -> Option<i64> {
    const MOST_SECONDS: f64 = 1e11;
    (seconds.abs() < MOST_SECONDS).then(|| (seconds * 1e3).round() as i64)
}
