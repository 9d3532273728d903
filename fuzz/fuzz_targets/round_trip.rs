//! Any text, read, written as JSON and read back; read again, it is the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use upheld::{Decision, RuleBook, Source};
use upheld_tests::invariants::{check_spans, check_tree};

fuzz_target!(|text: &str| {
    let decision = Decision::parse(text);
    check_tree(&decision.document);
    check_spans(&decision);
    assert_eq!(decision.document.text, text, "a text that is parsed stays as it is");
    let json = serde_json::to_string(&decision).expect("a decision is JSON");
    assert_eq!(serde_json::from_str::<Decision>(&json).expect("and back"), decision);
    let source = Source { text: text.to_owned(), ..Source::default() };
    let once = Decision::read(source, RuleBook::standard());
    check_tree(&once.document);
    check_spans(&once);
    assert_eq!(Decision::parse(&once.document.text).document.text, once.document.text);
});
