//! What stands around a time that opens a remark.

/// What a time that opens a remark stands in: nothing, or brackets with who typed it.
#[derive(Clone, Copy)]
pub(super) struct Lead<'a> {
    /// The words before.
    pub others: &'a str,
    /// Who typed it.
    pub user: Option<&'a str>,
    /// How far the brackets reach behind the time.
    pub skipped: usize,
}

impl<'a> Lead<'a> {
    /// Reads what stands around a time; nothing if it does not open a remark.
    pub fn of(before: &'a str, behind: &'a str) -> Option<Self> {
        const LONGEST_USER: usize = 30;
        for (open, close) in [("[", "]"), ("(", ")"), ("**", "**")] {
            let Some(at) = before.rfind(open) else {
                continue;
            };
            let inside = &before[at + open.len()..];
            let Some(end) = behind.find(close) else {
                continue;
            };
            let is_near = inside.len() <= LONGEST_USER && end <= LONGEST_USER;
            if inside.contains(close) || !is_near || behind[..end].contains(open) {
                continue;
            }
            let user = [inside, &behind[..end]]
                .map(trimmed)
                .into_iter()
                .find(|user| has_words(user));
            let others = &before[..at];
            let is_behind_words =
                has_words(others) && !others.trim_end().ends_with([':', '-', '=']);
            if is_behind_words && !has_words(&behind[end..]) {
                return None;
            }
            return Some(Lead {
                others,
                user,
                skipped: end + close.len(),
            });
        }
        (!has_words(before)).then_some(Lead {
            others: "",
            user: None,
            skipped: 0,
        })
    }
}

/// Whether some characters are more than marks.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Words without the marks that part them from others.
pub(super) fn trimmed(words: &str) -> &str {
    words
        .trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '-' | ':' | '/' | ';' | ',' | '|' | '*' | '=' | '.')
        })
        .trim_end_matches(['[', '(', '@', ' '])
}
