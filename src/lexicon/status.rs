//! Words by which units, dispatchers and their records say how far a response has come.

/// A moment of a response that records name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// Somebody calls for help.
    CallReceived,
    /// A unit is told to go.
    Dispatched,
    /// A unit moves.
    EnRoute,
    /// A unit has come.
    OnScene,
    /// Somebody is with the patient.
    AtPatient,
    /// A unit leaves with a patient.
    LeftScene,
    /// A unit has brought a patient where it was to.
    AtDestination,
    /// The fire does not grow any more.
    UnderControl,
    /// A unit is free again.
    Cleared,
}

impl Milestone {
    /// All, in the order in which they should come.
    pub const ALL: [Milestone; 9] = [
        Milestone::CallReceived,
        Milestone::Dispatched,
        Milestone::EnRoute,
        Milestone::OnScene,
        Milestone::AtPatient,
        Milestone::LeftScene,
        Milestone::AtDestination,
        Milestone::UnderControl,
        Milestone::Cleared,
    ];

    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Milestone::CallReceived => "call received",
            Milestone::Dispatched => "dispatched",
            Milestone::EnRoute => "en route",
            Milestone::OnScene => "on scene",
            Milestone::AtPatient => "at patient",
            Milestone::LeftScene => "left scene",
            Milestone::AtDestination => "at destination",
            Milestone::UnderControl => "under control",
            Milestone::Cleared => "cleared",
        }
    }

    /// The field of a standard that records it: NEMSIS 3.5 `eTimes`, NERIS tactic timestamps.
    pub fn standard(self) -> &'static str {
        match self {
            Milestone::CallReceived => "NEMSIS eTimes.01 PSAP call",
            Milestone::Dispatched => "NEMSIS eTimes.03 unit notified by dispatch",
            Milestone::EnRoute => "NEMSIS eTimes.05 unit en route",
            Milestone::OnScene => "NEMSIS eTimes.06 unit arrived on scene",
            Milestone::AtPatient => "NEMSIS eTimes.07 arrived at patient",
            Milestone::LeftScene => "NEMSIS eTimes.09 unit left scene",
            Milestone::AtDestination => "NEMSIS eTimes.11 patient arrived at destination",
            Milestone::UnderControl => "NERIS fire_under_control",
            Milestone::Cleared => "NEMSIS eTimes.13 unit back in service",
        }
    }
}

/// Words that name a milestone in what is said or recorded, in lower case, sorted; a blank is any gap.
pub const STATUSES: &[(&str, Milestone)] = &[
    ("911 call", Milestone::CallReceived),
    ("arrived", Milestone::OnScene),
    ("arrived at patient", Milestone::AtPatient),
    ("arrives", Milestone::OnScene),
    ("arriving", Milestone::OnScene),
    ("arv", Milestone::OnScene),
    ("at patient", Milestone::AtPatient),
    ("at patient's side", Milestone::AtPatient),
    ("at scene", Milestone::OnScene),
    ("at the patient", Milestone::AtPatient),
    ("avail", Milestone::Cleared),
    ("available", Milestone::Cleared),
    ("call came in", Milestone::CallReceived),
    ("call received", Milestone::CallReceived),
    ("called 911", Milestone::CallReceived),
    ("calls came in", Milestone::CallReceived),
    ("clear", Milestone::Cleared),
    ("cleared", Milestone::Cleared),
    ("clearing", Milestone::Cleared),
    ("clr", Milestone::Cleared),
    ("dialed 911", Milestone::CallReceived),
    ("disp", Milestone::Dispatched),
    ("dispatch sends", Milestone::Dispatched),
    ("dispatch sent", Milestone::Dispatched),
    ("dispatched", Milestone::Dispatched),
    ("dispatcher sent", Milestone::Dispatched),
    ("dispatchers send", Milestone::Dispatched),
    ("dispatchers sent", Milestone::Dispatched),
    ("dsp", Milestone::Dispatched),
    ("en route", Milestone::EnRoute),
    ("enr", Milestone::EnRoute),
    ("enroute", Milestone::EnRoute),
    ("enrt", Milestone::EnRoute),
    ("got here", Milestone::OnScene),
    ("got there", Milestone::OnScene),
    ("got to the scene", Milestone::OnScene),
    ("in service", Milestone::Cleared),
    ("on location", Milestone::OnScene),
    ("on scene", Milestone::OnScene),
    ("on the scene", Milestone::OnScene),
    ("on the way", Milestone::EnRoute),
    ("on-scene", Milestone::OnScene),
    ("ons", Milestone::OnScene),
    ("onsc", Milestone::OnScene),
    ("onscene", Milestone::OnScene),
    ("patient contact", Milestone::AtPatient),
    ("rcvd", Milestone::CallReceived),
    ("reached the address", Milestone::OnScene),
    ("reached the building", Milestone::OnScene),
    ("reached the house", Milestone::OnScene),
    ("reached the injured", Milestone::AtPatient),
    ("reached the patient", Milestone::AtPatient),
    ("reached the patients", Milestone::AtPatient),
    ("reached the scene", Milestone::OnScene),
    ("reached the victim", Milestone::AtPatient),
    ("reached the victims", Milestone::AtPatient),
    ("respond", Milestone::Dispatched),
    ("responding", Milestone::EnRoute),
    ("under control", Milestone::UnderControl),
    ("was sent", Milestone::Dispatched),
    ("were sent", Milestone::Dispatched),
    ("with the patient", Milestone::AtPatient),
];

/// The most words of a status.
pub const LONGEST_STATUS: usize = 4;

/// Short codes of records that are a status in capitals where nothing but a unit stands beside them: `E7 OS`.
pub const CODES: &[(&str, Milestone)] = &[
    ("aor", Milestone::Cleared),
    ("arr", Milestone::OnScene),
    ("arrive", Milestone::OnScene),
    ("assigned", Milestone::Dispatched),
    ("er", Milestone::EnRoute),
    ("os", Milestone::OnScene),
    ("resp", Milestone::EnRoute),
];
