//! Snapshots of whole decisions. The decision stands beside its snapshot: `decisions/NAME.txt`, `snapshots/NAME.snap`.
//!
//! `INSTA_UPDATE=always cargo test -p upheld-tests --test snapshots` accepts what changed.

use upheld::Decision;

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
