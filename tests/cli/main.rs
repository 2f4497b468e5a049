//! The program as its user meets it: what it refuses and in which words, and what its outputs are
//! whatever the form of the input.

mod check;
mod clocks;
mod copies;
mod desk;
mod explain;
mod formats;
mod forms;
mod incidents;
mod init;
mod inspect;
mod intervals;
mod milestones;
mod own;
mod refusals;
mod undated;
