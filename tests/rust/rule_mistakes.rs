//! Mistakes in rule books: where they are, and what would be right.

use upheld::RuleBook;

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
        ("book own 1\ncue a: fault\n  in: analysis\n  - <bdoy> failed\n", (4, 5), "unknown family `<bdoy>`"),
        (
            "book own 1\ncue a: fault\n  in: analysis\n  - ... [so]\n",
            (4, 5),
            "a phrase needs a word that must be there",
        ),
        ("book own 1\ncue a: fault\n  in: analysis\n  - a ...40 b\n", (4, 7), "a gap may hold at most 12 words"),
        (
            "book own 1\noutcome a.b: \"A\"\nrule c: a.b\n  when: falt\n",
            (4, 9),
            "unknown signal `falt`; did you mean `fault`?",
        ),
        (
            "book own 1\nboundary x:\n  - but\nboundary x:\n  - yet\n",
            (4, 10),
            "`boundary x` is named twice; line 2 has it",
        ),
        (
            "book own 1\nwords <a>:\n    <b> c\nwords <b>:\n    <a> d\n",
            (5, 5),
            "`<a>` stands for itself, by way of <a>, <b>",
        ),
        ("book own 1\nsignal a:\n  when: b\nsignal b:\n  when: not a\n", (2, 8), "`a` asks for itself"),
        ("book own 1\nplaces a: b\nplaces b: a\n", (3, 11), "`a` stands for itself"),
        (
            "include standard\ncue fault.was: fault\n  in: analysis\n  - x\n",
            (2, 5),
            "`cue fault.was` is in `standard.rules`",
        ),
        (
            "include standard\nextend cue fault.saw:\n  - x\n",
            (2, 12),
            "there is no `cue fault.saw` to extend; did you mean `fault.was`?",
        ),
        ("book own 1\ndrop flag x\n", (2, 11), "nothing is included that `drop` could change"),
        ("include standart\n", (1, 9), "unknown book `standart`"),
        ("include \"other.rules\"\n", (1, 9), "only a book that is read from a file can include another file"),
        ("book own 1\nrule c: a.b\n  when: fault\n", (2, 9), "unknown outcome `a.b`"),
        ("book own 1\nsignal remedy:\n  when: fault\n", (2, 8), "`remedy` is a signal already"),
        ("book own 1\ncue a: fault\n  in: analysis\n  when: fault\n", (4, 3), "a `cue` has no line `when:`"),
        (
            "book own 1\nflag a: \"x\"\n  when: fault\n  when: remedy\n",
            (4, 3),
            "this statement has such a line already",
        ),
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
fn mistakes_of_every_day() {
    let theme = "theme bus: \"Bus\"\n  in: category\n";
    let line = |line: &str| format!("{theme}  {line}\n");
    let when = |condition: &str| format!("{theme}  - bus\nflag f: \"x\"\n  when: {condition}\n");
    let cases = [
        ("them bus: \"Bus\"\n".to_owned(), (1, 1), "no statement begins with `them`; did you mean `theme`?"),
        ("Flag f: \"x\"\n".to_owned(), (1, 1), "write `flag`, in small letters"),
        ("in: category\n".to_owned(), (1, 1), "this line belongs to the statement above: put white space before it"),
        ("theme bus \"Bus\"\n".to_owned(), (1, 10), "a colon is missing behind `bus`"),
        ("theme School bus: \"Bus\"\n".to_owned(), (1, 7), "a name is one word in small letters: `school_bus`"),
        ("theme bus: “Bus”\n".to_owned(), (1, 12), "a text stands in straight quotes, \", not in curly ones"),
        ("theme bus: \"Bus\n".to_owned(), (1, 16), "the closing quote is missing"),
        ("theme bus: Bus\n".to_owned(), (1, 15), "here the words for a reader stand in quotes: `\"...\"`"),
        (
            "label upheld.remedied: \"x\"\n".to_owned(),
            (1, 7),
            "what it is stands before its name: `label outcome upheld.remedied`",
        ),
        ("label flog x: \"x\"\n".to_owned(), (1, 7), "unknown kind of statement `flog`; did you mean `flag`?"),
        (
            "include \"standard\"\n".to_owned(),
            (1, 9),
            "the standard book is included without quotes: `include standard`",
        ),
        ("book own\n".to_owned(), (1, 1), "a book has a name and a version: `book own 1`"),
        (format!("{theme}theme other: \"Other\"\n"), (3, 7), "this statement needs a line `in:`"),
        (line("• bus"), (3, 3), "a phrase stands behind a hyphen and a space: `- at fault`"),
        (line("-bus"), (3, 3), "a space is missing behind the dash"),
        (line("- bus, free"), (3, 8), "leave out the comma: commas do not count in a phrase"),
        (line("- bus £5"), (3, 9), "`<sum>` stands for a sum of money"),
        (line("- bus|car"), (3, 8), "alternatives stand in brackets: `(a|b)`"),
        (line("- “bus”"), (3, 5), "leave out the quotes: a phrase is made of words"),
        (line("- bus … late"), (3, 9), "write a gap as three full stops: `...`"),
        (line("- (bus ... late|car)"), (3, 10), "`.` has no meaning among words"),
        (line("- café"), (3, 8), "words of a phrase are made of the letters a to z"),
        (line("- /[a/"), (3, 6), "this is no regular expression: unclosed character class"),
        (line("- /a*/"), (3, 6), "this regular expression matches no words at all"),
        (line("in summary"), (3, 5), "a colon is missing: `in:`"),
        (line("yess: It was late."), (3, 3), "there is no line `yess:`; did you mean `yes:`?"),
        (line("flag x: \"x\""), (3, 3), "a statement begins at the margin: take away the white space before `flag`"),
        (line("that was late"), (3, 3), "a phrase stands on one line, behind a hyphen and a space: `- at fault`"),
        (when("theme bus, remedy"), (5, 18), "write `and` or `or` between signals"),
        (when("theme bus AND remedy"), (5, 19), "write `and`, in small letters"),
        (when("payment > £500"), (5, 17), "write `over` before a sum: `payment over £500`"),
        (
            when("payment above £500"),
            (5, 9),
            "unknown signal `payment above £500`; write `payment over SUM` for one payment",
        ),
        (when("bus"), (5, 9), "unknown signal `bus`; did you mean `theme bus`?"),
    ];
    for (text, place, message) in cases {
        let error = RuleBook::standard().extend("own.rules", &text).err().unwrap_or_else(|| panic!("{text}"));
        assert_eq!((error.line(), error.column()), place, "{error}");
        assert!(error.message().starts_with(message), "{error}");
    }
    for (text, place, message) in [
        (
            "extend cue fault.was:\n  - so bad\n\noverride cue fault.was: fault\n  in: analysis\n  - bad\n",
            (4, 14),
            "line 1 changes `cue fault.was` already",
        ),
        (
            "label flag no_finding: \"x\"\nlabel flag no_finding: \"y\"\n",
            (2, 12),
            "`flag no_finding` is labelled twice; line 1 does it",
        ),
        ("label flag no_finding: \" \"\n", (1, 12), "the words for a reader are missing between the quotes"),
        ("words <number>:\n    x\n", (1, 8), "`number` is a name of the program"),
        ("places analysis: facts\n", (1, 8), "`analysis` is a name of the program"),
        ("boundary comma:\n  - x\n", (1, 10), "`comma` is a name of the program"),
        ("context x: negation forward 0\n  - x\n", (1, 29), "a context reaches over 1 to 1000 words"),
        ("cue x: fault\n  in: analysis\n  - bad $ very\n", (3, 9), "`$` stands at the end of a phrase"),
        ("cue x: fault\n  in: analysis\n  - was (also|-) bad\n", (3, 15), "`-` is no word"),
        (
            "flag x: \"x\"\n  when: not\tnot\tnot not  (not fault)\n\tbecause: \"y\"\n",
            (3, 2),
            "a `flag` has no line `because:`",
        ),
    ] {
        let error = RuleBook::standard().extend("own.rules", text).err().unwrap_or_else(|| panic!("{text}"));
        assert_eq!((error.line(), error.column()), place, "{error}");
        assert!(error.message().starts_with(message), "{error}");
    }
    // A statement that cannot be read is one mistake, not one more for each that names it.
    let error = RuleBook::standard()
        .extend("own.rules", "theme Bus: \"x\"\nflag f: \"x\"\n  when: theme Bus\n")
        .expect_err("one mistake");
    assert_eq!(error.problems().len(), 2, "{error}");
    let text = "signal s\n  when: fault\nflag f: \"x\"\n  when: s and remedy\n";
    assert_eq!(RuleBook::standard().extend("own.rules", text).expect_err("one mistake").problems().len(), 1);
}

#[test]
fn all_mistakes_are_told_at_once() {
    let text = "book own 1\ncue a: fualt\n  in: analysis\n  - wrong\n\nflag b: \"x\"\n  when: (fault\n\nflag c: \"y\"\n  when: remdy\n";
    let error = RuleBook::parse("own.rules", text).expect_err("three mistakes");
    let places: Vec<_> = error.problems().iter().map(|problem| (problem.line(), problem.column())).collect();
    assert_eq!(places, [(2, 8), (7, 15), (10, 9)], "{error}");
}

#[test]
fn what_is_probably_not_meant_is_a_warning() {
    let cases = [
        ("words <x>:\n    y\n", (1, 8), "no phrase uses `<x>`"),
        ("places x: analysis\n", (1, 8), "no line `in:` names the places `x`"),
        ("boundary x:\n  - y\n", (1, 10), "no line `until:` names the boundary `x`"),
        ("signal x:\n  when: fault\n", (1, 8), "no condition asks for the signal `x`"),
        ("outcome x: \"X\"\n", (1, 9), "no rule gives the outcome `x`"),
        ("cue x: fault\n  in: analysis\n", (1, 5), "`cue x` has no phrases, so that it never matches"),
        ("flag x: \"X\"\n  when: published upheld and published not_upheld\n", (1, 6), "this flag is never raised"),
        ("flag x: \"X\"\n  when: operative fault and not fault\n", (1, 6), "this flag is never raised"),
        ("flag x: \"X\"\n  when: payment over £500 and not payments over £400\n", (1, 6), "this flag is never raised"),
        ("flag x: \"X\"\n  when: left_out\n", (1, 6), "this flag is never raised"),
        ("flag x: \"X\"\n  when: fault or not fault\n", (1, 6), "this condition holds for every decision"),
        (
            "rule a: upheld.remedied\n  when: upheld\nrule b: upheld.remedied\n  when: upheld and remedied\n",
            (3, 6),
            "this rule never applies: `a`, line 1 of `own.rules`, is asked before it and holds whenever it does",
        ),
        (
            "rule a: upheld.remedied\n  when: fault\nrule b: upheld.remedied\n  when: not fault\n\
             rule c: upheld.remedied\n  when: remedied\n",
            (5, 6),
            "this rule never applies: of the rules before it one always holds where it does",
        ),
        (
            "cue x: fault\n  in: analysis\n  - [so] wrong\n  - so wrong\n",
            (4, 5),
            "the phrase on line 3 swallows this one",
        ),
        (
            "cue x: fault\n  in: analysis\n  - quite wrong\n  yes: This was right.\n",
            (4, 3),
            "`cue x` does not match this",
        ),
    ];
    for (text, place, message) in cases {
        let book = RuleBook::standard().extend("own.rules", text).expect(text);
        let problems: Vec<_> = book.warnings().into_iter().chain(book.failing_examples()).collect();
        let [problem] = problems.as_slice() else { panic!("{text}: {problems:?}") };
        assert_eq!((problem.line(), problem.column()), place, "{problem}");
        assert!(problem.message().starts_with(message), "{problem}");
    }
    let fine = "cue x: fault\n  in: analysis\n  - (quite|very) wrong\n  - wrong ...3 sad\n  - ^ wrong\n\n\
                rule a: upheld.remedied\n  when: fault and remedied\nrule b: upheld.remedied\n  when: fault\n";
    let book = RuleBook::standard().extend("own.rules", fine).expect("the book is right");
    assert_eq!(book.warnings(), []);
}
