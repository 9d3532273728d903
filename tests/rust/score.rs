//! The score of this project's decisions is the one that was committed, so that a change to the rule book shows what it
//! gains and loses.

use upheld_tests::score::changes;

#[test]
fn the_committed_table_is_the_score() {
    let now = upheld_tests::own_score().expect("the annotations can be read");
    let before = std::fs::read_to_string(upheld_tests::score_table()).expect("tests/score.txt is there");
    let changes = changes(&before, &now);
    assert!(before == now, "the score moved; `make score ARGS=--accept` keeps it\n{changes}");
}

#[test]
fn changes_are_told() {
    let before = "fault 3 of 4\n-- what differs\na finding missed: 1 fault\nb ground false: late\n";
    let now = "fault 4 of 4\n-- what differs\nb ground false: late\nc finding false: 2 fault\n";
    assert_eq!(
        changes(before, now),
        "figures before:\n  fault 3 of 4\nfigures now:\n  fault 4 of 4\n\
         gained:\n  a finding missed: 1 fault\nlost:\n  c finding false: 2 fault\n"
    );
    assert_eq!(changes(now, now), "");
}
