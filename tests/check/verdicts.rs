//! Which events the words of a claim mean, and the verdict: `corpus/check/*.txt`.
//!
//! A case is a name, the day of publication and a text behind `====`, then claims behind `----`, each with its
//! verdict: `claim | supported`.

use crate::desk::{checked, with_timeline};

fn run(source: &str, corpus: &str) {
    let mut failures = Vec::new();
    let mut verdicts = [0; 2];
    for case in corpus.split("\n==== ").skip(1) {
        let (head, rest) = case.split_once('\n').unwrap();
        let (name, day) = head.split_once(" | ").unwrap();
        let (text, claims) = rest.split_once("\n----\n").unwrap();
        with_timeline(&[(source, text)], day, |timeline| {
            for line in claims.lines().filter(|line| !line.is_empty()) {
                let (claim, wanted) = line.rsplit_once(" | ").unwrap();
                let found = checked(timeline, claim).found;
                let found = found.map_or("unread", |found| found.verdict.name());
                verdicts[usize::from(wanted == "undetermined" || wanted == "unread")] += 1;
                if found != wanted {
                    failures.push(format!("{name}: {claim}: {found}, not {wanted}"));
                }
            }
        });
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    let [definite, open] = verdicts;
    assert!(
        definite <= 2 * open,
        "{definite} definite, {open} open: too few traps"
    );
}

#[test]
fn claims_about_articles() {
    run("story.txt", include_str!("../corpus/check/articles.txt"));
}

#[test]
fn claims_about_traffic() {
    run("log.txt", include_str!("../corpus/check/radio.txt"));
}
