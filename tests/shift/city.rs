//! A city's radio of one shift: emergencies that overlap on one channel, units that go from one to the
//! next, and talk that belongs to none.

use crate::dice::Dice;
use std::fmt::Write;

/// Seconds from midnight to the first transmission.
const START: i64 = 13 * 3600;
/// Emergencies of a shift, and the seconds between two of them at most.
const EMERGENCIES: usize = 9;
const BETWEEN: u32 = 1_500;
/// Exchanges that belong to no emergency.
const ROUTINE: usize = 24;

/// One transmission as it was said.
#[derive(Clone)]
pub struct Said {
    /// Seconds from midnight.
    pub at: i64,
    pub channel: &'static str,
    pub words: String,
    /// The emergency that it belongs to.
    pub emergency: Option<usize>,
}

const UNITS: &[&str] = &[
    "Engine 7",
    "Engine 12",
    "Engine 4",
    "Engine 9",
    "Ladder 2",
    "Ladder 5",
    "Rescue 1",
    "Medic 3",
    "Medic 14",
    "Medic 6",
    "Battalion 1",
    "Battalion 2",
    "Car 41",
    "Car 58",
    "Car 23",
    "Car 36",
    "Unit 412",
    "Unit 417",
];
const STREETS: &[&str] = &[
    "Larkspur Lane",
    "Delaney Street",
    "Quarry Road",
    "Mulberry Street",
    "Harbor Street",
    "Foundry Avenue",
    "Orchard Road",
    "Winslow Avenue",
    "Tanner Street",
    "Beacon Street",
    "Cobalt Drive",
    "Juniper Court",
    "Ferry Street",
    "Granary Road",
    "Holloway Boulevard",
];
/// What is reported, and what is found there.
const TROUBLES: &[(&str, &[&str])] = &[
    (
        "a reported structure fire",
        &[
            "heavy smoke from the second floor",
            "fire is knocked down",
            "we need the gas shut off",
            "one line stretched to the rear porch",
        ],
    ),
    (
        "a two-car crash with injuries",
        &[
            "two cars with heavy damage, one lane open",
            "one occupant trapped, start the extrication",
            "we need a tow for the blue van",
            "the lane is open again",
        ],
    ),
    (
        "a man with chest pain",
        &[
            "patient is a 61-year-old man, conscious",
            "we are taking one to Tarrow General",
            "he refuses transport",
            "need help with a stair chair",
        ],
    ),
    (
        "a burglary alarm",
        &[
            "the rear door is open, going in",
            "building is secure, nobody inside",
            "the owner is on the way with a key",
            "a window is broken on the north side",
        ],
    ),
    (
        "a gas odor in the stairwell",
        &[
            "we have a reading of 20 percent on the first floor",
            "everybody is out of the building",
            "gas company is notified",
            "the meter is shut off",
        ],
    ),
    (
        "a disturbance between neighbors",
        &[
            "both parties are separated",
            "one in custody",
            "need a supervisor for a complaint",
            "no report wanted",
        ],
    ),
    (
        "an elevator stuck with three people",
        &[
            "car is between four and five",
            "three people are out, no injuries",
            "power is off to the car",
            "waiting for the elevator company",
        ],
    ),
];

/// The talk about one emergency.
struct Emergency<'a> {
    id: usize,
    place: String,
    again: String,
    trouble: &'a str,
    found: &'a [&'a str],
    units: Vec<&'a str>,
    number: Option<String>,
    channel: Option<&'static str>,
}

/// Lines that follow each other on a channel, with the seconds that each comes after the one before.
struct Exchange {
    at: i64,
    emergency: Option<usize>,
    channel: &'static str,
    lines: Vec<(i64, String)>,
}

/// The shift, in order.
pub fn traffic(dice: &mut Dice) -> Vec<Said> {
    let mut exchanges = Vec::new();
    let mut free_at = vec![START; UNITS.len()];
    let mut opens = START + 60;
    let first_street = dice.roll(STREETS.len());
    for id in 0..EMERGENCIES {
        let wanted = 1 + dice.roll(3);
        let first = dice.roll(UNITS.len());
        let free: Vec<usize> = (0..UNITS.len())
            .map(|step| (first + step) % UNITS.len())
            .filter(|unit| free_at[*unit] <= opens)
            .take(wanted)
            .collect();
        let emergency = emergency(
            dice,
            id,
            STREETS[(first_street + id) % STREETS.len()],
            &free,
        );
        let ends = course(dice, &emergency, opens, &mut exchanges);
        for unit in free {
            free_at[unit] = ends + 120;
        }
        opens += 240 + dice.seconds(BETWEEN);
    }
    for _ in 0..ROUTINE {
        let at = START + dice.seconds(u32::try_from(opens - START).unwrap());
        let idle: Vec<usize> = (0..UNITS.len())
            .filter(|unit| free_at[*unit] == START)
            .collect();
        exchanges.push(routine(dice, at, idle.first().map(|unit| UNITS[*unit])));
    }
    one_after_the_other(exchanges)
}

fn emergency<'a>(dice: &mut Dice, id: usize, street: &str, units: &[usize]) -> Emergency<'a> {
    let number = 100 + 10 * dice.roll(90) as u32 + 4;
    let (trouble, found) = TROUBLES[dice.roll(TROUBLES.len())];
    let short = street
        .replace("Street", "St.")
        .replace("Avenue", "Ave.")
        .replace("Road", "Rd");
    let (place, again) = match dice.roll(4) {
        0 => (
            format!("the {} block of North {street}", number / 100 * 100),
            format!("{number} N. {short}"),
        ),
        1 => (
            format!("Highway 291 and {street}"),
            format!("{street} at Highway 291"),
        ),
        _ => (format!("{number} {street}"), format!("{number} {short}")),
    };
    Emergency {
        id,
        place,
        again,
        trouble,
        found,
        units: units.iter().map(|unit| UNITS[*unit]).collect(),
        number: (dice.roll(2) == 0).then(|| format!("25-{:05}", 11_000 + 7 * id)),
        channel: (dice.roll(3) == 0).then(|| ["TAC-2", "TAC-3", "TAC-4"][id % 3]),
    }
}

/// All that is said of an emergency; when its units are free again.
fn course(dice: &mut Dice, it: &Emergency, opens: i64, exchanges: &mut Vec<Exchange>) -> i64 {
    let mut at = opens;
    let working = it.channel.unwrap_or("Main");
    let mut say = |at: i64, channel: &'static str, lines: Vec<(i64, String)>| {
        exchanges.push(Exchange {
            at,
            emergency: Some(it.id),
            channel,
            lines,
        });
    };
    let units = it.units.join(", ");
    let mut dispatch = match dice.roll(3) {
        0 => format!("{units}, respond to {} for {}.", it.place, it.trouble),
        1 => format!(
            "{units}, {} at {}, caller is waiting outside.",
            it.trouble, it.place
        ),
        _ => format!("{units}, start for {}, {}.", it.place, it.trouble),
    };
    if let Some(channel) = it.channel {
        write!(dispatch, " Use {channel}.").unwrap();
    }
    if let Some(number) = &it.number {
        write!(dispatch, " Incident {number}.").unwrap();
    }
    let lead = it.units[0];
    let answer = dice.pick(&["10-4.", "Copy.", "Received, en route.", "On the way."]);
    say(
        at,
        "Main",
        vec![(0, dispatch), (5, format!("{lead}. {answer}"))],
    );
    for unit in &it.units[1..] {
        at += 15 + dice.seconds(40);
        say(
            at,
            "Main",
            vec![
                (0, format!("{unit} is responding.")),
                (4, dice.pick(&["Copy.", "10-4."]).to_owned()),
            ],
        );
    }
    at += 200 + dice.seconds(200);
    say(
        at,
        "Main",
        vec![
            (0, format!("{lead} on scene, {}.", it.found[0])),
            (5, format!("Copy, {lead}, {}.", it.found[0])),
        ],
    );
    for turn in 1..2 + dice.roll(3) {
        at += 100 + dice.seconds(300);
        let unit = it.units[dice.roll(it.units.len())];
        let lines = match dice.roll(3) {
            0 => vec![
                (0, format!("{unit} to Dispatch, {}.", it.found[turn])),
                (6, "Stand by.".to_owned()),
                (9, "Go ahead with it.".to_owned()),
            ],
            1 => vec![
                (
                    0,
                    format!("Dispatch, {unit}. For {}, {}.", it.again, it.found[turn]),
                ),
                (4, "Copy.".to_owned()),
            ],
            _ => vec![
                (0, format!("{unit}, what is your status?")),
                (7, format!("{}.", it.found[turn])),
                (4, "Copy that, thank you.".to_owned()),
            ],
        };
        say(at, working, lines);
    }
    for unit in &it.units {
        at += 60 + dice.seconds(150);
        let words = match dice.roll(3) {
            0 => format!("{unit} is clear and available."),
            1 => format!("Show {unit} back in service."),
            _ => format!("{unit} is clear of {}.", it.again),
        };
        let answer = it.number.as_ref().filter(|_| dice.roll(2) == 0);
        let answer = answer.map_or("10-4.".to_owned(), |number| {
            format!("{unit} clear, that is incident number {number}.")
        });
        say(at, "Main", vec![(0, words), (5, answer)]);
    }
    at
}

fn routine(dice: &mut Dice, at: i64, idle: Option<&str>) -> Exchange {
    let unit = idle.unwrap_or("Car 90");
    let lines = match dice.roll(4) {
        0 => vec![
            (0, format!("{unit}, radio check.")),
            (5, "Loud and clear.".to_owned()),
        ],
        1 => vec![
            (
                0,
                format!("{unit} is out of service for fuel at the garage."),
            ),
            (5, "Copy.".to_owned()),
        ],
        2 => vec![(
            0,
            format!(
                "All units, the bridge at {} is closed until Monday.",
                dice.pick(&["Pike Street", "Canal Road"])
            ),
        )],
        _ => vec![
            (0, format!("{unit}, call the desk when you can.")),
            (6, "Will do.".to_owned()),
        ],
    };
    Exchange {
        at,
        emergency: None,
        channel: "Main",
        lines,
    }
}

/// Who speaks waits until the channel is silent.
fn one_after_the_other(mut exchanges: Vec<Exchange>) -> Vec<Said> {
    exchanges.sort_by_key(|exchange| exchange.at);
    let mut said: Vec<Said> = Vec::new();
    let mut silent_from = START;
    for exchange in exchanges {
        let mut at = exchange.at.max(silent_from + 4);
        for (pause, words) in exchange.lines {
            at += pause;
            said.push(Said {
                at,
                channel: exchange.channel,
                words,
                emergency: exchange.emergency,
            });
        }
        silent_from = at;
    }
    said
}
