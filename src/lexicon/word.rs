//! The words of the grammar of time that no list of months, numbers or units holds.

/// Names the words, and lists them with how they are written.
macro_rules! words {
    ($($name:ident $text:literal),* $(,)?) => {
        /// A word of the grammar of time, in any form of its letters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "a word says what it is")]
        pub enum Word { $($name),* }

        /// Every word as written in small letters.
        pub const WORDS: &[(&str, Word)] = &[$(($text, Word::$name)),*];
    };
}

words! {
    A "a", About "about", Additional "additional", After "after", Afterward "afterward",
    Afterwards "afterwards", Again "again", Ago "ago", Ahead "ahead", All "all", Almost "almost", Am "am",
    An "an", And "and", Annually "annually", Another "another", Anytime "anytime",
    Approx "approx", Approximately "approximately", Around "around", As "as", Ash "ash", At "at", Be "be",
    Before "before", Beforehand "beforehand", Beginning "beginning", Between "between", Bit "bit",
    Black "black",    Block "block", Boxing "boxing", Business "business", But "but", By "by", Calendar "calendar",
    Central "central", Christmas "christmas", Cinco "cinco", Circa "circa", Clock "clock", Close "close", Closer "closer",
    Columbus "columbus", Coming "coming", Commencing "commencing", Comparable "comparable",
    Consecutive "consecutive", Corresponding "corresponding", Couple "couple", Course "course", Current "current",
    Currently "currently", Cy "cy", Cyber "cyber", D "d", Daily "daily", Dark "dark", Daylight "daylight", De "de",
    Dozens "dozens", During "during", Each "each", Earlier "earlier", Early "early",
    Earth "earth", Easter "easter", Eastern "eastern", Effective "effective", Eighties "eighties",
    Election "election", End "end", Entire "entire", Eve "eve", Eventually "eventually",
    Ever "ever", Every "every", Exactly "exactly", Father "father", Fathers "fathers", Few "few", Fewer "fewer",
    Fifties "fifties", Final "final", Finally "finally", First "first", Fiscal "fiscal",
    Flag "flag", Following "following", For "for", Foreseeable "foreseeable",
    Forties "forties", From "from", Full "full", Future "future", Fy "fy", Good "good", Gras "gras",
    Groundhog "groundhog", H "h", Half "half", Halloween "halloween", Have "have", Hence "hence",
    Hourly "hourly", Hundred "hundred", Hundreds "hundreds", In "in", Independence "independence",
    Indigenous "indigenous",    Into "into", Ish "ish", Jr "jr", Juneteenth "juneteenth", Just "just", King "king", Labor "labor",
    Last "last", Late "late", Lately "lately", Later "later", Latest "latest", Least "least",
    Less "less", Light "light", Little "little", Local "local", Long "long", Longer "longer", Luther "luther",
    M "m", Many "many", Mardi "mardi", Martin "martin", Mayo "mayo", Meanwhile "meanwhile", Memorial "memorial", Mid "mid",
    Midafternoon "midafternoon", Midday "midday", Middle "middle", Midmorning "midmorning",
    Midnight "midnight", Mlk "mlk", Mo "mo", Moment "moment", Moments "moments", Monthly "monthly",
    More "more", Most "most", Mother "mother", Mothers "mothers", Mountain "mountain", My "my", N "n", Nd "nd", Near "near",
    Nearly "nearly", New "new", Next "next", Nightly "nightly", Nineties "nineties", No "no",
    Noon "noon", Noonish "noonish", Not "not", Now "now", Nowadays "nowadays", Number "number",
    O "o", Oclock "oclock", Of "of", Oh "oh", Old "old", On "on", Once "once", Or "or",
    Other "other", Over "over", P "p", Pacific "pacific", Pair "pair", Palm "palm", Past "past", Patrick "patrick",
    Patriots "patriots", Peoples "peoples",
    Per "per", Period "period", Pm "pm", Point "point", Possible "possible", Pre "pre",
    Preceding "preceding", Precisely "precisely", Present "present", Presently "presently",
    President "president", Presidents "presidents", Previous "previous", Previously "previously", Prior "prior", Q "q",
    Quarter "quarter", Rd "rd", Recent "recent", Recently "recently",
    Remainder "remainder", Rest "rest", Right "right", Roughly "roughly", S "s", Same "same",
    School "school", Second "second", Seventies "seventies", Several "several", Short "short",
    Shortly "shortly", Shy "shy", Simultaneously "simultaneously", Since "since",
    Sixties "sixties", Small "small", So "so", Solid "solid", Some "some", Sometime "sometime",
    Somewhere "somewhere", Soon "soon", St "st", Standard "standard", Start "start",
    Starting "starting", Straight "straight", T "t", Term "term", Th "th", Than "than",
    Thanksgiving "thanksgiving", That "that", The "the", Then "then", Thereabouts "thereabouts",
    Thereafter "thereafter", These "these", Thirties "thirties", This "this", Those "those",
    Thousand "thousand", Through "through", Throughout "throughout", Thru "thru", Til "til", Till "till",
    Time "time", Timezone "timezone", Tmrw "tmrw", To "to", Today "today", Tomorrow "tomorrow",
    Tonight "tonight", Tonite "tonite", Toward "toward", Towards "towards", Trading "trading", Twenties "twenties", Twice "twice",
    Under "under", Until "until", Untill "untill", Up "up", Upcoming "upcoming",
    Valentine "valentine", Very "very", Veterans "veterans", W "w", Wee "wee", Weekdays "weekdays", Weekly "weekly",
    Well "well", When "when", While "while", Whole "whole", Within "within", Working "working", Xmas "xmas",
    Yearly "yearly", Yesterday "yesterday", Zero "zero",
}

impl Word {
    /// Whether a time expression can begin with this word.
    pub fn opens(self) -> bool {
        !matches!(
            self,
            Word::Of
                | Word::To
                | Word::Or
                | Word::So
                | Word::S
                | Word::M
                | Word::Than
                | Word::Old
                | Word::Ish
                | Word::St
                | Word::Nd
                | Word::Rd
                | Word::Th
                | Word::Be
                | Word::Have
                | Word::Block
                | Word::Time
                | Word::Clock
                | Word::T
                | Word::N
        )
    }

    /// Whether a piece of a time can begin with this word: what only joins or bounds pieces begins none.
    pub fn begins_piece(self) -> bool {
        !matches!(
            self,
            Word::After
                | Word::Ago
                | Word::And
                | Word::As
                | Word::Before
                | Word::But
                | Word::By
                | Word::During
                | Word::For
                | Word::From
                | Word::In
                | Word::Now
                | Word::Of
                | Word::On
                | Word::Or
                | Word::S
                | Word::Since
                | Word::So
                | Word::Than
                | Word::Then
                | Word::Through
                | Word::To
                | Word::Until
                | Word::When
        )
    }

    /// Whether a time can be named by this word, with small words or none beside it.
    pub fn is_core(self) -> bool {
        matches!(
            self,
            Word::After
                | Word::Afterward
                | Word::Afterwards
                | Word::Ago
                | Word::Annually
                | Word::Before
                | Word::Beforehand
                | Word::Cinco
                | Word::Christmas
                | Word::Columbus
                | Word::Current
                | Word::Currently
                | Word::Daily
                | Word::Dark
                | Word::Earlier
                | Word::Easter
                | Word::Eighties
                | Word::Election
                | Word::Eventually
                | Word::Fifties
                | Word::Finally
                | Word::Forties
                | Word::Future
                | Word::Good
                | Word::Halloween
                | Word::Hourly
                | Word::Independence
                | Word::Juneteenth
                | Word::Labor
                | Word::Lately
                | Word::Later
                | Word::Light
                | Word::Mardi
                | Word::Martin
                | Word::Meanwhile
                | Word::Memorial
                | Word::Midafternoon
                | Word::Midday
                | Word::Midmorning
                | Word::Midnight
                | Word::Mlk
                | Word::Moment
                | Word::Moments
                | Word::Monthly
                | Word::New
                | Word::Nightly
                | Word::Nineties
                | Word::Noon
                | Word::Noonish
                | Word::Now
                | Word::Nowadays
                | Word::Oh
                | Word::Once
                | Word::Past
                | Word::Period
                | Word::Point
                | Word::Possible
                | Word::Present
                | Word::Presently
                | Word::Presidents
                | Word::Previously
                | Word::Q
                | Word::Quarter
                | Word::Recent
                | Word::Recently
                | Word::Same
                | Word::Second
                | Word::Seventies
                | Word::Shortly
                | Word::Simultaneously
                | Word::Sixties
                | Word::Soon
                | Word::Term
                | Word::Thanksgiving
                | Word::Then
                | Word::Thereafter
                | Word::Thirties
                | Word::Time
                | Word::Tmrw
                | Word::Today
                | Word::Tomorrow
                | Word::Tonight
                | Word::Tonite
                | Word::Twenties
                | Word::Veterans
                | Word::Weekly
                | Word::When
                | Word::Xmas
                | Word::Yearly
                | Word::Yesterday
        )
    }
}

/// Some words of the grammar, a bit each.
pub struct WordSet([u64; WORDS.len().div_ceil(64)]);

impl WordSet {
    /// No word.
    pub const EMPTY: WordSet = WordSet([0; WORDS.len().div_ceil(64)]);

    /// The set with one word more.
    #[must_use]
    pub const fn with(mut self, word: Word) -> WordSet {
        self.0[word as usize / 64] |= 1 << (word as usize % 64);
        self
    }

    /// Whether a word is one of them.
    pub fn holds(&self, word: Word) -> bool {
        self.0[word as usize / 64] & 1 << (word as usize % 64) != 0
    }
}
