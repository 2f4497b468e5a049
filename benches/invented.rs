//! Invented sources of any length, the same for the same seed: a transcript and an article.

use std::fmt::Write;

const UNITS: [&str; 6] = [
    "Engine 7", "Ladder 2", "Medic 3", "Unit 12", "Car 54", "K9-1",
];
const CHANNELS: [&str; 3] = ["Tarrow Dispatch", "Tarrow Fireground", "TAC-2"];
const SPOKEN: [&str; 8] = [
    "en route, four on board",
    "on scene, smoke showing from the second floor, caller says “he’s still inside”",
    "we have one patient, start me another medic",
    "primary search is complete, all clear on two and three",
    "copy, holding the perimeter at Ninth and Alder",
    "show me out with one in the 2200 block of Mill Road",
    "fire is under control, time is 1421 hours",
    "stand by",
];
const PLACES: [&str; 4] = [
    "415 Harbor Street",
    "the Mill Creek bridge",
    "the 700 block of Tannery Lane",
    "a house near Route 9",
];
const ACTS: [&str; 6] = [
    "officers reached",
    "a neighbor saw smoke at",
    "two crews searched",
    "an ambulance left",
    "a dispatcher sent a second engine to",
    "the chief closed the road at",
];

/// A small generator of numbers (Knuth's MMIX step), enough for texts that look uneven.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let at = self.below(choices.len() as u64);
        choices[usize::try_from(at).unwrap_or_default()]
    }
}

/// `[2025-05-03 14:02:30] Tarrow Dispatch (Engine 7): …`; one line in 200 stands up to ten minutes
/// after its turn.
pub fn transcript(lines: u64, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = String::new();
    let mut second = 0;
    for _ in 0..lines {
        second += dice.below(10);
        let late = if dice.below(200) == 0 {
            dice.below(600).min(second)
        } else {
            0
        };
        let at = second - late;
        let (day, hour, minute) = (1 + at / 86_400, at / 3_600 % 24, at / 60 % 60);
        let _ = writeln!(
            text,
            "[2025-05-{day:02} {hour:02}:{minute:02}:{:02}] {} ({}): {}.",
            at % 60,
            dice.pick(&CHANNELS),
            dice.pick(&UNITS),
            dice.pick(&SPOKEN),
        );
    }
    text
}

/// A headline, and paragraphs of three sentences: one with a clock time or a distance, two without
/// any time.
pub fn article(paragraphs: u64, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut text = String::from(
        "Long night on Mill Road\nBy Dorrie Halvane\nPublished Sunday, May 4, 2025, 9 a.m.\n\n",
    );
    for _ in 0..paragraphs {
        let (act, place) = (dice.pick(&ACTS), dice.pick(&PLACES));
        let minute = dice.below(60);
        let hour = 1 + dice.below(5);
        let _ = match dice.below(4) {
            0 => write!(
                text,
                "About {hour}:{minute:02} p.m. Saturday, {act} {place}. "
            ),
            1 => write!(text, "At {hour}:{minute:02} p.m., {act} {place}. "),
            2 => write!(text, "A few minutes later, {act} {place}. "),
            _ => write!(text, "Then a voice said: “{}.” ", dice.pick(&SPOKEN)),
        };
        let age = 20 + dice.below(60);
        let _ = write!(
            text,
            "The driver, {age}, was not hurt and has lived there for {} years, the police said. \
             Nobody could say why the lights were out in the whole street.\n\n",
            2 + dice.below(30),
        );
    }
    text
}
