//! Any rule book, by itself and on top of the standard one: what can be read reads a decision, explains it and is checked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use upheld::{Coverage, Decision, RuleBook};
use upheld_tests::invariants::check_spans;

const DECISION: &str = include_str!("../../examples/decisions/22-008-265.txt");

fuzz_target!(|text: &str| {
    // To read the standard book takes a hundred times as long as most of these.
    let extended = text.len().is_multiple_of(16).then(|| RuleBook::standard().extend("fuzz.rules", text));
    for read in [RuleBook::parse("fuzz.rules", text)].into_iter().chain(extended) {
        match read {
            Ok(book) => {
                let decision = Decision::parse_with(DECISION, &book);
                check_spans(&decision);
                let explanation = decision.explain(&book);
                assert_eq!(explanation.whole.outcome, decision.triage.outcome);
                assert!(!explanation.in_words(&decision, &book).is_empty());
                assert_eq!(Coverage::of(&book, &decision).decisions(), 1);
                let _ = book.warnings();
            }
            Err(error) => assert!(error.problems().iter().all(|it| it.line() > 0 && it.column() > 0)),
        }
    }
});
