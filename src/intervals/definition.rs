//! What the intervals are, and which standard says so.

use crate::lexicon::status::Milestone;

/// What an interval is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The whole response: the first of its units.
    Incident,
    /// One unit.
    Unit,
}

/// An interval, from one milestone to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// As printed.
    pub name: &'static str,
    /// What it is of.
    pub of: Of,
    /// Where it starts.
    pub from: Milestone,
    /// Where it ends.
    pub to: Milestone,
    /// Which standard has it under this name.
    pub standard: &'static str,
}

const NFPA: &str = "NFPA 1710";
const NEMSIS: &str = "NEMSIS 3.5 eTimes";

/// All intervals, in the order in which they are printed. NFPA 1710 (2020), §3.3, names processing, turnout and
/// travel; a unit's are its own, because the first en route need not be the first dispatched.
pub const DEFINITIONS: &[Definition] = &[
    Definition {
        name: "alarm handling",
        of: Of::Incident,
        from: Milestone::CallReceived,
        to: Milestone::Dispatched,
        standard: NFPA,
    },
    Definition {
        name: "total response",
        of: Of::Incident,
        from: Milestone::CallReceived,
        to: Milestone::OnScene,
        standard: NFPA,
    },
    Definition {
        name: "call to patient",
        of: Of::Incident,
        from: Milestone::CallReceived,
        to: Milestone::AtPatient,
        standard: NEMSIS,
    },
    Definition {
        name: "arrival to control",
        of: Of::Incident,
        from: Milestone::OnScene,
        to: Milestone::UnderControl,
        standard: "NERIS tactic timestamps",
    },
    Definition {
        name: "call to last unit free",
        of: Of::Incident,
        from: Milestone::CallReceived,
        to: Milestone::Cleared,
        standard: NEMSIS,
    },
    Definition {
        name: "alarm handling",
        of: Of::Unit,
        from: Milestone::CallReceived,
        to: Milestone::Dispatched,
        standard: NFPA,
    },
    Definition {
        name: "turnout",
        of: Of::Unit,
        from: Milestone::Dispatched,
        to: Milestone::EnRoute,
        standard: NFPA,
    },
    Definition {
        name: "travel",
        of: Of::Unit,
        from: Milestone::EnRoute,
        to: Milestone::OnScene,
        standard: NFPA,
    },
    Definition {
        name: "response",
        of: Of::Unit,
        from: Milestone::Dispatched,
        to: Milestone::OnScene,
        standard: NEMSIS,
    },
    Definition {
        name: "arrival to patient",
        of: Of::Unit,
        from: Milestone::OnScene,
        to: Milestone::AtPatient,
        standard: NEMSIS,
    },
    Definition {
        name: "time on call",
        of: Of::Unit,
        from: Milestone::Dispatched,
        to: Milestone::Cleared,
        standard: NEMSIS,
    },
];
