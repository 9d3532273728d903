//! Snapshots of whole decisions. The decision stands beside its snapshot: `decisions/NAME.txt`, `snapshots/NAME.snap`.
//!
//! `INSTA_UPDATE=always cargo test -p upheld-tests --test snapshots` accepts what changed.

use upheld::{Decision, RuleBook};

#[test]
fn decisions() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, text) in upheld_tests::decisions() {
        settings.set_input_file(upheld_tests::folder().join(&name));
        let _guard = settings.bind_to_scope();
        insta::assert_snapshot!(name.trim_end_matches(".txt").to_owned(), Decision::parse(&text).snapshot());
    }
}

/// A change of a book that leaves every rule as it is should not send anybody through their snapshots.
#[test]
fn other_words_in_a_book_change_no_snapshot() {
    let rules = "# Some lines\n# that say nothing.\nlabel outcome not_upheld.no_fault: \"Nothing went wrong\"\n";
    let book = RuleBook::parse("own.rules", &format!("book own 7\ninclude standard\n{rules}")).expect("a rule book");
    for (name, text) in upheld_tests::decisions() {
        assert_eq!(Decision::parse_with(&text, &book).snapshot(), Decision::parse(&text).snapshot(), "{name}");
    }
}

#[test]
fn a_snapshot_says_what_a_book_of_ones_own_finds() {
    let rules = "theme noise: \"Noise\"\n  in: category, complaint\n  - noise\n\
                 flag loud: \"Noise again\"\n  when: theme noise\n";
    let book = RuleBook::standard().extend("own.rules", rules).expect("a rule book");
    let page = "Category : Environment > Noise\n\nDecision date : 31 Mar 2022\n\nThe complaint\n\n  \
                1. Mr X says the noise was the Council’s fault.\n\nAgreed action\n\n  \
                1. The Council will pay\n     Mr X £1,200 when he has sent his bills.\n";
    let snapshot = Decision::parse_with(page, &book).snapshot();
    for block in [
        "\ncategory   Environment > Noise\npublished  none\ndate       2022-03-31\nlayout     statement\n",
        "\nflag       loud: Noise again\n",
        "\n\nheader     theme noise\n           Noise\n           by theme noise: Noise\n",
        "\n\n1          theme noise\n           Mr X says the noise was the Council’s fault.\n           by theme noise: noise\n",
        " £1,200.00 to Mr X, agreed\n           The Council will pay Mr X £1,200 when he has sent his bills.\n",
    ] {
        assert!(snapshot.contains(block), "no\n{block}in\n{snapshot}");
    }
}
