//! Claims: how they are read, which events their words mean, and that a verdict is a proof.

mod desk;
mod grammar;
mod laws;
mod verdicts;
