//! What holds for every text.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use upheld::{Decision, Document, RuleBook, Source, Span};
use upheld_tests::invariants::{check_snapshot, check_spans, check_tree};
use upheld_tests::layouts::Rendering;

/// Lines that decisions are made of, and lines that go wrong.
const LINES: [&str; 30] = [
    "Ashvale Council (21 000 001)",
    "Category : Housing > Other",
    "Decision : Upheld",
    "Decision date : 10 Feb 2022",
    "Decision :",
    "The Ombudsman's final decision:",
    "Summary: We found fault by the Council.",
    "The complaint",
    "What I found",
    "What happened",
    "Analysis",
    "(ii)The Council’s delay",
    "The letters",
    "Agreed action",
    "Final decision",
    "Parts of the complaint that I did not investigate",
    "Investigator's decision on behalf of the Ombudsman",
    "Back to top",
    "",
    "  1. Mr X says the Council was at fault:",
    "  2. This was fault. It caused Mr X avoidable distress (see paragraphs 1 and 2).",
    "      1. pay Mr X £1,300.50 within 20 working days of this decision; and",
    "  • apologise to Mrs D’s son",
    "- We will not investigate because the complaint is late.",
    " - a part of it",
    "    Mr B’s injustice.",
    "10. (((( [Local Government Act 1974, section 26(1)",
    "\u{a0}\u{2028}\u{85}\0 £££ “‘’”",
    "12/B/1:: ;;; ... ?!",
    "𝕏 ﬁnds no fault – or does it…",
];

fn pages() -> impl Strategy<Value = String> {
    let line =
        prop_oneof![8 => select(LINES.to_vec()).prop_map(str::to_owned), 1 => "[ -~£’\\t]{0,40}", 1 => "\\PC{0,12}"];
    let end = select(vec!["\n", "\n", "\n", "\n\n", "\r\n", " \n"]);
    vec((line, end), 0..40).prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// What was found, without the offsets and the shape of white space and quotation marks.
fn gist(decision: &Decision) -> Vec<String> {
    let plain = |span: Span| {
        let words = decision.document.slice(span).replace(['’', '‘'], "'").replace(['“', '”'], "\"");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let findings = decision
        .findings
        .iter()
        .map(|finding| format!("{} {} {}", finding.at, finding.kind.name(), plain(finding.span)));
    let remedies = decision.remedies.iter().map(|remedy| {
        format!(
            "{} {} {:?} {:?} {:?}",
            remedy.at,
            remedy.kind.name(),
            remedy.amount,
            remedy.deadline.map(|deadline| deadline.due),
            remedy.to.map(plain)
        )
    });
    let grounds = decision.grounds.iter().map(|ground| format!("{} {}", ground.at, ground.code));
    let issues = decision.issues.iter().map(|issue| format!("{} {:?}", plain(issue.span), issue.outcome));
    findings.chain(remedies).chain(grounds).chain(issues).chain([format!("{:?}", decision.triage.outcome)]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read_without_loss(text in pages()) {
        let decision = Decision::parse(&text);
        check_tree(&decision.document);
        check_spans(&decision);
        check_snapshot(&decision);
    }

    #[test]
    fn any_text_is_read_without_loss(text in "(?s).{0,300}") {
        let decision = Decision::parse(&text);
        check_tree(&decision.document);
        check_spans(&decision);
        check_snapshot(&decision);
    }

    #[test]
    fn line_ends_change_nothing(text in pages()) {
        let text = text.replace("\r\n", "\n");
        prop_assert_eq!(gist(&Decision::parse(&text)), gist(&Decision::parse(&text.replace('\n', "\r\n"))));
    }

    #[test]
    fn any_lines_of_a_decision_are_a_page(index in 0..100_usize, first in 0..80_usize, count in 0..80_usize) {
        let decisions = upheld_tests::decisions();
        let (_, text) = &decisions[index % decisions.len()];
        let slice: String = text.split_inclusive('\n').skip(first).take(count).collect();
        let decision = Decision::parse(&slice);
        check_tree(&decision.document);
        check_spans(&decision);
        check_snapshot(&decision);
    }
}

/// A way to write the same text: what is done, and the text so written.
type Rewriting = (&'static str, fn(&str) -> String);

/// Such ways.
const REWRITINGS: [Rewriting; 7] = [
    ("CRLF for LF", |text| text.replace('\n', "\r\n")),
    ("CR for LF", |text| text.replace('\n', "\r")),
    ("NEL for LF", |text| text.replace('\n', "\u{85}")),
    ("line separators for LF", |text| text.replace('\n', "\u{2028}")),
    ("straight for curly quotes", |text| text.replace(['’', '‘'], "'").replace(['“', '”'], "\"")),
    ("no-break spaces", |text| text.replace(" Council", "\u{a0}Council").replace("Mr ", "Mr\u{a0}")),
    ("a byte order mark", |text| format!("\u{feff}{text}")),
];

#[test]
fn every_layout_in_other_writing() {
    for (name, text) in upheld_tests::decisions().into_iter().step_by(11) {
        let document = Document::parse(&text.replace("\r\n", "\n"));
        for rendering in Rendering::ALL {
            let page = rendering.render(&document);
            let read = |text: &str| {
                let source = Source::decode(text.as_bytes()).expect("a decision is a text");
                gist(&Decision::read(source, RuleBook::standard()))
            };
            let plain = read(&page);
            for (what, rewrite) in REWRITINGS {
                assert_eq!(read(&rewrite(&page)), plain, "{name} as {rendering:?}: {what}");
            }
            assert_eq!(read(&page), plain, "{name} as {rendering:?}: read again");
        }
    }
}

#[test]
fn the_decisions_of_this_project() {
    for (name, text) in upheld_tests::decisions() {
        let decision = Decision::parse(&text);
        check_tree(&decision.document);
        check_spans(&decision);
        check_snapshot(&decision);
        let plain = gist(&decision);
        let same = |changed: String, what: &str| assert_eq!(gist(&Decision::parse(&changed)), plain, "{name}: {what}");
        same(text.replace("\r\n", "\n").replace('\n', "\r\n"), "CRLF for LF");
        same(text.replace(['’', '‘'], "'").replace(['“', '”'], "\""), "straight for curly quotes");
        same(text.replace(" Council", "\u{a0}Council").replace("Mr ", "Mr\u{a0}"), "no-break spaces");
        same(format!("\u{feff}{text}"), "a byte order mark");
        let outcome = decision.document.header.outcome_text.map_or("", |span| decision.document.slice(span));
        for other in ["Upheld", "Not upheld", "Closed after initial enquiries"] {
            let changed = text.replacen(&format!("Decision : {outcome}"), &format!("Decision : {other}"), 1);
            let changed = Decision::parse(&changed).triage.derived_outcome;
            assert_eq!(changed, decision.triage.derived_outcome, "{name}: the prose does not know the header");
        }
        let mut longer = Decision::parse(&format!("{}\n\nThank you for reading.\n", text.trim_end()));
        longer.findings.truncate(decision.findings.len());
        assert_eq!(longer.findings, decision.findings, "{name}: a line after the end changes no finding");
    }
}
