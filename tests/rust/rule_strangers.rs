//! Rule books from strangers: they cannot hang the program, blow it up, or be read in part without a word.

use upheld::{Decision, DiagnosticKind, RuleBook};

#[test]
fn a_book_from_a_stranger_does_no_harm() {
    let deep = format!("book b 1\nflag f: \"x\"\n  when: {}fault{}\n", "(".repeat(5_000), ")".repeat(5_000));
    let nots = format!("book b 1\nflag f: \"x\"\n  when: {}fault\n", "not ".repeat(10_000));
    let long = format!("book b 1\ncue c: fault\n  in: analysis\n  -{}\n", " a".repeat(100_000));
    let words: Vec<String> = (0..2_000).map(|number| format!("b{number}")).collect();
    let family = format!("words <a>:\n    {}\n", words.join(" | "));
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

    let tabs = format!("book b 1\nflag f: \"x\"\n  when: {}fault\n", "not\t".repeat(10_000));
    assert!(RuleBook::parse("b", &tabs).is_err());
    // Places, families and signals that name others twice, forty deep.
    let mut doubled = String::from("book b 1\nplaces p0: analysis\n");
    for number in 1..40 {
        doubled += &format!("places p{number}: p{0}, p{0}\n", number - 1);
    }
    doubled += "cue c: fault\n  in: p39\n  - wrong\n";
    assert!(RuleBook::parse("b", &doubled).is_ok());
    // Thousands of phrases on a word that is everywhere: what cannot be read in time is told.
    let mut many = String::from("book b 1\ncue c: fault\n  in: analysis\n");
    for number in 0..20_000 {
        many += &format!("  - the ... a{number} ... b{number}\n");
    }
    assert!(RuleBook::parse("b", &many).is_ok());
    let mut common = String::from("book b 1\ncue c: fault\n  in: analysis\n");
    for number in 0..20_000 {
        common += &format!("  - * the ..{} a [x{number}] of\n", number % 12);
    }
    let book = RuleBook::parse("b", &common).expect("the book is right");
    let page = format!("What I found\n\nAnalysis\n\n  1. {}\n", "the a the a ".repeat(2_000));
    let decision = Decision::parse_with(&page, &book);
    assert!(decision.document.diagnostics.iter().any(|it| it.kind == DiagnosticKind::RulesStopped));
}

#[test]
fn signals_that_ask_for_one_another_twice_take_no_time_that_doubles() {
    let mut text = String::from("signal s0:\n  when: fault\n");
    for number in 1..40 {
        text += &format!("signal s{number}:\n  when: (s{0} or no_fault) and (s{0} or remedied)\n", number - 1);
    }
    text += "flag f: \"x\"\n  when: s39\n";
    let book = RuleBook::standard().extend("own.rules", &text).expect("the book is right");
    let decision = Decision::parse_with("Final decision\n\n  1. This was fault.\n", &book);
    assert_eq!(decision.triage.flags.len(), 1);
    assert_eq!(book.warnings(), []);
    assert!(decision.explain(&book).flags.iter().any(|flag| flag.holds));
}

#[test]
fn depth_that_is_allowed_needs_no_deep_stack() {
    let nested = |brackets: usize, signals: usize| {
        let mut text = String::from("signal s0:\n  when: fault\n");
        for number in 1..signals {
            let (open, close) = ("(".repeat(brackets), " or remedy)".repeat(brackets));
            text += &format!("signal s{number}:\n  when: {open}s{}{close}\n", number - 1);
        }
        text + &format!("flag f: \"x\"\n  when: s{}\n", signals - 1)
    };
    let error = RuleBook::standard().extend("own.rules", &nested(40, 50)).expect_err("two thousand brackets");
    assert!(error.message().contains("asks too deep"), "{error}");
    let text = nested(3, 49);
    let book = RuleBook::standard().extend("own.rules", &text).expect("the book is right");
    let decision = Decision::parse_with("Final decision\n\n  1. This was fault.\n", &book);
    assert_eq!(decision.triage.flags.len(), 1);
    assert!(decision.explain(&book).in_words(&decision, &book).contains("s48"));
    let _ = book.warnings();
}

#[test]
fn rules_that_ask_for_too_much_are_refused() {
    let sums =
        |from: usize| (from..from + 100).map(|sum| format!("payment over {sum}")).collect::<Vec<_>>().join(" or ");
    let signals = |number: usize| {
        (0..number).map(|it| format!("signal s{it}:\n  when: {}\n", sums(100 * it + 1))).collect::<String>()
    };
    let all = |number: usize| (0..number).map(|it| format!("s{it}")).collect::<Vec<_>>().join(" or ");
    let book = |number: usize| format!("{}flag f: \"x\"\n  when: {}\n", signals(number), all(number));
    let most = RuleBook::standard().extend("own.rules", &book(90)).expect("nine thousand signals");
    assert!(most.warnings().is_empty());
    let error = RuleBook::standard().extend("own.rules", &book(100)).expect_err("ten thousand signals");
    assert!(error.message().ends_with("ask for more than 10000 signals"), "{error}");
    let shows = format!("rule r: upheld.remedied\n  when: fault\n  shows: {}\n", vec!["fault"; 101].join(", "));
    assert!(RuleBook::standard().extend("own.rules", &shows).is_err());
}
