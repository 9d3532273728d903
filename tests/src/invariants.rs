//! What holds for every decision that was read, whatever the text.

use upheld::{Decision, Document, Span};

/// Checks that the leaves are the text, and that sections, paragraphs, items and references lie in order and within one another.
///
/// # Panics
///
/// If it is not so.
pub fn check_tree(document: &Document) {
    let text = &document.text;
    let joined: String = document.leaves.iter().map(|leaf| document.slice(leaf.span)).collect();
    assert_eq!(&joined, text, "the leaves are the text");
    let mut last_section = 0;
    for section in &document.sections {
        assert!(section.span.start() >= last_section, "sections are in order");
        last_section = section.span.end();
        let mut last = section.span.start();
        for paragraph in &section.paragraphs {
            assert!(section.span.contains(paragraph.extent()), "a paragraph lies in its section");
            for part in paragraph.parts() {
                assert!(part.start() >= last, "paragraphs and items are in order");
                last = part.end();
            }
            for inner in
                paragraph.references.iter().map(|reference| reference.span).chain(paragraph.citations.iter().copied())
            {
                assert!(paragraph.parts().any(|part| part.contains(inner)), "a reference lies in its paragraph");
            }
        }
    }
}

/// Checks that all evidence is words of the text, cues and sums within their sentences.
///
/// # Panics
///
/// If it is not so.
pub fn check_spans(decision: &Decision) {
    let whole = |span: Span| {
        let text = &decision.document.text;
        assert!(text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()) && span.end() <= text.len());
        assert!(!span.is_empty(), "evidence is never empty");
    };
    for finding in decision.findings.iter().chain(&decision.set_aside) {
        whole(finding.span);
        assert!(finding.span.contains(finding.cue), "a cue lies in its sentence");
        finding.about.into_iter().for_each(whole);
        for trigger in &finding.context.triggers {
            whole(trigger.span);
            assert!(trigger.span.end() <= finding.span.end(), "a trigger is no later than its sentence");
        }
    }
    assert!(decision.findings.iter().all(|finding| finding.context.is_found()));
    assert!(!decision.set_aside.iter().any(|finding| finding.context.is_found()));
    for remedy in &decision.remedies {
        whole(remedy.span);
        assert!(remedy.span.contains(remedy.cue));
        remedy.to.into_iter().for_each(whole);
        if let Some(sum) = remedy.amount_span {
            whole(sum);
            assert!(remedy.span.contains(sum));
        }
    }
    for issue in &decision.issues {
        whole(issue.span);
        issue.point.into_iter().for_each(whole);
    }
    for ground in &decision.grounds {
        whole(ground.span);
        assert!(ground.span.contains(ground.cue));
        ground.forum.iter().for_each(|forum| whole(forum.span));
    }
}

/// Checks that the snapshot is text for a terminal and a diff: one empty line between blocks, one line feed at the end, and
/// as many blocks as there are things in it.
///
/// # Panics
///
/// If it is not so.
pub fn check_snapshot(decision: &Decision) {
    let snapshot = decision.snapshot();
    let whole = snapshot.strip_suffix('\n').expect("a line feed at the end");
    assert!(!whole.lines().any(|line| line.ends_with(' ') || line.contains(char::is_control)), "{snapshot:?}");
    let blocks: Vec<&str> = whole.split("\n\n").collect();
    assert!(blocks.iter().all(|block| !block.is_empty() && !block.starts_with('\n')), "{snapshot:?}");
    let things = [
        2,
        decision.issues.len(),
        decision.themes.len(),
        decision.findings.len() + decision.set_aside.len(),
        decision.grounds.len(),
        decision.remedies.len(),
        usize::from(!decision.document.diagnostics.is_empty()),
    ];
    assert_eq!(blocks.len(), things.iter().sum::<usize>(), "{snapshot}");
}
