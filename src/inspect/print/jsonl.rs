//! JSON lines, a field at a time: the keys and most values are known to need no escape, which a
//! general serializer looks for byte by byte.

use super::{kind_of, reason_of};
use crate::inspect::timex::Timex;
use crate::inspect::{Inspection, Read};
use crate::read::Source;
use crate::time::{Instant, Zone};
use std::io::{self, Write};

/// A key of an object, behind another field.
macro_rules! key {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}

pub(super) fn jsonl(
    source: &Source,
    inspection: &Inspection,
    out: &mut dyn Write,
) -> io::Result<()> {
    const FULL: usize = 1 << 15;
    let mut lines = String::with_capacity(2 * FULL);
    let mut path = String::new();
    push_quoted(&mut path, &source.path)?;
    for read in &inspection.reads {
        push_read(&mut lines, source, &path, inspection.zone, read)?;
        lines.push('\n');
        if FULL < lines.len() {
            out.write_all(lines.as_bytes())?;
            lines.clear();
        }
    }
    out.write_all(lines.as_bytes())
}

fn push_read(
    out: &mut String,
    source: &Source,
    path: &str,
    zone: Zone,
    read: &Read,
) -> io::Result<()> {
    let span = read.mention.span;
    let raw = source.raw(span);
    let line = source.line(span.start);
    let reading = read.reading.as_ref();
    let usual = reading.map(|reading| reading.usual).unwrap_or_default();
    out.push_str("{\"source\":");
    out.push_str(path);
    push_number(out, key!("line"), line);
    push_number(out, key!("start"), raw.start);
    push_number(out, key!("end"), raw.end);
    out.push_str(key!("text"));
    push_quoted(out, span.of(&source.text))?;
    push_name(out, key!("kind"), kind_of(read));
    push_instant(out, key!("earliest"), zone, usual.earliest);
    push_instant(out, key!("latest"), zone, usual.latest);
    push_instant(out, key!("stated"), zone, reading.and_then(|it| it.stated));
    match reading {
        Some(reading) => push_name(out, key!("grain"), reading.grain.name()),
        None => out.push_str(concat!(key!("grain"), "null")),
    }
    push_name(out, key!("anchor"), read.anchor());
    out.push_str(key!("placed"));
    out.push_str(if reading.is_some() { "true" } else { "false" });
    push_name(out, key!("reason"), reason_of(read));
    out.push_str(key!("timex"));
    out.push('[');
    for (at, timex) in read.timex.iter().enumerate() {
        if 0 < at {
            out.push(',');
        }
        push_timex(out, source, timex)?;
    }
    out.push_str("]}");
    Ok(())
}

fn push_timex(out: &mut String, source: &Source, timex: &Timex) -> io::Result<()> {
    let raw = source.raw(timex.span);
    push_number(out, "{\"start\":", raw.start);
    push_number(out, key!("end"), raw.end);
    push_name(out, key!("type"), timex.kind);
    out.push_str(key!("value"));
    push_quoted(out, &timex.value)?;
    if let Some(modifier) = timex.modifier {
        push_name(out, key!("mod"), modifier);
    }
    out.push('}');
    Ok(())
}

fn push_number(out: &mut String, key: &str, number: impl itoa::Integer) {
    out.push_str(key);
    out.push_str(itoa::Buffer::new().format(number));
}

/// A word of this program, which has nothing to escape.
fn push_name(out: &mut String, key: &str, name: &'static str) {
    out.push_str(key);
    out.push('"');
    out.push_str(name);
    out.push('"');
}

fn push_instant(out: &mut String, key: &str, zone: Zone, instant: Option<Instant>) {
    out.push_str(key);
    match instant {
        Some(instant) => {
            out.push('"');
            zone.push_rfc3339(out, instant);
            out.push('"');
        }
        None => out.push_str("null"),
    }
}

fn push_quoted(out: &mut String, words: &str) -> io::Result<()> {
    let needs_escape = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if words.bytes().any(needs_escape) {
        out.push_str(&serde_json::to_string(words)?);
    } else {
        out.push('"');
        out.push_str(words);
        out.push('"');
    }
    Ok(())
}
