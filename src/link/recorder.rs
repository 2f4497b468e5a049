//! Which transcripts one recorder made: the calls of one folder share a clock and a channel list, and
//! none is a second recording of another.

use crate::note::SourceId;
use crate::read::{Kind, Source};
use std::collections::BTreeMap;

/// The transcripts of a run by their recorder, each list ascending: the calls of one recorder together,
/// each other transcript by itself; in the order of their first.
///
/// ```
/// use squelch::link::recorder::recorders;
/// use squelch::read::Source;
/// let call = |name: &str| {
///     let text = r#"{"start_time": 1746282150, "talkgroup": 7, "short_name": "lakeside"}"#;
///     Source::read(name, text.into(), None).unwrap()
/// };
/// let log = Source::read("log.txt", b"14:02:30 Dispatch: Engine 7\n".to_vec(), None).unwrap();
/// assert_eq!(recorders(&[call("1.json"), log, call("2.json")]), [vec![0, 2], vec![1]]);
/// ```
pub fn recorders(sources: &[Source]) -> Vec<Vec<SourceId>> {
    let mut recorders: Vec<Vec<SourceId>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (source, id) in sources.iter().zip(0..) {
        if source.kind() != Kind::Transcript {
            continue;
        }
        let at = match &source.recorder {
            Some(name) => *known.entry(name).or_insert(recorders.len()),
            None => recorders.len(),
        };
        if at == recorders.len() {
            recorders.push(Vec::new());
        }
        recorders[at].push(id);
    }
    recorders
}
