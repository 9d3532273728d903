//! Any web page, from its elements to the decision reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use upheld::{Decision, Limits, RuleBook};
use upheld_tests::invariants::{check_spans, check_tree};

fuzz_target!(|page: &str| {
    let Ok(source) = Limits::default().text(&format!("<!doctype html>{page}")) else { return };
    let decision = Decision::read(source, RuleBook::standard());
    check_tree(&decision.document);
    check_spans(&decision);
});
