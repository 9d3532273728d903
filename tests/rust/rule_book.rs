//! The standard rule book says of itself what it matches and what it does not; errors in a book say where they are.

use std::fs;

use upheld::{BookError, BookPlace, Decision, DiagnosticKind, Role, RuleBook, RuleProblem};

#[test]
fn the_standard_book_keeps_its_word() {
    let book = RuleBook::standard();
    let told = |problems: Vec<RuleProblem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert_eq!(told(book.failing_examples()), "");
    assert_eq!(told(book.warnings()), "");
}

#[test]
fn every_cue_ground_and_remedy_has_examples() {
    let book = RuleBook::standard();
    let statement = |line: &'static str| {
        line.split(':').next().filter(|_| ["cue ", "ground ", "remedy "].iter().any(|kind| line.starts_with(kind)))
    };
    let statements: Vec<&str> = RuleBook::STANDARD_TEXT.lines().filter_map(statement).collect();
    let has =
        |name: &str, matches: bool| book.examples().iter().any(|it| it.matches == matches && it.statement == name);
    let missing: Vec<&&str> = statements.iter().filter(|name| !(has(name, true) && has(name, false))).collect();
    assert!(missing.is_empty(), "without a `yes:` and a `no:` are {missing:?}");
}

#[test]
fn a_book_of_ones_own() {
    let text = "book own 2.1\n\nwords <body>:\n    the council | it\n\ncue late_reply: fault\n  in: analysis, final_decision\n  - <body> replied late\n\n\
        outcome late: \"Replied late\"\n  because: \"it took too long\"\n\nrule late: late\n  when: fault\n";
    let book = RuleBook::parse("own.rules", text).expect("the book is right");
    assert_eq!((book.name(), book.version()), ("own", "2.1"));
    let decision = Decision::parse_with("Final decision\n\n  1. The Council replied late.\n", &book);
    assert_eq!(decision.triage.outcome.as_deref(), Some("late"));
    assert_eq!(decision.triage.label, "Replied late");
    assert_eq!(decision.triage.rule().map(|step| step.evidence.len()), Some(1));
}

#[test]
fn files_include_files_beside_them() {
    let folder = std::env::temp_dir().join(format!("upheld-books-{}", std::process::id()));
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(&path, text).expect("a file can be written");
        path
    };
    let own = write(
        "own.rules",
        "book own 2\ninclude standard\ninclude \"more/phrases.rules\"\ninclude \"more/words.rules\"\n",
    );
    write("more/phrases.rules", "include \"words.rules\"\ncue sad: fault\n  in: final_decision\n  - <sad>\n");
    write("more/words.rules", "words <sad>:\n    so sad\n");
    let book = RuleBook::from_file(&own).expect("the book is right");
    assert_eq!((book.name(), book.version()), ("own", "2"));
    let decision = Decision::parse_with("Final decision\n\n  1. This was so sad.\n", &book);
    assert_eq!(decision.findings.first().map(|finding| &*finding.rule), Some("cue sad"));
    for (text, message) in [
        ("include \"own.rules\"\n", "`own.rules` includes itself"),
        ("include \"../other.rules\"\n", "must be a file in the folder of the book or below it"),
        ("include \"/etc/passwd\"\n", "must be a file in the folder of the book or below it"),
        ("include \"none.rules\"\n", "cannot be read"),
    ] {
        let path = write("own.rules", text);
        let Err(BookError::Mistakes(error)) = RuleBook::from_file(&path) else { panic!("{text}") };
        assert!(error.message().contains(message), "{error}");
    }
    fs::remove_dir_all(&folder).expect("the folder is ours");
}

#[test]
fn a_book_changes_what_it_includes() {
    let page = "Decision : Upheld\n\nFinal decision\n\n  1. This was fault. It has already remedied this.\n";
    let label = |text: &str| {
        let book = RuleBook::standard().extend("own.rules", text).expect(text);
        Decision::parse_with(page, &book).triage.label
    };
    assert_eq!(label(""), "Upheld: fault, remedied, no further action");
    assert_eq!(label("label outcome upheld.remedied: \"Put right\"\n"), "Put right");
    assert_eq!(label("override outcome upheld.remedied: \"Put right\"\n"), "Put right");
    assert_eq!(label("drop rule whole.remedied\n"), "Upheld: fault and injustice");
    // Rules of one's own are asked first.
    assert_eq!(label("outcome bad: \"Bad\"\nrule bad: bad\n  when: fault\n"), "Bad");
    assert_eq!(label("override signal upheld:\n  when: no_fault\n"), "No outcome");
    let book = RuleBook::standard().extend("own.rules", "extend words <fault>:\n    a howler\n").expect("it is right");
    assert_eq!(Decision::parse_with("Final decision\n\n  1. This was a howler.\n", &book).findings.len(), 1);
    assert_ne!(book.hash(), RuleBook::standard().hash());
}

#[test]
fn places_are_those_of_the_text_that_says_so() {
    let text = "extend cue fault.was:\n  - this was shoddy\n\noverride rule whole.fault: upheld.fault_and_injustice\n  for: whole\n  when: upheld\n";
    let book = RuleBook::standard().extend("own.rules", text).expect("the book is right");
    let decision = Decision::parse_with("Decision : Upheld\n\nFinal decision\n\n  1. This was shoddy.\n", &book);
    let explanation = decision.explain(&book);
    let place = |place: &BookPlace| (place.book.clone(), place.line);
    assert_eq!(
        explanation.findings.first().and_then(|it| it.phrase.as_ref()).map(place),
        Some(("own.rules".to_owned(), 2))
    );
    assert_eq!(explanation.whole.rule().map(|rule| place(&rule.place)), Some(("own.rules".to_owned(), 4)));
    assert_eq!(decision.triage.rule().map(|step| (&*step.book, step.line)), Some(("own.rules", 4)));
    let error = RuleBook::standard()
        .extend("own.rules", "\nextend forum ofsted:\n  for: nosuch\n")
        .expect_err("no such ground");
    assert_eq!((error.book(), error.line(), error.column()), ("own.rules", 3, 8));
    let twice = "extend cue fault.was:\n  - so shoddy\n  - so shoddy\n";
    let warnings = RuleBook::standard().extend("own.rules", twice).expect("the book is right").warnings();
    assert_eq!(warnings.iter().map(|it| (it.line(), it.column())).collect::<Vec<_>>(), [(3, 5)]);
}

#[test]
fn a_number_that_a_phrase_names_is_a_number_still() {
    let text = "cue slow: fault\n  in: final_decision\n  - took <number> weeks\n  - lost all 17 letters\n";
    let book = RuleBook::parse("own.rules", text).expect("the book is right");
    for (sentence, found) in [
        ("It took 17 weeks.", 1),
        ("It took 18 weeks.", 1),
        ("It lost all 17 letters.", 1),
        ("It lost all 18 letters.", 0),
    ] {
        let decision = Decision::parse_with(&format!("Final decision\n\n  1. {sentence}\n"), &book);
        assert_eq!(decision.findings.len(), found, "{sentence}");
    }
}

#[test]
fn words_are_cut_as_those_of_a_text() {
    let text = "cue a: fault\n  in: final_decision\n  - councils' delay\n  - covid19 rules\n  - the home's care\n  - [the] (child's|re-let) room\n";
    let book = RuleBook::parse("own.rules", text).expect("the book is right");
    for sentence in
        ["The councils’ delay.", "The Covid19 rules.", "The home’s care.", "The child’s room.", "The re-let room."]
    {
        let decision = Decision::parse_with(&format!("Final decision\n\n  1. {sentence}\n"), &book);
        assert_eq!(decision.findings.len(), 1, "{sentence}");
    }
}

#[test]
fn headings_of_ones_own_come_first() {
    let text = "heading facts:\n  - the story\n\nheading law:\n  - the injustice\n  - the story\n";
    let book = RuleBook::standard().extend("own.rules", text).expect("the book is right");
    let page = "What I found\n\nThe injustice\n\n  1. It was late.\n\nThe story\n\n  2. It was late.\n\nAnalysis\n\n  3. I find no fault.\n";
    let roles: Vec<Role> =
        Decision::parse_with(page, &book).document.sections.iter().map(|section| section.role).collect();
    assert_eq!(roles, [Role::Found, Role::Law, Role::Facts, Role::Analysis]);
}

#[test]
fn the_hash_tells_texts_apart() {
    let standard = RuleBook::standard();
    let (a, b) = ("flag a: \"a\"\n  when: fault\n", "flag b: \"b\"\n  when: remedy\n");
    let together = standard.extend("own.rules", &format!("{a}{b}")).expect("the book is right");
    let apart = standard.extend("a.rules", a).and_then(|book| book.extend("own.rules", b)).expect("the book is right");
    assert_ne!(together.hash(), apart.hash());
}

#[test]
fn what_of_a_theme_is_not_read_in_time_is_told() {
    let phrases: String = (0..20_000).map(|number| format!("  - * the ..{} a [x{number}] of\n", number % 12)).collect();
    let book = RuleBook::parse("b", &format!("theme t: \"T\"\n  in: complaint\n{phrases}")).expect("the book is right");
    let page = format!("The complaint\n\n  1. {}\n", "the a the a ".repeat(2_000));
    let decision = Decision::parse_with(&page, &book);
    assert!(decision.document.diagnostics.iter().any(|it| it.kind == DiagnosticKind::RulesStopped));
}
