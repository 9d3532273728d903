//! The same decision says the same in every layout, but for what a layout has lost.

use std::collections::BTreeSet;

use upheld::{At, Decision, DiagnosticKind, Layout, RuleBook, Source, Span};
use upheld_tests::layouts::Rendering;

/// How much of a decision two layouts have in common.
#[derive(Clone, Copy)]
enum Grain {
    /// The paragraphs' numbers and the words of every sentence.
    Exact,
    /// The words of every sentence.
    Words,
    /// What is found, without its words.
    Kinds,
}

impl Grain {
    fn of(rendering: Rendering) -> Self {
        match rendering {
            _ if !rendering.has_items() => Self::Kinds,
            _ if !rendering.has_numbers() => Self::Words,
            _ => Self::Exact,
        }
    }
}

fn read(text: &str) -> Decision {
    Decision::read(Source::decode(text.as_bytes()).expect("a decision is a text"), RuleBook::standard())
}

/// What a decision says, line by line.
fn gist(decision: &Decision, grain: Grain) -> BTreeSet<String> {
    let document = &decision.document;
    let at = |at: At| match (grain, at) {
        (Grain::Exact, at) => at.to_string(),
        (_, At::Summary) => "summary".to_owned(),
        _ => "body".to_owned(),
    };
    let words = |span: Span| match grain {
        Grain::Kinds => String::new(),
        _ => document.slice(span).split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let findings = decision.findings.iter().map(|it| format!("{} {} {}", at(it.at), it.kind.name(), words(it.span)));
    let remedies = decision.remedies.iter().map(|it| {
        let due = it.deadline.and_then(|deadline| deadline.due);
        format!("remedy {} {:?} {:?} {:?}", it.kind.name(), it.amount, it.to.map(words), due)
    });
    let grounds = decision.grounds.iter().map(|it| format!("ground {}", it.code));
    let issues = decision.issues.iter().map(|it| format!("issue {} {:?}", words(it.span), it.outcome));
    let triage = &decision.triage;
    let outcome = format!("outcome {:?} derived {:?}", triage.outcome, triage.derived_outcome);
    findings.chain(remedies).chain(grounds).chain(issues).chain([outcome]).collect()
}

/// What a layout has lost of a decision, so that it cannot say the same.
const LOST: [(&str, Rendering, &str); 2] = [
    (
        "20-013-559.txt",
        Rendering::Flattened,
        "items that are sentences, below words without an end: they look like headings",
    ),
    ("20-013-559.txt", Rendering::Mirror, "items that are sentences: they look like the words of a paragraph"),
];

/// What the decisions of a layout say otherwise than in the layout of the web page.
fn differences(rendering: Rendering) -> Vec<String> {
    let grain = Grain::of(rendering);
    let mut told = Vec::new();
    for (name, text) in upheld_tests::decisions() {
        let original = Decision::parse(&text);
        let lost = LOST.iter().any(|(lost, layout, _)| *lost == name && *layout == rendering);
        if original.document.layout != Layout::Statement || lost {
            continue;
        }
        let expected = if rendering == Rendering::Statement {
            gist(&original, grain)
        } else {
            gist(&read(&Rendering::Statement.render_with(&original.document, rendering.kept())), grain)
        };
        let seen = read(&rendering.render(&original.document));
        assert_eq!(seen.document.layout, layout_of(rendering), "{name} as {rendering:?}");
        let numbers = seen.document.paragraphs().any(|(_, paragraph)| paragraph.number.is_some());
        assert_eq!(numbers, rendering.has_numbers(), "{name} as {rendering:?}");
        let told_lost = seen.document.diagnostics.iter().any(|it| it.kind == DiagnosticKind::NoNumbers);
        assert_eq!(told_lost, !rendering.has_numbers(), "{name} as {rendering:?}");
        let seen = gist(&seen, grain);
        told.extend(expected.difference(&seen).map(|line| format!("{name}: - {line}")));
        told.extend(seen.difference(&expected).map(|line| format!("{name}: + {line}")));
    }
    told
}

fn layout_of(rendering: Rendering) -> Layout {
    match rendering {
        Rendering::Statement | Rendering::CookiesFirst | Rendering::Html => Layout::Statement,
        Rendering::Dashed => Layout::Dashed,
        Rendering::Contents => Layout::Contents,
        Rendering::Flattened => Layout::Flattened,
        Rendering::Mirror => Layout::Mirror,
        Rendering::Report => Layout::Report,
        Rendering::Pdf | Rendering::Quoted => Layout::Wrapped,
    }
}

#[test]
fn every_layout_says_the_same() {
    let told: Vec<String> = Rendering::ALL
        .into_iter()
        .flat_map(|rendering| differences(rendering).into_iter().map(move |line| format!("{rendering:?} {line}")))
        .collect();
    assert!(told.is_empty(), "{} lines differ:\n{}", told.len(), told.join("\n"));
}
