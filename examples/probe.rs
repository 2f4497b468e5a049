//! probe
use squelch::read::*;
use squelch::*;
fn main() {
    for p in std::env::args().skip(1) {
        let s = Source::read(&p, std::fs::read(&p).unwrap(), None).unwrap();
        println!("=== {p} {:?} title={:?}", s.kind(), s.title());
        if let Body::Article(a) = &s.body {
            println!("dateline {:?}", a.dateline.map(|d| d.of(&s.text)));
            for p in &a.paragraphs {
                println!("{:?} {:.60}", p.role, p.span.of(&s.text));
                for sent in &p.sentences {
                    for m in find::times(&s.text, *sent) {
                        println!("      {:?} -> {:?}", m.span.of(&s.text), m.expression);
                    }
                    for pl in find::address::places(&s.text, *sent) {
                        println!("      PLACE {:?}", (pl.span.of(&s.text), pl.name));
                    }
                }
                for q in find::quote::quotes(&s.text, p.span) {
                    println!("      QUOTE {:.50}", q.inner.of(&s.text));
                }
            }
        }
    }
}
