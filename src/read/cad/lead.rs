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

/// Who typed what stands in the lines below: ` - Doe, J`
pub(super) fn signature(behind: &str) -> Option<&str> {
    let name = behind.trim().strip_prefix('-')?.trim();
    let (last, first) = name.split_once(", ")?;
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    (is_name(last) && is_name(first)).then_some(name)
}

/// The words of a line that who typed them and their time stand behind, far from them: `SECOND CALLER    JDOE `
pub(super) fn typed(before: &str) -> Option<(&str, &str)> {
    let before = before.trim_end();
    let (words, user) = before.rsplit_once("  ")?;
    let is_user = user.len() <= 16 && 2 <= user.len();
    let is_code = user
        .bytes()
        .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
    (is_user && is_code && has_words(words)).then_some((words, user))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_typed_a_remark_stands_behind_its_time_or_before_it() {
        assert_eq!(signature(" - Doe, J"), Some("Doe, J"));
        assert_eq!(signature(" - smoke, heavy"), None);
        assert_eq!(signature(" Doe, J"), None);
        let (words, user) = typed(" SECOND CALLER      JDOE ").unwrap();
        assert_eq!((words.trim(), user), ("SECOND CALLER", "JDOE"));
        assert_eq!(typed("E31 ENROUTE "), None);
        assert_eq!(typed("closed at  "), None);
    }
}
