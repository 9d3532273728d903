//! Any bytes, from the file to the decision reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use upheld::{Decision, Offsets, Record, RuleBook, Source};
use upheld_tests::invariants::{check_spans, check_tree};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::decode(bytes) else { return };
    let decision = Decision::read(source, RuleBook::standard());
    check_tree(&decision.document);
    check_spans(&decision);
    let offsets = Offsets::code_points(&decision.document.text);
    assert!(decision.to_html(RuleBook::standard()).ends_with("</article>"));
    serde_json::to_string(&Record::new(&decision, "fuzz", &offsets)).expect("a record is JSON");
});
