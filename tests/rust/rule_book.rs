//! The standard rule book says of itself what it matches and what it does not; errors in a book say where they are.

use upheld::{Decision, RuleBook};

/// A page on which a sentence stands where the statement holds.
fn page(statement: &str, sentence: &str) -> String {
    let heading = match statement.split(' ').next() {
        Some("remedy") => "Agreed action",
        _ if statement.starts_with("cue fault.failed") => "Final decision",
        _ => "What I found\n\nAnalysis",
    };
    let outcome = if statement.starts_with("ground") { "Closed after initial enquiries" } else { "Upheld" };
    format!(
        "A Council (21 000 001)\n\nDecision : {outcome}\n\nThe complaint\n\n  1. Mr X complains.\n\n{heading}\n\n  1. {sentence}\n"
    )
}

#[test]
fn examples_of_the_standard_book() {
    let book = RuleBook::standard();
    assert!(book.examples().len() > 25, "the book has examples");
    for example in book.examples() {
        let decision = Decision::parse(&page(&example.statement, &example.sentence));
        let rules = decision.findings.iter().map(|finding| finding.rule.clone());
        let rules = rules.chain(decision.remedies.iter().map(|remedy| remedy.rule.clone()));
        let mut rules = rules.chain(decision.grounds.iter().map(|ground| format!("ground {}", ground.code)));
        let matched =
            rules.any(|rule| rule == example.statement || rule.starts_with(&format!("{},", example.statement)));
        assert_eq!(matched, example.matches, "line {}: {}: {}", example.line, example.statement, example.sentence);
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    let cases = [
        (
            "book own 1\ncue a: fualt\n  in: analysis\n  - wrong\n",
            (2, 8),
            "unknown kind of finding `fualt`; did you mean `fault`?",
        ),
        (
            "book own 1\ncue a: fault\n  - wrong\n",
            (2, 5),
            "this statement needs a line `in:` with the sections where it holds",
        ),
        (
            "book own 1\ncue a: fault\n  in: analisys\n  - wrong\n",
            (3, 7),
            "unknown section `analisys`; did you mean `analysis`?",
        ),
        (
            "book own 1\ncue a: fault\n  in: analysis\n  - <bdoy> failed\n",
            (4, 5),
            "unknown family `<bdoy>`; a family is named before it is used",
        ),
        (
            "book own 1\ncue a: fault\n  in: analysis\n  - ... [so]\n",
            (4, 5),
            "a phrase needs a word that must be there",
        ),
        ("book own 1\ncue a: fault\n  in: analysis\n  - a ...40 b\n", (4, 7), "a gap may hold at most 12 words"),
        (
            "book own 1\noutcome a.b: \"A\"\n  when: falt\n",
            (2, 9),
            "this rule asks for the unknown signal `falt`; did you mean `fault`?",
        ),
        ("book own 1\nboundary x:\n  - but\nboundary x:\n  - yet\n", (4, 10), "`x` is named twice"),
        ("book own 1\ncue a: fault\n  in: analysis\n  - (wrong\n", (4, 11), "expected `)`"),
    ];
    for (text, place, message) in cases {
        let error = RuleBook::parse("own.rules", text).expect_err(text);
        assert_eq!((error.line(), error.column()), place, "{error}");
        assert!(error.message().starts_with(message), "{error}");
        assert!(error.to_string().ends_with('^'), "{error}");
    }
}

#[test]
fn a_book_of_ones_own() {
    let text = "book own 2.1\n\nwords <body>:\n    the council | it\n\ncue late_reply: fault\n  in: analysis, final_decision\n  - <body> replied late\n\n\
        outcome late: \"Replied late\"\n  when: fault\n  because: \"it took too long\"\n";
    let book = RuleBook::parse("own.rules", text).expect("the book is right");
    assert_eq!((book.name(), book.version()), ("own", "2.1"));
    let decision = Decision::parse_with("Final decision\n\n  1. The Council replied late.\n", &book);
    assert_eq!(decision.triage.outcome.as_deref(), Some("late"));
    assert_eq!(decision.triage.label, "Replied late");
    assert_eq!(decision.triage.rule().map(|step| step.evidence.len()), Some(1));
}

#[test]
fn a_book_from_a_stranger_does_no_harm() {
    let deep = format!("book b 1\nflag f: \"x\"\n  when: {}fault{}\n", "(".repeat(5_000), ")".repeat(5_000));
    let nots = format!("book b 1\nflag f: \"x\"\n  when: {}fault\n", "not ".repeat(10_000));
    let long = format!("book b 1\ncue c: fault\n  in: analysis\n  -{}\n", " a".repeat(100_000));
    let family = format!("words <a>:\n    {}\n", vec!["b"; 2_000].join(" | "));
    let wide = format!("book b 1\n{family}cue c: fault\n  in: analysis\n{}", "  - <a> c\n".repeat(1_000));
    let named = format!("book b 1\n{}: fault\n", "n".repeat(40_000));
    for text in [deep, nots, long, wide, named] {
        assert!(RuleBook::parse("b", &text).is_err(), "{}", &text[..60]);
    }
    let optional = format!("book b 1\ncue c: fault\n  in: analysis\n  - b{} z\n", " [a]".repeat(26));
    let book = RuleBook::parse("b", &optional).expect("the book is right");
    let words = "b a a a a a a a a a a a a a a a a ".repeat(50);
    let page = format!("What I found\n\nAnalysis\n\n  1. z {words}\n");
    assert!(Decision::parse_with(&page, &book).findings.is_empty());
}
