//! Where a source is from.

use chrono::NaiveDate;

/// Where a source is from, as the user states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Its address.
    pub url: Option<String>,
    /// The day on which it was read there.
    pub read: Option<NaiveDate>,
    /// What the user notes on it.
    pub note: Option<String>,
}

impl Citation {
    /// As a row is cited: `https://example.org/a (read 2025-05-04)`; `None` without an address.
    pub fn words(&self) -> Option<String> {
        let url = self.url.as_ref()?;
        Some(match self.read {
            Some(day) => format!("{url} (read {day})"),
            None => url.clone(),
        })
    }
}
