//! Which things belong together, when pairs of them do (Galler & Fischer, "An improved equivalence
//! algorithm", 1964).

/// Things by number, each in one group.
#[derive(Clone, Debug)]
pub struct Groups {
    /// A member of the same group with a lower number, or itself.
    lower: Vec<usize>,
}

impl Groups {
    /// Each of `count` things alone.
    pub fn new(count: usize) -> Self {
        Groups {
            lower: (0..count).collect(),
        }
    }

    /// The lowest member of the group of a thing.
    pub fn first(&mut self, thing: usize) -> usize {
        let mut at = thing;
        while self.lower[at] != at {
            self.lower[at] = self.lower[self.lower[at]];
            at = self.lower[at];
        }
        at
    }

    /// Makes one group of two.
    ///
    /// ```
    /// use squelch::link::groups::Groups;
    /// let mut groups = Groups::new(4);
    /// groups.join(3, 1);
    /// groups.join(0, 3);
    /// assert_eq!(groups.firsts(), [0, 0, 2, 0]);
    /// ```
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.lower[a.max(b)] = a.min(b);
    }

    /// The lowest member of each thing's group.
    pub fn firsts(mut self) -> Vec<usize> {
        (0..self.lower.len())
            .map(|thing| self.first(thing))
            .collect()
    }
}
