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

/// A text as people have it, and what is read of it: layout, header, paragraphs with their items, findings.
struct Sample {
    text: &'static str,
    layout: Layout,
    reference: Option<&'static str>,
    date: Option<&'static str>,
    /// The items of each paragraph.
    items: &'static [usize],
    /// Paragraph and kind.
    findings: &'static [&'static str],
}

const SAMPLES: [Sample; 14] = [
    Sample {
        text: "Ashvale Council (21 000 001)\nStatement Upheld School transport 09-Aug-2022\nSummary: We found fault by the Council.\n",
        layout: Layout::Card,
        reference: Some("21 000 001"),
        date: Some("2022-08-09"),
        items: &[0],
        findings: &["summary fault"],
    },
    Sample {
        text: "Ashvale Council (21-000-001)\nSummary: There was no fault in the Councilâ€™s decision.\n",
        layout: Layout::SummaryOnly,
        reference: Some("21 000 001"),
        date: None,
        items: &[0],
        findings: &["summary no_fault"],
    },
    Sample {
        text: "Reference 21-000-001 Sector Councils Category Housing Decided 9 August 2022\n\nThe complaint\n\nIt was late.\n\n\
               Final decision\n\nThere was no fault.\n\n(Local Government Act 1974, section 26)\n",
        layout: Layout::Mirror,
        reference: Some("21 000 001"),
        date: Some("2022-08-09"),
        items: &[0, 0],
        findings: &["2 no_fault"],
    },
    // A letter: labels and values, a date of its own, numbers on lines of their own.
    Sample {
        text: "Our ref: 21 000 001\nTuesday 9 August 2022\nComplaint against:\nAshvale Council\n\nThe Ombudsman’s final decision\n\n\
               The complaint\n\n1.\n\nIt was late.\n\nFinal decision\n\n2.\n\nThere was no fault (see paragraph 1).\n",
        layout: Layout::Report,
        reference: Some("21 000 001"),
        date: Some("2022-08-09"),
        items: &[0, 0],
        findings: &["2 no_fault"],
    },
    Sample {
        text: "Date: 9 August 2022\nReference: 21 000 001\n\nThe complaint\n\n1\tIt was late.\n\nFinal decision\n\n2\tThere was no fault.\n",
        layout: Layout::Report,
        reference: Some("21 000 001"),
        date: Some("2022-08-09"),
        items: &[0, 0],
        findings: &["2 no_fault"],
    },
    // The e-mail that a decision came with is not of it.
    Sample {
        text: "Hello Ann,\n\nThe Council was at fault.\n\nAshvale Council (21 000 001)\n\nFinal decision\n\n  1. There was no fault.\n",
        layout: Layout::Statement,
        reference: Some("21 000 001"),
        date: None,
        items: &[0],
        findings: &["1 no_fault"],
    },
    Sample {
        text: "Ann wrote:\n\n> Ashvale Council (21 000 001)\n>\n> Final decision\n>\n>   1. There was no fault.\n",
        layout: Layout::Statement,
        reference: Some("21 000 001"),
        date: None,
        items: &[0],
        findings: &["1 no_fault"],
    },
    Sample {
        text: "# Ashvale Council (21 000 001)\n\n**Decision date:** 2022-08-09\n\n## Final decision\n\n1. There was **no fault**.\n",
        layout: Layout::Statement,
        reference: Some("21 000 001"),
        date: Some("2022-08-09"),
        items: &[0],
        findings: &["1 no_fault"],
    },
    // Items behind letters with a full stop or a capital.
    Sample {
        text: "The complaint\n\n  1. He says it:\na. was late; and\nb. was rude.\n  2. He wants:\n(a) An apology.\n(b) A payment.\n",
        layout: Layout::Statement,
        reference: None,
        date: None,
        items: &[2, 2],
        findings: &[],
    },
    // Behind a list, and below a heading of the first level, a bracketed number begins a part of the complaint.
    Sample {
        text: "Analysis\n\n(i)The letters\n\n  1. There were:\n    • two; and\n    • three.\n\n(ii)The delay\n\n  1. This was fault.\n",
        layout: Layout::Statement,
        reference: None,
        date: None,
        items: &[2, 0],
        findings: &["2 fault"],
    },
    // The first item of a dashed list may stand at the margin.
    Sample {
        text: "The complaint\n- He says it:\n \n- was late;\n - was rude.\n- He is upset.\n",
        layout: Layout::Dashed,
        reference: None,
        date: None,
        items: &[2, 0],
        findings: &[],
    },
    Sample {
        text: "The complaint\n- He says it:\n - was late\n - was rude\n- He is upset.\n",
        layout: Layout::Dashed,
        reference: None,
        date: None,
        items: &[2, 0],
        findings: &[],
    },
    // Page heads and feet of every shape, within and between paragraphs.
    Sample {
        text: "21 000 001\nFinal decision\n1. The Council sent an officer to the house of the complainant who took no\nnote of the\n\
               21 000 001 - 2\n\u{c}www.lgo.org.uk\nOFFICIAL\nvisit when it\nwent there at last. This was fault.\nPage | 2\n\
               2. The rest is well.\n- 3 -\n",
        layout: Layout::Wrapped,
        reference: Some("21 000 001"),
        date: None,
        items: &[0, 0],
        findings: &["1 fault"],
    },
    Sample { text: " \n", layout: Layout::Other, reference: None, date: None, items: &[], findings: &[] },
];

#[test]
fn as_people_have_them() {
    for Sample { text, layout, reference, date, items, findings } in SAMPLES {
        let decision = read(text);
        let document = &decision.document;
        assert_eq!(document.layout, layout, "{text}");
        assert_eq!(document.reference().as_deref(), reference, "{text}");
        assert_eq!(document.header.date.map(|date| date.to_string()).as_deref(), date, "{text}");
        assert_eq!(document.paragraphs().map(|(_, it)| it.items.len()).collect::<Vec<_>>(), items, "{text}");
        let found: Vec<String> = decision.findings.iter().map(|it| format!("{} {}", it.at, it.kind.name())).collect();
        assert_eq!(found, findings, "{text}");
    }
}

#[test]
fn an_item_is_quoted_without_its_letter() {
    let decision = read("The complaint\n\n  1. He wants:\n(a) An apology.\nb. a payment.\n");
    let items = &decision.document.sections[0].paragraphs[0].items;
    let quoted: Vec<_> = items.iter().map(|item| decision.document.slice(item.span)).collect();
    assert_eq!(quoted, ["An apology.", "a payment."]);
}
