//! Any rule book: what can be read reads a decision.
#![no_main]

use libfuzzer_sys::fuzz_target;
use upheld::{Decision, RuleBook};
use upheld_tests::invariants::check_spans;

const DECISION: &str = include_str!("../../examples/decisions/22-008-265.txt");

fuzz_target!(|text: &str| {
    match RuleBook::parse("fuzz.rules", text) {
        Ok(book) => check_spans(&Decision::parse_with(DECISION, &book)),
        Err(error) => assert!(error.line() > 0 && error.column() > 0 && !error.to_string().is_empty()),
    }
});
