//! Numbers that look random and are the same in each run.

/// `SplitMix64` (Steele, Lea & Flood 2014).
pub struct Dice(pub u64);

impl Dice {
    /// From 0 up to `sides`, exclusive.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// Fewer than `most` seconds.
    pub fn seconds(&mut self, most: u32) -> i64 {
        i64::try_from(self.roll(most as usize)).unwrap()
    }

    /// One of some words.
    pub fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}
