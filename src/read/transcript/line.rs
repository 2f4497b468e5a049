//! The grammar of one transcript line.
