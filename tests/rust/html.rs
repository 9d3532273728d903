//! A decision as HTML: a snapshot of one, and a page that grows with the text and no faster.

use upheld::{Decision, RuleBook};
use upheld_tests::hostile::FAMILIES;

/// A small decision with a part of everything: marks, what is set aside, a list, a sum, a flag.
const DECISION: &str = "\
Ashvale Council (21 000 001)

Category : Environment > Street lighting

Decision : Not upheld

Decision date : 24 Feb 2022

Summary: Ms K complains of a lamp. The Council was at fault & has agreed to pay.

The complaint

  1. Ms K says the Council was at fault. She says it:
  a) left the lamp out; and
  b) did not answer \"her\" letters.

What I found

Analysis

The lamp

  1. Nobody wrote her report down, which was fault and caused Ms K distress.

The letters

  1. Ms K says this was fault. I do not consider this amounts to fault.

Agreed action

  1. Within one month of my decision the Council will apologise and pay Ms K £150.

Final decision

  1. I uphold the complaint, because there was fault.
";

#[test]
fn a_small_decision() {
    let html = Decision::parse(DECISION).to_html(RuleBook::standard());
    let (before, rest) = html.split_once("<style>").expect("a style");
    let (_, rest) = rest.split_once("</style>").expect("its end");
    // A line for each element that stands on lines of its own, for those who read what changed.
    let blocks =
        ["<header", "<p ", "<p>", "<dl", "<dt", "<dd", "<details", "<summary", "<ul", "<li", "<div", "</article"];
    let text = blocks.iter().fold(rest.to_owned(), |text, block| text.replace(block, &format!("\n{block}")));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("html", format!("{before}{text}")));
}

#[test]
fn twice_the_text_is_twice_the_page() {
    const BYTES: usize = 30_000;
    let length = |text: &str| Decision::parse(text).to_html(RuleBook::standard()).len();
    let empty = length("");
    for (name, family) in FAMILIES {
        let [once, twice] = [BYTES, 2 * BYTES].map(|bytes| length(&family(bytes)) - empty);
        assert!(twice <= once * 23 / 10 + empty, "{name}: {once} bytes for {BYTES}, {twice} for twice as many");
        assert!(once <= BYTES * 60, "{name}: {once} bytes for {BYTES}");
    }
}
