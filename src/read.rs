//! Bytes → [`Source`]: what kind of text this is, where its lines or paragraphs lie.
//!
//! Reading never fails on content: what no grammar reads is kept with its place.

pub mod transcript;
