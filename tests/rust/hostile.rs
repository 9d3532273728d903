//! No input hurts: reading takes steps that grow with the length of a text and no faster, and little of the stack.

use std::num::NonZeroUsize;
use std::thread;

use upheld::{Decision, Document, Limits, RuleBook, work};
use upheld_tests::hostile::FAMILIES;
use upheld_tests::invariants::{check_snapshot, check_spans, check_tree};
use upheld_tests::layouts::Rendering;

fn read(text: &str) -> Decision {
    Decision::read(Limits::default().text(text).expect("within the limits"), RuleBook::standard())
}

/// The steps of reading a text, and the bytes of its snapshot.
fn steps(text: &str) -> (usize, usize) {
    work::steps();
    let decision = read(text);
    check_tree(&decision.document);
    check_spans(&decision);
    check_snapshot(&decision);
    (work::steps(), decision.snapshot().len())
}

#[test]
fn twice_the_text_is_twice_the_work() {
    const BYTES: usize = 60_000;
    read("The standard book is read once.");
    for (name, family) in FAMILIES {
        let ((once, short), (twice, long)) = (steps(&family(BYTES)), steps(&family(2 * BYTES)));
        assert!(once > 0, "{name}: nothing was counted");
        assert!(twice <= once * 23 / 10, "{name}: {once} steps for {BYTES} bytes, {twice} for twice as many");
        assert!(once <= BYTES * 2_000, "{name}: {once} steps for {BYTES} bytes");
        assert!(long <= short * 23 / 10 + 1_000, "{name}: a snapshot of {short} bytes, of {long} for twice the text");
    }
}

#[test]
#[ignore = "takes minutes where it is not optimised: cargo test --release -p upheld-tests --test hostile -- --ignored"]
fn a_million_of_each_and_a_line_of_100_megabytes() {
    const MILLION: usize = 15_000_000;
    for (name, family) in FAMILIES {
        let text = family(if name == "one line of findings" { 100_000_000 } else { MILLION });
        let decision = read(&text);
        let leaves: usize = decision.document.leaves.iter().map(|leaf| leaf.span.len()).sum();
        assert_eq!(leaves, decision.document.text.len(), "{name}");
    }
}

/// The parsers of the grammars count their calls, and give up beyond a limit; it is one for all parsers of a process, so this
/// is the only test that sets it, and it sets it high enough for the others.
#[test]
fn the_grammars_need_few_calls_a_byte() {
    const CALLS_A_BYTE: usize = 64;
    const BYTES: usize = 40_000;
    read("The standard book is read once.");
    let texts: Vec<(&str, String)> = FAMILIES.into_iter().map(|(name, family)| (name, family(BYTES))).collect();
    let free: Vec<Document> = texts.iter().map(|(_, text)| Document::parse(text)).collect();
    pest::set_call_limit(NonZeroUsize::new(CALLS_A_BYTE * BYTES * 4));
    for ((name, text), free) in texts.iter().zip(free) {
        assert_eq!(Document::parse(text), free, "{name}: the limit stopped a parser");
    }
    pest::set_call_limit(None);
}

#[test]
fn two_megabytes_of_stack_are_enough() {
    let reader = thread::Builder::new().stack_size(2 << 20).spawn(|| {
        for (_, family) in FAMILIES {
            read(&family(200_000));
        }
        let deep = format!("<body>{}x", "<div><ol><li>".repeat(250));
        read(&deep);
        // Beyond the usual limit too, where it was raised.
        let deeper = format!("<body>{}x", "<b><i><span>".repeat(20_000));
        let source = Limits { depth: usize::MAX, ..Limits::default() }.text(&deeper).expect("a page");
        assert_eq!(source.text.trim(), "x");
    });
    reader.expect("a thread").join().expect("it ends well");
}

#[test]
fn what_fuzzing_found() {
    for text in [
        // A line break of three bytes behind a bullet: its words ended inside of it.
        "The complaint\n\n  1. It says:\n    • \u{2028}s made to sit\n",
        "The complaint\n\n  1. \u{85}\n  2. \u{2029}a\n",
    ] {
        let decision = Decision::parse(text);
        check_tree(&decision.document);
        check_spans(&decision);
        check_snapshot(&decision);
        read(text);
    }
}

#[test]
fn every_rendering_of_a_decision_in_pieces() {
    for (_, text) in upheld_tests::decisions().into_iter().step_by(17) {
        let document = Document::parse(&text);
        for rendering in Rendering::ALL {
            let page = rendering.render(&document);
            for end in (0..page.len()).step_by(997).filter(|end| page.is_char_boundary(*end)) {
                let decision = read(&page[..end]);
                check_tree(&decision.document);
                check_spans(&decision);
                check_snapshot(&decision);
            }
        }
    }
}
