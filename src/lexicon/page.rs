//! Words that pages print around a story.

use super::WordList;

/// Phrases of short lines that are about the page.
pub const PAGE_LINES: &[&str] = &[
    "all rights reserved",
    "article has been updated",
    "article was updated",
    "click here",
    "contributed to this report",
    "copyright ",
    "download the app",
    "originally published",
    "privacy policy",
    "read more",
    "share this",
    "sign up",
    "story has been updated",
    "story was updated",
    "terms of use",
    "was first published",
    "©",
];

/// Phrases of a page's remarks on its own text, which may be long: `UPDATE, 2:58 p.m.: This article
/// was updated to add …`.
pub const NOTICES: &[&str] = &[
    "an earlier version of this",
    "this article has been",
    "this article was",
    "this post has been updated",
    "this post was updated",
    "this report has been updated",
    "this story has been",
    "this story was",
];

/// Phrases of appeals to the reader, where a word of address stands beside them.
pub const APPEALS: &[&str] = &[
    "crime stoppers",
    "become a member",
    "becoming a member",
    "donate",
    "donations",
    "email me",
    "follow me on",
    "follow us on",
    "newsletter",
    "paywall",
    "sign up for",
    "subscribe",
    "free for you",
];

/// Words by which a page speaks to its reader or of itself.
pub const READER_WORDS: &WordList =
    &WordList::new(&["me", "my", "our", "ours", "ourselves", "us", "you", "your"]);

/// Names of the data in a page's head that say when it was published: Open Graph's, schema.org's, and those
/// of services that count readers.
pub const PUBLISHED_FIELDS: &WordList = &WordList::new(&[
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
]);

/// Keys of a front matter that say when it was published.
pub const DATE_KEYS: &WordList = &WordList::new(&[
    "date",
    "pubdate",
    "publishdate",
    "published",
    "published_at",
]);

/// Keys of a front matter that say when it was changed.
pub const CHANGE_KEYS: &WordList =
    &WordList::new(&["last_modified_at", "lastmod", "modified", "updated"]);
